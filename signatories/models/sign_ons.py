"""Sign-ons: who answered what to which version of a letter, and how we know."""

import datetime as dt
import enum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, UniqueConstraint, func, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signatories.models.base import Base, Recorded, UtcTime, added, by_value


class SignOnStatus(enum.Enum):
    """An answer to a letter. "No reply" is computed, and only *confirmed* is printed."""

    TO_INVITE = "to invite"
    INVITED = "invited"
    CONSIDERING = "considering"
    CONDITIONAL = "conditional"
    PROMISED = "promised"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Capacity(enum.Enum):
    """In whose name somebody signs."""

    ORGANISATION = "for the organisation"
    PERSONAL = "personal"
    IDENTIFICATION = "personal, affiliation for identification only"


class HowWeKnow(enum.Enum):
    """The kinds of proof of a yes."""

    OWN_WORDS = "own words"
    MANDATE = "standing mandate"
    NO_OBJECTION = "no objection by the deadline"
    NAMED_LIST = "list from a named source"


class Use(enum.Enum):
    """What somebody may allow or refuse for one sign-on."""

    LETTER = "in the letter"
    PUBLIC_LIST = "on the public list"
    LOGO = "logo"
    SIGNATURE = "scanned signature"
    COUNT_ONLY = "count only"


class SignOn(Recorded, Base):
    """One organisation's or person's answer to one letter.

    The same body may stand here twice: that is a question for a person, never a constraint. `place` keeps the order
    in which the sign-ons were given. `signer_id` is printed, `contact_id` gets the mails. `printed_…` are the words as
    given for this letter, and become the confirmation's; so do the further columns in `extra`.
    """

    __tablename__ = "sign_ons"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    signer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    status: Mapped[SignOnStatus] = mapped_column(by_value(SignOnStatus))
    capacity: Mapped[Capacity] = mapped_column(by_value(Capacity))
    capacity_assumed: Mapped[bool] = mapped_column(default=False)
    group: Mapped[str] = mapped_column(default="")
    place: Mapped[int]
    printed_name: Mapped[str] = mapped_column(default="")
    printed_role: Mapped[str] = mapped_column(default="")
    printed_organisation: Mapped[str] = mapped_column(default="")
    printed_acronym: Mapped[str] = mapped_column(default="")
    printed_country: Mapped[str] = mapped_column(default="")
    country: Mapped[str | None] = mapped_column(String(2))
    condition: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    invited_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    search_key: Mapped[str] = mapped_column(default="")
    extra: Mapped[dict[str, Any]] = added(JSON, {})

    confirmations: Mapped[list["Confirmation"]] = relationship(
        back_populates="sign_on", cascade="all, delete-orphan", order_by="Confirmation.id"
    )
    consents: Mapped[list["Consent"]] = relationship(
        back_populates="sign_on", cascade="all, delete-orphan", order_by="Consent.id"
    )


HAS_SIGNATORY = or_(
    SignOn.organisation_id.is_not(None),
    SignOn.signer_id.is_not(None),
    SignOn.printed_name != "",
    SignOn.printed_organisation != "",
)
"""Holds of every sign-on but those of people who were erased for good: these are answers of nobody, and only count."""


class Evidence(Recorded, Base):
    """How we know of one or many confirmations: in words, with the file when there is one."""

    __tablename__ = "evidence"

    kind: Mapped[HowWeKnow] = mapped_column(by_value(HowWeKnow))
    text: Mapped[str]
    received_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    asset_digest: Mapped[str | None] = mapped_column(ForeignKey("assets.digest"))


class Confirmation(Recorded, Base):
    """A sign-on's yes to one version, with the line as it is printed. One per version, never overwritten.

    From `extra` on it holds what its records said then: further columns as they are printed, such as a description,
    a comment or a footnote; where it is grouped and read; who signed for which organisation, and the digests of
    their pictures, None where they had none. All is None for those of the first schema, which kept nothing of it.
    Its ids follow a merge of duplicates.
    """

    __tablename__ = "confirmations"
    __table_args__ = (
        UniqueConstraint("sign_on_id", "version_id"),
        {"sqlite_autoincrement": True},
    )

    sign_on_id: Mapped[int] = mapped_column(ForeignKey("sign_ons.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), index=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    acronym: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    country_code: Mapped[str | None] = mapped_column(String(2))
    capacity: Mapped[Capacity] = mapped_column(by_value(Capacity))
    group: Mapped[str] = mapped_column(default="")
    confirmed_at: Mapped[dt.datetime] = mapped_column(UtcTime)
    extra: Mapped[dict[str, Any] | None] = added(JSON(none_as_null=True), None)
    region: Mapped[str | None] = added(String, None)
    kind: Mapped[str | None] = added(String, None)
    language: Mapped[str | None] = added(String(20), None)
    organisation_id: Mapped[int | None] = added(Integer, None)
    signer_id: Mapped[int | None] = added(Integer, None)
    logo_digest: Mapped[str | None] = added(String(64), None)
    signature_digest: Mapped[str | None] = added(String(64), None)

    sign_on: Mapped[SignOn] = relationship(back_populates="confirmations")
    evidence: Mapped[Evidence] = relationship()
    renewals: Mapped[list["Renewal"]] = relationship(
        back_populates="confirmation", cascade="all, delete-orphan", order_by="Renewal.id"
    )


said_yes_at = func.coalesce(Evidence.received_at, Confirmation.confirmed_at)
"""When a yes was given, as far as its evidence tells, else when it was recorded."""


class Renewal(Recorded, Base):
    """A yes given again after a withdrawal: to the same version, whose line stays as it was confirmed first.

    Or to one that corrects it, with a line of its own: then it says that the first yes had not held in between.
    """

    __tablename__ = "renewals"

    confirmation_id: Mapped[int] = mapped_column(ForeignKey("confirmations.id"), index=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), index=True)
    renewed_at: Mapped[dt.datetime] = mapped_column(UtcTime)

    confirmation: Mapped[Confirmation] = relationship(back_populates="renewals")
    evidence: Mapped[Evidence] = relationship()


class Consent(Recorded, Base):
    """What a sign-on allows or refuses: for one use, or (with `recipient_id`) towards one recipient.

    `asked_at` is when the answer was noted; not known for those of the first schema.
    """

    __tablename__ = "consents"
    __table_args__ = (
        UniqueConstraint("sign_on_id", "use", "recipient_id"),
        {"sqlite_autoincrement": True},
    )

    sign_on_id: Mapped[int] = mapped_column(ForeignKey("sign_ons.id"), index=True)
    use: Mapped[Use] = mapped_column(by_value(Use))
    recipient_id: Mapped[int | None] = mapped_column(ForeignKey("recipients.id"), index=True)
    allowed: Mapped[bool]
    asked_at: Mapped[dt.datetime | None] = added(UtcTime, None)

    sign_on: Mapped[SignOn] = relationship(back_populates="consents")


class SignatureList(Recorded, Base):
    """A numbered list of a version: the confirmed sign-ons as of a cut-off. `zone` is as "UTC+01:00"."""

    __tablename__ = "lists"
    __table_args__ = (
        UniqueConstraint("version_id", "number"),
        {"sqlite_autoincrement": True},
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), index=True)
    number: Mapped[int]
    cut_off: Mapped[dt.datetime] = mapped_column(UtcTime)
    zone: Mapped[str] = mapped_column(String(60))


class Listed(Recorded, Base):
    """A yes that stands on a numbered list.

    It is kept, since a yes of before the cut-off may be recorded after it, and one that is on it be withdrawn later, or
    the sign-on confirmed with another line or by somebody else: the list prints the line of this yes or none.
    """

    __tablename__ = "listed"
    __table_args__ = (
        UniqueConstraint("list_id", "confirmation_id"),
        {"sqlite_autoincrement": True},
    )

    list_id: Mapped[int] = mapped_column(ForeignKey("lists.id"))
    confirmation_id: Mapped[int] = mapped_column(ForeignKey("confirmations.id"), index=True)


Index(  # the constraint above holds nothing where no recipient is named: NULLs differ from each other
    "ux_consents_sign_on_id_use",
    Consent.sign_on_id,
    Consent.use,
    unique=True,
    sqlite_where=Consent.recipient_id.is_(None),
)
