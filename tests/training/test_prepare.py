"""Treebanks and name sets to Docs: words, heads over sentence borders, one scheme of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.vocab import Vocab

from tests.training.tiny import conllu, iob, packed
from training import prepare

if TYPE_CHECKING:
    from pathlib import Path


def test_a_treebank_becomes_docs_of_neighbouring_sentences(tmp_path: Path) -> None:
    (doc,) = prepare.treebank([packed(tmp_path / "t.gz", conllu())], Vocab())
    assert [sentence.text for sentence in doc.sents] == ["Rossi visited Oslo .", "The ministers met there ."]
    assert [token.head.text for token in doc] == [
        "visited", "visited", "visited", "visited", "ministers", "met", "met", "met", "met",
    ]  # fmt: skip
    assert doc[1].dep_ == doc[6].dep_ == "ROOT"
    assert (doc[5].pos_, doc[5].lemma_, str(doc[5].morph)) == ("NOUN", "minister", "Number=Plur")


def test_words_of_a_contraction_stand_together(tmp_path: Path) -> None:
    rows = "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" + "\n".join(
        f"{i}\t{word}\t{word}\tAUX\t_\t_\t{head}\troot\t_\t_"
        for i, word, head in ((1, "did", 0), (2, "n't", 1), (3, "!", 1))
    )
    (doc,) = prepare.treebank([packed(tmp_path / "t.gz", rows + "\n\n")], Vocab())
    assert doc.text.strip() == "didn't!"


def test_labels_of_all_sets_become_ours(tmp_path: Path) -> None:
    sentences = list(prepare.names(packed(tmp_path / "n.gz", iob())))
    assert [tags for _, tags in sentences] == [
        ["B-PERSON", "I-PERSON", "O", "B-LOC", "O"],
        ["B-NORP", "O", "O", "B-ORG", "O"],
    ]


def test_a_label_that_is_no_name_is_left_out(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.gz", "Monday\tB-DATE\nin\tO\nOslo\tB-GPE\n\n")
    assert list(prepare.names(path)) == [(["Monday", "in", "Oslo"], ["O", "O", "B-LOC"])]


def test_nationalities_are_filled_in_where_a_set_has_no_such_class() -> None:
    silver = [(["Thai", "rice"], ["B-NORP", "O"])] * 2 + [(["May", "vote"], ["B-NORP", "O"]), (["May"], ["O"])]
    known = prepare.norp_words(silver)
    assert known == {"Thai"}
    marked = list(prepare.fill_norp([(["Thai", "Airways", "and", "Thai"], ["B-MISC", "I-MISC", "O", "O"])], known))
    assert marked[0][1] == ["B-MISC", "I-MISC", "O", "B-NORP"]
