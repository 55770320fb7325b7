"""The record: documents, their claims and what people judged of them, in one SQLite file."""

from trucekeeper.record.asked import Asked, Reports, Stub
from trucekeeper.record.borne import Borne
from trucekeeper.record.check import Problem
from trucekeeper.record.kept import Kept
from trucekeeper.record.search import Hit
from trucekeeper.record.store import Record

__all__ = ["Asked", "Borne", "Hit", "Kept", "Problem", "Record", "Reports", "Stub"]
