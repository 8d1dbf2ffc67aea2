"""The command itself: help, version, and how it ends, through real processes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import onrecord

COMMAND = [sys.executable, "-m", "onrecord"]


def test_help_names_the_commands(run: Callable[..., Result]) -> None:
    shown = run("--help").stdout
    assert "read" in shown
    assert "eval" in shown


def test_version(run: Callable[..., Result]) -> None:
    assert run("--version").stdout == f"onrecord {onrecord.__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom onrecord.cli.app import app\n"
        "assert CliRunner().invoke(app, ['read', '--help']).exit_code == 0\nprint(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "onrecord.views.terminal"} & set(loaded)


def test_the_module_is_the_command(german: Path) -> None:
    done = subprocess.run([*COMMAND, "read", str(german), "--format", "json"], capture_output=True, check=False)
    assert done.returncode == 0
    assert b'"language": "de"' in done.stdout


def test_errors_come_without_a_traceback(tmp_path: Path) -> None:
    for arguments in (["read", "missing"], ["read", "missing", "-o", "/"], ["red"], ["eval", "nothing"], []):
        done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.returncode in (1, 2)
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_is_no_error(german: Path) -> None:
    german.write_text(german.read_text(encoding="utf-8") * 3000, encoding="utf-8")
    command = subprocess.Popen([*COMMAND, "read", str(german)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout
    assert command.stderr
    command.stdout.readline()
    command.stdout.close()
    told = command.stderr.read()
    command.stderr.close()
    command.wait()
    assert told == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_any_encoding_of_the_terminal_will_do(german: Path, encoding: str) -> None:
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for format in ("terminal", "json", "html"):
        command = [*COMMAND, "read", str(german), "-f", format]
        done = subprocess.run(command, capture_output=True, check=True, env=surroundings)
        assert done.stdout
        if format != "terminal":
            assert "angekündigt" in done.stdout.decode("utf-8")
