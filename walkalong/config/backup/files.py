"""The files of a backup, and that they are what they were."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from walkalong.config.backup.problem import BackupProblem

MANIFEST = "MANIFEST.json"


def write_private(path: Path, text: str) -> None:
    """Write `text` for its owner's eyes, whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path, facts: dict[str, Any]) -> None:
    files = {
        str(path.relative_to(folder)): digest(path) for path in sorted(folder.rglob("*")) if path.is_file()
    }
    write_private(folder / MANIFEST, json.dumps({**facts, "files": files}, indent=1))


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a backup whose files are all there and unchanged; raises BackupProblem otherwise."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
    except FileNotFoundError:
        raise BackupProblem(
            f"{folder} is not a finished backup: it has no {MANIFEST}. Name the dated folder itself."
        ) from None
    except (OSError, ValueError) as error:
        raise BackupProblem(f"{folder / MANIFEST} cannot be read. Take another backup.") from error
    for name, expected in manifest["files"].items():
        path = folder / name
        if not path.is_file():
            raise BackupProblem(f"{name} is missing from the backup. Take another one.")
        if digest(path) != expected:
            raise BackupProblem(f"{name} is not what it was when the backup was made. Take another one.")
    return manifest
