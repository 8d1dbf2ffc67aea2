"""Files and standard input open, or say what is wrong with them."""

import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.errors import EmptySource, MissingSource, NotAFile, UnreadableSource
from onrecord.sources import open_report

TEXT = "Ministers met in Oslo on Tuesday.\n"


class Input:
    """A standard input that holds these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "näme with spaces.txt"
    path.write_bytes(TEXT.encode())
    assert open_report(path).text == TEXT
    assert open_report(str(path)).origin == str(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(TEXT.encode("utf-16")))
    assert open_report("-").text == TEXT
    with pytest.raises(EmptySource, match=r"^-: "):
        open_report("-")  # it has been read to its end


@pytest.mark.parametrize("stream", [None, io.StringIO("text")])
def test_no_standard_input(monkeypatch: pytest.MonkeyPatch, stream: object) -> None:
    monkeypatch.setattr(sys, "stdin", stream)
    with pytest.raises(UnreadableSource, match="name a file"):
        open_report("-")


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match="there is no such file"):
        open_report(tmp_path / "nothing.txt")
    with pytest.raises(NotAFile, match="name the files"):
        open_report(tmp_path)
    with pytest.raises(UnreadableSource):
        open_report("a\0b")
    with pytest.raises(UnreadableSource):
        open_report("a" * 5000)


def test_a_file_without_bytes(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(EmptySource):
        open_report(path)
    with pytest.raises(EmptySource):
        open_report(os.devnull)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Unix")
def test_a_device_without_an_end_is_not_read() -> None:
    with pytest.raises(NotAFile):
        open_report("/dev/zero")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(UnreadableSource, match="permissions"):
        open_report(path)
