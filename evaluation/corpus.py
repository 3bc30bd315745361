"""The sets that are scored: where their articles and gold lie, their hash, and how the program's answer is had."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
ROOT = HERE.parent


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of articles with its gold. `name` is the set's name in the results and the floors."""

    name: str
    articles: Path
    gold: Path

    @property
    def exists(self) -> bool:
        """Whether both the articles and the gold are there."""
        return self.articles.is_dir() and self.gold.is_file()

    def hash(self) -> str:
        """SHA-256 (first 16 digits) over the gold and every article, names included: what the floors hold for."""
        digest = hashlib.sha256(self.gold.read_bytes())
        for path in sorted(p for p in self.articles.rglob("*") if p.is_file()):
            digest.update(path.relative_to(self.articles).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]


def corpora(shared: Path | None) -> list[Corpus]:
    """The sets to score: the examples of this repository, and the seeds where a shared folder is given."""
    sets = [Corpus("examples", ROOT / "examples" / "articles", ROOT / "examples" / "gold.json")]
    if shared is not None:
        sets.append(Corpus("seeds", shared / "seeds", shared / "gold" / "seeds.json"))
    return sets


def read_with_package(corpus: Corpus) -> tuple[dict[str, Any], dict[str, str]]:
    """Let the package read a set: the record in JSON form, and the texts of its articles by id."""
    import communique
    from communique.export import to_json

    record = communique.read([str(corpus.articles)])
    return json.loads(to_json(record)), {a.id: a.text for a in record.articles}


def load_record(path: Path, corpus: Corpus) -> tuple[dict[str, Any], dict[str, str]]:
    """A record exported before, with the texts of those of its articles that are plain files of the set.

    An article may carry its own `text`; else a .txt or .md file of the same name in the set is read. The text of
    an HTML page cannot be had this way (its offsets count in the extractor's text): it is scored without.
    """
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record, {a["id"]: text for a in record["articles"] if (text := _text(a, corpus)) is not None}


def _text(article: Mapping[str, Any], corpus: Corpus) -> str | None:
    if isinstance(article.get("text"), str):
        return str(article["text"])
    file = corpus.articles / Path(article["path"]).name
    if file.suffix in {".txt", ".md"} and file.is_file():
        return file.read_bytes().decode("utf-8-sig")
    return None
