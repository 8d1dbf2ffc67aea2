"""A report from bytes: the right kind, the whole text, the notes; or an error that says what to do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinarySource, EmptySource, SourceError
from onrecord.sources import report_from_bytes, report_from_html, report_from_text

TEXT = "Ministers met in Oslo.\r\n\r\nThey left without a treaty.\r\n"


def test_plain_text_is_kept_character_for_character() -> None:
    report = report_from_bytes(TEXT.encode(), origin="a.txt", published=dt.date(2024, 3, 12))
    assert (report.text, report.html, report.notes) == (TEXT, None, ())
    assert (report.origin, report.published) == ("a.txt", dt.date(2024, 3, 12))


def test_a_page_is_told_by_its_content() -> None:
    report = report_from_bytes(b"<html><body><p>Ministers met.</p></body></html>", origin="a.txt")
    assert report.text is None
    assert report.html is not None


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \u2003\n".encode("utf-16-le")]
)
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(EmptySource, match="there is no text in it"):
        report_from_bytes(data, origin="empty.txt")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.4 \xe2\xe3", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\x00" * 100, "binary data"),
    ],
)
def test_data_that_are_no_text(data: bytes, says: str) -> None:
    with pytest.raises(BinarySource, match=says):
        report_from_bytes(data, origin="a.bin")


def test_a_nul_in_text_is_kept_and_noted() -> None:
    report = report_from_bytes(b"The ministers met.\x00 They left.", origin="a.txt")
    assert report.text == "The ministers met.\0 They left."
    assert report.notes == ("control characters in the text were kept: 1",)


def test_text_in_memory_is_kept() -> None:
    assert report_from_text(TEXT, title="Talks").text == TEXT
    assert report_from_html("<p>Talks</p>").html == "<p>Talks</p>"
    for make in (report_from_text, report_from_html):
        with pytest.raises(EmptySource):
            make(" \n")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_a_source_error(data: bytes) -> None:
    try:
        report = report_from_bytes(data, origin="x")
    except SourceError:
        return
    assert (report.text is None) != (report.html is None)
