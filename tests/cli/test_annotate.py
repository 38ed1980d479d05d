"""The marked-up copy: standard annotations on the figures, the pages themselves untouched."""

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from lkjip.commands.annotate import annotate
from lkjip.marked_copy import Mark, write_marked
from lkjip_corpus.reviews import Review
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import Decision, Severity

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"


def notes(path):
    """(page, kind, rectangle in points of the page as displayed, author, text) of every annotation that has a text."""
    found = []
    book = pypdfium2.PdfDocument(path)
    for number in range(len(book)):
        page = book[number]
        for i in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            one = pdfium.FPDFPage_GetAnnot(page.raw, i)
            rect = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(one, ctypes.byref(rect))
            corners = [displayed(page, x, y) for x, y in ((rect.left, rect.bottom), (rect.right, rect.top))]
            box = Box(
                min(c[0] for c in corners),
                min(c[1] for c in corners),
                max(c[0] for c in corners),
                max(c[1] for c in corners),
            )
            found.append(
                (
                    number + 1,
                    pdfium.FPDFAnnot_GetSubtype(one),
                    box,
                    string(one, b"T"),
                    string(one, b"Contents"),
                )
            )
    book.close()
    return [n for n in found if n[4]]


def displayed(page, x, y):
    width, height = page.get_size()
    px, py = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page.raw, 0, 0, round(width * 100), round(height * 100), 0, x, y, ctypes.byref(px), ctypes.byref(py)
    )
    return px.value / 100, py.value / 100


def string(annotation, key):
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length
    )
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le")


def pictures(path):
    """The pages as drawn without annotations."""
    book = pypdfium2.PdfDocument(path)
    return [
        book[n].render(scale=1, may_draw_forms=False, draw_annots=False).to_pil().tobytes()
        for n in range(len(book))
    ]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_mark_stands_on_its_figure_also_on_rotated_pages(tmp_path, rotation):
    path, out = tmp_path / "a.pdf", tmp_path / "b.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    canvas.drawString(100, 500, "70")
    canvas.setPageRotation(rotation)
    canvas.showPage()
    canvas.save()
    page = pypdfium2.PdfDocument(path)[0]
    left, bottom, right, top = page.get_textpage().get_charbox(0)
    a, b = displayed(page, left, bottom), displayed(page, right, top)
    box = Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    marks = [
        Mark(1, box, "CT-01: target 70, semestinya “75”", Severity.HIGH),
        Mark(1, box, "CP-02", Severity.LOW),
    ]
    assert (
        write_marked(
            path,
            [*marks, Mark(1, None, "catatan", Severity.LOW), Mark(9, box, "no such page", Severity.LOW)],
            out,
        )
        == 2
    )
    mark, note = sorted(notes(out), key=lambda n: n[4], reverse=False)
    assert mark[4] == "CT-01: target 70, semestinya “75”\n\nCP-02" and mark[3] == "lkjip"
    assert (mark[1], note[1]) == (pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_TEXT)
    assert (
        abs(mark[2].x0 - box.x0) < 1.5
        and abs(mark[2].bottom - box.bottom) < 1.5
        and abs(mark[2].top - box.top) < 1.5
    )
    assert 0 <= note[2].x0 < 30 and 0 <= note[2].top < 30
    assert pictures(path) == pictures(out)


@pytest.fixture(scope="module")
def database(lkjip, tmp_path_factory):
    path = tmp_path_factory.mktemp("marked") / "sample.db"
    lkjip("run", SAMPLE, "--db", path)
    return path


def test_every_place_of_every_finding_is_marked_and_the_pages_are_the_same(database, tmp_path, capsys):
    before = SAMPLE.read_bytes()
    out = tmp_path / "marked.pdf"
    assert annotate(SAMPLE, out, database, Language.ID) == 0
    assert SAMPLE.read_bytes() == before and pictures(SAMPLE) == pictures(out)
    told = " ".join(n[4] for n in notes(out))
    with Store.open(database, read_only=True) as store:
        found = [f for f in store.findings() if f["class"] != "e"]
    assert all(f["message_id"] in told for f in found)
    assert f"{len(found)} temuan" in capsys.readouterr().out
    pages = {n[0] for n in notes(out)}
    assert {8, 17, 19} & pages


def test_what_a_reviewer_rejected_is_left_out(database, tmp_path):
    with Store.open(database) as store:
        first = next(f for f in store.findings() if f["class"] != "e")
        store.decide(
            Review(
                first["report_id"],
                Decision.REJECTED,
                "Ani",
                "2024-02-01T08:00:00+00:00",
                first["finding_key"],
                "sudah dijelaskan",
            )
        )
    out = tmp_path / "marked.pdf"
    annotate(SAMPLE, out, database, Language.ID)
    assert first["message_id"] not in " ".join(n[4] for n in notes(out))


def test_a_report_that_is_not_in_the_database_is_read(tmp_path, capsys):
    assert annotate(SAMPLE, tmp_path / "out.pdf", tmp_path / "none.db", Language.EN) == 0
    assert any(n[4].startswith("CT-01 [high]") for n in notes(tmp_path / "out.pdf"))


def test_the_original_is_never_overwritten(tmp_path, capsys):
    path = tmp_path / "a.pdf"
    path.write_bytes(SAMPLE.read_bytes())
    assert annotate(path, path, None, Language.EN) == 2
    assert path.read_bytes() == SAMPLE.read_bytes()
    assert annotate(tmp_path / "none.pdf", tmp_path / "b.pdf", None, Language.EN) == 4
    assert annotate(path, tmp_path / "no" / "folder.pdf", None, Language.EN) == 2
