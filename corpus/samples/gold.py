"""Gold figures of a sample report, written down by the cells themselves while they are drawn.

A figure's page is the page its cell landed on, so the gold file cannot disagree with the layout. Columns and
conventions are those of the hand-read gold files (contract, "Conventions of the gold files").
"""

import csv
import io
from dataclasses import astuple, dataclass, field, fields


@dataclass(frozen=True)
class GoldFact:
    """One printed figure; ``value`` is its canonical decimal, ``raw`` the cell as printed."""

    kind: str
    table_no: int
    subject: str
    parent: str
    measure: str
    period: str
    value: str
    text: str
    unit: str
    raw: str


@dataclass
class Ledger:
    """What one run of the layout found out: figures with their pages, and the page of each heading."""

    figures: list[tuple[int, GoldFact]] = field(default_factory=list)
    headings: dict[str, int] = field(default_factory=dict)

    def to_csv(self) -> str:
        """The gold file: tables in order, inside a table the order of drawing (row by row)."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["page", *(column.name for column in fields(GoldFact))])
        for page, fact in sorted(self.figures, key=lambda item: item[1].table_no):
            writer.writerow([page, *astuple(fact)])
        return out.getvalue()


def rupiah_value(raw: str) -> str:
    """``6.142.999.541,00`` (point groups, comma decimals) as ``6142999541.00``."""
    return raw.replace(".", "").replace(",", ".")


def score_value(raw: str) -> str:
    """The decimal of a score or percentage: ``87,02``, ``128.76%``, ``80 Skor``, ``Sangat Baik (70.00)``."""
    number = raw.rpartition("(")[2].rstrip("%)").split(" ")[0]
    return number.replace(",", ".")
