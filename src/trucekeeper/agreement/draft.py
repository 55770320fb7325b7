"""An agreement drafted from provisions: phases, terms, exchanges, parties, each line with its evidence, and `?` with a reason where it could not be told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.definitions import is_definition
from trucekeeper.agreement.exchanges import exchanges_of, told_exchanges
from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.life import effective_of, signed_of
from trucekeeper.agreement.merging import merged, trimmed
from trucekeeper.agreement.names import aliases_of, heads_of, is_party, joined, plain_name, role_of, roles_of
from trucekeeper.agreement.phases import DURATION_ISSUE, NEXT, NEXT_PHASE, is_phase_fact, once_told, phases_of, running_time
from trucekeeper.agreement.recitals import binds_from
from trucekeeper.agreement.signatories import Signatory, signatories_of
from trucekeeper.agreement.timetable import by_day, each_of
from trucekeeper.agreement.wanted import matter_of
from trucekeeper.model.agreement import Agreement, Party, PartyRole, Term
from trucekeeper.model.claims import Actor, Anchor, Claim, Event, Figure, Provision, TimeExpression
from trucekeeper.model.document import Document
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time
from trucekeeper.model.undertakings import Basis
from trucekeeper.reading.provision_words import deontic

BARE_TO = re.compile(r"^[Tt]o\s+(?=[a-z]+\b)")  # an item of a list: "To open the road"
DUTY = re.compile(r"^(?:shall|will|must)\b:?\s*")
ENDING = re.compile(r"\bending\s+(?P<when>after|upon|with|on|by|before)\s+(?:the\s+)?(?P<what>[^\d,;.()]{3,80}[a-z])(?=\s*[,;.(]|\s*$)", re.IGNORECASE)
ENDS = {"after": "after", "upon": "on", "with": "on", "on": "on", "by": "by", "before": "before"}
NOBODY = re.compile(r"(?:neither|no|none)\b", re.IGNORECASE)
LONGEST_HEADING = 8  # words
UNNAMED = "the agreement of this record"


def agreement_of(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> Agreement:
    """What the provisions among the claims amount to. The order in which claims come makes no difference."""
    papers = list(documents)
    names = {d.id: d.name for d in papers}
    held = sorted({c.id: c for c in claims}.values(), key=lambda c: (names.get(c.document, c.document), c.evidence[0].start, c.evidence[0].end, c.id))
    clauses = {c.document for c in held if isinstance(c, Provision) and c.clause}
    signatories = signatories_of(d for d in papers if d.id in clauses)
    aliases = heads_of(s.name for s in signatories) | {plain_name(s.short): s.name for s in signatories if s.short} | aliases_of(papers)
    provisions = [joined(c, aliases) for c in held if isinstance(c, Provision)]
    figures = [c for c in held if isinstance(c, Figure)]
    if not any(p.standing == "agreed" for p in provisions):
        return Agreement(name=UNNAMED)  # a proposal, a plan or a demand alone is no agreement
    begins = {d.id: binds_from(d) for d in papers if d.id in clauses}
    bound = [p for p in provisions if p.evidence[0].start >= begins.get(p.document, 0)]
    terms = tuple(terms_of(bound, [c for c in held if isinstance(c, TimeExpression)]))
    exchanges = tuple(exchanges_of(bound, figures))
    signed, signed_basis = signed_of(provisions, held)
    effective, effective_basis = effective_of(provisions, signed)
    unknown = {} if signed else {"signed": "no words say when it was signed"}
    unknown |= {} if effective else {"effective": "no words say when it takes effect"}
    made = Agreement(
        name=name_of(provisions),
        signed=signed,
        effective=effective,
        phases=tuple(phases_of(bound)) or tuple(p for p in (running_time(provisions),) if p is not None),
        exchanges=(*exchanges, *told_exchanges((c for c in held if isinstance(c, Event) and c.document not in clauses), figures, exchanges)),
        unknown=unknown,
        basis=tuple(dict.fromkeys((*signed_basis, *effective_basis))),
    )
    kept = merged([without_past(in_phase(t, made), signed) for t in terms], made)
    return replace(made, terms=kept, parties=tuple(parties_of(kept, roles_of(papers), aliases, signatories)))


def in_phase(term: Term, agreement: Agreement) -> Term:
    """ "Talks on the next phase" stand in none that the agreement has."""
    return replace(term, phase=None) if term.phase == NEXT and NEXT not in {p.id for p in agreement.phases} else term


def without_past(term: Term, signed: Time | None) -> Term:
    """Nothing that is agreed falls due before it was signed: "all revenues since 2011" is no date of the term's."""
    last = Time.from_range(term.anchor.reference) if term.anchor is not None and term.anchor.kind == "date" else None
    if last is None or signed is None or signed.first_day is None or last.last_day is None or last.last_day >= signed.first_day or term.standing != "agreed":
        return term
    return replace(term, anchor=None, unknown={**term.unknown, "due": "the words give no date and nothing to reckon one from"})


def name_of(provisions: Sequence[Provision]) -> str:
    """The name that most provisions give, the longer one of two that are as frequent."""
    named = Counter(p.agreement for p in provisions if p.agreement)
    return max(named, key=lambda name: (named[name], len(name), name)) if named else UNNAMED


def same_term(provision: Provision) -> tuple[object, ...]:
    """What two tellings of one term share."""
    who = frozenset(a.key for a in provision.obligors)
    by = provision.proposer.key if provision.proposer else None
    words = " ".join(provision.action.casefold().split())
    if provision.issue in {DURATION_ISSUE, NEXT_PHASE} and provision.standing != "agreed":
        return provision.standing, by or voice_key(provision), provision.phase, provision.issue, anchored(provision)
    clause = (provision.document, provision.clause, provision.evidence[0].start) if provision.clause else None
    return provision.standing, by, provision.phase, provision.issue, provision.quantity, who, words, clause


def voice_key(provision: Provision) -> str | None:
    speaker = provision.attribution.asserter
    return speaker.key if speaker else None


def anchored(provision: Provision) -> str | None:
    return provision.anchor.reference if provision.anchor else None


def terms_of(provisions: Sequence[Provision], times: Sequence[TimeExpression] = ()) -> Iterable[Term]:
    """One term a provision, or one for each of its days where these are of different things, with the evidence of all its tellings; what only dates a phase or
    the agreement is no term."""
    tellings: dict[tuple[object, ...], list[Provision]] = {}
    for provision in once_told(provisions):
        if not is_phase_fact(provision) and not is_definition(provision) and not is_heading(provision) and not is_stated(provision):
            tellings.setdefault(same_term(provision), []).append(provision)
    taken: Counter[str] = Counter()
    for told in tellings.values():
        within = told[0].evidence[0] if told[0].clause else None
        days = [t for t in times if within and t.document == told[0].document and within.start <= t.evidence[0].start < within.end]
        for term in (day for one in each_of(term_of(told)) for day in by_day(one, days)):
            taken[term.id] += 1
            yield term if taken[term.id] == 1 else replace(term, id=f"{term.id}-{taken[term.id]}")


def is_stated(provision: Provision) -> bool:
    """A clause that only notes or stresses something: signing does it."""
    return provision.clause is not None and stated().match(trimmed(provision.action)) is not None


@cache
def stated() -> re.Pattern[str]:
    return re.compile(rf"(?:also |further |hereby )?(?:{act_words().frames.stated})(?:e?s|ed|e)?\s+(?:that|the|their|its|with|also)\b", re.IGNORECASE)


def is_heading(provision: Provision) -> bool:
    """A few words in capitals, or the opener of a list that says nothing of its own ("The Board shall within three months:")."""
    if not provision.clause:
        return False
    words = provision.evidence[0].exact.split()
    if len(words) <= LONGEST_HEADING and " ".join(words).isupper() and not provision.obligors:
        return True
    term = term_of([provision])
    return words[-1].endswith(":") and not matter_of(replace(term, act=provision.action), None)


def term_of(told: Sequence[Provision]) -> Term:
    """The id is the clause's number, or made of the content, so that drafting again finds a person's mends."""
    first = told[0]
    key = (first.standing, first.phase, first.issue, first.quantity, " ".join(first.action.casefold().split()))
    anchored = first.anchor.text if first.anchor else None
    return Term(
        id=(f"clause-{first.clause.replace('¶', 'p')}" if first.clause else f"term-{digest(*key)[:8]}"),
        act=act_of(first), clause=first.clause, phase=first.phase, bearers=first.obligors, beneficiaries=first.beneficiaries, issue=first.issue,
        quantity=first.quantity, anchor=first.anchor, ends=ends_of(first), due=first.due, conditions=first.conditions, exceptions=first.exceptions,
        in_return_for=first.in_return_for, standing=first.standing, by=by_of(first), unknown=unknown_of(first, anchored),
        basis=tuple(basis_of(p) for p in told),
    )  # fmt: skip


def act_of(provision: Provision) -> str:
    """What is owed in the text's words, with what it is done to where nobody is named who does it ("the prisoners shall be released"); where its bearer is
    "neither party", what is owed is not to do it."""
    act = BARE_TO.sub("", without_commitment(trimmed(provision.action))) if provision.clause else trimmed(provision.action)
    if any(NOBODY.match(a.name) for a in provision.obligors):
        return f"not: {act}"
    before, found, _ = provision.evidence[0].exact.partition(provision.action)
    head = trimmed(before) if found and provision.clause else ""
    if head and (not provision.obligors or act.startswith("be ")):
        return f"{head} {act}"
    return DUTY.sub("", act) if provision.obligors else act


def without_commitment(act: str) -> str:
    """Of "commits to hand over 40 rifles" and "be committed not to bring troops" what is owed; "agree" and "undertake" are done by signing."""
    match = commitment().match(act)
    if match is None:
        return act
    return f"not: {act[match.end() :]}" if match["no"] or match["never"] else act[match.end() :]


@cache
def commitment() -> re.Pattern[str]:
    duty = deontic().duty
    verbs, bound = "|".join(sorted(duty.verbs)), "|".join(sorted(duty.bound - duty.rights))
    return re.compile(rf"(?:(?:{verbs})(?:e?s)?|(?:(?:is|are|be)\s+)?(?:{bound}))\s+(?:(?P<no>not)\s+)?to\s+(?:(?P<never>not)\s+)?(?=[a-z]+\b)", re.IGNORECASE)


def ends_of(provision: Provision) -> Anchor | None:
    """What the end of a term is reckoned from, where its words give that beside its beginning ("… and ending after the settlement")."""
    match = ENDING.search(provision.evidence[0].exact) if provision.clause else None
    if match is None:
        return None
    return Anchor(" ".join(match.group().split()), "event", " ".join(match["what"].split()), None, ENDS[match["when"].casefold()])


def by_of(provision: Provision) -> Actor | None:
    """Who puts a term forward that is not agreed: its proposer, or who asserts it."""
    if provision.standing == "agreed":
        return None
    return provision.proposer or provision.attribution.asserter


def unknown_of(provision: Provision, anchored: str | None) -> dict[str, str]:
    """The fields that stand as `?`, and why."""
    found = {}
    if not provision.obligors:
        found["bearers"] = "the words name nobody who owes it"
    if provision.issue is None:
        found["issue"] = "no issue of the vocabulary fits the words"
    if provision.anchor is None and provision.due is None:
        found["due"] = "the words give no date and nothing to reckon one from"
    elif provision.due is None and provision.anchor is not None and provision.anchor.kind == "event" and provision.anchor.reference is None:
        found["due"] = f"not told what “{anchored}” is reckoned from"
    return found


def parties_of(terms: Sequence[Term], roles: Mapping[str, PartyRole], aliases: Mapping[str, str], signed: Sequence[Signatory] = ()) -> Iterable[Party]:
    """Those whom the text names as signing, then those who owe something under agreed terms, the most bound first. Where it names who signed, whoever else is
    bound is a body; where it does not, whether one signed is for a person to say."""
    owed: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    rests: dict[str, Basis] = {}
    for term in terms:
        if term.standing == "agreed":
            for actor in term.bearers:
                if not is_party(actor):
                    continue
                key = actor.actor or plain_name(actor.label)
                owed[key] += 1
                actors.setdefault(key, actor)
                rests.setdefault(key, term.basis[0])
    named: set[str] = set()
    for one in signed:
        actor = next((a for a in actors.values() if one.is_called(a)), Actor(one.name))
        if plain_name(actor.label) not in named:
            named.add(plain_name(actor.label))
            yield Party(name=actor.label, role=roles.get(plain_name(one.name), "party"), actor=actor.actor, basis=(one.basis,))
    for key, _ in sorted(owed.items(), key=lambda kv: (-kv[1], kv[0])):
        name = actors[key].label.removeprefix("The ")
        if plain_name(name) not in named:  # one name may stand with an id here and without one there
            named.add(plain_name(name))
            role = role_of(name, roles, aliases.get(plain_name(actors[key].name), actors[key].name))
            yield Party(name=name, role="body" if signed and role == "party" else role, actor=actors[key].actor, basis=(rests[key],))
