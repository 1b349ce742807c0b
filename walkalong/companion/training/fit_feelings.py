"""Teach the head for feelings from `corpus/feelings/`, and write feelings.npz.

    python -m walkalong.companion.training.fit_feelings

Part of `make companion-train`; it takes half a minute. For each feeling a logistic regression over the signs
of `felt_head.py`; the encoder stays as it is. From which probability a feeling is named is settled on the
train and dev parts, each message answered by a head that did not learn from it: the rarer feelings stand in
too few messages for the dev part alone. The test part is not read.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy
import torch

from walkalong.companion.encoder import encoder
from walkalong.companion.felt_head import FEELINGS, WEIGHTS, Weights, heard_part, runs, save, signs_of
from walkalong.companion.felt_words import Feeling, named_in
from walkalong.companion.model import FOLDER
from walkalong.companion.training.felt import Message, data_hash, read_messages
from walkalong.companion.training.split import Part

LOG = FOLDER / "training-feelings.log"
PULL = 0.5  # as in C of the usual solvers: larger lets the weights grow
LEAST_MESSAGES = 4  # a run must stand in
FOLDS = 5
PRECISION = 0.65  # of what is named for each feeling, where it can be had
LEAST_NAMED = 6  # fewer show nothing about precision
NEVER = 2.0

Array = numpy.ndarray


def main() -> int:
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    messages = [message for message in read_messages() if message.part is not Part.TEST]
    vectors = encoder.vectors([heard_part(message.text) for message in messages])
    least = settled(left_out(messages, vectors), truth(messages))
    learned = fit(messages, vectors, least)
    save(learned, FOLDER / WEIGHTS)
    told = [
        f"trained {datetime.now(UTC):%Y-%m-%d}, torch {torch.__version__}, 1 thread",
        f"data sha256 {data_hash()}",
        f"encoder sha256 {hashlib.sha256((FOLDER / 'encoder.onnx').read_bytes()).hexdigest()}",
        f"{len(messages)} messages of the train and dev parts, {len(learned.places)} runs",
        f"pull {PULL}, runs in {LEAST_MESSAGES} messages or more, precision aimed at {PRECISION}",
        "named from: "
        + ", ".join(f"{feeling} {value:.2f}" for feeling, value in zip(FEELINGS, least, strict=True)),
    ]
    LOG.write_text("\n".join(told) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(told) + "\n")
    return 0


def truth(messages: Sequence[Message]) -> Array:
    return numpy.array([[feeling in message.feelings for feeling in FEELINGS] for message in messages])


def fit(messages: Sequence[Message], vectors: Array, least: Array) -> Weights:
    stands_in = Counter(run for message in messages for run in runs(heard_part(message.text)))
    known = sorted(run for run, count in stands_in.items() if count >= LEAST_MESSAGES)
    places = {run: at for at, run in enumerate(known)}
    weights, start = _learned(signs(messages, vectors, places), truth(messages))
    return Weights(places, weights, start, least)


def signs(messages: Sequence[Message], vectors: Array, places: dict[str, int]) -> Array:
    return numpy.stack(
        [
            signs_of(vector, named_in(message.text), heard_part(message.text), places)
            for message, vector in zip(messages, vectors, strict=True)
        ]
    )


def left_out(messages: Sequence[Message], vectors: Array) -> Array:
    """For each message what a head says that has not learned from it, nor from its scenario."""
    fold = numpy.array(
        [hashlib.sha256(f"fold/{message.id}".encode()).digest()[0] % FOLDS for message in messages]
    )
    p = numpy.zeros((len(messages), len(FEELINGS)))
    for number in range(FOLDS):
        learning = [at for at in range(len(messages)) if fold[at] != number]
        asked = [at for at in range(len(messages)) if fold[at] == number]
        head = fit([messages[at] for at in learning], vectors[learning], numpy.zeros(len(FEELINGS)))
        p[asked] = head.p(signs([messages[at] for at in asked], vectors[asked], head.places))
    return p


def settled(p: Array, true: Array) -> Array:
    """For each feeling the cut with the best F1 among those with the precision aimed at."""
    return numpy.array([_cut(p[:, at], true[:, at]) for at in range(len(FEELINGS))])


def _cut(p: Array, true: Array) -> float:
    best, cut = 0.0, NEVER
    for at in numpy.arange(0.15, 0.95, 0.01):
        said = p >= at
        right = float((said & true).sum())
        f1 = 2 * right / (said.sum() + true.sum())
        if said.sum() >= LEAST_NAMED and right / said.sum() >= PRECISION and f1 > best:
            best, cut = f1, float(at)
    return cut


def _learned(matrix: Array, true: Array) -> tuple[Array, Array]:
    signs, wanted = torch.tensor(matrix, dtype=torch.float64), torch.tensor(true, dtype=torch.float64)
    weights = torch.zeros(signs.shape[1], len(Feeling), dtype=torch.float64, requires_grad=True)
    start = torch.zeros(len(Feeling), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, start], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            signs @ weights + start, wanted, reduction="none"
        )
        total = loss.mean(0).sum() + (weights**2).sum() / (2 * PULL * len(signs))
        total.backward()
        return total

    optimizer.step(closure)
    return weights.detach().numpy(), start.detach().numpy()


if __name__ == "__main__":
    sys.exit(main())
