"""Words by which names of people, roles and organisations are told apart, folded, in several languages."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODY_WORDS = _words(
    """
    academia academy action actionaid agence agencia agency aid akademie alianza alliance
    allianz amici amigos amis arbeitsgemeinschaft asociacion associacao associates association
    associazione asylum attac bank board branch bund bundesverband bureau campagne campaign
    campana care caritas center centre centro church climate clinic club coalicion coalition
    coalizione colectivo collectif college comision comite commission committee communities
    community company concern confederacion confederation conference congregation conseil
    consejo consortium convention coop cooperation cooperative coordination council department
    development diocese earth ecole ecpat eglise embassy entraide environment escuela europe
    european farmers federacion federation federazione fondation fondazione foro forum
    foundation friends fund fundacao fundacion fundo gesellschaft gewerkschaft global
    greenpeace greens group groupe grupo gruppe hall health hilfswerk hospital humanitarian
    iniciativa initiative institut institute institution instituto internacional international
    internationale internazionale istituto jeunesse justice kinderrechte kirche league library
    liga ligue media ministry mission missionaries monitor mouvement movement movimiento
    museum nacional national nations nazionale network netz netzwerk ngo observatoire
    observatorio observatory office ong ordre organisation organizacion organization
    organizzazione oxfam parish partners partnership party plataforma plateforme platform
    politecnico press programme project projet proyecto quakers radio red rede refugees
    register relief rescue research reseau rete rights school schweiz secours secretariat
    section sindicato sociedad societe society solidarite solidarity stiftung studies
    survivors syndicat synod team treatment trust unicef unidos union unit universidad
    universidade universita universitat universite university verband verbund verein
    vereinigung watch welfare werk women workers world youth zentrum
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

MARKS_OF_PEOPLE = TITLES | _words("von van der zu bin bint ibn af av")
"""Words that no body's name has: "de" and "di" stand in both."""

COUNTRIES_THAT_ARE_NAMES = _words("chad cuba france georgia israel jordan mali malta")
"""Countries that are people's names as well."""
