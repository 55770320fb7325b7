"""One saying behind another: "The planes took no part, its spokesman said, the agency reported" is the spokesman's word, through the agency."""

from __future__ import annotations

from trucekeeper.language.grammar.auxiliaries import is_future
from trucekeeper.model.claims import Actor
from trucekeeper.reading.statements.carriers import carrier_at, cited
from trucekeeper.reading.statements.chain import reporter
from trucekeeper.reading.statements.drafts import Draft, shared
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.spans import source_span

LONGEST_TAIL = 10  # tokens of an outlet and its verb behind the speaker
FILLS = 0.6  # of an outlet's report, what is somebody else's saying; the rest is who that is


def cut_tails(page: Page, drafts: list[Draft]) -> None:
    """What somebody says ends before the clause that tells who carried it ("told them that nobody had left, | the radio reported")."""
    for outer in drafts:
        start = _start(outer)
        if start is None or outer.answers:
            continue
        for inner in drafts:
            if (
                inner is outer
                or (inner.rank > outer.rank and (inner.shape != "phrase" or inner.verbatim))
                or not outer.covers(inner.head)
                or not (inner.covers(outer.head) and inner.content[-1][1] > start)
            ):
                continue
            kept = [t for a, b in inner.content if a < start and (t := page.trim((a, min(b, start)))) is not None]
            inner.content = kept or inner.content


def fold_tails(page: Page, kept: list[Draft]) -> list[Draft]:
    """The drafts without an outlet's report that is all somebody else's saying, which it carried."""
    folded: list[int] = []
    for index, outer in enumerate(kept):
        within = _quoted_within(outer, kept)
        if within is not None and (carrier := reporter(page, outer)) is not None:
            within.carried = within.carried or carrier
            within.content = [t for a, b in within.content if (t := page.trim((a, min(b, outer.source[0][0])))) is not None]
            folded.append(index)
            continue
        carrier = reporter(page, outer) if _start(outer) is not None else None
        said = (d for d in kept if d is not outer and outer.covers(d.head) and d.source and not is_future(page.tokens[d.head]))
        inner = next(said, None) if carrier is not None and cited(page, outer) is None else None
        if inner is not None and shared(outer, inner) + sum(b - a for a, b in (*inner.source, *inner.cue)) >= FILLS * outer.size():
            inner.carried = carrier
            folded.append(index)
    for draft in kept:
        turned = draft.shape in {"quote", "clause"} and draft.source and draft.source[-1][1] > draft.head > draft.content[0][0]
        if turned and draft.carried is None and (carrier := _behind(page, draft)) is not None:
            draft.carried = carrier
            draft.content = [words for words in draft.content if words[0] < draft.head or draft.shape == "quote"]
    return [d for i, d in enumerate(kept) if i not in folded]


def _quoted_within(outer: Draft, kept: list[Draft]) -> Draft | None:
    """Whose clause the quotation ends that an outlet seems to say ('Ann Lee said the truce "was paper", | the agency reported')."""
    if outer.shape != "quote" or len(outer.content) > 1 or not outer.source or outer.source[0][0] < outer.content[0][1]:
        return None
    start, end = outer.content[0]
    return next((d for d in kept if d.shape == "clause" and d.source and d.head < start and any(a < start and end <= b for a, b in d.content)), None)


def _behind(page: Page, draft: Draft) -> Actor | None:
    """The outlet that carried a quotation, told behind its speaker ('"…," said Ann Lee, the agency reported.')."""
    start, end = draft.source[-1][1], page.unit(draft.head)[1]
    if page.lower[start : start + 1] != [","] or any(page.quote_of[i] >= 0 for i in range(start, end)):
        return None
    verb = next((i for i in range(min(start + LONGEST_TAIL, end) - 1, start, -1) if page.is_finite(i)), None)
    if verb == start + 1 and page.lemmas[verb] == "report" and page.lower[verb + 2 : verb + 3] in ([], ["."], [","]):
        return carrier_at(page, verb + 1)  # ", reported AFP."
    if verb is None or lexicon().verb(page.lemmas[verb], "that") is None or page.lower[verb + 1 : verb + 2] not in ([","], ["."], ["on"]):
        return None
    source = verb - 1
    if any(page.is_finite(i) or page.lower[i] in {",", "who", "which", "that"} for i in range(start + 1, verb)) or page.pos[source] not in {"NOUN", "PROPN"}:
        return None
    return reporter(page, Draft(verb, [], [], "report", page.lemmas[verb], "clause", source=[source_span(page, source, before=verb)], source_head=source))


def _start(outer: Draft) -> int | None:
    """Where source and cue begin that follow what they tell of; None for a statement of another shape."""
    if outer.shape != "clause" or len(outer.content) > 1 or not outer.source or outer.content[0][1] > outer.source[0][0] or outer.source[0][0] > outer.head:
        return None
    return outer.source[0][0]
