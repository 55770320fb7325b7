"""What spaCy's tokenizer lacks for news: titles with a full stop ("Lt. Col. Deng"), sentences set without a blank between them ("in 2019.The army"), and
prefixes that the treebanks do not part from their words ("de-escalate")."""

from __future__ import annotations

from spacy.lang.char_classes import HYPHENS
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex

from trucekeeper.language.layout import prefixes, short_forms

INFIXES = (
    r"(?<=[0-9])\.(?=[A-Z][a-z])",  # "in 2019.The army"
    r"(?<=[A-Za-z]):(?=[“\"‘])",  # "He said:“No.”"
    r"(?<=:)[“\"‘](?=[A-Z])",
    r"(?<=[A-Za-z])[.!?](?=[”\"]\S)",
    r"(?<=[.!?])[”\"](?=[A-Z])",
)


def for_news(nlp: Language) -> None:
    before_names, *_ = short_forms()
    for form in sorted(before_names):
        spelt = "-".join(part.capitalize() for part in form.split("-")) + "."
        if spelt not in nlp.tokenizer.rules:
            nlp.tokenizer.add_special_case(spelt, [{ORTH: spelt}])
    apart = "".join(rf"(?<!\b{form})" for prefix in sorted(prefixes()) for form in (prefix, prefix.capitalize()))
    infixes = [apart + infix if HYPHENS in infix else infix for infix in nlp.Defaults.infixes]
    nlp.tokenizer.infix_finditer = compile_infix_regex([*infixes, *INFIXES]).finditer
