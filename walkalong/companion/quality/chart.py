"""The calibration plot as a small SVG. Colours come from the page around it, so it reads in both themes."""

from collections.abc import Mapping, Sequence
from html import escape

SIDE, EDGE = 320, 40
Point = Mapping[str, float]


def calibration_svg(bins: Sequence[Point], *, title: str, given: str, found: str, colour: str = "") -> str:
    """Points on the line are well calibrated; the size of a point says how many sentences it stands for."""
    title, given, found = escape(title), escape(given), escape(found)
    ink = f'color="{escape(colour)}" ' if colour else ""
    most = max((each["count"] for each in bins), default=1)
    points = "".join(
        f'<circle cx="{_x(each["given"]):.1f}" cy="{_y(each["found"]):.1f}" '
        f'r="{3 + 7 * (each["count"] / most) ** 0.5:.1f}" fill="currentColor" fill-opacity="0.7"/>'
        for each in bins
    )
    ticks = "".join(_ticks(at / 4) for at in range(5))
    whole = SIDE + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}" '
        f'height="{whole}" role="img" aria-label="{title}" {ink}font-family="sans-serif" '
        f'font-size="12">'
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="currentColor" '
        f'stroke-opacity="0.4"/>'
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="currentColor" '
        f'stroke-opacity="0.5" stroke-dasharray="4 4"/>'
        f"{ticks}{points}"
        f'<text x="{EDGE + SIDE / 2}" y="{whole - 4}" text-anchor="middle" fill="currentColor">{given}</text>'
        f'<text x="{EDGE}" y="{EDGE - 12}" fill="currentColor">{found}</text></svg>'
    )


def _ticks(value: float) -> str:
    below, beside = EDGE + SIDE + 16, EDGE - 6
    return (
        f'<text x="{_x(value)}" y="{below}" text-anchor="middle" fill="currentColor">{value:g}</text>'
        f'<text x="{beside}" y="{_y(value) + 4}" text-anchor="end" fill="currentColor">{value:g}</text>'
    )


def _x(value: float) -> float:
    return EDGE + SIDE * value


def _y(value: float) -> float:
    return EDGE + SIDE * (1 - value)
