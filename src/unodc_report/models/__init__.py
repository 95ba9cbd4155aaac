"""Value types: what users see and what the layers hand to one another. Imports nothing of the library but its errors."""
