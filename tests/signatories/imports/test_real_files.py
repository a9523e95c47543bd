"""Every real file: its header, its rows, what was left out and some of its cells, as counted by looking into it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from signatories.errors import Refused
from signatories.imports.contents import content_of
from signatories.imports.planned import ImportRequest
from signatories.sources import opening
from signatories.sources.documents import How

A_LETTER = 1  # reading asks no workspace about it
LISTED: Mapping[str, str] = {}  # lines have no columns


@dataclass(frozen=True)
class Expected:
    """What a person sees in a file. `lines` are those of the first and the last record."""

    file: str
    kind: str
    header_row: int | None
    rows: int
    lines: tuple[int, int]
    mapping: Mapping[str, str]
    cells: Mapping[int, Mapping[str, str]]
    left_out: tuple[int, ...] = ()
    header_rows: int = 1
    sheet: str | None = None
    encoding: str = "utf-8"
    request: Mapping[str, Any] = field(default_factory=dict)


SIGN_ONS = {"letter_id": A_LETTER}
MEMBERS = {
    "Name (EN)": "name",
    "ISO3": "country",
}
HXL = {"Organización": "name", "País": "country", "Departamento/Provincia/Estado": "region"}

FILES = [
    Expected(
        "spreadsheets/blank-line.ods",
        *("people", 1, 3, (2, 5)),
        {"Name": "name"},
        {3: {"name": "Jane", "Age": "23", "When": "2012-01-01"}, 5: {"name": "Ian"}},
        request={"as_": "people"},
    ),
    Expected(
        "spreadsheets/ecosoc-status-granted.xlsx",
        *("organisations", 1, 6196, (2, 6197)),
        {"NGO_name": "name"},
        {
            2: {"name": "11197240 Canada Association", "Session_number": "2024-06-14"},
            488: {"name": "Global Action for Trans* Equality, Inc."},
            2399: {"name": "", "Session_number": "2018-02-23"},  # nobody is named in that row
            3458: {"name": "Total Quality Management Magazine"},  # no total, a body
        },
    ),
    Expected(
        "spreadsheets/hxl-merged.xlsx",
        *("organisations", 2, 4, (4, 7)),
        HXL,
        {
            5: {"name": "UNICEF", "country": "Colombia", "¿Cuándo?": "1 March 2015"},
            6: {"name": "UNICEF", "country": "Colombia", "region": "Chocó"},
            7: {"name": "OMS", "country": "Venezuela", "¿Cuándo?": "1 March 2015"},
        },
        left_out=(1, 3),  # the headings of columns, the hashtags
    ),
    Expected(
        "spreadsheets/hxl-two-headers.xlsx",
        *("organisations", 2, 4, (3, 6)),
        HXL,
        {3: {"name": "ACNUR", "¿Cuándo?": "1 March 2015"}, 5: {"name": "UNICEF", "Hombres": "250"}},
        left_out=(1,),
    ),
    Expected(
        "spreadsheets/hxl-two-headers.xlsx",
        *("sign-ons", 2, 4, (4, 7)),
        {"Organización": "organisation", "País": "country", "¿Cuándo?": "date"},
        {6: {"organisation": "UNICEF", "country": "Colombia", "date": "1 March 2015"}},
        left_out=(1, 3),
        sheet="input-quality-hxl",
        request=SIGN_ONS,
    ),
    Expected(
        "spreadsheets/hxl-two-headers.xls",
        *("organisations", 2, 4, (3, 6)),
        HXL,
        {5: {"name": "UNICEF", "country": "Colombia", "¿Cuándo?": "1 March 2015"}},
        left_out=(1,),
    ),
    Expected(
        "spreadsheets/hxl-two-headers.xls",
        *("organisations", 2, 4, (4, 7)),
        HXL,
        {4: {"name": "ACNUR", "Hombres": "100"}},
        left_out=(1, 3),
        sheet="input-quality-hxl",
    ),
    Expected(
        "spreadsheets/un-members-cp1252-semicolon.csv",
        *("recipients", 1, 194, (2, 195)),
        MEMBERS,
        {4: {"name": "Algeria", "Official name": "République démocratique et populaire d'Algérie"}},
        encoding="cp1252",
    ),
    Expected(
        "spreadsheets/un-members-shift-jis.csv",
        *("recipients", 1, 194, (2, 195)),
        MEMBERS,
        {195: {"name": "Zimbabwe", "country": "ZWE", "Official name": "ジンバブエ共和国"}},
        encoding="cp932",
    ),
    Expected(
        "spreadsheets/utf-16le.csv",
        *("organisations", 1, 327, (2, 328)),
        {"Organisation_name": "name"},
        {328: {"name": "St Andrews Healthcare - Nottinghamshire", "Organisation_code": "NYA04"}},
        encoding="utf-16",
    ),
    Expected(
        "spreadsheets/spanish-latin1.csv",
        *("organisations", 1, 114, (2, 118)),  # three of the rows go over two lines
        {"GF": "name"},
        {44: {"name": "Desarrollo Social", "GF_ID": "2"}, 118: {"SF_ID": "2"}},
        left_out=(120,),  # the source
        encoding="cp1252",
        request={"as_": "organisations", "overrides": {"GF": "name"}},
    ),
    Expected(
        "spreadsheets/title-rows-above-header.csv",
        *("organisations", 12, 50, (14, 72)),
        {"Column A": "name"},
        {
            14: {
                "name": "      Gefäßchirurgie",
                "2010": "733",
                "Group": "Chirurgie (ohne Orthopädie)",
            },
            72: {"name": "      Strahlentherapie", "1985": ".", "Group": "Radiologie"},
        },
        left_out=(
            *(3, 4, 6, 7, 8, 9),  # titles
            *(13, 22, 26, 30, 45, 60, 62, 65, 67, 69),  # headings
            *(74, 75, 76, 78, 79, 81, 82, 83, 85, 86, 88, 89, 90, 92, 93, 94),  # notes
        ),
        request={"as_": "organisations", "overrides": {"Column A": "name"}},
    ),
    Expected(
        "letters/coara-signatories.csv",
        *("sign-ons", 1, 2501, (2, 2502)),
        {"Country": "country", "Organization": "organisation"},
        {2502: {"country": "Zimbabwe", "organisation": "Zimbabwe Young Academy of Sciences"}},
        request=SIGN_ONS,
    ),
    Expected(
        "letters/owinfs-2020-endorsers.csv",
        *("sign-ons", 1, 400, (2, 401)),
        {
            "section": "group",
            "organisation": "organisation",
            "description_or_country": "description",
        },
        {
            2: {"organisation": "ActionAid International"},
            401: {"description": "Zimbabwe", "group": "National Organizations :"},
        },
        request=SIGN_ONS,
    ),
    Expected(
        "letters/owinfs-members.csv",
        *("organisations", 1, 200, (2, 201)),
        {"organisation": "name", "country": "country"},
        {
            2: {"country": "Belgium"},
            201: {"name": "WZB Berlin Social Science Center", "country": "Germany"},
        },
    ),
    Expected(
        "letters/tcc-signatories-by-constituency.csv",
        *("sign-ons", 1, 538, (2, 539)),
        {"signatory": "entry"},
        {2: {"entry": "St.Albans Friends of the Earth"}},
        request=SIGN_ONS,
    ),
    Expected(
        "letters/pmpc-organisations.json",
        *("organisations", 0, 237, (1, 237)),
        {"name": "name", "url": "website"},
        {2: {"name": "ADULLACT", "kind": "national_ngo", "website": "http://adullact.org/"}},
        request={"as_": "organisations"},
    ),
    Expected(
        "letters/joint-letter-to-missions.txt",
        *("sign-ons", None, 11, (37, 56)),
        LISTED,
        {37: {}},
        (1, 2, 5, 9, *range(11, 14), *range(15, 20), *range(21, 27), *range(28, 31), 32, 34),
        request=SIGN_ONS,
    ),
    Expected(
        "letters/cso-letter-unctad-2021.html",
        *("sign-ons", None, 4, (19, 22)),
        LISTED,
        {
            19: {"entry": "…, on behalf of the Third World Network (TWN)"},
            22: {"entry": "…, on behalf of Our World Is Not for Sale (OWINFS) global network"},
        },
        (*range(1, 19), 23, 24),
        request=SIGN_ONS,
    ),
    Expected(
        "letters/owinfs-2012-letter.html",
        *("sign-ons", None, 203, (2, 205)),
        LISTED,
        {
            2: {"entry": "ACORD", "group": "International Organizations"},
            205: {
                "entry": "Zwartkops Conservancy, South Africa",
                "group": "National Organizations",
            },
        },
        left_out=(1, 51),  # the two headings
        request=SIGN_ONS,
    ),
    Expected(
        "letters/owinfs-2020-letter.html",
        *("sign-ons", None, 400, (3, 403)),
        {"Column B": "organisation", "Group": "group"},
        {
            3: {
                "organisation": "ActionAid International",
                "group": "International and Regional Networks",
            },
            403: {"group": "National Organizations"},
        },
        left_out=(1, 2, 88),  # what the list is, and its two headings
        request=SIGN_ONS,
        header_rows=0,
    ),
    Expected(
        "recipients/missions-new-york-A-D.csv",
        *("recipients", 1, 51, (2, 246)),
        {
            "MC_Entity": "country",
            "MC_Address": "address",
            "MC_UNCorrespondenceLanguage": "language",
            "MC_eMail": "email",
        },
        {
            6: {"MC_Telephone": "212-249-2059\n212-249-5654"},
            242: {"country": "DOMINICA", "language": "English"},
        },
    ),
    Expected(
        "recipients/treaty-opsc-2015.csv",
        *("treaty", 1, 178, (2, 179)),
        {"Participant": "participant", "Signature": "signature"},
        {179: {"participant": "Zimbabwe", "signature": "", "ratification": "14 Feb 2012 a"}},
    ),
    Expected(
        "recipients/treaty-crc-2015.csv",
        *("treaty", 1, 196, (2, 197)),
        {"Participant": "participant", "Signature": "signature"},
        {197: {"signature": "8 Mar 1990", "ratification": "11 Sep 1990"}},
    ),
    Expected(
        "names/person-names.txt",
        *("sign-ons", None, 172, (1, 172)),
        LISTED,
        {1: {"entry": "John Doe"}, 172: {"entry": "…da Silva"}},
        request=SIGN_ONS,
    ),
    Expected(
        "names/cldr-person-names-ja.csv",
        *("people", 1, 8, (2, 9)),
        {"surname": "family_name"},
        {3: {"long_referring_formal": "安藤一郎"}},
        request={"as_": "people"},
    ),
    Expected(
        "names/organisation-variant-groups.csv",
        *("organisations", 1, 636, (2, 637)),
        {"string": "name"},
        {637: {"name": "Zamzam Foundation"}},
        request={"as_": "organisations"},
    ),
    Expected(
        "names/affiliation-to-ror-train.json",
        *("organisations", 0, 6747, (1, 6747)),
        {"input": "name"},
        {3: {"name": "Graz University of Technology"}},
        request={"as_": "organisations"},
    ),
]


def reads(cell: str, text: str) -> bool:
    """Whether a cell is this text, or ends with what follows "…": names of persons do not belong here."""
    return cell.endswith(text[1:]) if text.startswith("…") else cell == text


@pytest.mark.parametrize(
    "expected", FILES, ids=[f"{each.file} {each.sheet or ''}".strip() for each in FILES]
)
def test_a_real_file(shared_data: Path, expected: Expected) -> None:
    source = opening.open_file(shared_data / expected.file, How(sheet=expected.sheet))
    assert source.encoding == expected.encoding
    content = content_of(source, ImportRequest(**expected.request))
    assert (content.kind, content.header_row) == (expected.kind, expected.header_row)
    assert content.mapping.items() >= expected.mapping.items()
    assert tuple(row.line for row in content.left_out) == expected.left_out
    rows = {row.line: cells for row, cells in content.rows}
    assert (len(content.rows), len(rows)) == (expected.rows, expected.rows)
    assert (content.rows[0][0].line, content.rows[-1][0].line) == expected.lines
    for line, cells in expected.cells.items():
        assert [name for name, text in cells.items() if not reads(rows[line][name], text)] == []
    if expected.mapping is not LISTED:  # around a list there may be a letter
        assert len(rows) + len(content.left_out) + expected.header_rows == len(source.rows)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        # A grid of single letters, a budget, and a count of physicians: nobody stands in them.
        (
            "spreadsheets/merged-rich-text.xls",
            "No column of .* says who the rows are.*: I, h, g, f",
        ),
        ("spreadsheets/spanish-latin1.csv", "No column of .* says who the rows are.*Gasto total"),
        ("spreadsheets/title-rows-above-header.csv", "No column of .* says who the rows are"),
        # A letter's text, its one signature in somebody's hand.
        ("letters/thank-you-letter.txt", "reads like a letter, and no list of signatures"),
        *(
            (f"letters/pmpc-letter.{language}.md", "reads like a letter")
            for language in ("en", "fr", "ja")
        ),
    ],
)
def test_a_file_without_a_list_is_refused(shared_data: Path, file: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        content_of(opening.open_file(shared_data / file), ImportRequest(**SIGN_ONS))


def test_two_words_in_a_file_are_one_line_and_no_table(shared_data: Path) -> None:
    source = opening.open_file(shared_data / "spreadsheets/utf8-bom.csv")
    content = content_of(source, ImportRequest(**SIGN_ONS))
    assert [(row.line, dict(cells)) for row, cells in content.rows] == [
        (1, {"entry": "kitten,win"})
    ]


@pytest.mark.parametrize(
    ("file", "groups"),
    [
        ("letters/owinfs-2012-letter.html", [49, 154]),
        ("letters/owinfs-2020-letter.html", [85, 315]),
        ("letters/owinfs-2020-endorsers.csv", [85, 315]),
    ],
)
def test_groups_of_a_real_list_keep_their_members(
    shared_data: Path, file: str, groups: list[int]
) -> None:
    content = content_of(opening.open_file(shared_data / file), ImportRequest(**SIGN_ONS))
    counted = Counter(cells["group"] for _, cells in content.rows)
    assert list(counted.values()) == groups
