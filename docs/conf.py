"""How Sphinx makes the site of these pages: `make site` writes it to build/site. The why is in CONTRIBUTING.md."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parent / "_site"))

from chinese_search import ChineseSearch

import unodc_report

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "unodc_report"
author = "the authors of unodc_report"
copyright = "the authors of unodc_report; MIT licence"  # noqa: A001  # Sphinx wants this name
version = release = unodc_report.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "fields"]
exclude_patterns = ["_site"]

# Every reference into the library must lead somewhere; those out of it would need the network, and code is no name.
nitpicky = True
nitpick_ignore_regex = [(r"py:.*", r"(?!unodc_report\b).*"), ("py:obj", r".*[^\w.].*")]

# Markdown
myst_heading_anchors = 3

# Docstrings: Google's sections, one pair of back quotes round names
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_maximum_signature_line_length = 90
python_use_unqualified_type_names = True
add_module_names = False

# The page
html_theme = "furo"
html_title = f"unodc_report {release}"
pygments_dark_style = "github-dark"
html_static_path = ["_site/static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
html_domain_indices = False
html_search_language = "zh"

# A prompt is no part of what is copied.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

NAVIGATION: Final = {
    "Use it": (
        "cookbook", "mentions", "Observations <observations>", "Files <formats>", "Command line <cli>", "Viewer <viewer>",
        "Frames <frames>", "corpus",
    ),
    "How good it is": ("accuracy", "performance"),
    "How it is made": ("architecture", "testing", "tables", "specimens", "contributing", "changelog"),
    "Reference": (
        "reference/reading", "reference/mentions", "reference/structure", "reference/values", "reference/fetching",
        "reference/export", "reference/corpus", "reference/charts", "reference/errors",
    ),
}  # fmt: skip
"""Chapters of the site. They stand here so that the home page is plain Markdown where it is read in the repository."""

ELSEWHERE: Final = {
    "../README.md": "index.md",
    "../CONTRIBUTING.md": "contributing.md",
    "../CHANGELOG.md": "changelog.md",
    "../fixtures/README.md": "specimens.md",
    "../src/unodc_report/data/tables/README.md": "tables.md",
}
"""Files outside docs/, and the pages of the site that include them: links to the first lead to the second."""


def prepare(_app: Sphinx, docname: str, source: list[str]) -> None:
    """Give the home page its chapters and the viewer's page a link; lead links to files outside docs/ to the pages that include them."""
    source[0] = re.sub(r"\]\(([^)#]+)", lambda link: "](" + ELSEWHERE.get(link[1], link[1]), source[0])
    source[0] = source[0].replace("\n\n```\n", "\n```\n")  # the blank line ends what a doctest expects
    if docname == "viewer":
        source[0] = source[0].replace("(viewer.png)\n", '(viewer.png)\n\n<a href="specimen.html">Open this page</a> and try it.\n', 1)
    if docname == "index":
        for caption, pages in NAVIGATION.items():
            source[0] += "\n".join(["", "```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", ""])


def write_specimen(app: Sphinx, error: Exception | None) -> None:
    """Put a report as the viewer shows it beside the pages."""
    if error is None:
        unodc_report.read(app.srcdir.parent / "fixtures" / "drugs" / "report.pdf").to_html(app.outdir / "specimen.html")


def setup(app: Sphinx) -> None:
    """What Sphinx calls."""
    app.connect("source-read", prepare)
    app.connect("build-finished", write_specimen)
    app.add_search_language(ChineseSearch)
