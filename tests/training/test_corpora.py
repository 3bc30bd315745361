"""Treebanks and name sets as words: contractions whole, one scheme of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.training.tiny import iob, packed
from training import corpora

if TYPE_CHECKING:
    from pathlib import Path


def test_words_of_a_contraction_stand_together(tmp_path: Path) -> None:
    rows = "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" + "\n".join(
        f"{i}\t{word}\t{word}\tAUX\t_\t_\t{head}\troot\t_\t_"
        for i, word, head in ((1, "did", 0), (2, "n't", 1), (3, "!", 1))
    )
    (block,) = corpora.blocks(packed(tmp_path / "t.gz", rows + "\n\n"))
    words, spaces = corpora.conllu_words(block)
    assert "".join(row[1] + " " * space for row, space in zip(words, spaces, strict=True)).strip() == "didn't!"


def test_labels_of_all_sets_become_ours(tmp_path: Path) -> None:
    sentences = list(corpora.names(packed(tmp_path / "n.gz", iob())))
    assert [tags for _, tags in sentences] == [
        ["B-PERSON", "I-PERSON", "O", "B-LOC", "O"],
        ["B-NORP", "O", "O", "B-ORG", "O"],
    ]


def test_a_label_that_is_no_name_is_left_out(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.gz", "Monday\tB-DATE\nin\tO\nOslo\tB-GPE\n\n")
    assert list(corpora.names(path)) == [(["Monday", "in", "Oslo"], ["O", "O", "B-LOC"])]


def test_nationalities_are_filled_in_where_a_set_has_no_such_class() -> None:
    silver = [(["Thai", "rice"], ["B-NORP", "O"])] * 2 + [(["May", "vote"], ["B-NORP", "O"]), (["May"], ["O"])]
    known = corpora.norp_words(silver)
    assert known == {"Thai"}
    marked = list(corpora.fill_norp([(["Thai", "Airways", "and", "Thai"], ["B-MISC", "I-MISC", "O", "O"])], known))
    assert marked[0][1] == ["B-MISC", "I-MISC", "O", "B-NORP"]
