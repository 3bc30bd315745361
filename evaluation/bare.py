"""Dating without the page: the articles whose words alone date them are read again, stripped of all the page adds.

Only their text is given, without url, title or metadata, and in text files without the boilerplate that the gold
marks (clocks among it): what is left to go by is what the article says.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evaluation.align import pages_by_stem
from evaluation.gold import GoldSet
from evaluation.predicted import answer
from evaluation.score_dates import DateScore, score_dates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.gold import GoldDocument
    from evaluation.predicted import Answer


def score_bare(given: Answer, gold: GoldSet) -> list[DateScore]:
    """The dates that the package gives when it reads the bare texts of the documents with `from_text_alone`."""
    import communique
    from communique.export import to_json

    alone = GoldSet(tuple(d for d in gold.documents if d.alone), (), (), ())
    texts = bare_texts(given, alone)
    if not texts:
        return []
    with TemporaryDirectory() as folder:
        for stem, text in sorted(texts.items()):
            (Path(folder) / f"{stem}.txt").write_text(text, encoding="utf-8")
        record = communique.read([folder])
    return score_dates(answer(json.loads(to_json(record)), {}), alone)


def bare_texts(given: Answer, gold: GoldSet) -> Mapping[str, str]:
    """The text of each gold document without its boilerplate lines, by stem."""
    pages = pages_by_stem(given, gold)
    return {d.stem: _strip(page.text, d) for d in gold.documents if (page := pages.get(d.stem)) and page.text}


def _strip(text: str, document: GoldDocument) -> str:
    dropped = document.boilerplate or frozenset()
    return "\n".join("" if n in dropped else line for n, line in enumerate(text.split("\n"), 1))
