"""Reports as the tests of this package read them: plain text in, article out, on a day of reference that stays."""

import datetime as dt
from collections.abc import Callable

import pytest

from onrecord.articles import find_article
from onrecord.records import Article
from onrecord.sources import report_from_html, report_from_text

REFERENCE = dt.date(2024, 6, 30)


@pytest.fixture(scope="session")
def find() -> Callable[[str], Article]:
    """Finds the article in a plain text."""
    return lambda text: find_article(report_from_text(text), reference=REFERENCE)


@pytest.fixture(scope="session")
def find_page() -> Callable[[str], Article]:
    """Finds the article in a page's HTML."""
    return lambda html: find_article(report_from_html(html), reference=REFERENCE)
