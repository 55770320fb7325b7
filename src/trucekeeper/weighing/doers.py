"""Who did it, in two event claims: the same, others by name, or perhaps the same under a shorter name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trucekeeper.model.claims import Actor, Event
from trucekeeper.weighing.beside import offices, worn
from trucekeeper.weighing.entities import WhoIsWho, is_known
from trucekeeper.weighing.names import name_words, names_somebody
from trucekeeper.weighing.nations import country_words, is_country

PLACED = re.compile(r" (?:in|near|at|on|from|outside) ")
UNNAMED = re.compile(r"an? ")  # "a Grad launcher", "a Belmian drone"
MUTUAL = "CONSULT"  # acts that two do together, so that each may be told as the doer


def _keys(actors: Iterable[Actor], who: WhoIsWho) -> frozenset[str]:
    return frozenset(who.entity_of(a) for a in actors)


def share(first: Sequence[Actor], second: Sequence[Actor], who: WhoIsWho) -> bool:
    """Is anybody among both: one entity, a name inside a description ("a team of the Monitoring Mission", "the Kenyan troops" and Kenya), or an officer
    and the body that he is one of?"""
    if _keys(first, who) & _keys(second, who):
        return True
    names = [[words for a in side for words in who.called(a)] for side in (first, second)]
    return any(a == b or ((a <= b or b <= a) and _is_whole(min((a, b), key=len))) for a in names[0] for b in names[1])


def _is_whole(words: frozenset[str]) -> bool:
    """Do the words name somebody by themselves: two at least, or a country's one?"""
    return len(words) > 1 or is_country(" ".join(words))


def other_actors(a: Event, b: Event, who: WhoIsWho) -> bool:
    """Do both name who did it, and not the same? Who denies an act, or asks for it, is not who did it; of talks each side is a doer."""
    if {a.status, b.status} & {"denied", "demanded", "proposed"}:
        return False
    if a.type == b.type == MUTUAL:
        return by_others((*a.actors, *a.recipients), (*b.actors, *b.recipients), who)
    return by_others(a.actors, b.actors, who)


def by_others(first: Sequence[Actor], second: Sequence[Actor], who: WhoIsWho) -> bool:
    """Is somebody named on both sides, and nobody on both? A description may be of anybody."""
    named = [[x for x in side if is_name(x)] for side in (first, second)]
    return bool(named[0] and named[1]) and not share(first, second, who) and not _one_for_short(named[0], named[1], who)


def _one_for_short(first: Iterable[Actor], second: Iterable[Actor], who: WhoIsWho) -> bool:
    """May one go by a single word of the other's name ("the Tigers" of the Lake Tigers)? It makes nobody one, and keeps nobody apart."""
    pairs = ((a, b) for x in first for y in second for a in who.called(x) for b in who.called(y))
    return any(a != b and min(len(a), len(b)) == 1 and bool(a & b - worn() - country_words()) for a, b in pairs)


def is_name(actor: Actor) -> bool:
    """Is it somebody by name, and neither a noun at the head of a sentence ("Gunmen", "Eleven people") nor an office that every state has?"""
    if not is_known(actor) and (set(name_words(actor.label)) <= offices() or UNNAMED.match(actor.label)):
        return False
    if actor.actor is None and (head := PLACED.split(actor.label, maxsplit=1)[0]) == head.lower() != actor.label:
        return False  # "a prison in the Kesh region"
    return actor.actor is not None or names_somebody(actor.label[:1].lower() + actor.label[1:])
