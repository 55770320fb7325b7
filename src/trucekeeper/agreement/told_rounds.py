"""What the sentences of reports tell of an exchange: so many given in a round, a round missed, a list disputed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.frames import before_of, is_ahead, is_undone
from trucekeeper.agreement.ledger_words import ledger_words, rounds_named
from trucekeeper.agreement.rounds import head, parts_of, round_on, rounds_of, words_of
from trucekeeper.agreement.sentences import Sentence, stems
from trucekeeper.agreement.told_acts import same_actor
from trucekeeper.agreement.told_counts import PART, first_end
from trucekeeper.agreement.told_words import shown_at
from trucekeeper.model.claims import Claim, Event, Figure
from trucekeeper.model.ledger import Entry, EntryKind
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Exchange, Round, Side

UNCOUNTED = frozenset({"duration", "distance", "money", "money given", "money pledged"})
DISPUTE_REACH = 60  # and between a list and the dispute over it


@dataclass(frozen=True, slots=True)
class Counted:
    """An exchange with its rounds and the words of its sides."""

    exchange: Exchange
    rounds: tuple[Round, ...]
    sides: tuple[tuple[str, Side], ...]

    @classmethod
    def of(cls, exchange: Exchange) -> Counted:
        return cls(exchange, rounds_of(exchange), tuple(parts_of(exchange)))


def entries_of(sentence: Sentence, exchanges: Sequence[Counted]) -> Iterator[Entry]:
    """Of all exchanges; the words of one sentence are told of each exchange that they fit."""
    text = sentence.text
    words = ledger_words().rounds
    if not (words.done.search(text) or words.nouns.search(text) or words.list.search(text)):
        return
    for counted in exchanges:
        yield from given(sentence, counted)
        yield from unmade(sentence, counted)


def given(sentence: Sentence, counted: Counted) -> Iterator[Entry]:
    done = done_at(sentence)
    if not done:
        return
    figures = [f for f in sentence.figures() if f.measure not in UNCOUNTED and not is_whole(f, sentence) and not is_difference(f, sentence)]
    for figure in figures:
        at = figure.evidence[0].start - sentence.start
        verb = min(done, key=lambda d: abs(d - at))
        total = is_total(figure, sentence)
        for part, side, sure, reason in sides_of(figure, sentence, counted, verb):
            event = event_at(sentence, at)
            done_on = event.about if event else None
            told = done_on or figure.about
            number, makes_up = round_of(sentence, counted, told.known_day if told else None, figure)
            when = done_on or (Time(None, figure.about.latest) if figure.about else None)  # a count alone says by when
            fits = side.value is None or side.each is not None or side.bound != "exact" or float(figure.value or 0) <= side.value
            yield entry(
                sentence, counted, at, [figure, *([event] if event else [])], kind="given", part=part, round=None if total else number, makes_up=makes_up,
                value=figure.value, bound=figure.bound, total=total, when=when, sure=sure and fits, reason=reason if fits else f"{reason}; more than is owed",
            )  # fmt: skip


def done_at(sentence: Sentence) -> list[int]:
    """Where the words tell that somebody was given: not what is not done, or not yet; without such a verb, where an act is told by a noun."""
    found = []
    for match in ledger_words().rounds.done.finditer(sentence.text):
        before = before_of(sentence.text, match.start())
        if not is_ahead(before) and not is_undone(before):
            found.append(match.start())
    acts = [e for e in sentence.events() if e.act in ledger_words().rounds.acts and e.status == "happened"]
    return found or [e.trigger.start - sentence.start for e in acts if e.trigger]


def is_whole(figure: Figure, sentence: Sentence) -> bool:
    """Is it what others are counted out of ("40 of the 60")?"""
    start = figure.evidence[0].start
    before = [f for f in sentence.figures() if f is not figure and f.evidence[0].start < start]
    return any(PART.fullmatch(sentence.text[first_end(f, sentence) : start - sentence.start]) for f in before)


def is_difference(figure: Figure, sentence: Sentence) -> bool:
    """ "one fewer than agreed" counts what was not given."""
    return re.match(r"\s+(?:fewer|less|short|too few|more than (?:was |were )?(?:agreed|owed|due))\b", sentence.text[first_end(figure, sentence) :]) is not None


def is_total(figure: Figure, sentence: Sentence) -> bool:
    """Does it count all so far? By the reader, by "40 of the 60", or by words such as "so far" beside it."""
    if figure.counting is not None:
        return figure.counting == "cumulative"
    end = first_end(figure, sentence)
    if re.match(r"\s+(?:out\s+)?of\s+(?:the|its|their)?\s*(?:about\s+)?\d", sentence.text[end:], re.IGNORECASE):
        return True
    start = figure.evidence[0].start - sentence.start
    if re.search(r"\ball(?: of)?(?: the| its| their)?\s*$", sentence.text[:start], re.IGNORECASE) or figure.evidence[0].exact.casefold().startswith("all "):
        return True
    near = sentence.text[max(0, start - 45) : end + 90]
    return ledger_words().rounds.total.search(near) is not None


def sides_of(figure: Figure, sentence: Sentence, counted: Counted, verb: int) -> Iterator[tuple[str, Side, bool, str]]:
    """The sides that a figure may be of: by what it counts; where that is said in other words or of both sides, by who gave it."""
    of = figure.of if figure.of and not figure.of[0].isupper() else ""  # "bringing to 12 the number that the Council freed" counts no Council
    own = stems(f"{of} {figure.evidence[0].exact}")
    named = own if of and not own & ledger_words().rounds.counts else own | stems(sentence.text)
    fitting = [(part, side) for part, side in counted.sides if head(side.of) in named]
    doers = [a for e in sentence.events() if e.act in ledger_words().rounds.acts and e.status == "happened" for a in e.actors]
    if len(fitting) == 1:
        yield *fitting[0], head(fitting[0][1].of) in own or is_total(figure, sentence), f"counts {fitting[0][1].of}"
        return
    among = fitting or list(counted.sides)
    if fitting and ledger_words().rounds.both.search(sentence.text):
        for part, side in fitting:
            yield part, side, True, f"counts {side.of}, of both sides"
        return
    closest = [(p, s) for p, s in fitting if words_of(s) <= own]
    if len(closest) == 1:
        yield *closest[0], True, f"counts {closest[0][1].of}"
        return
    by_giver = [(p, s) for p, s in among if s.giver and any(same_actor(a, s.giver.key, s.giver.label) for a in doers)]
    if len(by_giver) == 1 and (fitting or figure.measure in {"released", "returned dead"}):
        giver = by_giver[0][1].giver
        yield *by_giver[0], bool(fitting), f"given by {giver.label if giver else ''}, counted in other words"


def event_at(sentence: Sentence, at: int) -> Event | None:
    """The giving nearest to a figure."""
    acts = [e for e in sentence.events() if e.act in ledger_words().rounds.acts and e.status == "happened"]
    return min(acts, key=lambda e: (abs((e.trigger or e.evidence[0]).start - sentence.start - at), e.id), default=None)


def round_of(sentence: Sentence, counted: Counted, day: date | None, claim: Claim) -> tuple[int | None, int | None]:
    """The round that the words name, or the one that falls due about the day told; and the missed round that they make up for."""
    named = rounds_named(sentence.text)
    made_up = ledger_words().rounds.make_up.search(sentence.text) is not None
    told = day or (claim.said.last_day if claim.said else None)
    if made_up:
        listed = [r for r in counted.rounds if r.makes_up is not None and (not named or r.makes_up in named)]
        number = listed[0].number if len(listed) == 1 else round_on(counted.rounds, told, make_up=True) if told else None
        return number, named[0] if named else listed[0].makes_up if len(listed) == 1 else None
    known = {r.number for r in counted.rounds}
    inside = [n for n in named if n in known or not known]
    if len(inside) == 1:
        return inside[0], None
    return (round_on(counted.rounds, told) if told and counted.rounds else None), None


def unmade(sentence: Sentence, counted: Counted) -> Iterator[Entry]:
    """A round that did not come about, and a list that somebody does not accept."""
    words, text = ledger_words().rounds, sentence.text
    about = bool(stems(text) & {head(s.of) for _, s in counted.sides}) or ledger_words().rounds.given.search(text) is not None or bool(rounds_named(text))
    missed = words.missed.search(text)
    if missed and about and words.nouns.search(text) and not is_ahead(before_of(text, missed.start())):
        claim = nearest(sentence, missed.start())
        if claim is not None:
            number, _ = round_of(sentence, counted, claim.about.known_day if claim.about else None, claim)
            reason = "tells of a round that did not come about"
            yield entry(sentence, counted, missed.start(), [claim], kind="missed", round=number, when=claim.about, sure=number is not None, reason=reason)
    listed = words.list.search(text)
    disputed = [m for m in words.disputed.finditer(text) if listed and abs(m.start() - listed.start()) <= DISPUTE_REACH]
    if listed and disputed and about:
        claim = nearest(sentence, disputed[0].start())
        if claim is not None:
            number = round_of(sentence, counted, None, claim)[0] if rounds_named(text) else None
            reason = "tells of a dispute over a list"
            yield entry(sentence, counted, disputed[0].start(), [claim], kind="disputed", round=number, when=None, sure=True, reason=reason)


def nearest(sentence: Sentence, at: int) -> Claim | None:
    place = sentence.start + at
    return min(sentence.claims, key=lambda c: (abs(c.evidence[0].start - place), c.id), default=None)


def entry(
    sentence: Sentence, counted: Counted, at: int, claims: Sequence[Claim], *, kind: EntryKind, sure: bool, reason: str, when: object, **more: object
) -> Entry:
    by, speaking = sentence.asserter(at)
    inside = list(dict.fromkeys((*claims, *([speaking] if speaking else []))))
    words = " ".join(sentence.text.split()).strip(' "“”')
    return Entry(
        line=counted.exchange.id, document=sentence.document, reason=reason, claims=tuple(c.id for c in inside), basis=tuple(basis_of(c) for c in inside),
        certainty="matched" if sure else "proposed", by=by, said=claims[0].said, when=when, words=shown_at(words, at), kind=kind, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def all_entries(sentences: Iterable[Sentence], counted: Sequence[Counted]) -> list[Entry]:
    """Of all sentences, in their order. What a report tells without a day or a round of its own is of the round that it told of last."""
    found: list[Entry] = []
    last: dict[tuple[str, str], Entry] = {}
    for sentence in sentences if counted else ():
        for entry_found in entries_of(sentence, counted):
            key = (entry_found.document, entry_found.line)
            before = last.get(key)
            made = entry_found
            if made.kind == "given" and not made.total and made.when is None and before is not None and not rounds_named(sentence.text):
                made = replace(made, round=before.round, makes_up=before.makes_up, when=before.when)
            if made.kind == "given" and not made.total and made.when is not None:
                last[key] = made
            found.append(made)
    return found
