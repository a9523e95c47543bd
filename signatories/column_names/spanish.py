"""Spanish headers of columns."""

HEADERS = {
    "entry": "firmante; firmantes; nombre y organización; signatario; signatarios; "
    "nombre y afiliación; suscriptor",
    "name": "nombre; nombre completo; nombre y apellido; nombre y apellidos; nombres y apellidos; "
    "apellidos y nombre; apellidos y nombres; destinatario; persona; contacto; "
    "persona de contacto; nombre de contacto; su nombre; nombre del firmante; tu nombre",
    "given_name": "nombre de pila; nombres; primer nombre",
    "family_name": "apellido; apellidos; primer apellido",
    "role": "cargo; función; puesto; rol; título; profesión; ocupación; "
    "cargo en organización; puesto de trabajo",
    "organisation": "organización; nombre organización; nombre de su organización; entidad; "
    "nombre entidad; institución; nombre institución; asociación; afiliación; colectivo; empresa; "
    "organismo; ong; compañía; organización o institución; fundación",
    "acronym": "acrónimo; sigla; siglas; abreviatura; nombre corto",
    "other_name": "otro nombre; nombre en inglés; nombre oficial; nombre en español",
    "former_name": "nombre anterior; antiguo nombre; antes llamado",
    "country": "país; estado; estado miembro; nombre del país; país o región; código de país; "
    "país de residencia; nación; país sede",
    "region": "región; provincia; departamento; comunidad autónoma; continente; "
    "departamento provincia estado",
    "city": "ciudad; localidad; municipio; lugar; sede; población",
    "postal_code": "código postal",
    "email": "correo; correo electrónico; dirección correo electrónico; dirección de correo; "
    "e mail; email; nombre de usuario; correo de contacto",
    "telephone": "teléfono; número de teléfono; móvil; celular; tel; teléfono móvil; "
    "teléfono de contacto; teléfono celular",
    "website": "sitio web; página web; web; sitio; enlace; página de internet; sitio de internet",
    "kind": "tipo; tipo de organización; tipo de entidad; forma jurídica; clasificación; sector",
    "parent": "organización matriz; miembro de; forma parte de; organización madre; pertenece a",
    "status": "respuesta; situación; decisión; estado de respuesta; firma usted; desea firmar; "
    "estatus",
    "capacity": "capacidad; firma como; en calidad; en calidad de; firmo como; "
    "en calidad de qué firma",
    "condition": "condición; condiciones; reserva; reservas",
    "group": "grupo; sección; categoría; bloque; apartado",
    "notes": "notas; nota; comentario; comentarios; observaciones; observación; mensaje",
    "description": "descripción; descripción breve; biografía; acerca de; descripción de la organización",
    "comment": "comentario público; comentario para publicar; testimonio",
    "constituency": "circunscripción; circunscripción electoral; distrito electoral",
    "footnote": "nota al pie",
    "tag": "etiqueta; etiquetas; palabra clave; palabras clave; temas",
    "date": "fecha; marca temporal; marca de tiempo; fecha de firma; fecha de envío; enviado el; "
    "hora de finalización; fecha de respuesta; fecha y hora; fecha de registro",
    "response": "número de respuesta; id de respuesta; id respuesta; id de encuestado; "
    "número de envío",
    "person": "persona; representante permanente; embajador; representante; contacto; "
    "persona de contacto; jefe de misión",
    "form_of_address": "tratamiento; título",
    "salutation": "saludo; saludo inicial; encabezamiento",
    "address": "dirección; dirección postal; domicilio; calle",
    "language": "idioma; lengua; idioma de correspondencia; idioma preferido",
    "participant": "participante; estado parte; estado; estados partes; país",
    "signature": "firma; fecha firma; fecha de la firma",
    "ratification": "ratificación; adhesión; fecha ratificación; ratificación adhesión",
    "withdrawal": "denuncia; retiro",
    "number": "número; núm; nº; id; código; registro; referencia; hora de inicio; sexo; edad; "
    "fecha de nacimiento; dirección ip",
}

UNIMPORTANT = (
    "de la el los las del en su sus tu tus un una obligatorio opcional por favor indique escriba "
    "cual es que se encuentra o"
)

TELLING = (
    "correo direccion pais idioma sigla siglas acronimo cargo organizacion institucion entidad "
    "telefono apellido apellidos comentarios ciudad saludo ong codigo fecha numero tipo"
)
