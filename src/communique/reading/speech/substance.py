"""Whether an attribution to an actor is a statement of the record: it says something, and is no event by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.speech.chain import Passing
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene

LEAST_WORDS = 2  # of paraphrase, for a heading or caption to hold a statement
# Cues that take a position on their object: to say what is supported or rejected is to say something.
POSITIONS = frozenset({"support", "reject", "accuse", "deny", "urge", "ask", "promise", "agree", "threaten", "concede"})
NAMING = frozenset({"say", "emphasise", "express", "report"})  # cues that may only name what is talked about
NEEDY = frozenset({"say", "believe", "claim", "report", "promise", "propose"})  # their nouns alone say nothing
LEAST_NAMED = 4  # words with a meaning of their own, for a bare noun phrase to be more than a name
SEVERAL = 2
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PREDICATES = frozenset({"VERB", "AUX"})
EMPTY = frozenset({"DET", "PRON", "ADP", "PUNCT", "CCONJ", "PART", "NUM"})


def is_statement(scene: Scene, draft: Draft, passings: tuple[Passing, ...]) -> bool:
    """Whether what an actor is said to say or hold is a proposition, and not a mere thing or an agreement reached.

    An agreement of which the article cites someone's report (one of `passings`) is what that someone states.
    """
    document = scene.document
    if draft.quotes:
        return True
    start, end = draft.content
    heading = document.blocks[document.block_of[draft.anchor]].line.kind != "body"
    if heading and sum(word[0].isalnum() for word in document.words[start:end]) < LEAST_WORDS:
        return False
    if _credit(scene, start, end) or _withheld(scene, draft):
        return False
    cited = any(passing.governs[0] <= draft.anchor < passing.governs[1] for passing in passings)
    return (cited or not _reached(scene, draft)) and not _bare(scene, draft)


def _credit(scene: Scene, start: int, end: int) -> bool:
    """Whether a content is only the credit that closes a sentence: "the news agency reported"."""
    last = end - 1
    rows = scene.lexicon.verbs.get(scene.document.lower[last], ())
    subject = scene.child(last, "nsubj")
    return any("quote" in row.frames for row in rows) and subject is not None and scene.reach[last] == (start, end)


def _withheld(scene: Scene, draft: Draft) -> bool:
    """Whether someone only declines to speak: "declined to comment", "refused to say more"."""
    head = draft.complement.head
    if draft.row.kind != "reject" or head is None or "to" not in scene.cases(head):
        return False
    return scene.document.pos[head] == "VERB" and scene.document.lemmas[head] in scene.lexicon.signs["speaking"]


def _reached(scene: Scene, draft: Draft) -> bool:
    """Whether several parties agree on a plan or to act: an agreement, which is an event. To agree in words is none."""
    head = draft.complement.head
    if draft.row.kind != "agree" or len(draft.source.actors) < SEVERAL or head is None:
        return False
    if scene.document.pos[head] in NOMINAL:
        return True
    acts = scene.document.pos[head] == "VERB" and "to" in scene.cases(head)
    return acts and scene.document.lower[head] not in scene.lexicon.verbs


def _bare(scene: Scene, draft: Draft) -> bool:
    """Whether a content only names a thing: "shared opinions", "China's openness", "the plan itself".

    A noun phrase says something where it holds a verb or quoted words, where a noun of attitude carries its own
    complement ("concern about the border"), or where the cue takes a position on it.
    """
    start, end = draft.content
    document, head = scene.document, draft.complement.head
    if head is None or not start <= head < end or document.pos[head] not in NOMINAL or scene.child(head, "cop"):
        return False
    if any(document.pos[i] in PREDICATES or i in scene.quote_at for i in range(start, end)):
        return False
    if draft.row.frames & {"obj-pred", "obj-as"}:
        return False  # "called it a victory": the object and what is said of it
    told = [i for i in range(start, end) if document.pos[i] not in EMPTY]
    coded = draft.complement.coded
    if coded is not None and draft.row.kind not in POSITIONS and coded.kind in NEEDY:
        return not any(head < c < end and document.deps[c].startswith(("nmod", "acl")) for c in scene.children[head])
    if _turned(scene, draft) or draft.row.kind not in NAMING or coded is not None:
        return not told or (draft.row.role("obj") == "content" and all(_is_person(scene, i) for i in told))
    return len(told) < LEAST_NAMED


def _turned(scene: Scene, draft: Draft) -> bool:
    return draft.row.denies or scene.negated(draft.anchor)


def _is_person(scene: Scene, i: int) -> bool:
    """Whether a word names a person: to welcome one is an act, and no statement."""
    reference = scene.cast.covering(i)
    return reference is not None and all(actor.startswith("person:") for actor in reference.actors)
