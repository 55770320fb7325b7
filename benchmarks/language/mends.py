"""What each mend of a tree gains or loses in labelled arcs, on the test parts of the treebanks; and how often each is made in plain texts (`*.txt`).

python benchmarks/language/mends.py --treebanks FOLDER [--texts FOLDER]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example

from trucekeeper.language.mending import MENDS, apply, fitting
from trucekeeper.language.mending.tree import Change
from trucekeeper.language.pipeline import load

TRAINING = Path(__file__).resolve().parents[2] / "training"
TESTS = ("en_pud-ud-test", "gum_open_test", "en_ewt-ud-test")


class Gold:
    """A parsed doc beside the treebank's tree of the same text."""

    def __init__(self, made: Doc, gold: Doc) -> None:
        self.gold = gold
        self.at = [list(map(int, found)) for found in Example(made, gold).alignment.x2y]

    def has(self, token: Token, head: Token, relation: str) -> bool:
        if len(self.at[token.i]) != 1:
            return False
        there = self.gold[self.at[token.i][0]]
        root = head.i == token.i
        right = there.head.i == there.i if root else there.head.i in self.at[head.i]
        return right and there.dep_.split(":")[0].lower() == ("root" if root else relation.split(":")[0].lower())

    def gain(self, changes: list[Change]) -> int:
        before = sum(self.has(c.token, c.token.head, c.token.dep_) for c in changes)
        return sum(self.has(c.token, c.head, c.relation) for c in changes) - before


def in_texts(nlp: Language, folder: Path | None) -> Counter[str]:
    """How often each mend is made in the texts of a folder, one upon the other as the pipeline makes them."""
    made = Counter[str]()
    for path in sorted(folder.rglob("*.txt")) if folder is not None else ():
        for token in list(nlp(path.read_text(encoding="utf-8"))):
            mend, changes = fitting(token)
            apply(changes)
            made.update([mend.__name__] if mend is not None else ())
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--texts", type=Path, help="count in these as well how often each is made")
    args = parser.parse_args()
    sys.path.insert(0, str(TRAINING))
    from treebanks import make_doc, read_conllu

    nlp = load()
    nlp.disable_pipe("truce_mending")
    times, gains = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for name in TESTS:
        for sentences in read_conllu(args.treebanks / f"{name}.conllu.gz"):
            gold = make_doc(nlp.vocab, sentences)
            made = nlp(gold.text)
            beside = Gold(made, gold)
            for token in made:
                mend, changes = fitting(token)
                if mend is not None:
                    times[mend.__name__, name] += 1
                    gains[mend.__name__, name] += beside.gain(changes)
    made_in_texts = in_texts(nlp, args.texts)
    mends = sorted({mend.__name__ for found in MENDS.values() for mend in found})
    print(f"{'':26}" + "".join(f"{name:>22}" for name in TESTS) + f"{'texts':>14}")
    for mend in mends:
        print(f"{mend:26}" + "".join(f"{times[mend, name]:>14} {gains[mend, name]:>+7}" for name in TESTS) + f"{made_in_texts[mend]:>14}")
    print(
        f"{'all':26}"
        + "".join(f"{sum(n for (_, t), n in times.items() if t == name):>14} {sum(n for (_, t), n in gains.items() if t == name):>+7}" for name in TESTS)
        + f"{made_in_texts.total():>14}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
