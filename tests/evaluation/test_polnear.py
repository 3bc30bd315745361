"""The scorer of attributions: what is perfect scores 1, what is damaged falls where it should."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from evaluation.polnear import ROLES, Score, Triple, gold_triples, outermost, section, word_starts

if TYPE_CHECKING:
    from pathlib import Path

TEXT = 'The minister said that the port "is open". "It will stay open," Ana Lee added.'
ROW = {
    "doc": "one",
    "title": "One",
    "text": TEXT,
    "attributions": [
        {"source": [{"spans": [[0, 12]]}], "cue": [{"spans": [[13, 17]]}], "content": [{"spans": [[18, 41]]}]},
        {"source": [{"spans": [[64, 71]]}], "cue": [{"spans": [[72, 77]]}], "content": [{"spans": [[43, 63]]}]},
        {"source": [], "cue": [], "content": []},
    ],
}
GOLD = gold_triples(ROW, word_starts(TEXT))


def scored(given: list[Triple]) -> Score:
    score = Score()
    score.add(GOLD, given, TEXT)
    return score


def test_the_gold_against_itself_is_perfect() -> None:
    score = scored(GOLD)
    assert [score.paired[role].f1 for role in ROLES] == [1, 1, 1]
    assert (score.quoted.right, score.quoted.judged) == (1, 1)
    assert (score.found.precision, score.found.recall) == (1, 1)


def test_nothing_given_scores_nothing() -> None:
    score = scored([])
    assert [score.paired[role].f1 for role in ROLES] == [0, 0, 0]
    assert score.quoted.right == 0


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_is_damaged_falls_alone(role: str) -> None:
    first, second = GOLD
    words = first.role(role)
    damaged = Triple(**{name: words - {min(words)} if name == role else first.role(name) for name in ROLES})
    score = scored([damaged, second])
    assert {name for name in ROLES if score.paired[name].f1 < 1} == {role}


def test_the_wrong_speaker_of_a_quotation_is_counted() -> None:
    first, second = GOLD
    assert scored([first, Triple(first.source, second.cue, second.content)]).quoted.right == 0


def test_punctuation_decides_nothing() -> None:
    assert all(TEXT[at].isalnum() for triple in GOLD for role in ROLES for at in triple.role(role))


def test_what_stands_inside_another_content_is_left_out() -> None:
    first, _ = GOLD
    inner = Triple(frozenset(), frozenset({min(first.content)}), frozenset({max(first.content)}))
    assert outermost([inner, first]) == [first]


def test_the_section_scores_a_corpus_and_says_when_it_is_missing(tmp_path: Path) -> None:
    assert section(tmp_path) == []
    (tmp_path / "speech").mkdir()
    with gzip.open(tmp_path / "speech" / "polnear_dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(ROW))
    rows = [line for line in section(tmp_path) if line.startswith("| Communiqué")]
    assert rows[0].split("|")[2:5] == [" 1.000 ", " 1.000 ", " 1.000 "]
    assert "1.000 (1/1)" in rows[0]
