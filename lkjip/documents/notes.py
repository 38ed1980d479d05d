"""Catatan Hasil Reviu, and notes for the LKE of PermenPANRB 88/2021 (components 1.b, 3.a, 3.b)."""

import re

from lkjip.documents.facts import ReportFacts, Row, pages, printed
from lkjip.documents.paper import Paper, Section
from lkjip_checks.catalogue import CATALOGUE, BasisStatus
from lkjip_checks.phrasing import evaluation_phrase
from lkjip_schemas.bilingual import Language, half
from lkjip_schemas.vocabulary import Decision, FindingClass, Outcome, Severity

SEVERITY_ID = {Severity.HIGH: "berat", Severity.MEDIUM: "sedang", Severity.LOW: "ringan"}
GROUPS: tuple[tuple[str, frozenset[FindingClass]], ...] = (
    ("Angka yang tidak sesuai dengan hitungannya", frozenset({FindingClass.ARITHMETIC})),
    ("Perbedaan antarbagian dokumen atau antardokumen", frozenset({FindingClass.CONFLICT})),
    ("Kelengkapan laporan", frozenset({FindingClass.COMPLETENESS})),
    ("Mutu penyajian", frozenset({FindingClass.QUALITY})),
)
COMPONENTS: tuple[tuple[str, str, re.Pattern[str], tuple[str, ...]], ...] = (
    (
        "1.b",
        "Kualitas dokumen perencanaan kinerja (SMART, IKU, target menantang, selaras)",
        re.compile(r"1\.b"),
        ("CT-04", "CT-05", "CT-11", "CP-03", "CP-04", "CP-05", "CY-02", "CY-06", "CY-07"),
    ),
    (
        "3.a",
        "Keberadaan laporan kinerja (disusun, diformalkan, direviu, tepat waktu)",
        re.compile(r"3\.a"),
        ("ST-01", "ST-09", "CP-10", "ID-05"),
    ),
    (
        "3.b",
        "Kualitas laporan kinerja (lengkap, dibandingkan, dianalisis, efisien)",
        re.compile(r"3\.b"),
        (
            "ST-02",
            "ST-04",
            "ST-05",
            "ST-06",
            "ST-07",
            "ST-12",
            "AR-01",
            "AR-08",
            "AR-13",
            "CT-01",
            "CT-02",
            "CT-15",
        ),
    ),
)
"""Components of the LKE, and the rules that speak of each beside those whose basis names it."""
ONLY_NAMED = frozenset({"ST-03", "ST-04", "ST-05", "ST-06", "ST-07", "ST-12"})
"""Rules that pass where a word names the part: whether it is good is the evaluator's to say."""


def review_notes(facts: ReportFacts) -> Paper:
    """The findings of a report with place, figures, basis and recommendation."""
    sections = []
    number = 0
    for title, classes in GROUPS:
        rows = []
        for f in facts.findings:
            if FindingClass(f["class"]) in classes:
                number += 1
                rows.append(_row(number, f, facts.following(f["finding_key"])))
        if rows:
            sections.append(
                Section(
                    title,
                    (
                        "No",
                        "Uraian",
                        "Tempat dan angka tercetak",
                        "Dasar",
                        "Rekomendasi",
                        "Keputusan pereviu",
                    ),
                    (4, 34, 22, 14, 16, 10),
                    tuple(rows),
                )
            )
    empty = Section("Temuan", ("Uraian",), (100,), (("Tidak ada temuan.",),))
    return Paper(
        "catatan-hasil-reviu",
        "Catatan Hasil Reviu Laporan Kinerja",
        facts.about,
        tuple(sections) or (empty,),
        "PermenPANRB 53/2014, Lampiran III",
        signed=True,
    )


def _row(number: int, f: Row, following: list[Row]) -> tuple[str, ...]:
    told, recommended = evaluation_phrase(
        f["rule_id"], FindingClass(f["class"]), f["message_id"], f["message_en"], Language.ID
    )
    more = half(Language.ID, f["repair"])
    also = "".join(f"\nAkibatnya juga ({x['rule_id']}): {x['message_id']}" for x in following)
    decided = {Decision.CONFIRMED: "dikonfirmasi"}.get(f["decision"], "")
    return (
        str(number),
        told + (f" Perbaikan terkecil: {more}" if more else "") + also,
        printed(f),
        f"{f['rule_id']} ({SEVERITY_ID[Severity(f['severity'])]}). {basis_of(f['rule_id'])}",
        recommended,
        decided,
    )


def basis_of(rule_id: str) -> str:
    """The bases of a rule; what was not read in the regulation itself is called practice, never an article."""
    told = []
    for basis in CATALOGUE[rule_id].basis:
        if basis.status is BasisStatus.NONE:
            told.append("logika penyajian")
        elif basis.status is BasisStatus.PRACTICE:
            told.append(f"praktik: {basis.text}")
        else:
            told.append(basis.text)
    return "; ".join(told)


def lke_notes(facts: ReportFacts) -> Paper:
    """What the report says on the components of the LKE that a report can speak of."""
    sections = []
    for number, title, pattern, more in COMPONENTS:
        rules = [
            r for r, info in CATALOGUE.items() if r in more or any(pattern.search(b.text) for b in info.basis)
        ]
        rows = []
        for rule_id in rules:
            own = facts.of_rules({rule_id})
            outcome = facts.outcomes.get(rule_id, Outcome.NOT_RUN)
            state = (
                "belum" if own else {Outcome.PASS: "sesuai"}.get(Outcome(outcome), "tidak dapat diputuskan")
            )
            note = "\n".join(f["message_id"] for f in own)
            if not own and state == "sesuai" and rule_id in ONLY_NAMED:
                state, note = "disebut", "kata kuncinya ada dalam laporan; nilai isinya"
            elif not own and state != "sesuai":
                note = "periksa sendiri"
            recommended = CATALOGUE[rule_id].recommendation_id if own else ""
            where = pages(sorted({int(p) for f in own for p in f["pages"].split(";") if p}))
            rows.append((rule_id, CATALOGUE[rule_id].title_id, state, where, note, recommended))
        sections.append(
            Section(
                f"{number} {title}",
                ("Kaidah", "Yang dilihat", "Keadaan", "Tempat", "Catatan", "Rekomendasi"),
                (7, 17, 10, 10, 36, 20),
                tuple(rows),
            )
        )
    return Paper(
        "catatan-lke",
        "Catatan untuk Lembar Kerja Evaluasi (LKE)",
        facts.about,
        tuple(sections),
        "PermenPANRB 88/2021. Nilai dan predikat ditetapkan evaluator.",
    )
