"""Two versions of an agreement, clause by clause: what is the same, changed, gone or new; and an agreement as a proposal would make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from trucekeeper.agreement.changes import changed
from trucekeeper.agreement.file import lean
from trucekeeper.agreement.lines import key_of, to_file
from trucekeeper.agreement.schema import SECTIONS, AgreementFile
from trucekeeper.agreement.sentences import stems
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.errors import NotFound
from trucekeeper.model.time import Time

Kind = Literal["same", "changed", "only in the first", "only in the second"]
NOT_COMPARED = frozenset({"drafted", "words", "unknown"})  # what drafting noted, and where words stand; they say nothing of what was agreed
ALIKE = 0.55  # share of common words from which two lines without a common id or clause are the same one


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
    lines = [change for section in SECTIONS.values() for change in section_changes(section, getattr(one, section), getattr(two, section))]
    return Comparison(*(names or (first.name, second.name)), head=head, lines=tuple(lines))


def head_of(file: AgreementFile) -> dict[str, Any]:
    return {name: getattr(file, name) for name in ("name", "signed", "effective")}


def section_changes(section: str, first: Sequence[Any], second: Sequence[Any]) -> Iterator[LineChange]:
    pairs, found_by = paired(first, second)
    partner = {id(b): a for a, b in pairs}
    done: set[int] = set()
    new = [line for line in second if id(line) not in partner]
    for line in first:
        other = next((b for a, b in pairs if a is line), None)
        if other is None:
            yield LineChange("only in the first", section, key_of(line), label_of(line), tuple(field_changes(content(line), {})))
            continue
        fields = tuple(field_changes(content(line), content(other)))
        yield LineChange("changed" if fields else "same", section, key_of(line), label_of(other), fields, found_by[id(line)])
        behind = list(second).index(other) + 1
        while behind < len(second) and second[behind] in new and id(second[behind]) not in done:
            done.add(id(second[behind]))
            yield only_new(section, second[behind])
            behind += 1
    yield from (only_new(section, line) for line in new if id(line) not in done)


def only_new(section: str, line: Any) -> LineChange:
    return LineChange("only in the second", section, key_of(line), label_of(line), tuple(field_changes({}, content(line))))


def paired(first: Sequence[Any], second: Sequence[Any]) -> tuple[list[tuple[Any, Any]], dict[int, str]]:
    """Lines of the two versions that are one: by id, by clause, then by most of their words."""
    pairs: list[tuple[Any, Any]] = []
    found_by: dict[int, str] = {}
    left, right = list(first), list(second)
    for how, key in (("the same id", key_of), ("the same clause", lambda line: getattr(line, "clause", None))):
        by_key = {key(b): b for b in reversed(right) if key(b) is not None}
        for line in list(left):
            other = by_key.pop(key(line), None) if key(line) is not None else None
            if other is not None:
                pairs.append((line, other))
                found_by[id(line)] = how
                left.remove(line)
                right.remove(other)
    scores = sorted(((likeness(a, b), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True)
    taken: set[int] = set()
    for score, i, j in scores:
        a, b = left[-i], right[-j]
        if score >= ALIKE and id(a) not in taken and id(b) not in taken:
            taken |= {id(a), id(b)}
            pairs.append((a, b))
            found_by[id(a)] = f"{score:.0%} of their words"
    return pairs, found_by


def likeness(a: Any, b: Any) -> float:
    """Words in common, of all that either has."""
    one, two = stems(label_of(a, bare=True)), stems(label_of(b, bare=True))
    return len(one & two) / len(one | two) if one | two else 0.0


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
    return replace(agreement, terms=tuple(t for t in agreement.terms if t.added_by != key and t.id not in brought))
