"""Statements that another passes on: "Xinhua, citing an envoy, reported", "Tass quoted him", "said through"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.speech.chain import REPORTING, is_outlet, relation_of
from communique.reading.speech.source import Source, phrase_source
from communique.reading.speech.subject import find_source, quoted

if TYPE_CHECKING:
    from communique.reading.speech.chain import Passing
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene

PRESS = "/press-service"  # how the ids of press services end (see institutions.toml)
CONVEYING = frozenset({"say", "report", "announce", "express"})  # cues that hand on what a noun of speech holds


def passed_on(scene: Scene, draft: Draft, passings: tuple[Passing, ...]) -> Draft:
    """The draft with its innermost speaker, and `through` whom the words came."""
    cited = _cited(scene, draft, passings)
    if cited is not None:
        source = Source(cited.actors, (cited.reference,), cited.reference[0])
        return replace(draft, source=source, through=(draft.source,))
    relay = scene.document.heads[draft.anchor]
    agent = scene.child(relay, "obl:agent") if scene.document.lemmas[relay] in scene.lexicon.signs["relay"] else None
    if agent is not None and "as" in scene.cases(draft.anchor):
        quoting = phrase_source(scene, agent)
        return replace(draft, through=(quoting,)) if quoting is not None else draft
    if quoted(scene, draft.anchor) is not None:
        quoting = find_source(scene, scene.document.heads[draft.anchor])
        return replace(draft, through=(quoting,)) if quoting is not None else draft
    principal = _principal(scene, draft)
    if principal is not None:
        return replace(draft, source=principal, through=(draft.source,), on_behalf=True)
    return replace(draft, through=_mouthpieces(scene, draft))


def without_carriers(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Fold "she conveyed the minister's view that": the owner of the noun speaks, through who conveys it."""
    carriers = {inner.anchor: outer for outer in drafts for inner in drafts if _carries(outer, inner)}
    gone = {id(outer) for outer in carriers.values()}
    return tuple(
        replace(draft, through=(*draft.through, carriers[draft.anchor].source)) if draft.anchor in carriers else draft
        for draft in drafts
        if id(draft) not in gone
    )


def _carries(outer: Draft, inner: Draft) -> bool:
    """Whether the noun of the inner statement is what the outer cue hands on for someone else."""
    if outer.row.kind not in CONVEYING or set(outer.source.actors) & set(inner.source.actors):
        return False
    noun_first = outer.anchor < inner.anchor < outer.content[0] and outer.content == inner.content
    return noun_first or (outer.complement.coded is not None and outer.complement.head == inner.anchor)


def _cited(scene: Scene, draft: Draft, passings: tuple[Passing, ...]) -> Passing | None:
    """Whom an outlet cites for what it reports, in the same sentence and outside of the content.

    What reports and cites is an outlet even where the list of outlets does not know it.
    """
    verb = scene.document.lemmas[draft.anchor]
    outlet = draft.source.actors and all(
        is_outlet(scene, actor) or (verb == "report" and actor.startswith("organisation:"))
        for actor in draft.source.actors
    )
    if not outlet or verb not in REPORTING:
        return None
    passage = scene.passage(draft.anchor)
    start, end = draft.content
    near = (p for p in passings if p.group == "citing" and passage[0] <= p.phrase[0] < passage[1])
    outside = (p for p in near if not start <= p.phrase[0] < end)
    return next((p for p in outside if not set(p.actors) & set(draft.source.actors)), None)


def _mouthpieces(scene: Scene, draft: Draft) -> tuple[Source, ...]:
    """Spokespersons and outlets that a speaker uses: "said through a spokesperson"."""
    marks = scene.lexicon.signs["through"]
    named = (phrase_source(scene, c) for c in scene.children[draft.anchor] if marks & set(scene.cases(c)))
    return tuple(source for source in named if source is not None and relation_of(scene, source.actors) != "cited")


def _body_of(scene: Scene, source: Source) -> Source | None:
    """The body whose press service speaks: "the press service of | Chad's army", "the ministry | 's press service"."""
    if len(source.spans) != 1 or not all(actor.endswith(PRESS) for actor in source.actors):
        return None
    (start, end), lower = source.spans[0], scene.document.lower
    beside = scene.cast.covering(end + 1) if lower[end : end + 1] == ("of",) else None
    after = scene.cast.covering(end + 2) if lower[end : end + 2] == ("of", "the") else None
    before = scene.cast.covering(start - 2) if start > 1 and lower[start - 1] in ("'s", "'") else None
    body = next((r for r in (beside, after, before) if r is not None and r.form == "description"), None)
    if body is None or not all(actor.startswith("organisation:") for actor in body.actors):
        return None
    return Source(body.actors, ((body.start, body.end),), body.head)


def _principal(scene: Scene, draft: Draft) -> Source | None:
    """For whom a speaker speaks: "said on behalf of the league", "speaking on behalf of the league, she said"."""
    document = scene.document
    start, end = scene.passage(draft.anchor)
    if (body := _body_of(scene, draft.source)) is not None:
        return body
    for j in range(start, end - 3):
        inside = draft.content[0] <= j < draft.content[1]
        if inside or " ".join(document.lower[j : j + 3]) not in scene.lexicon.signs["behalf"]:
            continue
        at = j + 3 + (document.pos[j + 3] == "DET")
        reference = scene.cast.covering(at)
        near = document.heads[j + 1] == draft.anchor or document.heads[document.heads[j + 1]] == draft.anchor
        if near and reference is not None and reference.form != "demonym":
            source = Source(reference.actors, ((reference.start, reference.end),), reference.head)
            return source if not set(source.actors) & set(draft.source.actors) else None
    return None
