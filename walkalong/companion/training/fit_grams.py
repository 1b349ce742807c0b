"""Learn what each run of letters or words says for each label: a multinomial logistic regression, seeded."""

import random
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy
import torch

from walkalong.companion.grams import Grams, grams
from walkalong.companion.labels import Label
from walkalong.companion.training.augment import augmented
from walkalong.companion.training.corpus import Line

LABELS = list(Label)
LEAST_LETTERS, LEAST_WORDS = 3, 2  # sentences a run must stand in
PULL = 4.0  # as in C of the usual solvers: larger lets the weights grow
STEPS, RATE = 120, 0.1


def fit_grams(lines: Sequence[Line], seed: int) -> Grams:
    """Every sentence as written, and once more by another hand."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    texts = [line.text for line in lines] + [augmented(line.text, dice) for line in lines]
    labels = [LABELS.index(line.label) for line in lines] * 2
    counted = [grams(text) for text in texts]
    known = _without_weights(counted)
    matrix = _matrix(known, counted)
    weights, start = _learned(matrix, torch.tensor(labels))
    return Grams(known.places, known.rarity, weights, start)


def _without_weights(counted: Sequence[tuple[Counter[str], Counter[str]]]) -> Grams:
    seen: Counter[str] = Counter()
    for letters, words in counted:
        seen.update(letters.keys())
        seen.update(words.keys())
    kept = sorted(
        name
        for name, count in seen.items()
        if "\n" not in name and count >= 2 * (LEAST_WORDS if name.startswith("\t") else LEAST_LETTERS)
    )
    rarity = [1.0 + log((1 + len(counted)) / (1 + seen[name])) for name in kept]
    places = {name: at for at, name in enumerate(kept)}
    return Grams(
        places, numpy.array(rarity, dtype=numpy.float32), numpy.zeros((len(kept), 16)), numpy.zeros(16)
    )


def _matrix(known: Grams, counted: Sequence[tuple[Counter[str], Counter[str]]]) -> torch.Tensor:
    rows, columns, values = [], [], []
    for row, pair in enumerate(counted):
        for each in pair:
            at, value = known.vector(each)
            rows += [row] * len(at)
            columns += at
            values += value
    size = (len(counted), len(known.places))
    return (
        torch.sparse_coo_tensor(torch.tensor([rows, columns]), torch.tensor(values), size)
        .coalesce()
        .to_sparse_csr()
    )


def _learned(matrix: torch.Tensor, labels: torch.Tensor) -> tuple[numpy.ndarray, numpy.ndarray]:
    weights = torch.zeros(matrix.shape[1], len(LABELS), requires_grad=True)
    start = torch.zeros(len(LABELS), requires_grad=True)
    optimizer = torch.optim.Adam([weights, start], lr=RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, STEPS)
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(matrix @ weights + start, labels)
        loss = loss + (weights**2).sum() / (PULL * len(labels))
        loss.backward()
        optimizer.step()
        schedule.step()
    return weights.detach().numpy(), start.detach().numpy()
