"""Which words of reports bear on which terms, and why: a sentence about the term's matter, or an act of its kind by somebody who owes it."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from trucekeeper.agreement.acts_told import state_told
from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.certainty import LITTLE, MUCH, Held, is_rival, match_of, takes
from trucekeeper.agreement.frames import whole_words
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import Sentence, main_start, stem
from trucekeeper.agreement.shared import Weights, root, roots, with_alike
from trucekeeper.agreement.short_forms import short_forms
from trucekeeper.agreement.told import breached, so_many_owed, told_by, unfinished
from trucekeeper.agreement.told_acts import by_act, doer_of, fits, in_a_name, in_part_by, is_finite, only_begun, same_words
from trucekeeper.agreement.told_forbidden import forbidden_done
from trucekeeper.agreement.told_words import plain, touched
from trucekeeper.agreement.wanted import Wanted, about, in_their_clauses, owed_of, topics_of, wanted_of
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Claim, Event, Statement
from trucekeeper.model.matches import Match

CLAUSE = re.compile(
    r"\b(?:Art(?:icle|\.)?|Section|Sec\.|[Pp]ara(?:graph|\.)?|[Cc]lause|[Pp]oint)s?\s+(?P<named>\d{1,3}(?:\.\d{1,3})*)(?![\d%])|(?<![\d.])(?P<alone>\d{1,3}(?:\.\d{1,3}){2,})(?![\d%])"
)
DATELINE = re.compile(r"^[A-Z][A-Z'’ .-]{2,}(?:,[^—–]{0,60}?)?(?:\([^)]{2,40}\)\s*)?\s[-–—]{1,2}\s")
ASIDE = re.compile(r"^(?:In addition to|Besides|Apart from|Aside from|Unlike|Like|As well as|Instead of|Rather than)\b[^,]*,\s")  # tells of another matter
CAPITAL_WORD = re.compile(r"\b[A-Z][\w’'-]*")
THIS_CLAUSE = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Tt]he same)\s+(?:article|clause|paragraph|point|provision|section)\b")
NAME = re.compile(r"(?<=\w )(?:[A-Z][\w'’-]*\s+)+[A-Z][\w'’-]*")  # "the World Relief Agency" tells of no relief

VERY_MUCH = 3.0  # weight of shared words that shows that a long term is meant
LEAST = 0.35  # and what may be of the only term of its kind
COVERED = 0.3  # the part of a term's matter that a sentence shares when it touches it
NEAR = 0.6  # of the best term's weight: how much another one may have and be proposed beside it
PLACE = 2  # words of a name that can be just a place
GAP = 3  # code points between two sentences
ALLEGED = frozenset({"alleged broken", "alleged not performed"})
ACCORD, GOING_ON = "says that the agreement has it so", "goes on with what was told before"
GOES_ON = 4  # sentences back to which "the men were freed" can go on
FEW = 3  # terms that one sentence is proposed for, where it only touches them


class Matcher:
    """The agreed terms of an agreement, by the words, issues and clause numbers that reports of them share. A document's matches hang on that document
    alone."""

    def __init__(self, agreement: Agreement) -> None:
        short = short_forms(". ".join(b.exact for t in agreement.terms for b in t.basis))
        parties = frozenset(roots(" ".join(f"{p.name} {p.actor or ''}" for p in agreement.parties if p.role == "party")))
        parties |= frozenset(root(form.casefold()) for form, full in short.items() if frozenset(roots(full)) <= parties)
        itself = frozenset(roots(agreement.name)) - parties - frozenset(map(root, act_words().common)) | frozenset(map(root, act_words().agreements))
        self.wanted = in_their_clauses(wanted_of(t, parties, itself, short) for t in agreement.terms if t.standing == "agreed")
        self.begins = min((t.first_day for t in (agreement.signed, agreement.effective) if t is not None and t.first_day is not None), default=None)
        self.weights = Weights.of(w.matter for w in self.wanted)
        self.of_bearers = Weights.of(w.bearers for w in self.wanted)
        self.parties = [p for p in agreement.parties if p.role == "party"]
        kinds = Counter(name for w in self.wanted for name in {t.name for t in (w.telling, *w.seconds) if t is not None})
        self.alone = {name for name, count in kinds.items() if count == 1}
        self.only = frozenset(n for n, w in enumerate(self.wanted) if any(map(self.is_alone, (w.telling, *w.seconds))))
        self.by_word: dict[str, list[int]] = {}
        self.by_issue: dict[str, list[int]] = {}
        self.by_clause: dict[str, list[int]] = {}
        self.by_document: dict[str, list[int]] = {}
        for n, wanted in enumerate(self.wanted):
            owed = owed_of(wanted.term)
            counted = {f"{owed[0]:g}"} if owed is not None and owed[0] > 1 else set()
            for word in wanted.matter | wanted.signs | topics_of(wanted.telling) | counted:
                self.by_word.setdefault(word, []).append(n)
            for issue in issues_of(wanted):
                self.by_issue.setdefault(issue, []).append(n)
            if wanted.term.clause:
                self.by_clause.setdefault(wanted.term.clause, []).append(n)
            else:  # the agreement's own words report nothing
                for document in {b.document for b in wanted.term.basis}:
                    self.by_document.setdefault(document, []).append(n)

    def of_document(self, sentences: Iterable[Sentence], claims: Iterable[Claim]) -> list[Match]:
        """All that one document tells of the terms; `claims` are the document's, `sentences` those of a report (none of an agreement's text)."""
        found: list[Match] = []
        before: tuple[Sentence | None, list[Match]] = None, []
        spoken_of: deque[frozenset[str]] = deque(maxlen=GOES_ON)
        read = list(sentences)
        for sentence in read:
            clauses = clauses_named(sentence.text)
            if THIS_CLAUSE.search(sentence.text) and follows(sentence, before[0]) and before[0] is not None:
                clauses += clauses_named(before[0].text)
            told = self.of_sentence(sentence, clauses, frozenset().union(*spoken_of))
            spoken_of.append(frozenset(m.line for m in told))
            if follows(sentence, before[0]) and not any(m.state for m in told):
                told += denials(sentence, before[1])
            found += told
            before = sentence, told
        cited = {(m.line, claim) for m in found if m.state is not None for claim in m.claims}
        events = [c for c in claims if isinstance(c, Event) and c.status in {"happened", "denied"}]
        within = {event.id: sentence for sentence in read for event in sentence.events()}
        found += [m for event in events for m in self.of_event(event, within.get(event.id)) if (m.line, event.id) not in cited]
        return [m for m in found if not self.too_early(m)]

    def too_early(self, match: Match) -> bool:
        """What was done, or said, before the agreement was there neither keeps it nor breaks it."""
        days = [t.last_day for t in (match.when, match.said) if t is not None]
        return self.begins is not None and any(day is not None and day < self.begins for day in days)

    def of_sentence(self, sentence: Sentence, clauses: Sequence[str], spoken_of: frozenset[str] = frozenset()) -> list[Match]:
        """What tells of terms, and of what only touches them those that it fits best. `clauses` are those that it names, `spoken_of` the lines that the
        sentences before it tell of."""
        text = ASIDE.sub("", DATELINE.sub("", sentence.text))
        words = roots(sentence.spelled(text))
        there = frozenset(words)
        plain = frozenset(roots(NAME.sub(" ", text)))
        capital = frozenset(roots(" ".join(CAPITAL_WORD.findall(sentence.spelled(sentence.text)))))
        signs = with_alike(there) - there
        cited = {n for clause in clauses for n in self.by_clause.get(clause, ())}
        accord = accords().search(text) is not None
        open_to = {n: ACCORD if accord else GOING_ON for n in self.only if accord or self.wanted[n].term.id in spoken_of}
        found: list[Held] = []
        for n in sorted({n for word in (*words, *signs) for n in self.by_word.get(word, ())} | cited | set(open_to)):
            own = there - other_words(words, self.wanted[n].spelled, capital)
            held = self.held(sentence, own | signs, plain, self.wanted[n], cited=n in cited, accord=open_to.get(n, ""))
            if held is not None:
                found.append(held)
        kept = [h for h in found if h.cited or h in nearest([o for o in found if not o.cited and o.told.at == h.told.at and o.told.state == h.told.state])]
        alone = [self.only_one(h.wanted.telling, h.weight, h.covered) and (h.weight >= LITTLE or bool(h.shared & h.wanted.names)) for h in kept]
        rivals = [[o for o in found if is_rival(o, h)] for h in kept]
        made = [match_of(h, words, plain, capital, self.weights, rivals=r, alone=a) for h, r, a in zip(kept, rivals, alone, strict=True)]
        sure = [h for h, m in zip(kept, made, strict=True) if m.certainty == "matched"]
        return [m for h, m in zip(kept, made, strict=True) if m.certainty == "matched" or not any(takes(s, h) for s in sure)]

    def held(self, sentence: Sentence, words: frozenset[str], plain: frozenset[str], wanted: Wanted, *, cited: bool, accord: str) -> Held | None:
        """`cited`: the sentence names its clause; `accord`: why it may be meant though few words show it, being the agreement's only term of its kind."""
        shared, telling = words & wanted.matter, wanted.telling
        like = words & wanted.signs
        told = None
        named = telling is not None and bool(telling.nouns) and whole_words(telling.nouns).search(sentence.text) is not None
        if telling is not None and (cited or bool(accord) or like or named or about(words, plain, telling, wanted.matter)):
            told = told_by(sentence, telling, wanted.term, wanted.near, loose=bool(accord))
        if told is None and telling is None and shared:
            told = forbidden_done(sentence, wanted.term) or unfinished(sentence, wanted.matter)
        for further in wanted.seconds if told is None or told.state is None else ():
            also = (
                told_by(sentence, further, wanted.term, wanted.near, loose=bool(accord))
                if like or accord or about(words, plain, further, wanted.matter)
                else None
            )
            if also is not None and also.state is not None:
                told = replace(also, sure=False)
                break
        if cited and (told is None or told.state is None):
            told = breached(sentence) or told
        elif cited and told is not None and CLAUSE.match(DATELINE.sub("", sentence.text).lstrip()):
            told = replace(told, sure=False)  # "Article 1 ended the hostilities" tells what it says
        if told is not None and told.state is not None and told.object is not None:
            shared = told.object & wanted.matter & (words | wanted.verb)
            like = with_alike(told.object) & wanted.signs
        if told is not None and told.state is not None and wanted.verb and not (shared - wanted.verb or like or wanted.bearers & words):
            return None  # "returned" alone does not tell who or what returned
        if told is not None and told.state is not None and wanted.is_body and not (wanted.heads & shared or like or shared & wanted.names):
            return None  # something else was set up
        weight = self.weights.sum(shared)
        if telling is not None and telling.placed and any(name <= words for name in wanted.full_names):
            weight += self.of_bearers.sum(wanted.bearers & words) / max(len(wanted.bearers & words), 1)
        covered = weight / max(self.weights.sum(wanted.matter), 0.1)
        named_only = bool(shared) and shared <= wanted.names
        a_place = named_only and len(shared) <= PLACE
        meant = weight >= LITTLE or covered >= COVERED or bool(wanted.heads & shared)
        if told is not None and told.state is None:
            meant = meant and not (a_place and telling is not None and telling.placed)
        elif told is not None:
            meant = (
                meant
                or bool(like)
                or told.done is not None
                or so_many_owed(sentence, wanted.term)
                or bool(plain & topics_of(telling))
                or self.only_one(telling, weight, covered)
                or (bool(shared & wanted.names) and self.is_alone(telling))
            )
            if accord and not meant:
                told, meant = replace(told, sure=False), True
        if told is not None and meant:
            return Held(wanted, told, shared, weight, covered, cited, accord if told.state is not None else "")
        many = covered >= COVERED or (weight >= VERY_MUCH and covered >= COVERED / 2)
        many = many and (not named_only or wanted.matter <= wanted.names)  # names alone may do anything else
        if cited or (len(shared) > 1 and weight >= MUCH and many and self.is_enough(shared & known(sentence, plain, wanted))):
            touching = touched(sentence)
            return Held(wanted, touching, shared, weight, covered, cited) if touching is not None else None
        return None

    def is_enough(self, shared: frozenset[str]) -> bool:
        """Are there more words than one, and such as few terms have?"""
        return len(shared) > 1 and self.weights.sum(shared) >= MUCH

    def only_one(self, telling: Telling | None, weight: float, covered: float) -> bool:
        """Is it the agreement's only term of a kind that has acts of its own, so that less shows that it is meant?"""
        return self.is_alone(telling) and weight >= LEAST and covered >= COVERED / 2

    def is_alone(self, telling: Telling | None) -> bool:
        return telling is not None and bool(telling.acts) and telling.name in self.alone

    def of_event(self, event: Event, sentence: Sentence | None) -> Iterator[Match]:
        """By the act alone; a noun of it ("the disarmament") says too little of how far it went to count without a person."""
        state = state_told(event)
        if state is None or in_a_name(event) or (state == "performed" and sentence is not None and only_begun(event, sentence)):
            return
        if state == "performed" and sentence is not None and sentence.is_owed(main_start(event) - sentence.start):
            return
        words = frozenset(roots(event.evidence[0].exact)) - frozenset(roots(event.trigger.exact) if event.trigger else ())  # "funded" is about no fund
        told: set[int] = set()
        for n in self.by_document.get(event.document, ()):
            term = self.wanted[n].term
            if any(same_words(event, b.start, b.end) for b in term.basis if b.document == event.document):
                told.add(n)
                if event.act in act_words().performs:  # an attack in the words that tell of a truce is what it ended
                    yield by_act(term, event, state, "told in the same words", sure=True)
        for issue in sorted(act_words().issues.get(event.act, frozenset())):
            fitting = [n for n in self.by_issue.get(issue, ()) if n not in told and fits(event, self.wanted[n].telling)]
            bound = [(n, doer) for n in fitting if (doer := doer_of(event, self.wanted[n].term, self.parties))]
            most = max((self.weights.sum(words & self.wanted[n].matter) for n, _ in bound), default=0.0)
            if most > 0:
                bound = [(n, doer) for n, doer in bound if words & self.wanted[n].near]
            bound = [(n, doer) for n, doer in bound if words & self.wanted[n].near or not is_of_another_kind(self.wanted[n])]
            for n, doer in bound:
                weight = self.weights.sum(words & self.wanted[n].matter)
                if len(bound) > FEW and weight < LITTLE:
                    continue  # one of many terms on one issue, and nothing shows which
                told.add(n)
                wanted = self.wanted[n]
                reason = f"{event.act} by {doer}, who owes it, on the same issue ({issue})"
                fit = weight == most and (weight >= LITTLE or (len(bound) == 1 and not wanted.matter))
                sure = fit and (state != "performed" or is_finite(event))
                yield by_act(wanted.term, event, in_part_by(event, sentence, wanted) if state == "performed" else state, reason, sure=sure)


@cache
def accords() -> re.Pattern[str]:
    """ "under the deal", "in line with a Vesk-brokered accord": what an act accords with."""
    lead, names = "|".join(act_words().accords), "|".join(sorted(act_words().agreements))
    return re.compile(rf"\b(?:{lead})\b[^.;]{{0,60}}?\b(?:{names})\b", re.IGNORECASE)


def is_of_another_kind(wanted: Wanted) -> bool:
    """Does the term ask for a kind of act that no read act performs ("close its camps"), so that words must show that it is meant?"""
    return wanted.telling is not None and not wanted.telling.acts


def issues_of(wanted: Wanted) -> frozenset[str]:
    """The issue of a term, and those of the acts by which reports tell of its kind: to return to barracks is a withdrawal, with whatever weapons."""
    acts = wanted.telling.acts & act_words().performs if wanted.telling is not None else frozenset()
    return frozenset({wanted.term.issue or ""}).union(*(act_words().issues[act] for act in acts))


def known(sentence: Sentence, plain: frozenset[str], wanted: Wanted) -> frozenset[str]:
    """The words of a sentence but those of names of which the term has only a part: "Human Relief Watch" tells of no relief."""
    own = wanted.matter | wanted.bearers | frozenset(roots(wanted.term.act))
    names = (frozenset(roots(m.group())) for m in NAME.finditer(sentence.spelled(sentence.text)))
    return plain.union(*(name for name in names if name <= own))


def nearest(found: Sequence[Held]) -> list[Held]:
    """Of the terms that the same words of a sentence tell of, or only touch, those that they fit best."""
    ordered = sorted(found, key=lambda h: (-h.weight, -h.covered))
    whole = max((h.covered for h in ordered), default=0.0)
    near = [h for h in ordered if h.weight >= NEAR * ordered[0].weight or (h.told.state is not None and h.covered == whole)]
    if near and near[0].told.state is None:
        near = [h for n, h in enumerate(near) if not any(h.shared == o.shared for o in near[:n])]
    return near[:FEW]


def clauses_named(text: str) -> list[str]:
    """The numbers of clauses that a text names: "Article 4", "as per paragraph 2.4.4", or by a number of three levels alone."""
    found = [m["named"] or m["alone"] for m in CLAUSE.finditer(text)]
    return [number for part in found for number in (part, f"Article {part}")]


def other_words(words: Mapping[str, str], names: Mapping[str, str], capital: frozenset[str]) -> frozenset[str]:
    """Roots of a sentence's words that only share their letters with a name of a term: "units" are no "United" ones."""
    return frozenset(r for r in words.keys() & names.keys() if r not in capital and stem(words[r]) != names[r])


def follows(sentence: Sentence, before: Sentence | None) -> bool:
    return before is not None and 0 <= sentence.start - before.start - len(before.text) <= GAP


def denials(sentence: Sentence, before: Sequence[Match]) -> Iterator[Match]:
    """Of "The army denied it": what the sentence before alleged, by somebody else, is disputed."""
    match = whole_words(act_words().frames.denial).search(sentence.text)
    told = plain("disputed", sentence, match.start()) if match is not None else None
    by = next((c.speaker for c in sentence.claims if isinstance(c, Statement) and c.speaker), told.by if told else None)
    if told is None or by is None:
        return
    for alleged in before:
        if alleged.state in ALLEGED and (alleged.by is None or alleged.by.key != by.key):
            yield replace(
                alleged, reason="denies what the sentence before tells", claims=tuple(c.id for c in told.claims), basis=tuple(basis_of(c) for c in told.claims),
                state="disputed", by=by, said=told.said, when=None, words=told.words, done=None, owed=None,
            )  # fmt: skip
