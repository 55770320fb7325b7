"""Are two names one somebody's? Accents, articles, titles and transliterations are set aside; what is left uncertain is only proposed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.nations import is_country, with_countries

Verdict = Literal["same", "likely", "maybe", "unlike"]  # what is maybe one is only ever proposed to a person
# Latin letters that do not fall apart into a letter and its mark
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th"})
APOSTROPHES = re.compile("['’‘`´ʼʾʿ.]+")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
GENITIVE = re.compile(r"['’]s\b")
SHORT = 200  # characters of a name, place or clause that is asked for again and again; whole texts are not kept
SHORTEST_ACRONYM = 3  # letters of an acronym that a text need not define: two are the initials of too many
SHORTEST = 4  # letters of a word below which another vowel makes another name
SHORTEST_CALLED = 3  # letters of a short form of a first name
LONGEST_NAME = 4  # words of a name that its last word may stand for; "Bank of Sess" is not called Sess
LONGEST_TITLE = 2  # words of "Army of Sess", which is no name of its own; "Coalition of Lake Towns" is
JOINED = frozenset({"of", "for", "and", "in"})
LONG = 8  # letters of a word from which one other letter may be a slip or another ear
VERY_LONG = 10  # and two
APPOSED = re.compile(r",\s+(?=(?:the|a|an|its|their|his|her|who|which|whose|[a-z])\b).*")  # "Roe, the army spokesman"
DEFINED = re.compile(r" \([A-Z][\w-]*[A-Z]\)$")  # "Union of Lake Towns (ULT)"
DESCRIBED = re.compile(r"^the (?:[a-z]+ )(?=(?:[A-Z][\w’'-]+ ){2,}[A-Z])")  # "the opposition National Lake Council"
OWNED = re.compile(r"^[\w. -]+?(?:['’]s|s['’])\s+(?=[A-Z])")  # "Sess’s Lake Union"
MEMBERS = re.compile(r"(?:[Tt]he )?((?:[A-Za-z]+ )?[A-Za-z]+) (?:of|from) (?:the )?([A-Z].*)")  # "guerrilla fighters from the Lake Front"
POSSESSIVE = re.compile(r"^(?:its|their|his|her|our|my) (?=\w)", re.IGNORECASE)
INITIALS = re.compile(r"^(?:[A-Z]\.? ?){1,3}(?=[A-Z][a-z])")  # "S.P. Roe"


@dataclass(frozen=True, slots=True)
class Match:
    """What is to be made of two names, with the reason in words."""

    verdict: Verdict
    reason: str


def plain(text: str) -> str:
    """Lower case without accents, apostrophes or points."""
    return _plain(text) if len(text) <= SHORT else _bare(text)


def _bare(text: str) -> str:
    bare = text if text.isascii() else BEYOND_ASCII.sub(_without_marks, text)
    if "'" in bare or "’" in bare:
        bare = GENITIVE.sub("", bare)
    return APOSTROPHES.sub("", bare).casefold()


def _without_marks(match: re.Match[str]) -> str:
    return _base_of(match[0])


@lru_cache(maxsize=10_000)
def _base_of(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", letter.translate(LETTERS)) if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def _plain(text: str) -> str:
    return _bare(text)


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without articles, particles and forms of address, unless nothing else is left."""
    words = [lexicon().names.spelt.get(w, w) for w in re.findall(r"\w+", plain(name))]
    left = [w for w in words if w not in lexicon().names.particles]
    if lexicon().origins.ministry & set(left):
        return tuple(left)  # the foreign ministry is not the defence ministry
    if len(left) > 1 and left[-1] in lexicon().names.address:
        return tuple(left)  # "a Sessian general" is not Sess; "Ida Bishop" is no bishop
    bare = [w for w in left if w not in lexicon().names.address]
    return tuple(bare or left or words)


@lru_cache(maxsize=100_000)
def core(label: str) -> str:
    """The name in a label: without what is apposed ("Ida Roe, the army spokesman", "the mayor, Ida Roe"), and a body's in place of its members'
    ("rebels of the Lake Front", "fighters from the Lake Front", "LF fighters")."""
    name = DESCRIBED.sub("", DEFINED.sub("", APPOSED.sub("", label)))
    before, _, last = name.rpartition(", ")
    if before and last[:1].isupper() and before != before.title() and len(last.split()) > 1:
        name = last
    parted = MEMBERS.fullmatch(name)
    if parted and parted[1].casefold().rpartition(" ")[2] in lexicon().names.members:
        bare = parted[2]
        words = re.findall(r"\w+", plain(bare))
        named = lexicon().names.common & set(words[1:]) or (len(words) > LONGEST_TITLE and words[0] in lexicon().names.common)
        if is_acronym(bare) or named:
            return bare
    bare, _, last = name.removeprefix("the ").removeprefix("The ").rpartition(" ")
    return bare if last in lexicon().names.members and is_acronym(bare) else name


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """One spelling for the transliterations of a word; a first "a" is heard as one ("Ayaz" is not "Ijaz")."""
    if word[:2] in ("ai", "ay"):
        return f"a{sound(word[1:])}"
    for spelt, written in lexicon().transliteration.rewrite:
        word = word.replace(spelt, written)
    word = re.sub(r"(.)\1+", r"\1", word)
    return re.sub(r"(?<=..)[eh]$", "", word)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """A word's sound without its vowels, the first letter kept."""
    heard = sound(word)
    return heard[:1] + "".join(c for c in heard[1:] if c not in lexicon().transliteration.vowels)


def initials(name: str) -> str:
    """First letters of a name's words, small joining words left out."""
    small = lexicon().names.particles
    return "".join(w[0] for w in re.findall(r"\w+", plain(name)) if w not in small)


def names_somebody(label: str) -> bool:
    """Is there a name in a label, or only a description ("officials", "its health office", "Other reports")?"""
    first, *rest = label.split() or [""]
    return any(w != w.lower() for w in rest) or (first != first.lower() and plain(first) not in lexicon().words.small)


def is_acronym(name: str) -> bool:
    """Is it a short form in capitals ("UN", "LF-IM")?"""
    letters = name.replace(".", "").replace("-", "").strip()
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def is_bare_noun(label: str) -> bool:
    """Is it one noun that many names share ("the Front", "National")?"""
    words = name_words(core(label))
    return len(words) == 1 and words[0] in lexicon().names.common


def unowned(label: str) -> str:
    """A description without the pronoun of whose it is, which outside its sentence tells nobody ("Its health office")."""
    return POSSESSIVE.sub("the ", label)


def owner_of(name: str) -> str | None:
    """Whose it is ("Sess" of "Sess’s Lake Union"), None where a name does not say."""
    found = OWNED.match(name)
    return re.sub(r"['’]s?\s*$", "", found[0]) if found else None


def without_owner(name: str) -> str | None:
    """What is left of a name when whose it is goes off its front ("Sess’s Lake Union"), None where nobody's is said."""
    bare = OWNED.sub("", name)
    return plain(bare) if bare != name else None


def _words_alike(a: str, b: str) -> bool:
    """One name word in two transliterations: apart in a vowel or two, or one letter apart in a long word."""
    if sound(a) == sound(b):
        return True
    shorter = min(len(a), len(b))
    apart = Levenshtein.distance(sound(a), sound(b), score_cutoff=2)
    if skeleton(a) == skeleton(b):
        return shorter >= SHORTEST and apart <= (2 if len(skeleton(a)) > 2 else 1)
    return shorter >= LONG and apart <= 1


def _heard_alike(a: str, b: str) -> bool:
    """The same for one word of a name whose others are the same: its first letter may be heard differently, or its vowels ("Ceyhun", "Jeyhun")."""
    if min(len(a), len(b)) < SHORTEST:
        return False
    if Levenshtein.distance(sound(a), sound(b), score_cutoff=1) <= 1:
        return True
    vowels = lexicon().transliteration.vowels
    return [c for c in sound(a) if c not in vowels] == [c for c in sound(b) if c not in vowels]


def _named_after(a: str, b: str) -> bool:
    """Does only one of two names hold an "of" or the like, so that it is called by the other ("Bank of Sess", "Prime Minister of Sess")?"""
    joined = [bool(JOINED & set(name.casefold().split())) for name in (a, b)]
    return joined[0] != joined[1]


def _compare_words(first: tuple[str, ...], second: tuple[str, ...], a: str, b: str) -> Match:
    if [sound(w) for w in first] == [sound(w) for w in second]:
        verdict: Verdict = "same" if len(first) > 1 else "likely"
        return Match(verdict, "the same name when transliteration is set aside")
    if sorted(first) == sorted(second) and (" of " in f" {a} {b} " or "'s " in f"{a} {b}".replace("’", "'")):
        return Match("same", "the same words, turned round by “of” or a genitive")
    if sorted(map(sound, first)) == sorted(map(sound, second)):
        return Match("likely", "the same words in another order")
    if len(first) == len(second) and all(map(_words_alike, first, second)):
        return Match("likely", "the names differ in the spelling of a sound")
    if len(first) == len(second) > 1 and _one_heard_otherwise(first, second):
        return Match("likely", "the names differ in how one word is heard")
    short, long = sorted((first, second), key=len)
    bare = [plain(x).removeprefix("the ") for x in (a, b)]
    if len(short) > 1 and any(x.startswith(f"{y} for ") for x, y in (bare, bare[::-1])):
        return Match("likely", "the one is the other without what it is for")
    body = long[-1] in lexicon().names.bodies | lexicon().names.common | lexicon().origins.ministry
    if len(short) == 1 and len(long) in (2, 3, 4) and not body and sound(short[0]) in [sound(w) for w in long[1:-1]]:
        return Match("likely", f"“{short[0]}” stands in “{' '.join(long)}”")
    if len(short) < len(long) and _words_alike(short[-1], long[-1]) and all(any(_words_alike(w, v) for v in long) for w in short):
        if _named_after(a, b) or (len(short) == 1 and len(long) > LONGEST_NAME):
            return Match("unlike", "the one is named after the other")
        return Match("likely", f"“{' '.join(short)}” is the end of “{' '.join(long)}”" if len(short) == 1 else "one name leaves out a part of the other")
    if 1 < len(short) < len(long) and all(map(_words_alike, short, long)) and not _named_after(a, b):
        return Match("likely", "one name leaves out the end of the other")
    return Match("unlike", "the names are different")


def _one_heard_otherwise(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    odd = [(a, b) for a, b in zip(first, second, strict=True) if sound(a) != sound(b)]
    alike = [_words_alike(a, b) or _heard_alike(a, b) for a, b in odd]
    return all(alike) and sum(not _words_alike(a, b) for a, b in odd) <= 1


def _last_name_alone(first: tuple[str, ...], second: tuple[str, ...], a: str, b: str) -> Match | None:
    """Two full names with one last name, whose first names are given otherwise: by initials, or in a form that begins alike ("Benjamin", "Binyamin")."""
    near = min(len(first), len(second)) > 1 and Levenshtein.distance(first[-1], second[-1], score_cutoff=2) <= 2
    if min(len(first), len(second)) < 2 or not (near or _last_alike(first[-1], second[-1])):
        return None
    short = next((n for n in (a, b) if INITIALS.match(n)), None)
    if short is not None and len(name_words(INITIALS.sub("", short))) == 1 and sound(first[0])[:1] == sound(second[0])[:1]:
        return Match("likely", "the same last name, and an initial that fits")
    sounds = sound(first[0]), sound(second[0])
    if sound(first[-1]) == sound(second[-1]) and _is_short_form(*sorted((first[0], second[0]), key=len)):
        return Match("likely", "the same last name, and a short form of the first name")
    if len(first) == len(second) == 2 and first[0] == second[0] and min(len(first[1]), len(second[1])) >= SHORTEST + 2:
        return Match("maybe", "the same first name, and last names that are nearly the same")
    if min(len(first), len(second)) > 2 and first[1:] == second[1:] and sounds[0][:1] == sounds[1][:1]:
        return Match("maybe", "the same last names, and first names that begin alike")
    if len(first) == len(second) == 2 and sound(first[-1]) == sound(second[-1]) and sounds[0][:1] == sounds[1][:1] and sounds[0][-2:] == sounds[1][-2:]:
        return Match("maybe", "the same last name, and first names that begin and end alike")
    return None


def _is_short_form(short: str, long: str) -> bool:
    """ "Ron" of "Ronald", but not "Juan" of "Juana"."""
    return SHORTEST_CALLED <= len(short) <= len(long) - 2 and long.startswith(short)


def _last_alike(a: str, b: str) -> bool:
    if _words_alike(a, b):
        return True
    return min(len(a), len(b)) >= VERY_LONG and Levenshtein.distance(sound(a), sound(b), score_cutoff=2) <= 2


def _runs_together(first: tuple[str, ...], second: tuple[str, ...]) -> Match | None:
    """The same letters, parted otherwise ("Abdel Fattah", "Abdelfattah")."""
    if len(first) == len(second) or min(len(first), len(second)) < 2 or set(first) <= set(second) or set(second) <= set(first):
        return None
    if "".join(map(sound, first)) == "".join(map(sound, second)):
        return Match("same", "the same name, its words run together")
    if "".join(map(skeleton, first)) == "".join(map(skeleton, second)) and first[-1] == second[-1]:
        return Match("likely", "the same name, its words run together and spelt otherwise")
    return None


@lru_cache(maxsize=100_000)  # a page of what is new joins the names twice: of what is known, and of what was
def compare(a: str, b: str) -> Match:
    """What two names, as written, tell of whether they are one somebody's."""
    first, second = name_words(a), name_words(b)
    if plain(a) == plain(b) or (first == second and len(first) > 1):
        return Match("same", "the same name when case, accents and forms of address are set aside")
    for short, long in ((a, b), (b, a)):
        if without_owner(long) == plain(short).removeprefix("the ") and len(name_words(short)) > 2 and not lexicon().origins.ministry & set(name_words(short)):
            return Match("same", "the same name, with whose it is before it")
        if is_acronym(short):
            fits = len(name_words(long)) > 1 and initials(long) == plain(short) and len(short) >= SHORTEST_ACRONYM
            return Match("likely", f"{short} are the initials of {long}") if fits else Match("unlike", "the letters are not its initials")
    short_words, long_words = sorted((first, second), key=len)
    if len(short_words) > 1 and long_words[:-1] == short_words and long_words[-1] in lexicon().names.called and short_words[-1] not in lexicon().names.common:
        return Match("same", f"the same name, with “{long_words[-1]}” behind it")
    if first == second and _named_after(a, b):
        return Match("unlike", "the one is named after the other")
    if first == second:
        return Match("likely", "the same word with another form of address")
    of_countries = with_countries(first), with_countries(second)
    turned = bool(lexicon().origins.ministry & set(first) & set(second))  # "Russia's Defence Ministry", "the Russian Ministry of Defence"
    if of_countries != (first, second) and sorted(of_countries[0]) == sorted(of_countries[1]) and (turned or not _named_after(a, b)):
        return Match("same", "the same words, a country and its adjective being one")
    found = _runs_together(first, second) or _compare_words(first, second, a, b)
    if found.verdict == "unlike":
        found = _last_name_alone(first, second, a, b) or _first_name_alone(first, second) or found
    return found


def _first_name_alone(first: tuple[str, ...], second: tuple[str, ...]) -> Match | None:
    """In many countries people are called by their first name ("Abiy" of "Abiy Ahmed")."""
    short, long = sorted((first, second), key=len)
    if (
        len(short) == 1
        and long[-1] not in lexicon().names.bodies
        and not is_country(short[0])
        and 2 <= len(long) <= LONGEST_NAME
        and len(short[0]) >= SHORTEST
        and short[0] == long[0]
    ):
        return Match("likely", f"“{short[0]}” begins “{' '.join(long)}”")
    return None
