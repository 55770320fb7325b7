"""Does the name of a state or of its capital stand for the government here? Told by grammar: what it does, what is done to it, whom it deals with."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.relations import base, children, first_conjunct, is_passive, preposition
from trucekeeper.reading.actors.lexicon import nouns

DEALT_WITH = frozenset({"with", "between", "against", "from", "on", "to", "by", "for"})


def outer(token: Token) -> Token:
    """The head of the name's phrase: the first of coordinated ones."""
    while base(token) in {"flat", "compound"} and token.head.pos_ == "PROPN" and token.head.i != token.i:
        token = token.head
    return first_conjunct(token)


def acts(verb: Token) -> bool:
    return verb.lemma_.lower() in nouns().subject_verbs and not is_passive(verb)


def is_metonym(token: Token) -> bool:
    """`token` is the head of a place's name."""
    top = outer(token)
    head = top.head
    mark = preposition(top) or preposition(token)
    relation = base(top)
    words = nouns()
    if not mark and relation == "nsubj" and top.dep_ != "nsubj:pass":
        return acts(head) or (head.pos_ == "ADJ" and head.lower_ in {"ready", "willing", "unwilling", "committed", "prepared", "determined", "reluctant"})
    if not mark and relation in {"obj", "iobj"}:
        return head.lemma_.lower() in words.object_verbs or (relation == "iobj" and acts(head))
    if top.dep_ == "nsubj:pass":
        return head.lemma_.lower() in words.object_verbs
    if mark == "by":
        return head.pos_ == "VERB" and head.lemma_.lower() in words.subject_verbs
    if mark in {"with", "between"}:
        return head.lemma_.lower() in words.dealings or head.lemma_.lower() in {
            "negotiate",
            "talk",
            "meet",
            "agree",
            "deal",
            "sign",
            "mediate",
            "side",
            "fight",
            "break",
            "ally",
        }
    if mark == "on" and relation in {"obl", "nmod"}:
        return head.lemma_.lower() in {"call", "urge", "pressure", "press", "sanction", "prevail", "lean"}
    if mark == "against" and relation in {"obl", "nmod"}:
        return head.lemma_.lower() in {"accusation", "sanction", "complaint", "case", "allegation", "charge", "retaliate", "threat", "war"}
    if relation == "nmod" and top.dep_ == "nmod:poss" and not mark:
        return head.lemma_.lower() in words.possessed
    if (
        token.i + 2 < len(token.doc)
        and token.nbor(1).text == "-"
        and token.nbor(2).lower_ in {"backed", "led", "brokered", "mediated", "sponsored", "supported", "imposed", "funded"}
    ):
        return True
    return (
        bool(children(top, "case")) is False
        and relation == "compound"
        and head.lemma_.lower() in {"talk", "deal", "agreement"}
        and "-" in token.doc[top.i : head.i].text
    )
