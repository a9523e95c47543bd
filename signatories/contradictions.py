"""What a record says of itself that cannot all be true: asked, never changed."""

import re
from collections.abc import Collection
from functools import lru_cache

from signatories import countries
from signatories.collation import fold
from signatories.countries.hints import spoken_of
from signatories.texts import N_, Message, message
from signatories.told_counts import Counted, told_in

_WORDS = re.compile(r"[^\W_]+")
_POINTS = re.compile(r"(?:\b\w\.){2,}")
_CACHED = 4096  # names and hosts: many rows have the same


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words of bodies that speak of another country than their own.
_ABOUT_OTHERS = _listed(
    "for with pour avec por para con fur mit friends friend amis amigos freunde freundeskreis amici solidarity "
    "solidarite solidaridad solidaritat campaign watch missionaries migrants refugees diaspora embassy tibet burma "
    "american cooperation partnership relations school"
)
_LEGAL_FORMS = {"ev": ("DE",), "onlus": ("IT",), "vzw": ("BE",), "ggmbh": ("DE", "AT")}
# Country codes that anybody registers, also as a word: .co, .me, .at
_NOT_OF_A_COUNTRY = _listed(
    "ac ad ai am as at be cc cd co eu fm gg ht im in io is la li ly me ms mu nu pw sc sh so st tk to tv vc vg ws"
)
_OF_LISTS = frozenset({Counted.SIGNATORIES, Counted.ORGANISATIONS, Counted.PEOPLE})


def about_country(name: str, country: str) -> Message | None:
    """A question when an organisation's name speaks of one country and `country`, an ISO code, is another one.

    None where the name speaks of several, or of somebody else's country: "Friends of Nepal".
    """
    told = _told_by(name)
    if len(told) != 1 or country in told:
        return None
    (code,) = told
    if not _are_states(code, country):
        return None
    text = N_("“{name}” sounds like {told}, and the country given is {country}.")
    return message(
        text, name=name, told=countries.name(code, "en"), country=countries.name(country, "en")
    )


@lru_cache(_CACHED)
def _told_by(name: str) -> Collection[str]:
    """The countries of which the name of an organisation speaks as its own."""
    words = _WORDS.findall(_POINTS.sub(lambda found: found[0].replace(".", ""), fold(name)))
    if not _ABOUT_OTHERS.isdisjoint(words):
        return ()
    return spoken_of(words) or _LEGAL_FORMS.get(words[-1] if words else "", ())


def about_domain(address: str, country: str) -> Message | None:
    """A question when an e-mail or web address ends in another country's letters; None for those of no country."""
    code = _ended_by(address.rpartition("@")[2])
    if code in ("", country) or not _are_states(code, country):
        return None
    text = N_(
        "The address {address} ends as those of {told} do, and the country given is {country}."
    )
    shown = {"told": countries.name(code, "en"), "country": countries.name(country, "en")}
    return message(text, address=address, **shown)


@lru_cache(_CACHED)
def _ended_by(host: str) -> str:
    """The code of the country in whose letters a host ends, be it with a path; "" for those of no country."""
    end = (host.partition("://")[2] or host).split("/")[0].rpartition(".")[2].strip().casefold()
    code = "GB" if end == "uk" else end.upper()
    is_of_country = len(end) == 2 and end not in _NOT_OF_A_COUNTRY and countries.is_code(code)
    return code if is_of_country else ""


def about_count(text: str, rows: int) -> Message | None:
    """A question when a text tells a number of signatories, and the list has another one."""
    for told in told_in(text):
        if told.counted in _OF_LISTS and not told.holds(rows):
            return other_count(told.words, rows)
    return None


def other_count(told: str, rows: int) -> Message:
    """The question about a number of signatories in these words, where the list has another one."""
    return message(N_("The text says “{told}”, and the list has %n row(s)."), told=told, n=rows)


def _are_states(*codes: str) -> bool:
    """Territories belong to States, and their bodies to both."""
    return all(countries.is_code(code) and countries.country(code).is_state for code in codes)
