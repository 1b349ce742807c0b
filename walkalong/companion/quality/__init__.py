"""How good the companion is: measured by `make companion-eval`, told on the quality page."""

from pathlib import Path

# What the last measuring found; it travels with the release.
RESULT = Path(__file__).resolve().parent / "quality.json"
# What more sentences bring, from training/curve.py.
CURVE = Path(__file__).resolve().parent / "curve.json"
