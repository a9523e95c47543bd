"""Blocks as real letters have them, with invented names: each a sheet that is set, read back and looked at."""
