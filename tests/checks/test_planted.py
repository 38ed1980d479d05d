"""Consistent reports accuse nobody; copies with one planted error are told. The whole run is benchmarks/planted.py."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "corpus"))  # the folder that holds ``samples``

from lkjip_checks import check_report
from lkjip_extract.reading import read_document
from lkjip_normalize import normalize
from lkjip_schemas.vocabulary import FindingClass
from samples.planted.errors import KINDS
from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

SEEDS = range(1001, 1031)  # none of the benchmark's


def findings(seed, tmp_path, changes=None):
    path = tmp_path / "laporan.pdf"
    path.write_bytes(Pages(make_facts(seed), make_layout(seed), changes).pdf())
    return check_report(normalize(read_document(path)))[0]


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_a_consistent_report_accuses_nobody(seed, tmp_path):
    accusing = (FindingClass.ARITHMETIC, FindingClass.CONFLICT)
    assert [f.message_id for f in findings(seed, tmp_path) if f.finding_class in accusing] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.rules[0])
def test_a_planted_error_is_told(kind, tmp_path):
    seed, planted = next(
        (s, p) for s in SEEDS if (p := kind.plant(make_facts(s), make_layout(s))) is not None
    )
    found = [f for f in findings(seed, tmp_path, planted.changes) if f.rule_id in kind.rules]
    words = [" ".join((f.message_id, *(x.raw for x in f.figures))) for f in found]
    assert [w for w in words if all(text in w for text in planted.told)]


def test_the_same_seed_gives_the_same_report():
    first, second = (Pages(make_facts(7), make_layout(7)).pdf() for _ in range(2))
    assert first == second


def test_a_change_without_a_place_is_refused():
    with pytest.raises(ValueError, match="no place prints"):
        Pages(make_facts(7), make_layout(7), {"nowhere": "x"}).pdf()
