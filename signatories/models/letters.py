"""Letters, their numbered versions, and a version's text in each language."""

import datetime as dt
import enum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signatories.models.base import Base, Recorded, UtcTime, added, by_value


class LetterStage(enum.Enum):
    """Where a letter stands, as its page shows it."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    SENT = "sent"


class Paper(enum.Enum):
    """What a letter and all that goes with it is printed on."""

    A4 = "a4"
    LETTER = "letter"


class Letter(Recorded, Base):
    """A text to be sent to recipients: what stays free to change while its versions are frozen.

    `recipients_where` is a condition (`expressions.conditions`); `as_of` the day on which standing is read.
    `block` holds the block's settings (order, line pattern), as text keys and values; `run` how its products are made;
    `headings` what stands above the texts in further languages otherwise, by language and by the column here.
    """

    __tablename__ = "letters"

    title: Mapped[str]
    language: Mapped[str] = mapped_column(String(20))
    stage: Mapped[LetterStage] = mapped_column(by_value(LetterStage), default=LetterStage.DRAFT)
    letterhead: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    date: Mapped[dt.date | None]
    addressee: Mapped[str] = mapped_column(default="")
    instrument_id: Mapped[int | None] = mapped_column(ForeignKey("instruments.id"), index=True)
    recipients_where: Mapped[str] = mapped_column(default="")
    as_of: Mapped[dt.date | None]
    deadline: Mapped[dt.date | None]
    target: Mapped[int | None]
    block: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    notes: Mapped[str] = mapped_column(default="")
    run: Mapped[dict[str, Any]] = added(JSON, {})
    headings: Mapped[dict[str, Any]] = added(JSON, {})

    versions: Mapped[list["Version"]] = relationship(
        back_populates="letter", cascade="all, delete-orphan", order_by="Version.number"
    )


class Version(Recorded, Base):
    """A numbered state of a letter's text: a draft until `frozen_at`, then never changed again.

    `replaced_at` says when the next version was begun.
    `correction` is the declared reason why confirmations of the version before stay good: a matter of spelling.
    `audience` says in words who the letter goes to and where it is published.
    """

    __tablename__ = "versions"
    __table_args__ = (
        UniqueConstraint("letter_id", "number"),
        {"sqlite_autoincrement": True},
    )

    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), index=True)
    number: Mapped[int]
    frozen_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    replaced_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    correction: Mapped[str | None]
    audience: Mapped[str] = mapped_column(default="")

    letter: Mapped[Letter] = relationship(back_populates="versions")
    texts: Mapped[list["Text"]] = relationship(
        back_populates="version", cascade="all, delete-orphan", order_by="Text.id"
    )


class Text(Recorded, Base):
    """A version's words in one language, fields unexpanded. A translation is frozen on its own, when declared.

    `translated_from` is the digest of the authoritative words that it said the same as when it was last written; not
    known for those of before it was kept.
    """

    __tablename__ = "texts"
    __table_args__ = (
        UniqueConstraint("version_id", "language"),
        {"sqlite_autoincrement": True},
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), index=True)
    language: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    closing: Mapped[str] = mapped_column(default="")
    enclosures: Mapped[str] = mapped_column(default="")
    cc: Mapped[str] = mapped_column(default="")
    authoritative: Mapped[bool] = mapped_column(default=True)
    declared_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)
    declared_by: Mapped[str | None]
    translated_from: Mapped[str | None] = added(String(64), None)

    version: Mapped[Version] = relationship(back_populates="texts")
