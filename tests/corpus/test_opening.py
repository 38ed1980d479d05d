import os
import pickle
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from lkjip_corpus import errors, migrations
from lkjip_corpus.store import Store

NOBODY = 65534


@pytest.fixture
def unprivileged_folder():
    """A folder that can be closed: for root no folder is unwritable, so the test becomes nobody."""
    folder = Path(tempfile.mkdtemp())
    was_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if was_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if was_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def speaks(error: errors.CorpusError, path: Path | None = None) -> None:
    """Both languages, what to do next, exit code; and it survives the way between processes."""
    for message in (error.message_id, error.message_en):
        assert message.endswith(".")
        assert path is None or str(path) in message
    assert error.message_id != error.message_en
    assert error.exit_code == 6
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), again.message_id) == (type(error), error.message_id)


def test_reading_makes_no_database(path):
    with pytest.raises(errors.MissingDatabaseError) as caught:
        Store.open(path, read_only=True)
    speaks(caught.value, path)
    assert not path.exists()


def test_a_store_opened_for_reading_does_not_write(store, reading, path):
    reading.save(store)
    with Store.open(path, read_only=True) as reader:
        assert len(reader.reports()) == 1
        with pytest.raises(errors.UnwritableDatabaseError) as caught:
            reading.save(reader)
    speaks(caught.value, path)


@pytest.mark.parametrize("name", ["", "tidak/ada/lkjip.db"])
def test_a_folder_or_a_missing_folder(tmp_path, name):
    with pytest.raises(errors.UnwritableDatabaseError) as caught:
        Store.open(tmp_path / name)
    speaks(caught.value, tmp_path / name)


def test_unwritable_folder_and_file(unprivileged_folder, reading):
    path = unprivileged_folder / "lkjip.db"
    unprivileged_folder.chmod(0o500)
    with pytest.raises(errors.UnwritableDatabaseError):
        Store.open(path)
    unprivileged_folder.chmod(0o700)
    with Store.open(path) as store:
        reading.save(store)
    path.chmod(0o400)
    with pytest.raises(errors.UnwritableDatabaseError):
        Store.open(path)
    unprivileged_folder.chmod(0o500)  # as on a CD: WAL cannot make its files, reading works all the same
    with Store.open(path, read_only=True) as store:
        assert len(store.findings()) == 3


@pytest.mark.parametrize("content", [b"x", b"bukan basis data " * 500])
@pytest.mark.parametrize("read_only", [True, False])
def test_not_a_database(path, content, read_only):
    path.write_bytes(content)
    with pytest.raises(errors.NotADatabaseError) as caught:
        Store.open(path, read_only=read_only)
    speaks(caught.value, path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_another_program(path, read_only):
    connection = sqlite3.connect(path)
    connection.execute("create table reports (id)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(errors.NotADatabaseError):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("read_only", [True, False])
def test_newer_version(store, path, read_only):
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("insert into _lkjip_migrations values (99, 'from the future')")
    connection.commit()
    connection.close()
    with pytest.raises(errors.NewerDatabaseError) as caught:
        Store.open(path, read_only=read_only)
    speaks(caught.value, path)
    assert "99" in caught.value.message_id


def test_migrations_are_numbered_without_gaps():
    assert [m.number for m in migrations.MIGRATIONS] == list(range(1, len(migrations.MIGRATIONS) + 1))


def test_an_older_database_is_brought_up_to_date_or_left_alone(store, path, reading, dump, monkeypatch):
    reading.save(store)
    before = dump(store)
    store.close()

    def broken(db):
        db.table("reports").add_column("extra", str)
        raise RuntimeError

    number = len(migrations.MIGRATIONS) + 1
    new = migrations.Migration(
        number, "extra column", lambda db: db.table("reports").add_column("extra", str)
    )
    old = migrations.MIGRATIONS
    monkeypatch.setattr(migrations, "MIGRATIONS", (*old, migrations.Migration(number, "broken", broken)))
    with pytest.raises(RuntimeError):
        Store.open(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*old, new))
    with pytest.raises(errors.OlderDatabaseError) as caught:
        Store.open(path, read_only=True)
    speaks(caught.value, path)
    with Store.open(path) as migrated:
        assert dump(migrated) == before
    connection = sqlite3.connect(path)
    assert connection.execute("select * from _lkjip_migrations").fetchall() == [
        *((m.number, m.name) for m in old),
        (number, "extra column"),
    ]
    assert "extra" in [c[1] for c in connection.execute("PRAGMA table_info(reports)")]
    connection.close()
    Store.open(path, read_only=True).close()


def test_locked(store, path, reading):
    other = sqlite3.connect(path)
    other.execute("begin immediate")
    with (
        Store.open(path, busy_timeout_ms=10) as impatient,
        pytest.raises(errors.LockedDatabaseError) as caught,
    ):
        reading.save(impatient)
    speaks(caught.value, path)
    other.rollback()
    other.close()
    reading.save(store)


def test_disk_full(store, path, reading, dump):
    reading.save(store)
    before = dump(store)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    long = reading.report.model_copy(update={"observations": reading.report.observations * 200})
    with pytest.raises(errors.FullDiskError) as caught:
        reading.with_(report=long).save(store)
    speaks(caught.value, path)
    assert dump(store) == before


def test_a_damaged_database(store, path, reading):
    reading.save(store)
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(errors.NotADatabaseError), Store.open(path) as broken:
        broken.reports()


def test_a_name_with_characters_that_mean_something_in_a_uri(tmp_path, reading):
    path = tmp_path / "100% siap? #1 é.db"
    with Store.open(path) as store:
        reading.save(store)
    assert path.is_file()
    with Store.open(path, read_only=True) as store:
        assert len(store.reports()) == 1


def test_any_other_error_of_sqlite(path):
    speaks(errors.translate(sqlite3.OperationalError("disk I/O error"), path), path)
