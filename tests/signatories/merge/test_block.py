"""Each form of a block as pages: where its entries stand, what keeps together, what comes again."""

from dataclasses import replace
from itertools import pairwise

import pytest

from signatories.block.entries import Entries
from signatories.block.settings import BlockSettings, GroupSettings, Layout
from signatories.models.block import (
    Fill,
    Form,
    Grouping,
    Marker,
    Place,
    Rules,
    Separator,
    Spacing,
)
from signatories.typesetting.galleys import Picture, Shade, Stroke, Upright
from signatories.typesetting.images import Image
from tests.block_pages import set_block
from tests.signing import signatory

FEW = [
    signatory(n, f"Person {n}", organisation=f"Body {n}", country="Kenya", group="AB"[n % 2])
    for n in range(1, 8)
]
MANY = [signatory(n, f"Person {n}", organisation=f"Body {n}") for n in range(1, 201)]
ARABIC = signatory(9, "مثال أحمد", organisation="منظمة الأمثلة", country="مصر")
NAMES = "{name}"
WIDE = Image("wide", "image/png", b"", 400, 100)
HIGH = Image("high", "image/png", b"", 100, 200)
IMAGES = {"wide": WIDE, "high": HIGH}


def block(**layout: object) -> BlockSettings:
    return BlockSettings(layout=Layout(**{"pattern": NAMES, **layout}))


class TestLines:
    def test_what_stands_around_the_entries(self) -> None:
        settings = replace(
            block(), heading="Signed ({count})", as_of_line=True, count_line=True, notice="Ask us."
        )
        assert set_block(FEW[:2], settings).texts == [
            "Signed (2)",
            "Signatories as of 30 April 2026",
            "Person 1",
            "Person 2",
            "2 organisations",
            "Ask us.",
        ]

    def test_down_and_across(self) -> None:
        down = set_block(FEW, block(columns=3)).seen
        across = set_block(FEW, block(columns=3, fill=Fill.ACROSS)).seen
        assert [seen.text for seen in down if seen.y == 0] == ["Person 1", "Person 4", "Person 6"]
        assert [seen.text for seen in across if seen.y == 0] == ["Person 1", "Person 2", "Person 3"]

    @pytest.mark.parametrize("columns", [1, 3])
    @pytest.mark.parametrize("fill", Fill)
    @pytest.mark.parametrize("marker", [Marker.NONE, Marker.NUMBERS])
    def test_many_are_set_as_one_by_one(
        self, monkeypatch: pytest.MonkeyPatch, columns: int, fill: Fill, marker: Marker
    ) -> None:
        others = {507: ("李雨桐", "CN"), 508: ("はるか", "JP"), 9: ("ليلى منصور", "EG")}
        signed = [
            signatory(n, name, country_code=code)
            for n in range(1, 620)
            for name, code in [others.get(n, (f"Person {n}-{n}", None))]
        ]
        settings = block(columns=columns, fill=fill, marker=marker)
        settings = replace(settings, count_line=marker is Marker.NONE)
        together = set_block(signed, settings).seen
        monkeypatch.setattr(Entries, "lots", lambda entries: iter([list(entries)]))
        assert set_block(signed, settings).seen == together

    def test_in_a_right_to_left_letter_the_first_column_is_the_rightmost(self) -> None:
        seen = set_block(FEW, block(columns=2), "ar").seen
        xs = {each.text: each.x for each in seen}
        assert xs["Person 1"] > xs["Person 7"]

    @pytest.mark.parametrize(
        ("spacing", "gap"), [(Spacing.TIGHT, 15), (Spacing.HALF, 22.5), (Spacing.LINE, 30)]
    )
    def test_the_room_between_entries(self, spacing: Spacing, gap: float) -> None:
        seen = set_block(FEW, block(spacing=spacing)).seen
        assert {lower.y - upper.y for upper, lower in pairwise(seen)} == {gap}

    def test_numbers_end_where_the_widest_one_ends_and_entries_begin_together(self) -> None:
        numbered = set_block(MANY[:120], block(marker=Marker.NUMBERS, size=9.0)).seen
        markers = [seen for seen in numbered if seen.text.endswith(".")]
        assert [seen.text for seen in markers] == [f"{n}." for n in range(1, 121)]
        assert max(seen.right for seen in markers) - min(seen.right for seen in markers) < 0.01
        assert min(seen.x for seen in markers) >= 0
        assert len({seen.x for seen in numbered if seen not in markers}) == 1

    def test_bullets(self) -> None:
        assert set_block(FEW[:2], block(marker=Marker.BULLETS)).texts == [
            "•",
            "Person 1",
            "•",
            "Person 2",
        ]

    def test_a_heading_never_stands_alone_at_the_foot_of_a_page(self) -> None:
        for lines in range(25, 40):
            people = [
                each._replace(group="A" if each.sign_on_id <= lines else "B") for each in MANY[:60]
            ]
            settings = replace(block(spacing=Spacing.TIGHT, columns=1), grouping=Grouping.GROUP)
            seen = set_block(people, settings).seen
            heading = next(each for each in seen if each.text == "B")
            first = next(each for each in seen if each.text == f"Person {lines + 1}")
            assert heading.page == first.page

    @pytest.mark.parametrize("form", [Form.LINES, Form.TABLE, Form.CARDS, Form.TO_SIGN])
    def test_the_heading_of_a_group_comes_again_on_each_page_that_it_goes_on_to(
        self, form: Form
    ) -> None:
        people = [each._replace(group="A") for each in MANY]
        groups = (GroupSettings("A", "**Bodies** ({count})"),)
        settings = replace(block(form=form), grouping=Grouping.GROUP, groups=groups)
        made = set_block(people, settings)
        pages = len(made.pages)
        assert pages > 2
        headings = [seen for seen in made.seen if seen.text.startswith("Bodies")]
        assert [seen.text for seen in headings] == [
            "Bodies (200)",
            *["Bodies (continued)"] * (pages - 1),
        ]
        assert [seen.page for seen in headings] == [*range(1, pages + 1)]
        assert all(seen.y == 0 for seen in headings)
        once = set_block(people, replace(settings, continued=False))
        assert [text for text in once.texts if text.startswith("Bodies")] == ["Bodies (200)"]

    def test_no_heading_comes_again_over_a_list_without_one_or_a_paragraph(self) -> None:
        assert not any("continued" in text for text in set_block(MANY, block()).texts)
        people = [each._replace(group="A") for each in MANY]
        paragraph = replace(block(form=Form.RUN_IN, size=30.0), grouping=Grouping.GROUP)
        made = set_block(people, paragraph)
        assert len(made.pages) > 1
        assert not any("continued" in text for text in made.texts)

    @pytest.mark.parametrize("layout", [{}, {"columns": 2}, {"form": Form.TABLE}])
    def test_the_count_keeps_with_the_last_entries(self, layout: dict[str, object]) -> None:
        for lines in range(26, 60):
            settings = replace(block(**layout, spacing=Spacing.TIGHT), count_line=True)
            seen = set_block(MANY[:lines], settings).seen
            count = next(each for each in seen if each.text.endswith("organisations"))
            last = next(each for each in seen if each.text.endswith(f" {lines}"))
            assert count.page == last.page, lines

    def test_in_a_right_to_left_letter_all_entries_and_numbers_stand_right(self) -> None:
        people = [ARABIC, signatory(10, "Amal 2020")]
        seen = set_block(people, block(marker=Marker.NUMBERS), "ar").seen
        numbers = [each for each in seen if len(each.text) == 2]
        entries = [each.right for each in seen if len(each.text) > 2]
        assert len(numbers) == len(entries) == 2
        assert max(entries) - min(entries) < 0.01
        assert all(number.x > max(entries) for number in numbers)

    def test_an_entry_is_never_parted(self) -> None:
        people = [each._replace(organisation="Body " * 30) for each in MANY[:60]]
        seen = set_block(people, block(pattern="{name}, {organisation}", columns=2)).seen
        pages = {each.page for each in seen}
        begun = [each for each in seen if each.text.startswith("Person")]
        assert len(pages) > 1
        assert len(begun) == 60
        for page in pages:
            top = min(
                (each for each in seen if each.page == page), key=lambda each: (each.y, each.x)
            )
            assert top.text.startswith("Person")

    def test_looks_and_a_footnote_at_the_foot_of_the_page(self) -> None:
        people = [FEW[0]._replace(footnote="Speaks for **12** members."), FEW[1]]
        found = set_block(people, block(pattern="**{name}**, {organisation}"))
        assert found.texts[:2] == ["Person 1, Body 1¹", "Person 2, Body 2"]
        assert found.texts[-1] == "¹ Speaks for **12** members."
        words = {word.text: word.style for page in found.pages for word in _words(page)}
        assert words["Person"].bold
        assert not words["Body"].bold

    def test_han_shapes_follow_the_country_of_each_entry(self) -> None:
        people = [signatory(1, "直", country_code="JP"), signatory(2, "直", country_code="CN")]
        found = set_block(people, block())
        assert [word.style.country for page in found.pages for word in _words(page)] == ["JP", "CN"]


def _words(page: object) -> list[object]:
    return [
        word
        for placed in page.placed  # type: ignore[attr-defined]
        for line in placed.galley.lines[placed.first : placed.end]
        for word in getattr(line, "words", ())
        if word.text.strip()
    ]


class TestRunIn:
    def test_entries_follow_each_other_in_one_paragraph(self) -> None:
        settings = block(form=Form.RUN_IN, separator=Separator.SEMICOLON)
        assert set_block(FEW[:3], settings).texts == ["Person\xa01; Person\xa02; Person\xa03"]

    def test_no_line_ends_inside_a_name_or_behind_a_number(self) -> None:
        settings = block(form=Form.RUN_IN, marker=Marker.NUMBERS)
        lines = set_block(MANY, settings).texts
        assert len(lines) > 10
        for line in lines:
            assert line.split(".")[0].isdigit()
            assert line.rstrip(", ")[-1].isdigit()

    def test_one_that_runs_left_draws_no_other_along(self) -> None:
        (line,) = set_block([ARABIC, FEW[0]], block(form=Form.RUN_IN, marker=Marker.NUMBERS)).texts
        assert line.replace("\xa0", " ").startswith("1. ")
        assert line.replace("\xa0", " ").endswith(", 2. Person 1")


class TestTables:
    COLUMNS = ("number", "organisation", "country")

    def test_columns_stand_side_by_side_and_the_last_country_at_the_right(self) -> None:
        found = set_block(FEW, block(form=Form.TABLE, table_columns=self.COLUMNS))
        rows: dict[float, list[str]] = {}
        for seen in found.seen:
            rows.setdefault(round(seen.y), []).append(seen.text)
        assert next(iter(rows.values())) == ["No.", "Organisation", "Country"]
        assert [*rows.values()][1:] == [[str(n), f"Body {n}", "Kenya"] for n in range(1, 8)]
        countries = [seen.right for seen in found.seen if seen.text == "Kenya"]
        assert countries == pytest.approx([found.look.paper.measure] * 7, abs=0.1)

    def test_the_header_comes_again_on_every_page(self) -> None:
        found = set_block(MANY, block(form=Form.TABLE, table_columns=self.COLUMNS))
        heads = [seen.page for seen in found.seen if seen.text == "Organisation"]
        assert heads == [*range(1, len(found.pages) + 1)]
        assert len(heads) > 3

    def test_no_text_leaves_its_column_and_a_narrow_one_is_not_squeezed(self) -> None:
        long = "An Organisation with Quite a Long Name for a Column of a Table " * 2
        people = [each._replace(organisation=long, role="Role") for each in FEW]
        columns = ("number", "name", "role", "organisation")
        found = set_block(people, block(form=Form.TABLE, table_columns=columns))
        seen = [each for each in found.seen if each.text != "No."]
        starts = sorted({round(each.x, 1) for each in seen if not each.text.isdigit()})
        assert len(starts) == 3
        assert max(each.right for each in seen) <= found.look.paper.measure + 0.1
        assert {each.text for each in seen} >= {f"Person {n}" for n in range(1, 8)}

    def test_one_long_cell_does_not_make_all_others_wrap(self) -> None:
        long = "Rivers and Wells of the Upper Valleys, and Lakes"
        people = [
            signatory(n, f"P{n}", organisation=f"{long} {n}", country="Peru") for n in range(1, 17)
        ]
        odd = "all States of the region that drink from the river, and some of those beside them"
        people[3] = people[3]._replace(country=odd)
        texts = set_block(people, block(form=Form.TABLE)).texts
        whole = [text for text in texts if text.startswith(long)]
        assert len(whole) == len(people)

    def test_tables_of_several_groups_have_the_same_columns(self) -> None:
        people = [
            FEW[0]._replace(organisation="Well"),
            FEW[1]._replace(organisation="Rivers and Wells of the Upper Valleys", country="Congo"),
        ]
        settings = replace(
            block(form=Form.TABLE, table_columns=("organisation", "name", "country")),
            grouping=Grouping.GROUP,
        )
        seen = set_block(people, settings).seen
        assert len({each.x for each in seen if each.text == "Name"}) == 1

    def test_zebra_and_rules(self) -> None:
        zebra = set_block(FEW, block(form=Form.TABLE, zebra=True))
        assert len(zebra.drawn(Shade)) == 4
        assert len(zebra.drawn(Stroke)) == 1
        framed = set_block(FEW, block(form=Form.TABLE, rules=Rules.ALL))
        assert len(framed.drawn(Stroke)) == 9
        assert len(framed.drawn(Upright)) == 8 * 4
        assert len(set_block(FEW, block(form=Form.TABLE, rules=Rules.ROWS)).drawn(Upright)) == 0

    def test_text_that_runs_left_stands_where_the_column_begins(self) -> None:
        found = set_block(
            [FEW[0], ARABIC], block(form=Form.TABLE, table_columns=("name", "country"))
        )
        first, second = (
            seen for seen in found.seen if seen.text in {"Person 1", "أحمد مثال", "مثال أحمد"}
        )
        assert first.x == pytest.approx(second.x)

    def test_in_a_right_to_left_letter_the_first_column_is_the_rightmost(self) -> None:
        found = set_block(FEW, block(form=Form.TABLE, table_columns=self.COLUMNS), "ar")
        by_text = {seen.text: seen for seen in found.seen}
        assert by_text["1"].x > by_text["Body 1"].x > by_text["Kenya"].x
        assert by_text["Kenya"].x == pytest.approx(0, abs=0.1)

    def test_a_table_of_nobody_has_a_header(self) -> None:
        chosen = (GroupSettings("A"),)
        settings = replace(block(form=Form.TABLE), grouping=Grouping.GROUP, groups=chosen)
        assert set_block([], settings).texts == []

    def test_a_footnote_in_a_table(self) -> None:
        found = set_block([FEW[0]._replace(footnote="Founding member.")], block(form=Form.TABLE))
        assert "Body 1¹" in found.texts
        assert found.texts[-1] == "¹ Founding member."


class TestPictures:
    def test_cards_have_a_rule_above_and_their_lines(self) -> None:
        found = set_block(
            FEW, block(form=Form.CARDS, columns=2, pattern="**{name}**\n{organisation}")
        )
        assert len(found.drawn(Stroke)) == 7
        assert found.texts[:2] == ["Person 1", "Body 1"]

    def test_lines_to_sign_leave_room_above_the_line_also_at_the_top_of_a_page(self) -> None:
        found = set_block(MANY[:40], block(form=Form.TO_SIGN, columns=2, signing_room=50.0))
        assert len(found.drawn(Stroke)) == 40
        tops = [seen.y for seen in found.seen if seen.page == 2]
        assert min(tops) > 50

    def test_logos_of_one_area_by_factor_and_names_for_those_without(self) -> None:
        people = [
            FEW[0]._replace(logo="wide"),
            FEW[1]._replace(logo="high"),
            FEW[2]._replace(logo="wide", logo_scale=0.5, logo_shift=0.25),
            FEW[3],
        ]
        found = set_block(people, block(form=Form.LOGOS, logo_area=300.0), images=IMAGES)
        wide, high, small = found.drawn(Picture)
        assert wide.width * wide.height == pytest.approx(high.width * high.height)
        assert small.width == pytest.approx(wide.width / 2)
        assert small.top + small.height / 2 > wide.top + wide.height / 2
        assert found.texts == ["Person 4"]

    def test_a_logo_beside_its_line_and_a_scanned_signature_above_it(self) -> None:
        people = [FEW[0]._replace(logo="wide", signature="high"), FEW[1]]
        beside = set_block(people, block(logos=True), images=IMAGES)
        assert [picture.image for picture in beside.drawn(Picture)] == [WIDE]
        assert len({seen.x for seen in beside.seen}) == 1
        mirrored = set_block(people, block(logos=True), "ar", images=IMAGES)
        (logo,) = mirrored.drawn(Picture)
        assert logo.x > max(seen.right for seen in mirrored.seen)
        above = set_block(people, block(signatures=True, columns=2), images=IMAGES)
        (picture,) = above.drawn(Picture)
        assert picture.image == HIGH
        assert [seen.y for seen in above.seen] == pytest.approx([picture.height] * 2)

    def test_a_scanned_signature_makes_room_only_where_it_stands(self) -> None:
        people = [FEW[0], FEW[1]._replace(signature="high"), *FEW[2:6]]
        tight = {"signatures": True, "spacing": Spacing.TIGHT}
        below = set_block(people, block(**tight), images=IMAGES)
        (scan,) = below.drawn(Picture)
        steps = [lower.y - upper.y for upper, lower in pairwise(below.seen)]
        assert steps == pytest.approx([15 + scan.height, 15, 15, 15, 15])
        across = set_block(people, block(**tight, columns=2, fill=Fill.ACROSS), images=IMAGES)
        rows = [seen.y for seen in across.seen]
        assert rows == pytest.approx([0, 0, *(scan.height + step for step in (15, 15, 30, 30))])

    def test_the_count_stands_apart_and_below_the_names(self) -> None:
        people = [each._replace(logo="wide") for each in FEW]
        settings = replace(block(logos=True), count_line=True)
        *names, count = set_block(people, settings, images=IMAGES).seen
        assert count.x == names[-1].x
        assert count.y - names[-1].y >= 30

    @pytest.mark.parametrize("layout", [{"form": Form.LOGOS}, {"form": Form.LOGOS, "columns": 3}])
    def test_a_logo_of_any_area_and_factor_stays_on_its_page(
        self, layout: dict[str, object]
    ) -> None:
        people = [FEW[0]._replace(logo="high", logo_scale=5.0), *FEW[1:]]
        found = set_block(people, block(**layout, logo_area=10_000.0), images=IMAGES)
        (logo,) = found.drawn(Picture)
        assert logo.height <= found.look.paper.height / 3
        assert logo.width / logo.height == pytest.approx(0.5)

    @pytest.mark.parametrize("form", Form)
    def test_every_form_prints_each_footnote(self, form: Form) -> None:
        people = [
            FEW[0]._replace(logo="wide", footnote="Founding member."),
            FEW[1]._replace(organisation="", country="", footnote="Since May."),
        ]
        settings = block(form=form, table_columns=("number", "organisation", "country"))
        texts = set_block(people, settings, images=IMAGES).texts
        assert {"¹ Founding member.", "² Since May."} <= {*texts}
        assert sum(text.count("¹") for text in texts) == 2

    @pytest.mark.parametrize("form", [Form.LINES, Form.CARDS, Form.TO_SIGN, Form.RUN_IN])
    def test_bullets_and_numbers_stand_in_every_form_that_has_them(self, form: Form) -> None:
        bullets = "".join(set_block(FEW[:2], block(form=form, marker=Marker.BULLETS)).texts)
        numbers = "".join(set_block(FEW[:2], block(form=form, marker=Marker.NUMBERS)).texts)
        assert bullets.count("•") == 2
        assert "1." in numbers
        assert "2." in numbers


def test_count_only_prints_no_name() -> None:
    settings = replace(block(), place=Place.COUNT_ONLY)
    assert set_block(FEW, settings).texts == ["7 organisations"]


def test_a_long_word_shrinks_and_is_told() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    found = set_block([signatory(1, word)], block(columns=2, size=14.0))
    assert found.texts == [word]
    assert [finding.text for finding in found.setter.take_findings()] == [word]
