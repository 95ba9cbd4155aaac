"""What ties a figure to the one before it in its sentence, so that it is of the same place or has the same verb."""

from __future__ import annotations

from collections.abc import Sequence

from unodc_report.observations.before import alike, find_heading, is_named
from unodc_report.observations.counted import find_item
from unodc_report.observations.grounds import sums_up
from unodc_report.observations.items import Item
from unodc_report.observations.scope import harms
from unodc_report.observations.tokens import Sentence, Token, behind_mark, clause_start
from unodc_report.observations.verbs import first_in_bracket
from unodc_report.observations.vocabulary import COORDINATORS, WORLDWIDE
from unodc_report.rules import Candidate


def is_joined(sentence: Sentence, at: int) -> bool:
    """Whether a coordination or 的 alone stands between the figure before, with its noun, and this one: 五座大楼的|15层楼、共|300间."""
    tokens = sentence.tokens
    before = sentence.figure_before(at)
    if before is not None and sums_up(sentence, at):
        return True
    if before is None or any(t.text in "，:" or t.tag == "ul" for t in tokens[before:at]):
        return False
    item = find_item(sentence, before)
    i = item.end if item is not None and item.start > before else before + 1
    if i < at and tokens[i].text == "(":
        i = next((j + 1 for j in range(i, at) if tokens[j].text == ")"), at)
    return i < at and all(token.text in COORDINATORS | {"的"} or token.tag == "d" for token in tokens[i:at])


def befalls_too(sentence: Sentence, at: int, action: str | None, before: str | None) -> bool:
    """Whether a clause without a subject only says what else befell those of the figure before: ，还导致|12人|受伤; ，|80人|受伤."""
    if not (harms(action) and harms(before)):
        return False
    clause = sentence.tokens[clause_start(sentence.tokens, at) : at + 1]
    first = next((token for token in clause if token.tag not in {"d", "c", "m"}), None)
    return first is not None and (first.tag == "Q" or first.verbal)


def is_rate(sentence: Sentence, at: int, item: Item | None) -> bool:
    """Whether the clause only gives a rate of what was told before: ，|接种率达到78%; not of all the world or of a body: ，|全球识字率."""
    tokens = sentence.tokens
    if item is None or item.how != "before" or item.start != clause_start(tokens, at) or tokens[item.end - 1].text[-1] not in "率幅":
        return False
    return not any(is_named(token) or token.text in WORLDWIDE for token in tokens[item.start : item.end])


def ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing follows the figure that would say something else of it: 其中30起|是青年所为."""
    return at + 1 == len(tokens) or not (tokens[at + 1].verbal or tokens[at + 1].tag == "p")


def heading(sentence: Sentence) -> tuple[int, int] | None:
    """Clean span of what a list counts, as the words before its colon say: 2019年|缉获量|(公斤):西非1 204公斤."""
    colon = next((i for i in range(len(sentence.tokens) - 1, 0, -1) if sentence.tokens[i].text == ":"), None)
    if colon is None:
        return None
    item = find_heading(sentence.tokens, colon)
    return None if item is None else (sentence.tokens[item.start].start, sentence.tokens[item.end - 1].end)


def is_row(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure at `at` ends a sentence, or what follows a colon, that else holds places alone."""
    if at + 1 < len(tokens) or not at:
        return False
    start = behind_mark(tokens, at, ":")
    return start < at and all(token.tag == "g" for token in tokens[start:at])


def divides(sentence: Sentence, at: int, item: Item | None) -> bool:
    """Whether the figure is one of a bracket into which the one before it divides: 31个员额(|19个|国际员额和|12个|本国员额)."""
    tokens, first = sentence.tokens, first_in_bracket(sentence.tokens, at)
    if first < 2 or tokens[first - 1].text != "(" or item is None or item.end >= len(tokens):
        return False
    whole = next((i for i in range(first - 2, -1, -1) if not tokens[i].nominal), 0)
    closes = tokens[item.end].text == ")" or tokens[item.end].text in COORDINATORS
    return closes and item.how == "after" and alike(tokens[whole], tokens[at])


def goes_on(sentence: Sentence, at: int, item: Item | None) -> bool:
    """Whether a clause of a noun and its number only goes on with the list of the clause before: 缉获吗啡2吨，|海洛因3吨|."""
    tokens, clause = sentence.tokens, clause_start(sentence.tokens, at)
    if sums_up(sentence, at):
        return True
    if clause < 2 or item is None or item.how != "before" or (item.start, item.end) != (clause, at):
        return False
    things = tokens[at - 1].tag != "vn" and sentence.quantity(at).fields["kind"] in {"count", "measure"}
    return things and ends(tokens, at) and tokens[clause - 1].text == "，" and alike(tokens[clause - 2], tokens[at])


def is_included(sentence: Sentence, at: int, earlier: Candidate | None) -> bool:
    """Whether the clause only tells of what the figure before, of the same measure, is made up: ，|包括|12名妇女."""
    tokens, clause = sentence.tokens, clause_start(sentence.tokens, at)
    includes = clause > 0 and tokens[clause].text == "包括" and all(not token.verbal for token in tokens[clause + 1 : at])
    return includes and earlier is not None and earlier.fields["unit"] == sentence.quantity(at).fields["unit"]
