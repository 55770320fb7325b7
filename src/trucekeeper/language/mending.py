"""What the parser gets wrong in the same way again and again, put right where the words leave no doubt.

Each mend looks for a tree that no English sentence has (a subject of an auxiliary, a finite verb joined to a noun by the "and" of its own subject, a participle
before an article) and gives the tree that it stands for. On treebanks that the parser was not trained on none loses more arcs than it gains.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper.language.words import is_title

SUBJECTS = ("nsubj", "nsubj:pass")
HELPERS = ("aux", "aux:pass", "cop")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPENING = ("det", "nummod", "nmod:poss")
CLAUSAL_TIME = frozenset({"after", "before", "since", "until", "as"})
COMMAS = frozenset({",", ";"})
SPANS_OF_TIME = frozenset({"day", "week", "weekend", "month", "year", "night", "hour"})
FLOATING = frozenset({"each", "both", "all"})
POS = {"VB": "VERB", "VBD": "VERB", "VBN": "VERB", "VBZ": "VERB", "NNS": "NOUN"}


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
    if token.tag_ not in FINITE or noun.pos_ not in NOMINAL or noun.i > token.i or len(own) != 1 or not ands:
        return []
    timed = [c for c in below(noun, "case") if c.lower_ in CLAUSAL_TIME]
    alone = is_root(noun) and not below(noun, "cop", *SUBJECTS)
    if ands[0].i + 1 != own[0].left_edge.i or ands[0].i - 1 not in {t.i for t in noun.subtree} or not (alone or timed):
        return []
    made = [Change(own[0], noun, "conj"), Change(ands[0], own[0], "cc"), Change(noun, token, own[0].dep_)]
    marks = [Change(c, token, "mark") for c in timed]
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


# clauses


def gapless_relative(token: Token) -> list[Change]:
    """ "told the paper the front had taken two hills": a relative clause without a pronoun leaves something out; one that does not is what was told."""
    noun = token.head
    over = noun.head
    if noun.dep_ not in {"iobj", "obj"} or over.pos_ != "VERB" or not below(token, "nsubj") or not below(token, "obj") or below(token, "mark"):
        return []
    if any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} or t.lower_ == "that" for t in token.doc[noun.i : token.i]) or below(over, "ccomp"):
        return []
    return [Change(token, over, "ccomp"), Change(noun, over, "iobj")]


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


def verb_after_modal(token: Token) -> list[Change]:
    """ "must free 19 hostages": what has a modal and no "be" is a verb."""
    verb = token.head
    if token.tag_ != "MD" or verb.tag_ not in {"JJ", "NN"} or below(verb, "cop", "det", "case") or not below(verb, "obj", "obl"):
        return []
    return [Change(verb, verb if is_root(verb) else verb.head, verb.dep_, "VB")]


# noun phrases


def torn_title(token: Token) -> list[Change]:
    """ "as Premier Obi announced": a title right before a name belongs to it, and what stood before the title to the name's clause."""
    after = token.i + 1
    if token.tag_ != "NNP" or after >= len(token.doc) or token.right_edge != token or not is_title(token):
        return []
    name = token.doc[after]
    verb = name.head
    if name.tag_ != "NNP" or token in (name.head, name) or token.head == name or name.dep_ not in SUBJECTS or name.left_edge != name:
        return []
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
    "nsubj": (subject_of_auxiliary, modal_as_subject, subject_before_subject, told_as_subject, subject_of_infinitive, plural_for_verb),
    "nsubj:pass": (active_subject, subject_of_auxiliary, subject_before_subject),
    "conj": (torn_subject, noun_joined_to_verb, perfect_with_time, participle_as_root),
    "amod": (participle_before_article, torn_title),
    "csubj": (participle_as_clause,),
    "acl:relcl": (gapless_relative, floating_subject),
    "advcl": (that_clause,),
    "obl:unmarked": (that_of_clause,),
    "obl": (that_of_clause, torn_title),
    "obj": (verb_as_object,),
    "fixed": (due_to_do,),
    "appos": (torn_measure,),
    "aux": (verb_after_modal,),
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
            change.token.tag_, change.token.pos_ = change.tag, POS[change.tag]
