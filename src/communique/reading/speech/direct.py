"""Quotations and who speaks them: a cue before, inside or after, and quotations that go on.

Positions decide here more than the parse, which is at its worst around quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.reading.speech.beside import inverted
from communique.reading.speech.complement import filling, find_complement, letter_to
from communique.reading.speech.draft import Complement, Draft
from communique.reading.speech.source import Source
from communique.reading.speech.subject import find_source

if TYPE_CHECKING:
    from communique.reading.cast import Reference
    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.quotes import Quote
    from communique.reading.speech.scene import Scene

WINDOW = 40  # words between a quotation and its cue: a speaker with a long apposition fits in between
TOUCHING = 3  # tokens from a cue to the quotation that it leads straight into: itself, a comma, the opening mark
BETWEEN = 30  # words between the two halves of an interrupted quotation
PAUSES = frozenset({",", "?", "!", "-", "\u2014"})  # what ends a quotation before "said X"
DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
INNER_MARKS = frozenset({"'", '"', "''", "\u2019"})
ENDS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class _Voice:
    """A cue that introduces a quotation, with its speaker."""

    anchor: int
    row: CueRow
    source: Source
    addressees: tuple[str, ...]


def find_direct(scene: Scene) -> tuple[Draft, ...]:
    """Direct speech: one draft for each quotation or chain of quotations under one cue, in text order."""
    drafts: list[Draft] = []
    waiting: list[Quote] = []  # paragraphs of a quotation whose speaker is named at its end
    for n, quote in enumerate(scene.quotes):
        voice = _voice_of(scene, quote)
        last = drafts[-1] if drafts else None
        if quote.continues and waiting and voice is not None:
            drafts.extend(_spoken(voice, (part,)) for part in waiting)
            waiting, last = [], None
        if last is not None and _goes_on(scene, last, quote, voice, scene.quotes[n - 1]):
            if _same_block(scene, last.quotes[-1], quote):
                drafts[-1] = _extended(last, quote)
            else:
                drafts.append(replace(last, complement=Complement((quote.start, quote.end), None,
                                      addressees=last.complement.addressees), quotes=(quote,)))  # fmt: skip
            continue
        if voice is not None:
            drafts.append(_spoken(voice, (quote,)))
        open_ended = voice is None and not quote.closed
        waiting = [*(waiting if quote.continues else ()), quote] if open_ended else []
    return tuple(drafts)


def _spoken(voice: _Voice, quotes: tuple[Quote, ...]) -> Draft:
    complement = Complement((quotes[0].start, quotes[-1].end), None, addressees=voice.addressees)
    cue = (voice.anchor, voice.anchor + 1)
    return Draft(voice.anchor, cue, voice.row, voice.source, complement, quotes, direct=True)


def _voice_of(scene: Scene, quote: Quote) -> _Voice | None:
    """Who speaks a quotation; one that ends with a comma is told of after it, if anywhere."""
    before = _before(scene, quote)
    if before is not None and before.anchor + TOUCHING >= quote.start:
        return before
    after = _after(scene, quote) if _last_word(scene, quote) == "," else None
    return after or before or _after(scene, quote) or _signed(scene, quote)


def _same_block(scene: Scene, a: Quote, b: Quote) -> bool:
    return scene.document.block_of[a.start] == scene.document.block_of[b.start]


def _extended(draft: Draft, quote: Quote) -> Draft:
    complement = replace(draft.complement, content=(draft.content[0], quote.end))
    return replace(draft, complement=complement, quotes=(*draft.quotes, quote))


def _goes_on(scene: Scene, last: Draft, quote: Quote, voice: _Voice | None, before: Quote) -> bool:
    """Whether a quotation continues the last one: interrupted by its cue, right after it, or in the next paragraph."""
    words = scene.document.words
    if quote.continues:
        return last.quotes[-1] == before
    before = last.quotes[-1]
    if voice is not None and voice.anchor != last.anchor:
        return False
    gap = [i for i in range(before.end + 1, quote.start - 1) if words[i] not in (",", ".", '"')]
    if not quote.clause and not _opens(scene, quote):
        return False
    if _same_block(scene, before, quote):
        only_cue = before.end < last.anchor < quote.start and len(gap) <= BETWEEN and _after_stop(scene, quote)
        return not gap or only_cue
    block = scene.document.blocks[scene.document.block_of[quote.start]]
    neighbour = scene.document.block_of[quote.start] - scene.document.block_of[before.start] == 1
    return neighbour and quote.start - 1 == block.start and quote.end >= block.end - 2 and quote.clause


def _after_stop(scene: Scene, quote: Quote) -> bool:
    """Whether nothing but punctuation, or a conjunction after it, stands right before the opening mark."""
    words = scene.document.lower
    at = quote.start - 2
    if words[at] in ("and", "but"):
        at -= 1
    return words[at] in (",", ".", ";", ":", "!", "?")


def _opens(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation stands where a sentence can begin."""
    document = scene.document
    mark = quote.start - 1
    block = document.blocks[document.block_of[mark]]
    while mark > block.start and document.pos[mark - 1] == "CCONJ":
        mark -= 1  # 'But "we will stay," she said'
    return mark <= block.start or document.words[mark - 1] in (*ENDS, ",", ":", ";", '"', "-", "\u2014", "\u2013")


def _before(scene: Scene, quote: Quote) -> _Voice | None:
    """ "X said: ...", "X told reporters, ...": the nearest cue to the left in the sentence, with nothing of its own."""
    document = scene.document
    mark = _introduced_at(scene, quote.start - 1)
    if mark is None:
        return None
    start = scene.passage(mark - 1)[0]
    previous = document.words[mark - 1]
    verbs = scene.lexicon.verbs
    if previous not in (",", ":") and document.lower[mark - 1] not in verbs:
        return None
    if previous not in (",", ":"):
        return None if _runs_on(scene, quote) else _voice(scene, mark - 1)
    if previous == "," and not quote.clause:
        return None
    for i in range(mark - 1, max(start, mark - WINDOW) - 1, -1):
        if i in scene.quote_at or document.words[i] in (".", ";"):
            return None
        voice = _voice(scene, i, any_cue=previous == ":")
        if voice is not None and (i == mark - 1 or previous == ":" or not _has_own(scene, i, mark)):
            return voice
        if document.pos[i] == "VERB" and previous != ":" and document.deps[i] not in ("acl", "amod"):
            return None
    return None


def _runs_on(scene: Scene, quote: Quote) -> bool:
    """Whether the words quoted are only the first of a clause: 'said "strikes" were reported'."""
    after = quote.end + 1
    inside = quote.closed and not quote.clause and after < scene.passage(quote.start)[1]
    return inside and scene.document.pos[after] in ("AUX", "VERB", "NOUN", "PROPN", "ADJ")


def _introduced_at(scene: Scene, mark: int) -> int | None:
    """Where the words before a quotation end: at its opening mark, or at a colon that closes the line before."""
    document = scene.document
    if scene.passage(mark)[0] < mark:
        return mark
    block = document.blocks[document.block_of[mark]]
    closes = mark > 0 and block.start == mark and document.words[mark - 1] == ":"
    return mark if closes else None


def _signed(scene: Scene, quote: Quote) -> _Voice | None:
    """ "..." — Name: a dash and an actor close the line."""
    document = scene.document
    block = document.blocks[document.block_of[quote.start]]
    at = quote.end + 1
    if not quote.closed or at + 1 >= block.end or document.words[at] not in DASHES:
        return None
    reference = scene.cast.covering(at + 1)
    if reference is None or reference.start != at + 1 or reference.end < min(block.end, reference.start + 1):
        return None
    if any(document.pos[j] in ("VERB", "AUX") for j in range(reference.end, block.end)):
        return None
    source = Source(reference.actors, ((reference.start, reference.end),), reference.head)
    return _Voice(at, scene.lexicon.verbs["say"][0], source, ())


def _has_own(scene: Scene, i: int, mark: int) -> bool:
    """Whether the cue has a clause of its own before the quotation: "said it would go, "as promised""."""
    document = scene.document
    return any(document.lower[j] == "that" for j in range(i + 1, mark)) or any(
        document.pos[j] in ("VERB", "AUX") and document.deps[j] in ("ccomp", "xcomp") for j in range(i + 1, mark)
    )


def _after(scene: Scene, quote: Quote) -> _Voice | None:
    """ "...," X said / said X, who leads the delegation: a cue right after the closing mark, with its speaker."""
    if not quote.closed or not _opens(scene, quote):
        return None
    document = scene.document
    block = document.blocks[document.block_of[quote.start]]
    at = quote.end + 1
    inner = _last_word(scene, quote)
    if at < block.end and document.words[at] == ",":
        at += 1
    elif at + 1 < block.end and document.words[at] == ":":
        return _titled(scene, at + 1)
    elif inner not in PAUSES and not (at < block.end and document.lower[at] in scene.lexicon.verbs):
        return None
    depth = 0
    for i in range(at, min(block.end, at + WINDOW)):
        depth += (document.words[i] == "(") - (document.words[i] == ")")
        inside = scene.quote_at.get(i)
        if (document.words[i] in ENDS and not depth) or (inside is not None and inside.clause):
            return None
        voice = _voice(scene, i, _apposed(scene, at, i))
        if voice is not None and (i == at or min(s for s, _ in voice.source.spans) >= at):
            return voice
        named = _between(scene, at, i)
        voice = _voice(scene, i, named) if named is not None else None
        if voice is not None:
            return voice
        if _speaks(scene, i):
            return None  # someone speaks whom the cast does not hold; the words are not the next speaker's
    return None


def _speaks(scene: Scene, i: int) -> bool:
    """Whether a finite verb that introduces speech stands here, outside relative clauses."""
    document = scene.document
    rows = scene.lexicon.verbs.get(document.lower[i], ()) if document.pos[i] == "VERB" else ()
    finite = document.doc[i].morph.get("VerbForm") == ["Fin"]
    return finite and not document.deps[i].startswith("acl") and any("quote" in row.frames for row in rows)


def _between(scene: Scene, at: int, i: int) -> Source | None:
    """The reference that stands alone between a quotation and a cue, where the parse made it part of the quotation."""
    document = scene.document
    found: Reference | None = None
    for j in range(at, i):
        if document.pos[j] in ("VERB", "AUX", "SCONJ") or (found is None and document.pos[j] == "ADP"):
            return None
        found = found or scene.cast.covering(j)
        if found is not None and document.lower[found.end] in ("'s", "'"):
            found = None
    if found is None or found.start < at or found.end > i or found.form == "demonym":
        return None
    return Source(found.actors, ((found.start, found.end),), found.head)


def _last_word(scene: Scene, quote: Quote) -> str:
    """The last token of a quotation before the marks that close quotations inside it."""
    words = scene.document.words
    last = quote.end - 1
    while last > quote.start and words[last] in INNER_MARKS:
        last -= 1
    return words[last]


def _apposed(scene: Scene, at: int, i: int) -> Source | None:
    """ "..." X, the head of Y, said: the reference after the quotation, if an apposition follows it."""
    reference = scene.cast.covering(at)
    if reference is None or reference.start != at or reference.end >= i or scene.document.words[i - 1] != ",":
        return None
    if scene.document.words[reference.end] not in (",", "("):
        return None
    return Source(reference.actors, ((reference.start, reference.end),), reference.head)


def _voice(scene: Scene, i: int, apposed: Source | None = None, *, any_cue: bool = False) -> _Voice | None:
    """The cue at a token with its speaker; before a colon any cue introduces speech ("scolded him: ...")."""
    document = scene.document
    if document.pos[i] != "VERB" and not (document.pos[i] == "AUX" or document.lower[i].endswith("ed")):
        return None
    for row in scene.lexicon.verbs.get(document.lower[i], ()):
        introduces = "quote" in row.frames or any_cue
        if not introduces or not all(w in document.lower[i + 1 : i + 5] for w in row.words[1:]):
            continue
        source = apposed or find_source(scene, i) or (inverted(scene, i) if row.role("obj") != "addressee" else None)
        if source is None:
            return None
        complement = find_complement(scene, i, row)
        addressees = complement.addressees if complement is not None else filling(scene, i, row, "addressee")
        return _Voice(i, row, source, addressees or letter_to(scene, i))
    return None


def _titled(scene: Scene, at: int) -> _Voice | None:
    """ "'We will not sign': Vucic": who stands after the colon that follows a quotation."""
    reference = scene.cast.covering(at)
    if reference is None or reference.start != at or reference.form == "demonym":
        return None
    source = Source(reference.actors, ((reference.start, reference.end),), reference.head)
    return _Voice(at - 1, scene.lexicon.verbs["say"][0], source, ())
