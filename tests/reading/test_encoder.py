"""The encoder on a Doc: fixed starts are kept, trees are whole, and nothing but the Doc itself decides its reading."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import CommuniqueError
from communique.reading.encoder.component import Encoder

TEXTS = (
    "Ecuador recalled its ambassador from Lima on Friday. Peru's foreign ministry called the step hasty.",
    "Jakarta and Canberra will resume patrols, the two navies said.",
    "MALI EXPELS ENVOY",
    '"We don\'t want a war," said Mr. Okafor, who had flown in from Addis Ababa. He left at 5 p.m. without a deal.',
    "Hungary's veto, which Warsaw and Prague had expected for weeks, held up the aid.",
)
WORDS = st.sampled_from(
    [
        "the", "Quito", "met", "envoys", ".", "!", "\u200b", "京都", "🤝", "a" * 300, "e\u0301", "-", "9", "said",
        "...", "\u202e", "\x07", "ﬃ", "İ",
    ]
)  # fmt: skip


@cache
def encoder() -> Encoder:
    return Encoder()


@cache
def blank() -> Any:
    return spacy.blank("en")


def seen(doc: Any) -> list[tuple[Any, ...]]:
    return [
        (t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


def whole(doc: Any) -> bool:
    """Every sentence has one root, and no head lies outside it."""
    for sentence in doc.sents:
        roots = [token for token in sentence if token.dep_ == "ROOT"]
        inside = all(sentence.start <= token.head.i < sentence.end for token in sentence)
        if len(roots) != 1 or roots[0].head.i != roots[0].i or not inside:
            return False
    return True


def test_a_plain_sentence_is_read() -> None:
    doc = encoder()(blank()("Norway's prime minister met officials from Kenya in Oslo on Monday."))
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert (root.text, root.pos_, root.lemma_) == ("met", "VERB", "meet")
    assert [child.text for child in root.children if child.dep_ == "nsubj"] == ["minister"]
    assert {(span.text, span.label_) for span in doc.ents} >= {("Norway", "LOC"), ("Kenya", "LOC"), ("Oslo", "LOC")}
    assert doc[0].morph.get("Number") == ["Sing"]


def test_sentences_are_found_and_abbreviations_left_alone() -> None:
    doc = encoder()(blank()(TEXTS[3]))
    assert [sentence.text.split()[0] for sentence in doc.sents] == ['"We', "He"]


@pytest.mark.parametrize("text", TEXTS)
def test_trees_are_whole(text: str) -> None:
    assert whole(encoder()(blank()(text)))


def test_a_text_alone_reads_as_in_any_company() -> None:
    alone = [seen(encoder()(blank()(text))) for text in TEXTS]
    together = [seen(doc) for doc in encoder().pipe([blank()(text) for text in TEXTS])]
    backwards = [seen(doc) for doc in encoder().pipe([blank()(text) for text in reversed(TEXTS)])]
    assert alone == together == backwards[::-1]


def test_starts_that_are_fixed_stay() -> None:
    doc = blank()(" ".join(TEXTS[:2]))
    wanted = [i in (0, 3, 7) for i in range(len(doc))]
    for token, start in zip(doc, wanted, strict=True):
        token.is_sent_start = start
    encoder()(doc)
    assert [bool(token.is_sent_start) for token in doc] == wanted
    assert whole(doc)


def test_names_do_not_run_over_the_end_of_a_sentence() -> None:
    doc = blank()("Visit to United Nations Headquarters in New York City Hall")
    for i, token in enumerate(doc):
        token.is_sent_start = i in (0, 3, 7, 8)
    encoder()(doc)
    edges = {sentence.start for sentence in doc.sents}
    assert edges == {0, 3, 7, 8}
    assert all(not edges & set(range(span.start + 1, span.end)) for span in doc.ents)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(st.sampled_from([True, False, None]), min_size=60, max_size=60))
def test_odd_words_do_no_harm(words: list[str], starts: list[bool | None]) -> None:
    doc = spacy.tokens.Doc(blank().vocab, words=words)
    for token, start in zip(doc, starts, strict=False):
        if token.i:
            token.is_sent_start = start
    encoder()(doc)
    assert whole(doc)
    assert all(
        bool(token.is_sent_start) is start
        for token, start in zip(doc, starts, strict=False)
        if token.i and start is not None
    )


def test_a_sentence_longer_than_the_network_can_hold_stays_one() -> None:
    words = ["Ministers", "said", *["that", "Tirana", "and", "Skopje", "agreed", ","] * 250, "."]
    doc = spacy.tokens.Doc(blank().vocab, words=words)
    for token in doc:
        token.is_sent_start = token.i == 0
    encoder()(doc)
    assert whole(doc)
    assert len(list(doc.sents)) == 1


def test_a_long_line_of_many_sentences_is_cut_between_them() -> None:
    text = " ".join(f"The envoy spoke to paper number {i} in Bern." for i in range(90))
    doc = blank()(text)
    for token in doc:
        token.is_sent_start = True if token.i == 0 else (None if doc[token.i - 1].text == "." else False)
    encoder()(doc)
    assert whole(doc)
    assert [sentence[0].text for sentence in doc.sents] == ["The"] * 90


def test_an_empty_text_is_left_empty() -> None:
    assert len(encoder()(blank()(""))) == 0


def test_a_missing_model_is_said_plainly(tmp_path: Any) -> None:
    with pytest.raises(CommuniqueError, match="install the package again"):
        Encoder(tmp_path)


def test_reading_needs_no_training_library() -> None:
    code = (
        "import sys, spacy; from communique.reading.encoder.component import Encoder;"
        "Encoder()(spacy.blank('en')('Chad protested.'));"
        "print([name for name in ('transformers', 'tokenizers', 'huggingface_hub') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
