"""CAMEO roots on PETRARCH's unit tests, read on the bench's own trees (UD 1, turned into UD 2 labels)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.model.claims import Actor
from trucekeeper.reading.events import truce_events
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.layers import EventFound, layers

RENAMED = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "name": "flat",
    "mwe": "fixed",
    "neg": "advmod",
    "root": "ROOT",
}
VERBAL = ("VERB", "AUX", "ADJ")
# CAMEO's verb patterns read a harm that is not done as accommodation ("did not clash over", "will not wiretap"); a boycott that is not held stays one.
REDUCED = frozenset({"11", "17", "18", "19"})
ACCOMMODATING = "05"
REFUSING = "12"  # of a meeting that somebody calls off CAMEO codes the refusal alone
ROOTS = {f"{n:02}" for n in range(2, 21)}  # without 01, the bare statement, which is no event here


def label(old: str, head_tag: str) -> str:
    """UD 2's label for one of UD 1."""
    if old.split(":")[0] == "nmod" and head_tag in VERBAL and old != "nmod:poss":
        return old.replace("nmod", "obl")
    return RENAMED.get(old, old)


def doc_of(nlp: Language, conllu: str) -> Doc:
    lines = [line.split("\t") for line in conllu.splitlines() if line and not line.startswith("#")]
    words, tags = [c[1] for c in lines], [c[3] for c in lines]
    heads = [int(c[6]) - 1 if c[6] != "0" else i for i, c in enumerate(lines)]
    deps = [label(c[7], tags[h]) for c, h in zip(lines, heads, strict=True)]
    pos = ["AUX" if c[3] == "VERB" and c[7] in {"aux", "auxpass", "cop"} else c[3] for c in lines]
    morphs = ["" if c[5] == "_" else c[5] for c in lines]
    return Doc(nlp.vocab, words=words, lemmas=[c[2] for c in lines], tags=[c[4] for c in lines], pos=pos, heads=heads, deps=deps, morphs=morphs)


def cameo_of(event: EventFound) -> str | None:
    """CAMEO's root of an event between named actors, or None: CAMEO codes dyads only, and the future as if it were done."""
    if not (is_named(event.actors) and (is_named(event.recipients) or len(event.actors) > 1)):
        return None
    root = REFUSING if event.type == "REJECT" else acts().acts[event.act].cameo
    if event.status == "denied" and root in REDUCED:
        return ACCOMMODATING
    return "13" if event.status == "threatened" else root


def is_named(actors: Iterable[Actor]) -> bool:
    return any(word[:1].isupper() for actor in actors for word in actor.label.split() if word not in {"The", "A", "An"})


def score_cameo(nlp: Language, gold: list[dict[str, Any]]) -> str:
    """P, R and F1 over (sentence, root); codes that are only of the tests' own dictionary, and bare statements, are left out."""
    made = right = asked = 0
    for row in gold:
        want = {g["code"][:2] for g in row["gold"]} & ROOTS
        if not row.get("parse") or (row["gold"] and not want):
            continue
        doc = truce_events(doc_of(nlp, row["parse"]))
        got = {root for root in map(cameo_of, layers(doc).events) if root}
        made, right, asked = made + len(got), right + len(got & want), asked + len(want)
    precision, recall = right / made if made else 0.0, right / asked if asked else 0.0
    return f"roots {asked}  P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall) if precision + recall else 0:.3f}"
