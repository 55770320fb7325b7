"""When an act was: the time of its own clause or phrase, of a clause that tells of the same happening, or of an earlier telling."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.model.time import Time
from trucekeeper.reading.events.by_position import Dates, Day, after_it, is_before_clause, is_of_participle, is_of_saying, is_reckoned, opened_by
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.nouns import is_act, surface_owner
from trucekeeper.reading.events.statuswords import governor_word, is_verbal, says
from trucekeeper.reading.events.timewords import DAYS, is_time
from trucekeeper.reading.events.told_with import beside
from trucekeeper.reading.events.triggers import Trigger, misread_subject, works
from trucekeeper.reading.layers import Region, inside, layers, text_of

UNKNOWN_DAY = "XXXX-XX-XX"
NOW = "PRESENT_REF"  # "so far", "now": until the report, which is no day of an act
EXTEND = "extend"  # the act whose new end is no day of it
BOTH_ENDS = {"between": "and", "from": "to"}


def dates_of(doc: Doc) -> dict[int, Dates]:
    """The dates of each sentence, by the token that it begins with: no act has the date of another sentence for its own."""
    found: dict[int, list[Day]] = {}
    for index, time in enumerate(layers(doc).times):
        value = time.timex.value
        vague = value == UNKNOWN_DAY or value.endswith("_REF")  # "a week after the attack", "previously"
        known = time.is_date and (time.time.earliest or not vague) and value != NOW
        span = doc.char_span(time.start, time.end, alignment_mode="expand") if known else None
        if span is not None:
            found.setdefault(span.root.sent.start, []).append(Day(index, (time.start, time.end), span[0], span.root))
    return {start: tuple(days) for start, days in found.items()}


def in_own_clause(token: Token, anchor: Token) -> bool:
    """Whether a word hangs on the anchor with no other finite clause between."""
    while token != anchor:
        if token.head == token:
            return False
        if token != anchor and preposition(token) in words_of_roles()["bounds"] and token.pos_ == "NOUN" and not is_time(token):
            return False  # "freed before the deadline on 3 June"
        beside = is_time(token) and not token.doc[token.left_edge.i - 1].is_punct  # "met a general Friday"
        if base(token) == "appos" and token.head != anchor and is_verbal(anchor) and not beside:
            return False  # "met in Leer, the site of a battle in May"
        own = (
            token.head == anchor and token.dep_ == "acl" and not is_verbal(anchor) and token.lower_ not in says()["preposition"]
        )  # "a meeting planned for June"
        if (is_verbal(token) or token.pos_ == "ADJ") and base(token) in {"acl", "ccomp", "advcl", "parataxis", "conj"} and not own:
            return False
        token = token.head
    return True


def is_own(day: Day, anchor: Token) -> bool:
    """Whether a date is that of a clause or phrase: by the tree, unless it stands before the word that opens the clause."""
    if anchor.head == day.head and day.head.i == day.head.sent.start:
        return True  # "Wednesday, the army accused …", where the tree hung the verb on the day
    return in_own_clause(day.head, anchor) and not (is_before_clause(day, anchor) or is_of_saying(day, anchor) or is_of_participle(day, anchor))


def is_of_another(day: Day, told: Token, used: frozenset[int] = frozenset()) -> bool:
    """ "extend a February 27 ceasefire", "after the attack in May, ordered …": a date of another noun than the one that is told of or
    that names the act with it (`used`)."""
    if is_of_bound(day, {told.i, *used}):
        return True
    noun = day.head.head
    if noun.i in used and day.head.i < noun.i and lemma_in(noun, acts().agreements) is not None and preposition(day.head) == "":
        return True  # "the 2019 truce came to an end last year"
    if (named := named_by(day)) is not None and named != told:
        return named.i not in used and opening_of(day) not in words_of_roles()["inside"]
    if noun in (told, day.head) or noun.i in used or noun.pos_ not in {"NOUN", "PROPN"} or is_verbal(noun):
        return False
    if day.head.i < noun.i:
        another = is_act(noun) or lemma_in(noun, acts().agreements) is not None  # but not "had left by Saturday's deadline"
        within = is_act(noun) and preposition(noun) in words_of_roles()["inside"]  # "killed in an overnight raid"
        return another and not within and preposition(day.head) in {"", "'s", "’s"}
    if is_act(noun) and preposition(noun) == "of" and noun.head != told and not is_act(noun.head) and governor_word(noun.head, "noun") != "through":
        return True  # "signed in Bria, the site of a massacre in April"
    if preposition(noun) in AFTERMATH and preposition(day.head) in {"of", ""} and noun != told.head and not works(told):
        return True  # "rebuilding after the flood of 3 May"
    return is_act(noun) and says()["preposition"].get(preposition(noun)) == "told" and preposition(noun) not in words_of_roles()["inside"]


AFTERMATH = frozenset({"after", "following", "since"})


def named_by(day: Day) -> Token | None:
    """The act that a day stands before, whatever the tree makes of it ("the March 24, 2021 attack")."""
    after = next((t for t in day.first.doc[day.first.i : day.first.sent.end] if t.idx >= day.region[1]), None)
    if after is not None and after.pos_ == "ADJ":
        after = after.nbor() if after.i + 1 < after.sent.end else None
    known = day.first.i > day.first.sent.start and day.first.nbor(-1).pos_ == "DET"
    return after if known and after is not None and after.pos_ == "NOUN" and is_act(after) else None


def opening_of(day: Day) -> str:
    """The word before the article of a day ("in the May 3 raid")."""
    return day.first.nbor(-2).lower_ if day.first.i > day.first.sent.start + 1 else ""


def is_of_bound(day: Day, own: Container[int]) -> bool:
    """ "freed before the deadline on 3 June": a day that stands right behind what bounds the act."""
    if day.first.i < day.first.sent.start + 2 or day.first.nbor(-1).pos_ != "ADP":
        return False
    noun = day.first.nbor(-2)
    return noun.pos_ == "NOUN" and noun.i not in own and preposition(noun) in words_of_roles()["bounds"] and not is_time(noun)


def is_owner(day: Day, noun: Token) -> bool:
    """ "Tuesday's deadly raids", "the May 3 raid", whatever the tree makes of it."""
    if named_by(day) == noun:
        return True
    mark = next((t for t in noun.doc[day.head.i + 1 : noun.i] if t.idx >= day.region[1]), None)
    if mark is None or mark.tag_ != "POS" or noun.i - mark.i > 4:
        return False
    return all(t.pos_ in {"ADJ", "ADV", "NOUN", "NUM", "PROPN"} for t in noun.doc[mark.i + 1 : noun.i])


def is_moved_to(day: Day, trigger: Trigger) -> bool:
    """ "put off to 27 June": the day to which something is moved is not that of the moving."""
    moves = trigger.act.plover == "REJECT" or trigger.act.name == EXTEND
    return moves and trigger.matter is None and preposition(day.head) in {"to", "until", "till"}


def is_of_agreed(day: Day, trigger: Trigger) -> bool:
    """ "agreed to a truce from 13 May", "agreed to leave by noon on Thursday", "declared a truce for next week": a day that bounds what is agreed, or that
    is still to come, is not that of the agreeing."""
    if trigger.act.plover == "ACCUSE":
        return any(c.tag_ == "VBG" and c.i < day.head.i for c in children(trigger.token, "advcl"))  # "blamed them for attacking a post on 23 April"
    if trigger.act.plover != "AGREE" and trigger.act.name not in kinds()["setting"]:
        return False
    doc = trigger.token.doc
    opening = word_before(text_of(doc), day.region[0])
    return day.head.i > trigger.token.i and (opening in words_of_roles()["ends"] or is_after(layers(doc).times[day.index].time, doc))


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
        own = [d for d in dates if inside(d.region, extent) and not is_of_another(d, noun) and any(is_own(d, part) for part in spoken)]
        if (chosen := nearest(own, noun.idx)) is not None:
            return reach_of(token.doc, chosen, dates)
        if trigger.act.plover == "AGREE":
            return None  # what is agreed has not the day on which it was agreed
    anchor = anchor.head if misread_subject(anchor) is not None else anchor
    dates = tuple(d for d in dates if not (is_reckoned(d, trigger) or is_moved_to(d, trigger) or is_of_agreed(d, trigger)))
    if (explained := opened_by(anchor, dates)) is not None:
        return layers(token.doc).times[explained.index].time
    owner = surface_owner(token)
    near = [d for d in dates if token.pos_ == "NOUN" and d.head.i < token.i and is_owner(d, token)]
    for day in dates if not near else ():
        between = owner is not None and owner.idx < day.region[0] < token.idx
        if inside(day.region, extent) and (between or is_own(day, anchor)) and not is_of_another(day, token, trigger.used):
            near.append(day)
    if not near and dates:
        near = [d for d in after_it(trigger, dates) if not is_of_another(d, token, trigger.used)]
        for other, side in beside(trigger) if not near else ():
            near = [d for d in dates if is_own(d, other) and not is_of_another(d, other, trigger.used) and side * (d.region[0] - other.idx) >= 0]
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
        if other is not day and joining and (BOTH_ENDS.get(opening) == joining or (joining in {"and", "or"} and are_days(doc, day, other))):
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


def behind(time: Time, doc: Doc) -> Time | None:
    """The time of what has happened: a weekday or month that was taken for the coming one is the last one ("is investigating Sunday's strike", "follows
    raids in April"); what only says that something came soon tells no day ("but clashes soon broke out")."""
    published = getattr(layers(doc).document, "published", None)
    if published and time.latest is None and time.earliest and time.earliest[:10] >= published[:10]:
        return None
    first, last = time.first_day, time.last_day
    if first is None or last is None or not is_after(time, doc) or is_ahead(time, doc):
        return time
    if (DAYS | {"weekend"}) & set((time.text or "").lower().split()):
        return Time.between(first - WEEK, last - WEEK, time.text, approximate=time.approximate)
    return Time.between(_year_before(first), _year_before(last), time.text, approximate=time.approximate)


def _year_before(day: date) -> date:
    """The same day of the year before; of 29 February the last of that month."""
    leaps = (day.month, day.day) == LEAP
    return day.replace(year=day.year - 1, day=28 if leaps else day.day)


def is_after(time: Time, doc: Doc) -> bool:
    """Whether a time begins after the report."""
    published = getattr(layers(doc).document, "published", None)
    return bool(published and time.earliest and time.earliest[:10] > published[:10])


def is_ahead(time: Time, doc: Doc) -> bool:
    """Whether a time begins after the report and its words say so: what is told for then has not happened ("next week's talks", "the 2040 election")."""
    words = re.findall(r"\w+", (time.text or "").lower())
    return is_after(time, doc) and any(says()["time"].get(w) == "future" or (w.isdigit() and len(w) == YEAR) for w in words)


LEAP, YEAR = (2, 29), 4  # the day that not every year has; the digits of a year


def before_us(time: Time, trigger: Trigger) -> Time:
    """The time of what is planned for a bare weekday: the coming one, unless a past verb tells of the plan ("talks due to open on Friday")."""
    doc, first, last = trigger.token.doc, time.first_day, time.last_day
    published = getattr(layers(doc).document, "published", None)
    gone = preposition(trigger.token) == "for" and trigger.token.head.tag_ == "VBD"  # "flew to Juba on Monday for talks"
    told = gone or trigger.token.pos_ != "NOUN" or any(t.tag_ == "VBD" for t in doc[trigger.token.i + 1 : trigger.token.i + 5])
    if not published or first is None or last is None or told or last.isoformat() >= published[:10] or not DAYS & set((time.text or "").lower().split()):
        return time
    return Time.between(first + WEEK, last + WEEK, time.text, approximate=time.approximate)


WEEK = timedelta(7)
