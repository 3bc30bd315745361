"""Reads a tokenised spaCy Doc with the encoder: tags, features, lemmas, sentences, trees and names, in place.

What is fixed on the Doc before (`is_sent_start` true or false) stays; where it is open the network decides. The
reading of a Doc depends on nothing but that Doc.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError
from communique.reading.document import ended
from communique.reading.encoder import lemmas
from communique.reading.encoder.naming import Naming
from communique.reading.encoder.network import Network
from communique.reading.encoder.pieces import OTHER, Pieces, case_of
from communique.reading.encoder.straightening import straightened
from communique.reading.encoder.trees import best_tree
from communique.reading.encoder.windows import CONTEXT, LIMIT, UTMOST, Planner, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.reading.encoder.network import Scores

MODEL = Path(__file__).parent / "model"
ROOT = "ROOT"
CONTINUED = "parataxis"  # joins the stretches of a sentence too long to be read at once
# How sure (score of a start, 0 is even) the network must be of a start with no final punctuation before it, and of one
# in lower case besides. Swept on the raw text of the treebanks' development parts: 0, .5 and 1 without any in lower
# case gave sentence F1 EWT .901, .899 and .894, GUM .949, .953 and .953; .5 and 3 give .901 and .953.
UNENDED = 0.5
UNENDED_LOWER = 3.0


@dataclass(slots=True)
class Reading:
    """What is known of a Doc's words so far; one entry a word."""

    starts: list[bool]
    tags: list[list[int]]  # the numbers of the universal tag, the fine tag, the features and the lemma script
    heads: list[int]
    relations: list[str]
    shares: list[Any]  # arrays [words, name tags], window by window
    names: list[str]


class Encoder:
    """The encoder and its heads, loaded from a model folder.

    Raises:
        CommuniqueError: a file of the model is missing.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        if not (folder / "labels.json").exists():
            raise CommuniqueError(f"the language model is missing from {folder}; install the package again")
        self._network = Network(folder)
        self._pieces = Pieces((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())
        self._labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._lemmas = lemmas.known(folder / "lemmas.tsv")
        self._naming = Naming(self._labels["names"])

    def pipe(self, docs: Iterable[Any]) -> Iterator[Any]:
        """Read Docs one after another; each is written in place and given back."""
        for doc in docs:
            yield self(doc)

    def __call__(self, doc: Any) -> Any:
        """Read one Doc."""
        if len(doc):
            from communique.reading.encoder.writing import write

            words = [token.text for token in doc]
            reading = self._read(words, [token.is_sent_start for token in doc])
            pos = [self._labels["upos"][tags[0]] for tags in reading.tags]
            lower = [word.lower() for word in words]
            _straighten(reading, lower, pos)
            write(doc, words, reading, self._labels, self._lemmas)
        return doc

    def _read(self, words: list[str], preset: list[bool | None]) -> Reading:
        import numpy as np

        least = [_least(words, i) for i in range(len(words))]
        cut = self._pieces.cut(words)
        case = {word: case_of(word) for word in cut}
        blocks = [i for i, fixed in enumerate(preset) if fixed or i == 0]
        planner = Planner([len(cut[word]) for word in words], blocks)
        reading = Reading([], [], [], [], [], [])
        begin = core = 0
        while core < len(words):
            window = planner.window(begin, core, LIMIT if begin == core else UTMOST)
            scores = self._scores(words[window.begin : window.end], cut, case)
            if window.cut and not window.goes_on and not any(_starts(window, scores, preset, least)[1:]):
                window = planner.window(begin, core, UTMOST)
                scores = self._scores(words[window.begin : window.end], cut, case)
            core = self._decide(window, scores, _starts(window, scores, preset, least), reading)
            begin = core
            if window.cut and core == window.end:
                begin = max(0, core - CONTEXT)
        reading.names = self._naming.tags(words, reading.starts, np.concatenate(reading.shares))
        return reading

    def _scores(self, words: list[str], cut: dict[str, tuple[int, ...]], case: dict[str, int]) -> Scores:
        pieces, cases, first = [self._pieces.first], [OTHER], []
        for word in words:
            first.append(len(pieces))
            pieces += cut[word]
            cases += [case[word]] * len(cut[word])
        return self._network.scores([*pieces, self._pieces.last], [*cases, OTHER], first)

    def _decide(self, window: Window, scores: Scores, starts: list[bool], reading: Reading) -> int:
        """Take over a window's reading, sentence by sentence; the word with which the next window is to begin.

        `starts` says of each word of the window's core whether it begins a sentence.
        """
        edges = [i for i, start in enumerate(starts) if start]
        if not starts[0]:
            edges.insert(0, 0)
        # The last sentence of a cut window may be cut too; it is read again.
        end = edges.pop() if window.cut and len(edges) > 1 else len(starts)
        kept = window.core - window.begin
        for start, stop in zip(edges, [*edges[1:], end], strict=True):
            reading.heads += _tree(window.begin, kept + start, kept + stop, scores)
        reading.relations += self._relations(window, kept + end, scores, reading.heads)
        if not starts[0]:
            _join(reading, window.core, window.core + (edges[1] if len(edges) > 1 else end))
        reading.starts += starts[:end]
        reading.tags += scores.tags.T[kept : kept + end].tolist()
        reading.shares.append(scores.names[kept : kept + end])
        return window.core + end

    def _relations(self, window: Window, end: int, scores: Scores, heads: list[int]) -> list[str]:
        """The relations of a window's words from its core to `end`, whose heads are known."""
        offset = window.begin
        rows = range(window.core - offset, end)
        columns = [0 if heads[offset + i] == offset + i else heads[offset + i] - offset + 1 for i in rows]
        numbers = self._network.relations(scores.dependents[rows.start : end], scores.heads[columns])
        labels = [self._labels["dep"][number] for number in numbers.tolist()]
        # Only the tree says what the root is; should the scorer of relations differ, the tree decides.
        return [
            ROOT if not column else ("dep" if label == ROOT else label)
            for column, label in zip(columns, labels, strict=True)
        ]


def _tree(offset: int, start: int, stop: int, scores: Scores) -> list[int]:
    """The heads, as words of the Doc, of the words [start, stop) of a window that begins at word `offset`."""
    import numpy as np

    arcs = np.concatenate([scores.arcs[start:stop, :1], scores.arcs[start:stop, start + 1 : stop + 1]], axis=1)
    heads = best_tree(arcs)
    return [offset + start + (i if head < 0 else head) for i, head in enumerate(heads)]


def _least(words: list[str], i: int) -> float:
    """The score that a start of a sentence needs at word i."""
    if i == 0 or ended(words, i):
        return 0.0
    return UNENDED_LOWER if words[i][0].islower() else UNENDED


def _starts(window: Window, scores: Scores, preset: list[bool | None], least: list[float]) -> list[bool]:
    """Which words of the core start a sentence: as fixed before, else where the network is sure enough."""
    core, end = window.core, window.end
    given = zip(preset[core:end], scores.start[core - window.begin :].tolist(), least[core:end], strict=True)
    found = [bool(fixed) if fixed is not None else score > wanted for fixed, score, wanted in given]
    if not window.goes_on:
        found[0] = True
    return found


def _straighten(reading: Reading, lower: list[str], pos: list[str]) -> None:
    """Put right what UD rules out, sentence by sentence: no rule is to see, or to tie, what stands in another one."""
    edges = [i for i, start in enumerate(reading.starts) if start]
    for start, stop in zip(edges, [*edges[1:], len(lower)], strict=True):
        heads = [head - start for head in reading.heads[start:stop]]
        heads, relations = straightened(lower[start:stop], pos[start:stop], heads, reading.relations[start:stop])
        reading.heads[start:stop] = [start + head for head in heads]
        reading.relations[start:stop] = relations


def _join(reading: Reading, start: int, stop: int) -> None:
    """Hang the tree of a stretch under the word before it, whose sentence it continues."""
    for i in range(start, stop):
        if reading.heads[i] == i:
            reading.heads[i] = _root(reading.heads, start - 1)
            reading.relations[i] = CONTINUED


def _root(heads: list[int], word: int) -> int:
    while heads[word] != word:
        word = heads[word]
    return word
