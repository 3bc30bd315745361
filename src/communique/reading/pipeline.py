"""The language pipeline: spaCy's tokeniser and the encoder that ships inside the package.

The only module that knows which model it is. What the rest of reading/ may rely on are Universal Dependencies:
`token.pos_`, `token.morph`, `token.lemma_`, `token.dep_`, `token.head`, sentence starts, and `doc.ents` with the
labels PERSON, ORG, LOC, NORP and MISC. The parse of an article depends on nothing but that article.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.reading.document import Document, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.records import Article


@cache
def load() -> Any:
    """The tokeniser and vocabulary (a blank spaCy `Language`), loaded once."""
    import spacy

    return spacy.blank("en")


@cache
def encoder() -> Any:
    """The shipped encoder, loaded once; no network, no GPU.

    Raises:
        CommuniqueError: the model's files are missing from the installation.
    """
    from communique.reading.encoder.component import Encoder

    return Encoder()


@cache
def version() -> str:
    """Name, version and weights of the shipped model, part of every reading's version; hashed once a process."""
    from communique.reading.encoder.component import MODEL

    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    weights = hashlib.sha256((MODEL / "reader.onnx").read_bytes()).hexdigest()[:12]
    return f"{meta['name']}-{meta['version']}-{weights}"


def parse(articles: Iterable[Article]) -> Iterator[Document]:
    """Tokenise and parse articles one after another, in order."""
    nlp, read = load(), encoder()
    for article in articles:
        document = tokenise(article, nlp)
        if len(document.doc):
            read(document.doc)
        yield document
