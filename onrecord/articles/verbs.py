"""English verbs that are told by their form alone: auxiliaries, irregular past forms, and the commonest of news.

The irregular forms are a closed class, listed from general grammars; forms that are as often something else in news
("read", "cost", "bear") are left out.
"""

AUXILIARIES = frozenset(
    "is are was were am be been has have had do does did will would shall should can could may might must isn't"
    " aren't wasn't weren't won't wouldn't can't cannot couldn't don't doesn't didn't hasn't haven't hadn't"
    " shouldn't it's that's he's she's they're we're there's i'm".split()
)
IRREGULAR_PAST = frozenset(
    "arose ate awoke became began bent bet bit bled blew bought bound bred broke brought built burnt burst came"
    " caught chose clung crept cut dealt drank drew drove dug fed fell felt fled flew forbade foresaw forgave"
    " forgot fought found froze gave got grew ground heard held hid hit hung hurt kept knelt knew laid lay led"
    " left lent let lit lost made meant met mistook overcame oversaw overtook overthrew paid put quit ran rang"
    " rode rose said sang sank sat saw sent set shook shot showed shrank shut slept slid sold sought spent split"
    " spoke sprang spread stole stood stuck struck stung swam swept swore swung taught thought threw told took"
    " tore underwent undertook upheld wept went withdrew withheld withstood woke won wore wove wrote".split()
)
COMMON_PRESENT = frozenset(
    "says say tells goes comes takes makes gets gives sees knows thinks becomes begins holds keeps leaves leads"
    " loses meets runs sits speaks stands wins writes falls rises grows breaks brings builds fights finds hears"
    " hits kills calls asks seeks wants needs".split()
)
COMMON_PAST = frozenset("killed called asked wanted needed".split())
FINITE = AUXILIARIES | IRREGULAR_PAST | COMMON_PRESENT | COMMON_PAST


def is_past(word: str) -> bool:
    """Whether a word in lower case has the form of a past tense: an irregular one, or one in -ed; or is "is", "has"."""
    return word in IRREGULAR_PAST or word in _TELLING or (len(word) > 3 and word.endswith("ed"))


_TELLING = frozenset("was were had did is are has have says say".split())  # leads tell the same day in these forms too
