"""How a list of signatories looks as a document for a browser."""

from signatories.block.settings import Layout
from signatories.merge.picture_sizes import cell
from signatories.merge.styles import FORMATS
from signatories.models import Paper
from signatories.models.block import Fill, Form

STYLE = """\
body { font-family: serif; line-height: 1.4; max-width: 60em; margin: 2em auto; padding: 0 1em; }
ul, ol { column-gap: 2em; }
li { break-inside: avoid; }
ul.plain { list-style: none; padding: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.15em 0.5em; }
table.zebra tbody tr:nth-child(odd) { background: #eee; }
table.rules-rows tr { border-bottom: 1px solid #888; }
table.rules-all th, table.rules-all td { border: 1px solid #888; }
ul.cards li, ol.cards li { border: 1px solid #888; padding: 0.5em; }
ul.to-sign li, ol.to-sign li { border-top: 1px solid; margin-top: 3em; padding-top: 0.3em; }
ul.logos li, ol.logos li { text-align: center; }
img { max-width: 100%; }
ul.logos li { align-self: center; }
img.logo { vertical-align: middle; margin-inline-end: 0.5em; }
ul.logos img.logo { display: block; margin: auto; }
img.signature { display: block; }
ol.notes { font-size: smaller; }
"""

OF_LETTERS = """\
article { max-width: 42em; margin: 0 auto 4em; }
article + article { border-top: 1px solid #888; padding-top: 3em; break-before: page; }
article > header { text-align: center; font-size: smaller; border-bottom: 1px solid; margin-bottom: 2em; }
address { font-style: normal; margin: 1em 0; }
h1.subject { font-size: 1em; }
ul.tight p, ol.tight p { margin: 0; }
.closing { margin-top: 2em; }
.enclosures, .cc { font-size: smaller; }
section.annex { break-before: page; }
@media print { article + article { border: none; padding: 0; } }
"""


def of_paper(paper: Paper) -> str:
    """What holds when a document is printed from the browser."""
    margin = FORMATS[paper].top
    return (
        f"@page {{ size: {paper.value}; margin: {margin:.4g}pt; }}\n"
        "@media print { body { max-width: none; margin: 0; padding: 0; } }\n"
    )


def of_columns(layout: Layout) -> str:
    """The columns of a list, beside it and not among the rules, so that a clipboard keeps them."""
    size = f"font-size: {layout.size:g}pt"
    if layout.columns == 1 and layout.form is Form.LINES:
        return size
    if layout.form is Form.LINES and layout.fill is Fill.DOWN:
        return f"{size}; columns: {layout.columns}"
    tracks = f"repeat({layout.columns}, 1fr)"
    if layout.form is Form.LOGOS and layout.columns == 1:
        tracks = f"repeat(auto-fill, minmax({cell(layout):.0f}mm, 1fr))"
    return f"{size}; display: grid; grid-template-columns: {tracks}; gap: 1em"
