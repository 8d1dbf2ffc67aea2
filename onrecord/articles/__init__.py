"""Finds the article in a report: labels title, byline, dateline, captions, paragraphs and page junk, tells its date
and language.

`pages` renders HTML into text with its blocks, `units` divides plain text, `cues` holds the reviewed tables, `labels`
decides what each unit is, `datelines` and `published` read where and when it was filed, `languages` tells its language.
"""

from onrecord.articles.finder import find_article

__all__ = ["find_article"]
