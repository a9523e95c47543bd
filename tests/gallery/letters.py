"""Sheets with a block of lines: in one column or several, in a paragraph, with bullets and numbers."""

from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule, Pin
from signatories.models import Capacity
from signatories.models.block import (
    Fill,
    Form,
    Grouping,
    Marker,
    Order,
    PinPlace,
    Place,
    Separator,
    Spacing,
)
from tests.gallery.sheet import Sheet, body, given, signer

AS_GIVEN = OrderRule(Order.AS_GIVEN)

ONE_COLUMN = Sheet(
    key="01-one-column",
    shows="Name, Organisation in one column by organisation, “The” counted, two lines kept at the end",
    settings=BlockSettings(
        layout=Layout(pattern="{name}, {organisation}", spacing=Spacing.LINE),
        pins=(Pin(2, PinPlace.LAST), Pin(4, PinPlace.LAST)),
    ),
    signatories=given(
        [
            signer("Tomás Río", "", "The Harbour Children’s Fund"),
            signer("Ada Winter", "", "Amber Rights Watch"),
            signer("Noor van Elst", "", "Meadow International"),
            signer("Ilse Sommer", "", "Bread and Books"),
            signer("Yaw Boateng Mensah", "", "Coast Learning Trust"),
            signer("Petra Kovářová", "", "Svět dětem"),
        ]
    ),
    expected=(
        "Sincerely yours,",
        "Yaw Boateng Mensah, Coast Learning Trust",
        "Noor van Elst, Meadow International",
        "Petra Kovářová, Svět dětem",
        "Tomás Río, The Harbour Children’s Fund",
        "Ada Winter, Amber Rights Watch",
        "Ilse Sommer, Bread and Books",
    ),
)

ONE_SIGNATORY = Sheet(
    key="02-one-signatory",
    shows="A single signatory with the title in bold below",
    settings=BlockSettings(layout=Layout(pattern="{name}\n**{role}**", signatures=True)),
    signatories=given(
        [signer("Marguerite Dufau", "Director General", "Agency for Small Harbours")]
    ),
    expected=("Sincerely yours,", "Marguerite Dufau", "Director General"),
    absent=("Agency for Small Harbours",),
)

BULLETS = Sheet(
    key="06-two-bulleted-lists",
    shows="Two bulleted lists with headings, no numbers, a contact below them",
    settings=BlockSettings(
        order=OrderRule(Order.ORGANISATION),
        layout=Layout(
            pattern="{organisation}, {country}", marker=Marker.BULLETS, spacing=Spacing.TIGHT
        ),
        grouping=Grouping.GROUP,
        groups=(
            GroupSettings("international", "International and regional networks"),
            GroupSettings("national", "National organisations"),
        ),
        notice="Contact: Ines Falk, Open Tides Secretariat",
    ),
    signatories=given(
        [
            body("Red Lentil Forum", "Nepal", group="national"),
            body("World Orchard Alliance", group="international"),
            body("Élan Rural", "Bénin", group="national"),
            body("African Wells Network", group="international"),
            body("Eland Growers", "Namibia", group="national"),
        ]
    ),
    closing="Signed,",
    expected=(
        "Signed,",
        "International and regional networks",
        "• African Wells Network",
        "• World Orchard Alliance",
        "National organisations",
        "• Élan Rural, Bénin",
        "• Eland Growers, Namibia",
        "• Red Lentil Forum, Nepal",
        "Contact: Ines Falk, Open Tides Secretariat",
    ),
)

THREE_TIERS = Sheet(
    key="07-three-tiers",
    shows="Three tiers with numbers through, after the copies and footnotes",
    settings=BlockSettings(
        layout=Layout(
            pattern="{organisation}, {country}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT
        ),
        grouping=Grouping.GROUP,
        groups=(GroupSettings("Global"), GroupSettings("Regional"), GroupSettings("National")),
        place=Place.NOTES,
    ),
    signatories=given(
        [
            body("Debt and Daylight", group="Global"),
            body("Asia Basin Forum", group="Regional"),
            body("Zambezi Study Circle", "Zambia", group="National"),
            body("Arctic Commons", group="Global"),
            body("Andean Seeds", "Bolivia", group="National"),
        ]
    ),
    cc=("Heads of delegation",),
    expected=(
        "Heads of delegation",
        "Global",
        "1. Arctic Commons",
        "2. Debt and Daylight",
        "Regional",
        "3. Asia Basin Forum",
        "National",
        "4. Andean Seeds, Bolivia",
        "5. Zambezi Study Circle, Zambia",
    ),
)

AS_THEY_CAME = Sheet(
    key="08-organisation-acronym-country",
    shows="Organisation (ACR), Country in the order given",
    settings=BlockSettings(
        order=AS_GIVEN, layout=Layout(pattern="{organisation} ({acronym}), {country}")
    ),
    signatories=given(
        [
            body("Union of Small Islands’ Teachers", "Fiji", acronym="USIT"),
            body("Foro del Altiplano", "Perú"),
            body("Beyond Tariffs", acronym="BT"),
        ]
    ),
    expected=(
        "Union of Small Islands’ Teachers (USIT), Fiji",
        "Foro del Altiplano, Perú",
        "Beyond Tariffs (BT)",
    ),
    absent=("()", ", ,"),
)

ON_BEHALF = Sheet(
    key="09-on-behalf-of",
    shows="Networks that speak for their members; two copies below",
    settings=BlockSettings(
        order=AS_GIVEN,
        layout=Layout(pattern="{name}, on behalf of the {organisation} ({acronym})"),
    ),
    signatories=given(
        [
            signer("Lidia Arce", "", "Network of Quiet Rivers", acronym="NQR"),
            signer("Johan Brandt", "", "Assembly of Fair Ports", acronym="AFP"),
            signer("Sunniva Moe", "", "Northern Study League"),
            signer("Ravi Deshpande", "", "Council of Common Seeds", acronym="CCS"),
        ]
    ),
    cc=("Ambassador A. Lund", "Ambassador R. Okoye"),
    expected=(
        "Lidia Arce, on behalf of the Network of Quiet Rivers (NQR)",
        "Johan Brandt, on behalf of the Assembly of Fair Ports (AFP)",
        "Sunniva Moe, on behalf of the Northern Study League",
        "Ravi Deshpande, on behalf of the Council of Common Seeds (CCS)",
        "Ambassador A. Lund",
    ),
)

FAMILY_IN_CAPITALS = Sheet(
    key="10-family-in-capitals",
    shows="MEP Given FAMILY Group, by family name",
    settings=BlockSettings(
        order=OrderRule(Order.FAMILY), layout=Layout(pattern="MEP {given} {FAMILY} {group}")
    ),
    signatories=given(
        [
            signer("Jürgen Weiß", group="Greens", sort_name="Weiß, Jürgen"),
            signer("Anneli Åström", group="Left", sort_name="Åström, Anneli"),
            signer("Işıl Çelik", group="Renew", sort_name="Çelik, Işıl", country_code="TR"),
            signer("Maria dos Santos", group="S&D", sort_name="dos Santos, Maria"),
        ]
    ),
    expected=(
        "MEP Anneli ÅSTRÖM Left",
        "MEP Işıl ÇELİK Renew",
        "MEP Maria dos SANTOS S&D",
        "MEP Jürgen WEIẞ Greens",
    ),
)

ONE_BLOCK_OF_TIERS = Sheet(
    key="11-initiators-organisations-individuals",
    shows="Bullets, then numbers through two tiers; each tier with an order of its own; many scripts",
    settings=BlockSettings(
        layout=Layout(pattern="{organisation}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
        grouping=Grouping.GROUP,
        groups=(
            GroupSettings(
                "initiators",
                "Initiators",
                layout=Layout(
                    pattern="{name} ({role})", marker=Marker.BULLETS, spacing=Spacing.TIGHT
                ),
                order=OrderRule(Order.FAMILY),
            ),
            GroupSettings("organisations", "Organisations"),
            GroupSettings(
                "individuals",
                "Individuals",
                layout=Layout(pattern="{name}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
                order=OrderRule(Order.GIVEN),
            ),
        ),
    ),
    signatories=given(
        [
            signer(
                "Zoë Abbas", "writer; former teacher", group="initiators", sort_name="Abbas, Zoë"
            ),
            signer("Ada Zeller", "printer", group="initiators", sort_name="Zeller, Ada"),
            body("Общество тихих рек", group="organisations"),
            body("Σύλλογος Ανοιχτών Λιμανιών", group="organisations"),
            body("Green Kettle Society", group="organisations"),
            signer("王小雨", group="individuals", country_code="CN"),
            signer("สมหญิง ใจเย็น", group="individuals"),
            signer("अनिता शर्मा", group="individuals"),
            signer("Đặng Thị Hiền", group="individuals"),
            signer("홍가람", group="individuals", country_code="KR"),
        ]
    ),
    expected=(
        "Initiators",
        "• Zoë Abbas (writer; former teacher)",
        "• Ada Zeller (printer)",
        "Organisations",
        "1. Green Kettle Society",
        "2. Σύλλογος Ανοιχτών Λιμανιών",
        "3. Общество тихих рек",
        "Individuals",
        "4. Đặng Thị Hiền",
        "5. अनिता शर्मा",
        "6. สมหญิง ใจเย็น",
        "7. 홍가람",
        "8. 王小雨",
    ),
)

HEADING_WITH_COUNT = Sheet(
    key="14-heading-with-count",
    shows="A heading with the count, authors first, name bold and the rest in italics, in order of signing",
    settings=BlockSettings(
        order=OrderRule(Order.SIGNED),
        layout=Layout(
            pattern="**{name}** – *{role}, {organisation} – {country}*", spacing=Spacing.TIGHT
        ),
        pins=(Pin(3, PinPlace.FIRST),),
        heading="Signatories (4)",
    ),
    closing="Sincerely, the signatories",
    signatories=given(
        [
            signer("Bea Lind", "engineer", "Tide Works", country="Sweden"),
            signer("Carlos Peña", "", "Universidad del Faro", country="Chile"),
            signer("Uma Rao", "lead author", "Signal Institute", country="India"),
            signer("Dag Holm"),
        ]
    ),
    expected=(
        "Sincerely, the signatories",
        "Signatories (4)",
        "Uma Rao – lead author, Signal Institute – India",
        "Bea Lind – engineer, Tide Works – Sweden",
        "Carlos Peña, Universidad del Faro – Chile",
        "Dag Holm",
    ),
    absent=("– –", ", –"),
)

NUMBERED_ALPHABET = Sheet(
    key="18-numbered-alphabetical",
    shows="“List of signatory organisations:” numbered in alphabetical order",
    settings=BlockSettings(
        layout=Layout(pattern="{organisation}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
        heading="List of signatory organisations:",
    ),
    signatories=given(
        [
            body(f"{letter}orth Defenders" if letter != "Q" else "Quiet Line")
            for letter in "WNFQPHZMDKBG"
        ]
    ),
    expected=(
        "List of signatory organisations:",
        "1. Borth Defenders",
        "2. Dorth Defenders",
        "10. Quiet Line",
        "12. Zorth Defenders",
    ),
)

RUN_IN = Sheet(
    key="29-run-in",
    shows="All names in one paragraph, commas between them",
    settings=BlockSettings(
        layout=Layout(form=Form.RUN_IN, pattern="{organisation}", separator=Separator.COMMA),
        heading="12 civil society organisations:",
    ),
    signatories=given([body(f"{name} Solidarity Circle") for name in "ABCDEFGHIJKL"]),
    expected=(
        "12 civil society organisations:",
        "A Solidarity Circle, B Solidarity Circle, C Solidarity Circle,",
        "K Solidarity Circle, L Solidarity Circle",
    ),
)

RUN_IN_PEOPLE = Sheet(
    key="29b-run-in-semicolons",
    shows="Names with commas inside, semicolons between them",
    settings=BlockSettings(
        layout=Layout(form=Form.RUN_IN, separator=Separator.SEMICOLON),
        order=OrderRule(Order.FAMILY),
    ),
    signatories=given(
        [
            signer("Kim Berger", "chair", "Open Tides", sort_name="Berger, Kim"),
            signer("Ana Alba", "", "Foro del Faro", sort_name="Alba, Ana"),
            signer("Ole Dahl", "treasurer", "Open Tides", sort_name="Dahl, Ole"),
        ]
    ),
    expected=(
        "Ana Alba, Foro del Faro; Kim Berger, chair, Open Tides; Ole Dahl, treasurer, Open Tides",
    ),
)

THREE_COLUMNS_FRENCH = Sheet(
    key="33-three-columns-french",
    shows="67 associations in three columns, down, in a French letter",
    settings=BlockSettings(
        layout=Layout(
            pattern="{organisation}", columns=3, fill=Fill.DOWN, size=9, spacing=Spacing.TIGHT
        ),
        count_line=True,
    ),
    language="fr",
    salutation="Madame la Présidente,",
    closing="Veuillez agréer, Madame la Présidente, l’expression de notre considération.",
    body="Nous vous écrivons au sujet du protocole.",
    signatories=given(
        [
            body(f"Association des amis du phare {number:02}", country="France", country_code="FR")
            for number in range(67, 0, -1)
        ]
    ),
    expected=(
        "Association des amis du phare 01",
        "Association des amis du phare 23",
        "Association des amis du phare 67",
        "67 organisations",
    ),
    absent=("Number of",),
)

TWO_COLUMNS_ACROSS = Sheet(
    key="34-two-columns-across",
    shows="Supporters by name in two columns, across, in a German letter",
    settings=BlockSettings(
        order=OrderRule(Order.FAMILY),
        layout=Layout(pattern="{name}", columns=2, fill=Fill.ACROSS, spacing=Spacing.TIGHT),
    ),
    language="de",
    closing="Mit freundlichen Grüßen",
    signatories=given(
        [
            signer(f"{first} {last}", sort_name=f"{last}, {first}")
            for first, last in zip(
                ("Uwe", "Heike", "Jörg", "Bärbel", "Ulf"),
                ("Zöllner", "Ahrens", "Östermann", "Müller", "Ohm"),
                strict=True,
            )
        ]
    ),
    expected=(
        "Mit freundlichen Grüßen",
        "Heike Ahrens",
        "Bärbel Müller",
        "Ulf Ohm",
        "Jörg Östermann",
        "Uwe Zöllner",
    ),
)

JAPANESE = Sheet(
    key="35-japanese",
    shows="Japanese: name（affiliation） in the order given",
    settings=BlockSettings(
        order=AS_GIVEN, layout=Layout(pattern="{name}（{organisation}）", spacing=Spacing.TIGHT)
    ),
    language="ja",
    salutation="外務大臣殿",
    body="わたしたちは議定書の批准を求めます。",
    closing="呼びかけ人",
    signatories=given(
        [
            signer("青井 みどり", "", "海辺の学校", country_code="JP"),
            signer("川口 渡", "", "朝の市民会議", country_code="JP"),
            signer("山野 ひかる", country_code="JP"),
        ]
    ),
    expected=("呼びかけ人", "青井 みどり（海辺の学校）", "川口 渡（朝の市民会議）", "山野 ひかる"),
    absent=("（）",),
)

ARABIC = Sheet(
    key="36-arabic",
    shows="A right-to-left letter with numbered organisations",
    settings=BlockSettings(
        order=AS_GIVEN,
        layout=Layout(
            pattern="{organisation} ({country})", marker=Marker.NUMBERS, spacing=Spacing.TIGHT
        ),
    ),
    language="ar",
    salutation="أصحاب السعادة،",
    body="نكتب إليكم بشأن البروتوكول، وقد وقّعته 23 منظمة.",
    closing="المنظمات الموقعة",
    signatories=given(
        [
            body("جمعية الأنهار الهادئة", "تونس", country_code="TN"),
            body("منتدى المدارس المفتوحة", "لبنان", country_code="LB"),
            body("Amal 2020", "المغرب", country_code="MA"),
        ]
    ),
    expected=("المنظمات", "جمعية", "منتدى", "Amal 2020"),
    right_to_left=True,
)

CHINESE = Sheet(
    key="37-chinese",
    shows="Chinese: numbered names",
    settings=BlockSettings(
        order=AS_GIVEN,
        layout=Layout(pattern="{name} {role}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
    ),
    language="zh",
    salutation="尊敬的部长：",
    body="共有三人参与。",
    closing="联名人",
    signatories=given(
        [
            signer("林晓风", "教师", country_code="CN"),
            signer("周一帆", country_code="CN"),
            signer("何念慈", "工程师", country_code="TW"),
        ]
    ),
    expected=("联名人", "1. 林晓风 教师", "2. 周一帆", "3. 何念慈 工程师"),
)

BY_LINE_LATIN_AMERICA = Sheet(
    key="38-organisation-acronym-country-per-line",
    shows="Organisation, ACR, Country, country as each printed it",
    settings=BlockSettings(layout=Layout(pattern="{organisation}, {acronym}, {country}")),
    language="es",
    signatories=given(
        [
            body("Red del Faro", "Cile", acronym="RDF", country_code="CL"),
            body("Ágora de Mujeres", "Internacional"),
            body("Foro Nuevo Norte", "México", acronym="FNN", country_code="MX"),
        ]
    ),
    expected=(
        "Ágora de Mujeres, Internacional",
        "Foro Nuevo Norte, FNN, México",
        "Red del Faro, RDF, Cile",
    ),
)

PROFESSIONS = Sheet(
    key="openbook-name-and-profession",
    shows="A line for the name and one for the profession; titles are passed over in sorting",
    settings=BlockSettings(
        order=OrderRule(Order.FAMILY), layout=Layout(pattern="{name}\n{profession}", columns=2)
    ),
    signatories=given(
        [
            signer("Dr. med. Ute Zorn", extra={"profession": "Ärztin"}, sort_name="Zorn, Ute"),
            signer("Jan Abel", extra={"profession": "Buchbinder"}, sort_name="Abel, Jan"),
            signer("Prof. Eva Linde", sort_name="Linde, Eva"),
        ]
    ),
    expected=("Jan Abel", "Buchbinder", "Prof. Eva Linde", "Dr. med. Ute Zorn", "Ärztin"),
)

NAMES_ACROSS = Sheet(
    key="worldpeace-names-across",
    shows="Names alone, four across",
    settings=BlockSettings(
        order=AS_GIVEN,
        layout=Layout(pattern="{name}", columns=4, fill=Fill.ACROSS, spacing=Spacing.TIGHT),
    ),
    language="ja",
    signatories=given(
        [
            signer(f"{name} 花子", country_code="JP")
            for name in ("東", "西野", "南田", "北", "中村沢", "上")
        ]
    ),
    expected=("東 花子", "西野 花子", "南田 花子", "北 花子", "中村沢 花子", "上 花子"),
)

IN_PERSONAL_CAPACITY = Sheet(
    key="12-identification-notice",
    shows="The notice about affiliations stands above the list",
    settings=BlockSettings(
        identification_notice=True, layout=Layout(pattern="{name}, {role}, {organisation}")
    ),
    signatories=given(
        [
            signer(
                "Ivo Hart", "lecturer", "Lighthouse University", capacity=Capacity.IDENTIFICATION
            ),
            signer("Mia Stone", "chair", "Open Tides"),
        ]
    ),
    expected=(
        "identification",
        "Ivo Hart, lecturer, Lighthouse University",
        "Mia Stone, chair, Open Tides",
    ),
)

SHEETS = (
    ONE_COLUMN,
    ONE_SIGNATORY,
    BULLETS,
    THREE_TIERS,
    AS_THEY_CAME,
    ON_BEHALF,
    FAMILY_IN_CAPITALS,
    ONE_BLOCK_OF_TIERS,
    HEADING_WITH_COUNT,
    NUMBERED_ALPHABET,
    RUN_IN,
    RUN_IN_PEOPLE,
    THREE_COLUMNS_FRENCH,
    TWO_COLUMNS_ACROSS,
    JAPANESE,
    ARABIC,
    CHINESE,
    BY_LINE_LATIN_AMERICA,
    PROFESSIONS,
    NAMES_ACROSS,
    IN_PERSONAL_CAPACITY,
)
