"""Does a time lie behind or ahead of the telling? Asked of the parse where there is one, and of the words around where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.auxiliaries import is_future, is_past, is_perfect, modal
from trucekeeper.language.grammar.clauses import markers
from trucekeeper.language.grammar.tree import ancestors, base
from trucekeeper.reading.times.lexer import Codes
from trucekeeper.reading.times.lexicon import lexicon

PAST, UNKNOWN, AHEAD = -1, 0, 1
PRESENT = 2  # ahead, unless a word nearby says otherwise: "the talks resume Monday"; in a headline either: "Rebels strike on Monday"
REACH = 14  # words
THINGS = frozenset({"nothing", "anything", "something"})  # "has nothing to do with it" says nothing of when
PREFIXES = ("re", "over", "with")  # of irregular past forms: "retook", "overran", "withheld"
HEADLINE = 150  # characters
NOUN_ENDINGS = ("ence", "ance", "tion", "sion", "ment", "ity", "ing", "ness", "ship", "ism", "ed")


def direction(codes: Codes, first: int, end: int, doc: Doc) -> int:
    """PAST, AHEAD, UNKNOWN or (in headlines) PRESENT for the expression at tokens [first, end) of the codes."""
    if codes.word(first - 1).lower() in {"until", "till", "by"}:
        if codes.word(first - 2).lower() in lexicon().lists["lasting"] or (codes.word(first - 1).lower() != "by" and lasted(codes, first, end, doc)):
            return PAST
        if codes.word(first - 1).lower() == "by" and was_before(codes, first, end, doc):
            return PAST
        if codes.word(first - 1).lower() != "by" and not sentence_edge(codes, first - 2) and first > 1:
            return AHEAD  # "wants it until mid-May, his office said": what follows is whose word it is
        return AHEAD if left_cue(codes, first - 1, reach=REACH) else right_cue(codes, end) or AHEAD
    if codes.word(first - 1).lower() == "since":
        return PAST
    if codes.word(first - 1).lower() in {"from", "for"} and announced(codes, first, end, doc):
        return AHEAD
    near = left_cue(codes, first, reach=2)
    if near == AHEAD or (near and not doc.has_annotation("DEP")):
        return near
    if doc.has_annotation("DEP"):
        span = doc.char_span(codes.starts[first], codes.ends[end - 1], alignment_mode="expand")
        found = governing(span.root) if span is not None else UNKNOWN
        modal_near = left_cue(codes, first, reach=REACH)
        if found == PAST and modal_near == AHEAD and has_modal(codes, first):
            return AHEAD
        if found == PRESENT:
            return PRESENT if in_headline(codes, first) and modal_near != AHEAD else AHEAD
        if found:
            return found
    around = left_cue(codes, first, reach=REACH) or right_cue(codes, end)
    return around or (PRESENT if in_headline(codes, first) else UNKNOWN)


def was_before(codes: Codes, first: int, end: int, doc: Doc) -> bool:
    """ "Had flown 40 sorties by Sunday": what was done before a time that is over."""
    if not doc.has_annotation("DEP"):
        near = [codes.word(i).lower() for i in range(max(0, first - REACH), first)]
        return "had" in near and not {"to", "would", "will"} & set(near[near.index("had") :])
    verb = verb_over(codes, first, end, doc)
    return verb is not None and any(c.lower_ == "had" and base(c) == "aux" for c in verb.children)


def announced(codes: Codes, first: int, end: int, doc: Doc) -> bool:
    """ "Announced a truce from Thursday", "called a strike for Friday": said beforehand of what begins then."""
    if not doc.has_annotation("DEP"):
        near = {codes.word(i).lower() for i in range(max(0, first - 8), first - 1)}
        return any({verb, f"{verb}d", f"{verb}ed"} & near for verb in lexicon().lists["announcing"])
    verb = verb_over(codes, first, end, doc)
    return verb is not None and verb.lemma_.lower() in lexicon().lists["announcing"]


def lasted(codes: Codes, first: int, end: int, doc: Doc) -> bool:
    """ "Went on all day until Friday": a past verb of lasting, with what stands between."""
    verb = verb_over(codes, first, end, doc) if doc.has_annotation("DEP") else None
    if verb is None:
        return False
    known = lexicon().lists["lasting"]
    return verb.lower_ in known or f"{verb.lower_} {verb.nbor(1).lower_ if verb.i + 1 < len(doc) else ''}" in known


def verb_over(codes: Codes, first: int, end: int, doc: Doc) -> Token | None:
    """The verb nearest above an expression."""
    span = doc.char_span(codes.starts[first], codes.ends[end - 1], alignment_mode="expand")
    return next((above for above in (span.root, *ancestors(span.root)) if above.pos_ in {"VERB", "AUX"}), None) if span is not None else None


def in_headline(codes: Codes, first: int) -> bool:
    """Does the line of a token end without a full stop?"""
    start = codes.starts[first]
    end = codes.text.find("\n", start)
    line = codes.text[codes.text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(codes.text)].rstrip()
    return len(line) < HEADLINE and not line.endswith((".", "!", "?", '"', "”", "'", "’", ")", ":"))


def governing(token: Token) -> int:
    """What the nearest verb above a token says."""
    for above in (token, *ancestors(token)):
        if any(t.text == ";" for t in above.doc[min(token.i, above.i) : max(token.i, above.i)]):
            break  # the verb of another clause
        if above.tag_ == "VBN" and base(above) == "xcomp" and not any(base(c) == "aux" for c in above.children):
            continue  # "want it finished by": the verb above says when
        if base(above) in {"xcomp", "ccomp"} and above.head.lemma_.lower() in lexicon().lists["causing"] and not markers(above):
            continue  # "let them pass": as the verb above
        if mistaken(above):
            return PRESENT
        if above.pos_ in {"VERB", "AUX"} or any(base(c) == "cop" for c in above.children):
            if token.i < above.i and above.tag_ == "VBD" and any(c.dep_ == "nsubj" for c in above.children):
                return PAST  # "on Thursday postponed the talks"
            found = of_verb(above)
            if found:
                return found
    return UNKNOWN


def mistaken(token: Token) -> bool:
    """A present verb that was taken for a plural noun: the head of its sentence, with a subject and no other verb ("the match kicks off on Saturday")."""
    return (
        token.tag_ == "NNS"
        and token.dep_ in {"ROOT", "conj", "parataxis"}
        and any(base(c) == "nsubj" for c in token.children)
        and not any(base(c) == "cop" for c in token.children)
    )


def of_verb(verb: Token) -> int:
    if verb.lemma_.lower() in lexicon().lists["scheduling"]:
        return AHEAD
    if is_future(verb):
        return AHEAD
    if modal(verb) is not None:
        return PAST if is_perfect(verb) else AHEAD
    if any(m.lower_ == "to" for m in markers(verb)):
        if verb.lower_ == "do" and verb.head.lower_ in THINGS:
            return UNKNOWN  # "has nothing to do with Sunday's attack"
        return UNKNOWN if verb.head.lemma_.lower() in lexicon().lists["implicative"] else AHEAD
    if is_past(verb):
        return PAST
    if verb.tag_ == "VBG":
        return PRESENT if any(base(c) == "aux" and c.lower_ in {"is", "are", "'s", "’s", "'re", "’re", "am"} for c in verb.children) else UNKNOWN
    if verb.lemma_.lower() in lexicon().lists["saying"]:
        return UNKNOWN
    return PRESENT if "Tense=Pres" in str(verb.morph) and "VerbForm=Fin" in str(verb.morph) else UNKNOWN


def sentence_edge(codes: Codes, i: int) -> bool:
    """Is the token at i the end of a sentence, seen from inside it?"""
    word = codes.word(i)
    if word in {"\n", ";"}:
        return True
    if word not in {".", "!", "?"}:
        return False
    before = codes.word(i - 1) if i else ""
    if len(before) <= 4 and before[:1].isupper() and word == ".":
        return False  # an abbreviation, an initial
    return i + 1 >= len(codes.starts) or codes.word(i + 1)[:1].isupper() or not codes.word(i + 1).isalnum()


def cue(codes: Codes, i: int) -> int:
    known = lexicon().lists
    word = codes.word(i).lower()
    if word in known["ahead"]:
        return AHEAD
    whole = next((word.removeprefix(p) for p in PREFIXES if word.startswith(p)), word)
    if word in known["past"] or (whole in known["past"] and len(whole) > 2) or (word.endswith("ed") and len(word) > 4 and word not in known["not_past"]):
        return UNKNOWN if i and codes.word(i - 1).lower() in {"be", "being"} else PAST
    if i and codes.word(i - 1).lower() == "to" and word.isalpha() and codes.word(i)[0].islower():
        before = codes.word(i - 2).lower() if i > 1 else ""
        if (
            before == "prior"
            or (word == "do" and before in THINGS)
            or word in {"the", "a", "an", "its", "their", "his", "her"}
            or word.endswith(NOUN_ENDINGS)
            or (word.endswith("s") and not word.endswith("ss"))
        ):
            return UNKNOWN
        return PAST if any(before.startswith(stem) for stem in known["implicative"] if len(stem) > 3) else AHEAD
    return UNKNOWN


def steps(codes: Codes, at: int, way: int, reach: int) -> Iterator[int]:
    """The tokens from one on, to the left (-1) or the right (1), as far as their sentence goes."""
    for i in range(at, max(-1, at - reach) if way < 0 else min(len(codes.starts), at + reach), way):
        if sentence_edge(codes, i):
            break
        yield i


def left_cue(codes: Codes, first: int, *, reach: int) -> int:
    return next((found for i in steps(codes, first - 1, -1, reach) if (found := cue(codes, i))), UNKNOWN)


def right_cue(codes: Codes, end: int) -> int:
    return next((found for i in steps(codes, end, 1, REACH) if (found := cue(codes, i))), UNKNOWN)


def has_modal(codes: Codes, first: int) -> bool:
    """Is the nearest cue on the left "will" or "would"?"""
    nearest = next((i for i in steps(codes, first - 1, -1, REACH) if cue(codes, i)), None)
    return nearest is not None and codes.word(nearest).lower() in {"will", "would", "shall", "ll"}
