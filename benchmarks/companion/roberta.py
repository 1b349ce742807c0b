"""A net of RoBERTa-base's size with random weights: its time depends on size, not on what it has learned.

Run in .venv-train, where torch is: python -m benchmarks.companion.roberta TARGET
"""

import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from walkalong.companion.training.net import Layer

WIDTH, HEADS, LAYERS, INNER, PIECES = 768, 12, 12, 3072, 50_265


class Large(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.layers = nn.ModuleList(Layer(0.0, WIDTH, HEADS, INNER) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 16)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.words(ids)
        for layer in self.layers:
            x = layer(x, (1.0 - mask[:, None, None, :]) * -10_000.0)
        return self.head(x.mean(1))


def main(target: Path) -> None:
    plain = target.with_suffix(".plain.onnx")
    ids = torch.randint(1000, 2000, (1, 11))
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        Large().eval(),
        (ids, torch.ones(1, 11)),
        str(plain),
        input_names=["ids", "mask"],
        output_names=["logits"],
        dynamic_axes={"ids": axes, "mask": axes},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(plain, target, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
