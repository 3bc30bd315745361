"""The examples and their gold are sound: what the gold points to is there, and the record names only its own."""

from datetime import date, timedelta

import pytest

from evaluation import gold as gold_files
from evaluation.corpus import ROOT, Corpus, corpora
from evaluation.perfect import perfect
from evaluation.predicted import stem

SETS = [c for c in corpora(ROOT.parent / "shared") if c.exists]
EXAMPLES = SETS[0]
GOLD = gold_files.load(EXAMPLES.gold)


def test_every_article_has_gold_and_every_gold_an_article() -> None:
    files = {stem(p.name) for p in EXAMPLES.articles.iterdir() if p.suffix != ".jsonl"}
    rows = {
        f"{p.stem}:{n}"
        for p in EXAMPLES.articles.glob("*.jsonl")
        for n, _ in enumerate(p.read_text(encoding="utf-8").splitlines(), 1)
    }
    assert files | rows == {d.stem for d in GOLD.documents}


def test_every_place_the_gold_points_to_is_there() -> None:
    record, texts = perfect(EXAMPLES, GOLD)
    wanted = sum(not e.optional for d in GOLD.documents for e in d.events)
    assert sum(len(e["accounts"]) for e in record["events"]) == wanted
    assert all(a["evidence"] for e in record["events"] for a in e["accounts"])
    for document in GOLD.documents:
        if document.boilerplate is not None:
            count = texts[f"a-{document.stem}"].count("\n") + 1
            assert max(document.boilerplate | document.captions | document.headings, default=1) <= count


@pytest.mark.parametrize("corpus", SETS, ids=lambda c: c.name)
def test_gold_is_consistent(corpus: Corpus) -> None:
    gold = gold_files.load(corpus.gold)
    events = {e.id for d in gold.documents for e in d.events}
    names = {name for name, _ in gold.groups}
    members = [m for _, ms in gold.groups for m in ms]
    assert set(members) <= events
    assert len(members) == len(set(members))
    assert {n for pair in gold.apart for n in pair} <= events | names
    assert {n for a, o, _ in gold.lineage for n in (a, o)} <= {d.stem for d in gold.documents}


def test_held_events_do_not_lie_after_their_article() -> None:
    late = [
        e.id
        for d in GOLD.documents
        for e in d.events
        if e.statuses[0] == "held" and e.date and e.date[0] > d.published and e.kinds[0] != "visit"
    ]
    assert late == []
    planned = [
        e.id
        for d in GOLD.documents
        for e in d.events
        if e.statuses[0] == "planned" and e.date and e.date[1] < d.published - timedelta(days=1)
    ]
    assert planned == []


def test_no_dyad_of_the_examples_is_that_of_the_seeds() -> None:
    people = [set(e.parties[0]) for d in GOLD.documents for e in d.events]
    assert not any({"Wang Yi", "Sergey Lavrov"} <= p or {"Xi Jinping", "Vladimir Putin"} <= p for p in people)
    assert all(date(2022, 1, 1) <= d.published <= date(2025, 12, 31) for d in GOLD.documents)


def test_what_a_copy_shares_with_its_original_is_one_event() -> None:
    together = {frozenset((a, b)) for _, ms in GOLD.groups for a in ms for b in ms}
    wanted = {d.stem: [e for e in d.events if not e.optional] for d in GOLD.documents}
    for article, origin, kind in GOLD.lineage:
        if kind != "rewrite":
            twins = [(a.id, b.id) for a in wanted[article] for b in wanted[origin] if a.id[-1] == b.id[-1]]
            assert twins
            assert all(frozenset(pair) in together for pair in twins)
