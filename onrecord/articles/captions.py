"""Tells captions of pictures: by a credit, by their first words, by who stands where, by a counter or licence tag."""

import re

from onrecord.articles.shapes import Shape

LONGEST = 80  # words of a caption
LEFT_OVER = 4  # words beside a credit: fewer are no caption, the unit is the credit alone
_REACH = 160  # characters at the end in which a credit is looked for
_AFTER = 70  # characters that may follow the words of a credit: names and an agency

COUNTER = re.compile(
    r"(?:(?:photo|image|slide|picture)\s+)?\d{1,3}\s*(?:of|/)\s*\d{1,3}(?:\s*[|:–—-]\s*|\s*$)", re.IGNORECASE
)
LICENCE = re.compile(
    r"\s*[|–—-]?\s*(?:license (?:this )?photo|buy photo|purchase (?:this )?photo|hide caption|enlarge this image"
    r"|toggle caption)\s*$",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:AFP|AP|EPA|EPA-EFE|EFE|ANI|PTI|REUTERS|Reuters|UPI|Getty|Xinhua|Shutterstock|iStock|Bloomberg|Anadolu|AA|dpa"
    r"|TASS)"
)
_CREDIT = re.compile(
    r"(?i:\b(?:photos?|photographs?|pictures?|images?|credit|credits|screenshot|screen ?grab|illustration|handout)\s*"
    r"(?:(?:by|via|from|source|credits?|courtesy)\b|[:/©]))"
    r"|(?i:\b(?:photo|picture|image)s? courtesy of\b)|\b[Cc]ourtesy (?:of|photo)\b|\b[Cc]ourtesy\s*[:/]"
    rf"|\b{_AGENCY}\s?(?:/|via\b|Images\b|[Pp]hotos?\b|[Ff]ile\b)[^.]{{0,60}}\W*$"
    rf"|[/|([—–-]\s?{_AGENCY}[)\]]?\W*$"
    r"|[\[(][A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}(?:/|\svia\s)[^()\[\]]{2,40}[\])]\W*$"
    r"|\bvia (?:Getty|AP|Reuters|REUTERS|AFP|Flickr|Wikimedia|Shutterstock|Twitter|X|Facebook|Zuma|Telegram)\b"
    r"|(?i:\(file(?: photo| picture| image)?\)|\bfile (?:photo|picture|image)\b)|\bGetty Images\b|©\s?[A-Z]"
)
_FIRST = re.compile(
    r"(?:file (?:photo|picture|image)|file|photo|image|picture|image caption|media caption|caption|pictured|above"
    r"|in this (?:file |aerial |undated |handout )?(?:photo|image|picture))\b\s*[:,—–-]"
    r"|(?:(?:a|this|an) )?(?:file|handout|undated|aerial|general|combination) (?:photo|picture|image|view)s?\b"
    r"|(?:a |this )?(?:screen ?grab|screen ?shot|still image|still|video grab)s? (?:of|from|shows|taken)\b"
    r"|in this (?:[\w.,]+ ){0,6}(?:file |handout )?(?:photo|image|picture)\b",
    re.IGNORECASE,
)
_SOURCE_FIRST = re.compile(r"(?:image|photo|picture|media) (?:source|credit|copyright)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\((?:L|C|left|right|center|centre|front|back|pictured|top|bottom|[LRC]-[LRC]|L to R|from left|far left|far right"
    r"|(?:2|3|4|5|6|7|8|9)(?:nd|rd|th) (?:[LR]|from (?:left|right)))\)|\bpictured,\s"
)
_RIGHT = re.compile(r"\(R\)")
_PARTY = re.compile(
    r"\b(?:Sen|Rep|Gov|Senator|Representative|Governor|Congress(?:man|woman)?|Republicans?|Democrats?)\b"
)
_SIDES = re.compile(r",\s(?:far |second )?(?:left|right|center|centre|second from (?:left|right)),\s")
_TELLS = re.compile(r"\b(?:said|says|told|adds|added|announced|asked|replied)\b")
_APART = frozenset('.!?|/()[]—–-"”:,©')


def caption_sign(shape: Shape) -> str | None:
    """Which sign of a caption a unit holds: `credit`, `picture` (its first words) or `pointing`; null for none.

    `credit alone` is a unit that holds a credit and nothing to be a caption of.
    """
    if shape.words > LONGEST:
        return None
    if _SOURCE_FIRST.match(shape.text):
        return "credit alone"
    credit = _credit(shape)
    if credit is not None and not (shape.quoted and shape.text[0] not in "(["):
        return "credit" if len(credit.split()) >= LEFT_OVER else "credit alone"
    if _FIRST.match(shape.text):
        return "picture"
    if shape.quoted or _TELLS.search(shape.text):
        return None
    right = _RIGHT.search(shape.text) is not None and _PARTY.search(shape.text) is None
    return "pointing" if right or _POINTING.search(shape.text) or _SIDES.search(shape.text) else None


def _credit(shape: Shape) -> str | None:
    """The text before a credit at the unit's end, null where it ends in none."""
    skipped = max(0, len(shape.text) - _REACH)
    tail = shape.text[skipped:]
    for match in _CREDIT.finditer(tail):
        before = tail[: match.start()].rstrip()
        apart = before[-1:] in _APART or match.group()[0] in "/|([-–—©"
        begins = (not before or not match.group()[0].islower()) and _TELLS.search(shape.text) is None
        if len(tail) - match.end() <= _AFTER and (apart or begins):
            return shape.text[: skipped + match.start()]
    return None
