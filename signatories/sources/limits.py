"""How much a workbook may hold, and what is said beyond."""

from signatories.errors import UnreadableFile
from signatories.texts import N_

MOST_SHEETS = 1_000
MOST_MERGES = 100_000  # in one sheet
MOST_CELLS = 25_000_000
MOST_COLUMNS = 16_384  # no office program has more
MOST_LINES = 100_000_000  # blank ones included: what is kept for each line is 800 MB then
MOST_AT_ONCE = 4_000_000  # cells of a sheet that are held in memory: 300 MB, and half a minute for the second reader


def too_large(name: str) -> UnreadableFile:
    """What is said of a file that no reader has the memory for."""
    text = N_("“{file}” needs more memory than a file may. Save it as CSV, or in smaller parts.")
    return UnreadableFile(text, file=name)


def too_wide(name: str) -> UnreadableFile:
    """What is said of a table that no program shows."""
    text = N_("“{file}” has more than 16,384 columns. Save the columns that you need as CSV.")
    return UnreadableFile(text, file=name)


def too_many(name: str) -> UnreadableFile:
    """What is said of a workbook beyond these."""
    text = N_(
        "“{file}” has more than 25,000,000 cells, 1,000 sheets or 100,000 merged cells in a sheet."
        " Save the sheet that you need as CSV."
    )
    return UnreadableFile(text, file=name)
