"""Tiny gold data made in the tests: a few sentences of our own with trees and names."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# word, lemma, tag, features, head, relation
TREES = (
    (
        ("Rossi", "Rossi", "PROPN", "Number=Sing", 2, "nsubj"),
        ("visited", "visit", "VERB", "Tense=Past|VerbForm=Fin", 0, "root"),
        ("Oslo", "Oslo", "PROPN", "Number=Sing", 2, "obj"),
        (".", ".", "PUNCT", "", 2, "punct"),
    ),
    (
        ("The", "the", "DET", "PronType=Art", 2, "det"),
        ("ministers", "minister", "NOUN", "Number=Plur", 3, "nsubj"),
        ("met", "meet", "VERB", "Tense=Past|VerbForm=Fin", 0, "root"),
        ("there", "there", "ADV", "", 3, "advmod"),
        (".", ".", "PUNCT", "", 3, "punct"),
    ),
)
NAMES = (
    (("Anna", "B-PER"), ("Berg", "I-PER"), ("left", "O"), ("Oslo", "B-GPE"), (".", "O")),
    (("Norwegian", "B-NORP"), ("envoys", "O"), ("joined", "O"), ("NATO", "B-ORG"), (".", "O")),
)


def conllu(sentences: tuple[tuple[tuple[str, str, str, str, int, str], ...], ...] = TREES) -> str:
    """Sentences as CoNLL-U text."""
    blocks = []
    for sentence in sentences:
        rows = [
            "\t".join((str(i), word, lemma, pos, "_", feats or "_", str(head), dep, "_", "_"))
            for i, (word, lemma, pos, feats, head, dep) in enumerate(sentence, start=1)
        ]
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n\n"


def iob(sentences: tuple[tuple[tuple[str, str], ...], ...] = NAMES) -> str:
    """Sentences as rows of word and tag."""
    return "\n\n".join("\n".join("\t".join(pair) for pair in sentence) for sentence in sentences) + "\n\n"


def packed(path: Path, text: str) -> Path:
    """Write a gzipped text file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write(text)
    return path
