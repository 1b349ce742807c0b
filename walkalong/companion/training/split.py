"""Which scenarios a model learns from, which choose among models, and which only ever measure."""

import hashlib
from enum import StrEnum

from walkalong.companion.training.corpus import Scenario

SEED = "walkalong companion 1"
SHARE = {"test": 0.15, "dev": 0.15}


class Part(StrEnum):
    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


def part_of(scenario_id: str) -> Part:
    """Decided by the id alone, so that a new scenario never moves an old one to another part."""
    drawn = int.from_bytes(hashlib.sha256(f"{SEED}/{scenario_id}".encode()).digest()[:8], "big") / 2**64
    if drawn < SHARE["test"]:
        return Part.TEST
    return Part.DEV if drawn < SHARE["test"] + SHARE["dev"] else Part.TRAIN


def split(scenarios: list[Scenario]) -> dict[Part, list[Scenario]]:
    parts: dict[Part, list[Scenario]] = {part: [] for part in Part}
    for scenario in scenarios:
        parts[part_of(scenario.id)].append(scenario)
    return parts
