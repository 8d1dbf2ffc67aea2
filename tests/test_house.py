"""The rules of the house: what every module must keep to, and how packages may lean on each other."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.pipeline import STAGES

PACKAGE = Path(onrecord.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ORDER = (
    "errors", "records", "codebook", "sources", "articles", "language", "entities", "statements", "events", "pipeline",
    "stories", "ledger", "views", "scoring", "cluster", "cli",
)  # fmt: skip
ROOTS = {"__init__", "__main__"}
LONGEST_MODULE = 420
HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "pydantic", "duckdb", "fastapi", "ray")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def package_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The packages of onrecord that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("onrecord."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "onrecord":
            found.update(alias.name for alias in node.names if alias.name in ORDER)
        elif isinstance(node, ast.Import):
            found.update(alias.name.split(".")[1] for alias in node.names if alias.name.startswith("onrecord."))
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_backwards(path: Path) -> None:
    package = package_of(path)
    if package in ROOTS:
        return
    later = {other for other in imported(path) if ORDER.index(other) > ORDER.index(package)}
    assert not later, f"{package} comes before {sorted(later)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_functions_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not _is_enum(node)
    ]
    assert not bare


def _is_enum(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") in ("StrEnum", "Enum") for base in node.bases)


def test_every_stage_finds_what_it_needs() -> None:
    given: set[str] = set()
    for stage in STAGES:
        assert set(stage.needs) <= given, f"{stage.package} needs what no stage before it gives"
        assert stage.gives not in given
        given.add(stage.gives)
        assert (PACKAGE / stage.package.replace(".", "/")).is_dir() or (
            PACKAGE / (stage.package.replace(".", "/") + ".py")
        ).is_file()


def test_the_public_surface() -> None:
    assert onrecord.__all__ == ["OnrecordError", "Reading", "__version__", "read", "read_text"]
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing


@pytest.mark.parametrize("code", ["import onrecord", "from onrecord.cli.app import app"])
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    script = f"import sys\n{code}\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
