"""Cues that are verbs: which reading of each stands, and which verbs say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.statements.clauses import read_clause
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.lost_clauses import read_lost
from trucekeeper.reading.statements.objects import read_named, read_open, read_phrase, read_tally
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.parenthesis import read_around, read_before, read_quoted
from trucekeeper.reading.statements.passives import read_passive
from trucekeeper.reading.statements.speakers import can_speak

NOUNS_PLACES = frozenset({"appos", "compound", "nmod", "obl"})  # where no verb stands
UNSAID = frozenset({"without", "than", "worth"})  # before a gerund
IF = frozenset({"if", "unless", "provided", "lest", "whether"})
ONCE = frozenset({"once", "until", "till", "when", "before"})  # of what is to come, with a verb in the present
WHEN = frozenset({"when", "if", "once", "until", "unless", "though", "although", "whenever"})  # before a participle told of the main clause's subject


def verb_cues(page: Page) -> Iterator[int]:
    """Tokens outside quoted speech that can be cue verbs."""
    heads = lexicon().forms
    for i, lemma in enumerate(page.lemmas):
        if page.in_speech(i):
            continue
        if lemma in heads and page.pos[i] in {"VERB", "AUX"} and not (page.tags[i] == "NN" and base(page.tokens[i]) in NOUNS_PLACES):  # "May report"
            yield i


def read_verb(page: Page, i: int) -> Draft | None:
    """The best reading of one cue verb: a clause, then an infinitive, then a phrase; None where it has no content."""
    word = modal(page.tokens[i])
    if word is not None and word.lower_ == "shall":  # what a text lays on somebody is no saying of his ("The Parties shall report …")
        return None
    if _loose_participle(page, i) or _answers_by_deed(page, i) or _is_condition(page, i) or _is_left_unsaid(page, i):
        return None
    if page.lower[i] == "referring" and page.tags[i] == "VBG":  # it explains what is said, or tells whom an outlet has it from
        return None
    for name, readings in _names(page, i):
        if not readings:
            continue
        draft = (
            read_around(page, i, name)
            or read_clause(page, i, name)
            or read_before(page, i, name)
            or read_quoted(page, i, name)
            or read_named(page, i, name)
            or read_open(page, i, name)
            or read_phrase(page, i, name)
            or read_passive(page, i, name)
            or read_tally(page, i, name)
            or read_lost(page, i, name)
        )
        if draft is not None:
            return draft
    return None


def _loose_participle(page: Page, i: int) -> bool:
    """ ", asked for comment, …", ", known as the Front, …": told of the noun before it, and nothing that it says."""
    token = page.tokens[i]
    bare = page.tags[i] == "VBN" and i > page.unit(i)[0] and not children(token, "aux", "nsubj", "ccomp") and page.lower[i + 1 : i + 2] != ["by"]
    if bare and page.lower[i - 1] in WHEN:  # "when asked for his view"
        return True
    return bare and page.lower[i - 1] == "," and base(token) not in {"conj", "root"}


def _is_left_unsaid(page: Page, i: int) -> bool:
    """ "without knowing that", "failed to note that", "let them tell", "needs a majority to confirm it": nobody has said it."""
    if page.tags[i] == "VBG":
        return page.lower[i - 1] in UNSAID
    if page.tags[i] != "VB" or page.lower[i - 1] != "to":
        return False
    token = page.tokens[i]
    above = token.head
    if base(token) == "acl" and page.pos[above.i] == "NOUN" and can_speak(page, above.i, texts=False):
        return True
    return base(token) in {"xcomp", "ccomp", "advcl"} and page.lemmas[above.i] in lexicon().words.preventing


def _is_condition(page: Page, i: int) -> bool:
    """ "talks if they renounce violence", "once they condemn the raid", "on condition that they …": what somebody would have to say, and has not said."""
    token = page.tokens[i]
    while base(token) == "conj" and not children(token, "nsubj") and page.unit(i)[0] <= token.head.i < token.i:
        token = token.head
    marks = {page.lower[c.i] for c in children(token, "mark", "advmod") if c.i < token.i}
    if marks & IF or (marks & ONCE and page.tags[i] in {"VBP", "VBZ", "VB"}):
        return True
    left = min([token.i, *(c.left_edge.i for c in children(token, "nsubj") if c.i < token.i)])
    before = [w for w in page.lower[max(page.unit(i)[0], left - 4) : left] if w != "that"][-2:]
    return before in (["on", "condition"], ["the", "condition"])


def _answers_by_deed(page: Page, i: int) -> bool:
    """ "responded with rockets": nothing that is said."""
    after = i + 2
    return page.lemmas[i] in lexicon().words.silent and page.lower[i + 1 : after] == ["with"] and after < len(page.pos) and page.quote_of[after] < 0


def _names(page: Page, i: int) -> Iterator[tuple[str, tuple[Cue, ...]]]:
    """What the verb can be called, longest first: with its particle or preposition, then alone."""
    verbs = lexicon().verbs
    lemma = page.lemmas[i]
    longest = " ".join([lemma, *page.lower[i + 1 : i + 3]])
    if longest in verbs and longest.count(" ") == 2:
        yield longest, verbs[longest]
    for j in (i + 1, i + 2, i + 3):
        if j >= page.unit(i)[1]:
            break
        pair = f"{lemma} {page.lower[j]}"
        if j == i + 1 and pair in verbs and page.pos[j] == "NOUN":  # "expressed hope that"
            yield pair, verbs[pair]
        gerund = page.pos[j] == "SCONJ" and page.tags[j + 1 : j + 2] == ["VBG"]  # "called for resuming the talks"
        if pair not in verbs or not (gerund or page.pos[j] in {"ADP", "ADV", "PART"}) or page.lower[min(j + 1, page.unit(i)[1] - 1)] in lexicon().words.dates:
            continue
        if page.lower[j] == "on" and any(base(c) == "obj" and i < c.i < j for c in page.tokens[i].children):
            continue  # "reported her presence on Twitter"
        if j == i + 1 or base(page.tokens[j]) == "compound" or page.tokens[j].head.head.i == i:
            yield pair, verbs[pair]
    particle = any(c.i == i + 1 for c in children(page.tokens[i], "compound"))  # "backed off a plan"
    if lemma in verbs and not particle:
        yield lemma, verbs[lemma]
