"""Statements whose only sign is a source phrase: "the talks were useful, according to the ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.bounds import trim
from communique.reading.speech.chain import is_outlet
from communique.reading.speech.draft import Complement, Draft
from communique.reading.speech.source import Source

if TYPE_CHECKING:
    from communique.reading.speech.chain import Passing
    from communique.reading.speech.scene import Scene, Span

MOST = 0.5  # share of the governed words that a statement must cover to be what the phrase is about


def find_reported(scene: Scene, drafts: tuple[Draft, ...], passings: tuple[Passing, ...]) -> tuple[Draft, ...]:
    """One draft for each passage that has a source and no speaker of its own; the innermost source speaks."""
    found: list[Draft] = []
    cuts = tuple(passing.phrase for passing in passings)
    done: set[Span] = set()
    ordered = sorted(passings, key=lambda p: (any(is_outlet(scene, a) for a in p.actors), p.phrase))
    for passing in ordered:
        passage = scene.passage(passing.phrase[0])
        if passage in done or (passing.group == "citing" and not is_leading(scene, passing, passings)):
            continue
        if _has_speaker(scene, passing, drafts) or not _proposition(scene, passing.governs):
            continue
        content = trim(scene, passing.governs, cuts)
        if content[1] - content[0] < 2:
            continue
        done.add(passage)
        row = scene.lexicon.verbs["report"][0]
        start = passing.phrase[0] + (scene.document.lower[passing.phrase[0]] == ",")
        source = Source(_holding(scene, passing, drafts), (passing.reference,), passing.reference[0])
        found.append(Draft(start, passing.cue, row, source, Complement(content, None)))
    return tuple(sorted(found, key=lambda draft: draft.anchor))


def is_leading(scene: Scene, passing: Passing, passings: tuple[Passing, ...]) -> bool:
    """Whether a "citing" phrase stands beside another source of the same passage, and so is the inner one."""
    passage = scene.passage(passing.phrase[0])
    return any(p is not passing and scene.passage(p.phrase[0]) == passage for p in passings)


def _proposition(scene: Scene, span: Span) -> bool:
    doc = scene.document.doc
    return any(doc[i].morph.get("VerbForm") == ["Fin"] for i in range(*span))


def _has_speaker(scene: Scene, passing: Passing, drafts: tuple[Draft, ...]) -> bool:
    """Whether the clause that the phrase governs has a speaker: a draft at its root, or one that covers most of it."""
    start, end = passing.governs
    for draft in drafts:
        if not start <= draft.anchor < end:
            continue
        opening = not any(_finite_verb(scene, j) for j in range(start, draft.anchor))
        if opening or _main(scene, draft.anchor) or draft.content[1] - draft.content[0] > MOST * (end - start):
            return True
    return False


def _finite_verb(scene: Scene, i: int) -> bool:
    document = scene.document
    return document.pos[i] in ("VERB", "AUX") and document.doc[i].morph.get("VerbForm") == ["Fin"] \
        and not (document.pos[i] == "AUX" and document.deps[i] != "cop")  # fmt: skip


def _main(scene: Scene, i: int) -> bool:
    """Whether a token is its sentence's predicate or is coordinated with it."""
    document = scene.document
    while document.deps[i] in ("conj", "parataxis") and document.heads[i] != i:
        i = document.heads[i]
    return document.heads[i] == i


def _holding(scene: Scene, passing: Passing, drafts: tuple[Draft, ...]) -> tuple[str, ...]:
    """Whose a passage is: of "in her view" the one who spoke in the sentence before."""
    document = scene.document
    start = scene.passage(passing.phrase[0])[0]
    if passing.group != "speaker" or document.pos[passing.reference[0]] != "PRON" or start == 0:
        return passing.actors
    before = scene.passage(start - 1)[0]
    near = (d for d in drafts if before <= d.anchor < start and document.block_of[d.anchor] == document.block_of[start])
    last = max(near, key=lambda d: d.anchor, default=None)
    return last.source.actors if last is not None else passing.actors
