"""Who is spoken of here: the references before a place, best first.

Weights follow the usual order of Lappin and Leass (1994): recency by sentence, then subject over others. For "he" and
"she" the person whom the text speaks of most comes into it; these weights were swept on GUM's training part (news,
interviews, biographies; `python -m evaluation.coreference`): without the mentions .594, with them .608, with the
slower decay and the longer reach .610 (mean of MUC, B3 and CEAF).
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.reading.actors.draft import Draft
    from communique.reading.cast import Reference

REACH, BLOCKS = 3, 1  # sentences and paragraphs that a reference may look back
DECAY = 2.0  # what each sentence back costs
FAR, FAR_BLOCKS, FAR_DECAY = 8, 4, 1.5  # the same for "he" and "she"
GOVERNING, MOST_GOVERNING = 1.0, 40  # what standing above the pronoun in its sentence counts; tokens looked at
TOLD, MOST_TOLD = 0.5, 4  # what each mention before counts, and how many count
KNOWN = 0.5  # what it counts that someone is known to be a woman, or a man
SPOKE = 1.5  # what having spoken counts for one who speaks: as much as a sentence nearer
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
PUT_BEFORE = frozenset({"obl", "advcl"})
OVER = SUBJECTS | {"nmod:poss"}
JOINED = frozenset({"conj", "parataxis"})
OBJECTS = frozenset({"obj", "iobj", "obl", "obl:agent"})


def candidates(draft: Draft, token: int, reach: int = REACH, blocks: int = BLOCKS) -> list[Reference]:
    """References before a token, within so many sentences and paragraphs back, best first."""
    document = draft.document
    here, block = document.sentence_of[token], document.block_of[token]
    scored = []
    for reference in draft.before(token):
        distance = here - document.sentence_of[reference.start]
        if distance > reach or document.block_of[reference.start] < block - blocks:
            break
        if reference.form != "demonym":
            scored.append((_score(draft, token, reference, distance), reference))
    return [reference for _, reference in sorted(scored, key=lambda pair: (-pair[0], pair[1].start))]


def _score(draft: Draft, token: int, reference: Reference, distance: int, decay: float = DECAY) -> float:
    document = draft.document
    subject = document.deps[reference.head] in SUBJECTS
    main = subject and document.deps[document.heads[reference.head]] in ("ROOT", "conj")
    return -decay * distance + 1.5 * subject + 0.5 * main - 0.001 * (token - reference.start)


def nearest(draft: Draft, token: int, fits: Callable[[str, Reference], bool], reach: int = REACH) -> str | None:
    """The best single actor that fits before a token and may be the same as it (see `bound`)."""
    return next(iter(_possible(draft, token, fits, candidates(draft, token, reach))), (None, None))[0]


def most_likely(draft: Draft, token: int, fits: Callable[[str, Reference], bool], gender: str) -> str | None:
    """The same for "he" and "she": further back, and the better the more often the text has spoken of someone."""
    told = Counter(actor for reference in draft.before(token) for actor in reference.actors)
    here = draft.document.sentence_of[token]
    best: tuple[float, str] | None = None
    close, speaks = governing(draft, token), speaking(draft, token)
    for actor, reference in _possible(draft, token, fits, candidates(draft, token, FAR, FAR_BLOCKS)):
        distance = here - draft.document.sentence_of[reference.start]
        score = _score(draft, token, reference, distance, FAR_DECAY) + TOLD * min(told[actor], MOST_TOLD)
        score += GOVERNING * (reference.head in close) + SPOKE * (speaks and speaking(draft, reference.head))
        score += KNOWN * (draft.people.gender_of.get(actor) == gender)
        if best is None or score > best[0]:
            best = score, actor
    return best[1] if best is not None else None


def speaking(draft: Draft, token: int) -> bool:
    """Whether a token is the subject of a verb of saying."""
    document = draft.document
    verb = document.heads[token]
    return document.deps[token] in SUBJECTS and document.lemmas[verb] in lexicon().speaking


def governing(draft: Draft, token: int) -> frozenset[int]:
    """The heads above a token with their subjects and owners: "Kurti said he would", "Putin's promise of his help"."""
    document, found = draft.document, set()
    above = token
    while document.heads[above] != above:
        above = document.heads[above]
        found.add(above)
        found.update(child.i for child in document.doc[above].children if child.dep_ in OVER and child.i < token)
        if len(found) > MOST_GOVERNING:
            break
    return frozenset(found)


def fronted(draft: Draft, token: int, fits: Callable[[str, Reference], bool]) -> str | None:
    """ "During his stay in Oslo, Dar met": the subject by name that follows what was put before it, with a comma."""
    document = draft.document
    above = token
    while document.heads[above] != above and document.deps[above] not in PUT_BEFORE:
        above = document.heads[above]
    verb = document.heads[above]
    if document.deps[above] not in PUT_BEFORE or not above < verb or document.deps[token] in SUBJECTS:
        return None
    subjects = {child.i for child in document.doc[verb].children if child.dep_ in SUBJECTS and child.i > above}
    if not subjects or "," not in document.words[above : min(subjects)]:
        return None
    for reference in draft.within(token, verb):
        if reference.head in subjects and reference.form == "name" and fits(reference.actors[0], reference):
            return reference.actors[0] if len(reference.actors) == 1 else None
    return None


def alongside(draft: Draft, token: int, fits: Callable[[str, Reference], bool]) -> str | None:
    """ "Lee met Dar, and later Chen dined with him": after a new subject by name, the object of the clause before.

    Parallel function, as Smyth (1994) finds that readers resolve object pronouns in clauses built alike.
    """
    document, verb = draft.document, draft.document.heads[token]
    if document.deps[token] not in OBJECTS or document.deps[verb] not in JOINED:
        return None
    here = document.sentence_of[token]
    near = [
        r for r in takewhile(lambda r: document.sentence_of[r.start] == here, draft.before(token)) if r.form == "name"
    ]
    renewed = any(document.heads[r.head] == verb and document.deps[r.head] in SUBJECTS for r in near)
    found = {
        r.actors[0] for r in near
        if document.heads[r.head] == document.heads[verb] and document.deps[r.head] in OBJECTS and len(r.actors) == 1
        and fits(r.actors[0], r)
    }  # fmt: skip
    return found.pop() if renewed and len(found) == 1 else None


def _possible(
    draft: Draft, token: int, fits: Callable[[str, Reference], bool], near: list[Reference]
) -> Iterator[tuple[str, Reference]]:
    """Of these references the single actors that fit and may be the same as a token, in order."""
    barred = {actor for reference in near if bound(draft, token, reference) for actor in reference.actors}
    for reference in near:
        actor = reference.actors[0]
        fitting = len(reference.actors) == 1 and actor not in barred and fits(actor, reference)
        if fitting and not _only_quoted(draft, token, reference):
            yield actor, reference


def _only_quoted(draft: Draft, token: int, reference: Reference) -> bool:
    """Whether the words of a quotation name someone and the pronoun beside it is whose words they are.

    In '"Kenya must wait," it said' the speaker is not Kenya.
    """
    document = draft.document
    if document.deps[token] != "nsubj" or document.block_of[token] != document.block_of[reference.start]:
        return False
    start = document.blocks[document.block_of[token]].start
    outside = document.words[start:token].count('"') % 2 == 0
    return outside and document.words[start : reference.start].count('"') % 2 == 1


def bound(draft: Draft, token: int, reference: Reference) -> bool:
    """Whether a pronoun cannot be this reference: "Tsai thanked him", two parts of one clause (binding principle B)."""
    document = draft.document
    if document.deps[token] not in OBJECTS or document.lower[token].endswith("self"):
        return False
    return document.deps[reference.head] in SUBJECTS and document.heads[reference.head] == document.heads[token]
