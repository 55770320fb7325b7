"""Other names that a text gives to a person: "Ida Roe, alias Simba", "Ida Roe, whose nom de guerre is Commander Fox", "Ida Roe, better known as Tiger"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from trucekeeper.reading.actors.names import PER, Name
from trucekeeper.reading.actors.role_nouns import honorifics, persons, role_words

LONGEST = 60  # code points between the two names


@cache
def called_so() -> re.Pattern[str]:
    """ ", also known as", " alias ", ", whose nom de guerre is": what stands between a person's name and his other one."""
    words = role_words().called
    return re.compile(rf"\W*(?:(?:who is|who was|and|or) )?(?:(?:{words.how}) )*(?:{words.so})\W*(?:the )?\W*")


def aliases(doc: Doc, names: Sequence[Name]) -> Iterator[tuple[int, Name]]:
    """The place in `names` of each person told of so, and his other name as a person's; the name before the words of calling is whose it is."""
    for at, (name, other) in enumerate(pairwise(names)):
        if name.label != PER or name.known or other.known:
            continue
        begin, end = doc[name.end - 1].idx + len(doc[name.end - 1]), doc[other.start].idx
        between = doc.text[begin:end]
        title = doc[other.start - 1]
        if title.lower_ in persons() | honorifics().keys():  # "alias Commander Fox"
            between = doc.text[begin : title.idx]
        if len(between) <= LONGEST and called_so().fullmatch(between):
            yield at, replace(other, label=PER)
