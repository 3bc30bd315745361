"""Finding the cast: names, titles, institutions, states, unnamed people and pronouns, in that order.

What is found first takes its tokens; later finders see only what is left. Each finder is one small module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.counterparts import find_counterparts
from communique.reading.actors.draft import Draft
from communique.reading.actors.holders import place_titles
from communique.reading.actors.institutions import find_institutions
from communique.reading.actors.names import find_names, missed_names
from communique.reading.actors.owners import find_owners
from communique.reading.actors.people import People, states_mentioned
from communique.reading.actors.persons import name_spans, place_persons
from communique.reading.actors.pronouns import resolve_pronouns
from communique.reading.actors.titles import find_titles
from communique.reading.actors.unnamed import find_unnamed
from communique.reading.gazetteer import Gazetteer, look_up
from communique.reading.mending import mend
from communique.records import Mention

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast
    from communique.reading.document import Document


def find_cast(document: Document, knowledge: Knowledge, gazetteer: Gazetteer | None = None) -> Cast:
    """Who the article speaks of: its actors, every reference to them, and the offices it gives them."""
    gazetteer = gazetteer or look_up(document, knowledge)
    people = People(knowledge, states_mentioned(gazetteer, knowledge))
    draft = Draft(document, knowledge, gazetteer, people)
    names = find_names(document, gazetteer)
    titles = find_titles(document, gazetteer, knowledge, names)
    missed = missed_names(document, gazetteer, titles, names)
    if missed:
        names = sorted((*names, *missed), key=lambda name: name.start)
        titles = find_titles(document, gazetteer, knowledge, names)
    mend(document, name_spans(document.words, names, titles))
    place_persons(draft, names, titles)
    for implied in (False, True):
        place_titles(draft, titles, implied=implied)
        find_institutions(draft, implied=implied)
        if not implied:
            find_counterparts(draft)
        find_unnamed(draft, implied=implied)
        if not implied:
            find_owners(draft)
    resolve_pronouns(draft)
    return draft.cast()


def read_mentions(document: Document, cast: Cast) -> tuple[Mention, ...]:
    """The cast's references as mentions with their evidence, in text order."""
    return tuple(
        Mention(actor, document.evidence(reference.start, reference.end), reference.form)
        for reference in cast.references
        for actor in reference.actors
    )
