"""What a careful reader records of sentences that mislead a hasty one (careful_sentences.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.careful_sentences import SENTENCES, Fact
from tests.reading.events_stage import read

if TYPE_CHECKING:
    from communique.records import Telling

# Talks at a known place are a meeting; either word will do.
SAME = {"talks": {"talks", "meeting"}, "meeting": {"talks", "meeting"}}


def told(telling: Telling, fact: Fact) -> bool:
    ids = [party.actor for party in telling.parties]
    outcomes = " ".join(phrase for phrase, _ in telling.outcome)
    return (
        telling.kind in SAME.get(fact.kind, {fact.kind})
        and telling.status == fact.status
        and all(any(wanted in actor for actor in ids) for wanted in fact.parties)
        and len(ids) <= max(len(fact.parties), 1)
        and fact.place in (None, telling.place and telling.place.name)
        and (fact.outcome is None or fact.outcome in outcomes)
    )


@pytest.mark.parametrize(("text", "facts"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_a_careful_reader_records_it(text: str, facts: tuple[Fact, ...]) -> None:
    tellings = read(text).tellings
    shown = [(t.kind, t.status, [p.actor for p in t.parties], t.place and t.place.name, t.outcome) for t in tellings]
    for fact in facts:
        assert any(told(telling, fact) for telling in tellings), (fact, shown)
    assert all(t.status != "held" or any(told(t, fact) for fact in facts) for t in tellings), shown
