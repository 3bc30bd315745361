"""Mending: whatever the parser made of a name, the result is a tree a sentence with one head a name."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from communique.reading.mending import mend, mended_tree
from tests.reading.actors_stage import read

LABELS = ("nsubj", "obj", "obl", "nmod", "appos", "flat", "conj", "case", "compound", "dep", "punct")


@st.composite
def parses(draw: st.DrawFn) -> tuple[list[str], list[int], list[str], list[int], list[tuple[int, int]]]:
    """Random projective or crossing trees of a few sentences, and spans that do not overlap."""
    heads: list[int] = []
    deps: list[str] = []
    sentence: list[int] = []
    for number in range(draw(st.integers(1, 3))):
        first, size = len(heads), draw(st.integers(1, 8))
        order = draw(st.permutations(range(first, first + size)))
        head_of = {order[0]: order[0]}
        for place, token in enumerate(order[1:], start=1):
            head_of[token] = order[draw(st.integers(0, place - 1))]
        heads += [head_of[token] for token in range(first, first + size)]
        deps += ["ROOT" if head_of[t] == t else draw(st.sampled_from(LABELS)) for t in range(first, first + size)]
        sentence += [number] * size
    words = [draw(st.sampled_from(("and", "name", "said"))) for _ in heads]
    cuts = sorted(draw(st.sets(st.integers(0, len(heads)), max_size=8)))
    spans = [(a, b) for a, b in pairwise(cuts) if draw(st.booleans())]
    return words, heads, deps, sentence, spans


def is_tree(heads: list[int], sentence: list[int]) -> bool:
    for number in set(sentence):
        members = [i for i, n in enumerate(sentence) if n == number]
        if sum(heads[i] == i for i in members) != 1 or any(sentence[heads[i]] != number for i in members):
            return False
        for i in members:
            node, steps = i, 0
            while heads[node] != node:
                node, steps = heads[node], steps + 1
                if steps > len(members):
                    return False
    return True


@given(parses())
def test_every_sentence_stays_a_tree(
    parse: tuple[list[str], list[int], list[str], list[int], list[tuple[int, int]]],
) -> None:
    words, heads, deps, sentence, spans = parse
    mended, labels = mended_tree(words, heads, deps, sentence, spans)
    assert is_tree(mended, sentence)
    assert [label == "ROOT" for label in labels] == [head == i for i, head in enumerate(mended)]


@given(parses())
def test_a_span_has_one_head_where_its_sentence_was_mended(
    parse: tuple[list[str], list[int], list[str], list[int], list[tuple[int, int]]],
) -> None:
    words, heads, deps, sentence, spans = parse
    mended, _ = mended_tree(words, heads, deps, sentence, spans)
    changed = {sentence[i] for i in range(len(heads)) if mended[i] != heads[i]}
    for start, end in spans:
        if sentence[start] == sentence[end - 1] and sentence[start] in changed:
            outside = [i for i in range(start, end) if mended[i] == i or not start <= mended[i] < end]
            assert len(outside) == 1


@given(parses())
def test_mending_twice_is_mending_once(
    parse: tuple[list[str], list[int], list[str], list[int], list[tuple[int, int]]],
) -> None:
    words, heads, deps, sentence, spans = parse
    once = mended_tree(words, heads, deps, sentence, spans)
    assert mended_tree(words, *once, sentence, spans) == once


def test_no_spans_change_nothing() -> None:
    assert mended_tree(["a", "b"], [1, 1], ["dep", "ROOT"], [0, 0], []) == ([1, 1], ["dep", "ROOT"])


def test_names_joined_by_and_are_coordinated() -> None:
    words = ["ana", "lee", "and", "bo", "ray", "spoke"]
    heads, deps = [5, 0, 3, 0, 3, 5], ["nsubj", "flat", "cc", "appos", "flat", "ROOT"]
    mended, labels = mended_tree(words, heads, deps, [0] * 6, [(0, 2), (3, 5)])
    assert mended[3] == 0
    assert labels[3] == "conj"


def test_what_follows_an_and_is_no_apposition() -> None:
    """ "Ana Lee and Malta's envoy spoke", with the envoy hung on the name."""
    words = ["ana", "lee", "and", "malta", "envoy", "spoke"]
    heads, deps = [5, 0, 3, 4, 0, 5], ["nsubj", "flat", "cc", "nmod:poss", "appos", "ROOT"]
    mended, labels = mended_tree(words, heads, deps, [0] * 6, [(0, 2)])
    assert (mended[4], labels[4], mended[2]) == (0, "conj", 4)


def test_a_stray_adjective_is_not_the_head_of_a_name() -> None:
    words = ["minister", "lee", "and", "maltese", "envoy", "ray", "spoke"]
    heads, deps = [1, 6, 4, 0, 1, 4, 6], ["nmod:desc", "nsubj", "cc", "amod", "conj", "flat", "ROOT"]
    mended, _ = mended_tree(words, heads, deps, [0] * 7, [(0, 2), (3, 6)])
    assert (mended[3], mended[4]) == (4, 1)


def test_a_document_keeps_its_words_and_sentences() -> None:
    document = read("Wang Yi met Ana Lee and Bo Ray in Goa. They spoke.").document
    before = [(token.text, token.idx, token.pos_) for token in document.doc]
    bounds = [(sentence.start, sentence.end) for sentence in document.doc.sents]
    mend(document, [(0, 2), (3, 5), (6, 8)])
    assert [(token.text, token.idx, token.pos_) for token in document.doc] == before
    assert [(sentence.start, sentence.end) for sentence in document.doc.sents] == bounds


def test_a_phrase_of_place_after_a_name_says_where_it_happened() -> None:
    words = ["Moyo", "met", "Lena", "Berg", "and", "Abebe", "in", "Lome", "."]
    heads = [1, 1, 1, 2, 5, 2, 7, 5, 1]
    labels = ["nsubj", "ROOT", "obj", "flat", "cc", "conj", "case", "nmod", "punct"]
    lower = [word.lower() for word in words]
    mended, deps = mended_tree(lower, heads, labels, [0] * 9, [(0, 1), (2, 4), (5, 6)])
    assert (mended[7], deps[7]) == (1, "obl")
    lower[6] = "of"  # "of Lome" is part of who he is
    assert mended_tree(lower, heads, labels, [0] * 9, [(0, 1), (2, 4), (5, 6)]) == (heads, labels)


def test_a_second_subject_after_its_verb_is_its_object() -> None:
    words = ("she", "hosted", "lee")
    heads, deps = mended_tree(words, [1, 1, 1], ["nsubj", "ROOT", "nsubj"], [0, 0, 0], [(2, 3)])
    assert (heads, deps) == ([1, 1, 1], ["nsubj", "ROOT", "obj"])


def test_a_name_with_an_and_of_its_own_joins_the_name_before_it() -> None:
    words = ("lee", "and", "kim", "met", "again")
    heads, deps = mended_tree(
        words, [3, 2, 4, 3, 3], ["nsubj", "cc", "nsubj", "ROOT", "parataxis"], [0] * 5, [(0, 1), (2, 3)]
    )
    assert (heads[2], deps[2]) == (0, "conj")


def test_a_place_after_a_name_in_apposition_is_where_it_happened() -> None:
    words = ("met", "colleague", ",", "lee", ",", "in", "oslo")
    heads = [0, 0, 3, 1, 6, 6, 3]
    deps = ["ROOT", "obj", "punct", "appos", "punct", "case", "nmod"]
    mended, labels = mended_tree(words, heads, deps, [0] * 7, [(3, 4)])
    assert (mended[6], labels[6]) == (0, "obl")


def test_a_subject_of_a_verb_that_has_another_is_that_of_its_clause() -> None:
    words = ("talks", "ended", "cairo", "said")
    mended, _ = mended_tree(words, [3, 3, 3, 3], ["nsubj", "ccomp", "nsubj", "ROOT"], [0] * 4, [])
    assert mended == [1, 3, 3, 3]


def test_no_name_is_an_apposition_of_another_name() -> None:
    words = ("abbas", "of", "fatah", ",", "chief", "mashaal", "met")
    heads = [6, 2, 0, 5, 5, 0, 6]
    deps = ["nsubj", "case", "nmod", "punct", "nmod:desc", "appos", "ROOT"]
    mended, labels = mended_tree(words, heads, deps, [0] * 7, [(0, 1), (5, 6)])
    assert (mended[5], labels[5]) == (0, "conj")


def test_a_name_after_its_verb_is_no_object_of_the_next() -> None:
    words = ("i", "met", "lee", ",", "he", "told", "us")
    heads, deps = [1, 5, 5, 1, 5, 5, 5], ["nsubj", "ccomp", "iobj", "punct", "nsubj", "ROOT", "obj"]
    mended, labels = mended_tree(words, heads, deps, [0] * 7, [(2, 3)])
    assert (mended[2], labels[2]) == (1, "obj")


def test_names_of_two_clauses_are_no_list() -> None:
    words = ("saw", "fidan", ",", "he", "met", "lee")
    heads, deps = [0, 0, 4, 4, 0, 1], ["ROOT", "obj", "punct", "nsubj", "parataxis", "appos"]
    _, labels = mended_tree(words, heads, deps, [0] * 6, [(1, 2), (5, 6)])
    assert labels[5] != "conj"
