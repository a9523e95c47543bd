"""A table in a sheet: where it is, which rows are records, and what is wrong with its texts."""
