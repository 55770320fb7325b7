"""Full text over documents and claims. A query is words that must all occur, "phrases in quotes" and beginnings (hostag*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any, Literal

from trucekeeper.model.claims import KINDS
from trucekeeper.model.errors import UsageError
from trucekeeper.record.spellings import spellings

DOCUMENT = "document"
MENTIONS = ("time", "place")  # every report is full of them; they are searched when asked for
PARTS = re.compile(r'"([^"]*)"|(\S+)')
BEGIN, END = "\x02", "\x03"  # around what matched, in a snippet
SNIPPET_WORDS = 24
MANY = 4000  # found, from which on the newest come first: to rank them all would take as long as the record is large
ENDINGS = ("ed", "ing", "er", "ies", "ion", "ations", "ement", "ment", "ance", "ence", "able", "ible", "ality", "ivity", "ization", "fulness")
LOOKED_AT = 20_000  # of many found, among which those of a speaker or a time are looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `kind` is a claim's or "document"; `id` its id; `marks` are the spans of `snippet`, in code points, that matched."""

    kind: str
    id: str
    document: str
    document_name: str
    published: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


def search(connection: Connection, query: str, *, kinds: tuple[str, ...], speaker: str | None, since: str | None, until: str | None, limit: int) -> list[Hit]:
    """Claims first, then documents, each best first, or newest first where very many have the words.

    Raises UsageError for a query without a word or a kind that there is not.
    """
    for kind in kinds:
        if kind not in (*KINDS, DOCUMENT):
            raise UsageError(f"no such kind: {kind!r}", mend=f"Kinds are: {DOCUMENT}, {', '.join(KINDS)}.")
    asked = {"query": match_expression(query), "since": since, "until": until, "speaker": f"%{speaker.casefold()}%" if speaker else None, "limit": limit}
    of_claims = tuple(k for k in kinds if k != DOCUMENT) if kinds else tuple(k for k in KINDS if k not in MENTIONS)
    found = _hits(connection, _claims_sql(of_claims), "claims_index", asked) if of_claims else []
    if (not kinds or DOCUMENT in kinds) and speaker is None and len(found) < limit:
        found += _hits(connection, DOCUMENTS_SQL, "documents_index", {**asked, "limit": limit - len(found)})
    return found


def many_found(connection: Connection, index: str, expression: str) -> bool:
    """Have too many rows the words to rank them all?"""
    found = f"SELECT count(*) FROM (SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT {MANY + 1})"
    return int(connection.execute(found, (expression,)).fetchone()[0]) > MANY


def _newest(connection: Connection, index: str, expression: str) -> int:
    """The number from which on the newest rows with the words are looked at."""
    found = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET {LOOKED_AT}"
    row = connection.execute(found, (expression,)).fetchone()
    return int(row[0]) if row else 0


def match_expression(query: str) -> str:
    """The query in FTS5's own language, with all that it would take for an operator between quotes."""
    terms = [_term(phrase or word) for phrase, word in PARTS.findall(query)]
    made = " AND ".join(term for term in terms if term)
    if not made:
        raise UsageError(f"nothing to search for in {query!r}", mend="Give at least one word.")
    return made


def _term(words: str) -> str | None:
    if not re.search(r"\w", words):
        return None
    bare = words.rstrip("*").replace('"', "").replace("\x00", "")
    star = "*" if words.endswith("*") else ""
    asked = [bare, *spellings(bare)[1:]]
    terms = [f'"{spelt}"{star}' for spelt in asked] + [f'"{word}"' for word in (_whole_words(bare) if star else ())]
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _whole_words(beginning: str) -> list[str]:
    """Words with this beginning, by the endings that the index takes off: in it "plotting" is "plot", which does not begin with "plott"."""
    return sorted({beginning + ending[n:] for ending in ENDINGS for n in range(len(ending)) if not n or beginning.endswith(ending[:n])})


# both: either end open; a claim is dated by what it is about, otherwise by when it was said
def _dates(earliest: str, latest: str) -> str:
    return (
        f"(:since IS NULL OR substr(coalesce({latest}, '9999'), 1, 10) >= :since) AND (:until IS NULL OR substr(coalesce({earliest}, '0000'), 1, 10) <= :until)"
    )


def _claims_sql(kinds: Sequence[Literal["statement"] | str]) -> str:
    listed = ", ".join(f"'{kind}'" for kind in kinds)  # of KINDS, checked above
    about = "CASE WHEN coalesce(c.about_earliest, c.about_latest) IS NULL THEN c.said_{0} ELSE c.about_{0} END"
    return f"""SELECT c.kind, c.id, c.document, d.name, d.published, snippet(claims_index, 0, '{BEGIN}', '{END}', '…', {SNIPPET_WORDS}) AS snippet
        FROM claims_index JOIN claims c ON c.no = claims_index.rowid JOIN documents d ON d.id = c.document
        WHERE claims_index MATCH :query AND claims_index.rowid >= :newest AND c.dropped IS NULL AND c.kind IN ({listed})
        AND (:speaker IS NULL OR c.asserter LIKE :speaker OR (c.kind IN ('statement', 'position', 'wording') AND c.party LIKE :speaker)
            OR (c.asserter IS NOT NULL AND c.names LIKE :speaker AND json_extract(c.row, '$.attribution.chain[#-1].resolved') LIKE :speaker))
        AND {_dates(about.format("earliest"), about.format("latest"))}
        ORDER BY {{order}} LIMIT :limit"""


DOCUMENTS_SQL = f"""SELECT 'document' AS kind, d.id, d.id AS document, d.name, d.published,
    snippet(documents_index, -1, '{BEGIN}', '{END}', '…', {SNIPPET_WORDS}) AS snippet
    FROM documents_index JOIN documents d ON d.no = documents_index.rowid
    WHERE documents_index MATCH :query AND documents_index.rowid >= :newest
    AND {_dates("coalesce(d.published, json_extract(d.published_range, '$.earliest'))", "coalesce(d.published, json_extract(d.published_range, '$.latest'))")}
    ORDER BY {{order}} LIMIT :limit"""


def _hits(connection: Connection, sql: str, index: str, asked: dict[str, Any]) -> list[Hit]:
    """The best, or the newest of very many."""
    if many_found(connection, index, asked["query"]):
        order, newest = f"{index}.rowid DESC", _newest(connection, index, asked["query"])
    else:
        order, newest = f"{index}.rank, {'c' if index == 'claims_index' else 'd'}.id", 0
    rows = connection.execute(sql.format(order=order), {**asked, "newest": newest})
    return [Hit(r["kind"], r["id"], r["document"], r["name"], r["published"], *marked(r["snippet"])) for r in rows]


def marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet without its signs, and the spans that stood between them; line ends become spaces."""
    out: list[str] = []
    marks: list[tuple[int, int]] = []
    begun = 0
    for char in snippet:
        if char == BEGIN:
            begun = len(out)
        elif char == END:
            marks.append((begun, len(out)))
        else:
            out.append(" " if char.isspace() else char)
    return "".join(out), tuple(marks)
