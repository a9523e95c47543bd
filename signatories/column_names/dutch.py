"""Dutch headers of columns."""

HEADERS = {
    "entry": "ondertekenaar; ondertekenaars",
    "name": "naam; volledige naam; voor en achternaam; naam contactpersoon; contactpersoon; "
    "ontvanger; uw naam",
    "given_name": "voornaam; voornamen",
    "family_name": "achternaam; familienaam",
    "role": "functie; rol; titel; beroep; positie",
    "organisation": "organisatie; naam organisatie; instelling; vereniging; bedrijf; stichting; "
    "naam van uw organisatie; instantie",
    "acronym": "afkorting; acroniem",
    "country": "land; staat; lidstaat; landcode",
    "region": "regio; provincie; werelddeel",
    "city": "plaats; stad; woonplaats; gemeente",
    "postal_code": "postcode",
    "email": "e mail; e mailadres; emailadres; mailadres",
    "telephone": "telefoon; telefoonnummer; mobiel; gsm",
    "website": "website; webpagina; webadres",
    "kind": "soort; type; rechtsvorm; soort organisatie",
    "status": "status; antwoord; reactie",
    "group": "groep; categorie",
    "notes": "opmerking; opmerkingen; notities; toelichting; bericht",
    "description": "beschrijving; omschrijving; korte beschrijving; biografie",
    "comment": "openbare reactie",
    "constituency": "kiesdistrict; kieskring",
    "footnote": "voetnoot",
    "tag": "trefwoord; trefwoorden",
    "date": "datum; tijdstempel; datum van ondertekening; ingezonden op; voltooiingstijd",
    "form_of_address": "aanspreektitel; aanhef titel",
    "salutation": "aanhef",
    "address": "adres; postadres; straat",
    "language": "taal; voorkeurstaal",
    "number": "nummer; volgnummer; code; geboortedatum; begintijd",
}

UNIMPORTANT = "van de het uw een in verplicht"

TELLING = "organisatie functie adres achternaam telefoon opmerkingen taal datum nummer"
