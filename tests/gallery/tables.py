"""Sheets with tables, cards, logos and lines to sign, and what stands around a list."""

import datetime as dt

from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule, Pin
from signatories.models.block import (
    Fill,
    Form,
    Grouping,
    Late,
    Marker,
    Order,
    PinPlace,
    Place,
    Rules,
    Spacing,
)
from tests.gallery.pictures import LOGOS, SCAN
from tests.gallery.sheet import FIRST_DAY, Sheet, body, given, signer

_DESCRIBED = Layout(
    form=Form.TABLE,
    table_columns=("number", "organisation", "description"),
    marker=Marker.NUMBERS,
    zebra=True,
    size=9,
    spacing=Spacing.TIGHT,
)
_BY_COUNTRY = Layout(
    form=Form.TABLE,
    table_columns=("number", "organisation", "country"),
    marker=Marker.NUMBERS,
    size=9,
    spacing=Spacing.TIGHT,
)

TWO_TABLES = Sheet(
    key="03-two-numbered-tables",
    shows="International with descriptions, zebra; national by country, which stands at the right; numbers through",
    settings=BlockSettings(
        grouping=Grouping.GROUP,
        groups=(
            GroupSettings("international", "*International*", layout=_DESCRIBED),
            GroupSettings(
                "national", "*National*", layout=_BY_COUNTRY, order=OrderRule(Order.COUNTRY)
            ),
        ),
        as_of_line=True,
    ),
    body="Dear members, we ask for a pause." + "\n\nIt is time to stop." * 3,
    signatories=given(
        [
            body(
                "Zebra Crossing Union",
                group="international",
                description="A union of those who cross streets on foot in all weathers, in every State and season.",
            ),
            body("Αμμος Network", group="international", description="Δίκτυο για τις παραλίες"),
            body("Eko Woda", "Poland", group="national", country_code="PL"),
            body("Abelha Livre", "Brasil", group="national", country_code="BR"),
            body("Quay Street Readers", "Ireland", group="national", country_code="IE"),
            body("Zumbido", "Brasil", group="national", country_code="BR"),
        ]
    ),
    expected=(
        "2026",
        "International",
        "1 Zebra Crossing Union A union of those who cross streets",
        "2 Αμμος Network Δίκτυο για τις παραλίες",
        "National",
        "3 Abelha Livre Brasil",
        "4 Zumbido Brasil",
        "5 Quay Street Readers Ireland",
        "6 Eko Woda Poland",
    ),
)

FOOTNOTES = Sheet(
    key="04-footnotes",
    shows="Footnotes to signatures, a contact line above the block",
    settings=BlockSettings(
        layout=Layout(pattern="{organisation}", spacing=Spacing.TIGHT),
        notice="Organiser: Ines Falk, Open Tides Secretariat",
        notice_above=True,
    ),
    signatories=given(
        [
            body("Blue Barn", footnote="For its members in the north only."),
            body("Amber Path"),
            body("Clay Choir", footnote="Subject to its board’s agreement."),
        ]
    ),
    expected=(
        "Organiser: Ines Falk, Open Tides Secretariat",
        "Amber Path",
        "Blue Barn",
        "Clay Choir",
        "For its members in the north only.",
        "Subject to its board’s agreement.",
    ),
)

TO_SIGN = Sheet(
    key="12b-lines-to-sign",
    shows="Lines to sign by hand, two across",
    settings=BlockSettings(
        layout=Layout(form=Form.TO_SIGN, pattern="{name}\n{role}\n{organisation}", columns=2),
    ),
    signatories=given(
        [
            signer("Kim Berger", "chair", "Open Tides"),
            signer("Ana Alba", "director", "Foro del Faro"),
            signer("Ole Dahl", "", "Quiet Line"),
        ]
    ),
    expected=("Ana Alba", "Kim Berger", "Ole Dahl", "Quiet Line"),
)

LOGO_GROUPS = Sheet(
    key="13-logo-groups",
    shows="Logos in a grid by kind; who has none stands there by name",
    settings=BlockSettings(
        layout=Layout(form=Form.LOGOS, pattern="{organisation}", columns=4),
        grouping=Grouping.KIND,
        groups=(GroupSettings("administration", "Administrations"), GroupSettings("ngo", "NGOs")),
    ),
    signatories=given(
        [
            body("City of Amberg-on-Sea", kind="administration", logo="wide"),
            body("Blue Barn", kind="ngo", logo="tall"),
            body("No Logo League", kind="ngo"),
            body("Clay Choir", kind="ngo", logo="square"),
            body("Dawn Desk", kind="ngo", logo="wide"),
            body("East Echo", kind="ngo", logo="square"),
        ]
    ),
    expected=("Administrations", "NGOs", "No Logo League"),
)

LOGO_WALL = Sheet(
    key="17-logo-wall",
    shows="A wall of logos, some with a factor and a shift of their own",
    settings=BlockSettings(
        layout=Layout(form=Form.LOGOS, pattern="{organisation}", columns=4, logo_area=900),
        order=OrderRule(Order.AS_GIVEN),
        heading="Supporters",
    ),
    signatories=given(
        [
            body(
                f"Body {number}",
                logo=("wide", "tall", "square")[number % 3],
                logo_scale=(1.0, 1.4, 0.7)[number % 3],
                logo_shift=(0.0, 0.2, -0.2)[number % 3],
            )
            for number in range(14)
        ]
    ),
    expected=("Supporters",),
)

LOGOS_BESIDE = Sheet(
    key="13b-logos-beside-lines",
    shows="A logo beside each line that has one",
    settings=BlockSettings(layout=Layout(pattern="{organisation}, {country}", logos=True)),
    signatories=given(
        [
            body("Blue Barn", "Malta", logo="tall"),
            body("Clay Choir", "Ghana"),
            body("Dawn Desk", "Chile", logo="wide"),
        ]
    ),
    expected=("Blue Barn, Malta", "Clay Choir, Ghana", "Dawn Desk, Chile"),
)

SCANNED = Sheet(
    key="02b-scanned-signatures",
    shows="Scanned hands above the names of those who allowed it, in two columns",
    settings=BlockSettings(
        layout=Layout(pattern="{name}\n**{role}**\n{organisation}", signatures=True, columns=2)
    ),
    signatories=given(
        [
            signer("Kim Berger", "Chair", "Open Tides", signature="scan"),
            signer("Ana Alba", "Director", "Foro del Faro"),
        ]
    ),
    expected=("Ana Alba", "Director", "Foro del Faro", "Kim Berger", "Chair", "Open Tides"),
)

PERSONS_TABLE = Sheet(
    key="15-organisation-first-then-persons",
    shows="The organisation leads, the persons follow in a table: name, university, department",
    settings=BlockSettings(
        grouping=Grouping.GROUP,
        groups=(
            GroupSettings("lead", "Firma esta carta:", layout=Layout(pattern="{organisation}")),
            GroupSettings(
                "persons",
                "y las siguientes personas:",
                layout=Layout(
                    form=Form.TABLE,
                    table_columns=("name", "organisation", "department"),
                    rules=Rules.ROWS,
                    size=9,
                ),
                order=OrderRule(Order.GIVEN),
            ),
        ),
    ),
    language="es",
    salutation="Señor Ministro,",
    body="1. Primero\n\n   1. uno\n   2. dos\n\n2. Segundo",
    signatories=given(
        [
            signer(
                "Ñuflo Arias",
                "",
                "Universidad del Faro",
                group="persons",
                extra={"department": "Historia"},
            ),
            signer(
                "Ana Báez", "", "Universidad Norte", group="persons", extra={"department": "Física"}
            ),
            body("Asociación del Puerto Abierto", group="lead"),
            signer("Nora Caro", "", "Universidad Norte", group="persons"),
        ]
    ),
    expected=(
        "Firma esta carta:",
        "Asociación del Puerto Abierto",
        "y las siguientes personas:",
        "Ana Báez Universidad Norte Física",
        "Nora Caro Universidad Norte",
        "Ñuflo Arias Universidad del Faro Historia",
    ),
)

CARDS = Sheet(
    key="tech-petition-cards",
    shows="Cards: name, institution, status and comment; a random order, two kept first",
    settings=BlockSettings(
        order=OrderRule(Order.RANDOM, seed=7),
        layout=Layout(
            form=Form.CARDS,
            pattern="**{name}**\n{organisation}\n{status}\n*{comment}*",
            columns=2,
            fill=Fill.ACROSS,
        ),
        pins=(Pin(5, PinPlace.FIRST), Pin(2, PinPlace.AFTER, after=5)),
    ),
    signatories=given(
        [
            signer(
                name,
                "",
                "Signal Institute" if number % 2 else "",
                extra={"status": "retired" if number == 3 else "", "comment": comment},
            )
            for number, (name, comment) in enumerate(
                [
                    ("Ola Nwosu", "At last."),
                    ("Wim Peeters", ""),
                    (
                        "Lejla Hadžić",
                        "Because my students ask every year, and I have no answer to give them in good faith.",
                    ),
                    ("Iris Quist", ""),
                    ("Paul Adeyemi", "I agree."),
                ]
            )
        ]
    ),
    expected=("Paul Adeyemi", "Wim Peeters"),
)

LATE_SIGNERS = Sheet(
    key="late-signers",
    shows="Late signers under a heading of their own; the rest by organisation",
    settings=BlockSettings(
        layout=Layout(pattern="{organisation}", spacing=Spacing.TIGHT),
        late=Late.OWN_HEADING,
        late_after=FIRST_DAY + dt.timedelta(days=2, hours=1),
        count_line=True,
    ),
    signatories=given([body(name) for name in ("Delta", "Alfa", "Charlie", "Bravo", "Aardvark")]),
    expected=("Alfa", "Charlie", "Delta", "Aardvark", "Bravo", "5 organisations"),
)

LIMITED = Sheet(
    key="and-more-see-annex",
    shows="The first three lines and how many more; all of them in the annex",
    settings=BlockSettings(layout=Layout(pattern="{organisation}"), limit=3),
    signatories=given([body(f"Body {letter}") for letter in "DBACE"]),
    expected=("Body A", "Body B", "Body C", "and 2 more: see annex", "Body A", "Body D", "Body E"),
)

WITHHELD = Sheet(
    key="withheld",
    shows="Who is counted only is counted, and not named",
    settings=BlockSettings(layout=Layout(pattern="{organisation}"), count_line=True),
    signatories=given(
        [body("Body A", "Malta", country_code="MT"), body("Body B", withheld=True), body("Body C")]
    ),
    expected=("Body A", "Body C", "2 organisations", "1"),
    absent=("Body B",),
)

COUNT_ONLY = Sheet(
    key="count-only",
    shows="Only the count stands in the letter",
    settings=BlockSettings(place=Place.COUNT_ONLY),
    signatories=given([body("Body A"), body("Body B")]),
    expected=("Sincerely yours,", "2 organisations"),
    absent=("Body A", "Body B"),
)

ANNEX = Sheet(
    key="annex",
    shows="The list in an annex of its own page, 120 lines in two columns that balance",
    settings=BlockSettings(
        place=Place.ANNEX,
        heading="Annex: signatories",
        layout=Layout(pattern="{organisation}", columns=2, size=9, spacing=Spacing.TIGHT),
    ),
    signatories=given([body(f"Body {number:03}") for number in range(120)]),
    expected=("Sincerely yours,", "Annex: signatories", "Body 000", "Body 001", "Body 119"),
)

BY_COUNTRY = Sheet(
    key="grouped-by-country",
    shows="Grouped by country, headings in alphabetical order",
    settings=BlockSettings(
        grouping=Grouping.COUNTRY,
        layout=Layout(
            pattern="{organisation}",
            marker=Marker.NUMBERS_PER_GROUP,
            columns=2,
            spacing=Spacing.TIGHT,
        ),
    ),
    signatories=given(
        [
            body("Zumbido", "Brazil", country_code="BR"),
            body("Eko Woda", "Poland", country_code="PL"),
            body("Abelha Livre", "Brazil", country_code="BR"),
            body("Ölbaum", "Austria", country_code="AT"),
        ]
    ),
    expected=(
        "Austria",
        "1. Ölbaum",
        "Brazil",
        "1. Abelha Livre",
        "2. Zumbido",
        "Poland",
        "1. Eko Woda",
    ),
)

PERSONS_AND_COMMENTS = Sheet(
    key="13c-persons-with-country-and-comment",
    shows="A table of persons with country and comment, all rules, in many scripts",
    settings=BlockSettings(
        order=OrderRule(Order.AS_GIVEN),
        layout=Layout(
            form=Form.TABLE,
            table_columns=("name", "country", "comment"),
            rules=Rules.ALL,
            size=9,
            spacing=Spacing.TIGHT,
        ),
        heading="{count} people have signed",
    ),
    signatories=given(
        [
            signer("Ελένη Βράχου", country="Greece", extra={"comment": "Το κοινό καλό."}),
            signer("Գոռ Հարթյան", country="Armenia", extra={"comment": ""}),
            signer("ნინო ველაძე", country="Georgia", extra={"comment": "დიახ"}),
            signer("רות שדה", country="Israel", extra={"comment": "כן, 2 פעמים"}),
            signer("ሰላም በቀለ", country="Ethiopia", extra={"comment": "Public money (code)?"}),
        ]
    ),
    expected=("5 people have signed", "Ελένη Βράχου", "Գոռ Հարթյան", "ნინო ველაძე", "ሰላም በቀለ"),
)

GRID_BY_SIGNING = Sheet(
    key="16-grid-in-order-of-signing",
    shows="Name, affiliation in three columns across, in order of signing, the count in the heading",
    settings=BlockSettings(
        order=OrderRule(Order.SIGNED),
        layout=Layout(
            pattern="{name}, {organisation}",
            columns=3,
            fill=Fill.ACROSS,
            size=8,
            spacing=Spacing.TIGHT,
        ),
        heading="Signatories (in order of signing): {count}",
    ),
    signatories=given(
        [
            signer(
                f"{name} Vale",
                "",
                "Institute for the Study of Very Long Names" if number == 2 else "Signal Lab",
            )
            for number, name in enumerate(("Zoe", "Abe", "Moe", "Lea", "Kai", "Ivy", "Uma"))
        ]
    ),
    expected=(
        "Signatories (in order of signing): 7",
        "Zoe Vale, Signal Lab",
        "Abe Vale, Signal Lab",
        "Moe Vale, Institute for the Study",
        "Lea Vale, Signal Lab",
        "Uma Vale, Signal Lab",
    ),
)

IMAGES = {**LOGOS, "scan": SCAN}

SHEETS = (
    TWO_TABLES,
    FOOTNOTES,
    TO_SIGN,
    LOGO_GROUPS,
    LOGO_WALL,
    LOGOS_BESIDE,
    SCANNED,
    PERSONS_TABLE,
    CARDS,
    LATE_SIGNERS,
    LIMITED,
    WITHHELD,
    COUNT_ONLY,
    ANNEX,
    BY_COUNTRY,
    PERSONS_AND_COMMENTS,
    GRID_BY_SIGNING,
)
