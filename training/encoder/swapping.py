"""Other names in the place of those that a sentence has, so that the name head learns contexts and not lists.

The small hand-made sets name the same few hundred people and places over and over. In further copies of a sentence
some names are exchanged for others of their label, of the world's public life (the tables of knowledge) and of the
sets themselves. Used for sentences without trees only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.encoder.data import Sentence, clean
from training.encoder.spans import spans

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from communique.knowledge import Knowledge

Names = dict[tuple[str, str], list[tuple[str, ...]]]


def pools(knowledge: Knowledge, sentences: Iterable[Sentence]) -> Names:
    """Names by label and kind (see `_kind`), each once, in a fixed order."""
    found: dict[tuple[str, str], dict[tuple[str, ...], None]] = {}

    def add(label: str, name: str | tuple[str, ...]) -> None:
        words = tuple(clean(word) for word in (name.split() if isinstance(name, str) else name))
        if words and all(words):
            found.setdefault((label, _kind(label, words)), {})[words] = None

    for person in knowledge.persons.values():
        add("PERSON", person.name)
        add("PERSON", person.surname)
    for place in knowledge.places.values():
        add("LOC", place.name)
    for state in knowledge.states.values():
        add("LOC", state.name)
        for demonym in state.demonyms:
            add("NORP", demonym)
    for organisation in knowledge.organisations.values():
        for name in (organisation.name, *organisation.aliases):
            if name[:1].isupper():
                add("ORG", name)
    for outlet in knowledge.outlets.values():
        add("ORG", outlet.name)
    for sentence in sentences:
        for start, end, label in sorted(spans(sentence.tags)):
            add(label, tuple(sentence.words[start:end]))
    return {key: list(names) for key, names in found.items()}


def _kind(label: str, words: tuple[str, ...]) -> str:
    """What may stand for what: a surname for a surname, "Iraqis" for "Kenyans", an acronym for an acronym."""
    if label == "NORP":
        return "plural" if words[-1].endswith("s") else "singular"
    if len(words) > 1:
        return "long"
    return "acronym" if words[0].isupper() and len(words[0]) > 1 else "short"


def swapped(sentence: Sentence, names: Names, share: float, rng: random.Random) -> Sentence:
    """The sentence with `share` of its names (by chance) exchanged; MISC stays as it is."""
    words: list[str] = []
    tags: list[str] = []
    at = 0
    for start, end, label in sorted(spans(sentence.tags)):
        words += sentence.words[at:start]
        tags += sentence.tags[at:start]
        old = tuple(sentence.words[start:end])
        pool = names.get((label, _kind(label, old)), []) if label != "MISC" else []
        new = rng.choice(pool) if pool and rng.random() < share else old
        words += new
        tags += [f"B-{label}", *[f"I-{label}"] * (len(new) - 1)]
        at = end
    return Sentence([*words, *sentence.words[at:]], tags=[*tags, *sentence.tags[at:]])
