"""Means of achievements: the exact one, others that reports print, and the wrong achievement that explains one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.rows import value_of
from lkjip_checks.tolerance import inverse_ratio, mean_of
from lkjip_checks.view import ReportView
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure


def exact_mean(own: Iterable[Observation]) -> Decimal:
    """The mean of figures, at least one, all of which have a value."""
    return mean_of([value_of(o) for o in own])


def other_means(own: Sequence[Observation], caps: Iterable[Decimal]) -> Iterator[Decimal]:
    """Means that reports print as well: of figures capped at one of the `caps`, and of the means of the sasaran."""
    for cap in caps:
        yield mean_of([min(value_of(o), cap) for o in own])
    groups: dict[str, list[Observation]] = defaultdict(list)
    for o in own:
        groups[o.parent].append(o)
    yield mean_of([exact_mean(group) for group in groups.values()])


def exact_shares(view: ReportView, share: Observation) -> tuple[Decimal, ...]:
    """An achievement as the one target and the one realisasi of its row bear it, realisasi divided by target and the
    form for less that is better; nothing where they do not."""
    row = view.performance_by_row.get((share.table_no, share.row))
    targets = row.figures(Measure.TARGET, share.period) if row else ()
    realised = row.figures(Measure.REALISASI, share.period) if row else ()
    if len(targets) != 1 or len(realised) != 1 or not targets[0].value or realised[0].value is None:
        return ()
    target, reached = value_of(targets[0]), value_of(realised[0])
    return reached / target * 100, inverse_ratio(reached, target)


def wrong_share(
    view: ReportView, above: Sequence[Observation], told: Decimal, slack: Decimal
) -> tuple[Observation, Decimal] | None:
    """The one achievement whose right value, realisasi divided by target, makes a printed mean right."""
    values = [value_of(o) for o in above]
    for i, o in enumerate(above):
        for right in exact_shares(view, o):
            exact = mean_of((*values[:i], right, *values[i + 1 :]))
            if abs(told - exact) <= slack < abs(right - values[i]):
                return o, right
    return None
