"""LG-02: regulations that were revoked before the report year."""

import tomllib
from functools import cache
from importlib.resources import files

from lkjip_checks.numbers_text import capital, pages_en, pages_id
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE


@cache
def revoked() -> dict[tuple[str, str, int], tuple[str, int]]:
    """Type, number and year of revoked regulations: what replaced them, and since which report year."""
    text = files("lkjip_checks").joinpath("revoked.toml").read_text(encoding="utf-8")
    return {(x["kind"], x["number"], x["year"]): (x["by"], x["since"]) for x in tomllib.loads(text)["law"]}


@rule("LG-02")
def laws_in_force(view: ReportView) -> RuleHits:
    """A regulation named as a basis is in force in the report year."""
    if not view.year:
        raise NotRun("tahun laporan tidak terbaca", "the report year was not read")
    named = [r for r in view.report.prose.legal_refs if r.place.confidence >= SURE]
    if not named:
        raise NotRun(
            "tidak ada peraturan yang disebut dengan nomor dan tahun",
            "no regulation is named with number and year",
        )
    told: set[tuple[str, str, int]] = set()
    for ref in named:
        key = (ref.kind, ref.number.lstrip("0"), ref.year)
        by, since = revoked().get(key, ("", 0))
        if not by or view.year < since or key in told:
            continue
        told.add(key)
        pages = sorted({r.place.page for r in named if (r.kind, r.number.lstrip("0"), r.year) == key})
        name = f"{ref.kind} {ref.number}/{ref.year}"
        yield Hit(
            "LG-02",
            f"{capital(pages_id(pages))}: {name} disebut sebagai dasar, padahal sudah digantikan oleh {by}.",
            f"{capital(pages_en(pages))}: {name} is named as a basis, but {by} has replaced it.",
            (Figure(page=ref.place.page, raw=ref.text, value=None, what=name, box=ref.place.box),),
            frozenset({f"LG-02:{name}"}),
            expected=by,
        )
    return len(named)
