"""Finished files, opened by other readers and held against what they must show."""
