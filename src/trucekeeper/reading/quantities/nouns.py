"""What a number counts: the noun behind it, the noun that it is a measure of, or the one that it shares with the number before it.

The words in their order decide, and the tree only where it agrees with them, so that a wrong attachment does little harm.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trucekeeper.language.relations import base, children, own_subjects, preposition, subjects
from trucekeeper.reading.quantities.changes import FILLING, by_order, by_tree, is_unit
from trucekeeper.reading.quantities.labelled import label_of, labelled_noun
from trucekeeper.reading.quantities.lexicon import Unit, units, words

HYPHENS = frozenset({"-", "‐", "‑"})
NOMINAL = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})
PRONOUNS = frozenset({"them", "whom", "which", "those", "these", "it", "us", "you"})
PASTS = frozenset({"rose", "fell", "grew", "sank", "slid", "shrank", "hurt"})  # verbs that are rarely the nouns they look like
AMOUNTS = frozenset({"average", "total", "record", "maximum", "minimum", "sum", "high", "low", "peak"})
STOPS = frozenset({"including", "ago", "earlier", "later", "so", "far", "also", "still", "already", "now", "then", "there", "here", "alone", "not", "only"})
JOINTS = frozenset({"and", "or", ","})
FAR = 120  # tokens: what is further away belongs to a list or table and tells nothing of a number
MENDED = 2  # neighbours that a cut sentence is joined with on either side
LONGEST = 9  # tokens in the phrase behind a number


def sentence_of(token: Token) -> tuple[int, int]:
    """Tokens [start, end) of a sentence, at most FAR to either side.

    One that ends without a full stop (or begins behind none) was cut by the parser and is taken with its neighbours.
    """
    known: dict[int, tuple[int, int]] = token.doc.user_data.setdefault("truce_sentences", {})
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = bounds_of(token)
    return found


def bounds_of(token: Token) -> tuple[int, int]:
    """The same, walked to both sides; a Doc is asked for it again and again."""
    doc, start, end = token.doc, token.i, token.i + 1
    cuts = 0
    while start > max(0, token.i - FAR):
        if doc[start].is_sent_start:
            cuts += 1
            if cuts > MENDED or ends(doc[start - 1]):
                break
        start -= 1
    cuts = 0
    while end < min(len(doc), token.i + FAR):
        if doc[end].is_sent_start:
            cuts += 1
            if cuts > MENDED or ends(doc[end - 1]):
                break
        end += 1
    return start, end


def ends(token: Token) -> bool:
    return token.is_space or token.text in {".", "!", "?", '"', "”", "’", "'", ")", "…"} or token.tag_ == "." or token.text.endswith(".")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a number stands: tokens [start, end) with bound and unit, `last` the number's last token."""

    doc: Doc
    start: int
    last: int
    end: int
    unit: Unit | None
    fraction: bool = False

    @property
    def sentence_end(self) -> int:
        return sentence_of(self.doc[self.last])[1]

    @property
    def attributive(self) -> bool:
        """ "a 42-day truce": is the unit joined by a hyphen?"""
        return self.unit is not None and self.last + 1 < len(self.doc) and self.doc[self.last + 1].text in {"-", "‐", "‑"}


def own_noun(site: Site) -> int | None:
    """The counted noun in the number's own clause, or None."""
    for find in (
        after_of,
        behind_hyphen,
        directly_behind,
        purpose,
        container,
        labelled,
        predicate,
        moved,
        numbered,
        of_verb,
        put_at,
        numbering,
        apposed,
        worth,
        of_change,
    ):
        noun = find(site)
        if noun is not None:
            return noun
    return None


def word(site: Site, at: int) -> str:
    return site.doc[at].lower_ if at < site.sentence_end else ""


def skip(site: Site, at: int) -> int:
    """Past words that stand between a number and its noun ("20 or so of", "300 more")."""
    while word(site, at) in {"more", "other", "additional", "further", "-", "strong"} and at < site.sentence_end:
        at += 1
    return at


def after_of(site: Site) -> int | None:
    """ "dozens of bodies", "40 of them unidentified officers", "two thirds of the population"."""
    at = skip(site, site.end)
    if site.fraction and word(site, at) in {"the", "all", "its", "their", "his", "her"}:
        return head_behind(site, at)
    if word(site, at) != "of":
        return None
    if word(site, at + 1) in PRONOUNS:
        noun = head_behind(site, at + 2) or mistaken_noun(site, at + 2)
        return noun if noun is not None and (site.doc[noun].lower_,) not in units()[0] else None
    if site.unit is not None and site.unit.kind == "money" and word(site, at + 1) in {"the"}:
        return None
    return head_behind(site, at + 1) or mistagged(site, at + 1)


def mistagged(site: Site, at: int) -> int | None:
    """A noun that was taken for a verb but hangs as a noun does ("2 tonnes of cocaine", "25 trains a day")."""
    doc = site.doc
    if at >= site.sentence_end or doc[at].pos_ not in {"VERB", "ADJ"} or not doc[at].text.isalpha():
        return None
    counted = base(doc[site.last]) == "nummod" and doc[site.last].head.i == at and base(doc[at]) in {"obj", "obl", "nmod", "nsubj"}
    return at if counted or (base(doc[at]) in {"nmod", "obl"} and preposition(doc[at]) == "of") else None


def mistaken_noun(site: Site, at: int) -> int | None:
    """A plural that stands alone behind "of them" and was taken for a verb ("three of them guards, …")."""
    doc = site.doc
    alone = at + 1 < site.sentence_end and doc[at].tag_ == "VBZ" and doc[at].text.endswith("s") and doc[at + 1].pos_ == "PUNCT"
    return at if alone else None


def behind_hyphen(site: Site) -> int | None:
    """The unit of a compound is counted itself ("a 12-member council" has 12 members); a measure's is what is measured ("a 60-day truce")."""
    doc, at = site.doc, site.end
    if site.unit is None and at + 1 < site.sentence_end and doc[at].text == "-" and doc[at + 1].lower_ != "strong" and doc[at + 1].pos_ in NOMINAL:
        return at + 1
    if site.attributive:
        while word(site, at) in words("sizes"):
            at += 1
        return head_behind(site, at)
    return None


def directly_behind(site: Site) -> int | None:
    if site.unit is not None and site.unit.kind not in {"money", "share", "mass"}:
        return None
    at = skip(site, site.end)
    if at >= site.sentence_end:
        return None
    if site.unit is not None and (site.doc[at].pos_ not in {"NOUN", "ADJ"} or is_verb_of_share(site, at)):
        return behind_article(site, at) if site.unit.kind == "share" else None
    if site.unit is None and site.doc[at].lower_ == "the" and not site.fraction:
        return None  # "more than the 7,132 the mission had reported"
    if site.unit is None and word(site, at) == "mark" and (reached := subject_of_reaching(site)) is not None:
        return reached
    if site.unit is None and word(site, at) in {"point", "points"} and (found := by_order(site.doc, sentence_of(site.doc[at])[0], site.start)) is not None:
        return int(found.i)  # "the rating dropped six points"
    return head_behind(site, at) or (mistagged(site, at) if site.unit is None and at == site.end else None)


def subject_of_reaching(site: Site) -> int | None:
    """ "The number of dead has passed the 500 mark": what has."""
    verb = site.doc[site.end].head
    found = [s for s in subjects(verb) if s.i < site.start] if verb.lemma_.lower() in words("links") else []
    return counted_by(found[0]) if found else None


def behind_article(site: Site, at: int) -> int | None:
    """ "a 77 percent pay rise": a noun two or three words behind a share with an article, whatever the words between were taken for."""
    doc, before = site.doc, site.doc[site.start - 1] if site.start else None
    if before is None or before.lower_ not in {"a", "an", "the", "its", "their", "this"}:
        return None
    return next((int(t.i) for t in doc[at + 1 : min(at + 3, site.sentence_end)] if t.pos_ == "NOUN"), None)


def is_verb_of_share(site: Site, at: int) -> bool:
    """ "only 6% plan to hire", "57% disapprove of it": a singular behind a share that opens its clause, with a preposition behind, is a verb."""
    doc, before = site.doc, site.doc[site.start - 1] if site.start else None
    opens = before is None or site.start == sentence_of(doc[site.last])[0] or before.pos_ in {"SCONJ", "PUNCT", "ADV", "CCONJ"}
    return (
        opens
        and site.unit is not None
        and site.unit.kind == "share"
        and doc[at].tag_ == "NN"
        and word(site, at + 1) in {"to", "of", "that", "with", "the", "it", "in"}
    )


def head_behind(site: Site, at: int) -> int | None:
    """The head of the noun phrase that begins at a token; the tree's choice where that lies in the phrase."""
    doc, end = site.doc, min(site.sentence_end, at + LONGEST)
    begin = at
    while at < end and (
        (doc[at].pos_ in {"DET", "PRON"} and doc[at].lower_ not in PRONOUNS and doc[at].tag_ in {"DT", "PRP$", "PDT"}) or doc[at].text in {'"', "“", "‘"}
    ):
        at += 1
    at += 3 * ([t.lower_ for t in doc[at : at + 3]] == ["day", "and", "night"])
    article = at > begin and doc[at - 1].lower_ == "the"
    run = phrase(doc, at, end)
    if (joined := joined_on(run)) is not None:
        return joined
    nouns = [t for t in run if t.pos_ in NOMINAL and not is_time_name(t) and not is_time_unit(t) and t.lower_ not in PASTS and t.text[-1].isalnum()] or [
        t for t in run[-1:] if t.pos_ == "ADJ" and (article or t.text[0].isupper())
    ]
    if not nouns:
        return None
    head = doc[site.last].head
    if base(doc[site.last]) == "nummod" and head.i >= site.end and head in nouns and not is_modifier(head, run):
        return int(head.i)
    return int(nouns[-1].i)


def joined_on(run: list[Token]) -> int | None:
    """The plural behind "and" that a run without one only tells more of: "2,300 Velan and Orsk Velan combatants", "six central, northern and western towns"."""
    if not run or any(t.tag_ in {"NNS", "NNPS"} for t in run):
        return None
    doc, at, node = run[0].doc, run[-1].i + 1, run[-1]
    while base(node) in {"amod", "compound", "conj"} and node.head.i > at:
        node = node.head
    between = doc[at : node.i]
    joins = len(between) > 1 and between[0].lower_ in JOINTS and node.tag_ in {"NNS", "NNPS"}
    return int(node.i) if joins and all(t.pos_ in INSIDE - {"NUM"} or t.lower_ in JOINTS or is_hyphened(t) for t in between) else None


def is_time_unit(token: Token) -> bool:
    unit = units()[0].get((token.lower_,))
    return unit is not None and unit.kind == "duration"


def is_modifier(token: Token, run: list[Token]) -> bool:
    """Does another noun of the run follow it ("two hardline Islamist groups")? A plural is taken for the head."""
    hyphened = token.i + 1 < len(token.doc) and token.nbor().text in HYPHENS and not token.whitespace_  # "5,000 ex-combatants"
    return (token.tag_ not in {"NNS", "NNPS"} or token.lower_ in {"women", "men"} or hyphened) and any(
        t.pos_ in NOMINAL and not is_time_name(t) and not is_time_unit(t) for t in run if t.i > token.i
    )


def phrase(doc: Doc, at: int, end: int) -> list[Token]:
    """The run of tokens that can make one noun phrase without prepositions."""
    run: list[Token] = []
    while at < end:
        if run and (behind := past_short_form(doc, at, end)) is not None:
            at = behind  # "12,000 Lumen Front (LF) combatants"
        token = doc[at]
        nominal_ahead = at + 1 < end and doc[at + 1].pos_ in {*NOMINAL, "ADJ", "NUM"}
        if token.pos_ in {"NUM", "ADV"} and at + 2 < end and doc[at + 1].tag_ == "VBN":  # "45,095 registered voters", "internally displaced people"
            nominal_ahead = doc[at + 2].pos_ in NOMINAL
        if token.tag_ == "WRB" or token.lower_ in STOPS:
            break
        if (
            (token.pos_ in INSIDE and not (token.pos_ in {"ADV", "NUM"} and not nominal_ahead) and not is_second_phrase(token, run))
            or (is_participle_before(token) and nominal_ahead and not any(t.pos_ in NOMINAL for t in run))
            or is_inner_sign(token, run, nominal_ahead)
            or (
                token.lower_ == "and" and bool(run) and run[-1].pos_ == "ADJ" and nominal_ahead and doc[at + 1].pos_ == "ADJ"
            )  # "sophisticated and automatic arms"
            or (bool(run) and is_hyphened(token))
        ):
            run.append(token)
        else:
            break
        at += 1
    return run


def past_short_form(doc: Doc, at: int, end: int) -> int | None:
    """Behind a name's short form in brackets, where the noun that the name tells more of follows."""
    bracketed = at + 3 < end and doc[at].text == "(" and doc[at + 1].text.isupper() and doc[at + 2].text == ")"
    return at + 3 if bracketed and doc[at - 1].pos_ == "PROPN" and doc[at + 3].tag_ in {"NN", "NNS"} else None


def is_participle_before(token: Token) -> bool:
    """ "wounded soldiers", "remaining hostages", but no "18 million facing hunger"."""
    return token.tag_ == "VBN" or (token.tag_ == "VBG" and base(token) in {"amod", "compound", "nmod"})


def is_hyphened(token: Token) -> bool:
    """A hyphen inside a word ("battalion-sized"), what stands behind it, or a part of a word before it that has no tag of its own ("ex-combatants")."""
    doc, at = token.doc, token.i
    if token.pos_ == "X" and at + 1 < len(doc) and doc[at + 1].text in HYPHENS:
        return not token.whitespace_ and not doc[at + 1].whitespace_
    if token.text in HYPHENS:
        return at > 0 and not doc[at - 1].whitespace_ and not token.whitespace_
    return at > 1 and doc[at - 1].text in HYPHENS and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_


def is_second_phrase(token: Token, run: list[Token]) -> bool:
    """Does another noun phrase begin here ("300 people Monday", "gave 20 boys new shoes")?"""
    if not run:
        return False
    seen = any(t.pos_ in NOMINAL for t in run)
    return seen and (
        is_time_name(token)
        or (token.pos_ == "NUM" and run[-1].tag_ != "POS" and run[-1].pos_ != "NUM")  # "90% of the valley's 6 million people"
        or (token.pos_ in {"ADJ", "ADV", "NUM"} and run[-1].tag_ in {"NNS", "NNPS"})
        or is_new_name(token, run[-1])
        or is_predicate(token)
    )


def is_new_name(token: Token, before: Token) -> bool:
    """ "the arms that they gave up" without the "that": a name behind a plural ("the arms GAM gave up")."""
    named = token.text[0].isupper() and (token.pos_ == "PROPN" or base(token) == "nsubj")
    return named and before.tag_ == "NNS" and before.pos_ == "NOUN"


def is_predicate(token: Token) -> bool:
    """ "left 53 soldiers dead"."""
    return token.pos_ == "ADJ" and base(token) in {"xcomp", "conj", "root"}


def is_inner_sign(token: Token, run: list[Token], nominal_ahead: bool) -> bool:
    return bool(run) and nominal_ahead and (token.text in {"-", "/", "&", "'s", "’s"} or token.tag_ == "POS")


def is_time_name(token: Token) -> bool:
    name = token.lower_.rstrip(".")
    return name in words("days") or (token.text[:1].isupper() and (name in words("months") or (name.endswith("day") and len(name) > 5)))


def purpose(site: Site) -> int | None:
    """ "$100 million in aid", "20 tonnes in grain"; only for money, and no place ("$5 million in Doha") or time."""
    if site.unit is None or site.unit.kind != "money":
        return None
    at = site.end
    at += word(site, at) in {"'", "’"}
    if word(site, at) == "worth" and word(site, at + 1) == "of":
        return head_behind(site, at + 2)
    if word(site, at) != "in" or (at + 1 < site.sentence_end and site.doc[at + 1].pos_ == "DET"):
        return None
    noun = head_behind(site, at + 1)
    return noun if noun is not None and site.doc[noun].pos_ == "NOUN" and not site.doc[noun].ent_type_ else None


def container(site: Site) -> int | None:
    """ "a population of 2.3 million", "a loan of $50 million", "a truce of 60 days"."""
    at = site.start - 1
    if at < 1 or site.doc[at].lower_ != "of":
        return None
    noun = site.doc[at - 1]
    if noun.lower_ in {"list", "lists"}:
        return None  # "a list of 745 dead"
    if noun.lower_ in AMOUNTS and (found := by_order(site.doc, sentence_of(noun)[0], site.start)) is not None:
        return int(found.i)  # "a flat costs an average of …"
    return int(noun.i) if noun.pos_ == "NOUN" else None


def labelled(site: Site) -> int | None:
    """ "Houses destroyed: 1,340"."""
    if is_adjective(site, site.end):
        return None  # "The charity: 1,000 dead, missing"
    label = label_of(site.doc, site.start, site.end)
    return labelled_noun(site.doc, label) if label is not None and (site.unit is None or site.unit.kind in {"money", "share"}) else None


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
    return int(at) if doc[at].pos_ in NOMINAL else None


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
    if head.lower_ in words("changes") and (moved := [o for o in children(head, "obj") if o.i < number.i and not is_unit(o) and o.lower_ not in FILLING]):
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
    found = [s for s in own_subjects(verb) if s.pos_ in NOMINAL]
    return int(found[0].i) if found else None


def subject_of_predicate(number: Token) -> int | None:
    """ "The number of dead is 12", "turnout was 3 percent"."""
    said = number.head if number.head.i == number.i + 1 and base(number) == "nummod" else number
    found = own_subjects(said) if any(c.dep_ == "cop" for c in said.children) else []
    return counted_by(found[0]) if found and found[0].pos_ in NOMINAL else None


def counted_by(noun: Token) -> int | None:
    """ "the number of dead" counts the dead."""
    if noun.pos_ == "ADJ" and noun.lower_ in words("counts"):
        return int(noun.i)
    if noun.pos_ not in NOMINAL:
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
    return int(at) if said and site.doc[at].pos_ in NOMINAL and not is_unit(site.doc[at]) else None


def of_change(site: Site) -> int | None:
    """What rose, fell, costs or measures so much."""
    if site.attributive or (site.unit is None and not number_stands_alone(site)):
        return None
    begin = sentence_of(site.doc[site.last])[0]
    by_verb = site.unit is not None and site.unit.kind not in {"duration", "distance", "area"}
    found = by_tree(site.doc, site.last, site.start, site.end, share=site.unit is not None and site.unit.kind == "share") if by_verb else None
    found = found if found is not None else by_order(site.doc, begin, site.start)
    return counted_by(found) if found is not None else None


def number_stands_alone(site: Site) -> bool:
    following = site.doc[site.end] if site.end < site.sentence_end else None
    return following is None or following.pos_ in {"PUNCT", "ADP", "CCONJ", "SCONJ"}


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


def head_before(site: Site, at: int, end: int) -> int | None:
    nouns = [t for t in site.doc[at:end] if t.pos_ in NOMINAL]
    return int(nouns[0].i) if nouns else None


def apposed(site: Site) -> int | None:
    """ "The prisoners, some 400 in all, …"."""
    doc, at = site.doc, site.start - 1
    if at > 1 and doc[at].lower_ in words("numbering"):
        at -= 1 + (doc[at - 1].text == ",")
        return int(at) if doc[at].pos_ in NOMINAL else None
    wide = site.unit is not None and site.unit.kind == "distance" and word(site, site.end) in words("sizes")
    if wide and at > 1 and doc[at].text == "," and doc[at - 1].pos_ == "NOUN":
        return int(at - 1)
    if site.unit is not None or at - 1 < sentence_of(site.doc[site.last])[0] or doc[at].text != "," or doc[at - 1].tag_ != "NNS":
        return None
    return int(at - 1) if word(site, site.end) in {"in", ",", "all", "altogether"} else None


def is_adjective(site: Site, at: int) -> bool:
    """Does an adjective that can stand for people follow, with nothing that it modifies ("46,707 dead and …")?"""
    doc = site.doc
    if site.unit is not None or at + 1 >= site.sentence_end or doc[at].pos_ not in {"ADJ", "VERB"} or doc[at].tag_ not in {"JJ", "VBN"}:
        return False
    return doc[at + 1].pos_ in {"PUNCT", "ADP", "CCONJ"}
