"""Reading order on a PDF page: columns that stand side by side are read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unodc_report.sources.pdf.lines import Piece


def in_order(rows: list[list[Piece]], width: float) -> list[Piece]:
    """The pieces in reading order: columns side by side one after the other."""
    ordered: list[Piece] = []
    column = i = 0
    while i < len(rows):
        if len(rows[i]) == 1 and rows[i][0].left < 0.5 * width:
            rows[i][0].column = column
            ordered.append(rows[i][0])
            i += 1
            continue
        end = _band_end(rows, i, width)
        for pieces in _columns(rows[i:end]):
            column += 1
            for piece in pieces:
                piece.column = column
            ordered += pieces
        column += 1
        i = end
    return ordered


def _band_end(rows: list[list[Piece]], first: int, width: float) -> int:
    """The index after the last row of a band of columns: no piece spans its gutter, and none stands right of it after the band."""
    gutter = max(piece.left for piece in rows[first])
    end = first + 1
    for i in range(first + 1, len(rows)):
        row = rows[i]
        right = [piece for piece in row if piece.left > min(gutter - 2, 0.45 * width)]
        spans = any(piece.left < gutter - 2 and piece.right > gutter + 2 and piece not in right for piece in row)
        if spans or row[0].base - rows[end - 1][0].base > 5 * row[0].size:
            break
        if right:
            gutter, end = min(gutter, right[0].left), i + 1
    return end


def _columns(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a band by columns: those whose extents overlap belong to one."""
    columns: list[tuple[float, float, list[Piece]]] = []
    for piece in sorted((p for row in rows for p in row), key=lambda p: (p.left, p.base)):
        for k, (left, right, pieces) in enumerate(columns):
            if piece.left < right and piece.right > left:
                pieces.append(piece)
                columns[k] = (min(left, piece.left), max(right, piece.right), pieces)
                break
        else:
            columns.append((piece.left, piece.right, [piece]))
    return [sorted(pieces, key=lambda p: p.base) for _, _, pieces in sorted(columns, key=lambda c: c[0])]
