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
        "Pada tahun 2023 target ditetapkan 93,33 % dan terealisasi 88,67 %, capaian 95,00 %.",
        "Target yang telah ditetapkan pada tahun 2023 adalah 93,33 % dengan realisasi sebesar 88,67 %.",
        "Kinerja tahun 2023 mencapai 88,67 %, belum mencapai target sebesar 93,33 %.",
    ],
)
@pytest.mark.parametrize("title", [f"3) {NAME}", f"b. {NAME}", f"3 {NAME} (%)"])
def test_another_realisasi_beside_the_target_of_the_table_is_told(builder, title, sentence):
    (hit,) = found(builder, title, "Sebanyak 13 dari 15 desa menetapkan anggaran.", sentence)
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
