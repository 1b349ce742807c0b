"""Whole numbers from the environment, each within what makes sense, and refused in one sentence."""

from django.core.exceptions import ImproperlyConfigured
from environs import Env


def whole(env: Env, name: str, default: int, *, least: int, most: int) -> int:
    """The number `name` is set to. Raises ImproperlyConfigured when it is none, or outside its range."""
    given = env.str(name, "").strip()
    if not given:
        return default
    try:
        number = int(given)
    except ValueError:
        number = None
    if number is None or not least <= number <= most:
        raise ImproperlyConfigured(
            f"{name} is set to {given[:40]!r}, and must be a whole number from {least:,} to {most:,}. "
            f"Without it, it is {default:,}."
        )
    return number
