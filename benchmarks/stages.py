"""Measures each stage on one core, in a process of its own: `python -m benchmarks.stages FOLDER [--sizes N...]`.

Prints JSON: processor seconds of every stage and of its baseline over all articles of the folder, and of
reconciling the first N articles for each size. Processor time and not the clock's: other work on the machine
bears less on it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, TypeVar

from communique import export
from communique.engine import open_rooms
from communique.intake import find_inputs, read_source
from communique.ledger import Ledger, Taken, Writer
from communique.reading import read_document
from communique.reconciling import Memory
from communique.records import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.knowledge import Knowledge
    from communique.reading.document import Document
    from communique.records import Reading, Record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Measured:
    """Processor seconds of each stage and baseline, over so many articles of so many characters in all.

    `loading` is what it takes to have model and tables in memory. `growth` pairs numbers of articles with the
    seconds to reconcile them; `grammar` pairs the number of sentences with the seconds to find the times in them.
    """

    articles: int
    characters: int
    seconds: dict[str, float]
    baselines: dict[str, float]
    loading: float
    growth: tuple[tuple[int, float], ...]
    grammar: tuple[int, float] = (0, 0.0)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and the processor seconds it took."""
    start = process_time()
    result = work()
    return result, process_time() - start


def measure(folder: Path, sizes: Sequence[int]) -> Measured:
    """Walk a folder's articles through all stages, timing each."""
    rooms = open_rooms()
    knowledge, loading = timed(lambda: _load(rooms.know))
    articles, intake = timed(lambda: _take(folder))
    documents, parse = timed(lambda: _parse(articles))
    readings, rest = timed(lambda: [read_document(document, knowledge) for document in documents])
    record, reconciling = timed(lambda: rooms.reconcile(articles, readings, (), knowledge, Memory()))
    seconds = {
        "intake": intake,
        "parse": parse,
        "rest of reading": rest,
        "reconciling": reconciling,
        "ledger": timed(lambda: _keep(articles, readings, record))[1],
    }
    text, seconds["export"] = timed(lambda: export.to_json(record))
    baselines = _baselines(folder, articles, readings, record, text)
    grammar = (sum(len(list(document.doc.sents)) for document in documents), _times(documents))
    growth = tuple((n, _reconcile(articles[:n], readings, knowledge)) for n in sizes if n <= len(articles))
    return Measured(len(articles), sum(len(a.text) for a in articles), seconds, baselines, loading, growth, grammar)


def _load(know: Callable[[None], Any]) -> Knowledge:
    from communique.reading import pipeline

    pipeline.load()
    knowledge: Knowledge = know(None)
    _warm(knowledge)
    return knowledge


def _warm(knowledge: Knowledge) -> None:
    """Read one line, so that tables which load at first use count as loading."""
    from communique.intake import read_bytes
    from communique.reading import read_articles

    line = b"The foreign ministers of Norway and Chile met in Oslo on 3 May 2024, the ministry said."
    articles = [found for found in read_bytes("warm.txt", line, ".txt") if isinstance(found, Article)]
    list(read_articles(articles, knowledge))


def _take(folder: Path) -> list[Article]:
    found = [part for source in _sources(folder) for part in read_source(source)]
    return [part for part in found if isinstance(part, Article)]


def _sources(folder: Path) -> list[Any]:
    return sorted(find_inputs([str(folder)]), key=lambda source: source.path)


def _parse(articles: Sequence[Article]) -> list[Document]:
    from communique.reading import pipeline

    return list(pipeline.parse(articles))


def _times(documents: Sequence[Document]) -> float:
    """Processor seconds of the time grammar alone, over documents that are parsed."""
    from communique.reading.times.finder import find

    return timed(lambda: [find(document) for document in documents])[1]


def _reconcile(articles: Sequence[Article], readings: Sequence[Reading], knowledge: Knowledge) -> float:
    """Processor seconds to reconcile some of the articles."""
    from communique.reconciling import reconcile

    ids = {article.id for article in articles}
    chosen = [reading for reading in readings if reading.article in ids]
    return timed(lambda: reconcile(articles, chosen, (), knowledge))[1]


def _keep(articles: Sequence[Article], readings: Sequence[Reading], record: Record) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
        writer = Writer(ledger)
        writer.begin("bench")
        for article in articles:
            writer.keep_taken(Taken(article.path, "bench", (article,)))
        for start in range(0, len(readings), 16):
            writer.keep_readings(readings[start : start + 16], "bench")
        writer.keep_view(record, "bench", "bench")


def _baselines(
    folder: Path, articles: Sequence[Article], readings: Sequence[Reading], record: Record, text: str
) -> dict[str, float]:
    """Processor seconds of plain ways to do a part of the same: what no program of this kind can be quicker than."""
    plain = json.loads(text)
    return {
        "intake": timed(lambda: _read_plainly(folder))[1],
        "parse": _split_plainly(articles),
        "ledger": timed(lambda: _pack_plainly([*articles, *readings, record]))[1],
        "export": timed(lambda: json.dumps(plain, ensure_ascii=False, indent=1))[1],
    }


def _read_plainly(folder: Path) -> list[list[str]]:
    return [path.read_text(encoding="utf-8").splitlines() for path in sorted(folder.iterdir()) if path.is_file()]


def _split_plainly(articles: Sequence[Article]) -> float:
    """Processor seconds for words and sentences by spaCy's rules, without a model; loaded before, as the model is."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp("Loaded at first use.")
    return timed(lambda: sum(len(doc) for doc in nlp.pipe(article.text for article in articles)))[1]


def _pack_plainly(records: Sequence[Any]) -> int:
    """The same records encoded and compressed, with no database."""
    from communique.ledger.packing import pack

    return sum(len(pack(record)) for record in records)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was measured as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[])
    options = parser.parse_args(arguments)
    json.dump(asdict(measure(options.folder, options.sizes)), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
