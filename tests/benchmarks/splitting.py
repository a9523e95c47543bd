"""Measures how lines are taken apart: affiliations, names of people, and texts a second.

    .venv/bin/python tests/benchmarks/splitting.py [FOLDER OF DATA]

The affiliations carry the identity of an institution and not its name. What it is called is taken from the texts
themselves: a whole text without a comma, or a piece between commas that stands in two or more texts of one identity
and hardly in those of others. Texts whose institution is named nowhere else cannot be judged, and are counted apart.
"""

import csv
import json
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from signatories.collation import fold
from signatories.imports.lines.parts import CERTAIN, Split
from signatories.imports.lines.splitting import split

DATA = Path(__file__).parents[3] / "shared/data"
TYPICAL = (
    "Anna Berg, Water Rights Network – WRN",
    "Anna Berg, Executive Director, Well Fund, Kenya",
    "Jean-Pierre d'Avray, Président, Réseau des Puits, Côte d'Ivoire",
    "Coalition of Wells (CoW), Uganda",
    "Chi Yoke Ma, on behalf of the Third Well Network (TWN)",
)


class Judged(NamedTuple):
    """A text, how it was taken apart, and how its organisation compares with the names of the institution."""

    text: str
    split: Split
    verdict: str


def main() -> None:
    """Print all figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    affiliations(data / "names/affiliation-to-ror-train.json")
    people(data / "names")
    speed()


def affiliations(path: Path) -> None:
    """Print in how many texts the institution was found, and how many are flagged."""
    items = json.loads(path.read_text("utf-8"))["items"]
    texts = [(item["input"], item["output"][0]) for item in items]
    names = names_of(texts)
    judged = [judge(text, names[identity]) for text, identity in texts]
    print(f"{len(judged):,} affiliations")
    for verdict, count in Counter(each.verdict for each in judged).most_common():
        flagged = sum(j.split.confidence < CERTAIN for j in judged if j.verdict == verdict)
        print(
            f"  {verdict:34} {count:6,}  {count / len(judged):6.1%}  flagged {flagged / count:5.1%}"
        )
    flagged = sum(each.split.confidence < CERTAIN for each in judged)
    print(f"  {'flagged':34} {flagged:6,}  {flagged / len(judged):6.1%}")


def names_of(texts: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """What each institution is called in the texts, folded."""
    identities: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, set[str]] = defaultdict(set)
    for text, identity in texts:
        pieces = {plain(piece) for piece in text.split(",")}
        if len(pieces) == 1:
            names[identity] |= pieces
        for piece in pieces:
            identities[piece][identity] += 1
    for piece, found in identities.items():
        identity, count = found.most_common(1)[0]
        if count > 1 and count >= 0.8 * found.total():
            names[identity].add(piece)
    return {identity: names[identity] for _, identity in texts}


def judge(text: str, names: set[str]) -> Judged:
    """Compare the organisation of a text with what its institution is called."""
    found = split(text)
    body = plain(found.fields.get("organisation", ""))
    here = [name for name in names if f" {name} " in f" {plain(text)} "]
    if not here:
        return Judged(text, found, "institution not named elsewhere")
    if body in here:
        return Judged(text, found, "found, exactly")
    if any(f" {name} " in f" {body} " for name in here):
        return Judged(text, found, "found, with more around it")
    return Judged(text, found, "not found")


def plain(text: str) -> str:
    """Folded words only, without brackets and an article."""
    bare = re.sub(r"\([^()]*\)", " ", fold(text))
    return " ".join(re.findall(r"\w+", bare)).removeprefix("the ")


def people(folder: Path) -> None:
    """Print how many names of people are taken for names."""
    lines = (folder / "person-names.txt").read_text("utf-8").splitlines()
    with (folder / "cldr-person-names-ja.csv").open(encoding="utf-8", newline="") as file:
        japanese = [row["long_referring_formal"] for row in csv.DictReader(file)]
    for what, names in (("names of people", lines), ("Japanese names", japanese)):
        found = [split(name) for name in names if name.strip()]
        whole = sum(each.fields.keys() == {"name"} for each in found)
        flagged = sum(each.confidence < CERTAIN for each in found)
        print(
            f"{len(found):,} {what}: {whole:,} a person's name and nothing else, {flagged:,} flagged"
        )


def speed() -> None:
    """Print microseconds a text, each with a name that was not seen before, and for texts that are none."""
    count = 20_000
    lines = [TYPICAL[n % len(TYPICAL)].replace("Berg", f"Berg{_letters(n)}") for n in range(count)]
    each = _seconds(lambda: [split(line) for line in lines]) / count
    folded = _seconds(lambda: [fold(line) for line in lines]) / count
    print(
        f"{each * 1e6:.1f} µs a typical line ({1 / each:,.0f} a second), {each / folded:.0f} times its folding"
    )
    for what, text in (
        ("letters", "a" * 100_000),
        ("commas", "a, " * 10_000),
        ("brackets", "(" * 10_000),
    ):
        print(f"{_seconds(partial(split, text)) * 1e3:.2f} ms for a line of {len(text):,} {what}")


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def _seconds(run: Callable[[], object]) -> float:
    measured = []
    for _ in range(3):
        start = time.process_time()
        run()
        measured.append(time.process_time() - start)
    return statistics.median(measured)


if __name__ == "__main__":
    main()
