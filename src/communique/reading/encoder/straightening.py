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
PASSIVE = frozenset({"aux:pass", "nsubj:pass"})
PREDICATES = frozenset({"VERB", "ADJ", "AUX"})
ALONE = frozenset({"some", "many", "few", "most", "all", "both", "several"})
TOGETHER = frozenset({"jointly", "together", "separately", "alongside"})
SIDES = frozenset({"left", "right", "center", "centre"})  # where people stand in a picture
NEGATIONS = frozenset({"never", "not"})
# Verbs whose infinitive says what is agreed or refused, never what for.
PROMISING = frozenset({
    "agree", "agrees", "agreed", "decline", "declines", "declined", "pledge", "pledges", "pledged", "promise",
    "promises", "promised", "refuse", "refuses", "refused", "vow", "vows", "vowed",
})  # fmt: skip
CLITICS = frozenset({"'s", "\u2019s", "'", "\u2019"})
QUESTIONS = frozenset({"how", "when", "where", "whether"})
# What makes a clause one that describes or depends; without them, a clause with a subject stands beside another.
LINKS = frozenset({"which", "who", "whom", "whose", "that", "where", "when", "why"})
# What stays with the infinitive when the adjective before it becomes its governor.
KEPT_BELOW = frozenset(
    {"obj", "iobj", "obl", "obl:unmarked", "advcl", "ccomp", "xcomp", "compound:prt", "mark", "conj"}
)


def straightened(
    lower: Sequence[str], pos: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations of one sentence without what UD rules out; the lists given are left alone.

    `heads` are places in the sentence; a root is its own head.
    """
    heads, deps = list(heads), list(deps)
    for i, dep in enumerate(deps):
        if lower[heads[i]].endswith("ing") and dep in PASSIVE and pos[heads[i]] == "VERB":
            deps[i] = dep.removesuffix(":pass")  # "has been shuttling": no progressive is passive but with "being"
    passive = {heads[i] for i, dep in enumerate(deps) if dep == "aux:pass"}
    for i, dep in enumerate(deps):
        if dep == "nsubj" and heads[i] in passive:
            deps[i] = "nsubj:pass"  # "a meeting is planned"
        elif dep == "det" and pos[heads[i]] == "VERB" and lower[i] in ALONE and i < heads[i]:
            deps[i] = "nsubj"  # "some fear that it fails": verbs have no determiners
        elif dep == "case" and pos[i] == "ADP" and i < heads[i]:
            _stand_before(heads, deps, i)
            _part(lower, pos, heads, deps, i)
            _oblique(pos, heads, deps, heads[i])
            _reach_over(lower, pos, heads, deps, i)
        elif dep.startswith("obl") and pos[heads[i]] == "ADV" and lower[heads[i]] in TOGETHER:
            heads[i] = heads[heads[i]]  # "met jointly with Lee"
        elif lower[i] == "to" and i and i + 1 < len(deps):
            _govern(pos, heads, deps, i)
            _promise(lower, heads, deps, heads[i])
            _ask(lower, heads, deps, i)
            _deny(lower, pos, heads, i)
            _describe(pos, heads, deps, i, passive)
    for i, dep in enumerate(deps):
        if dep == "case" and pos[i] == "PART" and lower[i] in CLITICS and heads[i] < i:
            _own(pos, heads, deps, i)
        if dep == "nsubj":
            _address(lower, heads, deps, i)
            _seat(pos, heads, deps, i)
            _report(lower, heads, deps, heads[i])
        elif dep == "obj" and i:
            _stand_beside(lower, pos, heads, deps, i)
        elif pos[i] in ("VERB", "ADJ") and lower[i] in SIDES and _between_commas(lower, i):
            _stand_by(pos, heads, deps, i)
    return heads, deps


def _own(pos: Sequence[str], heads: list[int], deps: list[str], clitic: int) -> None:
    """ "Malta froze Lee's assets": whoever has a possessive ending is the owner of the noun after it, and no subject.

    The verb's subject is then the bare name before it that the parser took for an oblique.
    """
    owner, end = heads[clitic], clitic + 1
    while end < len(deps) and pos[end] in ("ADJ", "NOUN", "PROPN", "NUM"):
        end += 1
    owned = [i for i in range(clitic + 1, end) if pos[i] in ("NOUN", "PROPN") and not clitic < heads[i] < end]
    thing, verb = owned[0] if owned else owner, heads[owner]
    if deps[owner] not in CORE or heads[thing] in (owner, thing) or thing == owner:
        return
    heads[owner], deps[owner] = thing, "nmod:poss"
    if any(heads[i] == verb and deps[i].startswith("nsubj") for i in range(len(deps))):
        return
    cased = {heads[i] for i, dep in enumerate(deps) if dep == "case"}
    bare = [i for i in range(verb) if heads[i] == verb and deps[i] == "obl" and pos[i] == "PROPN" and i not in cased]
    if len(bare) == 1:
        deps[bare[0]] = "nsubj"


def _deny(lower: Sequence[str], pos: Sequence[str], heads: list[int], particle: int) -> None:
    """ "Vowed never to sell": the sale is denied, not the vow."""
    verb = heads[particle]
    if lower[particle - 1] in NEGATIONS and pos[verb] == "VERB" and particle < verb:
        heads[particle - 1] = verb


def _describe(pos: Sequence[str], heads: list[int], deps: list[str], particle: int, passive: set[int]) -> None:
    """ "Settled accords to be signed": an infinitive of the passive describes the noun right before it."""
    verb, noun = heads[particle], particle - 1
    if verb in passive and deps[verb] == "advcl" and pos[noun] == "NOUN" and heads[noun] == heads[verb] != noun:
        heads[verb], deps[verb] = noun, "acl"


def _between_commas(lower: Sequence[str], i: int) -> bool:
    return 0 < i < len(lower) - 1 and lower[i - 1] == "," == lower[i + 1]


def _oblique(pos: Sequence[str], heads: list[int], deps: list[str], noun: int) -> None:
    """ "Spoke with the president": a noun with a preposition is no subject or object, but oblique or a modifier.

    Only after its governor: in "Secretary of State Lee spoke" the preposition may be misplaced, not the subject.
    """
    if deps[noun] in CORE and heads[noun] < noun:
        deps[noun] = "obl" if pos[heads[noun]] in PREDICATES else "nmod"


def _stand_before(heads: list[int], deps: list[str], preposition: int) -> None:
    """ "With the premier, Ana Lee": a preposition goes with the noun, not with the name that stands by it."""
    name = heads[preposition]
    if deps[name] == "appos" and preposition < heads[name] < name:
        heads[preposition] = heads[name]


def _part(lower: Sequence[str], pos: Sequence[str], heads: list[int], deps: list[str], preposition: int) -> None:
    """ "Met Ana Lee, the premier, in New Delhi": no part of a name has a comma and a preposition before it."""
    part = heads[preposition]
    if deps[part] != "flat" or heads[part] >= preposition or lower[preposition - 1] != ",":
        return
    above = heads[part]
    while deps[above] in ("flat", "appos", "conj"):
        above = heads[above]
    verb = heads[above]
    heads[part], deps[part] = (verb, "obl") if pos[verb] in PREDICATES and verb < preposition else (above, "nmod")


def _reach_over(lower: Sequence[str], pos: Sequence[str], heads: list[int], deps: list[str], preposition: int) -> None:
    """ "A report, first aired by Radio Oslo, of talks": after the commas, "of" goes on from the noun before them.

    Within the clause between them "of" would follow without a comma.
    """
    if lower[preposition] != "of" or preposition < 2 or lower[preposition - 1] != ",":
        return
    noun = heads[preposition]
    for clause in range(preposition - 2, 1, -1):
        described = heads[clause]
        enclosed = deps[clause] == "acl" and described < clause and lower[described + 1] == ","
        if enclosed and pos[described] == "NOUN" and heads[noun] in (clause, heads[described]):
            heads[noun], deps[noun] = described, "nmod"
            return


def _promise(lower: Sequence[str], heads: list[int], deps: list[str], verb: int) -> None:
    """ "Agreed in Oslo to meet": what is agreed, however far from the verb, is its complement and no purpose."""
    if deps[verb] == "advcl" and lower[heads[verb]] in PROMISING and heads[verb] < verb:
        deps[verb] = "xcomp"


def _ask(lower: Sequence[str], heads: list[int], deps: list[str], particle: int) -> None:
    """ "Agreed on how to divide it": the preposition governs the clause, and "how" is no noun but stands within it."""
    asking, verb = particle - 1, heads[particle]
    governor = heads[asking]
    if lower[asking] not in QUESTIONS or not deps[asking].startswith("obl") or heads[verb] not in (asking, governor):
        return
    heads[asking], deps[asking], heads[verb], deps[verb] = verb, "advmod", governor, "advcl"
    for i in range(asking):
        if heads[i] == asking:
            heads[i], deps[i] = verb, "mark"


def _report(lower: Sequence[str], heads: list[int], deps: list[str], verb: int) -> None:
    """ "They have agreed, the premier said": a clause of its own, with no word that relates it, describes no clause."""
    if deps[verb] == "advcl:relcl" and not any(
        lower[i] in LINKS for i in range(heads[verb] + 1, verb) if _below(heads, i, verb)
    ):
        deps[verb] = "parataxis"


def _below(heads: list[int], i: int, top: int) -> bool:
    while heads[i] not in (i, top):
        i = heads[i]
    return heads[i] == top


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


def _address(lower: Sequence[str], heads: list[int], deps: list[str], noun: int) -> None:
    """ "Told Kim that trade grew": no subject stands before the "that" of its own clause."""
    verb = heads[noun]
    teller = heads[verb]
    that = noun + 1 < len(lower) and lower[noun + 1] == "that" and heads[noun + 1] == verb and deps[noun + 1] == "mark"
    others = any(heads[i] == verb and deps[i].startswith("nsubj") for i in range(noun + 1, len(deps)))
    if that and others and deps[verb] == "ccomp" and teller < noun < verb:
        heads[noun], deps[noun] = teller, "iobj"


def _stand_beside(lower: Sequence[str], pos: Sequence[str], heads: list[int], deps: list[str], noun: int) -> None:
    """ "Accused her of theft, a charge she rejects": a second object after a comma is an apposition."""
    verb = heads[noun]
    left = min([noun, *(i for i, head in enumerate(heads) if head == noun)])
    before = left - 2
    second = any(head == verb and deps[i] == "obj" and i < left for i, head in enumerate(heads))
    if second and before > verb and lower[left - 1] == "," and pos[before] in ("NOUN", "PROPN"):
        heads[noun], deps[noun] = before, "appos"
        heads[left - 1] = noun
