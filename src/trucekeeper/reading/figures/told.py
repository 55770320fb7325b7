"""What a count is told as: done, or only planned, proposed, demanded, threatened, conditional or denied, asked of the word that the count hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Status
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.figures.identity import identity
from trucekeeper.reading.figures.lexicon import listed
from trucekeeper.reading.figures.phrases import Counted
from trucekeeper.reading.figures.roles import Measured, is_partitive_base
from trucekeeper.reading.layers import FigureFound, layers

STEPS = 4  # words between a count and the verb that it hangs on
TALKED = frozenset({"on", "over", "about", "for"})
REAL = frozenset({"happened", "ongoing"})
THROUGH = frozenset({"nmod", "conj", "appos", "nummod", "compound", "flat", "dep", "amod", "advmod"})


def told_as(item: Counted, measured: Measured, *, hedged: bool) -> Status | None:
    """None where the count is told as done, or as what holds whatever becomes of it ("demanded the return of the 40 held there")."""
    if item.quantity.value == 0 or measured.measure in identity().own_word:
        return None
    if measured.measure == "count" and is_partitive_base(item):
        return None  # "most of the 108 may have been shot": of the 108 nothing is told
    if measured.predicate is None and measured.measure not in identity().moved:
        return None  # "will look into 12 deaths"
    node, word = (item.node, measured.predicate) if measured.predicate is not None else hung_on(item)
    if word is None or is_negated(word) or is_said_to_be(word):
        return None
    found = asked_of(node, word) or of_event(word) or status_of(word).status
    if found in REAL and (first := joined_to(word)) is not None:
        found = of_event(first) or status_of(first).status
    if found in REAL and (led := led_by(word)) is not None:
        return led
    if found in REAL and word.pos_ == "NOUN":
        found = of_release(word) or found
    if found == "demanded" and measured.measure == "displaced":
        return None  # "270,000 people have sought refuge": what they want is asked of nobody
    if found in REAL or (found == "conditional" and hedged and is_of_past(word)) or (found == "denied" and item.doc[item.start].lower_ == "no"):
        return None  # "allows no more than 40 posts" denies nothing
    return found


def is_of_past(word: Token) -> bool:
    """ "may have been killed", "could be dead", "300 possible deaths": a doubt about what is done, and no doubt whether it will be ("could be freed")."""
    if modal(word) is None:
        return True
    return any(a.lower_ == "have" for a in auxiliaries(word)) or not is_verbal(word)


def of_release(noun: Token) -> Status | None:
    """ "talks on the release of 12", "until they reciprocate with the release of 12": what is told of an act that is only named."""
    if base(noun) in {"nmod", "obl"} and preposition(noun) in TALKED and lemma_in(noun.head, identity().talked_of):
        return "planned"
    above = next((a for a in ancestors(noun) if a.pos_ in {"VERB", "AUX"}), None)
    if above is not None and above.tag_ in {"VBZ", "VBP"} and any(m.lower_ in listed("not_yet") for m in children(above, "mark")):
        return "conditional"
    return None


def led_by(word: Token) -> Status | None:
    """ "The sides will each free 100 prisoners": what a modal right before it tells of a verb that was taken for something else."""
    if word.pos_ in {"VERB", "AUX"}:
        return None
    led = next((t.lower_ for t in reversed(word.doc[max(0, word.i - 3) : word.i]) if t.pos_ not in {"ADV", "DET"}), "")
    return "planned" if led in {"will", "shall"} else "conditional" if led in {"would", "could", "may", "might"} else None


def joined_to(word: Token) -> Token | None:
    """ "will hand over 300 men and receive 70": the verb whose "will" is the second one's too, which has no subject and no form of its own."""
    first = word.head if base(word) == "conj" else None
    bare = word.tag_ in {"VB", "VBP"} and not children(word, "nsubj", "aux")
    return first if first is not None and bare and first.tag_ == "VB" else None


def is_said_to_be(word: Token) -> bool:
    """ "claim to have 35,000 fighters", "claimed on Monday to have killed 40", "three are believed to be dead": what somebody says of the present or of what
    was done is no plan."""
    above = word.head
    hedges = above.lower_ in identity().of_hedge or governor_word(above, "clause") == "reported"
    if has_to(word) and is_passive(above) and hedges and any(c.lower_ == "be" for c in children(word, "cop", "aux")):
        return True
    if (
        word.tag_ == "VBN"
        and word.i > 1
        and [t.lower_ for t in word.doc[word.i - 2 : word.i]] == ["to", "have"]
        and governor_word(word.head, "clause") == "reported"
    ):
        return True
    says = word.doc[word.i - 2] if word.i > 1 and has_to(word) else None  # by the words: the tree may hang it elsewhere
    return says is not None and word.lemma_.lower() == "have" and governor_word(says, "clause") == "reported"


def of_event(word: Token) -> Status | None:
    """What the events' reader has found of the act that a word names, where it ran before."""
    return next((e.status for e in layers(word.doc).events if e.trigger[0] <= word.idx < e.trigger[1]), None)


def hung_on(item: Counted) -> tuple[Token, Token | None]:
    """The word by which a count hangs on its verb, and that verb, or a noun for what is asked or planned ("a plan for 600 lorries a day")."""
    node = item.node
    for _ in range(STEPS):
        head = node.head
        if head.i == node.i:
            return node, node if is_verbal(node) else None
        if is_verbal(head) or children(head, "cop") or lemma_in(head, identity().asked):
            return node, head
        if base(node) not in THROUGH:
            break
        node = head
    return node, None


def asked_of(node: Token, word: Token) -> Status | None:
    """ "needs 600 lorries", "40 are needed", "a convoy is due": what a word says of what is asked for by it."""
    if node.head.i != word.i:
        return None
    if base(node) == "nsubj":
        asks = is_passive(word) or bool(children(word, "cop"))
    else:
        asks = base(node) == "obj" if is_verbal(word) else base(node) in {"nmod", "obl"}
    lemma = lemma_in(word, identity().asked)
    return identity().asked[lemma] if asks and lemma else None


def of_the_same(item: Counted, measured: Measured, items: Sequence[Counted], figures: Sequence[FigureFound], part: int | None) -> Status | None:
    """A part shares what its whole is told as, and so does a count that has its measure from the one before it ("will swap 80 men for 120 others")."""
    if measured.predicate is not None or item.doc[min(item.end, item.sentence[1] - 1)].pos_ in {"VERB", "AUX"}:
        return None
    if part is not None and figures[part].measure == measured.measure:
        return figures[part].told_as
    last = next((i for i in range(len(items) - 1, -1, -1) if figures[i].measure == measured.measure), None)
    return figures[last].told_as if last is not None and items[last].sentence == item.sentence and not item.own else None
