"""A report on the terminal: the only modules that know rich."""
