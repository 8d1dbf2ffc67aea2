"""Writes the parts of the documentation that come from the code: `python docs/build.py`.

A test fails when what stands in `docs/reference/` differs from what this would write. What the tutorial prints is
written anew too; it may change with the reading model, and a test runs its commands.
"""

import inspect
import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
TUTORIAL = ROOT / "docs" / "tutorial" / "first-report.md"
PRINTED = re.compile(
    r"(?P<head><!-- printed by: onrecord (?P<command>[^\n]*) -->\n```text\n)(?P<body>.*?)(?=```\n)", re.S
)

COMMAND_LINE = """\
# Command line

`onrecord` and `python -m onrecord` are the same. Errors are told on standard error without a traceback; the exit status
is 0, 1 when something could not be read or written, 2 for wrong usage. This page is made from the commands themselves
by `docs/build.py`.
"""

AFTER_READ = """
### Formats

| format | what | reports |
|---|---|---|
| `terminal` | the report and its record for reading; colours where the output is a terminal | any number |
| `json` | the [public JSON](json.md), indented | one |
| `jsonl` | the public JSON, one line a report | any number |
| `html` | one self-contained page: no network, no script | one |
| `notebook` | the same as a fragment, with a style that stays inside it | one |

With `--output FOLDER/` every format takes any number of reports and writes a file for each, named after it. `json`,
`jsonl` and `html` are UTF-8 everywhere. A package of your own adds a format with an entry point: a function from a
`Reading` to a string.

```toml
[project.entry-points."onrecord.formats"]
csv = "my_package:to_csv"
```

### Examples

```sh
onrecord read report.txt
onrecord read *.txt --format jsonl --output records.jsonl
onrecord read page.html --format html --output page-on-record.html
curl -s https://example.org/report | onrecord read - --published 2024-06-04
```
"""

JSON = """\
# The public JSON

`onrecord read FILE --format json`, `--format jsonl` (one line a report) and `Reading.to_json()` give this.
`onrecord.records.public.from_public` reads it back. The same report read by the same version with the same
`--reference` gives the same bytes.

A **span** is `[start, end)` in Unicode code points of `article.text`: in Python, `text[start:end]` is the evidence. In
languages whose strings count in UTF-16 units (JavaScript, Java), convert first, or take `Array.from(text)`. For plain
text `article.text` is the input itself; for HTML it is the page's text, block by block.

A field without evidence is null or empty: there are no default codes. Fields may be added, never renamed or dropped.
The schema is [reading.schema.json](reading.schema.json) (JSON Schema 2020-12). This page and the schema are made from
the records themselves by `docs/build.py`.
"""


def command_line() -> str:
    """The page of commands, from the commands."""
    from typer.main import get_command

    from onrecord.cli.app import app

    root: Any = get_command(app)
    parts = [COMMAND_LINE, *_options(root, "onrecord")]
    for name, command in root.commands.items():
        parts += [f"\n## onrecord {name}\n", inspect.cleandoc(command.help or ""), ""]
        parts += _options(command, f"onrecord {name}")
        if name == "read":
            parts.append(AFTER_READ)
    return "\n".join(parts).rstrip("\n") + "\n"


def _options(command: Any, usage: str) -> Iterator[str]:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    shown = [f"{one.metavar or one.name.upper()}{'...' if one.nargs == -1 else ''}" for one in arguments]
    words = [
        usage,
        "[OPTIONS]",
        *(word if one.required else f"[{word}]" for one, word in zip(arguments, shown, strict=True)),
    ]
    if hasattr(command, "commands"):
        words.append("COMMAND")
    yield f"```\n{' '.join(words)}\n```\n"
    yield "| argument or option | meaning | default |\n|---|---|---|"
    for one, word in zip(arguments, shown, strict=True):
        yield f"| `{word}` | {_cell(one.help)} | |"
    for option in command.params:
        if option.param_type_name == "option":
            yield f"| {_names(option)} | {_cell(option.help)} | {_default(option)} |"


def _names(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
    names = [*option.opts, *option.secondary_opts]
    return ", ".join(f"`{name}{value if name == names[-1] else ''}`" for name in names)


def _default(option: Any) -> str:
    if option.is_flag:
        return f"`{option.opts[-1]}`" if option.default and option.secondary_opts else ""
    return "" if option.default is None else f"`{option.default}`"


def _cell(words: str | None) -> str:
    return (words or "").replace("|", "\\|").replace("\n", " ")


def schema() -> str:
    """The JSON Schema, from the records."""
    from onrecord.records.public import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def json_page() -> str:
    """The page of the public JSON, from the schema and the records' own words."""
    import onrecord.records
    from onrecord.records.public import json_schema

    made = json_schema()
    definitions = made["$defs"]
    order = list(_reached(made["$ref"], definitions))
    parts = [JSON]
    for name in order:
        about = inspect.getdoc(getattr(onrecord.records, name)) or ""
        parts += [f"\n## {name}\n", about, "\n| field | type |\n|---|---|"]
        parts += [f"| `{field}` | {_type(kind)} |" for field, kind in definitions[name]["properties"].items()]
    return "\n".join(parts).rstrip("\n") + "\n"


def _reached(reference: str, definitions: dict[str, Any]) -> Iterator[str]:
    """The records in the order in which the JSON shows them, each once."""
    seen: dict[str, None] = {}
    waiting = [reference]
    while waiting:
        name = waiting.pop(0).rpartition("/")[2]
        if name not in seen:
            seen[name] = None
            waiting += _references(definitions[name]["properties"])
    yield from seen


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _type(kind: dict[str, Any]) -> str:
    """A type of the schema in words."""
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return f"{_type(kind['anyOf'][0])} or null"
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        return "span" if "prefixItems" in kind else f"list of {_type(kind['items'])}"
    if kind.get("type") == "object":
        return f"object of {_type(kind['additionalProperties'])}"
    return "date (YYYY-MM-DD)" if kind.get("format") == "date" else str(kind["type"])


PAGES = {"command-line.md": command_line, "json.md": json_page, "reading.schema.json": schema}


def with_output(page: str) -> str:
    """A page with what its commands print, 80 columns wide, in the blocks that say which command they show."""
    from typer.testing import CliRunner

    from onrecord.cli.app import app

    def run(block: re.Match[str]) -> str:
        surroundings = {"COLUMNS": "80", "TERM": "dumb"}
        done = CliRunner().invoke(app, shlex.split(block["command"]), env=surroundings, catch_exceptions=False)
        if done.exit_code:
            raise RuntimeError(f"onrecord {block['command']}: {done.stderr}")
        return block["head"] + done.stdout

    os.chdir(ROOT)
    return PRINTED.sub(run, page)


def main() -> None:
    """Write every page."""
    TUTORIAL.write_text(with_output(TUTORIAL.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for name, write in PAGES.items():
        (REFERENCE / name).write_text(write(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
