"""AR-09: the mean of achievements that a sentence tells."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence

ACHIEVED = (("80", "90", "112,50"), ("10", "9", "90,00"), ("50", "50", "100,00"))
MEAN = "100,83"


def found(builder, text, rows=ACHIEVED, parents=("Sasaran satu",) * 3, more=()):
    b = builder()
    for i, (row, parent) in enumerate(zip(rows, parents, strict=True)):
        b.indicator(1, 6, f"Persentase pelayanan nomor {i} yang baik", *row, parent=parent)
    for row in more:
        b.indicator(2, 9, "Nilai survei orang", *row)
    told = (ToldSentence(text=text, heading="", place=Place(3, Box(60, 60, 500, 70))),)
    report = b.report().model_copy(update={"prose": Prose(sentences=told)})
    return [f for f in check_report(report)[0] if f.rule_id == "AR-09"]


WRONG = (
    "Rata-rata capaian 3 indikator kinerja utama tahun 2023 sebesar {}%.",
    "Rata-rata capaian kinerja dari tiga indikator adalah {} persen, kategori sangat baik.",
    "Rata – rata tingkat capaian 3 (tiga) indikator sebesar {} %.",
    "Secara keseluruhan rata-rata capaian kinerja sasaran mencapai {}%.",
    "Capaian kinerja rata-rata sebesar {}% untuk seluruh indikator sasaran.",
    "Rata-rata capaian kinerja Kecamatan Contoh Tahun 2023 sebesar {}%.",
)


@pytest.mark.parametrize("sentence", WRONG)
def test_a_mean_that_the_tables_do_not_bear_is_told(builder, sentence):
    (hit,) = found(builder, sentence.format("104,34"))
    assert "100,83 %" in hit.message_id
    assert "104,34" in hit.message_en
    assert hit.expected == "100,83 %"
    assert hit.pages == (3, 6)


@pytest.mark.parametrize(
    "mean", [MEAN, "100,8", "101", "96,67", "112,50"]
)  # rounded, capped at 100, of one row
@pytest.mark.parametrize("sentence", WRONG)
def test_a_mean_that_is_right_in_some_way_is_not(builder, sentence, mean):
    assert not found(builder, sentence.format(mean))


@pytest.mark.parametrize(
    "sentence",
    [
        "Rata-rata capaian 5 indikator kinerja sebesar 104,34%.",  # other ones
        "Rata-rata capaian 3 indikator kinerja tahun 2022 sebesar 104,34%.",
        "Rata-rata capaian 3 indikator sampai triwulan III sebesar 104,34%.",
        "Rata-rata capaian 3 indikator terhadap target akhir Renstra 104,34%.",
        "Rata-rata capaian kinerja keuangan secara keseluruhan 104,34%.",
        "Rata-rata capaian 3 indikator di atas 90%.",
        "Rata-rata capaian seluruh indikator naik 3,20%.",
        "Rata-rata capaian seluruh indikator telah melebihi 90%.",
        "Rata-rata capaian seluruh indikator berada pada rentang 85%.",
        "Rata-rata capaian kinerja seluruh indikator yang mencapai target sebesar 106,25%.",
        "Secara umum rata-rata capaian SPM sebesar 97,20%.",
        "Rata-rata capaian seluruh indikator dengan realisasi Rp 3.302.118.400 atau 96,58%.",
        "Rata-rata capaian sasaran pertama sebesar 104,34%.",
        "Rata-rata capaian 3 indikator sebesar 104,34% dan serapan 95%.",
        "Persentase rata-rata ketercapaian indikator sasaran daerah 104,34%.",
    ],
)
def test_means_of_other_things_are_not_held_against_the_tables(builder, sentence):
    assert not found(builder, sentence)


def test_two_lists_of_so_many_indicators_leave_it_open(builder):
    parents = ("Sasaran satu", "Sasaran satu", "Sasaran dua")
    sentence = "Rata-rata capaian dua indikator sebesar 104,34%."
    assert found(builder, sentence, parents=parents)
    two = (("80", "84", "105,00"), ("10", "9", "90,00"))
    assert not found(builder, sentence, parents=parents, more=two)


def test_the_mean_of_the_means_of_the_sasaran_is_right(builder):
    parents = ("Sasaran satu", "Sasaran satu", "Sasaran dua")
    sentence = "Rata-rata capaian 3 indikator sebesar {}%."
    assert not found(builder, sentence.format("100,63"), parents=parents)
    assert found(builder, sentence.format("100,63"))


def test_indicators_that_were_not_measured_may_be_left_out(builder):
    rows = (*ACHIEVED, ("20", "0", "0"))
    sentence = "Secara keseluruhan rata-rata capaian kinerja mencapai {}%."
    assert not found(builder, sentence.format(MEAN), rows, ("Sasaran satu",) * 4)
    assert found(builder, sentence.format("90,00"), rows, ("Sasaran satu",) * 4) == []  # of one row
    assert found(builder, sentence.format("95,10"), rows, ("Sasaran satu",) * 4)


def test_an_achievement_that_is_wrong_itself_explains_the_mean(builder):
    rows = (("80", "90", "112,50"), ("10", "9", "99,00"), ("50", "50", "100,00"))
    assert not found(builder, "Rata-rata capaian 3 indikator sebesar 100,83%.", rows)


def test_the_mean_that_the_table_prints_is_shown(builder):
    b = builder()
    for i, row in enumerate((*ACHIEVED, ("-", "-", MEAN))):
        b.indicator(1, 6, "Rata-rata capaian" if i == 3 else f"Persentase pelayanan nomor {i}", *row)
    text = "Rata-rata capaian 3 indikator sebesar 104,34%."
    told = (ToldSentence(text=text, heading="", place=Place(3, Box(60, 60, 500, 70))),)
    report = b.report().model_copy(update={"prose": Prose(sentences=told)})
    (hit,) = [f for f in check_report(report)[0] if f.rule_id == "AR-09"]
    assert "tabel (halaman 6) mencetak “Rata-rata capaian” 100,83" in hit.message_id
