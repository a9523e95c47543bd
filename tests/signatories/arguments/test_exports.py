"""Which options go with which product."""

from pathlib import Path

import pytest
from sqlalchemy import select

from signatories.models import Recipient
from tests.command_line import CommandLine
from tests.factories import Make


@pytest.fixture
def run(workspace: Path, make: Make) -> CommandLine:
    """A letter to Ghana and Togo, each with an address, signed by one organisation."""
    make.letter(sign_ons=1)
    for name in ("Ghana", "Togo"):
        make.recipient(name, letter=1)
    with make.database.work("Change") as unit:
        for recipient in unit.session.scalars(select(Recipient)):
            recipient.address = "1 Long Street"
    make.confirm(1)
    return CommandLine(workspace)


def words(product: str, target: Path, *more: object, format_: str = "pdf") -> tuple[object, ...]:
    return ("export", product, "--letter", "1", "--format", format_, "-o", target, *more)


@pytest.mark.parametrize(
    ("product", "format_", "options", "told"),
    [
        ("block", "pdf", ["--sample", "2"], "letters, labels, envelopes and the cover note"),
        ("sign-ons", "xlsx", ["--recipients", "#1"], "letters, labels, envelopes and"),
        ("letters", "pdf", ["--naming", "{nothing}"], "letters with --separate"),
        ("letters", "txt", ["--no-letterhead"], "letters as pdf or docx"),
        ("letters", "docx", ["--duplex"], "letters as pdf"),
        ("annex", "pdf", ["--duplex"], "letters as pdf"),
        ("letters", "docx", ["--window"], "letters as pdf"),
        ("letters", "pdf", ["--first-label", "2"], "address labels"),
        ("labels-l7159", "pdf", ["--sender", "Moth Alliance"], "envelopes"),
        ("letters", "html", ["--pdfa"], "what is made as pdf"),
    ],
)
def test_an_option_that_would_do_nothing_is_wrong_usage(
    run: CommandLine,
    tmp_path: Path,
    product: str,
    format_: str,
    options: list[str],
    told: str,
) -> None:
    said = run(*words(product, tmp_path / "a", *options, format_=format_))
    assert said.code == 2
    assert f"argument {options[0].replace('no-', '')}: only for {told}" in said.errors
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(("product", "format_"), [("block", "txt"), ("sign-ons", "xlsx")])
def test_options_that_were_always_accepted_are(
    run: CommandLine, tmp_path: Path, product: str, format_: str
) -> None:
    days = ("--as-of", "2026-01-01", "--signed-by", "2100-01-01")
    list_ = ("--order", "family", "--articles", "ignore", "--columns", "2")
    options = ("--limit", "1", "--version", "1", *days, *list_)
    said = run(*words(product, tmp_path / "a", *options, format_=format_))
    assert said.code == 0, said.errors


@pytest.mark.parametrize("product", ["labels-l7159", "envelopes-dl", "cover"])
def test_what_goes_with_the_letters_is_made_for_some_too(
    run: CommandLine, tmp_path: Path, product: str
) -> None:
    for option in (["--sample", "1"], ["--recipients", "Togo"], ["--pdfa"]):
        said = run(*words(product, tmp_path / "a.pdf", *option))
        assert said.code == 0, said.errors


def test_a_moment_is_told_as_iso_writes_it(run: CommandLine, tmp_path: Path) -> None:
    said = run(*words("letters", tmp_path / "a.pdf", "--not-before", "tomorrow"))
    assert said.code == 2
    assert "“tomorrow” is no moment; write it as 2010-07-26T09:00" in said.errors
