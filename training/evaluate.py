"""Score a pipeline on raw text: tags, trees and sentences as spaCy's scorer counts them, names by exact span and by span without label."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import DocBin, Token
from spacy.training import Example

FIGURES = ("token_f", "pos_acc", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")


def span_f(examples: list[Example]) -> float:
    """F1 of the names' spans, whatever their label."""
    gold = made = right = 0
    for example in examples:
        wanted = {(e.start_char, e.end_char) for e in example.reference.ents}
        found = {(e.start_char, e.end_char) for e in example.predicted.ents}
        gold, made, right = gold + len(wanted), made + len(found), right + len(wanted & found)
    return 2 * right / max(gold + made, 1)


def universal(token: Token, _: str) -> str:
    """The relation without its subtype, the root spelt as UD spells it."""
    return "root" if token.head.i == token.i else token.dep_.split(":")[0]


def las_of_conll(examples: list[Example]) -> float:
    """Labelled attachment as the CoNLL 2018 shared task counts it: punctuation counts, subtypes do not."""
    labels = sorted({universal(t, "") for example in examples for t in example.reference})
    return float(Scorer.score_deps(examples, "dep", getter=universal, labels=labels, ignore_labels=())["dep_las"])


def score(nlp: Language, path: Path) -> dict[str, Any]:
    """Figures in percent for one DocBin of gold documents, with the words a second of this run."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    started = time.process_time()
    made = list(nlp.pipe((doc.text for doc in gold), batch_size=16))
    took = time.process_time() - started
    examples = [Example(p, g) for p, g in zip(made, gold, strict=True)]
    found = Scorer(nlp).score(examples)
    row: dict[str, Any] = {name: round(100 * found[name], 2) for name in FIGURES if found.get(name) is not None}
    row["las_conll"] = round(100 * las_of_conll(examples), 2)
    if "ents_f" in row:
        row["names_span_f"] = round(100 * span_f(examples), 2)
        row["names_by_label"] = {label: round(100 * v["f"], 1) for label, v in (found.get("ents_per_type") or {}).items()}
    row["words"] = sum(len(d) for d in gold)
    row["words_a_second"] = round(row["words"] / took)
    row["las_by_label"] = {label: round(100 * v["f"], 1) for label, v in sorted((found.get("dep_las_per_type") or {}).items())}
    return row
