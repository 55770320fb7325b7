"""Counts that a text gives only as what was told, or held, before: they stand against nobody's newer one."""

from __future__ import annotations

from functools import lru_cache

from trucekeeper.model.document import Document
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.growth import NUMBER
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.series import CLAUSE

LEAD = 80  # characters before a count in which its text says that it is the earlier one


def is_former(item: Given) -> bool:
    """Does the text give the count only as what was told before ("up from nine", "its earlier count of 17")? It stands against nobody's newer one."""
    if lexicon().figures.superseded & set(f"{item.figure.of or ''} {item.origin.name}".casefold().split()):
        return True  # "initial estimates"
    if item.document is not None and item.figure.value in _called_former(item.document.text):
        return True  # "its initial toll of 500", wherever else the text gives the 500
    if item.document is not None and _is_of_before(item, item.document):
        return True
    start = item.figure.evidence[0].start
    lead = item.document.text[max(0, start - LEAD) : start].rstrip() if item.document else ""
    return any(match.end() == len(lead) for match in lexicon().figures.former.finditer(lead))


def _is_of_before(item: Given, document: Document) -> bool:
    """ "They had 30,000 men before the truce": does the rest of its clause say that it holds of an earlier time?"""
    end = item.figure.evidence[0].end
    clause = CLAUSE.split(document.text[end : sentence(document, item.figure.evidence[0].start, end)[1]], maxsplit=1)[0]
    return lexicon().figures.of_before.search(clause) is not None


@lru_cache(maxsize=256)
def _called_former(text: str) -> frozenset[float]:
    """The numbers that a text itself calls earlier ones."""
    told = (number for m in lexicon().figures.called_former.finditer(text) for number in NUMBER.findall(m[0]))
    return frozenset(float(number.replace(",", "")) for number in told)
