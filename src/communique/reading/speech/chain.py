"""Where a passage comes from: "according to X", "as reported by X", "citing X"; and the chain of who passed what on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reading.speech.anyone import known
from communique.reading.speech.scene import EDGES
from communique.records import Link

if TYPE_CHECKING:
    from communique.reading.cast import Reference
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene, Span
    from communique.records import Relation

NAMED_WITHIN = 8  # words after "according to" in which its actor must begin
ORGAN_WORDS = 2  # nouns after an outlet's name that say what it is: "the Kyodo | news agency | reported"
LEFT_AFTER = 5  # words that may follow the closing verb, such as a day
REPORTING = frozenset({"report", "say", "write", "announce", "add"})
RANK: dict[str, int] = {"conveyed": 0, "cited": 1, "reported": 2}
POSITIONS = frozenset({"support", "reject", "deny", "accuse"})  # cues that answer what another said
BOUNDARY = EDGES - {"-"}


@dataclass(frozen=True, slots=True)
class Passing:
    """A phrase that names where a passage comes from: its tokens, the actors, how they pass it on, what it governs.

    `group` is "source", "citing" or "speaker" (see signs.tsv); `cue` are the words that say so, without the name.
    """

    phrase: Span
    actors: tuple[str, ...]
    relation: Relation
    group: str
    governs: Span
    reference: Span
    cue: Span


def find_passings(scene: Scene) -> tuple[Passing, ...]:
    """All source phrases that name an actor, in text order."""
    phrases = scene.lexicon.phrases("source", "citing", "speaker")
    openings = frozenset(words[0] for _, words in phrases)
    lower = scene.document.lower
    found: list[Passing] = []
    i = 0
    while i < len(lower):
        if lower[i] not in openings:
            i += 1
            continue
        match = next(((g, w) for g, w in phrases if lower[i : i + len(w)] == w), None)
        passing = _passing(scene, i, *match) if match is not None else None
        if passing is None:
            i += 1
            continue
        found.append(passing)
        i = max(i + 1, passing.reference[1])
    beside = (_opening, _closing, _view)
    found += [p for r in scene.cast.references if (p := next((p for f in beside if (p := f(scene, r))), None))]
    return tuple(sorted(found, key=lambda p: (p.phrase, p.actors)))


def _view(scene: Scene, reference: Reference) -> Passing | None:
    """ "In his view", "in the minister's words": a possessive before a noun that says whose view the sentence is."""
    lower = scene.document.lower
    start, at = reference.start, reference.end
    at += lower[at : at + 1] in (("'s",), ("'",))
    if start == 0 or lower[start - 1] != "in" or at >= len(lower) or not scene.is_sign("view", at):
        return None
    return _placed(scene, start - 1, at + 1, reference, "speaker", (start - 1, at + 1))


def _opening(scene: Scene, reference: Reference) -> Passing | None:
    """ "As CNN reported on Monday, ...": an outlet's report that opens a sentence and governs the rest of it."""
    lower = scene.document.lower
    start, end = scene.passage(reference.start)
    at, verb = reference.start - 1, _after_bracket(scene, reference.end, end)
    at -= at > start and lower[at] == "the"
    verb += verb < end and (lower[verb] in ("has", "had", "have"))
    if at != start or lower[at] != "as" or verb >= end or scene.document.lemmas[verb] not in REPORTING:
        return None
    stop = next((j for j in range(verb, end) if lower[j] in BOUNDARY), end)
    if stop - verb > LEFT_AFTER or stop >= end or not any(is_outlet(scene, actor) for actor in reference.actors):
        return None
    span = (reference.start, reference.end)
    return Passing((at, stop), reference.actors, "reported", "source", (stop + 1, end), span, (verb, verb + 1))


def _closing(scene: Scene, reference: Reference) -> Passing | None:
    """An outlet that closes a sentence with its report: "..., the state news agency Anadolu reported on Monday"."""
    lower, lemmas = scene.document.lower, scene.document.lemmas
    start, end = scene.passage(reference.start)
    verb = _after_bracket(scene, reference.end, end)
    while verb < end and scene.document.pos[verb] == "NOUN" and verb < reference.end + ORGAN_WORDS:
        verb += 1
    if verb >= end or lemmas[verb] not in REPORTING or not any(is_outlet(scene, actor) for actor in reference.actors):
        return None
    comma = next(
        (j for j in range(reference.start, max(start, reference.start - NAMED_WITHIN), -1) if lower[j] == ","), None
    )
    stop = next((j for j in range(verb, end) if lower[j] in BOUNDARY), end)
    if (
        comma is None
        or comma <= start
        or lower[stop + 1 : stop + 2] in (("citing",), ("quoting",))
        or stop - verb > LEFT_AFTER
        or "that" in lower[verb:stop]
    ):
        return None
    span = (reference.start, reference.end)
    return Passing((comma, stop), reference.actors, "reported", "source", (start, comma), span, (verb, verb + 1))


def _passing(scene: Scene, i: int, group: str, words: tuple[str, ...]) -> Passing | None:
    end = scene.passage(i)[1]
    if i and scene.document.deps[i - 1] == "aux:pass" and "as" in scene.document.lower[i:end]:
        return None  # "was quoted by X as saying": the verb of a clause of its own
    reference = _named(scene, i + len(words), end)
    if reference is None or (len(words) == 1 and reference.start > i + 2):
        return None
    reference = _last_named(scene, reference, end)
    stop = _after_bracket(scene, reference.end, end)
    while stop < end and scene.document.lower[stop] not in BOUNDARY and stop not in scene.quote_at:
        if scene.document.lower[stop] == "that" and scene.document.deps[stop] != "det":
            break  # "said in a statement carried by Xinhua | that"
        stop += 1
    return _placed(scene, i, stop, reference, group, (i, i + len(words)))


def _placed(scene: Scene, i: int, stop: int, reference: Reference, group: str, cue: Span) -> Passing:
    """A source phrase [i, stop) with what it governs: what follows it at the head of a sentence, else what precedes."""
    start, end = scene.passage(i)
    leading = all(scene.document.pos[j] in ("PUNCT", "CCONJ", "ADV") for j in range(start, i))
    middle = stop < end - 1 and not leading and scene.document.lower[stop] == ","
    governs = (start, end) if middle else (stop, end) if leading else (start, i)
    phrase = (i - 1 if i > start and scene.document.lower[i - 1] == "," else i, stop)
    return Passing(phrase, reference.actors, relation_of(scene, reference.actors), group, governs,
                   (reference.start, reference.end), cue)  # fmt: skip


def _after_bracket(scene: Scene, at: int, end: int) -> int:
    """Past "(SPA)" after a name; the same place where no bracket opens."""
    lower = scene.document.lower
    if at >= end or lower[at] != "(":
        return at
    return next((j + 1 for j in range(at, end) if lower[j] == ")"), at)


def find_asides(scene: Scene) -> tuple[Span, ...]:
    """Asides that only say how something was said: ", as announced at a joint press conference"; no one's content."""
    lower = scene.document.lower
    phrases = scene.lexicon.phrases("source")
    found: list[Span] = []
    for i in range(len(lower) - 2):
        start, end = scene.passage(i)
        if i > start and lower[i - 1] == "," and any(lower[i : i + len(w)] == w for _, w in phrases):
            found.append((i, next((j for j in range(i + 1, end) if lower[j] in BOUNDARY), end)))
            continue
        if lower[i] != "as" or i == start or lower[i - 1] not in (",", '"') or lower[i + 1] not in scene.lexicon.verbs:
            continue
        if lower[i + 1].endswith("ing"):
            continue
        stop = next((j for j in range(i + 1, end) if lower[j] in BOUNDARY), end)
        found.append((i, stop))
    return tuple(found)


def _named(scene: Scene, start: int, end: int) -> Reference | None:
    document = scene.document
    for at in range(start, min(end, start + NAMED_WITHIN)):
        if document.lower[at] in BOUNDARY or document.pos[at] in ("VERB", "AUX"):
            return None
        reference = scene.cast.covering(at)
        if reference is not None and reference.form != "demonym" and not _of_a_thing(scene, reference):
            return reference
    return None


def _of_a_thing(scene: Scene, reference: Reference) -> bool:
    """Whether a pronoun only says whose thing it is, and the thing does not speak: "according to their needs"."""
    document = scene.document
    thing = document.heads[reference.head]
    row = scene.lexicon.nouns.get(document.lemmas[thing])
    owned = reference.form == "pronoun" and document.deps[reference.head] == "nmod:poss"
    return owned and row is None and scene.cast.covering(thing) is None


def _last_named(scene: Scene, reference: Reference, end: int) -> Reference:
    """Of two names side by side the one that is the source, "an army | source"; but "the Xinhua | news agency"."""
    beside = scene.cast.covering(reference.end) if reference.end < end else None
    if beside is None or beside.start != reference.end or beside.form == "pronoun":
        return reference
    return reference if scene.document.lemmas[beside.head] in scene.lexicon.signs["organ"] else beside


def relation_of(scene: Scene, actors: tuple[str, ...]) -> Relation:
    """How they pass on another's words: outlets report, spokespersons and ministries convey, others are cited."""
    if any(is_outlet(scene, actor) for actor in actors):
        return "reported"
    if any(_named_like(scene, actor, "spokesperson") for actor in actors):
        return "conveyed"
    return "cited"


def is_outlet(scene: Scene, actor: str) -> bool:
    """Whether an actor is a news outlet, an agency or the media of a state."""
    key = actor.partition(":")[2]
    return actor.startswith("organisation:") and (key in scene.outlets or _named_like(scene, actor, "outlet"))


def _named_like(scene: Scene, actor: str, group: str) -> bool:
    offices = [claim.office for claim in scene.cast.offices if claim.person == actor]
    text = " ".join(re.findall(r"[a-z]+", f"{scene.cast.name(actor)} {actor} {' '.join(offices)}".lower()))
    return any(f" {sign} " in f" {text} " for sign in scene.lexicon.signs[group])


def links_of(scene: Scene, draft: Draft, drafts: tuple[Draft, ...], passings: tuple[Passing, ...]) -> tuple[Link, ...]:
    """The chain of a statement, innermost first: who says that it was said, then whom the passage names as source."""
    found: dict[str, Link] = {}
    for source in draft.through:
        relation = "conveyed" if draft.on_behalf else relation_of(scene, source.actors)
        for actor in source.actors:
            found.setdefault(actor, Link(actor, relation, scene.document.evidence(*source.spans[0])))
    holding = [d for d in drafts if d is not draft and d.content[0] <= draft.anchor < d.content[1]
               and not _described(scene, d, draft) and not _judged(d, draft)]  # fmt: skip
    for outer in sorted(holding, key=lambda d: (d.content[1] - d.content[0], d.anchor)):
        relation = relation_of(scene, outer.source.actors)
        for actor in outer.source.actors:
            found.setdefault(actor, Link(actor, relation, scene.document.evidence(*outer.source.spans[0])))
        for source in outer.through:
            relation = relation_of(scene, source.actors)
            for actor in source.actors:
                found.setdefault(actor, Link(actor, relation, scene.document.evidence(*source.spans[0])))
    governing = [p for p in passings if p.governs[0] <= draft.anchor < p.governs[1]
                 and not p.phrase[0] <= draft.anchor < p.phrase[1]]  # fmt: skip
    governing = [p for p in governing if p.group != "citing" or not _ground(scene, draft, p, passings)]
    for passing in sorted(governing, key=lambda p: (RANK[p.relation], p.phrase)):
        for actor in passing.actors:
            found.setdefault(actor, Link(actor, passing.relation, scene.document.evidence(*passing.reference)))
    return tuple(link for actor, link in found.items() if known((actor,)) and actor not in draft.source.actors)


def _ground(scene: Scene, draft: Draft, passing: Passing, passings: tuple[Passing, ...]) -> bool:
    """Whether "citing X" only says what a speaker rests on; it passes words on where an outlet or a source cites."""
    passage = scene.passage(passing.phrase[0])
    sourced = any(p.group == "source" and scene.passage(p.phrase[0]) == passage for p in passings)
    outlet = any(is_outlet(scene, actor) for actor in draft.source.actors)
    return bool(draft.source.actors) and not sourced and not outlet and scene.passage(draft.anchor) == passage


def _judged(outer: Draft, inner: Draft) -> bool:
    """Whether a statement is only what another takes a position on: "rejected a claim by Quito that"."""
    return outer.row.kind in POSITIONS and outer.complement.head == inner.anchor


def _described(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether a statement only describes the thing another is about: "backed a plan that Kigali had rejected"."""
    document = scene.document
    return document.deps[inner.anchor] == "acl:relcl" and document.heads[inner.anchor] == outer.complement.head
