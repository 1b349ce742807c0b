"""Fine-tune the net. Seeded, so that the same data gives the same model on the same kind of machine."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from walkalong.companion.labels import Label, Side
from walkalong.companion.training.augment import augmented
from walkalong.companion.training.corpus import Line
from walkalong.companion.training.net import Net, load_base
from walkalong.companion.wordpiece import WordPiece

LABELS = list(Label)
SIDES = list(Side)
MOST_OWN, MOST_CONTEXT = 72, 40


@dataclass(frozen=True, slots=True)
class Recipe:
    seed: int = 7
    epochs: int = 4
    batch: int = 32
    rate: float = 8e-5
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    dropout: float = 0.1
    warm_up: float = 0.1
    smoothing: float = 0.05
    second: float = 0.3  # the share of the second label in the target
    side_weight: float = 0.3
    augment: float = 0.5
    context: float = 0.0  # how often the mentee's message is shown; 0 leaves it out altogether
    half: bool = True  # sixteen-bit numbers while learning: half the time on processors that have them
    frozen: int = 2  # lower layers that keep what they know, beside the words, which always do


Pair = tuple[list[int], list[int]]


class Encoder:
    """Texts to padded tensors, the sentence first and its context behind it."""

    def __init__(self, pieces: WordPiece) -> None:
        self.pieces = pieces

    def ids(self, text: str, before: str = "") -> Pair:
        own = [self.pieces.begin, *self.pieces.pieces(text, MOST_OWN), self.pieces.end]
        context = self.pieces.pieces(before, 400)[-MOST_CONTEXT:] if before else []
        if context:
            context.append(self.pieces.end)
        return own + context, [0] * len(own) + [1] * len(context)

    def batch(self, pairs: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor]:
        longest = max(len(ids) for ids, _ in pairs)
        ids = torch.full((len(pairs), longest), self.pieces.pad)
        kinds = torch.zeros(len(pairs), longest, dtype=torch.long)
        mask = torch.zeros(len(pairs), longest)
        for row, (own, kind) in enumerate(pairs):
            ids[row, : len(own)] = torch.tensor(own)
            kinds[row, : len(own)] = torch.tensor(kind)
            mask[row, : len(own)] = 1.0
        return ids, kinds, mask


def target_of(line: Line, recipe: Recipe) -> list[float]:
    target = [recipe.smoothing / len(LABELS)] * len(LABELS)
    left = 1.0 - recipe.smoothing
    if line.second:
        target[LABELS.index(line.second)] += left * recipe.second
        left *= 1.0 - recipe.second
    target[LABELS.index(line.label)] += left
    return target


def fit(lines: Sequence[Line], base: Path, recipe: Recipe, *, say: Callable[[str], object] = print) -> Net:
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    dice = random.Random(recipe.seed)  # noqa: S311 - shuffling
    net = Net(dropout=recipe.dropout)
    load_base(net, base)
    net.freeze(recipe.frozen)
    optimizer = torch.optim.AdamW(_groups(net, recipe), weight_decay=recipe.weight_decay)
    encoder = Encoder(WordPiece())
    steps = recipe.epochs * math.ceil(len(lines) / recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps, recipe.warm_up))
    for epoch in range(recipe.epochs):
        net.train()
        began, total = time.monotonic(), 0.0
        batches = list(_batches(lines, recipe, encoder, dice))
        for pairs, chosen in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.half):
                loss = _loss(net, encoder.batch(pairs), chosen, recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        say(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.monotonic() - began:.0f} s")
    net.eval()
    return net


def _groups(net: Net, recipe: Recipe) -> list[dict[str, object]]:
    """Lower layers, which know English, move less than the upper ones; the heads begin from nothing."""
    groups: list[dict[str, object]] = [
        {"params": [*net.label_head.parameters(), *net.side_head.parameters()], "lr": recipe.head_rate}
    ]
    rate = recipe.rate
    for layer in reversed(net.layers[recipe.frozen :]):
        groups.append({"params": list(layer.parameters()), "lr": rate})
        rate *= recipe.layer_decay
    return groups


def _pace(step: int, steps: int, warm_up: float) -> float:
    start = max(1, int(warm_up * steps))
    return (step + 1) / start if step < start else max(0.0, (steps - step) / (steps - start))


def _batches(
    lines: Sequence[Line], recipe: Recipe, encoder: Encoder, dice: random.Random
) -> Iterator[tuple[list[Pair], list[Line]]]:
    """Alike in length within a batch, in random order, each sentence once, some in another hand."""
    made = []
    for line in lines:
        text = augmented(line.text, dice) if dice.random() < recipe.augment else line.text
        before = line.before if dice.random() < recipe.context else ""
        made.append((encoder.ids(text, before), line))
    dice.shuffle(made)
    pool = recipe.batch * 20
    batches = []
    for start in range(0, len(made), pool):
        alike = sorted(made[start : start + pool], key=lambda each: len(each[0][0]))
        batches += [alike[at : at + recipe.batch] for at in range(0, len(alike), recipe.batch)]
    dice.shuffle(batches)
    for batch in batches:
        yield [pair for pair, _ in batch], [line for _, line in batch]


def _loss(net: Net, batch: tuple[Tensor, Tensor, Tensor], lines: list[Line], recipe: Recipe) -> Tensor:
    targets = torch.tensor([target_of(line, recipe) for line in lines])
    sides = torch.tensor([SIDES.index(line.label.side) for line in lines])
    by_label, by_side = net(*batch)
    loss = nn.functional.cross_entropy(by_label, targets)
    if recipe.side_weight:
        loss = loss + recipe.side_weight * nn.functional.cross_entropy(by_side, sides)
    return loss


def predict(net: Net, texts: Sequence[str], befores: Sequence[str] | None = None) -> tuple[Tensor, Tensor]:
    """Logits by label and by side, in the order given."""
    encoder = Encoder(WordPiece())
    pairs = [
        encoder.ids(text, before) for text, before in zip(texts, befores or [""] * len(texts), strict=True)
    ]
    order = sorted(range(len(pairs)), key=lambda at: len(pairs[at][0]))
    labels = torch.zeros(len(pairs), len(LABELS))
    sides = torch.zeros(len(pairs), len(SIDES))
    net.eval()
    with torch.no_grad():
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            labels[rows], sides[rows] = net(*encoder.batch([pairs[row] for row in rows]))
    return labels, sides
