"""The few words that the program itself prints in a letter, in the letter's language."""

from collections.abc import Mapping

from signatories.language_tags import ways

_PAGE = {
    "ar": "صفحة {page} من {pages}",
    "de": "Seite {page} von {pages}",
    "en": "Page {page} of {pages}",
    "es": "Página {page} de {pages}",
    "fr": "Page {page} sur {pages}",
    "it": "Pagina {page} di {pages}",
    "ja": "{page} / {pages} ページ",
    "nl": "Pagina {page} van {pages}",
    "pt": "Página {page} de {pages}",
    "ru": "Страница {page} из {pages}",
    "zh": "第 {page} 页，共 {pages} 页",
    "zh-hant": "第 {page} 頁，共 {pages} 頁",
}
_ENCLOSURES = {
    "ar": "المرفقات:",
    "de": "Anlagen:",
    "en": "Enclosures:",
    "es": "Anexos:",
    "fr": "Pièces jointes :",
    "it": "Allegati:",
    "ja": "同封物：",
    "nl": "Bijlagen:",
    "pt": "Anexos:",
    "ru": "Приложения:",
    "zh": "附件：",
}
_COPIES = {
    "ar": "نسخة إلى:",
    "de": "Kopie an:",
    "en": "cc:",
    "es": "C.c.:",
    "fr": "Copie :",
    "it": "C.p.c.:",
    "ja": "写し：",
    "nl": "Cc:",
    "pt": "C.c.:",
    "ru": "Копия:",
    "zh": "抄送：",
    "zh-hant": "副本：",
}


def page_of(page: int, pages: int, language: str) -> str:
    """The foot of a page: "Page 1 of 2"; only figures in a language without words here."""
    return _of(_PAGE, language, "{page} / {pages}").format(page=page, pages=pages)


def enclosures(language: str) -> str:
    """The word before the list of enclosures; English where there is none here."""
    return _of(_ENCLOSURES, language, _ENCLOSURES["en"])


def copies(language: str) -> str:
    """The word before those who get a copy; English where there is none here."""
    return _of(_COPIES, language, _COPIES["en"])


def _of(words: Mapping[str, str], language: str, otherwise: str) -> str:
    return next((words[each] for each in ways(language) if each in words), otherwise)
