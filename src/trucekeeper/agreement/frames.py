"""What the words around an act make of it, whatever the act: ahead, nearly, only begun, not done, done in part, the rest. The words are in the lexicon."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.agreement.lexicon import act_words

BEFORE = 60  # code points before a verb in which a "not" or a "will" bears on it
SHARE = 60  # and one in which a share of what it was done to stands
# "refused to set up", "was to be released", "is being delivered", but "continue to hold"
UNDER_WAY = re.compile(r"(?<!\bcontinue )(?<!\bcontinues )(?<!\bcontinued )\b(?:to (?:be )?|being )(?:\w+ly )?$", re.IGNORECASE)
NEGATED = re.compile(r"(?:\b(?:not|never|no|none|nobody|neither|nor|without|cannot|yet to|failed to)\b|n['’]t)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE)
NO_ONE = re.compile(r"\bno (?!(?:later|longer|fewer|more|less|doubt)\b)(?:[\w’-]+ ){1,5}$", re.IGNORECASE)  # "no prisoners of war remained"
# what only dates something else
BACKGROUND = re.compile(r"\b(?:since|before|until|(?:days?|weeks?|months?|years?) after)\s+(?:(?:the|a|an|this|their|its)\s+)?$", re.IGNORECASE)
FROM_SO_MANY = r"\s+from\s+(?:some|most|parts?|many|several|a few|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
EXCEPT = (
    r"[^.;]{0,80}\b(?:except|apart from|other than|with the exception of|save for)\b"
    r"|[^.;]{0,80}\b(?:but|although|though|while) (?:still )?(?:remain|stay|ke(?:pt|ep))\w*"
)
NOT_ALL = r"[^.;]{0,80}\b(?:but|though|although|if) (?:\w+ly )?not (?:(?:of|for|from|in|to) )?(?:all|every\w*|fully|entirely|completely)\b"
SHARE_OF = r"[^.;]{0,40}(?<!\bas )\b(?:most|part|half|thirds?|quarters?|fifths?) of\b"


@cache
def whole_words(pattern: str) -> re.Pattern[str]:
    """Kept here, because an agreement of many terms has more patterns than the module `re` keeps."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


@cache
def _in_clause(pattern: str, reach: int) -> re.Pattern[str]:
    """The words at most so far before the end of a text, within one part of a sentence."""
    return re.compile(rf"\b(?:{pattern})\b[^.,;]{{0,{reach}}}$", re.IGNORECASE)


@cache
def _right_before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\W+(?:\w+\W+)?$", re.IGNORECASE)


@cache
def _behind(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:out|back|in|over|up|off|down)\s+)?(?:{pattern})\b|{SHARE_OF}|{FROM_SO_MANY}|{NOT_ALL}|{EXCEPT}", re.IGNORECASE)


def before_of(text: str, at: int, reach: int = BEFORE) -> str:
    return text[max(0, at - reach) : at]


def is_ahead(before: str) -> bool:
    """Do the words before a verb say that it may come, or nearly came?"""
    frames = act_words().frames
    return _in_clause(frames.ahead, 40).search(before) is not None or _right_before(frames.nearly).search(before) is not None


def is_begun(before: str) -> bool:
    """ "began handing in", "the process of releasing": no more than a beginning is told."""
    return _right_before(act_words().frames.begun).search(before) is not None


def is_undone(before: str) -> bool:
    """Does a "not", "never" or "failed to" bear on the verb?"""
    return NEGATED.search(before) is not None


def in_part(before: str, after: str) -> bool:
    """Do the words around a verb say that only some of it was done ("some of the", "a quarter of its", "three more")?"""
    frames = act_words().frames
    return _in_clause(frames.partly, SHARE).search(before) is not None or _behind(frames.part).match(after) is not None


def is_rest(before: str, after: str) -> bool:
    """Was it the last part that was done?"""
    rest = whole_words(act_words().frames.rest)
    return rest.search(before) is not None or rest.match(after.lstrip()) is not None
