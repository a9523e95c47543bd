"""What the order of names is made of: the weights of European letters, and what languages change.

The weights are those of the Unicode Collation Algorithm 9.0, as pyuca has them; a test compares
all of them. Without this table nearly every command would wait while pyuca reads its own.
"""

Element = tuple[int, ...]  # weights that decide first, second (accents) and third (case)

_COMMON, _SMALL, _CAPITAL = 0x20, 0x02, 0x08
_SPACE_AND_PUNCTUATION = {
    0x0209: " ", 0x020B: "_", 0x020D: "-", 0x0222: ",", 0x0234: ";", 0x0239: ":", 0x0260: "!",
    0x0266: "?", 0x0277: ".", 0x0305: "'", 0x030C: '"', 0x0317: "(", 0x0318: ")", 0x0319: "[",
    0x031A: "]", 0x031B: "{", 0x031C: "}", 0x038E: "@", 0x038F: "*", 0x0394: "/", 0x0395: "\\",
    0x0396: "&", 0x0398: "#", 0x0399: "%", 0x0616: "+", 0x061A: "<", 0x061B: "=", 0x061C: ">",
    0x061E: "|", 0x0620: "~", 0x1C12: "$",
}  # fmt: skip
_DIGITS = dict(enumerate("0123456789", start=0x1C3D))
_LETTERS = {
    0x1C47: "a", 0x1C60: "b", 0x1C7A: "c", 0x1C8F: "d", 0x1CAA: "e", 0x1CE5: "f", 0x1CF4: "g",
    0x1D18: "h", 0x1D32: "i", 0x1D36: "ı", 0x1D4C: "j", 0x1D65: "k", 0x1D77: "l", 0x1DAA: "m",
    0x1DB9: "n", 0x1DDD: "o", 0x1E0C: "p", 0x1E21: "q", 0x1E33: "r", 0x1E71: "s", 0x1E95: "t",
    0x1EB5: "u", 0x1EE3: "v", 0x1EF5: "w", 0x1EFF: "x", 0x1F0B: "y", 0x1F21: "z", 0x1F50: "þ",
}  # fmt: skip
_GREEK = {
    0x1FB9: "α", 0x1FBA: "β", 0x1FBB: "γ", 0x1FBD: "δ", 0x1FBE: "ε", 0x1FC2: "ζ", 0x1FC4: "η",
    0x1FC5: "θ", 0x1FC6: "ι", 0x1FC8: "κ", 0x1FC9: "λ", 0x1FCB: "μ", 0x1FCC: "ν", 0x1FCD: "ξ",
    0x1FCE: "ο", 0x1FCF: "π", 0x1FD4: "ρ", 0x1FD7: "σ", 0x1FDB: "τ", 0x1FDC: "υ", 0x1FDD: "φ",
    0x1FDE: "χ", 0x1FDF: "ψ", 0x1FE1: "ω",
}  # fmt: skip
_CYRILLIC = {
    0x2022: "а", 0x202E: "б", 0x2032: "в", 0x2036: "г", 0x204A: "д", 0x2050: "ђ", 0x205A: "е",
    0x205E: "є", 0x2062: "ж", 0x206C: "з", 0x2074: "ѕ", 0x2080: "и", 0x2088: "і", 0x208D: "й",
    0x2091: "ј", 0x2096: "к", 0x20B0: "л", 0x20BC: "љ", 0x20C3: "м", 0x20CC: "н", 0x20E2: "њ",
    0x20E7: "о", 0x20EF: "п", 0x20FC: "р", 0x2105: "с", 0x210E: "т", 0x2119: "ћ", 0x211D: "у",
    0x212E: "ф", 0x2132: "х", 0x2159: "ц", 0x2164: "ч", 0x217F: "џ", 0x2183: "ш", 0x2188: "щ",
    0x218F: "ъ", 0x2194: "ы", 0x2198: "ь", 0x21A5: "э", 0x21A9: "ю", 0x21AF: "я",
}  # fmt: skip
_FINAL_SIGMA = (0x1FD7, _COMMON, 0x19)
_ACCENTS = {
    0x24: "\u0301", 0x25: "\u0300", 0x26: "\u0306", 0x27: "\u0302", 0x28: "\u030c", 0x29: "\u030a",
    0x2B: "\u0308", 0x2C: "\u030b", 0x2D: "\u0303", 0x2E: "\u0307", 0x30: "\u0327", 0x31: "\u0328",
    0x32: "\u0304", 0x3B: "\u0309", 0x3F: "\u031b", 0x42: "\u0323", 0x45: "\u0326",
}  # fmt: skip
_STROKES = {"ø": ("o", 0x2F), "ł": ("l", 0x39), "đ": ("d", 0x39), "ħ": ("h", 0x39)}
_LIGATURES = {"æ": ("a", "e"), "œ": ("o", "e"), "ß": ("s", "s")}


def _elements() -> dict[str, tuple[Element, ...]]:
    table: dict[str, tuple[Element, ...]] = {}
    letters = _LETTERS | _GREEK | _CYRILLIC
    weights = {character: weight for weight, character in letters.items()}
    for weight, character in (_SPACE_AND_PUNCTUATION | _DIGITS).items():
        table[character] = ((weight, _COMMON, _SMALL),)
    for weight, character in _ACCENTS.items():
        table[character] = ((0, weight, _SMALL),)
    for character, weight in weights.items():
        table[character] = ((weight, _COMMON, _SMALL),)
        if character != "ı":  # its capital is I
            table[character.upper()] = ((weight, _COMMON, _CAPITAL),)
    table["ς"] = (_FINAL_SIGMA,)
    for character, (base, stroke) in _STROKES.items():
        table[character] = ((weights[base], _COMMON, _SMALL), (0, stroke, _SMALL))
        table[character.upper()] = ((weights[base], _COMMON, _CAPITAL), (0, stroke, _SMALL))
    for character, (first, second) in _LIGATURES.items():
        for spelling, case in ((character, 0x04), (character.upper(), 0x0A)):
            if len(spelling) == 1:  # ß has no capital here
                table[spelling] = (
                    (weights[first], _COMMON, case),
                    (0, 0x110, 0x04),
                    (weights[second], _COMMON, case),
                )
    return table


ELEMENTS = _elements()
"""The weights of letters, and of accents by themselves."""

WITH_ACCENT = ("й", "Й")
"""Letters with an accent that have weights of their own in the standard."""

# Letters of their own, each after all words that begin with the letter before it; = for the same
# place. German, French, Portuguese and others follow the standard and need none.
_NORDIC = "z<æ=ä<ø=ö<å"
TAILORINGS = {
    "da": _NORDIC, "nb": _NORDIC, "nn": _NORDIC, "no": _NORDIC,
    "sv": "z<å<ä=æ<ö=ø", "fi": "z<å<ä=æ<ö=ø",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö<å",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "es": "n<ñ", "gl": "n<ñ", "eu": "n<ñ",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "cs": "c<č h<ch r<ř s<š z<ž", "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž", "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs",
    "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü", "az": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "lt": "c<č s<š z<ž", "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž",
}  # fmt: skip

# As they begin a name, folded; longer ones first where one begins another.
ARTICLES = {
    "en": ("the ", "an ", "a "),
    "fr": ("les ", "le ", "la ", "l'", "une ", "un "),
    "es": ("los ", "las ", "el ", "la "),
    "pt": ("os ", "as ", "o ", "a "),
    "it": ("gli ", "il ", "lo ", "la ", "le ", "l'", "i "),
    "de": ("der ", "die ", "das "),
    "nl": ("de ", "het "),
    "ca": ("els ", "les ", "el ", "la ", "l'"),
}  # fmt: skip
