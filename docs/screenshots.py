"""Takes the screenshots of docs/review.md: the review application over the embedded sample.

    python docs/screenshots.py

Needs playwright and a chromium of the system; writes docs/review-*.png.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"
PORT = 8799
SIZE = {"width": 1100, "height": 680}


def main() -> None:
    """Read the sample, serve it, and take the pictures."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "sample.db")
        own = [sys.executable, "-m", "lkjip"]
        subprocess.run([*own, "run", str(SAMPLE), "--db", database], check=True, capture_output=True)  # noqa: S603
        server = subprocess.Popen([*own, "review", "--db", database, "--port", str(PORT), "--lang", "id"])  # noqa: S603
        try:
            while socket.socket().connect_ex(("127.0.0.1", PORT)):
                time.sleep(0.2)
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
                page = browser.new_page(viewport=SIZE)
                page.goto(f"http://127.0.0.1:{PORT}/")
                page.screenshot(path=HERE / "review-overview.png")
                page.click("a.cell")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=HERE / "review-report.png")
                page.keyboard.press("j")
                page.wait_for_url("**/finding/1")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=HERE / "review-finding.png")
                browser.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
