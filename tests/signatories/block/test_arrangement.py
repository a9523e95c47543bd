"""A list laid out: groups, numbers, headings, what stands above and below, what is withheld or left out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from signatories.block.arrangement import Arrangement, arrange
from signatories.block.entries import Lot
from signatories.block.pieces import Piece
from signatories.block.reducing import reduced
from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule, Reduced
from signatories.block.signatory import Counts, Signatory
from signatories.errors import Refused
from signatories.models import Capacity
from signatories.models.block import Form, Grouping, Late, Marker, Order, Place, Reduction
from tests.signing import SIGNED, signatory

DAY = dt.date(2026, 4, 30)
FOUR = (
    signatory(1, "Ada", organisation="Alpha", country="Kenya", country_code="KE", group="Global"),
    signatory(
        2, "Ben", organisation="Beta", country="Germany", country_code="DE", group="National"
    ),
    signatory(3, "Cem", organisation="Gamma", country="Kenya", country_code="KE", group="National"),
    signatory(4, "Dan", organisation="Delta", group="Regional"),
)
NUMBERED = Layout(marker=Marker.NUMBERS)


def laid_out(
    signatories: Sequence[Signatory],
    settings: BlockSettings,
    language: str = "en",
    limit: int | None = None,
) -> Arrangement:
    return arrange(signatories, settings, language, as_of=DAY, limit=limit)


def shown(arrangement: Arrangement) -> dict[str, list[str]]:
    """The lines with their numbers, by heading."""
    return {
        section.heading: [
            entry.text if entry.number is None else f"{entry.number}. {entry.text}"
            for entry in section.entries
        ]
        for section in arrangement.sections
    }


def test_a_block_without_choices_is_one_list_in_the_given_order() -> None:
    found = laid_out(FOUR, BlockSettings())
    assert shown(found) == {"": ["Ada, Alpha", "Ben, Beta", "Cem, Gamma", "Dan, Delta"]}
    assert (found.heading, found.above, found.below, found.notes) == ("", (), (), ())
    assert found.counts == Counts(4, 4, 0, 2, 0)


def test_nobody_signed() -> None:
    found = laid_out((), BlockSettings(count_line=True, layout=NUMBERED))
    assert [*found.entries] == []


def test_the_withheld_are_counted_apart_and_shown_nowhere() -> None:
    lines = [FOUR[0]._replace(withheld=True), *FOUR[1:]]
    settings = BlockSettings(
        layout=NUMBERED, count_line=True, grouping=Grouping.GROUP, heading="Signatories ({count})"
    )
    found = laid_out(lines, settings)
    assert shown(found) == {
        "National": ["1. Ben, Beta", "2. Cem, Gamma"],
        "Regional": ["3. Dan, Delta"],
    }
    assert found.heading == "Signatories (3)"
    assert found.below == ("3 organisations from 2 countries, and 1 whose name is withheld",)


@pytest.mark.parametrize(
    ("grouping", "language", "headings"),
    [
        (Grouping.GROUP, "en", ["Global", "National", "Regional"]),
        (Grouping.COUNTRY, "en", ["", "Germany", "Kenya"]),
        (Grouping.COUNTRY, "fr", ["", "Allemagne", "Kenya"]),
        (Grouping.CAPACITY, "fr", ["Organisations"]),
    ],
)
def test_groups_follow_the_alphabet_of_their_words(
    grouping: Grouping, language: str, headings: list[str]
) -> None:
    found = laid_out(FOUR, BlockSettings(grouping=grouping), language)
    assert [section.heading for section in found.sections] == headings


def test_a_country_is_called_as_printed_where_that_is_a_name_of_its_own() -> None:
    lines = [signatory(country="Our Islands", country_code="KE"), signatory(2, country="Elsewhere")]
    found = laid_out(lines, BlockSettings(grouping=Grouping.COUNTRY), "fr")
    assert [section.heading for section in found.sections] == ["Elsewhere", "Our Islands"]


def test_groups_by_capacity_language_and_a_column_have_words() -> None:
    personal = signatory(
        capacity=Capacity.PERSONAL, language="fr", kind="network", extra={"Seat": "North"}
    )
    for grouping, words in {
        Grouping.CAPACITY: "In a personal capacity",
        Grouping.LANGUAGE: "French",
        Grouping.KIND: "network",
        Grouping.EXTRA: "North",
    }.items():
        settings = BlockSettings(grouping=grouping, grouping_column="Seat")
        assert laid_out([personal], settings).sections[0].heading == words


def test_chosen_groups_stand_first_with_their_own_heading_layout_and_order() -> None:
    national = GroupSettings(
        "National", "*{group}* ({count})", Layout(marker=Marker.BULLETS), OrderRule(Order.GIVEN)
    )
    settings = BlockSettings(
        grouping=Grouping.GROUP, groups=(GroupSettings("Regional"), national), layout=NUMBERED
    )
    found = laid_out([FOUR[2], FOUR[1], FOUR[0], FOUR[3]], settings)
    assert shown(found) == {
        "Regional": ["1. Dan, Delta"],
        "National (2)": ["Ben, Beta", "Cem, Gamma"],
        "Global": ["2. Ada, Alpha"],
    }
    assert found.sections[1].title == (Piece("National", italic=True), Piece(" (2)"))


def test_numbers_run_through_or_begin_anew() -> None:
    settings = BlockSettings(grouping=Grouping.GROUP, layout=NUMBERED)
    through = [entry.number for entry in laid_out(FOUR, settings).entries]
    anew = replace(settings, layout=Layout(marker=Marker.NUMBERS_PER_GROUP))
    assert through == [1, 2, 3, 4]
    assert [entry.number for entry in laid_out(FOUR, anew).entries] == [1, 1, 2, 1]


def test_a_table_has_a_cell_for_each_column() -> None:
    columns = ("number", "{organisation} ({acronym})", "country", "Seat")
    layout = Layout(form=Form.TABLE, table_columns=columns)
    lines = [FOUR[0]._replace(acronym="ALP", extra={"Seat": "North"}), FOUR[1]]
    (section,) = laid_out(lines, BlockSettings(layout=layout), "fr").sections
    assert section.head == ("Nº", "Organisation", "Pays", "Seat")
    assert [entry.cells for entry in section.entries] == [
        ("1", "Alpha (ALP)", "Kenya", "North"),
        ("2", "Beta", "Germany", ""),
    ]


def test_late_signers_stand_below_in_a_section_of_their_own() -> None:
    settings = BlockSettings(
        layout=NUMBERED, late=Late.OWN_HEADING, late_after=SIGNED + dt.timedelta(minutes=2)
    )
    found = laid_out(FOUR[::-1], settings)
    assert shown(found) == {
        "": ["1. Ben, Beta", "2. Ada, Alpha"],
        "Later signatories": ["3. Dan, Delta", "4. Cem, Gamma"],
    }


def test_a_limit_counts_those_that_are_left_out() -> None:
    settings = BlockSettings(grouping=Grouping.GROUP, count_line=True)
    found = laid_out(FOUR, settings, limit=2)
    assert shown(found) == {"Global": ["Ada, Alpha"], "National": ["Ben, Beta"]}
    assert found.below == ("and 2 more: see annex", "4 organisations from 2 countries")
    assert laid_out(FOUR, settings, limit=4).below == ("4 organisations from 2 countries",)


def test_only_the_count() -> None:
    found = laid_out(FOUR, BlockSettings(place=Place.COUNT_ONLY))
    assert (found.sections, found.below) == ((), ("4 organisations from 2 countries",))


def test_lines_above_and_below() -> None:
    settings = BlockSettings(
        as_of_line=True, notice="Contact: **us**", notice_above=True, identification_notice=True
    )
    assert laid_out(FOUR, settings).above == ("Signatories as of 30 April 2026", "Contact: **us**")
    identified = FOUR[0]._replace(capacity=Capacity.IDENTIFICATION)
    assert laid_out([identified], settings).above[2].startswith("Affiliations are given")
    below = replace(settings, notice_above=False, as_of_line=False)
    assert (laid_out(FOUR, below).above, laid_out(FOUR, below).below) == ((), ("Contact: **us**",))


def test_footnotes_are_numbered_in_printed_order() -> None:
    lines = [
        FOUR[0],
        FOUR[1]._replace(footnote="Joined by 12 members."),
        FOUR[2]._replace(footnote="2"),
    ]
    found = laid_out(lines, BlockSettings(layout=Layout(pattern="{role}")))
    assert [(entry.text, entry.note) for entry in found.entries] == [
        ("Ada, Alpha", None),  # nobody vanishes for a pattern that says nothing of them
        ("Ben, Beta", 1),
        ("Cem, Gamma", 2),
    ]
    assert found.notes == ("Joined by 12 members.", "2")


def test_a_line_of_its_own_pattern_and_slices() -> None:
    settings = BlockSettings(lines={2: "{organisation} – **{name}**"})
    entries = laid_out(FOUR, settings).sections[0].entries
    assert entries[1].pieces == (Piece("Beta – "), Piece("Ben", bold=True))
    assert [entry.text for entry in entries[-2:]] == ["Cem, Gamma", "Dan, Delta"]
    with pytest.raises(IndexError):
        entries[4]


def test_a_heading_names_only_what_it_can() -> None:
    chosen = (GroupSettings("Global", "{grup}"),)
    with pytest.raises(Refused, match="The nearest one is “group”"):
        laid_out(FOUR, BlockSettings(grouping=Grouping.GROUP, groups=chosen))


def test_a_recipient_sees_its_own_signatories_only_or_first() -> None:
    kenya = {"country": "KE", "Seat": "north "}
    only, first = Reduced("country"), Reduced("country", Reduction.FIRST)
    assert reduced(FOUR, only, kenya) == (FOUR[0], FOUR[2])
    ids = [(line.sign_on_id, line.first) for line in reduced(FOUR, first, kenya)]
    assert ids == [(1, True), (3, True), (2, False), (4, False)]
    seated = [FOUR[0], FOUR[1]._replace(extra={"Seat": "North"})]
    assert reduced(seated, Reduced("Seat"), kenya) == (seated[1],)


@pytest.mark.parametrize("column", ["constituency", "Constituency", "constituency_name", "Riding"])
def test_a_recipient_is_matched_by_what_its_column_means(column: str) -> None:
    lines = [FOUR[0], FOUR[1]._replace(extra={"constituency": "Lower Ford"})]
    recipient = {"name": "Ada Moor", column: "LOWER FORD"}
    assert reduced(lines, Reduced("constituency"), recipient) == (lines[1],)
    assert reduced(lines, Reduced("constituency"), {"village": "Lower Ford"}) == tuple(lines)


def test_those_seen_first_lead_their_groups_in_an_order_of_the_group_too() -> None:
    settings = BlockSettings(
        grouping=Grouping.GROUP,
        groups=(GroupSettings("National", order=OrderRule(Order.GIVEN)),),
        layout=Layout(pattern="{name}"),
    )
    kenya = reduced(FOUR, Reduced("country", Reduction.FIRST), {"country": "KE"})
    assert shown(laid_out(FOUR, settings)) == {
        "National": ["Ben", "Cem"],
        "Global": ["Ada"],
        "Regional": ["Dan"],
    }
    assert shown(laid_out(kenya, settings)) == {
        "National": ["Cem", "Ben"],
        "Global": ["Ada"],
        "Regional": ["Dan"],
    }
    regional = reduced(FOUR, Reduced("group", Reduction.FIRST), {"group": "Regional"})
    assert [*shown(laid_out(regional, settings))] == ["Regional", "National", "Global"]


PERSONS = (
    signatory(1, "Ada", capacity=Capacity.PERSONAL, organisation="Gamma", country="Kenya"),
    signatory(2, "Ben", capacity=Capacity.IDENTIFICATION, country="France"),
    signatory(3, "Cem", capacity=Capacity.PERSONAL, role="Judge"),
    signatory(4, "", organisation="Delta", acronym="D", country="Peru"),
    signatory(5, "Eve", organisation="Epsilon", country="Chad"),
    signatory(6, "\u200b", organisation="Zeta"),
)


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        ("{organisation}", ["Ada, Gamma", "Ben", "Cem", "Delta", "Epsilon", "Zeta"]),
        ("{name}", ["Ada", "Ben", "Cem", "Delta", "Eve", "Zeta"]),
        (
            "{country}",
            ["Ada, Kenya", "Ben, France", "Cem, Judge", "Delta, Peru", "Epsilon, Chad", "Zeta"],
        ),
        ("{acronym}", ["Ada", "Ben", "Cem", "D", "Epsilon", "Zeta"]),
        (
            "{organisation} ({acronym}), {country}",
            ["Ada, Gamma, Kenya", "Ben, France", "Cem", "Delta (D), Peru", "Epsilon, Chad", "Zeta"],
        ),
        ("**{FAMILY}**\n{country}", ["ADA\nKenya", "BEN\nFrance", "CEM", "Delta\nPeru"]),
        ("Ada and others, {country}", ["Ada and others, Kenya", "Ben, Ada and others, France"]),
    ],
)
def test_whatever_a_pattern_leaves_out_the_line_says_who_signs(
    pattern: str, lines: list[str]
) -> None:
    entries = laid_out(PERSONS, BlockSettings(layout=Layout(pattern=pattern))).entries
    assert [entry.text for entry in entries][: len(lines)] == lines


def test_a_signer_that_is_put_before_a_line_looks_like_its_beginning() -> None:
    layout = Layout(pattern="**{organisation}** – {country}")
    entry = laid_out(PERSONS[:1], BlockSettings(layout=layout)).sections[0].entries[0]
    assert entry.pieces == (Piece("Ada, Gamma", bold=True), Piece(" – Kenya"))


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (
            ("number", "organisation", "country"),
            [
                ("1", "Ada, Gamma", "Kenya"),
                ("2", "Ben", "France"),
                ("3", "Cem", ""),
                ("4", "Delta", "Peru"),
                ("5", "Epsilon", "Chad"),
                ("6", "Zeta", ""),
            ],
        ),
        (
            ("country", "name"),
            [("Kenya", "Ada"), ("France", "Ben"), ("", "Cem"), ("Peru", "Delta")],
        ),
        (("number", "country"), [("1", "Ada, Kenya"), ("2", "Ben, France"), ("3", "Cem")]),
        (("{name} ({organisation})",), [("Ada (Gamma)",), ("Ben",), ("Cem",), ("Delta",)]),
    ],
)
def test_whatever_columns_a_table_has_its_rows_say_who_signs(
    columns: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    layout = Layout(form=Form.TABLE, table_columns=columns)
    entries = laid_out(PERSONS, BlockSettings(layout=layout)).entries
    assert [entry.cells for entry in entries][: len(rows)] == rows


def test_a_line_of_its_own_stands_in_a_table_for_the_columns_that_it_says() -> None:
    layout = Layout(form=Form.TABLE, table_columns=("number", "organisation", "role", "country"))
    lines = {5: "{name} for {organisation} of {country}"}
    member = PERSONS[4]._replace(role="Chair")
    entries = laid_out([member, PERSONS[3]], BlockSettings(layout=layout, lines=lines)).entries
    assert [entry.cells for entry in entries] == [
        ("1", "Eve for Epsilon of Chad", "Chair", ""),
        ("2", "Delta", "", "Peru"),
    ]


@pytest.mark.parametrize("form", Form)
def test_an_entry_carries_its_marker_and_pictures_where_its_form_has_them(form: Form) -> None:
    layout = Layout(form, marker=Marker.BULLETS, logos=True, signatures=True)
    line = FOUR[0]._replace(logo="l", signature="s")
    entries = laid_out([line, FOUR[1]], BlockSettings(layout=layout)).entries
    found = [(e.marker, e.logo, e.signature, e.only_logo, e.shown) for e in entries]
    words = "1 Alpha Kenya" if form is Form.TABLE else "Ada, Alpha"
    by_form = {
        Form.TABLE: ("", None, None, False, words),
        Form.LOGOS: ("", "l", None, True, ""),
        Form.RUN_IN: ("•", None, None, False, words),
        Form.TO_SIGN: ("•", None, None, False, words),
    }
    assert found[0] == by_form.get(form, ("•", "l", "s", False, words))
    assert found[1][1:4] == (None, None, False)
    numbered = replace(layout, marker=Marker.NUMBERS)
    markers = [entry.marker for entry in laid_out(FOUR, BlockSettings(layout=numbered)).entries]
    assert markers == ([""] * 4 if form in {Form.TABLE, Form.LOGOS} else ["1.", "2.", "3.", "4."])


def test_a_footnote_that_says_nothing_is_none_and_one_is_one_line() -> None:
    lines = [FOUR[0]._replace(footnote=" \n"), FOUR[1]._replace(footnote="Not\nall\u202e.")]
    found = laid_out(lines, BlockSettings())
    assert [entry.note for entry in found.entries] == [None, 1]
    assert found.notes == ("Not all.",)


def test_the_mark_of_a_footnote_stands_in_the_cell_that_says_who_signs() -> None:
    layout = Layout(form=Form.TABLE, table_columns=("number", "country", "organisation"))
    line = FOUR[0]._replace(footnote="Ours.")
    (entry,) = laid_out([line], BlockSettings(layout=layout)).entries
    assert (entry.note, entry.cells[entry.noted]) == (1, "Alpha")


def test_a_group_that_is_cut_off_is_counted_whole() -> None:
    groups = (GroupSettings("National", "{group} ({count})"),)
    found = laid_out(FOUR, BlockSettings(grouping=Grouping.GROUP, groups=groups), limit=1)
    assert shown(found) == {"National (2)": ["Ben, Beta"]}


def test_a_country_of_a_name_of_its_own_does_not_stand_over_others() -> None:
    catalonia = signatory(1, "Ada", country="Catalonia", country_code="ES")
    spain = signatory(2, "Ben", country="Spain", country_code="ES")
    settings = BlockSettings(grouping=Grouping.COUNTRY)
    assert laid_out([catalonia, spain], settings).sections[0].heading == "Spain"
    assert laid_out([catalonia], settings).sections[0].heading == "Catalonia"


@pytest.mark.parametrize("recipient", [{"country": "FR"}, {"country": None}, {}])
def test_a_recipient_that_shares_its_value_with_nobody_sees_all(
    recipient: dict[str, str | None],
) -> None:
    assert reduced(FOUR, Reduced("country"), recipient) == FOUR
    withheld = (FOUR[0]._replace(country_code="FR", withheld=True), *FOUR[1:])
    assert reduced(withheld, Reduced("country"), recipient) == withheld


class TestLots:
    """What is no more than a text each comes many at a time, with the words that each entry has."""

    MANY = tuple(
        signatory(
            n,
            f"Ada\t{n} ",
            role="Chair" * (n % 2),
            organisation="" if n % 7 else f"Body {n}",
            country_code="JP" if n % 90 == 0 else None,
        )
        for n in range(1, 1203)
    )

    @pytest.mark.parametrize(
        "pattern",
        [
            "{name}, {role}, {organisation}",
            "{organisation} ({acronym}), {role}",
            "{country}",
            "{name}\n{role}, {organisation}",
        ],
    )
    def test_they_say_what_each_entry_says(self, pattern: str) -> None:
        (section,) = laid_out(self.MANY, BlockSettings(layout=Layout(pattern=pattern))).sections
        lots = list(section.entries.lots())
        assert [type(lot) for lot in lots] == [Lot, Lot, Lot]
        assert [text for lot in lots if isinstance(lot, Lot) for text in lot.texts] == [
            entry.shown for entry in section.entries
        ]
        assert [code for lot in lots if isinstance(lot, Lot) for code in lot.countries] == [
            line.country_code for line in self.MANY
        ]
        assert section.entries[777] == list(section.entries)[777]

    @pytest.mark.parametrize("marker", Marker)
    def test_they_have_the_marker_of_each_entry(self, marker: Marker) -> None:
        settings = BlockSettings(layout=Layout(marker=marker), grouping=Grouping.COUNTRY)
        for section in laid_out(self.MANY, settings).sections:
            lots = [lot for lot in section.entries.lots() if isinstance(lot, Lot)]
            assert [text for lot in lots for text in lot.markers] == [
                entry.marker for entry in section.entries if entry.marker
            ]

    @pytest.mark.parametrize(
        "layout",
        [
            Layout(logos=True),
            Layout(signatures=True),
            Layout(form=Form.TABLE),
            Layout(pattern="**{name}**"),
            Layout(pattern="{name}, *{role}*"),
        ],
    )
    def test_what_is_more_than_texts_comes_one_by_one(self, layout: Layout) -> None:
        (section,) = laid_out(self.MANY, BlockSettings(layout=layout)).sections
        lots = list(section.entries.lots())
        assert [entry for lot in lots for entry in lot] == list(section.entries)

    def test_so_does_what_stands_beside_a_footnote_or_a_line_of_its_own(self) -> None:
        noted = (*self.MANY[:3], self.MANY[3]._replace(footnote="Since May."), *self.MANY[4:])
        settings = BlockSettings(lines={1000: "{organisation} – {name}"})
        (section,) = laid_out(noted, settings).sections
        first, second, third = section.entries.lots()
        assert isinstance(third, Lot)
        assert not isinstance(first, Lot)
        assert not isinstance(second, Lot)
        assert [*first, *second] == section.entries[:1000]
        assert section.entries[999].text == "Ada 1000"
        assert section.entries[3].note == 1
