"""The documentation site: built with warnings as errors, whole in itself, and read in a browser without a network."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

import pytest
from chromium import launched

import unodc_report
from unodc_report.models.mentions import MENTION_TYPES, MentionBase

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS: Final = Path(__file__).parent.parent / "docs"
PAGES: Final = [path.stem for path in sorted(DOCS.glob("*.md"))]
PUBLIC: Final = {
    "unodc_report": {*unodc_report.__all__, "to_number", "to_date", "to_country", "to_symbol"},
    "unodc_report.models.mentions": {kind.__name__ for kind in MENTION_TYPES.values()},
    **{name: set(import_module(name).__all__) for name in ("unodc_report.normalise", "unodc_report.charts", "unodc_report.corpus")},
}
_LOADS: Final = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data", "embed": "src"}


class Page(HTMLParser):
    """What a page has: its anchors, where its links lead, what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if _LOADS.get(tag) in given:
            self.loads.append(given[_LOADS[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` builds it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", str(folder / "doctrees"), str(DOCS), str(folder / "html")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in site.rglob("*.html")}


def test_every_page_of_the_folder_is_in_the_navigation(site: Path, pages: dict[Path, Page]) -> None:
    home = {site / link.partition("#")[0] for link in pages[site / "index.html"].links if not urlsplit(link).scheme}
    assert len(PAGES) > 12
    for name in PAGES:
        assert site / f"{name}.html" in home or name == "index", name


def test_links_lead_somewhere(pages: dict[Path, Page]) -> None:
    followed = 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in {"https", "mailto"}, link
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path.name}: {link}"
            if parts.fragment and target in pages:
                assert unquote(parts.fragment) in pages[target].anchors, f"{path.name}: {link}"
            followed += 1
    assert followed > 500


def test_no_page_loads_anything_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert page.loads or path.name == "specimen.html"
        for address in page.loads:
            assert not urlsplit(address).scheme, f"{path.name}: {address}"
            assert not address.startswith("//"), f"{path.name}: {address}"
    styles = list(site.rglob("*.css"))
    assert styles
    for style in styles:
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style.name


@pytest.mark.parametrize(("module", "name"), [(module, name) for module, names in PUBLIC.items() for name in sorted(names)])
def test_every_public_name_is_in_the_reference(pages: dict[Path, Page], module: str, name: str) -> None:
    anchors = set().union(*(page.anchors for path, page in pages.items() if path.parent.name == "reference"))
    assert name in {anchor.rpartition(".")[2] for anchor in anchors if anchor.startswith(module.partition(".")[0])}


@pytest.mark.parametrize("model", [MentionBase, *MENTION_TYPES.values()], ids=lambda model: model.__name__)
def test_the_reference_shows_every_field(site: Path, model: type[MentionBase]) -> None:
    text = (site / "reference" / "mentions.html").read_text(encoding="utf-8")
    after = text.partition(f'id="unodc_report.models.mentions.{model.__name__}"')[2]
    table = after[: after.index("</table>")]
    for name in model.__annotations__.keys() & model.model_fields.keys():
        assert f'<span class="pre">{name}</span>' in table, name


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.mark.parametrize("width", [390, 1366])
def test_pages_ask_nothing_of_the_network_and_fit_the_window(browser: Browser, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page, asked, wide = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path.name)
    context.close()
    assert len(asked) > 50
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert wide == []


@pytest.mark.parametrize(
    ("words", "found"),
    [("seizures table", "cookbook.html"), ("联合国反腐败公约", "mentions.html"), ("鲸鱼座流星雨", None), ("to_parquet", "reference/reading.html")],
)
def test_search_works_from_the_disk(browser: Browser, site: Path, words: str, found: str | None) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{(site / 'search.html').as_uri()}?q={words}")
    page.wait_for_function("document.querySelector('.search-summary')?.textContent.match(/found|did not match/)", timeout=10_000)
    hrefs = page.eval_on_selector_all("#search-results ul.search a", "links => links.map(link => link.getAttribute('href'))")
    context.close()
    assert any(href.startswith(found) for href in hrefs) if found else hrefs == []
