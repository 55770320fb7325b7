"""Where what a report tells of a term ends, and where a further one is strung on, by the words: trees lose their way in long lists."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.phrases import trimmed
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.told.papers import is_text

JOINS = frozenset({"and", "or"})
BREAKS = frozenset({"while", "but", "whereas", "although", "though", "because"})
TAILS = frozenset({"where", "which", "who", "according", "as", "adding", "saying", "in"})
AFTER = frozenset({"after", "following"})
ASIDE = 18  # words within which an aside between two commas is closed
QUOTES = frozenset({'"', "“", "”", "``", "''"})
TALKS = 7  # words within which the talks are named "after" which something was agreed
SUBJECT_WORDS = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON"})


def strung(joint: Token, verb: Token, end: int) -> Token | None:
    """The verb behind a comma or an "and" that goes on in the form of the first."""
    doc, at = joint.doc, joint.i + 1
    while at < end and (doc[at].lower_ in JOINS | {"to", "not", "be"} or doc[at].tag_ in {"MD", "RB", "RBR"}):
        at += 1
    if at >= end:
        return None
    token = doc[at]
    if doc[at - 1].lower_ == "to" and token.tag_ in {"NN", "JJ"} and at + 1 < end and doc[at + 1].pos_ in {"DET", "NOUN", "ADJ", "PRON"} and has_to(verb):
        return token  # "agreed to vacate the hills and to | exit their men", taken for a noun
    if (token.tag_ in {"VB", "VBP"} and token.pos_ in {"VERB", "AUX"}) or token.lower_ in provision_words().told.unchanged or is_bare_verb(token):
        return token
    return token if token.tag_ == "VBN" and verb.tag_ == "VBN" and base(token) == "conj" and verb in {token.head, token.head.head} else None


def is_bare_verb(token: Token) -> bool:
    """A known verb with its object or verb behind it, whatever the tagger makes of it ("reduce its troops and | help disband …")."""
    if token.tag_ not in {"NN", "JJ", "RB"} or token.i + 1 >= len(token.doc):
        return False
    known = token.lower_ in deontic().duty.imperatives | provision_words().told.leaving or verb_frame(token) is not None
    return (known and token.nbor().tag_ in {"DT", "PRP$", "CD"}) or (token.nbor().tag_ == "VB" and token.nbor(-1).lower_ in JOINS)


def for_others(joint: Token, end: int) -> Token | None:
    """ "agreed to disarm | and for their men to join the army": the verb of what others are to do."""
    doc = joint.doc
    if joint.i + 3 >= end or doc[joint.i + 1].lower_ != "for":
        return None
    to = next((t for t in doc[joint.i + 2 : end - 1] if t.lower_ == "to" and t.nbor().tag_ == "VB"), None)
    return to.nbor() if to is not None and not any(is_verbal(t) or t.is_punct for t in doc[joint.i + 1 : to.i]) else None


def of_another(joint: Token, verb: Token, end: int) -> Token | None:
    """ "All arms are to be handed in | and fighters sent home": a passive with its own subject, whose "are to be" is that of the first."""
    if verb.tag_ != "VBN" or joint.lower_ not in JOINS:
        return None
    for token in joint.doc[joint.i + 2 : end]:
        if token.tag_ == "VBN" and base(token) == "conj" and token.head == verb and any(s.i > joint.i for s in own_subjects(token)):
            return token
        if token.pos_ not in SUBJECT_WORDS | {"ADP"}:
            return None
    return None


def end_of_clause(verb: Token, limit: int) -> int:
    """Where a clause ends by its words: a semicolon, a "while", a comma with an attribution or a new subject behind it."""
    doc = verb.doc
    ends = [c[1] for s in layers(doc).statements for c in s.content if c[0] <= verb.idx < c[1]]
    stop = max(ends) if ends else None
    for i in range(verb.i + 1, limit):
        token = doc[i]
        if stop is not None and token.idx >= stop:
            if strung(token, verb, limit) is None:
                return i
            stop = None  # the words of a promise were cut before its last verbs
        if token.text in {";", ":", "—", "–"} or token.is_space or is_dash(token):
            return i
        if (token.tag_ in FINITE and is_main_behind(token, verb)) or is_under_text(token, verb, limit):
            return i
        if token.lower_ in BREAKS and token.nbor(-1).lower_ not in {"all", "nothing", "anything"} and not (i + 1 < limit and doc[i + 1].tag_ == "VBG"):
            return i
        if token.lower_ == "and" and i + 1 < limit and doc[i + 1].tag_ in {"VBD", "VBZ"} and doc[i + 1].lower_ not in provision_words().told.unchanged:
            return i
        if token.text == "," and i + 1 < limit and closes(doc[i + 1], limit):
            return i
        if token.lower_ == "and" and i + 1 < limit and (doc[i + 1].lower_ == "that" or (opens_clause(doc[i + 1], limit) and not is_in_relative(token, verb))):
            return i
        if token.lower_ == "in" and i + 2 < limit and doc[i + 1].lower_ in {"a", "an"} and doc[i + 2].lower_ in provision_words().told.motives:
            return i  # "to open the road | in a move to save the talks"
        if token.lower_ in AFTER and i > verb.i + 1 and is_after_talks(token, limit):
            return i
    return limit


def end_of_list(verb: Token, limit: int) -> int:
    """Where a list of things ends that may have semicolons ("provides for the withdrawal of all guns; the opening of the road; and joint patrols")."""
    doc, end = verb.doc, end_of_clause(verb, limit)
    while end < limit - 1 and doc[end].text == ";":
        further = next((t.i for t in doc[end + 1 : limit] if t.text == ";"), limit)
        item = [t for t in doc[end + 1 : further] if t.lower_ not in JOINS]
        if not item or item[0].pos_ not in {"DET", "ADJ", "NOUN", "NUM"} or any(t.tag_ in FINITE for t in item):
            return end
        end = further
    return end


def is_in_relative(joint: Token, verb: Token) -> bool:
    """The "and" of "the zone where northern | and southern troops meet": between the subjects of a relative clause whose verb is still to come."""
    for token in reversed(joint.doc[verb.i + 1 : joint.i]):
        if token.tag_ in {"WRB", "WDT"}:
            return True
        if token.text == "," or token.tag_ in FINITE:
            return False
    return False


def is_after_talks(token: Token, limit: int) -> bool:
    """ "agreed on a list of ministers | after five hours of talks": when it was agreed, and not when it is to be done."""
    if base(token) not in {"case", "mark"} and token.lower_ != "following":
        return False
    phrase = list(token.doc[token.i + 1 : min(limit, token.i + TALKS)])
    stop = next((n for n, t in enumerate(phrase) if t.is_punct or t.pos_ not in SUBJECT_WORDS | {"ADP"}), len(phrase))
    return any(lemma_in(t, provision_words().told.talks) is not None for t in phrase[:stop] if t.pos_ == "NOUN")


def is_main_behind(token: Token, verb: Token) -> bool:
    """The "was" of "An agreement to free the captives | was reached": the finite verb whose subject stands before an infinitive."""
    main = token.head if base(token) in {"aux", "cop"} else token
    return has_to(verb) and main != verb and any(s.i < verb.i and s.is_ancestor(verb) for s in own_subjects(main))


def is_under_text(token: Token, verb: Token, limit: int) -> bool:
    """The "under" of "will be freed | under a deal between …", where it says more of the text, with no further verb behind it."""
    if token.lower_ != "under" or base(token) != "case" or not is_text(token.head):
        return False
    if not any(c.i > token.head.i or c.lower_ in {"a", "an"} for c in token.head.children):
        return False  # "under the deal"
    return all(strung(t, verb, limit) is None for t in token.doc[token.i : limit] if t.text == "," or t.lower_ in JOINS)


def is_dash(token: Token) -> bool:
    """The hyphen between blanks that opens an aside."""
    return token.text in {"-", "--"} and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)


def closes(token: Token, limit: int) -> bool:
    """Whether what follows a comma is no part of a term."""
    doc = token.doc
    if is_as_well_as(token):
        return False
    if token.lower_ == "that" and token.tag_ == "IN":
        return True  # "…, that the roads be opened and that …"
    if token.lower_ in TAILS and not (token.lower_ == "in" and token.i + 1 < limit and token.nbor().lower_ in {"return", "exchange"}):
        return token.lower_ != "in"
    if token.lower_ == "and" and token.i + 1 < limit and token.nbor().lower_ == "that":
        return True
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.lower_ not in provision_words().told.unchanged:
        return True  # "a treaty, which calls for a vote, | was signed"
    if token.lower_ in {"and", "with"}:
        return token.i + 1 < limit and (token.lower_ == "with" or opens_clause(doc[token.i + 1], limit))
    if token.lower_ == "to" and token.i + 1 < limit and token.nbor().lower_ == "be":
        return True  # "a fund, to be filled by donors"
    if (token.tag_ in {"VBG", "VBN"} and token.lower_ != "followed" and not is_gerund_listed(token, limit)) or token.lower_ in {"among", "including"}:
        return True  # but "a truce, followed by talks and a release" is one list
    if token.pos_ == "DET" and token.i + 1 < limit and lemma_in(token.nbor(), provision_words().standing.claims):
        return True  # ", a reading that the army disputes"
    if is_apposition(token, limit):
        return True  # "into Orle, | the town that the front holds"
    if token.lower_ == "part" and token.i + 1 < limit and token.nbor().lower_ == "of":
        return True  # "to hand in its arms, | part of a deal that …"
    return opens_clause(token, limit) or says_so(token, limit)


def is_gerund_listed(token: Token, limit: int) -> bool:
    """ "a role for monitors, | opening the archives and closing the camps": a gerund of a list that goes on with another."""
    rest = token.doc[token.i + 1 : limit]
    return token.tag_ == "VBG" and any(
        t.lower_ == "and" and t.i + 2 < limit and t.nbor().tag_ == "VBG" and t.nbor(2).pos_ in SUBJECT_WORDS | {"ADP"} for t in rest
    )


def is_apposition(token: Token, limit: int) -> bool:
    """Whether a phrase behind a comma only says more of the noun before it, with nothing joined behind it."""
    noun = token if token.pos_ in {"NOUN", "PROPN"} else token.head
    joined = any(t.lower_ in JOINS or t.text == "," for t in token.doc[token.i : limit])
    return token.pos_ == "DET" and base(noun) in {"appos", "parataxis"} and token.i < noun.i < limit and not joined


def is_as_well_as(token: Token) -> bool:
    return token.doc[token.i : token.i + 3].text.lower() == "as well as"


def opens_clause(token: Token, limit: int) -> bool:
    """A noun phrase with a finite verb behind it: "| the other side will …", "| Mr Obi, a former envoy, will …"."""
    doc, quoted, i = token.doc, False, token.i
    while i < limit:
        other = doc[i]
        if other.tag_ in {"WDT", "WP"}:
            return False  # "the setting up of a court which will …"
        if base(other) == "mark" and other.i > token.i:
            return False  # "the sending of a force until the line is drawn"
        if other.tag_ in {"MD", "VBD", "VBZ", "VBP"}:
            return other.i > token.i
        quoted = quoted != (other.text in QUOTES)
        if other.text == "," and not quoted:
            behind = behind_aside(other, limit)
            return behind is not None and token.pos_ == "PROPN" and behind.tag_ == "MD"
        gerund = (other.tag_ == "VBG" and other.nbor(-1).tag_ == "IN") or base(other) == "amod"  # "a mechanism for taking their men in will …"
        if (other.pos_ not in SUBJECT_WORDS | {"ADP", "PART", "CCONJ", "PUNCT"} and not gerund) or other.text == ";":
            return False
        i += 1
    return False


def behind_aside(comma: Token, limit: int) -> Token | None:
    """What stands behind the comma that closes an apposition or relative clause: "Mr Obi, a former envoy, | will …"."""
    closing = next((t.i for t in comma.doc[comma.i + 1 : min(limit, comma.i + ASIDE)] if t.text == ","), None)
    return comma.doc[closing + 1] if closing is not None and closing + 1 < limit else None


def says_so(token: Token, limit: int) -> bool:
    return any(is_verbal(t) and governor_word(t, "clause") == "reported" for t in token.doc[token.i : min(limit, token.i + 8)])


def trimmed_end(span: Span) -> Span:
    span = trimmed(span)
    while len(span) > 1 and (span[0].lower_ in {"that", "to", "also", "on", "for", "followed", "by"} or is_as_well_as(span[0])):
        span = span[3:] if is_as_well_as(span[0]) else span[1:]
    opened = sum((t.text == "(") - (t.text == ")") for t in span)
    if opened > 0 and span.end < len(span.doc) and span.doc[span.end].text == ")":
        return span.doc[span.start : span.end + 1]
    return span
