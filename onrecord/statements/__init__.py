"""Everything that anyone is reported to have said or thought: content, cue and speaker, each with its characters.

`quotes` reads quotation marks as structure over characters; `clauses` finds indirect speech over the parse, `direct`
attributes the quotations, `speakers` finds who speaks, `chains` what is told inside what; `finder` joins them.
"""

from onrecord.statements.finder import find_statements

__all__ = ["find_statements"]
