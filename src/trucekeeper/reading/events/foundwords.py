"""The words by which it is known whether a verb or a noun tells of an act, from `knowledge/acts_found.toml`; a mistake in the file is an error."""

from __future__ import annotations

from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

SECTIONS = {
    "taken_for_done": {"any", "harm", "after"},
    "nouns": {"offices", "lasting", "had", "failure", "counting", "wars"},
    "verbs": {"heading", "failing", "warning", "seeking", "resulting", "naming", "feeling", "lying", "retorting", "stopping"}
    | {"textual", "bounding", "cancelling", "convening", "alleging", "taking_part"},
    "words": {
        "definite",
        "again",
        "charging",
        "thanking",
        "aimed",
        "nothing",
        "apart",
        "matter",
        "calling",
        "answerable",
        "owners",
        "people_pronouns",
        "asked_by",
    },
}


def build(data: dict[str, dict[str, list[str]]]) -> dict[str, frozenset[str]]:
    """The lists by name. Raises KnowledgeError for sections and lists that are unknown or missing."""
    if wrong := set(data) ^ set(SECTIONS):
        raise KnowledgeError(f"unknown or missing sections: {', '.join(sorted(wrong))}", where="knowledge/acts_found.toml")
    for section, lists in data.items():
        if wrong := set(lists) ^ SECTIONS[section]:
            raise KnowledgeError(f"section {section!r}: unknown or missing: {', '.join(sorted(wrong))}", where="knowledge/acts_found.toml")
    return {name: frozenset(words) for lists in data.values() for name, words in lists.items()}


@cache
def finding() -> dict[str, frozenset[str]]:
    return build(table("acts_found"))
