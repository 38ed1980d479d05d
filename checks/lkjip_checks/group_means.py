"""Part of AR-09: the mean of a group printed in the row that names the group, above its rows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lkjip_checks.means import exact_mean, wrong_share
from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    printed,
    quoted,
    rounded,
)
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.tolerance import MEAN_SLACK
from lkjip_checks.view import ReportView
from lkjip_normalize.totals import is_mean
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, Severity

LEAST_ROWS = 2
"""A mean of one row tells nothing."""
LEAST_RIGHT = 2
"""So many groups of the table, all but one, print the mean of their rows: then their rows are meant to."""


def group_means(view: ReportView) -> Iterator[Hit]:
    """The one group of a table whose row prints another achievement than the mean of its rows, where all others print
    just that: rows without a realisasi head groups."""
    realised = {(o.table_no, o.row) for o in view.report.observations if o.measure == Measure.REALISASI}
    columns: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure == Measure.CAPAIAN_PCT and o.value is not None:
            columns[o.table_no, o.col].append(o)
    for column in columns.values():
        groups: list[tuple[Observation, list[Observation]]] = []
        for o in column:
            if (o.table_no, o.row) not in realised:
                groups.append((o, []))
            elif groups:
                groups[-1][1].append(o)
        groups = [(g, own) for g, own in groups if len(own) >= LEAST_ROWS and not is_mean(g.subject)]
        if any(doubtful(o) for group, own in groups for o in (group, *own)):
            continue
        wrong = [
            (group, own)
            for group, own in groups
            if abs(value_of(group) - exact_mean(own)) > MEAN_SLACK
            and wrong_share(view, own, value_of(group), MEAN_SLACK) is None
        ]
        if len(wrong) == 1 and len(groups) - 1 >= LEAST_RIGHT:
            yield _hit(*wrong[0])


def _hit(group: Observation, own: Sequence[Observation]) -> Hit:
    right = rounded(exact_mean(own), 2)
    pages = [group.place.page]
    return Hit(
        "AR-09",
        f"{capital(pages_id(pages))}: capaian {quoted(group.subject)} tercetak {printed(group)}, sedangkan rata-rata "
        f"{len(own)} baris di bawahnya {number_id(right)} %, dan kelompok lain mencetak rata-rata barisnya.",
        f"{capital(pages_en(pages))}: the achievement of {quoted(group.subject)} is printed {printed(group)}, but the "
        f"mean of the {len(own)} rows below is {number_en(right)} %, and the other groups print the mean of theirs.",
        (Figure.of(group), *map(Figure.of, own)),
        frozenset({f"AR-09:{group.table_no}:{group.row}:{group.col}"}),
        expected=number_id(right),
        severity=Severity.MEDIUM,
    )
