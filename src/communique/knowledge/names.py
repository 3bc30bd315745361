"""Names as people write them: accents folded, spellings of one name brought together, persons found by name.

The matcher and the desk use it. A word becomes its *plain* form (lower case, no accents) and from there its
*canonical* form, which is the same for Sergei and Sergey, Mohammed and Muhammad.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.knowledge.model import Person

_PLAIN = re.compile(r"[A-Za-z. ]*").fullmatch  # most names: nothing to fold or to split but spaces
_BREAKS = re.compile(r"[-‐‑–'’ʼʻ`]")
# Letters that do not decompose into a base letter and an accent (Unicode NFKD leaves them whole).
_WHOLE_LETTERS = str.maketrans(
    dict(zip("øØłŁđĐıðəƏ", "oOlLdDidaA", strict=True)) | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Families of endings and digraphs by which Latin transliterations of Cyrillic and Arabic differ (BGN/PCGN,
# ISO 9, and newspaper usage); applied to words of five letters and more, where they cannot confuse short surnames.
_SKELETON = (
    (re.compile(r"(?:iy|yy|ij|yi|ii|ey|y|j)$"), "i"),
    (re.compile(r"ei$"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"kh|q"), "k"),
    (re.compile(r"iya|ija"), "ia"),
    (re.compile(r"^ye"), "e"),
)
_SKELETON_FROM = 5
_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "JPN", "VNM", "HUN", "KHM", "SGP"})
# A strict last resort for one-letter slips. Two persons of this table come as near as 96 (Kim Sung-han and Kim
# Sung-hwan), but only a name that nobody bears gets here, and a tie gives nobody.
_LAST_RESORT_SCORE = 92.0
_LAST_RESORT_LENGTH = 9


def unaccented(text: str) -> str:
    """The text without accents; case kept."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_WHOLE_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def pieces(text: str) -> list[str]:
    """The words of a name or phrase as the matcher sees them: split at spaces, hyphens, apostrophes and commas."""
    if _PLAIN(text):
        return text.split()
    return _BREAKS.sub(" ", unaccented(text).replace(",", " , ")).split()


class Spellings:
    """Brings the spellings of a name-word to one canonical form."""

    def __init__(self, groups: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._same = {variant: name for name, variants in groups for variant in (name, *variants)}
        self._seen: dict[str, str] = {}

    def canonical(self, plain: str) -> str:
        """The canonical form of a word in lower case without accents."""
        found = self._seen.get(plain)
        if found is None:
            found = self._seen[plain] = self._reduce(plain)
        return found

    def _reduce(self, plain: str) -> str:
        word = self._same.get(plain, plain)
        if len(word) < _SKELETON_FROM or not word.isalpha():
            return word
        for pattern, other in _SKELETON:
            word = pattern.sub(other, word)
        return word


def orders(person: Person, words: Sequence[str]) -> list[tuple[str, ...]]:
    """The orders in which these words of a person's name are written: the family name first, or last."""
    given = [tuple(words)]
    if person.state in _FAMILY_NAME_FIRST and len(words) > 1:
        family = pieces(person.surname)
        if list(words[: len(family)]) == family:
            given.append((*words[len(family) :], *family))
        elif list(words[-len(family) :]) == family:
            given.append((*family, *words[: -len(family)]))
    return given


def given_names(persons: Iterable[Person]) -> dict[str, str]:
    """The gender that all bearers of a given name share, by the name in lower case; only names that put it first."""
    found: dict[str, set[str]] = {}
    for person in persons:
        if person.state in _FAMILY_NAME_FIRST or not person.gender:
            continue
        first, *rest = pieces(person.name.lower())
        if rest:
            found.setdefault(first, set()).add(person.gender)
    return {name: genders.pop() for name, genders in found.items() if len(genders) == 1}


class PersonIndex:
    """Finds persons by full name, alias, other spelling, or surname."""

    def __init__(self, persons: Mapping[str, Person], spellings: Spellings) -> None:
        self._spellings = spellings
        self._by_name: dict[tuple[str, ...], list[Person]] = {}
        self._by_surname: dict[tuple[str, ...], list[Person]] = {}
        for person in persons.values():
            for name in (person.name, *person.aliases):
                for order in orders(person, pieces(name)):
                    _add(self._by_name, self._canonical(order), person)
            _add(self._by_surname, self._canonical(pieces(person.surname)), person)

    def _canonical(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._spellings.canonical(word.lower()) for word in words)

    def with_surname(self, surname: str) -> tuple[Person, ...]:
        """All persons whose surname it is, in the order of the table."""
        return tuple(self._by_surname.get(self._canonical(pieces(surname)), ()))

    def find(self, name: str) -> tuple[Person, ...]:
        """Persons of that full name or alias; else of that surname; else the one whose name is a slip away."""
        key = self._canonical(pieces(name))
        if not key:
            return ()
        exact = self._by_name.get(key) or self._by_surname.get(key)
        if exact:
            return tuple(exact)
        return self._without_middle(key) or self._nearest(key)

    def _without_middle(self, key: tuple[str, ...]) -> tuple[Person, ...]:
        """ "Donald J. Trump" is Donald Trump: drop initials between the first word and the last."""
        kept = tuple(word for word in key if len(word.rstrip(".")) > 1)
        return tuple(self._by_name.get(kept, ())) if 1 < len(kept) < len(key) else ()

    def _nearest(self, key: tuple[str, ...]) -> tuple[Person, ...]:
        wanted = " ".join(key)
        if len(key) < 2 or len(wanted) < _LAST_RESORT_LENGTH:
            return ()
        from rapidfuzz import fuzz, process

        names = {" ".join(known): known for known in self._by_name if len(known) == len(key)}
        best = process.extract(wanted, names.keys(), scorer=fuzz.ratio, score_cutoff=_LAST_RESORT_SCORE, limit=2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return ()
        return tuple(self._by_name[names[best[0][0]]])


def _add(index: dict[tuple[str, ...], list[Person]], key: tuple[str, ...], person: Person) -> None:
    held = index.setdefault(key, [])
    if person not in held:
        held.append(person)
