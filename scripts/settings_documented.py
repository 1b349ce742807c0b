"""Fails when settings.py reads a variable that docs/settings.md does not explain, or the page explains one
that nothing reads."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
read = set(
    re.findall(
        r'(?:env\.\w+\(|whole\(\s*env,)\s*"([A-Z][A-Z0-9_]*)"',
        (ROOT / "walkalong/config/settings.py").read_text(),
    )
)
explained = set(
    re.findall(r"^\| `([A-Z][A-Z0-9_]*)` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)
)
for name in sorted(read - explained):
    sys.stderr.write(f"docs/settings.md does not explain {name}\n")
for name in sorted(explained - read):
    sys.stderr.write(f"docs/settings.md explains {name}, which nothing reads\n")
sys.exit(bool(read ^ explained))
