"""Gold words, trees and names of the open treebanks and name sets, as documents: with their raw text, or word by word.

Read from a corpora folder outside the repository (see docs/model.md for the sets and what each may be used for).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.records import Article, Line, content_id
from training.corpora import blocks, conllu_words, names
from training.encoder.data import Sentence, clean, name_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORLDWIDE = {"Person": "PERSON", "Organization": "ORG", "Location": "LOC", "Facility": "LOC", "NORP": "NORP"}


@dataclass(frozen=True, slots=True)
class Word:
    """A gold word: its characters [start, end) of the text, its head (index in the document, its own for a root)."""

    start: int
    end: int
    head: int
    relation: str


@dataclass(slots=True)
class Raw:
    """A treebank document as running text with one paragraph a line, and what it should be read as."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)  # characters [start, end)

    def add(self, block: list[str], *, paragraph: bool) -> None:
        """Append a CoNLL-U sentence; `paragraph`: it begins a new line."""
        if paragraph and self.text:
            self.text = self.text.rstrip() + "\n"
        rows, spaces = conllu_words(block)
        base, first = len(self.words), len(self.text)
        for row, space in zip(rows, spaces, strict=True):
            start = len(self.text)
            self.text += row[1].replace(" ", "\u00a0") + " " * space
            head = len(self.words) if row[6] == "0" else base + int(row[6]) - 1
            relation = "ROOT" if row[6] == "0" else row[7]
            self.words.append(Word(start, start + len(row[1]), head, relation))
        self.sentences.append((first, self.words[-1].end))

    def article(self) -> Article:
        """The text as an article whose lines are all body."""
        lines, at = [], 0
        for number, part in enumerate(self.text.split("\n"), 1):
            lines.append(Line(number, at, at + len(part), "body", ""))
            at += len(part) + 1
        return Article(content_id("article", self.text), "", "", self.text, tuple(lines), "treebank", "en")


def raw_documents(path: Path) -> list[Raw]:
    """The documents of a treebank; words of contractions are joined as they were written."""
    found: list[Raw] = []
    for block in blocks(path):
        if not found or any(line.startswith("# newdoc") for line in block):
            found.append(Raw())
        found[-1].add(block, paragraph=any(line.startswith("# newpar") for line in block))
    return found


def newswire(corpora: Path) -> list[list[Sentence]]:
    """The hand-annotated global newswire by document, its labels mapped to ours."""
    found: list[list[Sentence]] = []
    for block in blocks(corpora / "names" / "newswire_dev.iob2.gz"):
        if not found or any(line.startswith("# newdoc") for line in block):
            found.append([])
        pairs = [line.split("\t") for line in block if not line.startswith("# ") and "\t" in line]
        if pairs:
            found[-1].append(Sentence([clean(pair[0]) for pair in pairs], tags=[_wide(pair[1]) for pair in pairs]))
    return [document for document in found if document]


def _wide(tag: str) -> str:
    part, _, kind = tag.partition("-")
    ours = WORLDWIDE.get(kind)
    return f"{part}-{ours}" if ours else "O"


def uner(corpora: Path) -> Iterator[list[Sentence]]:
    """UNER's names on EWT's test part, grouped by EWT's documents."""
    marked = name_sentences(names(corpora / "names" / "uner_ewt.test.iob2.gz"))
    document: list[Sentence] = []
    openings = [
        any(line.startswith("# newdoc") for line in block)
        for block in blocks(corpora / "treebanks" / "ewt.test.conllu.gz")
    ]
    if len(openings) != len(marked):
        raise ValueError("the names of UNER and the sentences of EWT's test part do not pair up; get both again")
    for sentence, opens in zip(marked, openings, strict=True):
        if opens and document:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document
