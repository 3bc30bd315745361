"""Reads the open treebanks and name sets of a corpora folder, and maps the labels of the name sets to one scheme.

Only sets marked as trainable may be read for training. `LABELS` is the one table of labels (PERSON, ORG, LOC, NORP,
MISC). Dates are left to the time grammar, so they are no names here.
"""

from __future__ import annotations

import gzip
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NORP_SHARE = 0.8  # a word NORP in at least this share of its silver uses is filled in where a set has none

LABELS = {
    "PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "FACILITY": "LOC",
    "NORP": "NORP", "MISC": "MISC", "EVENT": "MISC", "PRODUCT": "MISC",
}  # fmt: skip

QUOTES = {"``": '"', "''": '"'}  # as some sets write quotation marks

Row = list[str]


def blocks(path: Path) -> Iterator[list[str]]:
    """The blank-line separated blocks of a gzipped text file, as lists of lines."""
    block: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.strip():
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def conllu_words(block: list[str]) -> tuple[list[Row], list[bool]]:
    """Syntactic words of a sentence and whether a space follows each in the original text."""
    rows: list[Row] = []
    spaces: list[bool] = []
    last_of_token, token_space = 0, True
    for line in block:
        if line.startswith("#"):
            continue
        row = line.split("\t")
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            last_of_token, token_space = int(row[0].split("-")[1]), space
            continue
        if "." in row[0]:
            continue
        number = int(row[0])
        if number < last_of_token:
            space = False
        elif number == last_of_token:
            space = token_space
        rows.append(row)
        spaces.append(space)
    return rows, spaces


def names(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and IOB tags (in our labels) of each sentence of a name set."""
    for block in blocks(path):
        pairs = [line.split("\t") for line in block if not line.startswith("# ")]
        pairs = [pair for pair in pairs if len(pair) == 2]
        if not pairs:
            continue
        yield [word for word, _ in pairs], [_our_tag(tag) for _, tag in pairs]


def _our_tag(tag: str) -> str:
    if tag == "O":
        return tag
    prefix, label = tag.split("-", 1)
    ours = LABELS.get(label)
    return f"{prefix}-{ours}" if ours else "O"


def norp_words(sentences: Iterable[tuple[list[str], list[str]]]) -> set[str]:
    """Words that the silver set nearly always marks as nationality, religion or political group."""
    marked: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for words, tags in sentences:
        for word, tag in zip(words, tags, strict=True):
            if word[:1].isupper():
                seen[word] += 1
                marked[word] += tag == "B-NORP"
    return {word for word, n in marked.items() if n >= 2 and n / seen[word] >= NORP_SHARE}


def fill_norp(
    sentences: Iterable[tuple[list[str], list[str]]], known: set[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Mark known nationality words in a set whose scheme has no such class."""
    for words, tags in sentences:
        filled = list(tags)
        for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
            goes_on = i + 1 < len(tags) and tags[i + 1].startswith("I-")
            if word in known and (tag == "O" or (tag == "B-MISC" and not goes_on)):
                filled[i] = "B-NORP"
        yield words, filled
