"""What each event of an article is told before, after or during, where its article gives it no time of its own.

The ties of the text (`times.ties`) are between tokens; here they become ties between events, or between an event
and the time of a clause that tells of none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.reading.clauses import SUBJECT, case_of, clause_head
from communique.reading.events.clause_times import ClauseTimes
from communique.reading.events.timing import dates
from communique.reading.times.ties import OPPOSITE, ties, yields
from communique.records import Anchoring

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.reading.events.candidates import Scene
    from communique.reading.times.ties import Tie
    from communique.records import Telling

APART = ("before", "after", "following", "since", "until")  # what stands behind these is of another time
SOON = frozenset({"later", "afterwards", "afterward"})
NEAR = 120  # tokens between an event and what is told as later than it: own judgement, about a paragraph
TAKING_UP = frozenset({"it", "this", "that"})
POINTING = frozenset({"that", "this", "those", "these"})
CARRIED = ("obj", "nsubj", "nsubj:pass", "xcomp", "obl")  # where a clause's event stands beside its verb


def anchored(scene: Scene, told: Sequence[tuple[frozenset[int], Telling]]) -> tuple[Telling, ...]:
    """The tellings with what they stand beside; `told` has the trigger tokens of each one's mentions."""
    home = {token: telling for tokens, telling in told for token in tokens}
    beside: dict[str, list[Anchoring]] = {telling.id: [] for _, telling in told}
    if not told:
        return ()
    times = ClauseTimes(scene)
    found = tuple(ties(scene.document, scene.times))
    lent = _lent(scene, found, times)
    for tie in found:
        for telling, anchoring in _anchorings(scene, tie, home, lent, times):
            beside[telling.id].append(anchoring)
    others = (
        *_there(scene, home, times), *_taking_up(scene, home), *_within(scene, home), *_headed(scene, told),
        *_labelled(scene, home), *_next(scene, home),
    )  # fmt: skip
    for telling, anchoring in others:
        beside[telling.id].append(anchoring)
    return tuple(replace(telling, beside=tuple(dict.fromkeys(beside[telling.id]))) for _, telling in told)


def _lent(scene: Scene, found: Sequence[Tie], times: ClauseTimes) -> Mapping[int, int]:
    """The times that clauses without one of their own have from those told of the same day, by their tokens."""
    lent: dict[int, int] = {}
    for tie in (one for one in found if one.most == 0):
        told, other = scene.document.doc[tie.told], scene.document.doc[tie.beside]
        spot = times.of(_saying(told, times), other)
        if spot is not None and times.of(other, told) is None:
            lent[other.i] = spot
    return lent


def _saying(token: Any, times: ClauseTimes) -> Any:
    """What is said without a time of its own, and hangs on a saying that has one, is tied by that."""
    if token.dep_ == "ccomp" and times.of(token, token) is None:
        return token.head
    return token


def _anchorings(
    scene: Scene, tie: Tie, home: Mapping[int, Telling], lent: Mapping[int, int], times: ClauseTimes
) -> Iterator[tuple[Telling, Anchoring]]:
    """The tie seen from both of its events; the other side is its event's time, if its clause has one, or the event."""
    document = scene.document
    words = document.evidence(tie.start, tie.end)
    told, other = document.doc[tie.told], document.doc[tie.beside]
    events = _event_of(told, home), _event_of(other, home)
    if events[0] == events[1]:
        return  # one event, or none
    saying = _saying(told, times) if events[0] is None else told
    own = times.of(saying, other), times.of(other, told)
    spots = tuple(lent.get(token.i) if spot is None else spot for token, spot in zip((told, other), own, strict=True))
    takes_up = tie.relation == "during" and events[1] is None and _definite(other)
    if spots[1] is None and (takes_up or _points_back(other)):
        spots = spots[0], times.told_last(other.sent.start)
    relations = tie.relation, OPPOSITE[tie.relation]
    for mine, theirs, spot, relation in zip(events, reversed(events), reversed(spots), relations, strict=True):
        if mine is not None and (theirs is not None or spot is not None):
            target = None if spot is not None or theirs is None else theirs.id
            yield mine, Anchoring(relation, target, spot, tie.least, tie.most, words)


def _there(scene: Scene, home: Mapping[int, Telling], times: ClauseTimes) -> Iterator[tuple[Telling, Anchoring]]:
    """ "Will hold talks there": at what was told last of a place, or at the time told with it."""
    document = scene.document
    for token, telling in home.items():
        verb = clause_head(document.doc[token])
        there = next((one for one in verb.subtree if one.lower_ == "there" and one.dep_ == "advmod"), None)
        if there is None:
            continue
        placed = [i for i in home if i < verb.sent.start and home[i] is not telling and _somewhere(home[i])]
        last = max((i for i in placed if document.doc[i].sent.end == verb.sent.start), default=None)
        spot = times.told_last(verb.sent.start) if last is None else None
        if last is not None or spot is not None:
            target = None if last is None else home[last].id
            yield telling, Anchoring("during", target, spot, 0, 0, document.evidence(there.i, there.i + 1))


def _taking_up(scene: Scene, home: Mapping[int, Telling]) -> Iterator[tuple[Telling, Anchoring]]:
    """ "It was the first visit in years": the one told in the sentence before."""
    document = scene.document
    for token, telling in home.items():
        noun = document.doc[token]
        what = next((child for child in noun.children if child.dep_ == "nsubj" and child.lower_ in TAKING_UP), None)
        if what is None or not any(child.dep_ == "cop" for child in noun.children):
            continue
        same = [i for i, other in home.items() if other.kind == telling.kind and other is not telling]
        last = max((i for i in same if document.doc[i].sent.end == noun.sent.start), default=None)
        if last is not None:
            yield telling, Anchoring("during", home[last].id, None, 0, 0, document.evidence(what.i, what.i + 1))


def _within(scene: Scene, home: Mapping[int, Telling]) -> Iterator[tuple[Telling, Anchoring]]:
    """ "The talks ended with an accord": what an event's own clause tells of beside it is of its time."""
    for token, telling in home.items():
        noun = scene.document.doc[token]
        verb = noun.head
        if noun.pos_ != "NOUN" or noun.dep_ not in ("obj", "obl") or verb.pos_ != "VERB" or case_of(noun) in APART:
            continue
        event = next((child for child in verb.children if child.dep_ in SUBJECT and child.pos_ == "NOUN"), None)
        other = home.get(event.i) if event is not None else None
        if other is not None and other is not telling and yields(verb):
            words = scene.document.evidence(verb.i, verb.i + 1)
            yield telling, Anchoring("during", other.id, None, 0, 0, words)


def _headed(scene: Scene, told: Sequence[tuple[frozenset[int], Telling]]) -> Iterator[tuple[Telling, Anchoring]]:
    """What only a heading tells is of the time of what the body first tells of the same place."""
    document = scene.document
    body = [
        (min(tokens), telling) for tokens, telling in told
        if any(document.blocks[document.block_of[token]].line.kind == "body" for token in tokens)
    ]  # fmt: skip
    told_there = sorted((item for item in body if item[1].place is not None), key=lambda item: item[0])
    bodied = {telling.id for _, telling in body}
    for _, telling in told:
        if telling.id not in bodied and telling.place is not None:
            key = telling.place.key
            same = next((one for _, one in told_there if one.place is not None and one.place.key == key), None)
            if same is not None and same.status == telling.status:
                yield telling, Anchoring("during", same.id, None, 0, 0, telling.trigger)


def _next(scene: Scene, home: Mapping[int, Telling]) -> Iterator[tuple[Telling, Anchoring]]:
    """ "She was later received by Lee": without a time of its own, soon after what was told of her before."""
    document = scene.document
    for token, telling in home.items():
        verb = clause_head(document.doc[token])
        word = next((one for one in verb.children if one.lower_ in SOON and one.dep_ == "advmod"), None)
        if word is None or telling.times or telling.tense != "past" or any(True for _ in word.children):
            continue
        last = max((i for i in home if 0 < verb.sent.start - i < NEAR and _goes_before(home[i], telling)), default=None)
        if last is not None:
            yield telling, Anchoring("after", home[last].id, None, 0, 1, document.evidence(word.i, word.i + 1))


def _goes_before(one: Telling, other: Telling) -> bool:
    """Whether an event is told as past, with its time, of one of the parties of another."""
    shared = {party.actor for party in one.parties} & {party.actor for party in other.parties}
    return one is not other and bool(one.times and shared) and one.tense == "past"


def _labelled(scene: Scene, home: Mapping[int, Telling]) -> Iterator[tuple[Telling, Anchoring]]:
    """ "Thursday: the ministers met": the day that a line of a digest opens with is that of what it tells."""
    document = scene.document
    opening = {document.span(time.evidence)[0]: index for index, time in enumerate(scene.times) if dates(time)}
    for block in document.blocks:
        index = opening.get(block.start)
        if index is None or document.words[document.span(scene.times[index].evidence)[1] : block.end][:1] != (":",):
            continue
        for token, telling in home.items():
            if block.start <= token < block.end:
                yield telling, Anchoring("during", None, index, 0, 0, scene.times[index].evidence)


def _somewhere(telling: Telling) -> bool:
    return telling.place is not None or telling.occasion is not None


def _points_back(noun: Any) -> bool:
    """ "That trip", "this meeting": what was told in the sentence before."""
    return bool(noun.pos_ == "NOUN") and any(child.lower_ in POINTING for child in noun.children)


def _definite(noun: Any) -> bool:
    """ "During the visit": one told before, for all that it is no event of its own."""
    return bool(noun.pos_ == "NOUN") and any(child.lower_ == "the" for child in noun.children)


def _event_of(token: Any, home: Mapping[int, Telling]) -> Telling | None:
    """The event that a predicate or noun tells of: its own, or that of its object, subject or complement."""
    if token.i in home:
        return home[token.i]
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    for name in CARRIED:
        for child in token.children:
            if child.dep_ == name and (child.i in home or name == "xcomp"):
                found = _event_of(child, home)
                if found is not None:
                    return found
    return None
