"""Words by which somebody's place or profession is known, folded, in several languages."""

from signatories.collation import fold
from signatories.imports.lines.name_words import words_of

ROLE_WORDS = words_of(
    fold("""
    abbess abbot abogada abogado academic activist activista activiste actor actress administrador
    administradora administrator administrateur adviser advisor advocate agronomist ambassadeur
    ambassador ambassadrice analyst anthropologist archbishop architect architecte architekt
    architektin archivist arquitecta arquitecto artist artista artiste arzt arztin asesor asesora
    assistant associate attorney author auteur autor autora autorin autrice avocat avocate avvocata
    avvocato beauftragte beauftragter biologist bishop board bundesvorsitzende bundesvorsitzender
    campaigner candidate caseworker ceo cfo chair chaired chairman chairperson chairwoman chancellor
    chef chemist chercheur chercheuse chief cofounder cofundador cofundadora comisionada comisionado
    commissioner composer consejera consejero conseiller conseillere consultant consultora consultor
    convener convenor coordenador coordenadora coordinador coordinadora coordinateur coordinator
    coordinatore coordinatrice coo counsel councillor counsellor cto curator dean decano deacon
    delegada delegado delegate delegue deleguee deputy designer developer dichter diplomat directeur
    director directora directrice direktor direktorin direttore direttrice diretor diretora
    dirigente docent docente docteur doctor doctoral doctorante dozent dozentin economist economista
    economiste ecrivain ecrivaine editor educator educadora educador emeritus engineer ensenante
    enseignant enseignante entrepreneur envoy epidemiologist escritor escritora estudiante ethicist
    etudiant etudiante executive expert experte expert expertin facilitator farmer fellow filmmaker
    focal fondateur fondatrice former founder founding fundador fundadora gerant gerente
    geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung geschaftsleiter geschaftsleiterin
    geschaftsleitung governor guest haupt head historian historiador historiadora historien
    historienne historiker historikerin honorary imam independent ingeniera ingeniero ingenieur
    ingenieurin inspector instructor interim investigador investigadora jefa jefe journalist
    journaliste journalistin judge jurist juriste juristin juge jueza juez kanzler kanzlerin
    koordinator koordinatorin kunstler kunstlerin lawyer lay leader leaders lecturer legal lehrer
    lehrerin leiter leiterin leitung liaison librarian maire maitre manager managing mayor medecin
    medica medico mediator member membre microbiologist midwife militant militante miembro minister
    ministra ministre ministro mitglied mitarbeiter mitarbeiterin moderator moderatrice musician
    musicien neurologist novelist nurse observer officer organiser organizer owner paediatrician
    parlamentario parlementaire participant pasteur pastor pastora patron pediatrician periodista
    pfarrer pfarrerin pharmacist philosopher philosophe photographer physician physicist poet poeta
    policy politologe politologin porte portavoce portavoz postdoc postdoctoral prasident
    prasidentin president presidenta presidente presidentin priest principal prioress prior
    procurator producer produtor profesor profesora professeur professeure professor professora
    professorin professoressa programme promotora promotor provincial provost psychiatrist
    psychologe psychologin psychologist psicologa psicologo psychologue publicist publisher rabbi
    rapporteur reader rector rectora recteur referent referentin regisseur regisseurin rektor
    rektorin relator relatora religious rentnerin rentner reporter representante representative
    representant representante researcher resident responsable retired retraite retraitee
    ricercatore ricercatrice sanger scholar scientist scholar schriftsteller schriftstellerin
    secretaire secretaria secretario secretary segretaria segretario senator senatrice senior
    bourgeois citizen citoyen citoyenne ciudadana ciudadano father grandmother madre mere mother
    mutter padre parent pere vater witness
    laureat laureate preistrager preistragerin galardonado galardonada
    singer soci socio socia sociologist sociologa sociologo sociologue solicitor special speaker
    specialist spokesman spokesperson spokeswoman sprecher sprecherin staff statistician strategist
    student studentin studierende subdirector subdirectora superior superieure supervisor surgeon
    teacher theologian theologe theologin theologien tischler trainee trainer translator treasurer
    tresorier tresoriere trustee ubersetzer ubersetzerin under undersecretary vicar vice
    vicepresidenta vicepresidente vicepresident vocal volunteer vorsitz vorsitzende vorsitzender
    vorstand vorstandin vorstandsmitglied vorstandsvorsitzende vorstandsvorsitzender wissenschaftler
    wissenschaftlerin writer
    директор председатель президент координатор профессор секретарь руководитель юрист адвокат
    журналист член доцент заместитель исполнительный генеральный ректор заведующий заведующая
    مدير مديرة رئيس رئيسة منسق منسقة أمين أستاذ استاذ محام محامي محامية عضو باحث باحثة ناشط
    المدير المديرة الرئيس الرئيسة المنسق المنسقة الامين الأمين
    διευθυντης διευθυντρια προεδρος γραμματεας συντονιστης συντονιστρια מנכל מנכלית מנהל מנהלת
    voorzitter bestuurder penningmeester medewerker ordforande verksamhetsledare generalsekreterare
    handlaggare formand forkvinde puheenjohtaja toiminnanjohtaja paasihteeri prezes
    prezeska dyrektor dyrektorka przewodniczacy przewodniczaca reditel reditelka predseda predsedkyne
    riaditel riaditelka elnok igazgato ugyvezeto baskan baskani mudur muduru presedinte presedinta
    direktur ketua predsednik predsednica direktorica
    advogada advogado vereadora vereador pesquisadora pesquisador enfermeira enfermeiro deputada deputado gestora
    prefeita jornalista tesoureira tesoureiro concejala concejal diputada diputado alcaldesa encargada encargado vocera
    vocero lideresa catedratica catedratico enfermera enfermero tesorera tesorero comunicadora comunicador
    cure chargee depute deputee animatrice animateur benevole coordonnateur coordonnatrice coordinatrice infirmiere
    infirmier redacteur redactrice traducteur traductrice agriculteur agricultrice formateur formatrice adjointe
    sindaca sindaco insegnante responsabile parroco giornalista attivista consigliera consigliere tesoriere
    abgeordnete abgeordneter burgermeister burgermeisterin landratin obfrau schatzmeister schatzmeisterin
    woordvoerder woordvoerster secretaris hoogleraar burgemeester wethouder onderzoeker beleidsmedewerker
    radgiver radgivare generalsekretaer styreleder talsperson direktor tutkija opettaja asiantuntija
    rzecznik rzeczniczka radna radny koordynator koordynatorka czlonek czlonkini skarbnik poslanka dziennikarka
    nauczycielka mluvci tajemnik koordinatorka titkar kepviselo szovivo ugyved alelnok coordonator coordonatoare
    avocat jurnalist cercetator avukat gazeteci arastirmaci sozcusu koordinatoru direktoru temsilcisi sekreteri
    эксперт экспертка учитель учительница правозащитник правозащитница активист активистка журналистка координаторка
    исследователь преподаватель депутат врач редактор основатель сопредседатель пенсионер пенсионерка научный главный
    голова керівник керівниця директорка координаторка засновник засновниця правозахисник правозахисниця експерт
    експертка заступник заступниця членкиня викладач викладачка председателка
    συμβουλος καθηγητης καθηγητρια δικηγορος μελος αντιπροεδρος ταμιας δημοσιογραφος ερευνητης ερευνητρια
    ناشطة صحفية صحفي صحافي صحافية كاتبة باحث طبيبة مهندسة نائبة مستشارة مسؤولة مسؤول أمينة الأمينة ناطقة متحدثة
    خبيرة سفيرة مدیر مدیرعامل دبیر وکیل پژوهشگر
    רכזת רכז יושבת עורכת חוקר חוקרת פעילה פעיל דוברת מייסד מייסדת נשיאה מזכירה סגנית סגן עיתונאית מתאמת מתאם
    bestuurslid bestuursvoorzitter vicevoorzitter ondervoorzitter projectleider campagneleider adviseur oprichter
    oprichtster programmamanager forbundsordforande vice-ordforande verksamhetschef kanslichef kassor styrelseledamot
    sekreterare grundare talesperson leder styreleiar nestleder fagsjef talsmand talskvinde talskvinne talsmann
    naestformand sekretariatsleder landsformand forperson direktoren varapuheenjohtaja johtaja paajohtaja
    sihteeri tiedottaja formadur framkvaemdastjori wiceprezes przedstawiciel przedstawicielka sekretarz
    zalozyciel zalozycielka mistopredseda mistopredsedkyne zakladatel zakladatelka podpredseda podpredsednicka
    fotitkar elnokhelyettes ugyvezetoje igazgatoja elnoke szakerto vicepresedinte fondator fondatoare membru
    sozcu kurucu temsilci sekreter uyesi predsjednik predsjednica potpredsjednik potpredsjednica koordinatorica
    tajnica voditelj voditeljica portaveu tresorera treballador treballadora referente direktorius direktore
    vaditaja juhataja esimees pirmininkas pirmininke drejtor drejtoreshe kryetar kryetare председател
    координаторът изпълнителен
    worker technician accountant dentist therapist psychotherapist veterinarian programmer electrician
    hydrologist geologist
    mkurugenzi mwenyekiti katibu mratibu mwanaharakati wakili sekretaris bendahara peneliti pengacara aktivis pendiri
    penasihat manajer partner
    """)
)
"""Words that begin a role."""

ENDS_OF_ROLES = ROLE_WORDS - words_of(
    """
    programme executive vice deputy chief focal board former founding honorary independent interim
    legal managing policy special guest religious lay under retired haupt expert leaders associate
    vocal porte citizen citoyen citoyenne ciudadana ciudadano father mother witness parent امين
    научный главный cure partner изпълнителен
    """
)
"""Words that end a role."""

ENDINGS_OF_ROLES = (
    *("leiter", "leiterin", "referent", "referentin", "sprecher", "sprecherin", "vorsitzende"),
    *(
        "vorsitzender",
        "fuhrer",
        "fuhrerin",
        "beauftragte",
        "beauftragter",
        "sekretar",
        "sekretarin",
    ),
    *("prasident", "prasidentin", "direktor", "direktorin", "anwalt", "anwaltin", "professorin"),
    *("wissenschaftler", "wissenschaftlerin", "berater", "beraterin", "lehrerin", "arztin"),
    *("burgermeister", "burgermeisterin", "abgeordnete", "abgeordneter", "aktivistin", "padagogin"),
)
"""How German roles end that are one word."""

OFFICES = words_of(
    """
    director directora directeur directrice direktor direktorin direttore direttrice diretor diretora dyrektor
    dyrektorka president presidente presidenta presidentin prasident prasidentin chair chairman chairperson chairwoman
    coordinator coordinador coordinadora coordenador coordenadora coordinatore coordinatrice coordonnateur
    coordonnatrice koordinator koordinatorin secretary secretaire secretario secretaria segretario segretaria treasurer
    tresorier tresoriere tesorero tesorera tesoreiro tesoureira tesoriere ceo cofounder vicepresident vicepresidente
    vicepresidenta manager gerente geschaftsfuhrer geschaftsfuhrerin vorsitzende vorsitzender vorstand sprecher
    sprecherin spokesman spokesperson spokeswoman portavoz portavoce porta portaveu responsable responsabile
    representante voorzitter woordvoerder woordvoerster penningmeester bestuurslid ordforande puheenjohtaja formand
    forkvinde prezes prezeska predseda predsedkyne predsednik predsednica emeritus emerita professor professeur
    professeure profesor profesora professora professorin lecturer founder fondateur fondatrice fundador fundadora
    """
)
"""Roles that begin a body's name hardly ever."""

REACHES_OF_ROLES = words_of(
    "nacional nazionale nationale national internacional internazionale internationale"
)
"""How far a role reaches, where this stands behind it; words of bodies too."""

FAMILY_NAMES_TOO = words_of(
    """
    baskan bestuurder direktor direktur dyrektor elnok forkvinde formand igazgato ketua mudur predseda
    predsednik prezes reditel riaditel voorzitter голова وکیل دبیر avocat cure kepviselo secretaris hoogleraar
    burgermeister concejal wakili leder sekretarz kurucu referente adviseur membru sozcu voditelj
    """
)
"""Words of roles in the languages that tell them by it, and family names in these."""

NO_NAMES = ENDS_OF_ROLES - FAMILY_NAMES_TOO - words_of(
    """
    abbot abbess bishop archbishop chancellor dean deacon judge pastor principal prior priest poet
    leader farmer fellow imam rabbi reader senator singer vicar pfarrer pfarrerin doctor docteur
    professor professorin minister president presidente president governor ambassador dichter sanger
    tischler patron mayor member author page provost maitre juge lawyer student speaker scholar
    solicitor engineer justice chef resident senior juez actor curator decano docent envoy jurist
    """
) | words_of("executive officer vice deputy emeritus")
"""Words that stand in no person's name: what has one is a role and nobody."""

LINKS_IN_ROLES = words_of(
    "of for de du des del der die da do d at fur di dello dell degli dei delle van voor av della in and e und et y a"
    " the to on pour para per im i hos"
)
"""Small words with which a role goes on: Director of."""
