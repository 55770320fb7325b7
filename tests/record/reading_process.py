"""Reads numbered documents into a record, to be killed by a test: RECORD COUNT."""

from __future__ import annotations

import sys

from fake_reader import claims_of, story
from trucekeeper.model.document import Document
from trucekeeper.record import Record

with Record.create(sys.argv[1]) as record:
    for number in range(int(sys.argv[2])):
        document = Document(name=str(number), text=story(number), published="2031-05-04")
        if not record.holds(document.id):
            record.add(document, claims_of(document), learnt="2031-05-05")
            sys.stdout.write("one more\n")
            sys.stdout.flush()
