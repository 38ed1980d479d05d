"""A database read without the people in it: no names, no NIP (personal data, UU 27/2022 Pasal 4).

Officials are left out whole. In every text of every other table the names that the report's signatures and agreements
give, and whatever has the form of a NIP, are replaced.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lkjip_corpus.loading import TABLE_ID_HEX, Row
from lkjip_corpus.schema import SPECS
from lkjip_corpus.store import Store
from lkjip_schemas.fields import FieldType

NAME, NUMBER = "[nama]", "[NIP]"
LEFT_OUT = frozenset({"officials"})
EMPTIED = {("agreements", "parties")}
NOT_NAMES = frozenset({"file", "report_id", "table_id"})
"""Columns that identify, and hold no names of people."""
LEAST_LETTERS = 4
"""Shorter parts of names are words like others."""
_NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)")
_DEGREES = re.compile(
    r",.*$|\b(?:drs?|dra|ir|h|hj|prof|kh|st|sh|se|si|sos|mm|msi|mt|mpd|spd|map)\b\.?", re.IGNORECASE
)


class WithoutPeople(Store):
    """A `Store` for reading whose rows name nobody."""

    def _rows(
        self,
        table: str,
        where: Mapping[str, Any] | None = None,
        *,
        order_by: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Row]:
        if table in LEFT_OUT:
            return
        texts = [
            f.name
            for f in SPECS[table].fields
            if f.type in (FieldType.TEXT, FieldType.JSON) and f.name not in NOT_NAMES
        ]
        for row in super()._rows(table, where, order_by=order_by, limit=limit):
            names = self._names(row)
            for column in texts:
                if row[column]:
                    row[column] = "" if (table, column) in EMPTIED else self._masked(row[column], names)
            yield row

    def count(self, table: str, report_id: str | None = None) -> int:
        """Number of rows; none of officials."""
        return 0 if table in LEFT_OUT else super().count(table, report_id)

    def _names(self, row: Row) -> re.Pattern[str] | None:
        """A pattern of the names in the row's report."""
        of = str(row.get("report_id") or row.get("table_id") or "")[:TABLE_ID_HEX]
        known: dict[str, re.Pattern[str] | None] = self.__dict__.setdefault("_patterns", {})
        if of not in known:
            given = [str(r["name"]) for r in super()._rows("officials", {"substr(report_id, 1, 16) = ?": of})]
            for agreement in super()._rows("agreements", {"substr(report_id, 1, 16) = ?": of}):
                given += str(agreement["parties"] or "").split(";")
            known[of] = _pattern(given)
        return known[of]

    @staticmethod
    def _masked(text: str, names: re.Pattern[str] | None) -> str:
        bare = _NIP.sub(NUMBER, text)
        return names.sub(NAME, bare) if names is not None else bare


def _pattern(names: list[str]) -> re.Pattern[str] | None:
    """Matches the names however their words are spaced and written, degrees included where they follow."""
    forms: set[str] = set()
    for name in names:
        words = re.findall(r"[^\W\d_]+", _DEGREES.sub(" ", name))
        if sum(len(w) for w in words) >= LEAST_LETTERS:
            forms.add(r"\W*".join(re.escape(w) for w in words))
    if not forms:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
