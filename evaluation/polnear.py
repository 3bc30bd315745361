"""Scores attributions on PolNeAR: source, cue and content as words, beside two baselines on the same parse.

Run: python -m evaluation.polnear CORPORA [--errors], with the folder that holds speech/polnear_dev.jsonl.gz: one JSON
object a line, one annotator's reading of one article, with `text`, and `attributions` with `source`, `cue` and
`content`, each a list of pieces with `spans` of characters. The corpus (Newell, Margolin and Ruths 2018) is for
evaluation only and is no part of the project.

How spans are compared, and why (the corpus's guidelines, sections on spans):

- Spans are sets of words. Punctuation is no word, so that quotation marks and the comma before them decide nothing.
- The annotators keep the word that opens a clause ("that", "to", "whether") in the content; our evidence leaves it
  out. The scorer adds it where it stands right before our content.
- They mark sources as whole noun phrases and cues with their auxiliaries, negations and prepositions; so does our
  reading. Of a quotation that its cue interrupts all pieces are the content, as with us.
- No attribution of the corpus stands inside the content of another; ours that do ("Lee said Kim believes ...", and all
  that a quotation holds) are left out, the outer one kept.
- What several annotators read is scored against each of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.knowledge import load
from communique.reading import pipeline, read_document
from communique.records import Article, Line, content_id
from evaluation import polnear_baselines
from evaluation.align import assignment
from evaluation.scores import Share, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.records import Attribution

ROLES = ("source", "cue", "content")
OPENERS = frozenset({"that", "to", "whether", "if", "not"})
SET = "speech/polnear_dev.jsonl.gz"
SAME = 0.5  # the least F1 of two contents that are the same quotation
QUOTED = re.compile(r"[\"“”]|''|``")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution as sets of words, each word named by its first character."""

    source: Words
    cue: Words
    content: Words

    def role(self, name: str) -> Words:
        """The words of one role."""
        words: Words = getattr(self, name)
        return words


@dataclass
class Score:
    """Counts over a corpus: words of attributions paired one to one, words by role alone, quotations."""

    paired: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(ROLES, Tally()))
    labelled: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(ROLES, Tally()))
    quoted: Share = field(default_factory=Share)
    found: Tally = field(default_factory=Tally)
    listing: list[str] = field(default_factory=list)

    def add(self, gold: Sequence[Triple], given: Sequence[Triple], text: str) -> None:
        """Add one annotator's reading of one article."""
        pairs = assignment([[_closeness(g, a) for a in given] for g in gold])
        for role in ROLES:
            right = sum(len(gold[i].role(role) & given[j].role(role)) for i, j in pairs)
            totals = (sum(len(t.role(role)) for t in side) for side in (given, gold))
            self.paired[role] += Tally(right, *totals)
            ours, theirs = (frozenset().union(*(t.role(role) for t in side)) for side in (given, gold))
            self.labelled[role] += Tally(len(ours & theirs), len(ours), len(theirs))
        self.found += Tally(len(pairs), len(given), len(gold))
        beside = dict(pairs)
        for i, wanted in enumerate(gold):
            if wanted.source and _is_quotation(wanted, text):
                other = given[beside[i]] if i in beside else None
                right = other is not None and bool(other.source & wanted.source)
                same = other is not None and _f1(wanted.content, other.content) >= SAME
                self.quoted += Share(int(right and same), 1)
        self.listing.extend(_listing(gold, given, pairs, text))


def article_of(row: dict[str, Any]) -> Article:
    """One text as an article, a paragraph a line; the first paragraph is the title where it repeats the title."""
    text = row["text"]
    lines, at = [], 0
    for number, part in enumerate(text.split("\n"), 1):
        title = number == 1 and part.strip(" .") == row["title"].strip(" .")
        lines.append(Line(number, at, at + len(part), "title" if title else "body", "corpus"))
        at += len(part) + 1
    return Article(content_id("art", text), row["doc"], "", text, tuple(lines), row["title"], "en")


def word_starts(text: str) -> list[int]:
    """Where each word of a text begins."""
    return [match.start() for match in re.finditer(r"\w+", text)]


def words_of(spans: Iterable[tuple[int, int]], starts: Sequence[int]) -> Words:
    """The words that begin inside some spans of characters."""
    return frozenset(at for a, b in spans for at in starts[bisect_left(starts, a) : bisect_left(starts, b)])


def gold_triples(row: dict[str, Any], starts: Sequence[int]) -> list[Triple]:
    """The attributions of an annotator's reading; those without a cue or a content are left out."""
    found = []
    for said in row["attributions"]:
        roles = [words_of(((a, b) for piece in said[r] for a, b in piece["spans"]), starts) for r in ROLES]
        if roles[1] and roles[2]:
            found.append(Triple(*roles))
    return found


def triple_of(said: Attribution, text: str, starts: Sequence[int]) -> Triple:
    """One of our attributions as words, with the word that opens its clause."""
    pieces = said.quotes if said.mode == "direct" and said.quotes else (said.content,)
    content = set(words_of(((e.start, e.end) for e in pieces), starts))
    cue = words_of(((said.cue.start, said.cue.end),), starts)
    before = bisect_left(starts, said.content.start) - 1
    while content and before >= 0 and starts[before] not in cue and _word(text, starts[before]) in OPENERS:
        content.add(starts[before])
        before -= 1
    source = words_of(((e.start, e.end) for e in said.source), starts)
    if said.mode != "direct" and cue <= content:
        content -= cue | source  # "the border, he said, is shut": an aside in the middle of its content
    return Triple(source, cue - content, frozenset(content))


def _word(text: str, at: int) -> str:
    found = re.compile(r"\w+").match(text, at)
    return found[0].lower() if found else ""


def outermost(triples: Sequence[Triple]) -> list[Triple]:
    """The attributions whose cue does not lie in the content of another; of two that hold each other the longer."""
    kept: list[Triple] = []
    for triple in sorted(triples, key=lambda t: (-len(t.content), sorted(t.cue))):
        if not any(triple.cue <= other.content for other in kept):
            kept.append(triple)
    return kept


def _f1(a: Words, b: Words) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _closeness(gold: Triple, given: Triple) -> float:
    """How well two attributions fit: they must share words of their cue or half their content."""
    cue, content = _f1(gold.cue, given.cue), _f1(gold.content, given.content)
    if not cue and content < SAME:
        return 0.0
    return cue + content + _f1(gold.source, given.source)


def _is_quotation(wanted: Triple, text: str) -> bool:
    """Whether a content begins and ends with quotation marks."""
    start, last = min(wanted.content), max(wanted.content)
    end = re.compile(r"\w+").match(text, last)
    before, after = text[max(0, start - 2) : start], text[end.end() : end.end() + 3] if end else ""
    return bool(QUOTED.search(before) and QUOTED.search(after))


def _shown(words: Words, text: str) -> str:
    if not words:
        return "-"
    last = re.compile(r"\w+").match(text, max(words))
    return " ".join(text[min(words) : last.end() if last else None].split())[:150]


def _listing(gold: Sequence[Triple], given: Sequence[Triple], pairs: Sequence[tuple[int, int]], text: str) -> list[str]:
    def line(mark: str, t: Triple) -> str:
        return f"{mark} [{_shown(t.source, text)}] [{_shown(t.cue, text)}] [{_shown(t.content, text)}]"

    lines = []
    for i, j in pairs:
        if any(gold[i].role(r) != given[j].role(r) for r in ROLES):
            lines += [line("  ~ wanted", gold[i]), line("  ~ given ", given[j])]
    rows, cols = {i for i, _ in pairs}, {j for _, j in pairs}
    lines += [line("- missed", t) for i, t in enumerate(gold) if i not in rows]
    lines += [line("+ extra ", t) for j, t in enumerate(given) if j not in cols]
    return lines


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The annotators' readings of a corpus file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def score(path: Path) -> dict[str, Score]:
    """The scores of the reading and of the baselines, by name."""
    rows, knowledge = read_rows(path), load()
    texts = {row["doc"]: row for row in rows}
    answers: dict[str, dict[str, list[Triple]]] = {}
    starts = {doc: word_starts(row["text"]) for doc, row in texts.items()}
    for doc, document in zip(texts, pipeline.parse(article_of(row) for row in texts.values()), strict=True):
        text, begins = texts[doc]["text"], starts[doc]
        answers[doc] = {
            "Communiqué": outermost(
                [triple_of(said, text, begins) for said in read_document(document, knowledge).attributions]
            ),
            "nearest name before a verb of saying": _baseline(polnear_baselines.nearest_name(document), begins),
            "textacy's rules for quotations": _baseline(polnear_baselines.quotations(document), begins),
        }
    scores: dict[str, Score] = {}
    for row in rows:
        for name, given in answers[row["doc"]].items():
            scores.setdefault(name, Score()).add(gold_triples(row, starts[row["doc"]]), given, row["text"])
    return scores


def _baseline(found: Iterable[polnear_baselines.Found], starts: Sequence[int]) -> list[Triple]:
    return [Triple(*(words_of(spans, starts) for spans in roles)) for roles in found]


def section(corpora: Path) -> list[str]:
    """The results as lines of Markdown; empty where the set is not here."""
    path = corpora / SET
    if not path.exists():
        return []
    names = ["", *ROLES, *(f"{role}, by label" for role in ROLES), "attributions P / R", "quotations and speakers"]
    lines = ["| " + " | ".join(names) + " |", "|---" + "|---:" * (len(names) - 1) + "|"]
    for name, s in score(path).items():
        cells = [f"{s.paired[r].f1:.3f}" for r in ROLES] + [f"{s.labelled[r].f1:.3f}" for r in ROLES]
        cells += [f"{s.found.precision:.3f} / {s.found.recall:.3f}"]
        cells += [f"{s.quoted.value:.3f} ({s.quoted.right}/{s.quoted.judged})"]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    note = ("F1 over words: of attributions paired one to one, then of words by the role they have in any attribution. "
            "What the spans are is said in evaluation/polnear.py.")  # fmt: skip
    return [*lines, "", note]


def main() -> None:
    """Print the scores, and with `--errors` every difference."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.polnear", description="Score attributions on PolNeAR.")
    parser.add_argument("corpora", type=Path, help="the folder that holds speech/polnear_dev.jsonl.gz")
    parser.add_argument("--errors", action="store_true", help="print what is missed, false or different")
    options = parser.parse_args()
    print("\n".join(section(options.corpora)))
    if options.errors:
        print("\n".join(score(options.corpora / SET)["Communiqué"].listing))


if __name__ == "__main__":
    main()
