"""Write the net as one ONNX file with eight-bit weights, which onnxruntime alone can run."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from walkalong.companion.training.net import Net


class _Asked(nn.Module):
    """What the product asks for: the label logits, and what each piece said for each label."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        pieces = self.net.pieces(ids, kinds, mask)
        shares = self.net.label_head(pieces)
        own = (mask * (1.0 - kinds))[:, :, None]
        return (shares * own).sum(1) / own.sum(1), shares


def export(net: Net, target: Path, *, quantised: bool = True) -> None:
    net.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        ids = torch.randint(1000, 2000, (2, 11))
        kinds = torch.zeros(2, 11, dtype=torch.long)
        kinds[:, 7:] = 1
        torch.onnx.export(
            _Asked(net),
            (ids, kinds, torch.ones(2, 11)),
            str(plain),
            input_names=["ids", "kinds", "mask"],
            output_names=["logits", "shares"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "kinds", "mask")}
            | {"logits": {0: "batch"}, "shares": {0: "batch", 1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        if not quantised:
            target.write_bytes(plain.read_bytes())
            return
        quantize_dynamic(
            plain,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    onnx.checker.check_model(str(target))
