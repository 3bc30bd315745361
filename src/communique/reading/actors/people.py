"""The people of one article: which person of knowledge or of this article a name is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.gazetteer import owner_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Person
    from communique.reading.gazetteer import Gazetteer

# How strongly a word names someone: as the surname, as another word of the name.
SURNAME, GIVEN = 2, 1
SHORTEST = 3  # letters of a surname that stands against its part of speech at the start of a sentence
REGNAL = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})").fullmatch  # the numbers of rulers up to XXVIII
GIVEN_LENGTH = 4  # letters; shorter given names ("Yi", "Ali") are too common to find their bearer alone


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens [start, end) that are a person's name, without titles."""

    start: int
    end: int
    known: tuple[str, ...] = ()


def slug(text: str) -> str:
    """Lower-case ASCII words joined with hyphens: the tail of an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold_name(text)).strip("-") or "unknown"


def fold_name(text: str) -> str:
    """Lower case without accents."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def surname_forms(words: Iterable[str]) -> tuple[str, ...]:
    """The ways a surname is written alone, folded: whole, run together, without its particles, its last word.

    "el-Sisi" gives "el-sisi", "elsisi" and "sisi"; "von der Leyen" also "leyen".
    """
    whole = fold_name(" ".join(words))
    pieces = [piece for piece in re.split(r"[\s'-]+", whole) if piece]
    bare = list(pieces)
    while len(bare) > 1 and bare[0] in lexicon().particles:
        bare.pop(0)
    forms = [whole, "".join(pieces), "".join(bare), " ".join(bare)]
    if len(bare) < len(pieces):
        forms.append(bare[-1])
    return tuple(form for form in dict.fromkeys(forms) if form)


@dataclass
class People:
    """Full names are entered first, then surnames find them.

    `parts` gives for each folded word the people whose name has it, with how strongly; `wholes` the folded words
    of every name as known and as written.
    """

    knowledge: Knowledge
    states: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)
    state_of: dict[str, str | None] = field(default_factory=dict)
    gender_of: dict[str, str] = field(default_factory=dict)
    parts: dict[str, dict[str, int]] = field(default_factory=dict)
    wholes: dict[tuple[str, ...], str] = field(default_factory=dict)

    def enter(
        self, words: tuple[str, ...], known: tuple[str, ...], state: str | None, near: list[str] | None = None
    ) -> str:
        """The actor id for a name; `state` is what its title says, `near` who was spoken of before, best first."""
        person = self._known(words, known, state)
        if person is not None:
            return self._register(f"person:{person.key}", person.name, (person.surname,), words, person)
        plain = _unnumbered(words)
        found = self._named_before(plain, state, near or [])
        if found is None:
            name = _joined(words)
            found = self._register(f"person:{slug(name)}", name, plain[-1:], plain, None)
        self.state_of[found] = self.state_of.get(found) or state
        return found

    def surname(self, word: str, near: Callable[[], list[str]]) -> str | None:
        """The person of this article whose name has this word (best by `near`), None if there is none."""
        bearers = self.parts.get(fold_name(word))
        return self._best(bearers, None, near() if len(bearers) > 1 else []) if bearers else None

    def distinctive(self, word: str, closed: bool) -> bool:
        """Whether a word is someone's surname and long enough to be trusted against its part of speech.

        Never for parts of speech that have few words (`closed`): "May" the person, "May" the verb.
        """
        return not closed and len(word) >= SHORTEST and SURNAME in self.parts.get(fold_name(word), {}).values()

    def note_gender(self, actor: str, gender: str) -> None:
        """Keep the gender that a title gives, where none is known."""
        self.gender_of[actor] = self.gender_of.get(actor) or gender

    def _named_before(self, words: tuple[str, ...], state: str | None, near: list[str]) -> str | None:
        """Someone entered already under a longer name: "Busaidi" or "Al Busaidi" after "Badr Albusaidi"."""
        folded = _pieces(words)
        if not folded:
            return None  # letters of another script
        if len(folded) == 1 or folded[0] in lexicon().particles:
            for form in surname_forms(words):
                if form in self.parts:
                    return self._best(self.parts[form], state, near)
        if len(folded) > 1:
            holding = {actor for whole, actor in self.wholes.items() if _same_name(folded, whole)}
            return holding.pop() if len(holding) == 1 else None
        return None

    def _best(self, bearers: dict[str, int], state: str | None, near: list[str]) -> str:
        """Of the bearers of a name, those by surname first, of the state said, then whom the text is about."""
        strongest = max(bearers.values())
        found = [actor for actor, strength in bearers.items() if strength == strongest]
        found = [actor for actor in found if state is not None and self.state_of.get(actor) == state] or found
        return next((actor for actor in near if actor in found), found[-1])

    def _known(self, words: tuple[str, ...], known: tuple[str, ...], state: str | None) -> Person | None:
        persons = self.knowledge.persons
        found = [persons[key] for key in known]
        if not found and len(words) > 1:
            found = list(self.knowledge.find_persons(_joined(words)))
        if not found and len(words) == 1 and fold_name(words[0]) not in self.parts:
            found = list(self.knowledge.persons_with_surname(words[0]))
        if state is not None and len(found) > 1:
            found = [person for person in found if person.state == state] or found
        if len(found) > 1:
            found = [person for person in found if person.state in self.states] or found
        if len(found) > 1 and len(words) == 1:
            found = self.meant_alone(found)
        if len(found) == 1 and self._fits(found[0], state, len(words) > 1):
            return found[0]
        return None

    def meant_alone(self, bearers: list[Person]) -> list[Person]:
        """Whom of them their surname means beside the people named already; nobody if that is open."""
        beside = [actor.removeprefix("person:") for actor in self.names]
        person = self.knowledge.meant_by_surname(bearers, beside) if bearers else None
        return [person] if person is not None else []

    def _fits(self, person: Person, state: str | None, full: bool) -> bool:
        """A lone surname is a known person only where the article speaks of that person's state, or of a leader.

        News introduces everyone else by the full name, which then comes first.
        """
        if full:
            return state is None or person.state is None or person.state == state or state not in self.knowledge.states
        if state is not None:
            return person.state == state
        return person.state is None or person.state in self.states or self._led(person)

    def leaders(self, surname: str) -> list[Person]:
        """Known people of that surname who are or were at the head of a state."""
        return [person for person in self.knowledge.persons_with_surname(surname) if self._led(person)]

    def _led(self, person: Person) -> bool:
        """Whether a person is or was at the head of a state."""
        owners = self.knowledge.states
        offices = [tenure.office.partition("/") for tenure in self.knowledge.tenures_of(person.key)]
        return any(owner in owners and role in lexicon().leading for owner, _, role in offices)

    def _register(
        self, actor: str, name: str, surname: tuple[str, ...], words: tuple[str, ...], person: Person | None
    ) -> str:
        if actor not in self.names:
            self.names[actor] = name
            self.state_of[actor] = person.state if person else None
            self.gender_of[actor] = person.gender if person else ""
        for form in surname_forms(surname):
            self._add_part(form, actor, SURNAME)
        if person is None or len(words) == 1:
            self._add_part(fold_name(words[0]), actor, SURNAME)
        for written in (_pieces(words), _pieces(name.split())):
            if len(written) > 1:
                self.wholes.setdefault(written, actor)
            for word in written:
                if len(word) >= GIVEN_LENGTH:
                    self._add_part(word, actor, GIVEN)
        return actor

    def _add_part(self, part: str, actor: str, strength: int) -> None:
        bearers = self.parts.setdefault(part, {})
        bearers[actor] = max(strength, bearers.get(actor, 0))


def _joined(words: Iterable[str]) -> str:
    """Tokens of a name as text: "Tsai Ing - wen" is "Tsai Ing-wen"."""
    return " ".join(words).replace(" - ", "-")


def _unnumbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without "Jr." or the number of a ruler: "Norton I" is spoken of as Norton."""
    end = len(words)
    while end > 1 and (words[end - 1].rstrip(".").lower() in lexicon().suffixes or REGNAL(words[end - 1])):
        end -= 1
    return words[:end]


def _pieces(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(piece for piece in re.split(r"[\s'-]+", fold_name(" ".join(words))) if piece)


def _same_name(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: one within the other, or both but for middle names."""
    if _within(part, whole):
        return True
    short, long = sorted((part, whole), key=len)
    alike = short[-1] == long[-1] and (short[0] == long[0] or (len(short[0]) == 1 and long[0].startswith(short[0])))
    return alike and all(word in long or len(word) == 1 for word in short)


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def states_mentioned(gazetteer: Gazetteer, knowledge: Knowledge) -> frozenset[str]:
    """The codes of all states that an article names, by name, adjective, capital or metonym."""
    return frozenset(
        owner_of(hit, knowledge) for hit in gazetteer.hits if hit.kind in ("state", "demonym", "capital", "metonym")
    )
