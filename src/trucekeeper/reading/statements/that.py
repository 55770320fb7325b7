"""Where the "that" of what is said stands, when other words come between it and the verb."""

from __future__ import annotations

from trucekeeper.language.grammar.tree import base
from trucekeeper.reading.statements.beside import NOMINAL
from trucekeeper.reading.statements.extent import sums_up
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import COMMAS, Page


def past_aside(page: Page, i: int, start: int, *, told: bool) -> int:
    """Where "that" begins what is said, behind whom or where it was said ("told the BBC's show that …", "said in a video shown on Monday that …")."""
    first = start + 1 if page.lower[start] == "," else start
    if start == i + 1 and page.lower[start] == "that" and page.pos[start] == "SCONJ":  # "assured that one of the reasons that led to it"
        return start
    if (
        told and page.lower[first - 1] == "," and {"who", "whose", "which"} & set(page.lower[first : first + 1])
    ):  # "told the paper, whose reporter had left, that …"
        return next((j for j in range(first + 1, min(first + 20, page.unit(i)[1] - 2)) if page.lower[j - 1 : j + 1] == [",", "that"]), start)
    aside = first < len(page.pos) and (page.lower[i + 1] == "," or page.pos[first] == "ADP" or told)
    if not aside or first > i + 2:
        return start
    for j in range(first + 1, min(first + 14, page.unit(i)[1] - 2)):
        if page.lower[j] == "that" and (page.pos[j] == "SCONJ" or page.finite((j + 1, page.unit(i)[1]))):
            plain = all(
                page.pos[k] in NOMINAL | {"PART", "ADP", "SCONJ"} or base(page.tokens[k]) == "acl" or page.tags[k] in {"VBN", "VBG"} or page.lower[k] == ","
                for k in range(first, j)
            )
            return j if plain and page.lower[j - 1] not in lexicon().words.summing else start
        if (page.is_finite(j) and base(page.tokens[j]) != "acl") or (page.pos[j] == "PRON" and page.tags[j] != "PRP$"):
            return start
    return start


def that_after(page: Page, i: int, *, told: bool, own: bool = False) -> int | None:
    """A "that" within reach of a cue verb whose complement the parser missed; `own` where the noun before it is part of the cue ("expressed hope that")."""
    comma = i + 1
    while comma < page.unit(i)[1] and (page.pos[comma] == "ADP" or page.lower[comma] in lexicon().words.dates):
        comma += 1
    if page.lower[comma : comma + 1] == [","]:  # "reported on Tuesday, citing an aide, that …"
        closed = next((j for j in range(comma + 2, min(comma + 20, page.unit(i)[1] - 2)) if page.lower[j] == ","), None)
        aside = closed is not None and page.lower[closed + 1] == "that" and not page.finite((comma, closed))
        return closed + 1 if closed is not None and aside else None
    for j in range(i + 1, min(i + 12, page.unit(i)[1] - 2)):
        if page.lower[j] == "that" and sums_up(page, j - 1):
            return None
        if page.lower[j] == "that" and page.lower[j - 1] in {"and", "but"} and page.finite((i + 1, j)):
            return None  # "told the paper the war was over and that …"
        if page.lower[j] == "that" and page.lemmas[j - 1] in lexicon().nouns and _is_object(page, i, j - 1) and not own:
            return None  # the noun's own clause ("dismissed reports that …")
        if page.lower[j] == "that" and page.lemmas[i] == "say" and page.pos[j - 1] == "NOUN" and page.pos[i + 1] in {"DET", "NOUN", "ADJ", "NUM"}:
            return i + 1 if j > i + 1 and page.lower[i + 1] not in lexicon().words.dates else j  # "said the areas that the group claims would stay"
        if page.lower[j] == "that" and j > i + 2 and _tells_when(page, i + 1, j) and page.finite((j + 1, page.unit(i)[1])):
            return j
        venue = page.lemmas[j - 1] in lexicon().words.venues | lexicon().words.documents
        if page.lower[j] == "that" and venue and page.lower[j - 2] != "a" and page.finite((j + 2, page.unit(i)[1])):
            return j
        if page.lower[j] == "that" and (page.pos[j] == "SCONJ" or (page.pos[j + 1] not in {"VERB", "AUX"} and (j < i + 4 or told))):
            return j
        placed = (
            page.pos[i + 1] == "ADP"
            and page.pos[j - 1] in {"NOUN", "PROPN"}
            and page.pos[j + 1] in NOMINAL
            and all(page.pos[k] in NOMINAL for k in range(i + 2, j))
        )
        if page.lower[j] == "that" and placed and "quote" in {f for c in lexicon().verbs.get(page.lemmas[i], ()) for f in c.frames}:
            return j  # "announced on state television that the town had fallen"
        lost = page.lower[j - 1] == "to" and page.lower[j + 1] == "that" and page.tags[j] == "VB"  # "in a speech to parliament that …"
        lost = lost or (page.tags[j] == "VBN" and page.pos[j - 1] == "NOUN")  # "in a letter seen by the paper that …"
        if page.lower[j] == "," and told and (closed := _past_apposition(page, j)) is not None:
            return closed
        hyphen = page.lower[j] == "-" and not page.tokens[j - 1].whitespace_
        if (page.pos[j] == "VERB" and not lost) or (page.lower[j] in COMMAS and not hyphen and page.lower[j + 1] != "that"):
            return None
    return None


def _tells_when(page: Page, start: int, end: int) -> bool:
    """ "earlier in the day", "late on Tuesday night"."""
    spare = {"ADV", "ADP", "DET", "ADJ", "NUM"}
    last = page.lemmas[end - 1] in lexicon().words.dates | lexicon().words.day_parts
    return last and all(
        page.pos[k] in spare or page.lower[k] in lexicon().words.dates or page.lemmas[k] in lexicon().words.day_parts for k in range(start, end)
    )


def _past_apposition(page: Page, comma: int) -> int | None:
    """The "that" behind what is said of those who are told ("told the state broadcaster, RTB, that …")."""
    closed = next((j for j in range(comma + 2, min(comma + 10, page.unit(comma)[1] - 2)) if page.lower[j] == ","), None)
    plain = closed is not None and all(page.pos[j] in NOMINAL | {"ADP"} or page.lower[j] in {"'s", "’s"} for j in range(comma + 1, closed))
    return closed + 1 if closed is not None and plain and page.lower[closed + 1] == "that" else None


def _is_object(page: Page, i: int, noun: int) -> bool:
    """Does the noun stand right behind the verb, as its object?"""
    return noun > i and lexicon().verb(page.lemmas[i], "np") is not None and all(page.pos[j] in NOMINAL for j in range(i + 1, noun))
