"""Tables on a terminal: what room each column gets, how cells are wrapped, and that nothing is lost or taken for markup."""

from __future__ import annotations

import io
from textwrap import wrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from trucekeeper.views.grid import Column, Grid, fitted
from trucekeeper.views.terminal import bullet


def printed(*things: Any, width: int = 40) -> list[str]:
    out = Console(file=io.StringIO(), width=width, highlight=False)
    for thing in things:
        out.print(thing)
    return out.file.getvalue().splitlines()  # type: ignore[attr-defined,no-any-return]


COLUMNS: tuple[Column, ...] = (("When", {"ratio": 1}), ("As", {"min_width": 4}), ("What", {"ratio": 2}))


def test_columns_share_the_room() -> None:
    lines = printed(Grid(COLUMNS, (("1 May", "planned", "the envoys of both sides will meet again in the capital"),)))
    assert lines == [
        "When       As       What",
        "─" * 40,
        "1 May      planned  the envoys of both",
        "                    sides will meet",
        "                    again in the capital",
    ]


def test_widths_in_characters() -> None:
    lines = printed(Grid((("", {"width": 3}), ("What", {"ratio": 1})), (("[1]", "a"), ("[12]", "b"))))
    assert lines[2:] == ["[1]  a", "[12  b", "]"]


@pytest.mark.parametrize("cell", ["[the ministry] said", Text("[the ministry] said"), "漢字の文"], ids=["brackets", "text", "wide"])
def test_nothing_is_lost(cell: str | Text) -> None:
    lines = printed(Grid((("A", {"ratio": 1}), ("B", {"ratio": 1})), ((cell, cell),)), width=24)
    assert "".join(lines[2:]).replace(" ", "").count(str(cell).replace(" ", "")[:2]) == 2
    assert all(Text(line).cell_len <= 24 for line in lines)


def test_styles_and_line_ends_are_kept() -> None:
    cell = Text("bold\nplain")
    cell.stylize("bold", 0, 4)
    out = Console(file=io.StringIO(), width=30, force_terminal=True, color_system="standard")
    out.print(Grid((("A", {"ratio": 1}), ("B", {"ratio": 1})), ((cell, "one\n\ntwo"),)))
    told = out.file.getvalue()  # type: ignore[attr-defined]
    assert "\x1b[1mbold\x1b[0m" in told
    assert [line.split()[-1] for line in told.splitlines()[2:]] == ["one", "plain", "two"]


def test_long_words_are_cut() -> None:
    lines = printed(Grid((("A", {"ratio": 1}),), (("x" * 95,),)), width=40)
    assert [len(line) for line in lines[2:]] == [40, 40, 15]


def test_bullets_hang() -> None:
    out = Console(file=io.StringIO(), width=20, highlight=False)
    bullet(out, "one two three four five", "by [somebody]\nand more")
    assert out.file.getvalue().splitlines() == [" - one two three", "   four five", "   by [somebody]", "   and more"]  # type: ignore[attr-defined]


def test_a_name_that_is_longer_than_its_column_is_broken_at_its_joints() -> None:
    lines = printed(Grid((("Whose", {"width": 14}), ("What", {"ratio": 1})), (("a report (island_post_2031_04), 2 May", "a toll"),)))
    assert [line[:14].rstrip() for line in lines[2:]] == ["a report", "(island_post_", "2031_04), 2", "May"]


@given(st.text(st.sampled_from("ab-. \n\u00a0é"), max_size=80), st.integers(1, 30))
def test_lines_are_those_of_textwrap(text: str, room: int) -> None:
    assert fitted(text, room) == wrap(text, room, break_on_hyphens=False)
