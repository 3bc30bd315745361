"""Whether one article retells another in other words: it keeps quotations, figures, names and their order.

The sign of a rewrite is less what it shares than that it brings nothing of its own: an independent report of the
same meeting shares a quotation or two, but has others besides, and other figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from communique.reconciling.lineage.quotations import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reconciling.lineage.facts import Anchor, Facts, Sort

# Points a shared fact is worth. A quotation word for word is the strongest; a turn of phrase may be an idiom.
QUOTATION, FIGURE, TURN = 2.0, 1.0, 0.5
MOST_FROM_TURNS = 3.0  # idioms of the trade add up in long articles; they may not decide alone
ENOUGH = 6.0  # two quotations and two figures, or one quotation, two figures and four turns of phrase
# Beside the points one of these: two quotations; one and TURNS_BESIDE turns of phrase; TURNS_ALONE of them, which must
# also be TURNS_PART of the poorer text's. Judged by eye on ECB+ development topics: figures without shared wording
# tied reports that had only the same official statement behind them.
TURNS_BESIDE, TURNS_ALONE, TURNS_PART = 3, 5, 0.03
KEPT = 0.75  # part of the quotations and figures of the poorer text that the richer has too
KEPT_NAMES = 0.6  # the same of names
NAMES = 3  # names to share at least
ORDER = 0.6  # part of all twos of shared quotations and figures that stand in the same order; names come in any order
SHOWN = 3  # quotations and figures named in the reasons


@dataclass(frozen=True, slots=True)
class Retelling:
    """That one text retells the other, how surely (0 to 1), and why."""

    score: float
    why: tuple[str, ...]


def rewritten(left: Facts, right: Facts) -> Retelling | None:
    """Whether one of two texts retells the other, None where not. Symmetric."""
    # Most pairs end here: too little wording in common, whatever else they share.
    quoted = min(len(left.sorts["quotation"]), len(right.sorts["quotation"]))
    if quoted < 2 and len(left.turns & right.turns) < (TURNS_BESIDE if quoted else TURNS_ALONE):
        return None
    quotations = _quotations(left, right)
    figures = _same(left, right, "figure")
    names = _same(left, right, "name")
    if len(names) < NAMES:
        return None
    turns = sorted(left.turns & right.turns)
    apart = _apart(turns)
    points = QUOTATION * len(quotations) + FIGURE * len(figures) + min(MOST_FROM_TURNS, TURN * apart)
    part = len(turns) / max(1, min(len(left.turns), len(right.turns)))
    worded = len(quotations) + (apart >= TURNS_BESIDE) + 2 * (apart >= TURNS_ALONE and part >= TURNS_PART)
    if points < ENOUGH or worded < 2 or not (figures or turns):
        return None
    kept = _kept(left, right, len(quotations), len(figures))
    kept_names = len(names) / max(1, min(len(left.sorts["name"]), len(right.sorts["name"])))
    order = _order([*quotations, *((one, one) for one in figures)], left, right)
    if kept < KEPT or kept_names < KEPT_NAMES or order < ORDER:
        return None
    score = round(min(0.95, 0.4 + 0.03 * points) * (kept + order) / 2, 3)
    return Retelling(score, tuple(_reasons(quotations, figures, len(names), turns, order)))


def _quotations(left: Facts, right: Facts) -> list[tuple[Anchor, Anchor]]:
    """Quotations of both, paired: one may be cut short in the other."""
    pairs: list[tuple[Anchor, Anchor]] = []
    taken: set[Anchor] = set()
    for one in left.of("quotation"):
        for other in right.of("quotation"):
            if other not in taken and (stands_in(one.text, other.text) or stands_in(other.text, one.text)):
                pairs.append((one, other))
                taken.add(other)
                break
    return pairs


def _same(left: Facts, right: Facts, sort: Sort) -> list[Anchor]:
    known = right.sorts[sort]
    return [anchor for anchor in left.sorts[sort] if anchor in known]


def _apart(turns: list[str]) -> int:
    """How many separate turns of phrase: overlapping runs of words are one."""
    inner = {turn.partition(" ")[2] for turn in turns}
    return sum(turn.rpartition(" ")[0] not in inner for turn in turns)


def _kept(left: Facts, right: Facts, quotations: int, figures: int) -> float:
    """The part of the quotations and figures of the poorer text that are in the other."""
    hard = [len(one.sorts["quotation"]) + len(one.sorts["figure"]) for one in (left, right)]
    return (quotations + figures) / max(1, min(hard))


def _order(pairs: list[tuple[Anchor, Anchor]], left: Facts, right: Facts) -> float:
    """The part of all twos of shared facts that stand in the same order in both; by chance it would be one half."""
    at_left = {anchor: at for at, anchor in enumerate(left.anchors)}
    at_right = {anchor: at for at, anchor in enumerate(right.anchors)}
    places = [at for _, at in sorted((at_left[one], at_right[other]) for one, other in pairs)]
    twos = list(combinations(places, 2))
    return sum(first < second for first, second in twos) / max(1, len(twos))


def _reasons(
    quotations: list[tuple[Anchor, Anchor]],
    figures: list[Anchor],
    names: int,
    turns: list[str],
    order: float,
) -> Iterator[str]:
    if quotations:
        shorter = [min(pair, key=lambda anchor: (len(anchor.text), anchor)) for pair in quotations]
        shown = "; ".join(f"“{' '.join(anchor.text.split()[:12])}”" for anchor in shorter[:SHOWN])
        yield f"{_count(len(quotations), 'shared quotation')}: {shown}"
    if figures:
        shown = ", ".join(anchor.text for anchor in figures[:SHOWN])
        yield f"{_count(len(figures), 'shared figure')}: {shown}"
    if turns:
        yield f"{_count(_apart(turns), 'shared turn')} of phrase, such as “{turns[0]}”"
    yield f"{names} shared names; {order:.0%} of the quotations and figures in the same order"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
