"""Writes the country shapes of the package from the topojson of world-atlas: `python resources/build_map.py countries-110m.json`.

Taken out: the names, because names come from the tables of the package, Antarctica, and the object `land`. The shapes without an M49
code stay without one, and the shape 158, which M49 does not list, has the code of China, as on maps of the United Nations.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parent.parent / "src/unodc_report/charts/countries-110m.json"
ANTARCTICA: Final = "010"
AS_IN_M49: Final = {"158": "156"}


def main(source: str) -> None:
    """Write the file."""
    atlas = json.loads(Path(source).read_text(encoding="utf-8"))
    shapes = atlas["objects"]["countries"]["geometries"]
    shapes[:] = [shape for shape in shapes if shape.get("id") != ANTARCTICA]
    for shape in shapes:
        del shape["properties"]
        if "id" in shape:
            shape["id"] = AS_IN_M49.get(shape["id"], shape["id"])
    del atlas["objects"]["land"]
    TARGET.write_text(json.dumps(atlas, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
