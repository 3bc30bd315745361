"""Trees that Universal Dependencies rules out are put right."""

from __future__ import annotations

import pytest

from communique.reading.encoder import component
from communique.reading.encoder.component import Reading
from communique.reading.encoder.straightening import straightened
from tests.reading.actors_stage import read


def test_a_noun_with_a_preposition_is_oblique() -> None:
    words, pos = ["She", "spoke", "with", "Rossi"], ["PRON", "VERB", "ADP", "PROPN"]
    heads, deps = straightened(words, pos, [1, 1, 3, 1], ["nsubj", "ROOT", "case", "nsubj"])
    assert (heads, deps) == ([1, 1, 3, 1], ["nsubj", "ROOT", "case", "obl"])
    words, pos = ["talks", "with", "Rossi"], ["NOUN", "ADP", "PROPN"]
    assert straightened(words, pos, [0, 2, 0], ["ROOT", "case", "obj"])[1] == ["ROOT", "case", "nmod"]


def test_a_subject_before_its_verb_stays_even_with_a_preposition_in_its_title() -> None:
    words, pos = ["Secretary", "of", "State", "Lee", "spoke"], ["PROPN", "ADP", "PROPN", "PROPN", "VERB"]
    given = ([3, 3, 3, 4, 4], ["nmod:desc", "case", "nmod:desc", "nsubj", "ROOT"])
    assert straightened([word.lower() for word in words], pos, *given) == given


def test_an_adjective_governs_the_infinitive_after_it() -> None:
    words = ["they", "are", "due", "to", "hold", "talks", "."]
    pos = ["PRON", "AUX", "ADJ", "PART", "VERB", "NOUN", "PUNCT"]
    deps = ["nsubj", "cop", "advcl", "fixed", "ROOT", "obj", "punct"]
    heads, mended = straightened(words, pos, [4, 4, 4, 2, 4, 4, 4], deps)
    assert heads == [2, 2, 2, 4, 2, 4, 2]
    assert mended == ["nsubj", "cop", "ROOT", "mark", "xcomp", "obj", "punct"]


def test_the_subject_of_a_passive_is_passive() -> None:
    words, pos = ["talks", "are", "planned"], ["NOUN", "AUX", "VERB"]
    assert straightened(words, pos, [2, 2, 2], ["nsubj", "aux:pass", "ROOT"])[1] == ["nsubj:pass", "aux:pass", "ROOT"]


def test_never_denies_the_infinitive_that_it_stands_before() -> None:
    words, pos = ["they", "vowed", "never", "to", "sell"], ["PRON", "VERB", "ADV", "PART", "VERB"]
    heads, _ = straightened(words, pos, [1, 1, 1, 4, 1], ["nsubj", "ROOT", "advmod", "mark", "xcomp"])
    assert heads == [1, 1, 4, 4, 1]


def test_who_says_is_the_subject_of_saying() -> None:
    words, pos = ["ministry", "said", "lee", "had", "told", "kim"], ["NOUN", "VERB", "PROPN", "AUX", "VERB", "PROPN"]
    heads, deps = straightened(words, pos, [4, 1, 4, 4, 1, 4], ["nsubj", "ROOT", "iobj", "aux", "ccomp", "iobj"])
    assert heads == [1, 1, 4, 4, 1, 4]
    assert deps == ["nsubj", "ROOT", "nsubj", "aux", "ccomp", "iobj"]


def test_where_somebody_stands_in_a_picture_is_no_verb() -> None:
    words = ["lee", ",", "left", ",", "meets", "kim"]
    pos = ["PROPN", "PUNCT", "VERB", "PUNCT", "VERB", "PROPN"]
    heads, deps = straightened(words, pos, [2, 0, 2, 2, 2, 4], ["nsubj", "punct", "ROOT", "punct", "conj", "obj"])
    assert heads == [4, 0, 0, 4, 4, 4]
    assert deps == ["nsubj", "punct", "advmod", "punct", "ROOT", "obj"]


def test_who_is_told_stands_before_that() -> None:
    words = ["lee", "told", "kim", "that", "trade", "grew"]
    pos = ["PROPN", "VERB", "PROPN", "SCONJ", "NOUN", "VERB"]
    given = ["nsubj", "ROOT", "nsubj", "mark", "nsubj", "ccomp"]
    heads, deps = straightened(words, pos, [1, 1, 5, 5, 5, 1], given)
    assert (heads[2], deps[2]) == (1, "iobj")


def test_a_second_object_after_a_comma_is_an_apposition() -> None:
    words = ["lee", "accused", "kim", "of", "theft", ",", "a", "charge"]
    pos = ["PROPN", "VERB", "PROPN", "ADP", "NOUN", "PUNCT", "DET", "NOUN"]
    given = ["nsubj", "ROOT", "obj", "case", "obl", "punct", "det", "obj"]
    heads, deps = straightened(words, pos, [1, 1, 1, 4, 1, 1, 7, 1], given)
    assert (heads[7], deps[7], heads[5]) == (4, "appos", 7)


def test_an_infinitive_of_the_passive_describes_the_noun_before_it() -> None:
    words = ["they", "drafted", "accords", "to", "be", "signed"]
    pos = ["PRON", "VERB", "NOUN", "PART", "AUX", "VERB"]
    given = ["nsubj", "ROOT", "obj", "mark", "aux:pass", "advcl"]
    heads, deps = straightened(words, pos, [1, 1, 1, 5, 5, 1], given)
    assert (heads[5], deps[5]) == (2, "acl")


def test_who_is_met_together_hangs_on_the_verb() -> None:
    words, pos = ["they", "met", "jointly", "with", "lee"], ["PRON", "VERB", "ADV", "ADP", "PROPN"]
    assert straightened(words, pos, [1, 1, 1, 4, 2], ["nsubj", "ROOT", "advmod", "case", "obl"])[0] == [1, 1, 1, 4, 1]


def test_a_preposition_goes_with_the_noun_and_not_with_the_name_beside_it() -> None:
    words, pos = ["met", "with", "premier", ",", "lee"], ["VERB", "ADP", "NOUN", "PUNCT", "PROPN"]
    given = ["ROOT", "case", "obl", "punct", "appos"]
    assert straightened(words, pos, [0, 4, 0, 4, 2], given)[0] == [0, 2, 0, 4, 2]


def test_a_noun_goes_on_after_a_clause_between_commas() -> None:
    words = ["denied", "reports", ",", "carried", "widely", ",", "of", "talks"]
    pos = ["VERB", "NOUN", "PUNCT", "VERB", "ADV", "PUNCT", "ADP", "NOUN"]
    given = ["ROOT", "obj", "punct", "acl", "advmod", "punct", "case", "obl"]
    heads, deps = straightened(words, pos, [0, 0, 3, 1, 3, 7, 7, 3], given)
    assert (heads[7], deps[7]) == (1, "nmod")


def test_what_is_agreed_is_no_purpose() -> None:
    words, pos = ["agreed", "on", "monday", "to", "meet"], ["VERB", "ADP", "PROPN", "PART", "VERB"]
    given = ["ROOT", "case", "obl", "mark", "advcl"]
    assert straightened(words, pos, [0, 2, 0, 4, 0], given)[1][4] == "xcomp"
    assert straightened(["flew", *words[1:]], pos, [0, 2, 0, 4, 0], given)[1][4] == "advcl"


def test_a_clause_that_reports_describes_no_clause() -> None:
    words, pos = ["they", "agreed", ",", "lee", "said"], ["PRON", "VERB", "PUNCT", "PROPN", "VERB"]
    given = ["nsubj", "ROOT", "punct", "nsubj", "advcl:relcl"]
    assert straightened(words, pos, [1, 1, 4, 4, 1], given)[1][4] == "parataxis"
    words, pos = ["they", "agreed", ",", "which", "helped"], ["PRON", "VERB", "PUNCT", "PRON", "VERB"]
    assert straightened(words, pos, [1, 1, 4, 4, 1], given)[1][4] == "advcl:relcl"


def test_how_stands_within_the_clause_that_a_preposition_governs() -> None:
    words = ["agreed", "on", "how", "to", "share"]
    pos = ["VERB", "ADP", "ADV", "PART", "VERB"]
    heads, deps = straightened(words, pos, [0, 2, 0, 4, 0], ["ROOT", "case", "obl", "mark", "xcomp"])
    assert heads == [0, 4, 4, 4, 0]
    assert deps == ["ROOT", "mark", "advmod", "mark", "advcl"]


def test_how_may_stand_over_its_clause_too() -> None:
    words, pos = ["agreed", "on", "how", "to", "share"], ["VERB", "ADP", "ADV", "PART", "VERB"]
    heads, deps = straightened(words, pos, [0, 2, 0, 4, 2], ["ROOT", "case", "obl", "mark", "acl"])
    assert (heads[2], heads[4], deps[4]) == (4, 0, "advcl")


def test_a_name_has_no_part_after_a_comma_and_a_preposition() -> None:
    words, pos = ["met", "lee", ",", "in", "oslo"], ["VERB", "PROPN", "PUNCT", "ADP", "PROPN"]
    given = ["ROOT", "obj", "punct", "case", "flat"]
    heads, deps = straightened(words, pos, [0, 0, 1, 4, 1], given)
    assert (heads[4], deps[4]) == (0, "obl")
    words[2], pos[2] = "bin", "PROPN"
    assert straightened(words, pos, [0, 0, 1, 4, 1], ["ROOT", "obj", "flat", "case", "flat"])[1][4] == "flat"


def test_no_tree_is_tied_to_that_of_another_sentence() -> None:
    text = "Rossi, left, in Oslo. The ministers met on Monday. They said it was not. To sell arms is wrong."
    document = read(text).document
    assert all(token.head.sent == token.sent for token in document.doc)
    reading = Reading(
        [True, False, False, False, True, True], [], [2, 0, 2, 2, 4, 5],
        ["nsubj", "punct", "ROOT", "punct", "ROOT", "ROOT"], [], [],
    )  # fmt: skip
    lower, pos = ["lee", ",", "left", ",", "oslo", "met"], ["PROPN", "PUNCT", "VERB", "PUNCT", "PROPN", "VERB"]
    component._straighten(reading, lower, pos)
    assert reading.heads == [2, 0, 2, 2, 4, 5]


@pytest.mark.parametrize(
    ("words", "pos", "heads", "deps", "wanted"),
    [
        ("malta froze lee 's assets", "PROPN VERB PROPN PART NOUN", [1, 1, 1, 2, 1],
         "obl ROOT nsubj case obj", ([1, 1, 4, 2, 1], "nsubj ROOT nmod:poss case obj")),
        ("she met lee 's old envoy", "PRON VERB PROPN PART ADJ NOUN", [1, 1, 1, 2, 5, 1],
         "nsubj ROOT obj case amod obj", ([1, 1, 5, 2, 5, 1], "nsubj ROOT nmod:poss case amod obj")),
        ("lee 's envoy left", "PROPN PART NOUN VERB", [2, 0, 3, 3],
         "nmod:poss case nsubj ROOT", ([2, 0, 3, 3], "nmod:poss case nsubj ROOT")),
        ("lee has been shuttling", "PROPN AUX AUX VERB", [3, 3, 3, 3],
         "nsubj:pass aux aux:pass ROOT", ([3, 3, 3, 3], "nsubj aux aux ROOT")),
        ("talks were being planned", "NOUN AUX AUX VERB", [3, 3, 3, 3],
         "nsubj aux aux:pass ROOT", ([3, 3, 3, 3], "nsubj:pass aux aux:pass ROOT")),
    ],
)  # fmt: skip
def test_owners_are_no_subjects_and_progressives_no_passives(
    words: str, pos: str, heads: list[int], deps: str, wanted: tuple[list[int], str]
) -> None:
    mended, labels = straightened(words.split(), pos.split(), heads, deps.split())
    assert (mended, " ".join(labels)) == wanted
