"""Whether a name in the gold and an actor of the record are the same: spelling, holders like "X / ministry", states.

Two degrees: strict (the same actor) and lenient (the same side: the state for its ministry, or the reverse).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.predicted import Who

Degree = Literal[0, 1, 2]  # no match, lenient, strict
_PARTICLES = frozenset({"of", "al", "bin", "bint", "ibn", "de", "da", "von", "van", "and", "the", "for"})
OFFICIAL = frozenset({"office", "organisation", "unnamed", "group"})

# One spelling for the variants that transliteration makes: Sergei/Sergey, Zelensky/Zelenskyy, Aleksandar/Alexander.
_FOLDS = (
    (r"ks", "x"),
    (r"ck", "k"),
    (r"kh", "h"),
    (r"ts\b", "c"),
    (r"(?:iy|yi|ii|yy|ij|y|j)", "i"),
    (r"(.)\1+", r"\1"),
)
# Over all pairs of the 86 names in the two gold sets, the closest two that differ reach 82 (North and South Korea);
# eight pairs of variants that transliteration makes reach 93 and more.
_SAME_SPELLING = 90.0
# For descriptions of unnamed sources, which no two people word alike ("a close associate", "an associate of").
_SAME_DESCRIPTION = 70.0


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and variants of transliteration."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s\b", "", plain)
    plain = " ".join(re.findall(r"[a-z0-9]+", plain))
    plain = re.sub(r"^(?:the|a|an) ", "", plain)
    for pattern, repl in _FOLDS:
        plain = re.sub(pattern, repl, plain)
    return plain


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """The rows of states.tsv: codes and names, the state's own name first."""
    rows = (Path(__file__).parent / "states.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")][1:]
    return tuple((frozenset(codes.split("|")), tuple(names.split("|"))) for codes, names in cells)


@lru_cache(maxsize=1)
def _states() -> Mapping[str, frozenset[str]]:
    """Folded name of a state (or its seat) to its codes."""
    return {fold(name): codes for codes, names in _table() for name in names}


def state_codes(name: str) -> frozenset[str]:
    """The codes of the state that a gold name means, or of the state that a gold place lies in; empty if none."""
    return _states().get(fold(name), frozenset())


def state_names(codes: frozenset[str]) -> tuple[str, ...]:
    """The proper names of the states with these codes, without their cities."""
    return tuple(names[0] for owned, names in _table() if owned & codes)


def same_spelling(left: str, right: str) -> bool:
    """Whether two names are one name: equal after folding, one a fuller form of the other, or an acronym."""
    a, b = fold(left), fold(right)
    if not a or not b:
        return False
    if a == b or fuzz.ratio(a, b) >= _SAME_SPELLING or fuzz.token_sort_ratio(a, b) >= _SAME_SPELLING:
        return True
    return _fuller(a.split(), b.split()) or _acronym(left, right) or _acronym(right, left)


def _fuller(a: list[str], b: list[str]) -> bool:
    """Whether the shorter name's words, initials allowed, all stand in the longer; a lone surname counts as well."""
    if len(a) == len(b):
        return _within(a, b) or _within(b, a)
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return len(short[0]) > 2 and short[0] in (long[-1], long[0])
    return _within(short, long)


def _within(short: list[str], long: list[str]) -> bool:
    return all(any(w == v or (len(w) == 1 and v.startswith(w)) for v in long) for w in short)


def _acronym(short: str, long: str) -> bool:
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", long) if w not in ("of", "the", "and", "for"))
    return short.isupper() and len(short) > 2 and short.casefold() == initials.casefold()


def match(gold: str, who: Who) -> Degree:
    """How well an actor answers a gold name: 2 the same actor, 1 the same side, 0 neither."""
    if fold(gold) in {fold(name) for name in (who.name, *who.aliases)}:
        return 2
    holder = re.match(r"([^/(]+?)\s*[/(]", gold)
    if holder:
        return _holder(holder[1], who)
    codes = state_codes(gold)
    if codes:
        return _state(codes, who)
    if not _is_proper(gold):
        return _description(gold, who) if who.kind in OFFICIAL else 0
    if who.kind != "state" and any(same_spelling(gold, name) for name in (who.name, *who.aliases)):
        return 2
    return 0


def _holder(owner: str, who: Who) -> Degree:
    """A ministry, press service or unnamed official of a state or organisation."""
    codes = state_codes(owner)
    if not codes:
        return 2 if any(fold(owner) in fold(n) for n in (who.name, *who.aliases)) else 0
    if who.state not in codes:
        return 0
    if who.kind in OFFICIAL:
        return 2
    return 1 if who.kind == "state" else 0


def _state(codes: frozenset[str], who: Who) -> Degree:
    if who.state not in codes:
        return 0
    if who.kind == "state":
        return 2
    return 1 if who.kind in OFFICIAL else 0


def _is_proper(gold: str) -> bool:
    """Whether the gold names someone: every word of it capitalised, as in "Sergey Lavrov"."""
    words = [re.sub(r"^(?:al|an|ash|el)-", "", w) for w in gold.split()]
    return all(w[0].isupper() or w in _PARTICLES for w in words)


def _description(gold: str, who: Who) -> Degree:
    best = max(fuzz.token_set_ratio(fold(gold), fold(n)) for n in (who.name, *who.aliases))
    state = next((codes for word in gold.split() if (codes := state_codes(word) or _demonym(word))), frozenset[str]())
    if best >= _SAME_DESCRIPTION and (not state or who.state is None or who.state in state):
        return 2
    return 1 if (state and who.state in state) or who.kind in ("unnamed", "group") else 0


def _demonym(word: str) -> frozenset[str]:
    """The state that a capitalised word is an adjective of, where the two begin alike: "Chinese", "Serbian"."""
    if len(word) < 5 or not word[0].isupper():
        return frozenset()
    return next((codes for codes, names in _table() if names[0][:4] == word[:4]), frozenset())


def match_all(golds: tuple[str, ...], whos: tuple[Who, ...], extras: tuple[str, ...] = ()) -> Degree:
    """Whether actors answer a set of gold names: each name once, nothing left over but `extras`; the worst degree."""
    degrees: list[list[Degree]] = [[match(g, w) for w in whos] for g in golds]
    best: Degree = 0
    for need in (2, 1):
        taken = _cover(degrees, need)
        if taken is None:
            continue
        rest = [w for i, w in enumerate(whos) if i not in taken]
        left = [max((match(x, w) for x in extras), default=0) for w in rest]
        if all(left):
            best = 2 if need == 2 else 1
            break
    return best


def _cover(degrees: list[list[Degree]], need: int) -> frozenset[int] | None:
    """Distinct columns, one for each row with at least `need`, or None (augmenting paths, sizes are tiny)."""
    owner: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for col, degree in enumerate(degrees[row]):
            if degree >= need and col not in seen:
                seen.add(col)
                if col not in owner or place(owner[col], seen):
                    owner[col] = row
                    return True
        return False

    return frozenset(owner) if all(place(row, set()) for row in range(len(degrees))) else None
