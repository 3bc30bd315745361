"""Names out of shares: sequences that the tags allow, and one label for a word that an article repeats."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.encoder.naming import Naming

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
NAMING = Naming(TAGS)


def shares(*rows: dict[str, float]) -> np.ndarray:
    """Rows of shares; what a row does not name shares the rest evenly."""
    found = []
    for row in rows:
        rest = (1 - sum(row.values())) / (len(TAGS) - len(row))
        found.append([row.get(tag, rest) for tag in TAGS])
    return np.array(found, dtype=np.float32)


def test_an_inside_tag_gets_the_name_that_it_needs() -> None:
    given_shares = shares({"O": 0.5, "B-ORG": 0.45}, {"I-ORG": 0.9}, {"O": 0.99})
    assert NAMING.tags(["central", "bank", "said"], [True, False, False], given_shares) == ["B-ORG", "I-ORG", "O"]


def test_a_name_does_not_run_over_the_start_of_a_sentence() -> None:
    given_shares = shares({"B-ORG": 0.9}, {"I-ORG": 0.6, "B-ORG": 0.3})
    assert NAMING.tags(["Nile", "Council"], [True, True], given_shares) == ["B-ORG", "B-ORG"]


def test_most_places_of_a_word_decide_for_the_others() -> None:
    sure, unsure = {"B-PERSON": 0.9}, {"B-ORG": 0.5, "B-PERSON": 0.4}
    words, starts = ["Moyo", "said", "Moyo", "left", "Moyo"], [True, False, True, False, True]
    rows = shares(sure, {"O": 0.99}, sure, {"O": 0.99}, unsure)
    assert NAMING.tags(words, starts, rows)[4] == "B-PERSON"
    assert NAMING.tags(["moyo"], [True], shares(unsure)) == ["B-ORG"]


def test_a_word_that_stands_once_keeps_its_own_shares() -> None:
    assert NAMING.tags(["Moyo"], [True], shares({"B-ORG": 0.5, "B-PERSON": 0.4})) == ["B-ORG"]


ROWS = st.lists(st.lists(st.floats(0.01, 1), min_size=5, max_size=5), min_size=1, max_size=12)


@settings(deadline=None)
@given(ROWS, st.data())
def test_every_inside_tag_follows_its_name(rows: list[list[float]], data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    words = data.draw(st.lists(st.sampled_from(["Oslo", "and", "Lima"]), min_size=len(rows), max_size=len(rows)))
    tags = NAMING.tags(words, starts, np.array(rows, dtype=np.float32))
    for i, tag in enumerate(tags):
        if tag.startswith("I-"):
            assert i
            assert not starts[i]
            assert tags[i - 1][2:] == tag[2:]
