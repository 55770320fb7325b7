"""Clusters of reports with labelled pairs, read by the program and scored: same event, same entity, figure relations, contradictions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import combinations
from pathlib import Path
from typing import Any

from trucekeeper.model.claims import Actor, Claim, Event, Figure
from trucekeeper.model.document import Document
from trucekeeper.weighing.entities import actors_of
from trucekeeper.weighing.groups import groups
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.weighed import Weighed

AGAINST = ("differs", "does_not_sum")
Spot = tuple[str, int, int]  # document, start, end


@dataclass
class Score:
    """Right and wrong pairs by task; `read` holds what could be judged because the readers gave both claims."""

    events: list[int] = field(default_factory=lambda: [0, 0, 0])  # right, false, missed
    events_read: list[int] = field(default_factory=lambda: [0, 0, 0])
    who: list[int] = field(default_factory=lambda: [0, 0, 0])
    who_read: list[int] = field(default_factory=lambda: [0, 0, 0])
    figures: list[int] = field(default_factory=lambda: [0, 0])  # right, wrong
    figures_unread: int = 0
    against: list[int] = field(default_factory=lambda: [0, 0])  # found, missed
    reported: list[int] = field(default_factory=lambda: [0, 0])  # contradictions reported: right, false
    told_wrongly: int = 0
    told: int = 0
    proposed: int = 0
    notes: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        """Both counted together."""
        pairs = ((f.name, getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return Score(**{name: a + b if isinstance(a, int) or name == "notes" else [x + y for x, y in zip(a, b, strict=True)] for name, a, b in pairs})

    def lines(self) -> list[str]:
        looks = f"pairs that only look so, set against each other: {self.told_wrongly} of {self.told}"
        return [
            f"same event   F1 {f1(self.events):.3f} {self.events} (of what was read {f1(self.events_read):.3f} {self.events_read})",
            f"same entity  F1 {f1(self.who):.3f} {self.who} (of what was read {f1(self.who_read):.3f} {self.who_read}); proposed: {self.proposed}",
            f"figures      {share(self.figures):.3f} {self.figures}, unread {self.figures_unread}",
            f"against      found {self.against}; reported {self.reported}; {looks}",
        ]


def f1(counts: list[int]) -> float:
    right, false, missed = counts
    return 2 * right / (2 * right + false + missed) if right else 0.0


def share(counts: list[int]) -> float:
    return counts[0] / max(1, sum(counts))


@dataclass(frozen=True)
class Gold:
    clusters: list[dict[str, Any]]
    documents: dict[str, Document]

    def spot(self, mention: str) -> Spot:
        """Where a mention's words stand. Raises ValueError where they do not."""
        name, _, words = mention.partition(": ")
        document = self.documents[name]
        start = document.text.find(words)
        if start < 0:
            start = document.text.casefold().index(words.casefold())
        return document.id, start, start + len(words)


def load(path: Path) -> Gold:
    clusters = tomllib.loads(path.read_text("utf-8"))["cluster"]
    documents = {r["name"]: Document(name=r["name"], text=r["text"], outlet=r["outlet"], published=r["published"]) for c in clusters for r in c["report"]}
    return Gold(clusters, documents)


def read(gold: Gold) -> Weighed:
    """All clusters read into one, so that nothing of one conflict may be set against another."""
    from trucekeeper.reading.assemble import Reader

    readings = list(Reader().read_all(list(gold.documents.values())))
    return Weighed.make([r.document for r in readings], [c for r in readings for c in r.claims])


def score(gold: Gold, weighed: Weighed) -> Score:
    made = Score()
    _events(gold, weighed, made)
    _who(gold, weighed, made)
    _figures(gold, weighed, made)
    _against(gold, weighed, made)
    return made


def _at(weighed: Weighed, spot: Spot, kind: type[Claim]) -> list[Claim]:
    """Claims of a kind on these words, the one that fits them best first."""
    document, start, end = spot
    found = []
    for claim in weighed.claims_of.get(document, ()):
        main = claim.evidence[0]
        over = min(end, main.end) - max(start, main.start)
        if isinstance(claim, kind) and over > 0:
            trigger = claim.trigger if isinstance(claim, Event) else None
            inside = trigger is not None and start <= trigger.start < end
            if trigger is not None and not (trigger.start < end and start < trigger.end):
                continue  # another event in whose words the mention stands ("condemned" for "the shelling")
            first = trigger.start if trigger is not None and inside else end  # "agreed to open a crossing" tells first of the agreeing
            found.append((first, -over / (max(end, main.end) - min(start, main.start)), claim))
    found.sort(key=lambda f: (f[0], f[1], f[2].id))
    return [c for _, _, c in found]


def _pairs(groups: Iterable[Iterable[str]]) -> Iterator[tuple[str, str, bool]]:
    marked = [(m, n) for n, group in enumerate(groups) for m in group]
    for (a, i), (b, j) in combinations(marked, 2):
        yield a, b, i == j


def _count(counts: list[int], *, same: bool, joined: bool) -> None:
    if same and joined:
        counts[0] += 1
    elif joined:
        counts[1] += 1
    elif same:
        counts[2] += 1


def _events(gold: Gold, weighed: Weighed, made: Score) -> None:
    place = {t.id: h.key for h in weighed.happenings for t in h.tellings}
    groups = [g for c in gold.clusters for g in c["labels"]["events"]]
    of: dict[str, Claim | None] = {m: next(iter(_at(weighed, gold.spot(m), Event)), None) for g in groups for m in g}
    made.notes += [f"event not read: {m}" for m, c in of.items() if c is None]
    for a, b, same in _pairs(groups):
        first, second = of[a], of[b]
        joined = first is not None and second is not None and place[first.id] == place[second.id]
        _count(made.events, same=same, joined=joined)
        if first is not None and second is not None:
            _count(made.events_read, same=same, joined=joined)
            if same != joined:
                made.notes.append(f"event {'missed' if same else 'FALSE'}: {a} | {b}")


def _actor(weighed: Weighed, spot: Spot) -> Actor | None:
    """The actor whom claims of the same document name by these words, or by a name in them; a body in a person's description ("the chairman of the
    Front, Ida Roe") is not that person."""
    document, start, end = spot
    words = weighed.documents[document].text[start:end].casefold().removeprefix("the ")
    best: tuple[float, str, Actor] | None = None
    for claim in weighed.claims_of.get(document, ()):
        for actor in actors_of(claim):
            for name in (actor.name, actor.label):
                bare = name.casefold().removeprefix("the ")
                within = bare in words or (words in bare and name == actor.label)
                fit = 2.0 if bare == words else 1.0 if within else 0.0
                fit += len(set(bare.split()) & set(words.split())) / 10
                if fit >= 1 and (best is None or (fit, actor.key) > best[:2]):
                    best = fit, actor.key, actor
    return best[2] if best else None


def _who(gold: Gold, weighed: Weighed, made: Score) -> None:
    groups = [g for c in gold.clusters for g in c["labels"]["who"]]
    of = {m: _actor(weighed, gold.spot(m)) for g in groups for m in g}
    made.notes += [f"nobody read: {m}" for m, a in of.items() if a is None]
    proposed = {frozenset((p.first, p.second)) for p in weighed.who.proposals}
    for a, b, same in _pairs(groups):
        first, second = of[a], of[b]
        joined = first is not None and second is not None and weighed.who.same(first, second)
        _count(made.who, same=same, joined=joined)
        if first is not None and second is not None:
            _count(made.who_read, same=same, joined=joined)
            if same != joined:
                asked = frozenset((weighed.who.entity_of(first), weighed.who.entity_of(second))) in proposed
                made.proposed += asked and same
                made.notes.append(f"who {'missed' if same else 'FALSE'}{' (proposed)' if asked else ''}: {a} [{first.label}] | {b} [{second.label}]")


def _figures(gold: Gold, weighed: Weighed, made: Score) -> None:
    for cluster in gold.clusters:
        for pair in cluster["labels"]["figures"]:
            first, second = (next(iter(_at(weighed, gold.spot(pair[side]), Figure)), None) for side in ("a", "b"))
            if first is None or second is None or first is second:
                made.figures_unread += 1
                made.notes.append(f"figure not read: {pair['a']} [{first is not None}] | {pair['b']} [{second is not None}]")
                continue
            kinds = _kinds(weighed, [first], [second])
            right = bool(kinds & set(pair["is"].split(" or ")))
            if not right and "none" not in pair["is"].split(" or "):  # the relation may stand with a repetition of the number
                again = _again(cluster["labels"]["figures"])
                several = [[f for m in again[pair[side]] for f in _at(weighed, gold.spot(m), Figure)[:1]] for side in ("a", "b")]
                right = bool(_kinds(weighed, *several) & set(pair["is"].split(" or ")))
            made.figures[not right] += 1
            if not right:
                told = f"{first.measure}/{first.of}/{first.value:g} | {second.measure}/{second.of}/{second.value:g}" if first.value and second.value else ""
                made.notes.append(f"figure {pair['a']} | {pair['b']}: {sorted(kinds)}, not {pair['is']}  [{told}]")


def _kinds(weighed: Weighed, first: Sequence[Claim], second: Sequence[Claim]) -> set[str]:
    """What one of the first figures is to one of the second."""
    pairs = [{a.id, b.id} for a in first for b in second if a is not b]
    return {r.kind for r in weighed.figure_relations if any(p <= set(r.claims) for p in pairs)} - {"other_base"} or {"none"}


def _again(pairs: list[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each figure with those labelled as its repetitions."""
    repeats = [(p["a"], p["b"]) for p in pairs if p["is"] == "repeats"]
    return {m: g for g in groups({m for p in pairs for m in (p["a"], p["b"])}, repeats) for m in g}


def _opposed(weighed: Weighed) -> Iterator[tuple[str, list[Claim]]]:
    """What is told of as standing against each other: disputes of two claims or more, one sentence that tells of mutual blame, and figures that differ."""
    for dispute in weighed.disputes:
        if len(dispute.claims) > 1 or dispute.kind in ("retracted", "each_accuses"):
            yield f"{dispute.kind}: {dispute.reason}", list(dispute.claims)
    for relation in weighed.figure_relations:
        if relation.kind in AGAINST:
            yield f"{relation.kind}: {relation.reason}", [weighed.by_id[c] for c in relation.claims]


def _sentences(weighed: Weighed, claims: Iterable[Claim]) -> set[Spot]:
    return {(c.document, *sentence(weighed.documents[c.document], c.evidence[0].start, c.evidence[0].end)) for c in claims}


def _touches(spot: Spot, sentences: set[Spot]) -> bool:
    return any(s[0] == spot[0] and s[1] < spot[2] and spot[1] < s[2] for s in sentences)


def _are_two_of(a: Spot, b: Spot, sides: list[set[Spot]]) -> bool:
    """Do the two stand in the sentences of two of the claims that are told against each other? Both in one's sentence stand against a third."""
    return any((_touches(a, x) and _touches(b, y)) or (_touches(a, y) and _touches(b, x)) for x, y in combinations(sides, 2))


def _differing(pairs: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of figures labelled as different; what differs from a number differs from its repetitions."""
    group = _again(pairs)
    for pair in pairs:
        if set(pair["is"].split(" or ")) & {*AGAINST, "corrects"}:
            yield from ((a, b) for a in group[pair["a"]] for b in group[pair["b"]])


def _against(gold: Gold, weighed: Weighed, made: Score) -> None:
    wanted = []
    looks = []
    for cluster in gold.clusters:
        labels = cluster["labels"]
        wanted += [(gold.spot(p["a"]), gold.spot(p["b"]), f"{p['a']} | {p['b']}") for p in labels["against"]]
        wanted += [(gold.spot(a), gold.spot(b), "") for a, b in _differing(labels["figures"])]
        looks += [tuple(gold.spot(m) for m in pair) for pair in labels["told"]]
    found: set[str] = set()
    for reason, claims in _opposed(weighed):
        spots = _sentences(weighed, claims)
        hits = ((_touches(a, spots), _touches(b, spots), told) for a, b, told in wanted)
        fits = [told for first, second, told in hits if (first and second) or (reason.startswith("retracted") and (first or second))]
        found.update(fits)
        made.reported[not fits] += 1
        if not fits:
            made.notes.append(f"reported FALSE: {reason}: {' | '.join(c.evidence[0].exact for c in claims[:3])}")
    lists = [[_sentences(weighed, [c]) for c in claims] for _, claims in _opposed(weighed) if len(claims) > 1]
    made.told = len(looks)
    made.told_wrongly = sum(any(_are_two_of(a, b, sides) for sides in lists) for a, b in looks)
    named = [told for _, _, told in wanted if told]
    made.against = [sum(t in found for t in named), sum(t not in found for t in named)]
    made.notes += [f"against missed: {t}" for t in named if t not in found]
