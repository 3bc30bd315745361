"""Persons by name, with their titles: "Russian Foreign Minister Sergei Lavrov", "Mr Lavrov", "Lavrov"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from communique.reading.actors.agents import split
from communique.reading.actors.genders import gender_of_name
from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.names import common_words
from communique.reading.actors.offices import claim_office, enter_claim, peer_office
from communique.reading.actors.salience import candidates
from communique.reading.actors.titles import COUNTERPART
from communique.reading.gazetteer import owner_hit, owner_of

if TYPE_CHECKING:
    from communique.knowledge.model import Person
    from communique.reading.actors.draft import Draft
    from communique.reading.actors.people import NameSpan
    from communique.reading.actors.titles import Title


CLOSED = frozenset({"AUX", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "ADV", "PART", "NUM"})  # "May", "Will" as words


def name_spans(words: tuple[str, ...], names: list[NameSpan], titles: list[Title]) -> list[tuple[int, int]]:
    """Names with the titles right beside them, as spans of tokens in order; a title across a comma stays outside."""
    spans: list[tuple[int, int]] = []
    ending = {title.core_end: title for title in titles if title.name is not None}
    for name in names:
        start = _with_courtesy(words, name.start)
        title = ending.get(start) or ending.get(name.start)
        if title is not None and title.name is name:
            start = min(start, title.start)
        if not spans or start >= spans[-1][1]:
            spans.append((start, name.end))
        elif name.start >= spans[-1][1]:
            spans.append((name.start, name.end))
    return spans


def _with_courtesy(words: tuple[str, ...], start: int) -> int:
    """Where a name begins with its "Mr" or "Prince"; in lower case "major" and "general" are no courtesy."""
    while start > 0 and words[start - 1][:1].isupper() and words[start - 1].lower() in lexicon().courtesy:
        start -= 1
    return start


def place_persons(draft: Draft, names: list[NameSpan], titles: list[Title]) -> None:
    """Enter every named person, full names first so that surnames find them, and the titles beside them."""
    beside: dict[int, list[Title]] = {}
    for title in titles:
        if title.name is not None:
            beside.setdefault(title.name.start, []).append(title)
    actors: dict[int, str] = {}
    words = draft.document.words
    for single in (False, True):
        for name in names:
            if (name.end - name.start == 1) is single:
                found = beside.get(name.start, ())
                state = _state_said(draft, name, [title for title in found if not title.past])
                surface = words[name.start : name.end]
                near = _nearest_of(draft, name.start) if single else None
                actors[name.start] = draft.people.enter(surface, name.known, state, near)
                draft.people.note_gender(actors[name.start], _gender(draft, name, found))
                if not single:
                    _refer_name(draft, name, actors[name.start], found)
    for name in names:
        if name.end - name.start == 1:
            _refer_name(draft, name, actors[name.start], beside.get(name.start, ()))
    _lone_surnames(draft)
    for title in titles:
        if title.roles == COUNTERPART and title.name is not None:
            _claim_counterpart(draft, title, actors[title.name.start])


def _state_said(draft: Draft, name: NameSpan, titles: list[Title]) -> str | None:
    """Whose a person is by the title, else by the owner right before the name ("Guyana's Hugh Todd")."""
    owners = [title.owner for title in titles if title.owner]
    if owners or titles:
        return _state(draft, owners[0]) if owners else None
    before = _with_courtesy(draft.document.words, name.start) - 1
    possessive = before > 0 and draft.document.lower[before] in ("'s", "'")
    hit = owner_hit(draft.gazetteer, draft.knowledge, before - possessive) if before >= possessive else None
    if hit is None or (not possessive and hit.kind != "demonym"):
        return None
    return _state(draft, owner_of(hit, draft.knowledge))


def _state(draft: Draft, owner: str) -> str | None:
    """The state that an owner is or belongs to, None for bodies of many states."""
    if owner in draft.knowledge.states:
        return owner
    organisation = draft.knowledge.organisations.get(owner)
    return organisation.state if organisation is not None else None


def _gender(draft: Draft, name: NameSpan, titles: tuple[Title, ...] | list[Title]) -> str:
    """ "f" or "m" where a courtesy word, a title or the given name says so, else ""."""
    lower, genders = draft.document.lower, lexicon().genders
    said = [*lower[_with_courtesy(draft.document.words, name.start) : name.start], *(title.text for title in titles)]
    said += [title.text.rpartition(" ")[2] for title in titles]
    told = next((genders[word] for word in said if word in genders), "")
    return told or gender_of_name(draft.document.words[name.start : name.end], draft.knowledge)


def _nearest_of(draft: Draft, start: int) -> list[str]:
    """Actors spoken of before a place, best first: of two people called Kim it is the one the text is about."""
    near = [actor for reference in candidates(draft, start) for actor in reference.actors]
    return [*near, *(actor for reference in draft.before(start) for actor in reference.actors)]


def _refer_name(draft: Draft, name: NameSpan, actor: str, titles: list[Title] | tuple[Title, ...]) -> None:
    """One reference to a person for the name and the titles with it; an envoy's "to Turkey" stays free."""
    draft.person(actor, draft.text(name.start, name.end))
    start, end = _with_courtesy(draft.document.words, name.start), name.end
    start = start if draft.free(start, end) else name.start
    draft.describe(actor, draft.document.lower[start : name.start])
    name_start = start
    for title in titles:
        claim_office(draft, title, actor)
        draft.describe(actor, title.text.split())
        draft.wording.setdefault(actor, (*("former",) * title.past, *split(title.text)))
        if not title.verbal:
            start, end = min(start, title.start), max(end, title.end)
    if not draft.free(start, end):
        start, end = name_start, name.end
    if draft.free(start, end):
        draft.refer(start, end, (actor,), "name")
        for title in titles:
            if title.posting is not None:
                draft.taken.difference_update(range(*title.posting))


def _claim_counterpart(draft: Draft, title: Title, person: str) -> None:
    """ "His Iranian counterpart, Abbas Araghchi": the office of the one he is the counterpart of, in his own state."""
    owner = title.owner or draft.people.state_of.get(person)
    for reference in candidates(draft, title.start, 1) if owner else ():
        for actor in reference.actors:
            office = draft.office_of(actor)
            if office is None or actor == person or owner is None or draft.actors[actor].state == owner:
                continue
            peer = peer_office(draft, person, owner, office)
            if peer is not None:
                enter_claim(draft, title, person, peer)
            return


def _bearers(draft: Draft, token: int) -> list[Person]:
    """Known people whom a lone surname may mean: of a state spoken of; a lone name taken for a body's only leaders."""
    entity, word = draft.gazetteer.entity(token, "ORG", "NORP"), draft.document.words[token]
    if entity is None:
        return [p for p in draft.knowledge.persons_with_surname(word) if p.state in draft.people.states]
    return draft.people.leaders(word) if entity.end - entity.start == 1 else []


def _lone_surnames(draft: Draft) -> None:
    """Proper nouns the name finder missed that are the surname of someone entered already, or of a known person."""
    document = draft.document
    common = common_words(document)
    for i, word in enumerate(document.words):
        if i in draft.taken or not word[:1].isupper() or draft.gazetteer.at(i):
            continue
        actor = draft.people.surname(word, partial(_nearest_of, draft, i)) if len(word) > 1 else None
        if document.lower[i] in lexicon().months and i and document.pos[i - 1] == "ADP":
            continue
        doubtful = document.pos[i] != "PROPN" and (document.pos[i] in CLOSED or bool(document.doc[i].is_sent_start))
        if doubtful and (document.lower[i] in common or not draft.people.distinctive(word, document.pos[i] in CLOSED)):
            continue
        if actor is None and document.pos[i] == "PROPN":
            bearers = _bearers(draft, i)
            known = draft.people.meant_alone(bearers)
            actor = draft.people.enter((word,), (known[0].key,), None) if len(known) == 1 else None
        if actor is not None:
            draft.refer(i, i + 1, (draft.person(actor, word),), "name")
