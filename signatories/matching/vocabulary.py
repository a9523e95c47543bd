"""Words of organisations' names that tell nothing, and words that tell two bodies apart."""

from functools import cache

from signatories import countries
from signatories.collation import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLING = _words(
    "the of for and a an in on at to by de la le les des du et pour en sur au aux el los las y para "
    "por con der die das dem den des fur und im zu e o os as da do dos das del della delle di il i gli "
    "per van het voor och og na in"
)
"""Small words, which people leave out, add and translate."""

LEGAL_FORMS = _words(
    "inc incorporated ltd limited llc llp plc corp corporation gmbh ggmbh ev asbl aisbl vzw ivzw bv nv "
    "stichting sarl sas srl onlus aps ong ongd ngo ac oy ry pty npo cic cio registered"
)

GENERIC = _words(
    "association associacao asociacion associazione assoc organisation organization organizacion "
    "organizacao network foundation fondation fundacion stiftung trust society group coalition alliance "
    "campaign centre center institute institut instituto union federation forum movement project initiative "
    "nonprofit nongovernmental charity charitable company cooperative council committee programme program"
)
"""What bodies are: a name may be written with or without such a word."""

_SCOPES = _words(
    "international internationale internacional national nationale nacional regional regionale global world "
    "mondial mondiale worldwide eastern northern southern western central federal state provincial city municipal "
    "local youth women men girls students section seccion chapter branch office bureau district league ii iii iv "
    "junior senior"
)
_REGIONS = _words(
    "europe european europeen africa african africaine asia asian america american americas latin latinoamericana "
    "caribbean pacific arab middle east north south west england scotland wales geneva brussels york london paris "
    "berlin washington nairobi new uk usa us eu drc nz deutschland italia espana osterreich nederland suisse schweiz"
)


@cache
def places() -> frozenset[str]:
    """Words of the names of States and regions, and what some of them are called at home."""
    names = (
        name
        for state in countries.all_states()
        for name in (state.english.alone, state.french.alone)
    )
    words = {word for name in names for word in fold(name).replace("-", " ").split()}
    return _REGIONS | words - FILLING


@cache
def telling() -> frozenset[str]:
    """Words that tell a member from its federation or one office from another: places, scopes, parts."""
    return _SCOPES | places()
