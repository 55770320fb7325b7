"""Rows numbered by day, indexes for what views ask, and the tables that weighing keeps, so that nothing grows with the record but the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from trucekeeper.record.migrations.versions.v0001_first import KEEPERS, TOKENS, WORDS
from trucekeeper.record.numbers import PLACES, wanted_number

revision = "0002"
down_revision = "0001"

CLAIM_COLUMNS = (
    'id, document, kind, start, "end", asserter, party, actors, names, measure, issue, act, status, said_earliest, said_latest, about_earliest, about_latest, '
    "confidence, learnt, dropped, row"
)
# Beside the exact words: whom a claim names, what it is about in the readers' words, and its kind as a word of its own ("figurekind")
TOPICS = ("of", "unit", "toward", "agreement", "phase", "place.name")
TOPIC_WORDS = "".join(f" || ' ' || coalesce(json_extract(row, '$.{name}'), '')" for name in TOPICS)
INDEXES = (
    f"CREATE VIRTUAL TABLE documents_index USING fts5(title, text, content='documents', content_rowid='no', tokenize='{TOKENS}')",
    f"""CREATE VIEW claims_words AS SELECT no,
        {WORDS} AS words,
        names,
        replace(coalesce(measure, '') || ' ' || coalesce(issue, '') || ' ' || coalesce(act, ''), '_', ' '){TOPIC_WORDS} || ' ' || kind || 'kind' AS topics
        FROM claims""",
    f"CREATE VIRTUAL TABLE claims_index USING fts5(words, names, topics, content='claims_words', content_rowid='no', tokenize='{TOKENS}')",
    "INSERT INTO documents_index (documents_index) VALUES ('rebuild')",
    "INSERT INTO claims_index (claims_index) VALUES ('rebuild')",
)
STANDING = {
    "claims_terms": ("kind = 'provision'", ["status", "no"]),
    "claims_positions": ("kind = 'position'", ["party", "issue", "no"]),
    "claims_figures": ("kind = 'figure'", ["measure", "no"]),
    "claims_events": ("kind = 'event'", ["about_earliest", "no"]),
}


def upgrade() -> None:
    connection = op.get_bind()
    for name in ("claims_index", "documents_index"):
        op.execute(f"DROP TABLE {name}")
    op.execute("DROP VIEW claims_words")
    for kind in ("documents_stay", "documents_kept", "claims_stay", "claims_kept", "judgements_stay", "judgements_kept"):
        op.execute(f"DROP TRIGGER {kind}")
    op.add_column("documents", sa.Column("day", sa.Text))
    _documents(connection)
    _claims(connection)
    _kept()
    for statement in (*INDEXES, *KEEPERS):
        op.execute(statement)
    op.execute("INSERT INTO readings (at, document) SELECT DISTINCT learnt, no FROM documents")
    op.execute("INSERT INTO totals (name, count) SELECT 'documents', count(*) FROM documents")
    op.execute("INSERT INTO totals (name, count) SELECT 'claims', count(*) FROM claims WHERE dropped IS NULL")
    op.execute("INSERT INTO pending (document) SELECT no FROM documents")


def _documents(connection: sa.Connection) -> None:
    """New numbers in place, by way of negative ones that nothing has."""
    op.execute("UPDATE documents SET day = substr(coalesce(published, json_extract(published_range, '$.earliest')), 1, 10)")
    op.create_index("documents_by_day", "documents", ["day", "no"])
    op.create_index("documents_by_learnt", "documents", ["learnt"])
    rows = connection.exec_driver_sql("SELECT no, id, day FROM documents ORDER BY id").all()
    taken: set[int] = set()
    connection.exec_driver_sql("UPDATE documents SET no = -no - 1")
    for row in rows:
        number = wanted_number(row.id, row.day)
        while number in taken:
            number += 1
        taken.add(number)
        connection.exec_driver_sql("UPDATE documents SET no = ? WHERE no = ?", (number, -row.no - 1))


def _claims(connection: sa.Connection) -> None:
    for name in ("claims_standing", "claims_dropped", "claims_by_document", "claims_by_kind"):
        op.drop_index(name)
    op.rename_table("claims", "claims_before")
    op.create_table(
        "claims",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("asserter", "party")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("actors", "names")),
        *(sa.Column(name, sa.Text) for name in ("measure", "issue", "act", "status", "said_earliest", "said_latest", "about_earliest", "about_latest")),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("learnt", sa.Text, nullable=False),
        sa.Column("dropped", sa.Text),
        sa.Column("row", sa.Text, nullable=False),
    )
    for before, number in _numbered(connection):
        connection.exec_driver_sql(f"INSERT INTO claims (no, {CLAIM_COLUMNS}) SELECT ?, {CLAIM_COLUMNS} FROM claims_before WHERE no = ?", (number, before))
    op.drop_table("claims_before")
    op.create_index("claims_standing", "claims", ["id"], unique=True, sqlite_where=sa.text("dropped IS NULL"))
    op.create_index("claims_dropped", "claims", ["id"], sqlite_where=sa.text("dropped IS NOT NULL"))
    op.create_index("claims_by_document", "claims", ["document", "start", "end", "id"])
    for name, (kind, columns) in STANDING.items():
        op.create_index(name, "claims", columns, sqlite_where=sa.text(f"{kind} AND dropped IS NULL"))


def _numbered(connection: sa.Connection) -> Iterator[tuple[int, int]]:
    """Old and new numbers of all claims: each document's side by side, in the order in which they came."""
    rows: list[Any] = list(
        connection.exec_driver_sql("SELECT c.no, d.no AS document FROM claims_before c JOIN documents d ON d.id = c.document ORDER BY d.no, c.no")
    )
    held = {row.document for row in rows}
    block, used = -1, 0
    document = None
    for row in rows:
        if row.document != document:
            document, block, used = row.document, row.document, 0
        elif used == 1 << PLACES:
            block, used = block + 1, 0
            while block in held:
                block += 1
        yield row.no, (block << PLACES) + used
        used += 1


def _kept() -> None:
    big = sa.BigInteger
    op.create_table("readings", sa.Column("at", sa.Text, primary_key=True), sa.Column("document", sa.Integer, primary_key=True), sqlite_with_rowid=False)
    op.create_table("totals", sa.Column("name", sa.Text, primary_key=True), sa.Column("count", sa.Integer, nullable=False))
    op.create_table("pending", sa.Column("document", sa.Integer, primary_key=True))
    op.create_table(
        "weighed",
        sa.Column("document", sa.Integer, primary_key=True),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("print", big),
        sa.Column("mentions", sa.Text, nullable=False),
    )
    op.create_index("weighed_by_print", "weighed", ["print"])
    op.create_table(
        "keys",
        sa.Column("key", big, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("print", big, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        sa.Column("first", big, primary_key=True),
        sa.Column("second", big, primary_key=True),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("shared", sa.Integer, nullable=False),
        sa.Column("jaccard", sa.Float, nullable=False),
        sa.Column("held", sa.Float, nullable=False),
        sa.Column("paragraphs", sa.JSON),
        sqlite_with_rowid=False,
    )
    op.create_index("copies_by_second", "copies", ["second"])
    op.create_table(
        "spellings",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("actor", "label")),
        sa.Column("known", sa.Integer, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table("blocks", *(sa.Column(name, sa.Text, primary_key=True) for name in ("block", "actor")), sqlite_with_rowid=False)
    op.create_table("short_forms", *(sa.Column(name, sa.Text, primary_key=True) for name in ("short", "full")), sqlite_with_rowid=False)
    op.create_index("short_forms_by_full", "short_forms", ["full"])
