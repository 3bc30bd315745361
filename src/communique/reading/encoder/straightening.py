"""Trees that the guidelines of Universal Dependencies rule out, put right before anything reads them.

The parser chooses each head and each relation by itself, so now and then they contradict one another: a subject with
a preposition, or an adjective below the infinitive that it governs. Every rule here names a configuration that UD
(version 2, https://universaldependencies.org/u/dep/) does not allow, and the nearest one that it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
PREDICATES = frozenset({"VERB", "ADJ", "AUX"})
ALONE = frozenset({"some", "many", "few", "most", "all", "both", "several"})
SIDES = frozenset({"left", "right", "center", "centre"})  # where people stand in a picture
NEGATIONS = frozenset({"never", "not"})
# What stays with the infinitive when the adjective before it becomes its governor.
KEPT_BELOW = frozenset(
    {"obj", "iobj", "obl", "obl:unmarked", "advcl", "ccomp", "xcomp", "compound:prt", "mark", "conj"}
)


def straightened(
    lower: Sequence[str], pos: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations without what UD rules out. Roots are their own heads; the lists given are left alone."""
    heads, deps = list(heads), list(deps)
    passive = {heads[i] for i, dep in enumerate(deps) if dep == "aux:pass"}
    for i, dep in enumerate(deps):
        if dep == "nsubj" and heads[i] in passive:
            deps[i] = "nsubj:pass"  # "a meeting is planned"
        elif dep == "det" and pos[heads[i]] == "VERB" and lower[i] in ALONE and i < heads[i]:
            deps[i] = "nsubj"  # "some fear that it fails": verbs have no determiners
        if dep == "case" and pos[i] == "ADP" and i < heads[i]:
            _oblique(pos, heads, deps, heads[i])
        elif lower[i] == "to" and i and i + 1 < len(deps):
            _govern(pos, heads, deps, i)
            if lower[i - 1] in NEGATIONS and pos[heads[i]] == "VERB" and i < heads[i]:
                heads[i - 1] = heads[i]  # "vowed never to sell": the sale is denied, not the vow
    for i, dep in enumerate(deps):
        if dep == "nsubj":
            _seat(pos, heads, deps, i)
        elif (
            pos[i] in ("VERB", "ADJ")
            and lower[i] in SIDES
            and i
            and lower[i - 1] == "," == lower[min(i + 1, len(deps) - 1)]
        ):
            _stand_by(pos, heads, deps, i)
    return heads, deps


def _oblique(pos: Sequence[str], heads: list[int], deps: list[str], noun: int) -> None:
    """ "Spoke with the president": a noun with a preposition is no subject or object, but oblique or a modifier.

    Only after its governor: in "Secretary of State Lee spoke" the preposition may be misplaced, not the subject.
    """
    if deps[noun] in CORE and heads[noun] < noun:
        deps[noun] = "obl" if pos[heads[noun]] in PREDICATES else "nmod"


def _govern(pos: Sequence[str], heads: list[int], deps: list[str], particle: int) -> None:
    """ "They are due to meet": what stands before "to" governs the infinitive after it, not the other way round."""
    governor, verb = particle - 1, particle + 1
    torn = heads[governor] == verb and pos[governor] in ("ADJ", "VERB") and pos[verb] in ("VERB", "AUX")
    if not torn or heads[particle] not in (governor, verb):
        return
    heads[governor], deps[governor] = (governor, deps[verb]) if heads[verb] == verb else (heads[verb], deps[verb])
    for i, head in enumerate(heads):
        if head == verb and i not in (verb, governor, particle) and (i < particle or deps[i] not in KEPT_BELOW):
            heads[i] = governor
    heads[verb], deps[verb] = governor, "xcomp"
    heads[particle], deps[particle] = verb, "mark"


def _seat(pos: Sequence[str], heads: list[int], deps: list[str], subject: int) -> None:
    """ "The ministry said Lee had told Kim": who stands before the first verb is its subject, not the second verb's."""
    told = heads[subject]
    said = heads[told]
    if not subject < said < told or deps[told] != "ccomp" or pos[subject] not in ("NOUN", "PROPN"):
        return
    if any(heads[i] == said and deps[i].startswith("nsubj") for i in range(len(deps))):
        return
    heads[subject] = said
    for i in range(said + 1, told):
        if heads[i] == told and deps[i] in ("obj", "iobj"):
            deps[i] = "nsubj"
            return


def _stand_by(pos: Sequence[str], heads: list[int], deps: list[str], side: int) -> None:
    """ "Minister Lee, left, meets Kim": between commas after a name, a side of the picture is no verb."""
    verb = next((i for i in range(side + 2, len(deps)) if pos[i] == "VERB" and deps[i] not in ("acl", "xcomp")), None)
    names = [i for i, head in enumerate(heads) if head == side and deps[i] == "nsubj" and i < side]
    if verb is None or not names or any(head == verb and deps[i] == "nsubj" for i, head in enumerate(heads)):
        return
    if heads[side] == side:
        heads[verb], deps[verb] = verb, "ROOT"
    for i, head in enumerate(heads):
        if head == side and i not in (side, verb):
            heads[i] = verb
    heads[side], deps[side] = names[0], "advmod"
