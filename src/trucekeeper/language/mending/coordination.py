"""What an "and" joins."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.lexicon import lexicon
from trucekeeper.language.mending.tree import CLAUSAL_TIME, COMMAS, HELPERS, NOMINAL, SUBJECTS, Change, at_place_of, below, is_root
from trucekeeper.language.words import is_title

SINGULAR = frozenset({"was", "is", "has"})


def torn_subject(token: Token) -> list[Change]:
    """ "Bol and Obi signed an accord", "before the cabinet and the herders met": the verb was joined as another member to its own first subject."""
    noun = token.head
    own = [s for s in below(token, *SUBJECTS) if s.i < token.i]
    ands = [c for c in below(token, "cc") if c.lower_ == "and"]
    inside = [*below(noun, "nmod", "obl"), *(c for part in below(noun, "nmod") for c in below(part, "nmod"))]  # "a round of talks between both"
    sides = [c for c in inside if noun.i < c.i < token.i and any(k.lower_ == "between" for k in below(c, "case"))]
    helpers = below(token, *(HELPERS if sides else ("aux", "aux:pass")))  # "talks between the army and the Front were due to open"
    finite = token.tag_ in FINITE_VERBS or any(a.tag_ in FINITE_VERBS for a in helpers)
    named = noun.pos_ in NOMINAL or (noun.tag_ == "VBG" and bool(sides))  # "Fighting between the army and the Front goes on"
    if not finite or not named or noun.i > token.i or len(own) != 1 or not ands:
        return []
    timed = [c for c in below(noun, "case") if c.lower_ in CLAUSAL_TIME]
    alone = is_root(noun) and not below(noun, "cop", *SUBJECTS)
    if ands[0].i + 1 != own[0].left_edge.i or ands[0].i - 1 not in {t.i for t in noun.subtree} or not (alone or timed):
        return []
    made = [Change(own[0], noun, "conj"), Change(ands[0], own[0], "cc"), Change(noun, token, own[0].dep_)]
    marks = [Change(c, token, "mark") for c in timed]
    inner = [c for c in below(noun, "nmod") if noun.i < c.i < ands[0].i]
    if alone and inner and any(a.lower_ in SINGULAR for a in below(token, "aux", "aux:pass")):  # "a proposal for a truce and the return of guns was made"
        made[0] = Change(own[0], inner[-1], "conj")
    if alone and sides:
        made[0] = Change(own[0], sides[-1], "conj")
    if alone:
        return [Change(token, token, "ROOT"), *made, *(Change(c, token, "punct") for c in below(noun, "punct") if c.i > token.i)]
    if not is_root(noun):
        return [Change(token, noun.head, "advcl"), *made, *marks]
    spans = [c for c in below(noun, "obl:unmarked") if c.i == timed[0].i - 1]  # "it was hours before …"
    if not spans:
        return []
    moved = [Change(c, spans[0], c.dep_) for c in noun.children if c.i < spans[0].i or (c.dep_ == "punct" and c.i > token.i)]
    return [Change(spans[0], spans[0], "ROOT"), Change(token, spans[0], "advcl"), *made, *marks, *moved]


def noun_joined_to_verb(token: Token) -> list[Change]:
    """ "four were killed and six others injured": no noun is joined to a passive verb; it is the subject of the participle behind it."""
    verb = token.head
    if token.pos_ not in NOMINAL or verb.tag_ != "VBN" or not below(verb, "aux:pass") or below(token, "cop", "case"):
        return []
    behind = [c for c in below(token, "acl") if c.tag_ in {"VBN", "VBD"} and c.i == token.i + 1]
    if not behind or below(verb, "obj"):
        return []
    return [Change(behind[0], verb, "conj", "VBN"), Change(token, behind[0], "nsubj:pass"), *(Change(c, behind[0], "cc") for c in below(token, "cc"))]


def joined_to_noun(token: Token) -> list[Change]:
    """ "Chad released nine and Mali freed two": the noun before a joined verb that has no subject is its subject, and no member of what stands before it."""
    after = token.right_edge.i + 1
    ands = [c for c in below(token, "cc") if c.i == token.left_edge.i]
    if token.pos_ not in {"NOUN", "PROPN"} or not ands or after >= len(token.doc):
        return []
    word = token.doc[after]
    verb = word.head if word.dep_ in HELPERS else word
    if (
        verb.dep_ != "conj"
        or not (word.tag_ in FINITE_VERBS or word.tag_ == "MD")
        or below(verb, *SUBJECTS, "cc")
        or verb.head.i > token.i
        or verb.head.pos_ not in {"VERB", "AUX"}
    ):
        return []
    return [Change(token, verb, "nsubj:pass" if below(verb, "aux:pass") else "nsubj"), Change(ands[0], verb, "cc")]


def joined_to_its_subject(token: Token) -> list[Change]:
    """ "The plan, written by the envoy, calls for elections": without an "and" a finite verb is not joined to a noun; the noun is its subject."""
    noun = token.head
    if token.tag_ not in FINITE_VERBS or not is_root(noun) or noun.pos_ not in NOMINAL or noun.i > token.i or below(token, "cc", "mark", *SUBJECTS):
        return []
    if below(noun, "cop", *SUBJECTS) or not below(noun, "acl", "acl:relcl", "appos") or token.i + 1 == token.sent.end:
        return []
    moved = [Change(c, token, c.dep_) for c in below(noun, "punct", "obl", "advmod") if c.i > token.i]
    return [Change(token, token, "ROOT"), Change(noun, token, "nsubj"), *moved]


def joined_to_infinitive(token: Token) -> list[Change]:
    """ "urged them to pass the law and appealed for calm": a past verb without a subject is not joined to an infinitive but to the verb above."""
    other = token.head
    bare = other.tag_ == "VB" or (other.tag_ == "VBP" and any(t.text == "," for t in token.doc[other.i : token.i]))
    if token.tag_ not in {"VBD", "VBN"} or not bare or below(token, *SUBJECTS, "aux", "aux:pass", "mark") or other.i > token.i or below(other, "aux:pass"):
        return []
    above = next((a for a in other.ancestors if a.tag_ in FINITE_VERBS or below(a, "aux", "aux:pass")), None)
    if above is None or above.i > token.i:
        return []
    past = above.tag_ in {"VBD", "VBN", "VBG"} or any(a.tag_ == "VBD" for a in below(above, "aux"))  # "did not want to fight and signed"
    return [Change(token, above, "conj")] if past else []


def phrase_without_and(token: Token) -> list[Change]:
    """ "clashes in Bor and Leer between the army and herders": a phrase with a preposition of its own and no "and" before it is not joined to the place."""
    mark, first = token.left_edge, token.head
    if mark.lower_ != "between" or mark.i == 0 or mark.nbor(-1).text in COMMAS or below(token, "cc"):
        return []
    if token.pos_ not in NOMINAL or first.pos_ not in NOMINAL or token.i < first.i:
        return []
    while first.dep_ == "conj" and first.head.pos_ in NOMINAL:
        first = first.head
    verbal = first.head.pos_ in {"VERB", "AUX"} and first.dep_.startswith("obl")
    return [Change(token, first.head, "obl" if verbal else "nmod")] if verbal or (first.dep_ == "nmod" and not is_root(first)) else []


def perfect_with_time(token: Token) -> list[Change]:
    """ "had last month rejected": the time is not what was had."""
    had = token.head
    own = below(had, "obj")
    if (
        token.tag_ not in {"VBN", "VBD"}
        or had.lemma_ != "have"
        or len(own) != 1
        or own[0].lemma_.lower() not in lexicon().times.spans
        or below(token, "cc", *SUBJECTS)
    ):
        return []
    if own[0].i != token.i - 1:
        return []
    moved = [Change(c, token, c.dep_) for c in had.children if c != token and c != own[0]]
    return [at_place_of(token, had)._replace(tag="VBN"), Change(had, token, "aux"), Change(own[0], token, "obl:unmarked"), *moved]


def side_as_compound(token: Token) -> list[Change]:
    """ "between the Front's army and government troops": of the two behind "between" the first is no part of the second."""
    noun = token.head
    between = any(c.lower_ == "between" for c in (*below(noun, "case"), *below(token, "case")))
    own = [c for c in below(token, "conj") if token.i < c.i < noun.i]
    ands = [c for c in (*below(token, "cc"), *(c for o in own for c in below(o, "cc"))) if c.lower_ == "and"]
    if token.pos_ != "NOUN" or not between or not own or not ands or below(noun, "conj"):
        return []
    marks = [Change(c, token, c.dep_) for c in below(noun, "case", "det", "nmod:poss", "amod") if c.i < token.i]
    hung = phrase_without_and(noun)
    place = hung[0]._replace(token=token) if hung else at_place_of(token, noun)
    return [place, Change(noun, token, "conj"), Change(own[0], noun, "compound"), Change(ands[0], noun, "cc"), *marks]


def name_before_office(token: Token) -> list[Change]:
    """ "between President Obi and Front leader Ida Bol": a person's name with a title is no part of the office that an "and" joins to it."""
    doc, joined = token.doc, [c for c in below(token, "conj") if c.i > token.i]
    top = token.head
    while top.dep_ in {"compound", "flat"} and top.head.i > top.i:
        top = top.head
    first = token.i
    while first > 0 and doc[first - 1].tag_ == "NNP" and doc[first - 1].head in (token, top, token.head) and not is_title(doc[first - 1]):
        first -= 1
    titled = first > 0 and is_title(doc[first - 1])
    if token.tag_ != "NNP" or not titled or len(joined) != 1 or joined[0].i >= top.i or is_root(top):
        return []
    offices = [t for t in doc[joined[0].i + 1 : top.i + 1] if t.tag_ == "NN" and is_title(t)]
    ands = [c for c in (*below(joined[0], "cc"), *below(token, "cc")) if c.lower_ == "and"]
    if not offices or not ands:
        return []
    name = doc[first]
    marks = [Change(c, name, c.dep_) for c in below(top, "case") if c.i < first]
    rest = [Change(t, name, "flat") for t in doc[first + 1 : joined[0].i] if t.tag_ == "NNP"]
    last = top if top.tag_ == "NNP" or top in offices else offices[0]
    hung = [Change(joined[0], offices[0], "compound"), Change(ands[0], last, "cc"), Change(doc[first - 1], name, "nmod")]
    return [at_place_of(name, top), Change(top, name, "conj"), *marks, *rest, *hung]


def told_subjects(token: Token) -> list[Change]:
    """ "He said the council and the rebels had agreed": whom an "and" joins to what is said is the first of those who did it."""
    said = token.head
    own = [s for s in below(token, *SUBJECTS) if s.i < token.i]
    told = [o for o in below(said, "obj") if said.i < o.i < token.i and o.pos_ in {"NOUN", "PROPN"}]
    ands = [c for c in below(token, "cc") if c.lower_ == "and"]
    if (
        said.lemma_ not in lexicon().verbs.saying
        or len(own) != 1
        or len(told) != 1
        or not ands
        or ands[0].i != own[0].left_edge.i - 1
        or ands[0].i != told[0].right_edge.i + 1
    ):
        return []
    return [Change(token, said, "ccomp"), Change(told[0], token, own[0].dep_), Change(own[0], told[0], "conj"), Change(ands[0], own[0], "cc")]


def told_behind_name(token: Token) -> list[Change]:
    """ "Six died in Belm, the bishop of Tor, Ida Bol, told Reuters": a verb without "and" behind a name between commas, and with somebody who is told,
    tells what stands before."""
    verb, doc = token.head, token.doc
    if token.tag_ not in FINITE_VERBS or below(token, "cc", *SUBJECTS) or not below(token, "iobj") or verb.i > token.i or token.nbor(-1).text not in COMMAS:
        return []
    first = token.i - 1
    while first > verb.i + 1 and doc[first - 1].pos_ == "PROPN":
        first -= 1
    offices = [t for t in doc[verb.i + 1 : first] if t.dep_ == "appos" and t.pos_ == "NOUN" and any(c.text in COMMAS for c in doc[t.left_edge.i - 1 : t.i])]
    if first == token.i - 1 or doc[first - 1].text not in COMMAS or not offices:
        return []
    ends = [c for c in below(verb, "punct") if c.i > token.i]
    moved = [Change(offices[-1], token, "nsubj"), Change(doc[first], offices[-1], "appos"), *(Change(c, token, "punct") for c in ends)]
    return [at_place_of(token, verb), Change(verb, token, "ccomp"), *moved]


def joined_in_list(token: Token) -> list[Change]:
    """ "urged both sides to work for a truce, engage in talks and …": a bare verb is not joined to a past one but to its infinitive."""
    verb = token.head
    own = [c for c in below(verb, "xcomp") if c.tag_ == "VB" and verb.i < c.i < token.i]
    past = verb.tag_ == "VBD" or any(a.tag_ in FINITE_VERBS for a in below(verb, "aux"))
    if token.tag_ not in {"VBP", "VB"} or not past or not own or below(token, *SUBJECTS, "aux", "mark", "cc") or token.lower_ != token.lemma_:
        return []
    return [Change(token, own[0], "conj", "VB")]


def joined_to_month(token: Token) -> list[Change]:
    """ "In May, Chad, Mali's rival, broke off relations": a name is not joined to a month; it is the subject of the verb that has none."""
    month, verb = token.head, next((a for a in token.ancestors if a.tag_ in FINITE_VERBS), None)
    if (
        token.tag_ != "NNP"
        or month.lower_ not in lexicon().times.months
        or token.nbor(-1).text != ","
        or below(token, "cc")
        or verb is None
        or verb.i < token.i
        or below(verb, *SUBJECTS)
    ):
        return []
    others = [Change(c, token, "appos") for c in below(month, "conj") if c.i > token.i and not below(c, "cc")]
    return [Change(token, verb, "nsubj"), *others]


def joined_time(token: Token) -> list[Change]:
    """ "is away from the talks and last month it left the town": a time between "and" and a clause of its own is no member of what went before."""
    ands = below(token, "cc")
    after = token.right_edge.i + 1
    subject = token.doc[after] if after < token.sent.end else token
    verb = subject.head
    if len(ands) != 1 or token.pos_ != "NOUN" or not below(token, "amod") or subject.dep_ != "nsubj" or subject.pos_ != "PRON":
        return []
    if verb.dep_ != "conj" or verb.i < subject.i or below(verb, "cc") or verb.head not in token.ancestors:
        return []
    return [Change(token, verb, "obl:unmarked"), Change(ands[0], verb, "cc")]


def titled_name(token: Token) -> list[Change]:
    """ "by President Obi and Front leader Bol": a name whose title has the "and" is the second of two, and neither another name of the first nor part of it."""
    if token.pos_ == "PROPN":
        titles = [c for c in below(token, "nmod", "compound") if c.i < token.i and below(c, "cc")]
        before = token.nbor(-1) if token.i > token.sent.start else token
        if not titles and before.dep_ == "conj" and before.head.dep_ == "appos" and before.head.head == token.head:
            titles = [before]
        names = [token]
    else:
        titles = [token] if below(token, "cc") else []
        names = [c for c in below(token.head, "flat") if c.i > token.i]
        names = names if names and names[0].i == token.i + 1 and names[0].pos_ == "PROPN" else []
    ands = below(titles[0], "cc") if titles and names else []
    if len(ands) != 1 or ands[0].lower_ != "and" or ands[0].i + 1 != min(t.i for t in titles[0].subtree if t != ands[0]):
        return []
    first = names[0]
    return [
        Change(first, token.head, "conj"),
        Change(ands[0], first, "cc"),
        Change(titles[0], first, "nmod"),
        *(Change(c, first, "flat") for c in names[1:]),
    ]
