"""Titles of persons: before the name ("Hamas spokesperson A"), after it ("A, the group's envoy,") and set off before it ("the head of the mission, A,")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from trucekeeper.reading.actors.names import HYPHENS, PER, Name
from trucekeeper.reading.actors.role_nouns import Gender, genders, honorifics, persons, role_words, turns

LONGEST = 18  # tokens of an apposition that are looked at
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
MODIFIER_TAGS = frozenset({"VBN", "VBG", "AFX"})
LONGEST_OFFICE = 6
OF = frozenset({"of", "for", "at", "to", "from", "in", "with", "on"})
PORTFOLIO = frozenset({"of", "for", "to", "on", "in"})  # between an office and what it is for
TENURE = frozenset({"since", "until", "till"})
DATING = TENURE | {"from", "in", "on", "between", "during"}
STOPS = frozenset({".", ";", ":", "(", ")", '"', "“", "”", "?", "!", "—"})


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens [start, end) of a title, the role noun's token, and whether it stands before the name; `told` where a verb gives it ("was named envoy")."""

    start: int
    end: int
    noun: int
    before: bool
    told: bool = False


def role_noun(token: Token) -> bool:
    return token.lower_ in persons() and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def office_start(token: Token) -> int:
    """Where an office of several words begins that ends with this one: "Secretary-General", "attorney general", "commander-in-chief"; else the word itself."""
    doc, i = token.doc, token.i
    if token.lower_ == "general" and i:
        before = i - 2 if doc[i - 1].text in HYPHENS and i > 1 else i - 1
        if doc[before].lower_ in role_words().grammar.generals:
            return before
    start = i
    while start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_:
        start -= 2
    joined = start < i and "-".join(doc[j].lower_ for j in range(start, i + 1, 2)) in persons()
    return start if joined else i


def office_word(token: Token) -> str | None:
    """The office that ends with this word, as the lexicon has it ("secretary-general"); None for an office of one word."""
    start = office_start(token)
    return "-".join(t.lower_ for t in token.doc[start : token.i + 1] if t.text not in HYPHENS) if start < token.i else None


def gender_of(doc: Doc, title: Title) -> Gender | None:
    """Of the role noun, or of another before it ("army spokesman Colonel")."""
    words = (doc[i].lower_ for i in range(title.noun, title.start - 1, -1))
    return next((genders()[w] for w in words if w in genders()), None)


def noun_of_office(doc: Doc, last: int) -> int | None:
    """The role noun of an office that ends at `last` and is told after a preposition: "Minister of Information", "UN envoy to Norland", "head of the Front's
    prisoners committee"."""
    i = last
    if doc[last].pos_ not in {"PROPN", "NOUN"}:
        return None
    while (
        i > 0 and last - i < LONGEST_OFFICE and (doc[i].pos_ in {"PROPN", "NOUN", "ADJ"} or doc[i].lower_ in {"and", ",", "the", "&"} or doc[i].tag_ == "POS")
    ):
        i -= 1
    if i > 1 and doc[i].lower_ == "of" and doc[i - 1].pos_ in {"NOUN", "PROPN"} and not role_noun(doc[i - 1]):  # "Minister for the Reintegration of X"
        i -= 2 if doc[i - 2].lower_ != "the" else 3
    return i - 1 if 0 < i < last and doc[i].lower_ in PORTFOLIO and role_noun(doc[i - 1]) else None


def inside_title(token: Token) -> bool:
    return token.pos_ in INSIDE or token.tag_ in MODIFIER_TAGS or token.text in HYPHENS or token.tag_ in {"POS", "NNP"} or token.lower_ in {"vice", "newly"}


def title_before(doc: Doc, name: Name, persons: set[int]) -> Title | None:
    """Role noun directly before the name, with what belongs to it: "Displaced widow", "U.N. special envoy", "Ukraine's President"."""
    last = name.start - 1
    if last < 0:
        return None
    noun = last
    if doc[noun].text == "." and noun and doc[noun - 1].lower_ in honorifics():
        noun -= 1
    if doc[noun].lower_ in {"elect", "designate"} and noun > 1 and doc[noun - 1].text in HYPHENS:  # "President-elect A"
        noun -= 2
    if not role_noun(doc[noun]) and doc[noun].lower_ not in honorifics():
        office = noun_of_office(doc, last)
        if office is None:
            return None
        noun = office
    start = title_start(doc, noun, persons)
    office = noun_of_office(doc, noun)
    if office is not None and office < start and all(t.text[0].isupper() for t in doc[office + 2 : start] if t.pos_ != "CCONJ"):
        noun, start = office, title_start(doc, office, persons)  # "Minister for Internal Security General A": a rank behind the office
    return Title(start, last + 1, noun, True)


def title_start(doc: Doc, noun: int, persons: set[int]) -> int:
    """Where the words begin that stand before a role noun and belong to it."""
    start = noun
    first = sentence_start(doc, noun)
    while start > first and noun - start < LONGEST:
        if not (inside_title(doc[start - 1]) or rank_stop(doc, start - 1) or short_form(doc, start) or of_name(doc, start - 1)):
            break
        if short_form(doc, start):
            start -= 3
            continue
        if (doc[start - 1].text in HYPHENS and doc[start - 1].whitespace_) or doc[start - 1].text[:1] == "/":  # a dash, an agency ("/TASS/.")
            break
        if start - 1 in persons and doc[start].tag_ != "POS" and start not in persons:
            break  # another person's name, as in a list
        start -= 1
    while start < noun and (doc[start].tag_ in {"POS", "CD"} or doc[start].text in HYPHENS or is_verb_before(doc, start)):
        start += 1
    return start


def of_name(doc: Doc, i: int) -> bool:
    """The "of" inside a name ("the Union's Horn of Zandor envoy")."""
    return doc[i].lower_ == "of" and i > 1 and all(t.pos_ == "PROPN" and t.text[0].isupper() for t in (doc[i - 1], doc[i + 1])) and doc[i - 2].tag_ == "POS"


def short_form(doc: Doc, end: int) -> bool:
    """Does a short form in brackets end here ("Armed Forces (AF)")?"""
    return end > 3 and doc[end - 1].text == ")" and doc[end - 3].text == "(" and doc[end - 2].is_upper


def rank_stop(doc: Doc, i: int) -> bool:
    """The full stop of "Maj. Gen."."""
    return i > 0 and doc[i].text == "." and doc[i - 1].lower_ in role_words().grammar.grades


def sentence_start(doc: Doc, i: int) -> int:
    """Where the sentence begins; a full stop after a rank ("spokesman Lt. Gen. A") ends none."""
    first: int = doc[i].sent.start
    while first > 1 and rank_stop(doc, first - 1):
        first = doc[first - 1].sent.start
    return first


def is_verb_before(doc: Doc, start: int) -> bool:
    """A participle right after a name is that name's verb, whatever its tag ("Ode called President Lam")."""
    return doc[start].tag_ in MODIFIER_TAGS and start > 0 and doc[start - 1].pos_ in {"PROPN", "PRON"}


def apposition(doc: Doc, start: int, stop: int) -> tuple[int, int] | None:
    """The role noun and the end of a noun phrase that begins at `start`: determiner, modifiers, role noun, "of …"; None where there is a verb first."""
    i = start
    noun = None
    while i < stop and i - start < LONGEST:
        token = doc[i]
        if noun is None and i + 3 < stop and short_form(doc, i + 3):
            i += 3
            continue
        if token.text == "," and noun is not None and in_portfolio(doc, i):
            i += 1
            continue
        if token.text in STOPS or token.text == ",":
            break
        if role_noun(token) and (noun is None or doc[i - 1].lower_ not in OF | {"the", "a"}) and noun is None:
            noun = i
        elif noun is None and not (inside_title(token) or token.pos_ in {"DET", "PRON"} or (token.lower_ == "of" and one_of(doc, start))):
            return None
        elif noun is not None and not after_noun(token):
            break
        i += 1
    return (noun, i) if noun is not None else None


def in_portfolio(doc: Doc, i: int) -> bool:
    """The comma of "Minister for Trade, Transport and Works": behind "of" or "for", among capitalised words that end with "and" and one more."""
    before = i - 1
    while before > 0 and (doc[before].text[:1].isupper() or doc[before].text == ","):
        before -= 1
    j = i + 1
    while j < len(doc) and (doc[j].text[:1].isupper() or doc[j].text == ","):
        j += 1
    ended = j + 1 < len(doc) and doc[j].lower_ == "and" and doc[j + 1].text[:1].isupper() and "," not in [t.text for t in doc[i + 1 : j]]
    return ended and doc[before].lower_ in {"of", "for"}


def is_dating(token: Token) -> bool:
    """ "since", "until", and "in" or "from" before a year or a month, and a year itself."""
    if token.is_digit or token.lower_ in TENURE:
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in DATING and (after.is_digit or after.lower_ in role_words().grammar.never)


def after_noun(token: Token) -> bool:
    """What may follow the role noun: "of the Foreign Ministry and government"; not a verb, a date, nor a second description ("and a figure in …")."""
    if is_dating(token) and not token.is_digit:
        return False
    if token.tag_ in MODIFIER_TAGS:
        return token.i > 0 and (token.nbor(-1).pos_ in {"DET", "ADP"} or token.nbor(-1).text in HYPHENS)  # "the government-backed centre"
    if token.pos_ == "CCONJ" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "DET":
        return False
    return inside_title(token) or token.pos_ in {"DET", "ADP", "CCONJ", "SYM"} or token.lower_ in OF | {"and"}


def title_after(doc: Doc, name: Name) -> Title | None:
    """ ", (the) … role noun (of …)" after the name, ended by a comma, a stop or a verb."""
    i = name.end
    if i + 1 >= len(doc) or doc[i].text != "," or doc[i + 1].sent != doc[name.start].sent:
        return None
    begin = i + 1
    if doc[begin].lower_ == "who" and begin + 1 < len(doc) and doc[begin + 1].lower_ in {"is", "was"}:
        begin += 2
        if doc[begin].lower_ in turns():  # "who was appointed minister"
            return None
    if doc[begin].like_num and begin + 1 < len(doc) and doc[begin + 1].text == ",":  # an age
        begin += 2
    found = apposition(doc, begin, doc[i].sent.end)
    if found is None:
        return None
    noun, end = found
    if doc[noun].tag_ in {"NNS", "NNPS"} and not one_of(doc, begin):
        return None
    closed = end >= doc[i].sent.end or doc[end].text in STOPS or doc[end].text == ","
    if not closed and doc[end].pos_ not in {"VERB", "AUX", "PRON", "SCONJ", "ADV", "CCONJ", "ADP"}:
        return None
    start = begin + 1 if doc[begin].pos_ == "DET" else begin
    while end > noun + 1 and doc[end - 1].pos_ in {"ADP", "DET", "CCONJ"}:
        end -= 1
    return Title(min(start, noun), end, noun, False)


def joins(doc: Doc, i: int) -> bool:
    """An "and" between capitalised words, or a comma in a portfolio ("Minister for Trade, Transport and Works")."""
    return (doc[i].lower_ == "and" and i > 0 and all(t.text[:1].isupper() for t in (doc[i - 1], doc[i + 1]))) or (doc[i].text == "," and in_portfolio(doc, i))


def one_of(doc: Doc, begin: int) -> bool:
    """ "one of the vice presidents" is one."""
    return doc[begin].lower_ == "one" and begin + 1 < len(doc) and doc[begin + 1].lower_ == "of"


def title_set_off(doc: Doc, name: Name) -> Title | None:
    """ "The head of the mission, A," with the name between commas or behind a dash after a description that opens with a determiner."""
    if name.start < 3 or name.end >= len(doc):
        return None
    if not is_dash(doc, name.start - 1) and (doc[name.start - 1].text != "," or doc[name.end].text not in {",", "."}):
        return None
    first = doc[name.start].sent.start
    i = name.start - 2
    while (
        i >= first
        and name.start - i < LONGEST
        and (
            inside_title(doc[i])
            or doc[i].pos_ in {"ADP", "DET", "SYM"}
            or doc[i].tag_ == "PRP$"
            or doc[i].lower_ in OF
            or short_form(doc, i + 1)
            or joins(doc, i)
        )
    ):
        i -= 3 if short_form(doc, i + 1) else 1
    begin = i + 1
    while begin < name.start - 1 and doc[begin].pos_ == "ADP":
        begin += 1
    if begin >= name.start - 1 or not (
        doc[begin].pos_ in {"DET", "PROPN", "ADJ"}
        or doc[begin].text[:1].isupper()
        or doc[begin].tag_ == "PRP$"
        or doc[begin + 1].tag_ == "POS"
        or one_of(doc, begin)
    ):
        return None
    inner = [i for i in range(begin + 1, name.start - 1) if doc[i].pos_ == "DET"]
    begin = next((i for i in (begin, *inner) if apposition(doc, i, name.start - 1)), begin)  # "the office of the envoy, A": the envoy
    found = apposition(doc, begin, name.start - 1)
    if found is None or (doc[found[0]].tag_ in {"NNS", "NNPS"} and not one_of(doc, begin)) or found[1] < name.start - 1:
        return None
    start = begin + 1 if doc[begin].pos_ == "DET" else begin
    return Title(min(start, found[0]), name.start - 1, found[0], True)


def is_dash(doc: Doc, i: int) -> bool:
    return doc[i].text in {"–", "—", "-"} and bool(doc[i].whitespace_) and bool(doc[i - 1].whitespace_)


def inner_office(doc: Doc, title: Title, persons: set[int]) -> Title | None:
    """Of "A, the nephew of the first commander, B" what is B's: the commander, as A is the nephew; of "A, the envoy, B, a guard, met" nothing."""
    before = title.start - 1
    if before > 0 and doc[before].pos_ == "DET":
        before -= 1
    last = title.end - 1
    if before < 1 or doc[before].text != "," or before - 1 not in persons:
        return title
    if last == title.noun or not role_noun(doc[last]):
        return None
    return Title(title_start(doc, last, persons), title.end, last, True)


def is_rank(doc: Doc, title: Title) -> bool:
    """Words of military rank and nothing else ("Brigadier", "Major General", "Lt. Col.")."""
    return all(is_grade(doc[i]) for i in range(title.start, title.end))


def is_grade(token: Token) -> bool:
    return (token.lower_ in role_words().grammar.grades and office_start(token) == token.i) or not token.is_alpha


def one_of_them(doc: Doc, name: Name) -> Title | None:
    """ "One of them, A, said": the one is A."""
    if name.start < 4 or doc[name.start - 1].text != "," or name.end >= len(doc) or doc[name.end].text != ",":
        return None
    first = max(doc[name.start].sent.start, name.start - 7)
    begin = next((i for i in range(name.start - 3, first - 1, -1) if one_of(doc, i)), None)
    return Title(begin, name.start - 1, begin, True) if begin is not None else None


def titles(doc: Doc, names: list[Name]) -> dict[int, tuple[Title, ...]]:
    """The titles of each person's name that has some, by the name's first token, the one that tells its part first.

    An honorific or a bare rank gives way to a description beside the name ("a spokesman, Colonel A,", "Colonel A, a spokesman").
    """
    found = {}
    persons = {i for n in names if n.label == PER and n.known is None for i in range(n.start, n.end)}
    wholes = {i: n.start for n in names if n.label != PER for i in range(n.start + 1, n.end + 1) if i == n.end or i not in persons}  # "ABC-D spokesman"
    for name in names:
        if name.start not in persons:
            continue
        before = title_before(doc, name, persons)
        outer = replace(name, start=before.start) if before is not None and is_rank(doc, before) else name
        off = title_set_off(doc, outer)
        beside = [t for t in (title_after(doc, name), inner_office(doc, off, persons) if off is not None else None) if t is not None]
        slight = before is not None and (outer is not name or (doc[before.noun].lower_ in honorifics() and not role_noun(doc[before.noun])))
        chosen = [*beside, before] if slight else [before, *beside]
        every = tuple(replace(t, start=wholes.get(t.start, t.start)) for t in (*chosen, one_of_them(doc, outer)) if t is not None)
        if every:
            found[name.start] = every
    return found
