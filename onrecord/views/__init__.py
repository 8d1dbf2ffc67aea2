"""Shows readings to people.

`terminal` prints one in a terminal, `page` writes one as a web page. Both stand on `layers`, which cuts the report's
text where marks begin and end, `lookup`, which finds records by id and says their fields in words, and `visible`,
which makes hostile characters harmless.
"""
