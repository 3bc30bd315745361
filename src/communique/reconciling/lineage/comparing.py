"""Whether two articles are of one origin, of what kind, and the reasons in words that a person can check.

Pure text here, both ways round alike; who descends from whom is told elsewhere. Precision first: what independent
reports of one meeting share (names, a quotation from the press conference, the day's figures) is never enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.lineage.coverage import covered, stem
from communique.reconciling.lineage.hashing import shared
from communique.reconciling.lineage.prints import SHINGLE
from communique.reconciling.lineage.rewriting import rewritten
from communique.records import LineageKind  # noqa: TC001 - msgspec looks it up when it decodes a Kinship

if TYPE_CHECKING:
    from communique.reconciling.lineage.prints import Print

NEAR = 0.5  # Jaccard of five-word sequences: a copy edited in one word of twelve still has it; two reports never do
CONTAINED = 0.65  # part of the shorter that stands in the longer: an excerpt with one sentence of three trimmed
CONTAINED_OWN = 0.5  # the same outside quotations: a short report that quotes a long communiqué is no excerpt of it
SHORT_OWN = 15  # sequences outside quotations; with fewer, the whole text decides
NAMES = 0.8  # part of the names to keep: readouts of two meetings share every other word
MOST = 0.95  # score of a rewrite; a copy alone is sure
WIRE = 0.12  # part of the shorter that stands in the other, where both credit one agency for their text


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two articles have in common: `score` in (0, 1], how far the text of one is the other's."""

    kind: LineageKind
    score: float
    why: tuple[str, ...]


def kinship(left: Print, right: Print, credited: str | None = None) -> Kinship | None:
    """How two articles are kin by their text, None where they are not. Symmetric.

    Args:
        left: the print of one article.
        right: the print of the other.
        credited: the outlet to which both owe their text by their own word, if there is one.
    """
    if not (left.speaks and right.speaks):
        return None
    if left.digest == right.digest:
        return Kinship("copy", 1.0, ("the same words in the same order",))
    both = shared(left.shingles, right.shingles)
    short, long = sorted((left, right), key=lambda one: (one.shingles.size, one.article))
    jaccard = both / (short.shingles.size + long.shingles.size - both)
    contained = both / max(1, short.shingles.size)
    keeps = _keeps_names(short, long)
    if keeps and jaccard >= NEAR and _own(short, long) >= CONTAINED_OWN:
        return Kinship("near-copy", round(jaccard, 3), (_share(contained, short, long),))
    if keeps and contained >= CONTAINED and _own(short, long) >= CONTAINED_OWN:
        return Kinship("excerpt", round(contained, 3), (_share(contained, short, long),))
    if credited is not None and contained >= WIRE:
        why = (
            f"the text is {credited}'s, by the credits of both or by the word of one",
            _share(contained, short, long),
        )
        return Kinship("wire", round(max(0.5, contained), 3), why)
    told = rewritten(left.facts, right.facts)
    if told is not None:
        return Kinship("rewrite", told.score, told.why)
    word_by_word = covered(left.wording, right.wording)
    if word_by_word is None or not keeps:
        return None
    said = f"{word_by_word.part:.0%} of the words of {word_by_word.sentences} sentences stand in sentences of the other"
    return Kinship("rewrite", round(min(MOST, word_by_word.part), 3), (said,))


def _keeps_names(short: Print, long: Print) -> bool:
    """Whether nearly all names of the shorter text are in the longer."""
    names = {stem(anchor.text) for anchor in short.facts.of("name")}
    return len(names & long.wording.words) >= NAMES * len(names)


def _own(short: Print, long: Print) -> float:
    if short.own.size < SHORT_OWN:
        return shared(short.shingles, long.shingles) / max(1, int(short.shingles.size))
    return shared(short.own, long.own) / int(short.own.size)


def _share(part: float, short: Print, long: Print) -> str:
    return f"{part:.0%} of the {SHINGLE}-word sequences of {short.article} stand in {long.article}"
