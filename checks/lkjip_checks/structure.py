"""ST-01 to ST-08 and ST-12: the parts that PermenPANRB 53/2014 (Lampiran II) asks for.

Only a whole report is judged, every page of it read: a chapter published alone lacks nothing. A part is
missing when no word of the report names it; whether it is good is the evaluator's to say.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.prose import Heading, Topic
from lkjip_schemas.vocabulary import DocumentKind, Measure, TableKind

CHAPTERS: dict[str, re.Pattern[str]] = {
    "BAB I": re.compile(r"pendahuluan", re.IGNORECASE),
    "BAB II": re.compile(
        r"perencanaan|perjanjian kinerja|rencana strategis|penetapan kinerja", re.IGNORECASE
    ),
    "BAB III": re.compile(r"akuntabilit\w*|capaian kinerja", re.IGNORECASE),
    "BAB IV": re.compile(r"penutup|kesimpulan", re.IGNORECASE),
}
"""The chapters of a report and the words of their titles."""
SUMMARY = re.compile(
    r"(?:ikhtisar|ihtisar|ringkasan)\s+(?:eksekutif|executive)|executive summary", re.IGNORECASE
)
FRONT = re.compile(r"kata pengantar|daftar isi", re.IGNORECASE)
"""Titles of the front of a report; a file without them begins at the first chapter."""
ATTACHMENTS = re.compile(r"^\W*lampiran\b", re.IGNORECASE)
_ON_MONEY = re.compile(r"\bkeuangan\b", re.IGNORECASE)
"""Title of a second part of the chapter on accountability, in older reports."""
TOP_OF_PAGE = 200.0
"""Points. A chapter that begins further down shares its page with the one before."""
_FIRST, _MAIN, _LAST = "BAB I", "BAB III", "BAB IV"


def _chapters(view: ReportView) -> dict[str, Heading]:
    """The chapters that headings name, by number or by title."""
    found: dict[str, Heading] = {}
    for heading in view.report.prose.headings:
        if heading.level != 1:
            continue
        for name, title in CHAPTERS.items():
            if heading.number == name or title.search(heading.title):
                # Lists of chapters ("Sistematika") name them before, some in small letters; the closing one comes last.
                again = heading.title.isupper() and not _ON_MONEY.search(heading.title)
                if name not in found or name == _LAST or again:
                    found[name] = heading
                break
    return found


def _whole(view: ReportView) -> dict[str, Heading]:
    """The chapters of a report that is whole: from the introduction to the closing chapter, all pages read."""
    if view.report.identity.kind is not DocumentKind.LKJIP:
        raise NotRun("bukan laporan kinerja", "not a performance report")
    if view.unread:
        pages = [p.page for p in view.unread]
        raise NotRun(f"{pages_id(pages)} tidak terbaca", f"{pages_en(pages)} could not be read")
    chapters = _chapters(view)
    if _FIRST not in chapters or _LAST not in chapters:
        raise NotRun(
            "berkas tidak memuat laporan dari pendahuluan sampai penutup",
            "the file does not hold a report from introduction to closing chapter",
        )
    return chapters


def _topic(view: ReportView, name: str) -> Topic | None:
    return next((t for t in view.report.prose.topics if t.name == name), None)


def _topic_page(view: ReportView, name: str) -> int | None:
    topic = _topic(view, name)
    return None if topic is None else topic.place.page


def _analysed(view: ReportView, name: str, chapters: Mapping[str, Heading]) -> bool:
    """Whether the chapter on accountability, or what is behind the closing chapter, speaks of a topic: the outline in
    the introduction names all of them, and closing words are no analysis."""
    topic = _topic(view, name)
    if topic is None:
        return False
    main, closing = chapters.get(_MAIN), chapters[_LAST].place
    start = main.place.page if main is not None and main.place.page < closing.page else 0
    whole_page = closing.box.top < TOP_OF_PAGE
    return not topic.pages or any(
        start <= page and (page != closing.page or not whole_page) for page in topic.pages
    )


def _missing(rule_id: str, what_id: str, what_en: str, at: Heading, *, before: bool = False) -> Hit:
    """A part that no word of the report names; `at` is the chapter it belongs to, or stands `before`."""
    page, title = [at.place.page], quoted(at.title or at.number)
    where_id, where_en = ("sebelum", "before") if before else ("dalam", "to")
    return Hit(
        rule_id,
        f"{what_id} tidak ditemukan dalam laporan (semestinya {where_id} {title}, {pages_id(page)}).",
        f"{what_en} was not found in the report (it belongs {where_en} {title}, {pages_en(page)}).",
        (Figure.at(at.place, at.title, "bab"),),
        frozenset({rule_id}),
    )


@rule("ST-01")
def four_chapters(view: ReportView) -> RuleHits:
    """A report has the chapters I to IV (PermenPANRB 53/2014, Lampiran II)."""
    chapters = _whole(view)
    for name, title in CHAPTERS.items():
        contents = [c.title for c in view.report.prose.contents]
        told = any(
            title.search(words) for words in (*contents, *(h.title for h in view.report.prose.headings))
        )
        if name not in chapters and not told:
            at = chapters[_LAST]
            yield Hit(
                "ST-01",
                f"{name} tidak ditemukan; bab yang ada: {_names(chapters)}.",
                f"{name} was not found; the chapters are: {_names(chapters)}.",
                (Figure.at(at.place, at.title, "bab"),),
                frozenset({f"ST-01:{name}"}),
            )
    return len(CHAPTERS)


def _names(chapters: Iterable[str]) -> str:
    return ", ".join(chapters)


@rule("ST-02")
def summary_with_figures(view: ReportView) -> RuleHits:
    """The executive summary is there and names figures (PermenPANRB 53/2014; checklist I.1)."""
    chapters = _whole(view)
    page = _topic_page(view, "ikhtisar")
    if page is None:
        if not any(FRONT.search(h.title) for h in view.report.prose.headings):
            raise NotRun(
                "berkas tidak memuat bagian depan laporan (kata pengantar, daftar isi)",
                "the file does not hold the front of the report (preface, table of contents)",
            )
        yield _missing("ST-02", "Ikhtisar eksekutif", "An executive summary", chapters[_FIRST], before=True)
        return 1
    heading = next((h for h in view.report.prose.headings if SUMMARY.search(h.title)), None)
    if heading is None:
        raise NotRun(
            "bagian ikhtisar eksekutif tidak terbatas jelas", "where the summary begins is not clear"
        )
    end = next(
        (
            h.place.page
            for h in view.report.prose.headings
            if h.level == 1 and h.place.page > heading.place.page
        ),
        heading.place.page + 1,
    )
    span = range(heading.place.page, max(end, heading.place.page + 1))
    figures = [s for s in view.report.prose.statements if s.place.page in span]
    tables = [t for t in view.report.tables if t.page_from in span]
    if not figures and not tables:
        yield Hit(
            "ST-02",
            f"{capital(pages_id([heading.place.page]))}: ikhtisar eksekutif tidak menyebut satu pun "
            "persentase atau rupiah.",
            f"{capital(pages_en([heading.place.page]))}: the executive summary names no percentage and no rupiah.",
            (Figure.at(heading.place, heading.title, "judul"),),
            frozenset({"ST-02"}),
        )
    return 1


@rule("ST-03")
def strategic_issues(view: ReportView) -> RuleHits:
    """The introduction, or the chapter on plans, names the strategic issues (PermenPANRB 53/2014, Lampiran II)."""
    chapters = _whole(view)
    page = _topic_page(view, "isu_strategis")
    if page is None or page >= _main(chapters).place.page:
        yield _missing("ST-03", "Isu strategis", "A strategic issue", chapters[_FIRST])
    return 1


@rule("ST-04")
def causes_and_solutions(view: ReportView) -> RuleHits:
    """The report tells causes of success or failure, what was done about them, and which programs helped
    (PermenPANRB 53/2014, Lampiran II, points 5 and 7)."""
    chapters = _whole(view)
    kinds = {t.kind for t in view.report.tables}
    parts = (
        (
            "penyebab",
            {TableKind.ANALISIS},
            "Analisis penyebab keberhasilan atau kegagalan",
            "An analysis of the causes of success or failure",
        ),
        (
            "solusi",
            {TableKind.ANALISIS, TableKind.UPAYA},
            "Solusi atau upaya perbaikan",
            "A solution or an effort to improve",
        ),
        (
            "program_penunjang",
            {TableKind.PROGRAM_PENUNJANG},
            "Analisis program yang menunjang pencapaian kinerja",
            "An analysis of the programs that supported the achievement",
        ),
    )
    for topic, told_by, what_id, what_en in parts:
        if not kinds & told_by and _topic_page(view, topic) is None:
            yield replace(
                _missing("ST-04", what_id, what_en, _main(chapters)), breaks=frozenset({f"ST-04:{topic}"})
            )
    return len(parts)


@rule("ST-05")
def several_years(view: ReportView) -> RuleHits:
    """Performance is compared with the year before (PermenPANRB 53/2014, Lampiran II, point 2)."""
    chapters = _whole(view)
    before = str(view.year - 1)
    figures = any(
        o.period == before and o.measure in {Measure.REALISASI, Measure.CAPAIAN_PCT}
        for o in view.report.observations
    )
    told = any(s.period == before for s in view.report.prose.statements)
    if not figures and not told and _topic_page(view, "tahun_lalu") is None:
        yield _missing(
            "ST-05", "Perbandingan dengan tahun lalu", "A comparison with the year before", _main(chapters)
        )
    return 1


@rule("ST-06")
def national_standard(view: ReportView) -> RuleHits:
    """Performance is compared with a national standard, or it is said that there is none (Lampiran II, point 4)."""
    chapters = _whole(view)
    tables = any(t.kind is TableKind.NASIONAL for t in view.report.tables)
    if not tables and not _analysed(view, "nasional", chapters):
        yield _missing(
            "ST-06",
            "Perbandingan dengan standar nasional (atau keterangan bahwa standarnya tidak ada)",
            "A national benchmark (or the statement that there is none)",
            _main(chapters),
        )
    return 1


@rule("ST-07")
def efficiency(view: ReportView) -> RuleHits:
    """The report analyses the efficient use of resources (Lampiran II, point 6)."""
    chapters = _whole(view)
    tables = any(t.kind is TableKind.EFISIENSI for t in view.report.tables)
    if not tables and not _analysed(view, "efisiensi", chapters):
        yield _missing(
            "ST-07", "Analisis efisiensi sumber daya", "An analysis of efficiency", _main(chapters)
        )
    return 1


@rule("ST-08")
def agreement_attached(view: ReportView) -> RuleHits:
    """The signed agreement is attached to the report (PermenPANRB 53/2014, Lampiran II: attachments)."""
    chapters = _whole(view)
    if not view.agreements:
        closing = chapters[_LAST].place.page
        if not any(
            ATTACHMENTS.search(h.title) and h.place.page >= closing for h in view.report.prose.headings
        ):
            raise NotRun(
                "berkas tidak memuat lampiran; perjanjian kinerja mungkin terbit sebagai berkas lain",
                "the file holds no attachments; the agreement may be a file of its own",
            )
        yield _missing(
            "ST-08", "Perjanjian kinerja yang ditandatangani", "The signed agreement", chapters[_LAST]
        )
    return 1


@rule("ST-12")
def conclusion_with_figures(view: ReportView) -> RuleHits:
    """The closing chapter states what was achieved, with a figure (Lampiran II, BAB IV)."""
    chapters = _whole(view)
    closing = chapters[_LAST]
    later = [
        h.place.page for h in view.report.prose.headings if h.level == 1 and h.place.page > closing.place.page
    ]
    first_agreement = [a.page_from for a in view.agreements if a.page_from > closing.place.page]
    end = min((*later, *first_agreement), default=len(view.report.pages) + 1)
    span = range(closing.place.page, max(end, closing.place.page + 1))
    if not any(s.place.page in span for s in view.report.prose.statements) and not any(
        c.place.page in span for c in view.report.prose.counts
    ):
        yield Hit(
            "ST-12",
            f"{capital(pages_id([closing.place.page]))}: {quoted(closing.title)} tidak menyebut satu pun angka capaian "
            "atau anggaran.",
            f"{capital(pages_en([closing.place.page]))}: {quoted(closing.title)} names no figure of "
            "achievement or budget.",
            (Figure.at(closing.place, closing.title, "bab"),),
            frozenset({"ST-12"}),
        )
    return 1


def _main(chapters: dict[str, Heading]) -> Heading:
    return chapters.get(_MAIN, chapters[_LAST])
