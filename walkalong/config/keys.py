"""Secrets the product makes for itself when the environment gives none."""

import os
import secrets
from pathlib import Path

_only_looking = False
_unwritten: tuple[Path, str] | None = None


def only_look() -> None:
    """From now on this process writes no secret of itself: it may stand in a folder that is not ours."""
    global _only_looking
    _only_looking = True


def local_secret(path: Path) -> str:
    """Read the secret in `path`; on the first start make it, readable by its owner alone."""
    global _unwritten
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        secret = secrets.token_urlsafe(48)
    if _only_looking:
        _unwritten = (path, secret)
        return secret
    return _write(path, secret)


def is_unwritten() -> bool:
    """Whether no secret was found, and the one in use is known to this process alone."""
    return _unwritten is not None


def keep() -> None:
    """Write the secret that looking left unwritten: what is signed by it from now on has to last."""
    global _unwritten
    if _unwritten is not None:
        _write(*_unwritten)
        _unwritten = None


def _write(path: Path, secret: str) -> str:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)  # fails if another process was first: then its secret counts
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
    return path.read_text().strip()
