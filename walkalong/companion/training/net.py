"""MiniLM with a head for the sixteen labels and one for the three sides, in plain torch.

Only what six layers of BERT need, so that weights load by their own names and the export holds no surprise.
"""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LONGEST = 128  # pieces, of sentence and context together
PIECES = 30_522


class Layer(nn.Module):
    def __init__(self, dropout: float, width: int = WIDTH, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        each = width // self.heads
        split = self.qkv(x).view(batch, length, 3, self.heads, each).permute(2, 0, 3, 1, 4)
        q, k, v = split[0], split[1], split[2]
        attention = torch.softmax(q @ k.transpose(-1, -2) / each**0.5 + bias, dim=-1)
        mixed = (self.dropout(attention) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Net(nn.Module):
    """`ids`, `kinds` (0 sentence, 1 context) and `mask` in; sixteen and three logits out."""

    def __init__(self, labels: int = 16, sides: int = 3, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.label_head = nn.Linear(WIDTH, labels)
        self.side_head = nn.Linear(WIDTH, sides)

    def freeze(self, layers: int) -> None:
        """Words, places and the lowest layers keep what they learned from very much more text than ours."""
        for part in (self.words, self.places, self.kinds, self.norm, *self.layers[:layers]):
            part.requires_grad_(False)

    def pieces(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """One vector a piece."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.places(places) + self.kinds(kinds)))
        bias = (1.0 - mask[:, None, None, :]) * -10_000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def encode(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """One vector a text: the mean over the pieces of the sentence itself, which have seen the context."""
        x = self.pieces(ids, kinds, mask)
        own = (mask * (1.0 - kinds))[:, :, None]
        pooled: Tensor = (x * own).sum(1) / own.sum(1)
        return pooled

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        pooled = self.dropout(self.encode(ids, kinds, mask))
        return self.label_head(pooled), self.side_head(pooled)


def load_base(net: Net, weights: Path) -> None:
    """Take the pre-trained weights; the two heads keep their random beginning."""
    have = load_file(str(weights))
    take: dict[str, Any] = {
        "words.weight": have["embeddings.word_embeddings.weight"],
        "places.weight": have["embeddings.position_embeddings.weight"][:LONGEST],
        "kinds.weight": have["embeddings.token_type_embeddings.weight"],
        "norm.weight": have["embeddings.LayerNorm.weight"],
        "norm.bias": have["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        theirs = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [have[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            take[f"layers.{number}.qkv.{kind}"] = torch.cat(parts)
            for ours, name in _NAMES.items():
                take[f"layers.{number}.{ours}.{kind}"] = have[f"{theirs}{name}.{kind}"]
    missing, unexpected = net.load_state_dict(take, strict=False)
    heads = {f"{head}.{kind}" for head in ("label_head", "side_head") for kind in ("weight", "bias")}
    if set(missing) != heads or unexpected:
        raise ValueError(f"the base weights do not fit: {missing} {unexpected}")


_NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm2": "output.LayerNorm",
}
