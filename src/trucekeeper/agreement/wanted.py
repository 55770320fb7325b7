"""Terms as what reports of them look like: the kind of telling, the words of the matter, the names among them, and who owes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import stem, stems
from trucekeeper.agreement.shared import root, roots
from trucekeeper.agreement.verbs import pasts, same_acts, verb_at
from trucekeeper.knowledge import table
from trucekeeper.model.agreement import Term

CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
TOPIC = 24  # code points within which what is given says more than the verb ("release the bodies")
EARLY = 40  # code points of a term within which its act stands
DUTY = re.compile(r"\b(?:shall|will|should|must|would|not:)\s")
AGENT = re.compile(r"\bby (?:the )?(?:[A-Z][\w/’'-]*(?: (?:of|for|the|and))*\s*)+")  # who does it, or by which day, says not what is done
WHILE = re.compile(r"\b(?:while|as long as|so long as|whenever|provided that|for as long as)\b")  # behind it stands when it is owed
THIS = re.compile(r"\bthis (?:agreement|accord|memorandum|protocol|treaty|pact|deal|convention|charter)\b", re.IGNORECASE)
OWN = "its own verb"  # the name of a telling that a term's own words make


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term with what reports of it look like: the kind of telling, the words of its matter, the names among them, and those of its bearers; all as roots."""

    term: Term
    telling: Telling | None
    matter: frozenset[str]
    names: frozenset[str]
    bearers: frozenset[str]
    full_names: tuple[frozenset[str], ...]


def wanted_of(term: Term, parties: frozenset[str], itself: frozenset[str] = frozenset()) -> Wanted:
    """The names of the parties say nothing of what a term is about, unless it is about nothing else. `itself` are words by which reports call the agreement:
    the matter of what is owed to "this Agreement"."""
    telling = telling_of(term)
    matter = frozenset(map(root, matter_of(term, telling)))
    matter = (matter - parties or matter) | (itself if THIS.search(early(term)) else frozenset())
    names = frozenset(roots(" ".join(CAPITAL.findall(term.act)))) - frozenset(w for w, written in roots(term.act).items() if f" {written}" in term.act)
    common = frozenset(map(root, act_words().common | act_words().institutions))
    forms = [frozenset(roots(form)) for a in term.bearers for form in (a.label, initials(a.label)) if form]
    return Wanted(term, telling, matter, matter & names - parties, frozenset().union(*forms) - common, tuple(f for f in forms if f - common))


def initials(name: str) -> str:
    """The short form of a name of several words: JOT for a Joint Observer Team."""
    capitals = re.findall(r"\b[A-Z](?=[a-z])", name)
    return "".join(capitals) if len(capitals) > 1 else ""


def telling_of(term: Term) -> Telling | None:
    """By the act of the term's own words: the kind of telling whose pattern stands first in them, and, where such words are told of what they are done to, the
    term's own verb as well; without a kind that verb alone."""
    tellings = act_words().tellings
    places = [(m.start(), n) for n, t in enumerate(tellings) if (m := re.search(rf"\b(?:{t.term})\b", early(term), re.IGNORECASE))]
    first = min(places, default=None, key=lambda p: (not (tellings[p[1]].needs_topic and p[0] <= TOPIC), p))
    kind = tellings[first[1]] if first else None
    verb = None if term.act.startswith("not") else verb_at(early(term))  # what is forbidden nobody performs
    if verb is None or (kind is not None and not kind.placed):
        return kind
    verbs = same_acts(verb)
    done, infinitives = "|".join(pasts(v) for v in verbs), "|".join(v.infinitive for v in verbs)
    if kind is not None:
        return kind.model_copy(update={"done": f"{kind.done}|{done}", "verbs": "|".join(v for v in (kind.verbs, infinitives) if v)})
    return Telling(
        name=OWN, acts=frozenset(), term=verb.written, verbs=infinitives, done=done, undone="", topic=frozenset(), against="alleged not performed", placed=True
    )


def early(term: Term) -> str:
    """The words in which a term's act is named: the first ones, after the bearer where a report's whole sentence stands."""
    start = next((m.end() for m in DUTY.finditer(term.act)), 0)
    return term.act[start : start + EARLY]


def matter_of(term: Term, telling: Telling | None) -> frozenset[str]:
    """The words that name what the term is about: without the verb of its kind, its time, its conditions, its bearers and grammar."""
    of_kind = telling is not None and telling.name != OWN and not telling.needs_topic
    act = re.sub(rf"\b(?:{telling.term})\b", without_verb, term.act, flags=re.IGNORECASE) if telling and of_kind else term.act
    for part in (term.anchor.text if term.anchor else "", *term.conditions):
        act = act.replace(part, " ") if part else act
    act = AGENT.sub(" ", act)
    act = WHILE.split(act)[0] or act
    bearers = stems(" ".join(a.label for a in term.bearers))
    return frozenset(w for w in stems(act) - bearers - currencies() if w not in act_words().common and len(w) > 2 and not w[0].isdigit())


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


def owed_of(term: Term) -> tuple[float, str] | None:
    """How many of what: "60 soldiers" is 60 of "soldier"."""
    if not term.quantity or not (match := NUMBER.search(term.quantity)):
        return None
    nouns = [w for w in stems(term.quantity[match.end() :]) if w.isalpha()]
    last = stem(term.quantity.casefold().split()[-1])
    return (float(match.group().replace(",", "")), last) if nouns else None
