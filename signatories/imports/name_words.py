"""Words by which names of people, roles and organisations are told apart, folded, in several languages."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODY_WORDS = _words(
    """
    academia academy action actionaid agence agencia agency akademie alianza alliance allianz
    amici amigos amis arbeitsgemeinschaft asociacion associacao associates association
    associazione asylum bank board bund bundesverband bureau campagne campaign campana caritas
    center centre centro church climate club coalicion coalition coalizione colectivo
    collectif college comision comite commission committee communities community company
    confederacion confederation conference congregation conseil consejo consortium convention
    cooperation coordination council department development earth ecpat eglise entraide
    environment europe european federacion federation federazione fondation fondazione foro
    forum foundation friends fund fundacao fundacion fundo gesellschaft gewerkschaft global
    greenpeace group groupe grupo gruppe health hilfswerk hospital humanitarian iniciativa
    initiative institut institute institution instituto internacional international
    internationale internazionale jeunesse justice kinderrechte kirche league liga ligue
    mission mouvement movement movimiento nations network netz netzwerk ngo observatoire
    observatorio observatory office ong ordre organisation organizacion organization
    organizzazione oxfam partners partnership plataforma plateforme platform programme project
    projet proyecto red rede refugees relief rescue research reseau rete rights school schweiz
    secours secretariat section sindicato societe society solidarite solidarity stiftung
    studies survivors syndicat team trust unicef unidos union unit universidad universidade
    universita universitat universite university verband verbund verein vereinigung watch
    welfare werk women world youth zentrum
    """
)
"""Words that stand in the names of bodies, and hardly in those of people."""

ROLE_WORDS = _words(
    """
    abogada abogado administrator adviser advisor advocate ambassadeur ambassador ambassadrice
    archbishop attorney avocat avocate bishop ceo cfo chair chairman chairperson chairwoman
    chancellor chercheur chercheuse chief cofounder consultant convener convenor coordenador
    coordenadora coordinador coordinadora coordinateur coordinator coordinatrice dean delegate
    delegue deputy directeur director directora directrice diretor diretora economist editor
    executive focal fondateur fondatrice founder geschaftsfuhrer geschaftsfuhrerin head
    journalist judge koordinator koordinatorin lawyer leader lecturer leiter leiterin manager
    member membre minister ministre moderator officer parlementaire pastor prasident
    prasidentin president presidenta presidente principal profesor profesora professeur
    professor professora programme rapporteur rector referent referentin representante
    representative researcher responsable secretaire secretaria secretario secretary senator
    spokesperson sprecher sprecherin student superior treasurer tresorier vice vicepresident
    vorsitzende vorsitzender vorstand writer
    """
)
"""Words that begin a role."""

ENDS_OF_ROLES = ROLE_WORDS - _words("programme executive vice deputy chief focal")
"""Words that end a role."""

TITLES = _words(
    """
    archbishop bishop brother dame dom don dona dr father fr frau h.e he herr hon imam lady
    lord m me mme mr mrs ms mx prof rabbi rev sheikh sir sister sr sra
    """
)
"""Words before a name, without their dot."""

PARTICLES = _words(
    """
    abu af al auf av ben bin bint da das de del della den der di dit do dos du e el i ibn la
    las le los san st te ten ter ul van von y zu zum zur
    """
)
"""Small words inside a name."""
