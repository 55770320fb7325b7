"""How some claims' people and bodies are named in the whole record, from what was kept when documents arrived."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.record import Asked
from trucekeeper.record.kept import Mentions
from trucekeeper.weighing.beside import surroundings_of
from trucekeeper.weighing.entities import Naming, actors_of, blocks_of, bodies_of, company_of, is_known, whole_name
from trucekeeper.weighing.judged import Judged, identities
from trucekeeper.weighing.keeping import mentions
from trucekeeper.weighing.names import plain
from trucekeeper.weighing.offices import offices_of, ranks_of, spokes_of
from trucekeeper.weighing.short_forms import bare_name


def kept_naming(asked: Asked, judged: Judged, judgements: Iterable[Judgement], documents: Iterable[Document]) -> Naming:
    """The spellings of everybody whom these claims name, and of all whose names may be theirs."""
    own = {actor.key for claim in judged.claims for actor in actors_of(claim)}
    counts, short_forms = _closure(asked, own, [tuple(sorted(pair)) for pair in identities(judgements)])
    for key, count in mentions(judged.claims).items():
        counts.setdefault(key, count)  # named by a correction alone
    _take_away(counts, judged.rejected)
    spellings: dict[str, dict[str, int]] = defaultdict(dict)
    for (actor, label, _), count in sorted(counts.items()):
        if count > 0:
            spellings[actor][label] = spellings[actor].get(label, 0) + count
    named = ((actor.key, claim.document) for claim in judged.claims for actor in actors_of(claim))
    texts = {d.id: d.text for d in documents}
    beside = surroundings_of(named, texts)
    known = frozenset(actor for actor, _, is_listed in counts if is_listed)
    claims = judged.claims
    told = offices_of(claims), bodies_of(claims, texts.values()), ranks_of(claims), company_of(claims), spokes_of(claims)
    return Naming(dict(spellings), known, frozenset(short_forms), frozenset(own), beside, *told)


def _closure(asked: Asked, own: set[str], decided: list[tuple[str, ...]]) -> tuple[Mentions, set[tuple[str, str]]]:
    """Whoever shares a block, a short form or a person's decision with them, and with those, until nobody more comes."""
    counts: Mentions = {}
    short_forms: set[tuple[str, str]] = set()
    seen, frontier, asked_for = set(own), set(own), set[str]()
    while frontier:
        found = asked.spellings(frontier)
        counts.update(found)
        labels = {label for _, label, _ in found}
        defined = asked.short_forms({n for label in labels for n in (plain(label), bare_name(label))})
        short_forms |= defined
        blocks = {b for label in labels for b in blocks_of(label)} | {whole_name(n) for pair in defined for n in pair}
        beside = asked.in_blocks(blocks - asked_for) | {k for pair in decided if seen & set(pair) for k in pair}
        asked_for |= blocks
        frontier = beside - seen
        seen |= frontier
    return counts, short_forms


def _take_away(counts: Mentions, rejected: Iterable[Claim]) -> None:
    gone = Counter((a.key, a.label, int(is_known(a))) for claim in rejected for a in set(actors_of(claim)))
    for key, count in gone.items():
        if key in counts:
            counts[key] -= count
