"""All statements of one article: direct speech first, then reported speech, then what only a source phrase marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.speech.anyone import known
from communique.reading.speech.chain import find_asides, find_passings, is_outlet, links_of
from communique.reading.speech.direct import find_direct
from communique.reading.speech.indirect import find_indirect
from communique.reading.speech.lexicon import lexicon
from communique.reading.speech.polarity import act, denies, head_of, hedge
from communique.reading.speech.relay import passed_on, without_carriers
from communique.reading.speech.reported import find_reported
from communique.reading.speech.scene import Scene
from communique.reading.speech.status import kind_of, status_of
from communique.reading.speech.substance import is_statement
from communique.reading.speech.wide import find_wide
from communique.reading.speech.wording import cue_span, source_spans
from communique.reading.topics import find_topics
from communique.records import Attribution, Link, content_id

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.reading.speech.chain import Passing
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.quotes import Quote
    from communique.reading.speech.source import Source
    from communique.records import Mode, PloverCode, TimeExpression

ATTITUDES = frozenset({"believe", "express", "support", "agree", "promise", "accuse", "reject", "know"})
OWN_WORD = ATTITUDES | {"urge", "ask", "propose", "decide"}  # what one side holds or asks is said by who speaks for it
REPORTING = frozenset({"say", "emphasise", "claim", "announce", "express"})
TOLD = (REPORTING - {"express"}) | {"urge", "ask", "threaten", "propose", "suggest"}  # what one may say that one said


def look(document: Document, cast: Cast, knowledge: Knowledge) -> Scene:
    """An article as the rules of this room see it."""
    return Scene(document, cast, lexicon(), frozenset(knowledge.outlets))


def find_attributions(
    document: Document, cast: Cast, times: tuple[TimeExpression, ...], knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """Who said what, to whom, through whom: the attributions of an article in text order of their contents.

    A statement needs a speaker that is an actor of the cast, and a cue; quotation marks alone make none. Beside the
    statements stand the attributions that are none, marked as not `stated`.
    """
    scene = look(document, cast, knowledge)
    drafts, passings = _statements(scene)
    wide, others, all_passings = find_wide(scene, drafts)
    written = {said.id: said for said in (_write(wide, draft, (), all_passings, times) for draft in reversed(others))}
    written = {key: replace(said, stated=False) for key, said in written.items()}
    written |= {said.id: said for said in (_write(scene, draft, drafts, passings, times) for draft in reversed(drafts))}
    return tuple(sorted(written.values(), key=lambda said: (said.content, said.cue, said.id)))


def _statements(scene: Scene) -> tuple[tuple[Draft, ...], tuple[Passing, ...]]:
    passings = find_passings(scene)
    direct = find_direct(scene)
    taken = frozenset(draft.anchor for draft in direct)
    quoted = frozenset(draft.content for draft in direct)
    drafts = (
        *direct,
        *find_indirect(scene, taken, (*(passing.phrase for passing in passings), *find_asides(scene)), direct),
    )
    drafts = tuple(passed_on(scene, draft, passings) for draft in drafts if draft.direct or draft.content not in quoted)
    drafts = without_carriers(drafts)
    drafts = tuple(draft for draft in drafts if not _of_another(scene, draft, direct))
    stated = tuple(draft for draft in drafts if is_statement(scene, draft, passings))
    drafts = _without_echoes(scene, stated, drafts)
    return (*drafts, *find_reported(scene, drafts, passings)), passings


def sources(document: Document, cast: Cast, knowledge: Knowledge) -> dict[int, tuple[Link, ...]]:
    """For each token under a source phrase ("according to Xinhua, ...") the links it rests on, innermost first."""
    scene = look(document, cast, knowledge)
    found: dict[int, list[Link]] = {}
    for passing in find_passings(scene):
        for i in range(*passing.governs):
            for actor in passing.actors:
                link = Link(actor, passing.relation, document.evidence(*passing.reference))
                found.setdefault(i, []).append(link)
    return {i: tuple(links) for i, links in sorted(found.items())}


def _without_echoes(scene: Scene, drafts: tuple[Draft, ...], every: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Fold an attitude into what reports it: "she said she was angry at X" is one statement, an accusation.

    The outer statement takes the code and targets of an attitude that is its whole content (one of `every`, even if
    it says too little by itself); the inner one goes if the same actors hold it.
    """
    gone: set[int] = set()
    kept: list[Draft] = []
    relayed: dict[int, tuple[Source, ...]] = {}
    for draft in drafts:
        head = head_of(scene, draft)
        inner = next((d for d in (*drafts, *every) if d is not draft and d.anchor == head
                      and draft.content[0] <= d.anchor < draft.content[1]), None)  # fmt: skip
        handed = inner in drafts and inner is not None and _hands_on(scene, draft, inner)
        if inner is not None and (handed or _repeats(draft, inner) or _relays(draft, inner)):
            gone.add(id(draft))
            kept.append(draft)
            relayed[id(inner)] = (draft.source, *draft.through)
        elif inner is not None and draft.row.kind in REPORTING and _speaks_for(scene, draft, inner):
            plover = draft.row.plover or _offered(scene, inner)
            plover = plover or (inner.complement.coded or inner.row).plover or inner.row.plover
            targets = draft.complement.targets or inner.complement.targets
            kept.append(replace(draft, row=replace(draft.row, plover=plover),
                                complement=replace(draft.complement, targets=targets)))  # fmt: skip
        else:
            kept.append(draft)
        gone.update(id(d) for d in drafts if d is not draft and d.row.kind in OWN_WORD and not d.direct
                    and (_speaks_for(scene, draft, d) or (d is not inner and _same_side(scene, draft, d)))
                    and d.anchor != draft.anchor
                    and draft.content[0] <= d.anchor < draft.content[1])  # fmt: skip
    staying = ((k, relayed.get(id(d), ())) for k, d in zip(kept, drafts, strict=True) if id(d) not in gone)
    return tuple(replace(k, through=(*k.through, *above)) if above else k for k, above in staying)


def _offered(scene: Scene, inner: Draft) -> PloverCode | None:
    """The code of the support that one says one is ready to give: "was willing to support both sides"."""
    head = inner.complement.head
    if head is None or inner.row.kind != "promise" or inner.complement.coded is not None or scene.negated(inner.anchor):
        return None
    rows = scene.lexicon.verbs.get(scene.document.lower[head], ())
    return next((row.plover for row in rows if row.kind == "support" and len(row.words) == 1), None)


def _of_another(scene: Scene, draft: Draft, direct: tuple[Draft, ...]) -> bool:
    """Whether a pronoun in a quotation was taken for its speaker: "they want peace" is not said of oneself."""
    pronoun = all(scene.document.pos[start] == "PRON" for start, _ in draft.source.spans)
    if draft.direct or not pronoun or any(scene.is_sign("own", start) for start, _ in draft.source.spans):
        return False
    around = (d for d in direct if any(q.start <= draft.anchor < q.end for q in d.quotes))
    return any(set(d.source.actors) & set(draft.source.actors) for d in around)


def _repeats(outer: Draft, inner: Draft) -> bool:
    """Whether a speaker only says that they said it: "she said she had told them that"; the inner statement stands."""
    said = outer.row.kind in REPORTING and inner.row.kind in TOLD
    return said and outer.source.actors == inner.source.actors and not outer.direct


def _relays(outer: Draft, inner: Draft) -> bool:
    """Whether all that is said is that another said it: the inner statement stands, with the outer in its chain."""
    reports = REPORTING | {"report"}
    said = outer.row.kind in reports and inner.row.kind in REPORTING - {"express"} and not outer.direct
    return (
        said
        and "that" in inner.row.frames
        and inner.complement.coded is None
        and inner.content[0] < inner.content[1]
        and inner.content[1] >= outer.content[1]
    )


def _hands_on(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether an outlet only reports what another says, asks or holds: "state media said Lee had called for talks"."""
    outlets = bool(outer.source.actors) and all(is_outlet(scene, actor) for actor in outer.source.actors)
    whole = inner.content[0] < inner.content[1] and inner.content[1] >= outer.content[1]
    plain = outer.row.kind in REPORTING | {"report"} and not outer.direct and not outer.through
    return outlets and plain and whole and inner.row.kind in TOLD | ATTITUDES and bool(inner.source.actors)


def _speaks_for(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether the inner holder is the outer speaker or that speaker's own state."""
    states = {f"state:{scene.cast.actors[actor].state}" for actor in outer.source.actors}
    return set(inner.source.actors) <= set(outer.source.actors) | states


def _same_side(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether an official tells what their own government or its members hold: "the minister said Chad hoped to"."""
    if any(actor.startswith("unnamed:") or is_outlet(scene, actor) for actor in outer.source.actors):
        return False
    sides = {scene.cast.actors[actor].state for actor in (*outer.source.actors, *inner.source.actors)}
    return len(sides) == 1 and None not in sides


def _quotes(scene: Scene, draft: Draft) -> tuple[tuple[Quote, ...], Mode]:
    """The quotations in a content and its mode; quotation marks that only distance the writer do not count."""
    start, end = draft.content
    if draft.direct:
        return draft.quotes, "direct"
    inside = tuple(q for q in scene.quotes if start <= q.start and q.end <= end)
    spoken = [q for q in inside if not _scare(scene, q, draft.anchor)]
    if not spoken:
        return inside, "indirect"
    whole = len(spoken) == 1 and (spoken[0].start, spoken[0].end) == (start, end) and spoken[0].clause
    return inside, "direct" if whole else "mixed"


def _scare(scene: Scene, quote: Quote, cue: int) -> bool:
    before = range(max(0, quote.start - 3), quote.start - 1)
    return not quote.clause and any(scene.is_sign("scare", i) for i in before if i != cue)


def _before_comma(scene: Scene, start: int, end: int) -> int:
    """The end of a quotation without the comma that only leads over to its cue."""
    return end - 1 if end - 1 > start and scene.document.words[end - 1] == "," else end


def _write(
    scene: Scene,
    draft: Draft,
    drafts: tuple[Draft, ...],
    passings: tuple[Passing, ...],
    times: tuple[TimeExpression, ...],
) -> Attribution:
    """Put a draft into the record's terms: characters for tokens, with chain, polarity, hedge, topics and times."""
    document = scene.document
    quotes, mode = _quotes(scene, draft)
    start, end = draft.content
    content = document.evidence(start, _before_comma(scene, start, end) if mode == "direct" else end)
    plover, targets = act(scene, draft)
    doubt = hedge(scene, draft)
    passage = document.evidence(*scene.passage(draft.anchor))
    beside = tuple(n for n, time in enumerate(times) if passage.start <= time.evidence.start < passage.end
                   and not content.start <= time.evidence.start < content.end)  # fmt: skip
    return Attribution(
        id=content_id("said", document.article.id, str(content.start), str(content.end), *draft.source.actors),
        speakers=known(draft.source.actors),
        addressees=known(tuple(a for a in draft.complement.addressees if a not in draft.source.actors)),
        targets=known(tuple(a for a in targets if a not in draft.source.actors)),
        source=tuple(document.evidence(*span) for span in source_spans(scene, draft)),
        content=content,
        quotes=tuple(document.evidence(q.start, _before_comma(scene, q.start, q.end)) for q in quotes),
        mode=mode,
        cue=document.evidence(*cue_span(scene, draft)),
        polarity="denies" if denies(scene, draft) else "affirms",
        hedge=document.evidence(*doubt) if doubt is not None else None,
        plover=plover,
        topics=find_topics(document, *draft.content),
        chain=links_of(scene, draft, drafts, passings),
        times=beside,
        occasion=next((times[n].key for n in beside if times[n].form == "occasion"), None),
        kind=kind_of(draft),
        status=status_of(scene, draft),
    )
