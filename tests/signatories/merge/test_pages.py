"""Each recipient's letter: everything in its place, and every value printed as the text it is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories import recipients
from signatories.exports import pdf
from signatories.expressions.fields import MissingValues
from signatories.merge.block.texts import Told
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import Consent, Use
from signatories.printed_lines import Printed
from signatories.recipients import RecipientDraft
from tests.factories import Make
from tests.printed import pages_of

HOSTILE = '{{ count.people }} **bold** <b>tag</b> &amp; =1+1 {x} _a_ `c` [l](u) \\{{ # 1. "q"'
EVERY_BLOCK = """# A heading

A paragraph with **bold**, *italic* and ***both***, to {{ recipient.name }}.

- one point
- another with {{ recipient.country }}

3. third
4. fourth

> A quotation of *somebody*.

---

A line\\
broken, and a [link](https://example.org).
"""

Print = Callable[..., list[str]]


def snapshot(make: Make, **choices: object) -> Snapshot:
    with make.database.reading() as session:
        return take(session, 1, Choices(**choices))


@pytest.fixture
def printed(make: Make, tmp_path: Path) -> Print:
    """The letters' texts, a page each, in the order of the recipients."""

    def print_letters(**choices: object) -> list[str]:
        taken = snapshot(make, **choices)
        pages = LetterPages(taken)
        path = tmp_path / "letters.pdf"
        documents = [pages.document(recipient) for recipient in taken.recipients]
        pdf.write(path, documents, pdf.About(title="Letters"))
        return pages_of(path)

    return print_letters


def set_extra(make: Make, recipient: int, **columns: str) -> None:
    with make.database.work("Fill columns") as unit:
        recipients.get(unit.session, recipient).extra = columns


def ready(make: Make, *, of: int = 1, **text: object) -> None:
    """A letter with recipients and one confirmed line, "Ada Lovell, Oxford Aid"."""
    make.letter(recipients=of, **text)
    make.sign_on(1, "Ada Lovell", "Oxford Aid")
    make.confirm(1)


class TestEveryPart:
    def test_all_parts_stand_in_order(self, make: Make, printed: Print) -> None:
        ready(
            make,
            letterhead=("Invented Alliance", "Rue 1"),
            reference="Ref. A/1",
            place="Geneva",
            date=dt.date(2010, 7, 26),
            addressee=("The Ambassador", "{{ recipient.name }}"),
            subject="The protocol",
            salutation="Excellency,",
            body=EVERY_BLOCK,
            closing="Sincerely yours,",
            enclosures=("The list",),
            cc=("The High Commissioner",),
        )
        with make.database.work("Set country") as unit:
            draft = RecipientDraft("Mission of the Gambia", country="GM")
            recipients.change(unit.session, 1, draft)
        (page,) = printed()
        expected = (
            *("Invented Alliance", "Rue 1", "Ref. A/1", "Geneva, 26 July 2010", "The Ambassador"),
            *("Mission of the Gambia", "The protocol", "Excellency,", "A heading"),
            "A paragraph with bold, italic and both, to Mission of the Gambia.",
            *("• one point", "• another with the Gambia", "3. third", "4. fourth"),
            *("A quotation of somebody.", "A line broken, and a link", "Sincerely yours,"),
            *("Ada Lovell, Oxford Aid", "Enclosures: The list", "cc: The High Commissioner"),
        )
        places = [page.find(words) for words in expected]
        assert -1 not in places, [w for w, at in zip(expected, places, strict=True) if at < 0]
        assert places == sorted(places)

    def test_without_an_addressee_the_recipient_is_named_above_its_address(
        self, make: Make, printed: Print
    ) -> None:
        ready(make, of=3, place="", date=None, salutation="", body="This.", closing="")
        with make.database.work("Fill") as unit:
            first, second, _ = (recipients.get(unit.session, number) for number in (1, 2, 3))
            first.form_of_address, first.person, first.address = (
                "H.E.",
                "Zoë Example",
                "1 Long Lane",
            )
            second.address = "Mission 2\n2 Long Lane"
        assert [page.partition(" This.")[0] for page in printed()] == [
            "H.E. Zoë Example Mission 1 1 Long Lane",
            "Mission 2 2 Long Lane",
            "Mission 3",
        ]

    def test_what_is_missing_leaves_no_trace(self, make: Make, printed: Print) -> None:
        ready(make, place="", date=None, salutation="", body="Only this.", closing="")
        assert printed() == ["Mission 1 Only this. Ada Lovell, Oxford Aid"]

    def test_an_address_stands_for_the_name(self, make: Make, printed: Print) -> None:
        ready(make, body="Text.")
        with make.database.work("Set address") as unit:
            draft = RecipientDraft("Ghana", address="Mission of Ghana\nRue 2\n1200 Genève")
            recipients.change(unit.session, 1, draft)
        (page,) = printed()
        assert "Mission of Ghana Rue 2 1200 Genève" in page

    def test_a_long_letter_counts_its_pages(self, make: Make, printed: Print) -> None:
        ready(make, of=2, body="\n\n".join(["A paragraph of some words. " * 12] * 14))
        pages = printed()
        assert len(pages) == 4
        assert [f"Page {n} of 2" in page for n, page in zip((1, 2, 1, 2), pages, strict=True)] == [
            True
        ] * 4


class TestValues:
    def test_values_are_text_wherever_they_stand(self, make: Make, printed: Print) -> None:
        make.letter(
            subject="S {{ recipient.name }}",
            salutation="Dear {{ recipient.name }},",
            body="# H {{ recipient.name }}\n\n- **{{ recipient.name }}** end",
            cc=("C {{ recipient.name }}",),
        )
        make.recipient(HOSTILE, letter=1)
        make.sign_on(1, "Ada " + HOSTILE, "Aid " + HOSTILE)
        make.confirm(1)
        (page,) = printed()
        for words in ("S {}", "Dear {},", "H {}", "{} end", "C {}", "Ada {}", "Aid {}"):
            assert words.format(HOSTILE) in page

    @pytest.mark.parametrize(
        "value",
        ["{{ count.people }}", "**bold**", "<b>x</b>", "&amp;", "AT&T;", "=SUM(A1)", "\\{{"],
    )
    def test_a_column_s_value_is_text(self, make: Make, printed: Print, value: str) -> None:
        make.recipient("Ghana")
        set_extra(make, 1, note=value)
        make.letter(body="Note: {{ recipient.note }}.", salutation="To {{ recipient.note }},")
        make.sign_on(1, "Ada", "Aid")
        make.confirm(1)
        (page,) = printed()
        assert f"Note: {value}." in page
        assert f"To {value}," in page

    def test_a_fallback_stands_in_for_what_is_missing_or_blank(
        self, make: Make, printed: Print
    ) -> None:
        ready(make, of=2, salutation='{{ recipient.salutation | "Your Excellency," }}')
        with make.database.work("Set salutation") as unit:
            draft = RecipientDraft("Mission 1", salutation="Dear Ambassador,")
            recipients.change(unit.session, 1, draft)
        first, second = printed()
        assert ("Dear Ambassador," in first, "Your Excellency," in first) == (True, False)
        assert "Your Excellency," in second

    def test_missing_values_are_named(self, make: Make) -> None:
        ready(make, body="{{ recipient.person }}, {{ recipient.country }}, {{ count.parties }}")
        taken = snapshot(make)
        with pytest.raises(MissingValues) as raised:
            LetterPages(taken).document(taken.recipients[0])
        names = ("recipient.person", "recipient.country", "count.parties")
        assert raised.value.names == names

    def test_a_sample_counts_every_recipient(self, make: Make, printed: Print) -> None:
        ready(make, of=3, body="To {{ count.recipients }} missions.")
        (letter,) = printed(limit=1)
        assert "To 3 missions." in letter

    def test_a_preview_shows_the_gaps_as_they_are_written(self, make: Make, tmp_path: Path) -> None:
        ready(make, body="To {{ recipient.person }}.")
        taken = snapshot(make)
        document = LetterPages(taken, gaps_shown=True).document(taken.recipients[0])
        pdf.write(tmp_path / "a.pdf", [document], pdf.About(title="A"))
        assert "To {{ recipient.person }}." in pages_of(tmp_path / "a.pdf")[0]

    def test_countries_and_days_speak_the_letter_s_language(
        self, make: Make, printed: Print
    ) -> None:
        make.recipient("Ghana", country="GH")
        make.letter(
            language="fr",
            place="Genève",
            body="Nous regrettons que {{ recipient.country }} hésite, le {{ letter.date }}.",
        )
        make.sign_on(1, "Ada", "Aid")
        make.confirm(1)
        (page,) = printed()
        assert "que le Ghana hésite, le 26 juillet 2010." in page
        assert "Genève, le 26 juillet 2010" in page


class TestLists:
    def test_each_sees_only_whom_it_may(self, make: Make, printed: Print) -> None:
        """The figure in the text is the one of the list below it."""
        make.letter(recipients=2, body="Signed by {{ count.organisations }} organisations.")
        make.sign_on(1, "Ada", "Aid")
        make.sign_on(1, "Grace", "Relief")
        make.confirm(1)
        with make.database.work("Refuse") as unit:
            refusal = Consent(sign_on_id=2, use=Use.LETTER, recipient_id=2, allowed=False)
            unit.session.add(refusal)
        first, second = printed()
        assert "Signed by 2 organisations" in first
        assert ("Grace, Relief" in first, "Grace, Relief" in second) == (True, False)
        assert "Signed by 1 organisations" in second
        assert "Ada, Aid" in second

    def test_the_withheld_are_counted_and_not_printed(self, make: Make, printed: Print) -> None:
        make.letter(recipients=1, body="{{ count.signatories }} and {{ count.withheld }} more.")
        make.sign_on(1, "Ada", "Aid")
        make.sign_on(1, "Grace", "Relief")
        make.confirm(1)
        with make.database.work("Withhold") as unit:
            unit.session.add(Consent(sign_on_id=2, use=Use.COUNT_ONLY, allowed=True))
        (page,) = printed()
        assert "1 and 1 more." in page
        assert ("Ada, Aid" in page, "Grace" in page) == (True, False)

    def test_what_all_share_is_set_once(self, make: Make) -> None:
        ready(make, of=3, body="The same.\n\nTo {{ recipient.name }}.\n\nThe same again.")
        taken = snapshot(make)
        pages = LetterPages(taken)
        first, second, _third = (pages.document(each) for each in taken.recipients)
        shared = {id(placed.galley) for page in first.pages for placed in page.placed}
        again = {id(placed.galley) for page in second.pages for placed in page.placed}
        assert len(shared & again) >= 2

    def test_the_block_alone_holds_the_public_lines(self, make: Make, tmp_path: Path) -> None:
        make.letter()
        make.sign_on(1, "Ada", "Aid", printed=Printed(name="Ada " + HOSTILE))
        make.sign_on(1, "Grace", "Relief")
        make.confirm(1)
        with make.database.work("Withhold") as unit:
            unit.session.add(Consent(sign_on_id=2, use=Use.LETTER, allowed=False))
        document = LetterPages(snapshot(make)).block(Told())
        pdf.write(tmp_path / "block.pdf", [document], pdf.About(title="Block"))
        assert pages_of(tmp_path / "block.pdf") == [f"Ada {HOSTILE}, Aid"]

    def test_names_of_all_scripts_stand_in_one_list(self, make: Make, printed: Print) -> None:
        make.letter(recipients=1)
        names = (
            "Anne‐Sophie Loïs",
            "Мария Иванова",
            "Ἑλένη Παπᾶ",
            "山田 花子",
            "김하나",
            "Łucja Żak",
        )
        for name in names:
            make.sign_on(1, name, "Aid")
        make.confirm(1)
        (page,) = printed()
        for name in names:
            assert f"{name}, Aid" in page


def test_a_country_begins_its_sentence_with_a_capital_article(make: Make, printed: Print) -> None:
    body = "We ask **now** {{ recipient.country }}. **Yes!** {{ recipient.country }} can."
    ready(make, of=0, body=body)
    make.recipient("Bahamas", letter=1, country="BS")
    (page,) = printed()
    assert "We ask now the Bahamas. Yes! The Bahamas can." in page


def test_a_line_whose_field_comes_out_blank_leaves_no_gap(make: Make) -> None:
    make.letter(recipients=1, body="We write to you.")
    make.sign_on(1, "Ada Example", "Aid")
    make.confirm(1)
    taken = snapshot(make)
    (recipient,) = taken.recipients

    def places(*addressee: str) -> list[tuple[float, float]]:
        text = replace(taken.text, addressee=addressee)
        document = LetterPages(replace(taken, text=text)).document(recipient)
        return [(each.x, each.y) for page in document.pages for each in page.placed]

    name, empty = "To {{ recipient.name }}", '{{ recipient.person | "" }}'
    assert places(name, empty, "in Geneva") == places(name, "in Geneva")
    assert places(name, "", "in Geneva") != places(name, "in Geneva")


@pytest.mark.parametrize("block", ["", "## ", "> "])
def test_a_paragraph_that_comes_out_blank_takes_no_room(
    make: Make, tmp_path: Path, block: str
) -> None:
    path = tmp_path / "letters.pdf"
    make.letter(recipients=2, sign_ons=1)
    make.confirm(1)
    with make.database.work("Name") as unit:
        recipients.get(unit.session, 1).person = "Ada"
    taken = snapshot(make)

    def heights(body: str, subject: str = "") -> list[float]:
        """How high the last paragraph of each letter stands."""
        pages = LetterPages(replace(taken, text=replace(taken.text, body=body, subject=subject)))
        pdf.write(path, [*map(pages.document, taken.recipients)], pdf.About(title="Letters"))
        with pypdfium2.PdfDocument(path) as document:
            texts = [page.get_textpage() for page in document]
            return [text.get_charbox(text.search("Two.").get_next()[0])[1] for text in texts]

    field = '{{ recipient.person | "" }}'
    named, blank = heights(f"One.\n\n{block}{field}\n\nTwo.", subject=field)
    _, without = heights("One.\n\nTwo.")
    assert blank == pytest.approx(without)
    assert named < blank - 20
