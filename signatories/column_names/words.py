"""The words that head columns, by field, in English, French, Spanish, German and Portuguese."""

from collections.abc import Mapping

HEADER_WORDS: Mapping[str, tuple[str, ...]] = {
    "entry": (
        *("signatory", "signatories", "signature line", "endorser", "endorsement", "entry"),
        *("name and organisation", "name and organization"),
        *("signataire", "signataires", "nom et organisation"),
        *("firmante", "firmantes", "nombre y organización"),
        *("unterzeichner", "unterzeichnende", "name und organisation", "signatário"),
    ),
    "name": (
        *("name", "full name", "your name", "printed name", "person", "contact", "contact name"),
        *("contact person", "signer", "representative", "name of representative", "recipient"),
        *("mission", "addressee", "name of signatory"),
        *("nom", "nom complet", "nom et prénom", "prénom et nom", "destinataire"),
        *("nombre", "nombre completo", "nombre y apellido", "nombre y apellidos"),
        *("nombres y apellidos", "destinatario"),
        *("vollständiger name", "vor und nachname", "vorname und name", "empfänger"),
        *("nome", "nome completo", "destinatário"),
    ),
    "role": (
        *("role", "title", "job title", "position", "function", "designation", "capacity title"),
        *("fonction", "titre", "poste", "qualité", "cargo", "función", "puesto"),
        *("funktion", "rolle", "amt", "função"),
    ),
    "organisation": (
        *("organisation", "organization", "organisation name", "organization name", "affiliation"),
        *(
            "institution",
            "body",
            "group name",
            "ngo",
            "ngo name",
            "network",
            "association",
            "company",
        ),
        *("your organisation", "your organization", "supporting organisation"),
        *(
            "organisme",
            "nom organisation",
            "nom association",
            "ong",
            "affiliation institutionnelle",
        ),
        *(
            "organización",
            "nombre organización",
            "entidad",
            "institución",
            "asociación",
            "afiliación",
        ),
        *("verband", "verein", "einrichtung", "name organisation", "organização", "instituição"),
    ),
    "acronym": (
        *("acronym", "abbreviation", "short name", "acronyme", "sigle", "abréviation"),
        *("acrónimo", "sigla", "siglas", "abreviatura", "abkürzung", "kürzel", "sigla organização"),
    ),
    "country": (
        *("country", "country or region", "country region", "state", "member state", "nation"),
        *("country name", "pays", "état", "état membre", "país", "estado", "estado miembro"),
        *("land", "staat", "mitgliedstaat", "país região"),
    ),
    "email": (
        *("email", "e mail", "mail", "email address", "e mail address", "contact email"),
        *("courriel", "adresse électronique", "adresse e mail", "adresse mail", "mél"),
        *("correo", "correo electrónico", "dirección correo electrónico"),
        *("e mail adresse", "mailadresse", "endereço eletrônico", "correio eletrónico"),
    ),
    "status": (
        *("status", "answer", "reply", "response", "statut", "réponse"),
        *("respuesta", "situación", "antwort", "stand", "resposta"),
    ),
    "capacity": (
        *("capacity", "signing as", "signs as", "en qualité", "signe en tant que", "capacidad"),
        *("firma como", "en calidad", "unterzeichnet als", "eigenschaft", "capacidade"),
    ),
    "group": ("group", "tier", "section", "category", "groupe", "grupo", "gruppe"),
    "notes": (
        "notes",
        "note",
        "comment",
        "comments",
        "remarks",
        "remarques",
        "notas",
        "anmerkungen",
    ),
    "person": (
        *("person", "permanent representative", "ambassador", "head of mission", "contact person"),
        *("name of person", "representative", "personne", "représentant permanent", "ambassadeur"),
        *("persona", "representante permanente", "embajador", "ansprechperson", "ansprechpartner"),
        *("botschafter", "pessoa", "embaixador"),
    ),
    "form_of_address": (
        *("form of address", "form address", "style", "honorific", "titre civilité", "civilité"),
        *("tratamiento", "anrede titel", "tratamento"),
    ),
    "salutation": (
        *("salutation", "greeting", "opening", "formule appel", "appel"),
        *("saludo", "saludo inicial", "anrede", "briefanrede", "saudação"),
    ),
    "address": (
        *("address", "postal address", "street address", "mailing address", "address lines"),
        *("adresse", "adresse postale", "dirección", "dirección postal", "domicilio"),
        *("anschrift", "postanschrift", "endereço", "morada"),
    ),
    "language": (
        *(
            "language",
            "correspondence language",
            "letter language",
            "langue",
            "langue correspondance",
        ),
        *("idioma", "lengua", "sprache", "korrespondenzsprache", "língua"),
    ),
    "participant": (
        *("participant", "state party", "states parties", "party", "contracting party", "state"),
        *("country", "member state", "partie", "état partie", "état", "pays", "participante"),
        *("estado parte", "estado", "país", "vertragsstaat", "staat", "land"),
    ),
    "signature": (
        *("signature", "signed", "date signature", "signature date", "signed on", "signatures"),
        *(
            "firma",
            "fecha firma",
            "unterzeichnung",
            "assinatura",
            "signature, succession signature",
        ),
    ),
    "ratification": (
        *("ratification", "ratified", "accession", "date ratification", "ratification date"),
        *("ratification accession", "ratification accession succession", "consent bound"),
        *("ratification, accession(a)", "ratification, accession(a), succession(d)"),
        *(
            "ratificación",
            "adhesión",
            "fecha ratificación",
            "ratifikation",
            "beitritt",
            "ratificação",
        ),
    ),
    "withdrawal": (
        *("withdrawal", "denunciation", "withdrawn", "dénonciation", "retrait", "denuncia"),
        *("retiro", "rücktritt", "kündigung", "denúncia"),
    ),
}

UNIMPORTANT = frozenset(
    {"the", "of", "for", "in", "your", "to", "or", "de", "la", "le", "les", "l", "d", "du", "des"}
    | {
        "el",
        "los",
        "del",
        "der",
        "die",
        "das",
        "für",
        "fur",
        "da",
        "do",
        "en",
        "mc",
        "required",
        "optional",
    }
)
"""Words that tell nothing about a column. Folded, as headers are when they are compared."""

TELLING = frozenset(
    {"email", "mail", "courriel", "correo", "address", "adresse", "anschrift", "organisation"}
    | {"organization", "organizacion", "institution", "country", "pays", "pais", "salutation"}
    | {"saludo", "anrede", "language", "langue", "idioma", "sprache", "participant", "ratification"}
    | {"signature", "accession", "acronym", "sigle", "sigla", "role", "fonction", "funktion"}
)
"""Single words that name a column even among others. "Name" and "state" do not: of what?"""
