"""One article's parse: a spaCy Doc over its readable lines, and the way back to the article's characters.

Only lines that are prose (body, title, heading, caption) are parsed; each is tokenised for itself, so no sentence
crosses a line. The text is folded first (curly quotes, odd spaces, soft hyphens), one character to one, so that
the parser sees what it was trained on; `starts` and `ends` lead each token back to `Article.text`.

Everything in reading/ works on a `Document`; nothing outside reading/ sees a Doc.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from communique.records import Article, Evidence, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

READABLE = ("title", "heading", "caption", "body")

# Characters folded before parsing. Sources: Unicode general punctuation block; the treebanks write straight quotes.
FOLD = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'", "`": "'",
        "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\n": " ", "\t": " ", "\u3000": " ",
    }
)  # fmt: skip
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod"})
FINAL = frozenset(".!?:;…")
DASHES = frozenset({"-", "\u2013", "\u2014", "--"})
DATELINE_WORDS = 14
CLOSING = frozenset({'"', "'", ")", "]", "''"})
DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def fold(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Fold a line for the parser; the list gives for each folded character its [start, end) in `text`.

    Combining marks are composed with their base (NFC) where one character results.
    """
    characters: list[str] = []
    offsets: list[tuple[int, int]] = []
    for i, character in enumerate(text):
        if character in DROPPED:
            continue
        if characters and unicodedata.combining(character):
            composed = unicodedata.normalize("NFC", characters[-1] + character)
            if len(composed) == 1:
                characters[-1] = composed
                offsets[-1] = (offsets[-1][0], i + 1)
                continue
        characters.append(character.translate(FOLD))
        offsets.append((i, i + 1))
    return "".join(characters), offsets


@dataclass(frozen=True, slots=True)
class Block:
    """A parsed line: its tokens are [start, end) of the Doc."""

    line: Line
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """An article, its Doc, and per token the characters [starts[i], ends[i]) of the article's text."""

    article: Article
    doc: Any
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    blocks: tuple[Block, ...]

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence for tokens [start, end)."""
        return Evidence(self.article.id, self.starts[start], self.ends[end - 1])

    def span(self, evidence: Evidence) -> tuple[int, int]:
        """The tokens [start, end) that lie in a piece of evidence; the inverse of `evidence`."""
        from bisect import bisect_left, bisect_right

        return bisect_right(self.ends, evidence.start), bisect_left(self.starts, evidence.end)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words; gathered once, since spaCy's token attributes are slow in inner loops."""
        return tuple(token.text for token in self.doc)

    def _attribute(self, name: str) -> tuple[str, ...]:
        """A string attribute of every token, read as one array: token by token it takes several times as long."""
        from spacy import attrs

        strings = self.doc.vocab.strings
        keys = self.doc.to_array(attrs.IDS[name]).reshape(-1).tolist()
        names = {key: strings[key] if key else "" for key in set(keys)}
        return tuple(names[key] for key in keys)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The folded words in lower case."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Lemmas in lower case."""
        return tuple(lemma.lower() for lemma in self._attribute("LEMMA"))

    @cached_property
    def pos(self) -> tuple[str, ...]:
        """Universal part-of-speech tags."""
        return self._attribute("POS")

    @cached_property
    def deps(self) -> tuple[str, ...]:
        """Universal dependency relations to the head."""
        return self._attribute("DEP")

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """Index of each token's head; a root is its own head."""
        return tuple(token.head.i for token in self.doc)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the number of its sentence, counted from 0."""
        return tuple(n for n, sentence in enumerate(self.doc.sents) for _ in sentence)

    @cached_property
    def dateline(self) -> tuple[int, int] | None:
        """The tokens [start, end) of the article's dateline without its dash, None if its text opens without one."""
        block = next((block for block in self.blocks if block.line.kind == "body"), None)
        end = _dateline(self.words, block) if block is not None else None
        return (block.start, end - 1) if block is not None and end is not None else None

    def head_of(self, start: int, end: int) -> int:
        """The token of [start, end) that governs the others: its own head lies outside.

        A name that the parser has torn apart has several; then the one that fills a place in a clause counts.
        """
        heads, deps = self.heads, self.deps
        outside = [i for i in range(start, end) if heads[i] == i or not start <= heads[i] < end]
        filling = [i for i in outside if deps[i].split(":")[0] in ARGUMENTS]
        return (filling or outside or [start])[0]

    @cached_property
    def block_of(self) -> tuple[int, ...]:
        """For each token the index of its block."""
        return tuple(n for n, block in enumerate(self.blocks) for _ in range(block.start, block.end))

    def sentences(self, kinds: Iterable[str] = READABLE) -> Iterator[Any]:
        """The Doc's sentences (spaCy spans) in lines of these kinds, in order."""
        wanted = set(kinds)
        for sentence in self.doc.sents:
            if self.blocks[self.block_of[sentence.start]].line.kind in wanted:
                yield sentence


def tokenise(article: Article, nlp: Any) -> Document:
    """Tokenise an article's readable lines into one unparsed Doc, with sentence starts fixed at line starts.

    Lines that repeat an earlier readable line word for word (a caption shown twice) are parsed once.
    """
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[Block] = []
    seen: set[str] = set()
    for line in article.lines:
        text, offsets = fold(article.text[line.start : line.end])
        if line.kind not in READABLE or not text.strip() or text.strip() in seen:
            continue
        seen.add(text.strip())
        first = len(words)
        for token in nlp.tokenizer(text):
            if token.is_space:
                continue
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            starts.append(line.start + offsets[token.idx][0])
            ends.append(line.start + offsets[token.idx + len(token) - 1][1])
        if len(words) > first:
            spaces[-1] = True
            blocks.append(Block(line, first, len(words)))
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for block in blocks:
        lead = _dateline(words, block)
        for i in range(block.start, block.end):
            if i in (block.start, lead):
                doc[i].is_sent_start = True
            elif not _may_start(words, spaces, i):
                doc[i].is_sent_start = False
    return Document(article, doc, tuple(starts), tuple(ends), tuple(blocks))


def _dateline(words: Sequence[str], block: Block) -> int | None:
    """The token after a dateline ("BEIJING, March 10 (Xinhua) -"), which is no part of the first sentence.

    A dateline opens a paragraph with a place in capitals, or ends with an agency in brackets, before a dash.
    """
    for i in range(block.start + 1, min(block.start + DATELINE_WORDS, block.end - 1)):
        if words[i] in DASHES:
            capitals = len(words[block.start]) > 2 and words[block.start].isupper()
            return i + 1 if capitals or words[i - 1] == ")" else None
        if words[i][-1] in "!?;:" or (words[i].islower() and words[i] not in ("and", "of", "de", "el", "al")):
            return None
    return None


def _may_start(words: list[str], spaces: list[bool], i: int) -> bool:
    """Whether a sentence may start at token i; where one may, the network decides.

    After a space, and where a page has lost the space after a full stop ("the album.That way").
    """
    return spaces[i - 1] or (words[i - 1][-1] in FINAL and words[i][0].isupper())


def ended(words: Sequence[str], i: int) -> bool:
    """Whether final punctuation, with the quotes and brackets that close after it, stands before word i > 0."""
    j = i - 1
    while j > 0 and words[j] in CLOSING:
        j -= 1
    return words[j][-1] in FINAL
