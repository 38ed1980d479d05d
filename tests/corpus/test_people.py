"""Exports without people: no name and no NIP in any column of any table."""

import re

import pytest

from lkjip_corpus.export_csv import export_csv
from lkjip_corpus.export_xlsx import export_xlsx
from lkjip_corpus.people import WithoutPeople
from lkjip_schemas.prose import Official

NIP = "197001012000031001"


@pytest.fixture
def named(store, reading):
    """A report whose camat is named in the signature, in a sentence, in a cell and in a finding."""
    prose, place = reading.report.prose, reading.report.prose.officials[0].place
    camat = Official(
        role="Camat", name="Drs. BUDI TELADAN, M.Si", rank="Pembina", nip=NIP, signed="", place=place
    )
    told = prose.sentences[0].model_copy(
        update={"text": f"Camat Budi  Teladan (NIP 19700101 200003 1 001) menyampaikan laporan {NIP}."}
    )
    prose = prose.model_copy(update={"officials": (camat,), "sentences": (told,)})
    finding = reading.findings[0].model_copy(
        update={"message_id": f"NIP {NIP} milik “BUDI TELADAN”.", "message_en": "Budi Teladan"}
    )
    reading.with_(report=reading.report.model_copy(update={"prose": prose}), findings=(finding,)).save(store)
    return store


def test_no_name_and_no_nip_is_left(named, path, tmp_path):
    with WithoutPeople.open(path, read_only=True) as store:
        export_csv(store, tmp_path / "csv")
        export_xlsx(store, tmp_path / "all.xlsx")
        assert store.findings()[0]["message_id"] == "NIP [NIP] milik “[nama]”."
        assert store.count("officials") == 0
        assert store.count("observations") == named.count("observations") > 0
    texts = {p.name: p.read_text("utf-8") for p in (tmp_path / "csv").glob("*.csv")}
    assert all(not re.search(r"teladan|budi", text, re.IGNORECASE) for text in texts.values())
    assert all(NIP not in text and "200003 1 001" not in text for text in texts.values())
    assert "[nama]" in texts["sentences.csv"] and "menyampaikan laporan" in texts["sentences.csv"]
    openpyxl = pytest.importorskip("openpyxl")
    for sheet in openpyxl.load_workbook(tmp_path / "all.xlsx"):
        for row in sheet.iter_rows(values_only=True):
            assert not any("teladan" in str(v).lower() or NIP in str(v) for v in row)


def test_with_people_they_are_there(named, tmp_path):
    export_csv(named, tmp_path / "csv")
    assert NIP in (tmp_path / "csv" / "officials.csv").read_text("utf-8")
