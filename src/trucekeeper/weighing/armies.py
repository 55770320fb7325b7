"""One army under two names: "the Orrin army", "Orrin’s National Army" and, in their report, "the military spokesman"."""

from __future__ import annotations

from trucekeeper.model.claims import Actor
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import name_words
from trucekeeper.weighing.nations import country_words, with_countries


def of_one_army(a: Actor | None, b: Actor | None, who: WhoIsWho) -> bool:
    """Are both an army, or who speaks for one, of one country, or of none that is told?"""
    first, second = (_words(x, who) for x in (a, b))
    if not first & lexicon().voices.forces or not second & lexicon().voices.forces:
        return False
    lands = first & country_words(), second & country_words()
    return lands[0] == lands[1] or not all(lands)


def _words(actor: Actor | None, who: WhoIsWho) -> frozenset[str]:
    if actor is None:
        return frozenset()
    _, body = who.speaks_for.get(who.entity_of(actor), (None, ""))
    return frozenset(w for name in (actor.name, actor.label, body) for w in with_countries(name_words(name)))
