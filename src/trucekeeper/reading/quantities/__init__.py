"""Numbers as news writes them, with bound, unit and counted noun: the spaCy component `truce_quantities`. Importing this package registers it."""

from trucekeeper.reading.quantities.component import measures, truce_quantities

__all__ = ["measures", "truce_quantities"]
