"""Numbers as the text writes them: "three", "twenty-four", "two hundred", "2 1/2", "a couple of", "1990s"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reading.times.lexicon import Lexicon

CENTURY = {"nineteen": 1900, "eighteen": 1800}


def number(words: Sequence[str], lexicon: Lexicon) -> float | None:
    """The number that the words say; None where they are vague ("several", "a few")."""
    total, said = 0.0, False
    for word in words:
        value = _one(word, lexicon)
        if (word == "a" and len(words) > 1) or value is None:
            continue
        scale = lexicon.value(word, "SCALE")
        total = (total or 1.0) * value if scale else total + value
        said = True
    return total if said else None


def _one(word: str, lexicon: Lexicon) -> float | None:
    if word in ("a", "an"):
        return 1.0
    if word[:1].isdigit():
        if "/" in word:
            above, below = word.split("/")
            return int(above) / int(below) if int(below) else None
        digits = word.replace(",", "")
        plain = digits.rstrip("stndrh")
        return float(plain) if plain.replace(".", "", 1).isdigit() else None
    value = lexicon.value(word, "NUMW", "ORD", "COUPLE", "SCALE", "HALF")
    return float(value) if value else None


def spoken_year(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """ "2018" and "nineteen ninety-seven" alike."""
    digits = "".join(c for c in words[0] if c.isdigit())
    if len(words) == 1 and digits:
        value = int(digits)
        return value + (1900 if value >= 50 else 2000) if value < 100 else value
    base = 2000 if words[0] in ("two", "twenty") else CENTURY.get(words[0])
    if base is None:
        return None
    skip = 2 if words[0] == "two" else 1
    rest = [lexicon.value(word, "NUMW") for word in words[skip:]]
    return base + sum(int(value) for value in rest if value)


def decade(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """The first year of "the 1990s", "the '90s", "the nineties"."""
    for word in words:
        digits = "".join(c for c in word if c.isdigit())
        if digits:
            return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 30 else 2000)
        value = lexicon.value(word, "DECADEW")
        if value:
            return int(value)
    return None
