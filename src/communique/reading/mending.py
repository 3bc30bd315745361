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
CLAUSAL = frozenset({"nsubj", "aux", "ccomp", "advcl", "acl", "parataxis", "ROOT"})  # what tells of a clause between
LISTED = frozenset({"appos", "nmod:desc", "list", "dep"})
JOINTS = frozenset({"and", "&", ","})  # a name right after another's comma goes on with a list
PLACING = frozenset({"in", "at"})
TWO = 2  # subjects of one verb are one too many
MOST_BESIDE = 8  # names and nouns in a list or apposition
KEPT_INSIDE = frozenset({"case", "punct", "det", "nmod:poss", "amod", "nummod", "compound", "flat", "nmod:desc"})


def mend(document: Document, spans: Sequence[tuple[int, int]]) -> None:
    """Give each span [start, end) of tokens one head, and join coordinated spans. Changes the Doc in place.

    Spans must not overlap. Sentences stay as they are; spans over a sentence's edge are left alone, and so is any
    sentence that would not be a tree afterwards.
    """
    heads, deps, sentence = _tree(document)
    mended, labels = mended_tree(document.lower, heads, deps, sentence, spans)
    if (heads, deps) != (mended, labels):
        _write(document, mended, labels)


def mended_tree(
    lower: Sequence[str], heads: list[int], deps: list[str], sentence: list[int], spans: Sequence[tuple[int, int]]
) -> tuple[list[int], list[str]]:
    """Heads and relations after mending; `sentence` numbers each token's sentence. Roots are their own heads."""
    mended, labels = list(heads), list(deps)
    owner: dict[int, int] = {}
    for start, end in spans:
        if end - start == 1:
            owner.setdefault(start, start)
        elif sentence[start] == sentence[end - 1]:
            top = _top(mended, labels, start, end)
            _gather(mended, labels, start, end, top)
            owner.update(dict.fromkeys(range(start, end), top))
    _rejoin(lower, mended, labels)
    _join(lower, mended, labels, spans, owner)
    _hang_objects(mended, labels, spans, owner)
    _reseat(mended, labels)
    _lift_places(lower, mended, labels, spans, owner)
    for broken in sorted(_broken(mended, sentence)):
        for i, number in enumerate(sentence):
            if number == broken:
                mended[i], labels[i] = heads[i], deps[i]
    return mended, labels


def _tree(document: Document) -> tuple[list[int], list[str], list[int]]:
    """Heads, relations and sentence numbers of all tokens; read at once, since tokens are slow one by one."""
    import numpy as np
    from spacy import attrs

    doc = document.doc
    table = doc.to_array([attrs.HEAD, attrs.DEP, attrs.SENT_START])
    shifts = table[:, 0].astype(np.int64).tolist()
    strings = doc.vocab.strings
    names: dict[int, str] = {0: ""}
    deps = []
    for key in table[:, 1].tolist():
        if key not in names:
            names[key] = strings[key]
        deps.append(names[key])
    starts = table[:, 2].astype(np.int64).tolist()
    sentence, number = [], 0
    for i, start in enumerate(starts):
        number += i > 0 and start == 1
        sentence.append(number)
    return [i + shift for i, shift in enumerate(shifts)], deps, sentence


def _top(heads: list[int], deps: list[str], start: int, end: int) -> int:
    """The token of a span that fills a place in a clause outside it."""
    outside = [i for i in range(start, end) if heads[i] == i or not start <= heads[i] < end]
    filling = [i for i in outside if deps[i].split(":")[0] in ARGUMENTS and heads[i] != i]
    governed = [i for i in outside if deps[i] not in KEPT_INSIDE]  # a stray adjective is not the name's head
    return (filling or governed or outside or [start])[0]


def _gather(heads: list[int], deps: list[str], start: int, end: int, top: int) -> None:
    """Hang the rest of a span on its top, and what hung on the rest as well."""
    inside = range(start, end)
    for i in inside:
        if i == top:
            continue
        if heads[i] == i or heads[i] not in inside:
            if heads[i] == i:
                _lift(heads, deps, top, inside)
            heads[i], deps[i] = top, deps[i] if deps[i] in KEPT_INSIDE else "flat"
    for i, head in enumerate(heads):
        if head in inside and head != top and i not in inside and i != head:
            heads[i] = top


def _lift(heads: list[int], deps: list[str], top: int, inside: range) -> None:
    """The root of the sentence lay inside the name: what governs the name's top becomes the root instead."""
    governor = heads[top]
    seen = {top}
    while heads[governor] != governor and heads[governor] not in seen and governor not in seen:
        seen.add(governor)
        following = heads[governor]
        if following in seen or following in inside:
            break
        governor = following
    if governor != top:
        heads[governor], deps[governor] = governor, "ROOT"


def _join(
    lower: Sequence[str],
    heads: list[int],
    deps: list[str],
    spans: Sequence[tuple[int, int]],
    owner: dict[int, int],
) -> None:
    """ "A and B" is a coordination of two names even where the parser hung B on A as part of its name."""
    ends = {end: start for start, end in spans}
    for start, _ in spans:
        joint = start - 1
        if joint < 1 or lower[joint] not in JOINTS or joint not in ends:
            continue
        first, second = owner.get(ends[joint]), owner.get(start)
        if first is None or second is None or first == second:
            continue
        if heads[first] == second and deps[first] in MISTAKEN:
            _lead(heads, deps, first, second)
        if heads[second] == first and deps[second] in MISTAKEN:
            deps[second] = "conj"
            heads[joint], deps[joint] = second, "punct" if lower[joint] == "," else "cc"
    _join_torn(lower, heads, deps, spans, owner)
    for second in sorted(set(owner.values())):
        first = owner.get(heads[second])
        listed = first is not None and first < second and deps[second] in LISTED and "," in lower[first:second]
        if listed and not any(dep.split(":")[0] in CLAUSAL for dep in deps[first:second][1:]):
            deps[second] = "conj"  # no name is an apposition of another's: "A of the union, the party's chief B"


def _join_torn(
    lower: Sequence[str],
    heads: list[int],
    deps: list[str],
    spans: Sequence[tuple[int, int]],
    owner: dict[int, int],
) -> None:
    """ "Minister A and Minister B met, their first talks": a name with an "and" of its own joins the name before it."""
    ends = {end: start for start, end in spans}
    for joint, word in enumerate(lower):
        second = heads[joint]
        if word not in ("and", "&") or deps[joint] != "cc" or second <= joint or owner.get(second) != second:
            continue
        first = owner.get(ends.get(joint, -1))
        if first is not None and heads[first] == second and deps[first] in MISTAKEN:
            _lead(heads, deps, first, second)  # "Lee and Maltese premier Dar met"
            deps[second] = "conj"
        if first is not None and deps[second] == "conj" and heads[second] not in owner and heads[second] < first:
            heads[second] = first  # "talks Monday between A and B": like is joined to like
        if first is None or deps[second].split(":")[0] not in ARGUMENTS or deps[first].split(":")[0] not in ARGUMENTS:
            continue
        if heads[second] != second and heads[first] != second:
            heads[second], deps[second] = first, "conj"


def _rejoin(lower: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """ "Minister A and Malta's envoy, B": what follows an "and" is no apposition, however the parser hung it."""
    for joint, word in enumerate(lower):
        if word not in ("and", "&") or deps[joint] != "cc":
            continue
        node = heads[joint]
        while joint < node < heads[node]:
            node = heads[node]
        if heads[node] < joint < node and deps[node] == "appos":
            heads[joint], deps[node] = node, "conj"


def _lead(heads: list[int], deps: list[str], first: int, second: int) -> None:
    """The first of two coordinated names takes the place of the second, and what stands before it (prepositions)."""
    root = heads[second] == second
    heads[first], deps[first] = (first, deps[second]) if root else (heads[second], deps[second])
    heads[second], deps[second] = first, "flat"
    for i in range(first):
        if heads[i] == second:
            heads[i] = first


def _hang_objects(heads: list[int], deps: list[str], spans: Sequence[tuple[int, int]], owner: dict[int, int]) -> None:
    """A name right after a predicate that has a subject and no object is its object.

    "Minister A met Minister B": the title before B is easily hung on A, across the verb.
    """
    for start, _ in spans:
        verb, top = start - 1, owner.get(start)
        if top is not None and deps[top] == "nsubj" and heads[top] < top:
            _unseat(heads, deps, top)
        ahead = top is not None and deps[top] in ("iobj", "obj") and heads[top] > top  # "I met Lee," he told reporters
        if top is None or verb < 1 or not (ahead or (deps[top] in MISTAKEN and heads[top] < verb)):
            continue
        below = [deps[i] for i, head in enumerate(heads) if head == verb and i != verb]
        if "nsubj" in below and "obj" not in below:
            heads[top], deps[top] = verb, "obj"


def _reseat(heads: list[int], deps: list[str]) -> None:
    """ "She said the two had agreed": of two subjects of a verb, one is that of the clause after it that has none."""
    subjects: dict[int, list[int]] = {}
    for i, dep in enumerate(deps):
        if dep.startswith("nsubj"):
            subjects.setdefault(heads[i], []).append(i)
    for clause, dep in enumerate(deps):
        verb = heads[clause]
        if dep != "ccomp" or clause in subjects or len(subjects.get(verb, ())) < TWO:
            continue
        before = [i for i in subjects[verb] if i < clause and not i < verb < clause]
        if before:
            heads[before[-1]] = clause
            subjects[verb].remove(before[-1])


def _unseat(heads: list[int], deps: list[str], name: int) -> None:
    """ "She hosted Minister A": after a verb that has its subject before it, a name is no second subject."""
    verb = heads[name]
    below = {deps[i]: i for i, head in enumerate(heads) if head == verb and i not in (verb, name)}
    if "obj" not in below and "nsubj" in below and below["nsubj"] < verb:
        deps[name] = "obj"


def _lift_places(
    lower: Sequence[str], heads: list[int], deps: list[str], spans: Sequence[tuple[int, int]], owner: dict[int, int]
) -> None:
    """ "Met Minister A in Oslo": a phrase of place that follows a name says where something happened to its bearer.

    A person by name has no place as a part, so the phrase goes to what governs the name (or the first name of a list).
    """
    placed = {heads[i] for i, word in enumerate(lower) if word in PLACING and deps[i] == "case"}
    for start, end in spans:
        top = owner.get(start)
        if top is None:
            continue
        named = [top]  # the name, and what it stands beside: "her colleague, Minister A, in Oslo"
        while deps[named[-1]] in ("conj", "appos") and len(named) < MOST_BESIDE:
            named.append(heads[named[-1]])
        first, verb = named[-1], heads[named[-1]]
        if deps[first].split(":")[0] not in ARGUMENTS or verb == first:
            continue
        for phrase in placed:
            if phrase >= end and heads[phrase] in named and deps[phrase] == "nmod":
                heads[phrase], deps[phrase] = verb, "obl"


def _broken(heads: list[int], sentence: list[int]) -> set[int]:
    """The sentences that are no tree: an arc leaves them, an arc turns in a circle, or they have not one root."""
    broken = {sentence[i] for i, head in enumerate(heads) if sentence[head] != sentence[i]}
    roots: dict[int, int] = dict.fromkeys(sentence, 0)
    safe: set[int] = set()
    for i, head in enumerate(heads):
        roots[sentence[i]] += head == i
        path: list[int] = []
        node = i
        while node not in safe and heads[node] != node:
            path.append(node)
            node = heads[node]
            if len(path) > len(heads):
                broken.add(sentence[i])
                break
        else:
            safe.update(path)
    return broken | {number for number, count in roots.items() if count != 1}


def _write(document: Document, heads: list[int], deps: list[str]) -> None:
    import numpy as np
    from spacy import attrs

    doc = document.doc
    rows = [
        (doc.vocab.strings.add(dep), np.int64(head - i).astype(np.uint64))
        for i, (head, dep) in enumerate(zip(heads, deps, strict=True))
    ]
    doc.from_array([attrs.DEP, attrs.HEAD], np.array(rows, dtype=np.uint64))
