"""Which word a clause belongs to, and what a "that" or "to" begins."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.lexicon import lexicon
from trucekeeper.language.mending.tree import CLAUSAL_TIME, COMMAS, NOMINAL, OPENING, SUBJECTS, Change, at_place_of, below, is_root


def gapless_relative(token: Token) -> list[Change]:
    """ "told the paper the front had taken two hills": a relative clause without a pronoun leaves something out; one that does not is what was told."""
    noun = token.head
    over = noun.head
    if noun.dep_ != "iobj" or noun.pos_ != "PROPN" or over.pos_ != "VERB" or not below(token, *SUBJECTS) or below(token, "mark"):
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
    if not said and saying.dep_ in {"advcl", "parataxis"} and saying.head.i < token.i:
        said = [saying.head]
    if token.tag_ != "VB" or not marks or saying.i < token.i or len(said) != 1 or below(said[0], "xcomp", "ccomp", "obj"):
        return []
    if any(t.text in COMMAS for t in token.doc[said[0].i : token.i]) or not any(t.text in COMMAS for t in token.doc[token.i : saying.i]):
        return []
    return [Change(token, said[0], "xcomp")]


def that_of_content_behind(token: Token) -> list[Change]:
    """ "estimate that as of yesterday, 200 had fled": a conjunction is no object, and what stands between it and the clause that it begins belongs there."""
    verb = token.head
    clauses = [c for c in below(verb, "ccomp") if c.i > token.i and below(c, *SUBJECTS) and not below(c, "mark")]
    if token.lower_ != "that" or token.tag_ != "IN" or token.i < verb.i or len(clauses) != 1:
        return []
    between = [c for c in verb.children if token.i < c.i < clauses[0].i and c.dep_ in {"obl", "obl:unmarked", "advmod", "punct"}]
    return [Change(token, clauses[0], "mark"), *(Change(c, clauses[0], c.dep_) for c in between)]


def before_that(token: Token) -> list[Change]:
    """ "told the council last week that he would": what stands before the "that" of what was said belongs to the saying."""
    clause = token.head
    saying = clause.head
    marks = [m for m in below(clause, "mark") if m.lower_ == "that" and m.i < clause.i]
    if clause.dep_ != "ccomp" or not marks or not saying.i < token.i < marks[0].i or token.right_edge.i >= marks[0].i:
        return []
    return [Change(token, saying, token.dep_)]


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
    main = next((c for c in below(token, "ccomp", "conj") if c.tag_ in FINITE_VERBS and not below(c, *SUBJECTS, "mark", "cc")), None)
    if main is None or (own and own[0].i != noun.i - 1):
        return []
    moved = [Change(c, main, c.dep_) for c in noun.children if c.i > main.i]
    return [at_place_of(main, noun), Change(noun, main, "nsubj", "NNS"), *(Change(c, noun, "compound") for c in own), *moved]


def relative_of_doer(token: Token) -> list[Change]:
    """ "a truce offer by the Front that has refused talks", "a deal with rebels who pledged": what people do is told of them, not of the thing before them."""
    noun = token.head
    own = [s for s in below(token, "nsubj") if s.tag_ in {"WP", "WDT"} and s.i < token.i]
    if (
        len(own) != 1
        or noun.pos_ != "NOUN"
        or not noun.lower_.endswith(lexicon().endings.things)
        or (own[0].tag_ == "WDT" and token.lemma_ not in lexicon().verbs.personal)
    ):
        return []
    doers = [
        d for d in below(noun, "nmod") if noun.i < d.i < own[0].i and (d.tag_ in {"NNS", "NNPS", "NNP"} or d.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"})
    ]
    if not doers or doers[-1].lower_.endswith(lexicon().endings.things) or any(c.dep_ in {"acl:relcl", "acl"} and c != token for c in noun.children):
        return []
    return [Change(token, doers[-1], "acl:relcl")]


def swallowed_by_relative(token: Token) -> list[Change]:
    """ "the company that employs them said": a finite verb without a subject behind a relative clause is that of the clause's noun."""
    inner = token.head
    noun = inner.head
    relative = any(s.tag_ in {"WDT", "WP"} for s in below(inner, "nsubj"))
    if token.tag_ not in FINITE_VERBS or inner.dep_ != "acl:relcl" or not relative or token.i < inner.i or below(token, *SUBJECTS, "mark", "cc", "aux"):
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
    place = Change(verb, noun.head, "conj" if below(verb, "cc") else "xcomp", "VB")
    return [*(owed_infinitive(noun, verb) if is_root(noun) else [place]), Change(noun, verb, "obj"), Change(token, verb, "mark"), *numbers]


def owed_infinitive(noun: Token, verb: Token) -> list[Change]:
    """ "Orle was to free 20 prisoners", read as what Orle was: the verb is the root, and what stood before it in the tree is the verb's."""
    before = [c for c in noun.children if c.i < verb.i and c.dep_ not in OPENING]
    return [Change(verb, verb, "ROOT", "VB"), *(Change(c, verb, "aux" if c.dep_ == "cop" else c.dep_) for c in before)]


def to_free(token: Token) -> list[Change]:
    """ "offered to free two hostages": before those who are held "free" is a verb; so is whatever is tagged as one ("pledged to halt raids")."""
    noun, verb = token.head, token.doc[token.i + 1]
    if token.lower_ != "to" or verb.head != noun or noun.i < verb.i or verb.dep_ not in {"amod", "compound"}:
        return []
    if verb.tag_ != "VB" and not (verb.lower_ == "free" and verb.tag_ == "JJ" and noun.lower_.removesuffix("s") in lexicon().nouns.held):
        return []
    place = Change(verb, noun.head, "xcomp" if noun.head.pos_ == "VERB" else "acl", "VB")
    return [*(owed_infinitive(noun, verb) if is_root(noun) else [place]), Change(noun, verb, "obj"), Change(token, verb, "mark")]


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


def that_of_content(token: Token) -> list[Change]:
    """ "a claim by the rebels that it had shelled the town": no clause has two objects, so its "that" fills no place, and it is what was claimed."""
    noun = token.head
    thats = [t for t in below(token, "obj") if t.lower_ == "that" and t.tag_ in {"WDT", "IN"}]
    others = [o for o in below(token, "obj") if o.i > token.i]
    if len(thats) != 1 or not others or not below(token, *SUBJECTS) or below(token, "iobj"):
        return []
    return [Change(token, noun, "acl"), Change(thats[0], token, "mark")]


def due_to_do(token: Token) -> list[Change]:
    """ "talks due to open": "due to" before a verb is no preposition."""
    due, verb = token.head, token.head.head
    if token.lower_ != "to" or due.lower_ != "due" or verb.tag_ != "VB" or verb.i != token.i + 1 or due.i == 0:
        return []
    noun = due.nbor(-1)
    if noun.pos_ not in NOMINAL or (verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in NOMINAL):
        return []
    return [Change(due, noun, "amod"), Change(token, verb, "mark"), Change(verb, due, "xcomp")]


def passive_behind_time(token: Token) -> list[Change]:
    """ "moved on after the bus was hit in Bor": a passive without a subject right behind a phrase of time has that for its subject."""
    helpers = [c for c in below(token, "aux:pass", "aux") if c.i < token.i]
    if token.tag_ != "VBN" or not below(token, "aux:pass") or below(token, *SUBJECTS, "mark", "cc") or not helpers:
        return []
    first = min(h.i for h in helpers)
    before = token.doc[first - 1] if first > token.sent.start else token
    noun = next((t for t in (before, *before.ancestors) if t.dep_ == "obl" and t.i < first and t.right_edge.i == first - 1), None)
    marks = [c for c in below(noun, "case") if c.lower_ in CLAUSAL_TIME] if noun is not None else []
    if noun is None or not marks or noun.head.i > noun.i or noun.head.tag_ not in {*FINITE_VERBS, "VBN", "VB"}:
        return []
    over = noun.head
    swapped = [at_place_of(over, token)] if over in token.subtree else []
    return [*swapped, Change(token, over, "advcl"), Change(noun, token, "nsubj:pass"), Change(marks[0], token, "mark")]


def saying_at_end(token: Token) -> list[Change]:
    """ "The force pulled back 12 miles, the agency reported": a finite verb behind a comma and its subject, with nothing behind it, says what stands before."""
    own = [s for s in below(token, "nsubj") if s.i < token.i]
    last = token.sent[-1]
    ends = all(t == last or t.is_punct or t in token.subtree for t in token.doc[token.i : token.sent.end])
    if token.tag_ != "VBD" or token.i < token.head.i or len(own) != 1 or below(token, "mark", "obj", "ccomp", "xcomp", "aux", "cc") or not ends:
        return []
    comma = token.left_edge if token.left_edge.text == "," else token.doc[max(token.left_edge.i - 1, 0)]
    root = token.sent.root
    if comma.text != "," or comma.i < root.i or token.i - own[0].i > 1 or any(t not in own[0].subtree for t in token.doc[comma.i + 1 : token.i]):
        return []
    return [Change(token, root, "parataxis")] if root not in {token, token.head} and below(root, *SUBJECTS) else []


def saying_in_relative(token: Token) -> list[Change]:
    """ "a raid that officials said killed nine": a verb of saying is no auxiliary; it has the relative clause, and what it says hangs on it."""
    told = token.head
    subjects = [s for s in below(told, *SUBJECTS) if s.i < token.i]
    openings = [c for c in told.children if c.lower_ in RELATIVES and subjects and c.i < subjects[-1].left_edge.i and c not in subjects[-1:]]
    if (
        token.tag_ not in FINITE_VERBS
        or token.lemma_ not in lexicon().verbs.saying
        or told.i < token.i
        or not openings
        or told.dep_ not in {"acl", "acl:relcl", "csubj"}
    ):
        return []
    active = told.tag_ == "VBN" and not [a for a in below(told, "aux", "aux:pass") if a != token]
    gap = "nsubj:pass" if below(told, "aux:pass") else "nsubj"
    return [
        at_place_of(token, told)._replace(relation="acl:relcl"),
        Change(told, token, "ccomp", "VBD" if active else ""),
        Change(subjects[-1], token, "nsubj"),
        Change(openings[0], told, gap),
    ]


RELATIVES = frozenset({"that", "which", "who"})
