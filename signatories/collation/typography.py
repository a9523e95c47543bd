"""Typography made plain: dashes, quotes and spaces as a keyboard has them."""

import re
import unicodedata

DASHES_AND_QUOTES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‚‛ʼ`´′", "'") | dict.fromkeys("“”„‟«»", '"')
)
_TYPOGRAPHY = re.compile(f"[{''.join(map(chr, DASHES_AND_QUOTES))}]")


def plain(text: str) -> str:
    """The text with single spaces, its typography made plain. To be done once: a Greek accent becomes typography."""
    if _TYPOGRAPHY.search(text):
        text = text.translate(DASHES_AND_QUOTES)
    return unicodedata.normalize("NFC", " ".join(text.split()))
