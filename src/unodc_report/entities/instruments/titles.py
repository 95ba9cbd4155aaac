"""What a title in 《…》 names: an instrument, a publication, or neither (a programme); and which instrument."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, Literal, TypeAlias

from unodc_report.chinese.characters import fold
from unodc_report.data.tables import rows

Kind: TypeAlias = Literal["instrument", "publication", "other"]

INSTRUMENT_HEADS: Final = (
    "公约|议定书|协定书|协议书|宣言|宪章|规约|盟约|条约|协定|协议|契约|公报与宣言|纲领|纲要|章程|规章|规则|准则|导则|通则|总则|建议书|行动呼吁|联合公报|最后公报|指令|政令|谅解|愿景|蓝图|商定结论|和平文件|原则|守则|战略|战略方针|行动方案|计划|框架|议程|法典|法案|"
    "条例|宪法|细则|规程|路线图|承诺|共识|备忘录|声明|修正案|措施|政策|标准|文书|途径|快速行动方式|成果文件|最后文件|成果|条款|法令|法律|法规|命令|敕令|诏书|总统令|行政令|战略文件|框架文件|实际步骤|规定|办法|安排|"
    "协议记录|商定记录|谅解书|换文|联合公告|最终文件|指导方针|伙伴关系|(?:发展|远景|战略|中长期|行动|卫生|教育)规划|[部院]令|"
    "决定书|附件|附加书|基本法|组织法|(?<![方做看语想书用司执立无])法"
)
_FIELD_OF_LAW: Final = re.compile(r"中的.{0,6}法$|国际法$|人道主义法$|空间法$|和海洋法$")
"""A title that ends in a field of law is that of a book about it."""
_PUBLICATION_HEADS: Final = (
    "报告|手册|指南|分类|示范法|判例法|示范(?:立法)?条文|研究|年鉴|概览|展望|工具包|工具箱|工具|目录|模板|回顾|调查|状况|前景|简编|汇编|汇辑|说明|索引|杂志|学报|期刊|时报|"
    "卫报|日报|邮报|通讯|简报|统计|数据集|地图集|词典|词汇|丛书|论文|文集|札记|评论|白皮书|绿皮书|材料|课程|教材|清单|案例|摘要|综述|述评|教程|读本|惯例|文摘|分析"
)
_OTHER_HEADS: Final = "方案|项目|倡议|举措|运动|机制|活动|节目|电影|议程项目"
_TAIL: Final = r"(?:\([^()]{1,30}\)|最新版本|修订本|最新本|订正案|草案|附件[一二三四五六七八九十0-9]{1,3}|第[一二三四五六七八九十0-9]+[章条部编]|[0-9]{4}年?|[IVX]+|(?<=[定书约])[一二三四五六七八九十]{1,2})*"

_INSTRUMENT: Final = re.compile(f"(?:{INSTRUMENT_HEADS}){_TAIL}$")
_PUBLICATION: Final = re.compile(f"(?:{_PUBLICATION_HEADS}){_TAIL}$")
_OTHER: Final = re.compile(f"(?:{_OTHER_HEADS})$")
_MARKS: Final = str.maketrans("", "", '《》<>"· ')
_PARTICLES: Final = re.compile(r"^(?:联合国|关于|对于)+|的|\([^()]{1,30}\)$|[、,，和与及]|以及|国际(?=公约)")
BARE: Final = re.compile(
    r"(?:(?:第[一二三四五六七八九十]+项?)?(?:任择|附加|补充)?议定书|公约|盟约|宣言|条约|宪章|规约|协定|纲领|行动纲领|行动纲要|行动计划|议程|规则|准则|原则|框架|战略|契约|守则|行为守则)"
)
"""Titles that name an instrument only where the text has said which one it is."""


@lru_cache(maxsize=1024)
def squeezed(title: str) -> str:
    """A title without its marks, inner marks and blanks.

    >>> squeezed("《实现<2030年可持续发展议程>的京都宣言》")
    '实现2030年可持续发展议程的京都宣言'
    """
    return fold(title).translate(_MARKS)


def _loose(title: str) -> str:
    """A title without particles; documents before 2000 call the two covenants of 1966 盟约."""
    return _PARTICLES.sub("", title.replace("盟约", "公约"))


@cache
def _ids() -> tuple[dict[str, str], dict[str, str]]:
    """Id by squeezed title, and by title without particles where only one instrument has it; "" for one without an id."""
    exact: dict[str, str] = {}
    loose: dict[str, set[str]] = {}
    for row in rows("treaties", "id", "zh_title", "zh_short"):
        for name in (row["zh_title"], *filter(None, row["zh_short"].split("|"))):
            title = squeezed(name)
            exact.setdefault(title, row["id"])
            loose.setdefault(_loose(title), set()).add(row["id"])
    return exact, {title: ids.copy().pop() for title, ids in loose.items() if len(ids) == 1 and len(title) > 2}


@cache
def _publications() -> frozenset[str]:
    return frozenset(squeezed(row["zh"]) for row in rows("publications", "zh"))


def instrument_id(title: str) -> str | None:
    """The id of the instrument that a title names; None where the table has no such title or gives it no id.

    >>> instrument_id("《反腐败公约》"), instrument_id("联合国关于反腐败的公约"), instrument_id("《公约》")
    ('UNCAC', 'UNCAC', None)
    """
    return (_found(squeezed(title)) or None) if not BARE.fullmatch(squeezed(title)) else None


def _found(title: str) -> str | None:
    exact, loose = _ids()
    known = exact.get(title)
    return known if known is not None else loose.get(_loose(title))


def kind_of(title: str) -> Kind:
    """What the title inside 《…》 is, by the tables and then by its last word.

    >>> kind_of("刑事诉讼法"), kind_of("警察问责制手册"), kind_of("全球枪支方案"), kind_of("刻不容缓:处理腐败问题")
    ('instrument', 'publication', 'other', 'publication')
    >>> kind_of("国际民用航空公约附件9"), kind_of("贸易法委员会法规判例法"), kind_of("减贫战略文件")
    ('instrument', 'publication', 'instrument')
    """
    plain = squeezed(title)
    main = plain.partition(":")[0]
    if plain in _publications() or _PUBLICATION.search(main):
        return "publication"
    if _FIELD_OF_LAW.search(plain) and _found(plain) is None:
        return "publication"
    if _found(plain) is not None or (_INSTRUMENT.search(plain) and not _PUBLICATION.search(plain)) or _INSTRUMENT.search(main):
        return "instrument"
    return "other" if _OTHER.search(plain) else "publication"
