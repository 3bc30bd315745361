"""Fills the matcher's families from the tables: which names of which records count, and who wins a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.matcher import Family, Gazetteer
from communique.knowledge.names import orders, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communique.knowledge.desk import Knowledge
    from communique.knowledge.model import HitKind, Person
    from communique.knowledge.names import Spellings

_JAPAN = "JPN"
_ABBREVIATION = 3


def build(known: Knowledge, titles: Mapping[str, Iterable[str]], spellings: Spellings) -> Gazetteer:
    """A gazetteer over all tables. `titles` gives the role keys of each title in lower case."""
    return Gazetteer(
        (
            _geography(known),
            _persons(known.persons.values(), spellings),
            _organisations(known),
            _occasions(known),
            _plans(known),
            _roles(titles),
        )
    )


def _geography(known: Knowledge) -> Family:
    family = Family()
    for state in known.states.values():
        for name in (state.name, *state.aliases):
            family.add("state", state.iso3, pieces(name))
    for state in known.states.values():
        for name in state.demonyms:
            family.add("demonym", state.iso3, pieces(name))
    for state in known.states.values():
        for name in state.metonyms:
            family.add("metonym", state.iso3, pieces(name))
    for kind in ("capital", "region", "city", "site"):
        shown: HitKind = "capital" if kind == "capital" else "place"
        for place in known.places.values():
            if place.kind == kind:
                for name in (place.name, *place.aliases):
                    family.add(shown, place.key, pieces(name))
    return family


def _persons(persons: Iterable[Person], spellings: Spellings) -> Family:
    """Full names and aliases. Both orders for Japanese names, which the press writes either way."""
    family = Family(spellings.canonical)
    for person in persons:
        for name in (person.name, *person.aliases):
            words = pieces(name)
            for order in orders(person, words) if person.state == _JAPAN else [tuple(words)]:
                if len(order) > 1 or name != person.surname:
                    family.add("person", person.key, order)
    return family


def _organisations(known: Knowledge) -> Family:
    family = Family()
    for organisation in known.organisations.values():
        kind: HitKind = "bloc" if organisation.kind == "bloc" else "organisation"
        for name in (organisation.name, *organisation.aliases):
            family.add(kind, organisation.key, pieces(name))
    for outlet in known.outlets.values():
        for name in (outlet.name, *outlet.aliases):
            family.add("outlet", outlet.key, pieces(name))
    return family


def _occasions(known: Knowledge) -> Family:
    family = Family()
    for occasion in known.occasions.values():
        for name in (occasion.name, *occasion.aliases):
            family.add("occasion", occasion.key, pieces(name))
    return family


def _plans(known: Knowledge) -> Family:
    family = Family()
    for plan in known.plans.values():
        for name in (plan.name, *plan.aliases):
            family.add("plan", plan.key, pieces(name))
    return family


def _roles(titles: Mapping[str, Iterable[str]]) -> Family:
    family = Family()
    for title, keys in titles.items():
        for form in (title, plural(title)) if len(title) > _ABBREVIATION else (title,):
            for key in keys:
                family.add("role", key, pieces(_written(form)))
    return family


def _written(title: str) -> str:
    """How a title must be written: an abbreviation in capitals ("PM", while "3 pm" is an hour), else in any case."""
    return title.upper() if len(title) <= _ABBREVIATION else title


def plural(title: str) -> str:
    """The plural of a title: "foreign ministers", "ministers of defence", "spokesmen"."""
    head, of, rest = title.partition(" of ")
    if not of:
        head, of, rest = title.partition(" for ")
    if head.endswith("man"):
        return head[:-3] + "men" + of + rest
    if head.endswith("y") and head[-2:-1] not in "aeou":
        return head[:-1] + "ies" + of + rest
    return head + ("" if head.endswith("s") else "s") + of + rest
