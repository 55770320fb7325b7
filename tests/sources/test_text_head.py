"""What the head of a plain text says of where it comes from."""

from __future__ import annotations

import pytest

from trucekeeper.sources.text import from_text, head, opening


@pytest.mark.parametrize(
    ("text", "outlet", "published"),
    [
        ("Monitors reach the ridge\nOutlet: Harbour Post\n3 April 2024\n\nThe monitors came on Tuesday.", "Harbour Post", "2024-04-03"),
        ("Situation report\nSource: Joint Aid Office (Orvale)\nPosted: 9 May 2031\n\nRoads are open.", "Joint Aid Office (Orvale)", "2031-05-09"),
        ("source: Lake News Agency\n2031-05-09\nRoads are open.", "Lake News Agency", "2031-05-09"),
        ("Roads are open\nLakes Courier, 3 May 2019\n\nThe roads are open.", "Lakes Courier", "2019-05-03"),
        ("Roads are open\nThe Lakes Mail & Guardian | Fri, May 3, 2019\n\nThe roads are open.", "The Lakes Mail & Guardian", "2019-05-03"),
        ("Roads are open\nRadio Bor - 3 May 2019\nThe roads are open.", "Radio Bor", "2019-05-03"),
        ("Roads are open\nlakes-today.example, 3 May 2019\nThe roads are open.", "lakes-today.example", "2019-05-03"),
        ("Roads are open\nAFP, 3 May 2019\nThe roads are open.", "AFP", "2019-05-03"),
        ("Roads are open\nLakes Gazette / AFP\nDate: 2019-05-03\n\nThe roads are open.", "Lakes Gazette / AFP", "2019-05-03"),
        ("Roads are open\nThe Open Line\n3 May 2019\n\nThe roads are open.", "The Open Line", "2019-05-03"),
        ("Roads are open\nOCHA\n3 May 2019\n\nThe roads are open.", "OCHA", "2019-05-03"),
        ("Roads are open\nMariam Ode\n3 May 2019\n\nThe roads are open.", None, "2019-05-03"),
        ("Roads are open\nBy Ode Bol\n3 May 2019\n\nThe roads are open.", None, "2019-05-03"),
        ("Roads are open\nGENEVA\n3 May 2019\n\nThe roads are open.", None, "2019-05-03"),
        ("Roads are open\nTalks go on\n3 May 2019\n\nThe roads are open.", None, "2019-05-03"),
        ("Roads are open\nPort Bor, 3 May 2019\nThe roads are open.", None, "2019-05-03"),
        ("Roads are open\nUpdated Post, 3 May 2019\nThe roads are open.", None, None),
        ("Roads are open\nLakes Courier, 3 May 2019\nOutlet: Radio Bor\nThe roads are open.", "Radio Bor", "2019-05-03"),
        ("Roads are open\nSource: https://lake.example/roads\nThe roads are open.", None, None),
        ("The ministry has one source: a radio message that nobody else heard on that day.", None, None),
        ("\n".join([*["The talks went on."] * 20, "Source: Harbour Post"]), None, None),
    ],
)
def test_head(text: str, outlet: str | None, published: str | None) -> None:
    found = head(text)
    assert (found.outlet, found.published) == (outlet, published)
    assert from_text(text.encode(), "report.txt") == (text, head(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Monitors reach the ridge\nOutlet: Harbour Post\n3 April 2024\n\nThe monitors came on Tuesday.", "Monitors reach the ridge"),
        ("Roads are open\nAFP, 3 May 2019\nThe roads are open.", "Roads are open"),
        ("Roads are open\nThe Open Line\n3 May 2019\n\nThe roads are open.", "Roads are open"),
        ("source: Lake News Agency\n2031-05-09\nRoads are open.", None),
        ("The roads are open.\nNobody has passed.", None),
    ],
)
def test_the_line_above_outlet_and_day_is_the_title(text: str, title: str | None) -> None:
    assert head(text).title == title


def test_what_opens_a_text_is_neither_its_day_nor_its_outlet() -> None:
    assert opening("March 24, 2024\nOutlet: Radio Bor\n\nTESSIM - The column left.\nIt rained.") == "TESSIM - The column left."
    assert opening("\n\n3 May 2019\n") == ""
