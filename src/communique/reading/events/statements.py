"""PLOVER codes of statements: an act of speaking ("denounced", "said it must leave") is told as a statement, not twice.

Runs between speech and events: the acts found at the cue of a statement give it its code and whom it is aimed at;
what is said with "must" is a demand, with "will not" a refusal.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import subjects
from communique.reading.events.act_frames import load_acts
from communique.reading.events.act_parties import acted_on, named
from communique.records import PloverCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.reading.events.candidates import Candidate, Scene
    from communique.records import Attribution

DEMANDING = frozenset({"must", "should", "ought"})
REFUSING = frozenset({"will", "would", "wo"})


def code_statements(
    scene: Scene, attributions: tuple[Attribution, ...], acts: Mapping[int, Candidate]
) -> tuple[Attribution, ...]:
    """The statements with their codes and targets; `acts` are the acts told, by the token that tells of each."""
    of_cue = Counter(said.cue for said in attributions)
    return tuple(_coded(scene, said, acts, alone=of_cue[said.cue] == 1) for said in attributions)


def _coded(scene: Scene, said: Attribution, acts: Mapping[int, Candidate], *, alone: bool) -> Attribution:
    """One statement with its code; where several share a cue, each being asked for something else, targets stay."""
    start, end = scene.document.span(said.cue)
    act = next((acts[i] for i in range(start, end) if i in acts), None)
    if act is not None:
        sides = (side.actor for side in act.sides if side.role not in ("actor", "party"))
        others = tuple(actor for actor in dict.fromkeys(sides) if actor not in said.speakers)
        targets = (others or said.targets) if alone else (said.targets or others)
        return replace(said, plover=act.kind.plover, targets=targets)
    if said.plover is not None or not said.speakers:
        return said
    for i in range(start, end):
        for clause in scene.document.doc[i].children:
            found = _modality(scene, said, clause) if clause.dep_ in ("ccomp", "parataxis") else None
            if found is not None:
                return found
    return said


def _modality(scene: Scene, said: Attribution, clause: Any) -> Attribution | None:
    """ "Said that Malta must leave" demands it of Malta; "said it would not accept" refuses."""
    modals = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    negated = any(child.lower_ in ("not", "n't", "never") for child in clause.children)
    about = [side for token in subjects(clause) for side in named(scene, token, "recipient")]
    others = tuple(dict.fromkeys(side.actor for side in about if side.actor not in said.speakers))
    if modals & DEMANDING and others and not negated:
        return replace(said, plover=PloverCode("REQUEST"), targets=said.targets or others)
    if modals & REFUSING and negated and about and not others:
        frame = load_acts().verbs["refuse"][-1]
        actors = [side for side in about if side.actor in said.speakers]
        recipients = tuple(dict.fromkeys(side.actor for side in acted_on(scene, clause, None, frame, actors)))
        return replace(said, plover=PloverCode("REJECT"), targets=said.targets or recipients)
    return None
