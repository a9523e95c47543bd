"""Typesetting: a flow of paragraphs in, pages as plain data out. Knows fonts and paper, not letters.

The way from text to page:

- `flow`: what is to be set: `Paragraph`s of styled `Span`s, `Picture`, `Row`, `Columns`, `PageBreak` …
- `fonts`, `scripts`, `direction`, `shaping`: characters become glyphs, word by word, each shaped once.
- `lines`: words become lines of a given width; `setting` and `rows` put lines and pictures together.
- `galleys`: what is set, as data. A galley set once may stand on any number of pages; it stays the
  same object, so that an exporter can draw it once.
- `stretches`, `strands`: a flow as galleys in columns, made as they are needed.
- `cutting`, `balancing`, `feet`: where pages and columns end, and what stands at their foot.
- `layout`: all of this from one hand. `findings`: what did not fit as it was wanted.

All lengths are in points (1/72 inch). On a page, x grows to the right from its left edge and y grows
downwards from its top edge.
"""
