"""Bytes become the text that was meant, whatever their encoding; what was guessed or replaced is noted."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.decoding import decode, is_wide

TEXT = "Minister Åse Dahl arrived in Malmö on Tuesday.\n“We listened,” she said – and left.\n"
RUSSIAN = "Министр встретился во вторник со своим коллегой в Осло. Переговоры продолжались три часа, сообщили в Осло."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_utf_is_read_without_a_note(encoding: str, mark: bytes) -> None:
    decoded = decode(mark + TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notes) == (TEXT, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [TEXT, RUSSIAN])
def test_wide_text_without_a_mark_is_told_by_its_nuls(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "NUL" in decoded.notes[0]
    assert is_wide(text.encode(encoding))


def test_text_with_a_stray_nul_is_not_wide() -> None:
    assert not is_wide(TEXT.replace("arrived", "arr\0ived").encode())
    assert decode(b"a\0b").text == "a\0b"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_line_ends_are_kept(line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    assert decode(text.encode()).text == text


def test_windows_1252_is_read_and_noted() -> None:
    decoded = decode(TEXT.encode("windows-1252"))
    assert decoded.text == TEXT
    assert decoded.notes == ("read as Windows-1252, since it is not UTF-8",)


@pytest.mark.parametrize(("encoding", "known"), [("cp1251", "cp1251"), ("koi8-r", "koi8_r")])
def test_another_script_in_an_old_encoding_is_read(encoding: str, known: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding))
    assert decoded.text == RUSSIAN
    assert known in decoded.notes[0]


def test_a_page_says_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Premier Świątek przyjechał do Łodzi</body></html>'
    decoded = decode(page.encode("iso-8859-2"))
    assert (decoded.text, decoded.encoding) == (page, "iso8859-2")


@pytest.mark.parametrize("claim", ["utf-16", "rot13", "hex", "no-such-encoding", "idna", "undefined"])
def test_a_claim_that_cannot_be_is_passed_over(claim: str) -> None:
    page = f'<meta charset="{claim}"><p>Café</p>'
    assert decode(page.encode("windows-1252")).text == page


def test_utf8_wins_over_what_a_page_claims() -> None:
    page = '<meta charset="iso-8859-1"><p>Café in Malmö</p>'
    assert decode(page.encode()).text == page


def test_a_stray_byte_in_utf8_is_read_as_windows_1252() -> None:
    decoded = decode(TEXT.encode() + b"The ministers \x93listened\x94 again.")
    assert decoded.text == TEXT + "The ministers “listened” again."
    assert decoded.notes == ("2 bytes that UTF-8 does not know read as Windows-1252",)


@pytest.mark.parametrize("damage", [b"\xe2\x80", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3"])
def test_damaged_utf8_is_mended_and_counted(damage: bytes) -> None:
    decoded = decode(TEXT.encode() + damage + b"The end.")
    assert decoded.text.startswith(TEXT)
    assert decoded.text.endswith("The end.")
    assert decoded.encoding == "utf-8"
    assert len(decoded.notes) == 1


def test_a_surrogate_written_as_utf8_does_not_spoil_the_rest() -> None:
    decoded = decode("She said “yes”.".encode() + b"\xed\xa0\x80 They left.")
    assert decoded.text == "She said “yes”.\ufffd They left."


def test_half_a_character_at_the_end_of_utf16_is_replaced_and_counted() -> None:
    decoded = decode(TEXT.encode("utf-16")[:-1])
    assert decoded.text == TEXT[:-1] + "\ufffd"
    assert "1 sequence of bytes replaced" in decoded.notes[0]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_every_text_in_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()).text == text
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_every_text_in_marked_utf16_comes_back(text: str, encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    if encoding == "utf-16-le" and text.startswith("\0"):
        return  # these four bytes are also the mark of UTF-32
    assert decode(mark + text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_and_can_be_written_again(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == decoded.text
    assert decoded == decode(data)
