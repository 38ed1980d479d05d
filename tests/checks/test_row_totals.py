"""AR-12: totals of rows beside their parts."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.records import LedgerEntry, TableColumn
from lkjip_schemas.vocabulary import Fate, SubjectLevel, TableKind

ROWS = [
    ("SD", "1", "-", "1"),
    ("SLTP", "1", "-", "1"),
    ("SLTA", "10", "2", "12"),
    ("Diploma", "7", "3", "10"),
    ("Sarjana", "16", "9", "25"),
    ("Pascasarjana", "2", "1", "3"),
]
TOTAL = ("Jumlah", "37", "15", "52")
HEADS = ("Laki-laki", "Perempuan", "Jumlah")


def found(builder, rows, total=TOTAL, heads=HEADS, confidence=1.0, remarks=()):
    b = builder()
    b.table(1, TableKind.SDM, 4)
    for name, *raws in (*rows, *([total] if total else [])):
        level = SubjectLevel.TOTAL if name == "Jumlah" else SubjectLevel.UNKNOWN
        figures = [(f"other:{h}", "2023", r) for h, r in zip(heads, raws, strict=True)]
        b.put(1, TableKind.SDM, 4, name, figures, level=level, confidence=confidence)
    b.ledger += [LedgerEntry(1, row, len(heads) + 2, Fate.WORDS) for row in remarks]
    report = b.report()
    columns = tuple(
        TableColumn(col=col, header=head) for col, head in enumerate(("Uraian", "", *heads, "Keterangan"))
    )
    table = report.tables[0].model_copy(update={"columns": columns})
    report = report.model_copy(update={"tables": (table,)})
    return [f for f in check_report(report)[0] if f.rule_id == "AR-12" and not f.folded_into]


def with_row(number, row):
    return [*ROWS[:number], row, *ROWS[number + 1 :]]


def test_a_row_whose_total_is_not_the_sum_of_its_parts_is_told(builder):
    (hit,) = found(builder, with_row(5, ("Pascasarjana", "2", "1", "5")))
    assert "baris “Pascasarjana”, 2 + 1 = 3, tetapi kolom “Jumlah” mencetak 5" in hit.message_id
    assert hit.expected == "3"
    assert len(hit.figures) == 3


def test_the_sum_of_the_column_is_told_where_the_row_does_not_explain_it(builder):
    rows = with_row(5, ("Pascasarjana", "2", "1", "5"))
    messages = [f.message_id for f in found(builder, rows, ("Jumlah", "37", "15", "60"))]
    assert len(messages) == 2


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [(n, a, b, str(int(c) + 1)) for n, a, b, c in ROWS],  # no sum in any row
        [(n, a, b, "100") for n, a, b, _ in ROWS],
        ROWS[:3],  # too few rows
    ],
)
def test_where_the_table_does_not_add_up_its_rows_nothing_is_told(builder, rows):
    assert not [f for f in found(builder, rows, None) if "baris" in f.message_id]


@pytest.mark.parametrize(("remarks", "told"), [([5], 0), ([0], 1), (range(6), 1)])
def test_a_remark_on_a_row_may_explain_it(builder, remarks, told):
    rows = with_row(5, ("Pascasarjana", "2", "1", "5"))
    assert len(found(builder, rows, None, remarks=remarks)) == told


def test_small_counts_may_add_up_by_chance(builder):
    rows = [(f"Kelurahan {n}", *raws) for n, raws in enumerate(["112", "213", "123", "112", "115"])]
    assert not found(builder, rows, None)


def test_a_column_that_is_not_called_a_total_is_no_sum(builder):
    rows = with_row(5, ("Pascasarjana", "2", "1", "5"))
    assert not found(builder, rows, None, ("Laki-laki", "Perempuan", "Pegawai"))


@pytest.mark.parametrize(
    "row",
    [
        ("Tenaga kontrak", "-", "-", "7"),
        ("Rata-rata desa", "251", "249", "501"),
        ("Persentase (%)", "50", "51", "100"),
        ("Mobil (1 rusak berat)", "5", "2", "8"),
    ],
)
def test_rows_of_another_nature_are_no_sums(builder, row):
    assert not found(builder, [*ROWS, row], None)


def test_a_figure_in_doubt_asks_only(builder):
    hits = found(builder, with_row(5, ("Pascasarjana", "2", "1", "5")), confidence=0.5)
    assert {h.finding_class.value for h in hits} == {"e"}


def test_parts_may_stand_behind_the_total(builder):
    rows = [(n, c, a, b) for n, a, b, c in with_row(5, ("Pascasarjana", "2", "1", "5"))]
    (hit,) = found(builder, rows, ("Jumlah", "52", "37", "15"), ("Jumlah", "Baik", "Rusak"))
    assert "2 + 1 = 3" in hit.message_id
