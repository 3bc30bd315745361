"""Reported speech and attitudes: cue verbs, predicate adjectives, nouns of speech, and headlines "X: Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.speech.apart import fronted, interrupted
from communique.reading.speech.bounds import trim
from communique.reading.speech.complement import filling, find_complement, letter_to
from communique.reading.speech.draft import Complement, Draft
from communique.reading.speech.headlines import find_headlines, is_heading
from communique.reading.speech.several import each_asked
from communique.reading.speech.source import Source, owner
from communique.reading.speech.subject import find_source, partner, passive
from communique.reading.speech.unsaid import unsaid
from communique.reading.speech.wide_complement import feeling, no_one, wide_complement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.scene import Scene, Span

SILENT = frozenset({"say", "report", "claim", "emphasise", "announce", "ask", "urge", "suggest", "discuss"})
ANSWERING = frozenset({"deny", "reject", "concede", "claim"})  # cues whose "it" is what another said
DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})
PROPOSITIONAL = frozenset({"it", "this", "that"})


def find_indirect(
    scene: Scene, taken: frozenset[int], cuts: tuple[Span, ...], direct: tuple[Draft, ...] = ()
) -> tuple[Draft, ...]:
    """Drafts of reported speech, in order of their cues. `taken` are cues that introduce `direct` speech already."""
    drafts: list[Draft] = []
    for i in range(len(scene.document.words)):
        if i in taken or any(start <= i < end for start, end in cuts):
            continue
        draft = next(_at(scene, i, cuts, drafts, direct), None)
        if draft is not None:
            drafts.extend(each_asked(scene, draft))
    drafts.extend(find_headlines(scene, frozenset(draft.anchor for draft in drafts)))
    return tuple(sorted(drafts, key=lambda draft: (draft.anchor, draft.content)))


def _at(
    scene: Scene, i: int, cuts: tuple[Span, ...], drafts: Sequence[Draft], direct: tuple[Draft, ...]
) -> Iterator[Draft]:
    document = scene.document
    quoted = max((d for d in direct if d.anchor < i), key=lambda d: d.anchor, default=None)
    last = max((d for d in (quoted, *drafts[-1:]) if d is not None), key=lambda d: d.anchor, default=None)
    word, pos = document.lower[i], document.pos[i]
    if pos == "VERB" or (word in scene.lexicon.verbs and _verb_like(scene, i)):
        rows = scene.lexicon.verbs.get(word, ())
    elif pos in ("ADJ", "VERB") and word in scene.lexicon.adjectives:
        rows = ()
    else:
        yield from _noun(scene, i, cuts)
        return
    predicate = scene.wide or is_heading(scene, i) or scene.child(i, "cop", "aux") is not None
    if word in scene.lexicon.adjectives and predicate and document.deps[i] != "amod":
        rows = (*rows, *scene.lexicon.adjectives[word])
    if not rows or (not scene.wide and unsaid(scene, i)):
        return
    source = find_source(scene, i) or _anaphoric(scene, i, last)
    if source is None and scene.wide:
        source = feeling(scene, i) or no_one(scene, i)
    if source is None:
        return
    for row in rows:
        draft = _verb(scene, i, row, source, cuts)
        if draft is not None:
            yield draft if scene.wide else _spelled_out(scene, draft, drafts)


def _spelled_out(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A draft with what its pronouns stand for in what was said before: "denied it", "the border, he added, is"."""
    document = scene.document
    last = drafts[-1] if drafts else None
    meant = _pointed_at(scene, draft, drafts)
    if meant is not None:
        return replace(draft, complement=replace(draft.complement, content=meant.content, head=meant.complement.head))
    near = last is not None and document.block_of[last.anchor] == document.block_of[draft.anchor]
    if last is None or not near:
        return draft
    start, end = draft.content
    words = [word for word in document.lower[start:end] if word[0].isalnum()]
    answers = draft.row.kind in ANSWERING and len(words) == 1 and words[0] in PROPOSITIONAL
    if answers and last.content[1] <= draft.anchor:
        return replace(draft, complement=replace(draft.complement, content=last.content, head=last.complement.head))
    around = start < draft.anchor < end
    pronoun = all(document.pos[s] == "PRON" for s, _ in draft.source.spans)
    if around and pronoun and set(draft.source.actors) & set(scene.actors_in(start, draft.source.spans[0][0])):
        return replace(draft, source=last.source)  # the one who is spoken of before the aside does not speak in it
    return draft


def _pointed_at(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """What "that demand" stands for: the last statement by another, best of its kind, no further than a paragraph."""
    document = scene.document
    start, end = draft.content
    noun = scene.lexicon.nouns.get(document.lemmas[end - 1])
    if end - start != len(("that", "demand")) or document.lower[start] not in DEMONSTRATIVE or noun is None:
        return None
    near = [last for last in reversed(drafts) if document.block_of[draft.anchor] - document.block_of[last.anchor] <= 1]
    others = [last for last in near if not set(last.source.actors) & set(draft.source.actors)]
    return next((last for last in others if last.row.kind == noun.kind), next(iter(others), None))


def _verb_like(scene: Scene, i: int) -> bool:
    """A cue that the tagger took for a noun: with a subject and a clause, or right after an actor or its document."""
    document = scene.document
    if scene.child(i, "nsubj") is not None and scene.child(i, "cop") is None:
        return True
    if document.lower[i].endswith("ed") and document.pos[i] == "ADJ" and i + 1 < len(document.lower):
        follows = {"that", *(slot for row in scene.lexicon.verbs[document.lower[i]] for slot, _ in row.roles)}
        return document.lower[i + 1] in follows
    if document.heads[i] != i or i == 0 or document.lower[i].endswith("ing"):
        return False
    row = scene.lexicon.nouns.get(document.lemmas[i - 1])
    reference = scene.cast.covering(i - 1)
    after_actor = reference is not None and reference.end == i and reference.form != "demonym"
    return after_actor or (row is not None and "document" in row.uses)


def _anaphoric(scene: Scene, i: int, last: Draft | None) -> Source | None:
    """ "The statement said": who spoke last in the paragraph, or by that document in the one before.

    Only where the subject is a document without an owner.
    """
    joined = scene.document.deps[i] == "conj" and scene.child(i, "nsubj") is None
    subject = scene.child(partner(scene, i) if joined else i, "nsubj")
    if subject is None or last is None or passive(scene, i):
        return None
    row = scene.lexicon.nouns.get(scene.document.lemmas[subject])
    blocks = scene.document.block_of
    near = blocks[last.anchor] == blocks[i] or (
        blocks[last.anchor] == blocks[i] - 1 and _mentions(scene, last.anchor, scene.document.lemmas[subject])
    )
    return last.source if near and row is not None and "document" in row.uses else None


def _mentions(scene: Scene, i: int, lemma: str) -> bool:
    return lemma in scene.document.lemmas[slice(*scene.passage(i))]


def _verb(scene: Scene, i: int, row: CueRow, source: Source, cuts: tuple[Span, ...]) -> Draft | None:
    if not _follows(scene, i, row):
        return None
    if not scene.wide and scene.negated(i) and row.kind in SILENT and row.words[0] != "confirm":
        return None
    around = interrupted(scene, i, row, source)
    complement = around or (wide_complement if scene.wide else find_complement)(scene, i, row)
    complement = complement or fronted(scene, i, row, source)
    if complement is None:
        return None
    content = trim(scene, complement.content, cuts) if around is None else complement.content
    if content[0] >= content[1] or (around is None and content[0] <= i < content[1]):
        return None
    complement = Complement(content, complement.head, tuple(a for a in complement.targets if a not in source.actors),
                            complement.addressees or letter_to(scene, i), complement.coded)  # fmt: skip
    return Draft(i, (i, _cue_end(scene, i, row)), row, source, complement)


def _follows(scene: Scene, i: int, row: CueRow) -> bool:
    """Whether the further words of a phrasal cue follow, with one word between at most: "made it clear".

    A particle that is none of them makes another verb of it: "called | off the talks".
    """
    lower, at = scene.document.lower, i
    particle = scene.child(i, "compound:prt")
    if particle is not None and lower[particle] not in row.words and lower[particle] in scene.lexicon.signs["particle"]:
        return False
    for word in row.words[1:]:
        found = next((j for j in (at + 1, at + 2) if lower[j : j + 1] == (word,)), None)
        if found is None or "that" in lower[at + 1 : found]:
            return False
        at = found
    return True


def _cue_end(scene: Scene, i: int, row: CueRow) -> int:
    lower = scene.document.lower
    return i + 1 + sum(1 for n, word in enumerate(row.words[1:], 1) if lower[i + n : i + n + 1] == (word,))


def _noun(scene: Scene, i: int, cuts: tuple[Span, ...]) -> Iterator[Draft]:
    """ "Its call for a ceasefire", "Tehran's denial that": a noun of speech with its owner and its complement."""
    document = scene.document
    row = scene.lexicon.nouns.get(document.lemmas[i]) if document.pos[i] == "NOUN" else None
    if row is None or "cue" not in row.uses:
        return
    source = owner(scene, i) or (_carrying(scene, i) if scene.wide else None)
    if source is None or (scene.reach[source.token][0] > i + 1 and not _plain_owner(scene, source, i)):
        return
    complement = _noun_complement(scene, i, row)
    if complement is None or (not source.spans and not _clausal(scene, complement)):
        return
    if complement.head == source.token:  # "a view of the river": what is seen, not who sees it
        if not scene.wide:
            return
        source = _carrying(scene, i)
    content = trim(scene, complement.content, cuts)
    if content[1] - content[0] >= (1 if row.plover else 2):
        others = tuple(a for a in scene.actors_in(*content) if a not in source.actors)
        targets = filling(scene, i, row, "target") or (others if row.plover else ())
        yield Draft(i, (i, i + 1), row, source, Complement(content, complement.head, targets))


def _carrying(scene: Scene, i: int) -> Source:
    """Who makes, has or gives what a noun of speech names ("made a condemnation of"); no one where that is not said."""
    document = scene.document
    verb = document.heads[i]
    light = document.deps[i] == "obj" and document.lemmas[verb] in scene.lexicon.signs["light"]
    return (find_source(scene, verb) if light else None) or Source((), (), i)


def _clausal(scene: Scene, complement: Complement) -> bool:
    """Whether a complement is a clause, so that it says something by itself."""
    head = complement.head
    return head is not None and scene.document.pos[head] in ("VERB", "AUX")


def _plain_owner(scene: Scene, source: Source, i: int) -> bool:
    return any(scene.document.lower[j] in ("by", "from") for j in range(i + 1, source.token))


def _noun_complement(scene: Scene, i: int, row: CueRow) -> Complement | None:
    document = scene.document
    for c in scene.children[i]:
        if c < i or c >= scene.passage(i)[1]:
            continue
        marks = [d for d in scene.children[c] if document.deps[d] in ("mark", "case") and d > i]
        if not marks:
            continue
        slot = document.lower[marks[0]]
        clausal = document.pos[c] in ("VERB", "AUX")
        if (slot == "that" and "that" in row.frames and clausal) or (slot == "to" and "inf" in row.frames and clausal):
            return Complement((marks[0] + 1, scene.reach[c][1]), c)
        if row.role(slot) == "content":
            return Complement((marks[0] + 1, scene.reach[c][1]), c)
    return None
