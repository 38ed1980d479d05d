"""Kinds of pages: scans, blank pages, mixed pages, OCR layers, broken text."""

import pytest

from lkjip_extract.triage import PageImages, broken_share, triage
from lkjip_schemas.vocabulary import PageKind

PROSE = [
    "Kecamatan Contoh menyelenggarakan urusan pemerintahan umum,",
    "pemberdayaan masyarakat desa, ketenteraman dan ketertiban,",
    "serta pelayanan administrasi terpadu bagi warga kecamatan.",
]


def kinds(document):
    return [page.kind for page in document.pages]


@pytest.mark.parametrize(
    ("characters", "images", "kind"),
    [
        (0, PageImages(), PageKind.BLANK),
        (0, PageImages(0.95, 0.95), PageKind.SCAN),
        (0, PageImages(0.30, 0.80), PageKind.SCAN),  # a scan stored in strips
        (0, PageImages(0.30, 0.30), PageKind.SCAN),
        (10, PageImages(0.95, 0.95), PageKind.SCAN),  # only a page number beside the picture
        (10, PageImages(), PageKind.TEXT),
        (900, PageImages(), PageKind.TEXT),
        (900, PageImages(0.05, 0.10), PageKind.TEXT),  # a coat of arms
        (900, PageImages(0.40, 0.40), PageKind.MIXED),
        (900, PageImages(0.95, 0.95), PageKind.MIXED),  # visible text on a background picture
        (900, PageImages(0.95, 0.95, invisible_text=True), PageKind.OCR_LAYER),
    ],
)
def test_kind_from_characters_and_pictures(characters, images, kind):
    assert triage(["a"] * characters, images).kind is kind


def test_characters_without_meaning_are_broken_text():
    assert triage(["\ue012"] * 400 + ["a"] * 600, PageImages()).kind is PageKind.BROKEN_TEXT
    assert triage(["\ue012"] * 200 + ["a"] * 800, PageImages()).kind is PageKind.TEXT


def test_share_of_characters_without_meaning():
    assert broken_share([]) == 0.0
    assert broken_share(["a", "\ufffd", "\ue000", "b"]) == 0.5
    assert broken_share(["é", "–", "“", "²"]) == 0.0


def test_every_kind_that_is_not_read_says_why_in_both_languages():
    for characters, images in ((0, PageImages()), (0, PageImages(1.0, 1.0)), (900, PageImages(0.4, 0.4))):
        verdict = triage(["a"] * characters, images)
        assert verdict.note_id
        assert verdict.note_en
        assert verdict.note == f"{verdict.note_id} / {verdict.note_en}"
    assert triage(["a"] * 900, PageImages()).note == ""


def test_scan_page(paper, read):
    paper.page().picture(0, 0, 595, 842)
    document = read(paper)
    assert kinds(document) == [PageKind.SCAN]
    assert "scanned page" in document.pages[0].note
    assert document.pages[0].reader == ""
    assert document.tables == ()


def test_scan_page_on_a_rotated_page(paper, read):
    paper.page(842, 595, rotate=90).picture(0, 0, 842, 595)
    assert kinds(read(paper)) == [PageKind.SCAN]


def test_scan_stored_in_strips(paper, read):
    paper.page()
    for top in range(0, 842, 106):
        paper.picture(0, top, 595, min(top + 106, 842))
    assert kinds(read(paper)) == [PageKind.SCAN]


def test_scan_page_with_a_printed_page_number(paper, read):
    paper.page().picture(0, 0, 595, 800)
    paper.text(297, 825, "12", align="middle")
    assert kinds(read(paper)) == [PageKind.SCAN]


def test_blank_page(paper, read):
    paper.page()
    paper.page().paragraph(60, 100, PROSE)
    document = read(paper)
    assert kinds(document) == [PageKind.BLANK, PageKind.TEXT]
    assert "blank page" in document.pages[0].note
    assert document.pages[0].lines == ()


def test_text_page(paper, read):
    paper.page().paragraph(60, 100, PROSE)
    document = read(paper)
    assert kinds(document) == [PageKind.TEXT]
    assert [line.text for line in document.pages[0].lines] == PROSE
    assert document.pages[0].note == ""


def test_page_with_few_words(paper, read):
    paper.page().text(60, 100, "BAB I PENDAHULUAN")
    document = read(paper)
    assert kinds(document) == [PageKind.TEXT]
    assert [line.text for line in document.pages[0].lines] == ["BAB I PENDAHULUAN"]


def test_mixed_page(paper, read, rows_of):
    paper.page().paragraph(60, 100, PROSE)
    paper.table([60, 200, 300], [200, 220, 240], [["Sasaran", "Target"], ["Pelayanan", "80,50"]])
    paper.picture(60, 400, 535, 780)
    document = read(paper)
    assert kinds(document) == [PageKind.MIXED]
    assert "pictures" in document.pages[0].note
    assert rows_of(document.tables[0]) == [["Sasaran", "Target"], ["Pelayanan", "80,50"]]


def test_page_with_a_small_coat_of_arms_is_a_text_page(paper, read):
    paper.page().paragraph(60, 200, PROSE)
    paper.picture(260, 50, 335, 130)
    assert kinds(read(paper)) == [PageKind.TEXT]


def test_ocr_layer_is_used_with_low_confidence(paper, read):
    paper.page().picture(0, 0, 595, 842)
    for i, line in enumerate(PROSE):
        paper.text(60, 100 + 14 * i, line, invisible=True)
    document = read(paper)
    page = document.pages[0]
    assert page.kind is PageKind.OCR_LAYER
    assert "OCR" in page.note
    assert [line.text for line in page.lines] == PROSE
    assert all(line.place.confidence < 1.0 for line in page.lines)


def test_visible_text_on_a_background_picture_is_not_an_ocr_layer(paper, read):
    paper.page().picture(0, 0, 595, 842)
    paper.paragraph(60, 100, PROSE)
    document = read(paper)
    assert kinds(document) == [PageKind.MIXED]
    assert all(line.place.confidence == 1.0 for line in document.pages[0].lines)


def test_picture_in_a_form_object_counts(paper, read):
    paper.page()
    paper.canvas.beginForm("halaman")
    paper.picture(0, 0, 595, 842)
    paper.canvas.endForm()
    paper.canvas.doForm("halaman")
    assert kinds(read(paper)) == [PageKind.SCAN]


def test_picture_in_a_form_below_the_text_hides_nothing(paper, read):
    """Objects count in the order in which they are painted, those of a form where the form stands."""
    paper.page()
    paper.canvas.beginForm("letterhead")
    paper.picture(0, 0, 595, 842)
    paper.canvas.endForm()
    paper.canvas.doForm("letterhead")
    paper.paragraph(60, 100, PROSE)
    assert kinds(read(paper)) == [PageKind.MIXED]
