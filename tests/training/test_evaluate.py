"""The scores of the pipeline: perfect answers score 1, a known slip costs exactly what it should."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc, Span

from tests.training.tiny import conllu, iob, packed
from training import evaluate, prepare

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


class Answers:
    """A pipeline that gives back prepared documents, whatever it is asked."""

    def __init__(self, answers: list[Doc]) -> None:
        self.answers = answers

    def pipe(self, docs: Any, batch_size: int) -> list[Doc]:
        assert batch_size > 0
        assert [doc.text for doc in docs] == [answer.text for answer in self.answers]
        return self.answers


def trees(nlp: Language, tmp_path: Path) -> list[Doc]:
    return list(prepare.treebank([packed(tmp_path / "t.gz", conllu())], nlp.vocab))


def named(nlp: Language, tmp_path: Path) -> list[Doc]:
    return list(prepare.name_docs(prepare.names(packed(tmp_path / "n.gz", iob())), nlp.vocab))


def test_perfect_trees_score_one(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    score = evaluate.score_trees(Answers(trees(nlp, tmp_path)), trees(nlp, tmp_path))  # type: ignore[arg-type] # a stand-in
    assert score.words == 9
    assert {score.upos, score.uas, score.las, score.given_uas, score.given_las, score.sentences} == {1.0}


def test_punctuation_counts_and_a_wrong_relation_costs_las_alone(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    answers = trees(nlp, tmp_path)
    answers[0][3].dep_ = "dep"
    answers[0][0].pos_ = "NOUN"
    score = evaluate.score_trees(Answers(answers), trees(nlp, tmp_path))  # type: ignore[arg-type] # a stand-in
    assert score.uas == 1.0
    assert score.las == pytest.approx(8 / 9)
    assert score.upos == pytest.approx(8 / 9)


def test_names_are_strict_and_of_shared_labels_only(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    answers = named(nlp, tmp_path)
    first, second = answers
    first.ents = [Span(first, 0, 1, "PERSON"), Span(first, 3, 4, "LOC")]  # "Anna" for "Anna Berg"
    second.ents = [*second.ents, Span(second, 1, 2, "MISC")]  # another scheme's: not judged
    score = evaluate.score_names(Answers(answers), named(nlp, tmp_path))  # type: ignore[arg-type] # a stand-in
    assert score.names == 4
    assert (score.precision, score.recall) == (0.75, 0.75)
    assert dict(score.by_label) == {"PERSON": 0.0, "ORG": 1.0, "LOC": 1.0, "NORP": 1.0}


def test_newswire_labels_become_ours(tmp_path: Path) -> None:
    text = "# newdoc id = one\nThe\tO\nKiel\tB-Facility\nCanal\tI-Facility\non\tO\nMonday\tB-Date\n\nAli\tB-Person\n\n"
    assert list(evaluate.newswire(packed(tmp_path / "w.gz", text))) == [
        (["The", "Kiel", "Canal", "on", "Monday"], ["O", "B-LOC", "I-LOC", "O", "O"]),
        (["Ali"], ["B-PERSON"]),
    ]


def test_the_shipped_pipeline_scores_on_a_small_corpora_folder(tmp_path: Path) -> None:
    for files in evaluate.TREES.values():
        packed(tmp_path / "treebanks" / files[0], conllu())
    for file in evaluate.SETS.values():
        packed(tmp_path / "names" / file, iob())
    scores = evaluate.evaluate(spacy.load(evaluate.MODEL), tmp_path)
    said = evaluate.table(*scores)
    assert all(0.5 <= score.upos <= 1 for score in scores[0].values())
    assert all(title in said for title in (*evaluate.TREES, *evaluate.SETS))


def test_only_the_block_of_a_page_is_replaced() -> None:
    page = f"before\n{evaluate.BEGIN}\nold\n{evaluate.END}\nafter\n"
    assert evaluate.with_block(page, "new") == f"before\n{evaluate.BEGIN}\n\nnew\n\n{evaluate.END}\nafter\n"
    with pytest.raises(ValueError, match="no <!-- scores"):
        evaluate.with_block("nothing here", "new")
