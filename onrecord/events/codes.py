"""What the codebook says of a coded event: quad class, score, CAMEO code, contexts."""

from onrecord.codebook import plover


def quad(type_: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return plover.quad(type_)


def score(type_: str, mode: str | None) -> float:
    """The conflict-cooperation score of a type and mode, -10 to 10."""
    return plover.score(type_, mode)
