"""`make companion-eval`: measure everything, print it, and write what the quality page is drawn from."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from walkalong.companion.model import FOLDER, SETTLED
from walkalong.companion.quality import RESULT, checks, feelings, own, published, speed
from walkalong.companion.reader import TRAINED
from walkalong.companion.training.corpus import contrast_groups, data_hash, lines_of, read_corpus
from walkalong.companion.training.split import Part, split

ROOT = Path(__file__).resolve().parents[3]
CHECKS = ROOT / "tests" / "companion" / "checklist.tsv"


def main() -> int:
    parser = argparse.ArgumentParser(prog="companion-eval", description=__doc__)
    parser.add_argument(
        "--published", type=Path, help="folder with esconv_dev.csv and annomi_dev.csv, if any"
    )
    parser.add_argument("--result", type=Path, default=RESULT)
    parser.add_argument("--part", choices=[part.value for part in Part], default=Part.TEST.value)
    given = parser.parse_args()
    found = measure(given.published, Part(given.part))
    sys.stdout.write(table(found) + "\n")
    given.result.write_text(
        json.dumps(_rounded(found), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return 0


def measure(folder: Path | None, part: Part) -> dict[str, Any]:
    scenarios = read_corpus()
    parts = split(scenarios)
    trained_on = json.loads((FOLDER / SETTLED).read_text(encoding="utf-8"))["data"] if TRAINED.model else None
    found: dict[str, Any] = {
        "measured": f"{datetime.now(UTC):%Y-%m-%d}",
        "part": part.value,
        "model": TRAINED.model is not None,
        "same_data": trained_on == data_hash(),
        "corpus": {
            "sentences": len(list(lines_of(scenarios))),
            "scenarios": len(scenarios),
            "in_contrasts": sum(map(len, contrast_groups(scenarios))),
            "parts": {each.value: len(list(lines_of(parts[each]))) for each in Part},
        },
        "own": own.figures(own.read_all(list(lines_of(parts[part])))),
        "checks": checks.figures(checks.read_checks(CHECKS)),
        "speed": speed.figures(),
        "feelings": feelings.figures(part),
    }
    if folder and (folder / "esconv_dev.csv").is_file():
        found["esconv"] = published.figures(list(published.esconv(folder / "esconv_dev.csv")))
        found["annomi"] = published.figures(list(published.annomi(folder / "annomi_dev.csv")))
    return found


def table(found: dict[str, Any]) -> str:
    own_, flags = found["own"], found["own"]["flags"]
    checked, fast = found["checks"], found["speed"]
    rows = [
        (f"own {found['part']} scenarios, macro-F1 over 16 labels", own_["macro_f1"], ">= 0.75"),
        ("the same, over against the rest, AUROC", own_["auroc"], ">= 0.96"),
        ("shown flags: precision", flags["precision"], ">= 0.90"),
        ("shown flags: recall", flags["recall"], ">= 0.65"),
        ("shown flags: exactly that label", flags["exact"], ""),
        ("calibration error of `over`", own_["calibration_error"], ""),
    ]
    if "esconv" in found:
        rows += [
            ("ESConv dev, AUROC", found["esconv"]["auroc"], ">= 0.85"),
            ("ESConv dev, macro-F1 at 0.5", found["esconv"]["macro_f1"], ">= 0.76"),
            ("AnnoMI dev, advice, AUROC", found["annomi"]["auroc"], ">= 0.83"),
        ]
    rows += [
        (f"CheckList, {checked['cases']} cases, pass rate", checked["passed"] / checked["cases"], ">= 0.92"),
        ("a 20-word sentence, ms", fast["sentence_ms"], "<= 8"),
        ("5 sentences, one changed, ms", fast["reread_ms"], "<= 10"),
        ("memory added, MB", fast["memory_mb"], "<= 150"),
    ]
    rows += [
        (f"feelings, {name}: {key}", each[key], "")
        for name, each in found["feelings"]["readers"].items()
        for key in ("precision", "recall", "micro_f1", "macro_f1")
    ]
    rows.append(("feelings of a message, ms", found["feelings"]["message_ms"], "<= 50"))
    width = max(len(name) for name, _, _ in rows)
    lines = [f"{name:<{width}}  {value:8.3f}  {target}" for name, value, target in rows]
    if not found["model"]:
        lines.insert(0, "The trained model could not be loaded: these are the lexicon's figures.")
    return "\n".join(lines)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return [_rounded(each) for each in value] if isinstance(value, list) else value


if __name__ == "__main__":
    sys.exit(main())
