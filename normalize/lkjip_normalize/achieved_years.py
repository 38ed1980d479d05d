"""Columns "Capaian 2021 | Capaian 2022 | Capaian 2023" that hold what was achieved, not percentages of the target.

The heading does not say which; what other tables print as the realisasi of the same indicators and years does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from lkjip_normalize.linking import name_key
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure

LEAST_YEARS = 2


def tables_of_realised(observations: Iterable[Observation]) -> frozenset[int]:
    """The numbers of tables that print achievements of several years and nothing else, of which those that other
    tables know are the realisasi there, and none is the achievement there."""
    known: dict[Measure, dict[tuple[str, str], set[object]]] = defaultdict(lambda: defaultdict(set))
    by_table: dict[int, list[Observation]] = defaultdict(list)
    for o in observations:
        by_table[o.table_no].append(o)
    candidates = {t for t, own in by_table.items() if _achievements_of_years(own)}
    for t, own in by_table.items():
        for o in own if t not in candidates else ():
            if o.measure in (Measure.REALISASI, Measure.CAPAIAN_PCT) and o.value is not None:
                known[Measure(o.measure)][name_key(o.subject), o.period].add(o.value)
    return frozenset(t for t in candidates if _are_realised(by_table[t], known))


def _achievements_of_years(own: Sequence[Observation]) -> bool:
    return {o.measure for o in own} == {Measure.CAPAIAN_PCT} and len({o.period for o in own}) >= LEAST_YEARS


def _are_realised(
    own: Sequence[Observation], known: dict[Measure, dict[tuple[str, str], set[object]]]
) -> bool:
    told = 0
    for o in own:
        place = name_key(o.subject), o.period
        realised, shares = known[Measure.REALISASI].get(place), known[Measure.CAPAIAN_PCT].get(place)
        if shares and o.value in shares:
            return False
        if realised:
            if o.value not in realised:
                return False
            told += 1
    return told > 0
