"""Finds the times of a document: the longest match of the grammar at each place, then its side and anchor."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from communique.reading.times import datelines, tables
from communique.reading.times.anchors import anchored
from communique.reading.times.build import Capture, expression, fields_of
from communique.reading.times.counted import counted
from communique.reading.times.guards import holds
from communique.reading.times.occasions import with_occasions
from communique.reading.times.patterns import grammar
from communique.reading.times.tense import direction, of_present
from communique.reading.times.tokens import gather

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from communique.knowledge import Knowledge
    from communique.reading.document import Document
    from communique.reading.times.patterns import Rule
    from communique.reading.times.tokens import Tokens
    from communique.records import TimeExpression

# Forms and fields whose side the sentence has to say.
# A quarter or half year without a year is the nearest, whatever the tense: they are told of soon after they end.
NEAREST = ("quarter",)
UNSIDED = ("weekday", "calendar", "occasion")


@cache
def _relations() -> Mapping[str, str]:
    return {row["word"]: row["relation"] for row in tables.rows("relations.tsv")}


def matches(tokens: Tokens, start: int, end: int, code: str) -> list[tuple[Rule, re.Match[str]]]:
    """The matches in tokens [start, end), longest first from the left, none overlapping."""
    rules = grammar()
    found: list[tuple[Rule, re.Match[str]]] = []
    for run in rules.runs.finditer(code, start, end):
        at, last = run.span()
        while at < last:
            if rules.core.search(code, at, last) is None:
                break
            best = _longest(rules.by_first.get(code[at], ()), tokens, code, at, last)
            if best is None:
                at += 1
            else:
                found.append(best)
                at = best[1].end()
    return found


def _longest(
    rules: tuple[Rule, ...], tokens: Tokens, code: str, at: int, last: int
) -> tuple[Rule, re.Match[str]] | None:
    candidates = [(rule, match) for rule in rules if (match := rule.regex.match(code, at, last)) and match.end() > at]
    candidates.sort(key=lambda pair: (-pair[1].end(), pair[0].order))
    for rule, match in candidates:
        if holds(rule.guard, tokens, match.start(), match.end()):
            return rule, match
    return None


def _captures(match: re.Match[str], tokens: Tokens) -> list[Capture]:
    out = []
    for name in match.re.groupindex:
        start, end = match.span(name)
        if start >= 0:
            out.append(Capture(name.split("__")[0], tuple(tokens.words[start:end]), start, end))
    return sorted(out, key=lambda capture: (capture.start, capture.name))


def _expressions(rule: Rule, match: re.Match[str], tokens: Tokens, document: Document) -> list[TimeExpression]:
    """One expression, or the two ends of a range (the second counts from the first)."""
    captures = _captures(match, tokens)
    ends = [capture for capture in captures if capture.name.endswith("_to")]
    lexicon = grammar().lexicon
    if not ends:
        made = expression(rule, fields_of(rule, captures, lexicon), document.evidence(*match.span()))
        return [] if made is None else [_placed(made, tokens, *match.span())]
    near = [capture for capture in captures if not capture.name.endswith("_to")]
    far = [Capture(c.name.removesuffix("_to"), c.words, c.start, c.end) for c in ends]
    first, second = fields_of(rule, near, lexicon), fields_of(rule, far, lexicon)
    # What only one end says holds for both: "March 3-5, 2024", "2017-19".
    first = {**{k: v for k, v in second.items() if k in ("year", "month")}, **first}
    second = {**{k: v for k, v in first.items() if k in ("year", "month")}, **second}
    if near[-1].name == "year" and second.get("year") and len(far[-1].words[0]) == 2:
        second["year"] = first["year"] // 100 * 100 + int(far[-1].words[0])
    last = max((capture.end for capture in near if capture.start < far[0].start), default=near[-1].end)
    left = expression(rule, first, document.evidence(match.start(), last))
    right = expression(rule, second, document.evidence(far[0].start, match.end()))
    if left is None or right is None:
        return []
    left = replace(_placed(left, tokens, *match.span()), relation="since")
    return [left, replace(_placed(right, tokens, *match.span()), relation="until", anchor_index=-1)]


def _placed(made: TimeExpression, tokens: Tokens, start: int, end: int) -> TimeExpression:
    """With the side that the sentence says and the relation that the word before it says."""
    before = tokens.word(start - 1) if tokens.word(start) not in _relations() else tokens.word(start)
    relation = _relations().get(before, "")
    if made.form in ("length", "set"):
        return made
    if made.direction == 0 and made.form in UNSIDED and made.amount is None and made.unit not in NEAREST:
        root = tokens.root_of(start, end)
        side = direction(tokens, root, start)
        if side == 0 and made.form == "weekday":
            side = of_present(tokens, root, start)
        made = replace(made, direction=side)
    if made.rule == "weekend" or (made.unit == "weekend" and made.amount == 0):
        root = tokens.root_of(start, end)
        made = replace(made, direction=direction(tokens, root, start) or of_present(tokens, root, start))
    return replace(made, relation=relation)  # type: ignore[arg-type]


def find(document: Document, knowledge: Knowledge | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a document in text order; without knowledge, no occasions but holidays."""
    tokens = gather(document)
    code = grammar().lexicon.encode(tokens.texts, tokens.words, tokens.pos)
    found: list[TimeExpression] = []
    for block in document.blocks:
        for rule, match in matches(tokens, block.start, block.end, code):
            found.extend(_expressions(rule, match, tokens, document))
    if knowledge is not None:
        found = with_occasions(found, tokens, document, knowledge)
    return tuple(counted(datelines.mark(anchored(found, document), document), document))
