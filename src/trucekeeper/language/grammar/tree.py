"""Words in a tree by their relations, and what is coordinated; labels without their subtypes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

_LABELS: dict[int, tuple[str, str]] = {}  # a label's number, which spaCy makes of its letters alone -> the label, and the label without its subtype


def labels(token: Token) -> tuple[str, str]:
    """The relation, with and without its subtype; the head of a sentence, "ROOT" in spaCy, is UD's "root" without."""
    found = _LABELS.get(token.dep)
    if found is None:
        found = _LABELS[token.dep] = (token.dep_, "root" if token.dep_ == "ROOT" else token.dep_.split(":")[0])
    return found


Below = list[list[tuple[int, str, str]]]  # by token: its children's indices with their labels, whole and bare, in text order


def tree(doc: Doc) -> Below:
    """The parse turned upside down, once a Doc: spaCy looks for a token's children anew at every question, through the words around it."""
    found: Below | None = doc.user_data.get("truce_tree")
    if found is None:
        found = doc.user_data["truce_tree"] = [[] for _ in range(len(doc))]
        for i, (step, dep) in enumerate(doc.to_array(["HEAD", "DEP"]).astype("int64").tolist()):
            if step:
                whole, bare = _LABELS.get(dep) or labels(doc[i])
                found[i + step].append((i, whole, bare))
    return found


def base(token: Token) -> str:
    """The relation without its subtype."""
    return (_LABELS.get(token.dep) or labels(token))[1]


def children(token: Token, *relations: str) -> list[Token]:
    """Children by relation, in text order; "nsubj" takes its subtypes too, "nsubj:pass" only itself."""
    doc = token.doc
    under = (doc.user_data.get("truce_tree") or tree(doc))[token.i]
    return [doc[i] for i, whole, bare in under if bare in relations or whole in relations] if under else []


def first(tokens: Iterable[Token]) -> Token | None:
    """The first of the tokens, or None."""
    return next(iter(tokens), None)


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated below it, in text order."""
    found = [token]
    for child in children(token, "conj"):
        found += conjuncts(child)
    for part in children(token, "flat"):
        found += conjuncts(part)[1:]  # "Ann Obi and Bol", where the second was hung on "Obi"
    return sorted(found, key=lambda t: t.i)


def first_conjunct(token: Token) -> Token:
    """The word that a coordinated one is joined to, through all that lies between."""
    while base(token) == "conj" and token.head.i != token.i:
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """Heads, nearest first, the root last."""
    while token.head.i != token.i:
        token = token.head
        yield token
