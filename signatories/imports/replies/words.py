"""Words by which answers in mails are told apart, folded, in English, French, Spanish, German, Portuguese, Italian,
and the plainest of them in Russian, Arabic, Japanese, Chinese, Dutch, Polish, Turkish and the languages of the North.

Every pattern is searched in one sentence. What they leave undecided stays undecided.
"""

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """A pattern that any of these makes, where a word begins."""
    return re.compile("|".join(rf"\b(?:{pattern})" for pattern in patterns))


# Idioms that look like a refusal and are none, and words about the mail itself, are taken away first.
EAGER = any_of(r"(?:can't|cannot|can not) wait\b")
IDIOMS = any_of(
    r"(?:join\w*|attend\w*|add (?:us|me) to|sign (?:us |me )?up (?:for|to)) (?:(?:the|your|our|a|this"
    r"|any) )?(?:\w+ )?"
    r"(?:call|webinar|meeting|zoom|mailing|newsletter|distribution|event|conference|discussion|session)\b.*",
    r"no (?:problem|doubt|worries)\b",
    r"without (?:any )?(?:hesitation|reservations?)\b",
    r"(?:please )?(?:do not|don't) hesitate\b",
    r"not only\b",
    r"why not\b",
    r"if (?:you|i|we) (?:need|have|want|would like|wish|require|can use|could use)\b.*",
    r"if (?:possible|that helps|that works|it helps|needed|necessary|any|not too late|it is not too late)\b",
    r"(?:sans|sin|sem|senza|ohne) (?:aucune? |ninguna? |nenhuma? |alcuna? )?(?:hesit|esit|duda|reserve|dubbio"
    r"|zogern)\w*",
    r"n'hesitez pas\b",
    r"no (?:dude|duden|dudeis)\b",
    r"nao hesite\w*",
    r"non esit\w*",
    r"(?:kein|keine) (?:problem|frage|einwande?)\b",
    r"(?:pas de|aucun) (?:probleme|souci)\b",
    r"si (?:vous|tu|usted|ustedes|lei) (?:avez|as|necesita\w*|ha|avete)\b.*",
    r"si (?:necesita\w*|tiene\w*|besoin|possible|necessaire)\b.*|se (?:avete|serv\w+|precisa\w*|tiver\w*)\b.*",
    r"(?:wenn|falls) (?:sie|ihr|du) (?:\S+ ){0,4}?(?:brauch\w+|benotig\w+|fragen)\b.*|если (?:вам )?нуж\w+.*",
)

# A verb of signing, whatever is said about it.
SIGN = (
    r"(?:co-?)?sign(?:s|ed|ing|atur\w*|ator\w*)?\b"
    r"|endors\w+|(?:join|joins|joining)\b|subscri(?:be|bing)\b"
    r"|(?:co-?)?sign(?:er|ons|ez|ent|e|erons|erions|erait|ataires?)\b|s'associ\w+|souscri\w+"
    r"|firm(?:o|a|ar|amos|an|aremos|aria|ariamos|e|en|ado)\b|suscrib\w+|adher\w+|sumar\w*|sumamos\b"
    r"|(?:mit)?(?:unter)?zeichn\w+|(?:unter|mit)?schreib\w+|unterschr\w+|unterstutz\w+"
    r"|assin(?:o|a|ar|amos|am|aremos|ariamos|e|em|atura)\b|subscrev\w+|aderi\w*"
    r"|firm(?:iamo|are|eremo|eremmo|i|ano)\b|sottoscriv\w+"
    r"|(?:подпи|присоедин|поддерж)\w+|ال?توقيع\w*|نوقع\b|ننضم\b"
)

YES = any_of(
    # English
    r"(?:put|use|add) (?:our|my) names?\b|feel free to (?:add|put|use|include|list)\b",
    r"(?:consider|count) (?:us|me) (?:signed|in|on board|among)\b|hereby (?:co-?)?(?:sign|endorse)",
    r"confirm\w* (?:our|my) (?:signature|participation|support|endorsement)\b",
    r"(?:count|sign|put|include) (?:us|me) (?:in|up|on|down|as well)\b",
    r"(?:add|include|list|put) (?:us|me|my|our|the|its|[a-z].{0,60}? (?:to|on|among|in) the (?:letter|list"
    r"|signator))",
    r"(?:we|i|our organi[sz]ation|our network|board) (?:\w+ ){0,3}?(?:(?:co-?)?sign|endorse|join)s?\b",
    r"(?:we|i) (?:\w+ )?agree(?: to (?:(?:co-?)?sign|endorse|join)\b.*)?$",
    r"(?:happy|glad|pleased|delighted|honou?red|proud|willing|ready|keen|love|like|wish|want|confirm\w*|agree\w*)"
    r" (?:\S+ ){0,9}?(?:(?:co-?)?sign|endorse|join|subscribe|add|be (?:added|included|listed))\b",
    r"(?:will|shall|we'll|i'll|can|may|are|am) (?:\w+ly |also |certainly |happily )?(?:(?:co-?)?sign(?:ing)?"
    r"|endors(?:e|ing)|join(?:ing)?)\b",
    r"(?:wish|want|like|ask) to be (?:added|included|listed)\b",
    r"(?:use|add|have) (?:our|my) (?:name|signature|logo)\b",
    r"(?:you have|has) (?:our|my) (?:signature|endorsement|approval|consent|agreement)\b",
    r"we are in\b|i am in\b|i'm in\b|we're in\b|on board\b",
    r"approved\b(?! by our board next)|signed on behalf\b",
    # what several languages say alike
    r"(?:pouvons|podemos|possiamo)(?: \S+){0,2}? (?:(?:co-?)?signer|firmar|suscribir|assinar|firmare|sottoscrivere)\b",
    r"(?:apoyamos|apoiamos|sosteniamo|appoggiamo) (?:la |a |esta |questa |l')(?:carta|lettera|appello)",
    r"(?:mon|notre|nuestra|la nostra|a nossa|unsere|meine) organi\w+ (?:signe|firma|assina|unterzeichnet)\b",
    # French
    r"(?:souhait\w+|acceptons|acceptent?|voulons) etre signataires?\b|(?:mettez|inscrivez)-?(?: )?(?:nous|moi"
    r"|notre)\b",
    r"(?:notre|mon) (?:accord|feu vert)\b|confirm\w+ (?:notre|ma) (?:signature|adhesion)\b",
    r"(?:nous|je|j'|notre \w+|on) (?:\w+ )?(?:(?:co-?)?sign(?:ons|e|erons|erai)\b(?! pas)|souscriv\w+"
    r"|soutenons (?:la|cette|votre) (?:lettre|appel)"
    r"|adher(?:ons|e)\b|nous associons\b|m'associe\b|(?:est|sommes|suis) signataires?\b)",
    r"ajoute[rz]? (?:notre|nous|mon|moi|la signature)\b|ajoutez-(?:nous|moi)|compte[rz] (?:avec|sur) (?:nous|moi)",
    r"(?:d'accord|heureux|heureuse|ravis?|prets?|volontiers|plaisir|souhait\w+|voulons"
    r"|acceptons)(?: \S+){0,4}? (?:co-?)?signer\b",
    # Spanish
    r"confirm\w+ (?:nuestra|mi|la) (?:firma|adhesion|participacion)\b|pueden? (?:poner|usar) nuestro nombre\b"
    r"|pueden? contar con (?:nosotr[oa]s|nuestra firma|mi firma)\b",
    r"(?:firmamos|suscribimos|adherimos|sumamos|firmo|suscribo|adhiero)\b",
    r"(?:de acuerdo|encantad\w+|gusto|queremos|deseamos|quisieramos|dispuest\w+)(?: \S+){0,4}? (?:firmar"
    r"|suscribir|adherir\w*|sumarnos)\b",
    r"(?:incluy|incluya|agregue?|anada|sumen?|cuente)(?:a|an|e|en|n)?(?:nos|me| con| nuestr\w+| a )",
    # German
    r"bestatige\w* (?:wir |ich |hiermit )*(?:unsere|meine) (?:unterschrift|unterzeichnung|zeichnung|teilnahme)\b",
    r"(?:unser|mein) (?:okay|ok|einverstandnis)\b",
    r"(?:zeichne|unterzeichne|unterschreibe|unterstutze|tragen?|schliesse)n? (?:wir|ich)\b|(?:wir|ich) (?:zeichne"
    r"|unterzeichne|mitzeichne|unterschreibe)n?\b",
    r"(?:wir|ich) (?:unterstutze)n? den (?:brief|aufruf)|schliessen wir uns an|schliessen uns\b.*\ban\b|(?:sind"
    r"|bin) dabei\b",
    r"(?:gerne?|wollen|mochten|konnen|werden|bereit)(?: \S+){0,5}? (?:mit|zu )?(?:mit|unter)?(?:zuzeichnen"
    r"|zeichnen|zuschreiben|schreiben|unterstutzen)\b",
    r"(?:setzt|setzen|nehmt|nehmen|tragt|tragen)(?: sie)? (?:uns|mich)\b",
    # Portuguese
    r"confirm\w+ (?:a )?(?:nossa|minha) (?:adesao|assinatura|participacao)\b",
    r"(?:assinamos|assino|subscrevemos|subscrevo|aderimos|apoia e assina|assinaremos)\b",
    r"(?:pode|podem|favor|queremos|gostariamos de) (?:incluir|adicionar|acrescentar|assinar|subscrever)\b"
    r"|contem? (?:com nos|conosco|connosco)\b",
    # Italian
    r"conferm\w+ (?:la )?(?:nostra|mia) (?:adesione|firma)\b|cont(?:ate|i|a) (?:pure )?su(?:l|i|lla)?\b"
    r"|potete inserir\w+\b",
    r"(?:firmiamo|firmo|sottoscriviamo|sottoscrivo|aderiamo|aderisco)\b",
    r"(?:lieti|felici|volentieri|piacere|vogliamo|desideriamo|d'accordo)(?: \S+){0,4}? (?:firmare|sottoscrivere"
    r"|aderire)\b|aggiung(?:ete|a|i)(?:ci|mi)?\b",
    # Russian, Arabic
    r"(?:мы |я )?(?:подпис(?:ываем|ываю)|подпишем|подпишу|присоединя(?:емся|юсь)|(?:согласны|готовы) подписать)\b",
    r"(?:نوقع|اوقع|ننضم)\b|(?:نوافق|اوافق|موافقون)(?: على (?:ال)?توقيع\b.*)?$"
    r"|(?:يسرنا|نود|نرغب في) (?:ال)?(?:توقيع|انضمام)\b",
    # Dutch, the languages of the North, Polish, Czech, Turkish
    r"(?:(?:wij|we|ik) (?:\w+ )?(?:onderteken|teken)(?:en)?|(?:vi|jag|jeg) (?:\w+ )?(?:skriver? under|signerer?"
    r"|undertegner|underskriver))\b|(?:podpisujemy|podpisuje|podpiszemy|podepisujeme|imzaliyoruz|imzaliyorum)\b",
    # somebody of whom it is said, at the end of a sentence: Soil Union signs
    r"(?:(?:co-?)?signs|endorses|joins)(?: on| (?:the|this|your) (?:letter|statement|appeal|call))?$",
    # Japanese, Chinese: sentences that end so
    r"(?:賛同|署名|連名)に?(?:いた|致)?します$|(?:我们|我)?(?:同意|愿意)(?:联合|参与)?(?:签署|联署|签名)$",
)  # fmt: skip

ENDORSING = any_of(
    r"(?:fully |strongly )?(?:support|back|stand behind)s? (?:the|this) (?:letter|statement|call|appeal"
    r"|initiative|declaration)\b",
)

NO_OBJECTION = any_of(
    r"no (?:objections?|concerns?)\b",
    r"(?:aucune|pas d') ?objections?\b",
    r"(?:ninguna|sin) objecion(?:es)?\b|sin objeciones\b",
    r"keine (?:einwande|bedenken)\b",
    r"(?:nenhuma|sem) objec(?:ao|oes)\b",
    r"nessuna obiezione\b",
    r"не (?:возражаем|возражаю|против)\b|нет возражении\b|لا (?:مانع|اعتراض)\b",
)

BARE_YES = re.compile(
    r"(?:bon pour accord|(?:c'est )?(?:un )?(?:ok|oui) pour (?:nous|moi)|zustimmung|passt(?: so)?|vale)|"
    r"(?:(?:yes|ok|okay|agreed|approved|confirmed|absolutely|certainly|of course|with pleasure|gladly|sure|fine)"
    r"(?: (?:please|for (?:us|me)|from (?:our|my) side|by (?:us|me)|with (?:us|me)|to (?:sign|sign on|signing"
    r"|this|the letter)|indeed|of course))*"
    r"|d'accord|oui|entendu|c'est bon|avec plaisir|si|de acuerdo|conforme|claro(?: que si)?|con gusto"
    r"|ja|jawohl|einverstanden|gerne?|in ordnung|sim|concordo|concordamos|com prazer|va bene|certo|con piacere"
    r"|да|конечно|согласны|نعم|はい|是|signed|evet)"
)

BEGINS_WITH_YES = re.compile(
    rf"(?!si +[^ ,;:.!–—-])(?:{BARE_YES.pattern})(?!\w)"
)  # "si" is "if", too

COURTESY = re.compile(
    r"(?:please|thanks?|thank you|very much|many|merci|beaucoup|gracias|muchas|danke|vielen dank|gerne?"
    r"|obrigad[oa]|grazie"
    r"|of course|gladly|with pleasure|avec plaisir|con gusto|con piacere|com prazer|naturlich|bien sur|claro"
    r"|certo|спасибо|شكرا|[ ,;!.،])*"
)
"""What may follow a bare yes without making it another sentence."""

WE = any_of(
    r"(?:we|us|our|ours|we'\w+|nous|notre|nos|nosotros|nuestr[oa]s?|wir|uns|unsere?\w?|noss[oa]s?|noi|nostr[oaie])\b",
    r"(?:firm|suscrib|adher|sum|apoy|assin|subscrev|ader|quer|dese)\w*mos\b",
    r"(?:firm|sottoscriv|ader|appogg|sosten)\w*iamo\b|\w{4,}(?:nos|ci)\b",
)
"""Words of somebody who answers for more than one."""

BARE_NO = frozenset({"no", "non", "nein", "nao", "nope", "no thank you", "no thanks", "нет", "لا"})

NO = any_of(
    r"(?:do not|don't) (?:add|list|include|count|name|mention|put|use) (?:us|me|our|my)\b",
    r"ne (?:nous |me |m')(?:ajout|inscri|mention|compt|cit)\w+ pas\b",
    r"no (?:nos|me) (?:inclu|agreg|anad|mencion|cuent)\w+|nao (?:nos|me) (?:inclu|adicion|acresc)\w+",
    r"(?:nehmt|nehmen|setzt|setzen|nennt|nennen|tragt|tragen)(?: sie)? (?:uns|mich) (?:\S+ ){0,3}?nicht\b",
    r"non (?:ci|mi) (?:inser|aggiung|includ|elenc)\w+",
    # English
    r"not (?:this time|something (?:we|i)|to (?:co-?)?(?:sign|endorse|join))\b|(?:sit this (?:one )?out"
    r"|give (?:it|this) a miss)\b",
    r"(?:cannot|can't|can not|could not|couldn't|unable|not able|not (?:be )?in a position|not possible|will not"
    r"|won't"
    r"|do not|don't|does not|doesn't|would not|wouldn't|not going|not (?:be )?(?:able|willing|ready)|prefer not"
    r"|rather not|choose not"
    r"|decided not|not (?:be )?(?:(?:co-?)?sign|endors|join))(?: \S+){0,5}? ?(?:(?:co-?)?sign\w*|endors\w*"
    r"|join\w*|support the|participate|take part|be part|add)",
    r"(?:must|have to|need to|regret\w*|will|would|are going to|to|respectfully|we|i) (?:\w+ )?(?:decline|abstain"
    r"|pass)\b|pass on this\b",
    r"(?:take|remove|leave|delete|strike|count) (?:us|me|our name|my name|our organi[sz]ation) (?:off|out|from)\b",
    r"withdraw (?:our|my)\b|not (?:for us|sign\w*)\b|(?:against|outside) (?:our|its) (?:policy|mandate)\b.*\bsign",
    # French
    r"ne (?:\S+ ){0,3}?(?:pas|point) (?:\S+ ){0,3}?(?:co-?)?(?:sign|associ|souscri|adher|particip|soutenir"
    r"|donner suite)",
    r"ne (?:co-?)?sign\w+ pas\b|ne pas (?:co-?)?sign\w+|declin(?:ons|er|e)\b|retire[rz] (?:notre|mon)\b",
    # Spanish, Portuguese
    r"(?:no|nao) (?:\S+ ){0,4}?(?:firm|suscrib|adher|sum|particip|apoy|assin|subscrev|ader)",
    r"(?:declinamos|declinar|rechazamos|recusamos)\b",
    # German
    r"(?:nicht|keinen?|weder)(?: \S+){0,6}? (?:mit|unter)?(?:zu)?(?:unter)?(?:zeichne|schreibe|unterstutze"
    r"|beteilig|teilnehm|dabei|anschliess)\w*",
    r"(?:zeichne|unterzeichne|unterschreibe|unterstutze)n?(?: \S+){0,5}? nicht\b|nicht dabei\b|(?:absagen"
    r"|ablehnen|lehnen\b.*\bab)\b",
    # Italian
    r"non (?:\S+ ){0,4}?(?:firm|sottoscriv|ader|partecip|appogg)",
    # Russian, Arabic
    r"не (?:(?:можем|могу|сможем|смогу|будем|буду|хотим|хочу|станем|готовы) )?(?:подпи|присоедин|поддерж|участв)"
    r"|отказываемся\b",
    r"(?:لا|لن) (?:نوقع|ننضم|نستطيع|نتمكن|يمكننا|نوافق|اوافق)\b|نعتذر عن (?:عدم|التوقيع|المشاركة)\b",
)  # fmt: skip

ABSENT = any_of(
    r"out of (?:the )?office\b|(?:on|from) (?:annual |sick |maternity |parental |study |home )?leave\b"
    r"|on (?:vacation|holiday)\b|away from (?:the office|my desk)\b",
    r"(?:automatic|automated) (?:reply|response)|auto-?reply\b|limited access to (?:e-?)?mail",
    r"absente?s? (?:du bureau|jusqu|du \d)|en conges?\b|reponse automatique",
    r"fuera de (?:la |mi )?oficina\b|de vacaciones\b|respuesta automatica",
    r"nicht im (?:buro|hause?)\b|abwesen\w*|im urlaub\b|automatische antwort",
    r"fora do escritorio\b|de ferias\b|resposta automatica",
    r"fuori (?:ufficio|sede)\b|in ferie\b|risposta automatica",
)

ASKING = re.compile(
    r"(?:hi |hello |please |so |and )?(?:can|could|would|will) you (?:please |kindly |also |then )?(?:add|include"
    r"|list|count|put|sign (?:us|me))\b"
    r"|pouvez-vous (?:s'il vous plait )?(?:nous |m')?(?:ajouter|inscrire)|(?:pueden?|podrian?) (?:incluir|agregar"
    r"|anadir)(?:nos|me)"
    r"|(?:konnt ihr|konnen sie|konntest du) (?:uns|mich) .*\b(?:aufnehmen|setzen|eintragen)\b"
)
"""A wish put as a question: could you add us?"""
