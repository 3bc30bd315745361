"""From triggers to candidates: verbs and nouns that kinds.toml names, with what stands around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import (
    case_of,
    clause_head,
    inherited_subjects,
    is_passive,
    objects,
    obliques,
    phrases_after,
    possessors,
    subjects,
)
from communique.reading.events.candidates import Candidate, Scene, Side, can_take_part, sides_of
from communique.reading.events.kinds import Kind, NounFrame, VerbFrame, load_kinds
from communique.reading.events.places import WHERE, place_among, place_of
from communique.reading.events.status import predicate_of, status_of
from communique.reading.events.timing import times_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.knowledge.model import Hit

TOGETHER = ("between", "with", "among", "alongside", "from")
SIDE_EVENT = ("during", "at", "in", "after", "following", "before", "since", "ahead")
TAKEN = frozenset({"obj", "obl", "nmod", "iobj"})
DEMONSTRATIVE = frozenset({"the", "this", "that", "these", "those"})


def find_candidates(scene: Scene) -> Iterator[Candidate]:
    """Every mention of an event in the document's prose, in text order."""
    kinds = load_kinds()
    for sentence in scene.document.sentences():
        for token in sentence:
            lemma = token.lemma_.lower()
            if token.pos_ == "VERB" and lemma in kinds.verbs:
                yield from _first(_verb_candidate(scene, token, frame) for frame in kinds.verbs[lemma])
            elif token.pos_ in ("NOUN", "PROPN") and lemma in kinds.nouns:
                yield from _first(_noun_candidate(scene, token, frame) for frame in kinds.nouns[lemma])
            candidate = _at_occasion(scene, token)
            if candidate is not None:
                yield candidate


def _first(candidates: Iterator[Candidate | None]) -> Iterator[Candidate]:
    for candidate in candidates:
        if candidate is not None:
            yield candidate
            return


def _verb_candidate(scene: Scene, verb: Any, frame: VerbFrame) -> Candidate | None:
    kind = load_kinds().kinds[frame.kind]
    if not _phrase_fits(verb, frame) or _carried_out(verb, frame):
        return None
    slots = {source: sides_of(scene, _slot(scene, verb, source), kind.role, kind.people) for source in frame.parties}
    if "subj" in slots and not slots["subj"]:
        slots["subj"] = _name_before(scene, verb, kind)
    others = [
        s for source in frame.others for s in sides_of(scene, _slot(scene, verb, source), frame.other_role, False)
    ]
    if frame.both and len({side.actor for found in slots.values() for side in found}) < 2:
        return None
    sides = tuple(side for found in slots.values() for side in found) + tuple(others)
    if frame.people and not _between_people(sides):
        return None
    if frame.others and not others:
        return None
    place = None
    for source in frame.place:
        tokens = objects(verb) if source == "obj" else obliques(verb, source)
        place = place or next((p for t in tokens if (p := place_of(scene, t))), None)
    if kind.needs_place and place is None:
        return None
    occasion = None
    if frame.occasion:
        tokens = [t for source in frame.occasion for t in _slot(scene, verb, source)]
        occasion = next(
            (scene.gazetteer.at(t.i, "occasion") for t in tokens if scene.gazetteer.at(t.i, "occasion")), None
        )
        if occasion is None:
            return None
    place = place or place_among(scene, [verb, *objects(verb)], WHERE)
    found = _candidate(scene, kind, verb, sides, place, _edition_or_series(occasion))
    return replace(found, generic=False)


def _name_before(scene: Scene, verb: Any, kind: Kind) -> list[Side]:
    """ "Lee arrived": the name right before a finite verb, where the parser gave the verb no subject."""
    i = verb.i - 1
    while i > verb.sent.start and scene.document.pos[i] in ("AUX", "ADV", "PART"):
        i -= 1
    reference = scene.cast.covering(i)
    if reference is None or reference.end != i + 1 or reference.form == "demonym" or is_passive(verb):
        return []
    if verb.morph.get("VerbForm") not in (["Fin"], ["Part"]) or scene.document.deps[reference.head] in TAKEN:
        return []
    actors = [actor for actor in reference.actors if can_take_part(scene, actor, kind.people)]
    return [Side(actor, kind.role, reference.start, reference.end) for actor in actors]


def _slot(scene: Scene, verb: Any, source: str) -> list[Any]:
    if source == "subj":
        found = subjects(verb)
        if found and not any(scene.cast.of(token) for token in found):
            # "hinted at the prospect of visiting": the subject of what governs the noun
            noun = found[0]
            if noun.i == verb.head.i and noun.head.i != noun.i:
                return subjects(clause_head(noun))
        return found
    return objects(verb) if source == "obj" else obliques(verb, source)


def _phrase_fits(verb: Any, frame: VerbFrame) -> bool:
    """Whether the verb stands with the object, infinitive or modifier that its frame asks for."""
    if frame.object and not any(
        member.lemma_.lower() in frame.object for token in objects(verb) for member in _members(token)
    ):
        return False
    if frame.infinitive and not any(
        child.dep_ in ("xcomp", "ccomp", "advcl") and child.lemma_.lower() in frame.infinitive
        for child in verb.children
    ):
        return False
    return not frame.modifier or any(token.lower_ in frame.modifier for token in verb.subtree)


def _carried_out(verb: Any, frame: VerbFrame) -> bool:
    """ "Agreed to reopen embassies": the reopening is what the agreement says, not an event beside it."""
    node = verb
    while node.dep_ == "conj" and node.head.i != node.i:
        node = node.head
    over = load_kinds().verbs.get(node.head.lemma_.lower(), ())
    return node.dep_ in ("xcomp", "ccomp", "advcl") and any(
        other.kind == frame.kind and verb.lemma_.lower() in other.infinitive for other in over
    )


def _members(token: Any) -> Iterator[Any]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _members(child)


def _between_people(sides: tuple[Side, ...]) -> bool:
    """Hosting and welcoming is a meeting only between people: "welcomed the proposal" is none."""
    people = {side.actor for side in sides if side.actor.startswith(("person:", "office:", "unnamed:"))}
    return len(people) > 1


def _noun_candidate(scene: Scene, noun: Any, frame: NounFrame) -> Candidate | None:
    kind = load_kinds().kinds[frame.kind]
    if frame.modifier and not any(child.lower_ in frame.modifier for child in noun.children if child.i < noun.i):
        return None
    if scene.gazetteer.at(noun.i, "occasion", "plan") is not None and kind.family != "conference":
        return None
    if noun.dep_ in ("compound", "amod"):
        return None  # "peace talks venue": the noun only describes another
    predicate = predicate_of(noun)
    sides = _noun_sides(scene, noun, predicate, kind)
    anchors = [noun] if predicate is None else [noun, predicate]
    if predicate is not None and noun.dep_.startswith("nsubj") and predicate.lemma_ not in load_kinds().taking_place:
        anchors = [noun]  # "the talks addressed the war in X" says nothing of where they were
    following = [head for case, head in phrases_after(noun) if case in (*kind.towards, *WHERE)]
    place = place_among(scene, [noun], kind.towards) or place_among(scene, anchors, WHERE)
    place = place or next((p for head in following if (p := place_of(scene, head))), None)
    if kind.family == "visit" and place is None and predicate is not None:
        place = place_among(scene, [predicate], ("to",))
    occasion = _occasion(scene, noun, kind)
    if kind.needs_occasion and occasion is None:
        return None
    found = _candidate(scene, kind, noun, tuple(sides), place, occasion)
    return replace(found, generic=frame.generic and _unspecific(noun, predicate))


def _occasion(scene: Scene, noun: Any, kind: Kind) -> str | None:
    if kind.family != "conference":
        return None
    return _edition_or_series(scene.gazetteer.at(noun.i, "occasion"))


def _edition_or_series(hit: Hit | None) -> str | None:
    """The key of an occasion named: one edition where only one is meant, else the series."""
    if hit is None:
        return None
    return hit.keys[0] if len(hit.keys) == 1 else hit.keys[0].split("/")[0]


def _unspecific(noun: Any, predicate: Any | None) -> bool:
    """ "Expanded trade deals", "joint exercises": no determiner, no light verb that tells of one."""
    determined = any(child.dep_ in ("det", "nmod:poss", "nummod") for child in noun.children)
    return not determined and predicate is None


def _noun_sides(scene: Scene, noun: Any, predicate: Any | None, kind: Kind) -> list[Side]:
    """Parties of a noun: its own phrases first, then the subject of its light verb, then the clause it stands in."""
    cases = ("by", "of") if kind.people else (*TOGETHER, "of", "by")
    following = [head for case, head in phrases_after(noun) if case in cases]
    phrases = {token.i: token for token in [*possessors(noun), *obliques(noun, *cases), *following]}
    own = sides_of(scene, list(phrases.values()), kind.role, kind.people)
    if kind.family == "contact":  # "a meeting of the alliance" is one of its members, not with it
        own = [side for side in own if not side.actor.startswith("organisation:") or "/" in side.actor]
    own += sides_of(scene, [child for child in noun.children if child.dep_ == "nsubj"], kind.role, kind.people)
    if kind.symmetric and not own:
        own += _adjective_states(scene, noun, kind.role)
    if predicate is not None:
        carrying = noun.dep_ in ("obj", "obl")
        if carrying and not (kind.people and own):
            own += _subject_sides(scene, predicate, kind)
        if kind.symmetric:
            own += sides_of(scene, obliques(predicate, "with", "between"), kind.role, kind.people)
    if len({side.actor for side in own}) < kind.parties or (kind.people and not own):
        governor = clause_head(noun)
        beside = case_of(noun) in (*SIDE_EVENT, "for", "on") or (noun.dep_ == "nmod" and not own)
        if beside and governor.i != noun.i:
            own += _subject_sides(scene, governor, kind)
        if kind.people and not own:
            own += _main_subject(scene, noun, kind)
    return sorted(own, key=lambda side: side.start)


def _main_subject(scene: Scene, noun: Any, kind: Kind) -> list[Side]:
    """ "Lee ended a tour that included visits to Malta": who acts in the main clause, where no nearer one does."""
    node, climbed = noun, 0
    while node.head.i != node.i and climbed < 6:
        node, climbed = node.head, climbed + 1
        if node.pos_ in ("VERB", "AUX"):
            sides = sides_of(scene, subjects(node), kind.role, kind.people)
            if sides:
                return sides
    return []


def _subject_sides(scene: Scene, verb: Any, kind: Kind) -> list[Side]:
    """Who carries a light verb; where that is itself an event's noun ("the visit includes talks"), its people."""
    found = subjects(verb) or inherited_subjects(verb)
    sides = sides_of(scene, found, kind.role, kind.people) or _name_before(scene, verb, kind)
    if not sides:
        sides = sides_of(scene, [p for token in found for p in possessors(token)], kind.role, kind.people)
    return sides


def _adjective_states(scene: Scene, noun: Any, role: str) -> list[Side]:
    """ "US-China talks", "the Russian-Ukrainian negotiations": two states before the noun are its parties."""
    left = noun.left_edge.i
    hits = [h for i in range(left, noun.i) if (h := scene.gazetteer.at(i, "demonym", "state")) and h.start == i]
    if len(hits) < 2:
        return []
    actors = [(f"state:{hit.keys[0]}", hit) for hit in hits]
    return [Side(actor, role, hit.start, hit.end) for actor, hit in actors if actor in scene.cast.actors]


def _at_occasion(scene: Scene, token: Any) -> Candidate | None:
    """ "At the Munich Security Conference, he said": whoever speaks or acts at an occasion takes part in it."""
    hit = scene.gazetteer.at(token.i, "occasion")
    if hit is None or token.i != scene.document.head_of(hit.start, hit.end) or token.dep_ not in ("obl", "nmod"):
        return None
    if case_of(token) not in ("at", "during", "in", "on"):
        return None
    kind = load_kinds().kinds["conference"]
    series = scene.knowledge.occasions_of(hit.keys[0].split("/")[0])
    if not any(edition.kind in ("summit", "forum") for edition in series):
        return None
    verb = clause_head(token)
    if verb.pos_ != "VERB" or verb.i == token.i:
        return None
    acting = [*subjects(verb), *(obliques(verb, "to", "with") or [])]
    sides = sides_of(scene, acting, kind.role, people=True)
    if not sides:
        return None
    return _candidate(
        scene, kind, token, tuple(sides), place_among(scene, [token, verb], WHERE), _edition_or_series(hit)
    )


def _equates(noun: Any) -> bool:
    """Whether a clause only says what an event told before is: "the visit marks", "the talks were"."""
    verb = noun if noun.dep_ == "ROOT" else noun.head
    if noun.dep_ != "ROOT" and verb.lemma_.lower() not in ("be", "represent", "mark", "constitute", "become"):
        return False
    kinds = load_kinds()
    named = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(child.lemma_.lower() in kinds.nouns or child.lower_ in ("it", "this", "that") for child in named)


def _candidate(
    scene: Scene, kind: Kind, trigger: Any, sides: tuple[Side, ...], place: Any, occasion: str | None
) -> Candidate:
    status, strength, tense = status_of(trigger, kind.family)
    sentence = trigger.sent
    bare = trigger.pos_ != "VERB" and any(
        child.lower_ in DEMONSTRATIVE or child.dep_ == "nmod:poss" for child in trigger.children
    )
    document = scene.document
    words = {child.lower_ for child in trigger.children if child.i < trigger.i} if trigger.pos_ != "VERB" else set()
    series = frozenset(group for word, group in load_kinds().series.items() if word in words)
    if trigger.dep_ in ("obj", "ROOT", "xcomp") and _equates(trigger):
        series, bare = frozenset(), True  # "this meeting was their first in years": one event, not another
    heading = document.blocks[document.block_of[trigger.i]].line.kind != "body"
    return Candidate(
        kind, trigger.i, sides, place, occasion, times_of(scene, trigger), status, strength, tense, bare,
        (sentence.start, sentence.end), False, series, heading,
    )  # fmt: skip
