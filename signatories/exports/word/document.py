"""An empty Word document that says of itself what it will be, and nothing of the template that it is made from."""

import datetime as dt
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from signatories.exports.word.elements import as_property
from signatories.exports.word.spoken import name_language
from signatories.letters.text_file import LetterFile


def empty_document(text: LetterFile, made_at: dt.datetime) -> Document:
    """A document of a letter or its list. `made_at`: when what it shows was read."""
    document = docx.Document()
    _leave_out_picture(document)
    properties = document.core_properties
    properties.title, properties.language = as_property(text.title), text.language
    properties.author, properties.comments = "", ""
    properties.created = properties.modified = made_at
    defaults: Any = document.styles.element
    for language in defaults.iter(qn("w:lang")):
        name_language(language, text.language)
    return document


def _leave_out_picture(document: Document) -> None:
    """The template has a picture of its first page, which file managers show as if it were of this document."""
    relations = document.part.package.rels
    for name in [
        key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]:
        del relations[name]
