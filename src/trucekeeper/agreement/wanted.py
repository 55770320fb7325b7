"""Terms as what reports of them look like: the kind of telling, the words of the matter, the names among them, and who owes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from trucekeeper.agreement.drafting import (
    agreed_that,
    beside_place,
    carrying,
    head_ends,
    light_verb,
    of_a_place,
    setting_up,
    sized,
    steps_to,
    this_agreement,
    while_or_why,
)
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import WORD, stem, stems
from trucekeeper.agreement.shared import alike, root, roots, with_alike
from trucekeeper.agreement.verbs import comings, nouns, pasts, same_acts, verb_at
from trucekeeper.knowledge import table
from trucekeeper.model.agreement import Term

CAPITAL = re.compile(r"(?:(?<=[a-z,] )|(?<=\()|(?<=\b(?:Mr|Ms|Dr|St)\. )|(?<=\bMrs\. ))[A-Z][\w'’-]+")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
VERB = re.compile(r"[a-z]{4,}")
NOUN_BEGINS = re.compile(r"(?:the|an?|all|any|each|every|both|such|no|neither|its|their|these|those|this|that|some|other|\d+)\b")
TOPIC = 24  # code points within which what is given says more than the verb ("release the bodies")
OBJECT = 100  # within which the count of what it is done to stands
EARLY = 40  # code points of a term within which its act stands
REACH = 40  # and as many behind it for what a pattern of it reaches to
DUTY = re.compile(r"\b(?:shall|will|should|must|would|not:)\s")
TO_BE = re.compile(r"\bto\s(?=be\s[a-z]+\b)")  # "a council to be formed" lays a duty as well
LEAD = re.compile(
    r"(?:(?:as of|in|with|within|upon|subject to|under|after|before|at|on|by|pursuant to|through|during|for|from|following|immediately|where|if|when"
    r"|without|consistent|further to|as part)\b"
    r"[^,;]{0,120},\s+|\d{1,2}\s+[A-Z][a-z]+\s+\d{4},\s+)+",
    re.IGNORECASE,
)
AGENT = re.compile(r"\bby (?:the )?(?:[A-Z][\w/’'-]*(?: (?:of|for|the|and))*\s*)+")  # who does it, or by which day, says not what is done
THEM = re.compile(r"^\W*(?:[\w’'-]+\W+){1,8}?(?:them|it|these|their)\b")
ASIDE = re.compile(r"^([a-z]+), [^,]{3,80}, ")  # "appoint, on the basis of merit, a governor"
ACT_NOUN = re.compile(r"(?:tion|sion|ment|ing|ance|al|age|ure|work)s?$")
AND_A = re.compile(r"\s+and\s+(?=an?\s)")
BODY = "a body or office"
HEADED = frozenset({BODY, "papers"})  # the names of tellings of what has to be named by its kind: what is set up, what is handed in
OWN = "its own verb"  # the name of a telling that a term's own words make


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term with what reports of it look like: the kind of telling, the words of its matter, the names among them, those of its bearers; all as roots.

    `spelled` says how the names are written, `seconds` are the kinds of further acts ("submit a list and release them"), `signs` are the kinds of things that
    the matter holds, `near` is the matter with what else such things are called, `heads` are the nouns that say which kind of body is to be set up and `short`
    its initials, `verb` is the term's own verb, where that alone tells of it, and `beside` are names of places that those that it is about only lie beside.
    """

    term: Term
    telling: Telling | None
    matter: frozenset[str]
    names: frozenset[str]
    bearers: frozenset[str]
    full_names: tuple[frozenset[str], ...]
    spelled: Mapping[str, str] = field(default_factory=dict)
    seconds: tuple[Telling, ...] = ()
    signs: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    short: str | None = None
    near: frozenset[str] = frozenset()
    verb: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    @property
    def is_body(self) -> bool:
        """Is a body, or somebody's office, what it asks for?"""
        return bool(self.heads) and self.telling is not None and self.telling.name == BODY


def wanted_of(term: Term, parties: frozenset[str], itself: frozenset[str] = frozenset(), short: Mapping[str, str] = MappingProxyType({})) -> Wanted:
    """The names of the parties say nothing of what a term is about, unless it is about nothing else. `itself` are words by which reports call the agreement:
    the matter of what is owed to "this Agreement"; `short` are the names by the short forms that the agreement gives them."""
    telling = telling_of(term)
    where = places_of_bearers(term)
    matter = frozenset(map(root, matter_of(term, telling))) | where
    spelled_out = " ".join(full for form, full in short.items() if root(form.casefold()) in matter)
    matter |= frozenset(r for r, word in roots(spelled_out).items() if stem(word) not in common_stems())
    matter = (matter - parties or matter) | (itself if this_agreement().search(early(term)) else frozenset())
    heads = heads_of(term) if telling is not None and telling.name in HEADED else frozenset()
    matter |= heads if telling is not None and telling.name == BODY else frozenset()  # "a government", though one is a party
    names = (
        frozenset(roots(f"{' '.join(CAPITAL.findall(term.act))} {spelled_out}"))
        - frozenset(w for w, written in roots(term.act).items() if f" {written}" in term.act)
        | where
    )
    common = frozenset(map(root, act_words().common | act_words().institutions))
    forms = [frozenset(roots(form)) for a in term.bearers for form in (a.label, initials(a.label)) if form]
    spelled = {r: stem(written) for r, written in roots(term.act).items() if r in names}
    signs = with_alike(matter) - matter
    return Wanted(
        term, telling, matter, matter & names - parties, frozenset().union(*forms) - common, tuple(f for f in forms if f - common),
        spelled=spelled, seconds=seconds_of(term, telling), signs=signs, heads=heads, short=short_of(term) if heads else None,
        near=matter | frozenset(w for w, sign in alike().items() if sign in signs),
        beside=frozenset(w for m in beside_place().finditer(term.act) for w in roots(m["where"])),
        verb=frozenset(roots(telling.term)) if telling is not None and telling.name == OWN else frozenset(),
    )  # fmt: skip


def in_their_clauses(terms: Iterable[Wanted]) -> list[Wanted]:
    """The terms in order; what is done to "them" or "these" is done to what the clause's term before it is about ("list the captives, and release them")."""
    made: list[Wanted] = []
    for wanted in terms:
        before = made[-1] if made else None
        if before is not None and wanted.term.clause and wanted.term.clause == before.term.clause and THEM.search(wanted.term.act):
            wanted = replace(
                wanted,
                matter=wanted.matter | before.matter,
                names=wanted.names | before.names,
                near=wanted.near | before.near,
                signs=wanted.signs | before.signs,
            )
        made.append(wanted)
    return made


def seconds_of(term: Term, first: Telling | None) -> tuple[Telling, ...]:
    """The kinds of further acts that the term asks for behind an "and" or "including the", or for the sake of which its first one is to be done
    ("convene to elect")."""
    others = [t for t in act_words().tellings if first is None or t.name != first.name]
    further = ((t, re.search(further_act(t.term, t.nouns), term.act, re.IGNORECASE)) for t in others)
    found = ((m.start(), t) for t, m in further if m is not None and not of_a_place().match(term.act, m.end()))
    return tuple(t for _, t in sorted(found, key=lambda f: f[0]))


def further_act(verbs: str, nouns: str) -> str:
    also = r"(?:(?:shall|will|to|also|endeavou?r to|seek to)\s+)*"
    return rf"(?:\band|;|[a-z]\s+to)\s+{also}(?:{verbs})\b|\bincluding\s+(?:the\s+)?(?:{nouns or verbs})\b"


def heads_of(term: Term) -> frozenset[str]:
    """The nouns that head what is to be set up: "committee" of "a joint committee for prices shall be formed" and of "form a joint committee for prices",
    both of "appoint a governor and a chief of police"."""
    found = (WORD.findall(head_ends().split(part)[0]) for part in AND_A.split(set_up(term)))
    return frozenset(root(words[-1].casefold()) for words in found if words)


def set_up(term: Term) -> str:
    """The words that name what is to be set up, before its verb or behind it."""
    act = setting_up().sub("", ASIDE.sub(r"\1 ", agreed_that().sub("", term.act)))
    lead = LEAD.match(act)
    act = act[lead.end() :] if lead else act
    duty = next((m for p in (DUTY, TO_BE) for m in p.finditer(act) if m.start() > 0 and act.startswith("be ", m.end())), None)
    return act[: duty.start()] if duty else act


def short_of(term: Term) -> str | None:
    """The root of the initials by which a report can call it: "tbp" of a Tarn Border Panel."""
    form = initials(head_ends().split(re.sub(r"^(?:A|An|The)\s+", "", set_up(term)))[0])
    return root(form.casefold()) if form else None


def initials(name: str) -> str:
    """The short form of a name of several words: JOT for a Joint Observer Team."""
    capitals = re.findall(r"\b[A-Z](?=[a-z])", name)
    return "".join(capitals) if len(capitals) > 1 else ""


def telling_of(term: Term) -> Telling | None:
    """By the act of the term's own words: the kind of telling whose pattern stands first in them, and, where such words are told of what they are done to, the
    term's own verb as well; without a kind that verb alone."""
    tellings = act_words().tellings
    named = [f"{t.term}|{t.nouns}" if t.nouns and early_noun(term) else t.term for t in tellings]
    found = ((n, re.search(rf"\b(?:{pattern})\b", early(term, EARLY + REACH), re.IGNORECASE)) for n, pattern in enumerate(named))
    places = [
        (m.start(), n)
        for n, m in found
        if m is not None and m.start() < EARLY and not (m.start() and of_a_place().match(term.act, term.act.find(early(term)) + m.end()))
    ]
    first = min(places, default=None, key=lambda p: (not (tellings[p[1]].needs_topic and p[0] <= TOPIC), p))
    kind = tellings[first[1]] if first else None
    verb = None if term.act.startswith("not") else verb_at(early(term))  # what is forbidden nobody performs
    if verb is None or (kind is not None and not kind.placed):
        return kind
    goes = re.match(rf"\W*{verb.written}\s+to\b", early(term)) is not None  # who returns to a place hands nothing back
    verbs = (verb, *comings()) if goes else same_acts(verb)
    done, infinitives = "|".join(pasts(v) for v in verbs), "|".join(v.infinitive for v in verbs)
    if kind is not None:
        return replace(kind, done=f"{kind.done}|{done}", verbs="|".join(v for v in (kind.verbs, infinitives) if v))
    named_by = noun_carried(term) or ("" if goes else nouns(verb))
    return Telling(
        name=OWN, acts=frozenset(), nouns=named_by, term=verb.written, verbs=infinitives, done=done, undone="", topic=frozenset(),
        against="alleged not performed", placed=True, goes=goes,
    )  # fmt: skip


def duty_of(term: Term) -> re.Match[str] | None:
    """The "shall" or "will" that the act stands behind. An act that begins with its verb, its bearer being known, has none, whatever a
    clause behind it says."""
    lead = LEAD.match(term.act)
    rest = term.act[lead.end() :] if lead else term.act
    begins = bool(term.bearers) and rest[:1].islower() and NOUN_BEGINS.match(rest) is None
    return DUTY.match(term.act) if begins else DUTY.search(term.act) or TO_BE.search(term.act)


def early(term: Term, reach: int = EARLY) -> str:
    """The words in which a term's act is named: the first ones, after the bearer where a report's whole sentence stands, and without a time or manner before
    them. Where the verb only says that it is to be done ("an exchange shall be carried out"), they begin with the noun before it."""
    duty = duty_of(term)
    start = 0 if duty is None or light_verb().match(term.act, duty.end()) else duty.end()
    for pattern in (LEAD, steps_to()):
        lead = pattern.match(term.act, start)
        start = lead.end() if lead else start
    return term.act[start : start + reach]


def early_noun(term: Term) -> bool:
    """Does a noun name what is owed, before its verb or behind one that says no more than that it is to be done ("carry out an exchange of captives")?"""
    duty = duty_of(term)
    return (duty is not None and light_verb().match(term.act, duty.end()) is not None) or carrying().match(early(term)) is not None


def noun_carried(term: Term) -> str:
    """A pattern of the noun that names the act behind such a verb: "demining" of "carry out humanitarian demining in the hills"."""
    lead = carrying().match(early(term))
    words = WORD.findall(head_ends().split(early(term)[lead.end() :])[0]) if lead is not None else []
    noun = words[-1].casefold() if words and ACT_NOUN.search(words[-1]) else ""
    return re.sub(r"^(de|re|dis)-?(?=[a-z]{4})", r"\1-?", noun)


def matter_of(term: Term, telling: Telling | None) -> frozenset[str]:
    """The words that name what the term is about: without the verb of its kind, its time, its conditions, its bearers and grammar."""
    of_kind = telling is not None and telling.name != OWN and not telling.needs_topic
    act = re.sub(rf"\b(?:{telling.term})\b", without_verb, term.act, flags=re.IGNORECASE) if telling and of_kind else term.act
    for part in (term.anchor.text if term.anchor else "", *term.conditions):
        act = act.replace(part, " ") if part else act
    act = AGENT.sub(" ", act)
    act = while_or_why().split(act)[0] or act
    bearers = stems(" ".join(a.label for a in term.bearers))
    held = frozenset(w for w in stems(act) - bearers - currencies() if w not in common_stems() and (len(w) > 2 or w[-1].isdigit()) and not w[0].isdigit())
    verbs = verbs_of(telling) if telling is not None and of_kind else frozenset()
    return frozenset(w for w in held if root(w) not in verbs) or held


@cache
def verbs_of(telling: Telling) -> frozenset[str]:
    """Roots of the verbs of a kind, which say nothing of which of its terms is meant ("release and repatriate all prisoners")."""
    return frozenset(map(root, VERB.findall(telling.verbs))) - topics_of(telling)


@cache
def common_stems() -> frozenset[str]:
    """Grammar and calendar words, as they stand and as words of a term are cut."""
    return act_words().common | frozenset(map(stem, act_words().common))


@cache
def currencies() -> frozenset[str]:
    """Words for money, which say how much is owed and not what for."""
    return stems(" ".join(word for entry in table("units")["currency"] for word in entry["words"]))


def without_verb(match: re.Match[str]) -> str:
    """A pattern that reaches from a verb to its object loses the verb alone."""
    words = match.group().split()
    return " ".join(words[1:]) if len(words) > 2 else " "


def topics_of(telling: Telling | None) -> frozenset[str]:
    return frozenset(map(root, telling.topic)) if telling else frozenset()


def about(words: frozenset[str], plain: frozenset[str], telling: Telling, matter: frozenset[str]) -> bool:
    """Does a sentence share the term's matter? Where the telling has its own topic words and the term needs one of them, one of those. `plain` are the
    words outside names."""
    topic = topics_of(telling)
    return bool(plain & topic) if telling.needs_topic else bool(words & matter or plain & topic)


def places_of_bearers(term: Term) -> frozenset[str]:
    """Roots of the names by which the words say who of many owes it ("all forces that moved toward Aden")."""
    if not term.bearers or not term.basis or any(a.label.split()[-1] not in act_words().collective for a in term.bearers):
        return frozenset()
    before, found, _ = term.basis[0].exact.partition(term.act.rstrip("."))
    return frozenset(r for r, word in roots(" ".join(CAPITAL.findall(before))).items() if word not in common_stems()) if found else frozenset()


def owed_of(term: Term) -> tuple[float, str] | None:
    """How many of what: "60 soldiers" is 60 of "soldier"; not what stands far behind the act ("a force shall be sent …, composed of 900 men"), nor how many sit
    in a body ("a government of 24 ministers")."""
    if not term.quantity or not (match := NUMBER.search(term.quantity)) or term.act.find(term.quantity) > OBJECT:
        return None
    if sized().search(term.act[: max(term.act.find(term.quantity), 0)]):
        return None
    nouns = [w for w in stems(term.quantity[match.end() :]) if w.isalpha()]
    last = stem(term.quantity.casefold().split()[-1])
    return (float(match.group().replace(",", "")), last) if nouns else None
