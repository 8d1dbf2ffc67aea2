"""The one tree of errors. Each message says what is wrong and what to do.

OnrecordError
├── SourceError             a report cannot be opened
│   ├── MissingSource
│   ├── NotAFile
│   ├── EmptySource
│   ├── BinarySource
│   └── UnreadableSource
├── ModelError              the reading model is missing or damaged
├── CodebookError           a table or frame is wrong
├── UnknownFormat           no output format of this name is installed
├── BrokenFormat            an installed output format cannot be loaded
├── UnwritableOutput        a record cannot be written where the user wants it
└── EvaluationError         a benchmark's data is missing or of another form
"""


class OnrecordError(Exception):
    """Anything that onrecord raises on purpose."""


class SourceError(OnrecordError):
    """A report cannot be opened. `origin` is the path or URL that the user gave."""

    def __init__(self, origin: str, message: str) -> None:
        super().__init__(f"{origin}: {message}")
        self.origin = origin


class MissingSource(SourceError):
    """There is nothing at this path."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin, "there is no such file; check the path, or give '-' to read standard input")


class NotAFile(SourceError):
    """The path is a folder or a device."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin, "this is not a file; name the files to read, for example with a pattern such as *.txt")


class EmptySource(SourceError):
    """The file holds no text."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin, "there is no text in it; nothing was read")


class BinarySource(SourceError):
    """The file holds bytes that are not text."""

    def __init__(self, origin: str, looks_like: str = "binary data") -> None:
        super().__init__(origin, f"this looks like {looks_like}, not text or HTML; convert it to text first")


class UnreadableSource(SourceError):
    """The file is there but cannot be read."""


class ModelError(OnrecordError):
    """The reading model is missing or damaged."""


class CodebookError(OnrecordError):
    """A table or frame of the codebook is wrong; the message names file, line and reason."""


class UnknownFormat(OnrecordError):
    """No output format of this name is installed."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"there is no format {name!r}; use one of: {', '.join(known)}")


class BrokenFormat(OnrecordError):
    """An output format that another package declares cannot be loaded."""

    def __init__(self, name: str, place: str, reason: str) -> None:
        super().__init__(f"the format {name!r} ({place}) cannot be loaded ({reason}); repair or remove its package")


class UnwritableOutput(OnrecordError):
    """A record cannot be written to this path."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: it cannot be written ({reason}); give another path with --output")


class EvaluationError(OnrecordError):
    """A benchmark's data is missing or of another form than expected."""
