"""States, their capitals and metonyms where they act, organisations, blocs and outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.names import common_words, credible_organisation
from communique.reading.actors.people import slug
from communique.reading.actors.phrases import institution_at, look_left
from communique.reading.gazetteer import owner_of

if TYPE_CHECKING:
    from communique.knowledge.model import Hit
    from communique.reading.actors.draft import Draft
    from communique.reading.gazetteer import Entity

# A capital is its government where it acts, and a place where something happens in it.
ACTING = frozenset({"nsubj", "nmod:poss", "nsubj:outer"})
SPOKEN_TO = frozenset({"obj", "iobj", "nsubj:pass"})
PARTY_CASES = frozenset({"by", "with", "between", "from", "on", "against", "toward", "towards"})
NAMED_AFTER = ("state", "demonym", "capital", "place")
LINE_MARKS = (":", "-", "--", "\u2013", "\u2014", "(", "/")
PLACE_CASES = frozenset({"in", "at", "near", "outside", "inside", "within", "across", "around"})


def find_owners(draft: Draft) -> None:
    """Enter what knowledge knows of states and organisations, then the organisations only the name finder sees."""
    common = common_words(draft.document)
    unknown = [
        entity
        for entity in draft.gazetteer.entities
        if entity.label == "ORG"
        and not _is_known(draft, entity)
        and credible_organisation(draft.document, draft.gazetteer, common, entity)
    ]
    for entity in unknown:
        if draft.free(entity.start, entity.end) and _state_inside(draft, entity) is not None:
            _enter_body(draft, entity)
    for hit in draft.gazetteer.hits:
        if draft.free(hit.start, hit.end):
            _place(draft, hit)
    for entity in unknown:
        if draft.free(entity.start, entity.end):
            _enter_body(draft, entity)


def _enter_body(draft: Draft, entity: Entity) -> None:
    """An organisation that only the name finder sees: of the state in its name, else of the one said before it."""
    left = look_left(draft.document, draft.gazetteer, draft.knowledge, entity.start)
    state = _state_inside(draft, entity) or (left.owner if left.owner in draft.knowledge.states else None)
    name = draft.text(entity.start, entity.end)
    actor = draft.enter(f"organisation:{slug(name)}", name, "organisation", state)
    draft.refer(entity.start, entity.end, (actor,), "name")


def _state_inside(draft: Draft, entity: Entity) -> str | None:
    """The state that an organisation's own name says: "Oxford University", "Chadian Human Rights League"."""
    inside = range(entity.start, entity.end)
    if any(draft.gazetteer.at(token, "organisation", "outlet", "bloc") for token in inside):
        return None
    for token in inside:
        hit = draft.gazetteer.at(token, *NAMED_AFTER)
        if hit is not None and entity.start <= hit.start and hit.end <= entity.end:
            state = owner_of(hit, draft.knowledge)
            longer = hit.end - hit.start < entity.end - entity.start and state in draft.knowledge.states
            return state if longer else None
    return None


def _place(draft: Draft, hit: Hit) -> None:
    surface = draft.text(hit.start, hit.end)
    if hit.kind in ("state", "organisation", "bloc"):
        draft.refer(hit.start, hit.end, (draft.owner(hit.keys[0], surface),), "name")
    elif hit.kind == "metonym" or (hit.kind == "capital" and acts(draft, hit)):
        draft.refer(hit.start, hit.end, (draft.owner(_governed(draft, hit), surface),), "metonym")
    elif hit.kind == "outlet":
        outlet = draft.knowledge.outlets[_nearest_outlet(draft, hit)]
        actor = draft.enter(f"organisation:{outlet.key}", outlet.name, "organisation", outlet.state, surface)
        draft.refer(hit.start, hit.end, (actor,), "name")
    elif hit.kind == "demonym":
        draft.refer(hit.start, hit.end, (draft.owner(hit.keys[0]),), "demonym")


def _governed(draft: Draft, hit: Hit) -> str:
    """The state of a capital, or the body seated there unless the article speaks of that state."""
    owner = owner_of(hit, draft.knowledge)
    seated = lexicon().seats.get(hit.keys[0])
    if seated is None or seated not in draft.knowledge.organisations:
        return owner
    named = any(other.kind in ("state", "demonym") and other.keys[0] == owner for other in draft.gazetteer.hits)
    return owner if named else seated


def _nearest_outlet(draft: Draft, hit: Hit) -> str:
    """Of outlets that share a name the one of the state said before it, else of a state the article speaks of."""
    said = look_left(draft.document, draft.gazetteer, draft.knowledge, hit.start).owner
    states = {key: draft.knowledge.outlets[key].state for key in hit.keys}
    ranked = sorted(hit.keys, key=lambda key: (states[key] != said, states[key] not in draft.people.states))
    return ranked[0]


def _is_known(draft: Draft, entity: Entity) -> bool:
    """Whether knowledge takes a name the model calls an organisation for something else, such as a conference."""
    inside = range(entity.start, entity.end)
    if any(draft.gazetteer.at(i, "occasion", "plan") for i in inside):
        return True
    place = draft.gazetteer.at(entity.start, "place", "capital")
    if place is not None and place.end >= entity.end:
        return True
    return any(institution_at(draft.document.lower, i) == entity.end - i for i in inside)


def _opens_dateline(draft: Draft, hit: Hit) -> bool:
    """ "ISLAMABAD: The premier": a capital before a colon or dash at the start of a line."""
    document = draft.document
    first = document.blocks[document.block_of[hit.start]].start
    return hit.start == first and document.words[hit.end : hit.end + 1] in tuple((mark,) for mark in LINE_MARKS)


def acts(draft: Draft, hit: Hit) -> bool:
    """Whether a capital stands for its government here: a subject, an owner, spoken to, or "with"/"by"/"between" it."""
    document = draft.document
    head = document.head_of(hit.start, hit.end)
    relation = document.deps[head]
    before = document.lower[hit.start - 1] if hit.start and relation != "conj" else ""
    if before in PLACE_CASES or before == "to" or _opens_dateline(draft, hit):
        return False
    while relation == "conj" and document.heads[head] != head:
        head = document.heads[head]
        relation = document.deps[head]
    if relation in ACTING or document.lower[hit.end : hit.end + 1] in (("'s",), ("'",)):
        return True
    if relation in SPOKEN_TO and document.lemmas[document.heads[head]] in lexicon().addressing:
        return True
    cases = {child.text.lower() for child in document.doc[head].children if child.dep_ == "case"}
    return not cases & PLACE_CASES and bool(cases & PARTY_CASES)
