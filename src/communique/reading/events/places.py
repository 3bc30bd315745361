"""Where an event is: the place phrase that hangs on its predicate."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.knowledge.tables import read_table
from communique.reading.clauses import case_of, conjuncts
from communique.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.events.candidates import Scene

SIDELINES = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
WHERE = ("in", "at", "near", "outside", "inside", "within")


def place_of(scene: Scene, token: Any) -> Place | None:
    """The place that a noun phrase headed by `token` names, None if it names none.

    "the Indian capital" and "the French city of Nice" count; a state is a place where it stands for its land.
    """
    document, gazetteer, knowledge = scene.document, scene.gazetteer, scene.knowledge
    for member in conjuncts(token):
        hit = gazetteer.at(member.i, "capital", "place", "state", "metonym")
        if hit is None and document.lower[member.i] == "capital":
            owner = next((gazetteer.at(i, "demonym", "state") for i in _before(member)), None)
            state = knowledge.states.get(owner.keys[0]) if owner else None
            if state is not None and owner is not None and state.capital:
                evidence = document.evidence(owner.start, member.i + 1)
                return Place(_capital_name(scene, state.capital), state.iso3, "said", (evidence,), state.capital)
        if hit is None:
            inner = (h for part in _parts(member) if (h := gazetteer.at(part.i, "capital", "place")) is not None)
            hit = next((h for h in inner if not _wide(scene, h.keys[0])), None)
        if hit is None:
            unlisted = _premises(scene, member) or _unlisted(scene, member)
            if unlisted is not None:
                return unlisted
            continue
        evidence = document.evidence(hit.start, hit.end)
        key = hit.keys[0]
        if hit.kind == "metonym" and document.words[hit.start] not in _cities(scene, key):
            state = knowledge.states.get(key)
            if state is not None and state.capital:  # "at the Élysée": in the capital
                return Place(_capital_name(scene, state.capital), state.iso3, "capital", (evidence,), state.capital)
        if hit.kind in ("state", "metonym"):
            state = knowledge.states.get(key)
            return Place(state.name if state else key, key, "said", (evidence,), key)
        place = knowledge.places.get(key)
        name = place.name if place else document.article.quote(evidence)
        owner_state = knowledge.place_state(key)
        return Place(name, owner_state.iso3 if owner_state else None, "said", (evidence,), key)
    return None


def _wide(scene: Scene, key: str) -> bool:
    """Whether a place is a part of the world: in "the Africa Energy Summit" it says whose, and not where."""
    known = scene.knowledge.places.get(key)
    return known is not None and known.kind == "region" and known.state is None


def _parts(noun: Any) -> Iterator[Any]:
    """What describes a noun, and what describes that: of "the Oslo Peace Conference" also "Oslo", on "Peace"."""
    for child in noun.children:
        if child.dep_ in ("nmod", "appos", "flat", "compound"):
            yield child
            yield from (inner for inner in child.children if inner.dep_ == "compound")


def _unlisted(scene: Scene, token: Any) -> Place | None:
    """A place that only the name finder sees: by its name, in the state that follows it ("Mendoza, Argentina")."""
    document, gazetteer = scene.document, scene.gazetteer
    found = gazetteer.entity(token.i, "LOC")
    if found is None or any(gazetteer.at(i) is not None for i in range(found.start, found.end)):
        return None
    if any(scene.cast.covering(i) is not None for i in range(found.start, found.end)):
        return None
    beyond = found.end + 1 if document.lower[found.end : found.end + 1] == (",",) else -1
    hit = gazetteer.at(beyond, "state") if beyond > 0 else None
    start = found.start + (document.lower[found.start] == "the")
    evidence = document.evidence(start, found.end)
    return Place(document.article.quote(evidence), hit.keys[0] if hit else None, "said", (evidence,), None)


def _premises(scene: Scene, token: Any) -> Place | None:
    """ "Lusaka's airport", "a hotel in Lusaka": a building is where the place is whose it is."""
    if token.lemma_.lower() not in premises():
        return None
    owners = [
        child for child in token.children
        if child.dep_ in ("nmod:poss", "compound") or (child.dep_ == "nmod" and case_of(child) in (*WHERE, "of"))
    ]  # fmt: skip
    places = [place for owner in owners if (place := place_of(scene, owner)) is not None]
    return next((place for place in places if place.key is not None), places[0] if places else None)


@cache
def premises() -> frozenset[str]:
    """Nouns of buildings and grounds, from premises.tsv.

    Raises:
        KnowledgeError: the table is malformed.
    """
    return frozenset(noun for _, (noun,) in read_table(Path(__file__).parent / "premises.tsv", ("noun",)).rows)


def _there(scene: Scene, anchor: Any) -> Place | None:
    """ "Will hold talks there": the last city named before."""
    if not any(child.lower_ == "there" and child.dep_ == "advmod" for child in anchor.children):
        return None
    start = anchor.sent.start
    before = scene.document.doc[start - 1].sent.start if start else 0
    hits = (scene.gazetteer.at(i, "capital", "place") for i in range(anchor.i - 1, before - 1, -1))
    hit = next((hit for hit in hits if hit is not None), None)
    return place_of(scene, scene.document.doc[hit.start]) if hit is not None else None


def _stay(scene: Scene, anchor: Any) -> Place | None:
    """ "Was in Ankara for talks": the place that its parties are in for it."""
    head = anchor.head
    if case_of(anchor) != "for" or case_of(head) not in WHERE or not any(c.dep_ == "cop" for c in head.children):
        return None
    return place_of(scene, head)


def _where(scene: Scene, verb: Any) -> Place | None:
    """ "Malta, where they are to meet": the place before "where", whatever the clause hangs on."""
    for i in range(verb.i - 1, verb.sent.start, -1):
        if scene.document.pos[i] in ("VERB", "PUNCT"):
            return None
        if scene.document.lower[i] == "where":
            before = i - 2 if scene.document.words[i - 1] == "," else i - 1
            return place_of(scene, scene.document.doc[before]) if before >= verb.sent.start else None
    return None


def _cities(scene: Scene, state: str) -> tuple[str, ...]:
    known = scene.knowledge.states.get(state)
    return (_capital_name(scene, known.capital),) if known is not None and known.capital else ()


def _before(token: Any) -> list[int]:
    return list(range(token.i - 1, max(token.left_edge.i - 1, token.i - 4), -1))


def _capital_name(scene: Scene, key: str) -> str:
    place = scene.knowledge.places.get(key)
    return place.name if place else key


def place_among(scene: Scene, anchors: list[Any], cases: tuple[str, ...]) -> Place | None:
    """The first place in a phrase with one of these prepositions on an anchor, or on its "for the first time"."""
    inner = [child for anchor in anchors for child in anchor.children if child.lemma_ == "time" and child.i > anchor.i]
    for anchor in (*anchors, *inner):
        place = _where(scene, anchor) or _there(scene, anchor) or _stay(scene, anchor)
        if place is not None:
            return place
        for child in anchor.children:
            if child.dep_.split(":")[0] in ("obl", "nmod", "advmod") and case_of(child) in cases:
                place = place_of(scene, child)
                if place is not None:
                    return place
            place = _on_a_day(scene, child)
            if place is not None:
                return place
    return next((p for anchor in anchors if (p := _beside(scene, anchor)) is not None), None)


def _on_a_day(scene: Scene, token: Any) -> Place | None:
    """ "Set for Sunday in Malta": a place that the parse hangs on the day is the event's."""
    if not token.dep_.startswith("obl") or not any(
        token.i in range(*scene.document.span(time.evidence)) for time in scene.times
    ):
        return None
    below = (child for child in token.children if child.dep_ == "nmod" and case_of(child) in WHERE)
    return next((place for child in below if (place := place_of(scene, child)) is not None), None)


def _beside(scene: Scene, anchor: Any) -> Place | None:
    """ "On the sidelines of a summit in Malta": the place of what an event is beside."""
    for child in anchor.children:
        if child.lemma_.lower() not in SIDELINES or case_of(child) not in ("on", "at"):
            continue
        around = [token for token in child.subtree if token.i > child.i and case_of(token) in WHERE]
        found = next((p for token in around if (p := place_of(scene, token)) is not None), None)
        if found is not None:
            return found
    return None
