"""Whose people, when, where, and how sure: what stands around a count."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.phrases import modifiers, possessors
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.model.claims import Actor
from trucekeeper.model.time import Time
from trucekeeper.reading.figures.identity import identity
from trucekeeper.reading.figures.lexicon import hedges, listed, paces
from trucekeeper.reading.figures.links import is_former
from trucekeeper.reading.figures.phrases import Counted
from trucekeeper.reading.layers import PlaceFound, TimeFound, layers, text_of
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.site import sentence_of
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.lexicon import lexicon

STATES = frozenset({"count", "troops", "held", "missing", "detained", "need", "food insecure", "children", "alive", "votes", "weapons"})
AND = frozenset({"and", "to", "until", "till", "–", "-"})
LINK = 8  # characters between the two days of a span
DASHES = frozenset({"-", "–", "—"})
DATELINE = 10  # tokens at the head of a text in which its dateline ends
REACH = 8  # tokens behind a count, or before it, in which its rate may stand
BREAKS = frozenset({"VERB", "AUX", "PUNCT", "NUM"})  # between "since" and the day of what began then
NEAR = 12  # tokens around a count in which a time or a place may be its own


def pace_of(item: Counted, measure: str) -> str | None:
    """The rate of what goes on: "13 children are dying daily", "every day up to 1,000 people cross"; of a state there is none."""
    if measure in STATES:
        return None
    begin, end = item.sentence
    for token in item.doc[item.end : min(end, item.after + REACH)]:
        if token.i >= item.after and (token.pos_ == "NUM" or token.text in {";", ":"}):
            break
        if token.pos_ == "VERB" and token.i >= item.after and not token.is_ancestor(item.number):
            break  # "killed 4,000 people and saw rockets fired daily"
        behind = token.nbor() if token.i + 1 < end else None
        if token.lower_ in paces() and (behind is None or behind.pos_ not in {"NOUN", "PROPN"}):
            return paces()[token.lower_]
        if token.lower_ in {"every", "each"} and behind is not None and behind.lower_ in listed("terms"):
            return f"per {behind.lower_}"
    opening = item.doc[begin : begin + 2]
    told = opening.text.lower().split()
    return f"per {told[1]}" if len(told) == 2 and told[0] in {"every", "each"} and told[1] in listed("terms") and item.start - begin <= REACH else None


def party_of(item: Counted) -> Actor | None:
    """Whose the counted are: "Palestinian prisoners", "their fighters", "Americans", "deaths on the Israeli side"."""
    noun = item.noun
    if noun is None:
        return None
    told = modifiers(noun)
    told = [] if any(children(m, "conj") for m in told) else told  # of "Velan and Orsk fighters" neither has all
    for token in (noun, *possessors(noun), *reversed(told), *side(item)):
        if not item.start <= token.i < item.end and names_somebody(token):
            return actor_at(token)
    return None


def names_somebody(token: Token) -> bool:
    """A mention that the actors' reader resolved, or a capitalised adjective or people's name."""
    if layers(token.doc).mentions:
        return token.i in layers(token.doc).mention_at and (token.text[:1].isupper() or token.pos_ == "PRON")
    return token.text[:1].isupper() and token.i > sentence_of(token)[0] and (token.pos_ == "ADJ" or token.ent_type_ in {"NORP", "GPE", "ORG", "LOC"})


def side(item: Counted) -> list[Token]:
    """The adjective of "on the Israeli side"."""
    for token in item.doc[item.after : min(item.sentence[1], item.after + 5)]:
        if token.lower_ in listed("sides") and token.i > item.after:
            return [item.doc[token.i - 1]]
    return []


def clause_range(item: Counted, predicate: Token | None) -> tuple[int, int]:
    """Tokens in which what goes with a count stands: around it and its predicate, cut at strong signs."""
    begin, end = item.sentence
    low = max(begin, min(item.start, predicate.i if predicate is not None else item.start) - NEAR)
    high = min(end, max(item.after, predicate.i + 1 if predicate is not None else item.after) + NEAR)
    for i in range(item.start - 1, low - 1, -1):
        if item.doc[i].text in {";", ":"} or ends_dateline(item.doc[i]):
            low = i + 1
            break
    for i in range(item.after, high):
        if item.doc[i].text in {";", ":"}:
            high = i
            break
    return low, high


def ends_dateline(token: Token) -> bool:
    """A dash behind an agency in brackets, or behind the town and day that a text begins with ("PORT BELM, May 4 - ")."""
    if token.text not in DASHES or token.i == 0:
        return False
    return token.nbor(-1).text == ")" or (token.i <= DATELINE and token.doc[0].is_upper and token.whitespace_ != "" and token.nbor(-1).whitespace_ != "")


def times_of(item: Counted, predicate: Token | None) -> tuple[Time | None, Time | None]:
    """When the count holds, and since when it runs; a length of time or road has no such date."""
    if item.quantity.unit and not item.quantity.unit.startswith(("per ", "percent")):
        return None, None
    low, high = characters(item, clause_range(item, predicate))
    near = [t for t in layers(item.doc).times if low <= t.start and t.end <= high and (t.is_date or is_window(t)) and not is_of_another(item, t, predicate)]
    near = [t for t in near if not ((is_done(predicate) or is_former(item)) and is_ahead(item, t)) and not is_of_former(item, t)]
    near = [t for t in near if not is_former(item) or t.start >= item.quantity.end]
    near.sort(key=lambda t: (distance(item, t), t.start))
    near = [t for t in near if not text_of(item.doc)[: t.start].rstrip().lower().endswith(identity().ranked)]
    since = next((t.time for t in near if is_start(item, t, predicate)), None)
    about = next((t for t in near if not is_start(item, t, predicate)), None)
    return (span_of(item, about) if about is not None else None), since


def is_window(time: TimeFound) -> bool:
    """ "the past 24 hours": a length of time with both its ends."""
    return time.timex.type == "DURATION" and time.time.earliest is not None and time.time.latest is not None


def is_of_former(item: Counted, time: TimeFound) -> bool:
    """ "stands at 412, up from 390 on Sunday": the day of the earlier count is not that of the newer one."""
    between = text_of(item.doc)[item.quantity.end : time.start].lower() if time.start > item.quantity.end else ""
    return any(f" {words} " in f" {between.replace(',', ' ')} " for words in identity().former)


def span_of(item: Counted, time: TimeFound) -> Time:
    """The day, or both days of "between March 1 and March 4" and "from January to July"."""
    text = text_of(item.doc)
    other = next((t for t in layers(item.doc).times if t.is_date and 0 < time.start - t.end <= LINK and text[t.end : time.start].strip().lower() in AND), None)
    if other is None or not text[: other.start].rstrip().lower().endswith(("between", "from")):
        return time.time
    first, last = other.time.earliest, time.time.latest
    whole = text[other.start : time.end]
    return Time(first, last, other.time.approximate or time.time.approximate, whole) if first and last and first[:10] <= last[:10] else time.time


def is_done(predicate: Token | None) -> bool:
    """Whether what is told of the counted is past ("12 have been freed")."""
    if predicate is None or predicate.tag_ not in {"VBD", "VBN"} or modal(predicate) is not None:
        return False
    return not any(a.tag_ == "VB" for a in auxiliaries(predicate)) and (predicate.tag_ == "VBD" or bool(auxiliaries(predicate)))


def is_ahead(item: Counted, time: TimeFound) -> bool:
    """Whether a time begins after the report, or is one before which it was done: of what is done that is no day, but a deadline's."""
    if text_of(item.doc)[: time.start].lower().endswith(("before a ", "before the ", "ahead of a ", "ahead of the ")):
        return True
    document = layers(item.doc).document
    published = document.published if document is not None else None
    return bool(published and time.time.earliest and time.time.earliest[:10] > published[:10])


def is_of_another(item: Counted, time: TimeFound, predicate: Token | None) -> bool:
    """Another's day: "said on Wednesday that 17 had died" is when it was said; "Of the 251 seized on Oct. 7, 58 remain" that of the participle's noun;
    "killing nine in the worst breach of the truce signed in 2016" that of the truce."""
    span = item.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is not None and (is_of_saying(item, span.root) or is_behind_saying(item, span.start)):
        return not stands_at(text_of(item.doc)[: time.start])
    verb = next((t for t in ancestors(span.root) if t.pos_ == "VERB"), None) if span is not None else None
    if span is not None and verb is not None and is_of_order(item, verb) and is_done(verb):
        return True
    if span is None or span.start >= item.start:
        clause = verb is not None and base(verb) == "acl" and verb != predicate and not has_begun(verb)
        told = predicate is not None and verb is not None and verb.head.i == item.quantity.noun  # "freed the 22 soldiers whom they took in August"
        return clause and verb is not None and (told or verb.head.i > item.after)
    whole = item.doc[item.sentence[0]].lower_ == "of" and any(t.text == "," for t in item.doc[span.end : item.start])
    return whole or (verb is not None and base(verb) == "acl" and verb.i < item.start and verb.head.i != item.quantity.noun)


def stands_at(before: str) -> bool:
    """ "As of Wednesday, he said, 1,722 had been freed": the day for which a count is given, whatever it hangs on."""
    return before.rstrip().lower().endswith(("as of", "as at"))


def is_of_order(item: Counted, verb: Token | None) -> bool:
    """ "On Monday they launched a mission to collect 300 guns": the day of what was done to get there is not that of what is still to be done."""
    token = item.number
    while verb is not None and token.head.i != token.i and token.i != verb.i:
        if token.tag_ == "VB" and any(c.tag_ == "TO" for c in children(token, "mark", "aux")) and verb.is_ancestor(token):
            going_on = base(token) == "xcomp" and token.head.lemma_.lower() in listed("phases")
            return not any(a.lower_ == "have" for a in auxiliaries(token)) and base(token) in {"acl", "advcl", "xcomp"} and not going_on
        token = token.head
    return False


def is_of_saying(item: Counted, time: Token) -> bool:
    """Does a time hang on a verb in whose reported clause the count stands?"""
    verb = next((t for t in ancestors(time) if t.pos_ == "VERB"), None)
    if verb is not None and verb.i < item.start and verb.lemma_.lower() in words("puts") and item.doc[item.start - 1].lower_ == "at":
        return True  # "on Thursday put its dead at four"
    token = item.number
    while token.head.i != token.i:
        if base(token) == "ccomp" and verb is not None and token.head.i == verb.i:
            return True
        token = token.head
    return False


def is_behind_saying(item: Counted, at: int) -> bool:
    """ "said last week 470 had died", "claimed on Monday to have killed 30": right behind a verb of saying, and before the count, whatever the tree says."""
    at -= item.doc[at - 1].lower_ in {"on", "late", "early"}
    verb = item.doc[at - 1]
    says = verb.pos_ == "VERB" and lexicon().verb(verb.lemma_.lower(), "that") is not None
    return at < item.start and says and bool(children(verb, "ccomp", "xcomp"))


def has_begun(verb: Token) -> bool:
    """ "in fighting that began on 27 September": from then on."""
    return verb.lemma_.lower() in {"begin", "start", "erupt"} or verb.lower_ in {"began", "started"}


def is_start(item: Counted, time: TimeFound, predicate: Token | None) -> bool:
    text = text_of(item.doc)
    span = item.doc.char_span(time.start, time.end, alignment_mode="expand")
    verb = next((t for t in ancestors(span.root) if t.pos_ == "VERB"), None) if span is not None else None
    if verb is not None and base(verb) == "acl" and has_begun(verb) and verb.i > item.after:
        return True
    # "since the raid of May 9, in which two died", but "since a revolt began in 2014, a war in which 10,000 have died"
    still = predicate is not None and any(a.tag_ in {"VBP", "VBZ"} and a.lemma_ == "have" for a in auxiliaries(predicate))
    told_of = span is None or any(t.tag_ in {"WDT", "WP"} for t in item.doc[span.end : item.start])
    if span is not None and told_of and still and any(t.lower_ == "since" for t in item.doc[max(item.sentence[0], span.start - NEAR) : span.start]):
        return True
    above = [] if span is None or told_of else [a for a in (span.root, *ancestors(span.root)) if not a.is_ancestor(item.number)]
    if any(m.lower_ == "since" for a in above for m in children(a, "mark", "case")):
        return True  # "since the raids were launched on May 23"
    before = item.doc[max(item.after, span.start - NEAR) : span.start] if span is not None else ()
    led = next((t.lower_ for t in reversed(before) if t.pos_ in BREAKS or t.lower_ == "since"), "")
    if led == "since":
        return True  # "since the raids of the rebels last month"
    return text[: time.start].rstrip().lower().endswith("since") or text[time.start : time.end].lower().startswith("since")


def distance(item: Counted, found: TimeFound | PlaceFound) -> int:
    """Characters between a count and something; what stands behind it is nearer."""
    if found.start >= item.quantity.end:
        return found.start - item.quantity.end
    return 2 * (item.quantity.start - found.end)


def characters(item: Counted, tokens: tuple[int, int]) -> tuple[int, int]:
    low, high = tokens
    last = item.doc[high - 1]
    return item.doc[low].idx, last.idx + len(last)


def place_of(item: Counted, predicate: Token | None) -> int | None:
    """The nearest place name of the clause that a preposition of place introduces."""
    low, high = characters(item, clause_range(item, predicate))
    places = layers(item.doc).places
    near = [i for i, p in enumerate(places) if low <= p.start and p.end <= high and not p.metonym and after_preposition(item, p)]
    near = [i for i in near if not is_of_doers(item, places[i])]
    return min(near, key=lambda i: (distance(item, places[i]), i), default=None)


def is_of_doers(item: Counted, place: PlaceFound) -> bool:
    """ "Rebels from the republics in the Belm region freed 74 men": where those are from who did it, by the words between, is not where it was done."""
    span = item.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None or span.start >= item.start:
        return False
    for token in reversed(item.doc[max(item.sentence[0], span.start - NEAR) : span.start]):
        if (token.pos_ == "PUNCT" and token.tag_ != "HYPH") or token.pos_ == "AUX" or token.tag_ in {"VBD", "VBZ", "VBP"}:
            return False
        if token.lower_ == "from":
            doer = token.nbor(-1) if token.i else token
            return doer.tag_ in {"NNS", "NNPS"} and base(doer) == "nsubj" and span.end <= doer.head.i < item.start
    return False


def after_preposition(item: Counted, place: PlaceFound) -> bool:
    led = text_of(item.doc)[max(0, place.start - 30) : place.start].lower().split()
    return any(w in {"in", "at", "near", "from", "to", "into", "around", "across", "inside", "outside", "north", "south", "east", "west"} for w in led[-3:])


def hedge_of(item: Counted, predicate: Token | None) -> str | None:
    """A word of doubt between the count and its predicate, or right before the count."""
    end = max(item.after + 3, predicate.i + 1 if predicate is not None else item.after)
    start = max(item.sentence[0], item.start - 3)
    for token in item.doc[start : min(item.sentence[1], end)]:
        if token.lower_ in hedges():
            return hedges()[token.lower_]
    return None
