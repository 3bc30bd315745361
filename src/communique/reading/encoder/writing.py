"""Writes a reading into a spaCy Doc: the one place that knows how a Doc keeps its annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.encoder import lemmas

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communique.reading.encoder.component import Reading

ATTRIBUTES = ["POS", "TAG", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
OUTSIDE, INSIDE, BEGINS = 2, 1, 3  # spaCy's numbers for a token's place in a name


def write(
    doc: Any,
    words: list[str],
    reading: Reading,
    labels: dict[str, list[str]],
    known_lemmas: Mapping[tuple[str, str], str],
) -> None:
    """Set tags, features, lemmas, heads, relations and names; sentence starts follow from the trees."""
    import numpy as np

    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    places, kinds = _names(reading)
    upos, xpos, feats, rules = zip(*reading.tags, strict=True)
    offsets = np.array(reading.heads, dtype=np.int64) - np.arange(len(words))
    guesses = zip(words, xpos, rules, strict=True)
    found = [
        lemmas.lemma(word, labels["xpos"][tag], labels["lemma"][rule], known_lemmas) for word, tag, rule in guesses
    ]
    columns = (
        _numbered([labels["upos"][n] for n in upos], strings.add),
        _numbered([labels["xpos"][n] for n in xpos], strings.add),
        _numbered([labels["feats"][n] for n in feats], morphology.add),
        _numbered(found, strings.add),
        offsets.astype(np.uint64),
        _numbered(reading.relations, strings.add),
        places,
        _numbered(kinds, lambda kind: strings.add(kind) if kind else 0),
    )
    doc.from_array(ATTRIBUTES, np.array([np.array(column, dtype=np.uint64) for column in columns]).T.copy())


def _numbered(values: list[str], number: Callable[[str], int]) -> list[int]:
    """The number of each value; asked for once, since spaCy's stores are slow in inner loops."""
    numbers = {value: number(value) for value in dict.fromkeys(values)}
    return [numbers[value] for value in values]


def _names(reading: Reading) -> tuple[list[int], list[str]]:
    """Place in its name and label of each word."""
    places: list[int] = []
    kinds: list[str] = []
    for tag in reading.names:
        part, _, kind = tag.partition("-")
        places.append({"B": BEGINS, "I": INSIDE}.get(part, OUTSIDE))
        kinds.append(kind)
    return places, kinds
