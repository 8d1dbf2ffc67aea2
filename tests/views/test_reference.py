"""What the documentation says of commands and JSON is what they are."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

from onrecord.records import Reading
from onrecord.records.public import from_public, json_schema, to_public

DOCS = Path(__file__).parents[2] / "docs"


def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["command-line.md", "json.md", "reading.schema.json"])
def test_the_reference_is_what_the_code_says(page: str) -> None:
    written = (DOCS / "reference" / page).read_text(encoding="utf-8")
    assert written == build().PAGES[page](), "run python docs/build.py"


def test_a_reading_is_of_the_form_that_the_schema_describes(reading: Reading) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(to_public(reading), json_schema())


def test_a_reading_comes_back_from_its_json_unchanged(reading: Reading) -> None:
    assert from_public(json.loads(reading.to_json())) == reading
