"""The proper names of one document, chosen among the candidates: not overlapping, whole, with one type for each name in the whole document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from trucekeeper.language.words import is_given_name, is_word
from trucekeeper.reading.actors.bodies import bodies
from trucekeeper.reading.actors.datelines import dateline_words
from trucekeeper.reading.actors.joining import joined
from trucekeeper.reading.actors.kinds import aged, titled, titled_after
from trucekeeper.reading.actors.lexicon import given_names, nouns, surfaces
from trucekeeper.reading.actors.names import (
    GENERATIONS,
    HYPHENS,
    LINKS,
    LOC,
    LONGEST_PERSON,
    ORG,
    PER,
    Name,
    behind_state,
    gazetteer_names,
    is_capital,
    is_name_word,
    model_names,
    runs,
)  # fmt: skip
from trucekeeper.reading.actors.types import vote


def in_person(doc: Doc, known: Name) -> bool:
    """A state or capital that is somebody's given name here, after a title or honorific and before another name ("Colonel Israel Ode"), or the
    word for a people, before a name that no dictionary has ("Christian Ode").
    """
    if known.form == "adjective" and known.end - known.start == 1 and known.end < len(doc) and is_given_name(doc[known.start].orth):
        after = doc[known.end]
        return not (known.known or "").startswith("state:") and is_name_word(after) and after.is_title and not is_word(after) and after.text not in surfaces()
    if known.label != LOC or known.form not in {"name", "capital"} or known.end >= len(doc) or not titled(doc, known):
        return False
    after = doc[known.end]
    return is_name_word(after) and after.lower_ not in nouns().persons and after.lower_ not in nouns().in_names


def contains(a: Name, b: Name) -> bool:
    return a.start <= b.start and b.end <= a.end


def merged(doc: Doc, known: list[Name], model: list[Name], made: list[Name], loose: list[Name]) -> list[Name]:
    """One name a place: the gazetteer beats shorter and equal names; longer names of persons and bodies beat the gazetteer."""
    taken: list[Name] = []
    by_token: dict[int, Name] = {}

    def clear(name: Name) -> bool:
        return all(i not in by_token for i in range(name.start, name.end))

    def take(name: Name) -> None:
        taken.append(name)
        for i in range(name.start, name.end):
            by_token[i] = name

    at_known = {i: n for n in known for i in range(n.start, n.end)}
    model = [behind_state(doc, whole(doc, n, loose, at_known), at_known) for n in model]
    wider = [n for n in (*(behind_state(doc, n, at_known) for n in made), *model) if n.end - n.start > 1]
    wider += [replace(n, label=PER) for n in loose if n.end - n.start > 1 and doc[n.start].lower_ in given_names() and titled(doc, n)]
    for name in sorted(wider, key=lambda n: (n.start - n.end, n.start)):
        inner = {at_known[i] for i in range(name.start, name.end) if i in at_known}
        if clear(name) and all(contains(name, k) and k.end - k.start < name.end - name.start for k in inner) and keeps_together(doc, name, inner):
            take(name)
    for group in (known, model, loose):
        for name in group:
            if clear(name):
                take(name)
    for name in loose:
        for left in rest(doc, name, by_token):
            take(left)
    return sorted(taken, key=lambda n: n.start)


def rest(doc: Doc, run: Name, taken: Container[int]) -> Iterator[Name]:
    """A person's name that is left of a run of proper nouns when the body's name before it is taken ("… Council Abdel Ode")."""
    if run.start not in taken or run.end - 1 in taken:
        return
    start = next(i for i in range(run.end, run.start, -1) if i - 1 in taken)
    if run.end - start > 1 and start < run.end and doc[start].lower_ in given_names():
        yield replace(run, start=start, label=PER)


def whole(doc: Doc, name: Name, loose: Iterable[Name], at_known: dict[int, Name]) -> Name:
    """A person's name as the model cut it, made whole by the run of proper nouns that it stands in; an office before it ("of Information") stays out."""
    if name.label != PER:
        return name
    run = next((r for r in loose if contains(r, name) and r.end - r.start <= LONGEST_PERSON), name)

    def other(i: int) -> bool:
        return i in at_known or doc[i].lower_ in nouns().persons or doc[i].lower_ in nouns().in_names

    start, end = name.start, name.end
    while start > run.start and not other(start - 1):
        start -= 1
    if start and doc[start - 1].lower_ in LINKS:
        start = name.start
    while start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 2].whitespace_ and not doc[start - 1].whitespace_ and is_capital(doc[start - 2]):
        start -= 2
    while end < run.end and not other(end):
        end += 1
    while end < len(doc) and end - start < LONGEST_PERSON and goes_on(doc, end) and not other(end):
        end += 1
    return replace(name, start=start, end=with_generation(doc, end))


def with_generation(doc: Doc, end: int) -> int:
    """The end of a person's name with what tells it from a namesake's: "Jr.", "III", "the Elder"."""
    if end < len(doc) and doc[end].text in GENERATIONS:
        return end + 1
    if end + 1 < len(doc) and doc[end].lower_ == "the" and doc[end + 1].text in {"Elder", "Younger", "Great"}:
        return end + 2
    return end


def goes_on(doc: Doc, i: int) -> bool:
    """A capitalised word right behind a person's name belongs to it, whatever its tag, but in headings, where all words have capitals."""
    token = doc[i]
    if not (token.is_alpha and token.is_title) or token.lower_ in nouns().never or token.is_sent_start:
        return False
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return 2 * sum(t.is_title for t in words) <= len(words) + 1


def keeps_together(doc: Doc, name: Name, inner: Iterable[Name]) -> bool:
    """May a longer name swallow known ones? Not when it is only a demonym, a body or a state and lower-case or title words beside it."""
    inside = sorted(inner, key=lambda k: k.start)
    if not inside:
        return True
    rest = [i for i in range(name.start, name.end) if not any(k.start <= i < k.end for k in inside)]
    if inside[0].form == "adjective" and inside[0].start == name.start and doc[name.end - 1].lower_ not in nouns().in_names and titled_after(doc, name):
        return False  # "Colombian Defence" before "Minister"
    if name.label == PER:
        return all(k.form != "people" for k in inside) and all(doc[i].lower_ not in nouns().persons | nouns().ranks for i in rest)
    return any(is_capital(doc[i]) for i in rest) and not any(doc[i].lower_ in nouns().persons or doc[i].text in {"(", ")", ",", "/"} for i in rest)


def surnames(doc: Doc, names: Iterable[Name]) -> dict[str, str]:
    """Last words of the persons' full names -> PER; those that also stand for something known are left out."""
    found = {}
    for name in names:
        if name.label == PER and name.end - name.start > 1:
            found[doc[name.end - 1].text] = PER
    return found


def in_dateline(name: Name, places: Container[int]) -> Name:
    """A name in the place of a dateline takes the whole of it ("PORT LOUIS")."""
    start, end = name.start, name.end
    while start - 1 in places and start in places:
        start -= 1
    while end in places and end - 1 in places:
        end += 1
    return replace(name, start=start, end=end)


def with_age(doc: Doc) -> Iterator[Name]:
    """A capitalised word with an age behind it ("Ode, 31,"), whatever its tag."""
    for token in doc:
        name = Name(token.i, token.i + 1, PER)
        if token.is_alpha and token.is_title and token.lower_ not in nouns().never and aged(doc, name):
            yield name


def candidates(doc: Doc) -> list[Name]:
    """What may be a name, in text order, not overlapping, each with the label of whoever found it."""
    known = gazetteer_names(doc)
    given = [n for n in known if in_person(doc, n)]
    known = [n for n in known if n not in given]
    places = dateline_words(doc)
    model = [in_dateline(n, places) for n in joined(doc, model_names(doc))]
    return merged(doc, known, model, list(bodies(doc)), [*runs(doc, {n.start for n in given}), *with_age(doc)])


def proper_names(doc: Doc) -> list[Name]:
    """All names of a document, in text order, not overlapping."""
    names = candidates(doc)
    types = vote(doc, names)
    names = [n if n.known else replace(n, label=types[doc[n.start : n.end].text]) for n in names]
    last = surnames(doc, names)
    names = [
        replace(n, label=PER) if not n.known and (n.end - n.start == 1 or n.label is None) and doc[n.end - 1].text in last and n.label != PER else n
        for n in names
    ]
    names = [Name(n.start, n.end, PER) if n.known and n.label == ORG and n.end - n.start == 1 and doc[n.start].text in last else n for n in names]
    return sorted([*placed_by_dateline(doc, names), *by_surname(doc, names, last)], key=lambda n: n.start)


def placed_by_dateline(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, those in the place of a dateline as places."""
    places = dateline_words(doc)
    if not places:
        return names
    towns = {doc[n.start : n.end].text.casefold() for n in names if n.start in places}

    def placed(name: Name) -> bool:
        town = name.known is None and name.label != PER and doc[name.start : name.end].text.casefold() in towns
        return (name.start in places and name.form != "capital") or town

    return [Name(n.start, n.end, LOC) if placed(n) else n for n in names]


def by_surname(doc: Doc, names: list[Name], last: dict[str, str]) -> Iterator[Name]:
    """Surnames of the document's persons where neither the model nor the tagger saw a name."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in doc:
        if token.text in last and token.i not in taken and token.is_title and token.lower_ not in nouns().never:
            yield Name(token.i, token.i + 1, PER)
