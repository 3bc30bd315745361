"""Scores coreference of people on GUM: `python -m evaluation.coreference CORPORA [--part dev] [--errors]`.

Wanted are the mentions of people (names, descriptions, third-person pronouns) whose chain has at least two of them;
"I" and "you" are left out, since they are resolved with the speech they stand in. Mentions match by their head word.
Ours are the references of the cast to people, offices and unnamed people, with chains of at least two. Scores: MUC
(Vilain et al. 1995), B3 (Bagga and Baldwin 1998) and CEAF by entities (Luo 2005), over all documents, and their mean.

The baseline reads the same parse and names: names of the same words are one person, and a pronoun is the nearest name
before it whose gender, where knowledge or a courtesy word tells it, fits.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.actors import find_cast
from communique.records import Article, Line, content_id
from evaluation.clusters import Scores
from evaluation.clusters import score as clustered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.knowledge import Knowledge
    from communique.reading.document import Document

Chain: TypeAlias = frozenset[int]  # the places of mentions of one person

GENRES = ("news", "interview", "bio")
FIRST_AND_SECOND = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself",
    "yourselves",
})  # fmt: skip
PEOPLE = ("person:", "office:", "unnamed:")
GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
COURTESY = {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f"}


@dataclass
class Text:
    """One document of GUM: its article, the characters [start, end) of each token by sentence and token, its chains.

    `heads` leads from the other words of a name to its first ("Tedeschi" of "Mr Mark Tedeschi"), where it is counted.
    """

    name: str
    article: Article
    places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    chains: dict[str, set[int]] = field(default_factory=dict)
    heads: dict[int, int] = field(default_factory=dict)


def texts(corpora: Path, part: str, genres: Sequence[str]) -> Iterator[Text]:
    """The documents of these genres with the chains of people; a mention is where its head word begins."""
    wanted: dict[str, list[dict[str, Any]]] = {}
    with gzip.open(corpora / "coref" / f"gum_mentions.{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["type"] == "person":
                wanted.setdefault(row["doc"], []).append(row)
    for text in _read(corpora / "treebanks" / f"gum.{part}.conllu.gz"):
        if text.name.split("_")[1] not in genres:
            continue
        for row in wanted.get(text.name, ()):
            if row["text"].lower() in FIRST_AND_SECOND:
                continue
            first = int(row["minspan"].split(",")[0]) - 1 if row["minspan"] else 0
            named = _name(text, row["sent"], row["start"] + first, row["end"])
            if named:
                text.chains.setdefault(row["grp"], set()).add(named[0])
                text.heads.update(dict.fromkeys(named[1:], named[0]))
        yield text


def _name(text: Text, sentence: int, first: int, end: int) -> list[int]:
    """Where the words of a mention's name begin: the head word, and the capitalised ones right after it."""
    named: list[int] = []
    for token in range(first, end):
        place = text.places.get((sentence, token))
        if place is None or (named and not text.article.text[place[0]].isupper()):
            break
        named.append(place[0])
        if not text.article.text[place[0]].isupper():
            break
    return named


def _read(path: Path) -> Iterator[Text]:
    """Documents of a CoNLL-U file: one line of text for each paragraph."""
    name, paragraphs, at, sentence = "", [""], 0, -1
    places: dict[tuple[int, int], tuple[int, int]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line[2:].strip().partition(" = ") if line.startswith("# ") else ("", "", "")
            if key == "newdoc id":
                if name:
                    yield _text(name, paragraphs, places)
                name, paragraphs, places, at, sentence = value, [""], {}, 0, -1
            elif line.startswith("# newpar") and paragraphs[-1]:
                at += 1
                paragraphs.append("")
            elif key == "text":
                sentence += 1
                gap = " " if paragraphs[-1] else ""
                paragraphs[-1] += gap + value
                begin, token, inside = at + len(gap), 0, 0
                at += len(gap) + len(value)
                whole = value
            elif line[:1].isdigit():
                number, form = line.split("\t")[:2]
                if not number.isdigit():
                    continue
                found = whole.find(form, inside)
                if found >= 0:
                    places[sentence, token] = (begin + found, begin + found + len(form))
                    inside = found + len(form)
                token += 1
    if name:
        yield _text(name, paragraphs, places)


def _text(name: str, paragraphs: list[str], places: dict[tuple[int, int], tuple[int, int]]) -> Text:
    text, lines, at = "\n".join(paragraphs), [], 0
    for number, part in enumerate(paragraphs, 1):
        lines.append(Line(number, at, at + len(part), "body", "corpus"))
        at += len(part) + 1
    return Text(name, Article(content_id("art", text), name, "", text, tuple(lines), "text", "en"), places)


def ours(document: Document, knowledge: Knowledge) -> list[Chain]:
    """The chains of the cast: people, offices and unnamed people, several at once as a group of their own."""
    chains: dict[tuple[str, ...], set[int]] = {}
    for reference in find_cast(document, knowledge).references:
        if all(actor.startswith(PEOPLE) for actor in reference.actors):
            chains.setdefault(tuple(sorted(reference.actors)), set()).add(document.starts[reference.head])
    return _chains(chains.values())


def baseline(document: Document, knowledge: Knowledge) -> list[Chain]:
    """Same names, and for each pronoun the nearest name before it of a fitting gender."""
    chains: dict[str, set[int]] = {}
    said: list[tuple[int, str, str]] = []
    for span in document.doc.ents:
        if span.label_ == "PERSON":
            name = span.text.lower()
            before = document.lower[span.start - 1] if span.start else ""
            known = {person.gender for person in knowledge.find_persons(span.text)}
            gender = COURTESY.get(before) or (known.pop() if len(known) == 1 else "")
            chains.setdefault(name, set()).add(document.starts[document.head_of(span.start, span.end)])
            said.append((span.end, name, gender))
    for i, word in enumerate(document.lower):
        if word in GENDERS:
            fitting = [name for end, name, gender in said if end <= i and gender in ("", GENDERS[word])]
            if fitting:
                chains[fitting[-1]].add(document.starts[i])
    return _chains(chains.values())


def _placed(text: Text, chains: list[Chain]) -> list[Chain]:
    """Chains with each mention at the word where the gold counts it."""
    return [frozenset(text.heads.get(place, place) for place in chain) for chain in chains]


def _chains(sets: Iterable[set[int]]) -> list[Chain]:
    return [frozenset(places) for places in sets if len(places) > 1]


def score(
    corpora: Path, part: str = "dev", genres: Sequence[str] = GENRES, *, errors: bool = False
) -> tuple[Scores, Scores]:
    """Our scores and those of the baseline."""
    knowledge = load()
    told, plain = Scores(), Scores()
    for text in texts(corpora, part, genres):
        gold = _chains(text.chains.values())
        document = next(pipeline.parse([text.article]))
        plain += clustered(gold, _placed(text, baseline(document, knowledge)))
        document = next(pipeline.parse([text.article]))
        found = _placed(text, ours(document, knowledge))
        told += clustered(gold, found)
        if errors:
            _show(text, gold, found)
    return told, plain


def _show(text: Text, gold: list[Chain], found: list[Chain]) -> None:
    """Print each document's chains: wanted ones with what ours made of each mention."""
    where = {place: number for number, chain in enumerate(found) for place in chain}
    print(f"# {text.name}")
    for chain in gold:
        print("  wanted", [(_word(text, place), where.get(place, "-")) for place in sorted(chain)])
    wanted = {place for chain in gold for place in chain}
    for number, chain in enumerate(found):
        extra = [_word(text, place) for place in sorted(chain) if place not in wanted]
        if extra:
            print("  extra", number, extra)


def _word(text: Text, place: int) -> str:
    return text.article.text[place : place + 25].split("\n")[0].split(" ")[0] + f"@{place}"


def section(corpora: Path) -> list[str]:
    """The results as lines of Markdown; empty where the corpus is not there."""
    if not (corpora / "coref" / "gum_mentions.dev.jsonl.gz").exists():
        return []
    said, plain = score(corpora)
    return [
        f"GUM dev, genres {', '.join(GENRES)}: third-person mentions of people in chains, by head word.", "",
        "| | MUC | B3 | CEAF (entities) | mean |", "|---|---:|---:|---:|---:|",
        *(f"| {title} | {one.muc.f1:.3f} | {one.b3.f1:.3f} | {one.ceafe.f1:.3f} | {one.conll:.3f} |"
          for title, one in (("Communiqué", said), ("nearest fitting name, same name", plain))), "",
    ]  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Print our scores beside the baseline's."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.coreference", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder with coref/ and treebanks/")
    parser.add_argument("--part", default="dev", choices=["train", "dev"], help="part of GUM")
    parser.add_argument("--genres", nargs="+", default=list(GENRES), help="genres, by the names of the documents")
    parser.add_argument("--errors", action="store_true", help="print every chain beside ours")
    options = parser.parse_args(argv)
    said, plain = score(options.corpora, options.part, options.genres, errors=options.errors)
    for title, one in (("ours", said), ("baseline", plain)):
        print(f"{title}: MUC {one.muc.f1:.3f}  B3 {one.b3.f1:.3f}  CEAFe {one.ceafe.f1:.3f}  mean {one.conll:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
