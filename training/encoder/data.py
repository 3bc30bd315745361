"""Training examples for the encoder: groups of words with what is known of them (trees, names or both).

Uses the readers and the one table of name labels of `training/corpora.py`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.reading.document import FOLD
from communique.reading.encoder import lemmas
from communique.reading.encoder.pieces import LOWER, TITLE, UPPER, case_of
from training.corpora import blocks, conllu_words, fill_norp, names, norp_words
from training.names_corrected import corrected_tags, corrections, key

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

    from communique.reading.encoder.pieces import Pieces

NAMES = ("O", *(f"{part}-{label}" for label in ("PERSON", "ORG", "LOC", "NORP", "MISC") for part in "BI"))
QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
TREE_FIELDS = ("upos", "xpos", "feats", "lemma", "dep")
RARE = 2  # a lemma script seen less often is not learned
IGNORE = -100


@dataclass(slots=True)
class Sentence:
    """Words and, where known, the tree (one list per field and the heads, -1 the root) and the name tags."""

    words: list[str]
    heads: list[int] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    opens_document: bool = False


@dataclass(slots=True)
class Example:
    """What the network trains on: numbers only. Empty lists where a layer is not marked."""

    pieces: list[tuple[int, ...]]
    cases: list[int]
    starts: list[int]
    heads: list[int]  # index of the head word in the example; -1 the root
    fields: dict[str, list[int]]
    tags: list[int]
    hand_made: bool

    @property
    def size(self) -> int:
        """Word pieces, with the two at the ends."""
        return 2 + sum(len(pieces) for pieces in self.pieces)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each layer, in a fixed order; a label's number is its place."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    dep: tuple[str, ...]
    names: tuple[str, ...] = NAMES


def clean(word: str) -> str:
    """A word as the reader will meet it: folded quotes and dashes, no inner spaces."""
    return QUOTES.get(word, word).replace(" ", "").translate(FOLD)


def trees(path: Path) -> Iterator[Sentence]:
    """The sentences of a treebank."""
    for block in blocks(path):
        rows, _ = conllu_words(block)
        words = [clean(row[1]) for row in rows]
        yield Sentence(
            words,
            [int(row[6]) - 1 for row in rows],
            {
                "upos": ["X" if row[3] == "_" else row[3] for row in rows],
                "xpos": [row[4] for row in rows],
                "feats": ["" if row[5] == "_" else row[5] for row in rows],
                "lemma": [lemmas.script(word, clean(row[2])) for word, row in zip(words, rows, strict=True)],
                "dep": ["ROOT" if row[6] == "0" else row[7] for row in rows],
            },
            opens_document=any(line.startswith("# newdoc") for line in block),
        )


def name_sentences(pairs: Iterator[tuple[list[str], list[str]]]) -> list[Sentence]:
    """The sentences of a name set."""
    return [Sentence([clean(word) for word in words], tags=tags) for words, tags in pairs]


def labels(sentences: list[Sentence]) -> Labels:
    """All labels of the treebanks, sorted; scripts of lemmas that are seen only once are left out."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in TREE_FIELDS}
    for sentence in sentences:
        for name in TREE_FIELDS:
            seen[name].update(sentence.fields[name])
    kept = {name: tuple(sorted(found)) for name, found in seen.items()}
    kept["lemma"] = tuple(sorted(label for label, n in seen["lemma"].items() if n >= RARE))
    return Labels(**kept)


class Maker:
    """Turns groups of sentences into examples."""

    def __init__(self, pieces: Pieces, known: Labels, max_pieces: int) -> None:
        self.pieces, self.max_pieces = pieces, max_pieces
        self.numbers = {
            name: {label: i for i, label in enumerate(getattr(known, name))} for name in (*TREE_FIELDS, "names")
        }
        self.numbers["names"]["unmarked"] = IGNORE

    def grouped(
        self, sentences: list[Sentence], sizes: tuple[int, ...], rng: random.Random, *, hand_made: bool = True
    ) -> list[Example]:
        """Neighbouring sentences in groups of sizes drawn from `sizes`, within documents and the length limit."""
        cut = self.pieces.cut(word for sentence in sentences for word in sentence.words)
        found: list[Example] = []
        group: list[Sentence] = []
        length, wanted = 0, rng.choice(sizes)
        for sentence in sentences:
            more = sum(len(cut[word]) for word in sentence.words)
            full = len(group) == wanted or sentence.opens_document or length + more > self.max_pieces
            if group and full:
                found.append(self.example(group, cut, hand_made))
                group, length, wanted = [], 0, rng.choice(sizes)
            if more <= self.max_pieces:
                group.append(sentence)
                length += more
        if group:
            found.append(self.example(group, cut, hand_made))
        return found

    def example(self, group: list[Sentence], cut: dict[str, tuple[int, ...]], hand_made: bool) -> Example:
        """One example of neighbouring sentences; `cut` gives the pieces of their words."""
        words = [word for sentence in group for word in sentence.words]
        heads: list[int] = []
        starts: list[int] = []
        for sentence in group:
            base = len(starts)
            heads += [base + head if head >= 0 else -1 for head in sentence.heads]
            starts += [int(i == 0) for i in range(len(sentence.words))]
        fields = {
            name: [self.numbers[name].get(label, IGNORE) for sentence in group for label in sentence.fields[name]]
            for name in TREE_FIELDS
            if heads
        }
        tags = [
            self.numbers["names"][tag]
            for sentence in group
            for tag in (sentence.tags or ["unmarked"] * len(sentence.words))
        ]
        if all(tag == IGNORE for tag in tags):
            tags = []
        return Example(
            [cut[word] for word in words], [case_of(word) for word in words], starts, heads, fields,
            tags, hand_made,
        )  # fmt: skip


def recased(example: Example, case: int) -> Example:
    """The same example as a headline or shouted: the letter case of its words made one."""
    cases = [case if old in (LOWER, TITLE, UPPER) else old for old in example.cases]
    return Example(
        example.pieces, cases, example.starts, example.heads, example.fields, example.tags, example.hand_made
    )


def hidden(example: Example, share: float, mask: int, rng: random.Random) -> Example:
    """The same example with a share of its words hidden behind the mask piece: context has to tell what they are."""
    pieces = [(mask,) if rng.random() < share else word for word in example.pieces]
    return Example(
        pieces, example.cases, example.starts, example.heads, example.fields, example.tags, example.hand_made
    )


@dataclass(frozen=True, slots=True)
class Noise:
    """What is done to examples as they are drawn, so that they are never quite the same."""

    recased: float  # share of the examples
    hidden: float  # share of the words
    mask: int  # number of the mask piece

    def put(self, example: Example, rng: random.Random) -> Example:
        """The example with the noise drawn for it."""
        if rng.random() < self.recased:
            example = recased(example, rng.choice((LOWER, TITLE, UPPER)))
        return hidden(example, self.hidden, self.mask, rng)


def batches(examples: list[Example], pieces: int, noise: Noise, rng: random.Random) -> Iterator[list[Example]]:
    """Endless batches of examples of like length, about `pieces` at most with padding."""
    while True:
        order = sorted(rng.sample(examples, len(examples)), key=lambda one: one.size + rng.random() * 6)
        found: list[list[Example]] = [[]]
        for one in order:
            if found[-1] and one.size * (len(found[-1]) + 1) > pieces:
                found.append([])
            found[-1].append(noise.put(one, rng))
        rng.shuffle(found)
        yield from found


def corrected_sentences(corpora: Path) -> list[Sentence]:
    """The sentences of the silver set whose names were corrected by reading, each once."""
    table = corrections()
    found: dict[str, Sentence] = {}
    for sentence in name_sentences(names(corpora / "names" / "voa_silver.train.iob2.gz")):
        tags = corrected_tags(sentence.words, table)
        if tags is not None:
            found.setdefault(key(sentence.words), Sentence(sentence.words, tags=tags))
    return list(found.values())


def training_sentences(corpora: Path) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    """The trees (GUM's with their names too), the silver names, and the hand-made names without GUM's."""
    people, banks = corpora / "names", corpora / "treebanks"
    silver = list(names(people / "voa_silver.train.iob2.gz"))
    known = norp_words(silver)
    gum = list(trees(banks / "gum.train.conllu.gz"))
    marked = {tuple(one.words): one.tags for one in name_sentences(names(people / "gum_derived.train.iob2.gz"))}
    for sentence in gum:
        sentence.tags = marked.get(tuple(sentence.words), [])
    hand = [
        *name_sentences(fill_norp(names(people / "uner_ewt.dev.iob2.gz"), known)),
        *name_sentences(fill_norp(names(people / "wikigold.iob2.gz"), known)),
    ]
    return [*trees(banks / "ewt.train.conllu.gz"), *gum], name_sentences(iter(silver)), hand
