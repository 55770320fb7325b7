"""Who stands beside a cue, by the order of words: before it, behind it, over commas, appositions and dates, whatever the tree has made of it."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.actors.role_nouns import role_words
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import MARKS, Page
from trucekeeper.reading.statements.speakers import PEOPLE, can_speak

FLOATING = frozenset({"both", "all", "each", "also", "together", "jointly"})
COUNTED = frozenset({"one", "another", "two", "several", "some", "many", "both"})  # of several ("one of the mediators")
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "X"})


def turned_source(page: Page, verb: int) -> int | None:
    """ "…, said the state's envoy to the talks, Ann Lee": the noun right behind a plain verb of saying that follows a comma, where the tree has no subject."""
    cue = lexicon().verb(page.lemmas[verb], "quote")
    end = page.unit(verb)[1]
    if cue is None or page.tags[verb] not in FINITE or page.lower[verb - 1] != ",":
        return None
    body = _names_body_last(page, verb, end) if page.lemmas[verb] == "report" else None
    if body is not None:
        return body
    if lexicon().verb(page.lemmas[verb], "np") is not None and not _names_outlet_last(page, verb, end):
        return None
    for j in range(verb + 1, min(verb + 9, end)):
        if page.pos[j] not in NOMINAL and page.tags[j] not in {"POS", "PRP$", "HYPH"}:
            return None
        if page.pos[j] in {"NOUN", "PROPN"} and (j + 1 == end or (page.pos[j + 1] not in NOMINAL and page.tags[j + 1] not in {"POS", "HYPH"})):
            after = j + 1 < end and (page.is_finite(j + 1) or page.pos[j + 1] in {"VERB", "AUX"})
            return j if not after and can_speak(page, j, texts=False) and page.finite((page.unit(verb)[0], verb)) else None
    return None


def _names_body_last(page: Page, verb: int, end: int) -> int | None:
    """ ", reports the Ministry of Works of the state.": a body's name, and no verb nor thing behind it."""
    found = layers(page.doc)
    named = next((m for j in (verb + 1, verb + 2) if (m := found.mention_at.get(j)) is not None and m.form == "name" and m.words[0] == j), None)
    if named is None or found.entities[named.entity].kind != "body" or not page.finite((page.unit(verb)[0], verb)):
        return None
    rest = [j for j in range(named.words[1], end) if not page.tokens[j].is_punct and not page.tokens[j].is_space]
    return named.token if len(rest) < 6 and all(page.pos[j] in {"PROPN", "ADP", "DET"} for j in rest) else None


def _names_outlet_last(page: Page, verb: int, end: int) -> bool:
    """ ", reports the television station STV." """
    words = [j for j in range(verb + 1, end) if not page.tokens[j].is_punct and not page.tokens[j].is_space]
    told = any(page.lemmas[j] in role_words().bodies.media | role_words().bodies.agency for j in words)
    return page.lemmas[verb] == "report" and 0 < len(words) < 8 and told and all(page.pos[j] in NOMINAL for j in words)


def before_date(page: Page, head: int, verb: int) -> int:
    """The noun before a day that stands just before the verb ("The council on Monday urged", "A poll released on Friday found")."""
    dates, floor = lexicon().words.dates, page.unit(verb)[0]
    if page.lower[head] not in dates:
        return head
    i = head
    while i > floor and (page.lower[i] in dates or page.lower[i] in {"on", "in", "last", "this", "late", "early"} or page.tags[i] == "VBN"):
        i -= 1
    if page.lower[i] == "," and i > floor and (described := behind_commas(page, i)) is not None:  # "Ann Lee, the mayor, on Monday admitted"
        return described
    if i == head or page.pos[i] not in {"NOUN", "PROPN"}:
        return head
    start = i
    while start > floor and (page.pos[start - 1] in NOMINAL or page.tags[start - 1] in {"POS", "PRP$"}):
        start -= 1
    backer = start - 2  # "The coalition backing the government on Monday accused"
    if backer >= floor and page.tags[start - 1] == "VBG" and page.pos[backer] == "NOUN" and can_speak(page, backer, texts=False):
        return phrase_head(page, backer)
    return phrase_head(page, i)


def apposed_to(page: Page, head: int, verb: int) -> int:
    """The name before a description that two commas set apart, where the parser took the description for the subject ("Ann Lee, mayor of the town, said")."""
    floor = page.unit(verb)[0]
    end = verb
    while end > head and page.pos[end - 1] in {"AUX", "ADV"}:
        end -= 1
    if page.lower[end - 1] == "," and end - 2 > head and page.lower[head] in {"who", "which"}:
        named = behind_commas(page, end - 1)
        return named if named is not None and named < head else head
    start = head
    while start > floor and page.lower[start - 1] not in {"and", "or"}:
        within = page.pos[start - 1] in NOMINAL or page.lower[start - 1] in {"-", "'s", "’s"}
        if not within and not (page.lower[start - 1] in {"of", "for"} and start - 1 > floor and page.pos[start - 2] == "NOUN"):  # "spokesman of the …"
            break
        start -= 1
    if start - 2 < floor or not (page.lower[start - 1] == "(" or (page.lower[start - 1] == "," and page.lower[end - 1] in {",", ")"})):
        return head
    last = start - 2
    if page.lower[last] == ")":
        last = next((j - 1 for j in range(last, floor, -1) if page.lower[j] == "("), last)
    first = last
    while first > floor and (page.pos[first - 1] in NOMINAL or page.lower[first - 1] in {".", "-"}):
        first -= 1
    opens = first == floor or page.tokens[first - 1].is_punct or page.tokens[first - 1].is_space or page.lower[first - 1] in MARKS
    return phrase_head(page, last) if opens and page.pos[last] == "PROPN" and can_speak(page, last) and last > first else head


def described_after_comma(page: Page, at: int, subject: int) -> int | None:
    """ "…, a person familiar with the talks said", where the parser's subject is a thing before the comma."""
    while at > subject and (page.pos[at] in NOMINAL | {"ADP", "PRON", "PART"}):
        at -= 1
    if at <= subject or page.lower[at] != ",":
        return None
    noun = next((j for j in range(at + 1, at + 8) if page.pos[j] in {"NOUN", "PROPN"} and page.pos[j + 1] not in {"NOUN", "PROPN"}), None)
    return noun if noun is not None and can_speak(page, noun, texts=False) else None


def beside(page: Page, verb: int) -> int | None:
    """The noun just before a finite verb, whatever the parser made of it, or just after one that follows a quotation or a comma."""
    token = page.tokens[verb]
    if page.tags[token.i] not in {"VBD", "VBZ", "VBP", "NNS"}:
        return None
    unit = page.unit(verb)
    i = verb - 1
    while i > unit[0] and (page.pos[i] in {"ADV", "AUX"} or page.lower[i] in FLOATING):
        i -= 1
    if i > unit[0] + 2 and page.lower[i] == ",":
        return behind_commas(page, i)
    if i > unit[0] and page.lower[i] == ")":
        opening = next((j for j in range(i - 1, unit[0], -1) if page.lower[j] == "("), None)
        i = opening - 1 if opening is not None else i
    if i >= unit[0] and (page.pos[i] in {"PROPN", "NOUN"} or page.lower[i] in PEOPLE) and (can_speak(page, i) or page.lower[verb + 1 : verb + 2] == ["that"]):
        loose = base(token) in {"advcl", "acl"} and not children(token, "mark", "nsubj")  # "The delegation charged with watching the truce called"
        within = bool(children(page.tokens[i], "case")) and (loose or not can_speak(page, i, texts=False))
        told = _before_participle(page, verb, i) if within else None
        return told if told is not None else _with_post(page, phrase_head(page, i))  # "a person briefed on the plan said"
    return _before_participle(page, verb, i)


def _before_participle(page: Page, verb: int, last: int) -> int | None:
    """The noun that a participle with its phrase tells of, up to the verb ("A report leaked last month said", "people briefed on the talks said")."""
    floor = max(page.unit(verb)[0], verb - 12)
    for i in range(last, floor, -1):
        if page.lower[i] in {",", ";", ":", "that"} or (page.is_finite(i) and page.tags[i] != "VBD"):
            return None
        if page.tags[i] in {"VBN", "VBD", "VBG"}:
            if page.tags[i] == "VBG" and page.pos[i - 1] in {"ADP", "SCONJ"}:
                continue
            told = page.pos[i - 1] in {"NOUN", "PROPN"} and can_speak(page, i - 1) and page.lower[i - 1] not in lexicon().words.dates
            return phrase_head(page, i - 1) if told else None
    return None


def _with_post(page: Page, i: int) -> int:
    """Up from a noun after a preposition to the one that it tells more of ("the government in Aden called", "leaders of the party say")."""
    while base(page.tokens[i]) == "nmod" and page.tokens[i].head.i < i and children(page.tokens[i], "case") and page.quote_of[i] < 0:
        above = page.tokens[i].head.i
        if not (can_speak(page, above) or page.lower[above] in COUNTED) or any(page.lower[j] in {",", ";", "and"} for j in range(above, i)):
            break
        i = phrase_head(page, above)
    return i


def before_copula(page: Page, adjective: int) -> int | None:
    for i in range(adjective - 1, max(adjective - 4, page.unit(adjective)[0]), -1):
        if page.pos[i] == "AUX":
            return beside(page, i)
    return None


def behind_commas(page: Page, i: int) -> int | None:
    """The noun before an apposition or relative clause that two commas close ("Ann Lee, the mayor, said")."""
    unit = page.unit(i)
    opening = next((j for j in range(i - 1, max(unit[0], i - 40), -1) if page.lower[j] == "," and page.quote_of[j] < 0), None)
    if opening is not None and page.lower[opening + 1] not in {"who", "which", "whose"}:  # a comma within the clause ("Ann Lee, who, on Monday, …")
        outer = next((j for j in range(opening - 1, max(unit[0], i - 40), -1) if page.lower[j] == "," and page.lower[j + 1] in {"who", "whose"}), None)
        opening = outer if outer is not None and not any(page.lower[j] in {";", ":"} for j in range(outer, i)) else opening
    if opening is None or i - opening < 2 or opening - 1 < unit[0]:
        return None
    before = page.tokens[opening - 1]
    described = (
        page.lower[opening + 1] in {"who", "which", "whose", "a", "an", "the", "one", "himself", "herself"}
        or page.pos[opening + 1]
        in {
            "PROPN",
            "NOUN",
            "ADJ",
        }
        or page.tags[opening + 1] in {"VBG", "VBN", "VBP", "VB"}
        or page.lower[opening + 2] == "by"
        or (page.pos[opening + 1] == "ADP" and all(page.pos[j] in NOMINAL for j in range(unit[0], opening)))
    )
    if described and (page.pos[before.i] in {"PROPN", "NOUN", "PUNCT"} or page.tags[before.i].startswith("NN")):
        head = page.tokens[phrase_head(page, opening - 1 if page.pos[before.i] != "PUNCT" else opening - 2)]
        head = page.tokens[_with_post(page, head.i)]
        if not can_speak(page, head.i) and page.pos[opening + 1] == "PROPN" and can_speak(page, opening + 1, texts=False):
            return phrase_head(page, opening + 1)  # "A bishop who serves both camps, Ann Cruz, called"
        joined = base(head) == "conj" and unit[0] <= head.head.i < head.i and all(page.pos[j] in NOMINAL | {"CCONJ"} for j in range(head.head.i, head.i))
        return head.head.i if joined else head.i
    return None


def agrees_with_another(page: Page, comp: Token, j: int) -> bool:
    """ "The rebels say the offer is a trap and have called for …": the number of "have" or "has" is not that of the reported clause's subject."""
    after = j + 2
    if after >= page.unit(j)[1] or page.tags[after] != "VBN" or page.lemmas[after] not in lexicon().verbs:
        return False
    subject = next(iter(children(comp, "nsubj")), None)
    if subject is None or page.pos[subject.i] not in {"NOUN", "PROPN"} or children(subject, "conj"):
        return False
    plural = page.tags[subject.i] in {"NNS", "NNPS"}
    return (page.lower[j + 1] == "have" and not plural) or (page.lower[j + 1] == "has" and plural)


def phrase_head(page: Page, i: int) -> int:
    """The head of a name of several words."""
    token = page.tokens[i]
    while base(token) in {"flat", "compound"} and token.head.i < i and page.pos[token.head.i] in {"PROPN", "NOUN"}:
        token = token.head
    return token.i
