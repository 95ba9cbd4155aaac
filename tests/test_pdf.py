"""PDF: where things stand on the page, what is kept apart from the text, and files that are wrong or hostile."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import time
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import specimens
from small_pdf import lines, page, pdf, stream
from specimens import FIXTURES
from test_cli import refusal, run

import unodc_report
from unodc_report.errors import LimitError, MissingReaderError, SourceError, UnodcReportError
from unodc_report.sources.reading import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from unodc_report.report import Report


def data(name: str) -> bytes:
    return (specimens.FIXTURES / name / "report.pdf").read_bytes()


@cache
def read(name: str) -> Report:
    return unodc_report.read(data(name))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_the_boxes_of_a_mention_hold_its_text(name: str) -> None:
    document = pypdfium2.PdfDocument(data(name))
    pages = [document[k] for k in range(len(document))]
    texts = [each.get_textpage() for each in pages]
    for mention in read(name).mentions:
        found = ""
        for number, left, top, right, bottom in mention.boxes:
            height = pages[number - 1].get_height()
            found += texts[number - 1].get_text_bounded(left + 1, height - bottom + 1, right - 1, height - top - 1).replace("\x02", "-")
        assert bare(mention.text) in bare(found), mention
        assert mention.page == mention.boxes[0].page
        assert len(bare(found)) <= len(bare(mention.text)) + 2, (mention, found)


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_blocks_know_their_page_and_pages_go_on(name: str) -> None:
    pages = [block.page or 0 for block in read(name).paragraphs]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] > 3


@pytest.mark.parametrize("name", specimens.SPECIMENS)
def test_every_character_is_kept_or_accounted_for(name: str) -> None:
    source = read_source(data(name))
    from unodc_report.structure import read_report

    document = read_report(source.text, source.hints, source.page_map)
    kept = sorted(span for block in document.blocks for span in document.source_map.raw_runs(block.start, block.end))
    removed = [(removal.start, removal.end) for removal in document.removals]
    covered = sorted([*kept, *removed])
    assert covered[0][0] == 0
    assert covered[-1][1] == len(source.text)
    gaps = [(a[1], b[0]) for a, b in pairwise(covered) if a[1] < b[0]]
    marks = set(source.hints.marks or ())
    assert [source.text[a:b] for a, b in gaps if not source.text[a:b].isspace() and (a, b) not in marks] == []


def test_a_chart_is_no_text_and_keeps_its_labels() -> None:
    (chart,) = read("drugs").figures
    assert chart.title == "图一2015-2022年按区域分列的指数"
    labels = {label for row in chart.rows for label in row}
    assert {"1,400", "970", "0", "非洲", "大洋洲", "吨(千)", "资料来源：年度报告调查表。"} == {label.replace("（", "(").replace("）", ")") for label in labels} & {
        "1,400", "970", "0", "非洲", "大洋洲", "吨(千)", "资料来源：年度报告调查表。"
    }  # fmt: skip
    assert chart.page == 3
    assert "1,400" not in read("drugs").text


def test_a_table_comes_out_as_rows_of_cells() -> None:
    (table,) = read("drugs").tables
    assert table.title == "表1按类别分列的指数"
    assert table.rows[:3] == (("类别", "第一组", "第二组", "第三组"), ("甲类", "1,204", "38.5", "27吨"), ("乙类", "986", "41.2", "145公斤"))
    assert table.after == "14"


def test_a_table_with_rules_only_on_a_landscape_page() -> None:
    table = read("treaties").tables[0]
    assert table.page == 2
    assert table.rows[0] == ("类别", *(str(year) for year in range(2011, 2021)))
    assert [len(row) for row in table.rows[:5]] == [11] * 5


def test_boxes_and_side_notes_are_read_after_the_paragraph_that_they_interrupt() -> None:
    blocks = {block.id: block for block in read("humanitarian").blocks}
    ids = [block.id for block in read("humanitarian").blocks]
    assert blocks["b1"].text == "编者按：本页边的说明不属于正文，仅供参考。"
    assert ids.index("b1") == ids.index("4") + 1
    boxed = [block.text for block in read("drugs").blocks if block.id.startswith("b")]
    assert boxed[:2] == ["方框1", "数据的由来"]
    assert [text[-1] for text in boxed[2:]] == ["。", "。"]


def test_page_furniture_is_gone() -> None:
    for name in specimens.SPECIMENS:
        report = read(name)
        body = "\n".join(block.text for block in report.blocks if block.kind not in ("masthead", "footnote"))
        assert "/6\n" not in body
        assert str(report.metadata.job_number) not in body
        assert body.count(str(report.metadata.symbol)) == 0


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pages_that_lie_on_their_side_read_the_same(degrees: int) -> None:
    document = pypdfium2.PdfDocument(data("drugs"))
    for k in range(len(document)):
        document[k].set_rotation(degrees)
    out = io.BytesIO()
    document.save(out)
    turned = unodc_report.read(out.getvalue())
    assert [m.text for m in turned.mentions] == [m.text for m in read("drugs").mentions]
    box, upright = turned.mentions[9].boxes[0], read("drugs").mentions[9].boxes[0]
    sizes = (box.right - box.left, box.bottom - box.top), (upright.right - upright.left, upright.bottom - upright.top)
    assert sizes[0] == pytest.approx(sizes[1] if degrees == 180 else sizes[1][::-1], abs=0.1)


def test_raised_digits_are_marks_and_others_are_numbers() -> None:
    content = b"BT /F1 11 Tf 72 700 Td (Seizures rose.) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf ( In 2020 5) Tj ET BT /F1 8 Tf 72 90 Td 3 Ts /F1 5 Tf (1) Tj 0 Ts /F1 8 Tf ( See A/76/1.) Tj ET"
    source = read_source(page(content))
    assert [source.text[start:end] for start, end in source.hints.marks or ()] == ["1"]
    assert source.text.startswith("Seizures rose.1 In 2020 5")
    assert [source.text[start:end] for start, end in source.hints.notes] == ["1  See A/76/1."]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line number {k} of the text" for k in range(8)]
    right = [f"right column line {k} of the same text" for k in range(8)]
    content = b"".join(
        b"BT /F1 9 Tf %d %d Td (%s) Tj ET " % (x, 700 - 12 * k, text.encode())
        for k in range(8) for x, text in ((60, left[k]), (330, right[k]))
    )  # fmt: skip
    text = read_source(page(content)).text
    assert [line.strip() for line in text.split("\n") if line.strip()] == [*left, *right]


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    assert "data-\nand" in read_source(page(lines("www.unodc.org/data-", "and-analysis"))).text


def test_letter_spaced_words_are_one_line() -> None:
    spaced = b"BT /F1 14 Tf 6 Tc 72 700 Td (REPORT) Tj ET"
    assert bare(read_source(page(spaced)).text) == "REPORT"


def scan(pages: int, text_on: int | None = None) -> bytes:
    """Pages that are pictures; one of them may have text too."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * k) for k in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages)]
    objects.append(stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"))
    for k in range(pages):
        font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</XObject<</I 3 0 R>>%s>>>>" % (5 + 2 * k, font)
        )
        objects.append(stream(b"q 612 0 0 792 0 0 cm /I Do Q " + (lines("1. Some words.") if k == text_on else b"")))
    return pdf(*objects)


def test_a_scanned_page_is_named() -> None:
    report = unodc_report.read(scan(3, text_on=1))
    assert report.notes == ("scanned, without a text layer: pages 1, 3",)
    assert "Some words" in report.text


def test_a_scanned_report_is_refused_and_told_why() -> None:
    with pytest.raises(SourceError, match="pictures without a text layer"):
        unodc_report.read(scan(2))


def test_characters_without_a_unicode_value_are_told_not_invented() -> None:
    glyph = stream(b"500 0 0 0 400 400 d1 0 0 400 400 re f")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        stream(b"BT /F2 12 Tf 72 700 Td (Tons: ) Tj /F1 12 Tf <01> Tj /F2 12 Tf ( and more) Tj ET"),
        (
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 500]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/LastChar 2/Widths[500 500]"
            b"/CharProcs<</x1 6 0 R/x2 6 0 R>>/Encoding<</Type/Encoding/Differences[1/x1/x2]>>>>"
        ),
        glyph,
    )  # fmt: skip
    source = read_source(pdf(*objects))
    assert "Tons: \ufffd" in source.text
    assert source.notes == ("page 1: 1 character that the file does not map to Unicode, shown as U+FFFD",)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9, 0.99, 0.999])
def test_a_truncated_file_is_refused_or_survived(share: float) -> None:
    whole = data("drugs")
    survive(whole[: int(len(whole) * share)])


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_are_refused_or_survived(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same each time
    broken = bytearray(data("treaties"))
    for _ in range(1 + seed * 8):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    survive(bytes(broken))


def survive(file: bytes) -> Report | None:
    begun = time.monotonic()
    try:
        report = unodc_report.read(file)
    except UnodcReportError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return None
    finally:
        assert time.monotonic() - begun < 60
    return report


def test_a_broken_page_does_not_lose_the_others() -> None:
    good = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
    report = unodc_report.read(
        pdf(
            b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 9 0 R 5 0 R]/Count 3>>", good % 4, stream(lines("1. First page.")),
            good % 6, stream(lines("2. Third page.")),
        )
    )  # fmt: skip
    assert "First page" in report.text
    assert "Third page" in report.text
    assert any(note.startswith("page 2: cannot be read") for note in report.notes)


def cyclic_tree() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>", b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 5>>")


def cyclic_form() -> bytes:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</XObject<</X 5 0 R>>>>")
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        stream(b"/X Do " + lines("1. Text.")), form,
    )  # fmt: skip


def twofold_form() -> bytes:
    return cyclic_form().replace(b"stream\n/X Do\nendstream", b"stream\n/X Do /X Do\nendstream")


def inherited_from_itself() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>")


@pytest.mark.parametrize("make", [cyclic_tree, cyclic_form, twofold_form, inherited_from_itself])
def test_objects_that_hold_themselves_are_refused_or_survived(make: Any) -> None:
    survive(make())


def test_too_many_pages_are_refused_at_once() -> None:
    kids = b"3 0 R " * 10_000
    file = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 10000>>" % kids, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    begun = time.thread_time()
    with pytest.raises(LimitError, match="10000 pages, more than the limit of 3000"):
        unodc_report.read(file)
    assert time.thread_time() - begun < 5


def test_a_page_of_very_many_characters_meets_the_limit() -> None:
    file = page(b"BT /F1 1 Tf 0 700 Td " + b"(" + b"a1 " * 400 + b") Tj 0 -1 Td " * 60 + b"ET")
    with pytest.raises(LimitError, match="limit of 1000 characters"):
        unodc_report.read(file, max_characters=1000)


def test_a_file_larger_than_allowed_is_not_read() -> None:
    with pytest.raises(LimitError, match="limit of 1000 bytes"):
        unodc_report.read(data("drugs"), max_bytes=1000)


def test_an_encrypted_file_wants_its_password() -> None:
    file = (specimens.FIXTURES / "hostile" / "encrypted.pdf").read_bytes()
    with pytest.raises(SourceError, match="encrypted: give its password"):
        unodc_report.read(file)
    with pytest.raises(SourceError, match="not its own"):
        unodc_report.read(file, password="wrong")  # noqa: S106
    assert "locked" in unodc_report.read(file, password="secret").text  # noqa: S106


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingReaderError, match=r"this is a PDF; reading it needs the extra pdf: pip install 'unodc-report\[pdf\]'") as caught:
        unodc_report.read(data("drugs"))
    assert isinstance(caught.value, SourceError)


def test_reports_from_pdf_go_through_json() -> None:
    report = read("drugs")
    again = type(report).model_validate_json(report.model_dump_json())
    assert again == report
    assert again.mentions[3].boxes[0].page == report.mentions[3].page


def test_rows_give_page_and_boxes() -> None:
    row = read("drugs").rows()[0]
    assert row["page"] == 1
    assert [len(box) for box in row["boxes"]] == [5] * len(row["boxes"])
    assert "page" not in unodc_report.parse("1. 2020年。").rows()[0]


MEASURE = """
import json, re, resource, sys, time
import unodc_report
unodc_report.extract("2020年")  # what is loaded once
before = time.process_time()
report = unodc_report.read(sys.argv[1])
spent = time.process_time() - before
try:  # Linux counts the peak of the parent that forked this process in ru_maxrss, but not here
    peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) / 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([spent, peak, len(report.mentions)]))
"""


def test_a_report_of_seventy_pages_is_quick_and_small(tmp_path: Path) -> None:
    long = pypdfium2.PdfDocument.new()
    while len(long) < 70:
        for name in specimens.SPECIMENS:
            long.import_pages(pypdfium2.PdfDocument(data(name)))
    long.save(tmp_path / "long.pdf")
    done = subprocess.run([sys.executable, "-c", MEASURE, str(tmp_path / "long.pdf")], capture_output=True, text=True, check=True)
    seconds, megabytes, mentions = json.loads(done.stdout)
    assert mentions > 2000
    assert megabytes < 300
    assert seconds < 12  # about 1.5 on a core that does nothing else


def test_the_command_limits_the_pages() -> None:
    assert "more than the limit of 1" in refusal(run("extract", "--max-pages", "1", FIXTURES / "drugs/report.pdf"))


def test_the_command_opens_an_encrypted_file_by_its_password() -> None:
    assert refusal(run("show", FIXTURES / "hostile/encrypted.pdf")).endswith("this PDF is encrypted: give its password\n")
    assert "not its own" in refusal(run("show", "--password", "x", FIXTURES / "hostile/encrypted.pdf"))
    assert run("show", "--password", "secret", FIXTURES / "hostile/encrypted.pdf").returncode == 0
