"""What a text calls itself, its clauses and its bodies: its title, the numbers or paragraphs by which its clauses are known, the names behind its acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from trucekeeper.reading.layers import layers, text_of
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.structure import Clause

PARAGRAPH = "¶"
TITLE_LINES, LONGEST_TITLE = 4, 40  # lines from the top among which a title stands, and its words


def labels_of(found: Sequence[Clause]) -> list[str | None]:
    """The number of each clause; in a text without any, bullets are counted, or else all paragraphs but headings ("¶3"): who reads them counts so too."""
    if any(c.label for c in found):
        return [c.label for c in found]
    marked = any(c.numbered for c in found)
    count = 0
    labels: list[str | None] = []
    for clause in found:
        counts = clause.numbered if marked else not clause.is_heading
        count += counts and not clause.goes_on
        labels.append(f"{PARAGRAPH}{count}" if counts else None)
    return labels


def title_of(doc: Doc) -> str | None:
    """The document's title, or its first heading that names a kind of agreement."""
    document = layers(doc).document
    if document is not None and document.title:
        return document.title
    head = text_of(doc)[:600]
    match = re.search(r"(?<!\w)(?:[A-Z][A-Z’' ,()–-]*\b)?(?:AGREEMENT|ACCORD|PROTOCOL|TREATY|CEASEFIRE|TRUCE|MEMORANDUM)\b(?:[A-Z’' ,–-]*[A-Z]\b)?", head)
    if match:
        return re.sub(r"\s+", " ", match.group()).strip(" ,-–").title()
    lines = [" ".join(line.split()) for line in head.splitlines() if line.strip()][:TITLE_LINES]
    return next((line for line in lines if is_title(line)), None)


def is_title(line: str) -> bool:
    """One line that begins with a capital, is no sentence, and names a kind of paper with a capital."""
    kinds = provision_words().agreements.nouns | provision_words().agreements.titled
    words = re.findall(r"[\w’'-]+", line)
    return (
        bool(words)
        and len(words) <= LONGEST_TITLE
        and line[0].isupper()
        and line[-1] not in ".:;,"
        and any(w[0].isupper() and w.lower() in kinds for w in words)
    )


DEFINED = re.compile(r"((?:[A-Z][\w’'-]+\s+(?:(?:and|of|the|for|on|in)\s+)*){2,9})\(\s*[“\"]?([A-Z]{3,8})[”\"]?\s*\)")


def bodies_defined(text: str) -> dict[str, str]:
    """Acronyms in brackets behind the name whose initials they are, to the name."""
    made: dict[str, str] = {}
    for match in DEFINED.finditer(text):
        words = match[1].split()
        initials = "".join(w[0] for w in words if w[0].isupper())
        if match[2][-2:] == initials[-2:]:
            made.setdefault(match[2], match[1].strip())
    return made
