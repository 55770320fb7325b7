"""Clauses that follow a verb of saying: "said (that) the talks would go on"."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.beside import NOMINAL, turned_source
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, sums_up
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.making import made
from trucekeeper.reading.statements.page import COMMAS, Page
from trucekeeper.reading.statements.speakers import can_speak
from trucekeeper.reading.statements.that import past_aside, that_after

SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})


def read_clause(page: Page, i: int, name: str) -> Draft | None:
    """ "said (that) the talks would go on"."""
    cue = lexicon().verb(name, "that")
    if cue is None or _follows_content(page, i) or page.lower[i + 1 : i + 2] in (["and"], ["but"]):
        return None
    unit = page.unit(i)
    for comp in children(page.tokens[i], "ccomp"):
        if comp.i > i and comp.i < unit[1]:
            start = _clause_start(page, i, comp)
            start = past_aside(page, i, start, told=cue.addressee)
            earlier = that_after(page, i, told=cue.addressee, own=" " in name) if start > i + 3 and page.lower[start] != "that" else None
            if earlier is not None and earlier < start and page.lower[earlier] == "that":  # of a clause that the tree hung on a noun before it
                head = page.tokens[earlier].head
                return made(page, i, name, cue, "clause", [(earlier, clause_end(page, i, head if head.i > earlier else page.tokens[earlier], earlier))])
            told = _told(page, i, start) if cue.addressee else None
            if told is not None:
                return _with_addressee(made(page, i, name, cue, "clause", [(told + 1, clause_end(page, i, comp, told + 1))]), told)
            taken = next((c for c in children(page.tokens[i], "obj", "iobj") if i < c.i < start and c.left_edge.i == i + 1), None)
            lone = not children(comp, "nsubj", "csubj") or (lexicon().verb(name, "np") is None and page.pos[i + 1] != "PRON")
            torn = (
                start > i + 3
                and page.pos[start - 1] == "NOUN"
                and page.lemmas[start - 1] not in lexicon().words.venues | lexicon().words.documents | lexicon().words.dates
            )
            torn = torn and any(base(c) == "obl" and c.left_edge.i == i + 1 and c.right_edge.i == start - 1 for c in page.tokens[i].children)
            despite = start > i + 1 and page.lower[i + 1] == "despite" and not cue.addressee
            if despite or ((taken is not None or torn) and not cue.addressee and lone and finite_head(page, comp)):
                start = i + 1  # its subject, taken for the cue's object
            if page.tags[i] == "VBG" and page.lower[start - 1] == "," and page.quote_of[start] < 0:
                continue
            if (
                page.lower[start - 1] == ","
                and page.lower[start] != "that"
                and lexicon().verb(page.lemmas[comp.i], "quote") is not None
                and page.quote_of[start] < 0
            ):
                continue  # "agreed to a truce, the neighbours said"
            if (
                page.lower[start - 1] == ","
                and page.lower[start] != "that"
                and not cue.addressee
                and any(i < o.i < start for o in children(page.tokens[i], "obj"))
            ):
                continue  # "repeated its promise of tents, the union offered money"
            if sums_up(page, start) or (page.lower[start] in COMMAS and sums_up(page, start + 1)):
                continue  # "…, two residents told the paper, a claim the army denied"
            gerund = page.tags[comp.i] == "VBG" and (comp.i == i + 1 or page.lower[comp.i - 1] == ",")
            if gerund and "ing" not in cue.frames and not children(comp, "nsubj", "aux"):
                continue  # "…, the president said echoing his rival"
            if page.tags[i] == "VB" and base(page.tokens[i]) == "acl" and cue.act == "announcement" and page.lower[start] != "that":
                continue  # "the deadline to release them would end"
            return made(page, i, name, cue, "clause", [(start, clause_end(page, i, comp, start))])
    lost = _lost_clause(page, i, told=cue.addressee)
    if lost is not None:
        return made(page, i, name, cue, "clause", [(lost[0], clause_end(page, i, lost[1], lost[0]))])
    that = that_after(page, i, told=cue.addressee, own=" " in name)
    held = cue.act == "claim" and page.tags[i] == "VBN" and page.lower[i - 1] == "being"  # "rules to which they are being held that others ignore"
    if that is not None and not held:
        return made(page, i, name, cue, "clause", [(that, clause_end(page, i, page.tokens[that], that))])
    comma = _comma_after_outlet(page, i) if cue.addressee else None
    if comma is not None and page.finite((comma + 1, unit[1])):
        return _with_addressee(made(page, i, name, cue, "clause", [(comma + 1, unit[1])]), comma - 1)
    return None


def _comma_after_outlet(page: Page, i: int) -> int | None:
    """The comma of "Ann Lee told the Courier, the front had left.", where nothing stands before it that could be what was told."""
    found = layers(page.doc)
    mention = found.mention_at.get(i + 1) or found.mention_at.get(i + 1 + (page.pos[i + 1 : i + 2] == ["DET"]))
    if mention is None or mention.form != "name" or found.entities[mention.entity].kind not in {"agency", "media"} or page.lower[i - 1] == ",":
        return None
    end = mention.words[1]
    goes_on = end + 1 < page.unit(i)[1] and page.lower[end] == "," and page.pos[end + 1] in NOMINAL | {"PRON"}
    return end if goes_on and not page.finite((page.unit(i)[0], i)) else None


def finite_head(page: Page, clause: Token) -> bool:
    return not any(page.lower[c.i] in {"to", "that"} for c in clause.children) and any(page.is_finite(t.i) for t in (clause, *children(clause, "aux", "cop")))


def _told(page: Page, i: int, start: int) -> int | None:
    """The noun before a clause with its own subject, where the parser put those who are told into the clause ("told visiting envoys he …")."""
    outlet = _outlet_at(page, i + 1) if start == i + 1 else None
    if outlet is not None:
        return outlet
    if start != i + 1 or page.tags[start] not in {"VBG", "VBN", "JJ", "NNP"}:
        return None
    end = min(i + 8, page.unit(i)[1] - 1)
    at = next((j for j in range(i + 2, end) if page.lower[j + 1] in SUBJECTS or page.lower[j + 1] == "that"), None)
    if at is not None and page.lower[at] == ")" and page.tags[start] == "NNP":  # "told Agence Nord (AN) she and …"
        return at if can_speak(page, start, texts=False) else None
    return at if at is not None and page.pos[at] in {"NOUN", "PROPN"} and can_speak(page, at, texts=False) else None


def _outlet_at(page: Page, i: int) -> int | None:
    """The last word of the outlet's name that begins here ("told The Courier the front had …")."""
    found = layers(page.doc)
    mention = found.mention_at.get(i) or found.mention_at.get(i + (page.pos[i] == "DET"))
    if mention is None or mention.form != "name" or found.entities[mention.entity].kind not in {"agency", "media"} or mention.words[0] > i + 1:
        return None
    after = mention.words[1]
    return after - 1 if after < page.unit(i)[1] and page.pos[after] in NOMINAL | {"PRON"} else None


def _with_addressee(draft: Draft | None, told: int) -> Draft | None:
    if draft is not None:
        draft.addressee = told
    return draft


def _lost_clause(page: Page, i: int, *, told: bool) -> tuple[int, Token] | None:
    """A clause that the parser hung elsewhere: "has not said when …" as a time, "told the monitors they …" as a relative clause: its first word and verb."""
    token = page.tokens[i]
    for child in children(token, "advcl"):
        if child.left_edge.i == i + 1 and page.lower[i + 1] in {"when", "where"} and is_negated(token):
            return i + 1, child
    for person in children(token, "obj", "iobj") if told else ():
        for clause in children(person, "acl"):
            first = clause.left_edge
            if person.i < first.i == person.i + 1 and first.lower_ in SUBJECTS and can_speak(page, person.i, texts=False):
                return first.i, clause
    return None


def _follows_content(page: Page, i: int) -> bool:
    """Is the verb turned round after a comma ("…, said Ann")? Its content then stands before it."""
    if page.lower[i - 1] not in {",", '"', "”", "’", "'"} or page.tags[i] not in {"VBD", "VBZ", "VBP"}:
        return False
    if not any(page.pos[j] in {"VERB", "AUX"} for j in range(page.unit(i)[0], i)):
        return False
    if _turned(page, i) or turned_source(page, i) is not None:
        return True
    return any(base(c) == "nsubj" and c.i > i for c in page.tokens[i].children) and not any(base(c) == "nsubj" and c.i < i for c in page.tokens[i].children)


def _turned(page: Page, i: int) -> bool:
    """Does nothing but somebody follow to the end of the sentence (", said one source in the room.")?"""
    end = page.unit(i)[1]
    if page.lower[i - 1] != "," or lexicon().verb(page.lemmas[i], "np") is not None or any(page.pos[j] in {"VERB", "AUX"} for j in range(i + 1, end)):
        return False
    first = next(
        (
            j
            for j in range(i + 1, min(i + 8, end))
            if page.pos[j] in {"NOUN", "PROPN", "PRON"} and page.pos[j + 1 if j + 1 < end else j] not in {"NOUN", "PROPN"}
        ),
        None,
    )
    return first is not None and can_speak(page, first) and page.finite((page.unit(i)[0], i))


def _clause_start(page: Page, i: int, comp: Token) -> int:
    start = max(comp.left_edge.i, i + 1)
    for j in range(start - 1, i, -1):  # a "that" which the parser hung elsewhere
        if page.lower[j] == "that":
            return j
        if page.pos[j] in {"NOUN", "PROPN", "PRON", "VERB"}:
            break
    return start
