"""What a header says as a phrase: whom or what it is about, and whether it asks for a yes or a no."""

import re

from signatories.collation import fold

_WORDS = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\s*[(\[（【].*?[)\]）】]")


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_NAMES = frozenset(
    fold(words)
    for words in (
        *("name", "full name", "names", "nom", "nom complet", "nom et prénom", "prénom et nom"),
        *("nombre", "nombre completo", "nombre y apellidos", "nome", "nome completo", "naam"),
        *("vor und nachname", "nome e cognome"),
    )
)
_PEOPLE = _folded(
    "person ambassador head director president chair chairperson chairman chairwoman leader coordinator representative "
    "representatives contact signatory signer spokesperson delegate manager officer responsible secretary "
    "personne directeur directrice président présidente dirigeant dirigeante responsable représentant "
    "représentante signataire coordinateur coordinatrice coordonnateur coordonnatrice secrétaire délégué "
    "persona presidente presidenta directora representante firmante coordinador coordinadora responsável "
    "contacto dirigente signatário diretor diretora coordenador coordenadora rappresentante firmatario contatto "
    "direttore direttrice coordinatore vertreter vertreterin vertreters vertretung leiter leiterin leitung "
    "vorsitzender vorsitzende unterzeichner unterzeichnerin ansprechpartner ansprechpartnerin kontaktperson "
    "koordinator koordinatorin vertegenwoordiger contactpersoon przedstawiciel przedstawiciela temsilci "
    "представитель представителя руководитель руководителя подписант подписанта директор директора "
    "председатель председателя εκπρόσωπος εκπροσώπου"
)
_WRITTEN_TO = _folded(
    "mp mps mep meps minister ministers recipient recipients addressee addressees senator senators congressman "
    "congresswoman député députée ministre ministres destinataire destinataires sénateur sénatrice diputado diputada "
    "ministro ministra destinatario destinataria senador senadora abgeordneter abgeordnete abgeordneten ministerin "
    "empfänger empfängerin adressat deputato deputata senatore senatrice deputado deputada destinatário destinatária"
)
_TO = re.compile(
    r"(?:(?:letter|sent|addressed|written|write|writing|lettre|adressee|enviado|gesendet) )?(?:to|a|an)"
)
_ADJECTIVES = _folded(
    "authorised authorized legal légal légale principal main autorizado autorizada autorisé autorisée "
    "permanent national"
)
_OF = _folded("of de du des d del della dell delle degli dei di da do das dos der van для for")
_ASKING = re.compile(
    r"(?:do|does|did|are|is|can|may|have|has|will|would|should|shall|could) "
    r"(?:you|your|we|i|the|this|it|our|they|there)\b"
    r"|\w+ (?:vous|nous|sie|wir)\b|est ce que\b|(?:ist|sind|darf|durfen) (?:ihre?|unser)"
)
_FOLLOWING = re.compile(
    r"(?:if (?:so|yes|applicable|any)|which(?: one)?|please specify|specify|si oui|lequel|laquelle|en caso afirmativo"
    r"|si es asi|cual|falls ja|wenn ja|falls zutreffend|welche[rs]?|se si|se sim|quale|если да)\b"
)
_CONSENT = re.compile(
    r"\b(?:logos?|publish\w*|publicly|public|consents?|permission|gdpr|dsgvo|rgpd|privacy|publier|publique\w*"
    r"|consentement|publicar|consentimiento|veroffentlich\w*|einwilligung|zustimmung|einverstanden|datenschutz"
    r"|pubblicare|consenso|consentimento|согласие)\b"
)
_PUBLISHING = re.compile(
    r"\b(?:publish\w*|publicly|make public|publier|publie\w*|publicar|publique|veroffentlich\w*|pubblicare|pubblicato"
    r"|опубликовать|публиковать)\b"
)
_NAME = re.compile(r"\b(?:names?|noms?|nombres?|namen?s?|nomi?|nomes?|имя|имени)\b")
_OTHER_USES = re.compile(
    r"\b(?:logos?|photos?|pictures?|e ?mails?|comments?|newsletters?|not|never|without|anonym\w*|withh\w+|private"
    r"|confidential\w*|hide|pas|sans|sin|nicht|ohne|kein\w*|senza|nao|sem|не)\b"
)
_MAY_WE = re.compile(
    r"\b(?:(?:may|can|could) we|we (?:may|can)|you may|i (?:consent|agree)|do you (?:consent|allow|authori[sz]e|want)"
    r"|(?:pouvons|durfen|konnen) (?:nous|wir)|podemos|possiamo|consents?|consentement|consentimiento|consenso"
    r"|consentimento|einwilligung|gdpr|dsgvo|rgpd|согласие)\b"
)
_SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing|e|es|ez|er|era|ons|ature)?|co ?sign\w*|endors\w+|soutenez"
    r"|firm(?:a|as|an|ar|o|amos|ara|are|ate|ato|i|iamo)|suscrib\w+|adher\w+|adhier\w+|respald\w+|apoya\w*"
    r"|unterzeichn\w*|unterschr\w*|mitzeichn\w*|zeichne[nt]?|unterstutz\w*"
    r"|assin(?:a|am|ar|o|amos|atura|ara)|subscrev\w+|apoia\w*|aderi\w*|adere|aderit\w+|sottoscriv\w+|sottoscrizione)\b"
)
_AGREEING = re.compile(
    r"\b(?:agree\w*|support\w*|join\w*|accord|acceptez|soutien\w*|acuerdo|acepta\w*|stimmen|stimmt|einverstanden"
    r"|concorda\w*|aceita\w*|d accordo|accetta\w*|condivid\w+)\b"
)
_ADDING = re.compile(
    r"\b(?:add|include|list|count) (?:you|your|me|my|us|our)\b|\b(?:vous|nous) (?:ajouter|inscrire|compter)\b"
    r"|\b(?:incluir|agregar|anadir)(?:le|les|lo|los|nos|me)?\b|\b(?:sie|dich|euch) (?:aufnehmen|auffuhren|nennen)\b"
)
_OTHER_MATTERS = re.compile(
    r"\b(?:sign\w* up|newsletters?|updates|previous\w*|last|earlier|before|authori[sz]\w*|authority|mandate\w*|logos?"
    r"|publi\w*|privacy|terms|gdpr|dsgvo|rgpd|veroffentlich\w*|datenschutz|lettre d information|boletin|rundbrief)\b"
)


def parts_of(header: str) -> tuple[str, str]:
    """The words before the first "of" and those behind it, folded: "Head of organisation" is head, organisation.

    What only asks for a name is left aside: "Name of the head of organisation" is the same.
    """
    words = _WORDS.findall(fold(_BRACKETS.sub("", header)))
    places = [place for place, word in enumerate(words) if word in _OF]
    if not places:
        return " ".join(words), ""
    head, rest = " ".join(words[: places[0]]), " ".join(words[places[0] + 1 :])
    return parts_of(rest) if head in _NAMES and rest else (head, rest)


def names_somebody(header: str) -> bool:
    """Whether it asks for a person, whatever that person heads or speaks for: "Country coordinator"."""
    words = [word for word in parts_of(header)[0].split() if word not in _ADJECTIVES]
    if not words:
        return False
    return words[-1] in _PEOPLE or (not words[0].isascii() and words[0] in _PEOPLE)


def belongs_to_somebody(header: str) -> bool:
    """Whether it asks for something that a person has: "Title of the head of organisation"."""
    return not _PEOPLE.isdisjoint(parts_of(header)[1].split())


def speaks_of_recipients(header: str) -> bool:
    """Whether it asks for somebody to whom the letter goes, or for something of theirs: "mp_name", "To"."""
    plain = _plain(header)
    return not _WRITTEN_TO.isdisjoint(plain.split()) or bool(_TO.fullmatch(plain))


def asks_yes_or_no(header: str) -> bool:
    """Whether the answer to it is a yes or a no: "Do you represent an organisation?"."""
    return bool(_ASKING.match(_plain(header)))


def follows_question(header: str) -> bool:
    """Whether it asks on from the column before it: "If so, which one?"."""
    return bool(_FOLLOWING.match(_plain(header)))


def asks_for_consent(header: str) -> bool:
    """Whether it asks to publish a name or to use a logo."""
    plain = _plain(header)
    return bool(_CONSENT.search(plain)) and bool(_MAY_WE.search(plain))


def asks_to_name(header: str) -> bool:
    """Whether a yes allows the name to be published, and nothing else: "May we publish your name?"."""
    plain = _plain(header)
    is_asked = bool(_PUBLISHING.search(plain)) and bool(_NAME.search(plain))
    return is_asked and not _OTHER_USES.search(plain)


def asks_to_sign(header: str) -> bool:
    """Whether it asks whether somebody signs this: "Do you endorse the letter?", "Signature (yes/no)"."""
    plain = _plain(header)
    return bool(_SIGNING.search(plain)) and not _OTHER_MATTERS.search(plain)


def may_ask_to_sign(header: str) -> bool:
    """Whether the answer may be that somebody does not sign: also "Do you agree?", "Authorised to sign?"."""
    plain = _plain(header)
    is_asked = any(form.search(plain) for form in (_SIGNING, _AGREEING, _ADDING))
    return is_asked and not asks_for_consent(header)


def _plain(header: str) -> str:
    return " ".join(_WORDS.findall(fold(header)))
