"""The counted noun phrase of a quantity: its words without the number, its class, and the words that the figure's evidence covers."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.reading.figures.lexicon import PERSONS, classes, person_ends, plain, rules
from trucekeeper.reading.layers import Quantity
from trucekeeper.reading.quantities.lexicon import numbers, words
from trucekeeper.reading.quantities.noun_phrases import JOINTS, is_hyphened
from trucekeeper.reading.quantities.site import sentence_of

OF_TARGET_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity in its Doc. Tokens [start, end) are the number with bound and unit, `sentence` those around it.

    `own` tells that the noun stands behind the number (or is what "of" names).
    """

    doc: Doc
    quantity: Quantity
    start: int
    end: int
    sentence: tuple[int, int]

    @property
    def number(self) -> Token:
        return self.doc[self.quantity.token]

    @property
    def noun(self) -> Token | None:
        return self.doc[self.quantity.noun] if self.quantity.noun is not None else None

    @property
    def own(self) -> bool:
        return self.quantity.noun is not None and self.quantity.noun >= self.end

    @property
    def counted_before(self) -> bool:
        """ "the number of militants killed …": does the noun stand before the number, in a phrase that gives the number?"""
        noun = self.noun
        if noun is None or noun.i >= self.start:
            return False
        return self.reached or (noun.i >= self.sentence[0] + 2 and "of" in (noun.nbor(-1).lower_, noun.left_edge.lower_))

    @property
    def reached(self) -> bool:
        """ "The soldiers killed there have reached 89": are they what reaches the number?"""
        noun = self.noun
        return noun is not None and noun.i < self.start and base(noun) == "nsubj" and noun.head.lemma_.lower() in words("links") - {"be", "remain"}

    @property
    def base_follows(self) -> bool:
        """ "48 of the 251 people": does the whole stand behind the part?"""
        return self.of_phrase and self.own and any(t.pos_ == "NUM" for t in self.doc[self.end : self.after])

    @property
    def counted_word(self) -> bool:
        """Is the noun only a word for a number ("a count of 17")?"""
        return self.noun is not None and self.noun.lemma_.lower() in words("numbers")

    @property
    def stands_before(self) -> bool:
        """ "The toll rose to 35": is the noun before the number, and not that of an earlier number?"""
        noun = self.noun
        if noun is None or noun.i >= self.start:
            return False
        before = self.doc[max(self.sentence[0], noun.i - 3) : noun.i]
        cut = next((t.i + 1 for t in reversed(before) if t.pos_ in {"CCONJ", "SCONJ", "PUNCT"}), before.start)
        return not any(t.like_num or t.pos_ == "NUM" for t in self.doc[cut : noun.i])

    @property
    def after(self) -> int:
        """The first token behind the number, or behind its own noun."""
        if self.own and self.quantity.noun is not None:
            return self.quantity.noun + 1
        return self.end + (self.end < len(self.doc) and self.doc[self.end].lower_ in {"more", "others", "other"})

    @property
    def node(self) -> Token:
        """The token through which the phrase hangs in the tree, at the head of a coordination."""
        noun = self.noun
        if self.own and noun is not None and not self.of_phrase:
            return first_conjunct(noun)
        number = self.number
        if base(number) in {"nummod", "advmod"} and number.head.i < self.after and abs(number.head.i - number.i) < 3 and number.head.pos_ in {*NOUNS, "NUM"}:
            number = number.head
        return first_conjunct(number)

    @property
    def of_phrase(self) -> bool:
        """ "dozens of bodies", "69 of their fighters"."""
        return self.end < self.sentence[1] and self.doc[self.end].lower_ == "of"


def counted(doc: Doc, quantity: Quantity) -> Counted:
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    start, end = (span.start, span.end) if span is not None else (quantity.token, quantity.token + 1)
    return Counted(doc, quantity, start, end, sentence_of(doc[quantity.token]))


def noun_classes(noun: Token | None) -> frozenset[str]:
    """What sort of thing a noun counts; a people's name ("Americans") is people; without a noun it is taken for people."""
    if noun is None:
        return frozenset({"people", "uncounted"})
    known = classes().get(plain(noun.lower_, noun.lemma_.lower()))
    if known is not None:
        return known
    if ("noun", plain(noun.lower_, noun.lemma_.lower())) in rules():
        return frozenset({"people"})  # "62 arrests …; forty were freed"
    if noun.lower_.rstrip("s").endswith(person_ends()) and noun.tag_ == "NNS":
        return frozenset({"people"})
    is_people = noun.text[:1].isupper() and (noun.pos_ in {"PROPN", "ADJ"} or noun.lower_.endswith("s"))
    return frozenset({"people"}) if is_people else frozenset()


def phrase_start(noun: Token, floor: int) -> int:
    """Where the modifiers before a noun begin, number and article left out."""
    at = noun.i
    while at > floor:
        before = noun.doc[at - 1]
        if before.lower_ in numbers().vague:
            break
        if before.pos_ == "NUM" or before.like_num:
            break
        joined = at - 1 > floor and before.lower_ in JOINTS and tells_of(before.nbor(-1), noun)
        if joined or is_hyphened(before) or before.pos_ in {"ADJ", "NOUN", "PROPN"} or before.tag_ in {"VBN", "VBG", "POS"} or before.text in {"-", "/"}:
            at -= 1
        else:
            break
    while at < noun.i and (noun.doc[at].text in {"-", "/"} or noun.doc[at].tag_ == "POS" or noun.doc[at].lower_ in {"more", "other", "least", "strong"}):
        at += 1
    return at


def tells_of(token: Token, noun: Token) -> bool:
    """Is it one of several words before "and" that all tell of the noun ("central and northern provinces", "Velan and Orsk fighters")?"""
    node = token
    while base(node) == "conj" and node.head.i < noun.i:
        node = node.head
    return base(node) in {"amod", "compound"} and node.head.i == noun.i


def phrase_end(noun: Token) -> int:
    """Behind the noun, or behind its "of …" where that is short and belongs to it."""
    doc, end = noun.doc, noun.i + 1
    if (joined := counted_with(noun)) is not None:
        return joined.i + 1
    if end + 1 >= sentence_of(noun)[1] or doc[end].lower_ != "of":
        return end
    at = end + 1
    limit = min(sentence_of(noun)[1], at + OF_TARGET_LONGEST)
    while at < limit and doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON"}:
        at += 1
    return at if doc[at - 1].pos_ in NOUNS else end


def counted_with(noun: Token) -> Token | None:
    """ "40 troops and volunteer auxiliaries": the other plural that one number counts, behind "and" and without an article or number of its own."""
    doc, at = noun.doc, noun.i + 1
    if noun.tag_ != "NNS" or at + 1 >= len(doc) or doc[at].lower_ != "and":
        return None
    other = next((c for c in children(noun, "conj") if c.tag_ == "NNS" and c.i > at), None)
    plain_words = other is not None and all(t.pos_ in {"ADJ", "NOUN", "PROPN"} for t in doc[at + 1 : other.i])
    return other if plain_words and other is not None and noun_classes(noun) & PERSONS and noun_classes(other) & PERSONS else None


def words_of(item: Counted) -> str | None:
    """The counted as written, without its number ("Palestinian prisoners")."""
    noun = item.noun
    if noun is None:
        return None
    if not item.own and noun.lemma_.lower() in words("counts") and item.doc[item.start - 1].lower_ not in {"of", "at"}:
        kind = next((t for t in noun.doc[max(sentence_of(noun)[0], noun.i - 2) : noun.i] if plain(t.lower_, t.lemma_.lower()) in classes()), None)
        return noun.text if kind is None else item.doc[kind.i : noun.i + 1].text  # "raised the toll of the attack to 21" says no more of whom it counts
    floor = item.end if item.own else sentence_of(noun)[0]
    found = item.doc[phrase_start(noun, floor) : phrase_end(noun)]
    return found.text.strip() or None


def evidence(item: Counted, predicate: Token | None) -> tuple[int, int]:
    """Characters from the number with its bound to the end of the counted phrase, or of the predicate where the phrase has no noun of its own."""
    noun = item.noun
    end = item.quantity.end
    if item.own and noun is not None:
        last = item.doc[phrase_end(noun) - 1]
        end = max(end, last.idx + len(last))
    elif predicate is not None and item.end <= predicate.i < item.sentence[1] and predicate.i - item.end <= 4:
        end = max(end, predicate.idx + len(predicate))
    return item.quantity.start, end
