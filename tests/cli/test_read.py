"""`onrecord read`: what it prints, where to, and what it says of input that it cannot read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import onrecord.pipeline
from onrecord.records import Article, Block, BlockKind, Coverage, Reading, Version
from onrecord.records.formats import formats

Run = Callable[..., Result]


@pytest.fixture
def readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Make a file that reads as English without the reading model; how it was read is in its record's notes."""
    opened = onrecord.pipeline.read

    def read(source: str, *, published: str | None = None, reference: str | None = None) -> Reading:
        if not source.endswith(".en"):
            return opened(source, published=published, reference=reference)
        text = Path(source).read_text(encoding="utf-8")
        article = Article("id", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), title=text, origin=source)
        notes = (f"published {published}", f"reference {reference}")
        return Reading(article, (), (), (), (), (), Coverage(1.0, notes), Version("1", "m", "c"))

    def make(name: str) -> Path:
        path = tmp_path / f"{name}.en"
        path.write_text(f"The boats of {name}", encoding="utf-8")
        return path

    monkeypatch.setattr(onrecord.pipeline, "read", read)
    return make


def test_a_record_is_printed(run: Run, readable: Callable[[str], Path]) -> None:
    result = run("read", readable("Vardo"))
    assert result.exit_code == 0
    assert result.stdout.startswith("The boats of Vardo\n")
    assert result.stderr == ""


def test_without_text(run: Run, readable: Callable[[str], Path]) -> None:
    assert "Report ─" not in run("read", readable("Vardo"), "--no-text").stdout


def test_several_reports_follow_each_other(run: Run, readable: Callable[[str], Path]) -> None:
    result = run("read", readable("Vardo"), readable("Bergen"))
    assert result.stdout.index("The boats of Vardo") < result.stdout.index("The boats of Bergen")


def test_json_is_one_object(run: Run, readable: Callable[[str], Path]) -> None:
    result = run("read", readable("Vardo"), "--format", "json")
    assert json.loads(result.stdout)["article"]["text"] == "The boats of Vardo"


def test_jsonl_is_a_line_a_report(run: Run, readable: Callable[[str], Path]) -> None:
    result = run("read", readable("Vardo"), readable("Bergen"), "-f", "jsonl")
    assert [json.loads(line)["article"]["title"] for line in result.stdout.splitlines()] == [
        "The boats of Vardo",
        "The boats of Bergen",
    ]


def test_html_is_a_page(run: Run, readable: Callable[[str], Path]) -> None:
    assert run("read", readable("Vardo"), "-f", "html").stdout.startswith("<!DOCTYPE html>")


def test_dates_are_handed_on(run: Run, readable: Callable[[str], Path]) -> None:
    result = run("read", readable("Vardo"), "--published", "2024-06-04", "--reference", "2024-12-31")
    assert "Note: published 2024-06-04" in result.stdout
    assert "Note: reference 2024-12-31" in result.stdout


@pytest.mark.parametrize("option", ["--published", "--reference"])
def test_a_date_of_another_form_is_wrong_usage(run: Run, german: Path, option: str) -> None:
    result = run("read", german, option, "June 4")
    assert result.exit_code == 2
    assert "write it as YYYY-MM-DD" in result.stderr


def test_an_unknown_format_names_those_that_there_are(run: Run, german: Path) -> None:
    result = run("read", german, "-f", "xml")
    assert result.exit_code == 2
    for name in ("terminal", *formats()):
        assert name in result.stderr


def test_a_format_of_one_report_refuses_several(run: Run, readable: Callable[[str], Path]) -> None:
    result = run("read", readable("Vardo"), readable("Bergen"), "-f", "html")
    assert result.exit_code == 2
    assert "--format jsonl" in result.stderr
    assert "--output FOLDER/" in result.stderr


def test_output_to_a_file(run: Run, readable: Callable[[str], Path], tmp_path: Path) -> None:
    out = tmp_path / "new" / "records.jsonl"
    result = run("read", readable("Vardo"), readable("Bergen"), "-f", "jsonl", "-o", out)
    assert result.stdout == ""
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


def test_output_to_a_folder_is_a_file_a_report(run: Run, readable: Callable[[str], Path], tmp_path: Path) -> None:
    run("read", readable("Vardo"), readable("Bergen"), "-f", "html", "-o", f"{tmp_path}/pages/")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["Bergen.html", "Vardo.html"]


def test_two_reports_never_share_a_file(run: Run, readable: Callable[[str], Path], tmp_path: Path) -> None:
    one = readable("Vardo")
    result = run("read", one, one, "-f", "html", "-o", tmp_path)
    assert result.exit_code == 2
    assert "would both be written" in result.stderr


def test_a_report_is_never_overwritten(run: Run, readable: Callable[[str], Path]) -> None:
    one = readable("Vardo")
    result = run("read", one, "-f", "json", "-o", one)
    assert result.exit_code == 2
    assert "would be overwritten" in result.stderr
    assert one.read_text(encoding="utf-8") == "The boats of Vardo"


def test_an_output_that_cannot_be_written(run: Run, readable: Callable[[str], Path]) -> None:
    one = readable("Vardo")
    result = run("read", one, "-o", one / "inside" / "a-file.txt")
    assert result.exit_code == 1
    assert "cannot be written" in str(result.exception)


def test_no_output_is_made_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    run("read", tmp_path / "missing.txt", "-o", tmp_path / "out.txt")
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    "name, content, told",
    [
        ("missing.txt", None, "there is no such file"),
        ("empty.txt", b"", "there is no text in it"),
        ("blank.txt", b" \n\t\n", "there is no text in it"),
        ("sound.mp3", b"\x00\x01\x02\x03" * 400, "binary data"),
        ("paper.pdf", b"%PDF-1.7\n", "a PDF document"),
    ],
)
def test_what_cannot_be_read_is_named(run: Run, tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run("read", path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"onrecord: {path}: ")
    assert told in result.stderr


def test_a_folder_is_no_report(run: Run, tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 1
    assert "this is not a file" in result.stderr


def test_bad_reports_are_passed_over_and_the_rest_is_read(
    run: Run, readable: Callable[[str], Path], tmp_path: Path
) -> None:
    result = run("read", tmp_path / "missing.txt", readable("Vardo"), tmp_path)
    assert result.exit_code == 1
    assert "The boats of Vardo" in result.stdout
    assert "1 of 3 reports read, 2 passed over" in result.stderr


def test_another_language_is_said_on_every_way_out(run: Run, german: Path) -> None:
    shown, written = run("read", german), run("read", german, "-f", "jsonl")
    told = "not coded: it is written in another language (de) than the one that is read (en)"
    assert told in " ".join(shown.stdout.split())
    assert told in written.stderr
    assert shown.exit_code == written.exit_code == 0
    assert json.loads(written.stdout)["article"]["language"] == "de"


def test_standard_input(run: Run, german: Path) -> None:
    result = run("read", "-", "-f", "json", stdin=german.read_bytes())
    assert json.loads(result.stdout)["article"]["text"] == german.read_text(encoding="utf-8")


def test_names_of_files_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    assert "\x1b" not in run("read", tmp_path / "\x1b[31mred").stderr
