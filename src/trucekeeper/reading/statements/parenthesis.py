"""Content before its cue or on both sides of it: "The talks will go on, he said", "The talks, he said, will go on"."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import is_perfect, modal
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.statements.beside import NOMINAL, turned_source
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import sums_up
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.making import cue_start, made, with_source
from trucekeeper.reading.statements.page import Page, Words
from trucekeeper.reading.statements.quoting import quoted_by
from trucekeeper.reading.statements.sources import find_source
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

LONGEST_TELLER = 14  # tokens between the comma and the verb that ends the sentence
LEADING = frozenset({"as", "and", "the", "a", "an"})  # between the comma and who speaks, "the mayor of the town, Ida Roe" among them
PARENTHESES = frozenset({",", "—", "–", "--"})
SAYING_ACTS = frozenset(
    {"statement", "report", "claim", "belief", "assessment", "confirmation", "announcement", "prediction", "warning", "denial", "testimony"}
)


def read_around(page: Page, i: int, name: str) -> Draft | None:
    """ "The talks, he said, will go on": source and cue between two commas of one clause."""
    cue = lexicon().verb(name, "quote")
    block = _block(page, i, name) if cue is not None and cue.act in SAYING_ACTS else None
    if cue is None or block is None:
        return None
    unit = page.unit(i)
    (left, right), source = block
    left -= page.lower[left - 1] == "as"  # "The road, as the envoy pointed out, is closed"
    if left <= unit[0] + 1 or right >= unit[1] - 2 or page.lower[left - 1] not in PARENTHESES or page.lower[right] != page.lower[left - 1]:
        return None
    before, rest = page.trim((_after_other(page, unit[0], left), left)), _resumes(page, i, right)
    if before is not None and rest is not None and page.lower[before[1] - 1] in {"who", "which"} and page.finite(rest):
        last = before[1] - (3 if page.lower[before[1] - 2] == "of" and before[1] - before[0] > 2 else 1)  # "the guards, who, they said, had fled"
        return with_source(page, made(page, i, name, cue, "clause", [(last, before[1]), rest]), source, i)
    if before is not None and rest is not None and before[1] - before[0] == 1 and page.pos[before[0]] == "ADV" and page.finite(rest):
        return with_source(page, made(page, i, name, cue, "clause", [rest]), source, i)  # "However, he said, it will go on"
    if (
        before is None
        or rest is None
        or (not page.finite(rest) and page.tags[rest[0]] != "NNS")
        or page.pos[before[0]] in {"SCONJ"}
        or (before[1] - before[0] < 2 and page.pos[before[0]] not in {"PROPN", "PRON", "NOUN"})
    ):
        return None
    return with_source(page, made(page, i, name, cue, "clause", [before, rest]), source, i)


def _block(page: Page, i: int, name: str) -> tuple[Words, int] | None:
    """Source and cue as they stand side by side, and the source's head."""
    source = find_source(page, i)
    unit = page.unit(i)
    told = page.tags[i] != "VBN" or (
        is_perfect(page.tokens[i]) and not any(c.i > i for c in children(page.tokens[i], "obj", "ccomp", "xcomp"))
    )  # not "…, and it has held no hearing"
    if source is None or not unit[0] <= source < unit[1] or not told:
        return None
    span = source_span(page, source, before=i if source < i else None, after=None if source < i else i + 1)
    if page.lower[span[0]] in {"which", "who", "that"}:
        return None
    left, right = min(span[0], cue_start(page, i, span[1])), max(span[1], i + 1)
    right += right == i + 1 and name.split()[1:] == page.lower[right : right + 1]  # "pointed out"
    if source < i and i - span[1] > 6:
        return None
    return (left, right), source


def read_before(page: Page, i: int, name: str) -> Draft | None:
    """The content first: "The talks will go on, he said", also around the cue."""
    cue = lexicon().verb(name, "that")
    if cue is None or "quote" not in cue.frames or (base(page.tokens[i]) == "acl" and not (_finite_acl(page, i) or _is_loose(page, i))):
        return None
    token, unit = page.tokens[i], page.unit(i)
    if page.lower[i + 1 : i + 2] == ["to"] and page.tags[i + 2 : i + 3] == ["VB"]:
        return None  # "The firms will fight on, and their friends will continue to help"
    closing = _closing(page, i)
    if closing is not None:
        comma, teller = closing
        told = page.trim((_after_other(page, unit[0], comma), comma))
        return with_source(page, made(page, i, name, cue, "clause", [told]), teller, i) if told is not None and page.finite(told) else None
    comp = next((c for c in children(token, "ccomp", "parataxis", "advcl") if unit[0] <= c.i < i and not (base(c) == "advcl" and _is_timed(page, c))), None)
    if " " in name and comp is None:
        return None
    if not cue.addressee and any(c.i > i and page.pos[c.i] != "PROPN" for c in children(token, "obj")) and turned_source(page, i) is None:
        return None  # "said it would go on because, he said, they doubt his word"
    hangs = (base(token) == "parataxis" or _is_loose(page, i)) and unit[0] <= token.head.i < i
    if (comp is not None and _opens_by_participle(page, comp)) or (hangs and _opens_by_participle(page, token.head)):
        return None
    if base(token) == "conj" and any(c.i == i + 1 and page.pos[c.i] == "PRON" for c in children(token, "obj")):
        return None  # "The Courier had the map first, and lawyers released it to others"
    if comp is None and not hangs and ((not _ends_sentence(page, i) and not _closes(page, i)) or _has_object(page, i)):
        return None
    block = _block(page, i, name)
    if block is None:
        return None
    (left, right), source = block
    comma = left - 1
    while comma > unit[0] and page.lower[comma] in LEADING:
        comma -= 1
    if comma <= unit[0] or page.lower[comma] not in {",", '"', "”", "’", "'", "-", "—", "–", "--", "?", "!"}:
        return None
    first = page.trim((_after_other(page, unit[0], comma), comma))
    if first is None or first[1] - first[0] < 2 or (comp is None and not hangs and not (page.finite(first) or _lost_past(page, first))):
        return None
    if comp is None and not hangs and page.lower[first[0]] in {"while", "although", "though"} and not can_speak(page, source):
        return None  # "While the fighting ended in the north, clashes have continued in the hills"
    content = [first]
    rest = _resumes(page, i, right)
    if rest is not None:
        content.append(rest)
    return with_source(page, made(page, i, name, cue, "clause", content), source, i)


def _closing(page: Page, i: int) -> tuple[int, int] | None:
    """ "…, the press service of the ministry reported.": comma and teller of a verb of saying that ends its sentence behind a noun with "of …",
    by the words alone where the tree has torn these apart.
    """
    if page.lower[i + 1 : i + 2] not in (["."], []) or page.tags[i] not in {"VBD", "VBZ"} or base(page.tokens[i]) not in {"advcl", "acl", "conj"}:
        return None
    comma = next((j for j in range(i - 1, max(page.unit(i)[0], i - LONGEST_TELLER), -1) if page.lower[j] == ","), None)
    words = range(comma + 1, i) if comma is not None else range(0)
    of = next((j for j in words if page.lower[j] in {"of", "for"}), None)
    plain = all(page.pos[j] in NOMINAL or page.lower[j] in {"of", "for", "'s", "’s"} for j in words)
    if comma is None or of is None or not plain or page.pos[of - 1] != "NOUN" or page.pos[comma + 1] != "DET":
        return None
    return (comma, of - 1) if can_speak(page, of - 1) or page.lemmas[of - 1] in lexicon().words.desks else None


def _is_timed(page: Page, clause: Token) -> bool:
    """Is it a clause of time or condition ("When he came, …"), and no content?"""
    return bool(children(clause, "mark")) or any(page.tags[c.i] == "WRB" and c.i == clause.left_edge.i for c in children(clause, "advmod"))


def _opens_by_participle(page: Page, clause: Token) -> bool:
    """ "Speaking to the paper, the envoy called for calm": what he does meanwhile, and nothing that he says."""
    first = page.unit(clause.i)[0]
    while page.tokens[first].is_space:
        first += 1
    return clause.i <= first + 1 and page.tags[clause.i] in {"VBG", "VBN"} and not children(clause, "nsubj", "aux", "cop")


def read_quoted(page: Page, i: int, name: str) -> Draft | None:
    """ "The shots were a warning, the paper quoted a source as saying": what stands before the outlet."""
    quoting, cue, unit = quoted_by(page, i), lexicon().verb(name, "that"), page.unit(i)
    if quoting is None or quoting[1] is None or cue is None or i + 1 >= unit[1] or page.lower[i + 1] not in {".", ","}:
        return None
    comma = source_span(page, quoting[1], before=quoting[0])[0] - 1
    content = page.trim((_after_other(page, unit[0], comma), comma)) if comma > unit[0] + 1 and page.lower[comma] == "," else None
    if content is None or not page.finite(content):
        return None
    return with_source(page, made(page, i, name, cue, "clause", [content]), quoting[0], i)


def _lost_past(page: Page, words: Words) -> bool:
    """A past tense that the tagger took for a participle of the noun before it, no other verb beside it ("The first plane left at noon")."""
    verbs = [i for i in range(*words) if page.pos[i] in {"VERB", "AUX"}]
    if any(page.tags[i] == "VBN" and page.tokens[i].dep_ == "ROOT" and i > words[0] and not children(page.tokens[i], "aux") for i in verbs):
        return True
    return len(verbs) == 1 and page.tags[verbs[0]] == "VBN" and page.tokens[verbs[0]].dep_ == "acl" and page.pos[verbs[0] - 1] in {"NOUN", "PROPN"}


def _is_loose(page: Page, i: int) -> bool:
    """A clause of its own behind a comma, whatever the tree made of it: ", state television announced", ", a person close to the talks told the paper"."""
    token = page.tokens[i]
    subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i < i), None)
    if subject is None or base(token) not in {"conj", "acl", "acl:relcl"} or children(token, "cc", "mark") or page.tags[i] not in {"VBD", "VBZ"}:
        return False
    start = subject.left_edge.i
    start += page.lower[start] == ","  # the mark, where it hangs on the subject
    if page.lower[start - 1] != "," and page.pos[subject.i] == "PROPN":
        start = source_span(page, subject.i, before=i)[0]  # from the title on
    return page.lower[start] not in {"which", "who", "that"} and page.lower[start - 1] == ","


def _has_object(page: Page, i: int) -> bool:
    """ "…, and an aide confirmed it": nothing before it is its content."""
    if any(c.i > i and base(c) == "obj" and page.pos[c.i] == "PRON" for c in page.tokens[i].children):
        return True
    if turned_source(page, i) is not None:  # "…, reports the station"
        return False
    return lexicon().verb(page.lemmas[i], "np") is not None and page.pos[i + 1 if i + 1 < len(page.pos) else i] in {"DET", "PRON"}


def _finite_acl(page: Page, i: int) -> bool:
    """A finite verb that the parser hung on a noun, a comma after it (", state television reported, …")."""
    token = page.tokens[i]
    after = i + 1
    while after < page.unit(i)[1] and (page.pos[after] == "ADP" or page.lower[after] in lexicon().words.dates):  # "reported on Friday, part of …"
        after += 1
    closed = page.lower[after : after + 1] in ([","], ["."]) or page.tags[i] != token.tag_
    return token.dep_ == "acl" and page.tags[i] in {"VBD", "VBZ", "VBP"} and closed


def _after_other(page: Page, start: int, end: int) -> int:
    """Blanks at the start of a unit left out."""
    while start < end and page.tokens[start].is_space:
        start += 1
    return start


def _closes(page: Page, i: int) -> bool:
    """Is the verb followed by a mark or a phrase, and by nothing that it could govern?"""
    after = i + 1
    while after < page.unit(i)[1] and (page.pos[after] == "ADV" or page.lower[after] in lexicon().words.dates):  # "said earlier on Friday, …"
        after += 1
    if after >= page.unit(i)[1] or modal(page.tokens[i]) is not None:
        return False
    dated = page.lower[after + 1 : after + 2] and page.lower[after + 1] in lexicon().words.dates  # "reported on Friday" is no "report on"
    if f"{page.lemmas[i]} {page.lower[after]}" in lexicon().verbs and not dated:
        return False
    return (page.lower[after] in PARENTHESES | {"."} or (page.pos[after] == "ADP" and page.lower[after] != "as")) and not children(
        page.tokens[i], "obj", "ccomp", "xcomp"
    )


def _ends_sentence(page: Page, i: int) -> bool:
    """Is the verb in the last words of its sentence, after a comma?"""
    end = page.unit(i)[1]
    end = next((j for j in range(i + 1, end) if sums_up(page, j)), end)
    return not any(page.pos[j] == "VERB" for j in range(i + 1, end)) and end - i < 25


def _resumes(page: Page, i: int, right: int) -> Words | None:
    """ "The talks, he said, will go on": what comes after the cue's comma, where it is no participle clause or new attribution."""
    unit = page.unit(i)
    if right >= unit[1] - 2 or page.lower[right] != ",":
        return None
    after = right + 1
    if (
        page.quote_of[after] >= 0
        or page.tags[after] in {"VBG", "VBN"}
        or page.lower[after]
        in {"who", "which", "citing", "according", "but", "and", "in", "on", "while", "though", "although", "as", "after", "before", "since", "because"}
    ):
        return None
    return page.trim((after, unit[1]))
