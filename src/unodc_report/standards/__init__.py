"""Codes and notations that no language owns: UN document symbols, EDTF. Imports nothing of the library but its errors."""
