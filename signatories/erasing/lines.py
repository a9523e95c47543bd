"""What a printed list is without a person: lines of nobody, which count and are not printed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from signatories.erasing.traces import Traces
from signatories.models import Capacity

Row = dict[str, Any]

_WORDS = ("name", "role", "sort_name", "directory_name", "how_we_know")
_LINE = (
    *("organisation", "acronym", "country", "printed_country", "group", "region", "kind"),
    *("language", "description", "footnote", "directory_organisation"),
)
_SIGNED = dict.fromkeys(_WORDS, "") | {"signature": None}
_OWN: Mapping[str, Any] = {
    **_SIGNED,
    **dict.fromkeys(_LINE, ""),
    **dict.fromkeys(("country_code", "logo")),
    "extra": {},
    "never_to": [],
    "withheld": True,
}


def without_person(recipient: Mapping[str, Any], traces: Traces) -> Row:
    """The values of a recipient that is a body without the person in it; what is its own stays, whatever it names."""
    blank = {*OF_PERSON, *(["email"] if traces.stand_in(recipient["email"]) else [])}
    return {name: "" if name in blank else value for name, value in recipient.items()}


OF_PERSON = ("person", "form_of_address", "salutation")
"""What a recipient says of the person in it."""


def _is_recipient(row: Any) -> bool:
    return isinstance(row, dict) and {"id", "email", *OF_PERSON} <= row.keys()


def _is_own(row: Row) -> bool:
    """Whether somebody signs in their own name, as `belongings` has it."""
    return not row["organisation"] or row["capacity"] != Capacity.ORGANISATION.value


def without(columns: Mapping[str, Any], further: Mapping[str, Any]) -> dict[str, Any]:
    """The further columns of a line without those that a person brought along."""
    return {name: value for name, value in columns.items() if further.get(name) != value}


@dataclass(frozen=True, slots=True)
class Gone:
    """Who is to go from printed lists: sign-ons of their own, those that they signed at any time, and recipients.

    `further` are the person's own further columns.
    """

    own: Collection[int]
    signed: Collection[int]
    recipients: Collection[int]
    traces: Traces
    further: Mapping[str, Any]

    @property
    def changes(self) -> Mapping[str, Callable[[Row], Row | None]]:
        """What becomes of a row, by the name of the list that it stands in."""
        return {
            "recipients": self._recipient,
            "signatories": lambda row: self._line(row, row["sign_on_id"]),
            "sign_ons": lambda row: self._line(row, row["id"]),
        }

    def from_data(self, data: Any) -> Any:
        """Data without the recipients that stand in lists somewhere in it."""
        if isinstance(data, list):
            changed = [self._recipient(each) if _is_recipient(each) else each for each in data]
            return [self.from_data(each) for each in changed if each is not None]
        if isinstance(data, dict):
            return {name: self.from_data(each) for name, each in data.items()}
        return data

    def _recipient(self, row: Row) -> Row | None:
        """A body stays without the person in it; a recipient who is the person goes."""
        if row["id"] not in self.recipients or not self._is_to_them(row):
            return row
        if self.traces.is_name(row["name"]):
            return None
        return without_person(row, self.traces)

    def _line(self, row: Row, sign_on: int) -> Row:
        is_signed = sign_on in self.signed and self._is_theirs(row)
        if sign_on in self.own or (is_signed and _is_own(row)):
            return {name: _OWN.get(name, value) for name, value in row.items()}
        if is_signed:
            kept = row | {name: _SIGNED[name] for name in _SIGNED.keys() & row.keys()}
            return kept | {"extra": without(row["extra"], self.further)}
        return row

    def _is_to_them(self, row: Row) -> bool:
        """Whether a recipient who is theirs was so when that was printed."""
        is_called_so = self.traces.is_name(row["name"]) or self.traces.is_name(row["person"])
        return is_called_so or self.traces.stand_in(row["email"])

    def _is_theirs(self, row: Row) -> bool:
        names = (row.get("name"), row.get("directory_name"), row.get("sort_name"))
        return any(self.traces.is_name(name) for name in names if name)
