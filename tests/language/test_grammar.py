"""The seam on hand-made trees: no model is loaded, so each case says exactly which tree it is about."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Token

from trucekeeper.knowledge import table
from trucekeeper.language.grammar import auxiliaries, clauses, negation, objects, phrases, subjects, voice
from trucekeeper.language.grammar import tree as grammar_tree
from trucekeeper.language.lexicon import Lexicon
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.shaped import shaped

VOCAB = spacy.blank("en").vocab


def tree(rows: str) -> Doc:
    """A Doc from lines of "word head relation [tag [morph]]", heads counted from 1, 0 for the root."""
    cells = [line.split() for line in rows.strip().splitlines()]
    return Doc(
        VOCAB,
        words=[c[0] for c in cells],
        lemmas=[c[0].lower() for c in cells],
        heads=[int(c[1]) - 1 if c[1] != "0" else i for i, c in enumerate(cells)],
        deps=["ROOT" if c[1] == "0" else c[2] for c in cells],
        tags=[c[3] if len(c) > 3 else "X" for c in cells],
        pos=[{"V": "VERB", "N": "NOUN", "A": "AUX"}.get(c[3][0], "X") if len(c) > 3 else "X" for c in cells],
        morphs=[c[4] if len(c) > 4 else "" for c in cells],
    )


SENT = tree("""
    Egypt 4 nsubj NNP
    and 3 cc CC
    Qatar 1 conj NNP
    agreed 0 root VBD Tense=Past|VerbForm=Fin
    to 6 mark TO
    send 4 xcomp VB
    a 8 det DT
    team 6 obj NN
    to 10 case IN
    Juba 6 obl NNP
""")
PASSIVE = tree("""
    Two 2 nummod CD
    towns 5 nsubj:pass NNS
    were 5 aux:pass VBD
    not 5 advmod RB
    shelled 0 root VBN VerbForm=Part|Tense=Past
    by 8 case IN
    the 8 det DT
    army 5 obl:agent NN
    or 10 cc CC
    militias 8 conj NNS
""")
RELATIVE = tree("""
    rebels 5 nsubj NNS
    who 3 nsubj WP
    left 1 acl:relcl VBD
    will 5 aux MD
    return 0 root VB
    home 5 advmod RB
    , 8 punct ,
    saying 5 advcl VBG
    that 11 mark IN
    talks 11 nsubj NNS
    failed 8 ccomp VBD
""")


def words(found: list[Token]) -> list[str]:
    return [t.text for t in found]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (subjects.subjects(SENT[3]), ["Egypt", "Qatar"]),
        (subjects.subjects(SENT[5]), ["Egypt", "Qatar"]),  # controlled
        (objects.objects(SENT[5]), ["team"]),
        (phrases.obliques(SENT[5], "to"), ["Juba"]),
        (phrases.obliques(SENT[5], "from"), []),
        (clauses.open_complements(SENT[3]), ["send"]),
        (subjects.agents(PASSIVE[4]), ["army", "militias"]),
        (subjects.doers(PASSIVE[4]), ["army", "militias"]),
        (objects.objects(PASSIVE[4]), ["towns"]),
        (subjects.subjects(RELATIVE[2]), ["rebels"]),  # the noun of the relative clause
        (subjects.subjects(RELATIVE[7]), ["rebels"]),  # of a participle clause
        (clauses.complement_clauses(RELATIVE[7]), ["failed"]),
        (grammar_tree.conjuncts(SENT[0]), ["Egypt", "Qatar"]),
    ],
)
def test_relations(found: list[Token], expected: list[str]) -> None:
    assert words(found) == expected


def test_a_tree_turned_upside_down_has_each_token_under_its_head() -> None:
    assert [[SENT[i] for i, _, _ in below] for below in grammar_tree.tree(SENT)] == [list(t.children) for t in SENT]


def test_voice_time_and_negation() -> None:
    assert voice.is_passive(PASSIVE[4])
    assert not voice.is_passive(SENT[3])
    assert negation.is_negated(PASSIVE[4])
    assert not negation.is_negated(SENT[3])
    assert auxiliaries.is_future(RELATIVE[4])
    assert not auxiliaries.is_future(SENT[3])
    assert auxiliaries.is_past(SENT[3])
    assert clauses.is_relative(RELATIVE[2])


def test_phrases_leave_out_what_is_not_theirs() -> None:
    assert phrases.noun_phrase(RELATIVE[0]).text == "rebels"
    assert phrases.noun_phrase(RELATIVE[0], clauses=True).text == "rebels who left"
    assert phrases.noun_phrase(PASSIVE[7]).text == "the army"
    assert phrases.noun_phrase(PASSIVE[7], conjoined=True).text == "the army or militias"
    assert phrases.noun_phrase(SENT[9]).text == "Juba"
    assert phrases.clause(RELATIVE[10]).text == "talks failed"


def test_a_negative_subject_negates() -> None:
    doc = tree("No 2 det DT\naid 3 nsubj NN\nentered 0 root VBD")
    assert negation.is_negated(doc[2])


def test_no_more_than_so_many_negates_nothing() -> None:
    doc = tree("No 5 det DT\nmore 4 advmod RBR\nthan 2 fixed IN\n46 5 nummod CD\npeople 6 nsubj NNS\ndied 0 root VBD")
    assert not negation.is_negated(doc[5])


def test_what_is_agreed_to_nothing_is_not_agreed() -> None:
    doc = tree("He 2 nsubj PRP\nagreed 0 root VBD\nto 4 case IN\nnothing 2 obl NN")
    assert negation.is_negated(doc[1])
    doc = tree("He 2 nsubj PRP\nagreed 0 root VBD\nfor 4 case IN\nnothing 2 obl NN")
    assert not negation.is_negated(doc[1])


def test_a_circle_of_controls_ends() -> None:
    doc = tree("want 0 root VB\nto 3 mark TO\ngo 1 xcomp VB")
    assert subjects.subjects(doc[2]) == []


def test_a_key_that_no_reader_knows_is_an_error() -> None:
    content = {**table("grammar"), "nouns": {**table("grammar")["nouns"], "holders": ["jailer"]}}
    with pytest.raises(KnowledgeError, match="holders"):
        shaped(Lexicon, content, "grammar.toml")
