"""Mentions as rows in files."""
