"""Own gold passages against what is read of them: which statements are found, and of those which speakers, modes, acts and links."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from spacy.language import Language

from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import StatementFound, layers
from trucekeeper.reading.statements import truce_statements

GOLD = Path(__file__).with_name("gold.jsonl")
WORD = re.compile(r"\w+")


def passages() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def read(nlp: Language, text: str) -> list[StatementFound]:
    doc = truce_statements(truce_actors(nlp(text)))
    return list(layers(doc).statements)


def words_of(text: str, parts: list[tuple[int, int]]) -> set[int]:
    return {m.start() for a, b in parts for m in WORD.finditer(text, a, b)}


def gold_words(text: str, contents: list[str]) -> set[int]:
    starts = [(text.index(c), text.index(c) + len(c)) for c in contents]
    return words_of(text, starts)


def score(nlp: Language, rows: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Counts "found of asked" by field, as "speaker" and "speaker asked", and a line for each miss."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for row in rows:
        text, made = row["text"], read(nlp, row["text"])
        used: set[int] = set()
        for wanted in row["statements"]:
            counts["statement asked"] += 1
            target = gold_words(text, wanted["content"])
            shares = [(len(target & (w := words_of(text, list(s.content)))) / max(len(target | w), 1), i) for i, s in enumerate(made) if i not in used]
            share, index = max(shares, default=(0.0, -1))
            if share < 0.5:
                misses.append(f"{row['id']} not found: {wanted['content']} in {text!r}; made {[text[a:b] for s in made for a, b in s.content]}")
                continue
            used.add(index)
            counts["statement"] += 1
            for field, fits in checks(wanted, made[index]).items():
                counts[f"{field} asked"] += 1
                counts[field] += fits
                if not fits:
                    misses.append(f"{row['id']} {field}: wanted {wanted.get(field)!r} in {text!r}; made {made[index]}")
        counts["made"] += len(made)
        counts["made and asked"] += len(used)
    return counts, misses


def checks(wanted: dict[str, Any], made: StatementFound) -> dict[str, bool]:
    found: dict[str, bool] = {"mode": made.mode == wanted["mode"]}
    said = f"{made.speaker.name} {made.speaker.resolved or ''}".lower() if made.speaker else ""
    found["speaker"] = any(option.lower() in said for option in wanted["speaker"].split("|")) if wanted["speaker"] else made.speaker is None
    if "act" in wanted:
        found["act"] = made.act == wanted["act"]
    if "via" in wanted:
        found["via"] = all(any(link.lower() in f"{v.name} {v.resolved or ''}".lower() for v in made.via) for link in wanted["via"])
    if "addressee" in wanted:
        found["addressee"] = made.addressee is not None and wanted["addressee"] in made.addressee.name
    if "hedge" in wanted:
        found["hedge"] = made.hedge == wanted["hedge"]
    if "run_on" in wanted:
        found["run_on"] = made.run_on is wanted["run_on"]
    return found
