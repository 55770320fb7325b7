"""The measure of a count: from the counted noun, the verb or noun that governs it, its participles, or the count before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from trucekeeper.language.relations import NEGATIVE, ancestors, base, children, first_conjunct, is_negated, is_passive, own_subjects, preposition, subjects
from trucekeeper.reading.figures.lexicon import VERBAL, Role, hospitals, plain, raising, rules
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.gazetteer.words import place_words
from trucekeeper.reading.quantities.labelled import label_of
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.nouns import is_time_name, sentence_of

SKIPPED = frozenset({"AUX", "ADV", "PART"})
PLACING = frozenset({"in", "into", "at", "on", "near", "through", "across", "inside", "outside", "within", "over"})
PUT = frozenset({"put", "place", "estimate", "set"})
REACH = 7  # tokens behind a phrase in which its predicate may stand
PERSONS = frozenset({"people", "captives", "fighters", "children"})
DONE = frozenset({"VBN", "VBD", "JJ"})  # a participle behind its noun, whatever its tag
UNCOUNTED = frozenset({"people", "uncounted"})
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
SOME = frozenset({"one", "some", "many", "most", "few", "half", "several", "none", "any", "each", "majority", "rest", "part", "quarter"})
INTRODUCE = frozenset({"for", "against", "including", "among", "of", "and", "as", "plus", "with", "along", "besides", "or"})


@dataclass(frozen=True, slots=True)
class Measured:
    measure: str
    predicate: Token | None = None


def lookup(role: Role, token: Token, counted: frozenset[str], *, behind: int = 0) -> str | None:
    """The measure that a word in a role gives to nouns of these classes; `behind` asks for phrases of that many more words only."""
    word = plain(token.lower_, token.lemma_.lower(), verb=role in VERBAL)
    for rule in rules().get((role, word), ()):
        if (behind and len(rule.rest) != behind) or (rule.rest and not follows(token, rule.rest)):
            continue
        if rule.holds_for(counted):
            return rule.measure
    return None


def follows(token: Token, rest: tuple[str, ...]) -> bool:
    """Do the further words of a phrase stand behind it, in order, each within reach ("handed eight bodies over")?"""
    doc, at = token.doc, token.i
    end = min(sentence_of(token)[1], at + 12)
    for word in rest:
        at = next((i for i in range(at + 1, end) if word in (doc[i].lower_, plain(doc[i].lower_, doc[i].lemma_.lower()))), -1)
        if at < 0 or (len(rest) > 1 and at - token.i > 6):
            return False
    return True


def measure_of(item: Counted) -> Measured | None:
    """The measure that the figure's own sentence gives it, None where nothing does."""
    if lives_there(item):
        return by_noun(item) or by_modifier(item) or Measured("count")
    for find in (
        by_both,
        by_counted_before,
        by_number_behind,
        by_next_word,
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
            return not_denied(item, freed(item) or found if found.measure in HELD else found) if not brought_in(found) else None
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
    """ "The hospital received 14 bodies": given back to nobody."""
    verb = found.predicate
    if found.measure != "returned dead" or verb is None or verb.lemma_.lower() != "receive":
        return False
    return any(s.lemma_.lower() in hospitals() or (s.lower_ == "it" and in_hospital(s)) for s in subjects(verb))


def in_hospital(pronoun: Token) -> bool:
    """ "The hospital said it had received …": does a hospital speak?"""
    return any(s.lemma_.lower() in hospitals() for a in ancestors(pronoun) for s in own_subjects(a))


HELD = frozenset({"held", "detained"})


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


def is_number_word(token: Token) -> bool:
    return token.lemma_.lower() in words("numbers")


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


def by_state_behind(item: Counted) -> Measured | None:
    """ "left 15 people dead and 25 wounded"."""
    at = item.after
    if (
        at < item.sentence[1]
        and item.doc[at].text == ","
        and "leave" in {t.lemma_.lower() for t in item.doc[max(item.sentence[0], item.start - 4) : item.start]}
    ):
        at = next((t.i + 1 for t in item.doc[at + 1 : min(item.sentence[1] - 1, at + 14)] if t.text == ","), at)  # "left 30 people, two of them nurses, dead"
    token = item.doc[at] if item.own and at < item.sentence[1] else None
    # "52 were killed and 65 others wounded"
    joined = item.start > item.sentence[0] and item.doc[item.start - 1].lower_ in {"and", "or", ","}
    hurt = joined and token is not None and token.tag_ in {"VBN", "VBD"} and lookup("state", token, noun_classes(item.noun)) in {"killed", "wounded", "missing"}
    told = token is not None and (hurt or token.pos_ == "ADJ" or token.lower_ in {"in", "behind", "under"})  # "300 people in custody"
    found = lookup("state", token, noun_classes(item.noun)) if token is not None and told else None
    return Measured(found, token) if found else None


def is_both(item: Counted) -> bool:
    """ "1.1 million killed and wounded"."""
    words = list(item.doc[item.end : min(item.sentence[1], item.end + 3)])
    both = len(words) == 3 and words[1].lower_ in {"and", "or"}
    return both and [lookup("state", w, frozenset({"people"})) for w in (words[0], words[2])] == ["killed", "wounded"]


def by_next_word(item: Counted) -> Measured | None:
    """A number that stands alone before what happened: "168 wounded", "220,000 dead", "58 remain"."""
    if item.own or item.quantity.unit not in {None, "percent"}:
        return None
    start = item.after + 2 if [t.lower_ for t in item.doc[item.end : item.end + 2]] in (["of", "them"], ["of", "whom"], ["of", "those"]) else item.after
    if start > item.after and start + 1 < item.sentence[1] and item.doc[start].tag_ == "VBN" and item.doc[start + 1].tag_ in {"VBD", "VBP", "VBZ"}:
        start += 1  # "14 of those seized were released"
    if start < item.sentence[1] and item.doc[start].text == "," and (close := closing_comma(item, start)) is not None:
        start = close + 1  # "334 of them, 186 children among them, died"
    return next(predicates(item, start, 1), None)


def role_words(item: Counted, token: Token) -> str | None:
    """The measure of a word that says something of the counted and stands behind it."""
    kinds = noun_classes(item.noun)
    behind_them = item.doc[item.after].lower_ == "of" and token.i == item.after + 2
    alone = (token.i == item.after or behind_them) and not item.own  # "another 12 hurt", "90 of them wounded", whatever the tag
    if does_itself(token):
        return lookup("subject", token, kinds)
    passive = alone or (token.tag_ in {"VBN", "VBD"} and (is_passive(token) or token.i == item.after or be_before(token) or is_found(token)))
    if passive or token.pos_ == "ADJ":
        found = lookup("object", token, kinds) or lookup("state", token, kinds)
        if found:
            return found
    if alone or (token.pos_ in {"VERB", "AUX"} and not passive):
        return lookup("subject", token, kinds) or (lookup("state", token, kinds) if token.tag_ == "VBG" else None)  # "are still missing"
    return lookup("state", token, kinds) or (lookup("subject", token, kinds) if token.tag_ in {"VBD", "VBN"} else None)


def be_before(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    while before is not None and before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    return before is not None and before.lemma_.lower() in {"be", "get"}


def does_itself(token: Token) -> bool:
    """ "Sixty of his men seized the camp": a verb with an object of its own is nothing done to its subject."""
    done = token.tag_ in {"VBD", "VBN"} and not be_before(token)
    return done and any(c.i > token.i and not is_time_name(c) for c in children(token, "obj"))


def is_found(token: Token) -> bool:
    """ "have been confirmed killed": what a raising verb in the passive says of its subject."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.tag_ == "VBN" and is_raising(before) and be_before(before)


def predicates(item: Counted, start: int, reach: int) -> Iterator[Measured]:
    """Measures of the predicate that begins at a token, auxiliaries, adverbs and raising verbs passed over."""
    doc, end = item.doc, item.sentence[1]
    passed = 0
    for token in doc[start : min(end, start + REACH + reach)]:
        if token.text in QUOTES:
            continue
        if token.lower_ in NEGATIVE or (token.lower_ == "yet" and token.i + 1 < end and token.nbor().lower_ == "to"):
            return
        found = role_words(item, token)
        if found:
            yield Measured(found, token)
            return
        raising = is_raising(token)
        if raising and says_itself(token):
            return
        if not (raising or token.pos_ in SKIPPED or token.tag_ == "TO"):
            passed += 1
            if passed >= reach:
                return


def says_itself(token: Token) -> bool:
    """ "A rebel commander said 12 soldiers had been killed": the counted says it, and it is not said of him."""
    return token.tag_ in {"VBD", "VBZ", "VBP"} and not be_before(token) and bool(children(token, "ccomp")) and bool(children(token, "nsubj"))


def is_raising(token: Token) -> bool:
    return token.lemma_.lower() in raising() or plain(token.lower_, token.lemma_.lower(), verb=True) in raising()


def by_predicate_behind(item: Counted) -> Measured | None:
    if (item.base_follows and is_reduced(item)) or is_place(item) or is_partitive_base(item):
        return None
    at = past_phrases(item)
    return next(predicates(item, at, 1), None)


def is_place(item: Counted) -> bool:
    """ "grenades thrown into three bars injured …": is the phrase only where something was done, by its preposition and a noun of no class?"""
    before = item.doc[item.start - 1].lower_ if item.start > item.sentence[0] else ""
    return before in PLACING and item.own and not item.of_phrase and not noun_classes(item.noun)


def is_reduced(item: Counted) -> bool:
    """Does the participle behind a whole belong to it ("48 of the 251 people seized that day are …"), with another verb to follow?"""
    rest = item.doc[item.after : item.sentence[1]]
    return len(rest) > 0 and rest[0].tag_ == "VBN" and any(t.tag_ in {"VBD", "VBP", "VBZ"} for t in rest[1:])


def past_phrases(item: Counted) -> int:
    """Behind the counted phrase with its prepositional phrases and what stands between commas."""
    doc, end, at = item.doc, item.sentence[1], item.after
    while at < end:
        token = doc[at]
        if token.pos_ == "ADP" and token.tag_ == "IN":
            at += 1
            while at < end and doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"} and doc[at].lower_ not in {"who", "that", "which"}:
                at += 1
        elif token.text == "," and (listed := past_list(item, at)) is not None:
            at = listed
        elif token.text == "," and (close := closing_comma(item, at)) is not None:
            at = close + 1
        elif token.lower_ in {"and", "or"} and at + 1 < end and doc[at + 1].pos_ in {"NUM", "NOUN", "PROPN", "ADJ", "DET", "ADP", "ADV"}:
            at += 1
            while at < end and doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "ADV"} and not says(item, doc[at]):
                at += 1
        elif token.lower_ in {"who", "that", "which"}:
            at += 1
        else:
            break
    return at


def past_list(item: Counted, at: int) -> int | None:
    """Behind the other counts of a list ("150 soldiers, 95 civilians and hundreds of rebels killed")."""
    doc, end = item.doc, min(item.sentence[1], at + 18)
    if at + 1 >= end or doc[at + 1].pos_ != "NUM":
        return None
    while at < end and (doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "ADV", "CCONJ"} or doc[at].text == ",") and not says(item, doc[at]):
        at += 1
    told = at < end and (doc[at].pos_ in {"VERB", "AUX"} or says(item, doc[at]))
    return at if told and doc[at - 1].text != "," else None


def says(item: Counted, token: Token) -> bool:
    """Is an adjective the predicate and no part of a phrase ("left 53 soldiers and a civilian dead")?"""
    ahead = token.i + 1 < item.sentence[1] and token.nbor().pos_ in {"NOUN", "PROPN", "ADJ"}
    return token.pos_ in {"ADJ", "ADV"} and not ahead and lookup("state", token, noun_classes(item.noun)) is not None


def closing_comma(item: Counted, at: int) -> int | None:
    """The end of an insertion ("36 people, including seven children, were killed")."""
    doc = item.doc
    for token in doc[at + 1 : min(item.sentence[1], at + 14)]:
        if token.text == ",":
            behind = doc[token.i + 1] if token.i + 1 < item.sentence[1] else None
            return int(token.i) if behind is not None and behind.pos_ in {"VERB", "AUX", "ADV"} else None
        if token.pos_ == "AUX":
            return None
    return None


def by_governor(item: Counted) -> Measured | None:
    if is_partitive_base(item):
        return by_modifier(item)
    kinds = noun_classes(item.noun)
    node = item.node
    for word, role in governors(node):
        if item.own and item.noun is not None and item.end <= word.i < item.noun.i:
            continue  # "13 internally displaced people were killed", the participle taken for the verb
        if only_reaches(item, word):
            continue
        found = lookup(role, word, kinds) or (lookup("state", word, kinds) if role == "object" and word.pos_ != "VERB" else None)
        if found:
            return Measured(found, word)
    return None


def only_reaches(item: Counted, verb: Token) -> bool:
    """ "The dead have reached 40": a number that stands alone is nothing done."""
    return not item.own and verb.lemma_.lower() in words("links")


def is_partitive_base(item: Counted) -> bool:
    """ "Of the 251 hostages taken …, 58 remain", "one of the 58 hostages": the number is only what the other is a part of."""
    doc, begin, at = item.doc, item.sentence[0], item.start - 1
    if doc[begin].lower_ == "of" and item.start - begin <= 3 and not any(t.text == "," for t in doc[begin : item.start]):
        return True
    at -= at > begin and doc[at].pos_ in {"DET", "PRON"}
    return at > begin and doc[at].lower_ == "of" and doc[at - 1].lower_ in SOME and doc[max(begin, at - 2)].lower_ != "how"


def governors(node: Token) -> Iterator[tuple[Token, Role]]:
    """The words that a phrase hangs on with its role, nearest first."""
    head, relation = node.head, base(node)
    if head is node:
        yield from complements(node)
        return
    if relation == "obj" or node.dep_ == "nsubj:pass" or (relation == "nsubj" and is_passive(head)):
        yield head, "object"
        yield from complements(head)
    elif relation == "nsubj":
        yield head, "subject"
        yield from complements(head)
    elif relation in {"nmod", "obl"} and preposition(node) == "of":
        yield head, "of"
        yield from nominal_chain(head)
    elif relation in {"nmod", "obl"} and preposition(node) == "to":
        yield head, "to"
    elif relation == "compound" or (relation == "nmod" and not preposition(node)):
        yield head, "of"


def nominal_chain(noun: Token) -> Iterator[tuple[Token, Role]]:
    """ "received the bodies of 501 soldiers": the verb of the noun that the count is "of"."""
    outer = first_conjunct(noun)
    if base(outer) == "nmod" and preposition(outer) == "of":
        yield outer.head, "of"


def complements(verb: Token) -> Iterator[tuple[Token, Role]]:
    """What a raising verb, a copula or a result says of its subject or object."""
    for child in children(verb, "xcomp", "ccomp", "advcl", "conj", "obj", "advmod"):
        if child.i < verb.i or (base(child) in {"ccomp", "advcl", "conj"} and (not is_raising(verb) or says_itself(verb))):
            continue
        if child.tag_ == "VBN" or is_passive(child):
            yield child, "object"
        if child.pos_ in {"ADJ", "ADV", "VERB", "NOUN"}:
            yield child, "state"
        if child.pos_ == "VERB" and base(child) == "xcomp" and child.tag_ != "VBN":
            yield child, "subject"
        if base(child) == "xcomp":
            yield from complements(child)
    if verb.pos_ in {"ADJ", "NOUN"} and any(c.dep_ == "cop" for c in verb.children):
        yield verb, "state"


def by_verb_before(item: Counted) -> Measured | None:
    """The verb or noun straight before the number, whatever the tree says: "killed at least 30 people", "the release of 20 prisoners"."""
    doc, at, begin = item.doc, item.start - 1, item.sentence[0]
    if at < begin or (item.quantity.unit and item.quantity.unit != "percent"):
        return None
    kinds = noun_classes(item.noun)
    steps = 0
    while at > begin and steps < 4 and is_between(doc[at]) and lookup("object", doc[at], kinds) is None:
        at, steps = at - 1, steps + 1
    counting = doc[at].lower_ == "of" and at - 1 > begin and doc[at - 1].lemma_.lower() in words("numbers") | words("groups")
    if counting and (article := article_before(doc[at - 1], begin)) is not None:
        at = article - 1  # "disarm a total of 8,800 rebels", "freed a first group of 12"
        while at > begin and is_between(doc[at]) and lookup("object", doc[at], kinds) is None:
            at -= 1
    if doc[at].lower_ in {"of", "at"}:
        return by_noun_before(item, at - 1) if at > begin else None
    if only_reaches(item, doc[at]):
        return None
    if doc[at].pos_ not in {"VERB", "NOUN", "ADJ", "AUX", "ADP", "PART"} or any(c.dep_ == "aux:pass" for c in doc[at].children):
        return None
    for token in reversed(doc[max(begin, at - 3) : at + 1]):  # "set fire to 20 homes" begins before its last word
        found = lookup("object", token, kinds, behind=at - token.i)
        if found:
            both = (
                token.i - 2 >= begin
                and doc[token.i - 1].lower_ in {"and", "or"}
                and {found, lookup("object", doc[token.i - 2], kinds)} == {"killed", "wounded"}
            )
            return Measured("casualties" if both else found, token)
    return None


def article_before(noun: Token, begin: int) -> int | None:
    """Where the article of a noun stands, with no more than its own words between ("a first hostage group")."""
    at = noun.i - 1
    while at > begin and noun.doc[at].pos_ in {"ADJ", "NOUN"}:
        at -= 1
    return at if at > begin and noun.doc[at].lower_ in {"a", "an", "the", "another"} else None


def is_between(token: Token) -> bool:
    """A word that may stand between a verb and its number ("pulled out its remaining 1,000 troops")."""
    return token.pos_ in {"DET", "ADV", "ADJ", "SYM"} or token.tag_ == "PRP$" or (token.tag_ == "VBG" and token.nbor(-1).tag_ == "PRP$")


def by_noun_before(item: Counted, at: int) -> Measured | None:
    """ "the release of 20 prisoners", "put its dead at 31"."""
    noun = item.doc[at]
    if item.doc[at + 1].lower_ == "of" and "bodies" in noun_classes(noun):
        return of_bodies(noun)
    if item.doc[at + 1].lower_ == "of":
        found = lookup("of", noun, noun_classes(item.noun))
    else:
        found = lookup("noun", noun, noun_classes(noun)) or by_noun_put(item, at)
    return Measured(found, noun) if found else None


def by_noun_put(item: Counted, at: int) -> str | None:
    """ "put the dead of the war at 31": the noun between the verb and "at", whatever stands behind it."""
    begin = max(item.sentence[0], at - 8)
    verb = next((t for t in reversed(item.doc[begin:at]) if t.lemma_.lower() in PUT), None)
    if verb is None:
        return None
    inside = item.doc[verb.i + 1 : at + 1]
    found = next((m for t in inside[:-1] if t.text.isalpha() and (m := lookup("noun", t, noun_classes(t)))), None)
    # "put the number of those taken at 72"
    return found or next((m for t in inside[1:] if t.tag_ in {"VBN", "VBD"} and (m := lookup("object", t, noun_classes(t.nbor(-1))))), None)


def of_bodies(noun: Token) -> Measured:
    """ "the bodies of 15 men": given back, or else only dead."""
    kinds = noun_classes(noun)
    node = first_conjunct(noun)
    found, word = next(((m, w) for w, role in governors(node) if (m := lookup(role, w, kinds))), (None, noun))
    before = node.doc[node.left_edge.i - 1] if node.left_edge.i > sentence_of(node)[0] else None
    if found is None and before is not None and before.pos_ == "VERB":
        found = lookup("object", before, kinds)
    if found is None:
        begin, end = sentence_of(noun)
        found = next((m for t in noun.doc[begin:end] if t.pos_ == "VERB" and (m := lookup("object", t, kinds))), None)
    return Measured(found or "killed", word)


def by_modifier(item: Counted) -> Measured | None:
    """The noun's own participle, relative clause or adjective: "hostages taken by …", "people who fled", "wounded soldiers"."""
    noun = item.noun
    if noun is None or not (item.own or item.counted_before) or item.base_follows:
        return None
    kinds = noun_classes(noun)
    shared = [c for c in noun.head.children if base(c) == "acl" and noun.i < c.i < item.start] if item.counted_before and is_number_word(noun.head) else []
    for child in (*noun.children, *shared):  # a clause behind "the number of those" may hang on either noun
        relation = base(child)
        role: Role | None = None
        if relation == "acl":
            perfect = any(base(c) == "aux" and c.lemma_ == "have" for c in child.children)
            others = any(s.tag_ not in {"WP", "WDT"} for s in children(child, "nsubj"))  # "hostages they seized", but "men who fled"
            role = "object" if others or is_passive(child) or (child.tag_ == "VBN" and not perfect) else "subject"
        elif relation == "amod":
            role = "state"
        found = (lookup(role, child, kinds) or (lookup("object", child, kinds) if role == "state" and child.tag_ == "VBN" else None)) if role else None
        if found:
            return Measured(found, child)
    behind = next((t for t in noun.doc[noun.i + 1 : item.sentence[1]] if t.pos_ != "ADV"), None)
    if behind is not None and behind.tag_ in {"VBN", "VBD"} and not is_place(item) and not does_itself(behind):
        found = lookup("object", behind, kinds)
        return Measured(found, behind) if found else None
    return None


def default_of(item: Counted) -> str | None:
    noun = item.noun
    if noun is None:
        return None
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
        if at >= item.sentence[0] and item.doc[at].lower_ in INTRODUCE:
            return str(item.doc[at].lower_)
        if at >= item.sentence[0] and item.doc[at].lower_ not in {"them", "whom", "which", "with"} and item.doc[at].tag_ != "PRP$":
            return None
    return None
