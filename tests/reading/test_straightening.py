"""Trees that Universal Dependencies rules out are put right."""

from __future__ import annotations

from communique.reading.straightening import straightened


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
