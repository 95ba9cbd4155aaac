"""English labels of what figures count and of what was done: persons, crimes, drugs, documents; verbs with their class."""

from __future__ import annotations

from functools import cache

from unodc_report.data.tables import rows


@cache
def _items() -> dict[str, tuple[str, str]]:
    named = {row["zh"]: (row["en"], row["code"]) for row in rows("counted", "zh", "en", "code")}
    for row in rows("drugs", "id", "zh", "aliases"):
        for name in (row["zh"], *filter(None, row["aliases"].split("|"))):
            named[name] = (row["id"], f"drug:{row['id']}")
    return named


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {row["zh"]: (row["en"], row["class"]) for row in rows("verbs", "zh", "en", "class")}


def item_label(item: str | None, head: str | None) -> tuple[str | None, str | None]:
    """English label and code of a counted noun phrase: of the phrase itself, else of the longest known name it ends in.

    >>> item_label("刑事司法从业人员", "从业人员"), item_label("可卡因", "可卡因"), item_label("级联", "级联")
    (('practitioners', 'person:practitioners'), ('cocaine', 'drug:cocaine'), (None, None))
    """
    named = _items()
    for phrase in filter(None, (item, head)):
        for start in range(len(phrase) - 1):
            if phrase[start:] in named:
                label, code = named[phrase[start:]]
                return label, code or None
    return None, None


def action_label(action: str | None) -> tuple[str | None, str | None]:
    """English verb and class of an action; class `other` for a verb that the table does not hold.

    >>> action_label("缉获"), action_label("鞭策"), action_label(None)
    (('seize', 'seize'), (None, 'other'), (None, None))
    """
    if action is None:
        return None, None
    return _verbs().get(action, (None, "other"))
