"""Many reports, read by several processes into one Parquet data set (extra `arrow`).

`Corpus` is what users meet; `batches.read_batch`, from a record batch of documents to record batches of rows, is what every
engine runs.
"""

from unodc_report.errors import needing

with needing("arrow", "reading many reports"):
    from unodc_report.corpus.batches import DOCUMENTS, Nested, Rows, read_batch
    from unodc_report.corpus.citations import Citations
    from unodc_report.corpus.corpus import Corpus

__all__ = ["DOCUMENTS", "Citations", "Corpus", "Nested", "Rows", "read_batch"]
