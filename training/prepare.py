"""Turn the open treebanks and name sets into spaCy training files.

Reads the `.conllu.gz` treebanks and `.iob2.gz` name sets of a corpora folder and writes DocBin files.
Only sets marked as trainable are read for training. Label schemes differ between the name sets;
`LABELS` is the one table that maps them to ours (PERSON, ORG, LOC, NORP, MISC). Dates are left to the
time grammar, so they are no names here.

    python training/prepare.py --corpora ../shared/corpora --out training/work
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SENTENCES_PER_DOC = 8  # articles are read whole: the parser must learn where sentences start
HAND_MADE_WEIGHT = 3  # silver plus three times the hand-made sets; measured best with a CNN
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


def treebank(paths: Iterable[Path], vocab: Vocab) -> Iterator[Doc]:
    """Docs of a few neighbouring sentences with lemmas, universal tags, features and dependencies."""
    for path in paths:
        group: list[tuple[list[Row], list[bool]]] = []
        for block in blocks(path):
            new_document = any(line.startswith("# newdoc") for line in block)
            if group and (new_document or len(group) == SENTENCES_PER_DOC):
                yield _tree_doc(group, vocab)
                group = []
            group.append(conllu_words(block))
        if group:
            yield _tree_doc(group, vocab)


def _tree_doc(group: list[tuple[list[Row], list[bool]]], vocab: Vocab) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    deps: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    starts: list[bool | int | None] = []
    for rows, row_spaces in group:
        base = len(words)
        for position, (row, space) in enumerate(zip(rows, row_spaces, strict=True)):
            head = int(row[6])
            words.append(row[1].replace(" ", "\u00a0"))
            spaces.append(space)
            heads.append(base + head - 1 if head else base + position)
            deps.append("ROOT" if head == 0 else row[7])
            pos.append(row[3] if row[3] != "_" else "X")
            morphs.append("" if row[5] == "_" else row[5])
            lemmas.append(row[2])
            starts.append(position == 0)
        spaces[-1] = True
    return Doc(
        vocab, words=words, spaces=spaces, heads=heads, deps=deps, pos=pos, morphs=morphs,
        lemmas=lemmas, sent_starts=starts,
    )  # fmt: skip


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


def name_docs(sentences: Iterable[tuple[list[str], list[str]]], vocab: Vocab) -> Iterator[Doc]:
    """One Doc a sentence; names need no wider context here and batches stay even."""
    for words, tags in sentences:
        plain = [QUOTES.get(word, word.replace(" ", "\u00a0")) for word in words]
        yield Doc(vocab, words=plain, ents=tags)


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write a DocBin and say how much it holds."""
    store = DocBin(docs=docs, store_user_data=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(path)
    print(f"{path}: {len(store)} docs, {sum(len(t) for t in store.tokens)} tokens")


def main() -> None:
    """Write all training and development files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("training/work"))
    args = parser.parse_args()
    vocab = Vocab()
    trees, people = args.corpora / "treebanks", args.corpora / "names"
    save(
        treebank([trees / "ewt.train.conllu.gz", trees / "gum.train.conllu.gz"], vocab),
        args.out / "parse.train.spacy",
    )
    for name in ("ewt", "gum"):
        save(treebank([trees / f"{name}.dev.conllu.gz"], vocab), args.out / f"parse.{name}.dev.spacy")
    save(
        treebank([trees / "ewt.dev.conllu.gz", trees / "gum.dev.conllu.gz"], vocab),
        args.out / "parse.dev.spacy",
    )
    silver = list(names(people / "voa_silver.train.iob2.gz"))
    known = norp_words(silver)
    hand_made = [
        *names(people / "gum_derived.train.iob2.gz"),
        *fill_norp(names(people / "uner_ewt.dev.iob2.gz"), known),
        *fill_norp(names(people / "wikigold.iob2.gz"), known),
    ]
    mixed = silver + hand_made * HAND_MADE_WEIGHT
    random.Random(0).shuffle(mixed)  # noqa: S311 - a fixed order for training, no secret
    save(name_docs(mixed, vocab), args.out / "names.train.spacy")
    dev = [*names(people / "voa_silver.dev.iob2.gz"), *names(people / "gum_derived.dev.iob2.gz")]
    save(name_docs(dev, vocab), args.out / "names.dev.spacy")


if __name__ == "__main__":
    main()
