"""Scores statements: for each article, gold statements paired with the spans of the same line that say the same."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.align import assignment, pages_by_stem, spot_spans, touches
from evaluation.names import match, match_all
from evaluation.scores import Share, Tally

if TYPE_CHECKING:
    from evaluation.gold import GoldDocument, GoldSet, GoldStatement
    from evaluation.names import Degree
    from evaluation.predicted import Answer, Page, Said, Who

FIELDS = ("mode", "chain", "polarity", "plover", "addressee")
# The least token F1 at which two contents are one, as the task sets it.
SAME_CONTENT = 0.5
# The share of a statement's words that must be the gold's for it to be a piece of it: a stray word is let pass.
_PIECE = 0.8
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "that",
        "to",
        "of",
        "in",
        "on",
        "at",
        "and",
        "or",
        "for",
        "with",
        "by",
        "from",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "had",
        "have",
    ]
)


@dataclass(frozen=True, slots=True)
class Match:
    """A gold statement with one beside it, `here` if in the same line; `fields` says which judged fields are right."""

    gold: GoldStatement
    said: Said
    here: bool
    overlap: float
    speaker: Degree
    fields: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class StatementScore:
    """The statements of one article; `text` is the article's, for the listing of errors."""

    stem: str
    matches: tuple[Match, ...]
    missed: tuple[GoldStatement, ...]
    extra: tuple[Said, ...]
    text: str

    def tally(self, which: str) -> Tally:
        """Precision and recall of "content" alone, with the "speaker" too, or with a speaker of the same "side"."""
        least = {"content": 0, "side": 1, "speaker": 2}[which]
        wanted = [m for m in self.matches if not m.gold.optional]
        right = sum(m.speaker >= least for m in wanted)
        return Tally(right, len(wanted) + len(self.extra), len(wanted) + len(self.missed))

    def share(self, field: str) -> Share:
        """How often a field is right, of the statements found with the right speaker and judged in that field."""
        judged = [dict(m.fields) for m in self.matches if not m.gold.optional and m.speaker == 2]
        values = [f[field] for f in judged if field in f]
        return Share(sum(values), len(values))


def score_statements(answer: Answer, gold: GoldSet) -> list[StatementScore]:
    """The statements of each gold article; needs the article's text, without which all of them are missed."""
    pages = pages_by_stem(answer, gold)
    return [_score(d, pages.get(d.stem), answer) for d in gold.documents]


def _score(doc: GoldDocument, page: Page | None, answer: Answer) -> StatementScore:
    golds = doc.statements
    text = (page.text or "") if page else ""
    saids = [s for s in answer.said if page and s.article == page.id]
    near = [[_compare(g, s, text) for s in saids] for g in golds]
    scores = [[_closeness(m) for m in row] for row in near]
    chosen = assignment(scores)
    rows, cols = {i for i, _ in chosen}, {j for _, j in chosen}
    cols |= {j for j in range(len(saids)) for i in rows if j not in cols and _piece(near[i][j], text)}
    cols |= {j for j, s in enumerate(saids) if _report(s, doc.sources)}
    return StatementScore(
        stem=doc.stem,
        matches=tuple(near[i][j] for i, j in chosen),
        missed=tuple(g for i, g in enumerate(golds) if i not in rows and not g.optional),
        extra=tuple(s for j, s in enumerate(saids) if j not in cols),
        text=text,
    )


def _closeness(m: Match) -> float:
    if m.overlap < SAME_CONTENT:
        return 0.0
    return m.overlap + m.speaker + 0.1 * sum(ok for _, ok in m.fields) - 0.05 * m.gold.optional


def _report(said: Said, sources: tuple[str, ...]) -> bool:
    """Whether a statement is the report of a cited agency or outlet, which the gold keeps with the event it tells."""
    return len(said.speakers) == 1 and any(match(name, said.speakers[0]) == 2 for name in sources)


def _piece(m: Match, text: str) -> bool:
    """Whether a statement is a further piece of a gold statement that is matched already, by the same speaker.

    Where one statement ends and the next begins is a matter of taste: a piece is neither demanded nor false.
    """
    if not m.here or m.speaker < 2:
        return False
    ours, theirs = Counter(_stems(text[slice(*m.said.content)])), Counter(_stems(m.gold.content))
    return (ours & theirs).total() >= _PIECE * ours.total()


def _compare(gold: GoldStatement, said: Said, text: str) -> Match:
    here = touches(said.content, spot_spans(gold.spot, text))
    overlap = token_f1(gold.content, text[slice(*said.content)]) if here else 0.0
    fields: list[tuple[str, bool]] = [("mode", said.mode == gold.mode), ("chain", _chain(gold, said.chain))]
    if gold.polarity:
        fields.append(("polarity", said.polarity == gold.polarity))
    if gold.plover:
        fields.append(("plover", said.plover == gold.plover))
    if gold.addressee:
        fields.append(("addressee", any(match(gold.addressee, w) for w in said.addressees)))
    return Match(gold, said, here, overlap, speaker_degree(gold, said.speakers), tuple(fields))


def speaker_degree(gold: GoldStatement, whos: tuple[Who, ...]) -> Degree:
    """How well the speakers answer: all of them and no other is strict, one of a joint statement's is lenient."""
    best: Degree = 0
    for speaker in gold.speakers:
        whole = match_all((speaker,), whos)
        names = tuple(speaker.split(" and "))
        joint = match_all(names, whos) if len(names) > 1 else 0
        some: Degree = 1 if any(match(name, w) for name in names for w in whos) else 0
        best = max(best, whole, joint, some)
    return best


def _chain(gold: GoldStatement, chain: tuple[Who, ...]) -> bool:
    """Whether the chain names the gold's links, in order, and no others."""
    return len(chain) == len(gold.chain) and all(match(g, w) for g, w in zip(gold.chain, chain, strict=True))


def token_f1(gold: str, said: str) -> float:
    """F1 of the words that two contents share, stems compared and the emptiest words left out."""
    ours, theirs = Counter(_stems(gold)), Counter(_stems(said))
    shared = sum((ours & theirs).values())
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def _stems(text: str) -> list[str]:
    words = re.findall(r"[\w]+", text.casefold())
    kept = [w for w in words if w not in _EMPTY] or words
    return [re.sub(r"(?:ing|ed|es|s|e)$", "", w) if len(w) > 4 else w for w in kept]
