"""What a term forbids, and tellings of just that."""

from __future__ import annotations

import re
from dataclasses import replace

from trucekeeper.agreement.frames import before_of, is_ahead, is_undone, whole_words
from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.sentences import Sentence
from trucekeeper.agreement.shared import root
from trucekeeper.agreement.told_words import Told, denied, plain
from trucekeeper.agreement.verbs import irregular
from trucekeeper.model.agreement import Term

FORBIDDEN = re.compile(r"^(?:neither|no|none|nobody)\b", re.IGNORECASE)
LIST = re.compile(r",|\band\b|\bor\b")


def forbids(term: Term) -> bool:
    """Is it something not to be done? Then no act performs it."""
    return term.act.casefold().startswith("not ") or FORBIDDEN.match(term.act) is not None or any(FORBIDDEN.match(a.label) for a in term.bearers)


def forbidden_done(sentence: Sentence, term: Term) -> Told | None:
    """A telling of just what the term forbids ("accused it of recruiting boys", "allegations of ongoing recruitment"), or None; what is not done is none, what
    is denied a dispute."""
    verbs = forbidden_in(term)
    for match in re.finditer(r"\b[a-z]{4,}\b", sentence.text) if verbs else ():
        before = before_of(sentence.text, match.start())
        word = match.group()
        told = word.endswith(("ed", "ing")) or word in irregular() or whole_words(act_words().frames.ongoing).search(before)
        if not forms_of(word) & verbs or not told or is_ahead(before) or is_undone(before):
            continue
        if not denied(sentence, match.start()):
            return plain("alleged broken", sentence, match.start())
        disputed = plain("disputed", sentence, match.start())
        return replace(disputed, sure=False) if disputed is not None else None
    return None


def forms_of(word: str) -> frozenset[str]:
    """Roots by which a past form, a gerund or a noun of a verb may be known: "laid" and "laying" are of "lay"."""
    return frozenset({root(word), root(word.removesuffix("ing")), root(irregular().get(word, word))})


def forbidden_in(term: Term) -> frozenset[str]:
    """Roots of the words that name what a term forbids: "not: recruit", "cease recruitment and training", "abstain from acts such as arson and theft"."""
    verb = re.search(r"\bnot:?\s+([a-z]+)", term.act)
    if verb is not None:
        return frozenset({root(verb[1])})
    ceased = re.search(rf"\b(?:{act_words().frames.ceased})\s+(?P<what>(?:[\w-]+\s+){{0,3}}?[a-z]+(?:ing|tion|ment|ance|ure))\b", term.act)
    listed = re.search(rf"\b(?:{act_words().frames.ceased})\b[^.;]*?\b(?:such as|such acts as|including|namely)[\s:]+(?P<what>[^.;]+)", term.act)
    acts = [part.split()[-1] for part in LIST.split(listed["what"]) if part.split()] if listed is not None else []
    return frozenset(map(root, [*acts, *([ceased["what"].split()[-1]] if ceased is not None else [])]))
