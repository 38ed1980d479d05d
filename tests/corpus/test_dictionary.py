import subprocess
import sys

from lkjip_corpus.dictionary import CLOSED_SETS, dictionary
from lkjip_corpus.schema import SPECS


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


def test_the_store_imports_no_heavy_package():
    code = "import sys, lkjip_corpus.store, lkjip_corpus.export_xlsx, lkjip_corpus.frames\n"
    code += "sys.exit(bool({'pandas', 'sqlite_utils', 'xlsxwriter'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
