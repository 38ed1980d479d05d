"""The charts of units and regencies, for the review application and as SVG files (`lkjip export --format charts`)."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lkjip.review.charts import MOST_LINES, Bar, bars, trend
from lkjip_corpus.export_folder import export_folder
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language, pick

Row = dict[str, Any]
MEASURES = {
    "capaian": (
        "unit_indicator_years",
        "capaian_pct",
        "Capaian per indikator (%)",
        "Achievement by indicator (%)",
    ),
    "realisasi": ("unit_indicator_years", "realisasi", "Realisasi per indikator", "Realised by indicator"),
    "target": ("unit_indicator_years", "target", "Target per indikator", "Target by indicator"),
    "serapan": ("unit_program_years", "serapan_pct", "Serapan per program (%)", "Absorption by program (%)"),
}
"""Charts of a unit over the years: view, column, title."""


def unit_chart(store: Store, instansi: str, kabkota: str, what: str, language: Language) -> str:
    """SVG of a measure of a unit over the years, the indicators with the most years first. KeyError for an unknown
    measure."""
    view, *_ = MEASURES[what]
    own = [r for r in store.view(view) if (r["instansi"], r["kabkota"]) == (instansi, kabkota)]
    return _unit_chart(own, instansi, what, language)


def _unit_chart(rows: Iterable[Row], instansi: str, what: str, language: Language) -> str:
    """The chart of the rows of one unit."""
    _, measure, id_, en = MEASURES[what]
    lines: dict[str, dict[int, float]] = defaultdict(dict)
    names: dict[str, str] = {}
    for r in rows:
        if r[measure] is not None:
            lines[r["name_key"]][r["year"]] = float(r[measure])
            names[r["name_key"]] = r["name"]
    most = sorted(lines, key=lambda k: (-len(lines[k]), names[k]))[:MOST_LINES]
    return trend(f"{pick(language, id_, en)}: {instansi}", {names[k]: lines[k] for k in most})


def ranking_of(store: Store, kabkota: str, year: int, language: Language) -> str:
    """SVG of the units of a regency and year by mean achievement."""
    own = [r for r in store.view("unit_ranking") if r["kabkota"] == kabkota and r["year"] == year]
    return _ranking(own, kabkota, year, language)


def _ranking(rows: Iterable[Row], kabkota: str, year: int, language: Language) -> str:
    """The chart of the units of one regency and year."""
    found = [
        Bar(
            r["instansi"],
            r["mean_capaian_pct"],
            f"{r['mean_capaian_pct']:.1f} ({r['indicators']})".replace(".", ","),
        )
        for r in rows
    ]
    title = pick(
        language,
        f"Rata-rata capaian (%), {kabkota} {year}; dalam kurung: jumlah indikator",
        f"Mean achievement (%), {kabkota} {year}; in brackets: indicators",
    )
    return bars(title, sorted(found, key=lambda b: (-b.value, b.label)))


def write_charts(store: Store, folder: Path, language: Language) -> None:
    """Write `ranking-*.svg` for every regency and year and four charts for every unit. ExportError when the folder
    cannot be written."""
    with export_folder(folder) as draft:
        rankings: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for r in store.view("unit_ranking"):
            if r["kabkota"]:
                rankings[(r["kabkota"], r["year"])].append(r)
        for (kabkota, year), own in sorted(rankings.items()):
            _write(draft / f"ranking-{_plain(kabkota)}-{year}.svg", _ranking(own, kabkota, year, language))
        by_unit = {view: _by_unit(store.view(view)) for view in {view for view, *_ in MEASURES.values()}}
        units = {(r["instansi"], r["kabkota"]) for r in store.view("current_reports") if r["instansi"]}
        for instansi, kabkota in sorted(units):
            for what, (view, *_) in MEASURES.items():
                name = f"{_plain(kabkota or '')}-{_plain(instansi)}-{what}.svg".lstrip("-")
                own = by_unit[view][(instansi, kabkota)]
                _write(draft / name, _unit_chart(own, instansi, what, language))


def _by_unit(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for r in rows:
        found[(r["instansi"], r["kabkota"])].append(r)
    return found


def _write(path: Path, svg: str) -> None:
    path.write_text(svg, encoding="utf-8")


def _plain(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())[:80]
