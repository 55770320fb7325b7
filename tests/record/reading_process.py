"""Reads numbered documents into a record, to be killed by a test, or before a statement that it sends to the record: RECORD COUNT [STATEMENT]."""

from __future__ import annotations

import sys

from fake_reader import claims_of, story
from killed_at import kill_at
from trucekeeper.model.document import Document
from trucekeeper.record import Record

if len(sys.argv) > 3:
    kill_at(int(sys.argv[3]))
with Record.create(sys.argv[1]) as record:
    for number in range(int(sys.argv[2])):
        document = Document(name=str(number), text=story(number), published="2031-05-04")
        if not record.holds(document.id):
            record.add(document, claims_of(document), learnt="2031-05-05")
            sys.stdout.write("one more\n")
            sys.stdout.flush()
