"""What a sheet tells below its states: what is not known, who reviewed it, which stories several documents run, and what it had no room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from shlex import quote

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.views.cite import outlet_of
from trucekeeper.views.extent import left_out
from trucekeeper.views.sheet_claims import MOST, time_of
from trucekeeper.weighing.copies import Copy
from trucekeeper.weighing.origins import is_agreement_text
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import count_words, day_words, listed

NAMED = 4  # outlets of one story that are named
KINDS: dict[type[Claim], str] = {Provision: "term", Event: "event", Figure: "figure", Position: "position", Statement: "statement"}


def left_out_words(left: Sequence[Claim], topic: str, weighed: Weighed) -> str:
    """What the page had no room for, by kind, with the command that shows it; empty where there is nothing."""
    counts = Counter(KINDS[type(c)] for c in left)
    told = listed([count_words(n, kind) for kind, n in sorted(counts.items())])
    see = f"See them with: truce search RECORD {quote(topic)}"
    part = left_out(weighed.extent, chosen="the newest with these words", more="" if left else see)
    return " ".join(p for p in (part, f"Left out for want of room: {told}. {see}" if left else "") if p)


def unknown(found: Sequence[Claim], weighed: Weighed) -> Iterator[str]:
    """What the record does not tell of the topic. Only what is missing from the words is said, nothing is guessed."""
    yield from _missing("No date of its own", [time_of(c) is None for c in found])
    own_voice = [c.attribution.mode == "outlet" and not is_agreement_text(c) for c in found]
    yield from _missing("No source named, the report says it itself", own_voice)
    provisions = [c for c in found if isinstance(c, Provision)]
    yield from _missing("Who owes it", [not p.obligors for p in provisions], "term")
    yield from _missing("When it is due, in words that fix a day", [p.due is None for p in provisions], "term")
    yield from _missing("Of when the count is", [f.about is None for f in found if isinstance(f, Figure)], "figure")
    plans = [c for c in found if isinstance(c, Event) and c.status in ("planned", "proposed")]
    if plans and not any(isinstance(c, Event) and c.status in ("happened", "ongoing") for c in found):
        yield f"Whether it took place: {count_words(len(plans), 'event')} planned or proposed, none told as having happened."
    yield from _missing("When it was published", [not weighed.documents[d].published for d in {c.document for c in found}], "document")
    yield from _missing("Reviewed by nobody", [c.id not in weighed.judged.reviews for c in found])


def _missing(what: str, holds: Iterable[bool], noun: str = "claim") -> Iterator[str]:
    flags = list(holds)
    if any(flags):
        yield f"{what}: {sum(flags)} of {count_words(len(flags), noun)}."


def reviews(found: Sequence[Claim], weighed: Weighed) -> tuple[str, ...]:
    held = [weighed.judged.reviews[c.id] for c in found if c.id in weighed.judged.reviews]
    told = (f"{day_words(j.at)}: {j.by} {j.verdict}ed {j.subject[:8]}{f' ({j.reason})' if j.reason else ''}" for j in sorted(held, key=lambda j: (j.at, j.id)))
    return tuple(told)


def copies(papers: set[str], weighed: Weighed) -> tuple[str, ...]:
    """Stories that several documents run, a line each; of two documents, and of those that only quote each other, with what they share."""
    stories = sorted({tuple(d for d in weighed.stories[p] if d in papers) for p in papers}, key=lambda s: (-len(s), s))
    pairs = [c for c in weighed.copies if {c.first, c.second} <= papers and (c.relation == "quotes" or (c.first, c.second) in stories)]
    return (*(_story(s, weighed) for s in stories if len(s) > 2), *(_copy(c, weighed) for c in pairs[:MOST]))


def _story(story: tuple[str, ...], weighed: Weighed) -> str:
    outlets = sorted({outlet_of(weighed.documents[d]) for d in story})
    named = outlets if len(outlets) <= NAMED else [*outlets[: NAMED - 1], count_words(len(outlets) - NAMED + 1, "other")]
    return f"{len(story):,} documents run one story: {listed(named)}"


def _copy(copy: Copy, weighed: Weighed) -> str:
    first, second = (outlet_of(weighed.documents[d]) for d in (copy.first, copy.second))
    told = {"exact": "run the same text", "near": "run one story, edited", "cut": "run one story, one of them shorter", "quotes": "share long passages"}
    return f"{first} and {second} {told[copy.relation]}: {copy.reason}"


def what_there_is(weighed: Weighed) -> str:
    issues = {c.issue for c in weighed.claims if isinstance(c, Position) and c.issue}
    measures = {c.measure for c in weighed.claims if isinstance(c, Figure)}
    names = sorted(w.replace("_", " ") for w in issues | measures)
    return f"It knows of: {', '.join(names[:20])}." if names else "It holds no positions and no figures."
