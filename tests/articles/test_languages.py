"""The language of a report, told by its words."""

import pytest

from onrecord.articles.languages import language_of

ENGLISH = (
    "The ministers met in the harbour on Tuesday and left in the evening, but they would not say what it was about."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Le ministre a rencontré mardi son homologue à Oslo, et les discussions ont duré trois heures, dit-on.", "fr"),
        (
            "Der Minister traf am Dienstag seinen Kollegen in Oslo, und die Gespräche dauerten drei Stunden, hieß es.",
            "de",
        ),
        ("Министр встретился во вторник со своим коллегой, и переговоры продолжались в Осло три часа.", "ru"),
        ("外交部长星期二在奥斯陆会见了对方部长。会谈持续了三个小时，没有达成协议。", "zh"),
        ("Oslo", "en"),
        ("", "en"),
        ("***", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of([text]) == language


def test_what_the_source_states_counts_where_there_is_too_little_text() -> None:
    assert language_of(["Oslo"], "nb-NO") == "nb"
    assert language_of(["Oslo"], "") == "en"
    assert language_of([ENGLISH], "fr") == "en"
