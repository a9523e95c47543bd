import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.errors import BadText
from signatories.expressions.blocks import (
    Block,
    Break,
    FieldNode,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Style,
    Text,
)
from signatories.expressions.fields import Field, known_fields
from signatories.expressions.letter_text import parse_body


def paragraph(text: str) -> tuple[Inline, ...]:
    (block,) = parse_body(text).blocks
    assert isinstance(block, Paragraph)
    return block.content


def printed(blocks: Iterable[Block]) -> str:
    return "\n".join(text for block in blocks for text in lines_of(block))


def lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph(content) | Heading(_, content):
            return ["".join(shown(node) for node in content)]
        case Listing(items):
            return [line for item in items for inner in item for line in lines_of(inner)]
        case Quote(blocks):
            return [line for inner in blocks for line in lines_of(inner)]
        case Rule():
            return ["---"]


def shown(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case FieldNode(field):
            return f"<{field.name}>"
        case Break():
            return "/"


def test_every_kind_of_block_is_known() -> None:
    body = parse_body(
        "# Title\n\nOne\ntwo.\n\n- a\n- b\n  1. c\n\n4) d\n\n   e\n\n> f\n>\n> ## g\n\n***\n"
    )
    text = {letter: Paragraph((Text(letter),)) for letter in "abcdef"}
    assert body.blocks == (
        Heading(1, (Text("Title"),)),
        Paragraph((Text("One two."),)),
        Listing(((text["a"],), (text["b"], Listing(((text["c"],),), start=1)))),
        Listing(((text["d"], text["e"]),), start=4, tight=False),
        Quote((text["f"], Heading(2, (Text("g"),)))),
        Rule(),
    )
    assert body.problems == ()


def test_emphasis_links_and_line_ends_are_kept() -> None:
    assert paragraph("a *b **c***\\\n<d@e.org>  \n[f **g**](https://h.org)") == (
        Text("a "),
        Text("b ", Style(italic=True)),
        Text("c", Style(bold=True, italic=True)),
        Break(),
        Text("d@e.org", Style(link="mailto:d@e.org")),
        Break(),
        Text("f ", Style(link="https://h.org")),
        Text("g", Style(bold=True, link="https://h.org")),
    )


def test_fields_are_nodes_and_never_markup() -> None:
    field = Field(
        "recipient.salutation",
        "Dear *all* _of_ [you]",
        '{{ recipient.salutation | "Dear *all* _of_ [you]" }}',
    )
    other = Field("recipient.form_of_address", None, "{{recipient.form_of_address}}")
    assert paragraph(f"{field.source} **_{other.source}_, x**") == (
        FieldNode(field),
        Text(" "),
        FieldNode(other, Style(bold=True, italic=True)),
        Text(", x", Style(bold=True)),
    )


def test_a_field_in_a_link_or_in_code_is_still_a_field() -> None:
    shown_text = printed(
        parse_body("[{{ letter.place }}](http://x.org) `{{ letter.date }}`").blocks
    )
    assert shown_text == "<letter.place> `<letter.date>`"
    assert printed(parse_body("    {{ letter.date }}").blocks) == "<letter.date>"


def test_every_block_knows_its_fields() -> None:
    body = parse_body(
        "plain\n\n{{ letter.date }} {{ letter.date }}\n\n- x\n- {{ count.people }}\n\n"
        "> # {{ letter.place }}\n\n---\n"
    )
    assert [[field.name for field in block.fields] for block in body.blocks] == [
        [],
        ["letter.date", "letter.date"],
        ["count.people"],
        ["letter.place"],
        [],
    ]
    assert len(body.fields) == 4


def test_literal_braces_can_be_written() -> None:
    assert paragraph(r"a \{{ name }} b") == (Text("a {{ name }} b"),)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a\n\nb\n{{ recipient.nmae }}", 13, "there is no field “recipient.nmae”"),
        ("a\n\n- b\n- c\n  {{ letter.date", 14, "a field is opened"),
        ("> a {{ }}", 10, "a field is empty"),
        ("a\n\n[b](http://c/{{letter.date}})", 12, "a link’s address cannot hold a field"),
        ("a\n\n" + "> " * 60 + "b", 12, "too many lists"),
        ("a\n\n" + "*b **c " * 50 + "d** e* " * 50, 12, "too many lists"),
    ],
)
def test_what_cannot_be_printed_right_is_refused(text: str, line: int, reason: str) -> None:
    with pytest.raises(BadText, match=f"^TEXT.md, line {line}: {reason}"):
        parse_body(text, source="TEXT.md", first_line=10)


def test_extra_columns_of_recipients_are_fields() -> None:
    body = parse_body("{{ recipient.Box }}", known_fields(["Box"]))
    assert [field.name for field in body.fields] == ["recipient.Box"]


@pytest.mark.parametrize(
    ("text", "as_printed", "problem"),
    [
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |/|---|---|/| c | d |", "a table"),
        ("a <b>c</b>", "a <b>c</b>", "HTML"),
        ("<!-- a -->", "<!-- a -->", "HTML"),
        ("![a *b*](c.png)", "a b", "an image"),
        ("a\n![](b.png)", "a ", "an image"),
        ("```\na  b\n```", "``` a b ```", "code"),
        ("`a` b", "`a` b", "code"),
    ],
)
def test_what_is_not_known_is_printed_and_named(text: str, as_printed: str, problem: str) -> None:
    body = parse_body("x\n\n" + text)
    assert printed(body.blocks[1:]) == as_printed
    (found,) = body.problems
    assert str(found).startswith(f"Line 3: {problem} ")


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; “x” ‘y’ -- ... (c)",
        "[1]: https://example.org",
        "~~a~~",
        "a\u00a0b",
        "<foo bar@>",
        "2 < 3",
    ],
)
def test_typed_text_stays_as_it_is(text: str) -> None:
    assert printed(parse_body(text).blocks) == text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("one\ntwo", "one two"),
        ("日本\n語", "日本語"),
        ("日本\nx", "日本 x"),
        ("한국\n사람", "한국 사람"),
        ("**a**\nb", "a b"),
        ("doubled  spaces", "doubled spaces"),
        ("a no-break\u00a0 space\u00a0\nand another", "a no-break space and another"),
        ("room\u00a0\u00a0\u00a0that was left", "room\u00a0\u00a0\u00a0that was left"),
    ],
)
def test_line_ends_in_a_paragraph_become_spaces(text: str, joined: str) -> None:
    assert printed(parse_body(text).blocks) == joined


def test_words_that_a_paste_held_together_are_freed() -> None:
    pasted = "\u00a0We\u00a0ask\u00a0you\u00a0to\u00a0\u00a0sign\u00a0100\u00a0%.\u00a0\u00a0\nNow,\u00a0please."
    assert printed(parse_body(pasted).blocks) == "We ask you to sign 100 %. Now, please."


@pytest.mark.parametrize(
    "text",
    [
        "In No.\u00a05 we gave 100\u00a0%\u00a0; see Dr.\u00a0May.",
        "Monsieur\u00a0Petit",
        "«\u00a0Oui\u00a0», dit Mme\u00a0Petit\u00a0: «\u00a0non\u00a0!\u00a0»",
    ],
)
def test_no_break_spaces_that_somebody_set_stay(text: str) -> None:
    assert printed(parse_body(text).blocks) == text


@pytest.mark.parametrize("blank", ["\u00a0", " \u00a0\t", "\u3000", "\f"])
def test_a_line_of_white_space_parts_paragraphs(blank: str) -> None:
    assert len(parse_body(f"one\n{blank}\ntwo").blocks) == 2


@given(st.text("ab \n*_#>-|`[]!<&\\~", max_size=60))
def test_no_letter_is_ever_lost(text: str) -> None:
    assert re.sub("[^ab]", "", printed(parse_body(text).blocks)) == re.sub("[^ab]", "", text)


def test_real_letters_keep_all_their_words(shared_data: Path) -> None:
    for name in ("joint-letter-to-missions.txt", "thank-you-letter.txt"):
        text = (shared_data / "letters" / name).read_text(encoding="utf-8")
        kept = printed(parse_body(text).blocks)
        assert re.findall(r"\w+", kept) == re.findall(r"\w+", text)


def test_a_letter_copied_from_a_pdf_has_its_paragraphs_and_plain_spaces(shared_data: Path) -> None:
    text = (shared_data / "letters" / "joint-letter-to-missions.txt").read_text(encoding="utf-8")
    blocks = parse_body(text).blocks
    written = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    assert [" ".join(printed([block]).split()) for block in blocks] == [
        " ".join(part.split()) for part in written
    ]
    long = [printed([block]) for block in blocks if len(printed([block])) > 200]
    assert len(long) == 4
    assert not any("\u00a0" in part or "  " in part for part in long)


def test_markdown_is_imported_only_when_a_text_is_parsed() -> None:
    code = "import sys, signatories.expressions.letter_text; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
