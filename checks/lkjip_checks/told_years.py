"""Part of CY-05: sentences that give an amount of the year reported on to an earlier year.

An amount printed to the rupiah is that of one thing; where the tables print it for the year of the report alone, a
sentence that names another year was copied from an older report.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted, shown
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import RUPIAH_MEASURES, SubjectLevel

ROUND = 100_000
"""Multiples of this may be budgets of several years."""

_AMOUNT = re.compile(r"\bRp\.?\s*(\d{1,3}(?:\.\d{3}){2,})(?:,\d\d|,-)?(?!\d|\.\d)", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:anggaran|pagu|dana|alokasi|belanja|realisasi|sisa|penyerapan)\b[^.;]*\btahun (?:anggaran )?((?:19|20)\d\d)\b"
    r"(?!\s*[-–/])[^.;]{0,80}$",
    re.IGNORECASE,
)
_YEAR_BEFORE_ALL = re.compile(
    r"^\W*(?:pada|untuk|dalam)\s+tahun (?:anggaran )?((?:19|20)\d\d)\b[^.;]{0,80}$", re.IGNORECASE
)
_YEAR_BEHIND = re.compile(
    r"^[^\w.;]*(?:(?:pada|untuk|dalam|di)\s+)?tahun (?:anggaran )?((?:19|20)\d\d)\b(?!\s*[-–/])",
    re.IGNORECASE,
)
"""An amount and its year: "Realisasi anggaran tahun 2022 sebesar Rp…", "Pada tahun 2022 … Rp…", "Rp… pada tahun
2022"."""
_COMPARES = re.compile(
    r"sebelum|lalu|banding|dari tahun|sejak|sampai|s\.?d\b|hingga|nomor|peraturan|naik|turun|meningkat|lanjutan|silpa|"
    r"tunggakan|hutang|utang|\bd[ip]?pa\b|\bperda\b|\bperbup\b|\bperwal\w*|\bsk\b|keputusan|ditetapkan|"
    r"ditandatangani|penghargaan|\bdau\b|"
    r"dana (?:kelurahan|desa|alokasi)|bantuan keuangan|rpjm|renstra|rencana|dibayar|digeser|januari|desember",
    re.IGNORECASE,
)
"""Words of sentences that may rightly speak of two years."""


def amounts_of_the_year(view: ReportView) -> Iterator[Hit]:
    """Sentences that name one earlier year and an amount that tables print for the year of the report alone."""
    printed, rests = _amounts(view), _rests(view)
    for told in view.report.prose.sentences:
        years = set(years_in(told.text))
        if told.place.confidence < SURE or len(years) != 1 or _COMPARES.search(told.text):
            continue
        year = years.pop()
        if not year or year >= view.year or year < view.year - 5:
            continue
        for match in _AMOUNT.finditer(told.text):
            value = Decimal(match.group(1).replace(".", ""))
            own = printed.get(value) or rests.get(value, [])
            of_the_year = own and value % ROUND and all(o.period == str(view.year) for o in own)
            if of_the_year and _given_to(told.text, match, year):
                yield _hit(told, match.group(), own, year, view.year, left=value not in printed)
                break


def _given_to(text: str, amount: re.Match[str], year: int) -> bool:
    """Whether the sentence gives the amount to the year."""
    before, behind = text[: amount.start()], text[amount.end() :]
    before = re.sub(r"\bRp\.", "Rp", before)
    found = _YEAR_BEFORE.search(before) or _YEAR_BEFORE_ALL.search(before) or _YEAR_BEHIND.search(behind)
    return found is not None and int(found.group(1)) == year


def _amounts(view: ReportView) -> dict[Decimal, list[Observation]]:
    """The sure rupiah of all tables by value."""
    found: dict[Decimal, list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure in RUPIAH_MEASURES and o.value and not doubtful(o):
            found[o.value].append(o)
    return found


def _rests(view: ReportView) -> dict[Decimal, list[Observation]]:
    """What the totals of the year leave of their budget, with both figures."""
    return {
        value_of(pagu) - value_of(spent): [pagu, spent]
        for row in view.money
        if row.level is SubjectLevel.TOTAL and row.pagu and row.realisasi and row.period == str(view.year)
        for pagu, spent in [(row.pagu[-1], row.realisasi[-1])]
        if pagu.value and spent.value and not doubtful(pagu) and not doubtful(spent)
    }


def _hit(
    told: ToldSentence, amount: str, own: list[Observation], year: int, report_year: int, *, left: bool
) -> Hit:
    page = [told.place.page]
    tables = sorted({o.place.page for o in own})
    what_id, what_en = ("sisa dari angka", "what is left of the figures") if left else ("angka", "the figure")
    text = shown(told.text)
    return Hit(
        "CY-05",
        f"{capital(pages_id(page))}: {quoted(text)} menyebut tahun {year}, padahal {amount} adalah {what_id} tahun "
        f"{report_year} dalam tabel ({pages_id(tables)}).",
        f"{capital(pages_en(page))}: {quoted(text)} names the year {year}, but {amount} is {what_en} of {report_year} "
        f"in the tables ({pages_en(tables)}).",
        (Figure.at(told.place, text, "kalimat"), *map(Figure.of, own)),
        frozenset({f"CY-05:{told.place.page}:{amount}"}),
        copy_key=(amount, str(year)),
        expected=str(report_year),
    )
