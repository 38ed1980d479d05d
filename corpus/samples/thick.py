"""Reports of as many pages as wanted: a planted report, and annexes of made-up activities behind it."""

import io
import random

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

PHRASE = (
    "pelaksanaan kegiatan pembinaan masyarakat desa kelurahan pelayanan administrasi peningkatan kualitas sarana "
    "prasarana koordinasi pemerintahan ketertiban umum pemberdayaan penyusunan dokumen perencanaan evaluasi laporan "
    "pengendalian kebersihan lingkungan pendidikan kesehatan pertanian usaha mikro data kependudukan rapat sosialisasi"
)
WORDS = PHRASE.split()
COLUMNS = (50, 80, 290, 380, 470, 545)
ROW, TOP, ROWS = 22, 760, 28


def thick_report(seed: int, pages: int) -> bytes:
    """A report of `pages` pages (at least those of the planted report); ten seeds in a row are years of one unit."""
    unit = "".join(chr(ord("A") + int(digit)) for digit in str(seed // 10))
    out = pypdfium2.PdfDocument.new()
    report = pypdfium2.PdfDocument(
        Pages(make_facts(seed), make_layout(seed), region=f"KABUPATEN CONTOH {unit}").pdf()
    )
    out.import_pages(report)
    if pages > len(report):
        out.import_pages(pypdfium2.PdfDocument(_annexes(random.Random(seed), pages - len(report))))
    data = io.BytesIO()
    out.save(data)
    return data.getvalue()


def _annexes(chance: random.Random, pages: int) -> bytes:
    """Pages of prose and pages with a table, in turn."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        if page % 2:
            _table(canvas, chance)
        else:
            for line in range(45):
                words = [*chance.choices(WORDS, k=11), f"{chance.randrange(1000)}"]
                canvas.drawString(60, 770 - 15 * line, " ".join(words) + ".")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def _table(canvas: Canvas, chance: random.Random) -> None:
    canvas.drawString(60, TOP + 12, "Tabel rincian kegiatan")
    canvas.grid(COLUMNS, [TOP - ROW * i for i in range(ROWS + 1)])
    heads = ("No", "Uraian", "Satuan", "Volume", "Keterangan")
    for row in range(ROWS):
        values = (
            (
                str(row),
                " ".join(chance.choices(WORDS, k=4)),
                "orang",
                str(chance.randrange(5000)),
                chance.choice(WORDS),
            )
            if row
            else heads
        )
        for x, text in zip(COLUMNS, values, strict=False):
            canvas.drawString(x + 3, TOP - ROW * row - 15, text)
