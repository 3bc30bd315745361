"""Two simple ways to find who said what, on the same parse: what the rules of speech have to beat.

A verb of saying is one that our table of cues lets introduce a quotation. Each yields (source, cue, content), every
one a tuple of [start, end) spans of characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.speech.lexicon import lexicon
from communique.reading.speech.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.document import Document

Spans = tuple[tuple[int, int], ...]
Found = tuple[Spans, Spans, Spans]

SUBJECTS = ("nsubj", "csubj", "nsubj:pass")


def nearest_name(document: Document) -> Iterator[Found]:
    """For each verb of saying the nearest name before it in its sentence; the content is the rest of the sentence."""
    doc = document.doc
    names = [entity for entity in doc.ents if entity.label_ in ("PERSON", "ORG", "NORP", "LOC")]
    for sentence in doc.sents:
        for verb in sentence:
            if not _reports(verb):
                continue
            before = [name for name in names if sentence.start <= name.start and name.end <= verb.i]
            if not before:
                continue
            name = before[-1]
            rest = (verb.i + 1, sentence.end) if verb.i + 3 < sentence.end else (sentence.start, name.start)
            if rest[0] < rest[1]:
                yield (
                    (_chars(document, name.start, name.end),),
                    (_chars(document, verb.i, verb.i + 1),),
                    (_chars(document, *rest),),
                )


def quotations(document: Document) -> Iterator[Found]:
    """The method of textacy.extract.direct_quotations: a quotation, a verb of reporting near it, and its subject.

    Written anew after its description, since installing textacy brings scipy and scikit-learn: of the verbs of
    reporting in the quotation's sentence, the one before and the one after, outside of quotation marks and with a
    subject, the nearest one counts.
    """
    doc, quotes = document.doc, find_quotes(document)
    inside = {i for quote in quotes for i in range(quote.start, quote.end)}
    for quote in quotes:
        window = range(_shift(doc, quote.start, -1), _shift(doc, quote.end - 1, 1))
        verbs = [i for i in window if i not in inside and _reports(doc[i])
                 and _subject(doc[i]) is not None]  # fmt: skip
        if not verbs:
            continue
        cue = min(verbs, key=lambda i: min(abs(i - quote.start), abs(i - quote.end)))
        subject = _subject(doc[cue])
        yield (
            (_chars(document, subject.left_edge.i, subject.right_edge.i + 1),),
            (_chars(document, cue, cue + 1),),
            (_chars(document, quote.start, quote.end),),
        )


def _reports(token: Any) -> bool:
    """Whether a token is a verb that can introduce a quotation, by our own table of cues."""
    rows = lexicon().verbs.get(token.lower_, ()) if token.pos_ == "VERB" else ()
    return any("quote" in row.frames for row in rows)


def _subject(verb: Any) -> Any:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _shift(doc: Any, token: int, step: int) -> int:
    """The start (step -1) or end (step 1) of the sentence beside a token's sentence in the same direction."""
    sentence = doc[token].sent
    edge = sentence.start - 1 if step < 0 else sentence.end
    if not 0 <= edge < len(doc):
        return int(sentence.start if step < 0 else sentence.end)
    beside = doc[edge].sent
    return int(beside.start if step < 0 else beside.end)


def _chars(document: Document, start: int, end: int) -> tuple[int, int]:
    evidence = document.evidence(start, end)
    return evidence.start, evidence.end
