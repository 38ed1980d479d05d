"""Draws the report of `Facts` in a `Layout`. Every printed figure has a key, under which a copy may print
another text instead: that is how an error is planted."""

import io
from collections.abc import Callable, Sequence
from decimal import Decimal

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from samples.planted.facts import STAFF, YEARS, Facts, Indicator, rounded
from samples.planted.layout import Layout

Cells = Callable[[str, str], str]
MONTHS = ("Januari", "Nopember")
UNIT, PLACE = "KECAMATAN CONTOH", "Contoh"
PARTS = ("report", "agreements")
REGION = "KABUPATEN CONTOH RAYA"
COVER = ("LAPORAN KINERJA", "INSTANSI PEMERINTAH (LKjIP)", UNIT)


class Pages:
    """The pages of one report, `changes` by key instead of what the facts say."""

    def __init__(
        self,
        facts: Facts,
        layout: Layout,
        changes: dict[str, str] | None = None,
        *,
        parts: Sequence[str] = PARTS,
        region: str = REGION,
    ) -> None:
        """`parts`: of `PARTS`, for a report without its agreements, or these alone; `region` tells units apart."""
        self.region = region
        self.facts, self.layout, self.parts = facts, layout, parts
        self.changes = changes or {}
        self.used: set[str] = set()
        self.body = ParagraphStyle(
            "body", fontName=layout.font, fontSize=10, leading=14, alignment=TA_JUSTIFY
        )
        self.title = ParagraphStyle(
            "title", fontName=layout.bold, fontSize=12, leading=16, alignment=TA_CENTER
        )
        self.head = ParagraphStyle("head", fontName=layout.bold, fontSize=10.5, leading=15, spaceBefore=8)
        self.cell = ParagraphStyle(
            "cell", fontName=layout.font, fontSize=layout.size, leading=layout.size + 2
        )
        self.cell_head = ParagraphStyle(
            "cellhead", parent=self.cell, fontName=layout.bold, alignment=TA_CENTER
        )

    def said(self, key: str, text: str) -> str:
        """The text under a key, or what the copy prints instead."""
        if key in self.changes:
            self.used.add(key)
            return self.changes[key]
        return text

    def pdf(self) -> bytes:
        """The PDF; the same facts, layout and changes give the same bytes."""
        out = io.BytesIO()
        size = landscape(A4) if self.layout.landscape else A4
        document = SimpleDocTemplate(
            out, pagesize=size, leftMargin=60, rightMargin=50, topMargin=60, bottomMargin=55, invariant=1,
            title=f"LKjIP {self.facts.year} (contoh)", author="lkjip",
        )  # fmt: skip
        story: list[Flowable] = []
        if "report" in self.parts:
            story += [*self._front(), *self._planning(), *self._results(), *self._closing()]
        if "agreements" in self.parts:
            story += self._agreements()
        document.build(story)
        unknown = set(self.changes) - self.used
        if unknown:
            raise ValueError(f"no place prints {sorted(unknown)}")
        return out.getvalue()

    def _front(self) -> list[Flowable]:
        f, year = self.facts, self.facts.year
        first = f.indicators[0]
        unit = self.said("text.unit", "Kecamatan Contoh")
        own_year = self.said("text.year", str(year))
        return [
            Spacer(1, 150),
            *(self._title(t) for t in (*COVER, self.region)),
            self._title(f"TAHUN {year}"),
            PageBreak(),
            self._title("KATA PENGANTAR"),
            self._text(
                f"Laporan Kinerja {unit} ini disusun sebagai pertanggungjawaban atas pelaksanaan tugas dan "
                "fungsi selama "
                f"satu tahun. LKjIP Tahun {own_year} disusun berdasarkan Peraturan Presiden Nomor 29 Tahun "
                "2014 tentang "
                "Sistem Akuntabilitas Kinerja Instansi Pemerintah."
            ),
            *self._signature("signature.front", f"{PLACE}, 15 Januari {year + 1}", "CAMAT CONTOH", f.person),
            PageBreak(),
            self._title("IKHTISAR EKSEKUTIF"),
            self._text(
                f"Pada tahun {year} capaian kinerja indikator {first.name} sebesar "
                f"{self.layout.percent(first.share(year, cut=f.cut)).removesuffix(' %')}%. Dari anggaran sebesar "
                f"{self._amount('text.budget', f.budget)} terealisasi {self._amount('text.spent', f.spent)} atau "
                f"{self.said('text.absorbed', self._share_of(f))}%."
            ),
            PageBreak(),
            self._title("BAB I"),
            self._title("PENDAHULUAN"),
            self._head("A. Latar Belakang"),
            self._text(
                f"Kecamatan Contoh mempunyai {self.said('text.count', '5 (lima)')} seksi yang membantu camat. "
                "LKjIP Tahun "
                f"{year} adalah sarana pertanggungjawaban kinerja selama tahun {year}."
            ),
            self._head("B. Sumber Daya Manusia"),
            self._staff(),
            self._head("C. Isu Strategis"),
            self._text("Isu strategis yang dihadapi adalah mutu pelayanan publik dan tertib administrasi desa."),
            PageBreak(),
        ]  # fmt: skip

    def _staff(self) -> Table:
        rows = [
            [str(n), name, str(count)]
            for n, (name, count) in enumerate(zip(STAFF, self.facts.staff, strict=True), 1)
        ]
        total = self.said("staff.total", str(sum(self.facts.staff)))
        return self._table(
            ["No", "Pendidikan", "Jumlah Pegawai"],
            [*rows, ["", self.layout.total_word, total]],
            (40, 200, 110),
        )

    def _planning(self) -> list[Flowable]:
        f, y = self.facts, self.facts.year
        plan = [
            [
                i.sasaran, i.name, i.unit,
                *(self.said(f"plan.{n}.{year}", self._value(i, i.target[year])) for year in sorted(i.target)),
            ]
            for n, i in enumerate(f.indicators)
        ]  # fmt: skip
        programs = [
            [
                self.said(f"code.{n}", p.code),
                p.name,
                f"Persentase capaian kinerja program {n + 1}",
                "100 %",
                self.said(f"programs.{n}", self.layout.rupiah(p.budget)),
            ]
            for n, p in enumerate(f.programs)
        ]
        return [
            self._title("BAB II"),
            self._title("PERENCANAAN KINERJA"),
            self._head(f"A. Rencana Strategis {f.plan[0]}-{f.plan[1]}"),
            self._text(f"Renstra Kecamatan Contoh berlaku untuk periode {f.plan[0]}-{f.plan[1]}."),
            self._head("Tabel 2.1 Tujuan dan Sasaran Jangka Menengah"),
            self._table(
                ["Sasaran", "Indikator Kinerja", "Satuan", *(f"Target Tahun {year}" for year in YEARS)],
                plan, (120, 130, 45, 50, 50, 50),
            ),
            self._head(f"B. Perjanjian Kinerja Tahun {y}"),
            self._head(f"Tabel 2.2 Perjanjian Kinerja Tahun {y}"),
            self._agreed("body", f.indicators),
            self._head(f"Tabel 2.3 Program dan Anggaran Tahun {y}"),
            self._table(
                ["Kode", "Program", "Indikator Program", "Target", self.layout.budget_word],
                [
                    *programs,
                    ["", self.layout.total_word, "", "", self.said("programs.total", self.layout.rupiah(f.budget))],
                ],
                (60, 150, 110, 45, 100),
            ),
            PageBreak(),
        ]  # fmt: skip

    def _agreed(self, key: str, indicators: Sequence[Indicator]) -> Table:
        rows = [
            [
                str(n + 1),
                i.sasaran,
                i.name,
                self.said(f"{key}.{n}", self._value(i, i.target[self.facts.year])),
            ]
            for n, i in enumerate(indicators)
        ]
        return self._table(
            ["No", "Sasaran Strategis", "Indikator Kinerja", self.layout.target_word],
            rows,
            (25, 160, 190, 80),
        )

    def _results(self) -> list[Flowable]:
        f, y, form = self.facts, self.facts.year, self.layout
        measured = [
            [
                i.sasaran, i.name,
                self.said(f"measured.{n}.target", self._value(i, i.target[y])),
                self.said(f"measured.{n}.realised", self._value(i, i.realised[y], self._grade(i, y))),
                self.said(f"measured.{n}.share", form.percent(i.share(y, cut=f.cut))),
            ]
            for n, i in enumerate(f.indicators)
        ]  # fmt: skip
        shares = [i.share(y, cut=f.cut) for i in f.indicators]
        mean = rounded(sum(shares, Decimal(0)) / len(shares), 2)
        measured.append(["", "Rata-rata Capaian", "", "", self.said("measured.mean", form.percent(mean))])
        years = [
            [
                i.name,
                *(self.said(f"years.{n}.{year}", self._value(i, i.realised[year])) for year in sorted(i.realised)),
            ]
            for n, i in enumerate(f.indicators)
        ]  # fmt: skip
        end = self.said("progress.year", str(f.plan[1]))
        progress = [
            [
                i.name, self._value(i, i.realised[y]),
                self.said(f"progress.{n}.end", self._value(i, i.end)),
                self.said(f"progress.{n}.share", form.percent(i.progress(y))),
            ]
            for n, i in enumerate(f.indicators)
        ]  # fmt: skip
        return [
            self._title("BAB III"),
            self._title("AKUNTABILITAS KINERJA"),
            self._head("A. Capaian Kinerja Organisasi"),
            self._text(
                f"Capaian tahun {y} dibandingkan dengan tahun sebelumnya dan target jangka menengah; standar "
                "nasional untuk "
                "indikator ini tidak ada."
            ),
            self._head(f"Tabel 3.1 Pengukuran Kinerja Tahun {y}"),
            self._table(
                ["Sasaran Strategis", "Indikator Kinerja", form.target_word, "Realisasi", form.share_word], measured,
                (130, 135, 60, 75, 60), merge=form.merged,
            ),
            self._head("Tabel 3.2 Perbandingan Realisasi Kinerja"),
            self._table(
                ["Indikator Kinerja", *(f"Realisasi {year}" for year in sorted(f.indicators[0].realised))], years,
                (200, 80, 80, 80),
            ),
            self._head("Tabel 3.3 Kemajuan terhadap Target Jangka Menengah"),
            self._table(
                ["Indikator Kinerja", f"Realisasi {y}", f"Target Akhir Renstra {end}", "Tingkat Kemajuan (%)"],
                progress,
                (190, 85, 95, 85),
            ),
            self._head("Tabel 3.4 Efisiensi Penggunaan Sumber Daya"),
            self._efficiency(shares),
            PageBreak(),
            self._head("B. Realisasi Anggaran"),
            self._text(
                f"Pada tahun {y} anggaran Kecamatan Contoh sebesar {self._amount('text.budget2', f.budget)} "
                "dengan realisasi "
                f"sebesar {self._amount('text.spent2', f.spent)} atau "
                f"{self.said('text.absorbed2', self._share_of(f))}%."
            ),
            self._head(f"Tabel 3.5 Realisasi Anggaran Tahun {y}"),
            self._budget(),
            PageBreak(),
        ]  # fmt: skip

    def _grade(self, indicator: Indicator, year: int) -> str:
        """The grade that stands before a SAKIP score (PermenPANRB 88/2021, Lampiran I)."""
        if not indicator.name.startswith("Predikat"):
            return ""
        value = indicator.realised[year]
        return next(
            g
            for g, low in (("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30))
            if value > low
        )

    def _efficiency(self, shares: Sequence[Decimal]) -> Table:
        spent = [p.absorption for p in self.facts.programs]
        rows = []
        for n, (i, share) in enumerate(zip(self.facts.indicators, shares, strict=True)):
            used = spent[n % len(spent)]
            told = self.said(f"efficiency.{n}", self.layout.percent(share - used).removesuffix(" %"))
            rows.append([i.name, self.layout.percent(share), self.layout.percent(used), told])
        heads = ["Sasaran/Indikator", "% Capaian Kinerja", "% Penyerapan Anggaran", "Tingkat Efisiensi"]
        return self._table(heads, rows, (190, 90, 95, 80))

    def _budget(self) -> Table:
        form = self.layout
        rows = []
        for n, w in enumerate(self.facts.rows):
            name = w.name if w.level != "sub" or form.codes else f"- {w.name}"
            rows.append(
                [
                    self.said(f"budget.{n}.code", w.code), self.said(f"budget.{n}.name", name),
                    self.said(f"budget.{n}.budget", form.rupiah(w.budget)),
                    self.said(f"budget.{n}.spent", form.rupiah(w.spent)),
                    self.said(f"budget.{n}.share", form.percent(w.absorption)),
                ]
            )  # fmt: skip
        total = [
            "", form.total_word, self.said("budget.total", form.rupiah(self.facts.budget)),
            self.said("budget.total_spent", form.rupiah(self.facts.spent)),
            form.percent(rounded(self.facts.spent / self.facts.budget * 100, 2)),
        ]  # fmt: skip
        heads = ["Kode", "Program/Kegiatan/Sub Kegiatan", form.budget_word, "Realisasi (Rp)", "%"]
        return self._table(heads, [*rows, total], (80, 165, 92, 92, 48))

    def _closing(self) -> list[Flowable]:
        f = self.facts
        return [
            self._title("BAB IV"),
            self._title("PENUTUP"),
            self._text(
                "Rata-rata capaian kinerja menunjukkan hasil yang baik dengan penyerapan anggaran "
                f"{self._share_of(f)}%. Langkah "
                "perbaikan ke depan adalah peningkatan mutu pelayanan."
            ),
            *self._signature("signature.end", f"{PLACE}, 15 Januari {f.year + 1}", "CAMAT CONTOH", f.person),
            PageBreak(),
        ]

    def _agreements(self) -> list[Flowable]:
        story = self._agreement("agreement", "PERJANJIAN KINERJA", "10 Januari")
        if self.facts.revised:
            story += self._agreement("revision", "PERUBAHAN PERJANJIAN KINERJA", "7 Nopember")
        return story[:-1]

    def _agreement(self, key: str, title: str, day: str) -> list[Flowable]:
        f = self.facts
        programs = [
            [str(n + 1), p.name.capitalize(), self.said(f"{key}.program.{n}", self.layout.rupiah(p.budget))]
            for n, p in enumerate(f.programs)
        ]
        return [
            self._title(f"{title} TAHUN {f.year}"),
            self._title(UNIT),
            self._title(self.region),
            self._text(
                "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta "
                "berorientasi pada "
                f"hasil, kami yang bertanda tangan di bawah ini: Nama: {f.person[0]}, Jabatan: Camat Contoh, "
                "selanjutnya disebut "
                f"PIHAK PERTAMA; Nama: {f.superior[0]}, Jabatan: Bupati Contoh Raya, selaku atasan pihak "
                "pertama, selanjutnya "
                "disebut PIHAK KEDUA. Pihak pertama berjanji akan mewujudkan target kinerja sesuai lampiran "
                "perjanjian ini."
            ),
            self._agreed(key, f.indicators),
            Spacer(1, 10),
            self._table(["No", "Program", "Anggaran"], programs, (25, 300, 130)),
            *self._signature(f"{key}.signature", f"{PLACE}, {day} {f.year}", "PIHAK PERTAMA", f.person),
            PageBreak(),
        ]  # fmt: skip

    def _signature(self, key: str, dated: str, role: str, person: tuple[str, str, str]) -> list[Flowable]:
        name, rank, nip = person
        style = ParagraphStyle("sign", parent=self.body, leftIndent=250, alignment=TA_CENTER)
        lines = (
            dated, role, "", "", self.said(f"{key}.name", name), self.said(f"{key}.rank", rank),
            f"NIP. {self.said(f'{key}.nip', nip)}",
        )  # fmt: skip
        return [Spacer(1, 20), *(Paragraph(line or "&nbsp;", style) for line in lines)]

    def _value(self, indicator: Indicator, value: Decimal, grade: str = "") -> str:
        text = self.layout.number(value, trim=indicator.decimals == 0)
        if grade:
            return f"{grade} ({text})"
        return f"{text} %" if indicator.unit == "%" and self.layout.percent_in_cell else text

    def _amount(self, key: str, value: Decimal) -> str:
        grouped = f"{value:,.0f}".replace(",", ".")
        return self.said(key, f"Rp. {grouped},-")

    def _share_of(self, facts: Facts) -> str:
        return f"{rounded(facts.spent / facts.budget * 100, 2)}".replace(".", ",")

    def _title(self, text: str) -> Paragraph:
        return Paragraph(text, self.title)

    def _head(self, text: str) -> Paragraph:
        return Paragraph(text, self.head)

    def _text(self, text: str) -> Paragraph:
        return Paragraph(text, self.body)

    def _table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        merge: bool = False,
    ) -> Table:
        form = self.layout
        data = [[Paragraph(h, self.cell_head) for h in heads]]
        if form.index_row:
            data.append([Paragraph(str(n), self.cell_head) for n in range(1, len(heads) + 1)])
        first = len(data)
        data += [[Paragraph(text, self.cell) for text in row] for row in rows]
        line = {"grid": 0.8, "thin": 0.3, "box": 0.5}[form.ruled]
        style = [
            ("GRID", (0, 0), (-1, -1), line, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if form.ruled == "box" else "TOP"),
        ]
        if form.shaded:
            style.append(("BACKGROUND", (0, 0), (-1, first - 1), colors.Color(0.85, 0.9, 0.95)))
        if merge:
            for n, row in enumerate(rows):
                if row[0] and n + 1 < len(rows) and rows[n + 1][0] == row[0]:
                    style.append(("SPAN", (0, first + n), (0, first + n + 1)))
        scale = 1.35 if form.landscape else 1.0
        return Table(data, colWidths=[w * scale for w in widths], repeatRows=first, style=TableStyle(style))
