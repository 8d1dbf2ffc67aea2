"""Sources are asked in order: those installed, then standard input, then files."""

import datetime as dt
from collections.abc import Iterator

import pytest

from onrecord.records import Report
from onrecord.sources import open_report, registry


class Entry:
    """An installed entry point that loads a source for made-up addresses."""

    name = "wire"

    def load(self) -> registry.Source:
        def open_(origin: str, published: dt.date | None) -> Report:
            return Report(origin, text="Ministers met.", published=published)

        return registry.Source("wire", lambda origin: origin.startswith("wire:"), open_)


@pytest.fixture
def _wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "entry_points", lambda group: [Entry()] if group == registry.GROUP else [])
    registry.sources.cache_clear()
    yield
    registry.sources.cache_clear()


@pytest.mark.usefixtures("_wire")
def test_an_installed_source_opens_what_it_accepts() -> None:
    assert [source.name for source in registry.sources()] == ["wire", "standard input", "file"]
    report = open_report("wire:7", published=dt.date(2024, 3, 12))
    assert (report.text, report.published) == ("Ministers met.", dt.date(2024, 3, 12))
