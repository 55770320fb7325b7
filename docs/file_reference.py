"""The reference page of agreement files, made from their published JSON Schema."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML

from trucekeeper.agreement.schema import SECTIONS, Drafted, json_schema

Node = dict[str, Any]
FORMATS = {"days": "[day or days](#days-lengths-and-names)", "length": "[length](#days-lengths-and-names)"}
PLAIN = {"string": "words", "number": "number", "integer": "whole number", "boolean": "true or false"}
HEAD = """\
# The agreement file

Made from the file's JSON Schema by `docs/reference.py`; `truce state --schema` prints the schema itself, for editors that check YAML while it is written.
[Agreements](agreements.md) tells how to code one.

A field in **bold** must be there; all others may be left out. Where the words of an agreement do not tell a thing, write `?` and the reason under `unknown`,
or leave the field out: both mean "not stated", and nothing is ever made up for it.

## Days, lengths and names

- **Day or days**: an ISO day (`2032-03-01`); the days from first to last, both included (`2032-03-01/2032-03-05`); one side open (`/2032-03-05` is "by
  5 March", `2032-03-01/` "from 1 March on"); or `?`.
- **Length**: an ISO 8601 duration (`P42D`, `P6W`, `P3M`, `P1Y`, `PT72H`); or `?`. Days and weeks are calendar days. A month is a calendar month: where
  the month reached is too short (31 January and one month), the result is its last day to the first of the next, and never one of the two.
- **Id**: a short name of your own, unique in the file. Put numbers with a point in quotes (`'2.10'`), or YAML reads 2.1.
- **Name**: the name alone (`Tarn Council`), or with the actor's id in the record (`{name: Tarn Council, id: tarn-council}`).
"""


EVERY = "Every line"


def page() -> str:
    """The whole page, in Markdown."""
    schema = json_schema()
    shapes: dict[str, Node] = schema["$defs"]
    titles = {name: title_of(name, schema) for name in shapes}
    every = Drafted.model_json_schema(ref_template="#/$defs/{model}")
    parts = [HEAD, section("The file", schema, titles), section(EVERY, every, titles)]
    for name in in_order(schema):
        shape = shapes[name]
        own = {
            key: field
            for key, field in shape["properties"].items()
            if key not in every["properties"] or not set(every["properties"]) <= set(shape["properties"])
        }
        more = "" if own == shape["properties"] else f" It may also carry [what every line may]({link(EVERY)})."
        parts.append(section(titles[name], {**shape, "properties": own, "description": shape["description"] + more}, titles))
    return "\n".join(parts)


def title_of(name: str, schema: Node) -> str:
    """ "TermLine" is "Term", with the section of the file that holds it."""
    held = next((s for s in SECTIONS.values() if name in repr(schema["properties"][s])), None)
    word = name.removesuffix("Line")
    return f"{word} (`{held}`)" if held else word


def in_order(schema: Node) -> list[str]:
    """Shapes in the order in which the file speaks of them: its sections, then what their lines hold."""
    found: dict[str, None] = {}
    waiting = [schema]
    while waiting:
        inside = [name for name in refs(waiting.pop(0)["properties"]) if name not in found]
        found.update(dict.fromkeys(inside))
        waiting += [schema["$defs"][name] for name in dict.fromkeys(inside)]
    return list(found)


def refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for value in node.values():
            yield from refs(value)
    elif isinstance(node, list):
        for value in node:
            yield from refs(value)


def section(title: str, shape: Node, titles: dict[str, str]) -> str:
    rows = ["| field | type | meaning | unit | example |", "| --- | --- | --- | --- | --- |"]
    for name, field in shape["properties"].items():
        shown = f"**`{name}`**" if name in shape.get("required", ()) else f"`{name}`"
        cells = (shown, type_of(field, titles), meaning(field), field.get("unit", ""), example(field))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([f"## {title}\n", f"{shape['description']}\n", *rows, ""])


def meaning(field: Node) -> str:
    default = field.get("default")
    told = f"; if left out: `{default}`" if default not in (None, "", []) else ""
    return field["description"] + told


def type_of(field: Node, titles: dict[str, str]) -> str:
    """The type in words; `null` is only that a field may be left out."""
    if "anyOf" in field:
        kinds = [f for f in field["anyOf"] if f.get("type") != "null"]
        if any(f.get("$ref", "").endswith("/ActorLine") for f in kinds):
            return "[name](#days-lengths-and-names)"
        return " or ".join(type_of(f, titles) for f in kinds)
    if "$ref" in field:
        title = titles[field["$ref"].rpartition("/")[2]]
        return f"[{title.partition(' ')[0].lower()}]({link(title)})"
    if "enum" in field or "const" in field:
        return ", ".join(f"`{v}`" for v in field.get("enum", [field.get("const")]))
    if field.get("type") == "array":
        return f"list: {type_of(field['items'], titles)}"
    if field.get("type") == "object":
        return "words by field"
    if isinstance(field.get("type"), list):
        return "[id](#days-lengths-and-names)"
    return FORMATS.get(field.get("format", ""), PLAIN[field["type"]])


def link(title: str) -> str:
    """To a heading of the page, as GitHub and MyST name it."""
    return "#" + "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c in "-_")


def example(field: Node) -> str:
    """As the file would hold it, on one line."""
    if "examples" not in field:
        return ""
    if "days" in (f.get("format") for f in (field, *field.get("anyOf", ()))):
        return f"`{field['examples'][0]}`"  # YAML's own dates need no quotes
    writer, out = YAML(typ="safe"), io.StringIO()
    writer.default_flow_style, writer.width = True, 1000
    writer.dump(field["examples"][0], out)
    return f"`{out.getvalue().removesuffix('...' + chr(10)).strip()}`"
