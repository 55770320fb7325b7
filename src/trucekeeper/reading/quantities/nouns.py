"""What a number counts: the noun behind it, the noun that it is a measure of, or the one that it shares with the number before it.

The words in their order decide, and the tree only where it agrees with them, so that a wrong attachment does little harm.
"""

from __future__ import annotations

from trucekeeper.language.grammar.tags import NOUNS
from trucekeeper.reading.quantities.changes import by_order
from trucekeeper.reading.quantities.labelled import label_of, labelled_noun
from trucekeeper.reading.quantities.lexicon import units, words
from trucekeeper.reading.quantities.noun_phrases import PRONOUNS, head_behind, mistagged, mistaken_noun
from trucekeeper.reading.quantities.predications import moved, numbered, numbering, of_change, of_verb, predicate, put_at, subject_of_reaching, worth
from trucekeeper.reading.quantities.site import Site, is_adjective, sentence_of, skip, word


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


def behind_hyphen(site: Site) -> int | None:
    """The unit of a compound is counted itself ("a 12-member council" has 12 members); a measure's is what is measured ("a 60-day truce")."""
    doc, at = site.doc, site.end
    if site.unit is None and at + 1 < site.sentence_end and doc[at].text == "-" and doc[at + 1].lower_ != "strong" and doc[at + 1].pos_ in NOUNS:
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
    if noun.lower_ in words("amounts") and (found := by_order(site.doc, sentence_of(noun)[0], site.start)) is not None:
        return int(found.i)  # "a flat costs an average of …"
    return int(noun.i) if noun.pos_ == "NOUN" else None


def labelled(site: Site) -> int | None:
    """ "Houses destroyed: 1,340"."""
    if is_adjective(site, site.end):
        return None  # "The charity: 1,000 dead, missing"
    label = label_of(site.doc, site.start, site.end)
    return labelled_noun(site.doc, label) if label is not None and (site.unit is None or site.unit.kind in {"money", "share"}) else None


def apposed(site: Site) -> int | None:
    """ "The prisoners, some 400 in all, …"."""
    doc, at = site.doc, site.start - 1
    if at > 1 and doc[at].lower_ in words("numbering"):
        at -= 1 + (doc[at - 1].text == ",")
        return int(at) if doc[at].pos_ in NOUNS else None
    wide = site.unit is not None and site.unit.kind == "distance" and word(site, site.end) in words("sizes")
    if wide and at > 1 and doc[at].text == "," and doc[at - 1].pos_ == "NOUN":
        return int(at - 1)
    if site.unit is not None or at - 1 < sentence_of(site.doc[site.last])[0] or doc[at].text != "," or doc[at - 1].tag_ != "NNS":
        return None
    return int(at - 1) if word(site, site.end) in {"in", ",", "all", "altogether"} else None
