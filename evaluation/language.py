"""Scores the language model through the interface that reading uses: `python -m evaluation.language [--model FOLDER]`.

Trees with gold words and sentences; trees and sentences from raw text; names, read a document at a time. EWT's test
part is read for its names only (UNER); its trees and those of the other test parts are left for one final number.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.reading import pipeline
from communique.reading.document import tokenise
from communique.reading.encoder import lemmas
from communique.reading.encoder.component import MODEL, Encoder
from evaluation.treebanks import newswire, raw_documents, uner
from training.encoder.data import trees
from training.encoder.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evaluation.treebanks import Raw
    from training.encoder.data import Sentence

LABELS = ("PERSON", "ORG", "LOC", "NORP")
FINAL = {"UD EWT test": "ewt.test"}
BANKS = {"UD EWT dev": "ewt.dev", "UD GUM dev": "gum.dev"}
TREE_SCORES = ("upos", "feats", "lemma", "uas", "las")


def gold_trees(encoder: Encoder, sentences: Iterable[Sentence]) -> dict[str, float]:
    """Shares of words right, with words and sentences as in the gold, a sentence at a time."""
    right: Counter[str] = Counter()
    total = 0
    for gold in sentences:
        doc = encoder(_doc([gold]))
        for i, (token, head, label) in enumerate(zip(doc, gold.heads, gold.fields["dep"], strict=True)):
            uas = head == (-1 if token.head.i == i else token.head.i)
            right["uas"] += uas
            right["las"] += uas and token.dep_ == label
            right["upos"] += token.pos_ == gold.fields["upos"][i]
            right["feats"] += str(token.morph) == gold.fields["feats"][i]
            right["lemma"] += token.lemma_ == lemmas.apply(gold.words[i], gold.fields["lemma"][i])
        total += len(gold.words)
    return {name: right[name] / total for name in TREE_SCORES}


def raw_trees(encoder: Encoder, documents: Iterable[Raw]) -> dict[str, float]:
    """F1 of words, sentences and labelled arcs from running text, aligned by characters (as in CoNLL 2018's task).

    A word or sentence is right with both its ends; an arc with its word, head and relation, subtypes included.
    """
    counts = {name: [0, 0, 0] for name in ("words", "sentences", "las")}
    for gold in documents:
        document = tokenise(gold.article(), pipeline.load())
        encoder(document.doc)
        ours = list(zip(document.starts, document.ends, strict=True))
        theirs = [(word.start, word.end) for word in gold.words]
        sentences = {(ours[s.start][0], ours[s.end - 1][1]) for s in document.doc.sents}
        arcs = {(ours[t.i], ours[t.head.i], t.dep_) for t in document.doc}
        wanted = {(theirs[i], theirs[word.head], word.relation) for i, word in enumerate(gold.words)}
        _count(counts["words"], set(ours), set(theirs))
        _count(counts["sentences"], sentences, set(gold.sentences))
        _count(counts["las"], arcs, wanted)
    return {name: _f1(found) for name, found in counts.items()}


def names(encoder: Encoder, documents: Iterable[Sequence[Sentence]], labels: Sequence[str]) -> dict[str, float]:
    """Strict span F1 of names over the labels together ("all") and for each; each document is read whole."""
    counts = {label: [0, 0, 0] for label in labels}
    for document in documents:
        doc = encoder(_doc(document))
        ours = {(span.start, span.end, span.label_) for span in doc.ents}
        wanted = spans([tag for sentence in document for tag in sentence.tags])
        for label, found in counts.items():
            _count(found, *({span for span in one if span[2] == label} for one in (ours, wanted)))
    totals = [sum(column) for column in zip(*counts.values(), strict=True)]
    return {"all": _f1(totals), **{label: _f1(found) for label, found in counts.items()}}


def _doc(sentences: Sequence[Sentence]) -> Any:
    """A Doc of gold words with the starts of sentences fixed."""
    from spacy.tokens import Doc

    doc = Doc(pipeline.load().vocab, words=[word for sentence in sentences for word in sentence.words])
    edges, at = set(), 0
    for sentence in sentences:
        edges.add(at)
        at += len(sentence.words)
    for token in doc:
        token.is_sent_start = token.i in edges
    return doc


def _count(counts: list[int], ours: set[Any], wanted: set[Any]) -> None:
    for i, more in enumerate((len(ours & wanted), len(ours), len(wanted))):
        counts[i] += more


def _f1(counts: Sequence[int]) -> float:
    return 2 * counts[0] / max(counts[1] + counts[2], 1)


def section(corpora: Path, model: Path = MODEL) -> list[str]:
    """The scores as Markdown."""
    encoder = Encoder(model)
    lines = [*_treebanks(encoder, corpora, BANKS), ""]
    lines += ["| names, strict F1 | all | PERSON | ORG | LOC | NORP |", "|---|---:|---:|---:|---:|---:|"]
    wire = names(encoder, newswire(corpora), LABELS)
    lines.append("| Worldwide Newswire dev | " + " | ".join(f"{score:.3f}" for score in wire.values()) + " |")
    web = names(encoder, uner(corpora), LABELS[:3])
    lines.append("| UNER EWT test | " + " | ".join(f"{score:.3f}" for score in web.values()) + " | - |")
    return lines


def _treebanks(encoder: Encoder, corpora: Path, banks: Mapping[str, str]) -> list[str]:
    lines = [
        "| trees, gold words and sentences | UPOS | features | lemma | UAS | LAS |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, bank in banks.items():
        found = gold_trees(encoder, trees(corpora / "treebanks" / f"{bank}.conllu.gz"))
        lines.append(f"| {name} | " + " | ".join(f"{found[score]:.3f}" for score in TREE_SCORES) + " |")
    lines += ["", "| from raw text, F1 | words | sentences | LAS |", "|---|---:|---:|---:|"]
    for name, bank in banks.items():
        found = raw_trees(encoder, raw_documents(corpora / "treebanks" / f"{bank}.conllu.gz"))
        lines.append(f"| {name} | {found['words']:.3f} | {found['sentences']:.3f} | {found['las']:.3f} |")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.language", description="Score the language model.")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of the open corpora")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of another exported model")
    parser.add_argument("--final", action="store_true", help="score EWT's test part instead: once, when all is done")
    options = parser.parse_args(argv)
    final = _treebanks(Encoder(options.model), options.corpora, FINAL) if options.final else None
    print("\n".join(final or section(options.corpora, options.model)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
