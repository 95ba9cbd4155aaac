"""Links that the text itself gives: www.unodc.org/…, sherloc.unodc.org. Link lines that a PDF reader appended are furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unodc_report.reading import Reading
from unodc_report.rules import Fields, Finding, Rule, finding, scan

_PATH: Final = r"(?:[/?#:][\w\-./?=&%#~+:@!,$*'()]*[\w/=#])?"
_HOST: Final = r"(?:[a-z0-9][a-z0-9\-]*\.)+(?:org|int|com|net|edu|gov|info|eu|[a-z]{2})"


def _url(match: re.Match[str]) -> Fields:
    return {"url": match[0]}


RULES: Final = (
    Rule(
        id="url.link",
        begins=("http", "Http", "HTTP", "ftp", "Ftp", "FTP", "www", "Www", "WWW"),
        pattern=re.compile(rf"[FHWfhw](?:(?<=[Hh])[Tt][Tt][Pp][Ss]?://|(?<=[Ff])[Tt][Pp]://|(?<![\w@./].)[Ww][Ww]\.)(?i:{_HOST}{_PATH})", re.ASCII),
        build=_url,
        finds=(
            ("可查阅 www.unodc.org/unodc/en/covid-19.html。", "www.unodc.org/unodc/en/covid-19.html", {"url": "www.unodc.org/unodc/en/covid-19.html"}),
            ("载于ftp://ftp.fao.org/docrep/meeting，", "ftp://ftp.fao.org/docrep/meeting", {"url": "ftp://ftp.fao.org/docrep/meeting"}),
            ("见https://sdgs.un.org/goals，", "https://sdgs.un.org/goals", {"url": "https://sdgs.un.org/goals"}),
        ),
        skips=("见 www 网站。", "A/76/122"),
    ),
    Rule(
        id="url.host",
        pattern=re.compile(rf"[a-z0-9\-](?<![\w@./\-].)[a-z0-9\-]*+\.(?:[a-z0-9\-]+\.)*(?:org|int|com|net|info|edu)\b{_PATH}", re.ASCII),
        build=_url,
        finds=(("夏洛克交流站（sherloc.unodc.org），", "sherloc.unodc.org", {"url": "sherloc.unodc.org"}),),
        skips=("电子邮件：info@unodc.org", "第10.103条"),
    ),
)


_LINK, _BY_HOST = RULES
_TOP: Final = re.compile(r"\.(?:org|int|com|net|info|edu)\b", re.ASCII)
_HOST_CHARACTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")


def extract(reading: Reading) -> Iterator[Finding]:
    """The links of the text."""
    yield from scan((_LINK,), reading.folded)
    yield from _hosts(reading.folded)


def _hosts(folded: str) -> Iterator[Finding]:
    """The links that begin with their host, sought by its end."""
    done = last = 0
    for top in _TOP.finditer(folded):
        start = top.start()
        while start > last and folded[start - 1] in _HOST_CHARACTERS:
            start -= 1
        goes_on = start == last > 0  # with the host whose end was the last: the same match or none
        last = top.end()
        if start >= done and not goes_on and (match := _BY_HOST.pattern.match(folded, start)) is not None:
            done = match.end()
            yield finding(_BY_HOST, match)
