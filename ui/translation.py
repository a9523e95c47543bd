"""Puts the domain's messages into the user's language through Qt."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from signatories.locations import resource
from signatories.texts import Message, fill
from ui import days

CONTEXT = "signatories"


def translate(text: Message | str) -> str:
    """Return the words of a message, or of a bare key, with its values put in.

    Without a translation Qt gives the English key back, and `fill` makes its plural.
    """
    message = text if isinstance(text, Message) else Message(text)
    if not message.key:
        return ""
    count = message.values.get("n", -1)
    translated = QCoreApplication.translate(CONTEXT, message.key, None, count)
    # Qt has put the count in already; the key still needs its English plural.
    template = message.key if translated == message.key.replace("%n", str(count)) else translated
    return fill(template, {name: _value(name, value) for name, value in message.values.items()})


def install_translations(application: QCoreApplication, locale: QLocale) -> None:
    """Load our texts and Qt's own in the locale's language, as far as they are translated."""
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("signatories", str(resource("translations")))):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)


def _value(name: str, value: object) -> object:
    return translate(value) if isinstance(value, Message) else days.told(name, value)
