"""Charts as SVG: bars for a ranking, lines for a trend. Text stays text, black on white prints well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

WIDTH = 720
ROW = 24
LABEL = 280
FONT = 'font-family="Arial, sans-serif" font-size="12"'
LINES = (("#1f4e78", ""), ("#9c5700", "6 3"), ("#375623", "2 3"), ("#7030a0", "8 3 2 3"), ("#444444", "1 4"))
"""Colour and dashes of each line: they can be told apart in black and white."""
MOST_LINES = len(LINES)
FULL = 100.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, its length, and the words at its end."""

    label: str
    value: float
    told: str


def bars(title: str, rows: Sequence[Bar], *, full: float = FULL) -> str:
    """Bars below each other; `full` is marked with a line (100 % of the target)."""
    top = 40
    height = top + ROW * max(len(rows), 1) + 16
    longest = max([full, *(r.value for r in rows)], default=full) or 1
    reach = WIDTH - LABEL - 90
    parts = [_open(title, height)]
    mark = LABEL + reach * full / longest
    parts.append(
        f'<line x1="{mark:.1f}" y1="{top - 6}" x2="{mark:.1f}" y2="{height - 10}" stroke="#777" stroke-dasharray="3 3"/>'
    )
    for n, row in enumerate(rows):
        y = top + n * ROW
        length = max(reach * row.value / longest, 0)
        parts.append(
            f'<text x="{LABEL - 8}" y="{y + 14}" text-anchor="end" {FONT}>{escape(_short(row.label, 38))}</text>'
        )
        parts.append(
            f'<rect x="{LABEL}" y="{y + 2}" width="{length:.1f}" height="{ROW - 8}" fill="#2e75b6"/>'
        )
        parts.append(f'<text x="{LABEL + length + 6:.1f}" y="{y + 14}" {FONT}>{escape(row.told)}</text>')
    return "".join([*parts, "</svg>"])


def trend(title: str, lines: Mapping[str, Mapping[int, float]]) -> str:
    """Lines over years; the first `MOST_LINES` are drawn. Years without a value leave a gap in the points."""
    shown = dict(list(lines.items())[:MOST_LINES])
    years = sorted({y for points in shown.values() for y in points})
    values = [v for points in shown.values() for v in points.values()]
    left, top, bottom, right = 60, 44, 210, WIDTH - 30
    height = bottom + 40 + 20 * len(shown)
    parts = [_open(title, height)]
    if not years:
        return "".join([*parts, "</svg>"])
    low, high = min([0.0, *values]), max(values) or 1.0
    high = high if high > low else low + 1

    def x(year: int) -> float:
        return left + (right - left) * (
            (year - years[0]) / max(years[-1] - years[0], 1) if len(years) > 1 else 0.5
        )

    def y(value: float) -> float:
        return bottom - (bottom - top) * (value - low) / (high - low)

    step = _step(high - low)
    high = low + step * -(-(high - low) // step)
    for value in (low + step * n for n in range(round((high - low) / step) + 1)):
        parts.append(
            f'<line x1="{left}" y1="{y(value):.1f}" x2="{right}" y2="{y(value):.1f}" stroke="#ddd"/>'
        )
        parts.append(
            f'<text x="{left - 6}" y="{y(value) + 4:.1f}" text-anchor="end" {FONT}>{_number(value)}</text>'
        )
    for year in years:
        parts.append(f'<text x="{x(year):.1f}" y="{bottom + 18}" text-anchor="middle" {FONT}>{year}</text>')
    for n, (name, points) in enumerate(shown.items()):
        colour, dashes = LINES[n]
        path = " ".join(f"{x(year):.1f},{y(points[year]):.1f}" for year in sorted(points))
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
        )
        parts += [
            f'<circle cx="{x(year):.1f}" cy="{y(v):.1f}" r="3" fill="{colour}"/>'
            for year, v in points.items()
        ]
        at = bottom + 40 + 20 * n
        parts.append(
            f'<line x1="{left}" y1="{at - 4}" x2="{left + 34}" y2="{at - 4}" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
        )
        told = ", ".join(f"{year}: {_number(points[year])}" for year in sorted(points))
        parts.append(f'<text x="{left + 42}" y="{at}" {FONT}>{escape(_short(f"{name} ({told})", 96))}</text>')
    return "".join([*parts, "</svg>"])


def _open(title: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">'
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="10" y="20" font-family="Arial, sans-serif" font-size="14" font-weight="bold">{escape(_short(title, 90))}</text>'
    )


def _step(reach: float) -> float:
    """A round step that parts a scale into about five: 1, 2 or 5 times a power of ten."""
    rough = 10.0 ** floor(log10(reach / 5)) if reach > 0 else 1.0
    return next(rough * n for n in (1, 2, 5, 10) if rough * n * 5 >= reach)


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1] + "…"


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", "\0").replace(".", ",").replace("\0", ".")
