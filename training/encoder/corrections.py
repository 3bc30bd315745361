"""What each thousand corrected sentences buys: name heads learned on the shipped encoder's vectors, from more and more.

    PYTHONPATH=src python -m training.encoder.corrections [--model FOLDER]

The encoder stays as it ships; it has seen all corrections itself, so the figures are those of the head alone.
"""

from __future__ import annotations

import argparse
import json
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

from communique.reading.encoder.pieces import OTHER, Pieces, case_of
from training.encoder import data
from training.encoder.graph import column_scales
from training.encoder.model import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.encoder.data import Sentence

SEED = 7
THOUSAND = 1000
LONGEST = 480  # word pieces of a sentence; longer ones are left out
# Passes over the words, words a step, rate (down to zero), weight decay and dropout of the vectors.
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
    """Print the names F1 by number of corrections."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--model", type=Path, default=Path("src/communique/reading/encoder/model"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    frozen = Frozen(args.model)
    trees, _, hand = data.training_sentences(args.corpora)
    hand += [data.Sentence(one.words, tags=one.tags) for one in trees if one.tags]
    corrected = data.corrected_sentences(args.corpora)
    parts = [frozen.known(hand)]
    for begin in range(0, len(corrected) + THOUSAND, THOUSAND):
        put(frozen.graph, *learned(parts, len(frozen.labels)))
        print(f"{min(begin, len(corrected))} corrected: {_scored(frozen.graph, args.model, args.corpora)}", flush=True)
        if begin < len(corrected):
            parts.append(frozen.known(corrected[begin : begin + THOUSAND]))


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
