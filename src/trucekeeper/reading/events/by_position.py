"""Which date is an act's by where the words stand, for trees that hung it elsewhere: what follows an act with no other act or clause between is of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.nouns import is_act, noun_frame
from trucekeeper.reading.events.statuswords import governor_word, is_verbal, says
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.events.triggers import Trigger
from trucekeeper.reading.layers import Region

FAR = 16  # tokens from an act to a date that is still its own
# words behind which another clause or phrase begins, whose date is not the act's
OPENING = frozenset(
    {"that", "which", "who", "whom", "where", "whose", "when", "as", "while", "after", "before", "since", "because", "but", "if", "until", "and", "or"}
)


@dataclass(frozen=True, slots=True)
class Day:
    """One date of a text: its place among the times, its words, and its first and head word."""

    index: int
    region: Region
    first: Token
    head: Token


Dates = tuple[Day, ...]


def is_before_clause(day: Day, verb: Token) -> bool:
    """ "took the town last week after the army had left": a date before the word that opens a clause is none of its own."""
    opening = [m for m in markers(verb) if m.lower_ not in {"to", "that"} and m.i < verb.i]
    opening += [a for a in children(verb, "advmod") if a.tag_ == "WRB" and a.i < verb.i]
    return any(day.head.i < m.i for m in opening)


def is_of_saying(day: Day, verb: Token) -> bool:
    """ "said this week one of his aides was killed": a date between a verb of saying and what is said is that of the saying."""
    saying = verb.head
    if base(verb) != "ccomp" or not saying.i < day.first.i < verb.i or governor_word(saying, "clause") != "reported":
        return False
    return all(t.tag_ in {"IN", "TO"} or is_time(t) for t in verb.doc[saying.i + 1 : day.first.i]) and verb.doc[day.head.i + 1].text != ","


def is_of_participle(day: Day, verb: Token) -> bool:
    """ "the truce announced by the front on 4 May broke down": a date between a participle of the subject and the verb is the participle's."""
    return any(c.i < day.head.i < verb.i and c.tag_ == "VBN" for s in own_subjects(verb) for c in children(s, "acl"))


def opened_by(verb: Token, dates: Dates) -> Day | None:
    """ "since 1994, when the two sides met": the date that a clause of "when" says more of."""
    opening = next((a for a in children(verb, "advmod") if a.lower_ == "when" and a.i < verb.i), None)
    if opening is None:
        return None
    return next((d for d in dates if 0 < opening.i - d.head.i <= 3 and all(t.is_punct or is_time(t) for t in opening.doc[d.head.i + 1 : opening.i])), None)


def is_reckoned(day: Day, trigger: Trigger) -> bool:
    """ "the first delivery since August", "the deadliest raid since 2015": the date bounds the others that it is compared with, not the act."""
    if day.first.i == 0 or "since" not in {day.first.lower_, day.first.nbor(-1).lower_}:
        return False
    noun = trigger.anchor.head if base(trigger.anchor) == "acl" else trigger.token
    return any(c.tag_ == "JJS" or c.lower_ in {"first", "latest", "last"} for c in children(noun, "amod"))


def after_it(trigger: Trigger, dates: Dates) -> list[Day]:
    """The date that follows an act in its own stretch of words ("held a meeting in Juba on Monday", "talks expected to begin next week"), or stands right
    before its verb ("in May rejected the plan")."""
    token = trigger.token
    following = [d for d in dates if token.i < d.first.i <= token.i + FAR]
    if following:
        day = min(following, key=lambda d: d.first.i)
        if all(is_passed(t, trigger) for t in token.doc[token.i + 1 : day.first.i]):
            return [day]
    if is_verbal(token):
        return [d for d in dates if d.head.i < token.i and not is_of_relative(d) and all(t.pos_ in {"AUX", "ADV"} for t in token.doc[d.head.i + 1 : token.i])]
    return []


def is_of_relative(day: Day) -> bool:
    """ "the accord that they signed last week was praised"."""
    verb = next((a for a in ancestors(day.head) if is_verbal(a)), day.head)
    return base(verb) == "acl" and verb.i < day.head.i


def is_passed(word: Token, trigger: Trigger) -> bool:
    """Whether a word may stand between an act and its own date."""
    if word.i in trigger.used:
        return True
    if word.text in {"(", ")"}:
        return True  # "announced by the Lake Front (LF) on 4 May"
    if word.is_punct or word.lower_ in OPENING or (is_act(word) and (word.pos_ != "NOUN" or noun_frame(word) is not None)):
        return False
    if word.tag_ == "VBG" and word.nbor(-1).pos_ in {"ADP", "SCONJ", "DET"} and word.nbor().pos_ in {"NOUN", "PROPN", "ADJ"}:
        return not is_time(word.nbor())  # "in neighbouring Rautahat", but not "for starting Tuesday's clash"
    if word.pos_ in {"VERB", "AUX"} or word.tag_ in {"VBD", "VBZ", "VBP"}:
        named = trigger.token.pos_ == "NOUN"
        return named and (lemma_in(word, says()["occurrence"]) is not None or word.lower_ in AHEAD)
    return True


AHEAD = frozenset({"set", "due", "expected", "scheduled", "planned", "slated", "held"})  # "talks due to open on Monday"
