"""People with titles in the place of pronouns and names: the tree around them stays."""

from __future__ import annotations

import random

from communique.knowledge import load
from training.encoder.data import Sentence
from training.encoder.titling import Titler

TITLER = Titler(load())
DEPS = ["nsubj", "ROOT", "obj", "case", "obl", "punct"]


def _sentence(words: list[str], upos: list[str]) -> Sentence:
    fields = {"upos": upos, "xpos": ["x"] * 6, "feats": [""] * 6, "lemma": ["l|0|"] * 6, "dep": list(DEPS)}
    return Sentence(words, [1, -1, 1, 4, 1, 1], fields)


THEY = _sentence(["They", "told", "Oslo", "about", "her", "."], ["PRON", "VERB", "PROPN", "ADP", "PRON", "PUNCT"])


def _roots(sentence: Sentence) -> list[str]:
    return [word for word, head in zip(sentence.words, sentence.heads, strict=True) if head < 0]


def test_every_person_gets_a_phrase_and_the_rest_of_the_tree_stays() -> None:
    for seed in range(40):
        made = TITLER.titled(THEY, 1.0, random.Random(seed))
        count = len(made.words)
        assert {len(made.heads), *map(len, made.fields.values())} == {count}
        assert _roots(made) == ["told"]
        told = made.words.index("told")
        under = [made.fields["dep"][i] for i, head in enumerate(made.heads) if head == told]
        assert under == ["nsubj", "obj", "obl", "punct"]
        assert made.words[made.heads.index(told, told + 1)] == "Oslo"  # one name alone may be a place
        assert "conj" in made.fields["dep"][:told]  # "they" are two
        oblique = next(i for i, head in enumerate(made.heads) if head == told and made.fields["dep"][i] == "obl")
        assert made.heads[made.words.index("about")] == oblique
        assert made.words[-2] != ","


def test_no_share_changes_nothing() -> None:
    made = TITLER.titled(THEY, 0.0, random.Random(1))
    assert (made.words, made.heads, made.fields) == (THEY.words, THEY.heads, THEY.fields)


def test_phrases_are_trees_with_one_head() -> None:
    rng = random.Random(5)
    for _ in range(300):
        phrase = TITLER.phrase(rng, closed=False)
        assert sum(token.head < 0 for token in phrase) == 1
        for i, token in enumerate(phrase):
            steps, at = 0, i
            while phrase[at].head >= 0 and steps <= len(phrase):
                at, steps = phrase[at].head, steps + 1
            assert phrase[at].head < 0
            assert token.dep or token.head < 0
