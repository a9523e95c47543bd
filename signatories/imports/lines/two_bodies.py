"""Whether a line names two bodies, or one with an “and” in its name: Well Fund and Marsh Watch."""

import re

from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import words_of

_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|&)\s+|\s*[,;/]\s+")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_LINKS = words_of("of for in to the de du des del da do di für der van")
_KINDS = words_of(
    """
    agency alliance association bank campaign club coalition collective committee confederation consortium council
    federation forum foundation fund initiative league movement museum network observatory organisation organization
    party platform society syndicate trust union watch asociacion associacao associazione bund campana coalicion
    colectivo collectif comite confederacion coordinadora federacion federazione fondation fondazione foro fundacao
    fundacion grupo liga ligue movimiento movimento mouvement observatorio plataforma plateforme red rede reseau
    sindicato sociedad stichting stiftung syndicat verband verein vereniging
    """
)  # what kind of body one is, and not what it works on; universities have two such words in one name


def names_two_bodies(text: str) -> bool:
    """Whether each side of its only “and” or comma would be a whole name: a kind of body ends or begins both."""
    sides = _AND.split(_BRACKET.sub("", text) if "(" in text else text)
    if len(sides) != 2 or any(" " not in side for side in sides):
        return False
    one, other = map(shapes.words, sides)
    if one[-1] in _KINDS and other[-1] in _KINDS:
        return _LINKS.isdisjoint(one + other)
    return one[0] in _KINDS and other[0] in _KINDS
