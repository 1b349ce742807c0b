"""Write the sentence encoder as one ONNX file with eight-bit weights. See fit_encoder.py."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from walkalong.companion.training.net import Net

TARGET = Path(__file__).resolve().parent.parent / "model" / "encoder.onnx"


class _Sentence(nn.Module):
    """One vector of length one a text: the mean over its pieces."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        pooled = self.net.encode(ids, torch.zeros_like(ids), mask)
        return nn.functional.normalize(pooled, dim=1)


def export(net: Net, target: Path, *, quantised: bool = True) -> None:
    net.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Sentence(net).eval(),
            (torch.randint(1000, 2000, (2, 11)), torch.ones(2, 11)),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes={"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        if quantised:
            quantize_dynamic(
                plain,
                target,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
            )
        else:
            target.write_bytes(plain.read_bytes())
    onnx.checker.check_model(str(target))
