"""The tables, as SQLAlchemy sees them. What makes them in a file is `migrations/`; a test compares the two."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("no", Integer, primary_key=True),  # by day (see numbers.py); of the full-text index too
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
    Column("day", Text),  # the first on which it may have been out
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

# When a document was read, and read again
readings = Table(
    "readings",
    metadata,
    Column("at", Text, primary_key=True),
    Column("document", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# "documents" and standing "claims", so that nobody has to count twenty million rows
totals = Table("totals", metadata, Column("name", Text, primary_key=True), Column("count", Integer, nullable=False))

# Below: what weighing keeps of the documents (weighing/keeping.py). All of it is a function of the documents and their standing claims, and can be made again.

# Documents (by number) whose reading weighing has not taken in yet; written in the transaction that adds the reading
pending = Table("pending", metadata, Column("document", Integer, primary_key=True))

# `print` stands for the words of a text, the same for exact copies; `mentions` is what the document adds to `spellings`
weighed = Table(
    "weighed",
    metadata,
    Column("document", Integer, primary_key=True),
    Column("day", Integer, nullable=False),
    Column("print", BigInteger),
    Column("mentions", Text, nullable=False),
    Index("weighed_by_print", "print"),
)

# Where the near copies of a text are looked for: keys of its sketch and of its long paragraphs. `day` is that of a document with these words, 0 undated
keys = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("print", BigInteger, primary_key=True),
    sqlite_with_rowid=False,
)

# Two texts that share long passages. `paragraphs` are the keys by which alone they were found, null where their sketches are alike
copies = Table(
    "copies",
    metadata,
    Column("first", BigInteger, primary_key=True),
    Column("second", BigInteger, primary_key=True),
    Column("relation", Text, nullable=False),
    Column("shared", Integer, nullable=False),
    Column("jaccard", Float, nullable=False),
    Column("held", Float, nullable=False),
    Column("paragraphs", JSON(none_as_null=True)),
    Index("copies_by_second", "second"),
    sqlite_with_rowid=False,
)

# How often claims name an actor (by key) by which full name; `known` is 1 where the actor stands in the curated list
spellings = Table(
    "spellings",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("label", Text, primary_key=True),
    Column("known", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Names that may be one somebody's stand in one block
blocks = Table("blocks", metadata, Column("block", Text, primary_key=True), Column("actor", Text, primary_key=True), sqlite_with_rowid=False)

# "the Union of Lake Towns (ULT)": short forms that texts define, in lower case
short_forms = Table(
    "short_forms",
    metadata,
    Column("short", Text, primary_key=True),
    Column("full", Text, primary_key=True),
    Index("short_forms_by_full", "full"),
    sqlite_with_rowid=False,
)

# What agreements' runs keep (agreement/keeping.py); it can be made again from documents, claims and the agreement. `print` stands for all that it hangs on
borne_by = Table("borne_by", metadata, Column("agreement", Text, primary_key=True), Column("print", Text, nullable=False), sqlite_with_rowid=False)

# An agreement's file as it was read: `source` stands for its text, `lines` is what it held, as JSON. Reading YAML takes longer than anything else
borne_files = Table(
    "borne_files",
    metadata,
    Column("agreement", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("lines", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Documents (by number) that have not been held against an agreement (by key) yet, or have been read again since
unborne = Table("unborne", metadata, Column("agreement", Text, primary_key=True), Column("document", Integer, primary_key=True), sqlite_with_rowid=False)

# What was found in the others, where anything was
borne = Table(
    "borne",
    metadata,
    Column("agreement", Text, primary_key=True),
    Column("document", Integer, primary_key=True),
    Column("found", Text, nullable=False),
    sqlite_with_rowid=False,
)
