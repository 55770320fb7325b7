"""Every field of an agreement file says what it means, and its example is one that the file would take."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from trucekeeper.agreement import schema
from trucekeeper.agreement.checks import faults
from trucekeeper.agreement.file import parse
from trucekeeper.agreement.schema import AgreementFile, AnchorLine, PlainLine, json_schema

PAGE = Path(__file__).parents[2] / "docs" / "agreement-file.md"
GUIDE = PAGE.with_name("agreements.md")
LINES = sorted(
    {kind for kind in vars(schema).values() if isinstance(kind, type) and issubclass(kind, PlainLine) and kind is not PlainLine}, key=lambda k: k.__name__
)
FIELDS = [pytest.param(line, name, id=f"{line.__name__}.{name}") for line in LINES for name in line.model_fields]


def holds_lines(kind: Any) -> bool:
    return any(line.__name__ in repr(kind) for line in LINES if line.__name__ != "ActorLine")


@pytest.mark.parametrize(("line", "name"), FIELDS)
def test_a_field_says_what_it_means(line: type[BaseModel], name: str) -> None:
    field = line.model_fields[name]
    assert field.description
    assert bool(field.examples) != holds_lines(field.annotation)  # what is a line of its own is shown where that line is
    needed = {key: f.examples[0] for key, f in line.model_fields.items() if f.is_required() and f.examples}
    for example in field.examples or ():
        assert name in line.model_validate({**needed, name: example}).model_fields_set


def test_numbers_and_lengths_have_units() -> None:
    shapes = [json_schema(), *json_schema()["$defs"].values()]
    without = [
        f"{shape['title']}.{name}"
        for shape in shapes
        for name, field in shape["properties"].items()
        if "unit" not in field and any(f.get("type") == "number" or f.get("format") == "length" for f in (field, *field.get("anyOf", ())))
    ]
    assert without == []


def test_the_page_has_every_field_and_its_links_lead_somewhere() -> None:
    text = PAGE.read_text("utf-8")
    assert [f"{line.__name__}.{name}" for line in LINES for name in line.model_fields if line.__name__ != "ActorLine" and f"`{name}`" not in text] == []
    headings = {"#" + re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in re.findall(r"^## (.+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\((#[^)]+)\)", text)) <= headings
    assert len(headings) >= len(AgreementFile.model_fields) - 8


def test_what_the_guide_shows_can_be_written() -> None:
    text = GUIDE.read_text("utf-8")
    blocks = re.findall(r"```yaml\n(.+?)```", text, re.DOTALL)
    assert blocks
    for block in blocks:
        assert list(faults(parse(f"name: x\n{block}", where="guide"))) == []
    anchors = re.findall(r"^\| .+ \| `(\{kind: .+\})`", text, re.MULTILINE)
    assert len(anchors) > 5
    for written in anchors:
        made = AnchorLine.model_validate(dict(part.split(": ", 1) for part in written.strip("{}").replace("'", "").split(", ")))
        assert made.reference
