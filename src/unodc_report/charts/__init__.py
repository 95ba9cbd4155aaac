"""Charts of a report or of a corpus, as altair charts (extra `viz`)."""
