"""A mention before it is known who it is: what its own words say of it."""

from dataclasses import dataclass, field, replace

from onrecord.records import ActorKind, How, Span


@dataclass(frozen=True, slots=True)
class Facts:
    """What words say of an actor: role, sector and country, each with the characters that say so (null when none).

    `sector` and `country` may come without a span of their own when a name itself says so; then the mention is the
    evidence. `human` is false for a role of things ("ministry"), `gender` is "m", "f" or null.
    """

    role: str | None = None
    role_span: Span | None = None
    sector: str | None = None
    sector_span: Span | None = None
    country: str | None = None
    country_span: Span | None = None
    gender: str | None = None
    why: tuple[str, ...] = ()

    def filled(self, other: "Facts") -> "Facts":
        """These facts, each gap filled from the other ones."""
        mine = self
        if mine.role is None and other.role is not None:
            mine = replace(mine, role=other.role, role_span=other.role_span)
        if mine.sector is None and other.sector is not None:
            mine = replace(mine, sector=other.sector, sector_span=other.sector_span)
        if mine.country is None and other.country is not None:
            mine = replace(mine, country=other.country, country_span=other.country_span)
        if mine.gender is None:
            mine = replace(mine, gender=other.gender)
        return replace(mine, why=tuple(dict.fromkeys((*mine.why, *other.why))))


NO_FACTS = Facts()


@dataclass(slots=True)
class Found:
    """One mention: tokens `[first, last)` with their head, and how it names its actor.

    `words` is the name without title (for people and organisations) or the head noun's lemma with its modifiers (for
    descriptions); `key` is what equal names share. `definite` says whether a description points back ("the", "these",
    possessives). `parts` holds several mentions that this one stands for together ("both men").
    """

    first: int
    last: int
    head: int
    kind: ActorKind
    how: How
    words: tuple[str, ...]
    name: str
    facts: Facts = NO_FACTS
    plural: bool = False
    definite: bool = True
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    core: tuple[int, int] | None = None
    same_as: "Found | None" = None
    owners: list[int] = field(default_factory=list)

    @property
    def tokens(self) -> range:
        return range(self.first, self.last)
