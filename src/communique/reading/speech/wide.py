"""Attributions that are no statements of the record: any holder or none, what is known, seen, planned, or left unsaid.

The rules are those of direct and reported speech, run with a cast in which every noun phrase counts (anyone.py), more
words (wide_cues.tsv, wide_nouns.tsv), and without asking whether the cue's owner really said it ("might object").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.speech.anyone import with_anyone
from communique.reading.speech.chain import find_asides, find_passings
from communique.reading.speech.direct import find_direct
from communique.reading.speech.draft import Complement, Draft
from communique.reading.speech.indirect import find_indirect
from communique.reading.speech.lexicon import lexicon
from communique.reading.speech.reported import find_reported
from communique.reading.speech.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.speech.chain import Passing
    from communique.reading.speech.scene import Scene

NO_ONE = Source((), (), -1)


def find_wide(scene: Scene, stated: tuple[Draft, ...]) -> tuple[Scene, tuple[Draft, ...], tuple[Passing, ...]]:
    """The attributions beside those that are stated, with the scene and source phrases that they were found in."""
    wide = scene.widened(with_anyone(scene.document, scene.cast), lexicon(wide=True))
    passings = find_passings(wide)
    quoted = {i for draft in stated for quote in draft.quotes for i in range(quote.start, quote.end)}
    direct = tuple(d for d in find_direct(wide) if not any(q.start in quoted for q in d.quotes))
    taken = frozenset(i for d in (*stated, *direct) for i in _cue_tokens(d))
    direct = tuple(d for d in direct if not any(d.anchor in _cue_tokens(s) for s in stated))
    cuts = (*(passing.phrase for passing in passings), *find_asides(wide))
    found = (*direct, *(d for d in find_indirect(wide, taken, cuts) if not _in_quotes(wide, d)))
    own = {draft.anchor for draft in stated}
    reported = tuple(d for d in find_reported(wide, (*stated, *found), passings) if d.anchor not in own)
    found = (*found, *reported)
    return wide, (*found, *_adverbs(wide, (*stated, *found))), passings


def _in_quotes(scene: Scene, draft: Draft) -> bool:
    """Whether a cue is quoted: what a quotation holds is its speaker's word, whoever that is."""
    quote = scene.quote_at.get(draft.anchor)
    return quote is not None and quote.clause


def _cue_tokens(draft: Draft) -> Iterator[int]:
    """The tokens of a cue, and the noun that stands for it ("expressed concern")."""
    yield from range(*draft.cue)
    if draft.complement.coded is not None and draft.complement.head is not None:
        yield draft.complement.head


def _adverbs(scene: Scene, drafts: tuple[Draft, ...]) -> Iterator[Draft]:
    """ "The envoy reportedly left": a word that says others say so, with the clause around it as content."""
    document = scene.document
    row = scene.lexicon.verbs["report"][0]
    for i, word in enumerate(document.lower):
        if word not in scene.lexicon.signs["hearsay"]:
            continue
        head = document.heads[i]
        start, end = scene.reach[head] if document.pos[head] in ("VERB", "AUX") else (i + 1, scene.reach[head][1])
        if head == i or end - start < 2 or any(d.content[0] <= i < d.content[1] for d in drafts):
            continue
        content = (i + 1, end) if start >= i else (start, end)
        yield Draft(i, (i, i + 1), row, replace(NO_ONE, token=i), Complement(content, head))
