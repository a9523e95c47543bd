"""What every table shares: names of constraints, UTC times, texts of enums, ids that are never used twice."""

import datetime as dt
import enum
from typing import Any

from sqlalchemy import (
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Identity,
    MetaData,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

LONGEST_ID = 18  # digits: more than a database can count

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment. Stored in UTC without a zone, handed out with one: SQLite keeps no zones."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[dt.datetime]:
        """What the column hands out; a decorator says "object" unless told."""
        return dt.datetime

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Refuse a naive time: nobody could say which moment it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def added(kind: Any, default: Any) -> Any:
    """A column that came after the first schema: last in its table, where a migration puts it.

    `default` is what rows of before have, as JSON can hold it; the content hash passes over it, so that a newer
    program finds the hash of before. None where it is not known.
    """
    return mapped_column(
        kind,
        default=dict if default == {} else default,
        server_default=None if default is None else text(f"'{default}'"),
        nullable=default is None,
        sort_order=1,
        info={"before": default},
    )


def by_value(choices: type[enum.Enum]) -> Enum:
    """A column for an enum, stored by its value as text, checked by a named constraint."""
    return Enum(
        choices,
        native_enum=False,
        create_constraint=True,
        length=60,
        name=choices.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """The tables of a workspace."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)


class Numbered:
    """A table whose ids are never used twice, not even after the last row is deleted."""

    __tablename__: str

    @declared_attr.directive
    def __table_args__(cls) -> Any:  # noqa: N805 - SQLAlchemy hands in the class
        """Ask SQLite for AUTOINCREMENT; PostgreSQL's identity does the same."""
        return {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)


class Recorded(Numbered):
    """A row of content: the history knows who changed it last, and nobody overwrites unseen changes.

    `changed_in` is the change set that gave the row its present state, so that "edited since" is one comparison;
    an undo gives back the older stamp with the older state. `revision` grows with every write (optimistic locking);
    a row that an undo brings back begins at 1 again, since no object of an earlier life outlives its session.
    """

    @declared_attr
    def changed_in(cls) -> Mapped[int]:  # noqa: N805 - SQLAlchemy hands in the class
        """The change set that gave the row its present state."""
        return mapped_column(ForeignKey("change_sets.id"), index=True)

    @declared_attr
    def revision(cls) -> Mapped[int]:  # noqa: N805 - SQLAlchemy passes the class
        """How often the row was written."""
        return mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        """Let an update fail when somebody else changed the row meanwhile."""
        return {"version_id_col": cls.revision}
