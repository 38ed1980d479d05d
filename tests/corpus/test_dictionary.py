import subprocess
import sys
from pathlib import Path

from lkjip_corpus.dictionary import CLOSED_SETS, dictionary, main
from lkjip_corpus.schema import SPECS

DOCUMENT = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_document_is_current():
    assert main(["--check", str(DOCUMENT)]) == 0


def test_every_table_and_column_is_in_it():
    text = dictionary()
    for spec in SPECS.values():
        assert f"## {spec.name}\n" in text
        assert all(f"| `{f.name}`" in text for f in spec.fields)


def test_closed_sets_name_real_columns():
    for columns, _, _ in CLOSED_SETS:
        for column in columns.split(", "):
            table, name = column.split(".")
            assert name in SPECS[table].names


def test_check_writes_nothing_and_fails(tmp_path, capsys):
    path = tmp_path / "d.md"
    assert main(["--check", str(path)]) == 1
    assert not path.exists()
    assert "out of date" in capsys.readouterr().err
    assert main([str(path)]) == 0
    assert main([str(path), "--check"]) == 0
    assert b"\r" not in path.read_bytes()


def test_as_a_module_without_heavy_imports():
    code = "import sys, lkjip_corpus.store, lkjip_corpus.export_xlsx, lkjip_corpus.frames\n"
    code += "sys.exit(bool({'pandas', 'sqlite_utils', 'xlsxwriter'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    done = subprocess.run(
        [sys.executable, "-m", "lkjip_corpus.dictionary", "--check", str(DOCUMENT)], check=False
    )
    assert done.returncode == 0
