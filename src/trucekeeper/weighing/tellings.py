"""What the words of an event claim tell beside its fields: its clause, the names in it that are not everywhere, and whether it only points back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trucekeeper.knowledge import table
from trucekeeper.model.claims import Event
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.kinds import HOSTILE, families
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import name_words, plain
from trucekeeper.weighing.nations import countries, country_words
from trucekeeper.weighing.sentences import CALENDAR, capitalised, sentence
from trucekeeper.weighing.words import DAYS, MONTHS

HARM = frozenset({"kill", "injure", "destroy", "displace"})  # what an attack does
SHORT = 60  # characters of evidence below which the words after it are looked at too ("Thursday’s strike" "on the station at Port Sess")
FURTHER = 90  # characters
LEAD = 4  # characters before a clause: "in strikes that have killed thousands"
RECENT = 100  # days before a report in which a date without a year may lie
STOP = re.compile(r"[,;:.\n—]|\b(?:said|says|told|and|but|which|who|that|when|while|since|although)\b")
DEFINITE = re.compile(r"(?:(?:\w+ ){0,2}(?:that|after|since|when|before) )?(?:the|this|that|these|those) ", re.IGNORECASE)
IN_A_SPELL = re.compile(r"\b(?:in|during|by|of)(?: [\w-]+){1,3}")
POINTS_BACK = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
# "of the Mon ambush", "after the raid": what is told in passing; the day of its sentence is that of something else, but for one right beside it
IN_PASSING = re.compile(
    r"\b(?:of|in|after|before|since|over|from|following|during|at|by|to|for|with|until|than|about|into|against)\s+((?:the|this|that|these|those)\s+(?:[\w’'-]+\s+){0,2})$",
    re.IGNORECASE,
)
PHRASES = re.compile(
    r"(?:\s+(?:on|in|at|near|of|against|by|outside|between|early|late|last|this)\b"
    r"|\s+(?:the|a|an|its|his|her|their)(?:\s+(?![a-z])[\w’'-]+)*\s+[\w’'-]+|\s+(?![a-z])[\w’'-]+)*"
)
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|may|might|must|can|could|did|does|do)\b")
YEAR = re.compile(r"\bin (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
STOP_OF_CLAUSE = re.compile(r"[;.\n—]|\b(?:said|says|and|but|which|who|that|while)\b")
OTHER_CLAUSE = re.compile(r"[;.\n—]|\b(?:said|says|but|which|who|while|when|where|after|before|was|were)\b")
NUMBER_OR_WORD = re.compile(r"\d[\d,]*|[^\W\d]+")
FEW = 3  # a number up to which two may be the same by chance
PART = re.compile(r"\w+")
ANEW = re.compile(r"(?:an?|another) (?:[\w’'-]+ ){0,3}", re.IGNORECASE)
# what stands before an attack that is only said to be the one told of ("blamed an airstrike for the blast", "it was caused by a failed rocket")
SAID_TO_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|as|it|this|that|calling|called|being|blam(?:es?|ed|ing)|accus(?:es?|ed|ing)|caused by|results? of|due to|work of)\W*$",
    re.IGNORECASE,
)
FOR_YEARS = re.compile(r"\b(?:for|over) (?:(?:many|several|some|the|past|last|more|than|\w+) ){0,3}(?:decades|years)\b")
VERB = re.compile(r"(?:ed|\b(?:hits?|struck|shot|fell|blew|burnt|took)(?: \w+)?)$")
LANDMARK = re.compile(r"\b(?:after|before|since|following|until)\b")  # "these raids came after an ambush on 3 May"
ONE_MORE = re.compile(r"(?:^|, )(?:another|an? (?:further|separate|second|third|additional))\b", re.IGNORECASE)
THE_ATTACK = re.compile(
    r"\b(?:the|this|that) (?:[\w-]+ )?(?:attack|(?:air ?)?strike|raid|bombing|bombardment|blast|explosion|shelling|assault|shooting)\b", re.IGNORECASE
)
OF_SO_MANY = r"of (?:(?:the|at|least|about|some|around|up|to|more|than) )*(\w+)"
RANKED = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last|final) "
    r"(rounds?|phases?|stages?|meetings?|sessions?|exchanges?|swaps?|groups?|batch|convoys?|releases?)\b"
)
WEEKDAY = re.compile(rf"\b({'|'.join(DAYS)})\b")
MONTH_DAY = re.compile(rf"\b(?:({'|'.join(MONTHS)}) (\d{{1,2}})|(\d{{1,2}}) ({'|'.join(MONTHS)}))\b(?! \d{{4}}|, \d{{4}})")


@dataclass(frozen=True, slots=True)
class Telling:
    """What an event's words tell.

    `words` are the clause with those to whom it is done, `counts` its numbers, `names` its proper names other than of who did it, of countries and of
    whose word it is; `beside` those of its whole sentence, `around` all names of its sentence and the one before; `when` its time. `points_back` is true of
    "the attack", `definite` of "the accord was reached", which speaks of something known, `spell` of a war, what was suffered in one, and habits;
    `ranks` are such as ("second", "round"), `brought_in` is true of "an attack", which is none that the text told before, `one_more` of "another attack" and of
    what was done to "another 11 people".
    """

    words: str
    names: frozenset[str]
    sentence: tuple[int, int]
    beside: frozenset[str]
    around: frozenset[str]
    when: Time | None
    points_back: bool
    counts: frozenset[str] = frozenset()
    definite: bool = False
    spell: bool = False
    ranks: frozenset[tuple[str, str]] = frozenset()
    brought_in: bool = False
    one_more: bool = False


def telling_of(event: Event, document: Document | None) -> Telling:
    """What an event's words tell; without its document only the evidence."""
    main = event.evidence[0]
    if document is None:
        return Telling(main.exact, frozenset(), (main.start, main.end), frozenset(), frozenset(), event.about, points_back=False)
    first, last = sentence(document, main.start, main.end)
    end = _clause_end(event, document, last)
    voices = {w for a in event.attribution.chain for n in (a.name, a.label) for w in name_words(n)}
    doers = {w for a in event.actors for n in (a.name, a.label) for w in name_words(n)}
    found = [(m.start(), w) for m in capitalised(document.text, first, end) if m.start() >= main.start and m.start() > first for w in PART.findall(plain(m[0]))]
    names = _rare(w for _, w in found) - voices - doers
    act = event.trigger.start if event.trigger is not None else first
    words = document.text[main.start : end]
    suffered = [a.name for a in event.recipients if a.name not in words]
    clause = document.text[main.start : last]
    passing = _in_passing(event, document, first, last)
    when = _beside(event, passing, document.text[first:last]) or _day_named(event, document, passing or _of_its_own(event, document, words))
    when = when or _year_named(event, document, clause)
    before = sentence(document, first - 2, first - 1)[0] if first > 1 else first
    around = _rare(w for m in capitalised(document.text, before, last) for w in PART.findall(plain(m[0])))
    beside = _rare(w for m in capitalised(document.text, first, last) for w in PART.findall(plain(m[0]))) - voices - doers
    ranks = frozenset((m[1], m[2].removesuffix("s")) for m in RANKED.finditer(plain(words)))
    behind = PHRASES.match(document.text, event.trigger.end, last) if event.trigger is not None else None
    own_names = (w for at, w in found if act < at < (behind.end() if behind else last))  # "the attack on Belm", not "the attack killed 53 men of Belm"
    back = _points_back(event, document, first, last) and not ranks and not any(w in names for w in own_names)
    if back:
        when = _day_named(event, document, passing or LANDMARK.split(words, maxsplit=1)[0]) or _year_named(
            event, document, clause
        )  # its reader’s day is that of what it means
    definite = _is_definite(event, main.exact) and not lexicon().events.further & set(plain(words).split())
    return Telling(
        " ".join([words, *suffered]),
        names,
        (first, last),
        beside,
        around,
        when,
        points_back=back,
        counts=_counts(words),
        definite=definite,
        ranks=ranks,
        brought_in=_is_brought_in(event, document, first),
        one_more=any(ONE_MORE.search(x) is not None for x in (document.text[main.start : act], *(a.name for a in event.recipients))),
        spell=_is_spell(event, words, document.text[max(first, main.start - LEAD) : last], when),
    )


def _is_brought_in(event: Event, document: Document, first: int) -> bool:
    """Is it a noun behind "a" ("an ambush"), and not what "a rocket" or "a bus" did or suffered?"""
    main, act = event.evidence[0], event.trigger
    if act is None or VERB.search(plain(act.exact)) or ANEW.fullmatch(document.text[main.start : act.start]) is None:
        return False
    return not _is_told_of(document.text[first : main.start])


def _is_told_of(lead: str) -> bool:
    """Does the beginning of its sentence speak of the attack already ("The strike came when an airstrike hit the mill"), or lay it to what follows?"""
    return SAID_TO_BE.search(lead) is not None or THE_ATTACK.search(lead) is not None


def _in_passing(event: Event, document: Document, first: int, last: int) -> str | None:
    """Of a noun behind a preposition and "the" its phrase ("the Mon ambush", "the attack on Sake on 3 May"), None of all else."""
    if event.trigger is None or (lead := IN_PASSING.search(document.text, first, event.trigger.start)) is None:
        return None
    behind = PHRASES.match(document.text, event.trigger.end, last)
    return document.text[lead.start(1) : behind.end() if behind else event.trigger.end]


def _beside(event: Event, passing: str | None, own: str) -> Time | None:
    """The day that its reader gave it; of what is told in passing only where its phrase has the words of it, and a month or year only where its own sentence
    has: one that another sentence names is of something else."""
    if event.about is None or event.about.text is None:
        return event.about
    stands = event.about.text in passing if passing is not None else event.about.known_day is not None or event.about.text in own
    return event.about if stands else None


def _of_its_own(event: Event, document: Document, words: str) -> str:
    """Its clause, for a verb up to the next finite one ("the men seized in Omar | were charged on Tuesday")."""
    act = event.trigger
    if act is None or (POINTS_BACK.search(document.text, 0, act.start) is not None and not act.exact.endswith("ed")):
        return words  # "the raid was made on Monday"
    at = act.end - event.evidence[0].start
    stop = FINITE.search(words, at) if at > 0 else None
    return words[: stop.start()] if stop else words


def first_number(phrase: str) -> str | None:
    """The number with which a phrase begins ("three road workers"), in digits."""
    word = next(iter(NUMBER_OR_WORD.findall(plain(phrase))), "")
    number = str((table("numbers")["ones"] | table("numbers")["tens"]).get(word, word)).replace(",", "")
    return number if number.isdigit() else None


def in_digits(words: str) -> str:
    """Words in lower case with their numbers in digits: "seventy eight children" and "78 children" are the same words."""
    spelt = {w: int(n) for key in ("ones", "tens") for w, n in table("numbers")[key].items()}
    parts = re.split(r"(\w+)", plain(words).replace("-", " "))
    made: list[str] = []
    tens = 0
    for n, part in enumerate(parts):
        number = spelt.get(part)
        if number is not None and number >= 20 and n + 2 < len(parts) and 0 < spelt.get(parts[n + 2], 0) < 10:
            tens = number  # "seventy" of "seventy eight"
        elif not (tens and part == " "):
            made.append(str(tens + number) if number is not None else part)
            tens = 0
    return "".join(made)


def _counts(words: str) -> frozenset[str]:
    """The numbers above a few in some words, written in figures; those of days and years are none."""
    parts = ["", *NUMBER_OR_WORD.findall(plain(words)), ""]
    spelt = table("numbers")["ones"] | table("numbers")["tens"]
    told = ((spelt.get(p, p), {before, after}) for before, p, after in zip(parts, parts[1:], parts[2:], strict=False))
    found = (str(n).replace(",", "") for n, beside in told if not beside & CALENDAR)
    return frozenset(n for n in found if n.isdigit() and int(n) > FEW and not YEAR.match(f"in {n}"))


def _is_definite(event: Event, words: str) -> bool:
    """Does it begin with something known, without a name of its own ("the Belm raid"), and other than who did it ("the accord was reached")?"""
    lead = words[: event.trigger.start - event.evidence[0].start] if event.trigger is not None else words
    if DEFINITE.match(words) is None or any(w != w.lower() and plain(w) not in CALENDAR for w in PART.findall(lead)[1:]):
        return False
    return not any(plain(n).removeprefix("the ") in plain(lead) for a in event.actors for n in (a.name, a.label))


def _is_spell(event: Event, words: str, clause: str, when: Time | None) -> bool:
    """Is it a war or a wave of attacks, harm done in the course of one, or a habit ("frequent attacks")? What has its own day is told of that day."""
    if when is not None and when.known_day is not None:
        return False
    if _is_counted(event, clause):
        return False
    if FOR_YEARS.search(words):
        return True  # "has been kidnapping civilians for decades"
    head = plain(event.trigger.exact).rsplit(" ", 1)[-1] if event.trigger is not None else ""
    if head in lexicon().events.spells | lexicon().events.waves or (head.endswith("s") and PART.findall(plain(words))[0] in lexicon().events.habits):
        return True
    if event.status == "ongoing" and HOSTILE in families(event.act):
        return True  # "has been clashing with"
    if head in lexicon().events.waging and event.trigger is not None and event.trigger.start > event.evidence[0].start:
        return True  # "the coalition fighting the rebels said": who they are
    spells = lexicon().events.spells | lexicon().events.waves
    act = clause.find(event.trigger.exact) if event.trigger is not None else -1
    own = clause[:act] + OTHER_CLAUSE.split(clause[act:], maxsplit=1)[0] if act >= 0 else clause
    return event.act in HARM and any(spells & set(m[0].split()) for m in IN_A_SPELL.finditer(plain(own)))


def _is_counted(event: Event, clause: str) -> bool:
    """ "The killings of 15 aid workers": does a noun tell with the number of those to whom it was done, so that it is one act and no wave?"""
    noun = plain(event.trigger.exact).split(" of ")[0].rsplit(" ", 1)[-1] if event.trigger is not None else ""
    found = re.search(rf"\b{re.escape(noun)} {OF_SO_MANY}", plain(clause)) if noun.endswith(("ing", "ings", "s")) else None
    return found is not None and first_number(found[1]) is not None


def _rare(words: Iterable[str]) -> frozenset[str]:
    """Those that are neither everywhere nor a day's, a month's or a country's."""
    return frozenset(w for w in words if w not in CALENDAR and w not in countries() and w not in country_words()) - worn()


def _day_named(event: Event, document: Document, words: str) -> Time | None:
    """The last such day before the report, where an act that was done is told with the name or date of one day and was read without a date."""
    published = document.said.known_day if document.said else None
    if event.status != "happened" or published is None:
        return None
    named = {m[1] for m in WEEKDAY.finditer(words)}
    dated = {(MONTHS.index(m[1] or m[4]) + 1, int(m[2] or m[3])) for m in MONTH_DAY.finditer(words)}
    if len(named) + len(dated) != 1:
        return None
    if named:
        return Time.on(published - timedelta(days=(published.weekday() - DAYS.index(named.pop())) % 7))
    month, day = dated.pop()
    days = (_day(year, month, day) for year in (published.year, published.year - 1))
    return next((Time.on(d) for d in days if d is not None and 0 <= (published - d).days <= RECENT), None)


def _year_named(event: Event, document: Document, words: str) -> Time | None:
    """The earlier year of an act that was done and read without a date ("the raid on Belm in 1988"), where its clause names one and no other."""
    published = document.said.known_day if document.said else None
    named = {int(m[1]) for m in YEAR.finditer(STOP_OF_CLAUSE.split(words, maxsplit=1)[0])}
    if event.status != "happened" or published is None or len(named) != 1 or max(named) >= published.year:
        return None
    year = named.pop()
    return Time(f"{year}-01-01", f"{year}-12-31")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clause_end(event: Event, document: Document, last: int) -> int:
    main = event.evidence[0]
    if main.end - main.start > SHORT:
        return main.end
    stop = STOP.search(document.text, main.end, min(last, main.end + FURTHER))
    return stop.start() if stop else min(last, main.end + FURTHER)


def _points_back(event: Event, document: Document, first: int, last: int) -> bool:
    """Is it a noun behind "the" with no day told beside it ("the attack", "carried out the bombing")? A reader may give it the day of what it means."""
    told = event.about is not None and (event.about.text is None or event.about.text in document.text[first:last])
    if told or event.trigger is None:
        return False
    noun = event.trigger.exact.split(" of ")[0]
    head = noun.rsplit(" ", 1)[-1]
    before = document.text[first : event.trigger.start + len(noun) - len(head)]
    return POINTS_BACK.search(before) is not None and head == head.lower() and not head.endswith("ed")
