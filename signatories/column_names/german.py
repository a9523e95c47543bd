"""German headers of columns."""

HEADERS = {
    "entry": "unterzeichner; unterzeichnende; unterzeichnerin; name und organisation; "
    "unterzeichnerinnen; erstunterzeichner; mitzeichner; unterstützer; unterzeichnet von",
    "name": "name; vollständiger name; vor und nachname; vorname und name; vor und zuname; "
    "vorname und nachname; vorname nachname; nachname vorname; name vorname; empfänger; "
    "ihr name; kontakt; kontaktperson; ansprechperson; ansprechpartner; person; "
    "name der person; dein name",
    "given_name": "vorname; vornamen; rufname",
    "family_name": "nachname; familienname; zuname",
    "role": "funktion; rolle; amt; position; titel; berufsbezeichnung; beruf; stellung; tätigkeit; "
    "funktion in der organisation; aufgabe",
    "organisation": "verband; verein; einrichtung; name organisation; organisation; institution; "
    "name der einrichtung; name des verbands; name des vereins; firma; unternehmen; körperschaft; "
    "nro; ngo; zugehörigkeit; träger; organisationsname; gruppe oder organisation; "
    "affiliation; stiftung",
    "acronym": "abkürzung; kürzel; kurzname; kurzform; akronym; kurzbezeichnung",
    "other_name": "anderer name; englischer name; name auf englisch; weiterer name; "
    "offizieller name",
    "former_name": "früherer name; ehemals; vormals; alter name",
    "country": "land; staat; mitgliedstaat; mitgliedsstaat; land oder region; ländercode; "
    "länderkürzel; sitzland; herkunftsland; länderkennung; land des sitzes",
    "region": "region; bundesland; kanton; provinz; kontinent; gebiet",
    "city": "ort; stadt; wohnort; sitz; gemeinde; standort",
    "postal_code": "postleitzahl; plz",
    "email": "e mail; email; mail; e mail adresse; mailadresse; emailadresse; "
    "elektronische adresse; nutzername",
    "telephone": "telefon; telefonnummer; tel; mobil; mobilnummer; handy; handynummer; rufnummer; "
    "mobiltelefon",
    "website": "webseite; website; internetseite; homepage; internetadresse; webadresse; "
    "internetauftritt",
    "kind": "art; typ; rechtsform; organisationstyp; art der organisation; organisationsform; "
    "typ der organisation",
    "parent": "dachverband; dachorganisation; mitglied von; gehört zu; mutterorganisation; "
    "trägerverein",
    "status": "antwort; stand; rückmeldung; entscheidung; unterzeichnen sie; stand der antwort",
    "capacity": "unterzeichnet als; eigenschaft; zeichnet als; ich unterzeichne als; "
    "in welcher eigenschaft",
    "condition": "bedingung; bedingungen; vorbehalt; vorbehalte",
    "group": "gruppe; abschnitt; kategorie; rubrik; sparte",
    "notes": "anmerkungen; anmerkung; notiz; notizen; bemerkung; bemerkungen; kommentar; "
    "kommentare; nachricht; hinweise",
    "description": "beschreibung; kurzbeschreibung; biografie; über uns; beschreibung der organisation",
    "comment": "öffentlicher kommentar; kommentar zur veröffentlichung",
    "constituency": "wahlkreis",
    "footnote": "fußnote",
    "tag": "schlagwort; schlagwörter; stichwort; stichwörter; schlagworte; stichworte; themen",
    "date": "datum; zeitstempel; datum der unterzeichnung; unterzeichnet am; eingegangen am; "
    "eingereicht am; fertigstellungszeit; abgeschlossen am; datum der antwort; antwortdatum; "
    "eingangsdatum; gesendet am",
    "response": "antwortnummer; antwort id; antwort nr; nummer der antwort; teilnehmer id",
    "person": "ansprechperson; ansprechpartner; ansprechpartnerin; botschafter; person; "
    "ständiger vertreter; vertreter; kontaktperson; missionschef",
    "form_of_address": "anrede titel; titel; anredeform; anrede",
    "salutation": "anrede; briefanrede; anredezeile",
    "address": "adresse; anschrift; postanschrift; postadresse; straße; strasse",
    "language": "sprache; korrespondenzsprache; bevorzugte sprache; briefsprache",
    "participant": "vertragsstaat; staat; land; vertragspartei; teilnehmer",
    "signature": "unterzeichnung; unterschrift; unterzeichnungsdatum",
    "ratification": "ratifikation; beitritt; ratifizierung; ratifikation beitritt",
    "withdrawal": "rücktritt; kündigung",
    "number": "nummer; nr; lfd nr; laufende nummer; id; kennung; code; startzeit; geburtsdatum; "
    "alter; geschlecht; ip adresse",
}

UNIMPORTANT = (
    "der die das des dem den für fur ihr ihre ihrer deine dein in von im bitte angeben eingeben "
    "pflichtfeld freiwillig oder ist sind welche welchem welcher wo a"
)

TELLING = (
    "adresse anschrift anrede sprache funktion organisation einrichtung verband verein telefon "
    "zeitstempel nachname vorname land plz ort code datum nummer"
)
