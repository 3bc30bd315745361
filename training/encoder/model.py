"""The network: a BERT encoder of six layers with letter case added, and the heads that read from it.

The encoder is written out (rather than taken from a library) so that the exported graph holds nothing else, and
so that training needs no more than torch. It loads sentence-transformers/all-MiniLM-L6-v2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as f

if TYPE_CHECKING:
    from training.encoder.data import Labels

WIDTH, LAYERS, PARTS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS, CASES = 30522, 512, 5


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the heads, and how much is dropped in them and inside the encoder."""

    arc: int
    label: int
    dropout: float
    inner_dropout: float


@dataclass(slots=True)
class Reading:
    """Scores for each word, [batch, words, ...]. `arcs` has the root in column 0."""

    layers: dict[str, Tensor]
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class Layer(nn.Module):
    """One transformer layer, as BERT has it: attention, then two dense steps, each with a norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`mask` is [batch, 1, 1, pieces], true for real pieces; none while exporting, where there is no padding.

        Attention is written out: torch's fused one takes a third of a training step on a CPU.
        """
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, PARTS, WIDTH // PARTS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(-1, -2) * (WIDTH // PARTS) ** -0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        mixed = torch.softmax(scores, dim=-1).to(v.dtype) @ v
        x = self.out_norm(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm(x + self.dropout(self.narrow(f.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Word pieces and their letter case to vectors."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.pieces.weight.requires_grad_(False)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.cases.weight)  # starts as the uncased encoder it was
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor | None) -> Tensor:
        """[batch, pieces] twice, to [batch, pieces, WIDTH]."""
        places = self.positions.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(self.pieces(pieces) + places + self.cases(cases)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
        """Take over the published weights; the vector of the only segment goes into the positions."""
        embeddings = "embeddings."
        self.pieces.weight.data = weights[embeddings + "word_embeddings.weight"]
        self.positions.weight.data = (
            weights[embeddings + "position_embeddings.weight"] + weights[embeddings + "token_type_embeddings.weight"][0]
        )
        _take(self.norm, weights, embeddings + "LayerNorm")
        for i, layer in enumerate(self.layers):
            base = f"encoder.layer.{i}."
            for ours, theirs in (
                ("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
                ("out", "attention.output.dense"), ("out_norm", "attention.output.LayerNorm"),
                ("wide", "intermediate.dense"), ("narrow", "output.dense"), ("norm", "output.LayerNorm"),
            ):  # fmt: skip
                _take(layer.get_submodule(ours), weights, base + theirs)


def _take(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({"weight": weights[f"{name}.weight"], "bias": weights[f"{name}.bias"]})


class Reader(nn.Module):
    """The encoder with a linear head for each layer of labels and biaffine scorers for the tree.

    Two heads for names share the encoder: `silver` learns the machine-made names with their conventions, `names`
    the hand-made ones, so that the many teach the encoder and the few the conventions.
    """

    def __init__(self, labels: Labels, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape.inner_dropout)
        sizes = {
            "upos": len(labels.upos), "xpos": len(labels.xpos), "feats": len(labels.feats),
            "lemma": len(labels.lemma), "start": 2, "names": len(labels.names), "silver": len(labels.names),
        }  # fmt: skip
        self.linear = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.items()})
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, shape.arc), nn.Linear(WIDTH, shape.arc)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, shape.label), nn.Linear(WIDTH, shape.label)
        self.arc = nn.Parameter(torch.zeros(shape.arc + 1, shape.arc))
        self.relation = nn.Parameter(torch.zeros(shape.label + 1, len(labels.dep), shape.label + 1))
        nn.init.normal_(self.arc, std=shape.arc**-0.5)
        nn.init.normal_(self.relation, std=0.1 * shape.label**-0.5)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor | None, first: Tensor) -> Reading:
        """`first` is [batch, words]: the place of each word's first piece."""
        vectors = self.dropout(self.encoder(pieces, cases, mask))
        words = torch.gather(vectors, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        with_root = torch.cat([vectors[:, :1], words], dim=1)  # [CLS] stands for the root
        layers = {name: head(words) for name, head in self.linear.items()}
        dependents = self._narrow(self.arc_dependent, words)
        arcs = _biased(dependents) @ self.arc @ self._narrow(self.arc_head, with_root).transpose(1, 2)
        return Reading(
            layers, arcs, _biased(self._narrow(self.label_dependent, words)),
            _biased(self._narrow(self.label_head, with_root)),
        )  # fmt: skip

    def _narrow(self, linear: nn.Module, x: Tensor) -> Tensor:
        narrowed: Tensor = self.dropout(f.gelu(linear(x)))
        return narrowed

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of each relation for pairs [n, label + 1] of a dependent and its head."""
        width, labels, _ = self.relation.shape
        mixed = (heads @ self.relation.reshape(width, labels * width)).view(-1, labels, width)
        return (mixed @ dependents.unsqueeze(-1)).squeeze(-1)


def _biased(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
