"""Clauses that ask for several things as a term for each: of several days ("the one district by 15 May, and the other by 1 June"), of several acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from trucekeeper.agreement.verbs import verb_at
from trucekeeper.model.agreement import Term
from trucekeeper.model.claims import TimeExpression

LIMIT = r"(?P<limit>by|before|until|on|not? later than|at the latest by)\s+"
OBJECT = re.compile(
    r"\s*(?:,|;|\band\b|,\s*and\b)\s*(?:and\s+)?"
    r"(?P<what>(?:(?:the|its|their|all|another|a further)\s+)?(?:rest|others|remainder|remaining [\w’'-]+|\d[\d,.]*(?: [\w’'-]+)?"
    r"|(?:the|its|all)(?: [\w’'-]+){1,5}?))"
    rf"\s+{LIMIT}$"
)
BEHIND = re.compile(rf"\b{LIMIT}$")
PASSIVE = re.compile(r"\b(?:shall|will|must|is to|are to)\s+be\s+(?:\w+ly\s+)?\w+(?:\s+(?:over|up|in|out|back|down|off))?\b")
THERE = re.compile(r"There (?:shall|will|must) be\s+")
PARTS = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|;\s*|\band\s+)(?=(?:an?\s+|the\s+|their\s+|its\s+)?(?:[a-z-]+\s+){0,3}?[a-z-]+(?:ment|tion|sion|wal|ing|fire|ure|truce)\b)"
)
ACT = re.compile(r"(?:an?\s+|the\s+|their\s+|its\s+)?(?:[a-z-]+\s+){0,3}?[a-z-]+(?:ment|tion|sion|wal|ing|fire|ure|truce)\b")
COUNT = re.compile(r"\d[\d,.]*")


def by_day(term: Term, times: Iterable[TimeExpression]) -> Iterator[Term]:
    """The term, or, where its words give what it is done to a day each, one for every day. `times` are those that stand in its words."""
    placed = sorted({(term.act.find(t.evidence[0].exact), t.evidence[0].exact, t) for t in times if t.about and t.about.known_day}, key=lambda p: p[0])
    days = [(at, at + len(words), time) for at, words, time in placed if at >= 0]
    parts = list(further(term.act, days))
    how = way_of(term.act)
    if not parts or how is None or term.anchor is None or term.anchor.kind != "date":
        yield term
        return
    yield replace(term, act=f"{term.act[: days[0][1]]}.")
    for what, limit, time in parts:
        day = time.about.known_day if time.about else None
        counted = of_quantity(what, term.quantity)
        words = f"{limit} {time.evidence[0].exact}"
        yield replace(
            term, act=f"{how.format(counted)} {words}.", quantity=counted if COUNT.match(counted) else None,
            anchor=replace(term.anchor, text=words, reference=str(day), relation="before" if limit == "before" else term.anchor.relation),
        )  # fmt: skip


def each_of(term: Term) -> Iterator[Term]:
    """The term, or, of "there shall be a ceasefire, disarmament of all groups and their disbandment", a term for each of these."""
    there = THERE.match(term.act)
    parts = [p.strip(" .;") for p in PARTS.split(term.act[there.end() :])] if there is not None else []
    if there is None or len(parts) < 2 or not all(ACT.match(part) for part in parts):
        yield term
        return
    yield from (replace(term, act=f"{there.group()}{part}.") for part in parts)


def further(act: str, days: list[tuple[int, int, TimeExpression]]) -> Iterator[tuple[str, str, TimeExpression]]:
    """What is to be done by each further day, as far as nothing else stands between; nothing where the first day is no last one."""
    if len(days) < 2 or BEHIND.search(act[: days[0][0]]) is None:
        return
    for (_, end, _time), (start, _end, time) in pairwise(days):
        between = OBJECT.match(act[end:start])
        if between is None:
            return
        yield between["what"], between["limit"], time


def way_of(act: str) -> str | None:
    """How the act is done to something, as a pattern with a place for it: "return {}", "{} shall be returned"."""
    passive = PASSIVE.search(act)
    if passive is not None:
        return f"{{}} {passive.group()}"
    verb = verb_at(act)
    written = re.match(verb.written, act) if verb is not None else None
    return f"{written[0]} {{}}" if written is not None else None


def of_quantity(what: str, quantity: str | None) -> str:
    """ "30" of "20 prisoners" are 30 prisoners, and "the rest" is the rest of the prisoners."""
    noun = COUNT.sub("", quantity, count=1).strip() if quantity else ""
    if not noun or noun in what:
        return what
    return f"{what} {noun}" if COUNT.fullmatch(what) else f"{what} of the {noun}" if what.endswith(("rest", "remainder")) else what
