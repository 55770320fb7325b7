"""Acts that are told as no more than begun: "began pulling its guns back", "started a gradual withdrawal", "the handover has begun"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from trucekeeper.agreement.frames import BACKGROUND, UNDER_WAY, before_of, is_ahead, is_undone, whole_words
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import Sentence
from trucekeeper.agreement.told_forbidden import forbids
from trucekeeper.agreement.told_objects import placed
from trucekeeper.agreement.told_words import Told, denied, plain
from trucekeeper.model.agreement import Term

STAGE = r"(?:the|a) (?:\w+ )?(?:phase|stage|round|batch|part|step|process|task|work) of\W+"  # "launched the first phase of pulling back"


def begun(sentence: Sentence, telling: Telling) -> Iterator[re.Match[str]]:
    """Where the sentence tells that an act of the kind has begun; not where it may, or did not."""
    for pattern in patterns(telling.verbs, telling.nouns) if tells_of_a_beginning(sentence.text) else ():
        for match in pattern.finditer(sentence.text):
            before = before_of(sentence.text, match.start())
            if not is_ahead(before) and not is_undone(before) and not UNDER_WAY.search(before) and not BACKGROUND.search(before):
                yield match


@lru_cache(maxsize=64)  # one sentence is held against each kind of term in turn
def tells_of_a_beginning(text: str) -> bool:
    frames = act_words().frames
    return whole_words(f"{frames.underway}|{frames.got_underway}").search(text) is not None


@cache
def patterns(verbs: str, nouns: str) -> tuple[re.Pattern[str], ...]:
    """The beginning before the verb or the noun of the act, or behind the noun."""
    frames = act_words().frames
    acts = "|".join(a for a in (gerunds(verbs), rf"to (?:\w+ly )?(?:{verbs})" if verbs else "") if a)
    particle = rf"(?:\W+(?:{'|'.join(sorted(act_words().verbs.particles))})\b)?"  # "handing over the maps" is done to the maps
    made = [rf"(?:{frames.underway})\W+(?:{STAGE})?(?:\w+ly\W+)?(?:{acts}){particle}"] if acts else []
    if nouns:
        made += [rf"(?:{frames.underway})\W+(?:[\w’'-]+\W+){{0,4}}?(?:{nouns})", rf"(?:{nouns})\b[^.,;]{{0,40}}?\b(?:{frames.got_underway})"]
    return tuple(whole_words(pattern) for pattern in made)


def gerunds(verbs: str) -> str:
    """Of "release|hand over": "releasing", "handing"."""
    bases = dict.fromkeys(verb.split()[0] for verb in verbs.split("|") if re.fullmatch(r"[a-z]+(?: [a-z]+)?", verb))
    return "|".join(rf"{base.removesuffix('e')}(?:{base[-1]})?ing" for base in bases)


def begun_by(sentence: Sentence, telling: Telling, term: Term) -> Told | None:
    """What has begun is done in part."""
    match = next(begun(sentence, telling), None) if not forbids(term) else None
    if match is None or denied(sentence, match.start()):
        return None
    return placed(plain("performed in part", sentence, match.start()), telling, sentence, match)
