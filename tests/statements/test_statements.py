"""What must hold of statements, each phenomenon on a sentence of our own, read by the shipped model."""

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[Any]]


def only(found: list[Any]) -> Any:
    assert len(found) == 1, [(one.kind, one.speaker, one.content) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "cue", "content"),
    [
        ('"The bridge is open," Anna Lindqvist said.', "direct", "Anna Lindqvist", "said", ["The bridge is open,"]),
        ('"The bridge is open," said Lindqvist.', "direct", "Lindqvist", "said", ["The bridge is open,"]),
        ('Lindqvist said: "The bridge is open."', "direct", "Lindqvist", "said", ["The bridge is open."]),
        ('Haddad: "There is no deal"', "direct", "Haddad", ":", ["There is no deal"]),
        ('In the words of Haddad, "it is a mess".', "direct", "Haddad", "In the words of", ["it is a mess"]),
        (
            'Lindqvist put it this way: "A city without a bridge is two villages."',
            "direct", "Lindqvist", "put", ["A city without a bridge is two villages."],
        ),
        (
            "Lindqvist said the bridge would open in May and that the tunnel would follow in June.",
            "indirect", "Lindqvist", "said",
            ["the bridge would open in May and that the tunnel would follow in June"],
        ),
        ("The talks, Lindqvist said, had failed.", "indirect", "Lindqvist", "said", ["The talks", "had failed"]),
        ("The port, as Haddad has said, is dead.", "indirect", "Haddad", "said", ["The port", "is dead"]),
        (
            "According to the harbour police, two boats collided near the pier.",
            "indirect", "the harbour police", "According to", ["two boats collided near the pier"],
        ),
        (
            "The talks had failed, according to the ministry.",
            "indirect", "the ministry", "according to", ["The talks had failed"],
        ),
        (
            'Lindqvist said the plan was "a disgrace" and would be stopped.',
            "mixed", "Lindqvist", "said", ['the plan was "a disgrace" and would be stopped'],
        ),
        (
            "Karim Haddad, who said the road was closed, left the town on Monday.",
            "indirect", "Karim Haddad", "said", ["the road was closed"],
        ),
        (
            "The ministry published the figures on Monday, adding that exports had fallen by a third.",
            "indirect", "The ministry", "adding", ["exports had fallen by a third"],
        ),
        ("It was reported that the dam had broken.", "indirect", None, "reported", ["the dam had broken"]),
        (
            "The general is believed to have left the country.",
            "indirect", None, "believed", ["The general", "to have left the country"],
        ),
        (
            "The army allegedly shelled the village.",
            "indirect", None, "allegedly", ["The army", "shelled the village"],
        ),
        (
            "The poll shows that most voters reject the plan.",
            "indirect", "The poll", "shows", ["most voters reject the plan"],
        ),
        ("Norway urged Sweden to reopen the border.", "indirect", "Norway", "urged", ["to reopen the border"]),
        (
            "The company said on Monday it had agreed to pay the fine.",
            "indirect", "The company", "said", ["it had agreed to pay the fine"],
        ),
    ],
)  # fmt: skip
def test_a_statement_has_speaker_cue_and_content(
    told: Told, text: str, kind: str, speaker: str | None, cue: str, content: list[str]
) -> None:
    one = only(told(text))
    assert (one.kind, one.speaker, one.cue, list(one.content)) == (kind, speaker, cue, content)


@pytest.mark.parametrize(
    "text",
    [
        '"The bridge is open," Lindqvist said. "We thank everyone."',
        "“The bridge is open,” said Lindqvist, “and we thank everyone.”",
        '"The bridge is open," Lindqvist said, but "we are late."',
    ],
)
def test_a_split_quotation_is_one_statement_without_its_attribution(told: Told, text: str) -> None:
    one = only(told(text))
    assert len(one.content) == 2
    assert not any("Lindqvist" in fragment for fragment in one.content)


def test_a_quotation_without_a_cue_goes_on_with_the_speaker(told: Told) -> None:
    first, second = told('"The port is open," Haddad said.\n"Ships are coming in every hour."')
    assert second.speakers == first.speakers == ("Haddad",)
    assert (second.cue, second.speaker) == (None, None)


def test_speech_over_paragraphs_is_one_statement(told: Told) -> None:
    one = only(told('"The port is open again.\n"Ships are coming in every hour," Haddad said.'))
    assert one.content == ("The port is open again.", "Ships are coming in every hour,")


def test_the_speaker_changes_with_the_attribution(told: Told) -> None:
    found = told('"Why are you late?" Lindqvist asked. "Because it snowed," Haddad replied.')
    assert [(one.speaker, one.content) for one in found] == [
        ("Lindqvist", ("Why are you late?",)),
        ("Haddad", ("Because it snowed,",)),
    ]


def test_a_statement_inside_a_statement_says_so(told: Told) -> None:
    outer, inner = told("Dmytro Kuleba said Sergei Lavrov had told him that the talks were over.")
    assert inner.statement.within == outer.statement.id
    assert (outer.speaker, inner.speaker) == ("Dmytro Kuleba", "Sergei Lavrov")
    assert inner.content == ("the talks were over",)


def test_a_report_of_a_report_keeps_both(told: Told) -> None:
    found = {one.speaker: one for one in told("Two people died, the Kremlin said, according to TASS.")}
    assert found["the Kremlin"].content == ("Two people died",)
    assert found["the Kremlin"].statement.within == found["TASS"].statement.id


@pytest.mark.parametrize(
    "text",
    [
        "Lindqvist denied that the city had paid the firm.",
        "Lindqvist did not say when the bridge would open.",
        "Lindqvist declined to say whether the bridge was safe.",
    ],
)
def test_what_is_denied_or_not_said_is_marked(told: Told, text: str) -> None:
    assert only(told(text)).statement.negated


def test_what_is_said_is_not_marked_as_denied(told: Told) -> None:
    assert not only(told("Lindqvist said the bridge would not open.")).statement.negated


def test_joint_speakers_are_both_named(told: Told) -> None:
    one = only(told("Karim Haddad and Anna Lindqvist said they would meet again."))
    assert sorted(one.speakers) == ["Anna Lindqvist", "Karim Haddad"]


def test_titles_and_names_in_marks_are_not_speech(told: Told) -> None:
    assert told('He read a book called "The Long Winter" on the train.') == []


def test_a_speaker_is_never_found_inside_the_words_quoted(told: Told) -> None:
    one = only(told('"My reaction is simple, the ships must leave," the old captain said on Monday.'))
    assert one.speaker == "the old captain"


def test_an_unclosed_quotation_ends_before_its_attribution_with_less_confidence(told: Told) -> None:
    whole = only(told('"The harbour is open," Haddad said on Friday.'))
    broken = only(told('"The harbour is open, Haddad said on Friday.'))
    assert broken.content == whole.content
    assert broken.speaker == "Haddad"
    assert broken.statement.confidence < whole.statement.confidence


def test_own_belief_inside_own_words_is_no_second_statement(told: Told) -> None:
    only(told('"I think the bridge is safe," Lindqvist said.'))


def test_each_statement_says_why(told: Told) -> None:
    for one in told('Lindqvist said the plan was "a disgrace". "We will stop it," she said.'):
        assert one.statement.why
        assert 0 < one.statement.confidence <= 1


def test_ids_come_from_content_and_do_not_clash(told: Told) -> None:
    text = 'Haddad said the port was shut. Haddad said the port was shut. "It is shut," Haddad said.'
    ids = [one.statement.id for one in told(text)]
    assert len(set(ids)) == len(ids)
    assert ids == [one.statement.id for one in told(text)]


def test_a_place_of_speech_is_kept(parse: Callable[[str], Any]) -> None:
    from onrecord.entities import find_actors
    from onrecord.records import Entities, Mention, Place
    from onrecord.statements import find_statements

    text = '"We have not signed anything," Lindqvist said in Oslo.'
    article, parsed = parse(text)
    at = text.index("Oslo")
    oslo = Place("oslo", "Oslo", "NOR", mentions=(Mention(at, at + 4),))
    (statement,) = find_statements(article, parsed, Entities(find_actors(article, parsed), (oslo,)))
    assert statement.place == "oslo"


def test_the_word_of_a_spokesman_is_that_of_those_spoken_for(told: Told) -> None:
    one = only(told("A spokesman for the Defence Ministry said that the drone had been shot down."))
    assert one.speaker == "A spokesman for the Defence Ministry"
    assert one.speakers == ("Defence Ministry",)


def test_a_second_cue_in_the_same_form_ends_the_first_content(told: Told) -> None:
    text = "The ministry denied that its jets had crossed the border, and accused Osland of lying."
    assert told(text)[0].content == ("its jets had crossed the border",)


def test_a_request_for_anonymity_is_no_statement(told: Told) -> None:
    one = only(told("A teacher, who asked not to be named, said that many people had left the town."))
    assert (one.cue, one.speaker) == ("said", "A teacher")


@pytest.mark.parametrize("text", ["Japan plans to build two ships.", "The team hopes to win in May."])
def test_plans_and_wishes_are_no_statements(told: Told, text: str) -> None:
    assert told(text) == []


def test_a_nickname_in_marks_does_not_hide_the_attribution(told: Told) -> None:
    one = only(told('"This is a big year for the port!" the harbour master, Marta "Tata" Nilsen (L-Oslo), shouted.'))
    assert one.cue == "shouted"
    assert one.content == ("This is a big year for the port!",)


def test_a_statement_that_somebody_issued_is_theirs(told: Told) -> None:
    one = only(told("The council issued a statement saying that the port would stay shut."))
    assert (one.speaker, one.cue, one.content) == ("The council", "saying", ("the port would stay shut",))


def test_a_clause_joined_to_the_content_belongs_to_it(told: Told) -> None:
    one = only(told("Lindqvist said the road was shut, and the bridge was closed too."))
    assert one.content == ("the road was shut, and the bridge was closed too",)
