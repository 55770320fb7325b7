"""How far a source reaches: the whole noun phrase with title, name, apposition and relative clause, and nothing of when or how it was said."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import base, conjuncts
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.beside import NOMINAL
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import COMMAS, MARKS, Page, Words
from trucekeeper.reading.statements.speakers import PEOPLE, can_speak

LINKS = frozenset({"'s", "’s", "'", "’", "-", "/", "&", "."})
POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my", "your"})
RELATIVE = frozenset({"who", "which", "whose", "whom"})
ABOUT = frozenset({"like", "speaking", "citing", "such", "in", "on", "at", "after", "before", "during", "for", "through", "along"})
WHEN = frozenset({"last", "this", "early", "late", ","})
WHILE = frozenset({"after", "before", "when", "as", "while", "later", "earlier"})
LONGEST_TITLE = 8  # tokens from a title's noun to the name ("Secretary-General for Political Affairs Ann Lee")
LONGEST_INSERT = 40  # tokens between a name and the comma that closes what is said of it


def source_span(page: Page, head: int, *, before: int | None = None, after: int | None = None) -> Words:
    """The whole noun phrase with title, conjuncts, apposition and relative clause; not past `before` to the right nor `after` to the left.

    Of a relative clause ("officials who said") it is the pronoun, of a possessive ("his claim", "the army's claim") the owner alone.
    """
    relative = _relative(page, head, before)
    if relative is not None:
        return relative, relative + 1
    token = page.tokens[head]
    unit = page.unit(head)
    low = max(unit[0], after) if after is not None and after <= head else unit[0]
    high = min(unit[1], before) if before is not None and before > head else unit[1]
    if page.lower[head] in POSSESSIVE:
        return head, head + 1
    start, end = max(token.left_edge.i, low), min(token.right_edge.i + 1, high)
    if page.lower[head] in PEOPLE or page.lower[head] in {"it", "which", "that"}:
        group = conjuncts(token)
        return _clean(page, start if len(group) > 1 else head, max(group[-1].i + 1, head + 1) if len(group) > 1 and group[-1].i < high else head + 1)
    start = _own_left(page, token, start)
    while start > low and (_adjoins(page, start - 1) or _short_form(page, start)):
        start -= 3 if _short_form(page, start) else 1
    start = max(low, min(_with_owner(page, start, end), _with_title(page, start, head)))
    while end < high and _adjoins(page, end) and (before is not None or _names_on(page, end)):
        end += 1
    if before is not None and end < before and page.lower[end] == "and":
        last = before
        while last > end + 1 and page.pos[last - 1] in {"AUX", "ADV", "PART"}:
            last -= 1
        end = last if all(_adjoins(page, i) for i in range(end + 1, last)) else end
    end = max(_cut(page, head, end), head + 1)
    end = _with_participle(page, end, before) if before is not None else end
    start = _with_partner(page, start, low)
    longer = _with_insert(page, end, before) if before is not None else _with_apposition(page, end, unit[1])
    start = _with_description(page, start, end, low) if before is not None else start
    return _clean(page, start, longer) if longer > end else _without_time(page, head, *_clean(page, start, end))


def _with_owner(page: Page, start: int, end: int) -> int:
    """ "its spokeswoman Ann Lee", "the army's spokesman Lee": where the tree gave title and name apart, the owner hangs on the title."""
    owners = (c for t in page.tokens[start:end] for c in t.children if c.dep_ in {"nmod:poss", "det"})
    return next((c.left_edge.i for c in owners if c.right_edge.i == start - 1), start)


def _with_title(page: Page, start: int, head: int) -> int:
    """From the title before a name as the actors' reader has it ("Norland's negotiating chief Ann Lee"), whatever the tree made of its words."""
    near = range(start, max(start - LONGEST_TITLE, -1), -1)
    told = (m for i in near if (m := layers(page.doc).mention_at.get(i)) is not None and m.form == "description")
    first = min((m.words[0] for m in told if m.words[0] < start and head < m.words[1]), default=start)
    return start if any(page.lower[i] in COMMAS and page.tokens[i - 1].whitespace_ for i in range(first, start)) else first


def _relative(page: Page, head: int, before: int | None) -> int | None:
    if before is None or before - 1 <= head:
        return None
    found = next((j for j in range(before - 1, max(before - 4, head), -1) if page.lower[j] in {"who", "which"} or page.tags[j] == "WDT"), None)
    adverbial = found is not None and all(page.pos[j] in {"AUX", "ADV", "PART"} for j in range(found + 1, before))
    return found if adverbial else None


def _own_left(page: Page, token: Token, start: int) -> int:
    """Past what the parser hung before the phrase and that a comma parts from it ("On Monday, the army")."""
    for i in range(token.i - 1, start - 1, -1):
        if _is_dash(page, i) or (page.quote_of[i] >= 0 and page.quoted[page.quote_of[i]].speech and page.quote_of[i] != page.quote_of[token.i]):
            return i + 1
        if page.lower[i] in COMMAS - {"-"} or page.lower[i] in MARKS - {"'", "’"} or page.tokens[i].is_space or _parts(page, i, token):
            joined = i + 1 < token.i and any(c.i <= i for c in conjuncts(token)) and not page.finite((start, i))
            coordinated = joined or _listed(page, i, token)
            if not coordinated:
                return i + 1
    for child in token.children:
        if child.i < token.i and base(child) in {"case", "cc", "mark", "advmod", "punct"}:
            start = max(start, child.right_edge.i + 1) if child.left_edge.i <= start else start
    return start


def _is_dash(page: Page, i: int) -> bool:
    return page.lower[i] == "―" or (page.lower[i] == "-" and i > 0 and bool(page.tokens[i - 1].whitespace_))


def _parts(page: Page, i: int, noun: Token) -> bool:
    """A verb or conjunction before the noun, that is not one of its attributes ("elected officials", "United Nations")."""
    word = page.tokens[i]
    attribute = page.tags[word.i] in {"VBN", "VBG"} or page.tags[word.i].startswith(("NN", "JJ"))
    return page.pos[word.i] == "SCONJ" or (page.pos[word.i] == "VERB" and not attribute)


def _listed(page: Page, i: int, token: Token) -> bool:
    """A comma within the phrase's own modifiers ("short, bearded man")."""
    return i > 0 and page.pos[i - 1] == "ADJ" and page.pos[i + 1] == "ADJ" and token.i - i < 4


def _adjoins(page: Page, i: int) -> bool:
    token = page.tokens[i]
    return (
        (page.pos[token.i] in NOMINAL or page.lower[i] in LINKS)
        and not token.is_space
        and not _is_dash(page, i)
        and page.lower[i] not in {"that", "which", "this"}
        and page.lower[i] not in lexicon().words.dates
    )


def _names_on(page: Page, i: int) -> bool:
    """Does a title go on into a name here ("radio host Ann Lee")?"""
    return page.pos[i] == "PROPN" and page.pos[i - 1] in {"NOUN", "PROPN"}


def _short_form(page: Page, start: int) -> bool:
    """Does a short form in brackets stand just before (the Armed Forces (AF) | spokesman)?"""
    brackets = start > 3 and page.lower[start - 1] == ")" and page.lower[start - 3] == "("
    return brackets and page.tokens[start - 2].is_upper and page.pos[start - 4] in NOMINAL


def _with_partner(page: Page, start: int, low: int) -> int:
    """From the one before an "and" where nothing stands before him but a mark or the sentence's head ("…," the president and his envoy said)."""
    if start - 2 < low or page.lower[start - 1] not in {"and", "&"} or not can_speak(page, start - 2):
        return start
    first = start - 2
    while first > low and (page.pos[first - 1] in NOMINAL or page.lower[first - 1] in LINKS) and page.quote_of[first - 1] < 0:
        first -= 1
    opens = first == page.unit(start)[0] or page.quote_of[first - 1] >= 0 or page.lower[first - 1] in MARKS | {","}
    return first if opens else start


def _with_participle(page: Page, end: int, before: int) -> int:
    """Over a participle and its phrase up to the cue ("a person briefed on the plan | said")."""
    last = before
    while last > end and page.pos[last - 1] in {"AUX", "ADV", "PART"}:
        last -= 1
    told = end < last and any(c.addressee for c in lexicon().verbs.get(page.lemmas[end], ()))
    if not end + 1 < last or not (page.tags[end] == "VBN" or told) or page.pos[end + 1] != "ADP":
        return end
    return last if all(page.pos[j] in NOMINAL | {"ADP", "PART"} for j in range(end + 1, last)) and page.lower[last - 1] not in lexicon().words.dates else end


def _with_insert(page: Page, end: int, before: int) -> int:
    """Over an apposition or relative clause between two commas, the second just before the cue ("Ann Lee, the mayor, has said")."""
    last = before
    while last > end and page.pos[last - 1] in {"AUX", "ADV", "PART"}:
        last -= 1
    closes = last - 1
    if not 2 < closes - end < LONGEST_INSERT or page.lower[end] != "," or page.lower[closes] not in {",", ")"}:
        return end
    first = page.tokens[end + 1]
    told = first.lower_ in RELATIVE or (page.pos[first.i] in {"DET", "PROPN", "NOUN", "ADJ", "NUM"} and not page.finite((end + 1, closes)))
    described = page.pos[first.i] in {"DET", "NOUN", "ADJ"} and any(page.lower[i] in RELATIVE or page.lower[i] == "that" for i in range(end + 2, closes))
    return closes if (told or described) and first.lower_ not in ABOUT and can_speak(page, end - 1) else end


def _with_description(page: Page, start: int, end: int, low: int) -> int:
    """From the description before a name that two commas set apart ("The minister of the economy, Ann Lee, said")."""
    if start - 3 < low or page.lower[start - 1] != "," or "," not in page.lower[end - 1 : end + 1] or page.pos[start] != "PROPN":
        return start
    first = start - 1
    while first > low and (page.pos[first - 1] in NOMINAL | {"ADP"} or page.lower[first - 1] in LINKS) and not page.tokens[first - 1].is_space:
        first -= 1
    return first if page.pos[first] == "DET" and start - first > 2 else start


def _with_apposition(page: Page, end: int, last: int) -> int:
    """Over an apposition after the name that follows its cue ("…," said Ann Lee (left), now the mayor of the town.)."""
    at = end
    if at < last and page.lower[at] == "(":
        at = next((j + 1 for j in range(at, min(at + 8, last)) if page.lower[j] == ")"), at)
    if at + 1 >= last or page.lower[at] != "," or not can_speak(page, end - 1):
        return max(at, end)
    first = page.tokens[at + 1]
    closes = next((j for j in range(at + 1, last) if page.lower[j] in {",", ".", ";", ":", "--", "—"} or page.quote_of[j] >= 0), last)
    told = page.pos[first.i] == "DET" or (page.pos[first.i] in {"NOUN", "ADJ", "ADV"} and any(page.pos[j] in {"NOUN", "DET"} for j in range(at + 2, closes)))
    timed = any(page.lower[j] in WHILE or page.lower[j] in lexicon().words.dates for j in range(at + 1, min(at + 5, closes)))
    return closes if told and not timed and first.lower_ not in ABOUT and not page.finite((at + 1, closes)) else max(at, end)


def _cut(page: Page, head: int, end: int) -> int:
    """What follows a comma and is told of the saying rather than of the source ("Ann Lee, speaking of the war") is no part of it."""
    for i in range(head + 1, end - 1):
        if page.lower[i] in RELATIVE:
            break
        if page.lower[i] == "," and (page.tags[i + 1] == "VBG" or page.lower[i + 1] in ABOUT):
            return i
    return end


def _without_time(page: Page, head: int, start: int, end: int) -> Words:
    """Without the day or year that stands between source and cue ("the council on Friday", "a panel in 2001")."""
    last = end
    while last > head + 1 and (page.lower[last - 1] in lexicon().words.dates or _is_number(page, last - 1) or page.lower[last - 1] in WHEN):
        last -= 1
    if last == end or last <= head or page.pos[last - 1] == "VERB":
        return start, end
    if page.lower[last - 1] in {"on", "in", "since"}:
        return start, last - 1
    dated = any(page.lower[i] in lexicon().words.dates for i in range(last, end)) and page.lower[last - 1] not in {"of", "for", "from", "the", "'s", "’s"}
    return (start, last) if dated else (start, end)


def _is_number(page: Page, i: int) -> bool:
    return page.tokens[i].is_digit


def _clean(page: Page, start: int, end: int) -> Words:
    while start < end - 1 and (
        page.lower[start] in COMMAS or page.lower[start] in MARKS or page.tokens[start].is_space or page.lower[start] in {"and", "but", "or", "as", "while"}
    ):
        start += 1
    while end > start + 1 and (
        page.lower[end - 1] in COMMAS or page.tokens[end - 1].is_space or page.lower[end - 1] in {".", "?", "!"} or (page.lower[end - 1] in MARKS)
    ):
        end -= 1
    return start, end
