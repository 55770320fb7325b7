"""Content that is no clause with a finite verb: infinitives, gerunds, what a thing is called, noun phrases; and the content of adjectives."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.relations import base, children, modal, preposition
from trucekeeper.reading.statements.beside import NOMINAL
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, object_end, phrase_end, sums_up
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.making import cue_start, made
from trucekeeper.reading.statements.page import Page, Words
from trucekeeper.reading.statements.sources import is_passive
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

WISHED = frozenset({"like"})  # plans something only with a modal ("would like to hold talks")


def read_open(page: Page, i: int, name: str) -> Draft | None:
    """ "vowed to stay", "urged them to leave", "denied taking part"."""
    words, token, unit = lexicon(), page.tokens[i], page.unit(i)
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
        if objects and base(objects[0]) == "obj" and not can_speak(page, objects[0].i, texts=False) and words.verb(name, "np") is not None:
            return None
        frame = "ing" if gerund else ("obj-to" if objects else "to")
        cue = words.verb(name, frame) or (words.verb(name, "np") if _gerund_begins(page, comp, i + 1) else None)
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
    words, token, unit = lexicon(), page.tokens[i], page.unit(i)
    passive = is_passive(page, i)
    cue = words.verb(name, "small")
    objects = [c for c in token.children if base(c) in {"obj", "iobj"} and i < c.i < unit[1]]
    summed = _summed(page, i) if not objects else None
    predicate = [c for c in token.children if base(c) in {"xcomp", "obl", "obj", "advcl", "advmod"} and c.i > i and c not in objects[:1]]
    predicate = [c for c in predicate if page.lower[c.i] != "saying"]  # "called it a trap, with the mayor saying …"
    as_phrase = [c for c in predicate if any(page.lower[x.i] == "as" for x in c.children if x.i < c.i)]
    if cue is None and not (as_phrase and (cue := words.verb(name, "obj-as"))):
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
        if page.lemmas[noun] in lexicon().summing and sums_up(page, noun - 1) and page.lower[i + 1 : i + 2] != ["by"]:
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
    counted = next((j for j in range(i + 1, min(i + 6, unit[1])) if page.lemmas[j] in lexicon().tallies), None)
    if counted is None or any(page.pos[j] == "VERB" for j in range(i + 1, counted)):
        return None
    end = unit[1]
    given = any(page.tokens[j].like_num and page.lower[j] != "one" for j in range(counted, end))
    if not given or not {"at", "to", "from", "by", "of", "as"} & set(page.lower[counted:end]):
        return None
    return made(page, i, name, cue, "object", [(i + 1, clause_end(page, i, page.tokens[counted], i + 1))])


def read_phrase(page: Page, i: int, name: str) -> Draft | None:
    """A noun phrase: the object ("confirmed the start of talks"), or one with a preposition ("warned of famine", "accused them of theft")."""
    words, token, unit = lexicon(), page.tokens[i], page.unit(i)
    if is_passive(page, i) and not any(page.lower[c.i] == "by" for o in children(token, "obl") for c in o.children):
        return None
    objects = [c for c in token.children if base(c) in {"obj", "iobj"} and i < c.i < unit[1]]
    obliques = [c for c in token.children if base(c) in {"obl", "advcl", "nmod"} and i < c.i < unit[1]]
    if objects:
        for oblique in obliques + [c for o in objects for c in o.children if base(c) in {"nmod", "acl"}]:
            mark = _mark(page, oblique)
            cue = words.verb(name, f"obj-{mark}") if mark != "to" else None
            if cue is not None and oblique.i > objects[0].i:
                start = max(objects[0].left_edge.i, i + 1)
                return made(page, i, name, cue, "object", [(start, object_end(page, i, objects[0], oblique))])
    charged = _charge(page, i, name, objects[0]) if objects else None
    if charged is not None:
        start = max(objects[0].left_edge.i, i + 1)
        return made(page, i, name, charged[0], "object", [(start, clause_end(page, i, page.tokens[charged[1]], start))])
    for oblique in obliques:
        if page.lower[oblique.i] in lexicon().dates and oblique.text[0].isupper():
            continue
        mark = _mark(page, oblique)
        if mark == "to" and objects and page.tags[oblique.i] != "VB":
            continue  # "urged a halt to the raids", "offered loans to farmers"
        cue = words.verb(name, mark) if mark else None
        if cue is not None and oblique.left_edge.i <= i + (7 if mark == "to" and page.tags[oblique.i] == "VB" else 4):
            start = _after_mark(page, oblique, i)
            start -= mark == "to" and (start == i + 2 or page.tags[oblique.i] == "VB") and page.lower[start - 1] == "to"
            draft = made(page, i, name, cue, "object", [(start, object_end(page, i, oblique, oblique))])
            if draft is not None and start > i + 1 and page.lower[start] != "to":
                draft.cue = [(draft.cue[0][0], start)]
            return draft
    return _object(page, i, name, objects, obliques)


def read_passive(page: Page, i: int, name: str) -> Draft | None:
    """ "The plan was rejected by both sides": what it is told of is the content, the agent the source; "is accused of theft" goes without one."""
    token, unit = page.tokens[i], page.unit(i)
    if page.tags[i] != "VBN" or not is_passive(page, i) or base(token) in {"acl", "amod", "xcomp"} or page.lemmas[i] in {"quote", "cite"}:
        return None
    subject = next((c for c in token.children if base(c) == "nsubj" and unit[0] <= c.i < i), None)
    if subject is None or page.lower[subject.i] in {"which", "that", "who"}:
        return None
    left = [(subject.left_edge.i, subject.right_edge.i + 1)]
    cue = lexicon().verb(name, "np")
    agent = next((c for c in children(token, "obl") if c.i > i and preposition(c) == "by"), None)
    if cue is not None and agent is not None and can_speak(page, agent.i) and cue.act != "count":
        start = next((c.i for c in agent.children if page.lower[c.i] == "by"), agent.left_edge.i)
        draft = Draft(i, [(i, i + 1)], [t for c in left if (t := page.trim(c)) is not None], cue.act, name, "object", rank=0.5)
        draft.source_head, draft.source = agent.i, [source_span(page, agent.i, after=start + 1)]
        of = next((j for j in range(agent.i + 1, min(agent.i + 3, unit[1] - 2)) if page.lower[j] == "of" and _gerund_soon(page, j)), None)
        if of is not None and lexicon().verb(name, "obj-of") is not None:  # "was accused by the union of breaking the truce"
            rest = page.trim((of, clause_end(page, i, page.tokens[of + 1], of)))
            draft.content += [rest] if rest is not None else []
        draft.cue = [(cue_start(page, i, left[0][1]), start + 1)]
        return draft if draft.content and start == i + 1 else None
    return _accused(page, i, name, left[0]) or _considered(page, i, name, left[0])


def _gerund_soon(page: Page, i: int) -> bool:
    """Does a gerund follow, with no more than adverbs before it?"""
    first = next((j for j in range(i + 1, page.unit(i)[1]) if page.pos[j] not in {"ADV", "PART"}), i)
    return page.tags[first] == "VBG"


def _considered(page: Page, i: int, name: str, subject: Words) -> Draft | None:
    """ "is considered a terrorist group by the union": what it is called, and by whom."""
    cue = lexicon().verb(name, "small")
    end = page.unit(i)[1]
    by = next((j for j in range(i + 2, min(i + 14, end - 1)) if page.lower[j] == "by"), None)
    before = page.trim(subject)
    if cue is None or by is None or before is None or any(page.pos[j] == "VERB" or page.lower[j] == "," for j in range(i + 1, by)):
        return None
    first = i + 2 if page.lower[i + 1] == "as" else i + 1
    head = next(
        (j for j in range(by + 1, min(by + 8, end)) if page.pos[j] in {"NOUN", "PROPN"} and (j + 1 == end or page.pos[j + 1] not in {"NOUN", "PROPN"})), None
    )
    if head is None or not can_speak(page, head) or page.pos[first] not in {"DET", "NOUN", "ADJ", "PROPN"}:
        return None
    draft = Draft(i, [(cue_start(page, i, subject[1]), i + 1)], [before, (first, by)], cue.act, name, "object", rank=0.5)
    draft.source_head, draft.source = head, [source_span(page, head, after=by + 1)]
    return draft


def _accused(page: Page, i: int, name: str, subject: Words) -> Draft | None:
    """ "is accused of using …": said by nobody who is told."""
    if page.lower[i + 1 : i + 2] != ["of"] or lexicon().verb(name, "obj-of") is None or i + 2 >= page.unit(i)[1]:
        return None
    cue = lexicon().verb(name, "obj-of")
    rest = page.trim((i + 2, clause_end(page, i, page.tokens[i + 2], i + 2)))
    before = page.trim(subject)
    if cue is None or cue.act != "accusation" or rest is None or before is None:  # who "has been informed of" it is told
        return None
    return Draft(i, [(cue_start(page, i, subject[1]), i + 2)], [before, rest], cue.act, name, "object", hedge=page.lower[i], rank=0.45)


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


def _mark(page: Page, token: Token) -> str:
    found = preposition(token)
    if not found:
        found = next((page.lower[c.i] for c in token.children if base(c) == "mark" and c.i < token.i), "")
    return found


def _after_mark(page: Page, token: Token, cue: int) -> int:
    marks = [c.i for c in token.children if base(c) in {"case", "mark"} and cue < c.i < token.i]
    return max([cue + 1, *(m + 1 for m in marks[:1])])


def read_adjective(page: Page, i: int) -> Draft | None:
    """ "is sure that", "are aware of", "was willing to"."""
    cue = lexicon().adjectives.get(page.lower[i])
    token, unit = page.tokens[i], page.unit(i)
    if cue is None or page.pos[token.i] not in {"ADJ", "VERB"} or page.in_speech(i):
        return None
    if not any(base(c) in {"cop", "aux"} for c in token.children) and not _stays_so(page, i):
        return None
    for child in token.children:
        if not i < child.i < unit[1]:
            continue
        relation = base(child)
        to = any(page.lower[c.i] == "to" and base(c) == "mark" for c in child.children)
        if relation in {"ccomp", "advcl", "xcomp"} and (
            (to and "to" in cue.frames) or (not to and "that" in cue.frames and (relation == "ccomp" or page.lower[child.left_edge.i] == "that"))
        ):
            start = max(child.left_edge.i, i + 1)
            return made(page, i, page.lower[i], cue, "clause", [(start, clause_end(page, i, child, start))])
        mark = _mark(page, child)
        if relation in {"obl", "advcl"} and (mark in cue.frames or (mark == "to" and "obj-to" in cue.frames)) and (mark != "to" or relation == "obl"):
            start = _after_mark(page, child, i)
            draft = made(page, i, page.lower[i], cue, "object", [(start, phrase_end(page, i, child))])
            if draft is not None:
                draft.cue = [(draft.cue[0][0], start)]
            return draft
    return None


def _stays_so(page: Page, i: int) -> bool:
    """ "remained hopeful", "grew wary"."""
    verb = page.tokens[i].head
    return base(page.tokens[i]) == "xcomp" and verb.i < i and page.lemmas[verb.i] in lexicon().becoming
