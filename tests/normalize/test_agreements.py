"""Performance agreements (PK) and their revisions: pages, dates, parties."""

import pytest

from lkjip_normalize.agreements import agreed_years, find_agreements
from lkjip_schemas.vocabulary import DocumentKind

CHAPTER = [
    "BAB II",
    "PERENCANAAN DAN PERJANJIAN KINERJA",
    "Perjanjian Kinerja Tahun 2023 memuat target tahunan.",
]
PLEDGE = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini,"
)
SIGNATURES = ["Pihak Kedua Pihak Pertama", "Bupati Magetan Camat Magetan"]


def statement(title, first, second, date):
    return [
        "PEMERINTAH KABUPATEN MAGETAN",
        title,
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif,",
        "kami yang bertanda tangan di bawah ini :",
        f"Nama : {first}",
        "Jabatan : Camat Magetan",
        "Selanjutnya disebut pihak pertama",
        f"Nama : {second}",
        "Jabatan : Bupati Magetan",
        PLEDGE,
        date,
        *SIGNATURES,
    ]


def appendix(title, date):
    return [title, "KECAMATAN MAGETAN", "Program Anggaran Keterangan", date, *SIGNATURES]


PK, REVISED = "PERJANJIAN KINERJA TAHUN 2023", "PERUBAHAN PERJANJIAN KINERJA TAHUN 2023"
FIRST = statement(PK, "TRI ATMADI, S.Sos", "SUPRAWOTO, S.H., M.Si.", "Magetan, 02 Januari 2023")
SECOND = statement(REVISED, "YUDO WAHYONO, S.Sos., M.Si", "Ir. HERGUNADI, MT", "Magetan, Nopember 2023")
REPORT = [
    ["LAPORAN KINERJA INSTANSI PEMERINTAH"],
    CHAPTER,
    ["BAB III AKUNTABILITAS KINERJA"],
    ["BAB IV PENUTUP"],
]


@pytest.fixture
def agreements(document_of):
    def run(*pages, kind=DocumentKind.LKJIP):
        return find_agreements(document_of(pages), kind)

    return run


def test_an_agreement_and_its_revision_in_the_appendix_of_a_report(agreements):
    found = agreements(
        *REPORT,
        FIRST,
        appendix(PK, "Magetan, 02 Januari 2023"),
        SECOND,
        appendix(REVISED, "Magetan, Nopember 2023"),
    )
    assert [(a.kind.value, a.page_from, a.page_to) for a in found] == [("PK", 5, 6), ("perubahan_PK", 7, 8)]
    assert [(a.year, a.month, a.date_text) for a in found] == [
        (2023, 1, "Magetan, 02 Januari 2023"),
        (2023, 11, "Magetan, Nopember 2023"),
    ]
    assert [a.parties for a in found] == [
        ("TRI ATMADI, S.Sos", "SUPRAWOTO, S.H., M.Si."),
        ("YUDO WAHYONO, S.Sos., M.Si", "Ir. HERGUNADI, MT"),
    ]


def test_agreements_of_several_units_in_one_document(agreements):
    other = statement(PK, "ZULKIFLI, SH", "TRI ATMADI, S.Sos", "Magetan, Februari 2023")
    found = agreements(
        FIRST,
        appendix(PK, "Magetan, 02 Januari 2023"),
        other,
        appendix(PK, "Magetan, Februari 2023"),
        kind=DocumentKind.PK,
    )
    assert [(a.page_from, a.page_to, a.month) for a in found] == [(1, 2, 1), (3, 4, 2)]


def test_an_appendix_titled_as_one_belongs_to_its_agreement(agreements):
    found = agreements(
        FIRST, [f"LAMPIRAN {PK}", *appendix(PK, "Magetan, 02 Januari 2023")[1:]], kind=DocumentKind.PK
    )
    assert [(a.page_from, a.page_to) for a in found] == [(1, 2)]


def test_an_appendix_below_the_end_of_its_statement_is_no_new_agreement(agreements):
    found = agreements(
        FIRST,
        [
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya",
            f"LAMPIRAN {PK}",
            *appendix(PK, "Magetan, 02 Januari 2023")[1:],
        ],
        kind=DocumentKind.PK,
    )
    assert [(a.page_from, a.page_to) for a in found] == [(1, 2)]


def test_a_chapter_about_agreements_is_none(agreements):
    assert agreements(*REPORT) == ()


def test_a_sentence_that_begins_with_the_words_is_no_title(agreements):
    page = [
        "Perjanjian Kinerja merupakan lembar yang berisikan penugasan kepada pihak pertama dan pihak kedua.",
        PLEDGE,
    ]
    assert agreements(*REPORT, page) == ()


@pytest.mark.parametrize(
    "title",
    [
        "PERUBAHAN PERJANJIAN KINERJA TAHUN 2023",
        "REVISI PERJANJIAN KINERJA TAHUN 2023",
        "Perubahan Perjanjian Kinerja Tahun 2023",
        "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023",
    ],
)
def test_titles_of_revisions(agreements, title):
    (found,) = agreements(*REPORT, statement(title, "A", "B", "Magetan, 3 Oktober 2023"))
    assert found.kind.value == "perubahan_PK"


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("Magetan, Januari 2023", 2023, 1),
        ("Magetan, 02 Januari 2023", 2023, 1),
        ("Padang Panjang, 28 Pebruari 2018", 2018, 2),
        ("Magetan, Nopember 2023", 2023, 11),
        ("MAGETAN, 31 DESEMBER 2022", 2022, 12),
        ("Tanggal belum diisi", 0, 0),
        ("Magetan,    Januari   2023", 2023, 1),
    ],
)
def test_dates(agreements, date, year, month):
    (found,) = agreements(*REPORT, statement(PK, "A", "B", date))
    assert (found.year, found.month) == (year, month)
    assert found.date_text == (" ".join(date.split()) if year else "")


def test_a_page_of_the_agreement_that_was_not_read_is_named(agreements):
    found = agreements(*REPORT, FIRST, [], appendix(PK, "Magetan, 02 Januari 2023"))
    assert [(a.page_from, a.page_to, a.pages_unread) for a in found] == [(5, 7, (6,))]


def test_no_pages(agreements):
    assert agreements() == ()
    assert agreements([], []) == ()


def test_the_end_of_the_agreement_before_dates_nothing(agreements):
    """The page of the revision begins with the last lines of the first agreement."""
    page = ["Magetan, Januari 2023", "Bupati Magetan Camat Magetan", *SECOND]
    found = agreements(*REPORT, FIRST, page)
    assert [(a.kind, a.month, a.date_text) for a in found][-1][1:] == (11, "Magetan, Nopember 2023")


@pytest.mark.parametrize(
    ("title", "date", "year"),
    [
        ("PERJANJIAN KINERJA", "Contoh, 5 Januari 2022", "2022"),
        ("PERJANJIAN KINERJA TAHUN 2023", "Contoh, 5 Januari 2022", ""),  # the title tells it
        ("PERJANJIAN KINERJA", "Contoh, 28 Desember 2022", ""),  # may be that of 2023
        ("PERUBAHAN PERJANJIAN KINERJA", "Contoh, 3 November 2022", "2022"),
    ],
)
def test_year_of_an_agreement_told_by_its_date_alone(document_of, title, date, year):
    document = document_of([statement(title, "Budi Teladan", "Siti Contoh", date)])
    agreements = find_agreements(document, DocumentKind.PK)
    assert agreed_years(document, agreements).get(1, "") == year


def test_a_statement_of_the_older_name_is_an_agreement(document_of):
    statement_2014 = statement("PERNYATAAN PENETAPAN KINERJA", "A", "B", "Bengkayang, 27 Januari 2014")
    lampiran = appendix("PENETAPAN KINERJA TAHUN 2014", "Bengkayang, 27 Januari 2014")
    (found,) = find_agreements(document_of([*REPORT, statement_2014, lampiran]), DocumentKind.LKJIP)
    assert (found.page_from, found.page_to, found.year) == (5, 6, 2014)
