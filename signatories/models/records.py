"""What happened: changes, imports, runs, open questions; and the files they are about."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signatories.models.base import Base, Numbered, Recorded, UtcTime, added


class Asset(Base):
    """A file's bytes, immutable and named by their SHA-256: logos, signatures, evidence."""

    __tablename__ = "assets"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(100))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    name: Mapped[str] = mapped_column(default="")


class ChangeSet(Numbered, Base):
    """One action of a user. `message` is a key, put into words when shown with the ids in `values`.

    `undone_by_id` names the undo in force, and is empty again once that undo has itself been undone.
    """

    __tablename__ = "change_sets"

    at: Mapped[dt.datetime] = mapped_column(UtcTime)
    actor: Mapped[str]
    message: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    bulk: Mapped[bool] = mapped_column(default=False)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("change_sets.id"), index=True)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("change_sets.id"), index=True)

    changes: Mapped[list["Change"]] = relationship(
        back_populates="change_set", order_by="Change.id"
    )


class Change(Numbered, Base):
    """What a change set did to some rows of a table in one way, chained by hashes to the change before.

    `row_id` and `last_id` are the first and the last of them. `packed` has their images, each row's with a salt;
    `digests` has their ids, each with the digest of that. `digest` is that of `digests`, and `hash` covers it,
    `previous_hash` and what is known without the images: erasing a person empties what `packed` says of some rows,
    and the chain still holds. Earlier versions kept a change for each row, with `salt`, `before` and `after`.
    """

    __tablename__ = "changes"

    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_sets.id"), index=True)
    subject: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    action: Mapped[str] = mapped_column(String(10))
    at: Mapped[dt.datetime] = mapped_column(UtcTime)
    digest: Mapped[str] = mapped_column(String(64))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    last_id: Mapped[int | None] = added(Integer, None)
    digests: Mapped[bytes | None] = added(LargeBinary, None)
    packed: Mapped[bytes | None] = added(LargeBinary, None)

    change_set: Mapped[ChangeSet] = relationship(back_populates="changes")


Index("ix_changes_subject_row_id_last_id", Change.subject, Change.row_id, Change.last_id)


class Import(Numbered, Base):
    """One reading of a spreadsheet, paste or form into the workspace. Undoing it keeps this record."""

    __tablename__ = "imports"

    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_sets.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(UtcTime)
    subject: Mapped[str] = mapped_column(String(20))
    letter_id: Mapped[int | None]
    source_name: Mapped[str]
    source_digest: Mapped[str] = mapped_column(String(64), index=True)
    source_format: Mapped[str] = mapped_column(String(20))
    encoding: Mapped[str | None] = mapped_column(String(40))
    sheet: Mapped[str | None]
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    records: Mapped[list["ImportedRecord"]] = relationship(back_populates="imported")


class ImportedRecord(Numbered, Base):
    """Where a record came from: the import, the line of its file, and that line's digest."""

    __tablename__ = "imported_records"

    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"), index=True)
    subject: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    line: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))

    imported: Mapped[Import] = relationship(back_populates="records")


Index("ix_imported_records_subject_row_id", ImportedRecord.subject, ImportedRecord.row_id)


class Question(Recorded, Base):
    """Something a person should look at: asked once, kept until answered. `key` is a message key."""

    __tablename__ = "questions"

    subject: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    key: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcTime)


Index("ix_questions_subject_row_id", Question.subject, Question.row_id)


class Run(Numbered, Base):
    """One making of letters: from what, with which settings, what came out. A record, never undone.

    `snapshot` is all that was printed, its long lists in parts. `target` is where the files are being put, and None
    as soon as they stand there: whoever finds one left by a killed process can say whether they do.
    """

    __tablename__ = "runs"

    letter_id: Mapped[int]
    version_number: Mapped[int]
    list_id: Mapped[int | None]
    at: Mapped[dt.datetime] = mapped_column(UtcTime)
    actor: Mapped[str]
    product: Mapped[str] = mapped_column(String(20))
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    warnings: Mapped[list[Any]] = mapped_column(JSON, default=list)
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    target: Mapped[str | None] = added(String, None)

    files: Mapped[list["RunFile"]] = relationship(
        back_populates="run", cascade="all, delete-orphan", order_by="RunFile.id"
    )


Index("ix_runs_target", Run.target, sqlite_where=Run.target.is_not(None))


class RunFile(Numbered, Base):
    """A file that a run made, by name, size and SHA-256."""

    __tablename__ = "run_files"
    __table_args__ = (UniqueConstraint("run_id", "name"), {"sqlite_autoincrement": True})

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"), index=True)
    name: Mapped[str]
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))

    run: Mapped[Run] = relationship(back_populates="files")


class RunPart(Base):
    """Some lines of what runs printed, packed, named by their SHA-256: runs that printed the same share them."""

    __tablename__ = "run_parts"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class WorkspaceSetting(Base):
    """A setting that belongs to the workspace, not to one computer."""

    __tablename__ = "workspace_settings"

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str]


class NamedSetting(Recorded, Base):
    """What the user keeps under a name of their own: a view of a table, or a block; as JSON, of a kind."""

    __tablename__ = "named_settings"

    kind: Mapped[str] = mapped_column(String(60))
    name: Mapped[str]
    value: Mapped[dict[str, Any]] = mapped_column(JSON)
