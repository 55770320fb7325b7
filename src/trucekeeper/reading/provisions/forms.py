"""By their form alone: whether a text is an agreement, and what a clause without a word of duty is: preamble, heading, a bare verb, a noun phrase of an act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.reading.layers import layers, text_of
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.duties import is_to
from trucekeeper.reading.provisions.structure import Clause
from trucekeeper.reading.provisions.told.papers import is_reached, texts_of

SUBORDINATE = frozenset({"that", "which", "who", "whose", "where", "provided", "if", "unless", "once", "when"})
LEADS = frozenset({"starting", "beginning", "within", "during", "upon", "after", "before", "following", "in", "at", "by"})
PHRASE = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP", "CCONJ", "PUNCT"})
PARTICLES = frozenset({"back", "over", "up", "down", "out"})  # "Hand back …"
SHORT_HEADING = 12
TOPIC = 6  # words before a colon that name what a row is about
MIN_CLAUSES = 3
MOST_VOICED = 0.25  # statements a clause above which a text without numbers is a report of what somebody says must be done
MOST = 0.6  # of the bullets of a summary that name acts
LONGEST_TITLE = 14  # words
SHALL = frozenset({"shall", "must"})
BINDING = SHALL | {"will", "may"}


FEW_NUMBERS = 0.4  # share of clauses with a number below which a text is no list
MOST_TOLD = 0.15  # share of clauses with a verb in the past above which plain words tell what was


@cache
def agreed_on() -> re.Pattern[str]:
    """ "have agreed as follows:", "the following terms were agreed:"."""
    words = provision_words().lists
    follows = r"(?:the following|as follows)"
    said = rf"\b(?:{words.agrees})\b(?:\s+(?:as follows|on the following|to the following|the following|that))?[^.:;\n]{{0,40}}[:;]"
    stated = rf"\b(?:{words.states})\s(?:\w+\s){{0,5}}{follows}[^.:;\n]{{0,20}}[:;]"
    reached = rf"\bthe following (?:\w+ )?(?:{words.terms})\s(?:\w+\s){{1,3}}(?:{words.reached})\s*[:;]"
    return re.compile(rf"{said}|{stated}|{reached}", re.IGNORECASE)


@cache
def steps_to_come() -> re.Pattern[str]:
    """ "the following steps:" at the end of a line."""
    return re.compile(rf"\bthe following (?:{provision_words().lists.steps})\s*:$", re.IGNORECASE)


@cache
def of_an_act() -> re.Pattern[str]:
    """A noun that by its ending or by itself names an act ("withdrawal", "release")."""
    return re.compile(rf".*(?:{provision_words().lists.acts})s?$")


@cache
def signing() -> re.Pattern[str]:
    """What stands from there on are names."""
    return re.compile(rf"\W*(?:{provision_words().lists.signing})\b", re.IGNORECASE)


def is_agreement(doc: Doc, found: Sequence[Clause]) -> bool:
    """By form alone: numbered clauses that lay duties, or that have no finite verb at all, rather than tell of what was."""
    found = unsigned(doc, found)
    spans = [s for s in (span_of(doc, c) for c in found) if s is not None and len(s) > 3]
    if len(spans) < MIN_CLAUSES:
        return False
    numbered = sum(c.numbered for c in found) / len(found)
    words = [list(s) for s in spans]
    binding = sum(any(t.lower_ in SHALL and t.tag_ == "MD" for t in w) for w in words) / len(spans)
    told = sum(any(is_told(t) for t in w) for w in words) / len(spans)
    if numbered < FEW_NUMBERS and binding < 0.5 and told > MOST_TOLD:
        return False  # a report, as most texts are
    binding_words = deontic().duty.verbs  # "The Parties agree that …" is a clause, and nobody's saying
    voiced = sum(s.cue_lemma not in binding_words for s in layers(doc).statements) / len(spans)
    if binding >= 0.5 and (voiced <= MOST_VOICED or numbered >= FEW_NUMBERS):
        return True
    if (
        numbered >= FEW_NUMBERS
        and told < 0.3
        and (binding >= 0.15 or sum(is_act(s) and is_timeless(s) and not is_heading(s) for s in spans) >= 0.6 * len(spans))
    ):
        return True
    if told == 0 and numbered >= 0.5 and is_titled(doc):
        marked = [s for c in found if c.numbered and (s := span_of(doc, c)) is not None and len(s) > 1]
        named = sum(is_act(s) and is_timeless(s) for s in marked)
        if len(marked) >= MIN_CLAUSES and named >= MOST * len(marked):
            return True  # a summary of an agreement in bullets
    opening = text_of(doc)[:1500]
    if told <= 0.2 and numbered >= FEW_NUMBERS and (agreed_on().search(opening) or any(steps_to_come().search(line.rstrip()) for line in opening.splitlines())):
        return True
    if numbered >= FEW_NUMBERS and told <= MOST_TOLD and lists_duties(doc, found) and names_agreement(doc) and not tells_of_signing(doc):
        return True
    ahead = sum(any(lays_down(t) for t in w) for w in words) / len(spans)
    return ahead >= (0.35 if numbered >= FEW_NUMBERS else 0.5) and told <= MOST_TOLD and voiced <= 0.2 and names_agreement(doc) and not tells_of_signing(doc)


def lists_duties(doc: Doc, found: Sequence[Clause]) -> bool:
    """Do most numbered rows tell what somebody "will", "shall" or "undertakes to" do, in nobody's reported words, whatever stands above them?"""
    told = [r for s in layers(doc).statements if (s.cue_lemma or "").partition(" ")[0] not in deontic().duty.verbs and s.speaker is not None for r in s.content]
    rows = [c for c in found if c.numbered and not c.goes_on and not c.is_heading]
    top = min((c.depth for c in rows), default=0)
    opening = [s for c in rows if c.depth == top and (s := span_of(doc, c)) is not None]
    laid = [s for s in opening if any(lays_down(t) and not any(start <= t.idx < end for start, end in told) for t in s)]
    return len(opening) >= MIN_CLAUSES and len(laid) >= MOST * len(opening)


def unsigned(doc: Doc, found: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses before "Done at …" and the names of those who sign; all, where too few stand before. Where numbered clauses follow, that stands under a
    title."""
    first = next((len(found) - i for i, c in enumerate(reversed(found)) if c.numbered), 0)
    last = next((i for i, c in enumerate(found) if i >= first and not c.numbered and signing().match(text_of(doc)[c.start : c.end])), len(found))
    return found[:last] if last >= MIN_CLAUSES else found


def tells_of_signing(doc: Doc) -> bool:
    """ "The leader of the council signed an agreement on Monday": a report of one, even where it goes on in the present."""
    return any(t.head.tag_ == "VBD" and is_reached(t) for s in doc.sents for t in texts_of(s))


def lays_down(token: Token) -> bool:
    """A modal of duty or future, "is to", or a verb that binds its subject."""
    if token.tag_ == "MD":
        return token.lower_ in BINDING
    return token.tag_ in {"VBP", "VBZ"} and (token.lemma_.lower() in deontic().duty.verbs or is_to(token))


def is_titled(doc: Doc) -> bool:
    """Does the first line, no sentence, name a kind of paper?"""
    line = first_line(doc)
    kinds = provision_words().agreements.nouns | provision_words().agreements.titled
    return 0 < len(line.split()) <= LONGEST_TITLE and line[-1] not in ".;," and bool(kinds & words_of(line))


def is_open(doc: Doc) -> bool:
    """Does the first line call the text a plan or a proposal, for a truce perhaps, and does it nowhere tell that anybody agreed to it?"""
    if agreed_on().search(text_of(doc)) or any(signing().match(line) for line in text_of(doc).splitlines()):
        return False
    named, papers = words_of(first_line(doc)), provision_words().agreements
    return bool(named & papers.open_) and not named & (papers.nouns - papers.open_ - provision_words().told.truces)


def first_line(doc: Doc) -> str:
    return next((line.strip() for line in text_of(doc).splitlines() if line.strip()), "")


def words_of(line: str) -> set[str]:
    return {w.strip(':,.“”"').lower() for w in line.split()}


def names_agreement(doc: Doc) -> bool:
    words = provision_words().agreements.nouns | provision_words().agreements.plain
    return any(t.lemma_.lower() in words for t in doc)


def is_told(token: Token) -> bool:
    """A verb in the past with a subject of its own ("provided that" and lost participles have none)."""
    return token.tag_ == "VBD" and token.lower_ not in SUBORDINATE and bool(own_subjects(token))


def span_of(doc: Doc, clause: Clause) -> Span | None:
    return doc.char_span(clause.start, clause.end, alignment_mode="contract")


def is_preamble(span: Span) -> bool:
    first = span[0]
    low = first.lower_.strip("“\"'")
    return low in deontic().preamble.openers and (low != "further" or len(span) > 1)


def is_heading(span: Span) -> bool:
    """A heading, a name in a list of names or a table of contents: capitals throughout, or all words of weight with a capital."""
    words = [t for t in span if t.is_alpha]
    if not words:
        return True
    if all(t.is_upper for t in words):
        return True
    capital = sum(t.text[0].isupper() or len(t) < 4 for t in words)
    return capital == len(words) if len(words) <= SHORT_HEADING else capital > 0.8 * len(words)


def is_timeless(span: Span) -> bool:
    """No finite verb before the first subordinate clause."""
    for token in span:
        if token.lower_ in SUBORDINATE:
            return True
        if token.tag_ in FINITE_VERBS and not (token.tag_ == "VBD" and not own_subjects(token)):  # "to be disarmed", read as a past
            return False
    return True


def is_act(span: Span) -> bool:
    """Is its head a verb, or a noun that names an act? Behind a topic and its colon ("Local police: dissolution of …") what follows."""
    if starts_bare(span) or is_to_come(span):
        return True
    colon = next((t.i for t in span[1:TOPIC] if t.text == ":"), None)
    if colon is not None and colon + 2 < span.end and is_act(span.doc[colon + 1 : span.end]):
        return True
    head = next(
        (t for t in span if t.pos_ in {"NOUN", "PROPN"} and not (t.dep_ == "compound" or (t.i + 1 < span.end and t.nbor().pos_ in {"NOUN", "PROPN"}))), None
    )
    return head is not None and (head.pos_ == "NOUN" or head.i == span.start) and bool(of_an_act().match(head.lower_))


def has_own_verb(span: Span) -> bool:
    """A finite verb with a subject, before anything subordinate."""
    end = next((t.i for t in span if t.lower_ in SUBORDINATE), span.end)
    return any(t.tag_ in FINITE_VERBS and own_subjects(t) for t in span.doc[span.start : end])


def is_to_come(span: Span) -> bool:
    """ "All fighters to be disarmed", "A council to settle disputes": a noun phrase with an infinitive, and no finite verb."""
    to = next((t for t in span[1:-1] if t.lower_ == "to" and t.nbor().tag_ == "VB"), None)
    return to is not None and is_timeless(span) and all(t.pos_ in PHRASE for t in span.doc[span.start : to.i])


def starts_bare(span: Span) -> bool:
    """ "Expedite the relief …", "to review …", "within nine months, initiate …"."""
    start = 0
    if span[0].lower_ in LEADS:
        start = next((t.i + 1 - span.start for t in span if t.text == ","), 0)
    for token in span[start : start + 3]:
        noun = token.i + 1 < span.end and token.nbor().pos_ == "ADP" and token.nbor().lower_ not in PARTICLES  # "Support by …", "Release of …"
        noun = noun and token.lower_ not in provision_words().told.abstaining  # "Refrain from …" is none
        opened = span[start].lower_ == "to" and token.i > span[start].i and token.tag_ in {"VBD", "VBN"}  # "To immediately put …", whatever its tag
        if (token.tag_ in {"VB", "VBP"} and token.pos_ == "VERB") or opened or (token.lower_ in deontic().duty.imperatives and not noun):
            return True
        if token.pos_ not in {"ADV", "PART"} and token.lower_ != "to":
            return False
    return False


def starts_with_to(span: Span) -> bool:
    """ "To set up a commission …"."""
    return len(span) > 2 and span[0].text == "To" and starts_bare(span)
