"""Text, pages and other data are told apart by what is in them."""

import pytest

from onrecord.sources.sniffing import is_binary, is_html, signature


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a zip archive or an office document"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\x00\x00\x00\x18ftypmp42", "a film or a phone's image"),
        (b"RIFF\x24\x00\x00\x00WAVE", "a sound, a film or a WebP image"),
        (b"\x00" * 257 + b"ustar\x0000", "a tar archive"),
        (b"Ministers met in Oslo.", None),
        (b"", None),
    ],
)
def test_signatures(data: bytes, name: str | None) -> None:
    assert signature(data) == name


def test_text_with_a_stray_control_character_is_text() -> None:
    assert not is_binary(b"The ministers met in Oslo.\x00 They left.")
    assert not is_binary(b"\x1b[1mBold\x1b[0m and\tback\x0c")


def test_data_are_binary_at_their_beginning_or_on_the_whole() -> None:
    noise = bytes(range(256)) * 4
    assert is_binary(noise)
    assert is_binary(noise + b"text " * 100_000)
    assert is_binary(b"text " * 20_000 + noise * 200)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html></html>",
        "\n  <html lang='en'><body>x</body></html>",
        "<?xml version='1.0'?>\n<!-- saved -->\n<!doctype HTML>",
        "<div class='story'><p>The ministers met.</p></div>",
        "<p>The ministers met.</p>",
        "<meta charset='utf-8'><title>Talks</title>",
    ],
)
def test_pages(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ministers met in Oslo.",
        "The tag <p> begins a paragraph.",
        "<p> is a tag that begins a paragraph, and nothing closes it here.",
        "<Amari> I think so.",
        "a < b and c > d",
        "",
        "<" * 100_000,
        "<!--" + "-" * 100_000,
        "<?xml" + " " * 100_000,
    ],
)
def test_no_pages(text: str) -> None:
    assert not is_html(text)
