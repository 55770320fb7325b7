"""News of words: what stands against each other, positions that moved or are new, and who said what."""

from __future__ import annotations

from collections import defaultdict

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.views.board import DISPUTE_LABELS
from trucekeeper.views.news_rows import NewsRow, NewsSection, cites_of, published, quoted, row_of, told
from trucekeeper.weighing.news import News
from trucekeeper.weighing.origins import is_named
from trucekeeper.weighing.stances import Move, Stand, distinct, each_once
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import count_words

PLAIN = "statement"  # a speech act that says no more than that something was said
QUOTED = 3  # statements of one speaker told in full


def against(news: News) -> NewsSection:
    """Denials, things taken back, blame in both directions, and words that differ."""
    known, rows = news.weighed, []
    for dispute in known.disputes:
        if any(news.is_new(c) for c in dispute.claims):
            words = list(dict.fromkeys(quoted(c.evidence[0].exact, 100) for c in dispute.claims))[:2]
            rows.append(row_of(known, DISPUTE_LABELS[dispute.kind], f"{dispute.reason}: {'; '.join(words)}", dispute.claims))
    return NewsSection("against", "Denied, taken back or told otherwise", tuple(rows))


def positions(news: News) -> NewsSection:
    """Who moved, on what, by which words; then what a party says for the first time."""
    known = news.weighed
    moved: list[NewsRow] = []
    first: list[NewsRow] = []
    for stand in known.stands:
        moves = [m for m in stand.moves if news.is_new(m.after)]
        moved.extend(_moved(known, stand, m) for m in each_once(moves))
        gone = {m.after.id for m in moves}
        for pile in distinct(stand.positions):
            if all(not news.is_old(p) for p in pile) and any(p.id in news.claims for p in pile) and not gone & {p.id for p in pile}:
                first.append(_first(known, stand, pile))
    return NewsSection("positions", "Positions", (*moved, *first))


def _moved(known: Weighed, stand: Stand, move: Move) -> NewsRow:
    text = f"{_matter(stand)}: {move.after.held} {quoted(move.after.content)}"
    before = f"before: {move.before.held} {quoted(move.before.content)} - {told(known, [move.before])}"
    return NewsRow("moved", text, told(known, [move.after]), (before,), cites_of(known, (move.after, move.before)))


def _first(known: Weighed, stand: Stand, pile: tuple[Position, ...]) -> NewsRow:
    return row_of(known, pile[-1].held, f"{_matter(stand)}: {quoted(pile[-1].content)}", reversed(pile))


def _matter(stand: Stand) -> str:
    return f"{stand.party} on {stand.issue.replace('_', ' ')}"


def statements(news: News) -> NewsSection:
    """Statements by speaker, without those whose matter is told above as a claim of the speaker's own; who says most comes first."""
    known = news.weighed
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for statement in known.of_kind(Statement):
        if statement.id in news.claims and not _is_told_as(statement, known.claims_of.get(statement.document, [])):
            by_speaker[known.who.entity_of(statement.speaker) if statement.speaker else ""].append(statement)
    piles = sorted(by_speaker.values(), key=lambda p: (p[0].speaker is None or not is_named(p[0].speaker), -len(p), p[0].id))
    return NewsSection("statements", "Said", tuple(_speaker(known, pile) for pile in piles))


def _is_told_as(statement: Statement, claims: list[Claim]) -> bool:
    """Is there a claim of another kind inside the words of a statement?"""
    return any(isinstance(c, Event | Figure | Position | Provision) and statement.evidence[0].covers(c.evidence[0]) for c in claims)


def _speaker(known: Weighed, pile: list[Statement]) -> NewsRow:
    speaker = pile[0].speaker
    name = known.who.label_of(speaker) if speaker and is_named(speaker) else "speaker not named"
    told_, more = pile[:QUOTED], len(pile) - QUOTED
    lines = [f"{f'{s.act}: ' if s.act not in (None, PLAIN) else ''}{quoted(s.content)}" for s in told_]
    detail = [f"{line} - {published(known, s)}" for line, s in zip(lines[1:], told_[1:], strict=True)]
    if more > 0:
        detail.append(f"and {count_words(more, 'more statement')}")
    return NewsRow(name, lines[0], told(known, pile), tuple(detail), cites_of(known, pile))
