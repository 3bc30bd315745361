"""Score the pipeline that ships on held-out trees and names: `python -m training.evaluate [--write]`.

    python -m training.evaluate --corpora ../shared/corpora [--model FOLDER] [--write]

Words are given as in the gold. Trees: universal tags, heads (UAS), heads with relations (LAS), punctuation counted,
on documents of neighbouring sentences whose borders the parser must find itself, and with the borders given.
Names: a name is right when its first and last word and its label are (strict), for the labels that all sets share.
With --write the table in docs/model.md is replaced.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from training import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "communique" / "reading" / "model"
CARD = ROOT / "docs" / "model.md"
BEGIN, END = "<!-- scores: python -m training.evaluate --write -->", "<!-- end of scores -->"
NAMES = ("PERSON", "ORG", "LOC", "NORP")  # MISC means another thing in each set
NEWSWIRE = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "FAC", "NORP": "NORP"}
TREES = {"UD EWT dev": ("ewt.dev.conllu.gz",), "UD GUM dev (free genres)": ("gum.dev.conllu.gz",)}
SETS = {
    "names dev: VOA, silver": "voa_silver.dev.iob2.gz",
    "names dev: GUM": "gum_derived.dev.iob2.gz",
    "Worldwide Newswire dev": "newswire_dev.iob2.gz",
}


@dataclass(frozen=True, slots=True)
class TreeScore:
    """Shares (0 to 1) of words with the right tag, head, and head with relation, and the F1 of sentence borders.

    `uas` and `las` are with borders as found, `given_uas` and `given_las` with the gold's.
    """

    words: int
    upos: float
    uas: float
    las: float
    given_uas: float
    given_las: float
    sentences: float


@dataclass(frozen=True, slots=True)
class NameScore:
    """Precision, recall and F1 of names (0 to 1), in all and by label; `names` is how many the gold has."""

    names: int
    precision: float
    recall: float
    f1: float
    by_label: tuple[tuple[str, float], ...]


def score_trees(nlp: Language, gold: Sequence[Doc]) -> TreeScore:
    """Score tags and trees on gold documents with several sentences each."""
    found = [Example(doc, right) for doc, right in zip(_run(nlp, map(_bare, gold)), gold, strict=True)]
    marked = [_with_borders(doc) for doc in gold]
    given = [Example(doc, right) for doc, right in zip(_run(nlp, marked), gold, strict=True)]
    as_found, as_given = _deps(found), _deps(given)
    return TreeScore(
        sum(map(len, gold)),
        Scorer.score_token_attr(found, "pos")["pos_acc"],
        *as_found,
        *as_given,
        Scorer.score_spans(found, "sents", getter=_sentences)["sents_f"],
    )


def score_names(nlp: Language, gold: Sequence[Doc]) -> NameScore:
    """Score names on gold documents, for the labels of `NAMES` alone."""
    examples = []
    for doc, right in zip(_run(nlp, map(_bare, gold)), gold, strict=True):
        examples.append(Example(_shared_labels(doc), _shared_labels(right)))
    score: dict[str, Any] = Scorer.score_spans(examples, "ents", getter=_entities)
    by_label = score["ents_per_type"] or {}
    return NameScore(
        sum(len(example.reference.ents) for example in examples),
        score["ents_p"] or 0.0,
        score["ents_r"] or 0.0,
        score["ents_f"] or 0.0,
        tuple((label, by_label[label]["f"]) for label in NAMES if label in by_label),
    )


def _run(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    return nlp.pipe(docs, batch_size=64)


def _bare(gold: Doc) -> Doc:
    """The gold's words and spaces, and nothing else of it."""
    return Doc(gold.vocab, words=[token.text for token in gold], spaces=[bool(token.whitespace_) for token in gold])


def _with_borders(gold: Doc) -> Doc:
    """The gold's words, spaces and sentence borders."""
    doc = _bare(gold)
    for token, right in zip(doc, gold, strict=True):
        token.is_sent_start = bool(right.is_sent_start)
    return doc


def _shared_labels(doc: Doc) -> Doc:
    doc.ents = [span for span in doc.ents if span.label_ in NAMES]
    return doc


def _entities(doc: Doc, _attribute: str) -> Any:
    return doc.ents


def _sentences(doc: Doc, _attribute: str) -> Any:
    return list(doc.sents)


def _deps(examples: Sequence[Example]) -> tuple[float, float]:
    """UAS and LAS with punctuation, as the CoNLL shared tasks count. Relations are compared in lower case."""
    score = Scorer.score_deps(examples, "dep", getter=lambda token, _: token.dep_, ignore_labels=())
    return score["dep_uas"], score["dep_las"]


def newswire(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of the newswire set in our labels; its Date, Money, Product and Misc are no names here."""
    for block in prepare.blocks(path):
        pairs = [line.split("\t") for line in block if not line.startswith("# ")]
        words = [pair[0] for pair in pairs if len(pair) == 2]
        tags = [_newswire_tag(pair[1]) for pair in pairs if len(pair) == 2]
        if words:
            yield words, tags


def _newswire_tag(tag: str) -> str:
    prefix, _, label = tag.partition("-")
    ours = prepare.LABELS.get(NEWSWIRE.get(label, ""))
    return f"{prefix}-{ours}" if ours else "O"


def evaluate(nlp: Language, corpora: Path) -> tuple[dict[str, TreeScore], dict[str, NameScore]]:
    """Score on every set of the corpora folder.

    Raises:
        FileNotFoundError: a set is not in the folder.
    """
    trees = {
        title: score_trees(nlp, list(prepare.treebank([corpora / "treebanks" / file for file in files], nlp.vocab)))
        for title, files in TREES.items()
    }
    names = {}
    for title, file in SETS.items():
        path = corpora / "names" / file
        sentences = newswire(path) if file.startswith("newswire") else prepare.names(path)
        names[title] = score_names(nlp, list(prepare.name_docs(sentences, nlp.vocab)))
    return trees, names


def table(trees: dict[str, TreeScore], names: dict[str, NameScore]) -> str:
    """The scores as two Markdown tables, in percent."""
    lines = [
        "| trees | words | UPOS | UAS | LAS | sentences F1 | UAS, borders given | LAS, borders given |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for title, tree in trees.items():
        shares = (tree.upos, tree.uas, tree.las, tree.sentences, tree.given_uas, tree.given_las)
        lines.append(f"| {title} | {tree.words:,} | {' | '.join(f'{share:.1%}' for share in shares)} |")
    lines += [
        "",
        f"| names, strict | names in gold | precision | recall | F1 | {' | '.join(f'{n} F1' for n in NAMES)} |",
        "|---|---:|---:|---:|---:|" + "---:|" * len(NAMES),
    ]
    for title, name in names.items():
        by_label = dict(name.by_label)
        cells = [f"{share:.1%}" for share in (name.precision, name.recall, name.f1)]
        cells += [f"{by_label[label]:.1%}" if label in by_label else "-" for label in NAMES]
        lines.append(f"| {title} | {name.names:,} | {' | '.join(cells)} |")
    return "\n".join(lines)


def with_block(text: str, inner: str) -> str:
    """A page with what stands between the two marks replaced.

    Raises:
        ValueError: the page lacks the marks.
    """
    if BEGIN not in text or END not in text:
        raise ValueError(f"the page has no {BEGIN} ... {END}")
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n\n{inner}\n\n{END}{rest.partition(END)[2]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, and write them into the model card with --write."""
    import spacy

    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description="Score the language pipeline.")
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--model", type=Path, default=MODEL, help="the pipeline to score (default: the one that ships)")
    parser.add_argument("--write", action="store_true", help="replace the table in docs/model.md")
    options = parser.parse_args(arguments)
    if not options.corpora.is_dir():
        sys.stderr.write(f"no folder {options.corpora}; name one with treebanks/ and names/ with --corpora\n")
        return 1
    said = table(*evaluate(spacy.load(options.model), options.corpora))
    print(said)
    if options.write:
        CARD.write_text(with_block(CARD.read_text(encoding="utf-8"), said), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
