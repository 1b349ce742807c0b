"""Teach the base encoder what it means that a past step resembles a moment, and write encoder.onnx.

    python -m walkalong.companion.training.fit_encoder path/to/model.safetensors [target.onnx]

The base model finds texts with like words and topics near each other. Here a moment ("I can't ring them") is
drawn towards steps taken in a like moment ("did the insurance call, sweating") and away from steps that only
share words. The lower layers stay as they are. In the end the weights lie between the base and what was
learned: what the base knows of all other moments stays. Nothing here is read when the product runs.
"""

import csv
import logging
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from walkalong.companion.training.net import WIDTH, Net, load_base
from walkalong.companion.wordpiece import WordPiece

THEMES = Path(__file__).with_name("resembling.txt")
PAIRS = Path(__file__).with_name("resembling.tsv")
ROUNDS, RATE, WARMTH = 80, 1.2e-4, 0.06
FROZEN = 2  # layers
THEMES_AT_ONCE, PAIRS_AT_ONCE, LURES_AT_ONCE = 17, 15, 10
LEARNED = 0.85  # the share of what was learned in the weights that are kept
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Theme:
    near: frozenset[str]
    moments: tuple[str, ...]
    steps: tuple[str, ...]
    lures: tuple[str, ...] = ()


def themes() -> list[Theme]:
    found = []
    for block in THEMES.read_text(encoding="utf-8").split("\n\n")[1:]:
        head, *lines = block.strip().split("\n")
        by_sign = {sign: tuple(line[2:] for line in lines if line[0] == sign) for sign in "msx"}
        found.append(Theme(frozenset(head.split(":")[1].split()), by_sign["m"], by_sign["s"], by_sign["x"]))
    return found


def pairs() -> list[Theme]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return [
            Theme(frozenset(row["theme"].split()), (row["moment"],), (row["step"],))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def as_chatted(text: str, rnd: random.Random) -> str:
    """People write the same in many ways."""
    if rnd.random() < 0.2:
        text = text.lower()
    if rnd.random() < 0.15:
        text = text.replace("'", "").replace(".", "").replace(",", "")
    return text


class Encoder:
    """The net as a sentence encoder. What the frozen layers make of a text is kept: it never changes."""

    def __init__(self, net: Net) -> None:
        self._net, self._pieces = net, WordPiece()
        self._below: dict[str, Tensor] = {}

    def __call__(self, texts: list[str]) -> Tensor:
        below = [self._frozen(text) for text in texts]
        length = max(len(one) for one in below)
        x = torch.zeros(len(texts), length, WIDTH)
        mask = torch.zeros(len(texts), length)
        for row, one in enumerate(below):
            x[row, : len(one)], mask[row, : len(one)] = one, 1.0
        bias = (1.0 - mask[:, None, None, :]) * -10_000.0
        for layer in list(self._net.layers)[FROZEN:]:
            x = layer(x, bias)
        pooled = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return nn.functional.normalize(pooled, dim=1)

    def _frozen(self, text: str) -> Tensor:
        if text not in self._below:
            net, pieces = self._net, self._pieces
            training = net.training
            net.eval()
            with torch.no_grad():
                ids = torch.tensor([[pieces.begin, *pieces.pieces(text, 80), pieces.end]])
                places = torch.arange(ids.shape[1])
                x = net.norm(net.words(ids) + net.places(places) + net.kinds(torch.zeros_like(ids)))
                for layer in list(net.layers)[:FROZEN]:
                    x = layer(x, torch.zeros(1, 1, 1, ids.shape[1]))
            net.train(training)
            self._below[text] = x[0]
        return self._below[text]


def loss_of(encoder: Encoder, chosen: list[Theme], rnd: random.Random) -> Tensor:
    """Each moment has to find its step among all steps and lures, and each step its moment."""
    moments = [as_chatted(rnd.choice(theme.moments), rnd) for theme in chosen]
    steps = [as_chatted(rnd.choice(theme.steps), rnd) for theme in chosen]
    luring = rnd.sample([theme for theme in chosen if theme.lures], LURES_AT_ONCE)
    vectors = encoder([*moments, *steps, *(rnd.choice(theme.lures) for theme in luring)])
    alike = vectors[: len(chosen)] @ vectors[len(chosen) :].T / WARMTH
    # Themes with a name in common lie too near each other to be told apart.
    near = torch.tensor([[one is not two and bool(one.near & two.near) for two in chosen] for one in chosen])
    alike[:, : len(chosen)] = alike[:, : len(chosen)].masked_fill(near, -1e4)
    right = torch.arange(len(chosen))
    by_step = nn.functional.cross_entropy(alike[:, : len(chosen)].T, right)
    return (nn.functional.cross_entropy(alike, right) + by_step) / 2


def fit(weights: Path, *, seed: int = 1) -> Net:
    torch.manual_seed(seed)
    rnd = random.Random(seed)  # noqa: S311
    net = Net()
    load_base(net, weights)
    base = {name: value.clone() for name, value in net.state_dict().items()}
    encoder, many, single = Encoder(net), themes(), pairs()
    learning = [weight for layer in list(net.layers)[FROZEN:] for weight in layer.parameters()]
    optimiser = torch.optim.AdamW(learning, lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=ROUNDS, pct_start=0.1)
    net.train()
    for number in range(ROUNDS):
        loss = loss_of(encoder, rnd.sample(many, THEMES_AT_ONCE) + rnd.sample(single, PAIRS_AT_ONCE), rnd)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        schedule.step()
        if number % 10 == 9:
            log.info("%d: %.3f", number + 1, float(loss.detach()))
    learned = net.state_dict()
    net.load_state_dict({name: LEARNED * learned[name] + (1 - LEARNED) * base[name] for name in base})
    net.eval()
    return net


if __name__ == "__main__":
    from walkalong.companion.training.export_encoder import TARGET, export

    logging.basicConfig(level=logging.INFO)
    export(fit(Path(sys.argv[1])), Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET)
