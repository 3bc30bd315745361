"""The language pipeline: the model that ships in the package, and articles parsed in batches.

The only module that knows which model it is. What the rest of reading/ may rely on are Universal Dependencies:
`token.pos_`, `token.morph`, `token.lemma_`, `token.dep_`, `token.head`, sentence starts, and `doc.ents` with the
labels PERSON, ORG, LOC, NORP and MISC.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError
from communique.reading.document import Document, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.records import Article

MODEL = Path(__file__).parent / "model"
BATCH = 16  # articles a batch; more gained no speed and costs memory


@cache
def load() -> Any:
    """Load the shipped model once (a spaCy `Language`); no network, no GPU.

    Raises:
        CommuniqueError: the model's files are missing from the installation.
    """
    import spacy

    if not (MODEL / "meta.json").exists():
        raise CommuniqueError(f"the language model is missing from {MODEL}; install the package again")
    return spacy.load(MODEL)


def version() -> str:
    """Name and version of the shipped model, part of every reading's version."""
    import json

    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']}-{meta['version']}"


def parse(articles: Iterable[Article]) -> Iterator[Document]:
    """Parse articles in order, in batches. The parse of an article does not depend on its batch."""
    nlp = load()
    documents: list[Document] = []
    for article in articles:
        documents.append(tokenise(article, nlp))
        if len(documents) == BATCH:
            yield from _run(nlp, documents)
            documents = []
    yield from _run(nlp, documents)


def _run(nlp: Any, documents: list[Document]) -> Iterator[Document]:
    full = [document for document in documents if len(document.doc)]
    for _ in nlp.pipe([document.doc for document in full], batch_size=BATCH):
        pass  # components write into the Docs they are given
    yield from documents
