"""What in the text bears on the publication day besides its times: occasions and their tense, and time gone by since.

"At the Munich conference, he said": told after an edition. "Following his re-election last month": the person's
election, with its time. "The war approaches its three-year mark": counted from the start of the conflict. "The
first talks in six years; the previous were in 2018": counted from a year told in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from communique.reading.times.appointments import appointed
from communique.reading.times.cue_words import word_class, word_values
from communique.reading.times.tense import direction
from communique.reading.times.tokens import gather
from communique.records import DatingCue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Hit, Occasion
    from communique.reading.cast import Cast
    from communique.reading.document import Document
    from communique.reading.times.tokens import Tokens
    from communique.records import TimeExpression

Tense = Literal["past", "now", "future"]
Bound = Literal["about", "not yet", "more than"]
TENSES: Mapping[int, Tense] = {-1: "past", 0: "now", 1: "future"}
BESIDE = 6  # tokens between an occasion and the time that is said of it
COUNTED_FROM = "occasion-counted"
PLACES = ("place", "capital", "state")
COUNTED = ("day", "week", "month", "year")
NEAR = 2  # sentences on either side in which the place of an edition is looked for
AHEAD = 3  # sentences in which the pair of "first in six years" is looked for, its own included


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens [start, end), what knowledge finds in it, and the times in it by index."""

    start: int
    end: int
    hits: tuple[Hit, ...]
    times: tuple[tuple[int, int, int, TimeExpression], ...]


def sentences(document: Document, knowledge: Knowledge, times: Sequence[TimeExpression]) -> Iterator[Sentence]:
    """The sentences of the parse in order, hits and times placed by token index in the document."""
    placed = [(index, *document.span(time.evidence), time) for index, time in enumerate(times)]
    for sentence in document.doc.sents:
        words = [token.text for token in sentence]
        inside = tuple(item for item in placed if sentence.start <= item[1] < sentence.end)
        yield Sentence(sentence.start, sentence.end, knowledge.match(words), inside)


def find_cues(
    document: Document, knowledge: Knowledge, times: Sequence[TimeExpression], cast: Cast | None = None
) -> tuple[DatingCue, ...]:
    """All dating cues of a document in text order, `times` being its time expressions.

    Without a cast there are no cues of persons coming into office.
    """
    tokens = gather(document)
    found: list[DatingCue] = []
    all_sentences = list(sentences(document, knowledge, times))
    for number, sentence in enumerate(all_sentences):
        beside = all_sentences[max(0, number - NEAR) : number + NEAR + 1]
        reader = _Reader(document, knowledge, tokens, sentence, tuple(beside))
        elapsed = list(reader.elapsed())
        found.extend(elapsed)
        found.extend(cue for cue in reader.occasions() if not any(cue.key == other.key for other in elapsed))
        found.extend(reader.appointments(cast) if cast is not None else ())
        found.extend(_pairs(document, tokens, all_sentences[number : number + AHEAD]))
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda cue: (cue.evidence, cue.kind, cue.key)))


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    knowledge: Knowledge
    tokens: Tokens
    sentence: Sentence
    near: tuple[Sentence, ...]

    def occasions(self) -> Iterator[DatingCue]:
        """Occasions named, or described by a kind and whose they are."""
        for key, start, end, conflict in self._named():
            tense = TENSES[direction(self.tokens, self.tokens.root_of(start, end))]
            time = None if conflict else self._time_beside(start, end)
            named = word_class(self.tokens.words[start]) == "" or end - start > 1
            evidence = self.document.evidence(start, end)
            yield DatingCue("occasion", key, evidence, "now" if conflict else tense, time=time, named=named)

    def appointments(self, cast: Cast) -> Iterator[DatingCue]:
        """Persons who came into office, with the time that is said of it."""
        for key, verb, named in appointed(self.tokens, self.sentence.start, self.sentence.end, cast):
            time = self._time_in_phrase(verb)
            time = time if time is not None else self._time_beside(verb, verb + 1)
            if time is not None:
                yield DatingCue("occasion", key, self.document.evidence(verb, verb + 1), "past", time=time, named=named)

    def elapsed(self) -> Iterator[DatingCue]:
        """Lengths counted from an occasion or conflict of the same sentence."""
        for _, start, end, time in self.sentence.times:
            if time.rule == COUNTED_FROM and time.amount is not None and time.amount > 0 and time.unit in COUNTED:
                stop = next((i for i in range(start + 1, end) if word_class(self.tokens.words[i]) == "elapsed"), end)
                evidence, bound = self.document.evidence(start, stop), self._bound(start, stop)
                yield DatingCue("elapsed", time.key or "", evidence, "past", time.amount, time.unit, bound)  # type: ignore[arg-type]
        origins = list(self._named())
        if not origins:
            return
        for length in self._lengths():
            start, end, amount, unit = length
            key = min(origins, key=lambda item: (min(abs(item[1] - end), abs(start - item[2])), item[1]))[0]
            yield DatingCue(
                "elapsed", key, self.document.evidence(start, end), "past", amount, unit, self._bound(start, end)
            )

    def _lengths(self) -> Iterator[tuple[int, int, float, Literal["day", "week", "month", "year"]]]:
        words, sentence = self.tokens.words, self.sentence
        for _, start, end, time in sentence.times:
            near = [word_class(word) for word in words[end : min(end + 3, sentence.end)]]
            inside = [word_class(word) for word in words[start:end]]
            if time.amount is None or time.unit not in COUNTED:
                continue
            if time.form == "length" and "elapsed" in (*near, *inside):
                yield start, end, time.amount, time.unit  # type: ignore[misc]
            elif time.form == "shift" and "ago" in words[start:end] and time.amount < 0:
                yield start, end, -time.amount, time.unit  # type: ignore[misc]
        for i in range(sentence.start + 1, sentence.end):
            ordinal = self._ordinal(words[i - 1]) if words[i] == "anniversary" else None
            if ordinal:
                yield i - 1, i + 1, ordinal, "year"

    @staticmethod
    def _ordinal(word: str) -> float | None:
        from communique.reading.times.numbers import number
        from communique.reading.times.patterns import grammar

        return number([word], grammar().lexicon)

    def _bound(self, start: int, end: int) -> Bound:
        words = self.tokens.words[max(self.sentence.start, start - 4) : end]
        classes = [word_class(word) for word in words]
        if "not-yet" in classes:
            return "not yet"
        told = (
            self.tokens.word(end) == "after" and direction(self.tokens, self.tokens.root_of(start, end)) < 0
        )  # "met two weeks after" it
        return "more than" if told or "more-than" in classes else "about"

    def _named(self) -> Iterator[tuple[str, int, int, bool]]:
        """Keys with token span, and whether it is a conflict that goes on (its name dates only its beginning)."""
        base = self.sentence.start
        named = False
        for hit in self.sentence.hits:
            start, end = base + hit.start, base + hit.end
            if hit.kind == "occasion":
                keys = self._of_edition(hit.keys, start, end)
                first = self.knowledge.occasions[keys[0]]
                named = True
                yield keys[0] if len(keys) == 1 else first.series, start, end, first.kind == "war"
            elif hit.kind == "plan" and self.knowledge.plans[hit.keys[0]].kind == "conflict":
                named = True
                yield hit.keys[0], start, end, True
        if not named:
            yield from self._described()

    def _of_edition(self, keys: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
        """The editions that a year beside the name leaves, else those held at a place named near it."""
        left = self._of_year(keys, start, end)
        if len(left) < len(keys) or len(keys) == 1:
            return left
        hits = [hit for sentence in self.near for hit in sentence.hits if hit.kind in PLACES]
        places = {key for hit in hits for key in hit.keys}
        at = tuple(key for key in keys if self.knowledge.occasions[key].place in places)
        if at:
            return at
        base, words = self.sentence.start, self.tokens.words
        lands = {h.keys[0] for h in self.sentence.hits if h.kind == "state" and words[base + h.start - 1] == "in"}
        lands |= {state.iso3 for key in places if (state := self.knowledge.place_state(key)) is not None}
        states = [self.knowledge.occasions[key].state for key in keys]
        return (
            tuple(k for k, state in zip(keys, states, strict=True) if state in lands and states.count(state) == 1)
            or keys
        )

    def _of_year(self, keys: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
        """The editions that a year beside the name leaves: "the 2021 summit", "the summit of 2021"."""
        years = {
            time.year for _, first, last, time in self.sentence.times if _names_year(time, first, last, start, end)
        }
        left = tuple(key for key in keys if self.knowledge.occasions[key].start.year in years)
        return left or keys

    def _described(self) -> Iterator[tuple[str, int, int, bool]]:
        """ "his re-election", "the invasion of Ukraine": a kind of occasion, and whom it concerns."""
        for i in range(self.sentence.start, self.sentence.end):
            kind, values = word_class(self.tokens.words[i]), word_values(self.tokens.words[i])
            if kind not in ("conflict", "election", "inauguration"):
                continue
            candidates = self._concerned(i, values)
            if kind == "conflict" and len(candidates) > 1:  # of several, the one that a named conflict began with
                begun = {plan.start for plan in self.knowledge.plans.values() if plan.kind == "conflict"}
                candidates = [occasion for occasion in candidates if occasion.start in begun]
            series = {occasion.series: occasion for occasion in candidates}
            if len(series) == 1:
                found = next(iter(series.values()))
                yield found.key if len(candidates) == 1 else found.series, i, i + 1, kind == "conflict"

    def _concerned(self, at: int, kinds: frozenset[str]) -> list[Occasion]:
        base = self.sentence.start
        persons = [hit.keys[0] for hit in self.sentence.hits if hit.kind == "person" and len(hit.keys) == 1]
        before = [
            hit.keys[0]
            for hit in self.sentence.hits
            if hit.kind == "person" and len(hit.keys) == 1 and base + hit.end <= at
        ]
        if "election" in kinds or "inauguration" in kinds:
            who = (before or persons)[-1:]
            own = [o for key in who for o in self.knowledge.occasions_with(key) if o.kind in kinds]
            if own:
                return own
        named = [hit for hit in self.sentence.hits if hit.kind in ("state", "demonym")]
        fitting = [o for o in self.knowledge.occasions.values() if o.kind in kinds]
        if "war" in kinds:
            states = {key for hit in named for key in hit.keys}
            beside = {key for hit in named if -3 <= base + hit.start - at <= 3 for key in hit.keys}
            return [o for o in fitting if o.states and (len(states & set(o.states)) > 1 or set(o.states) <= beside)]
        # "the Kenyan election", "elections in Kenya": the state stands beside the word.
        states = {key for hit in named if -3 <= base + hit.start - at <= 2 for key in hit.keys}
        return [o for o in fitting if o.state in states]

    def _time_in_phrase(self, verb: int) -> int | None:
        """The first dated time after a verb with no comma between: "named adviser last month, will meet"."""
        for index, first, _, time in self.sentence.times:
            dated = time.form not in ("length", "set", "occasion") and not time.approximate
            if first > verb and dated and "," not in self.tokens.words[verb:first]:
                return index
        return None

    def _time_beside(self, start: int, end: int) -> int | None:
        """The time said of an occasion: within a few tokens, or hanging on the same verb."""
        root = self.tokens.root_of(start, end)
        best: tuple[int, int] | None = None
        for index, first, last, time in self.sentence.times:
            if time.form in ("length", "set", "occasion") or time.approximate or (first < end and start < last):
                continue
            if _names_year(time, first, last, start, end):
                continue
            gap = first - end if first >= end else start - last
            same = self.tokens.head[self.tokens.root_of(first, last)] in (self.tokens.head[root], root)
            if (gap <= BESIDE or same) and (best is None or gap < best[0]):
                best = (gap, index)
        return best[1] if best else None


def _names_year(time: TimeExpression, first: int, last: int, start: int, end: int) -> bool:
    """Whether a time at tokens [first, last) is a bare year that belongs to the name at [start, end)."""
    bare = time.form == "calendar" and time.year is not None and time.month is None and time.unit is None
    return bare and (last == start or end <= first <= end + 1)


def _pairs(document: Document, tokens: Tokens, ahead: Sequence[Sentence]) -> Iterator[DatingCue]:
    """ "the first in six years" with "the previous one, in 2018" beside it: six years since 2018."""
    here = ahead[0]
    for _, start, end, time in here.times:
        if time.form != "length" or time.amount is None or time.unit != "year" or tokens.word(start - 1) != "in":
            continue
        if not any(word_class(word) == "first" for word in tokens.words[here.start : start]):
            continue
        for sentence in ahead:
            said = any("pair" in word_values(word) for word in tokens.words[sentence.start : sentence.end])
            told = [item for item in sentence.times if item[3].form == "calendar" and item[3].year and not item[3].unit]
            if said and told:
                evidence = document.evidence(start, end)
                yield DatingCue("elapsed", "", evidence, "past", time.amount, "year", "about", told[-1][0])
                return
