"""Two versions of an agreement, clause by clause: what is the same, changed, gone or new; and an agreement as a proposal would make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal

from trucekeeper.agreement.changes import changed
from trucekeeper.agreement.file import lean
from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.lines import key_of, to_file
from trucekeeper.agreement.schema import SECTIONS, AgreementFile
from trucekeeper.agreement.sentences import stems
from trucekeeper.agreement.windows import Reckoner
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.errors import NotFound
from trucekeeper.model.time import Time

Kind = Literal["same", "changed", "renumbered", "only in the first", "only in the second"]
NOT_COMPARED = frozenset({"drafted", "words", "unknown"})  # what drafting noted, and where words stand; they say nothing of what was agreed
ALIKE, SOME = 0.55, 0.25  # likeness from which two lines are the same one, and from which they are where they have one number
NUMBERED = 0.1  # what one and the same number adds


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a line in both versions, in words; "" where one has none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of either version or both. `section` is the file's, `key` its id there, `label` its clause and act, or its name."""

    kind: Kind
    section: str
    key: str
    label: str
    fields: tuple[FieldChange, ...] = ()
    found_by: str = "the same id"


@dataclass(frozen=True, slots=True)
class Comparison:
    first: str
    second: str
    head: tuple[FieldChange, ...]
    lines: tuple[LineChange, ...]


def compare(first: Agreement, second: Agreement, names: tuple[str, str] | None = None) -> Comparison:
    """All lines, in the order of the first version, what is only in the second behind the line that it follows there."""
    one, two = to_file(first), to_file(second)
    head = tuple(field_changes(head_of(one), head_of(two)))
    days = (last_days(first), last_days(second))
    lines = [change for section in SECTIONS.values() for change in section_changes(section, getattr(one, section), getattr(two, section), days)]
    return Comparison(*(names or (first.name, second.name)), head=head, lines=tuple(lines))


def head_of(file: AgreementFile) -> dict[str, Any]:
    return {name: getattr(file, name) for name in ("name", "signed", "effective")}


def last_days(agreement: Agreement) -> dict[str, date]:
    """The last day of each term that can be reckoned."""
    dates = Reckoner(agreement)
    return {t.id: day for t in agreement.terms if (window := dates.window(t)[0]) is not None and (day := window.last_day) is not None}


def section_changes(section: str, first: Sequence[Any], second: Sequence[Any], days: tuple[dict[str, date], dict[str, date]]) -> Iterator[LineChange]:
    pairs, found_by = paired(first, second)
    partner = {id(b): a for a, b in pairs}
    done: set[int] = set()
    new = [line for line in second if id(line) not in partner]
    for line in first:
        other = next((b for a, b in pairs if a is line), None)
        if other is None:
            yield LineChange("only in the first", section, key_of(line), label_of(line), tuple(field_changes(content(line), {})))
            continue
        fields = tuple(with_days(field_changes(content(line), content(other)), days[0].get(key_of(line)), days[1].get(key_of(other)), section))
        kind: Kind = "same" if not fields else "renumbered" if {f.name for f in fields} == {"clause"} else "changed"
        yield LineChange(kind, section, key_of(line), label_of(other), fields, found_by[id(line)])
        behind = list(second).index(other) + 1
        while behind < len(second) and second[behind] in new and id(second[behind]) not in done:
            done.add(id(second[behind]))
            yield only_new(section, second[behind])
            behind += 1
    yield from (only_new(section, line) for line in new if id(line) not in done)


def with_days(found: Iterable[FieldChange], before: date | None, after: date | None, section: str) -> Iterator[FieldChange]:
    """Changes of a line, with its last day where that moved; what it is reckoned from is then told by its words."""
    moved = section == "terms" and before is not None and after is not None and before != after
    for change in found:
        if not (moved and change.name == "anchor"):
            yield change
    if moved and before is not None and after is not None:
        by = abs((after - before).days)
        yield FieldChange("last_day", before.isoformat(), f"{after} ({by} {'day' if by == 1 else 'days'} {'later' if after > before else 'earlier'})")


def only_new(section: str, line: Any) -> LineChange:
    return LineChange("only in the second", section, key_of(line), label_of(line), tuple(field_changes({}, content(line))))


def paired(first: Sequence[Any], second: Sequence[Any]) -> tuple[list[tuple[Any, Any]], dict[int, str]]:
    """Lines of the two versions that are one: by an id of their own; then by most of their words, because clauses are renumbered; then, where some words are
    common, by their number."""
    pairs: list[tuple[Any, Any]] = []
    left, right = list(first), list(second)

    def pair(a: Any, b: Any) -> None:
        pairs.append((a, b))
        left.remove(a)
        right.remove(b)

    by_key = {key_of(b): b for b in right}
    for line in list(left):
        if not numbered(line) and key_of(line) in by_key:
            pair(line, by_key[key_of(line)])
    for least in (ALIKE, SOME):
        scored = [(score(a, b), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right) if least == ALIKE or same_number(a, b)]
        old, new = list(left), list(right)
        for value, i, j in sorted(scored, reverse=True):
            if value >= least and any(a is old[-i] for a in left) and any(b is new[-j] for b in right):
                pair(old[-i], new[-j])
    return pairs, {id(a): how_found(a, b) for a, b in pairs}


def numbered(line: Any) -> bool:
    """Is its id made of its number?"""
    return getattr(line, "clause", None) is not None and key_of(line).startswith("clause-")


def same_number(a: Any, b: Any) -> bool:
    return key_of(a) == key_of(b) or (getattr(a, "clause", None) is not None and getattr(a, "clause", None) == getattr(b, "clause", None))


def how_found(a: Any, b: Any) -> str:
    if key_of(a) == key_of(b):
        return "the same id"
    return "the same clause" if same_number(a, b) else f"{likeness(a, b):.0%} of their words"


def score(a: Any, b: Any) -> float:
    return likeness(a, b) + (NUMBERED if same_number(a, b) else 0.0)


def likeness(a: Any, b: Any) -> float:
    """Words in common, without grammar, months and numbers: the mean of their share of all and of the shorter."""
    one, two = (frozenset(w for w in stems(label_of(x, bare=True)) - act_words().common if not w[0].isdigit()) for x in (a, b))
    both = len(one & two)
    return (both / len(one | two) + both / min(len(one), len(two))) / 2 if one and two else float(label_of(a, bare=True) == label_of(b, bare=True))


def label_of(line: Any, *, bare: bool = False) -> str:
    """What a line says, in its own words; with its clause before it unless `bare`."""
    words = next((str(v) for name in ("act", "label", "name", "what", "matter", "of") if (v := getattr(line, name, None))), "")
    if not words:
        words = " for ".join(" and ".join(f"{s.value or 'some'} {s.of}" for s in getattr(line, side, ())) for side in ("gives", "returns")).strip()
    clause = getattr(line, "clause", None)
    return f"{clause} {words}" if clause and not bare else words


def content(line: Any) -> dict[str, Any]:
    return {k: v for k, v in lean(line.model_dump(mode="json")).items() if k not in NOT_COMPARED}


def field_changes(before: dict[str, Any], after: dict[str, Any]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*before, *after)):
        old, new = in_words(before.get(name)), in_words(after.get(name))
        if old != new and name != "id":
            yield FieldChange(name, old, new)


def in_words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict) and value.get("text") and "kind" in value:
        return str(value["text"])  # an anchor
    if isinstance(value, dict):
        return ", ".join(f"{k} {in_words(v)}" for k, v in value.items()) if set(value) != {"name", "id"} else str(value["name"])
    if isinstance(value, list):
        return "; ".join(map(in_words, value))
    return str(value)


def word_changes(before: str, after: str) -> list[tuple[Literal["kept", "gone", "new"], str]]:
    """Two texts word by word."""
    old, new = before.split(), after.split()
    made: list[tuple[Literal["kept", "gone", "new"], str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            made.append(("kept", " ".join(old[i1:i2])))
            continue
        if i2 > i1:
            made.append(("gone", " ".join(old[i1:i2])))
        if j2 > j1:
            made.append(("new", " ".join(new[j1:j2])))
    return made


def as_proposed(agreement: Agreement, key: str) -> Agreement:
    """The agreement as one of its amendments or proposals would make it: ends moved, lines replaced or ended taken out, new ones in.

    Raises NotFound where it has none of that id.
    """
    paper = next((a for a in agreement.amendments if a.id == key), None)
    if paper is None:
        known = ", ".join(a.id for a in agreement.amendments)
        raise NotFound(f"{agreement.name} has no amendment or proposal {key}", mend=f"It has {known}." if known else "It has none.")
    since = paper.from_day or Time("0001-01-01", "0001-01-01")
    day = since.first_day or since.last_day
    agreed = replace(paper, standing="agreed", effective=since, changes=tuple(replace(c, on=None) for c in paper.changes))
    only = replace(agreement, amendments=(agreed,))
    made = changed(only, day).agreement if day is not None else agreement
    gone = {c.line for c in paper.changes if c.what in ("replace", "end")}
    return replace(
        made, terms=tuple(t for t in made.terms if t.id not in gone), exchanges=tuple(x for x in made.exchanges if x.id not in gone),
        aid=tuple(a for a in made.aid if a.id not in gone), money=tuple(f for f in made.money if f.id not in gone), amendments=agreement.amendments,
    )  # fmt: skip


def without(agreement: Agreement, key: str) -> Agreement:
    """The agreement without the lines that one of its amendments would bring."""
    paper = next((a for a in agreement.amendments if a.id == key), None)
    brought = {c.replacement for c in paper.changes if c.replacement} | {c.line for c in paper.changes if c.what == "add"} if paper else set()
    exchanges = tuple(replace(x, rounds=tuple(r for r in x.rounds if r.added_by != key)) for x in agreement.exchanges)
    return replace(agreement, terms=tuple(t for t in agreement.terms if t.added_by != key and t.id not in brought), exchanges=exchanges)
