"""French headers of columns."""

HEADERS = {
    "entry": "signataire; signataires; nom et organisation; nom et affiliation; "
    "nom et qualité; prénom nom organisation",
    "name": "nom; nom complet; nom et prénom; nom et prénoms; prénom et nom; prénoms et nom; "
    "nom prénom; prénom nom; destinataire; votre nom; contact; nom du contact; nom du signataire; "
    "personne; nom de la personne; votre nom complet",
    "given_name": "prénom; prénoms; votre prénom",
    "family_name": "nom de famille; patronyme",
    "role": "fonction; titre; poste; qualité; rôle; profession; titre ou fonction; "
    "fonction dans organisation; votre fonction; intitulé du poste",
    "organisation": "organisme; organisation; nom organisation; nom de votre organisation; "
    "nom association; association; ong; affiliation; affiliation institutionnelle; institution; "
    "structure; nom de la structure; nom de organisme; entité; société; entreprise; établissement",
    "acronym": "acronyme; sigle; abréviation; nom abrégé; nom court",
    "other_name": "autre nom; nom en anglais; nom en français; nom officiel; traduction du nom",
    "former_name": "ancien nom; anciennement; nom précédent",
    "country": "pays; état; état membre; nom du pays; pays ou région; code pays; "
    "pays de résidence; pays du siège",
    "region": "région; province; département; continent; canton",
    "city": "ville; commune; localité; lieu; siège",
    "postal_code": "code postal; npa",
    "email": "courriel; adresse électronique; adresse e mail; adresse mail; adresse email; mél; "
    "adresse courriel; e mail; courrier électronique; nom utilisateur",
    "telephone": "téléphone; numéro de téléphone; tél; portable; téléphone portable; mobile",
    "website": "site web; site internet; site; adresse du site; adresse internet; page web; lien",
    "kind": "type; type organisation; type de structure; catégorie organisation; statut juridique; "
    "forme juridique; nature",
    "parent": "organisation mère; membre de; fait partie de; organisation faîtière",
    "status": "statut; réponse; décision; signez vous; souhaitez vous signer",
    "capacity": "en qualité; signe en tant que; je signe en tant que; en qualité de; "
    "à quel titre signez vous",
    "condition": "condition; conditions; réserve; réserves",
    "group": "groupe; section; catégorie; rubrique",
    "notes": "remarques; remarque; notes; commentaire; commentaires; observations; message",
    "description": "description; présentation; brève description; biographie; à propos; description de l organisation",
    "comment": "commentaire à publier; commentaire public; témoignage",
    "constituency": "circonscription; circonscription électorale",
    "footnote": "note de bas de page",
    "tag": "étiquette; étiquettes; mot clé; mots clés; thèmes; thématiques",
    "date": "date; horodateur; date de signature; date de soumission; soumis le; date de réponse; "
    "date de envoi; heure de fin; envoyé le; signé le; date de création",
    "response": "numéro de réponse; id réponse; identifiant de réponse; id de la réponse; "
    "id répondant; numéro de soumission",
    "person": "personne; représentant permanent; ambassadeur; contact; représentant; "
    "chef de mission",
    "form_of_address": "civilité; titre civilité; titre de civilité; titre",
    "salutation": "formule appel; appel; formule de salutation; salutation",
    "address": "adresse; adresse postale; rue",
    "language": "langue; langue correspondance; langue de travail; langue préférée",
    "participant": "partie; état partie; état; états parties; pays; participant",
    "signature": "signature; signé; date de signature",
    "ratification": "ratification; adhésion; date de ratification; ratification adhésion",
    "withdrawal": "dénonciation; retrait",
    "number": "numéro; n; no; id; rang; code; référence; heure de début; date de naissance; âge; "
    "sexe; adresse ip",
}

UNIMPORTANT = (
    "de la le les l d du des au aux un une votre vos en obligatoire facultatif veuillez indiquer "
    "quel quelle est sont dans ou a"
)

TELLING = (
    "courriel adresse pays langue sigle acronyme fonction organisme telephone prenom horodateur "
    "commentaires ville civilite site ong code date numero type"
)
