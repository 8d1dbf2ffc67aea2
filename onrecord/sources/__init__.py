"""Opens what a user names, decodes it, and hands it over as a `Report`.

`decoding` turns bytes into text, `sniffing` tells text, HTML and other data apart, `reports` builds reports from what
is in memory, `files` holds the sources that come with the program, `registry` finds the source for an origin.
"""

from onrecord.sources.registry import open_report
from onrecord.sources.reports import report_from_bytes, report_from_html, report_from_text

__all__ = ["open_report", "report_from_bytes", "report_from_html", "report_from_text"]
