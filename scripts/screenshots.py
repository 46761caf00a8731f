"""Take the README's pictures of what Pressmark shows, with Debian's chromium: docs/images/."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
ARTICLE = "000-992cb9edb926320c"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def show() -> None:
    """Picture the page of the first article with the pointer on an attribution."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        command = [sys.executable, "-m", "pressmark", "show", ARTICLE, "--html", str(page_file)]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        page = browser.new_page(viewport={"width": 1060, "height": 660})
        page.goto(page_file.as_uri())
        page.get_by_text("have reported").first.hover()
        page.screenshot(path=ROOT / "docs" / "images" / "show.png")
        browser.close()


if __name__ == "__main__":
    show()
