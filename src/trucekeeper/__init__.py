"""Trucekeeper keeps the record of a truce: who said what, what happened, which figures were given and on whose word, what was agreed, what falls due."""

__version__ = "0.1.0"
