"""What the tutorial tells a reader to type works, and the examples give a full record."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import onrecord

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial" / "first-report.md").read_text(encoding="utf-8")
EXAMPLES = sorted((ROOT / "examples").iterdir())
COMMANDS = re.findall(r"^onrecord (read examples/.*)$", TUTORIAL, re.MULTILINE)


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TUTORIAL, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(
    command: str, run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    words = [word for given in shlex.split(command) for word in (sorted(map(str, Path().glob(given))) or [given])]
    result = run(*words)
    assert result.exit_code == 0
    assert result.stderr == ""


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for block in blocks("python"):
        exec(compile(block, "tutorial", "exec"), {})
    assert "Our fishermen cannot wait for another season" in capsys.readouterr().out


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_has_everything_a_record_has(example: Path) -> None:
    reading = onrecord.read(example, reference="2024-12-31")
    assert reading.article.title
    assert reading.article.published
    assert reading.article.dateline
    assert reading.coverage.read == 1.0
    assert reading.actors
    assert reading.statements
    assert reading.events
    assert json.loads(reading.to("json"))["article"]["text"] == reading.article.text
