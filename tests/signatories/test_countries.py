"""States and territories: names, UN membership, and which of them a text means."""

import csv
import datetime as dt
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories import countries
from signatories.errors import NotFound
from signatories.locations import resource

BY_CODE = {
    code: countries.country(code) for code in Locale("en").territories if countries.is_code(code)
}

# Babel's codes that are no country: parts of one with a post code of their own, unions, test data.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


def table(file_name: str) -> list[dict[str, str]]:
    """The rows of one of our tables, as a maintainer sees them."""
    with resource("countries", file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found(text: str, languages: tuple[str, ...] = countries.LANGUAGES) -> str | None:
    """The code of the country that a text means."""
    country = countries.find(text, languages)
    return country and country.iso


# --- the table -----------------------------------------------------------------------------------


def test_every_country_of_the_world_is_known_once() -> None:
    codes = [row["iso"] for row in table("states.csv") + table("territories.csv")]
    assert sorted(codes) == sorted(
        code for code in Locale("en").territories if code.isalpha() and code not in NOT_COUNTRIES
    )
    assert len({country.iso3 for country in BY_CODE.values()}) == len(codes)


@pytest.mark.parametrize("language", countries.LANGUAGES)
def test_spellings_are_listed_as_babel_has_them(language: str) -> None:
    """When a newer Babel says otherwise, write its names into spellings.csv."""
    listed = {
        row["iso"]: row["name"] for row in table("spellings.csv") if row["language"] == language
    }
    names = Locale.parse(language).territories
    assert listed == {code: name for code, name in names.items() if countries.is_code(code)}


def test_states_are_the_members_and_four_others_in_english_order() -> None:
    states = countries.all_states()
    assert len(states) == 197
    assert {state.iso for state in states if state.member_since is None} == {"VA", "PS", "CK", "NU"}
    names = [state.english.alone for state in states]
    assert names[0] == "Afghanistan"
    assert names[-1] == "Zimbabwe"
    assert names[names.index("Côte d'Ivoire") - 1] == "Costa Rica"
    assert names[names.index("Türkiye") + 1] == "Turkmenistan"


def test_tables_hold_clean_text() -> None:
    for file_name in ("states.csv", "territories.csv", "names.csv", "translated.csv", "former.csv"):
        for cell in (cell for row in table(file_name) for cell in row.values()):
            assert cell == unicodedata.normalize("NFC", " ".join(cell.split()))


@pytest.mark.parametrize(
    ("iso", "language", "on", "called"),
    [
        ("SZ", "en", "2018-04-18", "Swaziland"),
        ("SZ", "en", "2018-04-19", "Eswatini"),
        ("CZ", "en", "2010-07-26", "the Czech Republic"),
        ("CZ", "fr-CA", "2010-07-26", "la République tchèque"),
        ("CZ", "de", "2010-07-26", "Tschechien"),
        ("MK", "en", "2010-07-26", "the former Yugoslav Republic of Macedonia"),
        ("GH", "en", "1800-01-01", "Ghana"),
    ],
)
def test_a_state_is_called_as_it_was_that_day(
    iso: str, language: str, on: str, called: str
) -> None:
    assert countries.name_with_article(iso, language, dt.date.fromisoformat(on)) == called


def test_a_former_name_stands_alone_with_a_capital() -> None:
    day = dt.date(2010, 7, 26)
    assert countries.name("MK", "en", day) == "The former Yugoslav Republic of Macedonia"
    assert countries.name("CZ", "en", day) == "Czech Republic"
    assert countries.name("MK", "fr", day).startswith("L'ex-République")


def test_former_names_are_found_and_are_those_of_states() -> None:
    for row in table("former.csv"):
        assert countries.country(row["iso"]).is_state
        assert found(row["en"]) == found(row["fr"]) == row["iso"]


def test_states_are_called_as_in_a_table_of_2015(shared_data: Path) -> None:
    path = shared_data / "recipients" / "treaty-opsc-2015.csv"
    with path.open(encoding="utf-8", newline="") as file:
        named = {found(row["Participant"]): row["Participant"] for row in csv.DictReader(file)}
    in_march = {
        row["iso"]: countries.name(row["iso"], "en", dt.date(2015, 3, 1))
        for row in table("former.csv")
    }
    assert in_march == {iso: named[iso] for iso in in_march}


def test_an_unknown_code_is_a_users_error() -> None:
    with pytest.raises(NotFound, match="QQ"):
        countries.country("QQ")
    assert countries.is_code("FR")
    assert not countries.is_code("fr")
    assert not countries.is_code("ZZ")


# --- membership ----------------------------------------------------------------------------------

# The United Nations' own count at the end of each year.
# fmt: off
COUNTED = {
    1945: 51, 1946: 55, 1947: 57, 1948: 58, 1949: 59, 1950: 60, 1955: 76, 1956: 80, 1957: 82,
    1958: 82, 1960: 99, 1961: 104, 1962: 110, 1964: 115, 1965: 117, 1966: 122, 1967: 123,
    1968: 126, 1970: 127, 1971: 132, 1973: 135, 1974: 138, 1975: 144, 1976: 147, 1977: 149,
    1978: 151, 1979: 152, 1980: 154, 1981: 157, 1983: 158, 1984: 159, 1990: 159, 1991: 166,
    1992: 179, 1993: 184, 1994: 185, 1999: 188, 2000: 189, 2002: 191, 2006: 192, 2011: 193,
}
# fmt: on
# Members at the end of these years that are no State of today, nor an earlier name of one.
GONE = {
    "Czechoslovakia": range(1945, 1993),
    "Yugoslavia": range(1945, 2000),
    "Democratic Yemen": range(1967, 1990),
    "the German Democratic Republic": range(1973, 1990),
}
# Years in which a State of today, admitted earlier, held no seat of its own.
INTERRUPTED = {
    "one of Egypt and Syria, then the United Arab Republic": range(1958, 1961),
    "Indonesia, which had left": range(1965, 1966),
}


@pytest.mark.parametrize("year", COUNTED)
def test_members_agree_with_the_count_of_the_united_nations(year: int) -> None:
    gone = sum(year in years for years in GONE.values())
    interrupted = sum(year in years for years in INTERRUPTED.values())
    members = countries.members(dt.date(year, 12, 31))
    assert len(members) == COUNTED[year] - gone + interrupted


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (dt.date(1945, 10, 23), 0),
        (dt.date(2010, 7, 26), 192),
        (dt.date(2011, 7, 13), 192),
        (dt.date(2011, 7, 14), 193),
        (dt.date(2026, 1, 1), 193),
    ],
)
def test_members_on_a_day(day: dt.date, count: int) -> None:
    assert len(countries.members(day)) == count


def test_membership_dates_agree_with_a_list_of_missions(shared_data: Path) -> None:
    path = shared_data / "recipients/missions-new-york-A-D.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        month, day, year = map(int, row["MC_MembershipDate"].split("/"))
        name = row["MC_EntityShort"]
        if "Ã" not in name:  # one row was decoded twice before it reached us
            country = countries.find(name)
            assert country is not None, name
            assert country.member_since == dt.date(year, month, day), name


# --- names in a letter's language ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("iso", "language", "alone", "with_article"),
    [
        ("NL", "en", "Netherlands", "the Netherlands"),
        ("GM", "en-GB", "Gambia", "the Gambia"),
        ("US", "en", "United States of America", "the United States of America"),
        ("CD", "en", "Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
        ("VA", "en", "Holy See", "the Holy See"),
        ("UA", "en", "Ukraine", "Ukraine"),
        ("CI", "en", "Côte d'Ivoire", "Côte d'Ivoire"),
        ("FO", "en", "Faroe Islands", "the Faroe Islands"),
        ("FR", "fr", "France", "la France"),
        ("AL", "fr", "Albanie", "l'Albanie"),
        ("NL", "fr-CA", "Pays-Bas", "les Pays-Bas"),
        ("CU", "fr", "Cuba", "Cuba"),
        ("IL", "fr", "Israël", "Israël"),
        ("MC", "fr_FR", "Monaco", "Monaco"),
        ("LS", "fr", "Lesotho", "le Lesotho"),
        ("CI", "fr", "Côte d'Ivoire", "la Côte d'Ivoire"),
        ("PS", "fr", "État de Palestine", "l'État de Palestine"),
        ("CH", "de", "Schweiz", "Schweiz"),
        ("JP", "ja", "日本", "日本"),
        ("VA", "es", "Santa Sede", "Santa Sede"),
        ("PS", "pt-BR", "Estado da Palestina", "Estado da Palestina"),
        ("PS", "zh", "巴勒斯坦国", "巴勒斯坦国"),
        ("PS", "zh-TW", "巴勒斯坦自治區", "巴勒斯坦自治區"),
        ("DE", "xx", "Germany", "Germany"),
        ("DE", "", "Germany", "Germany"),
    ],
)
def test_short_names(iso: str, language: str, alone: str, with_article: str) -> None:
    assert countries.name(iso, language) == alone
    assert countries.name_with_article(iso, language) == with_article


@pytest.mark.parametrize(
    ("iso", "language", "alone", "with_article"),
    [
        ("FR", "en", "French Republic", "the French Republic"),
        ("FR", "fr", "République française", "la République française"),
        ("IR", "en", "Islamic Republic of Iran", "the Islamic Republic of Iran"),
        ("LU", "fr", "Grand-Duché de Luxembourg", "le Grand-Duché de Luxembourg"),
        ("IL", "fr", "État d'Israël", "l'État d'Israël"),
        ("CA", "en", "Canada", "Canada"),
        ("CA", "fr", "Canada", "le Canada"),
        ("FR", "de", "Frankreich", "Frankreich"),
    ],
)
def test_official_names(iso: str, language: str, alone: str, with_article: str) -> None:
    assert countries.official_name(iso, language) == alone
    assert countries.official_name_with_article(iso, language) == with_article


@pytest.mark.parametrize(
    "row", table("translated.csv"), ids=lambda row: f"{row['iso']}-{row['language']}"
)
def test_our_translations_come_before_those_of_babel(row: dict[str, str]) -> None:
    assert countries.name(row["iso"], row["language"]) == row["name"]


# --- which country a text means ------------------------------------------------------------------


@pytest.mark.parametrize("country", BY_CODE.values(), ids=list(BY_CODE))
def test_a_country_is_found_by_each_of_its_names_and_codes(country: countries.Country) -> None:
    names = [country.english, country.french, country.official_english, country.official_french]
    for text in (
        country.iso,
        country.iso3,
        *(n.alone for n in names),
        *(n.with_article for n in names),
    ):
        assert found(text, ()) == country.iso


@pytest.mark.parametrize("row", table("names.csv"), ids=lambda row: row["name"])
def test_every_other_name_finds_its_one_country(row: dict[str, str]) -> None:
    assert found(row["name"], ()) == row["iso"]


@pytest.mark.parametrize("text", ["Congo", "The Congo", "CONGO", "Congo 3", "Republic of Congo"])
def test_the_congo_is_not_the_other_one(text: str) -> None:
    assert found(text) == "CG"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Bahamas, The", "BS"),
        ("Korea, Republic of", "KR"),
        ("Korea, Dem. People's Rep. of", "KP"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Dem. Rep.", "CD"),
        ("Macedonia, The former Yugoslav Republic of", "MK"),
        ("Egypt, Arab Rep.", "EG"),
        ("CÔTE D’IVOIRE", "CI"),
        ("Cote dIvoire", "CI"),
        ("Cote d Ivoire", "CI"),
        ("China 1, 2", "CN"),
        ("Serbia*", "RS"),
        ("Iran (Islamic Republic of)¹", "IR"),
        ("Netherlands (2)", "NL"),
        ("  Viet\u00a0Nam ", "VN"),
        ("Trinidad & Tobago", "TT"),
        ("St Vincent and the Grenadines", "VC"),
        ("Cook Is.", "CK"),
        ("TÜRKİYE", "TR"),
        ("l’Albanie", "AL"),
        ("U.S.A.", "US"),
        ("U.S.", "US"),
        ("Guinea", "GN"),
        ("Niger", "NE"),
        ("Dominica", "DM"),
        ("Dominican Rep.", "DO"),
    ],
)
def test_spellings(text: str, iso: str) -> None:
    assert found(text, ()) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Deutschland", "DE"),
        ("España", "ES"),
        ("日本", "JP"),
        ("РОССИЯ", "RU"),
        ("مصر", "EG"),
        ("Südkorea", "KR"),
        ("Santa Sede", "VA"),
        ("Congo - Kinshasa", "CD"),
    ],
)
def test_names_in_other_languages(text: str, iso: str) -> None:
    assert found(text) == iso


def test_other_languages_are_as_asked() -> None:
    assert found("Ujerumani") is None
    assert found("Ujerumani", ("sw",)) == "DE"
    assert found("Kongo", ("pl",)) == "CG"
    assert found("Kongo", ("nb",)) == "CD"


@pytest.mark.parametrize(
    "text",
    [
        *("Korea", "Macedonia", "Yugoslavia", "Czechoslovakia", "Virgin Islands", "Kongo"),
        *("Republic of China", "China, Republic of", "America", "Linde", "us", "in", "de"),
        *("", " ", "1", "*", "Friends of the Earth", "International", "Geneva"),
    ],
)
def test_what_names_no_country_or_two_is_not_guessed(text: str) -> None:
    assert found(text) is None


@st.composite
def typed_names(draw: st.DrawFn) -> tuple[str, str]:
    """A country's code, and its name as keyboards, word processors and tables of record leave it."""
    iso = draw(st.sampled_from(list(BY_CODE)))
    text = countries.name(iso, draw(st.sampled_from(["en", "fr"])))
    text = text.replace("Saint ", draw(st.sampled_from(["Saint ", "St. ", "St "])))
    text = draw(st.sampled_from([str, str.upper, str.lower, str.title]))(text)
    text = text.replace("'", draw(st.sampled_from("'’ʼ`´")))
    text = text.replace("-", draw(st.sampled_from("-‐‑– ")))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    if draw(st.booleans()):
        letters = unicodedata.normalize("NFD", text)
        text = "".join(c for c in letters if not unicodedata.combining(c))
    return iso, text + draw(st.sampled_from(["", "*", " 1", "¹", " [2]", " †", "  "]))


@given(typed_names())
def test_a_name_is_found_however_it_is_typed(typed: tuple[str, str]) -> None:
    iso, text = typed
    assert found(text, ()) == iso


@settings(deadline=None)  # the first text reads Babel's tables
@given(st.text(max_size=40))
def test_any_text_finds_a_country_or_none(text: str) -> None:
    assert found(text) in {None, *BY_CODE}


@pytest.mark.parametrize("table_name", ["treaty-crc-2015.csv", "treaty-opsc-2015.csv"])
def test_every_participant_of_a_treaty_table_is_found_once(
    shared_data: Path, table_name: str
) -> None:
    with (shared_data / "recipients" / table_name).open(encoding="utf-8", newline="") as file:
        participants = [row["Participant"] for row in csv.DictReader(file)]
    codes = [found(participant, ()) for participant in participants]
    assert None not in codes
    assert len(set(codes)) == len(codes)


def test_two_codes_and_a_name_of_another_list_agree(shared_data: Path) -> None:
    path = shared_data / "spreadsheets/un-members-shift-jis.csv"
    with path.open(encoding="shift-jis", newline="") as file:
        for row in csv.DictReader(file):
            assert found(row["ISO3"], ()) == found(row["Name (EN)"], ()) is not None, row


def test_a_known_name_is_found_without_reading_babel() -> None:
    script = (
        "import sys; from signatories import countries; "
        "assert countries.find('Swaziland').iso == 'SZ'; "
        "assert countries.name_with_article('FR', 'fr') == 'la France'; "
        "sys.exit('babel' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0
