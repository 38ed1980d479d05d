"""One print of one indicator, one value: what a table leaves open is read as the other tables read it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from lkjip_normalize.linking import name_key
from lkjip_normalize.numbers import Mark, read_cell
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure

_OPEN = re.compile(r"\D*[1-9]\d{0,2}[.,]\d{3}\D*")
"""A figure whose one mark may group thousands or part three decimals."""
_OF_ONE_INDICATOR = frozenset({Measure.TARGET, Measure.REALISASI, Measure.TARGET_AKHIR})
LEAST_THOUSANDS = 1000

Print = tuple[str, str]


def read_elsewhere(observations: Iterable[Observation]) -> dict[Print, Mark]:
    """What the mark means in prints (indicator, figure) on which all tables agree that read them at all: "5.120" is
    5120 everywhere, or 5.12 everywhere."""
    found: dict[Print, set[Decimal]] = defaultdict(set)
    for o in observations:
        if (print_ := _print(o)) and o.value is not None:
            found[print_].add(o.value)
    return {
        print_: Mark.THOUSANDS if abs(next(iter(values))) >= LEAST_THOUSANDS else Mark.DECIMAL
        for print_, values in found.items()
        if len(values) == 1
    }


def read_alike(observations: Sequence[Observation], marks: Mapping[Print, Mark]) -> list[Observation]:
    """The observations, those left open read as `marks` say."""
    return [_read_as(o, marks.get(print_)) if (print_ := _print(o)) else o for o in observations]


def _print(o: Observation) -> Print | None:
    if o.measure not in _OF_ONE_INDICATOR or not o.subject or not _OPEN.fullmatch(o.raw):
        return None
    return name_key(o.subject), re.sub(r"[^\d.,]", "", o.raw)


def _read_as(o: Observation, mark: Mark | None) -> Observation:
    if o.value is not None or mark is None:
        return o
    reading = read_cell(o.raw, mark)
    return o.model_copy(update={"value": reading.value, "text": reading.text})
