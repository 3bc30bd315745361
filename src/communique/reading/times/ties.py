"""Which clauses and nouns a sentence ties together in time: "hours before he left", "the visit follows the talks".

Each tie has two tokens, the one told and the one it is told beside; which events they carry is for the caller to
say. The words are in ties.tsv. A second clause with the same subject is of the time of the first ("flew to Malta on
Monday and met Lee"), and "there" is of the time of what was told last.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from communique.reading.clauses import case_of, objects, own_subjects, subjects
from communique.reading.times import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.reading.document import Document
    from communique.records import TimeExpression

Relation = Literal["before", "after", "during"]
OPPOSITE: dict[Relation, Relation] = {"before": "after", "after": "before", "during": "during"}
PREDICATES = ("VERB", "AUX")
STEPS = 12  # no sentence of prose needs more; a guard against malformed trees
# Days in a unit, and how many more or fewer are still "N of them": weeks and months are counted loosely.
UNIT_DAYS: dict[str, tuple[int, int]] = {"day": (1, 0), "week": (7, 3), "month": (30, 15), "year": (365, 180)}
COMPARING = frozenset({"as", "than"})
PERFECT = frozenset({"has", "have"})
APART = frozenset({"later", "then", "earlier", "previously", "since", "again", "afterwards", "also", "once", "before"})


@dataclass(frozen=True, slots=True)
class Tie:
    """That the event at token `told` was before, after or during the one at token `beside`.

    `least` and `most` are the days between them, None for any number; tokens [start, end) say so.
    """

    told: int
    relation: Relation
    beside: int
    least: int
    most: int | None
    start: int
    end: int


@cache
def _words(kind: str) -> Mapping[str, tuple[Relation, int, int | None]]:
    return {
        row["word"]: (row["relation"] or "during", int(row["least"]), int(row["most"]) if row["most"] else None)  # type: ignore[misc]
        for row in tables.rows("ties.tsv")
        if row["kind"] == kind
    }


def yields(verb: Any) -> bool:
    """Whether a verb tells what came of its subject: "the talks ended with an accord"."""
    return verb.lemma_.lower() in _words("yields")


def ties(document: Document, times: Sequence[TimeExpression]) -> Iterator[Tie]:
    """The ties of a document, in text order."""
    lengths = {document.span(time.evidence)[1]: time for time in times if time.form == "length"}
    for token in document.doc:
        word = document.lower[token.i]
        if word in _words("case") and token.dep_ in ("case", "mark", "advmod"):
            yield from _marked(token, token.head, _words("case")[word], document, lengths)
        elif word in _words("noun") and token.pos_ in ("NOUN", "ADV", "ADP"):
            yield from _by_noun(token, document, lengths)
        elif word in _words("clause") and token.dep_ in ("mark", "advmod"):
            yield from _clause(token)
        elif token.pos_ == "VERB":
            yield from _by_verb(token)
            yield from _coordinated(token)
            yield from _just_said(token)


def _marked(
    mark: Any, beside: Any, row: tuple[Relation, int, int | None], document: Document,
    lengths: Mapping[int, TimeExpression],
) -> Iterator[Tie]:  # fmt: skip
    """ "Hours before he left", "a week after the talks": the front is what the phrase hangs on."""
    relation, least, most = row
    start = mark.i
    before = document.lower[start - 1] if start > mark.sent.start else ""
    length = lengths.get(start)
    if length is not None:
        if length.anchor_index is not None:
            return  # it counts from a time told, and dates one of the two by itself
        start = document.span(length.evidence)[0]
        least, most = _counted(length, (least, most))
    elif before in _words("reach"):
        _, least, most = _words("reach")[before]
        start -= 1
    told = _front(beside, range(start, mark.i + 1))
    if told is None or beside.i <= mark.i or beside.sent.start != mark.sent.start:
        return
    if mark.lower_ in COMPARING and beside.dep_ == "advcl" and _perfect(beside) != _perfect(told):
        return  # "was welcomed, as she had been during her visit": another time
    measured = _measured(beside, document, lengths) if relation == "after" and start == mark.i else None
    if measured is not None:  # "said on Monday after two days of talks": they ended then
        yield Tie(told.i, "during", measured.i, 0, 0, start, mark.i + 1)
        return
    if start == mark.i and told.lemma_.lower() in _words("tells") and most is None:
        _, least, most = _words("tells")[told.lemma_.lower()]
    yield Tie(told.i, relation, beside.i, least, most, start, mark.i + 1)


def _measured(unit: Any, document: Document, lengths: Mapping[int, TimeExpression]) -> Any | None:
    """What "two days" are of, where a length of known amount is all that stands before it."""
    length = lengths.get(unit.i + 1)
    if length is None or length.amount is None or document.lower[unit.i + 1 : unit.i + 2] != ("of",):
        return None
    return next((child for child in unit.children if child.dep_ == "nmod" and case_of(child) == "of"), None)


def _counted(length: TimeExpression, otherwise: tuple[int, int | None]) -> tuple[int, int | None]:
    """The days of "two weeks", of "some 20 hours"."""
    if length.amount is None:
        return otherwise
    if (length.key or "").startswith("sub/"):
        return 0, 1
    if length.unit not in UNIT_DAYS:
        return otherwise
    days, slack = UNIT_DAYS[length.unit]
    middle = round(days * length.amount)
    return max(0, middle - slack), middle + slack


def _front(beside: Any, saying: range = range(0)) -> Any | None:
    """What a phrase or clause is said of: the predicate that it hangs on, or a noun before it.

    The words `saying` how the two stand to one another are passed over: "days" in "met days after the visit".
    """
    above = beside
    for _ in range(STEPS):
        if above.head.i == above.i:
            return None
        above = above.head
        if above.i in saying:
            continue
        if above.pos_ in PREDICATES or above.head.i == above.i or (above.pos_ == "NOUN" and above.i < beside.i):
            return above
    return None


def _by_noun(noun: Any, document: Document, lengths: Mapping[int, TimeExpression]) -> Iterator[Tie]:
    """ "On the eve of the summit", "ahead of the vote", "at the end of a visit"."""
    behind = next((child for child in noun.doc[noun.i + 1 : noun.sent.end] if child.lower_ in ("of", "before")), None)
    if behind is None or behind.i > noun.i + 1:
        return
    beside = behind.head if behind.head.i > behind.i else noun.head
    if beside.i > noun.i:
        yield from _marked(noun, beside, _words("noun")[document.lower[noun.i]], document, lengths)


def _clause(word: Any) -> Iterator[Tie]:
    """ "Was there in May, when he met Lee": both clauses are of one time."""
    verb = word.head
    above = _front(verb) if verb.dep_ in ("advcl", "acl:relcl", "acl", "advcl:relcl") else None
    if above is not None and above.pos_ == "NOUN":
        above = next((one for one in above.ancestors if one.pos_ in PREDICATES), above)
    if above is not None and word.i < verb.i and _perfect(verb) == _perfect(above):
        yield Tie(verb.i, "during", above.i, 0, 0, word.i, word.i + 1)


def _by_verb(verb: Any) -> Iterator[Tie]:
    """ "The visit follows the agreement"."""
    row = _words("verb").get(verb.lemma_.lower())
    if row is None:
        return
    told = next(iter(subjects(verb)), None)
    beside = next(iter(objects(verb)), None)
    if told is not None and beside is not None:
        yield Tie(told.i, row[0], beside.i, row[1], row[2], verb.i, verb.i + 1)


def _just_said(verb: Any) -> Iterator[Tie]:
    """ "Have agreed, he said on Saturday": what is said in the perfect is news of that day or the day before."""
    said = [child for child in verb.children if child.dep_ == "parataxis" and child.pos_ == "VERB"]
    said += [verb.head] if verb.dep_ in ("ccomp", "parataxis") and verb.head.pos_ == "VERB" else []
    perfect = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in PERFECT), None)
    if said and perfect is not None and "Past" in said[0].morph.get("Tense"):
        yield Tie(verb.i, "before", said[0].i, 0, 1, perfect.i, perfect.i + 1)


def _coordinated(verb: Any) -> Iterator[Tie]:
    """ "Flew to Malta on Monday and met Lee": one subject, one time, unless a word sets them apart."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB" or own_subjects(verb):
        return
    apart = any(child.lower_ in APART for child in verb.children)
    same = _tense(verb) == _tense(verb.head) and _perfect(verb) == _perfect(verb.head)
    if not apart and same:
        join = next((child.i for child in verb.children if child.dep_ == "cc"), verb.i)
        yield Tie(verb.i, "during", verb.head.i, 0, 0, join, join + 1)


def _perfect(verb: Any) -> bool:
    """ "Where talks had been held": told as before what its sentence tells."""
    return any(child.dep_ in ("aux", "aux:pass") and child.lower_ in ("had", *PERFECT) for child in verb.children)


def _tense(verb: Any) -> tuple[str, ...]:
    finite = [child for child in verb.children if child.dep_ in ("aux", "aux:pass") and child.morph.get("Tense")]
    return tuple((finite[0] if finite else verb).morph.get("Tense"))
