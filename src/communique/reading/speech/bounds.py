"""Where a content begins and ends: at the next clause, source phrase or aside, with its quotation marks in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.reading.speech.scene import EDGES

if TYPE_CHECKING:
    from communique.reading.speech.scene import Scene, Span

# Prepositions that cannot begin a phrase of the cue's own (a time, a place), so that the clause before them goes on.
DATELINE = 12  # words; a town, a land, an agency and a date fit in
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")  # the hour that opens an entry of a live report
DASHES = frozenset({"–", "—", "--", "-"})
LEADING = EDGES | {"that", "and", "but"}  # what a content never begins with
WRITTEN = frozenset({"letter", "medium"})  # uses of nouns for what one writes to another, or to all
INNER = frozenset({"of", "by", "with", "between", "about", "regarding", "for", "to"})


def clause_end(scene: Scene, start: int) -> int:
    """Where a clause that begins at `start` ends, by its words: at a semicolon, a participle cue, or the passage's."""
    document = scene.document
    _, end = scene.passage(start)
    for j in range(start, end):
        if document.lower[j] == ";" or (document.lower[j] == "," and resumes(scene, j + 1, end)):
            return j
    return end


def resumes(scene: Scene, j: int, end: int) -> bool:
    """Whether the words after a comma go on about the speaker: ", adding that", ", while urging", ", but said"."""
    document = scene.document
    while j < end and document.lower[j] in ("and", "but", "while", "also", "then"):
        j += 1
    if j >= end:
        return False
    if scene.is_sign("citing", j):
        return True
    known = document.lower[j] in scene.lexicon.verbs and document.pos[j] == "VERB"
    return known and document.lower[j].endswith("ing")


def _said_next(scene: Scene, start: int, j: int, end: int) -> bool:
    """Whether "and" goes on about the speaker: ", and said", or "trade was low and called for" where trade cannot call.

    A cue that is coordinated with a clause about an actor is that actor's, unless a comma sets it off.
    """
    document = scene.document
    at = j + 1
    while at < end and document.pos[at] in ("ADV", "AUX"):
        at += 1
    if at >= end or document.pos[at] != "VERB" or document.lower[at] not in scene.lexicon.verbs:
        return False
    morph = document.doc[at].morph
    finite = morph.get("VerbForm") == ["Fin"] or morph.get("Tense") == ["Past"]
    if not finite or any(document.deps[c].startswith("nsubj") for c in scene.children[at]):
        return False
    if _ahead(scene, start, j):
        return True
    subject = next((n for n in range(start, j) if document.deps[n].startswith("nsubj")), None)
    acting = subject is not None and (scene.cast.covering(subject) is not None or document.pos[subject] == "PRON")
    return document.lower[j - 1] == "," or not acting


def _ahead(scene: Scene, start: int, j: int) -> bool:
    """Whether a clause is in the future ("would order"), so that a finite verb cannot be coordinated with it."""
    finite = next((n for n in range(start, j) if scene.document.doc[n].morph.get("VerbForm") == ["Fin"]), None)
    return finite is not None and scene.is_sign("modal", finite)


def extended(scene: Scene, start: int, end: int) -> int:
    """The end of a clause that the parser cut short before a quotation or a phrase that cannot be the cue's."""
    document = scene.document
    if end >= scene.passage(start)[1]:
        return end
    closes = scene.quote_at.get(end - 1)
    if closes is not None and closes.end == end and end + 1 < scene.passage(start)[1]:
        end += 1  # the closing mark of words quoted at the end of what the parser saw
    at = end + (document.lower[end] in ("and", "or"))
    opens = at + 1 in scene.quote_at and scene.quote_at[at + 1].start == at + 1
    goes_on = document.pos[end] in ("DET", "PRON", "NOUN", "AUX") and document.lower[end - 1] not in EDGES
    if not opens and not goes_on and document.lower[end] not in INNER:
        return end
    stop = clause_end(scene, end)
    return next((j for j in range(end, stop) if document.lower[j] in (",", ";") and j not in scene.quote_at), stop)


def trim(scene: Scene, span: Span, cuts: tuple[Span, ...]) -> Span:
    """A content without its complementiser, what names its source, what goes on about the speaker, and loose marks."""
    document = scene.document
    start, end = span
    closings = frozenset(quote.end for quote in scene.quotes if quote.closed)
    start, end = _without(scene, start, end, cuts)
    for j in range(start + 1, end):
        if document.lower[j] == "," and resumes(scene, j + 1, end):
            end = j
            break
        if document.lower[j] in ("and", "but") and _said_next(scene, start, j, end):
            end = j
            break
        if document.lower[j] == "," and _attributed(scene, j + 1):
            end = j
            break
        if document.lower[j] == "in" and _in_letter(scene, start, j):
            end = j
            break
        if document.lower[j] == "while" and resumes(scene, j + 1, end):
            end = j
            break
        if document.lower[j] == "," and (_occasion(scene, j + 1, end) or _appraised(scene, j + 1, end)):
            end = j
            break
    start = _after_dateline(scene, start, end)
    start = start if _pointing(scene, start, end) else _after_that(scene, start, end)
    while start < end and (document.lower[start] in LEADING or start in closings) and not _pointing(scene, start, end):
        start += 1
    while start < end and document.lower[end - 1] in EDGES | {"and", "but", "while", "as"}:
        end -= 1
    return _marks(scene, start, end)


def _without(scene: Scene, start: int, end: int, cuts: tuple[Span, ...]) -> Span:
    """Without the source phrases at either side: from the left the leading ones, from the right those that close it."""
    for cut_start, cut_end in sorted(cuts):
        if cut_start <= start < cut_end < end:
            start = cut_end
    for cut_start, cut_end in sorted(cuts, reverse=True):
        if cut_end + 1 < end and scene.document.lower[cut_end] == ",":
            continue  # set off in the middle: it stays, since a content is one slice
        if start < cut_start < end:
            end = cut_start
    return start, end


def _occasion(scene: Scene, j: int, end: int) -> bool:
    """Whether the words after a comma say when it was said: ", hours before he left", ", a day after the vote"."""
    document = scene.document
    while j < end and (document.pos[j] in ("DET", "NUM", "ADV") or document.lemmas[j] in scene.lexicon.signs["spell"]):
        j += 1
    timed = document.lemmas[j - 1] in scene.lexicon.signs["spell"]
    return timed and j < end and document.lower[j] in ("before", "after")


def _appraised(scene: Scene, j: int, end: int) -> bool:
    """Whether the words after a comma say what the article makes of it: ", a remark that", ", a claim Accra denies"."""
    document = scene.document
    if j + 2 >= end or document.lower[j] not in ("a", "an"):
        return False
    noun = next((n for n in range(j + 1, min(j + 4, end)) if document.pos[n] == "NOUN"), None)
    clause = noun is not None and any(document.deps[c] == "acl:relcl" for c in scene.children[noun])
    return noun is not None and clause and document.lemmas[noun] in scene.lexicon.nouns


def _in_letter(scene: Scene, start: int, j: int) -> bool:
    """Whether "in his letter" stands after a content that is a mere phrase; it then says how, not what."""
    document = scene.document
    rows = [scene.lexicon.nouns.get(lemma) for lemma in document.lemmas[j + 1 : j + 4]]
    letter = any(row is not None and row.uses & WRITTEN for row in rows)
    return letter and not any(document.doc[n].morph.get("VerbForm") == ["Fin"] for n in range(start, j))


def _attributed(scene: Scene, j: int) -> bool:
    """Whether "X said" closes the sentence here: an actor, then a cue with no clause of its own."""
    document = scene.document
    reference = scene.cast.covering(j) if j < len(document.words) else None
    if reference is None or reference.start != j:
        return False
    stop = scene.passage(j)[1]
    k = _past_phrase(scene, reference.end, stop)
    k += k < stop and document.lower[k] == ","
    rows = scene.lexicon.verbs.get(document.lower[k], ()) if k < stop else ()
    after = document.pos[k + 1] if k + 1 < stop else "PUNCT"
    return any("quote" in row.frames for row in rows) and after in ("PUNCT", "ADV", "ADP")


def _past_phrase(scene: Scene, at: int, stop: int) -> int:
    """Past what belongs to a name before its cue: "a diplomat | in Dakar", "two people | familiar with the talks"."""
    document = scene.document
    if at >= stop or document.pos[at] not in ("ADP", "ADJ"):
        return at
    return next((j for j in range(at, stop) if document.pos[j] in ("VERB", "AUX") or document.lower[j] in EDGES), stop)


def _after_dateline(scene: Scene, start: int, end: int) -> int:
    """Past "OHRID, North Macedonia (AP) –" or "14:05" at the head of a line; the same place where there is none."""
    document = scene.document
    if start != document.blocks[document.block_of[start]].start:
        return start
    if CLOCK.fullmatch(document.words[start]) and start + 1 < end:
        return start + 1
    for j in range(start, min(start + DATELINE, end)):
        if document.words[j] in DASHES:
            return j + 1
        if document.words[j][0].isalpha() and not document.words[j][0].isupper():
            break
    return start


def _pointing(scene: Scene, start: int, end: int) -> bool:
    """Whether a content is a noun phrase with a demonstrative ("rejected | that demand"), and no clause with "that"."""
    document = scene.document
    noun = document.heads[start] if start < end else start
    within = start < noun < end and not start <= document.heads[noun] < end
    return document.deps[start] == "det" and within and document.pos[noun] == "NOUN"


def _after_that(scene: Scene, start: int, end: int) -> int:
    """Past "however, that": adverbs between a cue and its complementiser."""
    document = scene.document
    for j in range(start, min(start + 4, end)):
        if document.lower[j] == "that":
            return j + 1
        if document.pos[j] not in ("ADV", "PUNCT"):
            break
    return start


def _marks(scene: Scene, start: int, end: int) -> Span:
    """An end inside a quotation is moved to its close; a content that is one whole quotation loses its marks."""
    words = scene.document.words
    stop = scene.passage(start)[1] if start < len(words) else end
    inside = scene.quote_at.get(end - 1) if end > start else None
    if inside is not None and inside.start > start and inside.closed:
        block = scene.document.block_of
        end = inside.end + 1 if block[inside.end] == block[start] else min(inside.end + 1, max(stop, end))
    first = scene.quote_at.get(start)
    if first is not None and first.start == start + 1:
        start = start + 1
    if first is not None and first.start == start and end > first.end + 1:
        start -= 1
    marked = start + 1 < end and scene.quote_at.get(start) is None and scene.quote_at.get(start + 1) is not None
    if marked and scene.quote_at[start + 1].start == start + 1 and scene.quote_at[start + 1].end == end - 1:
        return start + 1, end - 1
    return start, end
