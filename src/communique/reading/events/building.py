"""What verbs, nouns and occasions have in common: a candidate around a trigger, with its status and times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, inherited_subjects, is_passive, possessors, subjects
from communique.reading.events.candidates import BARE, CUED, Candidate, Side, can_take_part, sides_of
from communique.reading.events.governing import noun_cues
from communique.reading.events.kinds import load_kinds
from communique.reading.events.predicates import still_to_come
from communique.reading.events.standins import is_standin
from communique.reading.events.status import status_of
from communique.reading.events.timing import times_of
from communique.records import Place

if TYPE_CHECKING:
    from communique.knowledge.model import Hit
    from communique.reading.events.candidates import Scene
    from communique.reading.events.kinds import Kind

TAKEN = frozenset({"obj", "obl", "nmod", "iobj"})
DEMONSTRATIVE = frozenset({"the", "this", "that", "these", "those"})
EQUATING = frozenset({"be", "represent", "mark", "constitute", "become"})


def build(
    scene: Scene, kind: Kind, trigger: Any, sides: tuple[Side, ...], place: Place | None, occasion: str | None,
    *, generic: bool = False, told_by: Any | None = None,
) -> Candidate:  # fmt: skip
    """A candidate with what its trigger tells. `told_by` is the verb that tells it, where the trigger is none."""
    status, strength, tense = status_of(told_by or trigger, kind.family)
    if told_by is not None and status == "held" and "planned" in noun_cues(trigger, kind.family):
        status, strength, tense = "planned", CUED, "future"  # "proposed a meeting at the upcoming summit"
    sentence = trigger.sent
    document = scene.document
    heading = document.blocks[document.block_of[trigger.i]].line.kind != "body"
    times = times_of(scene, trigger)
    if status == "held" and not heading and strength == BARE and _to_come(scene, told_by or trigger, times):
        status, strength, tense = "planned", CUED, "future"
    anaphoric = trigger.pos_ != "VERB" and any(
        child.lower_ in DEMONSTRATIVE or child.dep_ == "nmod:poss" for child in trigger.children
    )
    words = {child.lower_ for child in trigger.children if child.i < trigger.i} if trigger.pos_ != "VERB" else set()
    series = frozenset(group for word, group in load_kinds().series.items() if word in words) or _of_before(trigger)
    if trigger.dep_ in ("obj", "ROOT", "xcomp") and _equates(trigger):
        series, anaphoric = frozenset(), True  # "this meeting was their first in years": one event, not another
    real = tuple(side for side in sides if not is_standin(side.actor))
    sides = (
        real if kind.symmetric and len({side.actor for side in real}) >= kind.parties else sides
    )  # "after their talks, A and B"
    place = place or _usual_place(scene, occasion, trigger)
    generic = generic or any(scene.times[index].form == "set" for index in times)  # "meets her every May"
    background = trigger.pos_ != "VERB" and case_of(trigger) in ("after", "since")
    return Candidate(
        kind, trigger.i, sides, place, occasion, times, status, strength, tense, anaphoric,
        (sentence.start, sentence.end), generic, series, heading, background,
    )  # fmt: skip


def _of_before(trigger: Any) -> frozenset[str]:
    """ "Last met in May", "had met twice before": a verb that tells of an event before the one the article is about."""
    table = load_kinds()
    said = {child.lower_ for child in trigger.children if child.dep_ == "advmod"}
    return table.before if trigger.pos_ == "VERB" and said & table.earlier else frozenset()


def _to_come(scene: Scene, trigger: Any, times: tuple[int, ...]) -> bool:
    """Whether the present tense tells of what is to come, by the times told beside it."""
    said = [scene.times[index] for index in times]
    dated = any(
        (time.form == "weekday" or (time.form == "calendar" and time.year is None and time.day is not None))
        and time.direction >= 0 and time.relation != "since"
        for time in said
    )  # fmt: skip
    ahead = any(time.direction > 0 or (time.form == "shift" and (time.amount or 0) > 0) for time in said)
    return still_to_come(trigger, dated=dated, ahead=ahead)


def _usual_place(scene: Scene, occasion: str | None, trigger: Any) -> Place | None:
    """Where a named occasion always is, or where the one edition named was; None for one that travels."""
    if occasion is None:
        return None
    known = scene.knowledge.occasions.get(occasion)
    editions = (known,) if known is not None else scene.knowledge.occasions_of(occasion)
    places = {edition.place for edition in editions}
    key = places.pop() if len(places) == 1 else None
    place = scene.knowledge.places.get(key) if key is not None else None
    if place is None:
        return None
    hit = scene.gazetteer.at(trigger.i, "occasion")
    span = (hit.start, hit.end) if hit is not None else (trigger.i, trigger.i + 1)
    return Place(place.name, place.state, "said", (scene.document.evidence(*span),), place.key)


def _equates(noun: Any) -> bool:
    """Whether a clause only says what an event told before is: "the visit marks", "the talks were"."""
    verb = noun if noun.dep_ == "ROOT" else noun.head
    if noun.dep_ != "ROOT" and verb.lemma_.lower() not in EQUATING:
        return False
    kinds = load_kinds()
    named = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(child.lemma_.lower() in kinds.nouns or child.lower_ in ("it", "this", "that") for child in named)


def name_before(scene: Scene, verb: Any, kind: Kind) -> list[Side]:
    """ "Lee arrived": the name right before a finite verb, where the parser gave the verb no subject."""
    i = verb.i - 1
    while i > verb.sent.start and scene.document.pos[i] in ("AUX", "ADV", "PART"):
        i -= 1
    reference = scene.cast.covering(i)
    if reference is None or reference.end != i + 1 or reference.form == "demonym" or is_passive(verb):
        return []
    bound = verb.i > 1 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).lemma_ == "be"  # "they are to meet"
    if not (bound or verb.morph.get("VerbForm") in (["Fin"], ["Part"])) or scene.document.deps[reference.head] in TAKEN:
        return []
    actors = [actor for actor in reference.actors if can_take_part(scene, actor, kind.people)]
    return [Side(actor, kind.role, reference.start, reference.end) for actor in actors]


def subject_sides(scene: Scene, verb: Any, kind: Kind) -> list[Side]:
    """Who carries a light verb; where that is itself an event's noun ("the visit includes talks"), its people."""
    found = subjects(verb) or inherited_subjects(verb)
    sides = sides_of(scene, found, kind.role, kind.people) or name_before(scene, verb, kind)
    if not sides:
        sides = sides_of(scene, [p for token in found for p in possessors(token)], kind.role, kind.people)
    return sides


def edition_or_series(hit: Hit | None) -> str | None:
    """The key of an occasion named: one edition where only one is meant, else the series."""
    if hit is None:
        return None
    return hit.keys[0] if len(hit.keys) == 1 else hit.keys[0].split("/")[0]
