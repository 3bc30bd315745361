"""The trained reader as two ONNX graphs: one from word pieces to scores, one from pairs of words to relations.

Written node by node, so that what ships is known. Weights of the encoder are 8-bit, a scale per column. Before each
product the activations are made 8-bit too, **with a scale for each word piece**: then no piece's numbers depend on
what else is in the batch, which ONNX Runtime's own dynamic quantisation does not hold. Products of integers are exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.encoder.model import INNER, LAYERS, PARTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

MS = "com.microsoft"
OPSETS = [helper.make_opsetid("", 20), helper.make_opsetid(MS, 1)]
TAGS = ("upos", "xpos", "feats", "lemma")


class Graph:
    """Collects nodes and weights; every method returns the name of the tensor that it makes."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.tensors: dict[str, Any] = {}
        self.count = 0

    def node(self, kind: str, inputs: list[str], outputs: int | list[str] = 1, **options: Any) -> Any:
        """Add a node; the names of its outputs, or its one output."""
        self.count += 1
        names = outputs if isinstance(outputs, list) else [f"{kind}_{self.count}_{i}" for i in range(outputs)]
        domain = MS if kind in {"MultiHeadAttention", "MatMulIntegerToFloat", "BiasGelu"} else ""
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **options))
        return names if len(names) > 1 else names[0]

    def tensor(self, name: str, value: Any) -> str:
        """Add a constant."""
        self.tensors[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def half(self, name: str, value: Array) -> str:
        """Add a weight kept in half precision; it is widened once, when the graph is loaded."""
        return str(self.node("Cast", [self.tensor(name, value.astype(np.float16))], to=TensorProto.FLOAT))

    def integer_product(self, x: str, name: str, weight: Array) -> str:
        """X @ weight with both in 8 bits: weights scaled by column, activations by row."""
        scale = column_scales(weight)
        quantised = np.round(weight / scale).astype(np.int8)
        largest = self.node("ReduceMax", [self.node("Abs", [x]), self.tensor("last_axis", np.array([-1]))], keepdims=1)
        largest = self.node("Max", [largest, self.tensor("least", np.float32(1e-9))])
        full, middle = self.tensor("full", np.float32(127)), self.tensor("middle", np.uint8(128))
        scaled = self.node("Mul", [x, self.node("Div", [full, largest])])
        bytes_ = self.node("QuantizeLinear", [scaled, self.tensor("one", np.float32(1)), middle])
        scales = ["one", self.tensor(f"{name}.scale", scale)]
        product = self.node("MatMulIntegerToFloat", [bytes_, self.tensor(f"{name}.int8", quantised), *scales, middle])
        return str(self.node("Mul", [product, self.node("Div", [largest, full])]))

    def linears(self, x: str, names: list[str]) -> list[str]:
        """Several dense steps from the same vectors, as one product; their outputs."""
        weight = np.concatenate([self.weights[f"{name}.weight"].T for name in names], axis=1)
        bias = np.concatenate([self.weights[f"{name}.bias"] for name in names])
        joined = self.integer_product(x, "+".join(names), weight)
        joined = self.node("Add", [joined, self.tensor("+".join([*names, "bias"]), bias)])
        sizes = self.tensor(
            "+".join([*names, "sizes"]), np.array([len(self.weights[f"{name}.bias"]) for name in names])
        )
        return list(self.node("Split", [joined, sizes], len(names), axis=-1))

    def vector(self, name: str) -> str:
        """One of the model's small weights, in full precision."""
        return self.tensor(name, self.weights[name])

    def model(self, inputs: list[tuple[str, int, list[Any]]], outputs: list[tuple[str, int, list[Any]]]) -> Any:
        """The finished graph; inputs and outputs are (name, type, shape)."""
        values = [[helper.make_tensor_value_info(*one) for one in part] for part in (inputs, outputs)]
        graph = helper.make_graph(self.nodes, "reader", values[0], values[1], list(self.tensors.values()))
        made = helper.make_model(graph, opset_imports=OPSETS, ir_version=10)
        onnx.checker.check_model(made)
        return made


def column_scales(weight: Array) -> Array:
    """What one step of 8 bits is worth in each column of a weight."""
    return np.asarray(np.maximum(np.abs(weight).max(axis=0) / 127, 1e-9), dtype=np.float32)


def encoder(graph: Graph) -> str:
    """The encoder; returns the name of its vectors, [1, pieces, WIDTH]."""
    table = graph.weights["encoder.pieces.weight"]
    scale = (np.abs(table).max(axis=1, keepdims=True) / 127).astype(np.float32)
    rows = graph.node("Gather", [graph.tensor("pieces.int8", np.round(table / scale).astype(np.int8)), "pieces"])
    rows = graph.node("Cast", [rows], to=TensorProto.FLOAT)
    x = graph.node("Mul", [rows, graph.node("Gather", [graph.tensor("pieces.scale", scale), "pieces"])])
    places = graph.half("positions", graph.weights["encoder.positions.weight"])
    length = graph.node("Shape", ["pieces"], start=1, end=2)
    places = graph.node("Slice", [places, graph.tensor("zero", np.array([0])), length, "zero"])
    cases = graph.node("Gather", [graph.vector("encoder.cases.weight"), "cases"])
    x = graph.node("Add", [graph.node("Add", [x, places]), cases])
    norm = [graph.vector("encoder.norm.weight"), graph.vector("encoder.norm.bias")]
    x = graph.node("LayerNormalization", [x, *norm], epsilon=1e-12)
    for i in range(LAYERS):
        x = _layer(graph, x, f"encoder.layers.{i}")
    return str(x)


def _layer(graph: Graph, x: str, name: str) -> str:
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    joined = np.concatenate([graph.weights[f"{part}.weight"].T for part in parts], axis=1)
    bias = np.concatenate([graph.weights[f"{part}.bias"] for part in parts])
    qkv = graph.integer_product(x, f"{name}.qkv", joined)
    query, key, value = graph.node("Split", [qkv], 3, axis=-1, num_outputs=3)
    qkv_bias = graph.tensor(f"{name}.qkv.bias", bias)
    mixed = graph.node("MultiHeadAttention", [query, key, value, qkv_bias], num_heads=PARTS)
    out = graph.integer_product(mixed, f"{name}.out", graph.weights[f"{name}.out.weight"].T)
    x = _norm(graph, x, out, f"{name}.out_norm", f"{name}.out.bias")
    wide = graph.integer_product(x, f"{name}.wide", graph.weights[f"{name}.wide.weight"].T)
    assert graph.weights[f"{name}.wide.bias"].shape == (INNER,)
    wide = graph.node("BiasGelu", [wide, graph.vector(f"{name}.wide.bias")])
    narrow = graph.integer_product(wide, f"{name}.narrow", graph.weights[f"{name}.narrow.weight"].T)
    return _norm(graph, x, narrow, f"{name}.norm", f"{name}.narrow.bias")


def _norm(graph: Graph, x: str, more: str, norm: str, bias: str) -> str:
    # Not ONNX Runtime's SkipLayerNormalization: on one core it takes three times as long as these three nodes.
    total = graph.node("Add", [graph.node("Add", [more, graph.vector(bias)]), x])
    weights = [graph.vector(f"{norm}.weight"), graph.vector(f"{norm}.bias")]
    return str(graph.node("LayerNormalization", [total, *weights], epsilon=1e-12))


def reader(weights: dict[str, Array], name_heads: tuple[str, ...]) -> Any:
    """The graph from `pieces`, `cases` [1, pieces] and `first` [words] to the scores of each word.

    Outputs: `tags` [4, words] (the best universal tag, fine tag, features and lemma script), `start` [words] (above
    zero where a sentence starts), `names` [words, labels], `arcs` [words, words + 1], `dependents`, `heads`.
    """
    graph = Graph(weights)
    vectors = encoder(graph)
    flat = graph.node("Squeeze", [vectors, graph.tensor("zero", np.array([0]))])
    words = graph.node("Gather", [flat, "first"])
    with_root = graph.node("Concat", [graph.node("Gather", [flat, "zero"]), words], axis=0)
    steps = [f"linear.{name}" for name in (*TAGS, "start", *name_heads)]
    *scores, dependent, label_dependent = graph.linears(words, [*steps, "arc_dependent", "label_dependent"])
    head, label_head = graph.linears(with_root, ["arc_head", "label_head"])
    best = [graph.node("ArgMax", [one], axis=1, keepdims=0) for one in scores[: len(TAGS)]]
    rows = [graph.node("Unsqueeze", [one, "zero"]) for one in best]
    graph.node("Concat", rows, ["tags"], axis=0)
    no, yes = graph.node("Split", [scores[len(TAGS)]], 2, axis=1, num_outputs=2)
    graph.node("Squeeze", [graph.node("Sub", [yes, no]), graph.tensor("second", np.array([1]))], ["start"])
    shares = [graph.node("Softmax", [one], axis=-1) for one in scores[len(TAGS) + 1 :]]
    graph.node("Sum", shares, ["names"])
    dependent = graph.node("Gelu", [dependent])
    head = graph.node("Gelu", [head])
    arc = weights["arc"]
    mixed = graph.node("MatMul", [dependent, graph.half("arc.pairs", arc[:-1])])
    mixed = graph.node("Add", [mixed, graph.tensor("arc.heads", arc[-1])])
    graph.node("MatMul", [mixed, graph.node("Transpose", [head], perm=[1, 0])], ["arcs"])
    graph.node("Gelu", [label_dependent], ["dependents"])
    graph.node("Gelu", [label_head], ["heads"])
    whole, real = TensorProto.INT64, TensorProto.FLOAT
    return graph.model(
        [("pieces", whole, [1, "pieces"]), ("cases", whole, [1, "pieces"]), ("first", whole, ["words"])],
        [
            ("tags", whole, [4, "words"]), ("start", real, ["words"]), ("names", real, ["words", None]),
            ("arcs", real, ["words", None]), ("dependents", real, ["words", None]), ("heads", real, [None, None]),
        ],
    )  # fmt: skip


def relations(weights: dict[str, Array]) -> Any:
    """The graph from `dependents` and `heads` [pairs, width] to the best relation of each pair, `relation` [pairs]."""
    graph = Graph(weights)
    table = weights["relation"]
    width, labels = table.shape[0] - 1, table.shape[1]
    mixed = graph.integer_product("heads", "pairs", table[:-1, :, :-1].reshape(width, labels * width))
    mixed = graph.node("Reshape", [mixed, graph.tensor("shape", np.array([-1, labels, width]))])
    mixed = graph.node("Add", [mixed, graph.tensor("dependent", table[-1, :, :-1])])
    column = graph.node("Unsqueeze", ["dependents", graph.tensor("end", np.array([2]))])
    scores = graph.node("Squeeze", [graph.node("MatMul", [mixed, column]), "end"])
    single = graph.node("MatMul", ["heads", graph.half("head", table[:-1, :, -1])])
    scores = graph.node("Add", [scores, graph.node("Add", [single, graph.tensor("prior", table[-1, :, -1])])])
    graph.node("ArgMax", [scores], ["relation"], axis=1, keepdims=0)
    real = TensorProto.FLOAT
    return graph.model(
        [("dependents", real, ["pairs", width]), ("heads", real, ["pairs", width])],
        [("relation", TensorProto.INT64, ["pairs"])],
    )
