"""Decades and centuries: 1990年代初, 20世纪60和70年代, 六七十年代, 二十一世纪."""

from __future__ import annotations

from typing import Final

from unodc_report.chinese.calendar import BOUND, JOINT, TO, YEAR
from unodc_report.entities.dates import forms
from unodc_report.patterns import lazy
from unodc_report.rules import Rule

_BARE: Final = "(?:[2-9]0|[二三四五六七八九]十)"  # 八十年代 of the last century

ROWS: Final[tuple[Rule, ...]] = (
    Rule(
        id="date.decade",
        pattern=lazy(
            rf"(?<![\d第])(?:(?P<year>1[5-9]\d0|20\d0|一[五六七八九][〇零一二三四五六七八九][〇零]|二[〇零][〇零一二][〇零])年代|(?P<century>1[5-9]|2[01]|十[五六七八九]?|二十一?)世纪(?!议程|奖)(?:(?P<decade>\d0|[二三四五六七八九]?十)年代)?"
            rf"|(?:(?<!世纪)|(?<=上世纪)|(?<=上个世纪))(?P<decade_alone>[3-9]0|[三四五六七八九]十)年代)(?:初(?![期叶])|末(?![期叶])|(?P<stage>[初中末后晚早]期|[前后上下]半期|中叶))?(?P<bound>{BOUND})?(?(stage)(?(bound)|(?!)))"
        ),
        build=forms.decade,
        finds=(
            ("1980年代以来", "1980年代以来", {"edtf": "198X/.."}),
            ("自1970年代末期以来", "1970年代末期以来", {"edtf": "197X/.."}),
            ("1950年代中期，", "1950年代", {"edtf": "195X"}),
            ("九十年代前半期以来", "九十年代前半期以来", {"edtf": "199X/.."}),
            ("1990年代前", "1990年代前", {"edtf": "../199X"}),
            ("20世纪90年代", "20世纪90年代", {"edtf": "199X"}),
            ("七十年代初", "七十年代初", {"edtf": "197X"}),
            ("二十世纪初叶", "二十世纪", {"edtf": "19XX"}),
            ("上世纪九十年代初", "九十年代初", {"edtf": "199X"}),
            ("一九七〇年代的危机", "一九七〇年代", {"edtf": "197X"}),
            ("二十一世纪", "二十一世纪", {"edtf": "20XX"}),
        ),
        skips=("《21世纪议程》", "21世纪议程", "获得了“世界21世纪奖”", "半个世纪", "两个世纪"),
    ),
    Rule(
        id="date.decades",
        pattern=lazy(rf"(?<![\d第])(?:(?P<century>20|21|二十一?)世纪(?=[\d二三四五六七八九十]))?(?P<decades>(?(century)(?:\d0|[二三四五六七八九]?十)|{YEAR})(?:{JOINT}|(?P<to>{TO}))(?(century)(?:\d0|[二三四五六七八九]?十)|{YEAR}))年代"),
        build=forms.decades,
        finds=(
            ("1970和1980年代的危机", "1970和1980年代", {"edtf": "{197X,198X}"}),
            ("1960-1970年代", "1960-1970年代", {"edtf": "196X/197X"}),
            ("20世纪60和70年代", "20世纪60和70年代", {"edtf": "{196X,197X}"}),
            ("21世纪20和30年代的计划", "21世纪20和30年代", {"edtf": "{202X,203X}"}),
        ),
        skips=("两个年代",),
    ),
    Rule(
        id="date.decade_pair",
        pattern=lazy(rf"(?<![\d第])(?:(?P<century>20|21|二十一?)世纪)?(?P<first>[二三四五六七八])、?(?P<last>[三四五六七八九])十年代(?P<bound>{BOUND})?"),
        build=forms.decade_pair,
        finds=(
            ("二十世纪六七十年代", "二十世纪六七十年代", {"edtf": "{196X,197X}"}),
            ("五六十年代兴建", "五六十年代", {"edtf": "{195X,196X}"}),
            ("上世纪七、八十年代的债务", "七、八十年代", {"edtf": "{197X,198X}"}),
        ),
        skips=("六七十年", "六七十年间"),
    ),
    Rule(
        id="date.decade_range",
        pattern=lazy(rf"(?<![\d第])(?:(?P<century>20|21|二十一?)世纪)?(?P<decades>{YEAR}|{_BARE})年代(?:[初中末后]期?)?(?P<to>{TO})(?P<last>{YEAR}|{_BARE})年代(?:初(?!期)|末(?!期))?"),
        build=forms.decades,
        finds=(("1970年代末至1980年代初", "1970年代末至1980年代初", {"edtf": "197X/198X"}),
            ("七十年代末至八十年代初", "七十年代末至八十年代初", {"edtf": "197X/198X"}),
            ("20世纪60年代到70年代", "20世纪60年代到70年代", {"edtf": "196X/197X"}),
        ),
        skips=("两个年代至今",),
    ),
)
