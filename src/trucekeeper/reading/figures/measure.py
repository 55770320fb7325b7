"""The measure of a count: from the counted noun, the verb or noun that governs it, its participles, or the count before it."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors
from trucekeeper.reading.figures.governed import by_governor, by_modifier, by_verb_before
from trucekeeper.reading.figures.lexicon import PERSONS, listed
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.figures.predicates import by_next_word, by_predicate_behind, by_state_behind
from trucekeeper.reading.figures.roles import Measured, is_number_word, lookup
from trucekeeper.reading.gazetteer.words import place_words
from trucekeeper.reading.quantities.labelled import label_of
from trucekeeper.reading.quantities.lexicon import words

UNCOUNTED = frozenset({"people", "uncounted"})
HELD = frozenset({"held", "detained"})
DONE = frozenset({"VBN", "VBD", "JJ"})  # a participle behind its noun, whatever its tag
INTRODUCE = frozenset({"for", "against", "including", "among", "of", "and", "as", "plus", "with", "along", "besides", "or"})


def measure_of(item: Counted) -> Measured | None:
    """The measure that the figure's own sentence gives it, None where nothing does."""
    if lives_there(item):
        return by_noun(item) or by_modifier(item) or Measured("count")
    for find in (
        by_both,
        by_counted_before,
        by_number_behind,
        by_moved,
        by_next_word,
        by_toll_said,
        by_noun,
        by_list,
        by_label,
        by_verb_before,
        by_state_behind,
        by_governor,
        by_predicate_behind,
        by_modifier,
    ):
        found = find(item)
        if found is not None:
            return Measured("killed") if brought_in(found) else not_denied(item, freed(item) or found if found.measure in HELD else found)
    return None


def before_of(item: Counted) -> Token | None:
    """The noun before the "of" of the counted, with what bounds the number between them ("a town of more than 300 people")."""
    at = item.start - 1
    while at > item.sentence[0] + 1 and item.doc[at].pos_ in {"ADJ", "ADV", "ADP", "DET"} and item.doc[at].lower_ != "of":
        at -= 1
    return item.doc[at - 1] if at > item.sentence[0] and item.doc[at].lower_ == "of" else None


def lives_there(item: Counted) -> bool:
    """ "killed nine in a village of 300 people": the number of a place's people, whatever is told of the place."""
    noun = before_of(item)
    return noun is not None and (noun.lower_ in place_words().types or noun.lower_ in place_words().nouns)


def brought_in(found: Measured) -> bool:
    """ "The hospital received 14 bodies": given back to nobody, they are so many dead."""
    verb = found.predicate
    if found.measure != "returned dead" or verb is None or verb.lemma_.lower() != "receive":
        return False
    return any(s.lemma_.lower() in listed("hospitals") or (s.lower_ == "it" and in_hospital(s)) for s in subjects(verb))


def in_hospital(pronoun: Token) -> bool:
    """ "The hospital said it had received …": does a hospital speak?"""
    return any(s.lemma_.lower() in listed("hospitals") for a in ancestors(pronoun) for s in own_subjects(a))


def freed(item: Counted) -> Measured | None:
    """ "the release of 2,000 held by the army": what is to become of those who are held."""
    governor = before_of(item)
    return Measured("released", governor) if governor is not None and lookup("of", governor, frozenset({"captives"})) == "released" else None


def not_denied(item: Counted, found: Measured) -> Measured | None:
    """What is found, or where that is denied, what the counted's own participle says ("Israelis driven from the north have not gone back")."""
    if found.predicate is None or not is_negated(found.predicate):
        return found
    own = by_modifier(item)
    return own if own is not None and own.predicate is not None and own.predicate.i < found.predicate.i and not is_negated(own.predicate) else None


def by_both(item: Counted) -> Measured | None:
    return Measured("casualties") if is_both(item) else None


def by_counted_before(item: Counted) -> Measured | None:
    """ "The number of people who have fled has risen to 7,900": what is counted tells the measure, and not how the number went."""
    noun = item.noun
    if noun is None or not item.counted_before:
        return None
    return by_modifier(item) if is_number_word(noun.head) or item.reached else None


def by_number_behind(item: Counted) -> Measured | None:
    """ "bringing to 12 the number of miners freed": what is said behind the word for the number."""
    noun, doc = item.noun, item.doc
    if noun is None or not item.own or doc[item.start - 1].lower_ != "to":
        return None
    number = next((t for t in doc[item.end : noun.i + 1] if is_number_word(t)), None)
    behind = next((t for t in doc[noun.i + 1 : item.sentence[1]] if t.pos_ != "ADV" and t.lower_ not in {"who", "that", "have", "had", "been"}), None)
    if number is None or behind is None or behind.tag_ not in {"VBN", "VBD"}:
        return None
    kinds = noun_classes(None if noun.i == number.i else noun)
    found = lookup("object", behind, kinds) or lookup("subject", behind, kinds)
    return Measured(found, behind) if found else None


def by_moved(item: Counted) -> Measured | None:
    """ "The number of dead has risen to 56 people", "the toll reached 56 people", "the number of injured stood at 30 people": what is counted stands before
    the verb, and only the people behind it."""
    doc, begin, to = item.doc, item.sentence[0], item.start - 1
    if not item.own or to <= begin:
        return None
    verb = next((t.i for t in reversed(doc[begin:to]) if {t.lower_, t.lemma_.lower()} & words("changes")), None)
    moved = doc[to].lower_ == "to" and verb is not None and not any(t.text == "," for t in doc[verb:to])
    linked = doc[to - 1] if doc[to].lower_ == "at" else doc[to]
    if not moved and not (linked.pos_ in {"VERB", "AUX"} and linked.lemma_.lower() in words("links") - {"be", "remain"}):
        return None
    number = next((t.i for t in reversed(doc[begin:to]) if is_number_word(t) and doc[t.i + 1].lower_ == "of"), None)
    told = [t for t in doc[number + 2 : to] if t.pos_ in {"NOUN", "ADJ"} or t.tag_ == "VBN"] if number is not None else []
    if not told and noun_classes(item.noun) & PERSONS:
        told = [t for t in reversed(doc[begin:to]) if t.lower_ == "toll"]
    if not told:
        return None
    found = lookup("noun", told[0], noun_classes(told[0]))
    if found is None and len(told) > 1 and noun_classes(told[0]) & PERSONS and told[1].tag_ == "VBN":  # "the number of people who were killed"
        found = lookup("object", told[1], noun_classes(told[0]))
    return Measured(found, told[0]) if found else None


def by_toll_said(item: Counted) -> Measured | None:
    """ "The death toll was 173 people", "the toll told on Monday was 59", "was at 13": what the toll is of, whatever the tree says."""
    doc, at = item.doc, item.start - 1
    at -= at > item.sentence[0] and doc[at].lower_ == "at"
    if at - 1 <= item.sentence[0] or doc[at].lower_ not in {"was", "is"} or item.quantity.unit:
        return None
    tolls = (t for t in (doc[at - 1], *own_subjects(item.node)) if t.lower_ in words("counts"))
    toll = next(tolls, None)
    found = lookup("noun", toll, noun_classes(toll)) if toll is not None else None
    return Measured(found, toll) if found else None


def by_noun(item: Counted) -> Measured | None:
    noun = item.noun
    if noun is None or not (item.own or item.stands_before):
        return None
    if item.quantity.unit and item.quantity.unit != "percent" and not item.quantity.unit.startswith("per "):
        return None
    kinds = noun_classes(noun)
    if item.quantity.unit and item.own and noun.tag_ == "NN" and noun.lower_ != "toll":
        return None  # "a 39 percent loss"
    found = lookup("noun", noun, kinds) or (lookup("state", noun, kinds) if noun.i == item.end and noun.tag_ == "NN" else None)
    if found is None and noun.i == item.end and noun.tag_ in {"VBN", "VBD", "JJ"}:  # "73 killed, 210 injured, 9 missing"
        found = lookup("object", noun, UNCOUNTED) or lookup("state", noun, UNCOUNTED)
    return Measured(found) if found else None


def listed_in(item: Counted) -> Token | None:
    """The noun that includes the counted: "the dead included 20 children and nine guards", "among the wounded were two medics"."""
    doc, begin = item.doc, item.sentence[0]
    at = next(
        (i for i in range(item.start - 1, max(begin, item.start - 9), -1) if doc[i].lemma_.lower() in {"include", "comprise"} and doc[i].pos_ == "VERB"), None
    )
    if at is not None and at - 1 >= begin and doc[at].tag_ in {"VBD", "VBZ", "VBP", "VB"}:
        return doc[at - 1] if doc[at - 1].pos_ in {"NOUN", "ADJ", "PROPN"} or doc[at - 1].tag_ in DONE else None
    among = next((i for i in range(begin, item.start) if doc[i].lower_ == "among"), None)
    if among is not None and among - begin <= 1 and any(t.lemma_.lower() == "be" for t in doc[among : item.start]):
        return next((t for t in doc[among + 1 : item.start] if t.pos_ in {"NOUN", "ADJ"} or t.tag_ == "VBN"), None)
    return None


def by_list(item: Counted) -> Measured | None:
    subject = listed_in(item)
    if subject is None or (item.quantity.unit and item.quantity.unit != "percent"):
        return None
    done = lookup("object", subject, PERSONS) if subject.tag_ in DONE else None  # "the prisoners being swapped include 20 women"
    found = lookup("noun", subject, noun_classes(subject)) or lookup("state", subject, UNCOUNTED) or done
    return Measured(found, subject) if found else None


def by_label(item: Counted) -> Measured | None:
    """ "Houses destroyed: 1,340", "Killed: 12"."""
    label = label_of(item.doc, item.start, item.end) if not item.own else None
    if label is None:
        return None
    kinds = noun_classes(item.noun)
    for token in item.doc[label[0] : label[1]]:
        found = lookup("noun", token, noun_classes(token)) or (
            None if token.pos_ == "NOUN" else lookup("object", token, kinds) or lookup("state", token, kinds)
        )
        if found:
            return Measured(found, token)
    return None


def is_both(item: Counted) -> bool:
    """ "1.1 million killed and wounded"."""
    words = list(item.doc[item.end : min(item.sentence[1], item.end + 3)])
    both = len(words) == 3 and words[1].lower_ in {"and", "or"}
    return both and [lookup("state", w, frozenset({"people"})) for w in (words[0], words[2])] == ["killed", "wounded"]


def default_of(item: Counted) -> str | None:
    noun = item.noun
    if noun is None:
        return None
    if (
        noun.i > item.sentence[0]
        and noun.nbor(-1).pos_ == "NOUN"
        and ((item.own and noun.lemma_.lower() in words("aims") and noun.i > item.end) or (not item.own and noun.lower_ == "numbers"))
    ):
        noun = noun.nbor(-1)  # "a 3,300 weapon target", "refugee numbers reach 40,000"
    strong = item.own and [t.lower_ for t in item.doc[item.end : item.end + 2]] == ["-", "strong"]
    return (lookup("strong", noun, noun_classes(noun)) if strong else None) or lookup("default", noun, noun_classes(noun))


def money_measure(item: Counted) -> str:
    """Pledged, given or plain money, by the verb that the sum hangs on or the nearest one before it."""
    node = item.node
    behind = item.doc[item.end] if item.end < item.sentence[1] else None
    if behind is not None and behind.tag_ == "VBN" and (found := lookup("money", behind, frozenset())):
        return found  # "$410 million received of the $2 billion required"
    for token in (node.head, node.head.head):
        found = lookup("money", token, frozenset())
        if found:
            return found
    for token in reversed(item.doc[max(item.sentence[0], item.start - 4) : item.start]):
        asks = token.pos_ == "VERB" or (token.pos_ == "NOUN" and token.nbor().lower_ in {"for", "of"})  # "an appeal for $30 million"
        found = lookup("money", token, frozenset()) if asks else None
        if found:
            return found
    return "money"


def introduced(item: Counted) -> str | None:
    """The word that brings a count in as part of, or beside, the one before it."""
    for at in (item.start - 1, item.start - 2):
        if at > item.sentence[0] and item.doc[at].lower_ == "of" and item.doc[at - 1].lower_ in {"first", "last", "second", "third", "one", "each"}:
            return None
        if at > item.sentence[0] and item.doc[at].lower_ == "with" and item.doc[at - 1].pos_ == "NOUN":
            return None  # "ten died when a boat with 278 passengers sank"
        if at >= item.sentence[0] and item.doc[at].lower_ in INTRODUCE:
            return str(item.doc[at].lower_)
        if at >= item.sentence[0] and item.doc[at].lower_ not in {"them", "whom", "which", "with"} and item.doc[at].tag_ != "PRP$":
            return None
    return None
