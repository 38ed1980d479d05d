"""When is a printed figure right? The tolerance comes from the precision that is printed.

A printed percentage with `d` decimals is right if some exact value that the printed operands allow
lies less than one unit of the last place away: rounded, cut off or rounded up. Both occur in
real reports (domain notes, sections 3 and 5, false alarms FA01 and FA04). Rupiah are exact.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_schemas.records import Observation

HALF = Decimal("0.5")
ONE = Decimal(1)
HUNDRED = Decimal(100)
SMALL_DEVIATION = Decimal("0.5")
"""Percentage points up to which a wrong percentage is a slip of rounding (domain notes, AR-01)."""

SAME_VALUE = Decimal("0.005")
"""Two printed performance figures closer than this are the same (domain notes, CT-01)."""

KNOWN_CAPS = (Decimal(100), Decimal(120), Decimal(150))
"""Caps of achievement met in e-SAKIP applications (domain notes, section 3)."""

MEAN_SLACK = Decimal("0.011")
"""A mean may be that of rounded figures."""

SHIFT_POWERS = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
"""Powers of ten by which a misread decimal or thousands mark moves a figure."""


def unit_of(decimals: int) -> Decimal:
    """One unit of the last printed place: 0.01 for two decimals."""
    return Decimal(1).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    """Digits behind the decimal mark of a figure as it was printed."""
    return max(-int(value.as_tuple().exponent), 0)


def mean_of(values: Sequence[Decimal]) -> Decimal:
    """The plain mean of some figures, at least one."""
    return sum(values, Decimal(0)) / len(values)


@dataclass(frozen=True, slots=True)
class Interval:
    """The exact values that a printed figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    @staticmethod
    def exact(value: Decimal) -> "Interval":
        """No doubt about the value."""
        return Interval(value, value)

    @staticmethod
    def rounded(value: Decimal, decimals: int) -> "Interval":
        """What a figure printed with so many decimals may stand for: half a unit of its last place more or less, but a
        whole number is exact."""
        slack = unit_of(decimals) * HALF if decimals else Decimal(0)
        return Interval(value - slack, value + slack)

    @staticmethod
    def of(observation: Observation, *, money: bool = False) -> "Interval":
        """What the printed figure may stand for.

        Whole numbers and money are taken as exact; other figures with decimals may have been
        rounded by half a unit of their last place. The observation must have a value.
        """
        value = observation.value
        if value is None:
            raise ValueError("a figure without value has no interval")
        return Interval.rounded(value, 0 if money else observation.decimals)


def percentage(part: Interval, whole: Interval) -> Interval | None:
    """`part / whole * 100`; None when `whole` may be 0."""
    if whole.low <= 0 <= whole.high:
        return None
    corners = [p / w * HUNDRED for p in (part.low, part.high) for w in (whole.low, whole.high)]
    return Interval(min(corners), max(corners))


def inverse_percentage(realised: Interval, target: Interval) -> Interval | None:
    """`(2 * target - realised) / target * 100`, for indicators where lower is better (section 3)."""
    ratio = percentage(realised, target)
    return None if ratio is None else Interval(2 * HUNDRED - ratio.high, 2 * HUNDRED - ratio.low)


def inverse_ratio(realised: Decimal, target: Decimal) -> Decimal:
    """`(2 * target - realised) / target * 100` of two figures taken as exact; the target is not 0."""
    return (2 * target - realised) / target * HUNDRED


def fits(figure: Decimal, decimals: int, exact: Interval) -> bool:
    """Whether `figure`, printed with `decimals`, is one of the exact values rounded, cut off or rounded up."""
    unit = unit_of(decimals)
    return exact.low < figure + unit and exact.high > figure - unit


def deviation(figure: Decimal, exact: Interval) -> Decimal:
    """How far the figure lies outside the exact values, in its own unit; 0 inside."""
    return max(exact.low - figure, figure - exact.high, Decimal(0))


def same(a: Decimal, b: Decimal) -> bool:
    """Whether two printed performance figures say the same (70 and 70.00)."""
    return abs(a - b) <= SAME_VALUE


def distinct(values: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """The different values, in ascending order; values that say the same count once."""
    found: list[Decimal] = []
    for value in sorted(values):
        if not found or not same(found[-1], value):
            found.append(value)
    return tuple(found)


def decimal_shift(figure: Decimal, decimals: int, exact: Interval) -> bool:
    """Whether the figure would be right if the exact value were 10, 100, 1000 times as large or small.

    That is how a misread decimal mark or thousands mark looks, not how people miscalculate.
    """
    if figure < 0 and exact.high < 0:
        figure, exact = -figure, Interval(-exact.high, -exact.low)
    if figure <= 0 or exact.low <= 0:
        return False
    factors = (Decimal(10) ** power for power in SHIFT_POWERS)
    return any(fits(figure, decimals, Interval(exact.low * f, exact.high * f)) for f in factors)


def money_slack(parts: Sequence[Observation], *, thousands: bool = False) -> Decimal:
    """How far a sum of printed rupiah may miss its printed total.

    0 for whole rupiah. Figures printed with decimals allow half a unit of the last place for every
    figure (with `,00` that stays under one rupiah for any table that fits on paper), and one rupiah where others
    are printed without (domain notes, AR-04); whole figures in thousands or millions (`thousands`) allow half of one
    each.
    """
    decimals = [p.decimals for p in parts if p.value is not None]
    if not decimals:
        return Decimal(0)
    if max(decimals) == 0:
        return HALF * len(decimals) if thousands else Decimal(0)
    fractions = any(p.value is not None and p.value % 1 for p in parts)
    rounded = ONE if min(decimals) == 0 else Decimal(0)  # sums of sen printed in whole rupiah
    return max(unit_of(max(decimals)) * HALF * len(decimals), rounded) if fractions else Decimal(0)


LARGER_UNITS = (Decimal(1_000), Decimal(1_000_000))
"""Rupiah in thousands and in millions."""


def in_larger_units(one: Decimal, other: Decimal) -> bool:
    """Whether an amount is the other one in thousands or millions of rupiah, rounded as it is printed."""
    small, large = sorted((one, other))
    return any(
        abs(small * unit - large) <= HALF * unit_of(decimals_of(small)) * unit
        for unit in LARGER_UNITS
        if small > 0 and large >= unit
    )
