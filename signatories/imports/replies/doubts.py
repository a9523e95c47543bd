"""Words that take something away from a yes: conditions, demands, hesitation, denial, other people; folded."""

from signatories.imports.replies.words import any_of

CONDITION = any_of(
    r"(?:when|as soon as|until|before|after (?:we|i|our))\b|(?:quand|cuando|quando)\b",
    r"(?:only )?if\b|provided\b|providing\b|on (?:the )?condition\b|as long as\b|subject to\b|unless\b|once\b"
    r"|assuming\b|contingent\b",
    r"si\b|a condition\b|sous reserve\b|pourvu que\b|a moins que\b|des que\b|lorsque\b",
    r"siempre (?:que|y cuando)\b|con la condicion\b|a condicion\b|salvo que\b|a menos que\b|una vez que\b",
    r"wenn\b|falls\b|sofern\b|unter der bedingung\b|vorausgesetzt\b|vorbehaltlich\b|sobald\b",
    r"se\b|desde que\b|contanto que\b|a condicao\b|caso\b",
    r"purche\b|a condizione\b|a patto\b|qualora\b",
)

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
    r"(?:board|committee|colleagues|council)\b.*\b(?:meets|decides?|discuss\w*|next|will)\b|not (?:yet )?sure\b"
    r"|undecided\b|under (?:review|consideration)\b",
    r"(?:reviens|reviendrai|reviendrons) vers\b|(?:dois|devons|vais|allons) (?:\S+ )?(?:consulter|verifier"
    r"|discuter|demander)\b",
    r"(?:lo|la) (?:reviso|consulto|revisare|consultare|consultamos|revisamos)\b|(?:debo|tengo que|debemos"
    r"|tenemos que) (?:consultar|revisar)\b|te aviso\b|le aviso\b",
    r"(?:muss|mussen|werde|werden) (?:\S+ ){0,4}?(?:besprechen|klaren|prufen|beraten|abstimmen|ruckfrage)\w*"
    r"|melde mich\b|melden uns\b",
    r"(?:preciso|precisamos|vou|vamos) (?:consultar|verificar|discutir)\b|devo (?:consultare|verificare|chiedere)\b",
)  # fmt: skip

NEGATION = any_of(
    r"(?:nothing|nobody|nichts|rien|nada|niente)\b",
    r"(?:not|cannot|no|never|nor|neither|nicht|kein\w*|nie|pas|jamais|non|ni|nunca|jamas|nao|nem|mai)\b|\S+n't\b",
)
"""In a sentence that reads like a yes: then it may be none."""

RESERVATION = any_of(
    r"(?:but|however|although|though|except|aber|allerdings|jedoch|mais|toutefois|cependant|pero|sin embargo"
    r"|salvo)\b",
    r"(?:mas|porem|contudo|ma|pero|tuttavia)\b",
)
"""After a yes: what follows may take it back."""

OTHERS = any_of(
    r"(?:they|others|many(?! thanks)|hope|somebody|someone)\b|our (?:colleagues|partners|friends|members|sister)\b",
    r"(?:ils|elles|d'autres|esperons|otros|ellos|espero|andere|hoffe\w*|outros|altri|spero)\b",
)
"""Before a yes: then it is the yes of somebody else, or a wish."""
