"""Scanned agreement pages whose content is known to the letter, and a grid of their faults.

A page is first drawn as vectors (``make_page``), then printed, stamped, copied and scanned by
``scan_faults`` (``make_scan``). All officials, places and NIP are invented.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from samples.scan_faults import Fault, Spots, clipped_left, scanned

__all__ = ["Fault", "Truth", "grid", "make_page", "make_scan"]

WIDTH, HEIGHT = A4
TABLE_WIDTH = 487.0
MARGIN = 54.0
EDGE = 10.0  # points between the page's edge and the table on the side that will be cut
PADDING = 5.0
RULE_WIDTH = 0.8
FAINTEST_GREY = 0.9
OUTCOME_WIDTHS = (30.0, 137.0, 146.0, 74.0, 100.0)
PROGRAM_WIDTHS = (30.0, 200.0, 157.0, 100.0)
LIST_WIDTHS = (30.0, 252.0, 205.0)
BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}
MONEY_FORMS = ("{},00", "Rp. {},-", "{}", "Rp {},00")

PLACES = ("CONTOHSARI", "CANDICONTOH", "MEKARCONTOH", "PURWOCONTOH", "TEGALCONTOH", "SUMBERCONTOH")
REGENCIES = ("CONTOH RAYA", "TELADAN JAYA", "UMPAMA SELATAN", "PERMISALAN")
FIRST_NAMES = ("BUDI", "SITI", "WIRA", "DEWI", "AGUS", "RAHMA", "Drs. JOKO", "Hj. NUR")
LAST_NAMES = ("TELADAN", "CONTOHWATI", "PERMISALAN", "UMPAMA", "ANDAIKATA", "MISALNO")
DEGREES = (", S.Sos", ", S.IP., M.Si", ", S.H., M.H", ", S.STP", "")

# Sasaran, indicator, unit, and the forms its target is printed in.
OUTCOMES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("Meningkatnya kualitas pelayanan publik kecamatan",
     "Indeks Kepuasan Masyarakat terhadap pelayanan", "Indeks", ("82,50", "80", "86,3", "3,35")),
    ("Meningkatnya akuntabilitas kinerja perangkat daerah",
     "Nilai evaluasi SAKIP kecamatan", "Nilai", ("71,06", "65", "78,4", "60,01")),
    ("Terwujudnya tertib administrasi pemerintahan desa",
     "Persentase desa yang menyusun APBDes tepat waktu", "Persen", ("100 %", "95%", "87,5 %", "100")),
    ("Meningkatnya koordinasi perencanaan pembangunan",
     "Jumlah dokumen hasil musrenbang kecamatan", "Dokumen", ("12 dokumen", "4 dokumen", "18", "1 dokumen")),
    ("Meningkatnya pemberdayaan masyarakat",
     "Jumlah kelompok masyarakat yang dibina", "Orang", ("1.250", "2.475", "340 orang", "1.086")),
    ("Terpeliharanya ketenteraman dan ketertiban umum",
     "Persentase gangguan ketertiban yang diselesaikan", "%", ("90", "92,75", "75 %", "98,6")),
    ("Meningkatnya efektivitas pengelolaan keuangan",
     "Persentase serapan anggaran perangkat daerah", "Persen", ("96,40", "93 %", "89,15", "97")),
    ("Meningkatnya tata kelola kelurahan",
     "Indeks desa membangun", "Indeks", ("3,35", "0,7125", "2,80", "0,68")),
    ("Meningkatnya kesejahteraan keluarga",
     "Jumlah laporan pembinaan lembaga kemasyarakatan", "Laporan", ("12 laporan", "24", "36 laporan", "6")),
)  # fmt: skip
PROGRAMS = (
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
    "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
    "Program Koordinasi Ketenteraman dan Ketertiban Umum",
    "Program Penyelenggaraan Urusan Pemerintahan Umum",
    "Program Pembinaan dan Pengawasan Pemerintahan Desa",
    "Program Pelayanan Administrasi Perkantoran",
)


@dataclass(frozen=True)
class Truth:
    """What a page says.

    `rows`: the ruled table as printed, its header and its index row first. `amounts`: label and amount as
    printed of each program and of the total, whether the programs stand in a ruled table or in a list
    without rulings. `figures`: all targets and amounts, from top to bottom.
    """

    rows: tuple[tuple[str, ...], ...]
    amounts: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]

    @property
    def targets(self) -> tuple[tuple[str, str], ...]:
        """Label (the indicator) and target as printed of each row under the index row."""
        return tuple((row[2], row[-1]) for row in self.rows[2:])


class _Sheet:
    """One page while it is drawn: `left` edge of the print and `top` of what comes next, in points.

    `top` counts from the page's upper edge.
    """

    def __init__(self, seed: int, fault: Fault) -> None:
        """Open an empty page for this seed."""
        self.random = np.random.default_rng([seed, 2])
        self.fault = fault
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, invariant=1, pageCompression=1)
        self.left = MARGIN
        if fault.clipped:
            self.left = EDGE if clipped_left(seed) else WIDTH - EDGE - TABLE_WIDTH
        self.top = MARGIN

    def style(self, alignment: int, *, bold: bool = False) -> ParagraphStyle:
        """A style in the page's font and size."""
        font, size = self.fault.font, self.fault.size
        return ParagraphStyle(
            "s",
            fontName=BOLD[font] if bold else font,
            fontSize=size,
            leading=1.2 * size,
            alignment=alignment,
        )

    def lines(self, x: float, width: float, texts: Sequence[str], *, bold: bool = False) -> float:
        """Print centred lines into a column from `top` on without moving it; returns where they end."""
        top = self.top
        for text in texts:
            top += self.paragraph(text, x, top, width, self.style(TA_CENTER, bold=bold))
        return top

    def paragraph(self, text: str, x: float, top: float, width: float, style: ParagraphStyle) -> float:
        """Print wrapped text; returns its height."""
        paragraph = Paragraph(escape(text), style)
        _, height = paragraph.wrap(width, HEIGHT)
        paragraph.drawOn(self.canvas, x, HEIGHT - top - height)
        return float(height)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        header_rows: int,
        alignments: Sequence[int],
    ) -> None:
        """Print a ruled table and move below it."""
        padding = float(self.random.choice([2.5, 4.0, 6.0]))
        shaded = bool(self.random.integers(4) == 0)
        xs = [self.left + sum(widths[:number]) for number in range(len(widths) + 1)]
        tops = [self.top]
        for number, row in enumerate(rows):
            height = self.row_height(row, widths, bold=number < header_rows) + 2 * padding
            if shaded and number < header_rows:
                self.canvas.setFillGray(0.85)
                self.canvas.rect(
                    self.left, HEIGHT - self.top - height, xs[-1] - xs[0], height, stroke=0, fill=1
                )
                self.canvas.setFillGray(0)
            for text, x, width, alignment in zip(row, xs, widths, alignments, strict=False):
                style = self.style(TA_CENTER, bold=True) if number < header_rows else self.style(alignment)
                self.paragraph(text, x + PADDING, self.top + padding, width - 2 * PADDING, style)
            self.top += height
            tops.append(self.top)
        self.rulings(xs, tops, header_rows)

    def row_height(self, row: Sequence[str], widths: Sequence[float], *, bold: bool) -> float:
        """Height of the highest cell of a row, without padding."""
        style = self.style(TA_LEFT, bold=bold)
        paragraphs = [
            (Paragraph(escape(text), style), width) for text, width in zip(row, widths, strict=True)
        ]
        return float(max(p.wrap(width - 2 * PADDING, HEIGHT)[1] for p, width in paragraphs))

    def rulings(self, xs: Sequence[float], tops: Sequence[float], header_rows: int) -> None:
        """Draw the grid of a table as faint, broken or dotted as the fault says."""
        faint = self.fault.faint_rulings
        self.canvas.setStrokeGray(FAINTEST_GREY * faint)
        self.canvas.setLineWidth(RULE_WIDTH * (1 - faint / 2))
        self.canvas.setLineCap(2)
        for number, top in enumerate(tops):
            if self.fault.dotted_rulings and header_rows < number < len(tops) - 1:
                self.canvas.setLineCap(1)
                self.canvas.setDash(0.1, 2.4)
            for start, end in self.pieces(xs[0], xs[-1]):
                self.canvas.line(start, HEIGHT - top, end, HEIGHT - top)
            self.canvas.setDash()
            self.canvas.setLineCap(2)
        for x in xs:
            for start, end in self.pieces(tops[0], tops[-1]):
                self.canvas.line(x, HEIGHT - start, x, HEIGHT - end)
        self.canvas.setLineCap(0)
        self.canvas.setStrokeGray(0)

    def pieces(self, start: float, end: float) -> Iterator[tuple[float, float]]:
        """The parts of a ruling that are printed: all of it, or what irregular gaps leave."""
        while self.fault.broken_rulings:
            stop = start + self.random.uniform(15, 110)
            if stop >= end:
                break
            yield start, stop
            start = min(stop + self.random.uniform(2, 9), end)
        yield start, end

    def open_list(self, rows: Sequence[tuple[str, str]], total: tuple[str, str]) -> None:
        """Print numbered labels with amounts flush right and no rulings but one above the total."""
        number_width, label_width, amount_width = LIST_WIDTHS
        label_x = self.left + number_width
        amount_x = label_x + label_width
        entries = [(f"{number}.", *row) for number, row in enumerate(rows, start=1)]
        for number, label, amount in (*entries, ("", *total)):
            if not number:
                self.canvas.setLineWidth(RULE_WIDTH)
                self.canvas.line(
                    amount_x + 50, HEIGHT - self.top + 1, self.left + TABLE_WIDTH, HEIGHT - self.top + 1
                )
            self.paragraph(number, self.left + PADDING, self.top, number_width, self.style(TA_LEFT))
            height = self.paragraph(
                label, label_x, self.top, label_width, self.style(TA_LEFT, bold=not number)
            )
            self.paragraph(
                amount, amount_x, self.top, amount_width - PADDING, self.style(TA_RIGHT, bold=not number)
            )
            self.top += height + 4


def make_page(seed: int, fault: Fault) -> tuple[bytes, Truth]:
    """The page of this seed as vectors (a one-page PDF with text), and what it says.

    Of the fault only font, size, rulings and the layout of a clipped page are seen.
    """
    page, truth, _ = _drawn(seed, fault)
    return page, truth


def make_scan(seed: int, fault: Fault) -> tuple[bytes, Truth]:
    """A one-page PDF that holds only the degraded picture of the page, and what the page says."""
    page, truth, spots = _drawn(seed, fault)
    return scanned(page, spots, seed, fault), truth


def _drawn(seed: int, fault: Fault) -> tuple[bytes, Truth, Spots]:
    random = np.random.default_rng(seed)
    outcomes, programs = int(random.integers(3, 7)), int(random.integers(2, 6))
    while True:  # a large font leaves room for fewer rows
        sheet = _Sheet(seed, fault)
        truth = _content(seed, outcomes, programs)
        spots = _draw(sheet, truth, np.random.default_rng([seed, 3]))
        if sheet.top <= HEIGHT - MARGIN / 2 or (outcomes, programs) == (3, 2):
            sheet.canvas.save()
            return sheet.out.getvalue(), truth, spots
        outcomes, programs = (outcomes - 1, programs) if outcomes > 3 else (outcomes, programs - 1)


def _content(seed: int, outcomes: int, programs: int) -> Truth:
    random = np.random.default_rng([seed, 4])
    rows: list[tuple[str, ...]] = [
        ("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET"),
        ("1", "2", "3", "4", "5"),
    ]
    for number, chosen in enumerate(random.permutation(len(OUTCOMES))[:outcomes], start=1):
        goal, indicator, unit, targets = OUTCOMES[chosen]
        rows.append((f"{number}", goal, indicator, unit, targets[random.integers(len(targets))]))
    form = MONEY_FORMS[random.integers(len(MONEY_FORMS))]
    steps = random.choice([1, 1, 50, 1000], programs)  # rupiah to which an amount is rounded
    values = [int(10 ** random.uniform(6.7, 9.8)) // int(step) * int(step) for step in steps]
    labels = [PROGRAMS[chosen] for chosen in random.permutation(len(PROGRAMS))[:programs]]
    labels.append(("JUMLAH", "TOTAL", "JUMLAH ANGGARAN")[random.integers(3)])
    printed = [form.format(f"{value:,}".replace(",", ".")) for value in (*values, sum(values))]
    figures = (*(row[-1] for row in rows[2:]), *printed)
    return Truth(tuple(rows), tuple(zip(labels, printed, strict=True)), figures)


def _draw(sheet: _Sheet, truth: Truth, random: np.random.Generator) -> Spots:
    place, regency = PLACES[random.integers(len(PLACES))], REGENCIES[random.integers(len(REGENCIES))]
    title = ("PERJANJIAN KINERJA TAHUN 2023", f"KECAMATAN {place}", f"KABUPATEN {regency}")
    sheet.top = sheet.lines(sheet.left, TABLE_WIDTH, title, bold=True) + 14
    sheet.table(truth.rows, OUTCOME_WIDTHS, 2, (TA_CENTER, TA_LEFT, TA_LEFT, TA_CENTER, TA_CENTER))
    sheet.top += 14
    *programs, total = truth.amounts
    if random.integers(2):
        rows = [("NO", "PROGRAM", "ANGGARAN (Rp)", "KETERANGAN")]
        rows += [(f"{number}", *amount, "APBD") for number, amount in enumerate(programs, start=1)]
        rows.append(("", *total, ""))
        sheet.table(rows, PROGRAM_WIDTHS, 1, (TA_CENTER, TA_LEFT, TA_RIGHT, TA_CENTER))
    else:
        head = sheet.style(TA_LEFT, bold=True)
        sheet.paragraph("PROGRAM", sheet.left + LIST_WIDTHS[0], sheet.top, LIST_WIDTHS[1], head)
        right = sheet.style(TA_RIGHT, bold=True)
        amount_x = sheet.left + sum(LIST_WIDTHS[:2])
        sheet.top += sheet.paragraph("ANGGARAN", amount_x, sheet.top, LIST_WIDTHS[2] - PADDING, right) + 5
        sheet.open_list(programs, total)
    list_bottom = sheet.top
    sheet.top += 16
    return Spots(list_bottom, _signature_block(sheet, place, regency, random))


def _signature_block(
    sheet: _Sheet, place: str, regency: str, random: np.random.Generator
) -> tuple[tuple[float, float], ...]:
    """Print both parties, the superior at the left; returns the middle of each signature's space."""
    half = TABLE_WIDTH / 2
    date = f"{place.title()}, {random.integers(2, 29)} Januari 2023"
    heads = (["", "PIHAK KEDUA,", f"BUPATI {regency}"], [date, "PIHAK PERTAMA,", f"CAMAT {place}"])
    above = sheet.top
    tops = []
    for side, head in enumerate(heads):
        sheet.top = above + (1.2 * sheet.fault.size if not head[0] else 0)
        tops.append(sheet.lines(sheet.left + side * half, half, [text for text in head if text]))
    spots = []
    for side in range(2):
        sheet.top = max(tops) + 44
        x = sheet.left + side * half
        name = (
            f"{FIRST_NAMES[random.integers(8)]} {LAST_NAMES[random.integers(6)]}{DEGREES[random.integers(5)]}"
        )
        sheet.top = sheet.lines(x, half, [name], bold=True)
        if side:
            birth = f"19{random.integers(62, 90)}{random.integers(1, 13):02}{random.integers(1, 29):02}"
            entry = f"20{random.integers(0, 13):02}{random.integers(1, 13):02}"
            nip = f"NIP. {birth} {entry} {random.integers(1, 3)} {random.integers(1, 20):03}"
            sheet.top = sheet.lines(x, half, [nip])
        spots.append((x + half / 2, max(tops) + 22))
    return tuple(spots)


STRENGTHS: tuple[tuple[int, tuple[Fault, ...]], ...] = (
    (10, (Fault(),)),
    (2, tuple(Fault(noise=sigma) for sigma in (4, 6, 8, 10, 12, 14, 16, 18))),
    (3, tuple(Fault(blur=sigma) for sigma in (0.4, 0.6, 0.8, 1.0, 1.2))),
    (2, tuple(Fault(skew=degrees) for degrees in (-4, -3, -2, -1, -0.5, 0.5, 1, 2, 3, 4))),
    (4, tuple(Fault(dpi=dpi) for dpi in (110, 150, 300))),
    (4, tuple(Fault(turn=degrees) for degrees in (90, 180, 270))),
    (2, tuple(Fault(warp=points) for points in (2, 3, 4.5, 6, 7.5, 9))),
    (4, tuple(Fault(size=points) for points in (9, 10, 12))),
    (6, (Fault(font="Times-Roman"), Fault(font="Courier"))),
    (2, tuple(Fault(faint_rulings=share) for share in (0.3, 0.5, 0.7, 0.85, 1.0))),
    (6, (Fault(black_edges=True), Fault(broken_rulings=True), Fault(dotted_rulings=True))),
    (6, (Fault(one_bit=True), Fault(stamp=True), Fault(clipped=True), Fault(shadow=True))),
)
"""Each fault alone: how many pages of each strength."""

MILD: dict[str, tuple[object, ...]] = {
    "dpi": (150, 300),
    "noise": (4.0, 6.0, 8.0),
    "blur": (0.4, 0.6),
    "skew": (-1.5, -0.7, 0.4, 0.9, 1.6),
    "turn": (90, 180, 270),
    "warp": (2.0, 3.0),
    "black_edges": (True,),
    "faint_rulings": (0.3, 0.5),
    "broken_rulings": (True,),
    "dotted_rulings": (True,),
    "one_bit": (True,),
    "stamp": (True,),
    "clipped": (True,),
    "shadow": (True,),
    "font": ("Times-Roman", "Courier"),
    "size": (10.0, 12.0),
}
"""Strengths that pages with two or three faults draw from."""
COMBINED_PAGES = 80
FIRST_SEED = 1000
GRID_SEED = 20230103


def grid() -> list[tuple[int, Fault]]:
    """Seed and fault of every page: clean ones, each fault alone, then mild faults together."""
    faults = [fault for pages, strengths in STRENGTHS for fault in strengths for _ in range(pages)]
    random = np.random.default_rng(GRID_SEED)
    for number in range(COMBINED_PAGES):
        names = random.permutation(sorted(MILD))[: 2 + number % 2]
        chosen = {str(name): MILD[name][random.integers(len(MILD[name]))] for name in names}
        faults.append(Fault(**chosen))  # type: ignore[arg-type]  # each value belongs to its field
    return list(enumerate(faults, start=FIRST_SEED))
