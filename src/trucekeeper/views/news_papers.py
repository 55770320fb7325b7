"""News of documents and decisions: which new documents are only copies, which were read again, and what people have decided."""

from __future__ import annotations

from collections import defaultdict

from trucekeeper.model.document import Document
from trucekeeper.model.judgement import Judgement
from trucekeeper.views.cite import outlet_of
from trucekeeper.views.news_rows import NewsRow, NewsSection, cites_of
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.news import News
from trucekeeper.weighing.words import count_words, day_words, time_words


def copies(news: News) -> NewsSection:
    """Each document that others are copies of, the most copied first, with who ran them."""
    by_original: dict[str, list[str]] = defaultdict(list)
    for copy, original in news.copies.items():
        by_original[original.id].append(copy)
    originals = {o.id: o for o in news.copies.values()}
    rows = []
    for key, held in sorted(by_original.items(), key=lambda item: (-len(item[1]), item[0])):
        known = "" if key in news.papers else ", known before"
        ran = sorted(outlet_of(d) for c in held if (d := news.weighed.documents.get(c)) is not None)
        detail = (f"run by {', '.join(ran)}",) if ran else ()
        rows.append(NewsRow(count_words(len(held), "copy", "copies"), _title(originals[key]), f"{_source(originals[key])}{known}", detail, ()))
    return NewsSection("copies", "Documents that are only copies", tuple(rows))


def _title(document: Document) -> str:
    return shortened(document.title or document.text, 100)


def _source(document: Document) -> str:
    published = day_words(document.published) if document.published else time_words(document.published_range, unknown="date not given")
    return f"{outlet_of(document)}, {published}"


def read_again(news: News) -> NewsSection:
    """Documents that were known, and what another reading made of them."""
    otherwise: dict[str, int] = defaultdict(int)
    new: dict[str, int] = defaultdict(int)
    for claim in news.weighed.claims:
        if claim.document not in news.papers:
            otherwise[claim.document] += claim.id in news.otherwise
            new[claim.document] += claim.id in news.claims
    rows = []
    for key, document in news.weighed.documents.items():
        counts = [(new[key], "found for the first time"), (otherwise[key], "read otherwise"), (news.dropped.get(key, 0), "no longer found")]
        told = [f"{count_words(n, 'claim')} {what}" for n, what in counts if n]
        if told and key not in news.papers:
            rows.append(NewsRow("read again", f"{_title(document)}: {', '.join(told)}", _source(document), (), ()))
    return NewsSection("read_again", "Read again", tuple(rows))


def decisions(news: News) -> NewsSection:
    """What people have decided, the newest last."""
    return NewsSection("judgements", "Decided by people", tuple(_decision(news, j) for j in news.judgements))


def _decision(news: News, judgement: Judgement) -> NewsRow:
    claim = next((c for c in (*news.weighed.claims, *news.weighed.judged.rejected) if c.id == judgement.subject), None)
    text = f"“{shortened(claim.evidence[0].exact, 120)}”" if claim else judgement.subject
    changed = ", ".join(f"{k} = {v}" for k, v in (judgement.correction or {}).items())
    detail = tuple(t for t in (shortened(changed), judgement.reason or "") if t)
    cites = cites_of(news.weighed, [claim]) if claim else ()
    return NewsRow(
        judgement.verdict, f"{text}{f' / {judgement.other}' if judgement.other else ''}", f"{judgement.by}, {day_words(judgement.at)}", detail, cites
    )
