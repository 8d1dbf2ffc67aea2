"""Takes the picture of a reading that the README shows: `python docs/screenshot.py`.

For development only. Besides onrecord it needs `pip install playwright pillow` and a Chromium, whose path CHROMIUM may
name in the environment. Where onrecord and playwright are in different environments, give as the argument the page that
`onrecord read examples/sanctions.html --format html --output page.html` writes.
"""

import os
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
EXAMPLE = DOCS.parent / "examples" / "sanctions.html"
PICTURE = DOCS / "images" / "reading.png"
SIZE = {"width": 1280, "height": 860}
COLOURS = 96  # enough for the page's few colours and the edges of its letters
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


def write_page(folder: str) -> Path:
    """The page of the example."""
    import onrecord

    path = Path(folder, "page.html")
    path.write_text(onrecord.read(EXAMPLE).to("html"), encoding="utf-8")
    return path


def take(page: Path, picture: Path) -> None:
    """Show a page in a browser and keep what is seen of it first."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS
        )
        tab = browser.new_page(viewport=SIZE, color_scheme="light")
        tab.goto(page.resolve().as_uri())
        tab.screenshot(path=picture)
        browser.close()
    Image.open(picture).convert("RGB").quantize(COLOURS).save(picture, optimize=True)


def main() -> None:
    """Take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(sys.argv[1]) if len(sys.argv) > 1 else write_page(folder)
        take(page, PICTURE)


if __name__ == "__main__":
    main()
