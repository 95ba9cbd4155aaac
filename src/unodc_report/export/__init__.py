"""A report as other programs read it: rows in three formats, and the schema of the rows."""
