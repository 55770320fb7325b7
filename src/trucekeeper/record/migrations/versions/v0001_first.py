"""Documents, claims and judgements, with their full-text indexes and what keeps them from being overwritten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Words are stemmed, so that "hostage" finds "hostages"; letters are compared without their marks
TOKENS = "porter unicode61 remove_diacritics 2"

# The first pieces of evidence; SQLite lets no index of a view go through json_each, which would give all
EXACT = "json_extract(row, '$.evidence[{}].exact')"
WORDS = f"coalesce({EXACT.format(0)}, '')" + "".join(f" || coalesce(' … ' || {EXACT.format(n)}, '')" for n in (1, 2, 3))
# Full-text indexes hold no text of their own: each is a function of its table and can be made again from it
INDEXES = (
    f"CREATE VIRTUAL TABLE documents_index USING fts5(title, text, content='documents', content_rowid='no', tokenize='{TOKENS}')",
    f"""CREATE VIEW claims_words AS SELECT no,
        {WORDS} AS words,
        names,
        replace(coalesce(measure, '') || ' ' || coalesce(issue, '') || ' ' || coalesce(act, ''), '_', ' ') AS topics
        FROM claims""",
    f"CREATE VIRTUAL TABLE claims_index USING fts5(words, names, topics, content='claims_words', content_rowid='no', tokenize='{TOKENS}')",
)

KEEPERS = (
    """CREATE TRIGGER documents_stay BEFORE UPDATE OF no, id, name, text, sha256, outlet, url, published, learnt ON documents
        BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END""",
    "CREATE TRIGGER documents_kept BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END",
    """CREATE TRIGGER claims_stay BEFORE UPDATE ON claims WHEN OLD.dropped IS NOT NULL OR NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id
        BEGIN SELECT RAISE(ABORT, 'a claim is only ever dropped'); END""",
    "CREATE TRIGGER claims_kept BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'a claim is never deleted'); END",
    "CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is only ever followed by another'); END",
    "CREATE TRIGGER judgements_kept BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END",
)


def upgrade() -> None:
    _documents()
    _claims()
    _judgements()
    for statement in (*INDEXES, *KEEPERS):
        op.execute(statement)


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("agencies", sa.JSON, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("dateline", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_range", sa.JSON),
        sa.Column("published_reasons", sa.JSON, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("origin", sa.Text),
        sa.Column("learnt", sa.Text, nullable=False),
    )


def _claims() -> None:
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
    op.create_index("claims_standing", "claims", ["id"], unique=True, sqlite_where=sa.text("dropped IS NULL"))
    op.create_index("claims_dropped", "claims", ["id"], sqlite_where=sa.text("dropped IS NOT NULL"))
    op.create_index("claims_by_document", "claims", ["document", "start", "end", "id"])
    op.create_index("claims_by_kind", "claims", ["kind", "document", "start", "end", "id"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("other", sa.Text),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("correction", sa.JSON),
        sa.Column("reason", sa.Text),
    )
    op.create_index("judgements_by_subject", "judgements", ["subject"])
