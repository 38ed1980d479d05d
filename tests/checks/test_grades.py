"""CT-09 over printed scales: bounds in all their spellings, the column of predicates, words inside indicator names."""

from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_checks.printed_scales import band_of
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence
from lkjip_schemas.records import TableColumn
from lkjip_schemas.table_records import Pengukuran, Skala, Skm
from lkjip_schemas.vocabulary import Measure, Outcome, TableKind


def at(page):
    return Place(page, Box(70, 100, 300, 112))


def scale(*bands):
    return [
        Skala(table_no=9, row=n, place=at(10), rentang=bounds, label=label)
        for n, (bounds, label) in enumerate(bands)
    ]


OFFICIAL = scale(
    ("91 ≤", "Sangat Tinggi"), ("76 ≤ 90", "Tinggi"), ("66 ≤ 75", "Sedang"), ("51 ≤ 65", "Rendah"), ("≤ 50", "Sangat Rendah"),
)  # fmt: skip


def judged(b, records):
    findings, runs = check_report(b.report().model_copy(update={"records": tuple(records)}))
    return next(r.outcome for r in runs if r.rule_id == "CT-09"), [
        f for f in findings if f.rule_id == "CT-09"
    ]


@pytest.mark.parametrize(
    ("printed", "inside", "outside"),
    [
        ("91% ≤ 100%", "95", "90"), ("76 - 90", "90", "91"), ("> 85 s/d 100", "85.5", "85"), ("≥ 91", "140", "90.9"),
        ("91 ke atas", "91", "90"), ("50 ke bawah", "50", "51"), ("Lebih dari 100 %", "100.5", "100"),
        ("Kurang dari 55 %", "54", "55"), ("< 50,00", "49.99", "50"), ("70% – < 85%", "84.9", "85"), ("91 ≤", "99", "90"),
        ("76,00 ≤ x < 91,00", "76", "91"), ("76 < nilai ≤ 91", "91", "76"), ("76,00 ≤ x < 91,00", "90.99", "75.99"),
    ],
)  # fmt: skip
def test_bounds_as_they_are_printed(printed, inside, outside):
    (record,) = scale((printed, "Baik"))
    band = band_of(record)
    assert band.holds(Decimal(inside))
    assert not band.holds(Decimal(outside))


@pytest.mark.parametrize("printed", ["Sangat Baik", "A", ""])
def test_words_are_no_bounds(printed):
    assert band_of(scale((printed, "x"))[0]) is None


@pytest.mark.parametrize(
    ("share", "word", "right"),
    [
        ("96,67", "Tinggi", "Sangat Tinggi"),
        ("96,67", "Sangat Tinggi", None),
        ("128,76", "Sangat Tinggi", None),
        ("90,50", "Tinggi", None),  # between the bands: no word is surely right
        ("96,67", "Tercapai", None),  # no word of the scale
    ],
)
def test_the_column_of_predicates(builder, share, word, right):
    b = builder()
    b.indicator(1, 11, "Indeks Kepuasan Masyarakat", "90", "91", share)
    row = Pengukuran(table_no=1, row=0, place=at(11), indikator="Indeks Kepuasan Masyarakat", predikat=word)
    outcome, findings = judged(b, [*OFFICIAL, row])
    assert [f.expected for f in findings] == ([right] if right else [])
    assert outcome is (Outcome.FAIL if right else Outcome.NOT_RUN if word == "Tercapai" else Outcome.PASS)


@pytest.mark.parametrize(("target", "right"), [("80", "Memuaskan"), ("65", None)])
def test_a_word_promised_by_the_name_of_an_indicator(builder, target, right):
    own = scale(
        ("80 - 100", "Memuaskan"), ("70 - 79", "Sangat Baik"), ("60 - 69", "Baik"), ("0 - 59", "Kurang")
    )
    b = builder()
    b.put(
        1, TableKind.PK_SASARAN, 27, "Kecamatan berpredikat kinerja baik", [(Measure.TARGET, "2023", target)]
    )
    _, findings = judged(b, own)
    assert [right in f.message_en for f in findings] == ([True] if right else [])


AKIP = scale(
    ("90 - 100", "Sangat Memuaskan"), ("80 - 89", "Memuaskan"), ("70 - 79", "Sangat Baik"), ("60 - 69", "Baik"),
    ("50 - 59", "Cukup"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("score", "told"), [("Sangat Baik (70.00)", 1), ("Sangat Baik (70.01)", 0), ("Memuaskan (85)", 0)]
)
def test_a_score_on_a_bound_of_the_national_scale(builder, score, told):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 20, "Predikat Kinerja Kecamatan", [(Measure.TARGET, "2023", "1")])
    word, number = score.rstrip(")").split(" (")
    own = b.observations[-1]
    b.observations[-1] = own.model_copy(update={"value": Decimal(number), "text": word, "raw": score})
    _, found = judged(b, AKIP)
    assert ["masih “Baik”" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("text", "bands", "told"),
    [
        ("Capaian yang tergolong sangat tinggi tersebut dapat tercapai.", AKIP, True),
        ("Capaian kinerja tersebut berpredikat sangat memuaskan.", AKIP, False),
        ("Capaian yang tergolong sangat tinggi tersebut dapat tercapai.", OFFICIAL, False),
        ("Wilayah dengan risiko bencana yang tergolong tinggi.", AKIP, False),
    ],
)
def test_words_of_another_scale(builder, text, bands, told):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 20, "Nilai SAKIP Kecamatan", [(Measure.TARGET, "2023", "70")])
    prose = Prose(sentences=(ToldSentence(text=text, heading="UPAYA", place=at(25)),))
    report = b.report().model_copy(update={"records": tuple(bands), "prose": prose})
    found = [f for f in check_report(report)[0] if f.rule_id == "CT-09"]
    assert ["dua skala bercampur" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("text", "rule_id", "wanted"),
    [
        (
            "IKM Dinas sebesar 83,47 termasuk mutu pelayanan A (Sangat Baik).",
            "CP-11",
            "berpredikat B menurut",
        ),
        ("IKM Dinas sebesar 88,47 termasuk mutu pelayanan A (Sangat Baik).", "CP-11", ""),
        (
            "Nilai IKM sebesar 82,17 dari target 80,50. | Nilai ini berada pada mutu pelayanan A (Sangat Baik).",
            "CP-11",
            "nilai 82,17 berpredikat B menurut",
        ),
        (
            "Nilai IKM naik dari 79,86 menjadi 88,47. | Nilai tersebut termasuk mutu pelayanan B.",
            "CP-11",
            "",
        ),  # which one is not sure
        ("Nilai IKM sebesar 88,47. | Nilai ini termasuk mutu pelayanan A (Sangat Baik).", "CP-11", ""),
        ("Nilai SAKIP mencapai 71,35 dengan predikat BB.", "CP-12", ""),
        ("Nilai SAKIP mencapai 70,00 dengan predikat BB.", "CP-12", "berpredikat B menurut"),
        (
            "Nilai SAKIP mencapai 71,35 naik dari 69,20 dengan predikat B.",
            "CP-12",
            "",
        ),  # which one is not sure
    ],
)
def test_grades_told_in_sentences(builder, text, rule_id, wanted):
    """Also in the next one, after a bar here."""
    b = builder()
    b.page(5)
    told = tuple(ToldSentence(text=t, heading="Capaian", place=at(5)) for t in text.split(" | "))
    prose = Prose(sentences=told)
    found = [
        f for f in check_report(b.report().model_copy(update={"prose": prose}))[0] if f.rule_id == rule_id
    ]
    assert [wanted in f.message_id for f in found] == [True] * bool(wanted)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sangat Tinggi (≥ 91), Tinggi (76 - 90), Sedang (66 - 75), Rendah (51 - 65), Sangat Rendah (≤ 50).",
            True,
        ),
        (
            "Sangat Tinggi (≥ 90), Tinggi (76 - 89), Sedang (66 - 75), Rendah (51 - 65), Sangat Rendah (≤ 50).",
            False,
        ),
        (
            "Skala: ≥ 91 Sangat Tinggi; 76 ≤ 90 Tinggi; 66 ≤ 75 Sedang; 51 ≤ 65 Rendah dan ≤ 50 Sangat Rendah.",
            True,
        ),
        ("Skala: ≥ 90 Sangat Tinggi; 76 - 89 Tinggi; 66 - 75 Sedang dan ≤ 65 Rendah.", False),
        (
            "Rentang Kategori 90,01% ke atas Sangat Tinggi 75,01% - 90,00% Tinggi 65,01% - 75,00% Sedang 50,01% - "
            "65,00% Rendah 0 - 50,00% Sangat Rendah Tabel 3.1 Pengukuran",
            True,
        ),
        ("Kinerja tergolong Sangat Tinggi (90,00) dan Tinggi (80,00).", False),  # no scale
    ],
)
def test_a_scale_told_in_a_sentence(builder, text, told):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 20, "Persentase desa tertib", [(Measure.CAPAIAN_PCT, "2023", "90,00")])
    row = Pengukuran(
        table_no=1, row=0, place=at(20), indikator="Persentase desa tertib", predikat="Sangat Tinggi"
    )
    prose = Prose(sentences=(ToldSentence(text=text, heading="", place=at(8)),))
    report = b.report().model_copy(update={"records": (row,), "prose": prose})
    found = [f for f in check_report(report)[0] if f.rule_id == "CT-09"]
    assert ["(halaman 8) menyebut 90 “Tinggi”" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("score", "grade", "told"),
    [("84,00", "C", True), ("84,00", "B", False), ("3,36", "C", False), ("84,00", "-", False)],
)
def test_the_grade_in_a_row_below_the_score_of_a_survey(builder, score, grade, told):
    b = builder()
    for name, raw in (("Persyaratan", "3,41"), ("IKM (rata-rata x 25)", score), ("Mutu Pelayanan", grade)):
        b.put(1, TableKind.SKM, 6, name, [("other:Nilai Rata-Rata", "2023", raw)])
    found = [f for f in check_report(b.report())[0] if f.rule_id == "CP-11"]
    assert ["berpredikat B menurut PermenPANRB 14/2017" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("mean", "converted", "others", "told"),
    [
        ("3,24", "83,00", "84,00", ["81"]),
        ("3,24", "81,00", "84,00", []),
        ("3,24", "81,09", "84,00", []),  # the mean is rounded
        ("3,24", "83,00", "3,73", []),  # no values of 25 times the means
        ("0,36", "83,00", "84,00", []),  # weighted
    ],
)
def test_the_elements_of_a_survey_are_converted_by_25(builder, mean, converted, others, told):
    b = builder()
    for name, a, c in (*((f"Unsur {k}", "3,36", others) for k in range(5)), ("Biaya", mean, converted)):
        b.put(1, TableKind.SKM, 6, name, [("other:NRR", "2023", a), ("other:Nilai Konversi", "2023", c)])
    columns = tuple(
        TableColumn(col=o.col, header=o.measure.removeprefix("other:")) for o in b.observations[-2:]
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    found = [f for f in check_report(b.report())[0] if f.rule_id == "CP-11"]
    assert [f.expected for f in found] == told


@pytest.mark.parametrize(
    ("last", "weight", "told"),
    [
        ("75,62", "100", ["75,26"]),
        ("75,26", "100", []),
        ("75,62", "90", ["100", "75,26"]),  # the other year adds up
        ("75,62", "", ["75,26"]),
    ],
)
def test_the_components_of_an_evaluation_add_up(builder, last, weight, told):
    """Those of the last year come to 75,26, those of the year before to 72,15."""
    b = builder()
    rows = (
        ("Perencanaan Kinerja", "30", "21,75", "22,80"), ("Pengukuran Kinerja", "30", "22,05", "22,95"),
        ("Pelaporan Kinerja", "15", "11,10", "11,26"), ("Evaluasi Internal", "25", "17,25", "18,25"),
        ("Nilai Hasil Evaluasi", weight, "72,15", last),
    )  # fmt: skip
    for name, share, before, now in rows:
        figures = [("other:Nilai 2022", "2022", before), ("other:Nilai 2023", "2023", now)]
        b.put(
            1,
            TableKind.SAKIP_KOMPONEN,
            9,
            name,
            [*figures, *([("other:Bobot", "2023", share)] if share else [])],
        )
    found = [f for f in check_report(b.report())[0] if f.rule_id == "CP-12"]
    assert [f.expected for f in found] == told


def test_an_evaluation_whose_scores_never_add_up_is_left_alone(builder):
    b = builder()
    for name, now in (
        ("Perencanaan", "22,80"),
        ("Pengukuran", "22,95"),
        ("Pelaporan", "11,26"),
        ("Nilai Hasil", "75,62"),
    ):
        b.put(1, TableKind.SAKIP_KOMPONEN, 9, name, [("other:Nilai 2023", "2023", now)])
    assert not [f for f in check_report(b.report())[0] if f.rule_id == "CP-12"]


@pytest.mark.parametrize(("printed", "told"), [("77,15 (A)", 1), ("77,15 (BB)", 0), ("77,15", 0)])
def test_the_grade_of_the_score_below_the_components(builder, printed, told):
    """Sums of single components have weights of their own: 26,10 of 30 is an A."""
    b = builder()
    for name, raw in (
        ("Perencanaan Kinerja", "24,00"),
        ("Jumlah Perencanaan Kinerja", "26,10 (A)"),
        ("Nilai Akuntabilitas Kinerja", printed),
    ):
        b.put(1, TableKind.SAKIP_KOMPONEN, 9, name, [("other:Nilai 2023", "2023", raw)])
    for k, value in ((-2, "26.10"), (-1, "77.15")):
        o = b.observations[k]
        b.observations[k] = o.model_copy(update={"value": Decimal(value), "text": o.raw})
    found = [f for f in check_report(b.report())[0] if f.rule_id == "CP-12"]
    assert [
        "berpredikat BB" in f.message_id and f.message_id.startswith("Halaman 9: nilai") for f in found
    ] == ([True] * told)


@pytest.mark.parametrize(
    ("head", "score", "grade", "told"),
    [
        ("Nilai Rata-rata (NRR)", "3,61", "B", ["A"]),
        ("Nilai Rata-rata (NRR)", "3,61", "A", []),
        ("Nilai Rata-rata (NRR)", "3,61", "Sangat Baik", []),
        ("Nilai Rata-rata (NRR)", "3,61", "Baik", ["A"]),
        ("Nilai Rata-rata (NRR)", "3,53", "A", []),  # 3,5324 rounded
        ("Nilai Konversi", "90,25", "B", ["A"]),
        ("NRR Tertimbang", "3,61", "B", []),
        ("Nilai Rata-rata (NRR)", "5,61", "B", []),
        ("Nilai Rata-rata (NRR)", "3,61", "-", []),
    ],
)
def test_the_grade_of_an_element_of_a_survey(builder, head, score, grade, told):
    b = builder()
    rows = [*((f"Unsur {k}", "3,36", "B") for k in range(5)), ("Biaya", score, grade)]
    for name, raw, _ in rows:
        b.put(1, TableKind.SKM, 6, name, [("other:x", "2023", raw)])
    columns = (TableColumn(col=2, header=head),)
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    records = tuple(
        Skm(table_no=1, row=n, unsur=name, mutu=mutu, place=b.observations[n].place)
        for n, (name, _, mutu) in enumerate(rows)
    )
    report = b.report().model_copy(update={"records": records})
    found = [f for f in check_report(report)[0] if f.rule_id == "CP-11"]
    assert [f.expected for f in found] == told


def test_grades_of_another_scale_are_not_held_against_the_survey(builder):
    b = builder()
    for n in range(6):
        b.put(1, TableKind.SKM, 6, f"Unsur {n}", [("other:Nilai", "2023", "3,61")])
    records = tuple(
        Skm(table_no=1, row=n, unsur=f"Unsur {n}", mutu="B", place=b.observations[n].place) for n in range(6)
    )
    report = b.report().model_copy(update={"records": records})
    assert not [f for f in check_report(report)[0] if f.rule_id == "CP-11"]


@pytest.mark.parametrize(
    ("measure", "raw", "told"),
    [
        (Measure.TARGET, "BB (70,00)", 0),  # more than 70 is meant
        (Measure.TARGET, "BB (69,00)", 1),
        (Measure.REALISASI, "BB (70,00)", 1),
    ],
)
def test_a_target_on_the_bound_of_its_grade(builder, measure, raw, told):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 6, "Nilai SAKIP", [(measure, "2023", raw)])
    (o,) = b.observations
    b.observations = [o.model_copy(update={"value": Decimal(raw[4:6]), "text": raw})]
    assert len([f for f in check_report(b.report())[0] if f.rule_id == "CP-12"]) == told
