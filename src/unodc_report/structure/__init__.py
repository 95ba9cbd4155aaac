"""From clean text to the document: masthead, title, headings, numbered paragraphs, lists and footnotes."""

from unodc_report.structure.report import read_report, with_source

__all__ = ["read_report", "with_source"]
