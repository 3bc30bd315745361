"""What came of a meeting: "collapsed", "agreed to reopen the tunnel", "without a joint statement", with its evidence.

An outcome is told by a verb whose subject is the meeting or its parties, in the same or the next sentence, or by
a phrase with "without" on the verb that carries the meeting. The words are in status.toml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, own_subjects, subjects
from communique.reading.events.kinds import load_kinds
from communique.reading.events.predicates import predicate_of
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.events.candidates import Candidate, Scene
    from communique.reading.events.folding import Folded
    from communique.records import Evidence

FAMILIES = ("contact", "conference", "mediation")
LONGEST = 25  # words of an outcome
CLAUSES = ("parataxis", "advcl", "acl:relcl")


def find_outcomes(scene: Scene, event: Folded) -> tuple[tuple[str, Evidence], ...]:
    """The outcomes of a contact that was held, in text order; () for other events."""
    leader = event.leader()
    if leader.kind.family not in FAMILIES or leader.status != "held":
        return ()
    actors = set(event.actors)
    spans = {span for mention in event.mentions for span in _of_mention(scene, mention, actors)}
    document = scene.document
    found = (document.evidence(*span) for span in sorted(spans))
    return tuple((document.article.quote(evidence), evidence) for evidence in found)


def _of_mention(scene: Scene, mention: Candidate, actors: set[str]) -> Iterator[tuple[int, int]]:
    doc = scene.document.doc
    trigger = doc[mention.token]
    predicate = predicate_of(trigger)
    for token in doc[mention.sentence[0] : _until(scene, mention)]:
        if token.pos_ in ("VERB", "AUX") and token.i != trigger.i and _is_outcome(scene, token, trigger, actors):
            yield _span(token)
    for anchor in {anchor.i: anchor for anchor in (trigger, predicate) if anchor is not None}.values():
        for child in anchor.children:
            if child.dep_.startswith(("obl", "nmod")) and case_of(child) == "without":
                yield child.left_edge.i, _end(child)


def _until(scene: Scene, mention: Candidate) -> int:
    """The end of the sentence after a mention's, if it is of the same paragraph."""
    end, document = mention.sentence[1], scene.document
    following = end < len(document.doc) and document.block_of[end] == document.block_of[mention.token]
    return int(document.doc[end].sent.end) if following else end


def _is_outcome(scene: Scene, verb: Any, trigger: Any, actors: set[str]) -> bool:
    words = load_kinds().outcome
    named = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if any(child.i == trigger.i for child in named):
        return word_in(verb, words.ending) is not None
    if any(child.lemma_.lower() in words.papers for child in named):
        return word_in(verb, words.issuing) is not None
    if word_in(verb, words.agreeing) is None or verb.i < trigger.i:
        return False
    own = own_subjects(verb) or (subjects(verb) if verb.dep_ == "conj" else [])
    who = {actor for token in own for reference in scene.cast.of(token) for actor in reference.actors}
    return bool(who) and (who <= actors or {scene.cast.actors[a].state for a in who} <= _states(scene, actors))


def _states(scene: Scene, actors: set[str]) -> set[str | None]:
    return {scene.cast.actors[actor].state for actor in actors} - {None}


def _span(verb: Any) -> tuple[int, int]:
    """From the verb (or its negation) to the end of what it governs; for a paper, with its name."""
    kinds = ("nsubj", "nsubj:pass") if word_in(verb, load_kinds().outcome.issuing) else ()
    first = [
        c.left_edge.i for c in verb.children if c.dep_ in (*kinds, "aux", "aux:pass") or c.lower_ in ("not", "n't")
    ]
    return min([verb.i, *first]), _end(verb)


def _end(token: Any) -> int:
    last = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ not in ("conj", "punct", "cc", *CLAUSES):
            last = max(last, _end(child) - 1)
    return int(min(last + 1, token.i + LONGEST))
