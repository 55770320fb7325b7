"""How agreements put what is owed: what only leads to an act, says where or why, or names who agrees to it. The words are in the lexicon."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.agreement.lexicon import act_words


@cache
def of_a_place() -> re.Pattern[str]:
    """Behind a noun of an act: where it takes place, or who sees to it, is what is meant ("to all disarmament sites")."""
    return re.compile(rf"(?:\s+and\s+\w+)?\s+(?:{act_words().drafting.whereabouts})\b")


@cache
def steps_to() -> re.Pattern[str]:
    """Says no more than that what follows is to come about ("take all necessary measures to")."""
    words = act_words().drafting
    ensured = rf"(?:{words.ensures})\s+(?:that\s+)?"
    taken = rf"(?:be\s+taken\s+(?:by\s+[^,;]{{3,60}}?\s+)?|take\s+(?:[a-z]+\s+){{0,4}}?(?:{words.steps})\s+)"
    enabled = rf"(?:so as\s+|in order\s+)?to\s+(?:(?:{words.enables})\s+[^,;]{{3,60}}?\s+to\s+)?"
    return re.compile(rf"\W*(?:[a-z]+ly\s+)?(?:{ensured}|{taken}{enabled})")


@cache
def while_or_why() -> re.Pattern[str]:
    """Behind it stands when it is owed, or why."""
    return re.compile(rf"\b(?:{act_words().drafting.provided})\b")


@cache
def beside_place() -> re.Pattern[str]:
    """ "near Tarn and Bor": places that those that a term is about only lie beside."""
    return re.compile(rf"\b(?:{act_words().drafting.beside})\s+(?:the\s+)?(?P<where>(?:(?:[A-Z][\w’'-]*|and)\s*)+)")


@cache
def this_agreement() -> re.Pattern[str]:
    """ "this Agreement", where it is what an act is about and not what somebody is party to."""
    of_signing = r"(?<!parties to )(?<!party to )(?<!signing of )(?<!signatories to )"
    return re.compile(rf"{of_signing}\bthis (?:{act_words().drafting.itself})\b", re.IGNORECASE)


@cache
def agreed_that() -> re.Pattern[str]:
    """ "The two parties hereby agree that"."""
    words = act_words().drafting
    who = rf"^(?:the |both |all )?(?:[\w-]+ ){{0,2}}(?:{words.signatories})\s+(?:(?:hereby|also|further|have|mutually)\s+)*"
    return re.compile(rf"{who}(?:{words.undertakes})d?\s+that\s+", re.IGNORECASE)


@cache
def setting_up() -> re.Pattern[str]:
    """ "The formation of", before the body that is to be formed."""
    return re.compile(rf"^(?:The\s+|the\s+)?(?:[a-z]+\s+)?(?:{act_words().drafting.setting_up})\s+of\s+")


@cache
def head_ends() -> re.Pattern[str]:
    """Where the noun of a body ends, and what it is made up of or for begins."""
    prepositions = "of|for|to|which|that|who|within|under|in|on|by|with"
    return re.compile(rf"[,;:(]|(?<=\w)\s+(?:{prepositions}|{act_words().drafting.makes_up})\b")


@cache
def sized() -> re.Pattern[str]:
    """Words before a count that tell the size of a body."""
    bodies = "|".join(sorted(act_words().institutions | {"government", "cabinet"}))
    more_than = r"(?:(?:not|no) more than\s+|up to\s+|about\s+)?"
    return re.compile(rf"\b(?:{bodies})\s(?:[\w-]+\s){{0,4}}?(?:{act_words().drafting.sizes})\s+{more_than}$", re.IGNORECASE)


@cache
def carrying() -> re.Pattern[str]:
    """A verb that says no more than that the act of the noun behind it is to be done ("carry out an exchange")."""
    return re.compile(rf"\W*(?:[a-z]+ly\s+)?(?:{'|'.join(act_words().verbs.carrying)})\b\s+")


@cache
def light_verb() -> re.Pattern[str]:
    """The same of the noun before it ("an exchange shall be carried out")."""
    return re.compile(rf"(?:be\s+)?(?:\w+ly\s+)?(?:{'|'.join(sorted(act_words().verbs.light))})\b")
