"""Content that is no clause with a finite verb: infinitives, gerunds, what a thing is called, noun phrases; and the content of adjectives."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.statements.beside import NOMINAL
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, object_end, phrase_end, sums_up
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.making import made
from trucekeeper.reading.statements.marks import after_mark, mark_of
from trucekeeper.reading.statements.page import Page, Words
from trucekeeper.reading.statements.sources import is_passive
from trucekeeper.reading.statements.speakers import can_speak

WISHED = frozenset({"like"})  # plans something only with a modal ("would like to hold talks")


def read_open(page: Page, i: int, name: str) -> Draft | None:
    """ "vowed to stay", "urged them to leave", "denied taking part"."""
    cues, token, unit = lexicon(), page.tokens[i], page.unit(i)
    if name in WISHED and modal(token) is None:
        return None  # "likes to sing"
    near = [c for c in token.children if i < c.i < unit[1]]
    below = [c for n in near if base(n) in {"obj", "iobj", "obl"} and can_speak(page, n.i, texts=False) for c in n.children if base(c) in {"acl", "advcl"}]
    for comp in [c for c in [*near, *below] if base(c) in {"xcomp", "advcl", "ccomp", "acl"} and i < c.i < unit[1]]:
        gerund = page.tags[comp.i] == "VBG" or _gerund_begins(page, comp, i + 1)
        if gerund and any(base(c) == "obj" and i < c.i < comp.i for c in token.children):
            continue
        start = comp.left_edge.i
        has_to = any(page.lower[c.i] == "to" and c.i < comp.i for c in comp.children)
        if not gerund and not has_to:
            continue
        objects = [c for c in token.children if base(c) in {"obj", "iobj", "obl"} and i < c.i < comp.i]
        if objects and base(objects[0]) == "obj" and not can_speak(page, objects[0].i, texts=False) and cues.verb(name, "np") is not None:
            return None
        frame = "ing" if gerund else ("obj-to" if objects else "to")
        cue = cues.verb(name, frame) or (cues.verb(name, "np") if _gerund_begins(page, comp, i + 1) else None)
        if cue is None or (gerund and page.lower[start - 1] == ","):
            continue
        start = max(start, i + 1)
        if has_to:
            start = min(c.i for c in comp.children if page.lower[c.i] == "to" and c.i < comp.i)
            start -= page.lower[start - 1] in {"never", "not"} and start - 1 > i
        own = _after_particle(page, i, name, start)
        start = own if own is not None else start
        draft = made(page, i, name, cue, "open", [(start, clause_end(page, i, comp, start))])
        if draft is not None and objects and can_speak(page, objects[0].i, texts=False):
            draft.addressee = objects[0].i
        return draft
    return _gerund_after(page, i, name)


def _gerund_begins(page: Page, comp: Token, i: int) -> bool:
    """ "denied taking", "resented being held"."""
    return page.tags[i : i + 1] == ["VBG"] and (comp.i == i or (page.lower[i] in {"being", "having"} and page.tokens[i].head.i == comp.i))


def _gerund_after(page: Page, i: int, name: str) -> Draft | None:
    """ "reported hearing three blasts", where the parser took the gerund for a noun of its own."""
    after = i + 1
    cue = lexicon().verb(name, "ing")
    if (
        cue is None
        or name != page.lemmas[i]
        or after + 1 >= page.unit(i)[1]
        or not page.lower[after].endswith("ing")
        or page.pos[after] not in {"NOUN", "VERB"}
    ):
        return None
    led = page.pos[after + 1] in {"DET", "NUM", "PRON"} or page.quote_of[after + 1] >= 0
    return made(page, i, name, cue, "open", [(after, clause_end(page, i, page.tokens[after], after))]) if led else None


def _after_particle(page: Page, i: int, name: str, start: int) -> int | None:
    """ "called for prisoners to be freed": what is called for begins behind the verb's own preposition."""
    if not name.endswith(" for"):
        return None
    at = next((j for j in range(i + 1, min(i + 4, start)) if page.lower[j] == "for"), None)
    return at + 1 if at is not None and at + 1 < start and all(page.pos[j] != "VERB" for j in range(at + 1, start)) else None


def read_named(page: Page, i: int, name: str) -> Draft | None:
    """ "called it a war crime", "described him as a liar", "is known as": object and what it is called."""
    cues, token, unit = lexicon(), page.tokens[i], page.unit(i)
    passive = is_passive(page, i)
    cue = cues.verb(name, "small")
    objects = [c for c in token.children if base(c) in {"obj", "iobj"} and i < c.i < unit[1]]
    summed = _summed(page, i) if not objects else None
    predicate = [c for c in token.children if base(c) in {"xcomp", "obl", "obj", "advcl", "advmod"} and c.i > i and c not in objects[:1]]
    predicate = [c for c in predicate if page.lower[c.i] != "saying"]  # "called it a trap, with the mayor saying …"
    as_phrase = [c for c in predicate if any(page.lower[x.i] == "as" for x in c.children if x.i < c.i)]
    if cue is None and not (as_phrase and (cue := cues.verb(name, "obj-as"))):
        return None
    named = (
        as_phrase
        or [c for c in predicate if base(c) in {"xcomp", "obj"}]
        or [c for c in children(token, "ccomp") if page.quote_of[c.i] >= 0]
        or _set_apart(page, objects)
    )
    said_of = as_phrase or [c for c in predicate if base(c) in {"xcomp", "obj"}]
    if summed is not None and cue is not None and said_of:
        return made(page, i, name, cue, "object", [(summed[0], summed[1]), (i + 1, phrase_end(page, i, said_of[-1]))])
    joined = _run_together(page, i, name, [*objects, *predicate]) if cue is not None and not passive and not (objects and named) else None
    if cue is not None and joined is not None:
        return made(page, i, name, cue, "object", [joined])
    if passive or cue is None or not objects or not named:
        return None
    start = max(objects[0].left_edge.i, i + 1)
    falls = page.tags[named[-1].i] == "VBG"  # "described it as falling short of what was promised"
    end = clause_end(page, i, named[-1], start) if falls else phrase_end(page, i, named[-1])
    return made(page, i, name, cue, "object", [(start, end)])


def _summed(page: Page, i: int) -> Words | None:
    """ "a proposal the spokesman described as …": the noun that the clause without a pronoun says it of."""
    for noun in range(i - 1, max(i - 10, page.unit(i)[0]), -1):
        if page.lower[noun] == ",":
            return None
        if page.lemmas[noun] in lexicon().words.summing and sums_up(page, noun - 1) and page.lower[i + 1 : i + 2] != ["by"]:
            page.tags[i] = "VBD" if page.tags[i] == "VBN" else page.tags[i]
            return noun - 1, noun + 1
    return None


def _run_together(page: Page, i: int, name: str, parts: list[Token]) -> Words | None:
    """Object and what it is called, which the parser took for one phrase ("called the killings genocide", "branded the group terrorists")."""
    last = next((c for c in parts if c.left_edge.i == i + 1 and c.i > i + 2), None)
    if (
        last is None
        or page.pos[i + 1] != "DET"
        or any(page.pos[j] not in NOMINAL for j in range(i + 1, last.i + 1))
        or page.pos[last.i - 1] not in {"NOUN", "PROPN"}
    ):
        return None
    plural = page.tags[last.i - 1] == "NNS"
    if not (page.pos[last.i] == "ADJ" or (page.pos[last.i] == "NOUN" and (plural or lexicon().verb(name, "two") is not None))):
        return None
    return i + 1, phrase_end(page, i, last)


def _set_apart(page: Page, objects: list[Token]) -> list[Token]:
    """What a thing is called, where the parser took it for part of the object: words in marks, or after an article ("called it a trap")."""
    for target in objects:
        start, end = target.left_edge.i, target.right_edge.i + 1
        end = min([end, *(c.i for c in children(target, "acl") if page.lower[c.i] == "saying")])
        for j in range(start + 1, end):
            if page.quote_of[j] >= 0 or (page.lower[j] in {"a", "an"} and page.lower[j - 1] not in {"of", "in", "as", "and", "for"}):
                return [target]
    return []


def read_tally(page: Page, i: int, name: str) -> Draft | None:
    """ "put the death toll at 52", "put it at 20", "gave a toll of 52", "raised its count to 21, correcting an earlier one": the count with all that is said
    of it."""
    cue = lexicon().verb(name, "tally")
    if cue is None:
        return None
    unit = page.unit(i)
    if page.lower[i + 1 : i + 3] == ["it", "at"]:
        return made(page, i, name, cue, "object", [(i + 1, clause_end(page, i, page.tokens[i + 1], i + 1))])
    counted = next((j for j in range(i + 1, min(i + 6, unit[1])) if page.lemmas[j] in lexicon().words.tallies), None)
    if counted is None or any(page.pos[j] == "VERB" for j in range(i + 1, counted)):
        return None
    end = unit[1]
    given = any(page.tokens[j].like_num and page.lower[j] != "one" for j in range(counted, end))
    if not given or not {"at", "to", "from", "by", "of", "as"} & set(page.lower[counted:end]):
        return None
    return made(page, i, name, cue, "object", [(i + 1, clause_end(page, i, page.tokens[counted], i + 1))])


def read_phrase(page: Page, i: int, name: str) -> Draft | None:
    """A noun phrase: the object ("confirmed the start of talks"), or one with a preposition ("warned of famine", "accused them of theft")."""
    cues, token, unit = lexicon(), page.tokens[i], page.unit(i)
    if is_passive(page, i) and not any(page.lower[c.i] == "by" for o in children(token, "obl") for c in o.children):
        return None
    objects = [c for c in token.children if base(c) in {"obj", "iobj"} and i < c.i < unit[1]]
    obliques = [c for c in token.children if base(c) in {"obl", "advcl", "nmod"} and i < c.i < unit[1]]
    if objects:
        for oblique in obliques + [c for o in objects for c in o.children if base(c) in {"nmod", "acl"}]:
            mark = mark_of(page, oblique)
            cue = cues.verb(name, f"obj-{mark}") if mark != "to" else None
            if cue is not None and oblique.i > objects[0].i:
                start = max(objects[0].left_edge.i, i + 1)
                return made(page, i, name, cue, "object", [(start, object_end(page, i, objects[0], oblique))])
    charged = _charge(page, i, name, objects[0]) if objects else None
    if charged is not None:
        start = max(objects[0].left_edge.i, i + 1)
        return made(page, i, name, charged[0], "object", [(start, clause_end(page, i, page.tokens[charged[1]], start))])
    for oblique in obliques:
        if page.lower[oblique.i] in lexicon().words.dates and oblique.text[0].isupper():
            continue
        mark = mark_of(page, oblique)
        if mark == "to" and objects and page.tags[oblique.i] != "VB":
            continue  # "urged a halt to the raids", "offered loans to farmers"
        cue = cues.verb(name, mark) if mark else None
        if cue is not None and oblique.left_edge.i <= i + (7 if mark == "to" and page.tags[oblique.i] == "VB" else 4):
            start = after_mark(page, oblique, i)
            start -= mark == "to" and (start == i + 2 or page.tags[oblique.i] == "VB") and page.lower[start - 1] == "to"
            draft = made(page, i, name, cue, "object", [(start, object_end(page, i, oblique, oblique))])
            if draft is not None and start > i + 1 and page.lower[start] != "to":
                draft.cue = [(draft.cue[0][0], start)]
            return draft
    return _object(page, i, name, objects, obliques)


def _charge(page: Page, i: int, name: str, target: Token) -> tuple[Cue, int] | None:
    """Where the charge begins that the parser did not hang on the verb: "accused X and Y of having …", "accused X and Y to have …"."""
    for j in range(target.i + 1, min(target.i + 12, page.unit(i)[1] - 1)):
        if page.lower[j] in {"of", "for", "with"} and page.tags[j + 1] == "VBG":
            cue = lexicon().verb(name, f"obj-{page.lower[j]}")
            return (cue, j + 1) if cue is not None else None
        if page.lower[j : j + 2] == ["to", "have"] and (cue := lexicon().verb(name, "obj-of")) is not None:
            return cue, j + 1
        if page.lower[j] in {",", ";"} or page.tags[j] in {"VBZ", "VBP", "MD"}:
            return None
    return None


def _object(page: Page, i: int, name: str, objects: list[Token], obliques: list[Token]) -> Draft | None:
    cue = lexicon().verb(name, "np")
    if cue is None or (cue.act == "denial" and (children(page.tokens[i], "iobj") or len(objects) > 1)):  # "denied them permits"
        return None
    extra = name.count(" ")
    if not objects and page.tags[i] != page.tokens[i].tag_:  # a mended verb has no object in the tree
        last = next(
            (j for j in range(i + 1, min(i + 7, page.unit(i)[1])) if page.pos[j] in {"NOUN", "PROPN", "PRON"} and page.pos[j + 1] not in {"NOUN", "PROPN"}),
            None,
        )
        objects = [page.tokens[last]] if last is not None and all(page.pos[j] in NOMINAL for j in range(i + 1, last)) else []
    target = objects[0] if objects and not extra else None
    if extra:  # the verb's own preposition or particle
        end = i + 1 + extra
        while end < page.unit(i)[1] and page.lower[end - 1] != name.split()[-1]:
            end += 1
        target = next((c for c in [*objects, *obliques] if c.i >= end), None)
        if target is None:
            return None
        start = max(target.left_edge.i, end)
        if page.tags[end] == "VB" and page.lower[end - 1] == "to":
            return made(page, i, name.split()[0], cue, "open", [(end - 1, clause_end(page, i, target, end - 1))])
    elif target is not None:
        start = max(target.left_edge.i, i + 1)
    else:
        return None
    draft = made(page, i, name, cue, "object", [(start, object_end(page, i, target, target))])
    if draft is not None and extra:
        draft.cue = [(draft.cue[0][0], start)]
    return draft
