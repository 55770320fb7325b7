"""Who said what: direct, mixed and indirect speech and thought, with source, cue, content, addressee, act and chain (the component `truce_statements`)."""

from trucekeeper.reading.statements.component import find_statements, truce_statements

__all__ = ["find_statements", "truce_statements"]
