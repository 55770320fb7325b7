"""What rose, fell, costs or measures so much: "sales rose 4 percent to $2 billion", "the trip was cut from nine hours to three".

By the tree where it has the verb above the number, otherwise by the words between them.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.subjects import subjects
from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.language.grammar.tree import ancestors, children
from trucekeeper.reading.quantities.lexicon import units, words

BETWEEN = frozenset({"ADP", "ADV", "DET", "NUM", "SYM", "PART"})
MARKS = frozenset({"from", "to", "by", "at"})
BREAKS = frozenset({"SCONJ", "CCONJ"})
FARTHEST = 10  # tokens between a verb and its number


def is_unit(token: Token) -> bool:
    """A word or sign of a unit of measure or money."""
    return (token.lower_,) in units()[0] or (token.text,) in units()[1]


def moves(verb: Token) -> bool:
    return bool({verb.lower_, verb.lemma_.lower()} & (words("changes") | words("links") | words("sells")))


def by_tree(doc: Doc, last: int, start: int, end: int, *, share: bool) -> Token | None:
    """The object or subject of the verb of change above a number; of the adjective that a share grades ("19 percent funded")."""
    graded = doc[end] if share and end < len(doc) and doc[end].tag_ in {"JJ", "VBN"} else None
    for verb in ancestors(doc[last]) if graded is None else (graded, *ancestors(graded)):
        if verb.pos_ not in {"VERB", "AUX"} and verb is not graded:
            continue
        found = [
            t
            for t in (*children(verb, "obj"), *subjects(verb))
            if t.i < start and t.pos_ in NOUNS and not is_unit(t) and t.lower_ not in words("filling") and t.i != last
        ]
        return found[0] if found and (verb is graded or moves(verb)) else None
    return None


def by_order(doc: Doc, begin: int, start: int) -> Token | None:
    """The same where the tree has lost it: the phrase before the nearest verb of change, or between that and "from", "to", "by", "at"."""
    at = start - 1
    while at > begin and start - at < FARTHEST and not is_change(doc[at]) and is_filling(doc[at]):
        at -= 1
    if is_change(doc[at]):
        return subject_before(doc, begin, at)
    if start - 1 > begin and doc[start - 1].lower_ in MARKS:
        verb = next((i for i in range(start - 2, max(begin, start - FARTHEST), -1) if is_change(doc[i])), None)
        if verb is not None and verb + 1 < start - 1:
            return head(doc[verb + 1 : start - 1])
    return None


def is_change(token: Token) -> bool:
    return (
        token.pos_ not in {"ADP", "ADV"}
        and token.lower_ not in words("filling")
        and token.tag_ != "NNS"
        and (token.pos_ in {"VERB", "AUX"} or token.tag_ == "NN")
        and moves(token)
    )


def is_filling(token: Token) -> bool:
    return token.pos_ in BETWEEN or token.tag_ == "RP" or token.lower_ in words("filling") or token.text == "," or is_unit(token)


def subject_before(doc: Doc, begin: int, verb: int) -> Token | None:
    """The head of the phrase that ends before a verb, an insertion between commas passed over."""
    at = verb
    while at > begin and (doc[at - 1].pos_ in {"AUX", "ADV", "PART"}):
        at -= 1
    for _ in range(2):
        last = at
        while at > begin and doc[at - 1].pos_ not in BREAKS and doc[at - 1].text not in {",", ";", ":", "–", "—", "("}:
            at -= 1
        found = head(doc[at:last])
        if found is not None or at <= begin or doc[at - 1].text != ",":
            return found
        at -= 1
    return None


def head(phrase: Span) -> Token | None:
    """The last noun before the first preposition."""
    found = None
    for token in phrase:
        if token.pos_ == "ADP" and found is not None:
            break
        if token.pos_ in {*NOUNS, "X"} and not is_unit(token) and token.lower_ not in words("filling"):
            found = token
        elif token.pos_ in {"VERB", "AUX"}:
            return None
    return found
