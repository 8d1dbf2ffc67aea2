"""The codebook is named by its content, so that a record says which tables it was made with."""

import re
from importlib.resources import files

from onrecord.codebook import VERSION_LENGTH, codebook_version


def test_version_is_a_short_hash_and_the_same_each_time() -> None:
    first = codebook_version()
    codebook_version.cache_clear()
    assert re.fullmatch(rf"[0-9a-f]{{{VERSION_LENGTH}}}", first)
    assert codebook_version() == first


def test_there_are_tables_to_name() -> None:
    assert any(entry.name.endswith(".tsv") for entry in (files("onrecord.codebook") / "data").iterdir())
