"""Polish headers of columns."""

HEADERS = {
    "entry": "sygnatariusz; sygnatariusze; podpisany; imię i nazwisko oraz organizacja",
    "name": "imię i nazwisko; nazwisko i imię; osoba; osoba kontaktowa; adresat; odbiorca",
    "given_name": "imię; imiona",
    "family_name": "nazwisko",
    "role": "funkcja; stanowisko; rola; tytuł; zawód",
    "organisation": "organizacja; nazwa organizacji; instytucja; nazwa instytucji; stowarzyszenie; "
    "fundacja; firma; nazwa; afiliacja",
    "acronym": "skrót; akronim",
    "country": "kraj; państwo; kod kraju",
    "region": "region; województwo",
    "city": "miasto; miejscowość",
    "postal_code": "kod pocztowy",
    "email": "e mail; adres e mail; poczta elektroniczna; adres email",
    "telephone": "telefon; numer telefonu; komórka",
    "website": "strona internetowa; strona www; strona",
    "kind": "typ; rodzaj; rodzaj organizacji; forma prawna",
    "status": "status; odpowiedź",
    "group": "grupa; kategoria",
    "notes": "uwagi; komentarz; komentarze; notatki; wiadomość",
    "description": "opis; krótki opis; biogram",
    "comment": "komentarz publiczny",
    "constituency": "okręg wyborczy",
    "footnote": "przypis",
    "tag": "słowa kluczowe; etykieta; etykiety",
    "date": "data; sygnatura czasowa; data podpisu; godzina ukończenia; data podpisania",
    "form_of_address": "zwrot grzecznościowy; forma grzecznościowa",
    "salutation": "powitanie; nagłówek listu",
    "address": "adres; adres pocztowy; ulica",
    "language": "język; język korespondencji",
    "number": "numer; lp; l p; kod; data urodzenia; godzina rozpoczęcia",
}

UNIMPORTANT = "w twoja twoje wymagane"

TELLING = "organizacja organizacji funkcja stanowisko kraj nazwisko adres telefon uwagi data numer"
