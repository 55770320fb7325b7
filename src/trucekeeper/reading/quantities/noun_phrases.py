"""The noun phrase that begins behind a number, and its head."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.quantities.lexicon import units, words
from trucekeeper.reading.quantities.numerals import HYPHENS
from trucekeeper.reading.quantities.site import Site

INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})
PRONOUNS = frozenset({"them", "whom", "which", "those", "these", "it", "us", "you"})
JOINTS = frozenset({"and", "or", ","})
LONGEST = 9  # tokens in the phrase behind a number


def mistagged(site: Site, at: int) -> int | None:
    """A noun that was taken for a verb but hangs as a noun does ("2 tonnes of cocaine", "25 trains a day")."""
    doc = site.doc
    if at >= site.sentence_end or doc[at].pos_ not in {"VERB", "ADJ"} or not doc[at].text.isalpha():
        return None
    counted = base(doc[site.last]) == "nummod" and doc[site.last].head.i == at and base(doc[at]) in {"obj", "obl", "nmod", "nsubj"}
    return at if counted or (base(doc[at]) in {"nmod", "obl"} and preposition(doc[at]) == "of") else None


def mistaken_noun(site: Site, at: int) -> int | None:
    """A plural that stands alone behind "of them" and was taken for a verb ("three of them guards, …")."""
    doc = site.doc
    alone = at + 1 < site.sentence_end and doc[at].tag_ == "VBZ" and doc[at].text.endswith("s") and doc[at + 1].pos_ == "PUNCT"
    return at if alone else None


def head_behind(site: Site, at: int) -> int | None:
    """The head of the noun phrase that begins at a token; the tree's choice where that lies in the phrase."""
    doc, end = site.doc, min(site.sentence_end, at + LONGEST)
    begin = at
    while at < end and (
        (doc[at].pos_ in {"DET", "PRON"} and doc[at].lower_ not in PRONOUNS and doc[at].tag_ in {"DT", "PRP$", "PDT"}) or doc[at].text in {'"', "“", "‘"}
    ):
        at += 1
    at += 3 * ([t.lower_ for t in doc[at : at + 3]] == ["day", "and", "night"])
    article = at > begin and doc[at - 1].lower_ == "the"
    run = phrase(doc, at, end)
    if (joined := joined_on(run)) is not None:
        return joined
    nouns = [
        t for t in run if t.pos_ in NOUNS and not is_time_name(t) and not is_time_unit(t) and t.lower_ not in words("past_forms") and t.text[-1].isalnum()
    ] or [t for t in run[-1:] if t.pos_ == "ADJ" and (article or t.text[0].isupper())]
    if not nouns:
        return None
    head = doc[site.last].head
    if base(doc[site.last]) == "nummod" and head.i >= site.end and head in nouns and not is_modifier(head, run):
        return int(head.i)
    return int(nouns[-1].i)


def joined_on(run: list[Token]) -> int | None:
    """The plural behind "and" that a run without one only tells more of: "2,300 Velan and Orsk Velan combatants", "six central, northern and western towns"."""
    if not run or any(t.tag_ in {"NNS", "NNPS"} for t in run):
        return None
    doc, at, node = run[0].doc, run[-1].i + 1, run[-1]
    while base(node) in {"amod", "compound", "conj"} and node.head.i > at:
        node = node.head
    between = doc[at : node.i]
    joins = len(between) > 1 and between[0].lower_ in JOINTS and node.tag_ in {"NNS", "NNPS"}
    return int(node.i) if joins and all(t.pos_ in INSIDE - {"NUM"} or t.lower_ in JOINTS or is_hyphened(t) for t in between) else None


def is_time_unit(token: Token) -> bool:
    """ "days", "weeks": what is behind a number then is a length."""
    unit = units()[0].get((token.lower_,))
    return unit is not None and unit.kind == "duration"


def is_modifier(token: Token, run: list[Token]) -> bool:
    """Does another noun of the run follow it ("two hardline Islamist groups")? A plural is taken for the head."""
    hyphened = token.i + 1 < len(token.doc) and token.nbor().text in HYPHENS and not token.whitespace_  # "5,000 ex-combatants"
    return (token.tag_ not in {"NNS", "NNPS"} or token.lower_ in {"women", "men"} or hyphened) and any(
        t.pos_ in NOUNS and not is_time_name(t) and not is_time_unit(t) for t in run if t.i > token.i
    )


def phrase(doc: Doc, at: int, end: int) -> list[Token]:
    """The run of tokens that can make one noun phrase without prepositions."""
    run: list[Token] = []
    while at < end:
        if run and (behind := past_short_form(doc, at, end)) is not None:
            at = behind  # "12,000 Lumen Front (LF) combatants"
        token = doc[at]
        nominal_ahead = at + 1 < end and doc[at + 1].pos_ in {*NOUNS, "ADJ", "NUM"}
        if token.pos_ in {"NUM", "ADV"} and at + 2 < end and doc[at + 1].tag_ == "VBN":  # "45,095 registered voters", "internally displaced people"
            nominal_ahead = doc[at + 2].pos_ in NOUNS
        if token.tag_ == "WRB" or token.lower_ in words("phrase_ends"):
            break
        if (
            (token.pos_ in INSIDE and not (token.pos_ in {"ADV", "NUM"} and not nominal_ahead) and not is_second_phrase(token, run))
            or (is_participle_before(token) and nominal_ahead and not any(t.pos_ in NOUNS for t in run))
            or is_inner_sign(token, run, nominal_ahead)
            or (
                token.lower_ == "and" and bool(run) and run[-1].pos_ == "ADJ" and nominal_ahead and doc[at + 1].pos_ == "ADJ"
            )  # "sophisticated and automatic arms"
            or (bool(run) and is_hyphened(token))
        ):
            run.append(token)
        else:
            break
        at += 1
    return run


def past_short_form(doc: Doc, at: int, end: int) -> int | None:
    """Behind a name's short form in brackets, where the noun that the name tells more of follows."""
    bracketed = at + 3 < end and doc[at].text == "(" and doc[at + 1].text.isupper() and doc[at + 2].text == ")"
    return at + 3 if bracketed and doc[at - 1].pos_ == "PROPN" and doc[at + 3].tag_ in {"NN", "NNS"} else None


def is_participle_before(token: Token) -> bool:
    """ "wounded soldiers", "remaining hostages", but no "18 million facing hunger"."""
    return token.tag_ == "VBN" or (token.tag_ == "VBG" and base(token) in {"amod", "compound", "nmod"})


def is_hyphened(token: Token) -> bool:
    """A hyphen inside a word ("battalion-sized"), what stands behind it, or a part of a word before it that has no tag of its own ("ex-combatants")."""
    doc, at = token.doc, token.i
    if token.pos_ == "X" and at + 1 < len(doc) and doc[at + 1].text in HYPHENS:
        return not token.whitespace_ and not doc[at + 1].whitespace_
    if token.text in HYPHENS:
        return at > 0 and not doc[at - 1].whitespace_ and not token.whitespace_
    return at > 1 and doc[at - 1].text in HYPHENS and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_


def is_second_phrase(token: Token, run: list[Token]) -> bool:
    """Does another noun phrase begin here ("300 people Monday", "gave 20 boys new shoes")?"""
    if not run:
        return False
    seen = any(t.pos_ in NOUNS for t in run)
    return seen and (
        is_time_name(token)
        or (token.pos_ == "NUM" and run[-1].tag_ != "POS" and run[-1].pos_ != "NUM")  # "90% of the valley's 6 million people"
        or (token.pos_ in {"ADJ", "ADV", "NUM"} and run[-1].tag_ in {"NNS", "NNPS"})
        or is_new_name(token, run[-1])
        or is_predicate(token)
    )


def is_new_name(token: Token, before: Token) -> bool:
    """ "the arms that they gave up" without the "that": a name behind a plural ("the arms GAM gave up")."""
    named = token.text[0].isupper() and (token.pos_ == "PROPN" or base(token) == "nsubj")
    return named and before.tag_ == "NNS" and before.pos_ == "NOUN"


def is_predicate(token: Token) -> bool:
    """ "left 53 soldiers dead"."""
    return token.pos_ == "ADJ" and base(token) in {"xcomp", "conj", "root"}


def is_inner_sign(token: Token, run: list[Token], nominal_ahead: bool) -> bool:
    return bool(run) and nominal_ahead and (token.text in {"-", "/", "&", "'s", "’s"} or token.tag_ == "POS")


def is_time_name(token: Token) -> bool:
    """The name of a day or month."""
    name = token.lower_.rstrip(".")
    return name in words("days") or (token.text[:1].isupper() and (name in words("months") or (name.endswith("day") and len(name) > 5)))


def head_before(site: Site, at: int, end: int) -> int | None:
    """The first noun among the tokens [at, end)."""
    nouns = [t for t in site.doc[at:end] if t.pos_ in NOUNS]
    return int(nouns[0].i) if nouns else None
