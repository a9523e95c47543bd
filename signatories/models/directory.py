"""The directory: organisations, people, and who does what where."""

import datetime as dt
import enum
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signatories.models.base import Base, Recorded, UtcTime, added, by_value


class NameKind(enum.Enum):
    """Why an organisation has a further name."""

    TRANSLATION = "translation"
    FORMER = "former"
    OTHER = "other"


class Organisation(Recorded, Base):
    """A body that can sign.

    `name` is the name as the body itself writes it; names in other languages and former names are in `names`.
    `sort_key` orders, `search_key` finds: both are derived from the names, never typed.
    A logo is printed `logo_scale` times as large as others are, and lower by `logo_shift` of its own height.
    """

    __tablename__ = "organisations"

    name: Mapped[str]
    language: Mapped[str] = mapped_column(String(20), default="")
    acronym: Mapped[str] = mapped_column(default="")
    country: Mapped[str | None] = mapped_column(String(2))
    region: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    website: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    logo_digest: Mapped[str | None] = mapped_column(ForeignKey("assets.digest"))
    notes: Mapped[str] = mapped_column(default="")
    extra: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    archived_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    sort_key: Mapped[bytes] = mapped_column(index=True)
    search_key: Mapped[str]
    logo_scale: Mapped[float] = added(Float, 1.0)
    logo_shift: Mapped[float] = added(Float, 0.0)

    names: Mapped[list["OrganisationName"]] = relationship(
        back_populates="organisation", cascade="all, delete-orphan", order_by="OrganisationName.id"
    )
    roles: Mapped[list["Role"]] = relationship(back_populates="organisation")


class OrganisationName(Recorded, Base):
    """A further name of an organisation: in another language, a former one, or another spelling."""

    __tablename__ = "organisation_names"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    kind: Mapped[NameKind] = mapped_column(by_value(NameKind))
    language: Mapped[str] = mapped_column(String(20), default="")
    name: Mapped[str]
    until: Mapped[str] = mapped_column(String(10), default="")

    organisation: Mapped[Organisation] = relationship(back_populates="names")


class Person(Recorded, Base):
    """A contact, a signer or both. The printed name and the sort name are separate truths."""

    __tablename__ = "people"

    name: Mapped[str]
    sort_name: Mapped[str]
    form_of_address: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(index=True, default="")
    telephone: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(String(20), default="")
    country: Mapped[str | None] = mapped_column(String(2))
    signature_digest: Mapped[str | None] = mapped_column(ForeignKey("assets.digest"))
    notes: Mapped[str] = mapped_column(default="")
    extra: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    archived_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    sort_key: Mapped[bytes] = mapped_column(index=True)
    search_key: Mapped[str]

    roles: Mapped[list["Role"]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="Role.id"
    )


class Role(Recorded, Base):
    """A person's place in an organisation: "Director", or no title at all."""

    __tablename__ = "roles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[dt.date | None]

    person: Mapped[Person] = relationship(back_populates="roles")
    organisation: Mapped[Organisation] = relationship(back_populates="roles")


class Tagging(Recorded, Base):
    """A word that an organisation or a person was marked with."""

    __tablename__ = "taggings"

    tag: Mapped[str] = mapped_column(index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)


class Difference(Recorded, Base):
    """Somebody looked and said: these two are different. `a_id` is the smaller id."""

    __tablename__ = "differences"
    __table_args__ = (
        UniqueConstraint("subject", "a_id", "b_id"),
        {"sqlite_autoincrement": True},
    )

    subject: Mapped[str] = mapped_column(String(20))
    a_id: Mapped[int]
    b_id: Mapped[int]


Index("ix_organisations_country", Organisation.country)
