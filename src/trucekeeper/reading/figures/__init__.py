"""Claims with numbers: the spaCy component `truce_figures`. Importing this package registers it."""

from trucekeeper.reading.figures.component import truce_figures

__all__ = ["truce_figures"]
