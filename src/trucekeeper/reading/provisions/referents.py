"""What a term is counted from when it is no date: a phase's edge, the signature, another clause, or an event in its own words."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from trucekeeper.reading.provision_words import phase_key, phase_name, provision_words

STOP = re.compile(
    r"\s+(?:shall|must|will|should|may|is(?!\s+in\s+(?:force|effect))|are|was|were|has|have|and shall|which|that|who|in order|by the"
    r"|in accordance|according|at the (?:latest|earliest)|pursuant"
    r"|under|including|unless|provided|or\s+(?:within\s+|not\s+later\s+|no\s+later\s+)?(?:\w+|\(?\d+\)?)\s+(?:hours|days|weeks|months|years)"
    r"|and\s+(?:to|without|subject)\b|to\s+(?!the\b|its\b|their\b|a\b)[a-z]+|and\s+[a-z]+(?:ed|ing))\b.*",
    re.IGNORECASE | re.DOTALL,
)
LONGEST = 70
THE_DAY = re.compile(r"^(?:(?:the|its|their|this|a)\s+)?(?:(?:date|day|time|moment)\s+of\s+(?:the\s+|its\s+)?)?")
SHORT_EFFECT = 8  # words: "the cease-fire enters into force"
AnchorKind = Literal["date", "event", "phase", "clause"]


@cache
def in_force() -> re.Pattern[str]:
    """ "the truce enters into force", "takes effect"."""
    words = provision_words().anchors
    return re.compile(rf"^(?:(?:this|the)\s+)?(?:{words.papers})[\w\s-]*\b(?:{words.comes})\s+(?:force|effect)$|\btakes\s+effect$")


@cache
def of_truce() -> re.Pattern[str]:
    """ "the beginning of the truce", "commencement of the cessation of hostilities": of the whole, and of no part of it."""
    words = provision_words().anchors
    return re.compile(rf"(?:{'|'.join(words.begin_words)})\s+of\s+(?:the|this)\s+(?:{words.papers})(?:\s+of\s+(?:hostilities|fire))?$")


MODAL = re.compile(r"\s+(?:shall|must|will|should|may)\b", re.IGNORECASE)
NOT_BEHIND = "".join(rf"(?<!\b{word})" for word in ("of", "in", "to", "at", "by", "for", "from", "with", "and"))
SUBJECT = re.compile(rf"{NOT_BEHIND}\s(?:the|each|both|all|every|any|no)\s.*", re.IGNORECASE)


def trimmed_reference(words: str, stop: re.Pattern[str] = STOP) -> str:
    """Cut where the clause goes on; of "after arrival of the convoy | the Sides shall …" before the subject."""
    end = stop.search(words)
    words = re.sub(r"\s+and$", "", stop.sub("", words).strip())
    if end is not None and MODAL.match(end.group()):
        words = SUBJECT.sub("", words)
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0]


def referred(words: str) -> tuple[AnchorKind, str]:
    """What the words after "of" or "after" name: a phase's edge, the signature, another clause, or an event in its own words."""
    known = provision_words().anchors
    low = THE_DAY.sub("", words.casefold())
    if phase := re.search(phase_name(), low):
        name = phase_key(phase.group())
        before = low[: phase.start()]
        if any(re.search(rf"\b{w}\b", before) for w in known.end_words):
            return "phase", f"{name}:end"
        if any(re.search(rf"\b{w}\b", before) for w in known.begin_words):
            return "phase", f"{name}:begin"
        if not before.strip() or before.strip() in {"the", "of the"}:
            return "phase", name
    if re.match(rf"(?:{'|'.join(known.clause_words)})\s+\(?[\divx]", low):
        return "clause", words
    if re.match("|".join(known.effect), low) or (len(low.split()) <= SHORT_EFFECT and in_force().search(low)) or of_truce().match(low):
        return "event", "entry into force"
    signing = re.match(rf"(?:{'|'.join(known.signature)})", low)
    if signing is not None and not names_another(low[signing.end() :]):
        return "event", "signature"
    return "event", re.sub(r"^(?:the|its|their)\s+", "", words)


def names_another(words: str) -> bool:
    """Of "the signing | of a peace agreement (of the final accord)": that of another paper than the one at hand."""
    return re.match(rf"\s+of\s+(?:an?|another|any)\s|\s+of\s+(?:the\s+)?(?:{'|'.join(provision_words().anchors.others)})\b", words) is not None
