"""Swahili headers of columns."""

HEADERS = {
    "name": "jina; jina kamili",
    "given_name": "jina la kwanza",
    "family_name": "jina la ukoo; jina la mwisho",
    "role": "cheo; wadhifa",
    "organisation": "shirika; jina la shirika; taasisi",
    "country": "nchi",
    "email": "barua pepe; anwani ya barua pepe",
    "telephone": "simu; nambari ya simu",
    "date": "tarehe",
    "notes": "maoni; maelezo",
}

UNIMPORTANT = ""

TELLING = ""
