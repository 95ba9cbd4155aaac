"""The page that `Report.to_html` makes: its text, and in a real Chromium what it does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from chromium import launched
from specimens import FIXTURES, SPECIMENS, raw

import unodc_report as ur
from unodc_report.display.values import TYPE_NAMES
from unodc_report.models.mentions import MENTION_TYPES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE: Final = """一. <script>window.taken = 1</script>标题

1. 题为“<img src=x onerror='window.taken=1'>”的报告由</script><script>window.taken=1</script>委员会于2020年向哥伦比亚&lt;的106名法官提供。<!-- ]]>
"""


def squeeze(text: str) -> str:
    return "".join(text.split())


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


class TestPage:
    def test_names_every_type(self) -> None:
        assert set(TYPE_NAMES) == set(MENTION_TYPES)

    @pytest.mark.parametrize("specimen", SPECIMENS)
    def test_holds_every_mention_and_asks_for_nothing(self, specimen: str) -> None:
        report = ur.parse(raw(specimen, "word"))
        html = report.to_html()
        mentions = data_of(html)["mentions"]
        assert [(m["type"], m["text"], m["rule"]) for m in mentions] == [(m.type, m.text, m.rule) for m in report.mentions]
        assert not re.search(r"\bsrc=|@import|url\(|<link|<iframe|<form action", html)
        assert "{{" not in html

    def test_is_written_whole_and_says_where(self, tmp_path: Path, report_text: str) -> None:
        report = ur.parse(report_text)
        path = report.to_html(tmp_path / "报告.html")
        assert path.read_text(encoding="utf-8") == report.to_html()
        assert list(tmp_path.iterdir()) == [path]

    def test_nothing_of_the_report_becomes_markup(self) -> None:
        html = ur.parse(HOSTILE).to_html()
        assert html.count("<script") == 2
        assert html.count("</script") == 2
        assert "<img" not in html
        assert "</script><script>" in squeeze(data_of(html)["mentions"][0]["text"]) + squeeze(ur.parse(HOSTILE).text)

    def test_every_footnote_finds_its_mark_wherever_it_stands(self) -> None:
        report = ur.parse(raw("drugs", "word"))
        note, first = report.footnotes[1], report.paragraphs[0]
        for anchor in (first.start, first.start + 1, first.end):  # before its number, in it, at its end
            moved = note.model_copy(update={"anchor": anchor})
            blocks = tuple(moved if block.id == note.id else block for block in report.blocks)
            html = report.model_copy(update={"blocks": blocks}).to_html()
            paragraph = re.search(rf'id="p-{first.id}".*?</p>', html, re.DOTALL)
            assert paragraph
            assert f'id="r-{note.id}"' in paragraph[0]
            assert html.count(f'href="#r-{note.id}"') == html.count(f'id="r-{note.id}"') == 1

    def test_what_no_file_can_hold_is_replaced(self, tmp_path: Path) -> None:
        path = ur.parse("1. \ud8002020年\x00。\n").to_html(tmp_path / "a.html")
        assert "2020年" in path.read_text(encoding="utf-8")


class TestCommand:
    def test_writes_the_page(self, tmp_path: Path, report_text: str) -> None:
        (tmp_path / "a.txt").write_text(report_text, encoding="utf-8")
        done = extract(tmp_path, "-o", "a.html", "a.txt")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert (tmp_path / "a.html").read_text(encoding="utf-8") == ur.read(tmp_path / "a.txt").to_html()

    def test_makes_one_page_only(self, tmp_path: Path, report_text: str) -> None:
        (tmp_path / "a.txt").write_text(report_text, encoding="utf-8")
        for files in (("a.txt", "a.txt"), (".",)):
            done = extract(tmp_path, *files)
            assert (done.returncode, done.stdout) == (2, "")
            assert "give one file" in done.stderr


def extract(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "unodc_report", "extract", "--format", "html", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


class Viewer:
    """A report's page in the browser; what it asks for and complains of is kept."""

    def __init__(self, browser: Browser, path: Path, report: ur.Report, **context: Any) -> None:
        self.report = report
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | context)
        self.page: Page = self.context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.url = report.to_html(path).as_uri()
        self.page.goto(self.url)

    def number(self, kind: str, text: str) -> int:
        return next(i for i, m in enumerate(self.report.mentions) if m.type == kind and m.text == text)

    def card(self) -> str:
        return self.page.inner_text("#card")

    def search(self, words: str) -> str:
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.page.wait_for_timeout(300)
        return self.page.inner_text("#hits")

    def in_sight(self, selector: str) -> bool:
        self.page.wait_for_timeout(100)
        box = self.page.locator(selector).first.bounding_box()
        size = self.page.viewport_size
        return box is not None and size is not None and box["y"] >= 40 and box["y"] + box["height"] <= size["height"]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Opens the page of a text; when the test is over, no page has complained or asked for anything."""
    viewers: list[Viewer] = []

    def open_page(text: str, **context: Any) -> Viewer:
        viewers.append(Viewer(browser, tmp_path / "report.html", ur.parse(text), **context))
        return viewers[-1]

    yield open_page
    for viewer in viewers:
        viewer.context.close()
        assert viewer.complaints == []
        assert {url.partition("#")[0] for url in viewer.asked} == {viewer.url}


@pytest.fixture
def drugs(opened: Any) -> Viewer:
    viewer: Viewer = opened(raw("drugs", "word"))
    return viewer


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_shows_the_text_and_marks_every_mention(opened: Any, specimen: str) -> None:
    viewer = opened(raw(specimen, "word"))
    shown = viewer.page.evaluate("""() => {
      for (const extra of document.querySelectorAll("#text .ref, #text .back, #text h1")) extra.remove();
      const texts = {};
      for (const mark of document.querySelectorAll("mark")) texts[mark.dataset.m] = (texts[mark.dataset.m] ?? "") + mark.textContent;
      return {texts, blocks: Object.fromEntries([...document.querySelectorAll("#text .b")].map((block) => [block.id, block.textContent]))};
    }""")
    assert shown["texts"] == {str(i): mention.text for i, mention in enumerate(viewer.report.mentions)}
    assert {name: squeeze(text) for name, text in shown["blocks"].items()} == {f"p-{b.id}": squeeze(b.text) for b in viewer.report.blocks}


def test_switches_count_and_hide_a_type(drugs: Viewer) -> None:
    border = "mark => getComputedStyle(mark).borderBottomStyle"
    row = drugs.page.locator("#switches li", has=drugs.page.locator("input[value=country]"))
    assert row.locator(".count").inner_text() == str(len(drugs.report.countries))
    country = drugs.page.locator("mark.country").first
    date = drugs.page.locator("mark.date").first
    assert country.evaluate(border) == "solid"
    row.locator("input").uncheck()
    assert country.evaluate(border) == "none"
    assert date.evaluate(border) == "dashed"
    drugs.page.click("#none")
    assert date.evaluate(border) == "none"
    drugs.page.click("#all")
    assert country.evaluate(border) == "solid"


def test_a_click_tells_what_a_mention_is(drugs: Viewer) -> None:
    number = drugs.number("country", "哥伦比亚")
    drugs.page.click(f"#m{number}")
    for words in ("Country", "哥伦比亚", "COL", "Colombia", drugs.report.mentions[number].rule, "paragraph\n7", "Named 1 more time"):
        assert words in drugs.card(), words
    assert drugs.page.url.endswith(f"#m{number}")


def test_a_symbol_leads_to_the_united_nations(drugs: Viewer) -> None:
    drugs.page.click(f"#m{drugs.number('document', 'E/INCB/2022/1')}")
    link = drugs.page.locator("#card a[target=_blank]")
    assert link.get_attribute("href") == "https://docs.un.org/zh/E/INCB/2022/1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_figure_shows_its_observation(drugs: Viewer) -> None:
    seen = next(seen for seen in drugs.report.observations if seen.action_en and seen.item_en)
    number = next(i for i, m in enumerate(drugs.report.mentions) if m.type == "quantity" and m.start == seen.quantity.start)
    drugs.page.click(f"#m{number}")
    for words in ("Observation", seen.item, seen.item_en, seen.action_en):
        assert words is not None
        assert words in drugs.card()


def test_context_is_told(opened: Any) -> None:
    viewer = opened("1. 2020年3月7日举行了会议。9月2日又举行了会议。\n")
    viewer.page.click(f"#m{viewer.number('date', '9月2日')}")
    assert "Told by context" in viewer.card()
    assert viewer.report.dates[1].inferred[0] in viewer.card()


def test_a_mention_inside_another(opened: Any) -> None:
    viewer = opened(raw("humanitarian", "word"))
    outer = viewer.number("organization", "联合国中非共和国多层面综合稳定团")
    inner = next(i for i, m in enumerate(viewer.report.mentions) if i > outer and m.type == "country")
    assert viewer.page.locator(f"#m{outer} #m{inner}").count() == 1
    viewer.page.click(f"#m{inner}")
    assert "CAF" in viewer.card()
    viewer.page.click("#card a:has-text('organization')")
    assert "MINUSCA" in viewer.card()
    assert "中非共和国 (country)" in viewer.card()
    viewer.page.uncheck("#switches input[value=country]")
    viewer.page.click(f"#m{inner}")
    assert "MINUSCA" in viewer.card()


def test_search_finds_words_whatever_their_spacing(drugs: Viewer) -> None:
    count = sum(squeeze(block.text).count("可卡因") for block in drugs.report.blocks)
    assert count > 5
    assert drugs.search("可 卡因") == f"1 of {count}"
    drugs.page.keyboard.press("Enter")
    assert drugs.page.inner_text("#hits") == f"2 of {count}"
    drugs.page.keyboard.press("Shift+Enter")
    drugs.page.keyboard.press("Shift+Enter")
    assert drugs.page.inner_text("#hits") == f"{count} of {count}"
    assert drugs.page.evaluate("[...CSS.highlights.get('hit-now')][0].toString()") == "可卡因"
    drugs.page.keyboard.press("Escape")
    assert drugs.page.inner_text("#hits") == ""
    assert drugs.page.evaluate("CSS.highlights.get('hit').size") == 0


def test_search_finds_normal_forms(drugs: Viewer) -> None:
    assert drugs.search("colombia") == "1 of 2"
    assert drugs.page.evaluate("[...CSS.highlights.get('hit')].map(String)") == ["哥伦比亚", "哥伦比亚"]
    assert drugs.in_sight(f"#m{drugs.number('country', '哥伦比亚')}")


def test_search_of_nothing_there(drugs: Viewer) -> None:
    assert drugs.search("<b>无此词") == "none"
    assert drugs.page.is_disabled("#hit-on")


def test_a_figure_leads_to_its_paragraph(drugs: Viewer) -> None:
    drugs.page.click("#tab-figures")
    assert drugs.page.locator("#figures tbody tr").count() == len(drugs.report.observations)
    assert drugs.page.is_hidden("#text")
    last = drugs.report.observations[-1]
    drugs.page.locator("#figures tbody tr").last.locator("a").nth(1).click()
    assert drugs.page.is_visible("#text")
    assert drugs.in_sight("mark.now")
    assert drugs.page.inner_text("mark.now") == last.quantity.text
    assert drugs.page.locator("mark.now").evaluate("mark => mark.closest('.b').dataset.p") == last.paragraph


def test_countries_are_ranked_and_lead_to_their_paragraphs(drugs: Viewer) -> None:
    drugs.page.click("#tab-countries")
    rows = drugs.page.locator("#countries tbody tr")
    assert rows.count() == len({mention.iso3 for mention in drugs.report.countries})
    assert rows.first.locator("td").first.inner_text() == "AFG"
    rows.first.locator(".places a", has_text="28").click()
    assert drugs.page.locator("mark.now").evaluate("mark => mark.closest('.b').id") == "p-28"
    assert drugs.in_sight("mark.now")


def test_tables_sort_and_are_searched(drugs: Viewer) -> None:
    drugs.page.click("#tab-figures")
    drugs.page.click("#figures th:has-text('Value')")
    values = [float(v) for v in drugs.page.eval_on_selector_all("#figures td.number", "cells => cells.map(c => c.dataset.sort)") if v]
    assert values == sorted(values, reverse=True)
    drugs.page.click("#figures th:has-text('Value')")
    assert drugs.page.get_attribute("#figures th:has-text('Value')", "aria-sort") == "ascending"
    kept = drugs.search("古柯")
    visible = drugs.page.locator("#figures tbody tr:visible")
    assert kept == f"{visible.count()} rows"
    assert 0 < visible.count() < len(drugs.report.observations)
    assert all("古柯" in text for text in visible.all_inner_texts())


def test_footnotes_lead_both_ways(drugs: Viewer) -> None:
    drugs.page.click("#r-note3")
    assert drugs.in_sight("#p-note3")
    drugs.page.click("#p-note3 .back")
    assert drugs.in_sight("#r-note3")
    assert drugs.page.locator("#r-note3").evaluate("mark => mark.closest('.b').id") == "p-7"


def test_a_reference_leads_to_a_paragraph_of_this_report_only(opened: Any) -> None:
    viewer = opened(raw("treaties", "word"))
    own = viewer.number("reference", "第28段")
    viewer.page.click(f"#m{own}")
    viewer.page.click("#card a:has-text('Go to 28')")
    assert viewer.in_sight("#p-28")
    viewer.page.click(f"#m{viewer.number('reference', '第10段')}")  # of a resolution
    assert "Go to" not in viewer.card()


def test_keys(drugs: Viewer) -> None:
    press = drugs.page.keyboard.press
    press("j")
    first = drugs.page.inner_text("mark.now")
    press("ArrowRight")
    assert drugs.page.inner_text("mark.now") == drugs.report.mentions[1].text
    press("k")
    assert drugs.page.inner_text("mark.now") == first == drugs.report.mentions[0].text
    press("k")
    assert drugs.page.inner_text("mark.now") == first
    press("Escape")
    assert drugs.page.locator("mark.now").count() == 0
    assert drugs.page.is_visible("#about")
    press("?")
    assert drugs.page.is_visible("#keys")
    press("Escape")
    assert drugs.page.is_hidden("#keys")
    for key, view in zip("2341", ("figures", "countries", "documents", "text"), strict=True):
        press(key)
        assert drugs.page.is_visible(f"#{view}")
    drugs.search("jk4")
    assert drugs.page.input_value("#query") == "jk4"
    assert drugs.page.is_visible("#text")


def test_next_skips_what_is_switched_off(drugs: Viewer) -> None:
    drugs.page.click("#none")
    drugs.page.check("#switches input[value=sdg]")
    for mention in drugs.report.sdgs:
        drugs.page.keyboard.press("j")
        assert drugs.page.inner_text("mark.now") == mention.text


def test_an_address_opens_at_a_mention(drugs: Viewer) -> None:
    number = drugs.number("sdg", "16")
    drugs.page.goto("about:blank")
    drugs.asked.clear()
    drugs.page.goto(f"{drugs.url}#m{number}")
    assert drugs.page.inner_text("mark.now") == "16"
    assert drugs.in_sight("mark.now")
    box = drugs.page.locator("mark.now").bounding_box()
    assert box is not None
    assert 200 < box["y"] < 700  # in the middle, not under the bar


COLOURS: Final = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const over = (...colours) => {
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  return Object.fromEntries([...new Set([...document.querySelectorAll("mark")].map((m) => m.classList[1]))].map((type) => {
    const style = getComputedStyle(document.querySelector(`mark.${type}`));
    return [type, [over(paper, style.backgroundColor), over(style.color), over(style.borderBottomColor), over(paper)]];
  }));
}"""


def contrast(one: list[int], two: list[int]) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: list[int]) -> float:
    red, green, blue = (c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_speaks_the_language_of_the_browser_and_can_be_switched(opened: Any) -> None:
    viewer = opened(raw("drugs", "word"), locale="zh-CN")
    assert viewer.page.inner_text("#tab-figures") == "数字"
    assert viewer.search("colombia") == "第1处，共2处"
    viewer.page.keyboard.press("Escape")
    viewer.page.click(f"#m{viewer.number('country', '哥伦比亚')}")
    for words in ("标准形式", "位置", "另出现1次，见"):
        assert words in viewer.card(), words
    viewer.page.click("#language")
    assert viewer.page.inner_text("#tab-figures") == "Figures"
    assert "Normal form" in viewer.card()
    viewer.page.reload()
    assert viewer.page.inner_text("#tab-figures") == "Figures"


def test_every_word_of_the_page_is_known_in_chinese(opened: Any) -> None:
    viewer = opened(raw("humanitarian", "word"), locale="zh-CN")
    viewer.page.keyboard.press("j")
    known = set(data_of(viewer.report.to_html())["words"])
    shown = viewer.page.eval_on_selector_all("[data-w]", "all => all.map(each => each.dataset.w)")
    labels = viewer.page.evaluate("""() => ["aria-label", "title", "placeholder"].flatMap(
      name => [...document.querySelectorAll(`[w-${name}]`)].map(each => each.getAttribute(`w-${name}`)))""")
    script = (Path(ur.__file__).parent / "display/viewer/viewer.js").read_text(encoding="utf-8")
    said = {words for found in re.findall(r'say\([^"()]*"([^"]+)"(?: : "([^"]+)")?', script) for words in found if words}
    fields = {name for entry in data_of(viewer.report.to_html())["mentions"] for name, _ in entry["fields"] + entry["slots"]}
    assert len(shown) > 40
    assert len(said) > 10
    assert {*shown, *labels, *said, *fields, *(english for english, _ in TYPE_NAMES.values())} - known == set()


def test_tables_and_figures_of_a_file_stand_where_they_stood(browser: Browser, tmp_path: Path) -> None:
    report = ur.read(FIXTURES / "drugs" / "report.pdf")
    viewer = Viewer(browser, tmp_path / "a.html", report)
    table = report.tables[0]
    shown = viewer.page.locator(".exhibit", has=viewer.page.locator("table"))
    assert shown.locator("figcaption").inner_text() == table.title
    assert [row.locator("td").all_inner_texts() for row in shown.locator("tr").all()] == [list(row) for row in table.rows]
    before = "exhibit => { while (!exhibit.matches('.b')) exhibit = exhibit.previousElementSibling; return exhibit.id; }"
    assert shown.evaluate(before) == f"p-{table.after}"
    viewer.page.click("#m0")
    assert "page\n1" in viewer.card()
    assert viewer.complaints == []
    viewer.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(opened: Any, passage: str, scheme: str) -> None:
    viewer = opened(f"1. {passage}\n", color_scheme=scheme)
    colours = viewer.page.evaluate(COLOURS)
    assert len(colours) >= 10
    for kind, (back, text, line, paper) in colours.items():
        assert (luminance(paper) > 0.5) == (scheme == "light")
        assert contrast(back, text) >= 7, kind
        assert contrast(line, paper) >= 4.5, kind


def test_the_switch_wins_over_the_system(opened: Any, report_text: str) -> None:
    viewer = opened(report_text, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = viewer.page.evaluate(paper)
    viewer.page.click("#theme")
    assert viewer.page.evaluate(paper) != dark
    viewer.page.reload()
    assert viewer.page.evaluate(paper) != dark
    viewer.page.keyboard.press("t")
    assert viewer.page.evaluate(paper) == dark


@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_fits_a_narrow_window(opened: Any, width: int) -> None:
    viewer = opened(raw("treaties", "word"), viewport={"width": width, "height": 700})
    wide = "document.documentElement.scrollWidth"
    for view in ("figures", "countries", "documents", "text"):
        viewer.page.click(f"#tab-{view}")
        assert viewer.page.evaluate(wide) <= width, view
    viewer.page.keyboard.press("j")
    assert viewer.page.is_visible("#card")
    assert viewer.in_sight("mark.now")
    viewer.page.click("#drawer")
    assert viewer.page.is_visible("#switches")
    viewer.page.click(".outline a >> nth=3")
    assert viewer.page.is_hidden("#switches")
    assert viewer.page.evaluate(wide) <= width


def test_the_selected_mention_is_not_under_the_panel(opened: Any) -> None:
    viewer = opened(raw("drugs", "word"), viewport={"width": 390, "height": 800})
    for _ in range(40):
        viewer.page.keyboard.press("j")
    viewer.page.wait_for_timeout(200)
    mark, panel = viewer.page.locator("mark.now").first.bounding_box(), viewer.page.locator("#panel").bounding_box()
    assert mark["y"] + mark["height"] <= panel["y"]


def test_prints_the_text_alone(drugs: Viewer, tmp_path: Path) -> None:
    import pypdfium2

    drugs.page.keyboard.press("j")
    drugs.page.pdf(path=tmp_path / "a.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        text = squeeze("".join(page.get_textpage().get_text_range() for page in pdf))
        assert 3 <= len(pdf) <= 8
    for there in ("世界毒品问题的现状", "Country44", squeeze(drugs.report.paragraphs[-1].text)[3:40]):
        assert there in text
    for gone in ("Searchwords", "Contents", "Normalform", "Aboutthisreport"):
        assert gone not in text


def test_nothing_of_the_report_runs(opened: Any) -> None:
    viewer = opened(HOSTILE)
    for _ in viewer.report.mentions:
        viewer.page.keyboard.press("j")
    for view in ("figures", "countries", "documents", "text"):
        viewer.page.click(f"#tab-{view}")
    assert viewer.page.evaluate("window.taken") is None
    assert viewer.page.locator("img, main script").count() == 0
    assert "<img src=x onerror='window.taken=1'>" in viewer.page.inner_text("#text")


def test_the_policy_stops_what_would_load_or_run(browser: Browser, tmp_path: Path, report_text: str) -> None:
    viewer = Viewer(browser, tmp_path / "a.html", ur.parse(report_text))
    viewer.page.evaluate("""() => {
      window.stopped = [];
      addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.effectiveDirective));
      const image = document.createElement("img");
      image.src = "http://127.0.0.1:9/a.png";
      const script = document.createElement("script");
      script.textContent = "window.taken = 1";
      document.body.append(image, script);
      return fetch("http://127.0.0.1:9/").catch(() => null);
    }""")
    viewer.page.wait_for_timeout(100)
    assert set(viewer.page.evaluate("window.stopped")) == {"img-src", "script-src-elem", "connect-src"}
    assert viewer.page.evaluate("window.taken") is None
    viewer.context.close()


def test_without_scripts_text_and_tables_are_there(opened: Any) -> None:
    viewer = opened(raw("drugs", "word"), java_script_enabled=False)
    for part in ("#text", "#figures", "#countries", "#documents"):
        assert viewer.page.is_visible(part)


@pytest.mark.parametrize("text", ["无。\n", "1. 无。\n", "2020年\n"], ids=["no paragraph", "no mention", "one mention"])
def test_a_report_that_holds_next_to_nothing(opened: Any, text: str) -> None:
    viewer = opened(text)
    for key in "jk2341":
        viewer.page.keyboard.press(key)
    assert squeeze(text) in squeeze(viewer.page.inner_text("#text"))
    viewer.search("无")
