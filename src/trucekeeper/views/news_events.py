"""News of events: those told for the first time, those whose status is another now, and those that are only told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trucekeeper.model.claims import Event, Position
from trucekeeper.views.board_events import OPEN, SAID, TOLD
from trucekeeper.views.cite import in_words
from trucekeeper.views.news_rows import NewsRow, NewsSection, cites_of, told
from trucekeeper.views.statuses import ACCUSED, mark_of
from trucekeeper.views.wanted import as_positions
from trucekeeper.weighing.happenings import Happening
from trucekeeper.weighing.news import News
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import time_words

TITLES = {"events": "Happened", "ahead": "Planned, threatened, asked for, denied or accused of", "again": "Told again, of what was known before"}


def event_sections(news: News, shown_before: set[str]) -> Iterator[NewsSection]:
    """Events in the order in which they are wanted: what happened, what is to come, what only further reports tell. `shown_before` are ids told elsewhere."""
    disputed = _as_disputes(news.weighed) | shown_before | as_positions([*news.weighed.of_kind(Event), *news.weighed.of_kind(Position)])
    rows: dict[str, list[tuple[tuple[object, ...], Event, NewsRow]]] = {key: [] for key in TITLES}
    for happening in news.weighed.happenings:
        fresh = [t for t in happening.tellings if t.id in news.claims and _is_told(t, disputed)]
        if fresh:
            shown, row = _row(news, happening, fresh)
            earlier = any(news.is_old(t) for t in happening.tellings)
            changed = earlier and mark_of(shown) not in {mark_of(t) for t in happening.tellings if news.is_old(t)}
            key = "again" if earlier and not changed else "events" if _is_done(shown) else "ahead"
            rows[key].append((_order(shown, changed, len(fresh)), shown, row))
    for key, title in TITLES.items():
        kept = _outermost(rows[key])
        if kept:
            yield NewsSection(key, title, tuple(kept))


def _as_disputes(known: Weighed) -> set[str]:
    """Ids of claims that stand against others, and of denied events in the words of these."""
    claims = [c for d in known.disputes for c in d.claims]
    denied = (e for e in known.of_kind(Event) if e.status == "denied")
    inner = {e.id for e in denied for c in claims if c.document == e.document and c.evidence[0].covers(e.evidence[0])}
    return {c.id for c in claims} | inner


def _is_told(telling: Event, disputed: set[str]) -> bool:
    """Acts of words are told as statements, positions and disputes; a threat or a condition is told here."""
    return telling.id not in disputed and (telling.type not in SAID or telling.status in OPEN)


def _is_done(telling: Event) -> bool:
    """Told as having taken place, by others than an accuser."""
    return telling.status in TOLD and mark_of(telling) is not ACCUSED


def _order(shown: Event, changed: bool, tellings: int) -> tuple[object, ...]:
    """What is otherwise than it was, then what most tell, then the newest."""
    day = (shown.about.latest or shown.about.earliest or "")[:10] if shown.about else ""
    return not changed, -tellings, tuple(-ord(c) for c in day), shown.id


def _row(news: News, happening: Happening, fresh: list[Event]) -> tuple[Event, NewsRow]:
    known = news.weighed
    shown = max(fresh, key=lambda e: (_is_done(e), e.about is not None, len(e.actors) + len(e.recipients), e.confidence, e.id))
    earlier = [t for t in happening.tellings if news.is_old(t)]
    before = list(dict.fromkeys(mark_of(t).word for t in earlier))
    word = mark_of(shown).word
    said_again = before == [ACCUSED.word] and shown.attribution.mode != "outlet"  # one more who says so makes an accusation no fact
    label = word if not earlier or word in before or said_again else f"{', '.join(before)}, now {word}"
    when = f"{time_words(shown.about)}: " if shown.about else ""
    ordered = [shown, *(t for t in fresh if t.id != shown.id), *earlier]
    detail = [f"first told by {told(known, earlier[:1])}"] if earlier else []
    words = in_words(known, shown, 140)
    text = f"{when}{_who(known, shown, words)}{words}"
    same = [t for t in fresh if mark_of(t) == mark_of(shown)]  # who only planned it does not vouch for it
    return shown, NewsRow(label, text, told(known, same), (*detail, *happening.differences), cites_of(known, ordered))


def _who(known: Weighed, event: Event, words: str) -> str:
    """Who does it, where the words neither begin with the name nor bring it before the claim's own."""
    lead = words.partition(event.evidence[0].exact[:20])[0] if not words.startswith(event.evidence[0].exact[:20]) else ""
    told = {a for a in event.actors if a.name in lead or event.evidence[0].exact.startswith((a.name, a.label))}
    names = [known.who.label_of(a) for a in event.actors if a not in told]
    return f"{', '.join(dict.fromkeys(names))}: " if names else ""


def _outermost(found: Iterable[tuple[tuple[object, ...], Event, NewsRow]]) -> list[NewsRow]:
    """Without an event in whose words, in one text, another row's already stand."""
    held = sorted(found, key=lambda f: f[0])
    inner = {
        e.id for _, e, _ in held for _, o, _ in held
        if e.id != o.id and e.document == o.document and o.evidence[0].covers(e.evidence[0]) and (not e.evidence[0].covers(o.evidence[0]) or o.id < e.id)
    }  # fmt: skip
    return [row for _, event, row in held if event.id not in inner]
