"""Search of pages that mix English and Chinese: English words by their stems, Chinese characters and pairs of them.

Sphinx can cut Chinese into words with jieba when it builds, but not in the browser, so that a query of several words finds nothing.
Pairs of characters need no dictionary on either side: 毒品犯罪 is looked for as 毒品, 品犯 and 犯罪.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from sphinx.search.en import SearchEnglish

_PART: Final = re.compile("[\u3400-\u9fff]+|[^\\W\u3400-\u9fff]+")


class ChineseSearch(SearchEnglish):
    """English search that also knows Chinese characters."""

    lang = "zh"
    language_name = "English"  # names the stemmer in the browser
    js_splitter_code = r"""
var splitQuery = (query) =>
  (query.match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{Letter}\p{Number}_])+/gu) ?? []).flatMap((part) =>
    /[\u3400-\u9fff]/.test(part) && part.length > 2 ? [...part].slice(1).map((c, i) => part[i] + c) : [part]);
"""

    def split(self, input: str) -> list[str]:  # noqa: A002  # Sphinx names it
        """The words of a text; of Chinese the characters and the pairs of neighbours."""
        return [word for part in _PART.findall(input) for word in _words(part)]


def _words(part: str) -> list[str]:
    return [*part, *map("".join, pairwise(part))] if part[0] >= "\u3400" else [part]
