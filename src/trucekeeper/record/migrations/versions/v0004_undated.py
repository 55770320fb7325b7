"""An index of the documents whose day of publication nobody gave: whether there are any is asked by every view."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("CREATE INDEX documents_undated ON documents (no) WHERE published IS NULL")
