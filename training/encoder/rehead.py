"""Learn the name head anew on the finished, exported encoder: from all names made or corrected by hand.

    PYTHONPATH=src python -m training.encoder.rehead [--model FOLDER] [--thousands]

The encoder stays as it ships, so trees and tags do not change by a bit, and the head learns from the very numbers
that it will see. `--thousands` writes nothing, and prints what each thousand corrected sentences buys.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch.nn import functional as f

from communique.knowledge import load
from communique.reading.encoder.pieces import OTHER, Pieces, case_of
from training.encoder import data
from training.encoder.graph import column_scales
from training.encoder.model import WIDTH
from training.encoder.swapping import pools, swapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.encoder.data import Sentence

SEED = 7
LONGEST = 480  # word pieces of a sentence; longer ones are left out
SHARE = 0.5  # of the names in the second copy of each sentence, exchanged for others of their label
# Passes over the words, words a step, rate (down to zero), weight decay and dropout of the vectors. One copy with other
# names was swept against none and two: newswire names F1 .785 against .776 and .786, UNER .776 against .784 and .771.
ROUNDS, BATCH, RATE, DECAY, DROPOUT = 4, 512, 2e-3, 0.01, 0.1
JOINED = "linear.upos+linear.xpos+linear.feats+linear.lemma+linear.start+linear.names+arc_dependent+label_dependent"
PLACE = 5  # of the name head among these


@dataclass(frozen=True, slots=True)
class Known:
    """Vectors of words [words, WIDTH] in half precision, and the number of each word's tag."""

    vectors: Any
    tags: Any


class Frozen:
    """The shipped encoder, giving its vectors of words."""

    def __init__(self, folder: Path) -> None:
        self.graph = onnx.load(folder / "reader.onnx")
        self.labels: list[str] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))["names"]
        self._pieces = Pieces((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())
        opened = onnx.ModelProto()
        opened.CopyFrom(self.graph)
        self._words = next(node for node in opened.graph.node if node.op_type == "Gather" and "first" in node.input)
        value = helper.make_tensor_value_info(self._words.output[0], TensorProto.FLOAT, ["words", WIDTH])
        opened.graph.output.append(value)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(opened.SerializeToString(), options, ["CPUExecutionProvider"])

    def vectors(self, words: Sequence[str]) -> Any:
        """[words, WIDTH] of a sentence, or None if it is too long."""
        cut = self._pieces.cut(words)
        pieces, cases, first = [self._pieces.first], [OTHER], []
        for word in words:
            first.append(len(pieces))
            pieces += cut[word]
            cases += [case_of(word)] * len(cut[word])
        if len(pieces) > LONGEST:
            return None
        fed = {
            "pieces": np.array([[*pieces, self._pieces.last]]),
            "cases": np.array([[*cases, OTHER]]),
            "first": np.array(first),
        }
        return self._session.run([self._words.output[0]], fed)[0].astype(np.float16)

    def known(self, sentences: Sequence[Sentence]) -> Known:
        """All words of some sentences."""
        rows, tags = [], []
        for sentence in sentences:
            found = self.vectors(sentence.words)
            if found is not None:
                rows.append(found)
                tags += [self.labels.index(tag) for tag in sentence.tags]
        return Known(np.concatenate(rows), np.array(tags))


def learned(parts: Sequence[Known], labels: int) -> tuple[Any, Any]:
    """The weights [labels, WIDTH] and bias [labels] of a linear head."""
    torch.manual_seed(SEED)
    x = torch.from_numpy(np.concatenate([part.vectors for part in parts]))
    y = torch.from_numpy(np.concatenate([part.tags for part in parts])).long()
    linear = torch.nn.Linear(WIDTH, labels)
    steps = torch.optim.AdamW(linear.parameters(), lr=RATE, weight_decay=DECAY)
    total = ROUNDS * -(-len(y) // BATCH)
    done = 0
    for _ in range(ROUNDS):
        for rows in torch.randperm(len(y)).split(BATCH):
            steps.param_groups[0]["lr"] = RATE * (1 - done / total)
            steps.zero_grad()
            f.cross_entropy(linear(f.dropout(x[rows].float(), DROPOUT)), y[rows]).backward()
            steps.step()
            done += 1
    return linear.weight.detach().numpy(), linear.bias.detach().numpy()


def put(graph: onnx.ModelProto, weight: Any, bias: Any) -> None:
    """Write the head into its columns of the product that all heads share."""
    tensors = {tensor.name: tensor for tensor in graph.graph.initializer}
    sizes = numpy_helper.to_array(tensors[f"{JOINED}+sizes"])
    begin = int(sizes[:PLACE].sum())
    columns = slice(begin, begin + int(sizes[PLACE]))
    scale = column_scales(weight.T)
    new = {"int8": np.round(weight.T / scale).astype(np.int8), "scale": scale}
    for kind, values in new.items():
        name = f"{JOINED}.{kind}"
        whole = numpy_helper.to_array(tensors[name]).copy()
        whole[..., columns] = values
        tensors[name].CopyFrom(numpy_helper.from_array(whole, name))
    name = f"{JOINED}+bias"
    whole = numpy_helper.to_array(tensors[name]).copy()
    whole[columns] = bias
    tensors[name].CopyFrom(numpy_helper.from_array(whole, name))


def main() -> None:
    """Learn and write the head, or print what the corrections buy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--model", type=Path, default=Path("src/communique/reading/encoder/model"))
    parser.add_argument("--thousands", action="store_true", help="print the names F1 by number of corrections")
    args = parser.parse_args()
    torch.set_num_threads(1)
    frozen = Frozen(args.model)
    trees, _, hand = data.training_sentences(args.corpora)
    hand += [data.Sentence(one.words, tags=one.tags) for one in trees if one.tags]
    corrected = data.corrected_sentences(args.corpora)
    others, rng = pools(load(), hand + corrected), random.Random(SEED)  # noqa: S311 - draws names, keeps no secrets
    parts = [[one, swapped(one, others, SHARE, rng)] for one in hand + corrected]
    by_hand, later = parts[: len(hand)], parts[len(hand) :]
    begun = frozen.known([one for pair in by_hand for one in pair])
    if args.thousands:
        for count in range(0, len(later) + 999, 1000):
            more = [frozen.known([one for pair in later[:count] for one in pair])] if count else []
            put(frozen.graph, *learned([begun, *more], len(frozen.labels)))
            print(f"{min(count, len(later))} corrected: {_scored(frozen.graph, args.model, args.corpora)}", flush=True)
        return
    put(frozen.graph, *learned([begun, frozen.known([one for pair in later for one in pair])], len(frozen.labels)))
    onnx.save(frozen.graph, args.model / "reader.onnx")
    print(_scored(frozen.graph, args.model, args.corpora))


def _scored(graph: onnx.ModelProto, folder: Path, corpora: Path) -> str:
    """Names F1 of a graph on newswire and UNER, through the interface that reading uses."""
    import tempfile

    from communique.reading.encoder.component import Encoder
    from evaluation.language import LABELS, names
    from evaluation.treebanks import newswire, uner

    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(folder, Path(place) / "model"))
        onnx.save(graph, copy / "reader.onnx")
        encoder = Encoder(copy)
    wire, web = names(encoder, newswire(corpora), LABELS)["all"], names(encoder, uner(corpora), LABELS[:3])["all"]
    return f"newswire {wire:.3f}, UNER {web:.3f}"


if __name__ == "__main__":
    main()
