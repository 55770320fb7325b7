"""What the parser gets wrong in the same way again and again, put right where the words leave no doubt.

Each mend looks for a tree that no English sentence has (a subject of an auxiliary, a finite verb joined to a noun by the "and" of its own subject, a participle
before an article) and gives the tree that it stands for. On treebanks that the parser was not trained on none loses more arcs than it gains.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper.language.words import is_never_capitalised, is_title, is_word

SUBJECTS = ("nsubj", "nsubj:pass")
HELPERS = ("aux", "aux:pass", "cop")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPENING = ("det", "nummod", "nmod:poss")
CLAUSAL_TIME = frozenset({"after", "before", "since", "until", "as"})
COMMAS = frozenset({",", ";"})
SPANS_OF_TIME = frozenset({"day", "week", "weekend", "month", "year", "night", "hour"})
PARTICLES = frozenset({"in", "out", "up", "over", "off", "down", "back"})
SINGULAR = frozenset({"was", "is", "has"})
FLOATING = frozenset({"each", "both", "all"})
KINDS = {  # what a mended tag says of the kind of word and of its form
    "DT": ("DET", ""),
    "NN": ("NOUN", "Number=Sing"),
    "NNS": ("NOUN", "Number=Plur"),
    "VB": ("VERB", "VerbForm=Inf"),
    "VBD": ("VERB", "Tense=Past|VerbForm=Fin"),
    "VBN": ("VERB", "Tense=Past|VerbForm=Part"),
    "VBP": ("VERB", "Tense=Pres|VerbForm=Fin"),
    "VBZ": ("VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
}


class Change(NamedTuple):
    token: Token
    head: Token  # itself: the root
    relation: str
    tag: str = ""


Mend = Callable[[Token], list[Change]]


def below(token: Token, *relations: str) -> list[Token]:
    return [c for c in token.children if c.dep_ in relations]


def is_root(token: Token) -> bool:
    return token.head.i == token.i


def at_place_of(token: Token, old: Token) -> Change:
    """The token where another one was in the tree."""
    return Change(token, token if is_root(old) else old.head, old.dep_)


# subjects


def subject_of_auxiliary(token: Token) -> list[Change]:
    """ "18 people were reported killed": what hangs on an auxiliary as its subject is the subject of the verb."""
    helper = token.head
    if helper.dep_ not in HELPERS or is_root(helper) or helper.head.pos_ == "ADV" or token.i > helper.i or below(helper.head, *SUBJECTS):
        return []
    return [Change(token, helper.head, token.dep_)]


def modal_as_subject(token: Token) -> list[Change]:
    """ "the army must, among other things, disarm"."""
    verb = token.head
    if token.tag_ != "MD":
        return []
    return [Change(token, verb, "aux"), *(Change(s, verb, "nsubj") for s in below(token, "nsubj")), *(Change(m, verb, "mark") for m in below(token, "mark"))]


def outer_subject(token: Token) -> list[Change]:
    """The only subject of a verb is no outer one."""
    verb = token.head
    if verb.pos_ != "VERB" or below(verb, *SUBJECTS):
        return []
    return [Change(token, verb, "nsubj:pass" if below(verb, "aux:pass") else "nsubj")]


def active_subject(token: Token) -> list[Change]:
    """A finite past verb without an auxiliary is no passive."""
    verb = token.head
    if token.dep_ != "nsubj:pass" or verb.tag_ not in FINITE or below(verb, "aux:pass", "aux"):
        return []
    return [Change(token, verb, "nsubj")]


def subject_before_subject(token: Token) -> list[Change]:
    """Of two subjects side by side the second is the name of the first ("his rival Obi"), or its head ("the attorney general")."""
    after = token.i + 1
    opening = below(token, "det", "nmod:poss")
    if token.pos_ != "NOUN" or not opening or after >= len(token.doc):
        return []
    second = token.doc[after]
    if second.head != token.head or second.dep_ not in SUBJECTS or below(second, *OPENING):
        return []
    if second.pos_ == "PROPN":
        return [Change(second, token, "appos")]
    return [Change(token, second, "compound"), *(Change(c, second, c.dep_) for c in opening)] if second.pos_ == "NOUN" else []


def subject_cut_off(token: Token) -> list[Change]:
    """ "Obi and Bol, the release said, renewed their call": the first of two subjects is that of the verb behind the inserted saying."""
    saying = token.head
    later = [s for s in below(saying, "nsubj") if s.i > token.i]
    said = [c for c in below(saying, "ccomp", "parataxis") if c.i > saying.i and (c.tag_ in FINITE or below(c, "aux", "aux:pass"))]
    if (
        len(later) != 1
        or not said
        or below(said[0], *SUBJECTS, "mark")
        or later[0].i > saying.i
        or not any(t.text in COMMAS for t in token.doc[token.i : later[0].i])
    ):
        return []
    return [Change(token, said[0], "nsubj:pass" if below(said[0], "aux:pass") else "nsubj")]


def told_as_subject(token: Token) -> list[Change]:
    """ "Obi told Reuters, all clans have left": of two subjects the one right behind the verb of telling is who was told."""
    verb = token.head
    telling = verb.head
    if verb.dep_ != "ccomp" or token.left_edge.i != telling.i + 1 or len(below(verb, *SUBJECTS)) < 2 or below(telling, "obj", "iobj"):
        return []
    return [Change(token, telling, "iobj")]


def subject_of_infinitive(token: Token) -> list[Change]:
    """ "warned the rebels not to launch": who is to do it is the object of the verb before."""
    verb = token.head
    over = verb.head
    marks = [m for m in below(verb, "mark") if m.lower_ == "to"]
    if verb.dep_ != "ccomp" or not marks or not over.i < token.i < marks[0].i or over.pos_ != "VERB" or below(over, "obj", "iobj") or below(verb, "aux"):
        return []
    if any(m.lower_ in {"for", "that"} for m in below(verb, "mark")) or token.doc[over.i + 1].i != token.left_edge.i:
        return []
    return [Change(token, over, "obj"), Change(verb, over, "xcomp")]


def plural_for_verb(token: Token) -> list[Change]:
    """ "The militia plans to attack the town, the ministry said": a verb of saying has one subject, and the other was a verb."""
    saying = token.head
    others = [s for s in below(saying, *SUBJECTS) if s.i > token.i]
    before = [c for c in below(token, "compound") if c.i == token.i - 1]
    if token.tag_ != "NNS" or saying.tag_ not in FINITE or not others or not before or not any(t.text in COMMAS for t in token.doc[token.i : others[0].i]):
        return []
    made = [Change(token, saying, "ccomp", "VBZ"), Change(before[0], token, "nsubj"), *(Change(c, before[0], c.dep_) for c in below(token, "det", "amod"))]
    return made + [Change(c, token, "xcomp") for c in below(token, "acl") if c.i > token.i]


# coordination


def torn_subject(token: Token) -> list[Change]:
    """ "Bol and Obi signed an accord", "before the cabinet and the herders met": the verb was joined as another member to its own first subject."""
    noun = token.head
    own = [s for s in below(token, *SUBJECTS) if s.i < token.i]
    ands = [c for c in below(token, "cc") if c.lower_ == "and"]
    finite = token.tag_ in FINITE or any(a.tag_ in FINITE for a in below(token, "aux", "aux:pass"))
    if not finite or noun.pos_ not in NOMINAL or noun.i > token.i or len(own) != 1 or not ands:
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
        or not (word.tag_ in FINITE or word.tag_ == "MD")
        or below(verb, *SUBJECTS, "cc")
        or verb.head.i > token.i
        or verb.head.pos_ not in {"VERB", "AUX"}
    ):
        return []
    return [Change(token, verb, "nsubj:pass" if below(verb, "aux:pass") else "nsubj"), Change(ands[0], verb, "cc")]


def joined_to_its_subject(token: Token) -> list[Change]:
    """ "The plan, written by the envoy, calls for elections": without an "and" a finite verb is not joined to a noun; the noun is its subject."""
    noun = token.head
    if token.tag_ not in FINITE or not is_root(noun) or noun.pos_ not in NOMINAL or noun.i > token.i or below(token, "cc", "mark", *SUBJECTS):
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
    above = next((a for a in other.ancestors if a.tag_ in FINITE or below(a, "aux", "aux:pass")), None)
    return [Change(token, above, "conj")] if above is not None and above.i < token.i and above.tag_ in {"VBD", "VBN", "VBG"} else []


def perfect_with_time(token: Token) -> list[Change]:
    """ "had last month rejected": the time is not what was had."""
    had = token.head
    own = below(had, "obj")
    if token.tag_ not in {"VBN", "VBD"} or had.lemma_ != "have" or len(own) != 1 or own[0].lemma_.lower() not in SPANS_OF_TIME or below(token, "cc", *SUBJECTS):
        return []
    if own[0].i != token.i - 1:
        return []
    moved = [Change(c, token, c.dep_) for c in had.children if c != token and c != own[0]]
    return [at_place_of(token, had)._replace(tag="VBN"), Change(had, token, "aux"), Change(own[0], token, "obl:unmarked"), *moved]


# participles


def participle_before_article(token: Token) -> list[Change]:
    """ "A grenade hurled at a post wounded two nurses": what stands before the article or number of a noun is no adjective of it but its verb."""
    noun = token.head
    between = [c for c in below(noun, *OPENING) if c.i > token.i]
    doers = [s for s in below(noun, *SUBJECTS) if s.i < token.i]
    if token.tag_ not in {"VBN", "VBD"} or not between or not doers or below(noun, "cop"):
        return []
    moved = [c for c in noun.children if c.i < token.i or (c.dep_ in {"punct", "obl", "advcl", "conj"} and c.i > noun.i)]
    return [at_place_of(token, noun)._replace(tag="VBD"), Change(noun, token, "obj"), *(Change(c, token, c.dep_) for c in moved)]


def participle_with_subject(token: Token) -> list[Change]:
    """ "The Front accused foreign troops of theft": an adjective has no subject; it is the verb of its noun."""
    noun, own = token.head, below(token, "nsubj")
    if token.tag_ not in {"VBN", "VBD"} or len(own) != 1 or own[0].right_edge.i != token.i - 1 or noun.i < token.i or below(noun, "cop", *SUBJECTS):
        return []
    if any(t.text in COMMAS for t in token.doc[token.i : noun.i]):
        return []
    moved = [c for c in noun.children if c.i < token.i or (c.dep_ in {"punct", "obl", "advcl", "conj", "parataxis"} and c.i > noun.i)]
    return [at_place_of(token, noun)._replace(tag="VBD"), Change(noun, token, "obj"), *(Change(c, token, c.dep_) for c in moved)]


def participle_as_clause(token: Token) -> list[Change]:
    """ "Militants resisting the army were tired": a participle behind its noun is no clause that could be a subject."""
    own = below(token, "nsubj")
    if token.tag_ != "VBG" or len(own) != 1 or own[0].right_edge.i != token.i - 1 or below(token, "aux", "mark") or below(token.head, *SUBJECTS):
        return []
    return [Change(own[0], token.head, "nsubj"), Change(token, own[0], "acl")]


def participle_as_root(token: Token) -> list[Change]:
    """ "Nurses taken hostage by raiders are well": a participle without an auxiliary is no predicate where another follows without an "and"."""
    verb = token.head
    own = below(verb, *SUBJECTS)
    finite = token.tag_ in FINITE or any(c.tag_ in FINITE for c in below(token, *HELPERS))
    if verb.tag_ != "VBN" or below(verb, *HELPERS) or len(own) != 1 or own[0].i != verb.i - 1 or not finite or below(token, "cc", *SUBJECTS):
        return []
    if any(t.text in COMMAS for t in token.doc[verb.i : token.i]):
        return []
    return [
        at_place_of(token, verb),
        Change(own[0], token, "nsubj"),
        Change(verb, own[0], "acl"),
        *(Change(c, token, "punct") for c in below(verb, "punct") if c.i > token.i),
    ]


def floating_subject(token: Token) -> list[Change]:
    """ "The herders occupying the hills each withdrew": the verb behind "each" is not the noun's, but of those before the participle."""
    participle = token.head.head
    own, named = below(token, *SUBJECTS), below(participle, "nsubj")
    if (
        len(own) != 1
        or own[0].lower_ not in FLOATING
        or own[0].i != token.i - 1
        or participle.tag_ != "VBG"
        or below(participle, *HELPERS, "mark")
        or len(named) != 1
    ):
        return []
    moved = [Change(c, token, c.dep_) for c in below(participle, "punct") if c.i > token.i]
    return [at_place_of(token, participle), Change(named[0], token, "nsubj"), Change(own[0], token, "advmod"), Change(participle, named[0], "acl"), *moved]


def participle_with_clause(token: Token) -> list[Change]:
    """ "A paper handed to the leaders would give …": a clause without a subject is not what a past verb says; the verb is a participle of its subject."""
    verb = token.head
    own = below(verb, "nsubj")
    if token.i < verb.i or verb.tag_ not in {"VBD", "VBN"} or len(own) != 1 or own[0].i != verb.i - 1 or own[0].pos_ != "NOUN" or verb.dep_ == "acl:relcl":
        return []
    if not below(token, "aux") or below(token, *SUBJECTS, "mark", "cc") or below(verb, *HELPERS, "obj", "iobj") or not below(verb, "obl", "obl:agent"):
        return []
    if any(c.tag_ != "MD" and c.tag_ not in FINITE for c in below(token, "aux")[:1]) or any(
        t.text in COMMAS or t.text in '"“”' for t in token.doc[verb.i : token.i]
    ):
        return []
    moved = [Change(c, token, "punct") for c in below(verb, "punct") if c.i > token.i]
    return [at_place_of(token, verb), Change(own[0], token, "nsubj"), Change(verb, own[0], "acl", "VBN"), *moved]


def agent_of_active(token: Token) -> list[Change]:
    """ "condemned the killing of civilians by soldiers": an active verb has no agent behind "by"; its object has."""
    verb = token.head
    own = below(verb, "obj")
    if verb.tag_ not in FINITE or below(verb, "aux:pass", "nsubj:pass") or not below(verb, "nsubj") or len(own) != 1 or not verb.i < own[0].i < token.i:
        return []
    return [Change(token, own[0], "nmod")]


def possessed_participle(token: Token) -> list[Change]:
    """ "over Monday's firing": what belongs to somebody or some day is a noun."""
    own = below(token, "nmod:poss")
    marks = [c for owner in own for c in below(owner, "case") if c.i < owner.i]
    if token.tag_ != "VBG" or len(own) != 1 or not marks or own[0].right_edge.i != token.i - 1:
        return []
    return [Change(token, token.head, "obl", "NN"), *(Change(c, token, "case") for c in marks)]


# verbs taken for nouns and nouns for verbs


def noun_as_auxiliary(token: Token) -> list[Change]:
    """ "next week, the Harbour Now portal reported": an auxiliary is no noun; what stands before it belongs to it."""
    verb = token.head
    if not token.tag_.startswith("NN") or token.i > verb.i or below(verb, *SUBJECTS):
        return []
    made = [Change(token, verb, "nsubj")]
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].tag_ in {"NNP", "NNPS", "NN", "RB", "JJ", "DT", "PRP$"}:
        word = token.doc[at]
        made.append(Change(word, token, "det" if word.tag_ == "DT" else "compound"))
        at -= 1
    return made


def agent_of_imperative(token: Token) -> list[Change]:
    """ "Support by the councils of the trade": nothing is ordered by somebody; it is a noun."""
    verb = token.head
    if verb.tag_ != "VB" or any(t.is_alpha for t in verb.doc[verb.sent.start : verb.i]) or below(verb, *HELPERS, *SUBJECTS, "obj", "mark"):
        return []
    return [Change(token, verb, "nmod"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "NN")]


def common_noun(token: Token) -> list[Change]:
    """A word in lower letters with an article is no name, nor is one that has its capital from the sentence's beginning alone."""
    if token.tag_ != "NNP":
        return []
    lower = token.is_lower and bool(below(token, "det", "compound")) and is_word(token)
    begins = token.i == token.sent.start and is_never_capitalised(token) and not below(token, "flat", "appos")
    names = [Change(c, token, "appos") for c in below(token, "flat")]
    return [Change(token, token.head, token.dep_, "NN"), *names] if lower or begins else []


def noun_before_verb(token: Token) -> list[Change]:
    """ "Sixty aid trucks crossed": no finite verb follows right upon another without a subject of its own."""
    other = token.head
    own = below(other, "nsubj")
    if other.tag_ != "VBZ" or token.tag_ != "VBD" or token.i != other.i + 1 or len(own) != 1 or own[0].i != other.i - 1 or below(token, *SUBJECTS, "mark"):
        return []
    moved = [Change(c, token, c.dep_) for c in other.children if c not in (token, own[0]) and c.i > other.i]
    before = [Change(c, other, "nummod" if c.dep_ == "compound" and c.tag_ == "CD" else c.dep_) for c in below(own[0], "nummod", "det", "amod")]
    return [at_place_of(token, other), Change(other, token, "nsubj", "NNS"), Change(own[0], other, "compound"), *before, *moved]


def noun_with_object(token: Token) -> list[Change]:
    """ "insurgents shot dead four": a noun with an object and a plural before it is a verb."""
    verb = token.head
    if (
        verb.tag_ != "NN"
        or token.tag_ != "NNS"
        or token.i != verb.i - 1
        or not [o for o in below(verb, "obj") if o.i > verb.i]
        or below(verb, "det", "case", *SUBJECTS)
    ):
        return []
    return [Change(token, verb, "nsubj"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VBD")]


def noun_with_particle(token: Token) -> list[Change]:
    """ "The match kicks off at nine": a plural with a particle and a noun before it is a verb."""
    verb = token.head
    before = [c for c in below(verb, "compound") if c.i == verb.i - 1 and c.tag_ in {"NN", "NNP"}]
    if verb.tag_ != "NNS" or not before or token.i != verb.i + 1 or below(verb, *SUBJECTS, "case"):
        return []
    opening = [Change(c, before[0], c.dep_) for c in verb.children if c.i < before[0].i and c.dep_ in {"det", "amod", "nmod:poss"}]
    phrases = [Change(c, verb, "obl") for c in below(verb, "nmod") if c.i > token.i]
    return [Change(before[0], verb, "nsubj"), Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VBZ"), *opening, *phrases]


def only_plural(token: Token) -> list[Change]:
    """ "The movement's demands range from a truce to elections": a sentence without a verb has one in the noun behind a plural."""
    verb = token.head
    froms = [c for c in below(verb, "nmod") if any(m.lower_ == "from" for m in below(c, "case"))]
    if token.tag_ != "NNS" or not is_root(verb) or verb.tag_ != "NN" or token.i != verb.i - 1 or not froms or froms[0].left_edge.i != verb.i + 1:
        return []
    if any(t.tag_ in FINITE or t.tag_ == "MD" for t in token.sent):
        return []
    opening = [Change(c, token, c.dep_) for c in verb.children if c.i < token.i]
    return [
        Change(token, verb, "nsubj"),
        Change(verb, verb, verb.dep_, "VBP"),
        *opening,
        *(Change(c, verb, "obl") for c in below(verb, "nmod") if c.i > verb.i),
    ]


def plural_with_subject(token: Token) -> list[Change]:
    """ "The paper claims that …": a plural with a subject and no "be" is a verb."""
    verb = token.head
    if verb.tag_ != "NNS" or verb.i < token.i or below(verb, "cop", "det", "case", "nummod", "amod") or not (is_root(verb) or verb.dep_ in {"ccomp", "conj"}):
        return []
    return [Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VBZ")] if below(verb, "ccomp", "obj", "xcomp") else []


# clauses


def gapless_relative(token: Token) -> list[Change]:
    """ "told the paper the front had taken two hills": a relative clause without a pronoun leaves something out; one that does not is what was told."""
    noun = token.head
    over = noun.head
    if noun.dep_ != "iobj" or over.pos_ != "VERB" or not below(token, *SUBJECTS) or below(token, "mark"):
        return []
    if any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} or t.lower_ == "that" for t in token.doc[noun.i : token.i]) or below(over, "ccomp"):
        return []
    return [Change(token, over, "ccomp")]


def clause_on_noun(token: Token) -> list[Change]:
    """ "told a meeting in Oslo, shown live, that he would return": no relative clause begins with the conjunction "that"; behind hearers, a place or a comma
    it is what was said."""
    noun = token.head
    verb = noun.head
    marks = [m for m in below(token, "mark") if m.lower_ == "that"]
    if not marks or not below(token, *SUBJECTS) or noun.i > token.i:
        return []
    before = marks[0].nbor(-1)
    heard = noun.dep_ == "iobj" or (noun.dep_ == "obl" and before != noun) or (noun.dep_ == "obj" and before.text == ",")
    if verb.pos_ == "VERB" and verb.i < noun.i and heard and not below(verb, "ccomp"):
        return [Change(token, verb, "ccomp")]
    return [Change(token, noun, "acl")]


def infinitive_before_saying(token: Token) -> list[Change]:
    """ "They agreed on Monday to open a road, the envoy said": what was agreed to is no aim of the saying behind it."""
    saying = token.head
    marks = [m for m in below(token, "mark") if m.lower_ == "to"]
    said = [c for c in below(saying, "ccomp") if c.i < token.i]
    if token.tag_ != "VB" or not marks or saying.i < token.i or len(said) != 1 or below(said[0], "xcomp", "ccomp", "obj"):
        return []
    if any(t.text in COMMAS for t in token.doc[said[0].i : token.i]) or not any(t.text in COMMAS for t in token.doc[token.i : saying.i]):
        return []
    return [Change(token, said[0], "xcomp")]


def that_as_article(token: Token) -> list[Change]:
    """ "The forces denied that one of their drones had struck": the conjunction "that" is no article, and what stands before it said what stands behind it."""
    verb = token.head.head
    mine = [s for s in below(verb, *SUBJECTS) if s == token.head]
    others = [s for s in below(verb, *SUBJECTS) if s.i < token.i and s != token.head]
    if token.lower_ != "that" or token.tag_ != "IN" or not mine or len(others) != 1:
        return []
    saying = [c for c in below(others[0], "acl") if c.i < token.i and c.tag_ in {"VBN", "VBD"}]
    if not saying or below(saying[0], "aux:pass", "obl:agent"):
        return []
    moved = [Change(c, saying[0], "punct") for c in below(verb, "punct") if c.i > verb.i]
    new = at_place_of(saying[0], verb)._replace(tag="VBD")
    return [new, Change(others[0], saying[0], "nsubj"), Change(verb, saying[0], "ccomp"), Change(token, verb, "mark"), *moved]


def relative_of_verb(token: Token) -> list[Change]:
    """ "experts who visited the camp counted four bodies": a relative clause belongs to a noun, and the verb behind it to that."""
    noun = token.head
    own = below(noun, "nsubj")
    if noun.tag_ not in {"VBZ", "VBP"} or not any(s.tag_ == "WP" and s.i == noun.i + 1 for s in below(token, *SUBJECTS)) or len(own) > 1:
        return []
    main = next((c for c in below(token, "ccomp", "conj") if c.tag_ in FINITE and not below(c, *SUBJECTS, "mark", "cc")), None)
    if main is None or (own and own[0].i != noun.i - 1):
        return []
    moved = [Change(c, main, c.dep_) for c in noun.children if c.i > main.i]
    return [at_place_of(main, noun), Change(noun, main, "nsubj", "NNS"), *(Change(c, noun, "compound") for c in own), *moved]


def swallowed_by_relative(token: Token) -> list[Change]:
    """ "the company that employs them said": a finite verb without a subject behind a relative clause is that of the clause's noun."""
    inner = token.head
    noun = inner.head
    relative = any(s.tag_ in {"WDT", "WP"} for s in below(inner, "nsubj"))
    if token.tag_ not in FINITE or inner.dep_ != "acl:relcl" or not relative or token.i < inner.i or below(token, *SUBJECTS, "mark", "cc", "aux"):
        return []
    if (
        noun.pos_ not in NOMINAL
        or noun.dep_ not in {"dep", "nsubj", "ROOT", "obj", "conj", "parataxis"}
        or any(t.text in COMMAS for t in token.doc[inner.i : token.i])
    ):
        return []
    place = at_place_of(token, noun)
    return [place._replace(relation="parataxis") if noun.dep_ in {"dep", "obj"} else place, Change(noun, token, "nsubj")]


def to_before_verb(token: Token) -> list[Change]:
    """ "and to free 40 guerrillas": what stands between "to" and a number is a verb."""
    verb, noun = token.head, token.head.head
    if (
        token.lower_ != "to"
        or verb.tag_ != "JJ"
        or verb.i != token.i + 1
        or noun.i < verb.i
        or noun.pos_ != "NOUN"
        or token.doc[verb.i + 1].tag_ not in {"CD", "DT", "PRP$"}
    ):
        return []
    numbers = [Change(c, noun, "nummod") for c in verb.children if c.tag_ == "CD"]
    return [Change(verb, noun.head, "conj" if below(verb, "cc") else "xcomp", "VB"), Change(noun, verb, "obj"), Change(token, verb, "mark"), *numbers]


def relative_as_content(token: Token) -> list[Change]:
    """ "presented a draft to the front that includes …": a clause whose subject is a relative pronoun belongs to a noun."""
    verb = token.head
    own = [s for s in below(token, "nsubj") if s.tag_ == "WDT" and s.i > verb.i]
    objects = [o for o in below(verb, "obj") if verb.i < o.i < token.i]
    if len(own) != 1 or own[0].left_edge != token.left_edge or not objects:
        return []
    return [Change(token, objects[-1], "acl:relcl")]


def let_do(token: Token) -> list[Change]:
    """ "let the fighters form parties": whom it lets is its object."""
    verb = token.head
    over = verb.head
    if over.lemma_ != "let" or verb.dep_ != "ccomp" or token.left_edge.i <= over.i or below(over, "obj") or below(verb, "aux", "mark"):
        return []
    return [Change(token, over, "obj"), Change(verb, over, "xcomp", "VB")]


def that_clause(token: Token) -> list[Change]:
    """ "announced on Tuesday that he would": a clause with "that" behind a verb is what was said, unless something was so … that."""
    verb = token.head
    if not any(m.lower_ == "that" for m in below(token, "mark")) or verb.i > token.i or verb.pos_ != "VERB" or below(verb, "ccomp", "obj"):
        return []
    if any(t.lower_ in {"so", "such", "now", "in", "given"} for t in token.doc[verb.i : token.i]) or not below(token, *SUBJECTS):
        return []
    return [Change(token, verb, "ccomp")]


def that_of_clause(token: Token) -> list[Change]:
    """ "no evidence that Chad supplied weapons": a "that" which fills no place in its clause begins it."""
    verb = token.head
    if token.lower_ != "that" or not below(verb, "nsubj") or not below(verb, "obj") or token.i > below(verb, "nsubj")[0].i or verb.dep_ == "acl:relcl":
        return []
    return [Change(token, verb, "mark")]


def verb_as_object(token: Token) -> list[Change]:
    """ "brushed aside reports that …": an object is no finite verb."""
    if token.tag_ not in {"VBZ", "VBD"} or below(token, *SUBJECTS, *HELPERS):
        return []
    if token.tag_ != "VBZ" or not token.lower_.endswith("s"):
        return []
    return [Change(token, token.head, token.dep_, "NNS"), *(Change(c, token, "acl") for c in below(token, "ccomp"))]


def due_to_do(token: Token) -> list[Change]:
    """ "talks due to open": "due to" before a verb is no preposition."""
    due, verb = token.head, token.head.head
    if token.lower_ != "to" or due.lower_ != "due" or verb.tag_ != "VB" or verb.i != token.i + 1 or due.i == 0:
        return []
    noun = due.nbor(-1)
    if noun.pos_ not in NOMINAL or (verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in NOMINAL):
        return []
    return [Change(due, noun, "amod"), Change(token, verb, "mark"), Change(verb, due, "xcomp")]


def subjunctive(token: Token) -> list[Change]:
    """ "insists that parliament ratify it": a bare verb behind one subject is no present tense."""
    verb = token.head
    if (
        verb.tag_ != "VBP"
        or token.tag_ not in {"NN", "NNP"}
        or below(token, "conj")
        or below(verb, *HELPERS)
        or not below(verb, "mark")
        or verb.i != token.right_edge.i + 1
    ):
        return []
    return [Change(verb, verb.head, verb.dep_, "VB")] if verb.dep_ in {"ccomp", "acl"} else []


def particle(token: Token) -> list[Change]:
    """ "turned in 300 weapons": an adverb right behind its verb and before the object, which could be a preposition, is its particle."""
    verb = token.head
    if token.lower_ not in PARTICLES or token.i != verb.i + 1 or verb.pos_ != "VERB" or not [o for o in below(verb, "obj") if o.left_edge.i == token.i + 1]:
        return []
    return [Change(token, verb, "compound:prt")]


def verb_after_modal(token: Token) -> list[Change]:
    """ "must free 19 hostages": what has a modal and no "be" is a verb."""
    verb = token.head
    if token.tag_ != "MD" or verb.tag_ not in {"JJ", "NN"} or below(verb, "cop", "det", "case") or not below(verb, "obj", "obl"):
        return []
    return [Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VB")]


# noun phrases


def hyphen(token: Token) -> list[Change]:
    """The hyphen of "the Post-Courier" is no word; what stands before it belongs to what stands behind."""
    if token.text != "-" or token.i == 0 or token.i + 1 >= len(token.doc) or token.whitespace_ or token.nbor(-1).whitespace_:
        return []
    left, right = token.nbor(-1), token.nbor()
    if right.tag_ not in {"NNP", "NNPS"} or left.tag_ != "NNP" or left == right.head or token == left.head:
        return [Change(token, right, "punct")] if right.head != token else []
    above = left if right.head == left.head else right
    moved = [Change(c, right, c.dep_) for c in (*token.children, *left.children) if c not in (left, right, token)]
    return [at_place_of(right, above), Change(token, right, "punct"), Change(left, right, "compound"), *moved]


def two_objects(token: Token) -> list[Change]:
    """ "presented a draft roadmap": of two objects side by side, the second without an article, the first is a part of it."""
    after = token.i + 1
    if token.pos_ != "NOUN" or after >= len(token.doc) or not below(token, "det", "nmod:poss"):
        return []
    second = token.doc[after]
    if second.head != token.head or second.dep_ != "obj" or second.tag_ != "NN" or not second.is_alpha or second.left_edge != second:
        return []
    return [Change(token, second, "compound"), *(Change(c, second, c.dep_) for c in below(token, "det", "nmod:poss", "amod", "nummod"))]


def close_to(token: Token) -> list[Change]:
    """ "A source close to General Obi's Guard said": a noun with an article is nobody's title; the name behind its adjective is below it."""
    behind = [c for c in below(token, "amod") if c.i == token.i + 1]
    if token.tag_ != "NN" or token.i > token.head.i or not behind or not below(token, "det"):
        return []
    top = token.head
    while top.head.pos_ in NOMINAL and not is_root(top) and top.head.i > top.i:
        top = top.head
    marks = [t for t in token.doc[behind[0].i + 1 : top.i] if t.dep_ == "case" and t.i == behind[0].i + 1]
    if not marks or top.head.i < token.i:
        return []
    return [at_place_of(token, top), Change(top, behind[0], "obl"), Change(marks[0], top, "case")]


def both(token: Token) -> list[Change]:
    """The "both" of "both sides" is an article."""
    return [Change(token, token.head, "det", "DT")] if token.lower_ == "both" and token.tag_ == "CC" else []


def joined_name(token: Token) -> list[Change]:
    """ "Ann Obi and Premier Bol Bello agreed": what an "and" joins to a name is no part of it."""
    name = token.head
    ands = [c for c in token.subtree if c.dep_ == "cc" and c.i == token.left_edge.i and c.lower_ == "and"]
    after = token.i + 1
    if not ands or token.tag_ != "NNP" or after >= len(token.doc):
        return []
    made = [Change(token, name, "conj"), Change(ands[0], token, "cc")]
    rest = token.doc[after]
    if rest.tag_ == "NNP" and rest.dep_ in SUBJECTS and rest.head == name.head and rest.left_edge == rest:
        made.append(Change(rest, token, "flat"))
    return made


def name_as_clause(token: Token) -> list[Change]:
    """ "told radio station DXMS": a bare name behind a noun is its name and nothing that was said."""
    if token.tag_ != "NNP" or token.i == 0 or below(token, "cop", "case", *SUBJECTS):
        return []
    noun = token.nbor(-1)
    if noun.pos_ != "NOUN" or noun.head != token.head or noun.dep_ not in {"obj", "iobj"}:
        return []
    return [Change(token, noun, "appos")]


def torn_title(token: Token) -> list[Change]:
    """ "as Premier Obi announced": a title right before a name belongs to it, and what stood before the title to the name's clause."""
    after = token.i + 1
    if token.tag_ != "NNP" or after >= len(token.doc) or token.right_edge != token or not is_title(token):
        return []
    name = token.doc[after]
    verb = name.head
    if name.tag_ != "NNP" or token in (name.head, name) or token.head == name or name.dep_ not in SUBJECTS or name.left_edge != name:
        return []
    if any(s != name for s in below(verb, *SUBJECTS)):  # "the plan, written by President Obi, aims …"
        return [at_place_of(name, token), Change(token, name, "nmod"), *(Change(c, name, c.dep_) for c in token.children)]
    timed = [c for c in below(token, "case") if c.lower_ in CLAUSAL_TIME]
    clause = [Change(verb, verb.head, "advcl"), *(Change(c, verb, "mark") for c in timed)] if timed and verb.dep_ == "ccomp" else []
    return [Change(token, name, "nmod"), *clause]


def torn_measure(token: Token) -> list[Change]:
    """ "a three-month, unilateral truce": what has a number and a hyphen before it is the measure of the noun to come."""
    measure = token.head
    if measure.i < 2 or measure.nbor(-1).tag_ != "HYPH" or not below(measure, "nummod") or below(token, *OPENING) or not below(token, "amod"):
        return []
    if any(t.pos_ not in {"PUNCT", "ADJ", "CCONJ", "ADV"} for t in token.doc[measure.i + 1 : token.i]):
        return []
    return [at_place_of(token, measure), Change(measure, token, "compound"), *(Change(c, token, c.dep_) for c in below(measure, "det", "nmod:poss", "case"))]


MENDS: dict[str, tuple[Mend, ...]] = {
    "nsubj": (
        subject_of_auxiliary,
        modal_as_subject,
        subject_before_subject,
        told_as_subject,
        subject_cut_off,
        subject_of_infinitive,
        let_do,
        plural_for_verb,
        plural_with_subject,
        subjunctive,
        common_noun,
    ),
    "nsubj:outer": (outer_subject,),
    "nsubj:pass": (active_subject, subject_of_auxiliary, subject_before_subject),
    "conj": (torn_subject, noun_joined_to_verb, perfect_with_time, participle_as_root, joined_to_its_subject, joined_to_noun, joined_to_infinitive),
    "amod": (participle_before_article, participle_with_subject, torn_title),
    "compound": (noun_with_object, only_plural),
    "csubj": (participle_as_clause,),
    "acl:relcl": (gapless_relative, floating_subject, clause_on_noun, relative_of_verb),
    "advcl": (that_clause, possessed_participle, infinitive_before_saying),
    "ccomp": (hyphen, noun_before_verb, swallowed_by_relative, participle_with_clause, relative_as_content, name_as_clause),
    "xcomp": (noun_before_verb, swallowed_by_relative),
    "case": (to_before_verb,),
    "obl:unmarked": (that_of_clause,),
    "obl": (that_of_clause, torn_title),
    "obl:agent": (torn_title, agent_of_active, agent_of_imperative),
    "obj": (verb_as_object, two_objects),
    "det": (that_as_article, both),
    "compound:prt": (noun_with_particle,),
    "advmod": (particle,),
    "flat": (joined_name,),
    "fixed": (due_to_do,),
    "appos": (torn_measure,),
    "aux": (verb_after_modal, noun_as_auxiliary),
    "nmod": (close_to,),
}


@Language.component("truce_mending")
def mended(doc: Doc) -> Doc:
    """The doc with its tree mended, each token by the first mend that fits it."""
    for token in list(doc):
        for mend in MENDS.get(token.dep_, ()):
            changes = mend(token)
            if changes:
                apply(changes)
                break
    return doc


def apply(changes: list[Change]) -> None:
    roots = [c for c in changes if c.head == c.token]
    for change in (*roots, *(c for c in changes if c.head != c.token)):
        change.token.head, change.token.dep_ = change.head, change.relation
        if change.tag:
            pos, form = KINDS[change.tag]
            change.token.tag_, change.token.pos_ = change.tag, pos
            change.token.set_morph(form)  # type: ignore[attr-defined]  # spaCy has it, its stub has not
