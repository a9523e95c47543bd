"""Whose answer a mail is: the letter's sign-ons by the addresses of those who were asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from signatories.matching.records import Match, Ref
from signatories.models import Organisation, Person, SignOn, SignOnStatus
from signatories.texts import Message

_OPEN = frozenset({SignOnStatus.TO_INVITE, SignOnStatus.INVITED, SignOnStatus.CONSIDERING})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHARED_DOMAINS = _words(
    """
    126.com 163.com aol.com bluewin.ch free.fr fastmail.com gmail.com gmx.at gmx.ch gmx.de gmx.net googlemail.com
    hotmail.co.uk hotmail.com hotmail.es hotmail.fr hotmail.it icloud.com laposte.net libero.it live.com live.fr mac.com
    mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.es outlook.fr proton.me
    protonmail.com qq.com rediffmail.com riseup.net sfr.fr t-online.de tutanota.com uol.com.br wanadoo.fr web.de
    yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.ru
    """
)
"""Where anybody may have an address: such a domain is no organisation's own."""


@dataclass(frozen=True, slots=True)
class Invited:
    """A sign-on of the letter, as far as mails are answers to it. `is_open`: no answer has been recorded."""

    ref: Ref
    name: str
    status: SignOnStatus
    organisation: Ref | None
    has_signer: bool

    @property
    def is_open(self) -> bool:
        """Whether somebody was asked, or is to be, and has not answered."""
        return self.status in _OPEN

    def match(self, score: float, reason: Message) -> Match:
        """The sign-on as what a mail may answer for."""
        return Match("sign-on", self.ref, self.name, score, reason)


class Invitations:
    """The letter's sign-ons by the address of their contact, their signer or their organisation."""

    def __init__(self, session: Session, letter_id: int) -> None:
        self.by_ref: dict[Ref, Invited] = {}
        self._by_address: dict[str, list[Invited]] = defaultdict(list)
        self._by_domain: dict[str, list[Invited]] = defaultdict(list)
        for invited, addresses, website in _stored(session, letter_id):
            self.by_ref[invited.ref] = invited
            for address in addresses:
                self._by_address[address.casefold()].append(invited)
            own = {_domain(website), *map(domain_of, addresses)} - _SHARED_DOMAINS - {""}
            for domain in own:
                self._by_domain[domain].append(invited)

    def of_address(self, address: str) -> list[Invited]:
        """Those that answer from this address, without question where there is but one."""
        return self._by_address.get(address.casefold(), [])

    def of_domain(self, address: str) -> list[Invited]:
        """Those whose organisation has the address's domain, or one above it, as its own: likely, never certain."""
        domain = domain_of(address)
        while domain.count("."):
            if found := self._by_domain.get(domain):
                return found
            domain = domain.partition(".")[2]
        return []


def domain_of(address: str) -> str:
    """What stands behind the at sign, in small letters."""
    return address.rpartition("@")[2].strip(" .").casefold()


def _domain(website: str) -> str:
    page = website if "//" in website else f"//{website}"
    try:
        host = urlsplit(page).hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.").strip(".")


def _stored(session: Session, letter_id: int) -> Iterable[tuple[Invited, set[str], str]]:
    contact, signer = aliased(Person), aliased(Person)
    query = (
        select(
            SignOn,
            contact.email,
            signer.email,
            signer.name,
            Organisation.name,
            Organisation.email,
            Organisation.website,
        )
        .outerjoin(contact, contact.id == SignOn.contact_id)
        .outerjoin(signer, signer.id == SignOn.signer_id)
        .outerjoin(Organisation, Organisation.id == SignOn.organisation_id)
        .where(SignOn.letter_id == letter_id)
        .order_by(SignOn.place)
    )
    for sign_on, of_contact, of_signer, person, body, of_body, website in session.execute(query):
        shown = sign_on.printed_name or person, sign_on.printed_organisation or body
        name = ", ".join(part for part in shown if part)
        addresses = {given.strip() for given in (of_contact, of_signer, of_body) if given}
        has_signer = bool(sign_on.signer_id or sign_on.printed_name)
        invited = Invited(sign_on.id, name, sign_on.status, sign_on.organisation_id, has_signer)
        yield invited, addresses, website or ""
