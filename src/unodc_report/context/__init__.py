"""What only the passage or the report around a mention can tell. A pass takes all mentions and gives them back, filled in."""
