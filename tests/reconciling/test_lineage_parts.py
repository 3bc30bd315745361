"""The parts of lineage: folding, quotations, figures, MinHash and the choice of pairs."""

from __future__ import annotations

import random

import pytest

from communique.reconciling.lineage.candidates import COMMON, candidate_pairs
from communique.reconciling.lineage.facts import Anchor, facts_of
from communique.reconciling.lineage.hashing import hashed
from communique.reconciling.lineage.minhash import BANDS, bands
from communique.reconciling.lineage.prints import recall_print
from communique.reconciling.lineage.quotations import quotation, quoted_parts, segments
from communique.reconciling.lineage.words import plain_words, words_of
from communique.reconciling.memory import Memory
from tests.reconciling.test_lineage import FISH, RIVER, article


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Perú’s co-operation", ("peru", "co", "operation")),
        ("It can’t be 1,500!", ("it", "cant", "be", "1,500")),
        ("条約に署名", ("条", "約", "に", "署", "名")),
    ],
)
def test_words_are_folded(text: str, words: tuple[str, ...]) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ('He said "no one left" and "no one came".', ("no one left", "no one came")),
        ("He said “no one left", ("no one left",)),
        ("«Rien ne change», dit-il.", ("Rien ne change",)),
        ("She said: ‘patience is over,’ and left.", ("patience is over,",)),
        ("The ministers' patience and the states' aims", ()),
    ],
)
def test_quoted_parts_are_found_by_their_marks(line: str, parts: tuple[str, ...]) -> None:
    assert quoted_parts(line) == parts


def test_titles_and_catchwords_are_no_quotations() -> None:
    assert quotation(words_of("Joint Plan for the Common Strait")) is None
    assert quotation(words_of("a new era")) is None
    assert quotation(words_of("we will not wait for them")) == ("we", "will", "not", "wait", "for", "them")


def test_figures_fold_number_words_and_leave_out_dates() -> None:
    facts = facts_of(
        segments(["On 14 May 2021 they freed twelve sailors and 12 guards, three boats, and two cooks for $4,500."])
    )
    assert facts.of("figure") == (
        Anchor("figure", "12"),
        Anchor("figure", "3 boat"),
        Anchor("figure", "4500"),
    )


def test_hashes_are_the_same_in_every_process() -> None:
    assert hashed("strait") == 0xC46D3A6E65AD24A6
    assert len(set(bands(recall_print(article("a", RIVER), Memory()).shingles).tolist())) == BANDS


def test_pairs_to_compare_grow_with_relatives_and_not_with_the_square() -> None:
    chooser = random.Random(7)
    vocabulary = [
        "".join(chooser.choice("bcdfglmnprst") + chooser.choice("aeiou") for _ in range(3)) for _ in range(900)
    ]
    texts = [" ".join(chooser.choice(vocabulary) for _ in range(80)) for _ in range(150)]
    prints = [
        recall_print(article(f"a{at:03}", [text]), Memory())
        for at, text in enumerate([*texts, texts[0] + " foo", texts[9]])
    ]
    assert candidate_pairs([one.keys for one in prints]).tolist() == [[0, 150], [9, 151]]


def test_what_many_articles_share_pairs_each_with_the_first_and_the_one_before() -> None:
    many = [
        recall_print(article(f"a{at:03}", [*FISH, f"Edition number {at} of the day ended here."]), Memory())
        for at in range(COMMON * 6)
    ]
    pairs = candidate_pairs([one.keys for one in many]).tolist()
    assert len(pairs) < COMMON * len(many)  # a sixth of all twos, and less the more there are
    assert {0} | {later for _, later in pairs} == set(range(len(many)))
