from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.language import pipeline
from trucekeeper.model.errors import PipelineError


def test_the_shipped_pipeline_speaks_ud(nlp: Language) -> None:
    assert set(nlp.get_pipe("parser").labels) >= pipeline.NEEDED_LABELS  # type: ignore[attr-defined]
    assert set(nlp.get_pipe("ner").labels) == {"PER", "ORG", "LOC"}  # type: ignore[attr-defined]


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        pipeline.load("no_such_pipeline")


def test_other_labels_are_refused() -> None:
    other = spacy.blank("en")
    parser = other.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj", "prep", "ROOT"):
        parser.add_label(label)  # type: ignore[attr-defined]
    with pytest.raises(PipelineError, match="Universal Dependencies"):
        pipeline.check_labels(other, "other")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_offsets_are_those_of_the_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)


def saved(folder: Path, labels: Iterable[str]) -> str:
    """An untrained pipeline with these labels, written to a folder."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)


def test_another_pipeline_is_taken_by_its_path(tmp_path: Path) -> None:
    nlp = pipeline.load(saved(tmp_path / "own", pipeline.NEEDED_LABELS))
    assert nlp.pipe_names == ["truce_layout", "parser"]


def test_a_pipeline_with_other_labels_is_refused_by_name_and_told_what_to_use(tmp_path: Path) -> None:
    name = saved(tmp_path / "other", ["nsubj", "dobj", "prep"])
    with pytest.raises(PipelineError, match=r"missing: aux, case, ccomp") as caught:
        pipeline.load(name)
    assert "spacy-stanza" in (caught.value.mend or "")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(PipelineError, match="has no parser"):
        pipeline.load(str(tmp_path / "bare"))


@pytest.mark.parametrize(("relation", "refused"), [("obj", False), ("dobj", True)])
def test_a_wrapper_that_names_no_labels_is_tried_on_a_sentence(relation: str, refused: bool) -> None:
    """As in spacy-stanza and spacy-udpipe, where the tokenizer does all the work."""

    class Wrapper:
        def __init__(self, nlp: Language) -> None:
            self.nlp = nlp

        def __call__(self, text: str) -> Doc:
            words = [*text.removesuffix(".").split(), "."]
            return Doc(self.nlp.vocab, words=words, heads=[1, 2, 2, 4, 2, 2], deps=["det", "nsubj", "root", "det", relation, "punct"])

    nlp = spacy.blank("en")
    nlp.tokenizer = Wrapper(nlp)  # type: ignore[assignment]
    if refused:
        with pytest.raises(PipelineError, match="missing: obj"):
            pipeline.check_labels(nlp, "wrapper")
    else:
        pipeline.check_labels(nlp, "wrapper")
