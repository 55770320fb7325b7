"""What agreements' runs keep of each document, and the indexes by which they ask for plans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# By the last day that something is said to be on, or its first where the end is open: what lies ahead of a day stands together
INDEXES = {
    "claims_plans": "kind = 'event' AND status = 'planned'",
    "claims_times": "kind = 'time'",
}


def upgrade() -> None:
    columns = [sa.Column("agreement", sa.Text, primary_key=True), *(sa.Column(name, sa.Text, nullable=False) for name in ("source", "lines"))]
    op.create_table("borne_files", *columns, sqlite_with_rowid=False)
    op.create_table("borne_by", sa.Column("agreement", sa.Text, primary_key=True), sa.Column("print", sa.Text, nullable=False), sqlite_with_rowid=False)
    op.create_table("unborne", sa.Column("agreement", sa.Text, primary_key=True), sa.Column("document", sa.Integer, primary_key=True), sqlite_with_rowid=False)
    op.create_table(
        "borne",
        sa.Column("agreement", sa.Text, primary_key=True),
        sa.Column("document", sa.Integer, primary_key=True),
        sa.Column("found", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    for name, kind in INDEXES.items():
        op.execute(f"CREATE INDEX {name} ON claims (coalesce(about_latest, about_earliest)) WHERE {kind} AND dropped IS NULL")
