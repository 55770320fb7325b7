"""When an act was: the time of its own clause or phrase, of a clause that tells of the same happening, or of an earlier telling."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Doc, Token

from trucekeeper.language.relations import ancestors, auxiliaries, base, children, is_passive, markers, modal, objects, own_subjects, preposition
from trucekeeper.model.time import Time
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds
from trucekeeper.reading.events.statuswords import governor_word, is_verbal, says
from trucekeeper.reading.events.timewords import DAYS, is_time
from trucekeeper.reading.events.triggers import Trigger, misread_subject, surface_owner, works
from trucekeeper.reading.layers import EventFound, Region, inside, layers, text_of

INSIDE = frozenset({"in", "by", "during", "with", "from"})  # before a noun that names the act by which another one came about ("killed in a raid")
UNKNOWN_DAY = "XXXX-XX-XX"
BOTH_ENDS = {"between": "and", "from": "to"}
REACH = 2  # sentences between a dated attack and the tolls and further words for it


@dataclass(frozen=True, slots=True)
class Day:
    """One date of a text: its place among the times, its words and its head word."""

    index: int
    region: Region
    head: Token


Dates = tuple[Day, ...]


def dates_of(doc: Doc) -> dict[int, Dates]:
    """The dates of each sentence, by the token that it begins with: no act has the date of another sentence for its own."""
    found: dict[int, list[Day]] = {}
    for index, time in enumerate(layers(doc).times):
        vague = time.timex.value == UNKNOWN_DAY or time.timex.value.endswith("_REF")  # "a week after the attack", "previously"
        known = time.is_date and (time.time.earliest or not vague)
        span = doc.char_span(time.start, time.end, alignment_mode="expand") if known else None
        if span is not None:
            found.setdefault(span.root.sent.start, []).append(Day(index, (time.start, time.end), span.root))
    return {start: tuple(days) for start, days in found.items()}


def in_own_clause(token: Token, anchor: Token) -> bool:
    """Whether a word hangs on the anchor with no other finite clause between."""
    while token != anchor:
        if token.head == token:
            return False
        own = token.head == anchor and token.dep_ == "acl" and not is_verbal(anchor)  # "a meeting planned for June"
        if is_verbal(token) and base(token) in {"acl", "ccomp", "advcl", "parataxis", "conj"} and not own:
            return False
        token = token.head
    return True


def is_of_another(day: Day, told: Token) -> bool:
    """ "extend a February 27 ceasefire", "after the attack in May, ordered …": a date of another noun than the one that is told of."""
    noun = day.head.head
    if noun in (told, day.head) or noun.pos_ not in {"NOUN", "PROPN"} or is_verbal(noun):
        return False
    if day.head.i < noun.i:
        another = is_act(noun) or lemma_in(noun, acts().agreements) is not None  # but not "had left by Saturday's deadline"
        return another and preposition(day.head) in {"", "'s", "’s"} and not (is_act(noun) and preposition(noun) in INSIDE)  # "killed in an overnight raid"
    return is_act(noun) and says()["preposition"].get(preposition(noun)) == "told" and preposition(noun) not in INSIDE


def is_act(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and lemma_in(noun, acts().nouns) is not None


def is_owner(day: Day, noun: Token) -> bool:
    """ "Tuesday's deadly raids", whatever the tree makes of it."""
    mark = next((t for t in noun.doc[day.head.i + 1 : noun.i] if t.idx >= day.region[1]), None)
    if mark is None or mark.tag_ != "POS" or noun.i - mark.i > 4:
        return False
    return all(t.pos_ in {"ADJ", "ADV", "NOUN", "NUM", "PROPN"} for t in noun.doc[mark.i + 1 : noun.i])


def clause_of(word: Token, top: Token) -> list[Token]:
    """A word, and the verb of its clause where that stands below `top`."""
    verb = next((a for a in ancestors(word) if is_verbal(a)), word)
    return [word] if verb == top or is_verbal(word) else [word, verb]


def nearest(days: list[Day], at: int) -> Day | None:
    return min(days, key=lambda d: (abs(d.region[0] - at), d.index)) if days else None


def about(trigger: Trigger, extent: Region, dates: Dates) -> Time | None:
    """The time in the act's own clause or phrase; else that of the clause that tells of its course or that it is told with.

    Of what a speech act speaks of, the time in its own clause goes before that of the speaking ("agreed on Tuesday to meet on Friday").
    """
    token, anchor = trigger.token, trigger.anchor
    if trigger.matter is not None and trigger.matter.anchor != anchor:
        spoken, noun = clause_of(trigger.matter.anchor, anchor), trigger.matter.token
        own = [d for d in dates if inside(d.region, extent) and not is_of_another(d, noun) and any(in_own_clause(d.head, part) for part in spoken)]
        if (chosen := nearest(own, noun.idx)) is not None:
            return reach_of(token.doc, chosen, dates)
        if trigger.act.plover == "AGREE":
            return None  # what is agreed has not the day on which it was agreed
    anchor = anchor.head if misread_subject(anchor) is not None else anchor
    owner = surface_owner(token)
    near = [d for d in dates if token.pos_ == "NOUN" and d.head.i < token.i and is_owner(d, token)]
    for day in dates if not near else ():
        between = owner is not None and owner.idx < day.region[0] < token.idx
        if inside(day.region, extent) and (between or in_own_clause(day.head, anchor)) and not is_of_another(day, token):
            near.append(day)
    if not near and dates:
        for other, side in beside(trigger):
            near = [d for d in dates if in_own_clause(d.head, other) and not is_of_another(d, other) and side * (d.region[0] - other.idx) >= 0]
            if near:
                break
    chosen = nearest(near, token.idx)
    return reach_of(token.doc, chosen, dates) if chosen is not None else None


def reach_of(doc: Doc, day: Day, dates: Dates) -> Time:
    """The time of a date with what its preposition makes of it: "since May" goes on to the report, "between the 3rd and the 7th" and
    "on Wednesday and Thursday" have two ends."""
    times, text = layers(doc).times, text_of(doc)
    own = times[day.index].time
    before = word_before(text, day.region[0])
    if before == "since":
        published = getattr(layers(doc).document, "published", None)
        return replace(own, latest=published[:10] if published and published[:10] >= (own.earliest or "")[:10] else None)
    for other in dates:
        opening = word_before(text, min(day.region[0], other.region[0]))
        joining = text[min(day.region[1], other.region[1]) : max(day.region[0], other.region[0])].strip().lower()
        if other is not day and joining and (BOTH_ENDS.get(opening) == joining or (joining == "and" and are_days(doc, day, other))):
            first, last = (own, times[other.index].time) if day.region[0] < other.region[0] else (times[other.index].time, own)
            if first.earliest and last.latest and first.earliest[:10] <= last.latest[:10]:
                return Time(first.earliest, last.latest, first.approximate or last.approximate, own.text)
    return own


def word_before(text: str, at: int) -> str:
    """The word that ends before a character, in lower case."""
    return next(iter(text[max(0, at - LONGEST) : at].lower().rsplit(None, 1)[-1:]), "")


LONGEST = 24  # characters; none of the words asked for is so long


def are_days(doc: Doc, day: Day, other: Day) -> bool:
    """ "on Wednesday and Thursday": two days next to each other, by their own words alone."""
    one, two = (layers(doc).times[d.index].time for d in (day, other))
    if one.first_day is None or two.first_day is None or one.first_day != one.last_day or two.first_day != two.last_day:
        return False
    return abs((one.first_day - two.first_day).days) == 1


def behind(time: Time, doc: Doc) -> Time:
    """The time of what has happened: a weekday that was taken for the coming one is the last one ("is investigating Sunday's strike")."""
    published = getattr(layers(doc).document, "published", None)
    first, last = time.first_day, time.last_day
    if not published or first is None or last is None or first.isoformat() <= published[:10] or not DAYS & set((time.text or "").lower().split()):
        return time
    return Time.between(first - WEEK, last - WEEK, time.text, approximate=time.approximate)


WEEK = timedelta(7)
ANY, BEFORE, AFTER = 0, -1, 1  # where the shared time must stand, seen from the verb


def beside(trigger: Trigger) -> Iterator[tuple[Token, int]]:
    """Words whose time is the act's as well, the nearest first, with the side on which it must stand."""
    token, anchor = trigger.token, trigger.anchor
    yield from ((c, ANY) for c in children(token, "acl") if lemma_in(c, says()["occurrence"]))  # "clashes, which began on Tuesday"
    if base(token) in {"nsubj", "csubj"} and lemma_in(token.head, says()["occurrence"]):
        yield token.head, ANY  # "fighting broke out on 15 April"
    if is_verbal(anchor):
        yield from beside_verb(anchor)
    else:
        yield from beside_noun(token)


def beside_noun(noun: Token) -> Iterator[tuple[Token, int]]:
    first = noun
    while base(first) == "conj" and first.head.pos_ == "NOUN":
        first = first.head
        yield first, ANY  # "shelling and air strikes on Tuesday"
    yield from ((c, AFTER) for c in children(noun, "conj") if is_act(c))
    head = first.head
    if head == first or not is_verbal(head):
        return
    if base(first) == "nsubj":
        if works(head):
            yield head, ANY  # "the raid killed nine on Sunday"
    elif base(first) == "obj":
        if lemma_in(head, says()["causing an act"]) or governor_word(head, "nominal") == "through":
            yield head, ANY  # "triggered clashes on Tuesday"
        elif lemma_in(head, says()["reporting"]):
            yield first, ANY
            yield from ((head, AFTER) for c in (first,) if any(d.i > c.i for d in children(head, "obl")))  # "reported shelling in the city on Tuesday"
    elif preposition(first) in INSIDE and (works(head) or lemma_in(head, says()["suffering"])):
        yield head, ANY  # "were killed on Monday in a raid"


def beside_verb(verb: Token) -> Iterator[tuple[Token, int]]:
    relation, head = base(verb), verb.head
    if verb.tag_ == "VBG" and relation in {"advcl", "acl"} and all(m.lower_ in INSIDE for m in children(verb, "mark")):
        above = next((a for a in ancestors(verb) if is_verbal(a)), None)
        if above is not None:
            yield above, ANY  # "shelled the town, killing dozens"
    if verb.dep_ == "acl:relcl" and lemma_in(head, acts().nouns):
        yield head, ANY  # "a raid in May that killed seven"
        if is_verbal(head.head):
            yield head.head, ANY  # "an operation on Sunday that killed seven"
    first = verb
    while base(first) == "conj" and is_verbal(first.head):
        yield first.head, BEFORE  # "in March, Chad expelled the envoy and closed its border"
        if not same_teller(first, first.head):
            break
        first = first.head
        yield first, ANY
    if works(verb):
        yield from ((s, ANY) for s in own_subjects(first) if is_act(s))  # "the Oct. 3 raid killed nine"
    if relation == "xcomp" and is_verbal(head) and governor_word(head, "clause") in {"through", "ongoing"}:
        yield head, ANY  # "began on Monday to shell the town"
    if relation == "advcl" and is_verbal(head) and at_once(verb):
        yield head, ANY  # "on Tuesday, three died when the port was attacked"
    yield from ((c, ANY) for c in children(verb, "advcl") if at_once(c))
    yield from ((c, AFTER) for c in children(verb, "conj") if same_teller(c, verb))  # "attacked the village and burned homes on Monday"


def same_teller(verb: Token, first: Token) -> bool:
    """Two past verbs of one subject, or of two told in one breath ("three were killed and five others injured")."""
    torn = verb.tag_ == "VBD" and is_passive(first) and not objects(verb) and tells_toll(verb)
    alike = {verb.tag_, first.tag_} <= {"VBD", "VBN"} and is_passive(verb) == is_passive(first) and not own_subjects(verb)
    return (torn or alike) and modal(first) is None and not any(a.lower_ in {"has", "have"} for a in auxiliaries(first))


def tells_toll(verb: Token) -> bool:
    lemma = lemma_in(verb, acts().verbs)
    return lemma is not None and any(f.act.name in kinds()["tolls"] for f in acts().verbs[lemma])


def at_once(clause: Token) -> bool:
    """A clause of "when", "as" or "while" that tells of the past."""
    opening = [w.lower_ for w in (*markers(clause), *children(clause, "advmod")) if w.i < clause.i]
    past = clause.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries(clause))
    return is_verbal(clause) and past and bool({"when", "as", "while"} & set(opening))


def dated(events: list[EventFound], doc: Doc) -> list[EventFound]:
    """The events, those without a time dated by another telling of the same happening: "the attack" by the attack spoken of before it (or, in the sentences
    right after, by the one that says its day), and the tolls that follow a dated attack by that."""
    made = list(events)
    begins = [s.start for s in doc.sents]
    sentence = {e.token: bisect_right(begins, e.token) for e in events}
    for at, event in enumerate(made):
        if event.about is not None or event.status != "happened" or event.type not in kinds()["hurting"]:
            continue
        token, number = doc[event.token], sentence[event.token]
        before = [o for o in made[:at] if is_before(o, event) and number - sentence[o.token] <= (DEFINITE if refers(token) else REACH)]
        chosen = before[-1] if before and (refers(token) or is_toll(token, event)) and sentence[before[-1].token] < number else None
        if chosen is None:
            after = [o for o in made[at + 1 :] if is_before(o, event) and refers(doc[o.token]) and 0 < sentence[o.token] - number <= REACH]
            chosen = after[0] if after else None
        if chosen is not None:
            made[at] = replace(event, about=chosen.about)
    return made


DEFINITE = 6  # sentences that "the attack" looks back over
POINTING = frozenset({"the", "this", "that", "these", "those"})


def is_before(other: EventFound, event: EventFound) -> bool:
    """Whether an event is a dated harm that the other may be told of again: no one acts in both who is another."""
    if other.about is None or other.status != "happened" or other.type not in kinds()["hurting"]:
        return False
    acting, others = {a.key for a in event.actors}, {a.key for a in other.actors}
    return not acting or not others or bool(acting & others)


def refers(token: Token) -> bool:
    """ "the raid", "this bombardment": an act that has been spoken of."""
    if token.pos_ != "NOUN":
        return False
    return any(c.lower_ in POINTING for c in children(token, "det")) and all(is_time(c) for c in children(token, "acl", "nmod"))


def is_toll(token: Token, event: EventFound) -> bool:
    """ "At least three soldiers were killed": what came of an attack, told in the plain past with nobody new to do it."""
    if not is_verbal(token) or event.actors or event.act not in kinds()["tolls"] or children(token, "advcl"):
        return False
    helpers = [a.lower_ for a in auxiliaries(token)]
    plain = (token.tag_ == "VBD" and not helpers) or (token.tag_ in {"VBN", "VBD"} and set(helpers) <= {"was", "were"})
    above = [a for a in ancestors(token) if is_verbal(a)]
    return plain and base(token) in {"ROOT", "conj", "ccomp", "parataxis"} and len(above) <= 2 and not children(token, "obl", "obl:unmarked")
