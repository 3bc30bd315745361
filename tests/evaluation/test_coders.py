"""The scorers of PLOVER's sentences and of hard sentences, on sentences of our own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evaluation import hard_sentences, plover
from evaluation.hard_sentences import FACTS, Judged
from evaluation.plover import Dyad

if TYPE_CHECKING:
    from pathlib import Path


def dyad(code: str, actors: str, recipients: str, *, mutual: bool = False) -> Dyad:
    return Dyad(code, frozenset(actors.split()), frozenset(recipients.split()), mutual)


@pytest.mark.parametrize(
    ("given", "gold", "right"),
    [
        (dyad("AID", "NOR", "MLI"), dyad("AID", "NOR", "MLI"), True),
        (dyad("AID", "NOR", "MLI"), dyad("AGREE", "NOR", "MLI"), False),
        (dyad("AID", "NOR", "MLI"), dyad("AID", "MLI", "NOR"), False),
        (dyad("AID", "NOR SWE", "MLI"), dyad("AID", "NOR", "MLI"), False),
        (dyad("AID", "NOR", "MLI"), dyad("AID", "NOR", ""), True),
        (dyad("CONSULT", "NOR MLI", "NOR MLI", mutual=True), dyad("CONSULT", "NOR", "MLI"), True),
    ],
)
def test_a_dyad_is_right_if_type_and_countries_are(given: Dyad, gold: Dyad, right: bool) -> None:
    assert given.answers(gold) is right


def test_plover_sentences_are_read_and_shared_out(tmp_path: Path) -> None:
    row = {
        "text": "Chad accused Sudan of arming the rebels.", "event": "ACCUSE", "reciprocal": False,
        "actors": [{"code": "TCD"}], "recipients": [{"code": "SDN"}],
    }  # fmt: skip
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "plover_dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    lines = plover.section(tmp_path)
    assert "| type and dyad | 1.000 (1/1) |" in lines
    assert plover.section(tmp_path / "elsewhere") == []


def test_hard_sentences_are_judged_by_their_facts(tmp_path: Path) -> None:
    text = "Ottawa summoned the Indian ambassador."
    wrong = Judged(18, text, ("event",), ())
    (tmp_path / "hard-sentences.md").write_text(f"# Rows\n\n| 18 | {text} | a summons |\n", encoding="utf-8")
    (judged,) = hard_sentences.score(tmp_path)
    assert (judged.number, judged.right, wrong.right) == (18, False, False)
    assert len(judged.missing) == 1
    assert judged.false
    assert hard_sentences.section(tmp_path / "elsewhere") == []


def test_every_hard_sentence_has_facts() -> None:
    assert set(FACTS) == set(range(1, 25))
