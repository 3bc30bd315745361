"""What the rules find before it is written down: a statement in tokens, still without chain, topics and id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.quotes import Quote
    from communique.reading.speech.scene import Span
    from communique.reading.speech.source import Source


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue governs: the content as tokens, its head (None if found by position), and who is concerned.

    `coded` is a noun row whose class and PLOVER code speak for the cue's ("expressed support").
    """

    content: Span
    head: int | None
    targets: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    coded: CueRow | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in tokens: the cue's token (`anchor`) and span; `direct` where the content is quoted whole.

    `through` are those who pass the words on by the cue's own clause ("Tass quoted him as saying"); `on_behalf` says
    that they speak for the source ("said on behalf of the league").
    """

    anchor: int
    cue: Span
    row: CueRow
    source: Source
    complement: Complement
    quotes: tuple[Quote, ...] = ()
    direct: bool = False
    through: tuple[Source, ...] = ()
    on_behalf: bool = False

    @property
    def content(self) -> Span:
        """The tokens of the content."""
        return self.complement.content
