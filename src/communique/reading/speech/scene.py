"""One article as the rules of speech see it: the parse as index tables, its quotations, passages and cast.

A passage is a sentence as the rules use it: the parser's sentences, joined again where it broke one off without a
full stop or inside quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from communique.reading.speech.quotes import find_quotes

if TYPE_CHECKING:
    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.reading.speech.lexicon import Lexicon
    from communique.reading.speech.quotes import Quote

Span = tuple[int, int]
STOPS = frozenset({".", "!", "?", '."', "...", "\u2026"})
MARKS = frozenset({'"', "''", "'", ")", "]"})
EDGES = frozenset({",", ";", ":", ".", "-", "--", "\u2013", "\u2014", "?", "!", "(", ")"})
PARSED = ("quotes", "quote_at", "children", "reach", "passages", "passage_of")  # what needs neither cast nor lexicon
NEGATING = frozenset({"advmod", "det", "aux", "cc:preconj", "dep", "nsubj", "nsubj:pass"})


@dataclass(frozen=True)
class Scene:
    """A document with its cast and the lexicon, and questions about its tree. Spans are tokens [start, end)."""

    document: Document
    cast: Cast
    lexicon: Lexicon
    outlets: frozenset[str]
    wide: bool = False  # whether attributions count that are no statements of the record (see anyone.py)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations, in text order."""
        return find_quotes(self.document)

    @cached_property
    def quote_at(self) -> dict[int, Quote]:
        """For each token between quotation marks its quotation."""
        return {i: quote for quote in self.quotes for i in range(quote.start, quote.end)}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in text order."""
        table: list[list[int]] = [[] for _ in self.document.words]
        for i, head in enumerate(self.document.heads):
            if head != i:
                table[head].append(i)
        return tuple(tuple(row) for row in table)

    @cached_property
    def reach(self) -> tuple[Span, ...]:
        """The span of each token's subtree, cut to its passage."""
        return tuple(
            (max(token.left_edge.i, start), min(token.right_edge.i + 1, end))
            for token, (start, end) in zip(self.document.doc, (self.passages[n] for n in self.passage_of), strict=True)
        )

    @cached_property
    def passages(self) -> tuple[Span, ...]:
        """The passages, in text order."""
        found: list[Span] = []
        words = self.document.words
        block_of = self.document.block_of
        closings = frozenset(quote.end for quote in self.quotes if quote.closed)
        for sentence in self.document.doc.sents:
            start, end = sentence.start, sentence.end
            while found and start < end and start in closings and block_of[found[-1][0]] == block_of[start]:
                start += 1  # a closing mark that the parser gave to the next sentence
                found[-1] = (found[-1][0], start)
            if start == end:
                continue
            while found and block_of[found[-1][0]] == block_of[start] and start < end:
                last = self._last_word(found[-1])
                marks_only = all(words[i] in MARKS for i in range(start, end))
                if words[last] in STOPS and not marks_only:
                    break
                start = found.pop()[0]
            found.append((start, end))
        return tuple(found)

    def _last_word(self, span: Span) -> int:
        last = span[1] - 1
        while last > span[0] and self.document.words[last] in MARKS:
            last -= 1
        return last

    @cached_property
    def passage_of(self) -> tuple[int, ...]:
        """For each token the number of its passage."""
        return tuple(n for n, (start, end) in enumerate(self.passages) for _ in range(start, end))

    def widened(self, cast: Cast, lexicon: Lexicon) -> Scene:
        """The same article with another cast and lexicon; what follows from the parse alone is taken along."""
        other = replace(self, cast=cast, lexicon=lexicon, wide=True)
        other.__dict__.update({name: getattr(self, name) for name in PARSED})
        return other

    def passage(self, i: int) -> Span:
        """The passage that holds a token."""
        return self.passages[self.passage_of[i]]

    def child(self, i: int, *relations: str) -> int | None:
        """The first dependent with one of these relations; "nsubj" takes its subtypes along."""
        deps = self.document.deps
        return next((c for c in self.children[i] if deps[c] in relations or deps[c].split(":")[0] in relations), None)

    def cases(self, i: int) -> tuple[str, ...]:
        """The prepositions and markers of a token, in lower case."""
        document = self.document
        return tuple(document.lower[c] for c in self.children[i] if document.deps[c] in ("case", "mark", "advmod"))

    def is_sign(self, group: str, i: int) -> bool:
        """Whether a word is in a list of signs."""
        return self.document.lower[i] in self.lexicon.signs[group]

    def is_light(self, i: int) -> bool:
        """Whether a verb only carries its noun ("made a call"), so that quoted words after it need not be its own."""
        return self.document.lemmas[i] in self.lexicon.signs["bearing"]

    def negated(self, i: int) -> bool:
        """Whether a word is negated: by a particle, or by what its subject is ("no official confirmed")."""
        deps = self.document.deps
        turned = any(c > i and deps[c].startswith("nsubj") for c in self.children[i])  # "no deal, says the envoy"
        for c in self.children[i]:
            if c < i + 3 and deps[c] in NEGATING and self.is_sign("negation", c):
                return True
            if (
                deps[c].startswith("nsubj")
                and not (turned and c < i)
                and any(self.is_sign("negation", d) and deps[d] == "det" for d in self.children[c])
            ):
                return True
        return self._negated_before(i)

    def _negated_before(self, i: int) -> bool:
        """By position, where the parse hung the particle elsewhere: only auxiliaries and adverbs stand between."""
        pos, start = self.document.pos, self.passage(i)[0]
        for j in range(i - 1, max(i - 4, start - 1), -1):
            if pos[j] not in ("AUX", "ADV", "PART"):
                return False
            if self.is_sign("negation", j):
                return True
        return False

    def actors_in(self, start: int, end: int) -> tuple[str, ...]:
        """The actors mentioned in a span, in text order, each once."""
        found = [a for r in self.cast.references if start <= r.start and r.end <= end for a in r.actors]
        return tuple(dict.fromkeys(found))
