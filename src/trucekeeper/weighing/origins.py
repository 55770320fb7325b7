"""Independence, counted by origin: a copy is not a second source, and ten outlets that carry one agency are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from trucekeeper.model.claims import Actor, Claim, Provision
from trucekeeper.model.document import Document
from trucekeeper.weighing.carriers import carriers
from trucekeeper.weighing.lexicon import OriginWords, lexicon
from trucekeeper.weighing.names import name_words, names_somebody, plain, unowned
from trucekeeper.weighing.words import count_words

if TYPE_CHECKING:
    from trucekeeper.weighing.entities import WhoIsWho

BODIES = ("ministry", "government", "army")  # of which one place has one by each name ("the health ministry"): no second source where another report quotes it
NO_BODIES = ("armed group", "official")
NEARBY = frozenset({"local", "area", "its"})
PLURALS = {"agency": "agencies", "ministry": "ministries", "army": "armies", "witness": "witnesses"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from: `key` is shared by all claims of one origin; `kind` is outlet, agency, speaker or what the lexicon's words say that it is."""

    key: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Independence:
    """How many stand behind a set of claims. `origins` counts those who could know it apart from one another, `words` says it."""

    documents: int
    stories: int
    outlets: int
    agencies: tuple[str, ...]
    origins: tuple[Origin, ...]
    words: str


def is_named(actor: Actor) -> bool:
    """Does the text name somebody here? Readers write "(outlet)" and "(not stated)" where it does not."""
    return not actor.label.startswith("(")


def is_agreement_text(claim: Claim) -> bool:
    """Is this a numbered clause, so that its document is the agreement itself and no report?"""
    return isinstance(claim, Provision) and claim.clause is not None


def is_carrier(actor: Actor, document: Document | None) -> bool:
    """Is this somebody who passes word on: an agency, a medium, or the document's own outlet?"""
    names = {plain(n) for n in (actor.name, actor.label)}
    own = {plain(n) for n in ((document.outlet or ""), *document.agencies)} if document else set[str]()
    return bool(names & own) or (actor.actor or "") in carriers() or bool(names & set(carriers()))


def _kind_of_name(name: str) -> str:
    words = set(re.findall(r"\w+", plain(name)))
    return next((kind for kind, known in _kinds().items() if words & known), "speaker")


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """The words of each kind of source that is no name, in the order in which they are looked for."""
    bodies, voices = lexicon().origins, lexicon().voices
    known = {f.name: getattr(bodies, f.name) for f in fields(OriginWords)}
    monitors = known.pop("monitor")
    return {"armed group": voices.armed_group, **known, "official": voices.official, "monitor": monitors}


def agencies_of(claim: Claim, document: Document | None) -> tuple[str, ...]:
    """The agencies in a claim's chain, and those that its document names in byline or dateline."""
    in_chain = [a.label for a in claim.attribution.chain if carriers().get(a.actor or plain(a.label)) == "agency"]
    return tuple(dict.fromkeys([*in_chain, *(document.agencies if document else ())]))


def _is_bare_office(label: str) -> bool:
    """Is it one noun for a body that every state has, capital only because it begins a sentence ("Police")?"""
    words = name_words(label)
    return len(words) == 1 and _kind_of_name(label) not in ("speaker", *NO_BODIES)


def _key_of_body(kind: str, name: str) -> str:
    return f"{kind}:{' '.join(w for w in name_words(name) if w not in NEARBY)}"


def _of_body(entity: str | None, name: str, who: WhoIsWho) -> Origin | None:
    """The body for whom somebody speaks as an origin, None where it is none that could be told apart from others ("rebel")."""
    kind = _kind_of_name(name)
    if kind in BODIES and not names_somebody(name[:1].lower() + name[1:]):
        return Origin(_key_of_body(kind, name), kind, name)
    return Origin(entity, kind, who.somebodies[entity].label) if entity is not None and names_somebody(name) else None


def origin_of(claim: Claim, document: Document | None, stories: Mapping[str, tuple[str, ...]], who: WhoIsWho | None = None) -> Origin:
    """Who a claim comes from: the one who asserts it, else the agency that it is carried from, else the outlet (all copies of one story are one)."""
    asserter = claim.attribution.asserter
    story = stories.get(claim.document, (claim.document,))
    if asserter is not None and is_named(asserter) and not is_carrier(asserter, document):
        if who is not None and (body := _of_body(*who.speaks_for.get(who.entity_of(asserter), (None, "")), who)) is not None:
            return body  # "army spokesman Ida Roe" says what "the army" says
        named = names_somebody(asserter.label) and not _is_bare_office(asserter.label)
        name = who.label_of(asserter) if who and named else unowned(asserter.label)
        kind = _kind_of_name(name)
        if named:
            key = who.entity_of(asserter) if who else asserter.key
        elif kind in BODIES:
            key = _key_of_body(kind, name)
        else:  # "officials" of two stories need not be the same ones
            key = f"{story[0]}:{asserter.key}"
        return Origin(key, kind, name)
    if is_agreement_text(claim):
        return Origin(f"story:{story[0]}", "agreement text", document.name if document else "a document not at hand")
    agencies = agencies_of(claim, document)
    if agencies:
        return Origin(f"agency:{plain(agencies[0])}", "agency", agencies[0])
    outlet = document.outlet if document else None
    key = f"outlet:{plain(outlet)}" if outlet and len(story) == 1 else f"story:{story[0]}"
    return Origin(key, "outlet", outlet or (document.name if document else "a document not at hand"))


def independence(
    claims: Iterable[Claim], documents: Mapping[str, Document], stories: Mapping[str, tuple[str, ...]], who: WhoIsWho | None = None
) -> Independence:
    """Who stands behind a set of claims, in numbers and words ("5 outlets, 2 agencies, 1 ministry; 3 origins")."""
    held = list(claims)
    papers = {c.document for c in held}
    reports = {c.document for c in held if not is_agreement_text(c)}
    outlets = {(documents[d].outlet or documents[d].name) if d in documents else d for d in reports}
    agencies = tuple(sorted({a for c in held for a in agencies_of(c, documents.get(c.document))}))
    by_key: dict[str, Origin] = {}
    for origin in (origin_of(c, documents.get(c.document), stories, who) for c in held):
        known = by_key.get(origin.key)
        by_key[origin.key] = min(known, origin, key=lambda o: (-len(o.name), o.name)) if known else origin
    origins = tuple(sorted(by_key.values(), key=lambda o: (o.kind, o.name, o.key)))
    told = {stories.get(d, (d,))[0] for d in papers}
    return Independence(len(papers), len(told), len(outlets), agencies, origins, _in_words(len(outlets), len(papers), len(told), agencies, origins))


def _in_words(outlets: int, papers: int, told: int, agencies: tuple[str, ...], origins: tuple[Origin, ...]) -> str:
    parts = [count_words(outlets, "outlet")] if outlets else []
    if agencies:
        parts.append(count_words(len(agencies), "agency", "agencies"))
    for kind in (*_kinds(), "speaker", "agreement text"):
        count = sum(o.kind == kind for o in origins)
        if count:
            parts.append(count_words(count, kind, PLURALS.get(kind)))
    copied = f" ({count_words(papers, 'document')}, of which {papers - told} copied from another)" if told < papers else ""
    return f"{', '.join(parts)}{copied}; {count_words(len(origins), 'origin')}"
