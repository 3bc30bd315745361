"""People with titles in the place of pronouns and plain names, so that the parser has seen how news names people.

The treebanks have some 250 names with a title before them, most of them subjects; news has them in every sentence and
every role ("between President A and Prime Minister B"). Here copies of treebank sentences get such phrases, with the
analysis that UD gives them, wherever a person stands: the tree around them stays as it was annotated.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.reading.encoder import lemmas
from training.encoder.data import Sentence, clean

if TYPE_CHECKING:
    import random

    from communique.knowledge import Knowledge

ONE, MANY = frozenset({"he", "she", "him", "her"}), frozenset({"they", "them"})
ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "xcomp"})
LIGHT = frozenset({"case", "cc", "punct", "conj"})  # what may hang on a word that is replaced
FEATS = {
    "NNP": "Number=Sing", "NN": "Number=Sing", "JJ": "Degree=Pos", "DT": "Definite=Def|PronType=Art",
    "PRP$": "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
}  # fmt: skip
# Shares of the phrases: a title before the name, an office after it, "her counterpart, Ana Lee"; the rest plain names.
TITLED, OFFICE, PEER = 0.62, 0.12, 0.12
FORMER, OWNED = 0.08, 0.8


@dataclass(slots=True)
class Token:
    """A word of a phrase; `head` is its governor's place in the phrase, -1 for the phrase's own head."""

    word: str
    upos: str
    xpos: str
    dep: str
    head: int


Phrase = list[Token]


class Titler:
    """Makes phrases for people out of the names and states that knowledge has."""

    def __init__(self, knowledge: Knowledge) -> None:
        table = tomllib.loads((Path(__file__).parent / "titles.toml").read_text(encoding="utf-8"))
        self.titles, self.offices, self.peers = (_phrases(table[name]) for name in ("titles", "offices", "peers"))
        self.personal = frozenset(table["personal"])
        self.names = [
            words for person in knowledge.persons.values()
            if len(words := [clean(word) for word in person.name.split()]) > 1 and all(w.isalpha() for w in words)
        ]  # fmt: skip
        self.states = sorted({s.name for s in knowledge.states.values() if s.name.isalpha()} | {"U.S.", "UK"})
        self.demonyms = sorted({d for s in knowledge.states.values() for d in s.demonyms if not d.endswith("s")})

    def titled(self, sentence: Sentence, share: float, rng: random.Random) -> Sentence:
        """The sentence with `share` of its people (by chance) named and titled anew; names are no longer marked."""
        children: dict[int, list[int]] = {}
        for i, head in enumerate(sentence.heads):
            children.setdefault(head, []).append(i)
        phrases: dict[int, Phrase] = {}
        dropped: set[int] = set()
        for i, dep in enumerate(sentence.fields["dep"]):
            count = self._people(sentence, i, children.get(i, []))
            if count and dep in ROLES and i not in dropped and rng.random() < share:
                last = i + 1 == len(sentence.words) or sentence.fields["upos"][i + 1] == "PUNCT"
                phrases[i] = self._several(rng, count, closed=last or dep == "nmod:poss")
                dropped.update(k for k in children.get(i, []) if sentence.fields["dep"][k] == "flat")
        return _put(sentence, phrases, dropped)

    def _people(self, sentence: Sentence, i: int, below: list[int]) -> int:
        """How many people a word and what hangs on it stand for, 0 if it is to stay."""
        deps = [sentence.fields["dep"][k] for k in below]
        word = sentence.words[i].lower()
        if sentence.fields["upos"][i] == "PRON" and sentence.fields["dep"][i] != "nmod:poss" and LIGHT.issuperset(deps):
            return 1 if word in ONE else 2 * (word in MANY)
        flat = [k for k in below if sentence.fields["dep"][k] == "flat"]
        cases = {sentence.words[k].lower() for k in below if sentence.fields["dep"][k] == "case"}
        name = sentence.fields["upos"][i] == "PROPN" and flat == list(range(i + 1, i + 1 + len(flat)))
        whole = bool(flat) and LIGHT.issuperset(set(deps) - {"flat"}) and self.personal.issuperset(cases)
        whole = whole and not any(k in flat for k in sentence.heads if k != i)
        return int(name and whole)

    def _several(self, rng: random.Random, count: int, *, closed: bool) -> Phrase:
        first = self.phrase(rng, closed=closed or count > 1)
        if count == 1:
            return first
        second = self.phrase(rng, closed=closed)
        base, head, top = len(first) + 1, _top(first), _top(second)
        moved = [Token(t.word, t.upos, t.xpos, t.dep, base + t.head if t.head >= 0 else head) for t in second]
        moved[top].dep = "conj"
        return [*first, Token("and", "CCONJ", "CC", "cc", base + top), *moved]

    def phrase(self, rng: random.Random, *, closed: bool) -> Phrase:
        """A phrase for one person; `closed`: no comma may end it."""
        draw = rng.random()
        name = self._name(rng)
        if draw < TITLED:
            title = self._owned(rng, rng.choice(self.titles))
            return [*_hung(title, "nmod:desc", len(title)), *_moved(name, len(title))]
        if draw < TITLED + OFFICE:
            return self._with_office(rng, name, closed=closed)
        if draw < TITLED + OFFICE + PEER:
            peer = self._described(rng, rng.choice(self.peers))
            begin = len(peer) + 1
            top = _top(peer)
            rest = [Token(t.word, t.upos, t.xpos, t.dep, begin + t.head if t.head >= 0 else top) for t in name]
            rest[0].dep = "appos"
            comma = Token(",", "PUNCT", ",", "punct", begin)
            return [*peer, comma, *rest, *([] if closed else [Token(",", "PUNCT", ",", "punct", begin)])]
        return name

    def _name(self, rng: random.Random) -> Phrase:
        words = rng.choice(self.names)
        return [Token(word, "PROPN", "NNP", "flat" if i else "", 0 if i else -1) for i, word in enumerate(words)]

    def _with_office(self, rng: random.Random, name: Phrase, *, closed: bool) -> Phrase:
        office = rng.choice(self.offices)
        begin = len(name) + 2
        top = begin + _top(office)
        comma = Token(",", "PUNCT", ",", "punct", top)
        middle = [Token(t.word, t.upos, t.xpos, t.dep, begin + t.head if t.head >= 0 else 0) for t in office]
        middle[_top(office)].dep = "appos"
        state = begin + len(office) + 1
        of = [Token("of", "ADP", "IN", "case", state), Token(rng.choice(self.states), "PROPN", "NNP", "nmod", top)]
        found = [*name, comma, Token("the", "DET", "DT", "det", top), *middle, *of]
        return found if closed else [*found, Token(",", "PUNCT", ",", "punct", top)]

    def _owned(self, rng: random.Random, title: Phrase) -> Phrase:
        """The title with its state before it, as an adjective, a name or a possessor, or with none."""
        if rng.random() >= OWNED:
            return title
        draw = rng.random()
        if draw < 0.65:
            title = self._before(title, _adjective(rng.choice(self.demonyms)))
        else:
            state = Token(rng.choice(self.states), "PROPN", "NNP", "compound", -1)
            owner = [state]
            if draw > 0.9:
                state.dep = "nmod:poss"
                owner.append(Token("'s", "PART", "POS", "case", 0))
            title = self._before(title, owner)
        if rng.random() < FORMER:
            title = self._before(title, [Token("former", "ADJ", "JJ", "amod", -1)])
        return title

    def _described(self, rng: random.Random, noun: Phrase) -> Phrase:
        noun = self._before(noun, _adjective(rng.choice(self.demonyms)))
        return self._before(noun, [Token(rng.choice(("his", "her")), "PRON", "PRP$", "nmod:poss", -1)])

    @staticmethod
    def _before(phrase: Phrase, words: Phrase) -> Phrase:
        """The phrase with words before it that hang on its head where they have no governor of their own."""
        shift = len(words)
        top = _top(phrase) + shift
        lead = [Token(t.word, t.upos, t.xpos, t.dep, t.head if t.head >= 0 else top) for t in words]
        return [*lead, *_moved(phrase, shift)]


def _phrases(rows: list[str]) -> list[Phrase]:
    found = []
    for row in rows:
        parts = [part.split("/") for part in row.split()]
        words = [part[0] for part in parts]
        top = next(i for i, part in enumerate(parts) if len(part) == 3)
        found.append([
            Token(part[0], part[1], part[2], part[3] if len(part) > 3 else "",
                  -1 if i == top else words.index(part[4]) if len(part) > 4 else top)
            for i, part in enumerate(parts)
        ])  # fmt: skip
    return found


def _adjective(demonym: str) -> Phrase:
    """ "South Korean": the last word is the adjective, what stands before it hangs on it."""
    *lead, last = demonym.split()
    first = [Token(word, "PROPN", "NNP", "compound", len(lead)) for word in lead]
    return [*first, Token(last, "ADJ", "JJ", "amod", -1)]


def _top(phrase: Phrase) -> int:
    return next(i for i, token in enumerate(phrase) if token.head < 0)


def _moved(phrase: Phrase, by: int) -> Phrase:
    return [Token(t.word, t.upos, t.xpos, t.dep, t.head + by if t.head >= 0 else -1) for t in phrase]


def _hung(phrase: Phrase, dep: str, head: int) -> Phrase:
    """The phrase with its head hung on another word."""
    return [Token(t.word, t.upos, t.xpos, t.dep or dep, t.head if t.head >= 0 else head) for t in phrase]


def _put(sentence: Sentence, phrases: dict[int, Phrase], dropped: set[int]) -> Sentence:
    """The sentence with phrases in the place of words, and without the words that are dropped."""
    begin: list[int] = []  # where the word, or the head of its phrase, comes to stand
    at = 0
    for i in range(len(sentence.words)):
        phrase = phrases.get(i)
        begin.append(at + (_top(phrase) if phrase else 0))
        at += len(phrase) if phrase else int(i not in dropped)
    made = Sentence([], fields={name: [] for name in sentence.fields}, opens_document=sentence.opens_document)
    for i, word in enumerate(sentence.words):
        head = begin[sentence.heads[i]] if sentence.heads[i] >= 0 else -1
        if i in phrases:
            for token in _moved(phrases[i], len(made.words)):
                shown = token.word if made.words else token.word[:1].upper() + token.word[1:]
                _add(made, shown, token, token.head if token.head >= 0 else head, sentence.fields["dep"][i])
        elif i not in dropped:
            made.words.append(word)
            made.heads.append(head)
            for name, values in sentence.fields.items():
                made.fields[name].append(values[i])
    return made


def _add(made: Sentence, shown: str, token: Token, head: int, dep: str) -> None:
    own = token.word if token.xpos == "NNP" or token.word[:1].isupper() else token.word.lower()
    values = {
        "upos": token.upos, "xpos": token.xpos, "feats": FEATS.get(token.xpos, ""),
        "lemma": lemmas.script(shown, own), "dep": token.dep or dep,
    }  # fmt: skip
    made.words.append(shown)
    made.heads.append(head)
    for name, value in values.items():
        made.fields[name].append(value)
