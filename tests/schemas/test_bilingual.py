import pytest

from lkjip_extract.triage import PageImages, triage
from lkjip_schemas.bilingual import both, halves, together


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("halaman kosong", "blank page"),
        ("berkas terkunci; simpan ulang lalu jalankan lagi", "the file is locked; save it and run again"),
        ("tidak dapat dibuka (a / b)", "cannot be opened (a / b)"),
    ],
)
def test_each_language_gets_its_own_text_back(indonesian, english):
    assert halves(both(indonesian, english)) == (indonesian, english)


def test_a_text_without_halves_is_read_in_both_languages():
    assert halves("RuntimeError") == ("RuntimeError", "RuntimeError")
    assert halves("") == ("", "")


def test_several_notes_stay_apart_by_language():
    note = together(both("satu; dua", "one; two"), "", both("tiga", "three"))
    assert halves(note) == ("satu; dua; tiga", "one; two; three")
    assert together("", both("satu", "one")) == both("satu", "one")
    assert together() == ""


def test_the_note_of_a_page_with_an_ocr_layer_is_in_one_language():
    verdict = triage(["a"] * 100, PageImages(0.9, 0.9, invisible_text=True))
    assert halves(verdict.note) == (verdict.note_id, verdict.note_en)
    assert ";" in verdict.note_en
