"""Formulir Checklist Reviu (PermenPANRB 53/2014, Anak Lampiran III/2): 23 statements, filled in where the PDF decides.

Only what the document shows is answered; how it was made stays for the reviewer.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lkjip.documents.facts import ReportFacts, Row, pages
from lkjip.documents.paper import FILLED_BY_REVIEWER, Paper, Section
from lkjip_schemas.vocabulary import Measure, Outcome, TableKind

BASIS = "PermenPANRB 53/2014, Anak Lampiran III/2 (Formulir Checklist Reviu)"


class Answer(StrEnum):
    """What is ticked."""

    YES = "ya"
    NO = "tidak"
    REVIEWER = FILLED_BY_REVIEWER


@dataclass(frozen=True, slots=True)
class Line:
    """One statement with its answer and what the answer rests on."""

    number: str
    text: str
    answer: Answer
    evidence: str


GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "I",
        "Format",
        (
            "Laporan Kinerja (LKj) telah menampilkan data penting IP",
            "LKj telah menyajikan informasi target kinerja",
            "LKj telah menyajikan capaian kinerja IP yang memadai",
            "Telah menyajikan dengan lampiran yang mendukung informasi pada badan laporan",
            "Telah menyajikan upaya perbaikan ke depan",
            "Telah menyajikan akuntabilitas keuangan",
        ),
    ),
    (
        "II",
        "Mekanisme penyusunan",
        (
            "LKj IP disusun oleh unit kerja yang memiliki tugas fungsi untuk itu",
            "Informasi yang disampaikan dalam LKj telah didukung dengan data yang memadai",
            "Telah terdapat mekanisme penyampaian data dan informasi dari unit kerja ke unit penyusun LKj",
            "Telah ditetapkan penanggung jawab pengumpulan data/informasi di setiap unit kerja",
            "Data/informasi kinerja yang disampaikan dalam LKj telah diyakini keandalannya",
            "Analisis/penjelasan dalam LKj telah diketahui oleh unit kerja terkait",
            "LKj IP bukan merupakan gabungan unit kerja di bawahnya",
        ),
    ),
    (
        "III",
        "Substansi",
        (
            "Tujuan/sasaran dalam LKj telah sesuai dengan tujuan/sasaran dalam perjanjian kinerja",
            "Tujuan/sasaran dalam LKj telah selaras dengan rencana strategis",
            "Jika butir 1 dan 2 jawabannya tidak, maka terdapat penjelasan yang memadai",
            "Target indikator kinerja tujuan/sasaran dalam LKj telah sesuai dengan target indikator kinerja "
            "tujuan/sasaran dalam perjanjian kinerja",
            "IKU pada LKj telah sesuai dengan dokumen IKU yang ditetapkan",
            "Jika butir 4 dan 5 jawabannya tidak, maka terdapat penjelasan yang memadai",
            "Telah terdapat perbandingan data kinerja dengan tahun lalu, standar nasional dan sebagainya yang "
            "bermanfaat",
            "IKU dan IK telah cukup mengukur tujuan/sasaran",
            'Jika "tidak" telah terdapat penjelasan yang memadai',
            "IKU dan IK telah SMART",
        ),
    ),
)
"""The statements of the form, word for word (domain notes; read in the regulation, printed pages 24-25)."""

_SHORT = 240
Judged = tuple[Answer, str]


def checklist(facts: ReportFacts) -> Paper:
    """The form for one report, filled in where the PDF decides."""
    found = lines(facts)
    sections = tuple(
        Section(
            f"{number}. {title}",
            ("No", "Pernyataan", "Check list", "Bukti dan catatan"),
            (6, 44, 14, 36),
            tuple(
                (x.number.partition(".")[2], x.text, x.answer, x.evidence)
                for x in found
                if x.number.startswith(f"{number}.")
            ),
        )
        for number, title, _ in GROUPS
    )
    return Paper(
        "checklist-reviu",
        "Formulir Checklist Reviu Laporan Kinerja",
        facts.about,
        sections,
        BASIS,
        signed=True,
    )


def lines(facts: ReportFacts) -> tuple[Line, ...]:
    """All 23 statements in order."""
    judged: dict[str, Judged] = {
        "I.1": _identity(facts),
        "I.2": _printed(facts, facts.pages_of([Measure.TARGET]), "target"),
        "I.3": _achievement(facts),
        "I.4": _attachments(facts),
        "I.5": _efforts(facts),
        "I.6": _printed(facts, facts.pages_of([Measure.REALISASI_RP]), "realisasi anggaran"),
        "II.5": _noted(facts, ("AR-16", "CT-02", "AR-11", "CY-01")),
        "III.1": _by_rules(facts, ("CP-01",)),
        "III.2": _noted(facts, ("CT-05", "CP-03", "CP-04")),
        "III.4": _targets(facts),
        "III.5": _noted(facts, ("CP-05",)),
        "III.7": _compared(facts),
        "III.8": _noted(facts, ("CP-05", "CT-11", "CT-05")),
        "III.10": _noted(facts, ("CT-04", "CT-05", "CT-11", "CY-02")),
    }
    judged["III.3"] = _explained(facts, judged["III.1"])
    judged["III.6"] = _explained(facts, judged["III.4"])
    return tuple(
        Line(key, text, *judged.get(key, (Answer.REVIEWER, "")))
        for group, _, texts in GROUPS
        for n, text in enumerate(texts, 1)
        for key in (f"{group}.{n}",)
    )


def _no(facts: ReportFacts, why: str) -> Judged:
    """A "tidak", or the reviewer's to say where pages were not read: it may stand there."""
    if facts.unread:
        return Answer.REVIEWER, f"{why}; {pages(facts.unread)} tidak terbaca"
    return Answer.NO, why


def _identity(facts: ReportFacts) -> Judged:
    if facts.row["instansi"] and facts.row["year"] and facts.outcomes.get("ST-01") == Outcome.PASS:
        return (
            Answer.YES,
            f"{facts.row['instansi']}, tahun {facts.row['year']} ({pages(facts.identity_pages)})",
        )
    return Answer.REVIEWER, "berkas tidak memuat laporan utuh, atau nama instansi dan tahunnya tidak terbaca"


def _printed(facts: ReportFacts, where: Sequence[int], what: str) -> Judged:
    if where:
        return Answer.YES, f"{what}: {pages(where)}"
    return _no(facts, f"{what} tidak ditemukan dalam tabel")


def _achievement(facts: ReportFacts) -> Judged:
    where = facts.pages_of([Measure.CAPAIAN_PCT, Measure.REALISASI])
    if not where:
        return _no(facts, "capaian tidak ditemukan dalam tabel")
    wrong = [
        f for f in facts.findings if f["rule_id"] in {"AR-01", "AR-02", "AR-08", "AR-09", "CT-03", "CT-13"}
    ]
    if wrong:
        return Answer.REVIEWER, f"capaian disajikan ({pages(where)}), tetapi: {_told(wrong)}"
    return Answer.YES, f"capaian: {pages(where)}"


def _attachments(facts: ReportFacts) -> Judged:
    if facts.agreements:
        return Answer.YES, "perjanjian kinerja: " + pages(a["page_from"] for a in facts.agreements)
    if facts.outcomes.get("ST-08") == Outcome.FAIL:
        return _no(facts, "perjanjian kinerja tidak terlampir")
    return Answer.REVIEWER, "lampiran tidak ada dalam berkas ini"


def _efforts(facts: ReportFacts) -> Judged:
    where = facts.pages_of_kinds({TableKind.UPAYA, TableKind.ANALISIS})
    if where:
        return Answer.YES, f"tabel upaya atau solusi: {pages(where)}"
    wrong = [f for f in facts.of_rules({"ST-04"}) if "Solusi" in f["message_id"]]
    if wrong:
        return _no(facts, _told(wrong))
    return Answer.REVIEWER, "tidak ada tabel upaya atau solusi; nilai uraiannya dalam teks"


def _targets(facts: ReportFacts) -> Judged:
    """Targets of the report against the agreement, which has to be in the file or the database."""
    wrong = facts.of_rules({"CP-01", "CP-02"})
    wrong += [
        f for f in facts.of_rules({"CT-01"}) if "perjanjian kinerja yang ditandatangani" in f["message_id"]
    ]
    if wrong:
        return Answer.NO, _told(wrong)
    if facts.outcomes.get("CP-01") == Outcome.PASS:
        return Answer.YES, "target dibandingkan dengan perjanjian kinerja (CP-01)"
    return Answer.REVIEWER, "perjanjian kinerja tidak ada dalam berkas ini, atau tidak dapat dibandingkan"


def _compared(facts: ReportFacts) -> Judged:
    """Comparisons with other years and with others: yes where tables hold them, no where no word speaks of either."""
    years = facts.pages_of_kinds({TableKind.BANDING_TAHUN})
    others = facts.pages_of_kinds({TableKind.NASIONAL})
    missing = facts.of_rules({"ST-05", "ST-06"})
    if len({f["rule_id"] for f in missing}) > 1:
        return _no(facts, _told(missing))
    told = "; ".join(
        x
        for x in (
            years and f"tahun lalu: {pages(years)}",
            others and f"standar nasional atau daerah lain: {pages(others)}",
            _told(missing),
        )
        if x
    )
    if years and others:
        return Answer.YES, told
    return Answer.REVIEWER, told or "tabel perbandingan tidak ditemukan; nilai uraiannya dalam teks"


def _by_rules(facts: ReportFacts, rules: Collection[str]) -> Judged:
    """No where one of the rules fails, yes where all that decide passed, else the reviewer's."""
    wrong = facts.of_rules(rules)
    if wrong:
        return Answer.NO, _told(wrong)
    passed = [r for r in rules if facts.outcomes.get(r) == Outcome.PASS]
    if len(passed) == len(rules):
        return Answer.YES, f"kaidah {', '.join(passed)} sesuai"
    missing = [r for r in rules if r not in passed]
    return Answer.REVIEWER, f"kaidah {', '.join(missing)} tidak dapat diputuskan dari berkas ini"


def _noted(facts: ReportFacts, rules: Collection[str]) -> Judged:
    """The reviewer's, with what was found."""
    found = facts.of_rules(rules)
    return Answer.REVIEWER, _told(found) if found else ""


def _explained(facts: ReportFacts, before: Judged) -> Judged:
    if before[0] is Answer.NO:
        revision = facts.of_rules({"CP-07"})
        return Answer.REVIEWER, f"cari penjelasannya dalam teks. {_told(revision)}".strip()
    return Answer.REVIEWER, ""


def _told(found: Sequence[Row]) -> str:
    """The findings in short: rule, places, words."""
    parts = []
    for f in found:
        words = f["message_id"]
        parts.append(
            f"{f['rule_id']}: {words if len(words) <= _SHORT else words[:_SHORT].rpartition(' ')[0] + ' …'}"
        )
    return " ".join(parts)
