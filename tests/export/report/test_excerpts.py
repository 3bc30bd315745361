"""Excerpts: exact slices of the text, all evidence marked and nothing else, cut at sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.export.report.excerpts import Excerpt, excerpts
from communique.records import Article, Evidence

TEXT = (
    "Top story\n"
    "Delhi and Islamabad exchanged lists on 1 January. “The practice has lasted decades,” an official said. "
    "No further talks are planned.\n"
    "Read on"
)


def article(text: str) -> Article:
    return Article("article-x", "x.txt", "0", text, (), "plain-1", "en")


def marked(found: Excerpt) -> list[str]:
    return [piece.text for piece in found.pieces if piece.marked]


def said(text: str, *phrases: str) -> tuple[Evidence, ...]:
    return tuple(Evidence("article-x", text.index(p), text.index(p) + len(p)) for p in phrases)


def test_the_sentence_around_the_evidence_is_shown() -> None:
    [found] = excerpts(article(TEXT), said(TEXT, "exchanged lists"))
    assert TEXT[found.start : found.end] == "Delhi and Islamabad exchanged lists on 1 January."
    assert marked(found) == ["exchanged lists"]
    assert not found.cut_before
    assert not found.cut_after


def test_a_sentence_that_opens_with_a_quotation_begins_there() -> None:
    [found] = excerpts(article(TEXT), said(TEXT, "“The practice has lasted decades,”"))
    assert TEXT[found.start : found.end] == "“The practice has lasted decades,” an official said."


def test_a_line_is_never_left_for_context() -> None:
    [found] = excerpts(article(TEXT), said(TEXT, "Top story"))
    assert TEXT[found.start : found.end] == "Top story"


def test_slices_of_one_sentence_share_an_excerpt_and_others_do_not() -> None:
    found = excerpts(article(TEXT), said(TEXT, "Islamabad", "lists", "further talks"))
    assert [marked(each) for each in found] == [["Islamabad", "lists"], ["further talks"]]


def test_overlapping_slices_are_marked_once() -> None:
    text = "Tirana recalled its envoy."
    pieces = (Evidence("article-x", 0, 15), Evidence("article-x", 7, 19))
    [found] = excerpts(article(text), pieces)
    assert marked(found) == [text[0:19]]


def test_long_sentences_are_cut_at_words_and_say_so() -> None:
    text = "word " * 300 + "KEY" + " word" * 300
    [found] = excerpts(article(text), said(text, "KEY"))
    assert found.end - found.start < 600
    assert found.cut_before
    assert found.cut_after
    assert text[found.start - 1] == " "
    assert text[found.end] == " "


def test_evidence_of_another_article_is_left_out() -> None:
    assert excerpts(article(TEXT), (Evidence("article-y", 0, 3),)) == ()


@given(st.data())
def test_pieces_join_to_the_text_and_mark_exactly_the_evidence(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("aB .?”“\n\u00a0é"), min_size=1, max_size=80))
    ends = st.integers(0, len(text))
    slices = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=5))]
    found = excerpts(article(text), [Evidence("article-x", start, end) for start, end in slices])
    covered = set()
    for each in found:
        assert "".join(piece.text for piece in each.pieces) == text[each.start : each.end]
        at = each.start
        for piece in each.pieces:
            if piece.marked:
                covered |= set(range(at, at + len(piece.text)))
            at += len(piece.text)
    assert covered == {at for start, end in slices for at in range(start, end)}
