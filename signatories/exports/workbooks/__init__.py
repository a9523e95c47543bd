"""Lists, answers and registers as workbooks."""

MOST_ROWS = 1_048_576
"""Of a sheet, the heading included: the grid of Excel."""
