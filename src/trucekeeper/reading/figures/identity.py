"""What makes a count itself and no other: all so far or only new cases, and how sure it is (confirmed, believed, reported)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Counting, FigureStatus, Status
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.figures.phrases import Counted
from trucekeeper.reading.layers import FigureFound, layers

WHERE = "knowledge/figures_identity.toml"
KEYS = {
    "cumulative": {"nouns", "raising", "before", "around"},
    "new": {"before", "behind", "around"},
    "status": {"confirmed", "believed", "reported"},
    "dates": {"former", "ranked"},
    "told": {"own_word", "moved", "talked_of", "demanded", "planned", "proposed"},
}
LENGTHS = frozenset({"duration", "distance", "area"})  # counts of no cases
NEAR = 3  # tokens before a number in which "confirmed" is its own


@dataclass(frozen=True, slots=True)
class Identity:
    nouns: frozenset[str]
    raised: re.Pattern[str]
    before: re.Pattern[str]
    so_far: re.Pattern[str]
    window: re.Pattern[str]
    new_before: frozenset[str]
    new_behind: frozenset[str]
    confirmed: frozenset[str]
    of_hedge: dict[str, FigureStatus]
    own_word: frozenset[str]
    moved: frozenset[str]
    talked_of: frozenset[str]
    asked: dict[str, Status]
    former: tuple[str, ...]
    ranked: tuple[str, ...]


def phrases(words: list[str]) -> str:
    """One of the phrases; "#" is a number."""
    made = [re.escape(w).replace(r"\#", r"[\w-]+").replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w))]
    return rf"(?<!\w)(?:{'|'.join(made)})(?!\w)"


def build(content: dict[str, Any]) -> Identity:
    """The words of an opened file. Raises KnowledgeError for a key that nothing knows."""
    strange = sorted({*content} - {*KEYS}) + sorted(k for name, keys in KEYS.items() for k in {*content[name]} - keys)
    if strange:
        raise KnowledgeError(f"unknown key {strange[0]!r}", where=WHERE, mend=f"Keys are: {', '.join(sorted(k for keys in KEYS.values() for k in keys))}.")
    all_so_far, new, status, told = content["cumulative"], content["new"], content["status"], content["told"]
    asked: dict[str, Status] = {
        **dict.fromkeys(told["demanded"], "demanded"),
        **dict.fromkeys(told["planned"], "planned"),
        **dict.fromkeys(told["proposed"], "proposed"),
    }
    return Identity(
        nouns=frozenset(all_so_far["nouns"]),
        raised=re.compile(rf"{phrases(all_so_far['raising'])}[^.;]{{0,60}}?\bto$", re.IGNORECASE),
        before=re.compile(rf"{phrases(all_so_far['before'])},?$", re.IGNORECASE),
        so_far=re.compile(phrases(all_so_far["around"]), re.IGNORECASE),
        window=re.compile(phrases(new["around"]), re.IGNORECASE),
        new_before=frozenset(new["before"]),
        new_behind=frozenset(new["behind"]),
        confirmed=frozenset(status["confirmed"]),
        of_hedge={**dict.fromkeys(status["believed"], "believed"), **dict.fromkeys(status["reported"], "reported")},
        own_word=frozenset(told["own_word"]),
        moved=frozenset(told["moved"]),
        talked_of=frozenset(told["talked_of"]),
        asked=asked,
        former=tuple(content["dates"]["former"]),
        ranked=tuple(content["dates"]["ranked"]),
    )


@cache
def identity() -> Identity:
    return build(table("figures_identity"))


def identified(doc: Doc, items: Sequence[Counted], figures: Sequence[FigureFound]) -> list[FigureFound]:
    """The figures with what tells them from other counts of the same thing. `items` are their phrases, one for each."""
    counts = [i for i, f in enumerate(figures) if f.measure not in LENGTHS and f.unit != "percent"]
    made = [replace(f, status=status_of(item, f)) for item, f in zip(items, figures, strict=True)]
    for place, i in enumerate(counts):
        before = counts[place - 1] if place and items[counts[place - 1]].sentence == items[i].sentence else None
        after = counts[place + 1] if place + 1 < len(counts) and items[counts[place + 1]].sentence == items[i].sentence else None
        counting = counting_of(items[i], items[before] if before is not None else None, items[after] if after is not None else None)
        if counting is None and before is not None and joined(items[before], items[i]):
            counting = made[before].counting
        made[i] = replace(made[i], counting=counting)
    for i, j in reversed(list(pairwise(counts))):
        shared = made[i].counting is None and joined(items[i], items[j]) and own_mark(items[j]) is None and not dated_between(items[i], items[j])
        if shared:
            made[i] = replace(made[i], counting=made[j].counting)
    return made


def dated_between(one: Counted, two: Counted) -> bool:
    """ "19 were killed on Monday and 4,000 since March"."""
    return any(one.quantity.end <= t.start and t.end <= two.quantity.start for t in layers(one.doc).times)


def joined(one: Counted, two: Counted) -> bool:
    """ "31 killed and 60 wounded": one telling for both."""
    between = one.doc[one.end : two.start]
    return one.sentence == two.sentence and len(between) <= 8 and any(t.lower_ in {"and", "or"} for t in between) and not any(t.text == ";" for t in between)


def counting_of(item: Counted, before: Counted | None, after: Counted | None) -> Counting | None:
    own = own_mark(item)
    if own is not None:
        return own
    begin = before.after if before is not None else item.sentence[0]
    end = after.start if after is not None else item.sentence[1]
    left, right = item.doc[begin : item.start].text, item.doc[item.end : end].text
    for text in (right, left):
        if identity().window.search(text):
            return "new"
        if identity().so_far.search(text):
            return "cumulative"
    return None


def own_mark(item: Counted) -> Counting | None:
    """What the words right around the number say."""
    doc, known = item.doc, identity()
    left = doc[max(item.sentence[0], item.start - 12) : item.start].text.strip()
    first = doc[item.start].lower_
    before = doc[item.start - 1].lower_ if item.start > item.sentence[0] else ""
    if known.raised.search(left) or known.before.search(left):
        return "cumulative"
    inside = {t.lower_ for t in doc[item.start : item.end]}
    behind = doc[item.end].lower_ if item.end < item.sentence[1] and doc[item.end : item.end + 2].text.lower() != "more than" else ""
    if before in known.new_before or first in known.new_before or behind in known.new_behind or "additional" in inside:
        return "new"
    noun = item.noun
    return "cumulative" if noun is not None and noun.lemma_.lower() in known.nouns and noun.i < item.start else None


def status_of(item: Counted, figure: FigureFound) -> FigureStatus | None:
    """Confirmed, where the words around the count say so; believed or reported by its hedge."""
    if figure.hedge in identity().of_hedge:
        return identity().of_hedge[figure.hedge or ""]
    words = [t.lower_ for t in item.doc[max(item.sentence[0], item.start - NEAR) : min(item.sentence[1], item.after + NEAR)]]
    at = next((i for i, w in enumerate(words) if w in identity().confirmed), None)
    return "confirmed" if at is not None and not {"not", "never", "n't", "yet"} & set(words[max(0, at - 3) : at]) else None
