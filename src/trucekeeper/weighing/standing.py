"""Whose word a count is: does somebody stand for it, and are two voices two accounts of one thing, or two hands of one body?"""

from __future__ import annotations

from trucekeeper.weighing.beside import offices
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import name_words, names_somebody
from trucekeeper.weighing.nations import country_words, is_country, with_countries
from trucekeeper.weighing.origins import BODIES
from trucekeeper.weighing.sides import side_of

PLACED = (*BODIES, "hospital", "armed group", "monitor", "witness")  # of which one event has one by each name, so that it need not be named further


def has_stand(item: Given) -> bool:
    """Does somebody answer for the count: a person or body by name, or a body or office that its place has one of ("the governor")? A report's own number is
    that of the hour in which it was written, and "officials" may be anybody's."""
    if item.origin.kind in ("outlet", "agency"):
        return False
    return item.origin.kind in PLACED or names_somebody(item.origin.name) or name_words(item.origin.name)[-1] in lexicon().voices.of_government


def of_nobody_known(item: Given) -> bool:
    """Is its voice only called by an office ("the official", "a spokesman")?"""
    words = item.origin.name.casefold().split()
    return item.origin.kind != "outlet" and not names_somebody(item.origin.name) and bool(words) and words[-1] in lexicon().voices.official


def of_one_government(a: Given, b: Given) -> bool:
    """Is the one the word of a government and the other that of somebody who, by his office, speaks for it ("the government", "the minister")?"""
    return any(x.origin.kind == "government" and bool(y.office & lexicon().voices.of_government) for x, y in ((a, b), (b, a)))


def of_one_state(a: Given, b: Given) -> bool:
    """Do both speak for bodies of a state, and is it not told of which two states?"""
    sides = {side for side in (side_of(a), side_of(b)) if side is not None}
    return _is_of_state(a) and _is_of_state(b) and len(sides) < 2


def _is_of_state(item: Given) -> bool:
    whole_country = is_country(item.origin.name.casefold())
    return item.origin.kind in BODIES or bool(item.office & lexicon().voices.of_government) or whole_country


def is_one_account(a: Given, b: Given) -> bool:
    """Is it one voice, or do both speak for one body or state?"""
    return a.origin.key == b.origin.key or of_one_body(a, b) or of_one_state(a, b)


def of_one_body(a: Given, b: Given) -> bool:
    """Is the one's name a shorter one of the other's ("the doctors’ committee", "an official of the Sessian Committee of Doctors"), or only the office that the
    other has ("a minister")?"""
    if _is_office_of(a, b) or _is_office_of(b, a):
        return True
    first, second = _body_words(a), _body_words(b)
    short, long = sorted((first, second), key=len)
    return bool(short) and short <= long and (len(short) > 1 or not short <= offices() | country_words())


def _is_office_of(office: Given, holder: Given) -> bool:
    return not names_somebody(office.origin.name) and name_words(office.origin.name)[-1] in holder.office


def _body_words(item: Given) -> frozenset[str]:
    passing = lexicon().words.small | lexicon().voices.official | lexicon().names.ranks
    return frozenset(w for w in with_countries(name_words(item.origin.name)) if w not in passing)
