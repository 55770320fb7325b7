"""The tables, as SQLAlchemy sees them. What makes them in a file is `migrations/`; a test compares the two."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("no", Integer, primary_key=True),  # of the full-text index; says nothing but the order of arrival
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("outlet", Text),
    Column("agencies", JSON, nullable=False),
    Column("title", Text),
    Column("dateline", Text),
    Column("url", Text),
    Column("published", Text),
    Column("published_range", JSON(none_as_null=True)),
    Column("published_reasons", JSON, nullable=False),
    Column("language", Text),
    Column("origin", Text),
    Column("learnt", Text, nullable=False),
)

# A row is a claim as one reading gave it. A later reading of the same document ends rows (`dropped`) and adds rows; none is changed or deleted.
claims = Table(
    "claims",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("asserter", Text),
    Column("party", Text),
    Column("actors", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("measure", Text),
    Column("issue", Text),
    Column("act", Text),
    Column("status", Text),
    Column("said_earliest", Text),
    Column("said_latest", Text),
    Column("about_earliest", Text),
    Column("about_latest", Text),
    Column("confidence", Float, nullable=False),
    Column("learnt", Text, nullable=False),
    Column("dropped", Text),
    Column("row", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("other", Text),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("correction", JSON(none_as_null=True)),
    Column("reason", Text),
)
