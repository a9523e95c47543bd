"""Headers mean fields in the languages of the people who fill in our tables."""

import pytest

from signatories import column_names
from signatories.column_names import phrases

EVERY_LANGUAGE = {
    "name": "Full name|First & Last Name|Surname, First name|Nom et prénom|Nombre y apellidos|Vor- und Nachname"
    "|Nome completo|Nome e cognome|Фамилия и имя|الاسم الكامل|氏名|姓名|Volledige naam|Imię i nazwisko|Ad Soyad|성명",
    "given_name": "First name|Prénom|Nombre de pila|Vorname|Primeiro nome|Nome proprio|Имя отчество|الاسم الأول"
    "|Voornaam|Imię|Adı",
    "family_name": "Last name|Nom de famille|Apellidos|Nachname|Sobrenome|Cognome|Фамилия|اسم العائلة|姓|姓氏"
    "|Achternaam|Nazwisko|Soyadı|성",
    "role": "Job title|Fonction|Cargo|Funktion|Função|Ruolo|Должность|المنصب|役職|职务|職務|Functie|Stanowisko"
    "|Görevi|직책",
    "organisation": "Organization|Name of your organisation|Nom de l'organisation|Organización|Verband|Organização"
    "|Associazione|Название организации|اسم المنظمة|団体名|机构名称|機構名稱|Organisatie|Organizacja|Kurum adı|단체명",
    "country": "Country|Pays|País|Land|Paese|Страна|البلد|国名|国家|國家|国家/地区|Kraj|Ülke|국가",
    "email": "E-mail|Courriel|Correo electrónico|E-Mail-Adresse|Endereço de e-mail|Posta elettronica"
    "|Электронная почта|Эл. адрес|البريد الإلكتروني|メールアドレス|电子邮件|電子郵件|E-mailadres|Adres e-mail"
    "|E-posta|이메일",
    "telephone": "Phone|Téléphone|Teléfono|Telefonnummer|Telefone|Cellulare|Телефон|رقم الهاتف|電話番号|电话|電話"
    "|Telefoon|Numer telefonu|Cep telefonu|전화번호",
    "website": "Website|Site web|Sitio web|Webseite|Página web|Sito web|Сайт|الموقع الإلكتروني|ウェブサイト|网址|網址"
    "|Strona internetowa|Web sitesi|홈페이지",
    "notes": "Comments|Remarques|Observaciones|Anmerkungen|Observações|Osservazioni|Примечание|ملاحظات|備考|备注|備註"
    "|Opmerkingen|Uwagi|Notlar|비고",
    "date": "Timestamp|Signed on|Signature date|Horodateur|Marca temporal|Zeitstempel|Carimbo de data/hora"
    "|Informazioni cronologiche"
    "|Отметка времени|طابع زمني|タイムスタンプ|时间戳|時間戳記|Tijdstempel|Sygnatura czasowa|Zaman damgası|타임스탬프",
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "header"),
    [(field, header) for field, headers in EVERY_LANGUAGE.items() for header in headers.split("|")],
)
def test_a_header_means_its_field_in_every_language(field: str, header: str) -> None:
    assert field in column_names.meant_by(header)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Response ID", "response"),
        ("Respondent ID", "response"),
        ("Submitted at", "date"),
        ("Submit Date (UTC)", "date"),
        ("Completion time", "date"),
        ("Email Address", "email"),
        ("Nom d'utilisateur", "email"),
        ("Your e-mail address (will not be published)", "email"),
        ("In which country is your organization based?", "country"),
        ("Where is your organisation based?", "country"),
        ("What is your position in the organisation?", "role"),
        ("Please enter your first name *", "given_name"),
        ("Страна организации", "country"),
        ("担当者メールアドレス", "email"),
        ("所属団体の所在国", "country"),
        ("您的电子邮件地址", "email"),
        ("담당자 이메일", "email"),
        ("MC_UNCorrespondenceLanguage", "language"),
    ],
)
def test_headers_of_forms(header: str, field: str) -> None:
    assert (column_names.meant_by(header) or column_names.suggested_by(header)) == (field,)


def test_a_header_in_several_languages_means_what_they_share() -> None:
    assert column_names.meant_by("Country / Pays / País") == ("country", "participant")
    assert column_names.meant_by("State/Province") == ("region",)


def test_a_name_and_an_organisation_in_one_column_are_an_entry() -> None:
    assert column_names.meant_by("Name / Organisation") == ("entry",)
    assert column_names.meant_by("Name and organisation") == ("entry",)
    assert column_names.meant_by("Name of the organisation") == ("organisation",)


@pytest.mark.parametrize(
    "header",
    [
        *("Head of organisation", "Name of head of organisation", "Country coordinator"),
        *(
            "Name of your network coordinator",
            "Director of the NGO",
            "Organisation's representative",
        ),
        *("Nom du représentant", "Responsable de l'association", "Representante legal"),
        *("Name des Vertreters", "ФИО подписанта", "Руководитель организации", "Kontaktperson"),
        *("Who is your contact person?", "Nombre del representante de la organización"),
    ],
)
def test_who_heads_or_speaks_for_something_is_a_person(header: str) -> None:
    assert column_names.suggested_by(header) == ("person",)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Country of the representative", "country"),
        ("Organisation of the contact person", "organisation"),
        ("Title of the head of organisation", "role"),
        ("Email of the head of organisation", "email"),
        ("Contact email", "email"),
        ("Representative organisation", "organisation"),
    ],
)
def test_what_belongs_to_a_person_is_no_person(header: str, field: str) -> None:
    assert (column_names.meant_by(header) or column_names.suggested_by(header))[0] == field


@pytest.mark.parametrize(
    "header",
    [
        *("Do you represent an organisation?", "Is your organisation a member?"),
        *("Représentez-vous une organisation ?", "Vertreten Sie eine Organisation?"),
        *("Can we use your logo?", "May we publish your name?"),
    ],
)
def test_a_question_for_yes_or_no_asks_for_no_name(header: str) -> None:
    assert column_names.suggested_by(header) == ()


def test_what_a_question_is_about_is_known_to_the_next() -> None:
    assert column_names.asked_about("Do you represent an organisation?") == ("organisation",)
    assert phrases.follows_question("If so, which one?")
    assert phrases.follows_question("Si oui, laquelle ?")
    assert not phrases.follows_question("Country")


@pytest.mark.parametrize(
    ("header", "is_so"),
    [
        ("Can we use your logo?", True),
        ("May we publish your name?", True),
        ("I agree that my name is published", True),
        ("Dürfen wir Ihren Namen veröffentlichen?", True),
        ("Logo", False),
        ("Do you agree to sign?", False),
    ],
)
def test_headers_that_ask_for_consent(header: str, is_so: bool) -> None:
    assert phrases.asks_for_consent(header) is is_so


def test_a_bare_name_under_a_heading_is_of_what_that_says() -> None:
    assert column_names.meant_by("Organisation / Name") == ("organisation",)
    assert column_names.meant_by("Signatory / Name") == ("name",)
    assert column_names.meant_by("Nom / Name") == ("name",)


@pytest.mark.parametrize("header", ["No", "#", "Organisation_code", "Session_number", "IP Address"])
def test_numbers_and_codes_are_no_field(header: str) -> None:
    """A code of an organisation is not its name, nor an IP address an address."""
    assert column_names.meant_by(header) == ("number",)


@pytest.mark.parametrize("header", ["mp_party", "committee_name", "Sector/Cluster", "Age"])
def test_a_word_that_belongs_to_something_else_names_nothing(header: str) -> None:
    assert set(column_names.suggested_by(header)) <= {"number"}


def test_what_stands_in_brackets_may_be_left_aside() -> None:
    assert column_names.meant_by("団体名（必須）") == ("organisation",)
    assert column_names.meant_by("Name (in block capitals)") == ("name",)


def test_a_name_that_says_no_more() -> None:
    assert column_names.is_bare_name("Name *")
    assert not column_names.is_bare_name("Full name")


@pytest.mark.parametrize(
    "row",
    [
        "ชื่อ|องค์กร|ประเทศ|อีเมล|ตำแหน่ง",
        "नाम|संगठन|देश|ईमेल|पद",
        "Họ và tên|Tổ chức|Quốc gia|Địa chỉ email|Chức vụ",
        "שם|ארגון|מדינה|דואר אלקטרוני|תפקיד",
        "Nama|Organisasi|Negara|Surel|Jabatan",
        "Jina|Shirika|Nchi|Barua pepe|Cheo",
    ],
)
def test_rows_of_headers_in_further_languages(row: str) -> None:
    fields = ["name", "organisation", "country", "email", "role"]
    assert [column_names.meant_by(header) for header in row.split("|")] == [(f,) for f in fields]


def test_a_vowel_sign_is_part_of_its_word() -> None:
    """Without it a question of many letters would hold every short word."""
    assert not column_names.meant_by("नीम")
    assert not column_names.suggested_by("शहद")
    assert not column_names.suggested_by("हम शाम को दस बजे")


def test_what_is_no_heading_is_not_searched_for_one() -> None:
    """Brackets without end took minutes, in a table's first cell or a line."""
    endless = "(" * 100_000 + " name of the organisation"
    assert column_names.meant_by(endless) == ()
    assert column_names.suggested_by(endless) == ()
