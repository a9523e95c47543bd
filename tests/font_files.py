"""Every font file that comes with the program."""

from signatories.typesetting import fonts

LATIN = (fonts.SERIF, fonts.SERIF_ITALIC, fonts.SANS, fonts.SANS_ITALIC)
FILES = (*LATIN, fonts.SYMBOLS, *fonts.HAN.values(), *fonts.BY_SCRIPT.values())
