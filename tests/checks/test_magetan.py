import pytest

from lkjip_checks import check_report
from lkjip_schemas.vocabulary import FindingClass

pytestmark = pytest.mark.real


@pytest.fixture
def findings(magetan):
    return check_report(magetan)[0]


# (catalogue id, rule, page, figures that the finding must name)
EXPECTED = [
    ("A01", "AR-07", 18, ("57.550.900", "110.393.396", "191,82 %")),
    ("A02", "AR-04", 18, ("344.748.562", "406.030.112", "49.111.846", "85,34 %")),
    ("A03", "AR-04", 17, ("736.552.863", "744.978.713", "8.425.850")),
    ("A04", "AR-04", 17, ("1.404.738.157", "1.404.737.157", "selisih 1.000")),
    ("A05", "AR-05", 19, ("15.166.946.575", "15.166.947.575", "selisih 1.000")),
    ("A07", "AR-03", 24, ("37.690.000", "7.166.323.003", "98,38", "7.050.483.227", "bergeser satu kolom")),
    ("A08", "AR-05", 24, ("8.361.923.935", "15.282.787.351", "7.128.633.003", "115.840.776")),
    ("A10", "AR-08", 21, ("90.13", "87.50", "103,01 %", "99.77", "87.30")),
    ("T01", "CT-01", 28, ("70", "80", "75", "128,76 %", "112,66 %", "120,17 %")),
    ("T05", "CP-01", 14, ("Indeks Kepuasan Masyarakat", "Nilai Sakip Kecamatan")),
    ("R01", "CT-07", 40, ("3.629.715.399", "15.490.556.938", "bergeser satu baris")),
    ("R02", "AR-07", 40, ("7.014.513.627", "193,25 %")),
    ("R03", "AR-04", 34, ("12.360.629.216", "12.557.500", "dua kali")),
    ("R04", "AR-10", 36, ("44.527.568.770", "32.179.497.054", "41.442.563.217", "29.768.678.855")),
    ("A06", "AR-06", 17, ("8.244.451.385", "8.236.025.535", "8.425.850")),
    ("A06", "AR-06", 18, ("8.095.611.398", "8.034.330.848", "61.280.550")),
    ("P01", "CP-06", 27, ("6.142.999.541,00", "8.236.025.535")),
    ("P02", "CP-06", 27, ("37.690.000,00", "7.166.323.003")),
    (
        "P03",
        "CP-06",
        28,
        ("8.034.330.848 > 5.056.021.977", "13.952.600 > 9.006.800", "11.641.500 > 9.245.500"),
    ),
    ("P06", "CP-07", 28, ("tidak menyebut perubahan",)),
    ("P09", "CP-07", 28, ("TRI ATMADI", "YUDO WAHYONO")),
    ("R08", "AR-16", 36, ("100 pada 31 baris",)),
    ("T04", "AR-16", 31, ("45 dari 45",)),
    ("T06", "CT-04", 14, ("IKU (Indikator Kinerja Utama)", "hanya kata untuk indikator")),
    ("T08", "CT-05", 27, ("Meningkatnya Kinerja Kecamatan", "Meningkatkan Kinerja Kecamatan")),
    ("T21", "CY-07", 21, ("90.10", "90.02", "87.40", "87.29")),
    ("R09", "CY-06", 36, ("31 dari 37",)),
    ("R05", "AR-07", 32, ("2.997.480.250", "118,34 %")),
]


@pytest.mark.parametrize(("catalogued", "rule_id", "page", "texts"), EXPECTED, ids=[e[0] for e in EXPECTED])
def test_catalogued_inconsistency_is_found(findings, catalogued, rule_id, page, texts):
    assert [
        f
        for f in findings
        if f.rule_id == rule_id and page in f.pages and all(t in f.message_id for t in texts)
    ], catalogued


def test_one_cause_is_one_finding(findings):
    """Looked at by hand: every finding that is not folded stands in the catalogue of inconsistencies."""
    main = [(f.rule_id, f.pages) for f in findings if not f.folded_into]
    assert not [f for f in findings if f.finding_class is FindingClass.EXTRACTION_DOUBT and not f.folded_into]
    assert sorted(main) == [
        ("AR-03", (18, 24)),  # A07, A08
        ("AR-04", (17, 18, 37, 38)),  # A04, A05
        ("AR-04", (17, 37)),  # A03
        ("AR-04", (18, 38)),  # A01, A02
        ("AR-07", (32,)),  # R05
        ("AR-07", (32,)),  # R05
        ("AR-08", (21,)),  # A10
        ("AR-09", (30, 36, 40)),  # R21
        ("AR-10", (34, 35, 36)),  # R03, R04
        ("AR-16", (31, 32, 33, 34, 35, 36)),  # T04
        ("AR-16", (36, 37, 38, 39, 40)),  # R08
        ("CP-01", (14,)),  # T05
        ("CP-06", (14, 16, 18, 19, 27, 28)),  # P01, P02, P03
        ("CP-07", (14, 27, 28)),  # P05
        ("CP-07", (28,)),  # P06, P09
        ("CT-01", (13, 14, 20, 21, 27, 28)),  # T01
        ("CT-04", (13, 14, 20)),  # T06, T07
        ("CT-05", (13, 27)),  # T08
        ("CT-07", (19, 40)),  # R01
        ("CY-02", (14, 21)),  # T17
        ("CY-06", (31, 32, 33, 34, 35, 36, 37, 38, 39, 40)),  # R09
        ("CY-07", (21,)),  # T21
        ("TX-01", (14, 27, 28)),  # F04
    ]


def test_dependants_are_folded_into_their_cause(findings):
    by_key = {f.key: f for f in findings}
    folded = {(f.rule_id, by_key[f.folded_into].rule_id) for f in findings if f.folded_into}
    assert {
        ("AR-07", "AR-04"),
        ("AR-05", "AR-04"),
        ("AR-05", "AR-03"),
        ("AR-07", "AR-03"),
        ("CT-07", "AR-03"),
        ("CP-01", "CT-01"),
        ("CP-02", "CT-01"),
        ("AR-04", "CT-07"),
        ("AR-07", "CT-07"),
        ("AR-04", "AR-10"),
        ("AR-06", "AR-04"),
        ("AR-06", "AR-10"),
        ("AR-06", "CT-07"),
        ("AR-11", "AR-03"),
    } == folded


def test_false_alarms_stay_silent(findings):
    """FA01, FA04, FA06, FA10, FA11, FA13, FA15, FA19, FA20 concern the ten rules."""
    accusing = [f for f in findings if f.finding_class is not FindingClass.EXTRACTION_DOUBT]
    assert not [f for f in accusing if f.rule_id == "AR-01"]  # 105.90 cut off, 128.76 above 100
    assert not [f for f in accusing if f.rule_id == "AR-03" and f.figures[0].raw != "37.690.000"]
    exact = {"AR-04", "AR-05", "AR-06", "AR-07", "AR-10"}
    assert not [
        f for f in accusing if f.rule_id in exact and {29, 30} & set(f.pages)
    ]  # block 2019-2020 is exact
    assert not [
        f for f in accusing if f.rule_id == "CT-07" and f.pages == (14, 39, 40)
    ]  # 37.690.000 + 7.128.633.003
    assert not [
        f for f in accusing if f.rule_id == "AR-04" and "16.398.050" in f.message_id
    ]  # single-child chains


def test_every_rule_ran(magetan):
    _, runs = check_report(magetan)
    assert not [r for r in runs if "gagal dijalankan" in r.reason]
