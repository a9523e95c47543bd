"""Italian headers of columns."""

HEADERS = {
    "entry": "firmatario; firmatari; firmataria; sottoscrittore; nome e organizzazione; aderenti",
    "name": "nome e cognome; cognome e nome; nominativo; nome completo; destinatario; persona; "
    "contatto; referente; persona di contatto; il tuo nome; nome del firmatario; nome cognome",
    "given_name": "nome; nome proprio; nome di battesimo",
    "family_name": "cognome",
    "role": "ruolo; carica; funzione; qualifica; posizione; titolo; professione; incarico",
    "organisation": "organizzazione; nome organizzazione; ente; associazione; istituzione; istituto; "
    "affiliazione; nome associazione; nome ente; società; azienda; ong; denominazione; "
    "ragione sociale; fondazione",
    "acronym": "acronimo; sigla; abbreviazione; nome breve",
    "other_name": "altro nome; nome in inglese; nome ufficiale",
    "former_name": "nome precedente; ex nome; già denominato",
    "country": "paese; stato; nazione; stato membro; paese o regione; codice paese; nazionalità",
    "region": "regione; provincia; continente",
    "city": "città; comune; località; luogo; sede",
    "postal_code": "cap; codice postale",
    "email": "e mail; email; posta elettronica; indirizzo e mail; indirizzo email; "
    "indirizzo di posta elettronica; indirizzo mail; nome utente",
    "telephone": "telefono; numero di telefono; cellulare; tel; recapito telefonico",
    "website": "sito; sito web; sito internet; pagina web; indirizzo web",
    "kind": "tipo; tipologia; tipo di organizzazione; forma giuridica; tipo di ente",
    "parent": "organizzazione madre; membro di; fa parte di",
    "status": "risposta; decisione; esito; vuoi firmare; stato della risposta",
    "capacity": "firma come; in qualità; in qualità di; firmo come",
    "condition": "condizione; condizioni; riserva; riserve",
    "group": "gruppo; sezione; categoria",
    "notes": "note; nota; commento; commenti; osservazioni; messaggio; annotazioni",
    "description": "descrizione; breve descrizione; biografia; descrizione dell organizzazione",
    "comment": "commento pubblico; commento da pubblicare",
    "constituency": "circoscrizione; circoscrizione elettorale; collegio elettorale",
    "footnote": "nota a piè di pagina",
    "tag": "etichetta; etichette; parola chiave; parole chiave; temi",
    "date": "data; informazioni cronologiche; data e ora; data della firma; data di invio; "
    "inviato il; ora di completamento; data della risposta",
    "response": "numero della risposta; id risposta; id della risposta; numero risposta",
    "person": "persona; ambasciatore; rappresentante permanente; rappresentante; referente",
    "form_of_address": "titolo; appellativo; forma di cortesia",
    "salutation": "formula di saluto; saluto; formula di apertura",
    "address": "indirizzo; indirizzo postale; recapito; via",
    "language": "lingua; lingua di corrispondenza; lingua preferita",
    "participant": "stato parte; stato; parte; partecipante; paese",
    "signature": "firma; data della firma",
    "ratification": "ratifica; adesione; data della ratifica",
    "withdrawal": "denuncia; recesso",
    "number": "numero; num; id; codice; ora di inizio; data di nascita; età; sesso",
}

UNIMPORTANT = (
    "il lo la gli le di del della dello dei delle in tuo tua vostro vostra o obbligatorio "
    "facoltativo un una qual l per"
)

TELLING = (
    "cognome ruolo organizzazione paese nazione lingua indirizzo telefono sito commenti citta "
    "sigla codice data numero"
)
