"""A short run of the mutated PDFs of `benchmarks/fuzz.py`: each is read, or told why not; none shows an error of ours."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from fuzz import mutant, seeds

from lkjip.executor import run_tasks
from lkjip.work import Failed, Ready

MUTANTS = range(40)


def test_mutated_files_are_read_or_told_why_not(tmp_path):
    kinds = seeds()
    paths = []
    for seed in MUTANTS:
        path = tmp_path / f"mutant-{seed}.pdf"
        path.write_bytes(mutant(kinds[seed % len(kinds)], random.Random(seed)))
        paths.append(path)
    results = dict(run_tasks(paths, 2, 20.0))
    assert sorted(results) == sorted(paths)
    assert {type(r) for r in results.values()} == {
        Ready,
        Failed,
    }  # some of each, or the mutations are too tame
    for path, result in results.items():
        if isinstance(result, Failed):
            assert "tak terduga" not in result.reason_id, (path.name, result.reason_id)
            assert result.reason_id and result.reason_en


def test_a_mutant_is_the_same_every_time():
    kinds = seeds()
    assert [mutant(kinds[0], random.Random(n)) for n in range(5)] == [
        mutant(kinds[0], random.Random(n)) for n in range(5)
    ]
    assert len({mutant(kinds[0], random.Random(n)) for n in range(20)}) == 20
