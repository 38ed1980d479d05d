"""Accuracy on the hand-read figures never falls below the best that landed (`benchmarks/gold.json`)."""

from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def gold(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import gold

    return gold


def test_no_share_is_below_the_best(gold, tmp_path):
    if not gold.SHARED.is_dir():
        pytest.skip("real files (../shared) are not here")
    shares = gold.measure(tmp_path)
    assert len(shares) > len(gold.gold_files()) > 0
    assert gold.fallen(shares, gold.best()) == []


def test_a_fallen_and_a_lost_share_are_told(gold):
    best = {"a": {"recall": 0.9, "precision": 0.8}, "b": {"recall": 0.5}}
    assert gold.fallen({"a": {"recall": 0.9, "precision": 0.7}}, best) == [
        "a: precision 0.7000, best 0.8000",
        "b: recall 0.0000, best 0.5000",
    ]


def test_raising_never_lowers(gold):
    before = {"a": {"recall": 0.9, "precision": 0.8}}
    after = gold.raised({"a": {"recall": 0.8, "precision": 0.85}, "b": {"recall": 0.5}}, before)
    assert after == {"a": {"recall": 0.9, "precision": 0.85}, "b": {"recall": 0.5}}
