"""Who speaks by the words beside a cue, where the parse gives no subject or only half of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.source import Source, owner

if TYPE_CHECKING:
    from communique.reading.cast import Reference
    from communique.reading.speech.scene import Scene

VERBAL = frozenset({"VERB", "AUX"})
RELATIVE_WORDS = 20  # a relative clause between a speaker and the cue is seldom longer
MARGIN = 2  # tokens before a phrase that is set off from its actor: the actor and a comma
INVERTING = frozenset({",", '"'})  # after one of them a cue may stand before its subject: "..., said the envoy"


def beside(scene: Scene, i: int) -> Source | None:
    """Where the parse gives no subject: the actor that stands right before the cue, auxiliaries and adverbs apart."""
    document = scene.document
    start, _ = scene.passage(i)
    if document.lower[i].endswith("ing") or (i > start and document.lower[i - 1] == "to"):
        return None
    at = i - 1
    while at >= start and document.pos[at] in ("AUX", "ADV", "PART") and document.lower[at] != "'s":
        at -= 1
    set_off = at > start + 1 and document.lower[at] == ","
    at -= set_off
    reference = scene.cast.covering(at) if at >= start else None
    if set_off and (reference is None or document.lower[reference.start - 1] != ","):
        return _before_relative(scene, at, start)
    if reference is None:
        row = scene.lexicon.nouns.get(document.lemmas[at]) if at >= start else None
        return owner(scene, at) if row is not None and "document" in row.uses else None
    if reference.end != at + 1 or reference.form == "demonym":
        return None
    if _governed(scene, reference):
        return _whose(scene, reference)
    return _with_before(scene, Source(reference.actors, ((reference.start, reference.end),), reference.head))


def inverted(scene: Scene, i: int) -> Source | None:
    """ "said X": the reference right after the cue, where the parse has no subject."""
    document = scene.document
    for at in range(i + 1, min(i + 8, scene.passage(i)[1])):
        if document.words[at] in (",", ".", '"') or document.pos[at] in ("ADP", "VERB", "SCONJ"):
            return None
        reference = scene.cast.covering(at)
        if reference is not None and reference.form != "demonym":
            return Source(reference.actors, ((reference.start, reference.end),), reference.head)
    return None


def opening(scene: Scene, i: int) -> Source | None:
    """Where the parse lost the clause: the actor that opens the passage, if no predicate stands before the cue."""
    document = scene.document
    start, _ = scene.passage(i)
    if document.lower[i].endswith("ing") or document.lower[i - 1] == "to" or i == start:
        return None
    if any(finite(scene, j) for j in range(start, i) if document.pos[j] == "VERB"):
        return None
    if document.pos[start] in ("ADP", "SCONJ"):
        start = next((j + 1 for j in range(start, i) if document.lower[j] == ","), i)
    while start < i and document.pos[start] in ("DET", "ADV", "CCONJ", "PUNCT"):
        start += 1
    reference = scene.cast.covering(start) if start < i else None
    if reference is None or reference.form == "demonym":
        return None
    spans = ((reference.start, reference.end),)
    if document.lower[reference.end] in ("'s", "'") or document.deps[reference.head] == "nmod:poss":
        spoken = [j for j in range(reference.end, min(reference.end + 5, i)) if document.pos[j] == "NOUN"]
        rows = [scene.lexicon.nouns.get(document.lemmas[j]) for j in spoken]
        return (
            Source(reference.actors, spans, reference.head) if any(r and "document" in r.uses for r in rows) else None
        )
    set_off = document.lower[reference.end] == "," and document.lower[i - 1] == ","
    return Source(reference.actors, spans, reference.head) if set_off else None


def by_name(scene: Scene, source: Source, i: int) -> Source:
    """A source by the name that stands in apposition before the cue: "the head of the service, Ana Lee, said"."""
    document = scene.document
    at = i - 1
    while at > 0 and document.pos[at] in ("ADV", "AUX"):
        at -= 1
    named = scene.cast.covering(at - 1) if at > MARGIN and document.lower[at] == "," else None
    unnamed = all(not actor.startswith("person:") for actor in source.actors)
    if named is None or named.form != "name" or named.end != at or not unnamed:
        return source
    if document.lower[named.start - 1] != ",":
        return source
    if named.start <= source.spans[-1][1] or not all(actor.startswith("person:") for actor in named.actors):
        return source
    between = range(source.spans[-1][1], named.start)
    if any(document.pos[j] in VERBAL or document.lower[j] == "and" for j in between):
        return source
    return Source(named.actors, ((named.start, named.end),), named.head)


def coordinated(scene: Scene, source: Source, i: int) -> Source:
    """A source with the actors joined to it by words up to the cue, where the parse lost them: "X and Y agreed"."""
    document = scene.document
    start, end = source.spans[-1]
    actors, spans = list(source.actors), list(source.spans)
    while end + 1 < i and document.lower[end] in ("and", ","):
        at = end + 1 + (document.lower[end + 1] in ("and", "the"))
        reference = scene.cast.covering(at)
        if reference is None or reference.start > at or reference.form == "demonym" or reference.end > i:
            break
        if document.lower[end] == "," and "and" not in document.lower[end:i]:
            break
        start, end = reference.start, reference.end
        if (start, end) not in spans and document.lower[end] not in ("'s", "'"):
            actors.extend(a for a in reference.actors if a not in actors)
            spans.append((start, end))
    if end < i and document.pos[end] not in ("AUX", "ADV"):
        return source
    return Source(tuple(actors), tuple(spans), source.token)


def _whose(scene: Scene, reference: Reference) -> Source | None:
    """ "A spokesman | for Borrell" said: whom the phrase before a preposition names, after a comma or at the head."""
    document = scene.document
    at = reference.start - 1
    while document.pos[at] in ("DET", "ADJ"):
        at -= 1
    above = scene.cast.covering(at - 1) if at > 0 else None
    if above is None or above.end != at or above.form == "demonym":
        return None
    heads = above.start == scene.passage(at)[0] or document.lower[above.start - 1] in INVERTING
    return Source(above.actors, ((above.start, above.end),), above.head) if heads else None


def _with_before(scene: Scene, source: Source) -> Source:
    """A source with the actors that "and" joins to it from before: "Kosovo and | Serbia" agreed."""
    document = scene.document
    actors, spans = list(source.actors), list(source.spans)
    while spans[0][0] > 1 and document.lower[spans[0][0] - 1] == "and":
        reference = scene.cast.covering(spans[0][0] - MARGIN)
        if reference is None or reference.form == "demonym" or _governed(scene, reference):
            break
        actors[:0] = [actor for actor in reference.actors if actor not in actors]
        spans.insert(0, (reference.start, reference.end))
    return Source(tuple(actors), tuple(spans), source.token)


def _before_relative(scene: Scene, at: int, start: int) -> Source | None:
    """ "X, who leads the party, said": the reference before a relative clause that commas set off."""
    lower = scene.document.lower
    for j in range(at, max(start + 1, at - RELATIVE_WORDS), -1):
        if lower[j] in ("who", "which", "whose") and lower[j - 1] == ",":
            reference = scene.cast.covering(j - 2)
            if reference is None or reference.end != j - 1 or reference.form == "demonym":
                return None
            return Source(reference.actors, ((reference.start, reference.end),), reference.head)
    return None


def _governed(scene: Scene, reference: Reference) -> bool:
    """Whether a preposition stands before a reference, so that it is no subject."""
    at = reference.start - 1
    while at >= 0 and scene.document.pos[at] in ("DET", "ADJ"):
        at -= 1
    return at >= 0 and scene.document.pos[at] == "ADP"


def finite(scene: Scene, i: int) -> bool:
    """Whether a verb or auxiliary is finite."""
    return bool(scene.document.doc[i].morph.get("VerbForm") == ["Fin"])
