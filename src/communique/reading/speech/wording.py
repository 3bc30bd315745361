"""The words that name a source and a cue in full: the whole noun phrase, the verb with its auxiliaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.scene import EDGES

if TYPE_CHECKING:
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene, Span

WITH_VERB = frozenset({"aux", "aux:pass", "cop", "advmod", "mark", "compound:prt"})
WITH_NOUN = frozenset({"det", "amod", "nummod", "compound", "advmod"})
GROUPED = frozenset({"AUX", "ADV", "PART"})
TIED = frozenset({"conj", "appos", "flat", "nmod:desc", "compound"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
DEEPEST = 3  # steps from a member to the head of its phrase
# A preposition belongs to the cue if fewer words than this stand between ("accused her of"). Swept 1, 2 and 3 on
# PolNeAR's development part: F1 of cues .652, .653 and .652.
APART = 2
OPENING = frozenset({"who", "which", "that", "as", "if", "when", "while"})  # never part of a cue
RELATIVES = frozenset({"who", "which", "that"})


def source_spans(scene: Scene, draft: Draft) -> tuple[Span, ...]:
    """Where the source is named: its noun phrase with what modifies it, without cue and content."""
    spans: list[Span] = []
    for start, end in draft.source.spans:
        first, last = _phrase(scene, start, end)
        if scene.document.deps[scene.document.head_of(start, end)] == "nmod:poss" or _owned(scene, end):
            last = max(end, min(last, _after_mark(scene, end)))
        first, last = _without_case(scene, first, start), _before_others(scene, draft, start, end, last)
        if spans and first <= spans[-1][1]:
            spans[-1] = (min(first, spans[-1][0]), max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return tuple(spans)


def _phrase(scene: Scene, start: int, end: int) -> Span:
    """The noun phrase of some tokens, with what is coordinated and what is in apposition before or after."""
    document = scene.document
    head = document.head_of(start, end)
    for _ in range(DEEPEST):
        above = document.heads[head]
        tied = document.deps[head] in TIED and document.pos[above] in NOMINAL and above != head
        near = document.deps[head] == "conj" or above == start - 1 or above == end
        if not tied or not near:
            break
        head = above
    first, last = scene.reach[head]
    first, last = min(first, start), max(last, end)
    if last < len(document.words) and document.pos[last] == "PROPN" and document.pos[last - 1] in NOMINAL:
        beside = scene.cast.covering(last)  # "campaign manager | Ana Lee", where the parse cut a name off
        last = beside.end if beside is not None and beside.start == last and beside.form == "name" else last
    return first, last


def _owned(scene: Scene, end: int) -> bool:
    return end < len(scene.document.lower) and scene.document.lower[end] in ("'s", "'")


def _after_mark(scene: Scene, end: int) -> int:
    return end + 1 if _owned(scene, end) else end


def _without_case(scene: Scene, first: int, start: int) -> int:
    """Past the preposition that only ties the phrase to its governor."""
    document = scene.document
    loose = ("case", "mark", "cc", "fixed", "punct")
    while first < start and (document.deps[first] in loose or document.pos[first] == "PUNCT"):
        first += 1
    return first


def _before_others(scene: Scene, draft: Draft, start: int, end: int, last: int) -> int:
    """The end of a phrase cut before the cue, the content, and a relative clause that holds them."""
    anchor, content = draft.anchor, draft.content
    if start <= anchor < last and anchor >= end:
        last = next((j for j in range(end, anchor) if scene.document.lower[j] in RELATIVES), anchor)
    if end <= content[0] < last:
        last = content[0]
    while last > end and scene.document.lower[last - 1] in EDGES - {")"}:
        last -= 1
    return last


def cue_span(scene: Scene, draft: Draft) -> Span:
    """The cue with its auxiliaries, its negation, the verb that carries it ("refused to say") and its preposition."""
    document = scene.document
    start, end = draft.cue
    taken = {j for span in draft.source.spans for j in range(*span)} | set(range(*draft.content))
    if document.pos[draft.anchor] in ("VERB", "AUX", "ADJ"):
        start = _verb_start(scene, draft.anchor, start, taken)
    elif draft.row.pos == "noun":
        start = _noun_start(scene, draft.anchor, start, taken)
    while end < len(document.words) and document.deps[end] == "compound:prt":
        end += 1
    end += draft.row.pos == "verb" and _day(scene, draft.anchor, end)
    own = end < len(document.words) and document.pos[end] in ("ADP", "SCONJ") and document.lower[end] != "that"
    agent = own and document.lower[end] == "by" and end not in taken
    if own and (agent or end + 1 == draft.content[0]):
        return start, end + 1
    return start, _reaching(scene, draft, end, taken)


def _day(scene: Scene, anchor: int, end: int) -> bool:
    """Whether a day without a preposition, which says when, is the word after a cue: "said Friday"."""
    document = scene.document
    beside = end < len(document.words) and document.heads[end] == anchor and document.deps[end].startswith("obl")
    return beside and not scene.cases(end) and scene.is_sign("calendar", end)


def _reaching(scene: Scene, draft: Draft, end: int, taken: set[int]) -> int:
    """The end of a cue whose preposition stands apart from it: "spoke on Friday | of", "accused her | of"."""
    document, last = scene.document, draft.content[0] - 1
    if not end < last < end + APART or document.pos[last] not in ("ADP", "SCONJ") or draft.row.pos == "noun":
        return end
    opens = document.lower[last] == "that" or draft.row.role(document.lower[last]) != "content"
    apart = any(j in taken or document.lower[j] in EDGES for j in range(end, last))
    return end if opens or apart else last + 1


def _verb_start(scene: Scene, anchor: int, start: int, taken: set[int]) -> int:
    """The first token of a verb group: auxiliaries, negation, adverbs, and what carries it ("refused to say")."""
    document = scene.document
    first = scene.passage(anchor)[0]
    above = document.heads[anchor]
    tied = document.deps[anchor] == "xcomp" or document.lemmas[above] in scene.lexicon.signs["carrier"]
    infinitive = scene.child(anchor, "mark") is not None and document.pos[above] == "VERB"
    carrier = above if tied and infinitive else anchor
    while start > first and start - 1 not in taken:
        j = start - 1
        grouped = document.pos[j] in GROUPED or document.deps[j] in WITH_VERB or j == carrier
        if document.lower[j] in OPENING or not (grouped or (carrier < j and document.pos[j] == "ADP")):
            break
        start = j
    while start < anchor and (document.lower[start] == "to" or document.pos[start] == "ADP"):
        start += 1
    return start


def _noun_start(scene: Scene, anchor: int, start: int, taken: set[int]) -> int:
    document = scene.document
    while start > 0 and start - 1 not in taken and document.deps[start - 1] in WITH_NOUN \
            and anchor >= document.heads[start - 1] >= start:  # fmt: skip
        start -= 1
    verb = document.heads[anchor]
    light = document.deps[anchor] == "obj" and document.lemmas[verb] in scene.lexicon.signs["light"]
    return _verb_start(scene, verb, verb, taken) if light and verb == start - 1 else start
