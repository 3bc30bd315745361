"""Score what ships, through the interface that reading uses; beside it, if wished, a spaCy model on the same words.

    PYTHONPATH=src python -m training.encoder.compare --corpora ../shared/corpora [--spacy FOLDER]

Trees with gold words and sentences; sentence starts and trees from the treebank's words run together, as a paragraph
comes; names; and words a second of the two on the same Docs, one after the other in the same process.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc

from communique.reading.document import CLOSING, FINAL
from communique.reading.encoder import lemmas
from communique.reading.encoder.component import Encoder
from training.corpora import names
from training.encoder.data import Sentence, name_sentences, trees
from training.encoder.evaluate import SCORED, newswire, spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Read = Callable[[list[Any]], None]

GROUP = 4  # sentences of a paragraph, where starts are to be found


def doc_of(vocab: Any, group: list[Sentence], *, open_starts: bool) -> Any:
    """A Doc of neighbouring sentences; starts are fixed, or open after final punctuation as in reading."""
    words = [word for sentence in group for word in sentence.words]
    doc = Doc(vocab, words=words)
    at = {0}
    for sentence in group[:-1]:
        at.add(max(at) + len(sentence.words))
    for i in range(len(words)):
        if not (open_starts and i and (_may_start(words, i) or i in at)):
            doc[i].is_sent_start = i in at
    return doc


def _may_start(words: list[str], i: int) -> bool:
    j = i - 1
    while j > 0 and words[j] in CLOSING:
        j -= 1
    return words[j][-1] in FINAL


def tree_scores(read: Read, vocab: Any, sentences: list[Sentence], size: int) -> dict[str, float]:
    """Shares of words right, and F1 of sentence starts (without those of paragraphs) where `size` is above one."""
    right: Counter[str] = Counter()
    total, starts = 0, [0, 0, 0]
    groups = [sentences[i : i + size] for i in range(0, len(sentences), size)]
    docs = [doc_of(vocab, group, open_starts=size > 1) for group in groups]
    read(docs)
    for group, doc in zip(groups, docs, strict=True):
        base = 0
        for gold in group:
            for i, word in enumerate(gold.words):
                token, head = doc[base + i], gold.heads[i]
                found = -1 if token.head.i == token.i else token.head.i - base
                uas = found == head
                right["uas"] += uas
                right["las"] += uas and token.dep_ == gold.fields["dep"][i]
                right["upos"] += token.pos_ == gold.fields["upos"][i]
                right["feats"] += str(token.morph) == gold.fields["feats"][i]
                right["lemma"] += token.lemma_ == lemmas.apply(word, gold.fields["lemma"][i])
            total += len(gold.words)
            base += len(gold.words)
        edges = [sum(len(one.words) for one in group[:n]) for n in range(1, len(group))]
        ours = {token.i for token in doc if token.is_sent_start and token.i}
        starts = [a + b for a, b in zip(starts, (len(ours & set(edges)), len(ours), len(edges)), strict=True)]
    scores = {name: round(count / total, 4) for name, count in sorted(right.items())}
    return scores if size == 1 else {**scores, "starts": round(2 * starts[0] / max(starts[1] + starts[2], 1), 4)}


def name_scores(read: Read, vocab: Any, sentences: list[Sentence], scored: Iterable[str]) -> dict[str, float]:
    """Strict span F1 over the labels together and for each."""
    docs = [doc_of(vocab, [sentence], open_starts=False) for sentence in sentences]
    read(docs)
    counts = {label: [0, 0, 0] for label in scored}
    for sentence, doc in zip(sentences, docs, strict=True):
        ours = {(span.start, span.end, span.label_) for span in doc.ents}
        gold = spans(sentence.tags)
        for label, found in counts.items():
            a, b = ({span for span in one if span[2] == label} for one in (ours, gold))
            counts[label] = [x + y for x, y in zip(found, (len(a & b), len(a), len(b)), strict=True)]
    totals = [sum(column) for column in zip(*counts.values(), strict=True)]
    return {
        label: round(2 * found[0] / max(found[1] + found[2], 1), 4)
        for label, found in {"all": totals, **counts}.items()
    }


def speed(readers: dict[str, tuple[Read, Any]], sentences: list[Sentence]) -> dict[str, int]:
    """Words a second of processor time on newswire in paragraphs of a few sentences; the best of three turns each."""
    best: dict[str, float] = {}
    words = sum(len(sentence.words) for sentence in sentences)
    for _ in range(3):
        for name, (read, vocab) in readers.items():
            docs = [
                doc_of(vocab, sentences[i : i + 20], open_starts=True) for i in range(0, len(sentences), 20)
            ]  # an article each
            begin = time.process_time()
            read(docs)
            best[name] = max(best.get(name, 0), words / (time.process_time() - begin))
    return {name: round(rate) for name, rate in best.items()}


def main() -> None:
    """Print all scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--model", type=Path, default=Path("src/communique/reading/encoder/model"))
    parser.add_argument("--spacy", type=Path, default=None, help="folder of a spaCy model to compare with")
    parser.add_argument("--limit", type=int, default=None, help="only the first sentences of each set")
    args = parser.parse_args()
    encoder, blank = Encoder(args.model), spacy.blank("en")
    readers: dict[str, tuple[Read, Any]] = {
        "encoder": (lambda docs: [None for _ in encoder.pipe(docs)].clear(), blank.vocab),
    }
    if args.spacy:
        other = spacy.load(args.spacy)
        readers["spacy"] = (lambda docs: [None for _ in other.pipe(docs, batch_size=16)].clear(), other.vocab)
    wire = newswire(args.corpora)[: args.limit]
    uner = name_sentences(names(args.corpora / "names" / "uner_ewt.test.iob2.gz"))[: args.limit]
    for name, (read, vocab) in readers.items():
        for bank in ("ewt", "gum"):
            gold = list(trees(args.corpora / "treebanks" / f"{bank}.dev.conllu.gz"))[: args.limit]
            print(f"{name} {bank}.dev gold sentences {tree_scores(read, vocab, gold, 1)}", flush=True)
            print(f"{name} {bank}.dev paragraphs {tree_scores(read, vocab, gold, GROUP)}", flush=True)
        print(f"{name} newswire {name_scores(read, vocab, wire, SCORED)}", flush=True)
        print(f"{name} uner_ewt.test {name_scores(read, vocab, uner, SCORED[:3])}", flush=True)
    print("words/s", speed(readers, wire[:600]), flush=True)


if __name__ == "__main__":
    main()
