import zipfile
from decimal import Decimal

import openpyxl
import pytest

from lkjip_corpus import export_xlsx as module
from lkjip_corpus.errors import ExportError
from lkjip_corpus.export_xlsx import as_number, export_xlsx, number_format

NAMES = ["Ringkasan", "Laporan", "Temuan", "Angka", "Tabel", "Halaman tak terbaca", "Kaidah", "Isi tabel"]


def column(sheet, heading):
    index = [c.value for c in sheet[1]].index(heading)
    return [row[index] for row in sheet.iter_rows(min_row=2)]


@pytest.fixture
def book(store, reading, tmp_path):
    reading.save(store)
    assert export_xlsx(store, tmp_path / "out.xlsx") == ()
    return openpyxl.load_workbook(tmp_path / "out.xlsx")


def test_sheets(book):
    assert book.sheetnames == NAMES
    for name in NAMES[1:]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref.startswith("A1:")
    assert [c.value for c in column(book["Halaman tak terbaca"], "Alasan")] == ["OCR tidak terpasang"]
    assert [c.value for c in column(book["Kaidah"], "Hasil")] == ["ada temuan", "tidak dijalankan"]
    report = {h.value: c.value for h, c in zip(book["Laporan"][1], book["Laporan"][2], strict=True)}
    assert (report["Tahun"], report["Angka"], report["Temuan tinggi"], report["Tak terbaca"]) == (
        2023,
        7,
        1,
        1,
    )
    totals = {row[0].value: row[1].value for row in book["Ringkasan"].iter_rows(min_row=3, max_row=16)}
    assert totals["Angka"] == 7
    assert totals["Kaidah: tidak dijalankan"] == 1


def test_numbers_are_numbers_as_printed(book):
    values = column(book["Angka"], "Nilai")
    assert [(c.value, c.data_type) for c in values] == [
        (1234567, "n"),
        (1234567, "n"),
        (70, "n"),
        (1000, "n"),
        ("12345678901234567", "s"),  # Excel would round it
        (None, "n"),
        (5, "n"),
    ]
    assert values[0].number_format == "#,##0"
    assert values[2].number_format == "0.00"
    raw = column(book["Angka"], "Tercetak")
    assert [(c.value, c.data_type) for c in raw[:3]] == [
        ("1.234.567", "s"),
        ("1.234.567", "s"),
        ("70,00", "s"),
    ]


def test_findings(book):
    severities = column(book["Temuan"], "Bobot")
    assert [c.value for c in severities] == ["Tinggi", "Sedang", "Rendah", "Tinggi"]  # the folded one last
    assert severities[0].fill.fgColor.rgb == "FFF8CBAD"
    message = column(book["Temuan"], "Temuan")[0]
    assert message.value == "AR-04: jumlah tidak cocok"
    assert message.alignment.wrap_text
    figures = column(book["Temuan"], "Angka tercetak")[0].value
    assert figures == "hlm. 28: Rp1.000 (JUMLAH)\nhlm. 14: 87,02 (capaian)"


def test_printed_text_never_becomes_a_formula_or_a_link(book, tmp_path):
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type in "sn" and cell.hyperlink is None for cell in row)
    assert column(book["Angka"], "Subjek")[-1].value.startswith("=HYPERLINK(")
    assert column(book["Temuan"], "Temuan")[1].value.startswith("=HYPERLINK(")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        xml = b"".join(parts.read(n) for n in parts.namelist() if "sheet" in n)
    assert b"<f>" not in xml
    assert b"<hyperlink" not in xml


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "http://x.invalid", "\tx"])
def test_dangerous_beginnings_stay_text(store, reading, tmp_path, start):
    first = reading.report.observations[0].model_copy(update={"raw": start})
    reading.with_(report=reading.report.model_copy(update={"observations": (first,)})).save(store)
    export_xlsx(store, tmp_path / "x.xlsx")
    cell = column(openpyxl.load_workbook(tmp_path / "x.xlsx")["Angka"], "Tercetak")[0]
    assert cell.data_type == "s"
    assert openpyxl.utils.escape.unescape(cell.value) == start


def test_control_characters_do_not_reach_the_sheet(store, reading, tmp_path):
    first = reading.report.observations[0].model_copy(update={"raw": "a\x0b\x01b"})
    reading.with_(report=reading.report.model_copy(update={"observations": (first,)})).save(store)
    export_xlsx(store, tmp_path / "x.xlsx")
    cell = column(openpyxl.load_workbook(tmp_path / "x.xlsx")["Angka"], "Tercetak")[0]
    assert cell.value == "a\ufffd\ufffdb"


def test_english(store, reading, tmp_path):
    reading.save(store)
    export_xlsx(store, tmp_path / "x.xlsx", lang="en", cells=False)
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["Summary", "Reports", "Findings", "Figures", "Tables", "Unread pages", "Rules"]
    assert column(book["Findings"], "Severity")[0].value == "High"
    assert column(book["Findings"], "Finding")[0].value == "AR-04: the sum does not match"


def test_limits_of_excel_are_respected_and_told(store, reading, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_ROWS", 4)
    monkeypatch.setattr(module, "MAX_CELL_ROWS", 5)
    long = reading.report.observations[0].model_copy(update={"raw": "\U0001f511" * 20_000})
    report = reading.report.model_copy(update={"observations": (long, *reading.report.observations)})
    reading.with_(report=report).save(store)
    notes = export_xlsx(store, tmp_path / "x.xlsx")
    assert any("Isi tabel ditiadakan: 6 sel" in n for n in notes)
    assert any("Lembar Angka: 5 baris" in n for n in notes)
    assert any("1 teks melebihi 32767" in n for n in notes)
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert "Isi tabel" not in book.sheetnames
    assert book["Angka"].max_row == 4
    cut = column(book["Angka"], "Tercetak")[0].value
    assert cut.endswith("[dipotong]")
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    told = [row[1].value for row in book["Ringkasan"].iter_rows()]
    assert set(notes) <= set(told)


def test_same_data_same_bytes(store, reading, tmp_path):
    reading.save(store)
    export_xlsx(store, tmp_path / "1.xlsx")
    export_xlsx(store, tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_a_failure_leaves_the_earlier_workbook(store, tmp_path, monkeypatch):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"earlier")
    monkeypatch.setattr(store, "findings", lambda **_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(ExportError, match="No space left"):
        export_xlsx(store, path)
    assert path.read_bytes() == b"earlier"
    with pytest.raises(ExportError, match=r"missing.x\.xlsx"):
        export_xlsx(store, tmp_path / "missing" / "x.xlsx")
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0", 0),
        ("0.00", 0),
        ("87.02", 87.02),
        ("-5", -5),
        ("1000.00", 1000),
        ("999999999999999", 999999999999999),
        ("9999999999999999", None),
        ("1234567890123.45", 1234567890123.45),
        ("12345678901234.56", None),
    ],
)
def test_as_number(value, number):
    assert as_number(Decimal(value)) == number


def test_number_format():
    assert number_format(Decimal("1000"), "pagu_rp") == "#,##0"
    assert number_format(Decimal("1000.50"), "realisasi_rp") == "#,##0.00"
    assert number_format(Decimal("87.020"), "capaian_pct") == "0.000"
    assert number_format(Decimal("2023"), "target") == "0"
