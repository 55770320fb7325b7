"""When somebody held an office, and how: "former", "acting", "since 2019", "was appointed in May"; "until his dismissal" is left open."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from trucekeeper.model.claims import Tenure
from trucekeeper.model.time import Time
from trucekeeper.reading.actors.appointments import Turned, gives, office_at, turned
from trucekeeper.reading.actors.role_nouns import Turn, role_words, tenures
from trucekeeper.reading.layers import Mention, TimeFound, layers

OPENS, CLOSES, WITHIN = frozenset({"since", "from", "between"}), frozenset({"until", "till"}), frozenset({"in", "on", "during", "at", "of"})
JOINS = frozenset({"to", "until", "till", "and", "-", "–", "through"})
LOOSE = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "PART", "ADV"})
NEAR = frozenset({"ADP", "DET", "ADV"})  # between a verb without an office and its date
ELSEWHERE = frozenset({"after", "before", "over", "amid", "following", "when", "while", "for", "ahead"})  # what follows dates something else
REACH = 14  # tokens from a verb or an office to its date


@dataclass(slots=True)
class Held:
    """From when and until when, as the words tell; either may be open."""

    since: TimeFound | None = None
    until: TimeFound | None = None
    tenure: Tenure | None = None

    def time(self) -> Time | None:
        if self.since is None and self.until is None:
            return None
        found = [t for t in (self.since, self.until) if t is not None]
        words = " – ".join(dict.fromkeys(t.time.text or "" for t in found))
        first = self.since.time.earliest if self.since else None
        last = self.until.time.latest if self.until else None
        return Time(first, last, any(t.time.approximate for t in found), words or None)


def tenure(doc: Doc, title: str | None, mentions: list[Mention]) -> Held:
    """How and when one person held his office, by the words beside his title and by the verbs that are told of him."""
    found = Held()
    dates = {t.start: t for t in layers(doc).times if t.is_date}
    for mention in mentions:
        at = _office(doc, title, mention) if title else None
        if at is not None:
            found.tenure = found.tenure or _marked(doc, *at)
            _read(doc, dates, at[1], found, "serves", bare=False)
        said = turned(doc, mention.words[1])
        office = office_at(doc, said.after) if said is not None else None
        if mention.form == "name" and mention.words[0] and gives(doc[mention.words[0] - 1]):
            office = office_at(doc, mention.words[1])
            said = Turned("begins", mention.words[0] - 1, mention.words[1]) if office is not None else None
        if said is None or (office is None and doc[said.verb].lower_ not in role_words().tenure.alone):
            continue
        if office is not None and not _same(title, doc[office.start : office.end].text):
            continue
        _read(doc, dates, office.end if office else said.after, found, said.turn, bare=True, near=office is None)
        if said.turn == "ends" and title is not None and found.tenure is None:
            found.tenure = "former"
    return found


def _same(title: str | None, office: str) -> bool:
    """Is an office that a verb names the one of his title, and not another of his?"""
    return title is not None and (office in title or title in office)


def _office(doc: Doc, title: str, mention: Mention) -> tuple[int, int] | None:
    """The tokens of the title in a description."""
    at = mention.text.find(title) if mention.form == "description" else -1
    span = doc.char_span(mention.start + at, mention.start + at + len(title), alignment_mode="expand") if at >= 0 else None
    return (span.start, span.end) if span is not None else None


def _marked(doc: Doc, start: int, end: int) -> Tenure | None:
    """A word of tenure in the title before its noun, or right before the title ("then-president")."""
    for i in range(max(start - 2, doc[start].sent.start), end):
        word = tenures().get(doc[i].lower_)
        if word is not None and not any(doc[j].tag_ == "POS" or doc[j].text == "," for j in range(i, min(i + 6, end))):
            return word
        if i >= start and doc[i].lower_ in {"of", "for", "to", "at"}:
            return None
    return None


def _read(doc: Doc, dates: dict[int, TimeFound], start: int, found: Held, turn: Turn, *, bare: bool, near: bool = False) -> None:
    """The date behind an office or a verb, into what it opens or closes; without `bare` only after a preposition that says so."""
    at = _dated(doc, dates, start, NEAR if near else LOOSE)
    if at is None:
        return
    preposition, first = at
    second = _second(doc, dates, first)
    if preposition in CLOSES:
        found.until = found.until or first
        found.tenure = found.tenure or ("former" if turn == "serves" else None)
    elif preposition in OPENS:
        found.since = found.since or first
        found.until = found.until or second
    elif bare or second is not None:
        if turn != "ends":
            found.since = found.since or first
        if turn != "begins":
            found.until = found.until or second or first


def _dated(doc: Doc, dates: dict[int, TimeFound], start: int, loose: frozenset[str]) -> tuple[str, TimeFound] | None:
    """The first date within reach over words of the `loose` kinds, and the preposition before it; none behind what dates something else."""
    stop = min(doc[start - 1].sent.end, start + REACH)
    for i in range(start, stop):
        if doc[i].idx in dates:
            before = [t.lower_ for t in doc[max(start, i - 2) : i] if t.pos_ != "DET" and t.lower_ not in {"the", "late", "early", "mid", "-"}]
            return (before[-1] if before else ""), dates[doc[i].idx]
        if doc[i].lower_ in ELSEWHERE or not (doc[i].pos_ in loose or doc[i].lower_ in OPENS | CLOSES):
            return None
    return None


def _second(doc: Doc, dates: dict[int, TimeFound], first: TimeFound) -> TimeFound | None:
    """The other end of "from 2015 to 2019"."""
    span = doc.char_span(first.start, first.end, alignment_mode="expand")
    if span is None or span.end + 1 >= len(doc) or doc[span.end].lower_ not in JOINS:
        return None
    return dates.get(doc[span.end + 1].idx)
