"""Altered quotation: one speaker's words, given as direct speech in two articles, with other words in one of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from communique.reconciling.lineage.descent import far_apart
from communique.reconciling.lineage.words import linking_words, plain_words
from communique.records import Check, content_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.records import Article, Evidence, Lineage, Publication, Reading

SHORTEST = 5  # words
# Likeness of the folded words, by insertions and deletions of characters (rapidfuzz ratio). No upper bound: "not" for
# "now" in a long sentence leaves 0.98 of it; whether a change matters is told by its words.
ALIKE = 0.75
SPELLING = 0.8  # two words this alike are one in two spellings ("defence", "defense")
SPELT = 5  # letters; shorter words that differ in one letter are other words ("can", "cant")
WITHIN = 30  # days; set phrases come back in other wording on other occasions
KEY = 3  # words in a row that two tellings must share to be compared
COMMON = 20  # quotations; a run of words in more of them is a set phrase
EDITED = ("[", "…", "...", "(")  # marks of an honest cut or addition


@dataclass(frozen=True, slots=True)
class _Said:
    """One direct quotation: by whom, where, and its folded words."""

    speaker: str
    evidence: Evidence
    words: tuple[str, ...]
    raw: str


def quotation_checks(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    publications: Mapping[str, Publication],
    lineages: Mapping[str, Lineage],
) -> list[Check]:
    """Quotations of a speaker that nearly agree with another article's, on the article that came later."""
    found: dict[str, Check] = {}
    for one, other in _pairs(_quotations(articles, readings)):
        if far_apart(publications.get(one.evidence.article), publications.get(other.evidence.article), WITHIN):
            continue
        if not altered(one.words, other.words):
            continue
        first, later = sorted((one, other), key=lambda said: _age(said.evidence, publications, lineages))
        detail = f"“{later.raw}” stands as “{first.raw}” in {first.evidence.article}"
        key = content_id("check", later.evidence.article, "altered quotation", " ".join(later.words), first.raw)
        found.setdefault(key, Check(key, later.evidence.article, "altered quotation", (later.evidence,), detail))
    return list(found.values())


def altered(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two tellings of a quotation differ in a word that matters, and not merely in length or spelling."""
    from rapidfuzz import fuzz

    if fuzz.ratio(" ".join(left), " ".join(right)) / 100 < ALIKE:
        return False
    blocks = [op for op in SequenceMatcher(None, left, right, autojunk=False).get_opcodes() if op[0] != "equal"]
    inner = [
        (left[a:b], right[c:d])
        for tag, a, b, c, d in blocks
        if tag == "replace" or (min(a, c) > 0 and (b < len(left) and d < len(right)))
    ]
    return any(_matters(mine, theirs) for mine, theirs in inner)


def _matters(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    if len(mine) == len(theirs):
        pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if not _same_word(a, b, fuzz.ratio(a, b) / 100)]
        changed = {word for pair in pairs for word in pair}
    else:
        changed = {*mine, *theirs}
    return bool(changed - linking_words())


def _same_word(one: str, other: str, likeness: float) -> bool:
    return likeness >= SPELLING and min(len(one), len(other)) >= SPELT


def _quotations(articles: Mapping[str, Article], readings: Mapping[str, Reading]) -> list[_Said]:
    found: dict[tuple[str, Evidence], _Said] = {}
    for key, article in sorted(articles.items()):
        reading = readings.get(key)
        for said in reading.statements if reading is not None else ():
            if said.mode == "indirect" or len(said.speakers) != 1:
                continue
            for quote in said.quotes:
                raw = article.quote(quote).strip(" \t\n\"“”„«»‘’'")
                words = plain_words(raw)
                if len(words) >= SHORTEST and not any(mark in raw for mark in EDITED):
                    found[(said.speakers[0], quote)] = _Said(said.speakers[0], quote, words, " ".join(raw.split()))
    return [said for _, said in sorted(found.items())]


def _pairs(quotations: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Quotations of one speaker in two articles that share a run of words, in order."""
    runs: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, said in enumerate(quotations):
        for start in range(len(said.words) - KEY + 1):
            held = runs[(said.speaker, said.words[start : start + KEY])]
            if held[-1:] != [at]:
                held.append(at)
    pairs = {pair for held in runs.values() if len(held) <= COMMON for pair in combinations(held, 2)}
    for one, other in sorted(pairs):
        if quotations[one].evidence.article != quotations[other].evidence.article:
            yield quotations[one], quotations[other]


def _age(
    evidence: Evidence, publications: Mapping[str, Publication], lineages: Mapping[str, Lineage]
) -> tuple[bool, str, Evidence]:
    """Sorts originals before descendants, then by day, then by id."""
    lineage = lineages.get(evidence.article)
    publication = publications.get(evidence.article)
    best = publication.best if publication is not None else None
    return (lineage is not None and lineage.origin is not None, best.isoformat() if best else "9999", evidence)
