"""Which claims a topic in a user's words is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.record.spellings import one_spelling
from trucekeeper.weighing.entities import actors_of
from trucekeeper.weighing.likeness import stem, stems


def claim_words(claim: Claim, others: Sequence[Claim] = ()) -> set[str]:
    """All that a claim can be found by: its kind's own fields, everybody that it names, its place and its exact words."""
    parts = [e.exact for e in claim.evidence[:1]]
    parts.extend(a.label for a in actors_of(claim))
    parts.append(claim.place.name if claim.place else "")
    match claim:
        case Figure():
            parts.extend((claim.measure, claim.of or "", claim.unit or ""))
        case Event():
            parts.append(claim.act)
        case Position():
            parts.extend((claim.issue, claim.toward or ""))
        case Provision():
            parts.extend((claim.issue or "", claim.agreement or "", claim.phase or ""))
        case Statement():
            parts.append(claim.act or "")
    parts.extend(o.of or o.measure for o in others if isinstance(o, Figure))
    return {s for part in parts for s in topic_stems(part)}


def topic_stems(text: str) -> list[str]:
    """The stems of all words, in order, those that are spelt in several ways in one of them."""
    return stems(one_spelling(text))


def answers(topic: str, words: Iterable[str]) -> bool:
    """Does every word of the topic begin one of these words, or the other way round?"""
    held = set(words)
    asked = topic_stems(topic)
    return bool(asked) and all(a in held or any(_begins(a, h) for h in held) for a in asked)


@cache
def _measure_words() -> dict[str, tuple[str, ...]]:
    """The stem of each single word by which the figure reader knows a measure -> these measures."""
    held: dict[str, dict[str, None]] = {}
    for rule in table("measures")["rule"]:
        for word in (w for w in rule.get("words", ()) if " " not in w):
            held.setdefault(stem(word), {})[rule["measure"]] = None
    return {word: tuple(measures) for word, measures in held.items()}


def measure_meant(topic: str, measures: Collection[str]) -> str | None:
    """The topic with the measure in place of the word that is counted as it ("kidnapped" as taken), of those measures that there are; None where no word is."""
    irregular = table("measures")["irregular"]
    words = topic.split()
    for at, word in enumerate(words):
        meant = _measure_words().get(stem(irregular.get(word.casefold(), word.casefold())), ())
        found = next((m for m in meant if m in measures and m != word), None)
        if found is not None:
            return " ".join([*words[:at], found, *words[at + 1 :]])
    return None


def _begins(asked: str, held: str) -> bool:
    """Is one the beginning of the other, and long enough to mean something ("withdraw" and "withdrawal")?"""
    return (len(asked) > 3 and held.startswith(asked)) or (len(held) > 4 and asked.startswith(held))
