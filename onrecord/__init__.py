"""onrecord puts the news on record: who did what to whom, and who said what, when and where, on whose word."""

__version__ = "0.1.0"
