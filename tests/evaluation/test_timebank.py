"""The scores of times on a corpus of our own making: three expressions, one of them wrong in the gold."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from evaluation.timebank import read, section

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The envoys met in Oslo on 3 May 2021. They will meet again tomorrow."


def corpus(folder: Path) -> Path:
    spans = [("3 May 2021", "2021-05-03"), ("tomorrow", "2021-05-09")]
    timex3 = [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w), "value": value} for w, value in spans]
    (folder / "time").mkdir()
    path = folder / "time" / "timebank.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"doc": "made-up", "dct": "2021-05-04", "text": TEXT, "timex3": timex3}) + "\n")
    return path


def test_a_span_found_with_another_value_counts_for_the_spans_alone(tmp_path: Path) -> None:
    _, tally = read(corpus(tmp_path))
    assert (tally.gold, tally.found, tally.strict, tally.relaxed, tally.value) == (2, 2, 2, 2, 1)


def test_the_section_gives_the_scores(tmp_path: Path) -> None:
    corpus(tmp_path)
    assert "| 1.000 | 1.000 | 0.500 |" in section(tmp_path)
