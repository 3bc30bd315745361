"""The tables of speech: enough cues, each of them well-formed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.speech.lexicon import inflect, lexicon

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "REJECT", "ACCUSE", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
FRAMES = {"that", "inf", "obj-inf", "obj-as", "obj-pred", "obj-quote", "quote", "whether", "wish"}
ROLES = {"content", "speech", "addressee", "target"}


def test_there_are_at_least_250_cues_and_each_is_well_formed() -> None:
    words = lexicon()
    rows = {row for table in (words.verbs, words.adjectives) for rows in table.values() for row in rows}
    assert len(rows) >= 250
    for row in rows | set(words.nouns.values()):
        assert row.frames <= FRAMES, row
        assert {role for _, role in row.roles} <= ROLES, row
        assert row.plover is None or row.plover.type in PLOVER, row


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("denied", "deny"), ("agreeing", "agree"), ("said", "say"), ("rebutted", "rebut"), ("urges", "urge"),
     ("stresses", "stress"), ("told", "tell"), ("vetoed", "veto")],
)  # fmt: skip
def test_inflected_forms_are_found(form: str, lemma: str) -> None:
    assert any(row.words[0] == lemma for row in lexicon().verbs[form])


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9))
def test_inflection_gives_four_forms_that_keep_the_stem(lemma: str) -> None:
    forms = inflect(lemma)
    assert len(forms) == 4
    assert forms[0] == lemma
    assert all(form.startswith(lemma[:-1]) for form in forms)
