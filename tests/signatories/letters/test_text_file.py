import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.errors import BadText, UnreadableFile
from signatories.letters.text_file import LetterFile, parse, read, write
from signatories.models import Paper

TEXT = """\
---
title: To the Missions
Language: en
place: 'Geneva'
date: 26th July 2010
reference: "OPSC: 12"
subject:
salutation: {{ recipient.salutation | "Your Excellency," }}
addressee:
  - "{{ recipient.name }}"
  -
  - {{ recipient.address }}

cc: The Secretariat
closing:
- Sincerely yours,
- for the alliance
recipients: status != party
as-of: 2010-07-26
---

# A heading

---
The *body*: text.

"""


def test_a_letter_is_read_with_all_its_parts() -> None:
    letter = parse(TEXT)
    assert letter == LetterFile(
        title="To the Missions",
        language="en",
        place="Geneva",
        date=dt.date(2010, 7, 26),
        reference="OPSC: 12",
        salutation='{{ recipient.salutation | "Your Excellency," }}',
        addressee=("{{ recipient.name }}", "", "{{ recipient.address }}"),
        cc=("The Secretariat",),
        closing="Sincerely yours,\nfor the alliance",
        recipients="status != party",
        as_of=dt.date(2010, 7, 26),
        body="# A heading\n\n---\nThe *body*: text.",
    )
    assert letter.line_of["salutation"] == 8
    assert letter.line_of["body"] == 22


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        b"\n\n" + TEXT.encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "crlf", "blank lines first"],
)
def test_every_usual_text_file_reads_the_same(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.md"
    path.write_bytes(content)
    assert read(path) == parse(TEXT)


NO_TITLE = "the letter has no title. Begin it with three lines: ---, title: …, ---."
MISSING = "the title is missing. Add a line “title: …”."


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Dear all,", 1, NO_TITLE),
        ("", 1, NO_TITLE),
        ("---\nplace: Rome\n---\n", 1, MISSING),
        ("---\ntitle: ''\n---\n", 1, MISSING),
        ("\n---\ntitle: x\n", 2, "the front matter begins here but no second line --- ends it."),
    ],
)
def test_a_letter_needs_a_title(text: str, line: int, reason: str) -> None:
    with pytest.raises(BadText) as refused:
        parse(text, "L.md")
    assert str(refused.value) == f"L.md, line {line}: {reason}"


@pytest.mark.parametrize(
    ("front_matter", "reason"),
    [
        ("titel: y", "there is no key “titel”. The nearest one is “title”."),
        ("title: y", "“title” stands here for the second time."),
        ("date: 03/04/2010", "“03/04/2010” is not one certain day. Write it as 2010-07-26."),
        ("as_of: July 2010", "“July 2010” is not one certain day. Write it as 2010-07-26."),
        ("language: English", "“English” is no language code. Write en, fr or pt-BR, for example."),
        ("target: many", "“many” is no number of signatories."),
        ("target: 0", "“0” is no number of signatories."),
        ("deadline: May 2010", "“May 2010” is not one certain day. Write it as 2010-07-26."),
        (
            "paper: A5",
            "“A5” is no paper that letters are set for. Write a4 or letter.",
        ),
        ("  more", "“more” is neither “key: value” nor an item “- …” of a list."),
        ("  - more", "“- more” is neither “key: value” nor an item “- …” of a list."),
        ("place:\n  - a\n  - b", "“place” takes one line, not a list."),
    ],
)
def test_front_matter_that_cannot_be_used_is_refused(front_matter: str, reason: str) -> None:
    with pytest.raises(BadText) as refused:
        parse(f"---\ntitle: x\n{front_matter}\n---\n", "L.md")
    assert str(refused.value) == f"L.md, line 3: {reason}"


@pytest.mark.parametrize(
    ("written", "paper"),
    [
        ("letter", Paper.LETTER),
        ("Letter", Paper.LETTER),
        ("US Letter", Paper.LETTER),
        ("us-letter", Paper.LETTER),
        ("A4", Paper.A4),
        ("a4", Paper.A4),
        ("", None),
    ],
)
def test_paper_is_called_what_people_call_it(written: str, paper: Paper | None) -> None:
    assert parse(f"---\ntitle: x\npaper: {written}\n---\n").paper is paper


def test_values_are_text_and_quotes_stay_where_they_belong() -> None:
    letter = parse(
        '---\ntitle: "Peace" and "War"\nplace: no\nreference: "say \\"yes\\" \\\\ C:\\dir"\n---\n'
    )
    assert letter.title == '"Peace" and "War"'
    assert letter.place == "no"
    assert letter.reference == 'say "yes" \\ C:\\dir'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "is not a plain text in UTF-8"),
        ("---\ntitle: Né\n---".encode("latin-1"), "is not a plain text in UTF-8"),
        (b"PK\0\0", "is not a text file"),
        (b"a" * 5_000_001, "is too large"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "strange.md"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=f"strange.md {reason}"):
        read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"There is no file .*nothing\.md"):
        read(tmp_path / "nothing.md")
    with pytest.raises(UnreadableFile, match="is a folder"):
        read(tmp_path)


lines = st.text(
    st.one_of(
        st.sampled_from("\"'\\:-#{} ab"), st.characters(exclude_characters="\r\n\0", codec="utf-8")
    ),
    max_size=12,
)
lists = st.lists(lines, max_size=3).map(tuple)
several = st.lists(lines, max_size=3).map("\n".join)
days = st.none() | st.dates()
letters = st.builds(
    LetterFile,
    title=lines.filter(bool),
    language=st.sampled_from(["", "en", "pt-BR"]),
    place=lines,
    date=days,
    paper=st.sampled_from([None, *Paper]),
    letterhead=lists,
    reference=several,
    addressee=lists,
    subject=several,
    salutation=several,
    closing=several,
    enclosures=lists,
    cc=lists,
    notes=lists,
    instrument=lines,
    recipients=lines,
    as_of=days,
    deadline=days,
    target=st.none() | st.integers(1, 999_999_999),
    body=st.lists(lines, max_size=4).map(lambda body: "\n".join(body).strip()),
)


@given(letters)
def test_a_written_letter_is_read_as_the_same(letter: LetterFile) -> None:
    assert parse(write(letter)) == letter


def test_a_written_letter_is_what_a_person_would_type() -> None:
    letter = LetterFile(title="A: b", place='"', cc=("one", "two "), date=dt.date(2010, 7, 26))
    assert write(letter) == (
        '---\ntitle: A: b\nplace: "\ndate: 2010-07-26\ncc:\n  - one\n  - "two "\n---\n'
    )
