"""Verbs of saying that the tagger took for something else: "which the army denies." is no plural, ", the mayor announced on Friday" no participle."""

from __future__ import annotations

from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.reading.statements.beside import NOMINAL, behind_commas
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import COMMAS, MARKS, Page
from trucekeeper.reading.statements.spans import POSSESSIVE
from trucekeeper.reading.statements.speakers import can_speak

CONJUNCTIONS = frozenset({"that", "how", "why", "whether"})
AFTER = frozenset({",", ".", ";"})
CLAUSE = frozenset({"which", "who", "that", "but", "while", "as", "because", "although", "though", "if", "when"})
HAVING = frozenset({"have", "has", "had", "having", "'ve", "’ve", "be", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "get", "got"})
BEING = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re"})
OBJECTS = frozenset({"ADJ", "NOUN", "DET", "PROPN", "NUM"})
OFFICE = frozenset({"d'affaires", "d’affaires"})  # behind "charge"
LONGEST = 16  # tokens of a subject
OPENERS = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})  # what may open a clause
REACH = 8  # tokens from what opens a clause to its verb


def mend(page: Page) -> Page:
    """The same page, its tags and lemmas put right where a cue verb was lost."""
    forms = lexicon().forms
    for i, word in enumerate(page.lower):
        if word in OFFICE and page.lower[i - 1] == "charge":
            page.tags[i - 1], page.pos[i - 1], page.lemmas[i - 1] = "NN", "NOUN", "charge"
        if (
            page.tags[i] == "VBZ"
            and word in lexicon().plurals
            and i + 1 < len(page.lower)
            and page.lower[i + 1] in forms
            and page.tags[i + 1] in {"VBD", "VBN"}
        ):
            page.tags[i], page.pos[i], page.lemmas[i] = "NNS", "NOUN", lexicon().plurals[word]  # "Western envoys denounced …"
        verb = forms.get(word)
        if verb is None or page.in_speech(i) or i + 1 >= len(page.lower) or i == page.unit(i)[0]:
            continue
        tag = page.tags[i]
        if tag in {"NNS", "NNPS"} and word.endswith("s") and _is_third_person(page, i, verb):
            _set(page, i, verb, "VBZ")
        elif tag == "NN" and word.endswith("ing") and page.lower[i - 1] in BEING and _warns_that(page, i, verb):
            _set(page, i, verb, "VBG")  # "The army is warning villagers that …"
        elif page.lower[i + 1] == "by" and page.lemmas[i - 1] in lexicon().words.summing:  # ", an assertion denied by the army"
            continue
        elif tag not in FINITE and tag != "VBG" and word != verb and not word.endswith(("s", "ing")) and _is_past(page, i, verb):
            _set(page, i, verb, "VBD")
        elif (tag == "VBN" or (tag == "VB" and page.tokens[i].dep_ == "ROOT")) and page.lower[i + 1] != "by" and _has_subject(page, i):
            _set(page, i, verb, "VBD")  # "hours after their ministers agreed to …", "the committee put the toll at 27"
        elif tag == "VBN" and page.lower[i + 1] != "by" and (reduced := _reduced_before(page, i)) is not None:
            _set(page, i, verb, "VBD")  # "The delegation charged with watching it called for calm": the first is a participle
            page.tags[reduced] = "VBN"
        elif tag == "VBN" and _goes_on_active(page, i):
            _set(page, i, verb, "VBD")  # "said the offer was late and instead expressed its trust in her"
        elif tag == "VBN" and page.lower[i - 1] == "," and page.lower[i + 1] != "by" and _is_main_verb(page, i):
            _set(page, i, verb, "VBD")  # "The minister, Ann Lee, speaking at the signing, called on …"
        elif tag == "NN" and word == verb and page.lower[i + 1 : i + 3] == ["to", "have"] and not page.finite(page.unit(i)):
            _set(page, i, verb, "VBP")  # "The forces of the alliance claim to have taken the town"
        elif tag == "NN" and page.lower[i - 1] == "," and page.lower[i + 1] == "that" and word.endswith("ing") and lexicon().verb(verb, "that") is not None:
            _set(page, i, verb, "VBG")  # "issued a note, warning that …"
    return page


def _warns_that(page: Page, i: int, verb: str) -> bool:
    """Does a clause with "that" follow, behind no more than those who are told?"""
    that = next((j for j in range(i + 1, min(i + 6, page.unit(i)[1] - 2)) if page.pos[j] not in OBJECTS), None)
    return that is not None and page.lower[that] == "that" and page.pos[that + 1] in OBJECTS | {"PRON"} and lexicon().verb(verb, "that") is not None


def _is_main_verb(page: Page, i: int) -> bool:
    """Behind a name and what two commas set apart: is there no other verb for the sentence, but in clauses that "that", "who" or "when" opens?"""
    start, end = page.unit(i)
    named = behind_commas(page, i - 1)
    if named is None or "PROPN" not in {page.pos[named], page.pos[i - 2]} or not can_speak(page, named, texts=False) or page.finite((start, i)):
        return False
    later = [j for j in range(i + 1, end) if page.tags[j] in FINITE]
    return all(any(page.tags[k] in OPENERS for k in range(max(i + 1, j - REACH), j)) and "," not in page.lower[i + 1 : j] for j in later)


def _reduced_before(page: Page, i: int) -> int | None:
    """The only finite verb, where it can be a participle of the subject ("charged with watching", "led by her") before the sentence's own."""
    start, end = page.unit(i)
    finite = [j for j in range(start, end) if page.tags[j] in FINITE]
    if len(finite) != 1 or not start < finite[0] < i - 2 or page.tags[finite[0]] != "VBD" or page.pos[i - 1] not in {"NOUN", "PROPN"}:
        return None
    first = finite[0]
    led = page.lower[first + 1] == "by" or (page.lower[first + 1] == "with" and page.tags[first + 2] == "VBG")
    plain = not any(page.lower[j] in COMMAS - {"-"} or page.pos[j] in {"CCONJ", "PRON"} for j in range(start, i))
    return first if led and plain and can_speak(page, first - 1, texts=False) else None


def _goes_on_active(page: Page, i: int) -> bool:
    """A participle behind "and" that has an object and no helper of its own."""
    joint = i - 1 - (page.pos[i - 1] == "ADV")
    parts = list(page.tokens[i].children)
    helped = any(c.dep_.startswith("aux") for c in (*parts, *page.tokens[i].head.children))
    return page.lower[joint] in {"and", "but"} and page.tokens[i].dep_ == "conj" and not helped and any(c.dep_ == "obj" and c.i > i for c in parts)


def _has_subject(page: Page, i: int) -> bool:
    """Does the tree itself give it a subject before it, and no auxiliary?"""
    parts = list(page.tokens[i].children)
    return any(c.dep_ == "nsubj" and c.i < i for c in parts) and not any(c.dep_.startswith("aux") for c in parts)


def _set(page: Page, i: int, verb: str, tag: str) -> None:
    page.tags[i], page.pos[i], page.lemmas[i] = tag, "VERB", verb
    if page.pos[i - 1] == "ADJ":
        page.pos[i - 1] = "NOUN"


def _is_third_person(page: Page, i: int, verb: str) -> bool:
    subject = _subject(page, i)
    if subject is None or lexicon().verb(verb, "that") is None:
        return False
    start, led = subject
    if page.pos[i - 1] == "ADJ":
        return False  # "one of the many reasons that …"
    if led == "" and page.pos[i + 1] in OBJECTS and lexicon().verb(verb, "quote") is not None and can_speak(page, i - 1):  # a headline
        return not any(page.tags[j] in FINITE for j in range(*page.unit(i)))
    if page.lower[i + 1] in CONJUNCTIONS:
        return page.tokens[i].dep_ == "ROOT" or can_speak(page, i - 1)
    if page.lower[i + 1] == "to" and page.tags[i + 2 : i + 3] == ["VB"] and lexicon().verb(verb, "to") is not None:  # "The movement plans to send …"
        alone = led == "" and page.tokens[i].dep_ == "ROOT" and page.lower[start] not in POSSESSIVE and not page.finite(page.unit(i))
        return alone and page.pos[start] in {"DET", "PROPN"} and can_speak(page, i - 1, texts=False)
    if page.lower[i + 1] not in AFTER or not can_speak(page, i - 1):
        return False
    alone = "and" not in page.lower[start:i]  # "reached Kesh, Orsk and White Lake states, and …"
    return led == "which" or (led == "," and alone and page.finite((page.unit(i)[0], start)))


def _is_past(page: Page, i: int, verb: str) -> bool:
    cue = lexicon().verb(verb, "that")
    subject = _subject(page, i)
    if subject is None or not can_speak(page, i - 1):
        return False
    start, led = subject
    if lexicon().verb(verb, "quote") is not None and _only_verb(page, i, led):
        return True
    if cue is None or "quote" not in cue.frames:
        return False
    after = page.lower[i + 1]
    if after == "that" and page.tags[i + 1] in {"IN", "WDT"}:
        return led in {",", "", "and", "but", "while"} and (led == "," or not page.finite((i + 1, i + 2)))
    closes = after in AFTER or after in lexicon().words.dates or (page.pos[i + 1] == "ADP" and after != "by")
    return closes and led == "," and page.finite((page.unit(i)[0], start)) and start - 1 > page.unit(i)[0]


def _only_verb(page: Page, i: int, led: str) -> bool:
    """Is there no other finite verb in its sentence, or in its clause behind a comma and "and", and an object behind it ("…, and an envoy echoed the call")?"""
    start, end = page.unit(i)
    objected = page.pos[i + 1] in OBJECTS | {"PRON"} or page.tags[i + 1] == "VBN"
    if not objected or any(page.tags[j] in FINITE for j in range(start, i)):
        return led == "and" and objected and not page.finite((i, end))
    while end > i + 1 and page.tokens[end - 1].is_space:
        end -= 1
    later = next((j for j in range(i + 1, end) if page.tags[j] in FINITE), None)
    return led == "" and page.lower[end - 1] == "." and (later is None or page.lower[later - 1] in {"and", "but"})


def _subject(page: Page, i: int) -> tuple[int, str] | None:
    """Where a plain noun phrase right before the token begins, and what leads it: a comma, a conjunction, "which", or nothing at a sentence's head."""
    floor = page.unit(i)[0]
    at = i - 1
    if page.pos[at] not in {"NOUN", "PROPN", "PRON"} and not (page.pos[at] == "ADJ" and page.lower[at] in lexicon().words.speakers):
        return None
    while at >= floor and i - at < LONGEST:
        word = page.lower[at]
        if word in COMMAS - {"-"}:
            return (at + 1, ",") if at + 1 < i else None
        if word in CLAUSE or (word in {"and"} and page.lower[at - 1] in COMMAS):
            return at + 1, word
        if (page.pos[at] == "VERB" and page.tags[at] not in {"VBG", "VBN"}) or (word in HAVING and word not in {"'s", "’s"}) or page.tags[at] == "MD":
            return None
        if page.pos[at] not in NOMINAL | {"ADP", "PART", "CCONJ", "PRON", "VERB", "ADV"} and word not in {"-", "&", ".", "of"} | MARKS:
            return None
        at -= 1
    return (floor, "") if at < floor else None
