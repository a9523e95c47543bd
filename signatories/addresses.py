"""E-mail addresses as people write them into cells, with what else stands there."""

import re
from typing import NamedTuple

from signatories.texts import N_, Message, message

_BETWEEN = re.compile(r"[\s;,|/<>()\[\]\"“”]+")
_BEFORE = re.compile(r"^(?:mailto:|e-?mail:)", re.IGNORECASE)
_AROUND = ".:;,'’`*"
_LOCAL = re.compile(r"[^\s@.,;:()<>\[\]\"\\]+(?:\.[^\s@.,;:()<>\[\]\"\\]+)*")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}|.+\.xn--[a-z0-9-]{2,59}")
_PLAIN = re.compile(
    r"[a-z0-9][\w+-]{0,30}(?:\.[\w+-]{1,30}){0,3}@(?:[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\.){1,4}[a-z]{2,20}",
    re.ASCII | re.IGNORECASE,
)  # what nearly all cells hold, and nothing else: a fifth of the time
_LONGEST, _LONGEST_LOCAL = 254, 64  # characters, by RFC 5321


class Read(NamedTuple):
    """The address that a cell holds, "" when it holds none, and what a person should look at."""

    address: str
    problem: Message | None = None


def read(cell: str) -> Read:
    """The first address of a cell: "Anna <anna@wells.example>" holds one, "a@b.example; c@d.example" two."""
    if not cell.strip():
        return Read("")
    if len(cell) <= _LONGEST_LOCAL and _PLAIN.fullmatch(cell):
        return Read(cell)
    found = [address for piece in _BETWEEN.split(cell) if is_address(address := _bare(piece))]
    distinct = list(dict.fromkeys(address.casefold() for address in found))
    if not found:
        return Read(
            "", message(N_("“{address}” is no e-mail address; it is left out."), address=cell)
        )
    if len(distinct) > 1:
        text = N_("There are %n addresses in “{cell}”; “{address}” is used.")
        return Read(found[0], message(text, n=len(distinct), cell=cell, address=found[0]))
    return Read(found[0])


def is_address(text: str) -> bool:
    """Whether mail could be sent there: one @, no stray dots, a domain with an end of letters."""
    local, at, domain = text.rpartition("@")
    if not at or len(text) > _LONGEST or len(local) > _LONGEST_LOCAL:
        return False
    return bool(_LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain))


def _bare(piece: str) -> str:
    """A piece without "mailto:" and without the points and quotes that a sentence puts around it."""
    return _BEFORE.sub("", piece.strip(_AROUND)).strip(_AROUND)
