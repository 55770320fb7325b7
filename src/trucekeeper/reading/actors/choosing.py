"""The proper names of one document, chosen among the candidates: not overlapping, whole, with one type for each name in the whole document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.words import is_given_name, is_word
from trucekeeper.reading.actors.acronyms import chains, factions
from trucekeeper.reading.actors.bodies import bodies
from trucekeeper.reading.actors.datelines import dateline_words
from trucekeeper.reading.actors.identity import is_paper, spells, without_overlaps
from trucekeeper.reading.actors.joining import joined
from trucekeeper.reading.actors.kinds import addressed, aged, titled, titled_after
from trucekeeper.reading.actors.lexicon import surfaces
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
from trucekeeper.reading.actors.role_nouns import actor_nouns, given_names, in_names, persons, role_words
from trucekeeper.reading.actors.states import formal_state
from trucekeeper.reading.actors.types import vote
from trucekeeper.reading.layers import text_of

AGE = re.compile(r",\s*(?:now\s+)?(?:aged\s+)?\d{1,3}\s*,")  # "Ode, 31,", "Ode, now 31,"
INITIAL = re.compile(r"\b[A-Z] [A-Z]\w\w")  # "K Ode"


def in_person(doc: Doc, known: Name) -> bool:
    """A state or capital that is somebody's given name here, after a title or honorific and before another name ("Colonel Israel Ode"), or his own
    after "Mr"; or the word for a people, before a name that no dictionary has ("Christian Ode").
    """
    if known.form == "adjective" and known.end - known.start == 1 and known.end < len(doc) and is_given_name(doc[known.start].orth):
        after = doc[known.end]
        return not (known.known or "").startswith("state:") and is_name_word(after) and after.is_title and not is_word(after) and after.text not in surfaces()
    if known.label != LOC or known.form not in {"name", "capital"} or known.end >= len(doc) or not titled(doc, known):
        return False
    if addressed(doc, known):
        return True
    after = doc[known.end]
    return is_name_word(after) and after.lower_ not in persons() and after.lower_ not in in_names()


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
    """A person's name as the model cut it, made whole by the run of proper nouns that it stands in; an office before it ("of Information") stays out.

    A single word that the tree makes the first of a name of several has no type yet.
    """
    run = next((r for r in loose if contains(r, name) and r.end - r.start <= LONGEST_PERSON), name)
    if name.label != PER:
        first = doc[name.start]
        begins = run.start == name.start and name.end - name.start == 1 < run.end - run.start
        return run if begins and all(t.dep_ == "flat" and t.head == first and t.is_title for t in doc[run.start + 1 : run.end]) else name

    def other(i: int) -> bool:
        return i in at_known or doc[i].lower_ in persons() or doc[i].lower_ in in_names()

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
    if not (token.is_alpha and token.is_title) or token.lower_ in role_words().grammar.never or token.is_sent_start:
        return False
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return 2 * sum(t.is_title for t in words) <= len(words) + 1


def keeps_together(doc: Doc, name: Name, inner: Iterable[Name]) -> bool:
    """May a longer name swallow known ones? Not when it is only a demonym, a body or a state and lower-case or title words beside it."""
    inside = sorted(inner, key=lambda k: k.start)
    if not inside:
        return True
    rest = [i for i in range(name.start, name.end) if not any(k.start <= i < k.end for k in inside)]
    if inside[0].form == "adjective" and inside[0].start == name.start and doc[name.end - 1].lower_ not in in_names() and titled_after(doc, name):
        return False  # "Colombian Defence" before "Minister"
    if inside[0].label == LOC and all(doc[i].lower_ in role_words().bodies.state for i in rest):
        return False  # "the Zandovian Government", "Zandovia Government"
    if name.label == PER:
        return all(k.form != "people" for k in inside) and all(doc[i].lower_ not in persons() | role_words().grammar.ranks for i in rest)
    return any(is_capital(doc[i]) for i in rest) and not any(doc[i].lower_ in persons() or doc[i].text in {"(", ")", ",", "/"} for i in rest)


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
    if not AGE.search(text_of(doc)):
        return
    for token in doc:
        name = Name(token.i, token.i + 1, PER)
        if token.is_alpha and token.is_title and token.lower_ not in role_words().grammar.never and aged(doc, name):
            yield name


def candidates(doc: Doc) -> list[Name]:
    """What may be a name, in text order, not overlapping, each with the label of whoever found it."""
    known = gazetteer_names(doc)
    given = [n for n in known if in_person(doc, n)]
    known = [n for n in known if n not in given]
    places = dateline_words(doc)
    model = [in_dateline(n, places) for n in joined(doc, model_names(doc))]
    model = [hyphened(doc, n, {i for other in (*known, *model) if other != n for i in range(other.start, other.end)}) for n in model]
    wings = [*factions(doc), *chains(doc)]
    known = [n for n in known if not any(w.start <= n.start < w.end for w in wings)] + [w for w in wings if w.known]
    loose = [*runs(doc, {n.start for n in given} | set(behind_initials(doc)) | set(behind_grades(doc))), *with_age(doc)]
    return merged(doc, known, model, [*bodies(doc), *(w for w in wings if not w.known), *(replace(n, label=ORG) for n in loose if is_explained(doc, n))], loose)


def hyphened(doc: Doc, name: Name, taken: Container[int]) -> Name:
    """A name with the capitalised word that a hyphen joins to it ("Zandor-Plus", "Zand-PM"), where that is no other name ("the Zandor-Kenya border")."""
    after = doc[name.end : name.end + 2]
    if (
        len(after) < 2
        or after[0].text not in HYPHENS
        or after[0].whitespace_
        or doc[name.end - 1].whitespace_
        or not ((after[1].is_title and after[1].pos_ == "PROPN") or (after[1].is_upper and len(after[1]) > 1))
    ):
        return name
    return name if name.end + 1 in taken or after[1].text in surfaces() else replace(name, end=name.end + 2, label=None if name.label == LOC else name.label)


def is_explained(doc: Doc, run: Name) -> bool:
    """Does a short form in brackets that these words spell stand behind them ("Orlan Zentra Melodi (OZM)")?"""
    if run.end - run.start < 2 or run.end + 2 >= len(doc) or doc[run.end].text != "(" or doc[run.end + 2].text != ")":
        return False
    short = doc[run.end + 1]
    return (
        short.is_upper
        and short.is_alpha
        and len(short) > 1
        and short.text[0] == doc[run.start].text[0]
        and spells(short.text, doc[run.start : run.end].text.split())
    )


def behind_initials(doc: Doc) -> Iterator[int]:
    """The tokens of names with initials and no full stops ("A K Ode"), whatever their tags; one initial alone only behind a role ("group leader R Ode")."""
    if not INITIAL.search(text_of(doc)):
        return
    for token in doc:
        if not (token.is_alpha and token.is_title and len(token) > 2) or token.lower_ in role_words().grammar.never or token.i == 0:
            continue
        first = token.i
        while first > 0 and len(doc[first - 1]) == 1 and doc[first - 1].is_upper and doc[first - 1].is_alpha:
            first -= 1
        if token.i - first > 1 or (token.i - first == 1 and first > 0 and doc[first - 1].lower_ in persons()):
            yield from range(first, token.i + 1)


def behind_grades(doc: Doc) -> Iterator[int]:
    """The capitalised words behind a rank ("Major General Win Ode Oo"), whatever their tags, where they are no office and not all words of the dictionary."""
    grades = role_words().grammar.grades
    for grade in doc:
        if not (grade.is_title and grade.lower_ in grades):
            continue
        following = doc[grade.i + 1 : grade.i + 1 + LONGEST_NAMED]
        behind = list(takewhile(lambda t: t.is_alpha and t.is_title and t.lower_ not in actor_nouns() | grades, following))
        if len(behind) > 1 and not all(map(is_word, behind)) and not any(t.lower_ in in_names() for t in behind):
            yield from (t.i for t in behind)


LONGEST_NAMED = 4  # words of somebody's name


def short_outlets(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """ "The Post" of "The Zandor Post": what an outlet is called for short."""
    taken = {i for n in names for i in range(n.start, n.end) if n.label is not None or n.end - n.start > 1}
    papers = {doc[n.end - 1].text for n in names if is_paper(doc, n)}
    if not papers:
        return
    for token in doc:
        if token.text in papers and token.i and token.i not in taken and doc[token.i - 1].lower_ == "the":
            yield Name(token.i, token.i + 1, ORG)


def uncut(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, those of several words that are mostly found whole being whole everywhere (of "Zandor al-Kesh" once only "Zandor")."""
    wholes = {n.start: n for n in names if n.end - n.start > 1 and not n.known}
    counts = Counter(doc[n.start : n.end].text for n in wholes.values())
    found: list[Name] = []
    for text, times in counts.items():
        like = next(n for n in wholes.values() if doc[n.start : n.end].text == text)
        cut = [s for s in spans_of(doc, text) if s.start not in wholes or wholes[s.start].end < s.end]
        cut = [s for s in cut if all((s.start <= n.start and n.end <= s.end) or n.end <= s.start or s.end <= n.start for n in names)]
        found += [replace(like, start=s.start, end=s.end) for s in cut if len(cut) < times]
    return without_overlaps(names, found) if found else names


def spans_of(doc: Doc, text: str) -> Iterator[Span]:
    """All places where these words stand as whole tokens."""
    at = text_of(doc).find(text)
    while at >= 0:
        span = doc.char_span(at, at + len(text))
        if span is not None:
            yield span
        at = text_of(doc).find(text, at + len(text))


def proper_names(doc: Doc) -> list[Name]:
    """All names of a document, in text order, not overlapping."""
    names = uncut(doc, candidates(doc))
    types = vote(doc, names)
    names = [n if n.known else replace(n, label=types[doc[n.start : n.end].text]) for n in names]
    last = surnames(doc, names)
    names = [
        replace(n, label=PER) if not n.known and (n.end - n.start == 1 or n.label is None) and doc[n.end - 1].text in last and n.label != PER else n
        for n in names
    ]
    names = [Name(n.start, n.end, PER) if n.known and n.label == ORG and n.end - n.start == 1 and doc[n.start].text in last else n for n in names]
    names = [replace(n, label=LOC) if not n.known and formal_state(doc[n.start : n.end].text) else n for n in names]
    names = without_bracketed(doc, names)
    outlets = {n.start: n for n in short_outlets(doc, names)}
    names = [*(n for n in names if n.start not in outlets), *outlets.values()]
    return sorted([*placed_by_dateline(doc, names), *by_surname(doc, names, last)], key=lambda n: n.start)


def without_bracketed(doc: Doc, names: list[Name]) -> list[Name]:
    """The names but for short forms in brackets of what has no name ("an improvised bomb (IB)"): the words before spell it, and tell of no body."""
    things = {doc[n.start].text for n in names if n.known is None and n.end - n.start == 1 and doc[n.start].is_upper and is_thing(doc, n.start)}
    return [n for n in names if n.known or doc[n.start : n.end].text not in things]


def is_thing(doc: Doc, i: int) -> bool:
    if not 2 < i < len(doc) - 1 or doc[i - 1].text != "(" or doc[i + 1].text != ")" or len(doc[i]) < 2:
        return False
    head, letters = doc[i - 2], doc[i].lower_.rstrip("s")
    words = [t for t in doc[max(head.sent.start, i - 3 - 2 * len(letters)) : i - 1] if t.is_alpha]
    body = (
        singular_low(head)
        in role_words().bodies.other
        | role_words().bodies.state
        | role_words().groups.generic
        | role_words().groups.armed
        | role_words().bodies.media
        | role_words().bodies.agency
        | in_names()
    )
    told = head.lower_ in role_words().grammar.not_actors or (head.text.islower() and head.pos_ == "NOUN" and not body)
    initials = iter([w.lower_[0] for w in words])
    return told and all(any(c == i for i in initials) for c in letters) and head.lower_[0] == letters[-1]


def singular_low(token: Token) -> str:
    return token.lower_[:-1] if token.tag_ in {"NNS", "NNPS"} and token.lower_.endswith("s") else token.lower_


def placed_by_dateline(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, those in the place of a dateline as places."""
    places = dateline_words(doc)
    if not places:
        return names
    towns = {doc[n.start : n.end].text.casefold() for n in names if n.start in places}

    def placed(name: Name) -> bool:
        town = name.known is None and name.label != PER and doc[name.start : name.end].text.casefold() in towns
        return (name.start in places and name.form != "capital") or town

    taken = {i for n in names for i in range(n.start, n.end)}
    starts = [i for i in sorted(places) if i - 1 not in places]
    lost = [Name(i, next(j for j in range(i + 1, len(doc) + 1) if j not in places), LOC) for i in starts]  # "PORT-AU-PRINCE", cut up by the tokenizer
    return [*(Name(n.start, n.end, LOC) if placed(n) else n for n in names), *(n for n in lost if taken.isdisjoint(range(n.start, n.end)))]


def by_surname(doc: Doc, names: list[Name], last: dict[str, str]) -> Iterator[Name]:
    """Surnames of the document's persons where neither the model nor the tagger saw a name."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in doc:
        if token.text in last and token.i not in taken and token.is_title and token.lower_ not in role_words().grammar.never:
            yield Name(token.i, token.i + 1, PER)
