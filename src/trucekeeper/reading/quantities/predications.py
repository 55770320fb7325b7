"""What a verb says of a number: the noun that is so many, reaches so many, is put at so many, lasts or costs so much."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.quantities.changes import by_order, by_tree, is_unit
from trucekeeper.reading.quantities.lexicon import words
from trucekeeper.reading.quantities.noun_phrases import head_before, is_time_unit, phrase
from trucekeeper.reading.quantities.site import Site, is_adjective, number_stands_alone, sentence_of, word


def subject_of_reaching(site: Site) -> int | None:
    """ "The number of dead has passed the 500 mark": what has."""
    verb = site.doc[site.end].head
    found = [s for s in subjects(verb) if s.i < site.start] if verb.lemma_.lower() in words("links") else []
    return counted_by(found[0]) if found else None


def predicate(site: Site) -> int | None:
    """ "about 400 were gunmen": the plural that a number that stands alone is said to be."""
    doc, at = site.doc, site.end
    if site.unit is not None or word(site, at) not in {"were", "are"}:
        return None
    at += 1
    while at < site.sentence_end and doc[at].pos_ in {"ADV", "ADJ"}:
        at += 1
    behind = doc[at + 1] if at + 1 < site.sentence_end else None
    plural = at < site.sentence_end and doc[at].tag_ in {"NNS", "NNPS"} and (behind is None or behind.pos_ in {"PUNCT", "CCONJ", "ADP", "PRON"})
    return at if plural and not is_time_unit(doc[at]) else None


def numbering(site: Site) -> int | None:
    """ "troops from Rwanda, who number about 2,500": the noun that the relative pronoun stands for."""
    doc, at, begin = site.doc, site.start - 1, sentence_of(site.doc[site.last])[0]
    if at - 2 > begin and doc[at].lemma_.lower() == "be" and doc[at - 1].lower_ == "which" and doc[at - 2].text == ",":
        return int(at - 3) if doc[at - 3].lemma_.lower() in words("counts") else None  # "the toll, which is 432"
    if at - 1 <= begin or doc[at].lemma_.lower() != "number" or doc[at - 1].lower_ not in {"who", "which", "that"}:
        return None
    at -= 2 + (doc[at - 2].text == ",")
    if doc[at].pos_ == "PROPN" and at - 2 >= begin and doc[at - 1].pos_ == "ADP" and doc[at - 2].pos_ == "NOUN":
        at -= 2
    return int(at) if doc[at].pos_ in NOUNS else None


def of_verb(site: Site) -> int | None:
    """The subject of a verb that says how many or how much, or what somebody puts at a number ("put the toll at 12")."""
    number = site.doc[site.last]
    if site.unit is not None and site.unit.kind in {"duration", "distance"}:
        return lasting(number)
    unit = number.head if base(number) == "nummod" and site.unit is not None else None
    if unit is not None and children(unit, "cop") and (counted := [s for s in children(unit, "nsubj") if s.i < number.i]):
        return counted_by(counted[0])  # "rents were up 9 percent"
    head = unit.head if unit is not None else number.head
    if head.pos_ not in {"VERB", "AUX"} or head.i >= number.i:
        return subject_of_predicate(number)
    mark = preposition(number) or preposition(number.head)
    if mark == "at":
        objects = [o for o in children(head, "obj", "nsubj") if o.i < number.i]
        return counted_by(objects[-1]) if objects else None
    if is_adjective(site, site.end):
        return None
    if head.lower_ in words("changes") and (
        moved := [o for o in children(head, "obj") if o.i < number.i and not is_unit(o) and o.lower_ not in words("filling")]
    ):
        return counted_by(moved[0])
    if head.lower_ in words("changes") or head.lemma_.lower() in words("changes") | words("links"):
        found = subjects(head)
        return counted_by(found[0]) if found and found[0].i < number.i else None
    return None


def lasting(number: Token) -> int | None:
    """What lasts or stretches so long: "the war has lasted 15 months", "the line is 1,000 km long"."""
    unit = number.head if base(number) == "nummod" else number
    verb = unit.head if unit.head is not unit else unit
    copula = any(c.dep_ == "cop" for c in verb.children)
    if not copula and (verb.lemma_.lower() not in words("lasts") or verb.pos_ not in {"VERB", "AUX"} or preposition(unit) not in {"", "for", "over"}):
        return None
    found = [s for s in own_subjects(verb) if s.pos_ in NOUNS]
    return int(found[0].i) if found else None


def subject_of_predicate(number: Token) -> int | None:
    """ "The number of dead is 12", "turnout was 3 percent"."""
    said = number.head if number.head.i == number.i + 1 and base(number) == "nummod" else number
    found = own_subjects(said) if any(c.dep_ == "cop" for c in said.children) else []
    return counted_by(found[0]) if found and found[0].pos_ in NOUNS else None


def counted_by(noun: Token) -> int | None:
    """ "the number of dead" counts the dead."""
    if noun.pos_ == "ADJ" and noun.lower_ in words("counts"):
        return int(noun.i)
    if noun.pos_ not in NOUNS:
        return None
    if noun.lemma_.lower() in words("numbers") and noun.lower_ != "shares":
        inner = [c for c in children(noun, "nmod", "acl") if preposition(c) == "of"]
        return int(inner[0].i) if inner else int(noun.i)
    return int(noun.i)


def worth(site: Site) -> int | None:
    """ "60 jets worth about $7.5bn", "a fund valued at $20 million"."""
    at = site.start - 1
    if site.unit is None or site.unit.kind != "money" or at < 1:
        return None
    at -= site.doc[at].lower_ in {"at", "to"}
    said = site.doc[at].lower_ in {"worth", "valued", "costing", "priced", "estimated", "amounting", "totalling", "totaling"}
    at -= 1 + (site.doc[at - 1].text == ",")
    return int(at) if said and site.doc[at].pos_ in NOUNS and not is_unit(site.doc[at]) else None


def of_change(site: Site) -> int | None:
    """What rose, fell, costs or measures so much."""
    if site.attributive or (site.unit is None and not number_stands_alone(site)):
        return None
    begin = sentence_of(site.doc[site.last])[0]
    by_verb = site.unit is not None and site.unit.kind not in {"duration", "distance", "area"}
    found = by_tree(site.doc, site.last, site.start, site.end, share=site.unit is not None and site.unit.kind == "share") if by_verb else None
    found = found if found is not None else by_order(site.doc, begin, site.start)
    return counted_by(found) if found is not None else None


def put_at(site: Site) -> int | None:
    """ "puts the damage at $3.4bn", "the number of militants killed at around 17,000": the words before "at", whatever the tree says."""
    doc, at, begin = site.doc, site.start - 1, sentence_of(site.doc[site.last])[0]
    if at <= begin or doc[at].lower_ != "at":
        return None
    for i in range(at - 1, max(begin, at - 9), -1):
        if doc[i].lower_ == "of" and doc[i - 1].lemma_.lower() in words("numbers"):
            return head_before(site, i + 1, at)
    near = doc[at - 1]
    put = any(t.lemma_.lower() in words("puts") for t in doc[max(begin, at - 12) : at])
    toll = next((t for t in reversed(doc[max(begin, at - 8) : at]) if t.lower_ in {"toll", "tally"}), None) if put else None
    if toll is not None:
        return int(toll.i)  # "placed the toll in 11 days of fighting at 426"
    if not put or near.pos_ != "NOUN":
        return None
    of = next((i for i in range(at - 1, max(begin, at - 6), -1) if doc[i].lower_ == "of"), None)
    return of - 1 if of is not None and doc[of - 1].pos_ == "NOUN" else int(near.i)


def moved(site: Site) -> int | None:
    """ "raised the toll of the attack to 21", "the number of missing rose to 45 from 60", "bringing to 12 the number freed": the count before "to" or
    "from", or the one right behind the number, whatever the tree says."""
    doc, begin = site.doc, sentence_of(site.doc[site.last])[0]
    at = site.start - 1
    if site.unit is not None or at <= begin or doc[at].lower_ not in {"to", "from"}:
        return None
    if word(site, site.end) in {"the", "its", "their", "his", "her"}:
        behind = phrase(doc, site.end + 1, site.sentence_end)
        if behind and behind[-1].lemma_.lower() in words("counts"):
            return counted_by(behind[-1])
    verb = next((i for i in range(at - 1, begin - 1, -1) if {doc[i].lower_, doc[i].lemma_.lower()} & words("changes") and doc[i].pos_ != "ADP"), None)
    counts = [i for i in range(begin, at) if doc[i].lemma_.lower() in words("counts")]
    if verb is None or not counts:
        return None
    return counted_by(doc[counts[-1]])  # "bringing the army's dead to five"


def numbered(site: Site) -> int | None:
    """ "The number of people who have fled to Belm since May has reached 300": those whose number opens the clause, whatever stands nearer to the verb."""
    doc, begin = site.doc, sentence_of(site.doc[site.last])[0]
    at = site.start - 1
    at -= at > begin and doc[at].lower_ in {"to", "from"}
    if site.unit is not None or at <= begin or not {doc[at].lower_, doc[at].lemma_.lower()} & (words("links") | words("changes")) or doc[at].pos_ == "ADP":
        return None
    of = next((i for i in range(at - 1, begin, -1) if doc[i].lower_ == "of" and doc[i - 1].lower_ in {"number", "numbers"}), None)
    if of is None or any(t.text in {",", ";", ":"} for t in doc[of:at]) or not any(t.tag_ in {"WP", "WDT", "VBN"} for t in doc[of:at]):
        return None
    return head_before(site, of + 1, min(at, of + 4))
