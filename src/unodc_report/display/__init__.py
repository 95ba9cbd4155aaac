"""Mentions and reports for people to read."""
