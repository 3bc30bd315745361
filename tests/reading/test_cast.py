"""The cast: references by token, by head and by phrase."""

from __future__ import annotations

from communique.reading.cast import Cast, Reference
from communique.records import Actor
from tests.reading.actors_stage import read

ACTORS = {key: Actor(key, key.partition(":")[2].title(), "person") for key in ("person:a", "person:b")}


def test_the_shortest_reference_covers_a_token() -> None:
    outer, inner = Reference(0, 5, 1, ("person:a",), "name"), Reference(3, 4, 3, ("person:b",), "name")
    cast = Cast(ACTORS, (outer, inner), ())
    assert cast.covering(3) == inner
    assert cast.covering(4) == outer
    assert cast.covering(5) is None


def test_a_reference_is_found_by_its_head_alone() -> None:
    cast = Cast(ACTORS, (Reference(0, 3, 2, ("person:a",), "name"),), ())
    assert cast.headed(2) is not None
    assert cast.headed(0) is None


def test_a_coordination_gives_each_of_its_members_in_text_order() -> None:
    found = read("Russian President Vladimir Putin and Chinese President Xi Jinping met in Moscow on Monday.")
    subject = next(token for token in found.document.doc if token.dep_ == "nsubj")
    assert [r.actors for r in found.cast.of(subject)] == [("person:vladimir-putin",), ("person:xi-jinping",)]


def test_names_come_from_the_actors() -> None:
    assert Cast(ACTORS, (), ()).name("person:a") == "A"
