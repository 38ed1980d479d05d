"""LG-01 and LG-02: regulations that are named with another type or title, or were revoked before the report year."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted, shown
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import LegalRef
from lkjip_schemas.vocabulary import DocumentKind, Severity

NATIONAL = frozenset({"UU", "PP", "Perpres", "Inpres", "Keppres", "Permendagri", "PermenPANRB"})
"""Types of laws that differ for certain; "Permen" alone may be any ministry's."""
OLD_SAKIP, NEW_SAKIP = ("Inpres", "7", 1999), ("Perpres", "29", 2014)
"""The regulations on which performance reports rested before and since 2014."""
_INPRES = re.compile(r"\b(?:inpres|instruksi\s+presiden)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:memenuhi|amanat\w*|melaksanakan|pelaksanaan|rangka|kewajiban|mewajibkan|disusun)\b", re.IGNORECASE
)
REGIONAL = frozenset({"Perda", "Perbup", "Perwali", "Pergub"})
REORGANISED = 2016
"""PP 18/2016 gave regional units a new order; regulations on their organisation and duties were made anew."""
_ORGANISATION = re.compile(
    r"^\W*(?:pembentukan\W+)?(?:(?:penjabaran|uraian|kedudukan|susunan|rincian)\W+(?:dan\W+)?)*(?:organisasi|tugas\b|fungsi\b|"
    r"struktur organisasi|tata kerja)",
    re.IGNORECASE,
)
_UNITS = re.compile(r"(?:pembentukan|susunan)\b.*\bperangkat daerah", re.IGNORECASE)
"""In the title of the regulation by which a region made its units anew (PP 18/2016, article 3)."""
_CHANGED = re.compile(r"perubahan|pencabutan|pelaksanaan", re.IGNORECASE)
_EMPTY_WORDS = frozenset({"tentang", "yang", "dari", "atas", "dengan", "antara", "serta"})


@cache
def revoked() -> dict[tuple[str, str, int], tuple[str, int]]:
    """Type, number and year of revoked regulations: what replaced them, and since which report year."""
    text = files("lkjip_checks").joinpath("revoked.toml").read_text(encoding="utf-8")
    return {(x["kind"], x["number"], x["year"]): (x["by"], x["since"]) for x in tomllib.loads(text)["law"]}


@cache
def known_laws() -> dict[tuple[str, int], tuple[tuple[str, str], ...]]:
    """Types and titles of national laws by number and year."""
    text = files("lkjip_checks").joinpath("laws.toml").read_text(encoding="utf-8")
    found: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for law in tomllib.loads(text)["law"]:
        found[(law["number"], law["year"])].append((law["kind"], law["title"]))
    return {key: tuple(laws) for key, laws in found.items()}


def _title_words(title: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z]{4,}", title.lower()) if w not in _EMPTY_WORDS)


@rule("LG-01")
def laws_as_they_are(view: ReportView) -> RuleHits:
    """A law is named with its own type and title."""
    compared = 0
    told: set[tuple[str, str, int]] = set()
    for ref in view.report.prose.legal_refs:
        known = known_laws().get((ref.number.lstrip("0"), ref.year), ())
        words = _title_words(ref.title)
        if not known or not words or ref.place.confidence < SURE or _CHANGED.search(ref.title):
            continue
        key = (ref.kind, ref.number, ref.year)
        own = next((title for kind, title in known if kind == ref.kind), None)
        if own is not None:
            compared += 1
            continue
        # the title of another type of law with this number and year: the type is wrong
        other = [
            (kind, title)
            for kind, title in known
            if kind in NATIONAL and ref.kind in NATIONAL and words and _title_words(title) <= words
        ]
        if len(other) != 1 or key in told:
            continue
        compared += 1
        told.add(key)
        (kind, title) = other[0]
        page = [ref.place.page]
        right = f"{kind} {ref.number}/{ref.year}"
        yield Hit(
            "LG-01",
            f"{capital(pages_id(page))}: {quoted(ref.text)} disebut {ref.kind}, padahal peraturan nomor {ref.number} "
            f"tahun {ref.year} tentang {title} adalah {right}.",
            f"{capital(pages_en(page))}: {quoted(ref.text)} is named {ref.kind}, but number {ref.number} of {ref.year} "
            f"on {title} is {right}.",
            (Figure.at(ref.place, ref.text, right),),
            frozenset({f"LG-01:{ref.kind}:{right}"}),
            expected=right,
        )
    return compared


_SAID_OF_THE_PAST = re.compile(
    r"\b(?:(?:di|men)cabut|(?:meng|di)ganti\w*|(?:tidak|tak) (?:lagi )?berlaku|sampai dengan (?:tahun )?20\d\d|"
    r"hingga (?:tahun )?20\d\d|sebelum (?:tahun )?20\d\d|semula|dahulu)\b",
    re.IGNORECASE,
)
"""Sentences that say themselves that a regulation is replaced, or speak of earlier years."""


@rule("LG-02")
def laws_in_force(view: ReportView) -> RuleHits:
    """A regulation named as a basis is in force in the report year, and no older one stands beside the new."""
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
        if any(
            ref.text in s.text and _SAID_OF_THE_PAST.search(s.text)
            for s in view.report.prose.sentences
            if s.place.page == ref.place.page
        ):
            continue
        told.add(key)
        pages = sorted({r.place.page for r in named if (r.kind, r.number.lstrip("0"), r.year) == key})
        name = f"{ref.kind} {ref.number}/{ref.year}"
        yield Hit(
            "LG-02",
            f"{capital(pages_id(pages))}: {name} disebut sebagai dasar, padahal sudah digantikan oleh {by}.",
            f"{capital(pages_en(pages))}: {name} is named as a basis, but {by} has replaced it.",
            (Figure.at(ref.place, ref.text, name),),
            frozenset({f"LG-02:{name}"}),
            expected=by,
        )
    yield from _two_bases_of_the_organisation(view, named)
    yield from _older_basis_of_the_report(view, named)
    return len(named)


def _older_basis_of_the_report(view: ReportView, named: Sequence[LegalRef]) -> Iterator[Hit]:
    """Reports that are made because of Inpres 7/1999 in one place and of Perpres 29/2014 in another."""
    if view.report.identity.kind is not DocumentKind.LKJIP or view.year <= NEW_SAKIP[2]:
        return
    old = [r for r in named if (r.kind, r.number.lstrip("0"), r.year) == OLD_SAKIP]
    new = [r for r in named if (r.kind, r.number.lstrip("0"), r.year) == NEW_SAKIP]
    reasons = [
        (r, s)
        for r in old
        for s in view.report.prose.sentences
        if s.place.page == r.place.page and _INPRES.search(s.text) and _REASON.search(s.text)
    ]
    if not new or not reasons:
        return
    ref, sentence = reasons[0]
    pages = sorted({ref.place.page, new[0].place.page})
    yield Hit(
        "LG-02",
        f"{capital(pages_id(pages))}: Inpres 7/1999 disebut sebagai dasar penyusunan laporan "
        f"({pages_id([ref.place.page])}), sedangkan di tempat lain Perpres 29/2014 ({pages_id([new[0].place.page])}); "
        "dasar laporan kinerja sejak 2014 adalah Perpres 29/2014.",
        f"{capital(pages_en(pages))}: Inpres 7/1999 is named as the reason of the report "
        f"({pages_en([ref.place.page])}), elsewhere Perpres 29/2014 ({pages_en([new[0].place.page])}); since 2014 the "
        "basis of performance reports is Perpres 29/2014.",
        (
            Figure.at(sentence.place, shown(sentence.text), "kalimat"),
            Figure.at(new[0].place, new[0].text, "Perpres 29/2014"),
        ),
        frozenset({"LG-02:sakip"}),
        severity=Severity.LOW,
    )


def _two_bases_of_the_organisation(view: ReportView, named: Sequence[LegalRef]) -> Iterator[Hit]:
    """Regional regulations on the organisation or the duties of the unit, one from before and one from after the
    new order of regional units; not where the report names what came after the old one, too."""
    own = [r for r in named if r.kind in REGIONAL and _ORGANISATION.search(r.title)]
    old = [r for r in own if r.year < REORGANISED]
    new = [r for r in own if r.year >= REORGANISED]
    if not old or not new or view.year <= REORGANISED or any(_CHANGED.search(r.title) for r in old):
        return
    first = old[0]
    last = next((r for r in new if r.kind == first.kind), new[0])
    after = [r for r in named if r.kind == first.kind and r.year >= REORGANISED]
    if first.kind != last.kind and any(_UNITS.search(r.title) for r in after):
        return
    pages = sorted({r.place.page for r in (first, last)})
    both_id = " dan ".join(
        f"{r.kind} {r.number}/{r.year} ({pages_id([r.place.page])})" for r in (first, last)
    )
    both_en = " and ".join(
        f"{r.kind} {r.number}/{r.year} ({pages_en([r.place.page])})" for r in (first, last)
    )
    yield Hit(
        "LG-02",
        f"{capital(pages_id(pages))}: dua dasar organisasi dan tugas disebut: {both_id}. Yang pertama terbit "
        "sebelum penataan perangkat daerah menurut PP 18/2016; periksa mana yang berlaku.",
        f"{capital(pages_en(pages))}: two bases of organisation and duties are named: {both_en}. The first is "
        "older than the new order of regional units under PP 18/2016; check which one is in force.",
        tuple(Figure.at(r.place, r.text, f"{r.kind} {r.number}/{r.year}") for r in (first, last)),
        frozenset({"LG-02:organisasi"}),
        severity=Severity.MEDIUM,
    )
