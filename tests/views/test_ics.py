"""The .ics file against RFC 5545 and what Outlook, Google and Apple ask of one beyond it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from trucekeeper.model.errors import NotFound
from trucekeeper.views.calendar import CalendarPage, CalendarRow, to_ics
from trucekeeper.views.cite import Cite

WORDS = "Übergabe von „Gefangenen“, Zelte; Ziegel \\ Mörtel – 交换十二名被扣押者、并移交遗体、由联合观察组在北岸监督 " * 4  # what must be escaped and folded


def row(uid: str, first: str, last: str, what: str = "release 30 detainees", ground: str = "by the dates", words: str = "as agreed") -> CalendarRow:
    cite = Cite(f"c-{uid}", "d", 0, len(words), words)
    return CalendarRow(f"{uid}@trucekeeper", "some day", first, last, what, "Tarn Council", ground, "signature + 21 days", (cite,))


PAGE = CalendarPage(
    "The Tarn Accord, as amended", "2032-02-08", "2033-02-08",
    (
        row("a", "2032-02-14", "2032-02-14"), row("b", "", "2032-02-22", WORDS), row("c", "2032-03-01", "2032-03-05", ground="said to come"),
        row("d", "2032-03-31", "2032-04-01"), row("e", "2032-02-10", "2032-02-29", words="bell\x07 and\x0b tab\tand\r\nline"), row("f", "2032-05-01", ""),
    ),
    (),
)  # fmt: skip


def lines(page: CalendarPage = PAGE) -> list[bytes]:
    return to_ics(page).split(b"\r\n")


def events(page: CalendarPage = PAGE) -> dict[str, tuple[date, date]]:
    return {str(e["uid"]).partition("@")[0]: (e["dtstart"].dt, e["dtend"].dt) for e in Calendar.from_ical(to_ics(page)).walk("VEVENT")}


def test_lines_end_in_crlf_and_are_folded_at_75_octets_between_characters() -> None:
    made = to_ics(PAGE)
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert made.count(b"\n") == made.count(b"\r\n") == made.count(b"\r")
    assert all(len(line) <= 75 for line in lines())
    assert all(line.decode("utf-8") is not None for line in lines())  # a fold inside a character is no UTF-8 on either side
    assert any(line.startswith(b" ") for line in lines())


def test_no_control_characters() -> None:
    assert not [c for line in lines() for c in line.decode("utf-8") if c < " " and c != "\t"]


def test_the_library_reads_it_back_without_errors() -> None:
    (made,) = Calendar.from_ical(to_ics(PAGE), multiple=True)
    found = made.walk("VEVENT")
    assert [e.errors for e in (made, *found)] == [[]] * (len(PAGE.rows) + 1)
    assert next(str(e["summary"]) for e in found if str(e["uid"]).startswith("b")).startswith("Übergabe von „Gefangenen“, Zelte; Ziegel \\ Mörtel – 交换")
    assert all("Who: Tarn Council" in str(e["description"]) for e in found)


def test_whole_days_need_no_time_zone() -> None:
    """DATE values, the end being the day after the last; Outlook and Apple would move a DATE-TIME without a zone."""
    assert not [line for line in lines() if line.startswith((b"BEGIN:VTIMEZONE", b"DTSTART:", b"DTEND:")) or b"TZID" in line]
    assert all(type(first) is date and type(after) is date and after > first for first, after in events().values())
    assert events() == {
        "a": (date(2032, 2, 14), date(2032, 2, 15)),
        "b": (date(2032, 2, 22), date(2032, 2, 23)),  # of a window its last day
        "c": (date(2032, 3, 1), date(2032, 3, 6)),  # of a plan all its days
        "d": (date(2032, 3, 31), date(2032, 4, 2)),  # "a month from 29 February" that can be two days is both
        "e": (date(2032, 2, 29), date(2032, 3, 1)),
        "f": (date(2032, 5, 1), date(2032, 5, 2)),
    }


def test_what_each_event_must_have() -> None:
    """RFC 5545 asks for UID and DTSTAMP (in UTC), and for PRODID and VERSION once; Google merges events of one UID."""
    made = Calendar.from_ical(to_ics(PAGE))
    found = made.walk("VEVENT")
    assert len({str(e["uid"]) for e in found}) == len(PAGE.rows)
    assert all(e["dtstamp"].dt == datetime(2032, 2, 8, tzinfo=UTC) for e in found)
    assert (str(made["version"]), str(made["method"]), bool(made["prodid"])) == ("2.0", "PUBLISH", True)
    assert {str(e["status"]) for e in found} == {"CONFIRMED", "TENTATIVE"}
    assert {str(e["transp"]) for e in found} == {"TRANSPARENT"}  # marks nobody's day as busy


def test_the_same_page_gives_the_same_bytes_and_a_later_one_a_higher_sequence() -> None:
    assert to_ics(PAGE) == to_ics(PAGE)
    later = CalendarPage(PAGE.name, (date.fromisoformat(PAGE.on) + timedelta(days=1)).isoformat(), PAGE.until, PAGE.rows, ())
    numbers = [int(Calendar.from_ical(to_ics(p)).walk("VEVENT")[0]["sequence"]) for p in (PAGE, later)]
    assert numbers[1] == numbers[0] + 1 > 0


def test_an_empty_calendar_is_none() -> None:
    with pytest.raises(NotFound, match="nothing falls due from 8 February 2032 to 8 February 2033"):
        to_ics(CalendarPage("x", "2032-02-08", "2033-02-08", (), ()))
