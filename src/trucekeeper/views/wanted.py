"""Events that are told better as positions: what is asked for, offered or tied to a condition in the words of a position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trucekeeper.model.claims import Claim, Event, Position
from trucekeeper.model.document import Evidence


def as_positions(claims: Iterable[Claim]) -> set[str]:
    """Ids of such events among the claims."""
    found = list(claims)
    words: dict[str, list[Evidence]] = defaultdict(list)
    for position in (c for c in found if isinstance(c, Position)):
        words[position.document].append(position.evidence[0])
    wanted = (e for e in found if isinstance(e, Event) and e.status in ("demanded", "proposed", "conditional"))
    return {e.id for e in wanted for w in words[e.document] if e.evidence[0].start < w.end and w.start < e.evidence[0].end}
