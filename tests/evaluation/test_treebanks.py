"""Gold trees as running text: offsets, heads over the document, lines at paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.treebanks import raw_documents
from tests.training.tiny import TREES, conllu, packed

if TYPE_CHECKING:
    from pathlib import Path


def test_words_and_sentences_know_their_characters(tmp_path: Path) -> None:
    text = conllu(TREES).replace("1\tRossi", "# newdoc id = a\n1\tRossi").replace("1\tThe", "# newpar\n1\tThe")
    (document,) = raw_documents(packed(tmp_path / "a.conllu.gz", text))
    assert document.text == "Rossi visited Oslo .\nThe ministers met there . "
    assert [document.text[start:end] for start, end in document.sentences] == [
        "Rossi visited Oslo .",
        "The ministers met there .",
    ]
    met = next(word for word in document.words if document.text[word.start : word.end] == "met")
    assert document.words[met.head] == met
    assert met.relation == "ROOT"
    assert len(document.article().lines) == 2
