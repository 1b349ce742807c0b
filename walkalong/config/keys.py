"""Secrets the product makes for itself when the environment gives none."""

import os
import secrets
from pathlib import Path


def local_secret(path: Path) -> str:
    """Read the secret in `path`; on the first start make it, readable by its owner alone."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)  # fails if another process was first: then its secret counts
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
    return path.read_text().strip()
