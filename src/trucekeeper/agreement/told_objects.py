"""What an act was done to, by the kind of its telling: the words where its object stands, or those of its clause."""

from __future__ import annotations

import re
from dataclasses import replace

from trucekeeper.agreement.lexicon import Telling
from trucekeeper.agreement.sentences import Sentence
from trucekeeper.agreement.shared import roots
from trucekeeper.agreement.told_words import Told, clause_at, objects_of
from trucekeeper.agreement.wanted import OWN


def placed(told: Told | None, telling: Telling, sentence: Sentence, match: re.Match[str]) -> Told | None:
    """With the words that the act is done to; where the term's own verb tells of it, that verb shows which term is meant as well. Where the telling is located,
    with those of its clause."""
    if told is not None and telling.located:
        return replace(told, object=in_clause(sentence, match))
    if told is None or not telling.placed:
        return told
    verb = frozenset(roots(match.group())) if telling.name == OWN else frozenset()
    return replace(told, object=objects_of(sentence, match) | verb)


def in_clause(sentence: Sentence, match: re.Match[str]) -> frozenset[str]:
    return clause_at(sentence, match.start(), match.end()) | objects_in(match)


def objects_in(match: re.Match[str]) -> frozenset[str]:
    """Roots of the words behind the verb where a pattern reaches to what it is done to ("closed the two camps")."""
    return frozenset(roots(" ".join(match.group().split()[1:])))
