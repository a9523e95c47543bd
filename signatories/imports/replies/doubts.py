"""Words that take something away from a yes: conditions, demands, hesitation, denial, other people; folded."""

from signatories.imports.replies.words import any_of

CONDITION = any_of(
    r"(?:only )?if\b|provided\b(?! (?:below|here))|providing\b|on (?:the )?condition\b|as long as\b|subject to\b"
    r"|unless\b|once\b(?! (?:again|more))|assuming\b|contingent\b|as soon as\b|pending\b|depending\b",
    r"si\b|a condition\b|sous reserve\b|pourvu que\b|a moins que\b|des que\b|lorsque\b",
    r"siempre (?:que|y cuando)\b|con la condicion\b|a condicion\b|salvo que\b|a menos que\b|una vez que\b"
    r"|en cuanto\b|con tal (?:de )?que\b",
    r"wenn\b|falls\b|sofern\b|unter der bedingung\b|vorausgesetzt\b|vorbehaltlich\b|sobald\b|es sei denn\b"
    r"|solange\b",
    r"se (?:[ao]s?|il|la|i|gli|le|nao|non|anche|tambem|tutti|todos)\b|contanto que\b|a condicao\b|assim que\b"
    r"|a menos que\b|desde que\b",
    r"purche\b|a condizione\b|a patto\b|qualora\b|a meno che\b|(?:non )?appena\b",
    r"если\b|при условии\b|как только\b|в случае\b|когда\b",
    r"(?:و)?(?:اذا|لو|شرط|بشرط|شريطة|ما لم|ان لم|في حال|عندما|حالما)\b",
)

WHEN = any_of(
    r"(?:when|until|before|after (?:we|i|our))\b|(?:quand|cuando|quando|(?<!que )se|caso)\b",
    r"(?:apres|despues|depois|dopo|erst|nach (?:der|dem)|после|до|بعد|قبل)\b",
)
"""Words that put a yes off, and some that may also tell when it was given."""

PLAIN_CONDITION = any_of(
    r"(?:only if|seulement si|solo si|somente se|so se|solo se|nur (?:wenn|falls)|только если|فقط اذا|بشرط)\b",
    r"(?:provided that|on (?:the )?condition that|subject to)\b",
    r"a condition (?:que|de|d')|(?:sous reserve|pourvu que)\b",
    r"(?:siempre que|siempre y cuando|con la condicion|a condicion)\b",
    r"(?:sofern|unter der bedingung|vorausgesetzt|vorbehaltlich)\b",
    r"(?:a condicao|contanto que|a condizione|a patto|purche)\b",
)
"""Words that make a yes depend on something, in whatever mood it is said."""

WOULD = any_of(
    r"(?:would|could|can|will|happy|ready|prepared|willing|agree)\b",
    r"(?:serions|signerions|pourrions|signerons|prets?|pouvons|d'accord)\b",
    r"(?:firmariamos|podriamos|podemos|de acuerdo|firmaremos|dispuest\w+)\b",
    r"(?:wurden?|konnten?|konnen|bereit)\b",
    r"(?:assinariamos|poderiamos|podemos|assinaremos)\b",
    r"(?:firmeremmo|potremmo|possiamo|firmeremo|aderiremmo)\b",
)

DEMAND = any_of(
    r"with (?:one|a|two|some|the|these|minor|small|following)(?: \w+){0,2} (?:changes?|amendments?|edits?"
    r"|corrections?)\b",
    r"(?:co-?)?sign\w*\b.*\bplease (?:delete|remove|change|replace|drop|correct)\b",
    r"(?:firmariamos|adheririamos|suscribiriamos|signerions|souscririons|assinariamos|subscreveriamos)\b",
    r"(?:firmeremmo|aderiremmo|sottoscriveremmo)\b|wurden (?:wir |ich )?(?:mit|unter)(?:zeichnen|schreiben)\b",
    r"(?:need|ask|request|require|insist|want|propose)\b.*\b(?:removed|deleted|changed|amended|corrected|added"
    r"|reworded|softened)\b",
)

HEDGE = any_of(
    r"(?:transmets|transmettons|transfere)\b|(?:gebe|geben|sage|sagen) (?:\S+ ){0,4}?bescheid\b|(?:reenvio|remito"
    r"|encaminho) \w+ a",
    r"(?:need|have|want|like|must|would like) to (?:check|discuss|consult|think|ask|confirm with|review|consider)\b",
    r"(?:let me|i will|i'll|we will|we'll) (?:get back|come back|check|discuss|consult|ask|see|let you know"
    r"|review|revert)\b",
    r"(?:board|committee|colleagues|council)\b.*\b(?:meets|decides?|discuss\w*|next|will|must|has to)\b"
    r"|not (?:yet )?sure\b|undecided\b|under (?:review|consideration)\b",
    r"(?:reviens|reviendrai|reviendrons) vers\b|(?:dois|devons|vais|allons) (?:\S+ )?(?:consulter|verifier"
    r"|discuter|demander)\b",
    r"должн\w+ (?:\S+ ){0,2}?(?:обсуд|посовет|спрос|уточн|провер)\w*|(?:обсудим|подумаем|уточним|посоветуемся)\b",
    r"(?:lo|la) (?:reviso|consulto|revisare|consultare|consultamos|revisamos)\b|(?:debo|tengo que|debemos"
    r"|tenemos que) (?:consultar|revisar)\b|te aviso\b|le aviso\b",
    r"(?:muss|mussen|werde|werden) (?:\S+ ){0,4}?(?:besprechen|klaren|prufen|beraten|abstimmen|ruckfrage)\w*"
    r"|melde mich\b|melden uns\b",
    r"(?:preciso|precisamos|vou|vamos) (?:consultar|verificar|discutir)\b|devo (?:consultare|verificare|chiedere)\b",
)  # fmt: skip

NEGATION = any_of(
    r"(?:nothing|nobody|nichts|niemand|rien|nada|nadie|ninguem|niente|nessuno)\b"
    r"|(?:не|нет|ни|никто|ничего|لا|لن|لم|ليس)\b",
    r"(?:niet|geen|inte|ikke|inga?)\b|(?:not|cannot|no|never|nor|neither|nicht|kein\w*|nie|pas|jamais|non|ni|nunca|jamas|nao|nem|mai)\b|\S+n't\b",
)
"""In a sentence that reads like a yes: then it may be none."""

PERHAPS = any_of(
    r"(?:perhaps|maybe|probably|possibly|likely|might|later)\b|(?:we|i|our \w+) may\b",
    r"(?:peut-etre|probablement|plus tard|ulterieurement)\b",
    r"(?:quizas?|tal vez|probablemente|mas tarde|mas adelante|(?<!desde )luego)\b",
    r"(?:vielleicht|wahrscheinlich|moglicherweise|eventuell|spater)\b",
    r"(?:talvez|provavelmente|mais tarde|forse|probabilmente|piu tardi)\b",
    r"(?:возможно|наверное|вероятно|может|ли|позже|позднее|потом|ربما|لاحقا)\b",
)
"""In a sentence that reads like a yes: then it is none, or none yet."""

RESERVATION = any_of(
    r"(?:but|however|although|though|except|aber|allerdings|jedoch|mais|toutefois|cependant|pero|sin embargo"
    r"|salvo)\b",
    r"(?:mas|porem|contudo|ma|pero|tuttavia|но|однако|و?لكن)\b",
)
"""After a yes: what follows may take it back."""

TAKEN_BACK = any_of(
    r"(?:but|however)\b.*\b(?:we|i) (?:will|do|can|shall)$|aber\b.*\b(?:schon|doch)$|mais\b.*\boui$|pero\b.*\bsi$",
)
"""After a refusal: not as a rule, but this time we will."""

OTHERS = any_of(
    r"(?:they|others|many(?! thanks)|hope|somebody|someone)\b|our (?:colleagues|partners|friends|members|sister)\b",
    r"(?:ils|elles|d'autres|esperons|otros|ellos|espero|andere|hoffe\w*|outros|altri|spero)\b",
    r"(?:они|другие|коллеги|надеемся|надеюсь|هم|نامل|امل)\b",
)
"""Before a yes: then it is the yes of somebody else, or a wish."""
