"""Which of a document's times belong to an event: those that hang on its trigger or stand in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, clause_head
from communique.reading.events.kinds import load_kinds

if TYPE_CHECKING:
    from communique.reading.events.candidates import Scene

LINK_LIMIT = 12  # how far up the tree a time may hang; deeper ones belong to something else


def times_of(scene: Scene, trigger: Any) -> tuple[int, ...]:
    """Indices of the times of a trigger: those in its own phrase, else those of the clause it carries."""
    document = scene.document
    sentence = trigger.sent
    own: list[int] = []
    clause: list[int] = []
    head = clause_head(trigger)
    for index, time in enumerate(scene.times):
        if time.relation == "since" and not _opens_range(scene, index):
            continue  # "the first visit since 2015": no time of the visit
        start, end = document.span(time.evidence)
        if not sentence.start <= start < sentence.end or start >= end:
            continue
        anchor = document.doc[document.head_of(start, end)]
        path = _path(anchor)
        if trigger.i in path:
            between = path[: path.index(trigger.i)]
            if any(_tells_of_plan(document.doc[i], anchor) for i in between):
                continue
            if not any(_is_trigger(document.doc[i]) and i != anchor.i for i in between):
                own.append(index)
        elif _controlling(clause_head(anchor)).i == _controlling(head).i and _shares_clause(trigger, head):
            clause.append(index)
    dated = [i for i in own if scene.times[i].form not in ("length", "set") and not scene.times[i].approximate]
    return tuple(own) if dated else tuple(sorted({*own, *clause}))


def _tells_of_plan(verb: Any, time: Any) -> bool:
    """ "A visit put off in May": no time of the visit; "a visit planned for May" is."""
    plans = frozenset().union(*(words.verbs | words.particles.keys() for words in load_kinds().statuses))
    return verb.dep_ in ("acl", "acl:relcl") and verb.lemma_.lower() in plans and case_of(time) not in ("for", "to")


def _controlling(verb: Any) -> Any:
    """ "Is set to hold talks on Friday": the day may hang on either verb, and is of both."""
    while verb.dep_ == "xcomp" and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _opens_range(scene: Scene, index: int) -> bool:
    """Whether a "since" is the first half of a range, as in "from Monday to Wednesday"."""
    return any(time.relation == "until" and time.anchor_index == index for time in scene.times[index + 1 : index + 2])


def _path(token: Any) -> list[int]:
    path = [token.i]
    while token.head.i != token.i and len(path) < LINK_LIMIT:
        token = token.head
        path.append(token.i)
    return path


def _is_trigger(token: Any) -> bool:
    kinds = load_kinds()
    lemma = token.lemma_.lower()
    return lemma in (kinds.verbs if token.pos_ == "VERB" else kinds.nouns)


def _shares_clause(trigger: Any, head: Any) -> bool:
    """A noun takes the clause's time unless it only names the purpose, cause or background of what is told."""
    if trigger.i == head.i:
        return True
    if trigger.dep_ in ("obj", "nsubj", "nsubj:pass", "root", "ROOT"):
        return True
    return trigger.dep_ == "obl" and case_of(trigger) in ("in", "at", "during", "on", "with")
