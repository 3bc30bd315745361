"""Names corrected by careful reading, kept beside the text they belong to: a hash of the sentence, and spans of words.

`training/names/corrected.tsv` holds no text. A row is the first twelve digits of the SHA-256 of the sentence (its
words joined by single spaces), a tab, and the names as `start-end:LABEL` (words, half-open), separated by spaces. A
sentence that is not in the table was not checked.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from training.encoder.spans import tags_of

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = Path(__file__).parent / "names" / "corrected.tsv"


def key(words: Sequence[str]) -> str:
    """The hash under which a sentence stands in the table."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def corrections(path: Path = TABLE) -> dict[str, list[tuple[int, int, str]]]:
    """The names of each checked sentence, by its hash.

    Raises:
        ValueError: a row is malformed.
    """
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sentence, _, cell = line.partition("\t")
        names = []
        for part in cell.split():
            place, _, label = part.partition(":")
            start, _, end = place.partition("-")
            names.append((int(start), int(end), label))
        found[sentence] = names
    return found


def corrected_tags(words: Sequence[str], table: dict[str, list[tuple[int, int, str]]]) -> list[str] | None:
    """The corrected tags of a sentence, or None if it was not checked."""
    names = table.get(key(words))
    return None if names is None else tags_of(len(words), names)
