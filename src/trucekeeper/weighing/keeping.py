"""What is worked out once, when a document has arrived: its print and its copies, the names in it and the short forms that it defines.

Each document is taken in with its own transaction, in which it leaves the list of those still pending: whatever kills the program, nothing is half done,
and the next run goes on. What is kept is a function of the documents and claims alone, not of the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.record import Kept, Record
from trucekeeper.record.kept import Mentions, Pair
from trucekeeper.weighing.copies import CROWD, MONTH, compare, day_of, paragraph_keys, print_of
from trucekeeper.weighing.entities import actors_of, blocks_of, is_known
from trucekeeper.weighing.short_forms import short_forms_in

TOGETHER = 32  # documents taken in by one transaction
FOREVER = 4_000_000  # days


def keep_up(record: Record) -> int:
    """Take in all readings that are still pending; how many they were."""
    done = 0
    while True:
        with record.weighing() as kept:
            numbers = kept.pending(TOGETHER)
            for no in numbers:
                take_in(kept, no)
        done += len(numbers)
        if len(numbers) < TOGETHER:
            return done


def take_in(kept: Kept, no: int) -> None:
    """Work out what is kept of one document, in place of what was kept of an earlier reading."""
    document, claims = kept.reading(no)
    print_ = _copies(kept, document)
    before, now = kept.mentions(no), mentions(claims)
    kept.put_mentions({key: now.get(key, 0) - before.get(key, 0) for key in {*now, *before}})
    kept.put_blocks((block, actor) for actor, label, _ in now for block in blocks_of(label))
    kept.put_short_forms(short_forms_in(document.text))
    kept.done(no, day_of(document), print_, now)


def mentions(claims: Iterable[Claim]) -> Mentions:
    """How many claims name whom by which full name."""
    return dict(Counter((actor.key, actor.label, int(is_known(actor))) for claim in claims for actor in set(actors_of(claim))))


def _copies(kept: Kept, document: Document) -> int | None:
    """The document's print, with the copies of its text that the record holds put down, unless they stand there already."""
    made, day = print_of(document.text), day_of(document)
    if made is None or kept.stands(made.id, day):
        return made.id if made else None
    first, last = (day - MONTH, day + MONTH) if day else (0, FOREVER)
    alike = kept.holders(made.bands, first, last)
    alone = kept.holders(kept.uncrowded(made.paragraphs, CROWD), first, last)
    pairs = (_pair(kept, document.text, made.id, other, by_words=other in alike) for other in sorted((alike | alone) - {made.id}))
    kept.put_copies(pair for pair in pairs if pair is not None)
    kept.put_keys((*made.bands, *made.paragraphs), day, made.id)
    return made.id


def _pair(kept: Kept, text: str, own: int, other: int, *, by_words: bool) -> Pair | None:
    other_text = kept.text(other)
    shared = compare(text, other_text)
    if shared is None:
        return None
    first, second = sorted((own, other))
    paragraphs = None if by_words else tuple(sorted(paragraph_keys(text) & paragraph_keys(other_text)))
    return Pair(first, second, shared.relation, shared.shared, shared.jaccard, shared.held, paragraphs)
