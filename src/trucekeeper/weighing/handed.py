"""Who lets people go: in a swap each side frees those whom it held, so that the count of the one is none of the other's, and the number of all is of both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from trucekeeper.model.claims import Actor, Claim, Event, Figure
from trucekeeper.weighing.carriers import listed_groups
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import name_words
from trucekeeper.weighing.nations import countries

if TYPE_CHECKING:
    from trucekeeper.weighing.entities import WhoIsWho
    from trucekeeper.weighing.given import Given

GROUP = "an armed group"  # by whatever name: reports call one group rebels, separatists, fighters
STATE = "a government"
SWAP = "exchange"


def is_handed(figure: Figure) -> bool:
    """Does it count those who are let go, or are handed over, by somebody?"""
    return figure.measure.replace("_", " ") in lexicon().figures.handed


def handed_by(figure: Figure, beside: Iterable[Claim], who: WhoIsWho) -> frozenset[str]:
    """The sides that free the counted, by the innermost act of freeing in whose words the count stands; none where nobody is named.

    `beside` are the claims of its document.
    """
    if not is_handed(figure):
        return frozenset()
    main = figure.evidence[0]
    acts = (c for c in beside if isinstance(c, Event) and c.act in lexicon().figures.handing and c.evidence[0].covers(main))
    inner = min(acts, key=lambda e: (e.evidence[0].end - e.evidence[0].start, e.id), default=None)
    return frozenset(s for a in inner.actors if (s := _side(a, who)) is not None) if inner is not None else frozenset()


def of_two_sides(a: Given, b: Given) -> str | None:
    """Why two counts are of those whom different sides freed; None where that is not told of both."""
    if not a.handed or not b.handed or _alike(a.handed, b.handed):
        return None
    return f"one counts those freed by {_words(a.handed)}, the other those freed by {_words(b.handed)}"


def may_be_of_two_sides(a: Given, b: Given) -> bool:
    """Is it told of a swap, and of one of the two counts only, or of neither, who freed the counted? They may then be of its two sides."""
    return (a.swapped or b.swapped) and not (a.handed and b.handed)


def is_of_swap(figure: Figure, beside: Iterable[Claim]) -> bool:
    """Does its text tell of a swap?"""
    return is_handed(figure) and any(isinstance(c, Event) and c.act == SWAP for c in beside)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """The same sides, whatever state a government is of that is not named."""
    if len(a) != len(b):
        return False
    states = [[s for s in x if s != GROUP] for x in (a, b)]
    return (GROUP in a) == (GROUP in b) and (set(states[0]) == set(states[1]) or STATE in states[0] or STATE in states[1])


def _words(sides: frozenset[str]) -> str:
    return " and ".join(sorted(s.removeprefix("state:").title() if s.startswith("state:") else s for s in sides))


def _side(actor: Actor, who: WhoIsWho) -> str | None:
    """A state by name, a government, or an armed group; None where the actor may be of either, or of none (a body that lends its lorries)."""
    key, words = who.entity_of(actor), name_words(actor.label)
    if key.startswith("state:"):
        return ":".join(key.split(":")[:2])
    if key in listed_groups() or lexicon().voices.armed_group & set(words):
        return GROUP
    nation = next((countries()[w] for w in words if w in countries()), None)
    if nation is not None:
        return f"state:{'-'.join(nation)}"
    return STATE if (lexicon().origins.government | lexicon().origins.army) & set(words) else None
