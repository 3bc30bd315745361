"""What is remembered: the same record as without, in whatever parts and order the articles came."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.reconciling import article, reading
from communique.knowledge import Knowledge
from communique.reconciling import Memory, reconcile
from communique.reconciling.memory import digest_of

if TYPE_CHECKING:
    from communique.records import Article, Reading, Record

KNOWN = Knowledge({}, {}, {}, {}, {}, {}, {}, {}, {}, ())
COUNT = 12  # four events, each told by a first account, one in other words and one that is mostly a copy
UNDATED = {1, 2, 6}  # these three give no day


@cache
def told(n: int) -> tuple[Article, Reading]:
    own = article(n)
    said = reading(n, own)
    if n not in UNDATED:
        return own, said
    tellings = tuple(replace(telling, times=()) for telling in said.tellings)
    return replace(own, claimed_dates=()), replace(said, tellings=tellings, times=())


def record(numbers: list[int], memory: Memory | None = None) -> Record:
    return reconcile([told(n)[0] for n in numbers], [told(n)[1] for n in numbers], (), KNOWN, memory)


@cache
def at_once() -> bytes:
    return msgspec.json.encode(record(list(range(COUNT))))


def test_the_articles_tell_what_the_next_test_is_about() -> None:
    found = record(list(range(COUNT)))
    assert max(len(event.accounts) for event in found.events) == 3
    assert {lineage.kind for lineage in found.lineages} >= {None, "near-copy"}
    assert any(cue.cue.startswith("it tells of what") for one in found.publications for cue in one.why)
    assert any("descends from" in cue.cue for one in found.publications for cue in one.why)


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(COUNT)), cuts=st.lists(st.booleans(), min_size=COUNT, max_size=COUNT))
def test_articles_that_come_in_parts_give_the_record_of_all_at_once(order: list[int], cuts: list[bool]) -> None:
    memory = Memory()
    held: list[int] = []
    for number, cut in zip(order, cuts, strict=True):
        held.append(number)
        if cut:
            record(held, memory)
            memory = Memory(memory.made | dict(memory.known))
    last = Memory(memory.made | dict(memory.known))
    assert msgspec.json.encode(record(list(range(COUNT)), last)) == at_once()


@settings(max_examples=10, deadline=None)
@given(gone=st.sets(st.integers(0, COUNT - 1), max_size=4))
def test_articles_that_are_gone_leave_nothing_behind(gone: set[int]) -> None:
    memory = Memory()
    record(list(range(COUNT)), memory)
    left = [n for n in range(COUNT) if n not in gone]
    assert msgspec.json.encode(record(left, Memory(memory.made))) == msgspec.json.encode(record(left))


def test_what_is_remembered_is_not_made_again() -> None:
    first = Memory()
    record(list(range(COUNT)), first)
    assert {part for part, _ in first.made} == {"day", "check", "print", "kin", "event"}
    again = Memory(first.made)
    record(list(range(COUNT)), again)
    assert {part for part, _ in again.made} == {"kin"}  # which is one entry of all
    assert again.used == set(first.made)


def test_a_value_comes_back_as_it_was() -> None:
    memory = Memory()
    assert memory.recall("day", "a", tuple[str, ...], lambda: ("one",)) == ("one",)
    assert memory.recall("day", "a", tuple[str, ...], pytest.fail) == ("one",)
    assert Memory(memory.made).recall("day", "a", tuple[str, ...], pytest.fail) == ("one",)
    memory.keep("day", "a", ("two",))
    assert memory.recall("day", "a", tuple[str, ...], pytest.fail) == ("two",)


def test_a_digest_is_the_same_in_every_process_and_tells_things_apart() -> None:
    assert digest_of("a", 1) == "f6c9c11dfa880dc6a234708757d9db1a"
    assert digest_of(told(0)[0]) == digest_of(replace(told(0)[0]))
    assert len({digest_of(told(0)[0]), digest_of(told(1)[0]), digest_of(told(0)[1])}) == 3
