"""The commands, put together."""

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.evaluate import evaluate
from onrecord.cli.read import read

app = typer.Typer(
    name="onrecord",
    help="Puts the news on record: who did what to whom, and who said what, when and where, on whose word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Puts the news on record: who did what to whom, and who said what, when and where, on whose word."""


app.command("read")(read)
app.command("eval")(evaluate)
