"""From a file to its raw text."""
