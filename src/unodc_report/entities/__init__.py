"""One module a mention type: its rules as rows, and `extract(reading)`, which yields what they find."""
