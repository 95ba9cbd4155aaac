"""Reading text files: encodings that are known, and everything that is no text."""

from __future__ import annotations

import inspect
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unodc_report import read
from unodc_report.errors import LimitError, SourceError
from unodc_report.sources.reading import read_source

TEXT = "1. 2020 年，会员国缉获了 106 吨可卡因。\r\n2. 主管机关逮捕了嫌疑人。\n"


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"), ("gbk", "gb18030"), ("gb2312", "gb18030"),
    ],
)  # fmt: skip
def test_text_is_kept_exactly_in_every_encoding(codec: str, encoding: str) -> None:
    source = read_source(TEXT.encode(codec))
    assert (source.text, source.encoding) == (TEXT, encoding)


def test_a_byte_order_mark_is_no_character_and_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "甲\r\n乙\r".encode())
    source = read_source(path)
    assert (source.name, source.text) == (str(path), "甲\r\n乙\r")
    assert read_source(str(path)).text == source.text
    with path.open("rb") as file:
        assert read_source(file).text == source.text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "empty"), (b"%PDF-1.7\n%\xe2\xe3", "PDF"), (b"PK\x03\x04\x14\x00", "Word"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "Word"),
        (b"abc\x00\x01\x02\x03\x04", "binary"), (b"\x89PNG\r\n\x1a\n\x00", "image"), (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe\x00\xd8", "UTF-16"), ("réunion générale".encode("latin-1"), "tried UTF-8, GB18030"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_in_one_line_that_says_why(data: bytes, found: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(data)
    message = str(caught.value)
    assert found in message
    assert "\n" not in message


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.txt: no such file"):
        read_source(tmp_path / "nowhere.txt")
    with pytest.raises(SourceError, match="folder"):
        read_source(tmp_path)
    with pytest.raises(SourceError):
        read_source("a\0b")
    with pytest.raises(SourceError) as caught:
        read_source("一. 导言\n1. 大会" * 50)
    assert len(str(caught.value)) < 400
    with pytest.raises(SourceError, match="mode 'rb'"):
        read_source(io.StringIO("文本"))  # type: ignore[arg-type]  # a user's mistake


def test_limits_are_the_callers(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("国" * 100, encoding="utf-8")
    assert len(read_source(path, max_bytes=300, max_characters=100).text) == 100
    with pytest.raises(LimitError, match="299 bytes"):
        read_source(path, max_bytes=299)
    with pytest.raises(LimitError, match="99"):
        read_source(path, max_characters=99)
    with pytest.raises(LimitError):
        read_source(io.BytesIO(b"a" * 11), max_bytes=10)


def test_read_takes_the_limits_of_its_source_by_name() -> None:
    theirs, ours = inspect.signature(read_source).parameters, inspect.signature(read).parameters
    assert {name: ours[name] for name in theirs} == dict(theirs)
    with pytest.raises(TypeError, match=r"^read\(\) got an unexpected keyword argument 'max_page'"):
        read(b"1. 2020", max_page=3)  # type: ignore[call-arg]  # a user's mistake


def test_random_bytes_do_not_pass_for_chinese() -> None:
    even = bytes((0x81 + i * 37 % 0x7D) if i % 2 == 0 else 0x40 + i * 59 % 0x3E for i in range(4000))
    even.decode("gb18030")  # every pair is a character
    with pytest.raises(SourceError):
        read_source(even)


@pytest.mark.parametrize(
    ("damage", "byte"),
    [(lambda data: data[:-1], 87), (lambda data: data[:-2], 87), (lambda data: data[:12] + b"\xff" + data[13:], 11), (lambda data: b"\xa0" + data, 0), (lambda data: data[:20] + data[21:], 20)],
    ids=["cut", "cut by two", "changed", "tail of another", "lost"],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_damaged_utf8_is_read_and_told(damage: Any, byte: int, mark: bytes) -> None:
    data = TEXT.rstrip().encode()
    source = read_source(mark + damage(data))
    assert source.encoding == "utf-8"
    assert "逮捕了嫌疑人" in source.text
    assert "\ufffd" in source.text
    assert source.notes == (f"damaged UTF-8: 1 place that does not fit, the first at byte {byte + len(mark)}, shown as U+FFFD",)
    assert read(mark + damage(data)).notes[-1:] == source.notes


def test_utf8_that_is_damaged_all_over_is_refused_at_its_first_byte() -> None:
    data = "，".join("会员国缉获了可卡因").encode().replace(b"\xef", b"\xff")
    with pytest.raises(SourceError, match=r"tried UTF-8, GB18030 and UTF-16.*damaged at byte 3\b"):
        read_source(data)


def test_a_replacement_character_in_a_file_is_no_damage() -> None:
    data = "会员国缉获了\ufffd可卡因".encode()
    assert read_source(data).notes == ()
    (note,) = read_source(data[:-1]).notes
    assert "1 place that does not fit, the first at byte 27" in note


@pytest.mark.parametrize("text", ["1. 在𠮷哥伦比亚缉获", "在𠮷村", "𠮷村和㐂村缉获", "见 №7，缉获"])
def test_a_rare_character_in_a_short_text_is_no_hindrance(text: str) -> None:
    source = read_source(text.encode("gb18030"))
    assert (source.text, source.encoding) == (text, "gb18030")


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused_and_never_raise_anything_else(data: bytes) -> None:
    try:
        source = read_source(data)
    except SourceError:
        return
    assert source.text
    assert source.encoding in {"utf-8", "utf-16-le", "utf-16-be", "gb18030"}


@given(st.text(min_size=1, max_size=80, alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_every_text_in_utf8_is_read_back(text: str) -> None:
    try:
        assert read_source(text.encode()).text == text
    except SourceError as error:  # a text may begin as another format does
        assert "this is" in str(error)  # noqa: PT017
