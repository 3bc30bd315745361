"""The gazetteer: finds what the tables know in a sequence of words, longest match first, left to right.

Each family (geography, persons, organisations, occasions, plans, roles) is matched by itself, so that "Russian
Foreign Minister Sergei Lavrov" gives a demonym, a role and a person. Within a family matches do not overlap.

A word of an entry matches as written or in capitals; a word that the entry writes in lower case matches any case.
So "Turkey" and "TURKEY" are the state and "turkey" is a bird, while "Foreign Minister" is a "foreign minister".
Hyphens and apostrophes count as spaces on both sides: "Kim Jong-un" is Kim Jong Un.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from communique.knowledge.model import Hit, HitKind
from communique.knowledge.names import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_MAX_LENGTH = 12


class _Entry(NamedTuple):
    """What a sequence of words names: per kind, the spellings it is written in and the keys.

    Nested tuples of strings, because the garbage collector stops walking over those: half of the time to build.
    """

    kind: HitKind
    forms: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]


class Family:
    """The entries of one family. Kinds added first win where the same words name several kinds."""

    def __init__(self, reduce: Callable[[str], str] | None = None) -> None:
        self._reduce = reduce
        self._entries: dict[tuple[str, ...], tuple[_Entry, ...]] = {}
        self._masks: dict[str, int] = {}  # by first word: a bit for each length of an entry that begins with it

    def add(self, kind: HitKind, key: str, words: Sequence[str]) -> None:
        """Let these words name that key. `words` come from `names.pieces`."""
        length, reduce = len(words), self._reduce
        if not 0 < length <= _MAX_LENGTH:
            return
        plain = tuple([word.lower() for word in words] if reduce is None else [reduce(word.lower()) for word in words])
        form = tuple(words)
        entries = self._entries.get(plain)
        if entries is None:
            self._entries[plain] = (_Entry(kind, (form,), (key,)),)
            self._masks[plain[0]] = self._masks.get(plain[0], 0) | 1 << length
            return
        at = next((at for at, held in enumerate(entries) if held.kind == kind), None)
        if at is None:
            self._entries[plain] = (*entries, _Entry(kind, (form,), (key,)))
            return
        held = entries[at]
        forms = held.forms if form in held.forms else (*held.forms, form)
        keys = held.keys if key in held.keys else (*held.keys, key)
        self._entries[plain] = (*entries[:at], _Entry(kind, forms, keys), *entries[at + 1 :])

    def find(self, text: _Text) -> Iterable[Hit]:
        """Hits over the original words, in order."""
        reach = 0
        for at in self._starts(text):
            if at < reach:
                continue
            found = self._at(text, at)
            if found is not None:
                entry, reach = found
                yield Hit(text.owner[at], text.owner[reach - 1] + 1, entry.kind, entry.keys)

    def _starts(self, text: _Text) -> list[int]:
        """Where an entry may begin. Reduced families hold names, which begin with a capital."""
        masks, reduce = self._masks, self._reduce
        if reduce is None:
            return [at for at, word in enumerate(text.plain) if word in masks]
        capitals = [at for at, word in enumerate(text.written) if word[:1].isupper()]
        return [at for at in capitals if reduce(text.plain[at]) in masks]

    def _at(self, text: _Text, at: int) -> tuple[_Entry, int] | None:
        """The longest entry that begins at a word, with the index after its last word."""
        reduce = self._reduce
        first = text.plain[at] if reduce is None else reduce(text.plain[at])
        mask = self._masks[first]
        for length in range(min(mask.bit_length() - 1, len(text.plain) - at), 0, -1):
            if not mask >> length & 1:
                continue
            words = text.plain[at : at + length]
            found = self._entries.get(tuple(words if reduce is None else map(reduce, words)))
            entry = _first_fitting(found, text.written[at : at + length], reduce) if found else None
            if entry is not None:
                return entry, at + length
        return None


def _first_fitting(entries: tuple[_Entry, ...], seen: list[str], reduce: Callable[[str], str] | None) -> _Entry | None:
    lax = reduce is not None
    return next((entry for entry in entries if any(_fits(form, seen, lax) for form in entry.forms)), None)


def _fits(form: tuple[str, ...], seen: list[str], lax: bool) -> bool:
    """Whether words are written as the entry asks. `lax` asks only for capitals at the first and last word."""
    if lax:
        return seen[0][:1].isupper() and (len(seen) < 3 or seen[-1][:1].isupper() or form[-1][:1].isupper())
    return all(
        word == want or (word.isupper() and word == want.upper()) or (want.islower() and word.lower() == want)
        for word, want in zip(seen, form, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """The words as the gazetteer sees them: hyphens and apostrophes gone, each piece with its original word."""

    written: list[str]
    plain: list[str]
    owner: list[int]

    @staticmethod
    def of(words: Sequence[str]) -> _Text:
        written: list[str] = []
        owner: list[int] = []
        for index, word in enumerate(words):
            if word.isascii() and not ("-" in word or "'" in word or " " in word):
                written.append(word)
                owner.append(index)
                continue
            for piece in pieces(word):
                written.append(piece)
                owner.append(index)
        return _Text(written, [word.lower() for word in written], owner)


class Gazetteer:
    """Families of entries, matched one after the other."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._families = tuple(families)

    def match(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """All hits over the words, by start, then longest first, then kind.

        The parts of a person's name are nothing else: no country in "Jordan Smith", no sheikh in "Hassan Sheikh
        Mohamud". Only a title that opens the name ("King Abdullah") stays a role of its own.
        """
        text = _Text.of(words)
        hits = [hit for family in self._families for hit in family.find(text)]
        inside = {at: hit for hit in hits if hit.kind == "person" for at in range(hit.start, hit.end)}
        kept = [hit for hit in hits if not _is_part(hit, inside.get(hit.start))]
        return tuple(sorted(kept, key=lambda hit: (hit.start, -hit.end, hit.kind)))


def _is_part(hit: Hit, person: Hit | None) -> bool:
    """Whether a hit is but a part of a person's name."""
    if person is None or hit.kind == "person" or hit.end > person.end or person.end - person.start == 1:
        return False
    return hit.kind != "role" or hit.start > person.start
