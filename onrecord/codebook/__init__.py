"""What is known before reading: reviewed tables and frames, each with a loader, read when first asked for."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

VERSION_LENGTH = 12  # hex digits: enough to tell apart every codebook that was ever shipped
FOLDERS = ("data", "frames")
SUFFIXES = (".tsv", ".toml")


@cache
def codebook_version() -> str:
    """Name the codebook by its content: hex digits of a SHA-256 over names and bytes of all tables and frames."""
    digest = hashlib.sha256()
    for folder in FOLDERS:
        for entry in _tables(files(__name__) / folder):
            content = entry.read_bytes()
            digest.update(f"{folder}/{entry.name}\x1f{len(content)}\x1f".encode())
            digest.update(content)
    return digest.hexdigest()[:VERSION_LENGTH]


def _tables(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    found = (entry for entry in folder.iterdir() if entry.is_file() and entry.name.endswith(SUFFIXES))
    return sorted(found, key=lambda entry: entry.name)
