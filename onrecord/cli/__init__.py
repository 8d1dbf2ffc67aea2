"""The command line: thin, one command a file. Errors that onrecord raises on purpose are shown without a traceback."""

import sys

from onrecord.errors import OnrecordError


def main() -> None:
    """Run the command line; the exit status is 0, 1 when something could not be read, 2 for wrong usage."""
    from onrecord.cli.app import app
    from onrecord.views.visible import one_line

    try:
        app()
    except OnrecordError as error:
        sys.stderr.write(f"onrecord: {one_line(str(error))}\n")
        sys.exit(1)
