"""CT-08: a rise told as a fall, and the other way round."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence
from lkjip_schemas.vocabulary import TableKind

NAME = "Indeks Kualitas Lahan"


def found(builder, text, name=NAME, was="45,88", now="46,15", confidence=1.0, named=NAME):
    b = builder()
    b.indicator(1, 6, name, "46,50", now, kind=TableKind.PENGUKURAN, confidence=confidence)
    b.indicator(2, 9, name, "46,00", was, period="2022", kind=TableKind.BANDING_TAHUN)
    said = (f"Capaian {named} tahun 2023 sebesar {now}.", text) if named else (text,)
    told = tuple(
        ToldSentence(text=t, heading="", place=Place(7, Box(60, 60.0 + 14 * k, 500, 70.0 + 14 * k)))
        for k, t in enumerate(said)
    )
    report = b.report().model_copy(update={"prose": Prose(sentences=told)})
    return [f for f in check_report(report)[0] if f.rule_id == "CT-08"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dibanding tahun 2022 yaitu 45,88 terjadi penurunan sebesar 0,27 poin.",
        "Dibanding tahun sebelumnya (2022) sebesar 45,88 nilai ini mengalami penurunan sebesar 0,27.",
        "Nilai tahun 2023 46,15, turun sebesar 0,27 dari tahun 2022 yaitu 45,88.",
        "Dibandingkan tahun 2022 yaitu 45,88 terjadi penurunan sebesar 0,59%.",
    ],
)
def test_a_rise_told_as_a_fall(builder, sentence):
    (hit,) = found(builder, sentence)
    assert "naik dari 45,88 (halaman 9) menjadi 46,15 (halaman 6)" in hit.message_id
    assert "rose from 45,88" in hit.message_en
    assert hit.pages == (6, 7, 9)


def test_a_fall_told_as_a_rise(builder):
    (hit,) = found(
        builder, "Dibanding tahun 2022 yaitu 46,42 terjadi kenaikan sebesar 0,27 poin.", was="46,42"
    )
    assert "turun dari 46,42" in hit.message_id


@pytest.mark.parametrize(
    "sentence",
    [
        "Dibanding tahun 2022 yaitu 45,88 terjadi kenaikan sebesar 0,27 poin.",
        "Dibanding tahun 2022 yaitu 45,88 terjadi penurunan sebesar 0,37 poin.",  # of something else
        "Dibanding tahun 2021 yaitu 45,88 terjadi penurunan sebesar 0,27 poin.",
        "Dibanding tahun 2022 yaitu 44,88 terjadi penurunan sebesar 0,27 poin.",
        "Target tahun 2022 yaitu 45,88 mengalami penurunan sebesar 0,27 poin.",
        "Terjadi penurunan sebesar 0,27 poin.",
        "Pada semester I 2022 yaitu 45,88 terjadi penurunan sebesar 0,27 poin.",
    ],
)
def test_other_sentences_claim_nothing(builder, sentence):
    assert not found(builder, sentence)


def test_a_sentence_on_another_thing_with_the_same_figures(builder):
    text = "Jumlah pengunjung 45,88 ribu orang turun sebesar 0,27 ribu."
    assert not found(builder, text, named="")


def test_less_is_better_figures_in_doubt_and_whole_numbers_are_left_out(builder):
    text = "Dibanding tahun 2022 yaitu 45,88 kinerja mengalami penurunan sebesar 0,27 poin."
    assert not found(builder, text, name="Angka kemiskinan kabupaten")
    assert not found(builder, text, confidence=0.5)
    assert not found(
        builder, "Dibanding tahun 2022 yaitu 45 terjadi penurunan sebesar 1.", was="45", now="46"
    )
