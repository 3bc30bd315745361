"""The cue words of lines.toml, loaded once and asked by whole line, beginning or pattern.

Used by the line classifier alone; knows nothing of articles. Adding a word means editing lines.toml.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, cast

from communique.errors import KnowledgeError

if TYPE_CHECKING:
    from communique.records import LineKind

Opens = Literal["", "weak", "strong"]
Where = Literal["anywhere", "header", "tail"]

_EDGES = " \t.,:;!|*_#•·–—-»«›‹→←>[]()\"'"
_QUOTES = (("“", '"'), ("”", '"'), ("„", '"'), ("‘", "'"), ("’", "'"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def fold(text: str) -> str:
    """The text as it is compared: straight quotes, single spaces, no soft hyphens or other invisible signs."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        for curly, straight in _QUOTES:
            text = text.replace(curly, straight)
    return " ".join(text.split())


def edgeless(folded: str) -> str:
    """A folded line in lower case without punctuation at its edges: the key of exact cues and of repetition."""
    return folded.lower().strip(_EDGES)


@dataclass(frozen=True, slots=True)
class Cue:
    """What a line must be when its words say so: the kind, the reason shown to users, and what it opens."""

    kind: LineKind
    reason: str
    opens: Opens = ""
    where: Where = "anywhere"
    max_words: int = 14
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues and word lists of lines.toml, compiled."""

    exact: dict[str, Cue]
    beginnings: tuple[tuple[re.Pattern[str], Cue], ...]
    patterns: tuple[tuple[re.Pattern[str], Cue], ...]
    roots: frozenset[str]
    separators: re.Pattern[str]
    headers: dict[str, str]
    beside_date: frozenset[str]
    clock_words: frozenset[str]
    section_words: frozenset[str]
    function_words: frozenset[str]
    small_words: frozenset[str]
    caption_labels: frozenset[str]

    def of(self, folded: str, key: str, words: int, sentence: bool) -> Cue | None:
        """The cue that a line answers to, None where it answers to none.

        A `sentence` (a line that ends as prose does) is never claimed by a beginning without a colon,
        save for advertisements: "Published reports say so." is no byline.
        """
        if cue := self.exact.get(key):
            return cue
        if words > 60:
            return None
        lowered = folded.lower()
        for beginning, cue in self.beginnings:
            if words <= cue.max_words and (found := beginning.match(lowered)):
                loose = sentence and words >= 6 and cue.kind not in ("ad", "caption") and ":" not in found.group()
                if not loose:
                    return cue
        for pattern, cue in self.patterns:
            if words <= cue.max_words and _may_fit(cue, lowered) and pattern.search(folded):
                return cue
        return None


def _may_fit(cue: Cue, lowered: str) -> bool:
    for sign in cue.needs:  # a generator would double the cost of the busiest line here
        if sign in lowered:
            return True
    return not cue.needs


@cache
def load_cues() -> Cues:
    """The cues of lines.toml.

    Raises:
        KnowledgeError: the table is malformed.
    """
    try:
        table = tomllib.loads(files("communique.intake").joinpath("lines.toml").read_text("utf-8"))
        return _compile(table)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise KnowledgeError(f"intake/lines.toml is malformed: {error}; compare it with its own header") from error


def _compile(table: dict[str, Any]) -> Cues:
    exact: dict[str, Cue] = {}
    beginnings: list[tuple[re.Pattern[str], Cue]] = []
    patterns: list[tuple[re.Pattern[str], Cue]] = []
    for row in table["cue"]:
        cue = Cue(
            kind=cast("LineKind", row["kind"]),
            reason=row["reason"],
            opens=cast("Opens", row.get("opens", "")),
            where=cast("Where", row.get("where", "anywhere")),
            max_words=row.get("max_words", 14),
            needs=tuple(row.get("needs", ())),
        )
        for phrase in row.get("exact", ()):
            exact.setdefault(edgeless(phrase), cue)
        if "prefix" in row:
            longest_first = sorted(row["prefix"], key=lambda phrase: (-len(phrase), phrase))
            beginnings.append((re.compile("|".join(re.escape(phrase) for phrase in longest_first)), cue))
        if "pattern" in row:
            joined = "|".join(f"(?:{pattern})" for pattern in row["pattern"])
            patterns.append((re.compile(joined, re.IGNORECASE), cue))
    headers = {word: key for key, words in table["headers"].items() for word in words}
    return Cues(
        exact=exact,
        beginnings=tuple(beginnings),
        patterns=tuple(patterns),
        roots=frozenset(table["breadcrumbs"]["roots"]),
        separators=re.compile(table["breadcrumbs"]["separators"]),
        headers=headers,
        beside_date=frozenset(table["bylines"]["beside_date"]),
        clock_words=frozenset(table["bylines"]["clock_words"]),
        section_words=frozenset(table["headings"]["sections"]),
        small_words=frozenset(table["headings"]["small_words"]),
        caption_labels=frozenset(table["captions"]["labels"]),
        function_words=frozenset(table["english"]["function_words"]),
    )
