"""How long the companion takes for a sentence, beside its lexicon alone and a net of RoBERTa-base's size."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy  # noqa: E402
import onnxruntime  # noqa: E402

from benchmarks.measure import percentile, table  # noqa: E402
from walkalong.companion.model import FOLDER, NET, Model  # noqa: E402
from walkalong.companion.reader import read  # noqa: E402
from walkalong.companion.scorer import LexiconScorer  # noqa: E402
from walkalong.companion.trained import TrainedScorer  # noqa: E402

TRAIN = ROOT / ".venv-train" / "bin" / "python"
WORDS = (
    "I was thinking of what you said on {} and how your brother left the room without saying a single word."
)
ROUNDS = 40


def milliseconds(act: Callable[[int], object]) -> tuple[float, float]:
    """Median and 95th percentile of CPU time, one thread."""
    act(0)
    took = []
    for number in range(1, ROUNDS + 1):
        began = time.process_time()
        act(number)
        took.append((time.process_time() - began) * 1_000)
    return percentile(took, 0.5), percentile(took, 0.95)


def session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def large(folder: Path) -> list[tuple[str, Path]]:
    """RoBERTa-base's size in both kinds of numbers; needs .venv-train, as only torch can build it."""
    if not TRAIN.is_file():
        return []
    target = folder / "large.onnx"
    subprocess.run([TRAIN, "-m", "benchmarks.companion.roberta", target], check=True, cwd=ROOT)
    return [("its size, eight bits", target), ("its size, 32 bits", target.with_suffix(".plain.onnx"))]


def main() -> None:
    lexicon, trained = LexiconScorer(), TrainedScorer(Model())
    rows = [
        ("lexicon alone", milliseconds(lambda n: read(WORDS.format(n), scorer=lexicon)), 0.0),
        ("companion", milliseconds(lambda n: read(WORDS.format(n), scorer=trained)), size(FOLDER / NET)),
        ("companion, sentence known", milliseconds(lambda n: read(WORDS.format(0), scorer=trained)), 0.0),
    ]
    pieces = len(Model().answer(WORDS.format(1)).places) + 2
    with tempfile.TemporaryDirectory() as folder:
        for name, path in large(Path(folder)):
            net = session(path)
            ids = numpy.random.default_rng(7).integers(1000, 2000, (ROUNDS + 1, 1, pieces))
            mask = numpy.ones((1, pieces), dtype=numpy.float32)
            took = milliseconds(
                lambda n, net=net, ids=ids, mask=mask: net.run(None, {"ids": ids[n], "mask": mask})
            )
            rows.append((f"RoBERTa-base: {name}", took, size(path)))
    ours = rows[1][1][0]
    told = [
        [name, f"{middle:.2f}", f"{slow:.2f}", f"{middle / ours:.1f}", f"{mb:.0f}" if mb else ""]
        for name, (middle, slow), mb in rows
    ]
    print(table([f"a sentence of 20 words ({pieces} pieces)", "ms", "p95", "to ours", "MB"], told))


def size(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    main()
