"""Occasions that the text uses as times: "at the summit", "since the Munich Security Conference", "a week after it".

An occasion is a time after a preposition of time; a length before that preposition counts from it ("two weeks after
the summit" is one expression, `amount` of `unit` after the edition). "The summit" without a name is the one named
before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.times import tables
from communique.reading.times.tense import direction
from communique.records import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reading.document import Document
    from communique.reading.times.tokens import Tokens

Named = tuple[str, int, int]  # key, tokens [start, end)
OPENERS = 4  # tokens before a name in which its preposition stands
SIDES: Mapping[str, int] = {"after": 1, "since": 1, "before": -1}


def with_occasions(
    found: Sequence[TimeExpression], tokens: Tokens, document: Document, knowledge: Knowledge
) -> list[TimeExpression]:
    """The times found and the occasions, in text order; a length that counts from an occasion is one with it."""
    prepositions = {row["word"]: row["relation"] for row in tables.rows("occasion_prepositions.tsv")}
    kept = {time.evidence: time for time in found}
    placed = {document.span(time.evidence)[1]: time for time in found if time.form == "length"}
    for key, start, end in _named(tokens, document, knowledge):
        at = _opener(tokens, document, start, prepositions)
        if at is None or any(document.span(e)[0] < end and start < document.span(e)[1] for e in kept):
            continue
        relation, length = prepositions[tokens.words[at]], placed.get(at)
        made = _expression(key, document, tokens, start, end, relation)
        if length is not None and relation in SIDES and length.amount is not None and length.unit is not None:
            del kept[length.evidence]
            made = _counted(made, length, SIDES[relation])
        kept[made.evidence] = made
    return sorted(kept.values(), key=lambda time: (time.evidence, time.rule))


def _expression(key: str, document: Document, tokens: Tokens, start: int, end: int, relation: str) -> TimeExpression:
    side = direction(tokens, tokens.root_of(start, end))
    made = TimeExpression(
        document.evidence(start, end), "DATE", "occasion", "occasion", direction=side, anchor="publication", key=key
    )
    return replace(made, relation=relation)  # type: ignore[arg-type]


def _counted(occasion: TimeExpression, length: TimeExpression, side: int) -> TimeExpression:
    """The day so many units from the occasion; a length dates nothing once it counts from something."""
    evidence = replace(occasion.evidence, start=length.evidence.start)
    return replace(
        occasion, evidence=evidence, rule="occasion-counted", relation="", unit=length.unit,
        amount=side * (length.amount or 0.0), approximate=length.approximate,
    )  # fmt: skip


def _opener(tokens: Tokens, document: Document, start: int, prepositions: Mapping[str, str]) -> int | None:
    first = max(start - OPENERS, document.doc[start].sent.start)
    return next((i for i in range(start - 1, first - 1, -1) if tokens.words[i] in prepositions), None)


def _named(tokens: Tokens, document: Document, knowledge: Knowledge) -> Iterator[Named]:
    """Occasions named, and nouns that take one up again, in text order."""
    names: list[tuple[str, frozenset[str]]] = []
    for sentence in document.doc.sents:
        hits = [hit for hit in knowledge.match(tokens.texts[sentence.start : sentence.end]) if hit.kind == "occasion"]
        spans = {sentence.start + hit.start: hit for hit in hits}
        at = sentence.start
        while at < sentence.end:
            hit = spans.get(at)
            if hit is not None:
                first = knowledge.occasions[hit.keys[0]]
                key = hit.keys[0] if len(hit.keys) == 1 else first.series
                end = sentence.start + hit.end
                names.append((key, frozenset(tokens.words[at:end])))
                yield key, at, end
                at = end
                continue
            if tokens.word(at - 1) == "the" and tokens.pos[at] == "NOUN":
                again = next((key for key, words in reversed(names) if tokens.words[at] in words), None)
                if again is not None:
                    yield again, at, at + 1
            at += 1
