"""Words by which names of people and organisations are told apart, folded, in several languages."""

import re


def words_of(text: str) -> frozenset[str]:
    """The words of a text, for the tables here and beside."""
    return frozenset(text.split())


BODY_WORDS = words_of(
    """
    abogadas abogados academia academy action actionaid advocates agence agencia agency agenzia
    aid akademie alianza alleanza alliance allianz ambiental ambiente amici amigos amis
    arbeitsgemeinschaft archdiocese asbl asociacion asociatia assembly associacao associates
    association associations associazione asylum attac avocates avocats ayuntamiento bank bauern
    board branch brothers bund bundesverband bureau business campagne campaign campana campesina
    campesino campesinos care caritas center centre centro chapter charity children church
    circle cities citizens civil climate clinic club coalicion coalition coalitions coalizione
    colectivo collectif collective college comercio comision comitato comite commission
    committee communautaire communities community company comunidad comunidades comunitaria
    comunitario concern confederacion confederation confederazione conference congregation
    congress conseil consejo conservancy consiglio consommateurs consortium consultores
    consumers consumidores convention convergencia coop cooperation cooperativa cooperative
    coordinadora coordination corporation council declaration defence defenders defense
    defensores delegation department derechos desarrollo desenvolvimento development
    developpement diocese direitos diritti doctors droits dynamique earth ecole ecpat ecumenical
    educacion education eglise egyesulet embassy enfants entraide entreprise environment
    environmental environnement escuela europe european faculty farmers farmworkers federacion
    federation federazione fishers fondation fondazione forbund forening foro forum forums
    fondo fonds foundation freunde friends front fund fundacao fundacion fundacja fundo genootschap
    gesellschaft gewerkschaft global gmbh government greenpeace greens group groupe grupo gruppe
    gruppo hall health hermanas hilfswerk homes hospital hub humains humana humanitarian humanos
    inc incorporated indigenas indigene indigenous industries iniciativa initiative institut
    institute institution instituto interfaith internacional international internationale
    internazionale istituto jeunesse journalistes journalists jugend juristes jurists justice
    kinder kinderhilfe kinderrechte kirche koalition komitee labor laboratories laboratory
    labour lavoratori lawyers league library liga ligue llc ltd magazine medecins media medicos
    menschenrechte migrantes migrants migration ministere ministerio ministry mission
    missionaries monitor mouvement movement movimento movimiento mujeres municipal municipality
    museum nacional national nations nazionale network networks netz netzwerk ngo ngos ninas
    ninos nonviolence nurses oblates observatoire observatorio observatory ocean oecumenique
    office ong ordre organisation organizacion organization organizzazione oxfam parish
    parlament parliament parti partners partnership party paysans peace pecheurs peoples
    periodistas peuples plataforma plateforme platform platforms plattform politecnico press
    prisoners programme project projekt projet province proyecto pueblos quakers radio rechte
    red rede refugees refugiados refugies register relief rescue research reseau resource
    resources rete rights roundtable school schweiz secours secretariat section services
    sindicato sindicatos sisters sociedad sociedade societe society soeurs solidaria solidario
    solidarite solidarity stichting stiftung stowarzyszenie studies survivors sustainable
    sviluppo synagogue syndicat synod taskforce teachers team theatre trabajadoras trabajadores
    trabalhadores trade trades travailleurs treatment trust tsentr umani unicef unidos union
    unions unit universidad universidade universita universitat universite universitet
    university verband verbraucher verbund verein vereinigung vereniging victimas victimes
    victims villages villes watch welfare werk women workers world youth zentrale zentrum
    zwiazek femmes mothers yayasan perkumpulan lembaga koalisi aliansi shirika muungano mtandao vakfi dernegi
    alapitvany nadace fundatia lega natverk natverket nettverk nettverket netvaerk netwerk spolek
    """
)
"""Words that stand in the names of bodies, and hardly in those of people."""

FAMILY_NAMES = words_of("hall church bank banks press")
"""Words of bodies that are family names too: Anne Hall, Ann Church."""

NO_GIVEN_NAMES = words_of(
    "food city town free catholic methodist lutheran anglican reformed evangelical orthodox presbyterian baptist"
    " united central investment associated savings blood village music concert state federal student the our"
)
"""Words that stand before those, and are nobody's given name: Food Bank, Free Press."""

SUBJECTS = (
    *("ology", "ologies", "ological", "ologie", "ologia", "omics", "omie", "science", "sciences"),
    *(
        "physics",
        "physik",
        "chemistry",
        "chemie",
        "medicine",
        "medizin",
        "surgery",
        "pathy",
        "genetics",
    ),
    *("engineering", "mathematics", "informatics", "informatik", "economics", "therapeutics"),
    *("imaging", "research", "technology", "technologies", "systems", "facility", "facilities"),
    *("resource", "resources", "analysis", "studies", "education", "pediatrics", "paediatrics"),
    *("optics", "wissenschaft", "wissenschaften", "graphy", "campus", "behaviour", "behavior"),
)
"""How words end that name a subject: they stand in no person's name."""

BEGINNINGS_OF_BODIES = (
    *("universit", "institut", "associat", "asociac", "organis", "organiz", "federat", "federac"),
    *("foundat", "fundac", "fondat", "fondaz", "academ", "akadem", "politec", "polytech"),
    *(
        "hochschul",
        "klinik",
        "ministry",
        "ministeri",
        "ministere",
        "sindica",
        "syndica",
        "gewerksch",
    ),
    *("biotech", "laborator", "krankenh", "egyetem", "uniwersyt"),
)
"""How words of bodies begin in many languages."""

ENDINGS_OF_BODIES = (
    *("verein", "vereins", "vereine", "verband", "verbandes", "verbande", "stiftung", "werk"),
    *("netz", "netzwerk", "forum", "zentrum", "institut", "gesellschaft", "hochschule", "klinik"),
    *("akademie", "klinikum", "gemeinschaft", "forening", "vereniging", "stichting", "forbund"),
    *("universitat", "gemeinde", "partei", "initiative", "bundnis", "ministerium", "buro", "haus"),
    *("university", "forbundet", "foreningen", "anstalt", "schule", "kirche"),
    *("natverk", "natverket", "nettverk", "nettverket", "netvaerk", "netwerk"),
)
"""How German, Dutch and Scandinavian compounds end that are bodies."""

TITLES = words_of(
    """
    abbe abbot abp adv amb ambassador archbishop archdeacon bishop bp br brother canon capt cardinal
    chief col dame deacon designated district dom don dona dott dott.ssa doctor dr dra eng engr
    father fr frau gen general h.e h.h he her herr high his hon honorable honourable imam ing judge
    justice lady lic licda lord lt m madam mag magistrate maestra maestro me mep mevr metropolitan
    mgr miss mlle mme monseigneur mons mons msgr mr mrs ms mullah mx nobel pasteur pastor patriarch
    pfarrer pfarrerin pr pres prof profa professor prof.in rabbi rabbiner rechtsanwalt
    rechtsanwaltin rector rep rev revd reverend right rt s.e se senator sen senior sheikh shaikh
    sir sister sor sr sra sri srta srta swami the u.s us ven venerable vicar
    dipl.-ing dhr drs ks mw ts gs maitre baroness
    פרופ' פרופ׳ डॉ प्रो д-р проф акад доц г-н г-жа господин госпожа δρ الدكتور الدكتورة ד״ר ד"ר
    """
)
"""Words before a name, without their dot."""

DEGREES_BEFORE_NAMES = words_of(
    "med phil jur rer nat pol ing hab habil h.c hc mult theol oec univ dipl"
)
"""What German titles have between them and the name: Dr. med. habil."""

PARTICLES = words_of(
    """
    abu af al ap auf av bat ben bin bint binti binte da das de degli dei del dela della dello den
    der des di dit do dos du e el ibn i la las le los lo mac nic ni ould san st t te ten
    ter ul und van vd vom von y zu zum zur
    """
)
"""Small words inside a name."""

MARKS_OF_PEOPLE = (
    TITLES
    - words_of("general chief district high right the us senior his her me se he nobel don dom")
) | words_of("von van der zu bin bint ibn af av")
"""Words that no body's name has: "de" and "di" stand in both."""

COUNTRIES_THAT_ARE_NAMES = words_of("chad cuba france georgia israel jordan mali malta niger togo")
"""Countries that are people's names as well."""

UNIT_WORDS = words_of(
    """
    abteilung arbeitsgruppe area chair departamento department departement dept dipartimento div
    division ecole escola escuela facolta faculdade facultad faculte faculties faculty fachbereich
    fakultat group groupe lab laboratoire laboratorio laboratory lehrstuhl program programa
    programme school seccion secretariat section service servicio servizio subdivision team unidad
    unidade unit unite zakład zaklad katedra wydzial college institute institut instituto istituto
    center centre centro zentrum
    """
)
"""Words with which a part of a larger body begins: Department of Law, Institute of Physics."""

UNIT_ENDS = words_of(
    "department departement dept div division group lab laboratory program programme section service services unit team"
)
"""Words with which such a part ends: Physics Department."""

LEGAL_FORMS = (
    r"e\.?\s?V|gGmbH|GmbH|Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|LLP|PLC|plc|asbl|ASBL|a\.s\.b\.l|vzw|v\.z\.w|AISBL|aisbl"
    r"|NPO|NGO|ONG|A\.?\s?C|S\.?\s?A\.?(?:\s?(?:de|DE)\s?C\.?\s?V)?|S\.?\s?[Cc]|SpA|S\.p\.A|S\.?r\.?l|AG|KG|SE|Co|Corp"
    r"|Pty(?:\.?\s?Ltd)?|B\.?V|N\.?V|o\.?\s?p\.?\s?s|z\.?\s?s|OOD|EEIG|ETS|Onlus|ONLUS|A\.?P\.?S|ODV"
    r"|Registered Association|eG|r\.?\s?y"
)
"""Legal forms as they are printed, without the last dot: alternatives of a pattern."""

POST_NOMINALS = (
    r"Ph\.?\s?D|D\.?\s?Phil|M\.?\s?D|M\.?A|B\.?A|M\.?Sc|B\.?Sc|M\.?B\.?A|M\.?P\.?H|M\.?Phil|M\.?Ed|Psy\.?D|Pharm\.?D|LL\.?[MBD]|J\.?D|Ed\.?D|D\.?D|M\.?Div|D\.?Min"
    r"|S\.?\s?J|O\.?\s?P|O\.?\s?S\.?\s?B|O\.?\s?F\.?\s?M(?:\.?\s?Cap)?|O\.?\s?S\.?\s?F|O\.?\s?M\.?\s?I|C\.?\s?S\.?\s?Sp"
    r"|S\.?\s?V\.?\s?D|M\.?\s?M|R\.?\s?S\.?\s?M|I\.?\s?B\.?\s?V\.?\s?M|S\.?\s?D\.?\s?B|M\.?\s?Afr|C\.?\s?J|F\.?\s?S\.?\s?C"
    r"|R\.?N|Esq|Jr|Sr|II|III|IV|[CODM]BE|KBE|QC|KC|SC|FR(?:S|CP|SA|GS)|AO|AM|CC|emer(?:itus|ita)|ret|a\.\s?D|i\.\s?R"
    r"|CFA|CPA|MSW|LCSW|PMP|LUTC|CLU|CFP|Eng|CEng|MP|MEP|MdB|MdL|MLA|MdEP|BVM|Dr"
)
"""Degrees, orders and ranks after a name as they are printed, without the last dot: alternatives of a pattern."""

BODIES_IN_OTHER_SCRIPTS = re.compile(
    r"協会|協議会|法人|財団|連合|大学|センター|団体|委員会|研究所|ネットワーク|協会|기구|협회|연대|재단"
    r"|协会|基金会|中心|网络|联盟|组织|جمعية|منظمة|مركز|شبكة|مؤسسة|اتحاد|جامعة|رابطة|لجنة|هيئة|معهد"
    r"|\b(?:ООО|ОАО|ЗАО|ПАО|АНО|НКО|РОО|МОО|ТОО)\b|มูลนิธิ|สมาคม|เครือข่าย"
    r"|(?i:ассоциаци|организаци|фонд(?:а|у|е|ом)?\b|центр(?:а|е|ом)?\b|союз(?:а|е|ом)?\b|комитет|движени|институт|обществ|университет"
    r"|совет(?:а|е|ом)?\b|сет[ьи]\b)"
    r"|(?i:σύνδεσμος|οργάνωση|ίδρυμα|πανεπιστήμιο|δίκτυο|ένωση|κέντρο)|ארגון|עמותת|מרכז|האגודה"
    r"|אוניברסיט|קרן |מכון|פורום|תנועת|קואליציה|איגוד|громадськ|організаці|об.?єднанн|спілк[аи]\b|мереж[аі]\b|\bГО «"
    r"|(?i:\b(?:trung tâm|viện|quỹ|hiệp hội|liên minh|liên hiệp|mạng lưới|tổ chức|đại học)\b)|\bHội\b"
    r"|समिति|संगठन|न्यास|संस्थान|संस्था|फाउंडेशन|केंद्र|विश्वविद्यालय|परिषद|महासंघ|องค์กร|ศูนย์|มหาวิทยาลัย|สถาบัน"
    r"|انجمن|سازمان|بنیاد|موسسه|دانشگاه|شبکه"
)
"""Words of bodies in scripts whose words are not looked up one by one."""
