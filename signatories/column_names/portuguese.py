"""Portuguese headers of columns."""

HEADERS = {
    "entry": "signatário; signatários; subscritor; assinante; nome e organização",
    "name": "nome; nome completo; nome e sobrenome; nome e apelido; destinatário; seu nome; "
    "pessoa; contato; contacto; pessoa de contato; nome do contato; nome do signatário",
    "given_name": "primeiro nome; nome próprio; prenome",
    "family_name": "sobrenome; apelido; último nome",
    "role": "função; cargo; posição; título; profissão; papel; função na organização",
    "organisation": "organização; instituição; nome da organização; nome da instituição; entidade; "
    "nome da entidade; associação; afiliação; filiação; empresa; coletivo; ong",
    "acronym": "sigla; acrônimo; acrónimo; abreviatura; sigla organização; nome abreviado",
    "other_name": "outro nome; nome em inglês; nome oficial",
    "former_name": "nome anterior; antigo nome",
    "country": "país; estado membro; país região; país ou região; código do país; nação",
    "region": "região; província; continente; unidade federativa; uf; distrito",
    "city": "cidade; município; localidade; local",
    "postal_code": "cep; código postal",
    "email": "correio eletrónico; correio eletrônico; endereço eletrônico; endereço de e mail; "
    "endereço de email; e mail; email; e mail de contato",
    "telephone": "telefone; celular; telemóvel; número de telefone; telefone de contato",
    "website": "site; sítio; página web; página da internet; endereço do site",
    "kind": "tipo; tipo de organização; natureza jurídica; setor",
    "parent": "organização mãe; membro de; faz parte de",
    "status": "resposta; situação; estado da resposta; decisão; deseja assinar",
    "capacity": "capacidade; assina como; na qualidade de; em qualidade; assino como",
    "condition": "condição; condições; ressalva; reservas",
    "group": "grupo; secção; seção; categoria",
    "notes": "notas; nota; observações; observação; comentário; comentários; mensagem",
    "description": "descrição; descrição breve; biografia; sobre; descrição da organização",
    "comment": "comentário público; comentário para publicar",
    "constituency": "círculo eleitoral; distrito eleitoral",
    "footnote": "nota de rodapé",
    "tag": "etiqueta; etiquetas; palavra chave; palavras chave; marcador; temas",
    "date": "data; carimbo de data hora; carimbo de data e hora; data de assinatura; data de envio; "
    "enviado em; hora de conclusão; data da resposta; submetido em",
    "response": "número da resposta; id da resposta; identificação da resposta",
    "person": "pessoa; embaixador; representante permanente; representante; contacto; contato",
    "form_of_address": "tratamento; forma de tratamento; título",
    "salutation": "saudação; vocativo",
    "address": "endereço; morada; endereço postal; rua",
    "language": "língua; idioma; idioma de correspondência",
    "participant": "participante; estado parte; estado; parte; país",
    "signature": "assinatura; data de assinatura",
    "ratification": "ratificação; adesão; data de ratificação",
    "withdrawal": "denúncia; retirada",
    "number": "número; nº; id; código; hora de início; data de nascimento; idade; sexo",
}

UNIMPORTANT = "da do das dos de em o a os as seu sua obrigatório opcional qual por favor no na ou"

TELLING = (
    "endereco pais idioma lingua sigla funcao cargo organizacao instituicao telefone sobrenome "
    "comentarios cidade codigo data numero tipo"
)
