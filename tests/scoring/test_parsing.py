"""Trees and tokens are scored as the CoNLL 2018 shared task scores them."""

from pathlib import Path

import pytest

from onrecord.errors import EvaluationError
from onrecord.scoring import parsing

SMALL = """# newdoc id = own
# sent_id = 1
# text = They met Friday.
1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur|Person=3|PronType=Prs\t2\tnsubj\t_\t_
2\tmet\tmeet\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
3\tFriday\tFriday\tPROPN\tNNP\tNumber=Sing\t2\tobl:unmarked\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = 2
# text = They left.
1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur|Person=3|PronType=Prs\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.mark.parametrize("raw", [False, True])
def test_easy_sentences_are_read_rightly(tmp_path: Path, raw: bool) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(SMALL, encoding="utf-8")
    found = parsing.score(path, raw=raw)
    assert found["tokens"] == found["sentences"] == 1.0
    assert found["upos"] == found["lemma"] == found["uas"] == 1.0


def test_a_wrong_head_costs_a_seventh(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(SMALL.replace("2\tnsubj\t_\t_\n2\tleft", "3\tnsubj\t_\t_\n2\tleft"), encoding="utf-8")
    assert parsing.score(path)["uas"] == pytest.approx(6 / 7)


def test_a_file_of_another_form_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "none.conllu"
    path.write_text("", encoding="utf-8")
    with pytest.raises(EvaluationError):
        parsing.score(path)
