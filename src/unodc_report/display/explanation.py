"""Why the mentions of a paragraph are mentions, and why other matches in it are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unodc_report.display.terminal import console
from unodc_report.models.mentions import MentionBase, plain

if TYPE_CHECKING:
    from unodc_report.explanation import Explanation
    from unodc_report.models.document import Block
    from unodc_report.report import Report




def print_paragraph(report: Report, paragraph: str, stream: IO[str], *, width: int | None = None) -> None:
    """Print a paragraph (the blocks filed under its id), or one block, and each of the mentions in it, explained.

    Args:
        report: that holds it.
        paragraph: an id (see `Block.paragraph` and `Block.id`).
        stream: colours are used if it is a terminal, and none otherwise.
        width: columns; None for the terminal's.
    """
    out = console(stream, width)
    filed = [block for block in report.blocks if block.paragraph == paragraph]
    blocks = filed or [block for block in report.blocks if block.id == paragraph]
    for block in blocks:
        out.print(Text(block.text))
    mentions = [mention for mention in report.mentions if _inside(mention.start, blocks)]
    for mention in mentions:
        out.print()
        out.print(_explained(report.explain(mention)))
    vetoed = _vetoed_alone(report, blocks, mentions)
    if vetoed.row_count:
        out.print(Text("\nNo mentions", style="bold red"))
        out.print(Padding(vetoed, (0, 0, 0, 2)))
    if not mentions and not vetoed.row_count:
        out.print("no mentions", style="dim")


def _inside(position: int, blocks: Sequence[Block]) -> bool:
    return any(block.start <= position < block.end for block in blocks)


def _explained(explanation: Explanation) -> RenderableType:
    mention = explanation.mention
    fields = [f"{name} {plain(value)}" for name in mention.FIELDS if (value := getattr(mention, name)) is not None]
    head = Text.assemble((mention.text, "bold"), "  ", (str(mention.row()["type"]), "cyan"), "  ", " · ".join(fields))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in explanation.lines():
        grid.add_row(name, Text(value))
    return Group(head, Padding(grid, (0, 0, 0, 2)))


def _vetoed_alone(report: Report, blocks: Sequence[Block], mentions: Sequence[MentionBase]) -> Table:
    """Vetoed matches in the blocks that touch no mention; the others are shown with the mention they touch."""
    grid = Table.grid(padding=(0, 2))
    for veto in report.vetoes:
        if _inside(veto.start, blocks) and not any(veto.start < m.end and m.start < veto.end for m in mentions):
            words = Text(report.text[veto.start : veto.end])
            grid.add_row(words, Text(veto.type, style="cyan"), Text(veto.reason), Text(veto.rule, style="dim"))
    return grid
