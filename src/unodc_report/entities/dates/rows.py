"""Dates and periods, as EDTF.

A row for each form: a point (2021年3月7日, 3月7日, 2019年底), a range, a coordination that shares its year or month, years that
share their 年, decades and centuries, the dates of an English masthead. What stands around an expression decides with it: 自, 从 and
以来 open its end, 截至, 到 and 以前 its beginning (`unodc_report.entities.dates.forms`). A year that the words leave out is XXXX until
`unodc_report.context.elisions` has read the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.chinese.calendar import AND, BOUND, DAY, JOINT, MONTH, PART, TO, WEEKDAY, YEAR
from unodc_report.entities.dates import bare, decades, forms
from unodc_report.entities.dates.openings import OPENING, Openings
from unodc_report.patterns import lazy
from unodc_report.reading import Reading
from unodc_report.rules import Candidate, Finding, Rule, Veto, finding, settle

_ENGLISH: Final = "|".join(forms.ENGLISH_MONTHS)
_YEARS: Final = "(?:两年[期度]|双年度|三年期|四年期|五年期|六年期|七年期|八年期|十年期|财政年度|财政期间|财政年|财年|会计年度|日历年|学年度?|交易年|预算年度|(?:咖啡|可可|作物|销售|市场|营销|农业|水文)年度|销售季|榨季)"
_SPLIT_YEARS: Final = rf"(?:{JOINT}{YEAR}/(?:{YEAR}|\d\d)){{1,6}}(?:年?{_YEARS}|年度)"  # 1990/91、1991/92和1992/93年度
_A_YEAR: Final = rf"(?:(?P<year>{YEAR})\]?年)?"
_FROM_THEN: Final = "(?P<bound>以来|起(?!草|诉|源|点))?"
_NOT_NOTHING: Final = "(?(year)|(?(month)|(?!)))"
_NOT_A_MONTH: Final = "(?!球|亮|刊|票|经|龄|薪|租|饼)"

RULES: Final[tuple[Rule, ...]] = (  # those of Chinese dates are asked where `OPENING` tells that one can begin
    Rule(
        id="date.point",
        pattern=re.compile(
            rf"{_A_YEAR}(?:(?P<month>{MONTH})月(?(year)|{_NOT_A_MONTH})(?:(?P<day>{DAY})日)?)?{_NOT_NOTHING}"
            rf"(?P<part>{PART})?(?P<bound>{BOUND})?"
        ),
        build=forms.single,
        finds=(
            ("于2019年6月26日在维也纳举行", "2019年6月26日", {"edtf": "2019-06-26"}),
            ("委员会 2018 年 11 月召开续会", "2018年11月", {"edtf": "2018-11"}),
            ("二〇〇三年十月三十一日通过", "二〇〇三年十月三十一日", {"edtf": "2003-10-31"}),
            ("自2009年以来", "2009年以来", {"edtf": "2009/.."}),
            ("自 2012 年 7 月起实施", "2012年7月起", {"edtf": "2012-07/.."}),
            ("从2016年1月1日开始", "2016年1月1日", {"edtf": "2016-01-01/.."}),
            ("截至2010年12月31日", "2010年12月31日", {"edtf": "../2010-12-31"}),
            ("应在2016年3月31日之前提交", "2016年3月31日之前", {"edtf": "../2016-03-31"}),
            ("到2025年消除疟疾", "2025年", {"edtf": "../2025"}),
            ("任期延至2017年6月30日。", "2017年6月30日", {"edtf": "../2017-06-30"}),
            ("注意到2013年的结果", "2013年", {"edtf": "2013"}),
            ("考虑到2013年第68/4号决议", "2013年", {"edtf": "2013"}),
            ("认识到2013年的灾情", "2013年", {"edtf": "2013"}),
            ("在罗马、11996年在北京", "1996年", {"edtf": "1996"}),
            ("不迟于2005年10月", "2005年10月", {"edtf": "../2005-10"}),
            ("自2004年起至今", "2004年起", {"edtf": "2004/.."}),
            ("2007年上半年付清", "2007年上半年", {"edtf": "2007-40"}),
            ("任期延至2010年3月23日的决议", "2010年3月23日", {"edtf": "../2010-03-23"}),
            ("2006年第三季度的缉获量", "2006年第三季度", {"edtf": "2006-35"}),
            ("2006年最后一个季度的缉获量", "2006年最后一个季度", {"edtf": "2006-36"}),
            ("2008年初发布", "2008年初", {"edtf": "2008~"}),
            ("截至2004年年底", "2004年年底", {"edtf": "../2004~"}),
            ("2004年年底前后", "2004年年底", {"edtf": "2004~"}),
            ("1997年迄今", "1997年", {"edtf": "1997/.."}),
            ("争取在2012年底前完成", "2012年底前", {"edtf": "../2012~"}),
            ("2003年9月中旬抵达", "2003年9月中旬", {"edtf": "2003-09~"}),
            ("1988年《公约》", "1988年", {"edtf": "1988"}),
            ("2011年前总统获释", "2011年", {"edtf": "2011"}),
            ("2007年起草的准则", "2007年", {"edtf": "2007"}),
            ("2014年后续行动", "2014年", {"edtf": "2014"}),
            ("将于5月3日星期二起开放", "5月3日", {"edtf": "XXXX-05-03/.."}),
            ("大约2001年", "2001年", {"edtf": "2001~"}),
            ("6月20日15时左右", "6月20日", {"edtf": "XXXX-06-20"}),
            ("从一九九〇年百分之三降至百分之二", "一九九〇年", {"edtf": "1990"}),
            ("到2016年年中完成", "2016年年中", {"edtf": "../2016~"}),
            ("到2100年升温2度", "2100年", {"edtf": "../2100"}),
            ("2020年及以后的方向", "2020年及以后", {"edtf": "2020/.."}),
            ("2009年底/2010年初", "2010年初", {"edtf": "2010~"}),
            ("在2001年7月1日或之后入职", "2001年7月1日或之后", {"edtf": "2001-07-01/.."}),
            ("2011年及其后各年", "2011年及其后", {"edtf": "2011/.."}),
            ("2016年前9个月", "2016年", {"edtf": "2016"}),
            ("2020年后方案的规划", "2020年后", {"edtf": "2020/.."}),
            ("1948年前边界", "1948年前", {"edtf": "../1948"}),
            ("2009年冬，降雪", "2009年冬", {"edtf": "2009-24"}),
            ("已于去年十二月生效", "十二月", {"edtf": "XXXX-12"}),
            ("将于九月举行", "九月", {"edtf": "XXXX-09"}),
            ("五月份的价格", "五月份", {"edtf": "XXXX-05"}),
        ),
        skips=(
            "《2030年可持续发展议程》", "2030年议程的执行", "2015年后发展议程", "2019年冠状病毒病", "第2020/230号决定", "2月30日", "2021年13月",
            "第12月", "3个月", "15年", "五年", "第1540 (2004)号决议", "《联合国宪章》第2条", "三月", "于三月内答复", "七月后", "7月龄婴儿",
            "3月23日运动的指挥官",
        ),
    ),
    Rule(
        id="date.range",
        pattern=re.compile(
            rf"(?:(?P<year>{YEAR})\]?(?:年|(?={TO}{YEAR}年)))?"
            rf"(?:(?P<month>{MONTH})(?:月|(?={TO}{MONTH}月))(?:(?P<day>{DAY})(?:日|(?={TO}{DAY}日)))?)?{_NOT_NOTHING}"
            rf"(?P<part>{PART})?{WEEKDAY}(?:起(?=至))?{TO}"
            rf"(?:(?P<last_year>{YEAR})\]?年)?(?:(?P<last_month>{MONTH})月)?(?:(?P<last_day>{DAY})日)?(?<=[年月日])"
            rf"(?P<last_part>{PART})?"
        ),
        build=forms.period,
        finds=(
            ("2010年4月12日至19日，萨尔瓦多", "2010年4月12日至19日", {"edtf": "2010-04-12/2010-04-19"}),
            ("2005年4月18-25日", "2005年4月18-25日", {"edtf": "2005-04-18/2005-04-25"}),
            ("2016年8月29日至9月1日", "2016年8月29日至9月1日", {"edtf": "2016-08-29/2016-09-01"}),
            ("2009年12月28日到2010年1月3日", "2009年12月28日到2010年1月3日", {"edtf": "2009-12-28/2010-01-03"}),
            ("6月2日至4日", "6月2日至4日", {"edtf": "XXXX-06-02/XXXX-06-04"}),
            ("2011年6月至12月", "2011年6月至12月", {"edtf": "2011-06/2011-12"}),
            ("2011年1至3月", "2011年1至3月", {"edtf": "2011-01/2011-03"}),
            ("2002年至2004年", "2002年至2004年", {"edtf": "2002/2004"}),
            ("2002至2004年", "2002至2004年", {"edtf": "2002/2004"}),
            ("从2011年至2014年12月22日", "2011年至2014年12月22日", {"edtf": "2011/2014-12-22"}),
            ("2011年下半年至2012年6月", "2011年下半年至2012年6月", {"edtf": "2011-07/2012-06"}),
            ("3月1日星期一至5日", "3月1日星期一至5日", {"edtf": "XXXX-03-01/XXXX-03-05"}),
            ("自1998年起至2003年止", "1998年起至2003年", {"edtf": "1998/2003"}),
        ),
        skips=("第12至15日程项目", "5至10日游", "第5至第8段"),
    ),
    Rule(
        id="date.days",
        pattern=re.compile(
            rf"{_A_YEAR}(?P<days>{MONTH}月{DAY}日?(?:{AND}(?(year)(?:{MONTH}月)?){DAY}日?){{1,9}}(?<=日))(?!{TO}{DAY}[日月])"
        ),
        build=forms.days,
        finds=(
            ("2012年12月6日和7日举行", "2012年12月6日和7日", {"edtf": "{2012-12-06,2012-12-07}"}),
            ("4月6和7日", "4月6和7日", {"edtf": "{XXXX-04-06,XXXX-04-07}"}),
            ("2016年5月4日，5日和6日开会", "2016年5月4日，5日和6日", {"edtf": "{2016-05-04,2016-05-05,2016-05-06}"}),
            ("2012年3月5日、4月6日和7日", "2012年3月5日、4月6日和7日", {"edtf": "{2012-03-05,2012-04-06,2012-04-07}"}),
        ),
        skips=("2月30日和31日",),
    ),
    Rule(
        id="date.months",
        pattern=re.compile(
            rf"{_A_YEAR}(?(year)(?=.{{1,2}}?[月、和及]))(?P<months>{MONTH}月?(?:{AND}{MONTH}月?){{1,9}}(?<=月)份?)(?!{DAY}日|{TO}{MONTH}月)"
        ),
        build=forms.months,
        finds=(
            ("2013年3月和5月", "2013年3月和5月", {"edtf": "{2013-03,2013-05}"}),
            ("5月和6月遭到袭击", "5月和6月", {"edtf": "{XXXX-05,XXXX-06}"}),
            ("2013年1月、2月和3月", "2013年1月、2月和3月", {"edtf": "{2013-01,2013-02,2013-03}"}),
        ),
        skips=("第三、五月",),
    ),
    Rule(
        id="date.years",
        pattern=lazy(rf"(?P<years>{YEAR}(?:{JOINT}{YEAR}){{1,8}})年(?!{MONTH}月|代)"),
        build=forms.years,
        finds=(
            ("2011、2012和2013年的产量", "2011、2012和2013年", {"edtf": "{2011,2012,2013}"}),
            ("2012和2013年", "2012和2013年", {"edtf": "{2012,2013}"}),
        ),
        skips=("1267、1989和2253号决议",),
    ),
    Rule(
        id="date.year_range",
        pattern=lazy(
            rf"(?P<first>{YEAR})(?:年?{TO}|/)?(?P<last>{YEAR}|\d\d)"
            rf"(?:(?:年?{_YEARS}|年度){_FROM_THEN}|(?:(?<=/\d\d)|(?<=/\d{{4}}))(?={_SPLIT_YEARS})|(?<=[-/到至]\d{{4}})年(?!代)|(?<=[-/到至]\d\d)年(?!代)|(?<=- \d\d)年(?!代)|(?<=\d{{8}})年(?!代)|(?<=\d{{6}})年(?!代)|(?<=-\d{{4}})(?![\d\-./A-Za-z号次届第%]| \d))"
        ),
        build=forms.year_range,
        finds=(
            ("2001-2005年", "2001-2005年", {"edtf": "2001/2005"}),
            ("2008-2009两年期方案预算", "2008-2009两年期", {"edtf": "2008/2009"}),
            ("2013/14年度", "2013/14年度", {"edtf": "2013/2014"}),
            ("2015/2016学年", "2015/2016学年", {"edtf": "2015/2016"}),
            ("1994/95、1995/96和1996/97年度", "1994/95", {"edtf": "1994/1995"}),
            ("国际十年（2001-2010）", "2001-2010", {"edtf": "2001/2010"}),
            ("20142015两年期业务计划", "20142015两年期", {"edtf": "2014/2015"}),
            ("在2004 – 05年的方案下", "2004 – 05年", {"edtf": "2004/2005"}),
            ("20002015年战略框架", "20002015年", {"edtf": "2000/2015"}),
            ("199697年执行报告", "199697年", {"edtf": "1996/1997"}),
            ("12.2004-2005年方案", "2004-2005年", {"edtf": "2004/2005"}),
            ("2012-2013两年度的预算", "2012-2013两年度", {"edtf": "2012/2013"}),
            ("从2002-2003财年起", "2002-2003财年起", {"edtf": "2002/.."}),
        ),
        skips=("第2014-2016号", "A/RES/2000-2001", "两年期预算", "201998年", "20152000年"),
    ),
    Rule(
        id="date.named_year",
        pattern=lazy(rf"(?P<year>{YEAR})(?P<month>)(?P<day>)(?:年?{_YEARS}|年度){_FROM_THEN}"),
        build=forms.named_year,
        finds=(("2009日历年", "2009日历年", {"edtf": "2009"}), ("2012财政年度", "2012财政年度", {"edtf": "2012"}), ("2011学年起", "2011学年起", {"edtf": "2011/.."})),
        skips=("上一财政年度", "上学年起"),
    ),
    Rule(
        id="date.period_ended",
        pattern=re.compile(rf"(?P<year>{YEAR})年(?P<month>{MONTH})月(?P<day>{DAY})日(?:终了|结束)的?(?P<period>财政年度|财政期间|两年期|年度|财年)"),
        build=forms.ended,
        finds=(
            ("2010年6月30日终了财政年度", "2010年6月30日终了财政年度", {"edtf": "2009-07-01/2010-06-30"}),
            ("2009年12月31日终了的两年期", "2009年12月31日终了的两年期", {"edtf": "2008-01-01/2009-12-31"}),
        ),
        skips=("终了年度",),
    ),
    *decades.ROWS,
    Rule(
        id="date.quarters",
        pattern=lazy(rf"(?P<year>{YEAR})年第(?P<first>[一二三四1-4])(?:季度)?(?P<more>(?:、第?[一二三四1-4](?:季度)?){{0,2}})(?:{JOINT}|(?P<to>{TO}))第?(?P<last>[一二三四1-4])季度"),
        build=forms.quarters,
        finds=(
            ("2011年第一和第二季度", "2011年第一和第二季度", {"edtf": "{2011-33,2011-34}"}),
            ("2011年第一、第二和第四季度", "2011年第一、第二和第四季度", {"edtf": "{2011-33,2011-34,2011-36}"}),
            ("2011年第二至第四季度", "2011年第二至第四季度", {"edtf": "2011-04/2011-12"}),
        ),
        skips=("前两个季度",),
    ),
    Rule(
        id="date.english",
        pattern=lazy(rf"(?<![\d/])(?:(?P<day>\d{{1,2}})(?:(?:-| to )(?P<last>\d{{1,2}}))? )?\b(?P<month>{_ENGLISH}),? (?P<year>(?:19|20)\d\d)(?!\d)"),
        build=forms.english,
        finds=(
            ("Distr.: General 30 June 2009", "30 June 2009", {"edtf": "2009-06-30"}),
            ("Vienna, 12-16 April 2010", "12-16 April 2010", {"edtf": "2010-04-12/2010-04-16"}),
        ),
        skips=("31 June 2009", "May 20"),
    ),
    Rule(
        id="date.numeric",
        pattern=re.compile(r"(?<![A-Za-z0-9_/.\-])(?P<year>(?:19|20)\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\w/\-]|\.\d)"),
        build=forms.numeric,
        finds=(("2009-06-30", "2009-06-30", {"edtf": "2009-06-30"}), ("访问日期：2012.3.9。", "2012.3.9", {"edtf": "2012-03-09"}), ("秘书长2014.5.7", "2014.5.7", {"edtf": "2014-05-07"})),
        skips=("2015-13-40", "CAC/COSP/2015/1/2", "A/2015-03-09"),
    ),
    Rule(
        id="date.damaged",
        pattern=re.compile(r"(?<![A-Za-z0-9/.\-])(?<!\d )(?P<year>(?:19|20)\d\d)(?: (?P<month>\d{1,2}) (?P<day>\d{1,2})|(?P<run>\d{2,4}))日(?:[至-](?P<last>\d{1,2})日)?"),
        build=forms.damaged,
        finds=(
            ("2009 6 30日星期二", "2009 6 30日", {"edtf": "2009-06-30"}),
            ("任期自2012 3 1日起", "2012 3 1日", {"edtf": "2012-03-01/.."}),
            ("于2009630日通过", "2009630日", {"edtf": "2009-06-30"}),
            ("1998 10 5日至9日", "1998 10 5日至9日", {"edtf": "1998-10-05/1998-10-09"}),
            ("20101214日至17日", "20101214日至17日", {"edtf": "2010-12-14/2010-12-17"}),
        ),
        skips=("2009 13 40日", "2009114日", "20093日"),
    ),
    *bare.ROWS,
)


_ENGLISH_YEAR: Final = re.compile(r" (?:19|20)\d\d(?<=[a-z,].....)")
_ENGLISH_MONTH: Final = lazy(rf"(?:{_ENGLISH}),? (?:19|20)\d\d\Z")
_MONTH_AND_YEAR: Final = 15  # characters of the longest: "September, 2009"
_ENGLISH_DAYS: Final = 9  # characters before the month: "28 to 30 "
_BY_ENGLISH: Final = next(rule for rule in RULES if rule.id == "date.english")
_BY_CHINESE: Final = tuple(rule for rule in RULES if rule is not _BY_ENGLISH and rule not in bare.ROWS)
_OPENINGS: Final = Openings(_BY_CHINESE)


def find(folded: str) -> Iterator[Finding]:
    """The dates of a folded text by all rows; they may overlap."""
    folded = forms.unglued(folded)
    done = 0
    for opening in OPENING.finditer(folded):
        start = opening.start()
        if start < done:
            continue
        here = [finding(rule, match) for rule in _OPENINGS.rows(folded, opening) if (match := rule.pattern.match(folded, start)) is not None]
        yield from here
        dated = [found.end for found in here if isinstance(found, Candidate)]
        absent = [found.end for found in here if isinstance(found, Veto) and found.reason == forms.NO_SUCH_DAY]
        done = max(dated) if dated else min(absent, default=done)  # 2023年2月29日 holds no 2月29日 of an unnamed year
    done = 0
    for year in _ENGLISH_YEAR.finditer(folded):  # sought by the blank before it, which is rare beside Chinese characters
        month = _ENGLISH_MONTH.search(folded, max(0, year.end() - _MONTH_AND_YEAR), year.end())
        match = month and _BY_ENGLISH.pattern.search(folded, max(done, month.start() - _ENGLISH_DAYS), month.end() + 1)
        if match is not None:
            done = match.end()
            yield finding(_BY_ENGLISH, match)
    yield from bare.find_quarters(folded)


_DIGIT: Final = re.compile(r"\d")


def extract(reading: Reading) -> Iterator[Finding]:
    """The dates of the text. One with which the name of an instrument or a body begins is part of that name (3月23日运动)."""
    named = {hit.start for kind in ("instrument", "organization") for hit in reading.hits.get(kind, ())}
    inside = {at for hit in reading.hits.get("instrument", ()) if _DIGIT.search(hit.name.text) for at in range(hit.start, hit.end)}
    areas = {hit.end for kind in ("country", "region", "place") for hit in reading.hits.get(kind, ())}
    found_dates = [*find(reading.folded), *bare.find_years(reading.folded, areas)]
    dates = settle(found for found in found_dates if isinstance(found, Candidate))
    for found in (*found_dates, *bare.find_days(reading.folded, dates)):
        if isinstance(found, Candidate) and (found.start in named or found.start in inside):
            yield Veto(found.type, found.start, found.end, found.rule, "part of a name")
        elif isinstance(found, Candidate) and found.rule == "date.damaged":
            yield found._replace(inferred=("edtf: the source has lost 年 and 月",))
        else:
            yield found
