"""Mending the parse with what is known of names: a name with its title is one node of the tree.

A parser that does not know a name tears it apart ("Wang" an apposition, "Yi" the subject). Names come from
knowledge and the name finder and are surer than the arcs inside them, so each span is given one head, the others
hang on it, and what hung on them hangs on it too. Runs before anything reads the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.document import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reading.document import Document

# Relations by which a parser hangs the second of two coordinated names on the first when it misses the "and".
MISTAKEN = frozenset({"flat", "appos", "compound", "nmod:desc", "list", "nmod", "dep"})
KEPT_INSIDE = frozenset({"case", "punct", "det", "nmod:poss", "amod", "nummod", "compound", "flat", "nmod:desc"})


def mend(document: Document, spans: Sequence[tuple[int, int]]) -> None:
    """Give each span [start, end) of tokens one head, and join coordinated spans. Changes the Doc in place.

    Spans must not overlap. Sentences stay as they are; spans over a sentence's edge are left alone.
    """
    doc = document.doc
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    sentence = [n for n, s in enumerate(doc.sents) for _ in s]
    before = (list(heads), list(deps))
    owner: dict[int, int] = {}
    kept = [(start, end) for start, end in spans if end - start > 1 and sentence[start] == sentence[end - 1]]
    for start, end in kept:
        top = _top(heads, deps, start, end)
        _gather(heads, deps, start, end, top)
        owner.update(dict.fromkeys(range(start, end), top))
    for start, end in spans:
        owner.setdefault(start, start) if end - start == 1 else None
    _join(document, heads, deps, spans, owner)
    if before != (heads, deps) and _is_forest(heads, sentence):
        _write(document, heads, deps)


def _top(heads: list[int], deps: list[str], start: int, end: int) -> int:
    """The token of a span that fills a place in a clause outside it."""
    outside = [i for i in range(start, end) if heads[i] == i or not start <= heads[i] < end]
    filling = [i for i in outside if deps[i].split(":")[0] in ARGUMENTS and heads[i] != i]
    return (filling or outside or [start])[0]


def _gather(heads: list[int], deps: list[str], start: int, end: int, top: int) -> None:
    """Hang the rest of a span on its top, and what hung on the rest as well."""
    inside = range(start, end)
    for i in inside:
        if i == top:
            continue
        if heads[i] == i or heads[i] not in inside:
            if heads[i] == i:
                _lift(heads, deps, top)
            heads[i], deps[i] = top, deps[i] if deps[i] in KEPT_INSIDE else "flat"
    for i, head in enumerate(heads):
        if head in inside and head != top and i not in inside and i != head:
            heads[i] = top


def _lift(heads: list[int], deps: list[str], top: int) -> None:
    """The root of the sentence lay inside the name: what governs the name's top becomes the root instead."""
    governor = heads[top]
    seen = {top}
    while heads[governor] != governor and heads[governor] not in seen and governor not in seen:
        seen.add(governor)
        following = heads[governor]
        if following in seen or following == top:
            break
        governor = following
    if governor != top:
        heads[governor], deps[governor] = governor, "ROOT"


def _join(
    document: Document, heads: list[int], deps: list[str], spans: Sequence[tuple[int, int]], owner: dict[int, int]
) -> None:
    """ "A and B" is a coordination of two names even where the parser hung B on A as part of its name."""
    ends = {end: start for start, end in spans}
    for start, _ in spans:
        joint = start - 1
        if joint < 1 or document.lower[joint] not in ("and", "&") or joint not in ends:
            continue
        first, second = owner.get(ends[joint]), owner.get(start)
        if first is None or second is None or first == second:
            continue
        if heads[second] == first and deps[second] in MISTAKEN:
            deps[second] = "conj"
            heads[joint], deps[joint] = second, "cc"


def _is_forest(heads: list[int], sentence: list[int]) -> bool:
    """Whether every token leads to a root within its own sentence and each sentence has one root."""
    roots: dict[int, int] = {}
    for i, head in enumerate(heads):
        if sentence[head] != sentence[i]:
            return False
        if head == i:
            roots[sentence[i]] = roots.get(sentence[i], 0) + 1
        steps, node = 0, i
        while heads[node] != node:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return all(count == 1 for count in roots.values()) and len(roots) == len(set(sentence))


def _write(document: Document, heads: list[int], deps: list[str]) -> None:
    import numpy as np
    from spacy import attrs

    doc = document.doc
    rows = [
        (doc.vocab.strings.add(dep), np.int64(head - i).astype(np.uint64))
        for i, (head, dep) in enumerate(zip(heads, deps, strict=True))
    ]
    doc.from_array([attrs.DEP, attrs.HEAD], np.array(rows, dtype=np.uint64))
