"""The figure page: every value given, its bound and as-of date, whose word it is, and what each value is to the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trucekeeper.model.claims import Figure
from trucekeeper.model.errors import NotFound
from trucekeeper.views.chart import FigureChart, Point, figure_chart
from trucekeeper.views.cite import Cite, Word, cite_of, whose
from trucekeeper.views.extent import left_out
from trucekeeper.views.select import answers, claim_words, measure_meant
from trucekeeper.weighing.accounts import told_once
from trucekeeper.weighing.given import Given, population_of
from trucekeeper.weighing.relations import Relation, RelationKind
from trucekeeper.weighing.series import Series
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.vague import drawn, policy
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import count_words, time_words, value_words

LABELS: dict[RelationKind, str] = {
    "repeats": "repeats",
    "replaces": "replaces",
    "corrects": "corrects",
    "differs": "differs",
    "compatible": "compatible",
    "other_base": "counts something else",
    "part_of": "part of",
    "sums_to": "adds up",
    "does_not_sum": "does not add up",
}
ORDER = {kind: i for i, kind in enumerate(("differs", "does_not_sum", "corrects", "replaces", "sums_to", "part_of", "other_base", "compatible", "repeats"))}
PEOPLE = ("people", "persons")
MOST = 12  # relations of one kind told in full
NAMED = 8  # of what a record counts, where it is asked for what it does not count


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value as given. `as_of` is in words; `stated` is false where it is only the report's date. `told_as` is "happened",
    or what else the words tell of it ("agreed", "planned", "denied" …); `as_read` is what a person corrected.
    """

    value: str
    bound: str
    counted: str
    as_of: str
    stated: bool
    word: Word
    cite: Cite
    told_as: str = "happened"
    as_read: str | None = None
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """`label` is the relation in plain words, `subject` what is counted, `reason` a sentence; `cites` the claims that it speaks of."""

    kind: RelationKind
    label: str
    subject: str
    reason: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """The values that count one thing."""

    title: str
    rows: tuple[ValueRow, ...]
    relations: tuple[RelationRow, ...]
    left_out: int
    independence: str
    chart: FigureChart | None


@dataclass(frozen=True, slots=True)
class FigurePage:
    """`series` hold what several claims count, `single` what one claim counts alone, `unsaid` what is not said to have happened.

    `related` are the wholes, parts and other bases that `between` names; `measures` says what is counted, by how many values;
    `left_out` what of a large record was not weighed for it.
    """

    query: str
    series: tuple[SeriesPart, ...]
    single: tuple[ValueRow, ...]
    unsaid: tuple[ValueRow, ...]
    independence: str
    between: tuple[RelationRow, ...]
    related: tuple[ValueRow, ...]
    rejected: int
    left_out: str = ""
    measures: str = ""

    @property
    def cites(self) -> list[Cite]:
        rows = [r.cite for s in self.series for r in s.rows] + [r.cite for r in (*self.single, *self.unsaid, *self.related)]
        return rows + [c for r in (*self.between, *(r for s in self.series for r in s.relations)) for c in r.cites]


def build(weighed: Weighed, query: str) -> FigurePage:
    """The page for a figure in the user's words ("killed", "hostages held"). Raises NotFound, naming what the record counts."""
    words = query
    wanted = {g.figure.id for g in weighed.given if asked_for(g, words)}
    if not wanted and (meant := measure_meant(query, {g.figure.measure for g in weighed.given})):
        words = meant
        wanted = {g.figure.id for g in weighed.given if asked_for(g, words)}
    if not wanted:
        raise NotFound(f"no figure for “{query}” in this record", mend=_what_there_is(weighed))
    asked = [s for s in weighed.series if any(g.figure.id in wanted for g in s.given)]
    series = [s for s in asked if s.told_as == DONE]
    unsaid = sorted((g for s in asked if s.told_as != DONE for g in s.given if g.figure.id in wanted), key=lambda g: (g.order, g.figure.evidence[0].start))
    shown = {g.figure.id for s in series for g in s.given}
    relations = [r for r in weighed.figure_relations if shown & set(r.claims)]
    inner = {s.key: [r for r in relations if set(r.claims) <= {g.figure.id for g in s.given}] for s in series}
    within = {id(r) for found in inner.values() for r in found}
    between = [r for r in relations if id(r) not in within]
    others = dict.fromkeys(c for r in between for c in r.claims if c not in shown)
    given = {g.figure.id: g for g in weighed.given}
    parts = sorted((_part(weighed, s, inner[s.key]) for s in series if len(s.given) > 1), key=lambda p: (-len(p.rows), p.title))
    alone = sorted((s for s in series if len(s.given) == 1), key=lambda s: _in_text(s, weighed))
    single = [_row(weighed, s.given[0], counted=series_title(s)) for s in alone]
    independence = weighed.independence([g.figure for s in asked for g in s.given]).words
    rejected = sum(isinstance(c, Figure) and answers(words, claim_words(c)) for c in weighed.judged.rejected)
    told, _ = relation_rows(between, weighed)
    related = tuple(_row(weighed, given[c]) for c in others if c in given)
    left = left_out(weighed.extent, chosen="the newest with these words", more="More words of what is counted find others.")
    return FigurePage(
        query, tuple(parts), tuple(single), tuple(_row(weighed, g) for g in unsaid), independence, told, related, rejected, left, _measures(asked, query, words)
    )


def _measures(asked: Iterable[Series], query: str, words: str) -> str:
    """What the words asked for are taken to mean ("taken (2 values), held (1)"): the measures found, the one with most values first."""
    counts = Counter(g.figure.measure.replace("_", " ") for s in asked for g in s.given)
    found = [f"{name} ({count_words(n, 'value')})" for name, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]
    return f"{f'“{query}” is counted as “{words}”. ' if words != query else ''}Counted here: {', '.join(found)}."


def _in_text(series: Series, weighed: Weighed) -> tuple[int, int]:
    """Where a series begins: the place of its first document in the record, and of its words in that."""
    first = series.given[0].figure
    return list(weighed.documents).index(first.document), first.evidence[0].start


def asked_for(given: Given, query: str) -> bool:
    """Is a figure one of those that a query speaks of?"""
    return answers(query, claim_words(given.figure, [given.base] if given.base else []))


@dataclass(frozen=True, slots=True)
class Counted:
    """What a record counts, in words that `build` can be asked with, and how many values it has of it."""

    what: str
    values: int


def counted(weighed: Weighed) -> tuple[Counted, ...]:
    """What is counted, the most often counted first."""
    found = Counter(f"{g.figure.measure} {g.figure.of or ''}".strip().replace("_", " ") for g in weighed.given)
    return tuple(Counted(what, values) for what, values in sorted(found.items(), key=lambda c: (-c[1], c[0])))


def _what_there_is(weighed: Weighed) -> str:
    found = [c.what for c in counted(weighed)]
    if not found:
        return "It holds no figures at all."
    return f"Most often it counts {', '.join(found[:NAMED])}{'; `truce figure RECORD` lists all' if len(found) > NAMED else ''}."


def series_title(series: Series) -> str:
    of, measure = series.of, series.measure.replace("_", " ")
    bare = not series.given[0].population and of.casefold() not in PEOPLE  # "death toll of Tuesday" says "killed" again
    name = measure if not of or bare or of.casefold() == measure else f"{of}, {measure}"
    name = f"{name}, {series.place}" if series.place and series.place not in name else name
    base = series.given[0].base
    if base is None:
        return name
    told = base.of if base.of and (population_of(base.of) or base.of.casefold() in PEOPLE) else base.measure.replace("_", " ")
    return f"{name}, of {value_words(base)} {told}"


def _part(weighed: Weighed, series: Series, relations: list[Relation]) -> SeriesPart:
    rows = tuple(_row(weighed, g) for g in series.given)
    told, left_out = relation_rows(relations, weighed)
    words = weighed.independence([g.figure for g in series.given]).words
    return SeriesPart(series_title(series), rows, told, left_out, words, figure_chart(*_points(series)))


def _points(series: Series) -> tuple[list[Point], str | None]:
    """What the chart draws, and in which words vague counts are drawn."""
    made, note = [], None
    for g in series.given:
        vague = drawn(g.figure, policy())
        value = vague.low if vague else g.figure.value
        day = (g.as_of.last_day or g.as_of.first_day) if g.as_of else None
        if value is not None and day is not None:
            direction = {"at_least": 1, "more_than": 1, "at_most": -1, "less_than": -1, "vague": 1}.get(g.figure.bound, 0)
            note = policy().words if vague else note
            made.append(Point(day, value, g.origin.name, value_words(g.figure), g.figure.id, direction))
    return made, note


def _row(weighed: Weighed, given: Given, *, counted: str | None = None) -> ValueRow:
    figure = given.figure
    named = ", ".join(p for p in (figure.of, figure.party.label if figure.party else None, figure.place.name if figure.place else None) if p)
    before = weighed.judged.as_read.get(figure.id)
    review = weighed.judged.reviews.get(figure.id)
    return ValueRow(
        value=value_words(figure),
        bound=figure.bound,
        counted=counted or named or figure.measure.replace("_", " "),
        as_of=time_words(given.as_of) if given.stated else f"reported {time_words(given.as_of, unknown='on a date not given')}",
        stated=given.stated,
        word=whose(figure, given.document),
        cite=cite_of(figure),
        told_as=given.told_as,
        as_read=_as_read(before, figure) if isinstance(before, Figure) else None,
        reviewed=f"{review.verdict}ed by {review.by}, {review.at[:10]}" if review else None,
    )


def _as_read(before: Figure, now: Figure) -> str:
    """What a person has changed of a figure, as it was read."""
    told = [
        (value_words(before), value_words(now)),
        (before.measure.replace("_", " "), now.measure.replace("_", " ")),
        (before.of or "not said of whom", now.of or "not said of whom"),
        (before.place.name if before.place else "no place", now.place.name if now.place else "no place"),
        (before.party.label if before.party else "nobody’s", now.party.label if now.party else "nobody’s"),
        (time_words(before.about, unknown="no date"), time_words(now.about, unknown="no date")),
    ]
    return ", ".join(first for first, second in told if first != second) or value_words(before)


def relation_rows(relations: Iterable[Relation], weighed: Weighed) -> tuple[tuple[RelationRow, ...], int]:
    """Relations as rows, the weightiest first, and how many of a kind that is already told a dozen times are left out."""
    by_id, documents = weighed.by_id, weighed.documents
    subjects = {g.figure.id: series_title(s) for s in weighed.series for g in s.given}
    rows, left_out, told = [], 0, dict.fromkeys(ORDER, 0)
    for relation in sorted(told_once(relations, weighed.series), key=lambda r: ORDER[r.kind]):
        told[relation.kind] += 1
        if told[relation.kind] > MOST:
            left_out += 1
            continue
        cites = tuple(cite_of(by_id[c]) for c in relation.claims if c in by_id and by_id[c].document in documents)
        rows.append(RelationRow(relation.kind, LABELS[relation.kind], subjects.get(relation.claims[0], ""), relation.reason, cites))
    return each_once(rows), left_out


def each_once(rows: Iterable[RelationRow]) -> tuple[RelationRow, ...]:
    """Rows with the same words as one, with the claims of all: copies of a story tell a dispute again and add nothing to it."""
    held: dict[tuple[str, str], RelationRow] = {}
    for row in rows:
        key = (row.label, row.reason.casefold())
        first = held.setdefault(key, row)
        if first is not row:
            held[key] = replace(first, cites=tuple(dict.fromkeys([*first.cites, *row.cites])))
    return tuple(held.values())
