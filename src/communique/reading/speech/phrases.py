"""Noun phrases as contents: the object of a cue, with what belongs to it where the parser hung it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.scene import EDGES
from communique.reading.speech.subject import passive

if TYPE_CHECKING:
    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.scene import Scene, Span

RELATIVES = frozenset({"which", "that", "who", "whom"})
ACTED_ON = ("obj", "iobj", "dep")
PHRASAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "CCONJ"})
# Prepositions that continue a noun phrase, unless the cue has its own use for them (a time or place begins otherwise).
BELONGING = frozenset(
    {"of", "regarding", "concerning", "between", "against", "with", "to", "by", "toward", "towards", "about", "over"}
)


def with_phrases(scene: Scene, i: int, row: CueRow, noun: CueRow | None, end: int) -> int:
    """The end of a noun phrase with the phrases that belong to it and hang on the cue: "concern | about the border"."""
    document = scene.document
    own = frozenset(slot for slot, _ in noun.roles) if noun is not None else frozenset()
    slots = (
        (BELONGING - {slot for slot, _ in row.roles})
        | own
        | ({"to"} if noun is not None and "inf" in noun.frames else set())
    )
    stop = scene.passage(i)[1]
    end = _past_person(scene, row, own, end)
    while end < stop and (document.lower[end] in slots or _local(scene, end) or _purpose(scene, end)):
        hung = next((c for c in range(end + 1, stop) if scene.reach[c][0] == end and not c < end), None)
        if hung is None:
            break
        widest = max((c for c in range(end + 1, stop) if scene.reach[c][0] == end), key=lambda c: scene.reach[c][1])
        end = scene.reach[widest][1]
    return next((j for j in range(i + 2, end) if scene.is_sign("around", j)), end)


def _past_person(scene: Scene, row: CueRow, own: frozenset[str], end: int) -> int:
    """Past the one addressed, where a phrase of the noun follows: "a protest | with Moscow | over the flight"."""
    lower = scene.document.lower
    persons = {slot for slot, role in row.roles if role in ("addressee", "target")}
    reference = scene.cast.covering(end + 1) if end + 1 < len(lower) and lower[end] in persons else None
    follows = reference is not None and reference.start == end + 1 and lower[reference.end : reference.end + 1]
    return reference.end if reference is not None and follows and follows[0] in own else end


def _local(scene: Scene, at: int) -> bool:
    """Whether "in" with a named place follows: "the coup in Niger" is one thing."""
    document = scene.document
    named = at + 1 < len(document.words) and document.doc[at + 1].ent_type_ in ("LOC", "GPE")
    return document.lower[at] == "in" and named


def _purpose(scene: Scene, at: int) -> bool:
    """Whether an infinitive follows: "the need to act" is one thing."""
    document = scene.document
    return document.lower[at] == "to" and at + 1 < len(document.words) and document.pos[at + 1] == "VERB"


def object_of(scene: Scene, i: int) -> tuple[int, int, int] | None:
    """The object of a cue as (head, start, end); the subject of a passive; the words after the cue if all is lost."""
    document = scene.document
    if passive(scene, i):
        subject = scene.child(i, "nsubj")
        if subject is not None and document.lower[subject] in RELATIVES:
            return _antecedent(scene, i, subject)
        return None if subject is None else (subject, *scene.reach[subject])
    things = [c for c in scene.children[i] if c > i and not scene.child(c, "case") and (document.deps[c] in ACTED_ON
              or (document.deps[c] == "xcomp" and document.pos[c] == "NOUN"))]  # fmt: skip
    if things:
        start = max(scene.reach[things[0]][0], i + 1)
        near = [c for c in things if not any(document.lower[j] in EDGES for j in range(start, c))]
        last = (near or things)[-1]
        end = before_finite(scene, last, scene.reach[last])
        if end + 1 < len(document.lower) and document.lower[end] in ("'s", "'") and document.pos[end + 1] in PHRASAL:
            return _words_after(scene, end + 1, start) or (last, start, end)
        return last, start, end
    return _relative(scene, i) or _words_after(scene, i + 1, i + 1)


def _relative(scene: Scene, i: int) -> tuple[int, int, int] | None:
    """What a relative clause is about, where that is its object: "a charge | Lome rejected"."""
    document = scene.document
    subject = scene.child(i, "nsubj")
    if subject is None or document.lower[subject] in RELATIVES:
        return None
    return _antecedent(scene, i, scene.reach[subject][0])


def _antecedent(scene: Scene, i: int, end: int) -> tuple[int, int, int] | None:
    """The noun phrase that the relative clause of a verb belongs to, up to a token of that clause."""
    document = scene.document
    above = document.heads[i]
    if document.deps[i] != "acl:relcl":
        return None
    start = scene.reach[above][0]
    while start < above and (document.lower[start] in EDGES or document.deps[start] == "case"):
        start += 1
    while end - 1 > above and (document.lower[end - 1] in EDGES or document.lower[end - 1] in RELATIVES):
        end -= 1
    return (above, start, end) if start <= above < end <= i else None


def _words_after(scene: Scene, at: int, start: int) -> tuple[int, int, int] | None:
    """A noun phrase by its words from `at` on, as (head, start, end)."""
    document = scene.document
    end, stop = at, scene.passage(at)[1]
    while end < stop and (document.pos[end] in PHRASAL or document.lower[end] in ("of", "'s", "'")
                          or document.lower[end - 1] == "'s"):  # fmt: skip
        end += 1
    nouns = [j for j in range(at, end) if document.pos[j] in ("NOUN", "PROPN", "PRON") or document.lower[j - 1] == "'s"]
    return (nouns[-1], start, nouns[-1] + 1) if nouns and document.lower[start] not in EDGES else None


def before_finite(scene: Scene, head: int, span: Span) -> int:
    """The end of an infinitive or noun phrase, without a finite verb that the parser coordinated with it."""
    document = scene.document
    for j in range(head + 1, span[1] - 1):
        if document.lower[j] in ("and", "but") and _goes_on_saying(scene, j + 1):
            return j
    for j in range(head + 1, span[1]):
        joined = (document.deps[j] == "conj" and document.heads[j] <= head) or document.heads[j] == head
        past = document.doc[j].morph.get("VerbForm") == ["Fin"] or document.doc[j].morph.get("Tense") == ["Past"]
        finite = document.pos[j] == "VERB" and past
        if document.deps[j] == "conj" and joined and finite and scene.child(j, "nsubj") is None:
            return max(scene.reach[j][0], head + 1)
    return span[1]


def _goes_on_saying(scene: Scene, j: int) -> bool:
    """Whether a finite cue without a subject of its own stands here: "expressed regret and said"."""
    document = scene.document
    while document.pos[j] in ("ADV", "AUX") and j + 1 < len(document.words):
        j += 1
    morph = document.doc[j].morph
    finite = morph.get("VerbForm") == ["Fin"] or morph.get("Tense") == ["Past"]
    known = document.pos[j] == "VERB" and document.lower[j] in scene.lexicon.verbs
    return known and finite and scene.child(j, "nsubj") is None
