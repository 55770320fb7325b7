"""Alembic's entry: it is given the connection, inside a transaction of the caller."""

from __future__ import annotations

from alembic import context

from trucekeeper.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
