"""The score of pronouns reads GUM's coreference layer and counts what its description says."""

from pathlib import Path

import pytest

from onrecord.errors import EvaluationError
from onrecord.records import Article, Parse
from onrecord.scoring.actors import gold_mentions, judge, score
from onrecord.scoring.conllu import read_conllu

ROWS = """\
# newdoc id = one
# sent_id = one-1
# text = Ana Costa left .
1	Ana	Ana	PROPN	NNP	Number=Sing	3	nsubj	_	Entity=(1-person-new-1,2-coref-Ana_Costa
2	Costa	Costa	PROPN	NNP	Number=Sing	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = one-2
# text = She met him .
1	She	she	PRON	PRP	Number=Sing	2	nsubj	_	Entity=(1-person-giv:act-1-ana)
2	met	meet	VERB	VBD	_	0	root	_	_
3	him	he	PRON	PRP	Number=Sing	2	obj	_	Entity=(2-person-acc:inf-1-sgl)
4	.	.	PUNCT	.	_	2	punct	_	_

"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "gum.conllu"
    found.write_text(ROWS, encoding="utf-8")
    return found


def test_brackets_become_mentions(path: Path) -> None:
    [document] = read_conllu(path)
    found = {(mention.entity, mention.first, mention.last) for mention in gold_mentions(document)}
    assert found == {(1, 0, 2), (1, 4, 5), (2, 6, 7)}


def test_only_pronouns_of_somebody_told_count(path: Path) -> None:
    [document] = read_conllu(path)
    assert len(list(judge(document, lambda article: document.parse))) == 1  # "him" is never told


def test_a_pronoun_is_right_when_its_actor_was_told_so_last(path: Path) -> None:
    documents = {document.article.id: document for document in read_conllu(path)}

    def parse_of(article: Article) -> Parse:
        return documents[article.id].parse

    assert score(path, parse_of)["pronouns"] == 1.0


def test_a_file_without_documents_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty.conllu"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(EvaluationError):
        score(empty, lambda article: pytest.fail("nothing to parse"))


def test_brackets_that_do_not_match_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.conllu"
    broken.write_text(ROWS.replace("Entity=(1-person-new-1,2-coref-Ana_Costa", "_"), encoding="utf-8")
    [document] = read_conllu(broken)
    with pytest.raises(EvaluationError, match="never began"):
        list(gold_mentions(document))
