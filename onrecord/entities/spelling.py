"""How names are compared: without accents, case, dots and the joins of particles."""

import unicodedata

PARTICLES = frozenset(
    "al el bin ibn bint ben abu abd ould de da do dos das del della di du la le van von der den ten ter zu zum st san "
    "santa mac mc y e i ul ur uz ud".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "mep", "esq", "obe", "mbe", "kc", "qc"})


def folded(text: str) -> str:
    """A name as it is compared: no accents, dots, apostrophes or case; hyphens are spaces."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("Ø", "O").replace("ł", "l"))
    letters = [
        " " if char in "-‐‑–/ \n\t\r\xa0" else char
        for char in plain
        if not unicodedata.combining(char) and char not in ".'’‘`ʻʼ,"
    ]
    return " ".join("".join(letters).casefold().split())


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without suffixes such as "Jr."."""
    words = tuple(folded(name).split())
    return tuple(word for word in words if word not in SUFFIXES) or words


def surname(words: tuple[str, ...]) -> str:
    """The last word of a name that is no particle, the part that news repeats."""
    return words[-1] if words else ""


def one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter added, dropped or changed, or two neighbours exchanged, makes one word of the other.

    Damerau-Levenshtein distance 1 (Damerau 1964), in time linear in the length.
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    shorter = min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    if len(a) == len(b):
        swapped = a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
        return swapped or a[start + 1 :] == b[start + 1 :]
    longer, other = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == other[start:]
