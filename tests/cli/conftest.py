"""Runs commands in this process, as a user would type them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import app

GERMAN = "Die Regierung hat am Montag angekündigt, dass die neuen Regeln ab März gelten. Man habe lange gesprochen.\n"


@pytest.fixture
def run() -> Callable[..., Result]:
    """`run("read", "report.txt", stdin=b"…")`: what a command prints, on which stream, and its exit status."""

    def invoke(*arguments: str | Path, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)

    return invoke


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A report that is labelled without the reading model."""
    path = tmp_path / "bericht.txt"
    path.write_text(GERMAN, encoding="utf-8")
    return path
