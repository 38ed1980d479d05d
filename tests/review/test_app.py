"""The pages of the review application, its decisions, and what it refuses."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from lkjip.review.app import Desk, create_app
from lkjip.review.charts import Bar, bars, trend
from lkjip.review.files import Files
from lkjip.review.security import guard
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language

HOME = "http://127.0.0.1"


@pytest.fixture
def client(database):
    desk = Desk(database, Files(), guard("127.0.0.1", ""), Language.ID)
    with TestClient(create_app(desk), base_url=HOME) as client:
        yield client


@pytest.fixture
def report_id(database):
    with Store.open(database, read_only=True) as store:
        return store.reports()[0]["report_id"]


def token(page):
    return re.search(r'name="token" value="([^"]+)"', page.text).group(1)


def decide(client, path, **form):
    page = client.get(path)
    return client.post(
        path, data={"token": token(page), "reviewer": "Ani Teliti", **form}, follow_redirects=False
    )


def reviews(database):
    with sqlite3.connect(database) as db:
        db.row_factory = sqlite3.Row
        return [dict(r) for r in db.execute("select * from reviews order by review_no")]


def test_the_overview_leads_to_the_report_and_its_findings(client, report_id):
    home = client.get("/")
    assert home.status_code == 200 and "Kecamatan Contoh" in home.text and f"/report/{report_id}" in home.text
    page = client.get(f"/report/{report_id}")
    assert "CT-01" in page.text and page.text.index("CT-01") < page.text.index("TX-02")
    found = client.get(f"/report/{report_id}/finding/1")
    for figure in ("70", "80", "75", "128,76"):
        assert figure in found.text
    assert found.text.count(f"/image/{report_id}/page/") >= 3


def test_filters_stand_in_the_address(client, report_id):
    assert report_id in client.get("/?unit=contoh&year=2023&severity=high&kind=LKjIP").text
    assert report_id not in client.get("/?year=2019").text
    assert report_id not in client.get("/?unit=lain").text


def test_both_languages(client, report_id):
    page = client.get("/")
    assert '<html lang="id">' in page.text
    client.post("/language", data={"token": token(page), "to": "en", "back": f"/report/{report_id}"})
    assert (
        '<html lang="en">' in client.get("/").text and "Findings" in client.get(f"/report/{report_id}").text
    )


def test_every_page_of_the_report_answers(client, report_id, database):
    with Store.open(database, read_only=True) as store:
        tables = [int(t["table_id"].rpartition("-")[2]) for t in store.rows("tables", report_id)]
        findings = [f["finding_no"] for f in store.findings(report_id)]
    paths = [f"/report/{report_id}/table/{n}" for n in tables] + [
        f"/report/{report_id}/finding/{n}" for n in findings
    ]
    paths += [f"/report/{report_id}/doubt", "/search?q=kepuasan", "/search?q=%22", "/help"]
    paths += [
        f"/report/{report_id}/document/{name}.{form}"
        for name in ("checklist", "notes", "lke")
        for form in ("html", "xlsx")
    ]
    paths += [
        f"/report/{report_id}/chart/{what}.svg" for what in ("capaian", "target", "realisasi", "serapan")
    ]
    paths += ["/chart/ranking.svg?kabkota=Kabupaten%20Contoh%20Raya&year=2023"]
    paths += [
        f"/document/comparison.{form}?kabkota=Kabupaten%20Contoh%20Raya&year=2023"
        for form in ("html", "xlsx")
    ]
    for path in paths:
        assert client.get(path).status_code == 200, path


def test_pictures_of_pages_and_cells(client, report_id):
    plain = client.get(f"/image/{report_id}/page/17.png")
    outlined = client.get(f"/image/{report_id}/page/17.png?finding=1")
    assert plain.status_code == outlined.status_code == 200
    assert (
        plain.content[:8] == outlined.content[:8] == b"\x89PNG\r\n\x1a\n"
        and plain.content != outlined.content
    )
    band = client.get(f"/image/{report_id}/page/17.png?finding=1&view=band").content
    heights = [int.from_bytes(png[20:24]) for png in (outlined.content, band)]
    assert heights[1] < heights[0] / 2  # the band around the cells, legible side by side
    assert client.get(f"/image/{report_id}/cell/17.png?x0=100&top=100&x1=150&bottom=120").status_code == 200
    for wrong in (
        "page/0.png",
        "page/999.png",
        "cell/1.png",
        "cell/1.png?x0=nan&top=1&x1=2&bottom=3",
        "cell/1.png?x0=1e99&top=1&x1=2&bottom=3",
    ):
        assert client.get(f"/image/{report_id}/{wrong}").status_code == 404, wrong


def test_only_the_file_that_was_read_is_shown(read_sample, database, report_id, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes((read_sample / "lkjip-contoh.pdf").read_bytes() + b"%")
    with Store.open(database) as store:
        store.keep_place(report_id, str(other))  # as a hostile database might
        assert Files().find(store, report_id, "lkjip-contoh.pdf") is None
        assert (
            Files([read_sample]).find(store, report_id, "lkjip-contoh.pdf")
            == read_sample / "lkjip-contoh.pdf"
        )


def test_three_answers_are_appended(client, report_id, database):
    path = f"/report/{report_id}/finding/1"
    answer = decide(client, path, decision="confirmed")
    assert answer.status_code == 303 and answer.headers["location"].endswith("/finding/2")
    decide(client, path, decision="rejected", reason="dijelaskan pada halaman 5")
    decide(client, path, decision="misread", figure="0", right="75")
    rows = reviews(database)
    assert [r["decision"] for r in rows] == ["confirmed", "rejected", "misread"]
    assert rows[1]["reason"] == "dijelaskan pada halaman 5" and rows[0]["reviewer"] == "Ani Teliti"
    assert (rows[2]["right"], rows[2]["page"]) == ("75", rows[2]["page"]) and rows[2]["x0"] is not None
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", rows[0]["decided_at"])
    page = client.get(path).text
    assert "Ani Teliti" in page and "dijelaskan pada halaman 5" in page


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"decision": "rejected"}, "memerlukan alasan"),
        ({"decision": "misread", "figure": "0"}, "tuliskan yang benar"),
        ({"decision": "misread", "figure": "999", "right": "7"}, "tuliskan yang benar"),
        ({"decision": "confirmed", "reviewer": ""}, "nama pereviu"),
        ({"decision": "nothing"}, "Pilih sebuah jawaban"),
    ],
)
def test_an_answer_that_says_nothing_is_asked_again(client, report_id, database, form, told):
    answer = decide(client, f"/report/{report_id}/finding/1", **form)
    assert answer.status_code == 422 and told in answer.text and reviews(database) == []


def test_doubtful_readings_are_accepted_one_by_one(client, report_id, database):
    with sqlite3.connect(database) as db:
        cell = db.execute(
            "select table_id, row, col, text from cells where page = 17 and text <> '' limit 1"
        ).fetchone()
        db.execute("delete from doubts")
        db.execute("insert into doubts values (?, ?, ?, ?, ?, ?)", (*cell, "lain", 0.5))
    path = f"/report/{report_id}/doubt"
    page = client.get(path)
    assert "lain" in page.text and "/cell/17.png" in page.text
    form = {"token": token(page), "reviewer": "Ani", "table": cell[0], "row": cell[1], "col": cell[2]}
    client.post(path, data={**form, "right": cell[3]})
    assert "Semua sudah diputuskan" in client.get(path).text
    assert [(r["decision"], r["right"]) for r in reviews(database)] == [("accepted", cell[3])]


# --- what it refuses


def test_a_form_without_our_token_is_refused(client, report_id, database):
    path = f"/report/{report_id}/finding/1"
    client.get(path)
    for data in ({}, {"token": ""}, {"token": "x" * 32}):
        answer = client.post(path, data={"decision": "confirmed", "reviewer": "x", **data})
        assert answer.status_code == 403
    assert reviews(database) == []


def test_a_form_from_another_site_is_refused(client, report_id, database):
    path = f"/report/{report_id}/finding/1"
    good = {"token": token(client.get(path)), "decision": "confirmed", "reviewer": "x"}
    assert client.post(path, data=good, headers={"origin": "http://evil.example"}).status_code == 403
    assert (
        client.post(path, data=good, headers={"referer": "http://127.0.0.1.evil.example/"}).status_code == 403
    )
    assert reviews(database) == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:8765"])
def test_another_host_name_is_refused(client, host):
    """DNS rebinding: a name of the attacker that leads here."""
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:8765"])
def test_own_host_names(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_headers_forbid_scripts_frames_and_sniffing(client, report_id):
    for path in (
        "/",
        f"/report/{report_id}",
        "/static/review.js",
        "/nothing",
        f"/report/{report_id}/document/notes.html",
    ):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert (
            "default-src 'none'" in policy
            and "frame-ancestors 'none'" in policy
            and "unsafe-eval" not in policy
        )
        assert headers["x-frame-options"] == "DENY" and headers["x-content-type-options"] == "nosniff"
    assert "'unsafe-inline'" not in client.get("/").headers["content-security-policy"]


def test_text_from_reports_never_becomes_markup(client, report_id, database):
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    with sqlite3.connect(database) as db:
        db.execute("update reports set instansi = ?, file = ?, kabkota = ?", (evil, evil, evil))
        db.execute("update findings set message_id = ?, repair = ?, expected = ?", (evil, evil, evil))
        db.execute("update cells set text = ?", (evil,))
        db.execute("update tables set caption = ?", (evil,))
    table = f"/report/{report_id}/table/1"
    for path in ("/", f"/report/{report_id}", f"/report/{report_id}/finding/1", table, f"/report/{report_id}/document/notes.html",
                 f"/report/{report_id}/document/checklist.html", f"/report/{report_id}/chart/capaian.svg", "/search?q=" + evil):  # fmt: skip
        answer = client.get(path)
        assert "<script>alert" not in answer.text and "<img src=x" not in answer.text, path


@pytest.mark.parametrize(
    "path",
    [
        "/report/..%2f..%2fetc%2fpasswd", "/report/' or 1=1 --", "/static/../app.py", "/static/..%2f..%2fapp.py",
        "/report/" + "0" * 64, "/image/..%2f/page/1.png", "/document/comparison.html?year=x", "/nothing",
    ],
)  # fmt: skip
def test_paths_lead_nowhere_else(client, path):
    answer = client.get(path)
    assert answer.status_code == 404 and "Traceback" not in answer.text and "class Desk" not in answer.text


def test_the_way_back_stays_here(client):
    page = client.get("/")
    for back in ("//evil.example", "https://evil.example", "/\\evil.example"):
        answer = client.post(
            "/language", data={"token": token(page), "to": "en", "back": back}, follow_redirects=False
        )
        assert answer.headers["location"] == "/"


def test_other_machines_need_the_password(database):
    desk = Desk(database, Files(), guard("192.168.1.5", "rahasia"), Language.ID)
    with TestClient(create_app(desk), base_url="http://192.168.1.5") as client:
        assert client.get("/", follow_redirects=False).headers["location"] == "/login"
        page = client.get("/login")
        assert "Kecamatan Contoh" not in page.text
        wrong = client.post("/login", data={"token": token(page), "password": "salah"})
        assert wrong.status_code == 403 and client.get("/", follow_redirects=False).status_code == 303
        client.post("/login", data={"token": token(page), "password": "rahasia"})
        assert "Kecamatan Contoh" in client.get("/").text


def test_other_machines_are_not_let_in_without_a_password(lkjip_in_process, database):
    code, error = lkjip_in_process("review", "--db", str(database), "--host", "0.0.0.0", "--lang", "id")  # noqa: S104
    assert code == 2 and "kata sandi" in error


@pytest.fixture
def lkjip_in_process(monkeypatch, capsys):
    from lkjip.cli import main

    monkeypatch.delenv("LKJIP_PASSWORD", raising=False)

    def run(*arguments):
        code = main(arguments)
        return code, capsys.readouterr().err

    return run


def test_a_large_form_is_refused(client, report_id):
    path = f"/report/{report_id}/finding/1"
    good = token(client.get(path))
    assert client.post(path, data={"token": good, "reason": "x" * 100_000}).status_code == 413


def test_a_database_that_went_away_is_told(client, database):
    database.unlink()
    answer = client.get("/")
    assert answer.status_code == 503 and "tidak ada" in answer.text and "Traceback" not in answer.text


def test_many_readers_at_once(client, report_id):
    paths = [
        "/",
        f"/report/{report_id}",
        f"/report/{report_id}/finding/1",
        f"/image/{report_id}/page/17.png",
    ] * 13
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda p: client.get(p).status_code, paths))
    assert answers == [200] * len(paths)


# --- charts


def test_charts_tell_their_figures_in_words():
    svg = bars("Capaian <2023>", [Bar("Kecamatan & A", 95.5, "95,5 (3)"), Bar("B", 110.0, "110,0 (2)")])
    assert "95,5 (3)" in svg and "Kecamatan &amp; A" in svg and "&lt;2023&gt;" in svg
    widths = [float(w) for w in re.findall(r'<rect x="280"[^>]*width="([\d.]+)"', svg)]
    assert widths[0] < widths[1]
    lines = trend("x", {"IKM": {2021: 87.02, 2023: 90.02}, "Satu": {2022: 5.0}})
    assert "2021: 87,02, 2023: 90,02" in lines and lines.count("<circle") == 3
    assert trend("kosong", {}).endswith("</svg>")
