"""Files and pages that cannot be read: said in words, and the rest is read."""

import gc
import pickle

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from lkjip_extract import reading
from lkjip_extract.errors import BrokenFile, EmptyFile, EncryptedFile, UnreadableFile
from lkjip_extract.pdfium import Page, PdfiumError
from lkjip_extract.reading import ReadOptions, Scans, file_id, read_document
from lkjip_schemas.vocabulary import PageKind

NO_PAGES = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
xref
0 3
0000000000 65535 f\x20
0000000009 00000 n\x20
0000000058 00000 n\x20
trailer
<< /Size 3 /Root 1 0 R >>
startxref
110
%%EOF
"""


def three_pages(paper):
    for name in ("pertama", "kedua", "ketiga"):
        paper.page().text(60, 100, f"Uraian capaian kinerja halaman {name} laporan ini")
        paper.table([60, 200, 300], [200, 220, 240], [["Sasaran", "Target"], [f"Sasaran {name}", "80,50"]])
    return paper.save()


def test_reading_leaves_the_search_for_unreachable_objects_as_it_was(paper, tmp_path):
    before = gc.get_threshold()
    paper.page()
    read_document(paper.save())
    with pytest.raises(UnreadableFile):
        read_document(broken(tmp_path / "rusak.pdf"))
    assert gc.get_threshold() == before


def broken(path):
    path.write_bytes(b"%PDF-1.4 this is no PDF")
    return path


def test_empty_file(tmp_path):
    path = tmp_path / "kosong.pdf"
    path.write_bytes(b"")
    with pytest.raises(EmptyFile) as caught:
        read_document(path)
    assert caught.value.reason_id
    assert caught.value.reason_en


def test_file_that_is_not_a_pdf(tmp_path):
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"PK\x03\x04 this is a spreadsheet with a wrong name" * 50)
    with pytest.raises(BrokenFile):
        read_document(path)


def test_broken_file(tmp_path):
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    with pytest.raises(BrokenFile) as caught:
        read_document(path)
    assert "rusak" in caught.value.reason_id
    assert "damaged" in caught.value.reason_en
    assert str(path) not in str(caught.value)


def test_file_cut_off_in_the_middle(paper, tmp_path):
    whole = three_pages(paper).read_bytes()
    path = tmp_path / "terpotong.pdf"
    path.write_bytes(whole[: len(whole) // 2])
    try:
        document = read_document(path)
    except UnreadableFile:
        return
    assert len(document.pages) >= 1  # pdfium rebuilt what was there


def test_file_without_pages(tmp_path):
    path = tmp_path / "tanpa-halaman.pdf"
    path.write_bytes(NO_PAGES)
    with pytest.raises(EmptyFile) as caught:
        read_document(path)
    assert "no pages" in caught.value.reason_en


def test_encrypted_file_asks_for_a_file_without_password(new_paper):
    paper = new_paper("terkunci.pdf", encrypt=StandardEncryption("rahasia", strength=128))
    paper.page().text(60, 100, "Laporan rahasia")
    with pytest.raises(EncryptedFile) as caught:
        read_document(paper.save())
    assert "kata sandi" in caught.value.reason_id
    assert "password" in caught.value.reason_en


def test_file_encrypted_with_an_owner_password_only_is_read(new_paper, read):
    paper = new_paper(
        "terbatas.pdf", encrypt=StandardEncryption("", ownerPassword="pemilik", canCopy=0, strength=128)
    )
    paper.page().text(60, 100, "Laporan kinerja kecamatan tahun 2023")
    assert [line.text for line in read(paper).pages[0].lines] == ["Laporan kinerja kecamatan tahun 2023"]


def test_errors_cross_process_borders():
    error = pickle.loads(pickle.dumps(EncryptedFile("terkunci", "locked")))  # noqa: S301
    assert type(error) is EncryptedFile
    assert (error.reason_id, error.reason_en, str(error)) == ("terkunci", "locked", "locked")


def test_page_that_cannot_be_read_does_not_stop_the_rest(paper, rows_of, monkeypatch):
    path = three_pages(paper)
    real = reading.read_page

    def fails_on_page_two(page, number, *rest):
        if number == 2:
            raise ValueError("glyph table out of range")
        return real(page, number, *rest)

    monkeypatch.setattr(reading, "read_page", fails_on_page_two)
    document = read_document(path, ReadOptions(scans=Scans.LEAVE))
    assert [page.page for page in document.pages] == [1, 2, 3]
    assert document.pages[1].kind is PageKind.BROKEN_TEXT
    assert "glyph table out of range" in document.pages[1].note
    assert "could not be read" in document.pages[1].note
    assert document.pages[1].lines == ()
    assert [rows_of(t)[1] for t in document.tables] == [
        ["Sasaran pertama", "80,50"],
        ["Sasaran ketiga", "80,50"],
    ]


def test_page_whose_text_cannot_be_read_is_read_from_its_picture(paper, rows_of, monkeypatch):
    path = three_pages(paper)

    def fails(*_):
        raise ValueError("glyph table out of range")

    monkeypatch.setattr(reading, "read_page", fails)
    document = read_document(path)
    for page in document.pages:
        assert page.reader == "rapidocr"
        assert "glyph table out of range" in page.note
        assert "read from the picture" in page.note
    assert "Sasaran kedua" in [rows_of(t)[1][0] for t in document.tables]


def test_library_that_refuses_to_draw_does_not_stop_the_reading(paper, monkeypatch):
    paper.page().canvas.setFillGray(1)
    paper.text(60, 700, "putih")  # whether anybody sees it is asked of a drawing
    paper.canvas.setFillGray(0)
    paper.end_page()
    path = three_pages(paper)

    def fails(*_):
        raise PdfiumError("no pictures today")

    monkeypatch.setattr(Page, "picture", fails)
    document = read_document(path)
    assert [page.kind for page in document.pages] == [PageKind.TEXT] * 4
    assert len(document.tables) == 3


def test_pages_are_told_before_they_are_read(paper):
    told = []
    options = ReadOptions(borderless=False)
    read_document(three_pages(paper), options, watch=lambda page, total: told.append((page, total)))
    assert told == [(1, 3), (2, 3), (3, 3), (0, 3)]


def test_pages_to_leave_out_keep_their_reason(paper, rows_of):
    document = read_document(three_pages(paper), ReadOptions(skip={2: "dilewati / left out"}))
    assert [page.kind for page in document.pages] == [PageKind.TEXT, PageKind.BROKEN_TEXT, PageKind.TEXT]
    assert document.pages[1].note == "dilewati / left out"
    assert [rows_of(t)[1][0] for t in document.tables] == ["Sasaran pertama", "Sasaran ketiga"]


def test_report_id_is_the_sha256_of_the_file(tmp_path):
    path = tmp_path / "abc.pdf"
    path.write_bytes(b"abc")
    assert file_id(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_same_file_gives_the_same_document(paper):
    path = three_pages(paper)
    assert read_document(path) == read_document(path)


def test_document_can_be_pickled(paper):
    document = read_document(three_pages(paper))
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301
