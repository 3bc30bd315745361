"""The pinned floors: what each measure of each set has reached and may not fall under again.

Raising them is routine; lowering one takes a flag of its own. Floors hold for one corpus, named by its hash.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Floors are cut, never rounded up, to four decimals; a float's last bits are no regression.
_STEP = 10_000
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Fall:
    """A measure under its floor."""

    set: str
    measure: str
    floor: float
    now: float

    def __str__(self) -> str:
        return f"{self.set}: {self.measure} is {self.now:.4f}, under its floor of {self.floor:.4f}"


def load(path: Path) -> dict[str, Any]:
    """The floors file: by set, the corpus hash and the floor of each measure. A file that is not there has none."""
    if not path.exists():
        return {}
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return raw


def falls(floors: Mapping[str, Any], name: str, now: Mapping[str, float]) -> list[Fall]:
    """The measures of a set that are under their floors; one that is no longer measured counts as 0."""
    pinned = floors.get(name, {}).get("floors", {})
    return [Fall(name, m, f, now.get(m, 0.0)) for m, f in sorted(pinned.items()) if now.get(m, 0.0) < f - _SLACK]


def other_corpus(floors: Mapping[str, Any], name: str, corpus: str) -> str | None:
    """A sentence that says so where a set's floors were pinned on another state of its articles or gold."""
    pinned = floors.get(name, {}).get("corpus")
    if pinned is None or pinned == corpus:
        return None
    return (
        f"{name}: the floors were pinned on corpus {pinned}, this is corpus {corpus}: articles or gold have changed. "
        "Check the scores, then pin them with `python -m evaluation.run --update-floors`."
    )


def updated(
    floors: Mapping[str, Any], name: str, corpus: str, now: Mapping[str, float], *, allow_regression: bool
) -> dict[str, Any]:
    """The floors with one set raised to what it reaches now; with `allow_regression` lowered too where it fell.

    Where a measure fell and lowering is not allowed, its old floor stays, so that the tests go on failing.
    """
    pinned: Mapping[str, float] = floors.get(name, {}).get("floors", {})
    cut = {m: math.floor(value * _STEP + _SLACK) / _STEP for m, value in now.items()}
    new = {m: cut[m] if allow_regression else max(cut[m], pinned.get(m, 0.0)) for m in sorted(cut)}
    kept = {m: f for m, f in pinned.items() if m not in cut and not allow_regression}
    return {**floors, name: {"corpus": corpus, "floors": dict(sorted({**kept, **new}.items()))}}


def save(path: Path, floors: Mapping[str, Any]) -> None:
    """Write the floors, sets and measures in alphabetical order."""
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
