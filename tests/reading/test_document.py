"""Documents: folding one character to one, and every token's way back to the article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.reading import pipeline
from communique.reading.document import ended, fold, tokenise
from tests.reading.actors_stage import article, read


@given(st.text(max_size=40))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded, offsets = fold(text)
    assert len(folded) == len(offsets)
    assert all(0 <= start < end <= len(text) for start, end in offsets)
    assert [start for start, _ in offsets] == sorted(start for start, _ in offsets)


def test_quotes_spaces_and_marks_are_folded() -> None:
    assert fold("\u201cNo\u201d\u00a0\u2019s")[0] == '"No" \'s'
    assert fold("e\u0301te\u0301")[0] == "\u00e9t\u00e9"
    assert fold("a\u00adb")[0] == "ab"


def test_tokens_lead_back_to_the_articles_characters() -> None:
    text = "Kenya\u2019s envoy said \u201cno\u201d.\n\nUganda\u2019s envoy agreed."
    document = read(text).document
    for i, word in enumerate(document.words):
        assert fold(document.article.text[document.starts[i] : document.ends[i]])[0] == word


def test_no_sentence_crosses_a_line() -> None:
    document = read("Kenya agreed to the text of the\n\nUganda declined to sign it.").document
    assert all(document.block_of[s.start] == document.block_of[s.end - 1] for s in document.doc.sents)


def test_a_sentence_may_begin_after_a_space_or_where_a_full_stop_has_lost_it() -> None:
    document = tokenise(article('Talks(long)ended well.Ministers left. "They met."'), pipeline.load())
    may = [document.words[i] for i in range(len(document.words)) if document.doc[i].is_sent_start is not False]
    assert may == ["Talks(long)ended", "well", "Ministers", "left", '"', "met"]


def test_ended_looks_past_quotes_and_brackets() -> None:
    words = ["(", "It", "ended", ".", '"', ")", "Oslo", "waits"]
    assert ended(words, 6)
    assert not ended(words, 7)


def test_evidence_and_span_are_inverse() -> None:
    document = read("Kenya and Uganda signed. Rwanda did not.").document
    assert document.span(document.evidence(2, 5)) == (2, 5)


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    document = read("NAIROBI, May 4 (Xinhua) -- Kenya signed the pact on Monday.").document
    first = document.words.index("Kenya")
    assert document.doc[first].is_sent_start


def test_a_line_said_twice_is_parsed_once() -> None:
    document = next(pipeline.parse([article("Kenya signed the pact.\n\nKenya signed the pact.\n\nUganda did not.")]))
    assert document.words.count("Kenya") == 1
