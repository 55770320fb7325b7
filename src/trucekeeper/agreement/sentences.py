"""Sentences of reports with the claims inside them: where a term's performance is told, denied or only touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from trucekeeper.agreement.frames import whole_words
from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.short_forms import short_forms
from trucekeeper.model.claims import Actor, Claim, Event, Figure, Provision, Statement, TimeExpression
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time

BREAK = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘]?[A-Z])|\n+")
ACCUSE = "accuse"
LEAD = 25  # code points before a term's words in which its verb of duty stands
TURNS = r",\s+(?:[\w’'-]+\s+){0,3}(?:which|whom?|but|although|though|while|whereas)\b"
LIST, CAPITALS = 6, 0.7  # words, and the part of them with a capital, that make a list of names
LIMIT = re.compile(r"\s+(?:deadline|target|time limit)\b")
POSSESSIVE = re.compile(r"['’]s?$")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a report from `start` on (code points), the claims read inside them, and the times that they name; `short` are the full names by the short
    forms that the report gives them, and `owed` are the places [start, end) in the document where it says what a text has somebody do."""

    document: str
    start: int
    text: str
    claims: tuple[Claim, ...]
    times: tuple[TimeExpression, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    owed: tuple[tuple[int, int], ...] = ()

    def is_owed(self, at: int) -> bool:
        """Do the words at an offset into the sentence say what is to be done ("the army is to deploy as the other withdraws"), and so nothing that was?"""
        return any(start <= self.start + at < end for start, end in self.owed)

    def spelled(self, words: str) -> str:
        """Some of its words with the full names of short forms beside them."""
        held = [full for short, full in self.short.items() if re.search(rf"\b{short}\b", words)]
        return " ".join((words, *held))

    def figures(self) -> list[Figure]:
        return [c for c in self.claims if isinstance(c, Figure) and c.value is not None]

    def events(self) -> list[Event]:
        return [c for c in self.claims if isinstance(c, Event)]

    def time(self) -> Time | None:
        """The one time that the words give for what they tell; not the time of the saying."""
        one = self.timed()
        return one.about if one is not None else None

    def timed(self) -> TimeExpression | None:
        """That time with its place."""
        said = [e for c in self.claims if isinstance(c, Statement) for e in c.spans.content]
        told = [t for t in self.times if not said or any(e.start <= t.evidence[0].start < e.end for e in said)]
        return told[0] if len(told) == 1 else None

    def limits(self) -> frozenset[str]:
        """Words for days by which something is due ("the September 15 deadline"), and not on which it was done."""
        behind = ((t, self.text[t.evidence[0].end - self.start :]) for t in self.times)
        return frozenset(t.about.text for t, after in behind if t.about is not None and t.about.text and LIMIT.match(after))

    def asserter(self, at: int) -> tuple[Actor | None, Claim | None]:
        """Who answers for the words at an offset into the sentence, and by which claim: a statement's speaker, an accuser, or who asserts the nearest claim."""
        place = self.start + at
        for claim in self.claims:
            if isinstance(claim, Statement) and claim.speaker and any(e.start <= place < e.end for e in claim.spans.content):
                return claim.speaker, claim
        if not self.claims:
            return None, None
        accused = [e for e in self.events() if e.act == ACCUSE and e.actors and e.trigger and e.trigger.end <= place]
        if accused:
            return accused[-1].actors[0], accused[-1]
        nearest = min(self.claims, key=lambda c: (abs(main_start(c) - place), c.id))
        return nearest.attribution.asserter, nearest


def main_start(claim: Claim) -> int:
    return ((claim.trigger if isinstance(claim, Event) else None) or claim.evidence[0]).start


def sentences_of(documents: Iterable[Document], claims: Sequence[Claim]) -> Iterator[Sentence]:
    """Of every report, in the order of documents; a text with clauses of an agreement reports nothing."""
    texts = {c.document for c in claims if isinstance(c, Provision) and c.clause}
    held: dict[str, list[Claim]] = {}
    terms: dict[str, list[Provision]] = {}
    for claim in claims:
        if isinstance(claim, Provision):
            terms.setdefault(claim.document, []).append(claim)
        else:
            held.setdefault(claim.document, []).append(claim)
    for document in sorted({d.id: d for d in documents}.values(), key=lambda d: d.id):
        if document.id not in texts and document.id in held:
            yield from cut(document, held[document.id], terms.get(document.id, ()))


def cut(document: Document, claims: Sequence[Claim], terms: Sequence[Provision] = ()) -> Iterator[Sentence]:
    begin, short = 0, short_forms(document.text)
    to_come = sorted({place for term in terms for place in owed_at(document.text, term)} | {m.span("what") for m in laid_down().finditer(document.text)})
    ends = [(m.start(), m.end()) for m in BREAK.finditer(document.text)] + [(len(document.text), len(document.text))]
    for end, after in ends:
        inside = tuple(c for c in claims if begin <= main_start(c) < after or spoken(c, begin, end))
        telling = tuple(c for c in inside if isinstance(c, Event | Figure | Statement))
        if inside and not is_list(document.text[begin:end]):  # where nothing else was read, its dates, places or roles stand for the sentence
            times = tuple(c for c in inside if isinstance(c, TimeExpression) and c.about is not None and c.about.first_day and c.about.last_day)
            owed = tuple(place for place in to_come if place[0] < end and begin < place[1])
            yield Sentence(document.id, begin, document.text[begin:end], telling or inside, times, short, owed)
        begin = after


def owed_at(text: str, term: Provision) -> Iterator[tuple[int, int]]:
    """The place of a report's words for a term that its own verb, or the one right before it, puts ahead: "is to withdraw", not "withdrew under the deal"."""
    main = term.evidence[0]
    if whole_words(act_words().frames.owed).search(text[max(0, main.start - LEAD) : main.end]) is not None:
        yield main.start, main.end


@cache
def laid_down() -> re.Pattern[str]:
    """ "The deal provides for | the withdrawal of the guards, with the police deployed", up to where a relative or a "but" tells what came of it."""
    words = act_words()
    names = "|".join(sorted(words.agreements))
    return re.compile(rf"\b(?:{names})\b[^.;,]{{0,60}}?\b(?:{words.frames.lays_down})\b(?P<what>(?:(?!{TURNS})[^.;])+)", re.IGNORECASE)


def is_list(text: str) -> bool:
    """Names in a row, as in a table of contents or a list of members, tell nothing."""
    words = [w for w in WORD.findall(text) if w[0].isalpha()]
    return len(words) >= LIST and sum(w[0].isupper() for w in words) >= CAPITALS * len(words)


def spoken(claim: Claim, begin: int, end: int) -> bool:
    return isinstance(claim, Statement) and any(e.start < end and e.end > begin for e in claim.spans.content)


def stems(text: str) -> frozenset[str]:
    """Words in small letters without a plural's or a possessive's ending."""
    return frozenset(stem(w) for w in WORD.findall(text.casefold()))


def stem(word: str) -> str:
    if "'" in word or "’" in word:
        word = POSSESSIVE.sub("", word)
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
