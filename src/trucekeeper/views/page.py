"""The HTML shell of every view: one self-contained file whose cells open the marked words in the documents that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trucekeeper.model.document import Document
from trucekeeper.sources.text import opening
from trucekeeper.views.cite import Cite, outlet_of
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.words import day_words, number_words, time_words, value_words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HEADING = 90  # characters of the line that opens a text, where it has no title


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a document's text under one and the same set of citing claims. `opens` are the claims whose words begin here."""

    text: str
    claims: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a page carries it: its paragraphs, cut where cited words begin and end."""

    id: str
    heading: str
    sha256: str
    detail: str
    url: str | None
    paragraphs: tuple[tuple[Segment, ...], ...]


def _cuts(first: int, last: int, cites: list[Cite]) -> list[int]:
    edges = {first, last}
    for cite in cites:
        edges.update(e for e in (cite.start, cite.end) if first < e < last)
    return sorted(edges)


def _segments(text: str, first: int, last: int, cites: list[Cite], seen: set[str]) -> tuple[Segment, ...]:
    edges = _cuts(first, last, cites)
    made = []
    for start, end in pairwise(edges):
        over = [c.claim for c in cites if c.start <= start and end <= c.end]
        opens = tuple(c for c in dict.fromkeys(over) if c not in seen)
        seen.update(opens)
        made.append(Segment(text[start:end], tuple(dict.fromkeys(over)), opens))
    return tuple(made)


def source_of(document: Document, cites: Iterable[Cite]) -> Source:
    """A document cut into paragraphs and cited runs; cites of other documents are left aside."""
    own = document.id
    main = {c for c in cites if c.document == own}
    other = {Cite(c.claim, c.document, start, end, document.text[start:end]) for c in main for start, end in c.also}
    mine = sorted(main | other, key=lambda c: (c.start, -c.end, c.claim, c.also))
    paragraphs, start, seen = [], 0, set[str]()
    for line in document.text.split("\n"):
        end = start + len(line)
        if line.strip():
            here = [c for c in mine if c.start < end and c.end > start]
            paragraphs.append(_segments(document.text, start, end, here, seen))
        start = end + 1
    heading = document.title or shortened(opening(document.text), HEADING) or outlet_of(document)
    when = day_words(document.published) if document.published else time_words(document.published_range, unknown="date not given")
    parts = [outlet_of(document), when, *([f"carrying {', '.join(document.agencies)}"] if document.agencies else [])]
    return Source(document.id, heading, document.sha256, " · ".join(parts), document.url, tuple(paragraphs))


def link(text: object, cites: Cite | Iterable[Cite] | None) -> Markup:
    """Text as a link to the words that it rests on; more than one cite gives numbered links after it, none gives plain text."""
    from markupsafe import Markup, escape

    found = [cites] if isinstance(cites, Cite) else list(cites or ())
    if not found:
        return escape(str(text))
    first = Markup('<a class="cite" href="#w-{}" title="{}">{}</a>').format(found[0].claim, found[0].exact, str(text))
    return Markup(" ").join([first, *(number(n, c) for n, c in enumerate(found[1:], start=2))])


def number(text: object, cite: Cite) -> Markup:
    """A small numbered link behind a sentence."""
    from markupsafe import Markup

    return Markup('<a class="cite n" href="#w-{}" title="{}">[{}]</a>').format(cite.claim, cite.exact, str(text))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(loader=PackageLoader("trucekeeper.views"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(link=link, number=number)
    made.filters.update(day=day_words, time=time_words, value=value_words, number=number_words)
    return made


@cache
def _asset(name: str) -> str:
    return files("trucekeeper.views").joinpath("templates", name).read_text("utf-8")


def render(template: str, *, page: object, title: str, cites: Iterable[Cite] = (), documents: Mapping[str, Document], **context: Any) -> str:
    """One whole HTML file.

    `template` is a name in `views/templates` that extends `shell.html.j2` and sees `page`, `link(text, cites)` and the keyword context. The
    documents that `cites` name are carried along, whole, with the cited words marked; a cite of a document that is not at hand stays a dead link,
    so callers pass only cites whose documents they have.
    """
    wanted: dict[str, list[Cite]] = {}
    for cite in cites:
        wanted.setdefault(cite.document, []).append(cite)
    ids = sorted((d for d in wanted if d in documents), key=lambda d: (documents[d].published or "", documents[d].name, d))
    sources = [source_of(documents[d], wanted[d]) for d in ids]
    made = _environment().get_template(template)
    return made.render(page=page, title=title, sources=sources, style=_asset("style.css"), script=_asset("open.js"), **context) + "\n"
