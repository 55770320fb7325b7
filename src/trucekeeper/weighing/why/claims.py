"""Why two claims of a record were set together or apart, and what one claim is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucekeeper.model.claims import Claim, Event, Figure, Position, Statement
from trucekeeper.model.judgement import Judgement
from trucekeeper.weighing.entities import actors_of
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.grounds import words_alike
from trucekeeper.weighing.judged import identities
from trucekeeper.weighing.kinds import one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import likeness
from trucekeeper.weighing.series import compared
from trucekeeper.weighing.stances import distinct
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.why.events import happening_of, why_events
from trucekeeper.weighing.why.figures import RELATED, RELATIONS, why_figures
from trucekeeper.weighing.why.positions import stand_of, why_positions
from trucekeeper.weighing.why.reasons import COPIED, Change, Reason, Why, carried, people_on
from trucekeeper.weighing.words import day_words

DISPUTES = {
    "denied": "denied",
    "each_accuses": "each accuses the other",
    "doers_differ": "one act, other doers",
    "words_differ": "one speaker, other words",
    "retracted": "taken back",
}
TRIED = 4  # decisions of people that are tried out as if they had not been made
NEAREST = 5  # claims kept apart that are told, the most alike first


@dataclass(frozen=True, slots=True)
class Tie:
    """What a claim is tied to (or kept apart from) and why; `other` is None where the tie is to a name or a document and not to a claim."""

    relation: str
    together: bool
    other: Claim | None
    words: str
    reason: str


def why(a: Claim, b: Claim, known: Weighed) -> Why:
    """The record's verdict on two claims that stand in it, with the decisions of people that would make it otherwise if they were taken back."""
    made = _verdict(a, b, known)
    undone = []
    for judgement in _touching((a, b), known)[:TRIED]:
        other = known.without(judgement)
        if {a.id, b.id} <= other.by_id.keys():
            then = _verdict(other.by_id[a.id], other.by_id[b.id], other)
            if (then.together, then.relation) != (made.together, made.relation):
                undone.append(Change(f"if {judgement.by}’s decision of {day_words(judgement.at)} were taken back: {then.relation}", _undo(judgement)))
    return replace(made, changes=(*made.changes, *undone))


def _verdict(a: Claim, b: Claim, known: Weighed) -> Why:
    if isinstance(a, Event) and isinstance(b, Event):
        made = why_events(a, b, known)
    elif isinstance(a, Figure) and isinstance(b, Figure):
        made = why_figures(a, b, known)
    elif isinstance(a, Position) and isinstance(b, Position):
        made = why_positions(a, b, known)
    else:
        made = _others(a, b, known)
    found = [d for d in known.disputes if {a.id, b.id} <= {c.id for c in d.claims}]
    told = tuple(Reason("dispute", "neither", f"{DISPUTES[d.kind]}: {d.reason}") for d in found)
    if found and not made.together:
        made = replace(made, together=True, relation=DISPUTES[found[0].kind], decided=found[0].reason)
    return replace(made, reasons=(*told, *made.reasons))


def _touching(claims: tuple[Claim, ...], known: Weighed) -> list[Judgement]:
    """Standing decisions on these claims, or on names in them."""
    keys = {a.key for c in claims for a in actors_of(c)}
    reviews = [known.judged.reviews[c.id] for c in claims if c.id in known.judged.reviews]
    return [*reviews, *(j for pair, j in identities(known.judgements).items() if pair & keys)]


def _undo(judgement: Judgement) -> str:
    if judgement.other is not None:
        return f'truce judge RECORD "{judgement.subject}" undo --{"same-as" if judgement.verdict == "same" else "different-from"} "{judgement.other}" --by NAME'
    return f"truce judge RECORD {judgement.subject[:8]} undo --by NAME"


def _others(a: Claim, b: Claim, known: Weighed) -> Why:
    """Statements, and claims of two kinds: they are set against each other in disputes alone, and a count may be of an event."""
    people, common = people_on((a, b), known), tuple(carried(a, b, known))
    for figure, event in ((a, b), (b, a)):
        if isinstance(figure, Figure) and isinstance(event, Event) and _counts(figure, event, known):
            return Why(True, "a count of the event", "the figure stands in the words of the event, or in its sentence", common, people)
    if isinstance(a, Statement) and isinstance(b, Statement):
        one = a.speaker is not None and b.speaker is not None and known.who.same(a.speaker, b.speaker)
        speakers = [s.speaker.label if s.speaker else "not stated" for s in (a, b)]
        reasons = (
            Reason("speaker", "for" if one else "against", "; ".join(dict.fromkeys(speakers))),
            Reason("words", "neither", f"{likeness(a.content, b.content):.0%} of the words that carry meaning are common to the two"),
        )
        decided = "statements are set against each other where one denies what another asserts, or where one speaker is given other words"
        return Why(None, "not compared", decided, (*reasons, *common), people)
    decided = f"a {_kind(a)} and a {_kind(b)} are set against each other only where one denies or takes back the other"
    return Why(None, "not compared", decided, common, people)


def _counts(figure: Figure, event: Event, known: Weighed) -> bool:
    happening = happening_of(event, known)
    return happening is not None and any(g.figure.id == figure.id and happening.key in g.events for g in known.given)


def _kind(claim: Claim) -> str:
    return str(getattr(claim, "kind", "claim"))


def ties_of(claim: Claim, known: Weighed) -> list[Tie]:
    """All that a claim is tied to, then the nearest of what it is kept apart from, then what is known of its report and names."""
    found = [*_by_kind(claim, known), *_disputes(claim, known), *_report(claim, known), *_names(claim, known)]
    return sorted(found, key=lambda t: not t.together)


def _by_kind(claim: Claim, known: Weighed) -> Iterator[Tie]:
    if isinstance(claim, Event):
        yield from _of_event(claim, known)
    elif isinstance(claim, Figure):
        yield from _of_figure(claim, known)
    elif isinstance(claim, Position):
        yield from _of_position(claim, known)


def _of_event(event: Event, known: Weighed) -> Iterator[Tie]:
    happening = happening_of(event, known)
    mates = [t for t in happening.tellings if t.id != event.id] if happening else []
    for mate in mates:
        yield Tie("the same event", True, mate, mate.evidence[0].exact, why_events(event, mate, known).decided)
    for given in known.given:
        if happening is not None and happening.key in given.events and given.figure.measure.replace("_", " ") in lexicon().figures.compared:
            yield Tie("a count of it", True, given.figure, given.figure.evidence[0].exact, "it stands in the words of a telling, or in its sentence")
    held = {event.id, *(m.id for m in mates)}
    others = [e for e in known.of_kind(Event) if e.id not in held and one_kind(e, event)]
    for other in sorted(others, key=lambda e: (-words_alike(event, e), e.id))[:NEAREST]:
        yield Tie("another event", False, other, other.evidence[0].exact, why_events(event, other, known).decided)


def _of_figure(figure: Figure, known: Weighed) -> Iterator[Tie]:
    tied: set[str] = {figure.id}
    for relation in known.figure_relations:
        if figure.id in relation.claims:
            for key in relation.claims:
                if key != figure.id and key in known.by_id:
                    tied.add(key)
                    way = RELATIONS[relation.kind] if relation.claims[0] == figure.id else RELATED.get(relation.kind, RELATIONS[relation.kind])
                    yield Tie(way, relation.kind != "other_base", known.by_id[key], known.by_id[key].evidence[0].exact, relation.reason)
    series = next((s for s in known.series if any(g.figure.id == figure.id for g in s.given)), None)
    for given in series.given if series else ():
        if given.figure.id not in tied:
            tied.add(given.figure.id)
            yield Tie("one series", True, given.figure, given.figure.evidence[0].exact, why_figures(figure, given.figure, known).decided)
    own = next((g for g in known.given if g.figure.id == figure.id), None)
    others = [g for g in known.given if g.figure.id not in tied and g.figure.measure == figure.measure]
    for given in sorted(others, key=lambda g: (_distance(own, g), g.figure.id))[:NEAREST] if own else ():
        yield Tie("another count", False, given.figure, given.figure.evidence[0].exact, why_figures(figure, given.figure, known).decided)


def _distance(a: Given | None, b: Given) -> tuple[bool, float]:
    """Counts of what may be one thing first, then by how near the values are."""
    if a is None:
        return True, 0.0
    first, second = a.figure.value or 0, b.figure.value or 0
    return compared(a, b)[0] is None, abs(first - second) / max(abs(first), abs(second), 1)


def _of_position(position: Position, known: Weighed) -> Iterator[Tie]:
    stand = stand_of(position, known)
    for pile in distinct(stand.positions) if stand else ():
        for other in pile:
            if other.id != position.id:
                made = why_positions(position, other, known)
                yield Tie(made.relation, True, other, other.evidence[0].exact, made.decided)


def _disputes(claim: Claim, known: Weighed) -> Iterator[Tie]:
    for dispute in (d for d in known.disputes if claim.id in {c.id for c in d.claims}):
        for other in dispute.claims:
            if other.id != claim.id:
                yield Tie(DISPUTES[dispute.kind], True, other, other.evidence[0].exact, dispute.reason)
        if len(dispute.claims) == 1:
            yield Tie(DISPUTES[dispute.kind], True, None, "", dispute.reason)


def _report(claim: Claim, known: Weighed) -> Iterator[Tie]:
    """Copies of the report in which it stands."""
    for copy in (c for c in known.copies if claim.document in (c.first, c.second)):
        other = known.documents[copy.second if copy.first == claim.document else copy.first]
        yield Tie("report", True, None, other.outlet or other.name, f"the reports {COPIED[copy.relation]}: {copy.reason}")


def _names(claim: Claim, known: Weighed) -> Iterator[Tie]:
    """Names in it that are taken for one somebody's with others, and those that a person has yet to decide on."""
    told: set[str] = set()
    for actor in actors_of(claim):
        key = known.who.entity_of(actor)
        somebody = known.who.somebodies.get(key)
        if somebody is None or key in told:
            continue
        told.add(key)
        if len(somebody.names) > 1:
            reasons = list(dict.fromkeys(j.reason for j in known.who.joins if {j.first, j.second} & set(somebody.keys)))
            yield Tie("names", True, None, " = ".join(somebody.names), "; ".join(reasons) or "names of one form, one entry of the lists, or a person said so")
        for proposal in known.who.proposals:
            if key in (proposal.first, proposal.second):
                yield Tie("names", False, None, f"{proposal.first_label} / {proposal.second_label}", f"may be one: {proposal.reason}; a person decides")
