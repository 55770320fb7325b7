"""The timeline: what happened, is planned, proposed, demanded, threatened, conditional or denied, told apart in words and signs; and who moved when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from trucekeeper.model.claims import Event, Status
from trucekeeper.model.time import Time
from trucekeeper.views.chart import LaneChart, LaneMark, lane_chart
from trucekeeper.views.cite import Cite, cite_of, in_words, voices
from trucekeeper.views.extent import left_out
from trucekeeper.views.shortened import shortened
from trucekeeper.views.statuses import ACCUSED, MARKS, mark_of
from trucekeeper.weighing.denials import OF_SPEECH
from trucekeeper.weighing.happenings import Happening, first_told
from trucekeeper.weighing.kinds import is_hostile
from trucekeeper.weighing.scene import narrow
from trucekeeper.weighing.stances import Move, Stand, each_once
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, said_words, time_words


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event, with all its tellings.

    `when` is its time or, where the words give none, the day of the first report of it. `status` is that of the telling shown; where another denies it,
    or tells it as an accusation, `word` and `symbol` say both.
    `differences` are what else the tellings do not agree in.
    """

    when: str
    dated: bool
    status: Status
    symbol: str
    word: str
    what: str
    by: str
    cites: tuple[Cite, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A party that took another stance on an issue: `when` it was said, in which words, after which other ones, each with whose word it is."""

    when: str
    party: str
    issue: str
    before: str
    after: str
    before_by: str
    after_by: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    status: Status
    symbol: str
    word: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`rows` in order of time, those without a date last, by the day of the report; `legend` the statuses with how many rows each has; `moves` the positions
    that changed.

    `left_out` says what of a large record was not weighed for it.
    """

    rows: tuple[TimelineRow, ...]
    legend: tuple[StatusCount, ...]
    chart: LaneChart | None
    rejected: int
    left_out: str = ""
    moves: tuple[MoveRow, ...] = ()

    @property
    def cites(self) -> list[Cite]:
        return [c for r in self.rows for c in r.cites] + [c for m in self.moves for c in m.cites]


def build(weighed: Weighed, first: date | None = None, last: date | None = None) -> TimelinePage:
    """All events of a record, each once, and the positions that moved; with days, those that may be of these days, both included."""
    found = sorted((h for h in weighed.happenings if _of_days(weighed, h, first, last)), key=lambda h: _order(weighed, h))
    rows = tuple(_row(weighed, h) for h in found)
    counts = Counter(mark_of(_shown(weighed, h)) for h in found)
    legend = tuple(StatusCount(m.status, m.symbol, m.word, m.meaning, counts[m]) for m in MARKS if counts[m])
    told = zip(found, rows, strict=True)
    marks = [LaneMark(day, mark_of(_shown(weighed, h)), f"{r.when}: {r.word}: {r.what}", r.cites[0].claim) for h, r in told if (day := _step(weighed, h))]
    left = left_out(weighed.extent, chosen="those of the latest events", more="Other days: --since and --until.")
    return TimelinePage(rows, legend, lane_chart(marks), sum(isinstance(c, Event) for c in weighed.judged.rejected), left, _moves(weighed, first, last))


def _moves(weighed: Weighed, first: date | None, last: date | None) -> tuple[MoveRow, ...]:
    """Who moved, on what, when and by which words, in order of time; with days, the moves made on these."""
    found = [(m, s) for s in weighed.stands for m in each_once(s.moves) if _is_within(m.after.said, first, last)]
    found.sort(key=lambda f: ((f[0].after.said.latest or "") if f[0].after.said else "", f[1].party, f[0].after.id))
    return tuple(_move(weighed, move, stand) for move, stand in found)


def _move(weighed: Weighed, move: Move, stand: Stand) -> MoveRow:
    before, after = move.before, move.after
    return MoveRow(
        when=said_words(after.said, unknown="not dated"),
        party=stand.party,
        issue=stand.issue.replace("_", " "),
        before=f"{before.held} “{shortened(before.content)}” ({said_words(before.said, unknown='not dated')})",
        after=f"{after.held} “{shortened(after.content)}”",
        before_by=voices(weighed, [before]),
        after_by=voices(weighed, [after]),
        cites=(cite_of(after), cite_of(before)),
    )


def _of_days(weighed: Weighed, happening: Happening, first: date | None, last: date | None) -> bool:
    return _is_within(_when(weighed, happening), first, last)


def _is_within(when: Time | None, first: date | None, last: date | None) -> bool:
    """May it be of these days? What is told of more than some weeks is where it begins: what a war since 2023 has done is not of this month."""
    if first is None and last is None:
        return True
    if when is None or not when.overlaps(Time(first.isoformat() if first else None, last.isoformat() if last else None)):
        return False
    begins, ends = when.first_day, when.last_day
    return (
        narrow(when) or (begins is not None and (first is None or begins >= first)) or (begins is None and ends is not None and (last is None or ends <= last))
    )


def _shown(weighed: Weighed, happening: Happening) -> Event:
    """The telling that stands for the event: the newest of those that tell the furthest stage of it, the one that knows most first."""
    stage = {"happened": 3, "ongoing": 2, "denied": 1}
    furthest = max(stage.get(t.status, 1) for t in happening.tellings)
    held = [t for t in first_told(happening, weighed.scene) if stage.get(t.status, 1) == furthest]
    when = weighed.scene.when
    return max(held, key=lambda e: (mark_of(e) is not ACCUSED, when(e) is not None, len(e.actors) + len(e.recipients), e.confidence))  # the first told


def _when(weighed: Weighed, happening: Happening) -> Time | None:
    shown, times = _shown(weighed, happening), (weighed.scene.when(t) for t in first_told(happening, weighed.scene))
    about = weighed.scene.when(shown) or next((t for t in times if t and not _is_ahead(t, shown)), None)
    return about if about and (about.earliest or about.latest) else None


def _is_ahead(time: Time, shown: Event) -> bool:
    """Does a time begin after somebody told the event as done? What another planned for then is not when it was."""
    said = shown.said.last_day if shown.said is not None else None
    return shown.status in ("happened", "ongoing") and said is not None and time.first_day is not None and time.first_day > said


def _day(weighed: Weighed, happening: Happening) -> str | None:
    when = _when(weighed, happening)
    return ((when.earliest or when.latest) if when else None) or None


def _step(weighed: Weighed, happening: Happening) -> str | None:
    """The day, month or year that the event may be drawn at: nothing finer than its words allow."""
    when = _when(weighed, happening)
    if when is None or not when.earliest or not when.latest:
        return None
    first, last = when.earliest, when.latest
    whole_year = first[4:10] == "-01-01" and last[4:10] == "-12-31"
    return first[:10] if first[:10] == last[:10] else first[: 4 if whole_year else 7]


def _order(weighed: Weighed, happening: Happening) -> tuple[str, str, str, int, str]:
    when, shown = _when(weighed, happening), _shown(weighed, happening)
    last = (when.latest or "") if when else _reported(weighed, happening)
    return _day(weighed, happening) or "~", last, "" if when else shown.document, shown.evidence[0].start, happening.key


def _reported(weighed: Weighed, happening: Happening) -> str:
    """The day of the first report of it."""
    days = {document.published[:10] for t in happening.tellings if (document := weighed.document_of(t)) is not None and document.published}
    return min(days, default="")


def _row(weighed: Weighed, happening: Happening) -> TimelineRow:
    shown, when = _shown(weighed, happening), _when(weighed, happening)
    against = (t for t in happening.tellings if (t.status == "denied" and t.type not in OF_SPEECH) or (mark_of(t) is ACCUSED and is_hostile(t)))
    marks = list(dict.fromkeys(mark_of(t) for t in (shown, *against)))
    cites = tuple(cite_of(t) for t in (shown, *(t for t in happening.tellings if t.id != shown.id)))
    return TimelineRow(
        when=time_words(when) if when is not None else f"reported {day_words(day)}" if (day := _reported(weighed, happening)) else "not dated",
        dated=when is not None,
        status=shown.status,
        symbol="".join(m.symbol for m in marks),
        word=", ".join(m.word for m in marks),
        what=in_words(weighed, shown, 160),
        by=voices(weighed, (shown, *(t for t in happening.tellings if mark_of(t) in marks))),  # who only planned it does not vouch for it
        cites=cites,
        differences=happening.differences,
    )
