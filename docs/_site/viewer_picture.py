"""Takes the picture of the viewer: docs/viewer.png. Wants `pip install pillow playwright` and Chromium; CHROMIUM names one.

`python docs/_site/viewer_picture.py`
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


def take() -> Path:
    """Write the picture: a specimen with one figure selected."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    from unodc_report import read

    report = read(ROOT / "fixtures" / "drugs" / "report.pdf")
    chosen = next(number for number, mention in enumerate(report.mentions) if mention.text == "12,000至15,000户")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = report.to_html(Path(folder) / "report.html")
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1360, "height": 720}, device_scale_factor=1.4, reduced_motion="reduce")
        window.goto(f"{page.as_uri()}#m{chosen}")
        window.wait_for_timeout(300)
        picture = Image.open(io.BytesIO(window.screenshot()))
        browser.close()
    target = ROOT / "docs" / "viewer.png"
    picture.convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE).save(target, optimize=True)
    return target


if __name__ == "__main__":
    take()
