"""The units of one regency side by side for a year: achievement of indicators, budgets, findings."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from lkjip.documents.paper import Paper, Section
from lkjip_corpus.store import Store

Row = dict[str, Any]
FEWEST_UNITS = 2
"""Indicators of a single unit compare nothing and are left out of the table side by side."""


def comparison(store: Store, kabkota: str, year: int) -> Paper:
    """The paper for the units of `kabkota` with a report on `year`; a conflict is shown as such, never as a number."""
    indicators = [
        r
        for r in store.view("unit_indicator_years")
        if r["kabkota"] == kabkota and r["year"] == year == r["report_year"]
    ]
    units = sorted(
        {r["instansi"] for r in indicators} | {u["instansi"] for u in _ranking(store, kabkota, year)}
    )
    cells: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    for r in indicators:
        names.setdefault(r["name_key"], r["name"])
        value = r["capaian_pct"]
        if value is None and r["capaian_pct_printed"]:
            value = f"berbeda: {r['capaian_pct_printed']}"
        if value:
            cells[(r["name_key"], r["instansi"])] = (
                str(value).replace(".", ",") if r["capaian_pct"] else value
            )
    shared = [k for k in names if sum((k, u) in cells for u in units) >= FEWEST_UNITS]
    return Paper(
        f"perbandingan-{kabkota}-{year}".lower().replace(" ", "-"),
        f"Perbandingan laporan kinerja {kabkota} tahun {year}",
        (f"{len(units)} instansi",),
        (_overview(store, kabkota, year), _side_by_side(cells, names, shared, units)),
        "Angka seperti tercetak dalam laporan masing-masing; yang tempatnya berbeda-beda tidak dihitung.",
    )


def _side_by_side(
    cells: dict[tuple[str, str], str], names: dict[str, str], shared: Sequence[str], units: Sequence[str]
) -> Section:
    """Indicators by units, or units by indicators, whichever gives the narrower table."""
    title = "Capaian indikator yang sama, persen"
    note = "Kosong: tidak tercetak. Hanya indikator yang dicetak dua instansi atau lebih."
    order = sorted(shared, key=lambda k: names[k])
    printing = [u for u in units if any((k, u) in cells for k in order)]
    if not order:
        return Section(title, ("Indikator",), (100,), (("Tidak ada indikator yang sama.",),), note)
    if len(order) < len(printing):
        heads = ("Instansi", *(names[k] for k in order))
        rows = tuple((u, *(cells.get((k, u), "") for k in order)) for u in printing)
    else:
        heads = ("Indikator", *printing)
        rows = tuple((names[k], *(cells.get((k, u), "") for u in printing)) for k in order)
    return Section(title, heads, (30, *([70 // (len(heads) - 1)] * (len(heads) - 1))), rows, note)


def _ranking(store: Store, kabkota: str, year: int) -> list[Row]:
    return [r for r in store.view("unit_ranking") if r["kabkota"] == kabkota and r["year"] == year]


def _overview(store: Store, kabkota: str, year: int) -> Section:
    reports = [
        r
        for r in store.view("current_reports")
        if r["kabkota"] == kabkota and r["year"] == year and r["kind"] == "LKjIP"
    ]
    ranking = {r["instansi"]: r for r in _ranking(store, kabkota, year)}
    money: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for p in store.view("unit_program_years"):
        if p["kabkota"] == kabkota and p["year"] == year and p["realisasi_rp"] and p["pagu_rp"]:
            money[p["instansi"]][0] += Decimal(p["pagu_rp"])
            money[p["instansi"]][1] += Decimal(p["realisasi_rp"])
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for f in store.view("unit_findings"):
        found[f["report_id"]][f["severity"]] += f["findings"]
    rows = []
    for r in sorted(reports, key=lambda r: (ranking.get(r["instansi"], {}).get("rank", 999), r["instansi"])):
        own = ranking.get(r["instansi"])
        budget, spent = money.get(r["instansi"], [Decimal(0), Decimal(0)])
        counts = found[r["report_id"]]
        rows.append(
            (
                str(own["rank"]) if own else "-",
                r["instansi"],
                f"{own['mean_capaian_pct']:.2f}".replace(".", ",") if own else "-",
                str(own["indicators"]) if own else "0",
                _rupiah(budget),
                _rupiah(spent),
                f"{spent * 100 / budget:.2f}".replace(".", ",") if budget else "-",
                str(counts["high"]),
                str(counts["medium"]),
                str(counts["low"]),
            )
        )
    return Section(
        "Ikhtisar",
        (
            "Peringkat", "Instansi", "Rata-rata capaian (%)", "Indikator", "Pagu program (Rp)", "Realisasi (Rp)",
            "Serapan (%)", "Temuan berat", "Sedang", "Ringan",
        ),
        (8, 24, 10, 8, 13, 13, 7, 6, 6, 5),
        tuple(rows),
        "Rata-rata capaian dibatasi 100 per indikator. Pagu dan realisasi: program yang keduanya tercetak tanpa "
        "pertentangan.",
    )  # fmt: skip


def _rupiah(value: Decimal) -> str:
    return f"{value:,.0f}".replace(",", ".") if value else "-"
