"""Document symbols: dirty forms, what is none, addresses; numbers of resolutions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unodc_report.data.tables import rows
from unodc_report.errors import ReadingError
from unodc_report.normalise import to_symbol
from unodc_report.standards.resolutions import by_form, council_year, possible, read_number, symbol_of
from unodc_report.standards.symbols import PATTERN, address, kind_of, parse


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("S/RES/2396(2017)", "S/RES/2396 (2017)"),
        ("S/2014//502", "S/2014/502"),
        ("A/66/6 (Sect. 28D)", "A/66/6 (Sect. 28D)"),
        ("A/66/6 (Introduction)", "A/66/6 (Introduction)"),
        ("SCP/12/3", "SCP/12/3"),
        ("PCT/R/WG/9/2", "PCT/R/WG/9/2"),
        ("S/2001/521/ADD.1", "S/2001/521/Add.1"),
        ("A/2361 (supp)", "A/2361(SUPP)"),
        ("A/31/39[Vol.I](SUPP)", "A/31/39[Vol.I](SUPP)"),
        ("A/RES/37/235A-D", "A/RES/37/235 A-D"),
        ("A/RES/37(I)", "A/RES/37(I)"),
        ("A/RES/217 A (III)", "A/RES/217(III) A"),
        ("A/RES/3362 (S-VII)", "A/RES/3362(S-VII)"),
        ("A/DEC/74/550 B", "A/DEC/74/550 B"),
        ("A/RES/52/12B", "A/RES/52/12 B"),
        ("A/RES/S-30/1", "A/RES/S-30/1"),
        ("A/ CONF. 234/16", "A/CONF.234/16"),
        ("CAC/COSP /2019/16", "CAC/COSP/2019/16"),
        ("A/HRC/28/1*", "A/HRC/28/1"),
        ("A/69/6 (Sect. 16)", "A/69/6 (Sect. 16)"),
        ("ICCD/COP(11)/23/Add.1", "ICCD/COP(11)/23/Add.1"),
        ("UNEP(DTIE)/Hg/COP.1/29", "UNEP(DTIE)/Hg/COP.1/29"),
        ("CEDAW/C/GEO/4-5", "CEDAW/C/GEO/4-5"),
        ("A/C.1/70/L.1-L.10", "A/C.1/70/L.1-L.10"),
        ("LC/L.3790(SES.35/14)", "LC/L.3790(SES.35/14)"),
        ("E/2021/30-E/CN.15/2021/17", "E/2021/30-E/CN.15/2021/17"),
    ],
)
def test_canonical_form(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical
    assert str(parse(canonical)) == canonical


@pytest.mark.parametrize("text", ["HIV/AIDS", "TCP/IP", "CD/DVD", "A/H1N1", "A/1", "A/B", "LC/MS/MS", "XYZ/12", "24/7", "A/76/122。", "A/76/", "", "和/或"])
def test_what_is_no_symbol_is_refused_with_a_place(text: str) -> None:
    with pytest.raises(ReadingError) as caught:
        parse(text)
    assert 0 <= caught.value.position <= len(text)
    assert caught.value.text == text


def test_parts_suffixes_and_twin() -> None:
    symbol = parse("A/69/792/Add.1-S/2015/123/Corr.2")
    assert symbol.parts == ("69", "792")
    assert symbol.suffixes == ("Add.1",)
    assert symbol.twin is not None
    assert (symbol.twin.organ, symbol.twin.suffixes) == ("S", ("Corr.2",))


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [("A/RES/70/1", "resolution"), ("UNEP/EA.4/Res.6", "resolution"), ("IDB.42/Dec.3", "decision"), ("A/C.3/70/L.5", "document"), ("A/RESIDUE.1/2", "document")],
)
def test_kind(symbol: str, kind: str) -> None:
    assert kind_of(symbol) == kind


def test_addresses() -> None:
    assert address("S/RES/2396 (2017)") == "https://docs.un.org/zh/S/RES/2396(2017)"
    assert address("A/RES/52/12 B", "en") == "https://docs.un.org/en/A/RES/52/12B"
    assert address("E/2021/30-E/CN.15/2021/17") == "https://docs.un.org/zh/E/2021/30"
    assert address("CTOC/COP/RES/10/5") is None
    with pytest.raises(ValueError, match="language 'de'"):
        address("A/76/122", "de")


def test_every_series_of_the_organs_table_is_read() -> None:
    for row in rows("organs", "symbol_prefix"):
        prefix = row["symbol_prefix"]
        symbol = f"{prefix}1/2" if prefix.endswith((".", "-")) else f"{prefix}/2021/12"
        assert str(parse(symbol)) == symbol


@given(st.from_regex(PATTERN, fullmatch=True))
def test_parsing_gives_a_symbol_or_a_reading_error(text: str) -> None:
    try:
        symbol = str(parse(text))
    except ReadingError:
        return
    assert str(parse(symbol)) == symbol


@pytest.mark.parametrize(
    ("number", "noun", "symbol"),
    [
        ("2133 (2014)", "resolution", "S/RES/2133 (2014)"),
        ("2133 (2012)", "resolution", None),  # the Council's 2133rd is of 2014
        ("267 (2009)", "decision", None),
        ("3281(XXIX)", "resolution", "A/RES/3281(XXIX)"),
        ("689(XXXV)", "resolution", None),  # of a regional commission
        ("1576(L)", "resolution", None),  # named bodies only: several had Roman sessions
        ("75/196", "resolution", "A/RES/75/196"),
        ("74/550 B", "decision", "A/DEC/74/550 B"),
        ("62/1", "resolution", None),
        ("8/9", "resolution", None),
        ("2021/25", "resolution", "E/RES/2021/25"),
        ("1995/81", "resolution", None),  # the Commission on Human Rights numbered alike
        ("2020/230", "decision", "E/DEC/2020/230"),
        ("2013/28", "decision", None),  # of an executive board
        ("ES-11/1", "resolution", "A/RES/ES-11/1"),
        ("S-16/1", "resolution", None),
        ("X/20", "decision", None),
        ("GC(59)/RES/10", "resolution", "GC(59)/RES/10"),
    ],
)
def test_what_the_form_of_a_number_tells(number: str, noun: str, symbol: str | None) -> None:
    assert by_form(read_number(number), noun) == symbol  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("organ", "number", "symbol"),
    [
        ("A", "30/1", None),
        ("A", "217 A (III)", "A/RES/217(III) A"),
        ("A", "52/12 A和B", "A/RES/52/12 A-B"),
        ("S", "242", "S/RES/242 (1967)"),
        ("E", "9 (I)", "E/RES/9(I)"),
        ("A/HRC", "S-16/1", "A/HRC/RES/S-16/1"),
        ("A/HRC", "60/251", None),
        ("CTOC/COP", "75/196", None),
        ("UNEP/EA", "4/6", "UNEP/EA.4/Res.6"),
    ],
)
def test_symbol_of_a_named_body(organ: str, number: str, symbol: str | None) -> None:
    assert symbol_of(organ, read_number(number), "resolution") == symbol


def test_years_of_the_security_council() -> None:
    assert [council_year(n) for n in (1, 15, 16, 242, 678, 1325, 1373, 2396, 2504, 2767)] == [1946, 1946, 1947, 1967, 1990, 2000, 2001, 2017, 2020, 2024]


def test_a_body_that_had_not_met_so_often_is_not_possible() -> None:
    assert possible("E/CN.15", read_number("30/1"), "resolution", 2021)
    assert not possible("E/CN.15", read_number("40/1"), "resolution", 2021)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("大会第 75/196 号决议", "A/RES/75/196"),
        ("A/76/122", "A/76/122"),
        ("安理会第1325号决议", "S/RES/1325 (2000)"),
        ("经社理事会第 2020/230 号决定", "E/DEC/2020/230"),
        ("公约缔约国会议第8/9号决议", "CAC/COSP/RES/8/9"),
    ],
)
def test_to_symbol(text: str, symbol: str) -> None:
    assert to_symbol(text) == symbol


@pytest.mark.parametrize(
    ("text", "position", "reason"),
    [
        ("第30/1号决议", 1, "no body is named"),
        ("明天", 0, "no document"),
        ("大会第75/196号决议第3段", 12, "ends before this"),
        ("见 A/76/122", 0, "something stands before"),
    ],
)
def test_to_symbol_says_where_and_why_it_stopped(text: str, position: int, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        to_symbol(text)
    assert caught.value.position == position
