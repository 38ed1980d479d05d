"""CT-08: what was reached, told under the title of an indicator."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence
from lkjip_schemas.vocabulary import TableKind

NAME = "Persentase desa yang menetapkan anggaran tepat waktu"
OTHER = "Nilai evaluasi kinerja kecamatan"


def found(builder, *texts):
    b = builder()
    b.indicator(1, 6, f"{NAME} (%)", "93,33", "86,67", "92,86", kind=TableKind.PENGUKURAN)
    b.indicator(1, 6, OTHER, "70", "71,5", "102,14", kind=TableKind.PENGUKURAN)
    told = tuple(
        ToldSentence(text=t, heading="", place=Place(7, Box(60, 60.0 + 14 * i, 500, 70.0 + 14 * i)))
        for i, t in enumerate(texts)
    )
    report = b.report().model_copy(update={"prose": Prose(sentences=told)})
    return [f for f in check_report(report)[0] if f.rule_id == "CT-08"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Realisasi tahun 2023 88,67 % dari target 93,33.",
        "Realisasi mencapai 88,67 % dari target 93,33 %.",
        "Pada tahun 2023 target ditetapkan 93,33 % dan terealisasi 88,67 %, capaian 95,00 %.",
        "Target yang telah ditetapkan pada tahun 2023 adalah 93,33 % dengan realisasi sebesar 88,67 %.",
        "Kinerja tahun 2023 mencapai 88,67 %, belum mencapai target sebesar 93,33 %.",
    ],
)
@pytest.mark.parametrize("title", [f"3) {NAME}", f"b. {NAME}", f"3 {NAME} (%)"])
def test_another_realisasi_beside_the_target_of_the_table_is_told(builder, title, sentence):
    (hit,) = found(builder, title, sentence)
    assert "88,67" in hit.message_id
    assert f"“{NAME} (%)”" in hit.message_id
    assert hit.expected == "86,67"


@pytest.mark.parametrize(
    "texts",
    [
        [f"3) {NAME}", "Realisasi tahun 2023 86,67 % dari target 93,33."],
        [f"3) {NAME}", "Realisasi tahun 2023 86,7 % dari target 93,33."],  # rounded
        [f"3) {NAME}", "Realisasi tahun 2023 mencapai 92,86 % dari target 93,33."],  # the achievement
        [f"3) {NAME}", "Realisasi tahun 2022 88,67 % dari target 93,33."],  # another year
        [f"3) {NAME}", "Realisasi triwulan III 88,67 % dari target 93,33."],
        [f"3) {NAME}", "Realisasi tahun 2023 88,67 % dari target 95,00."],  # of something else
        [f"3) {NAME}", f"4) {OTHER}", "Realisasi tahun 2023 88,67 % dari target 93,33."],
        [
            f"3) {NAME}",
            "Sasaran 2. Meningkatnya tata kelola",
            "Realisasi tahun 2023 88,67 % dari target 93,33.",
        ],
        [f"Grafik {NAME} naik", "Realisasi tahun 2023 88,67 % dari target 93,33."],  # no title
    ],
)
def test_what_is_told_otherwise_is_left_alone(builder, texts):
    assert found(builder, *texts) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Adapun realisasi anggaran sebesar 91,25 % dari target 93,33 %.",
        "Realisasi fisik mencapai 91,25 % dari target 93,33 %.",
        "Target sebesar 93,33 % dan realisasi anggaran sebesar 91,20 %.",
        "Sampai dengan Juni realisasi sebesar 45,50 % dari target 93,33 %.",
        "Realisasi pada TW III sebesar 45,50 % dari target 93,33 %.",
        "Realisasi nasional sebesar 80,50 % dari target 93,33 %.",
        "Kecamatan Barat terealisasi 80,50 % dari target 93,33 %.",
        "Untuk komponen administrasi realisasinya 80,50 % dari target 93,33 %.",
        "Apabila tidak ada perubahan realisasi dapat mencapai 92,20 % dari target 93,33 %.",
        "Capaian sasaran mencapai 91,20 % dari target 93,33 %.",
        "Pelatihan aparatur terealisasi 88 orang dari target 93,33.",
        f"Sementara itu {OTHER.lower()} terealisasi 91,5 dari target 93,33.",
        "Realisasi naik mencapai 1,25 dari target 93,33.",
        "Realisasi sebesar 91,20 % dari target 93,33 % penyerapan anggaran.",
        "Realisasi sebesar 91,20 % dari target 93,33 % di Kecamatan Barat.",
        "Realisasi sebesar 91,20 % dari target 93,33 % sampai dengan Juni.",
    ],
)
def test_sentences_that_may_tell_of_something_else_are_left_alone(builder, sentence):
    assert found(builder, f"3) {NAME}", sentence) == []


def test_a_heading_ends_what_is_told_of_an_indicator(builder):
    said = "Realisasi tahun 2023 88,67 % dari target 93,33."
    assert found(builder, f"3) {NAME}", "Analisis Efisiensi Penggunaan Sumber Daya", said) == []


def test_figures_that_a_table_has_elsewhere_are_left_alone(builder):
    assert found(builder, f"3) {NAME}", "Realisasi tahun 2023 71,5 % dari target 93,33.") == []


@pytest.mark.parametrize(
    "before", ["Keuangan:", "Kelurahan Contoh:", "Triwulan II:", "a. Tahun 2022", "2) Persentase surat masuk"]
)
def test_only_the_sentence_right_behind_the_title_is_heard(builder, before):
    assert found(builder, f"3) {NAME}", before, "Realisasi sebesar 88,67 % dari target 93,33.") == []
