"""Nothing falls under its floor; raising floors is routine and lowering them takes a flag."""

from pathlib import Path

import pytest

from evaluation import floors
from evaluation.corpus import ROOT, Corpus, corpora
from evaluation.run import FLOORS, score_set
from evaluation.scoring import measures

HERE = [c for c in corpora(ROOT.parent / "shared") if c.exists]
PINNED = floors.load(FLOORS)


@pytest.mark.parametrize("corpus", HERE, ids=lambda c: c.name)
def test_no_measure_is_under_its_floor(corpus: Corpus) -> None:
    if corpus.name not in PINNED:
        pytest.skip(f"no floors are pinned for {corpus.name}: python -m evaluation.run --update-floors")
    other = floors.other_corpus(PINNED, corpus.name, corpus.hash())
    assert other is None, other
    below = floors.falls(PINNED, corpus.name, measures(score_set(corpus)))
    assert not below, "\n".join(map(str, below))


def test_floors_rise_and_never_fall_by_themselves() -> None:
    old = {"s": {"corpus": "c", "floors": {"a": 0.5, "b": 0.8}}}
    new = floors.updated(old, "s", "c", {"a": 0.66669, "b": 0.7}, allow_regression=False)
    assert new["s"]["floors"] == {"a": 0.6666, "b": 0.8}
    assert [f.measure for f in floors.falls(new, "s", {"a": 0.6667, "b": 0.7})] == ["b"]


def test_a_flag_lowers_them() -> None:
    old = {"s": {"corpus": "c", "floors": {"a": 0.5, "gone": 0.1}}, "t": {"corpus": "d", "floors": {"x": 1.0}}}
    new = floors.updated(old, "s", "c2", {"a": 0.4}, allow_regression=True)
    assert new["s"] == {"corpus": "c2", "floors": {"a": 0.4}}
    assert new["t"] == old["t"]


def test_a_measure_that_is_gone_counts_as_fallen() -> None:
    old = {"s": {"corpus": "c", "floors": {"a": 0.5}}}
    assert [str(f) for f in floors.falls(old, "s", {})] == ["s: a is 0.0000, under its floor of 0.5000"]


def test_another_corpus_is_named() -> None:
    pinned = {"s": {"corpus": "c", "floors": {}}}
    assert floors.other_corpus(pinned, "s", "c") is None
    assert "corpus c, this is corpus d" in (floors.other_corpus(pinned, "s", "d") or "")
    assert floors.other_corpus({}, "s", "d") is None


def test_floors_survive_the_file(tmp_path: Path) -> None:
    table = floors.updated({}, "s", "c", {"a": 1.0}, allow_regression=False)
    floors.save(tmp_path / "floors.json", table)
    assert floors.load(tmp_path / "floors.json") == table
    assert floors.load(tmp_path / "none.json") == {}
