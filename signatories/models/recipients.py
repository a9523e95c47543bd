"""Who letters go to, and the tables of record that say where each State stands."""

import datetime as dt
import enum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signatories.models.base import Base, Recorded, by_value


class Recipient(Recorded, Base):
    """Somebody a letter goes to. With `letter_id` it belongs to that letter alone, else to the whole workspace.

    A recipient that is `state` stands for the State itself: before it was a member of the United Nations it is nobody.
    """

    __tablename__ = "recipients"

    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"), index=True)
    name: Mapped[str]
    person: Mapped[str] = mapped_column(default="")
    form_of_address: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(String(20), default="")
    country: Mapped[str | None] = mapped_column(String(2), index=True)
    state: Mapped[bool] = mapped_column(default=False)
    email: Mapped[str] = mapped_column(default="")
    extra: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    place: Mapped[int]
    sort_key: Mapped[bytes] = mapped_column(index=True)
    search_key: Mapped[str]


class Instrument(Recorded, Base):
    """A treaty or other table of record, with the day on which the table was checked."""

    __tablename__ = "instruments"

    title: Mapped[str]
    checked_on: Mapped[dt.date | None]
    source: Mapped[str] = mapped_column(default="")

    acts: Mapped[list["Act"]] = relationship(
        back_populates="instrument", cascade="all, delete-orphan", order_by="Act.id"
    )


class ActKind(enum.Enum):
    """What a State did about an instrument."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    WITHDRAWAL = "withdrawal"


class Precision(enum.Enum):
    """How exactly the date of an act is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Act(Recorded, Base):
    """One act of one participant. `date` is the first day that it may have happened on.

    `country` is empty for a participant that no table of ours knows; it still counts as a party.
    """

    __tablename__ = "acts"

    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id"), index=True)
    participant: Mapped[str]
    country: Mapped[str | None] = mapped_column(String(2), index=True)
    kind: Mapped[ActKind] = mapped_column(by_value(ActKind))
    date: Mapped[dt.date]
    precision: Mapped[Precision] = mapped_column(by_value(Precision), default=Precision.DAY)

    instrument: Mapped[Instrument] = relationship(back_populates="acts")
