"""On which side of the telling a time lies, from the tense of the verb that governs it.

"arrived on Tuesday" lies behind, "will meet on Wednesday" ahead, "is set to visit in May" ahead. The walk goes up
the tree from the time to the first verb that says a tense; words of tense.tsv on the way decide before that.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from communique.reading.times import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.reading.times.tokens import Tokens

Direction = Literal[-1, 0, 1]
AUXILIARIES = ("aux", "aux:pass", "cop")
# A verb under one of these relations is told on its own; what stands above it says nothing of its tense.
OWN_TENSE = ("ccomp", "parataxis", "conj", "advcl", "acl:relcl", "root", "ROOT")
MARKS = ("mark", "advmod", *AUXILIARIES)
OF_NOUNS = ("nmod:poss", "nmod", "nmod:unmarked", "compound")
STEPS = 12  # no sentence of prose needs more; a guard against malformed trees


@cache
def _words() -> Mapping[str, str]:
    return {row["word"]: row["class"] for row in tables.rows("tense.tsv")}


def direction(tokens: Tokens, at: int, start: int | None = None) -> Direction:
    """The side on which the phrase headed by token `at` lies: -1 behind, 1 ahead, 0 where nothing says.

    With the phrase's first token `start`, a verb that it follows at once governs it, whatever the parse says.
    """
    if _called_off(tokens, at):
        return 1
    beside = _verb_before(tokens, at, start) if start is not None else None
    if beside is not None and beside != tokens.head[at] and (said := _of_word(tokens, beside, direct=True)):
        return said
    i, verbs = at, 0
    for _ in range(STEPS):
        above = tokens.head[i]
        said = None
        if i != at or tokens.pos[i] in ("VERB", "AUX", "NOUN"):
            said = _of_word(tokens, i, direct=verbs == 0)
        if said is not None:
            return said
        if above == i:
            break
        verbs += tokens.pos[i] == "VERB"
        i = above
    return _of_sentence(tokens, at)


def _called_off(tokens: Tokens, at: int) -> bool:
    """ "Postponed a visit that was to begin on Sunday": what is called off lies ahead of its calling off.

    What "had been due on Sunday" is told when Sunday is there or gone.
    """
    i, to_come = at, False
    for _ in range(STEPS):
        if any(tokens.words[child.i] == "had" and child.dep_ in AUXILIARIES for child in tokens.doc[i].children):
            return False
        above, kind = tokens.head[i], _words().get(tokens.words[i])
        if to_come and (kind == "off" or (kind == "off-with-off" and "off" in tokens.words[i + 1 : i + 3])):
            return True
        to_come = to_come or "to" in tokens.words[max(0, i - 2) : i] or kind == "future"
        if above == i:
            break
        i = above
    return False


def _verb_before(tokens: Tokens, at: int, start: int) -> int | None:
    """The verb right before a phrase, but for its preposition: "the union announced on Monday".

    None where the phrase belongs to a noun: "follows Tuesday's declaration".
    """
    if tokens.dep[at] in OF_NOUNS:
        return None
    i = start - 1
    while i > 0 and tokens.pos[i] in ("ADP", "DET"):
        i -= 1
    return i if i >= 0 and tokens.pos[i] == "VERB" else None


def of_present(tokens: Tokens, at: int, start: int) -> Direction:
    """The side of a weekday whose verb stands in the present: "meets on Thursday", "are holding talks on Monday".

    What the press writes so is to come, except with verbs of saying ("he says on Monday").
    """
    beside = _verb_before(tokens, at, start)
    i = beside if beside is not None else tokens.head[at]
    token = tokens.doc[i]
    helpers = [child for child in token.children if child.dep_ in AUXILIARIES]
    finite = helpers[0] if helpers and tokens.words[i].endswith("ing") else token
    present = "Fin" in finite.morph.get("VerbForm") and "Pres" in finite.morph.get("Tense")
    if tokens.pos[i] != "VERB" or not present or (helpers and finite is token):
        return 0
    return -1 if _words().get(tokens.words[i]) == "said" else 1


def _of_sentence(tokens: Tokens, at: int) -> Direction:
    """Where no verb governs the time: what the nearest verb of its sentence that has a tense says."""
    sentence = tokens.doc[at].sent
    verbs = [i for i in range(sentence.start, sentence.end) if tokens.pos[i] == "VERB"]
    for i in sorted(verbs, key=lambda i: (abs(i - at), i)):
        said = _of_word(tokens, i, direct=True)
        if said:
            return said
    return 0


def _of_word(tokens: Tokens, i: int, *, direct: bool) -> Direction | None:
    """What one word on the way up says; None: go on upwards. `direct`: no verb was met before."""
    words, token = _words(), tokens.doc[i]
    children = list(token.children)
    helping = [child for child in children if child.dep_ in AUXILIARIES]
    helpers = [tokens.words[child.i] for child in helping]
    if any(words.get(helper) == "modal" for helper in helpers):
        return -1 if "have" in helpers else 1
    finite_past = "Fin" in token.morph.get("VerbForm") and "Past" in token.morph.get("Tense") and not helpers
    marks = [tokens.words[child.i] for child in children if child.dep_ in MARKS and child.i < i]
    looks_ahead = words.get(tokens.words[i]) == "future" and not (direct and finite_past)
    if looks_ahead or any(words.get(word) == "future" for word in (*marks, *helpers)):
        # "he said the two had agreed to meet": what was agreed before the saying may well be ahead of it
        return -1 if "had" in helpers and tokens.dep[i] != "ccomp" else 1
    if tokens.pos[i] == "NOUN" and any(
        words.get(tokens.words[child.i]) == "future" for child in children if child.dep_ == "amod"
    ):
        return 1  # "a planned visit in October", whatever the tense of its sentence
    if tokens.pos[i] not in ("VERB", "AUX") and not helping:
        return None
    infinitive = "to" in marks or tokens.word(i - 1) == "to"  # the parse may give "to" to "due"
    if infinitive and "had" in helpers:
        return -1  # "had been due to open on Sunday"
    if infinitive and ("Inf" in token.morph.get("VerbForm") or "be" in helpers):
        return 1 if helpers[:1] in (["is"], ["are"]) else _of_infinitive(tokens, i)
    return _of_tense(tokens, i, helping, helpers)


def _of_tense(tokens: Tokens, i: int, helping: list[Any], helpers: list[str]) -> Direction | None:
    token = tokens.doc[i]
    own, finite = set(token.morph.get("Tense")), {tense for word in helping for tense in word.morph.get("Tense")}
    if "Past" in finite or ("Past" in own and not finite) or helpers[:1] in (["has"], ["have"], ["had"]):
        return -1
    if "Pres" in own | finite and "Ger" not in token.morph.get("VerbForm"):
        return 0 if finite or "Fin" in token.morph.get("VerbForm") else None
    return None if tokens.dep[i] not in OWN_TENSE else 0


def _of_infinitive(tokens: Tokens, i: int) -> Direction | None:
    """ "to meet on Monday" by itself or under a noun lies ahead; under a verb, that verb says."""
    return 1 if tokens.head[i] == i or tokens.dep[i] == "acl" else None
