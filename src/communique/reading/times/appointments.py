"""Someone's coming into office as an occasion: "Wang, named adviser last month" was told in the month after.

The key of such a cue is "office:" and the key of the person; `dating.occasions` takes their tenures as editions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from communique.reading.times.cue_words import word_class, word_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.cast import Cast
    from communique.reading.times.tokens import Tokens

Person = tuple[str, bool]
KEY = "office:"
REACH = 8  # tokens between a name and the verb that puts its bearer in office
SUBJECTS = ("nsubj", "nsubj:pass", "obj")


def appointed(tokens: Tokens, start: int, end: int, cast: Cast) -> Iterator[tuple[str, int, bool]]:
    """The persons whose appointment tokens [start, end) tell of, with the verb's token, and whether by name."""
    for i in range(start, end):
        if word_class(tokens.words[i]) == "appointment" and tokens.pos[i] in ("VERB", "AUX") and _of_office(tokens, i):
            person = _of_verb(tokens, i, cast) or (_beside(i, start, cast) if _reduced(tokens, i) else None)
            if person is not None:
                yield KEY + person[0], i, person[1]


def _of_office(tokens: Tokens, verb: int) -> bool:
    """Whether "took" and "assumed" have an office with them; verbs that need none always do."""
    if "of-office" not in word_values(tokens.words[verb]):
        return True
    return any(word_class(tokens.words[child.i]) == "office" for child in tokens.doc[verb].children)


def _of_verb(tokens: Tokens, verb: int, cast: Cast) -> Person | None:
    """Who takes the office: the subject of "became", the object of "named" or what its passive has for subject."""
    children = {child.dep_: child for child in tokens.doc[verb].children if child.dep_ in SUBJECTS}
    taking = "takes" in word_values(tokens.words[verb])
    if not any(child.dep_ == "aux:pass" for child in tokens.doc[verb].children):
        children.pop("nsubj:pass", None)  # "he named a mediator", whatever the parse
    order: tuple[Literal["obj", "nsubj:pass", "nsubj"], ...] = ("nsubj",) if taking else ("obj", "nsubj:pass")
    chosen = next((children[name] for name in order if name in children), None)
    if chosen is None:
        return None
    told = tokens.head[verb] if chosen.lower_ == "who" else verb  # "Lee, who took office": whom the clause is said of
    bearer = _beside(chosen.i, told, cast) if told < chosen.i else None
    return bearer or _person(chosen.i, cast)


def _reduced(tokens: Tokens, verb: int) -> bool:
    """A participle behind a name and a comma: "Wang, named adviser last month, said"; "Wang named Lee" is none."""
    before = verb - 1
    while before >= 0 and tokens.pos[before] in ("ADV", "AUX"):
        before -= 1
    bare = not any(child.dep_ in SUBJECTS for child in tokens.doc[verb].children)
    return bare and tokens.word(before) in (",", "who")


def _beside(verb: int, start: int, cast: Cast) -> Person | None:
    """The nearest person named before a participle: "Wang, named adviser last month, said"."""
    found = (_person(i, cast) for i in range(verb - 1, max(start, verb - REACH) - 1, -1))
    return next((person for person in found if person is not None), None)


def _person(token: int, cast: Cast) -> Person | None:
    """The one person a token names or takes up by a pronoun, and whether it names them."""
    reference = cast.covering(token)
    if reference is None or reference.form not in ("name", "pronoun") or len(reference.actors) != 1:
        return None
    kind, _, key = reference.actors[0].partition(":")
    return (key, reference.form == "name") if kind == "person" else None
