"""The review application in a real browser: keyboard, decisions, accessibility. Skipped by name without a browser."""

import os
import shutil
import socket
import subprocess
import sys
import time

import pytest

from lkjip_corpus.store import Store

BROWSER = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no chromium: the browser tests of the review application are skipped"
)
sync_api = pytest.importorskip("playwright.sync_api")

PATIENCE = 60.0


@pytest.fixture
def home(database):
    """The address of the application, served by `lkjip review` as a user starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "lkjip", "review", "--db", str(database), "--port", str(port), "--lang", "id"],
        stderr=subprocess.DEVNULL,
        env={**os.environ, "LKJIP_PASSWORD": ""},
    )
    until = time.monotonic() + PATIENCE
    try:
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        assert server.wait(timeout=30) in (0, -15)


@pytest.fixture
def page(home):
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1024, "height": 640})
        page = context.new_page()
        page.problems = []
        page.on("pageerror", lambda e: page.problems.append(str(e)))
        page.on(
            "console",
            lambda m: page.problems.append(m.text) if m.type == "error" and "favicon" not in m.text else None,
        )
        page.goto(home)
        yield page
        browser.close()


def test_a_finding_is_decided_by_keyboard_alone(page, database):
    page.keyboard.press("Tab")  # skip link
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus("a.cell")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/*")
    page.keyboard.press("j")
    page.wait_for_url("**/finding/1")
    page.wait_for_load_state("networkidle")
    shown = page.evaluate(
        "[...document.querySelectorAll('figure img')].filter(i => i.naturalWidth > 100).length"
    )
    assert shown >= 3, "the places are shown as pictures"
    page.fill("#reviewer", "Ani Teliti")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.wait_for_url("**/finding/2")
    assert page.input_value("#reviewer") == "Ani Teliti"  # the name is written once
    page.keyboard.press("2")
    page.keyboard.type("sudah dijelaskan 1 kali")  # keys inside a field are letters
    page.keyboard.press("Enter")
    page.wait_for_url("**/finding/3")
    page.keyboard.press("3")
    page.keyboard.type("75")
    page.keyboard.press("Enter")
    page.wait_for_url("**/finding/4")
    page.keyboard.press("k")
    page.wait_for_url("**/finding/3")
    page.keyboard.press("u")
    page.wait_for_url("**/report/*")
    with Store.open(database, read_only=True) as store:
        decided = [(r["decision"], r["reviewer"], r["reason"], r["right"]) for r in store.rows("reviews")]
    assert decided == [
        ("confirmed", "Ani Teliti", "", ""),
        ("rejected", "Ani Teliti", "sudah dijelaskan 1 kali", ""),
        ("misread", "Ani Teliti", "", "75"),
    ]
    assert not page.problems


def test_every_page_works_without_scrolling_sideways_on_a_small_laptop(page, database):
    with Store.open(database, read_only=True) as store:
        report_id = store.reports()[0]["report_id"]
    for path in (
        "/",
        f"/report/{report_id}",
        f"/report/{report_id}/finding/1",
        f"/report/{report_id}/table/7",
        "/help",
        f"/report/{report_id}/doubt",
    ):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
        wide, seen = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide <= seen + 1, path
    assert not page.problems


def test_pages_pass_the_accessibility_checks(page, database):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with Store.open(database, read_only=True) as store:
        report_id = store.reports()[0]["report_id"]
    root = page.url.rstrip("/")
    context = page.context.browser.new_context(bypass_csp=True)  # the checks run as a script of their own
    checked = context.new_page()
    for path in ("/", f"/report/{report_id}", f"/report/{report_id}/finding/1", f"/report/{report_id}/table/7",
                 f"/report/{report_id}/doubt", "/help", "/search?q=kepuasan", f"/report/{report_id}/document/notes.html"):  # fmt: skip
        checked.goto(root + path)
        checked.wait_for_load_state("networkidle")
        found = axe.run(
            checked, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
        )
        assert found.violations_count == 0, (
            path,
            [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]],
        )
