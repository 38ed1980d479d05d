"""Files that should not be: each is told, the good one beside them is loaded, nothing hangs."""

import os
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from lkjip.inputs import collect
from lkjip.run_log import RunLog
from lkjip_corpus.errors import UnwritableDatabaseError
from lkjip_corpus.store import Store
from lkjip_extract.reading import file_id
from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

PATIENCE = 150
LKJIP = (sys.executable, "-m", "lkjip")


def assemble(*objects):
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def page(content, box=b"[0 0 595 842]", filters=b""):
    stream = b"<<%b/Length %d>>stream\n%b\nendstream" % (filters, len(content), content)
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox%b/Contents 4 0 R/Resources<<>>>>" % box
    return assemble(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, stream)


def scan(data, filters, bits=8, side=1000):
    """A page that is nothing but this picture."""
    image = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent %d/Filter/%b/Length %d>>"
    return assemble(
        CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
        image % (side, side, bits, filters, len(data)) + b"stream\n%b\nendstream" % data,
    )


def ring(*pages):
    """A file whose page is a reference that leads back to itself."""
    return assemble(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *pages)


NOISE = bytes((i * i * 7 + 11 * i) % 251 for i in range(5000))
UNSEEN = {
    "jbig2.pdf": scan(NOISE, b"JBIG2Decode", bits=1),
    "jpx.pdf": scan(NOISE, b"JPXDecode"),
    "jpeg.pdf": scan(NOISE, b"DCTDecode"),
    "unknown-filter.pdf": scan(NOISE, b"FooDecode"),
    "giant-image.pdf": scan(zlib.compress(b"\xff" * 100_000), b"FlateDecode", side=60_000),
    "itself.pdf": ring(b"3 0 R"),
    "ring.pdf": ring(b"4 0 R", b"3 0 R"),
}
BOMB = zlib.compress(b"0 0 m 1 1 l S\n" * 4_000_000, 9)
FILES = {
    "empty.pdf": b"",
    "web-page.pdf": b"<html>404</html>",
    "no-pages.pdf": assemble(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"),
    "tree-loop.pdf": assemble(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"),
    "huge-box.pdf": page(b"BT ET", b"[0 0 1000000000 1000000000]"),
    "nan-box.pdf": page(b"BT ET", b"[0 0 nan nan]"),
    "nested.pdf": page(b"[" * 100_000 + b"]" * 100_000 + b" TJ"),
    "flate-bomb.pdf": page(BOMB, filters=b"/Filter/FlateDecode"),
}
UNREADABLE = {"empty.pdf", "web-page.pdf", "no-pages.pdf"}


def test_a_picture_that_cannot_be_seen_is_told_as_unread(tmp_path):
    place = tmp_path / "sent"
    place.mkdir()
    for name, body in UNSEEN.items():
        (place / name).write_bytes(body)
    done = run(place, tmp_path / "x.db", LKJIP_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 4, done.stderr
    with sqlite3.connect(tmp_path / "x.db") as db:
        status = dict(db.execute("select file, status from reports"))
        notes = dict(db.execute("select r.file, p.note from pages p join reports r using (report_id)"))
    assert status == dict.fromkeys(UNSEEN, "failed")
    for name in UNSEEN:
        assert f"{name}: none of 1 pages was read" in done.stderr
        assert "read from the picture" not in notes[name] and notes[name]


def test_an_empty_sheet_is_no_damaged_picture(tmp_path):
    from lkjip_extract.scans.page_scan import why_nothing_seen

    grain = bytes(250 + i % 6 for i in range(1_000_000))
    for name, data in (("paper", grain), ("black", bytes(1_000_000))):
        (tmp_path / f"{name}.pdf").write_bytes(scan(zlib.compress(data), b"FlateDecode"))
    assert why_nothing_seen(tmp_path / "paper.pdf", 1) == ""
    assert "empty or damaged" in why_nothing_seen(tmp_path / "black.pdf", 1)


def test_scans_are_read_where_readings_cannot_be_kept(tmp_path):
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "scan.pdf").write_bytes(UNSEEN["jpeg.pdf"])
    done = run(tmp_path / "scan.pdf", tmp_path / "x.db", LKJIP_CACHE=str(tmp_path / "file" / "cache"))
    assert "LKJIP_CACHE" in done.stderr and "cannot be opened (damaged" in done.stderr
    assert (tmp_path / "file").read_text() == "no folder"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "sent"
    place.mkdir()
    for name, body in FILES.items():
        (place / name).write_bytes(body)
    canvas = Canvas(str(place / "good.pdf"))
    canvas.drawString(72, 700, "Uraian capaian kinerja pada halaman ini")
    canvas.save()
    return place


def run(folder, database, **environment):
    return subprocess.run(
        [sys.executable, "-m", "lkjip", "run", str(folder), "--db", str(database), "--lang", "en", "--page-seconds", "10"],
        capture_output=True, text=True, errors="replace", timeout=PATIENCE, env={**os.environ, **environment},
    )  # fmt: skip


def test_every_hostile_file_is_told_and_the_good_one_is_loaded(folder, tmp_path):
    done = run(folder, tmp_path / "x.db", LKJIP_MEMORY_MB="2000")
    assert done.returncode == 5 and "Traceback" not in done.stderr and "panicked" not in done.stderr, (
        done.stderr
    )
    with sqlite3.connect(tmp_path / "x.db") as db:
        status = dict(db.execute("select file, status from reports"))
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert status["good.pdf"] == "ok"
    assert {name for name, word in status.items() if word == "failed"} >= UNREADABLE
    for name in UNREADABLE:
        assert name in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and devices as files on Windows")
def test_what_is_no_ordinary_file_is_left_alone(folder, tmp_path):
    os.mkfifo(folder / "pipe.pdf")
    (folder / "endless.pdf").symlink_to("/dev/zero")
    (folder / "gone.pdf").symlink_to(folder / "nowhere.pdf")
    (folder / "again").symlink_to(folder)
    found = {f.name for f in collect([folder]).files}
    assert found == {*FILES, "good.pdf"}
    # None of them is dropped without a word.
    assert {Path(m).name for m in collect([folder]).missing} == {"pipe.pdf", "endless.pdf", "gone.pdf"}
    with pytest.raises(FileNotFoundError):
        file_id(folder / "pipe.pdf")
    database = tmp_path / "pipe.db"
    os.mkfifo(database)
    with pytest.raises(UnwritableDatabaseError):
        Store.open(database)
    assert [Path(m).name for m in collect([folder / "pipe.pdf", folder / "endless.pdf"]).missing] == [
        "pipe.pdf",
        "endless.pdf",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux only")
def test_a_name_that_is_no_text(folder, tmp_path):
    strange = tmp_path / "strange"
    strange.mkdir()
    Path(os.fsdecode(os.fsencode(strange) + b"/bad-\xff\xfe.pdf")).write_bytes(
        (folder / "good.pdf").read_bytes()
    )
    (strange / "two\nlines.pdf").write_bytes((folder / "good.pdf").read_bytes() + b"\n%")
    (strange / "\x1b[2Jgone\x9b1m.pdf").write_bytes((folder / "good.pdf").read_bytes() + b"\n%%")
    done = run(strange, tmp_path / "x.db")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    assert not {"\x1b", "\x9b"} & {*done.stdout, *done.stderr}  # a terminal would obey them


def test_a_file_that_vanishes_while_others_are_read(folder, tmp_path, monkeypatch, capsys):
    from lkjip.commands import run as command
    from lkjip_schemas.bilingual import Language

    tasks = command.run_tasks

    def vanish(files, *arguments, **more):
        (folder / "huge-box.pdf").unlink()
        return tasks(files, *arguments, **more)

    for name in FILES:
        if name not in {"huge-box.pdf"}:
            (folder / name).unlink()
    monkeypatch.setattr(command, "run_tasks", vanish)
    assert command.run([folder], tmp_path / "x.db", Language.EN, workers=2) == 5
    assert "huge-box.pdf" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_log_on_a_full_disk_ends_the_log_only():
    with RunLog(Path("/dev/full")) as log:
        log.file("a.pdf", "0" * 64, "read")
        log.file("b.pdf", "0" * 64, "read")
    assert log.failed


@pytest.mark.skipif(os.name == "nt", reason="a limit on the size of files is needed")
@pytest.mark.parametrize(
    ("room", "arguments"),
    [
        (8_000, ["show", "{pdf}", "--page", "3", "--output", "{out}"]),
        (8_000, ["annotate", "{pdf}", "--output", "{out}"]),
        (40_000, ["export", "{out}", "--format", "xlsx", "--db", "{db}"]),
        (40_000, ["export", "{out}", "--format", "csv", "--db", "{db}"]),
    ],
)
def test_an_output_that_finds_no_room_is_told_and_leaves_no_half_file(room, arguments, tmp_path):
    """As on a full disk: writing fails after some bytes."""
    names = {"pdf": tmp_path / "lkjip.pdf", "db": tmp_path / "lkjip.db", "out": tmp_path / "out"}
    names["pdf"].write_bytes(Pages(make_facts(0), make_layout(0)).pdf())
    if "{db}" in arguments:
        subprocess.run([*LKJIP, "run", names["pdf"], "--db", names["db"]], check=True, capture_output=True)
    code = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}));"
        "from lkjip.cli import main; sys.exit(main())"
    )
    given = [a.format(**names) for a in arguments]
    done = subprocess.run(
        [sys.executable, "-c", code, *given, "--lang", "en"], capture_output=True, text=True, check=False
    )
    assert done.returncode not in (0, 1), done.stderr
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert str(names["out"]) not in done.stdout
    left = [p for p in tmp_path.rglob("*") if p not in names.values() and "lkjip.db" not in p.name]
    assert left == [], "half files"
    assert not names["out"].is_file()
