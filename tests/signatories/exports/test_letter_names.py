"""The names of letters in one file each: by a pattern, legal wherever the folder is copied to, as the index says."""

import random
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from signatories.errors import Refused
from signatories.exports import exporter, index, naming
from signatories.exports.naming import LetterNames, Naming
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed
from tests.products import write

NAUGHTY_BITS = (
    *("", " ", ".", "..", "../../etc/passwd", "C:\\con", "NUL", "com¹.txt", "aux .", "LPT9.pdf", "~", "-rf", "$HOME"),
    *("%00", "\x00", "\x1b[31m", "\r\n", "\u2028", "\t", "a\x7fb", "\x85", "null", "undefined", "None", "NaN", "1/0"),
    *("<script>alert(1)</script>", "'; DROP TABLE letters;--", "{{ name }}", "{number}", "${jndi}", "`ls`", "=1+1"),
    *("İ", "ı", "ß", "ẞ", "ﬁ", "Å", "A\u030a", "\u212b", "Z̷̧̛͍a̶l̵go", "\u202egnp.exe", "\u200b", "\ufeff", "\u00ad"),
    *("社會科學院語學研究所", "𠜎𠜱", "הָיְתָה", "الجزائر", "می\u200cخواهم", "👩\u200d👩\u200d👧", "🇷🇺🇸", "\ud800"),
)  # fmt: skip
SUFFIX = ".pdf"


def naughty(count: int) -> list[str]:
    """So many strings that break what is not careful: bits alone, in pairs, and very long."""
    pairs = (first + last for first, last in product(NAUGHTY_BITS, repeat=2))
    long = (bit * 300 for bit in NAUGHTY_BITS)
    return [*NAUGHTY_BITS, *long, *pairs][:count]


def generated(count: int) -> list[str]:
    """So many names, many alike but for case, accents or forms."""
    chance = random.Random(515)
    words = (
        "Oslo",
        "OSLO",
        "oslo",
        "Genève",
        "Gene\u0300ve",
        "GENEVE",
        "Straße",
        "STRASSE",
        "Ligue",
        "of",
        "ﬁne",
        "fine",
    )
    return [" ".join(chance.choices(words, k=chance.randint(1, 3))) for _ in range(count)]  # fmt: skip


def to(snapshot: Snapshot, names: Iterable[str], pattern: str = "") -> Snapshot:
    """The same letter to recipients of these names."""
    first = snapshot.recipients[0]
    chosen = [
        replace(first, id=number, name=name, address=f"Recipient {number} of all")
        for number, name in enumerate(names, start=1)
    ]
    selection = replace(snapshot.selection, recipients=chosen)
    return replace(snapshot, selection=selection, run=RunSettings(naming=pattern))


def names_of(snapshot: Snapshot) -> list[str]:
    """The names that the letters get."""
    names = LetterNames(snapshot)
    return [names.take(each, SUFFIX)[1] for each in snapshot.recipients]


def why_refused(name: str) -> list[str]:
    """What the documentation of a system says against a name.

    Windows, "Naming Files, Paths, and Namespaces": no control and none of nine signs; no device, whatever extension
    follows; no space or dot at the end; at most 255 units of UTF-16. macOS: no colon, no slash, at most 255 bytes in
    APFS. Linux: no slash, no NUL, at most 255 bytes, not only dots. All: nothing that a folder's view does not show.
    """
    devices = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    devices |= {port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"}
    found = {
        "one of nine signs": set(name) & set('<>:"/\\|?*'),
        "a control": [each for each in name if ord(each) < 32 or 127 <= ord(each) < 160],
        "a device": name.upper().split(".")[0].rstrip(" ") in devices,
        "space or dot at the end": name[-1:] in {" ", "."},
        "units": len(name.encode("utf-16-le", "surrogatepass")) > 2 * 255,
        "bytes": len(name.encode("utf-8", "surrogatepass")) > 255,
        "bytes, taken apart": len(unicodedata.normalize("NFD", name).encode("utf-8", "replace"))
        > 765,
        "half a character": any(0xD800 <= ord(each) < 0xE000 for each in name),
        "hidden": name.startswith("."),
        "nothing to see": not name.removesuffix(SUFFIX).strip(),
        "turned round": set(name) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    }
    return [reason for reason, holds in found.items() if holds]


def on_disk(name: str) -> set[str]:
    """What systems compare names by: upper case on Windows, case folded and taken apart on macOS."""
    apart = unicodedata.normalize("NFD", name)
    return {"windows " + name.upper(), "apple " + unicodedata.normalize("NFD", apart.casefold())}


@pytest.mark.parametrize(
    "pattern", ["", "{name}", "{number} {name} ({country})", "{name} {person}"]
)
def test_names_are_legal_and_no_two_the_same(snapshot: Snapshot, pattern: str) -> None:
    wanted = [*naughty(515), *generated(400)]
    assert len(wanted) == 915
    names = names_of(to(snapshot, wanted, pattern))
    assert {name: why for name in names if (why := why_refused(name))} == {}
    for system in ("windows", "apple"):
        seen = [each for name in names for each in on_disk(name) if each.startswith(system)]
        assert len(set(seen)) == len(names)


def test_a_folder_sorts_by_name_as_the_letters_are_printed(snapshot: Snapshot) -> None:
    names = names_of(to(snapshot, [*naughty(515), *generated(400)], "{number} – {name}"))
    assert names == sorted(names)


def test_the_index_says_which_file_is_whose(snapshot: Snapshot, tmp_path: Path) -> None:
    wanted = ["Index", "index", *naughty(60), *generated(30)]
    taken = to(snapshot, [name.replace("\ud800", "") for name in wanted], "{name}")
    write(exporter("letters", "txt", separate=True), taken, tmp_path / "letters")
    lines = (tmp_path / "letters" / index.NAME).read_text(encoding="utf-8").split("\n")[3:-1]
    entries = [line.split("\t") for line in lines]
    files = [entry[3] for entry in entries]
    assert [int(entry[0]) for entry in entries] == [*range(1, len(wanted) + 1)]
    assert {path.name for path in (tmp_path / "letters").iterdir()} == {index.NAME, *files}
    for number, file in enumerate(files, start=1):
        said = (tmp_path / "letters" / file).read_text(encoding="utf-8")
        assert f"Recipient {number} of all\n" in said


def chad(snapshot: Snapshot, **more: str) -> Snapshot:
    """The letter to one State."""
    values = {"name": "Chad", "country": "TD", "person": "", "salutation": "", **more}
    one: Addressed = replace(snapshot.recipients[0], **values)
    return replace(snapshot, selection=replace(snapshot.selection, recipients=[one] * 12))


def example(pattern: str, taken: Snapshot) -> str:
    read = Naming(pattern, taken.known_fields, taken.text.language)
    return naming.example(read, taken.recipients)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "01 Chad.pdf"),
        ("{number} {name} ({country})", "01 Chad (Chad).pdf"),
        ("{recipient.country}, {NUMBER}", "Chad, 01.pdf"),
        ("Letter {number} to {name} ({person})", "Letter 01 to Chad.pdf"),
        ("{person} - {name}", "Chad.pdf"),
        ("  {name}/{number}  ", "Chad-01.pdf"),
        ("{person}", "_.pdf"),
    ],
)
def test_an_example_shows_what_a_pattern_makes(snapshot: Snapshot, pattern: str, name: str) -> None:
    taken = replace(chad(snapshot), run=RunSettings(naming=pattern))
    assert example(pattern, taken) == name
    assert names_of(taken)[0] == name


def test_a_value_is_never_a_pattern(snapshot: Snapshot) -> None:
    assert example("{name}", chad(snapshot, name="{number} **x**")) == "{number} --x--.pdf"


def test_an_example_needs_a_recipient(snapshot: Snapshot) -> None:
    assert example("", to(snapshot, [])) == ""


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (
            "{number} {contry}",
            "“contry” is no field of a file’s name. The nearest one is “country”.",
        ),
        ("{count.parties}", "no field of a file’s name"),
        ("letter", "the same for all letters: write {number} {name}"),
        ("{name", "has no partner"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_and_nothing_is_made(
    snapshot: Snapshot, tmp_path: Path, pattern: str, said: str
) -> None:
    with pytest.raises(Refused) as refusal:
        example(pattern, snapshot)
    assert said in str(refusal.value)
    wrong = replace(snapshot, run=RunSettings(naming=pattern))
    for kind in ("pdf", "txt"):
        with pytest.raises(Refused):
            write(exporter("letters", kind, separate=True), wrong, tmp_path / "letters")
    assert not [*tmp_path.iterdir()]
