"""Scores the sameness of events across documents on ECB+ (gold mentions), beside the same-lemma baseline.

Run: python -m evaluation.ecbplus CORPORA, with the folder that holds crossdoc/ecbplus_dev.jsonl.gz. The corpus
(Cybulska and Vossen 2014) is for evaluation only and is no part of the project.

Mentions of events in validated sentences, each topic on its own. Its news (crimes, films, firms) seldom tells of our
kinds of event, and there are no page dates and no outlets, so the record's sameness cannot be run on it as it is. What
is tried is its idea, on lemmas and trees of the shipped model: two mentions are one event when their words are of one
family, and the articles (by the names, figures and nouns they share, and the stories these make of them), the
sentences and the participants agree enough; average links, best first. The numbers below were swept on this set: it
says what the idea can reach, not what it will.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from communique.reading import pipeline
from communique.reading.events.kinds import load_kinds
from evaluation.clusters import Scores, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Vector = dict[str, float]

T = TypeVar("T")

FILE = Path("crossdoc") / "ecbplus_dev.jsonl.gz"
EVENTS = ("ACTION", "NEG_ACTION")  # how the corpus's types of event mentions begin
STEM = 4  # letters that stay when an ending is cut off
NAMES_COUNT = 2  # names and figures tell two stories apart better than nouns; 1 and 3 score .004 and .001 lower
SENTENCE = 0.5  # weight of what two sentences share, beside 1 for what two articles share
AGREE, DIFFER = 0.1, 0.1  # added where participants agree in a word, taken off where both are named and none agrees
STORY = 0.10  # average likeness of two clusters of articles that are one story; .08 and .12 score .005 to .01 lower
SAME_STORY = 0.1  # added where two articles are of one story
EMPTY = 0.5  # taken off where a light verb shares no participant: "take" says nothing of what was taken
ENOUGH = 0.25  # average likeness of two clusters that are joined; .2 and .3 score .002 and .012 lower
# Verbs that leave what happened to their object (light verbs; Butt 2010, The light verb jungle).
LIGHT = frozenset({"take", "make", "give", "have", "get", "do", "put", "hold"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the model reads it; `head` is a position in the document."""

    lemma: str
    tag: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event: where, its chain in the gold, its lemma, its article's story, the words it has."""

    id: tuple[str, str]
    topic: str
    chain: str
    lemma: str
    family: str
    story: int
    article: Vector
    sentence: Vector
    participants: frozenset[str]


@cache
def _suffixes() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "suffixes.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(sorted((line for line in lines[1:] if not line.startswith("#") and line != "suffix"), key=len)[::-1])


def family(lemma: str) -> str:
    """What a verb and the nouns made of it have in common: the lemma without up to two endings."""
    word = lemma
    for _ in range(2):
        ending = next((end for end in _suffixes() if word.endswith(end) and len(word) - len(end) >= STEM), "")
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > STEM and word[-1:] == word[-2:-1] else word


def parse(tokens: Sequence[str]) -> list[Word]:
    """The words of a tokenised document."""
    from spacy.tokens import Doc

    doc = pipeline.encoder()(Doc(pipeline.load().vocab, words=list(tokens)))
    return [Word(t.lemma_.lower(), t.pos_, t.dep_.partition(":")[0], t.head.i) for t in doc]


def _vectors(counts: Sequence[Counter[str]]) -> list[Vector]:
    """Words weighted by their number and rarity among these texts, scaled to length 1."""
    spread = Counter(word for count in counts for word in count)
    made = []
    for count in counts:
        raw = {word: math.log(1 + n) * math.log(1 + len(counts) / spread[word]) for word, n in sorted(count.items())}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        made.append({word: value / length for word, value in raw.items()})
    return made


def _likeness(one: Vector, other: Vector) -> float:
    return sum(value * other[word] for word, value in one.items() if word in other)


def _of_article(words: Sequence[Word]) -> Counter[str]:
    weights = {"PROPN": NAMES_COUNT, "NUM": NAMES_COUNT, "NOUN": 1}
    count: Counter[str] = Counter()
    for word in words:
        if word.tag in weights and len(word.lemma) > 2:
            count[family(word.lemma)] += weights[word.tag]
    return count


def _of_sentence(words: Sequence[Word], sentence: Iterable[int]) -> Counter[str]:
    return Counter(family(words[i].lemma) for i in sentence if words[i].tag in {"NOUN", "PROPN", "NUM", "VERB"})


def _participants(words: Sequence[Word], head: int, sentence: Sequence[int]) -> frozenset[str]:
    own = {i for i in sentence if words[i].head == head and i != head and words[i].relation in ARGUMENTS}
    near = own | {i for i in sentence if words[i].head in own}
    return frozenset(family(words[i].lemma) for i in near if words[i].tag in {"NOUN", "PROPN", "NUM"})


def _head(tokens: Sequence[int], words: Sequence[Word]) -> int:
    """The word of a mention that hangs on none of its others."""
    inside = set(tokens)
    return next((i for i in tokens if words[i].head not in inside or words[i].head == i), tokens[-1])


def mentions_of(rows: Sequence[dict[str, Any]], parsed: Sequence[Sequence[Word]]) -> list[Mention]:
    """All mentions of events in validated sentences of the documents of one topic."""
    articles = _vectors([_of_article(words) for words in parsed])
    stories = {at: number for number, story in enumerate(_linked(articles, _likeness, STORY)) for at in story}
    places: list[tuple[int, dict[str, Any], list[int]]] = []
    for at, row in enumerate(rows):
        for mention in row["mentions"]:
            number = row["sent"][mention["tokens"][0]]
            if mention["type"].startswith(EVENTS) and number in row["validated_sentences"]:
                inside = [i for i, of in enumerate(row["sent"]) if of == number]
                places.append((at, mention, inside))
    sentences = _vectors([
        _of_sentence(parsed[at], (i for i in inside if i not in mention["tokens"])) for at, mention, inside in places
    ])  # fmt: skip
    found = []
    for (at, mention, inside), sentence in zip(places, sentences, strict=True):
        doc, key = rows[at]["doc"], mention["id"]
        head = _head(mention["tokens"], parsed[at])
        lemma = parsed[at][head].lemma
        found.append(
            Mention(
                (doc, key), rows[at]["topic"], mention.get("chain") or f"{doc} {key}", lemma, family(lemma),
                stories[at], articles[at], sentence, _participants(parsed[at], head, inside),
            )
        )  # fmt: skip
    return found


def by_lemma(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The baseline: one lemma of one topic is one event."""
    return _grouped(mentions, lambda mention: mention.lemma)


def by_likeness(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one family joined by average likeness, best first."""
    groups = _grouped(mentions, lambda mention: mention.family)
    return [[group[at] for at in part] for group in groups for part in _linked(group, _pair, ENOUGH)]


def _grouped(mentions: Sequence[Mention], key: Callable[[Mention], str]) -> list[list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[key(mention)].append(mention)
    return list(groups.values())


def _linked(things: Sequence[T], likeness: Callable[[T, T], float], enough: float) -> list[list[int]]:
    """Clusters of things, by place, joined by average likeness, best first, as long as it is enough."""
    like = [[likeness(one, other) for other in things] for one in things]
    clusters = [[at] for at in range(len(things))]
    while len(clusters) > 1:
        best, left, right = max(
            (sum(like[i][j] for i in one for j in other) / (len(one) * len(other)), -a, -b)
            for b, other in enumerate(clusters) for a, one in enumerate(clusters[:b])
        )  # fmt: skip
        if best < enough:
            break
        clusters[-left] += clusters.pop(-right)
    return clusters


def _pair(one: Mention, other: Mention) -> float:
    story = SAME_STORY * (one.story == other.story)
    articles = 1.0 if one.id[0] == other.id[0] else _likeness(one.article, other.article) + story
    value = articles + SENTENCE * _likeness(one.sentence, other.sentence)
    shared = one.participants & other.participants
    if one.participants and other.participants:
        value += AGREE if shared else -DIFFER
    if one.lemma in LIGHT and not shared:
        value -= EMPTY
    return value


def _scores(topics: Iterable[Sequence[Mention]], cluster: Callable[[Sequence[Mention]], list[list[Mention]]]) -> Scores:
    total = Scores()
    for mentions in topics:
        gold = _grouped(mentions, lambda mention: mention.chain)
        total += score(*([[m.id for m in group] for group in side] for side in (gold, cluster(mentions))))
    return total


def _of_our_kinds(mention: Mention) -> bool:
    kinds = load_kinds()
    return mention.lemma in kinds.verbs or mention.lemma in kinds.nouns


def read(path: Path) -> list[list[Mention]]:
    """The mentions of each topic of the corpus file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(row)
    return [mentions_of(own, [parse(row["tokens"]) for row in own]) for _, own in sorted(topics.items())]


def section(corpora: Path) -> list[str]:
    """The scores as lines of Markdown."""
    path = corpora / FILE
    if not path.is_file():
        return []
    topics = read(path)
    ours = [[mention for mention in mentions if _of_our_kinds(mention)] for mentions in topics]
    return [
        "Events across documents on ECB+: development topics, gold mentions of validated sentences, each topic alone.",
        "No dates or outlets there; `evaluation/ecbplus.py` says what is compared instead. Thresholds swept on it.",
        "",
        "| mentions | clustering | MUC F1 | B3 F1 | CEAF-e F1 | CoNLL |",
        "|---|---|---:|---:|---:|---:|",
        *_rows(f"all ({sum(map(len, topics))})", topics),
        *_rows(f"of our kinds of event ({sum(map(len, ours))})", ours),
    ]


def _rows(name: str, topics: Sequence[Sequence[Mention]]) -> Iterator[str]:
    for label, cluster in (("same lemma in the topic", by_lemma), ("by likeness", by_likeness)):
        s = _scores(topics, cluster)
        yield f"| {name} | {label} | {s.muc.f1:.3f} | {s.b3.f1:.3f} | {s.ceafe.f1:.3f} | {s.conll:.3f} |"


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m evaluation.ecbplus", description="Score sameness on ECB+.")
    options.add_argument("corpora", type=Path, help="the folder of corpora")
    print("\n".join(section(options.parse_args().corpora)))
