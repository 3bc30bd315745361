"""The generated corpus: the same for the same seed, a beginning of the larger one, and readable as articles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from benchmarks import corpus
from communique.intake import find_inputs, read_source
from communique.records import Article

if TYPE_CHECKING:
    from pathlib import Path


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 5))
def test_a_smaller_corpus_begins_the_larger_one(one: int, other: int, seed: int) -> None:
    small, large = sorted((one, other))
    assert corpus.generate(large, seed)[:small] == corpus.generate(small, seed)


def test_another_seed_gives_other_articles() -> None:
    assert corpus.generate(3, 1) != corpus.generate(3, 2)


@given(st.integers(0, 10_000))
def test_every_brace_is_filled_and_every_name_once(seed: int) -> None:
    pages = corpus.generate(6, seed)
    assert len({page.name for page in pages}) == 6
    for page in pages:
        assert "{L" not in page.text
        assert "{R" not in page.text
        assert len(page.text) > 400


def test_several_pairs_and_every_layout_come_up() -> None:
    pages = corpus.generate(60, 1)
    assert {page.name.rpartition(".")[2] for page in pages} == {"txt", "html", "json"}
    named = [
        name for name in ("Lavrov", "Jaishankar", "Fidan", "Mirzoyan", "Rangel") for page in pages if name in page.text
    ]
    assert len(set(named)) >= 4


def test_both_ministers_are_in_office_on_the_day() -> None:
    for dyad in corpus._dyads():
        assert date.fromisoformat(dyad["from"]) < date.fromisoformat(dyad["to"])


def test_intake_takes_every_page_as_one_english_article(tmp_path: Path) -> None:
    corpus.write(corpus.generate(20, 3), tmp_path)
    found = [part for source in find_inputs([str(tmp_path)]) for part in read_source(source)]  # type: ignore[arg-type] # no unread
    articles = [part for part in found if isinstance(part, Article)]
    assert len(articles) == len(found) == 20
    assert {article.language for article in articles} == {"en"}
    assert all(sum(line.kind == "body" for line in article.lines) >= 4 for article in articles)
