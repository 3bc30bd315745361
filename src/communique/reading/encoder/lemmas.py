"""Lemmas as edit scripts: how a word becomes its lemma, as a label that a classifier can learn.

A script is `case|cut|suffix` (drop the last `cut` characters, add the suffix, then set the case) or `=case|lemma`
where nothing is shared (`was` to `be`). The idea is that of Chrupala's edit trees, kept to word ends, which is
where English inflects. Words that the treebanks know have their script in a table, by word and fine tag (`met` as
VBD); the classifier is asked for the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KEEP, LOWER, TITLE, UPPER = "k", "l", "t", "u"
# English doubles these before "-ed" and "-ing" (skip, skipped); verbs that end in two of them of themselves.
DOUBLED = frozenset("bdgmnprt")
PAST = frozenset({"VBD", "VBN"})
DOUBLE = frozenset({"add", "egg", "ebb", "err", "purr", "butt", "putt", "inn"})


def script(word: str, lemma: str) -> str:
    """The shortest script that turns the word into the lemma."""
    low, goal = word.lower(), lemma.lower()
    shared = 0
    while shared < min(len(low), len(goal)) and low[shared] == goal[shared]:
        shared += 1
    cut, suffix = len(low) - shared, goal[shared:]
    for case in (LOWER, KEEP, TITLE, UPPER):
        found = f"{case}|{cut}|{suffix}" if shared else f"={case}|{goal}"
        if apply(word, found) == lemma:
            return found
    return f"={KEEP}|{lemma}"


def apply(word: str, rule: str) -> str:
    """The lemma of a word by a script; a script that cuts the whole word away leaves it in lower case."""
    if rule.startswith("="):
        case, lemma = rule[1:].split("|", 1)
        return _cased(lemma, case)
    case, cut, suffix = rule.split("|", 2)
    end = len(word) - int(cut)
    if end < 1:
        return word.lower()
    return _cased(word[:end] + suffix, case)


def _cased(lemma: str, case: str) -> str:
    if case == LOWER:
        return lemma.lower()
    if case == TITLE:
        return lemma[:1].upper() + lemma[1:].lower()
    return lemma.upper() if case == UPPER else lemma


def known(table: Path) -> dict[tuple[str, str], str]:
    """The scripts of the treebanks' words, by word in lower case and fine tag, from a `.tsv` of the model."""
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line[:2] != "# ")
    return {(word, tag): rule for word, tag, rule in rows}


def lemma(word: str, tag: str, guess: str, table: Mapping[tuple[str, str], str]) -> str:
    """The lemma of a word with a fine tag: by the table, else by the script that the classifier guessed.

    A guess that makes no known verb of "canceled", or leaves the doubled consonant of "skipped" to it, is put right.
    """
    low = word.lower()
    known_rule = table.get((low, tag))
    if known_rule is not None:
        return apply(word, known_rule) or low
    found = apply(word, guess) or low
    if tag in PAST and low.endswith("ed") and (found, "VB") not in table:
        found = next((stem for stem in (low[:-1], low[:-2]) if (stem, "VB") in table), found)
    doubled = tag.startswith("VB") and len(found) > 3 and found[-1] == found[-2] and found[-1] in DOUBLED
    return found[:-1] if doubled and found not in DOUBLE else found
