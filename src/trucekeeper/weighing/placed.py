"""Where two events are told to have been: at one place, at two, or at places of which one may lie in the other."""

from __future__ import annotations

import re
from functools import lru_cache

from trucekeeper.model.claims import Event
from trucekeeper.weighing.entities import is_known
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import plain, sound
from trucekeeper.weighing.nations import is_country
from trucekeeper.weighing.scene import Scene
from trucekeeper.weighing.tellings import HARM
from trucekeeper.weighing.whereabouts import may_lie_in

SPELT = 5  # letters of a place’s word from which another spelling may be of the same


def in_place(event: Event) -> str | None:
    """Where it was, without hyphens; a place that is only in the name of who did it, or a hospital's of who was hurt, is none."""
    place = _bare(event.place.name) if event.place else None
    if place and event.act in HARM and lexicon().origins.hospital & set(plain(event.evidence[0].exact).split()):
        return None  # where somebody died of it
    return None if place and any(place in _bare(a.label) and (is_known(a) or place != _bare(a.label)) for a in event.actors) else place


def _bare(name: str) -> str:
    return plain(name).replace("-", " ")


@lru_cache(maxsize=10_000)
def heard(place: str) -> str:
    """A place, as `in_place` gives it, in one spelling for its transliterations ("Muttur", "Mutur")."""
    return " ".join(sound(w) if len(w) >= SPELT else w for w in place.split())


def one_place(a: Event, b: Event, scene: Scene) -> bool:
    """Is the place of one the other's too, or named in its sentence?"""
    place_a, place_b = in_place(a), in_place(b)
    if place_a and place_b and (place_a in place_b or place_b in place_a or heard(place_a) == heard(place_b)):
        return True
    return any(
        place and not _takes_part(place, other) and _stands_in(place, scene.words(other).replace("-", " ")) for place, other in ((place_a, b), (place_b, a))
    )


def _takes_part(place: str, event: Event) -> bool:
    """Is it a country whose name stands in the other telling for one of those who take part ("Orrin and Sess swapped prisoners")?"""
    return is_country(place) and any(place in _bare(x.label) for x in (*event.actors, *event.recipients))


def other_places(a: Event, b: Event, scene: Scene) -> bool:
    """Are both told with a place, and neither of these the other's, nor one in which the other may lie?"""
    first, second = in_place(a), in_place(b)
    if a.place is None or b.place is None or not first or not second or one_place(a, b, scene):
        return False
    if is_line(first) != is_line(second):
        return False  # "along the Line of Control", "in the Kesh sector"
    return not (may_lie_in(a.place, b.place) and scene.akin(a.document, b.document))


def is_line(place: str) -> bool:
    """Is it a line, a border, a river or a road, which has no single spot?"""
    return place.rsplit(" ", 1)[-1] in lexicon().events.lines or place.split(" ", 1)[0] in lexicon().events.lines


def _stands_in(name: str, words: str) -> bool:
    return name in words and _whole(name).search(words) is not None  # the first is quick, and mostly the end of it


@lru_cache(maxsize=10_000)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")
