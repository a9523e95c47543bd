"""What the tables must carry from the first schema on, because it cannot be added later without loss."""

import datetime as dt
import sqlite3

import pytest
from sqlalchemy import ForeignKeyConstraint, UniqueConstraint, create_mock_engine, select
from sqlalchemy.exc import IntegrityError, StatementError

from signatories.database import Database
from signatories.models import (
    Asset,
    Base,
    ChangeSet,
    Confirmation,
    Consent,
    Instrument,
    LetterStage,
    Organisation,
    SignOn,
    Text,
)
from signatories.models.base import Numbered, Recorded, UtcTime
from tests.factories import Make

TABLES = Base.metadata.tables
WITHOUT_IDS = {"assets", "run_parts", "workspace_settings"}
"""Tables whose rows are named by a digest or a word."""
MODELS = sorted(
    (mapper.class_ for mapper in Base.registry.mappers), key=lambda model: model.__tablename__
)


def test_an_id_is_never_used_twice(make: Make) -> None:
    first = make.organisation()
    with make.database.work("Remove") as unit:
        unit.session.delete(unit.session.get_one(Organisation, first))
    assert make.organisation() > first


@pytest.mark.parametrize("table", sorted(TABLES.keys() - WITHOUT_IDS))
def test_every_number_of_a_row_is_counted_on(table: str, database: Database) -> None:
    with sqlite3.connect(database.path) as raw:
        (made,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
    raw.close()
    assert "AUTOINCREMENT" in made


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__tablename__)
def test_every_row_of_content_carries_its_stamp_and_revision(model: type) -> None:
    if not issubclass(model, Recorded):
        assert issubclass(model, Numbered) or model.__tablename__ in WITHOUT_IDS
        return
    columns = TABLES[model.__tablename__].columns
    assert not columns["changed_in"].nullable
    assert not columns["revision"].nullable
    assert model.__mapper__.version_id_col is columns["revision"]


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_constraint_and_index_has_a_name(table: str) -> None:
    for constraint in TABLES[table].constraints:
        assert constraint.name, constraint
    for index in TABLES[table].indexes:
        assert index.name


@pytest.mark.parametrize("table", sorted(TABLES))
def test_what_names_another_row_can_be_followed_quickly(table: str) -> None:
    """A foreign key without an index reads the whole table each time a parent is removed."""
    indexed = {next(iter(index.columns)).name for index in TABLES[table].indexes}
    indexed |= {
        next(iter(constraint.columns)).name
        for constraint in TABLES[table].constraints
        if isinstance(constraint, UniqueConstraint)
    }
    for key in TABLES[table].constraints:
        if isinstance(key, ForeignKeyConstraint) and key.referred_table.name != "assets":
            assert key.column_keys[0] in indexed


def test_one_body_may_answer_a_letter_twice(make: Make) -> None:
    letter, body = make.letter(), make.organisation()
    for place in (1, 2):
        with make.database.work("Add") as unit:
            sign_on = SignOn(letter_id=letter, organisation_id=body, status="promised", place=place)
            sign_on.capacity = "personal"
            unit.session.add(sign_on)
    with make.database.reading() as session:
        assert len(session.scalars(select(SignOn)).all()) == 2


def test_a_confirmation_of_a_version_is_given_once(make: Make) -> None:
    make.confirm(make.letter(sign_ons=1))
    with make.database.reading() as session:
        given = session.scalars(select(Confirmation)).one()
        again = {
            column.name: getattr(given, column.name)
            for column in TABLES["confirmations"].columns
            if column.name != "id"
        }
    with pytest.raises(
        IntegrityError, match=r"confirmations\.sign_on_id, confirmations\.version_id"
    ):
        add(make.database, Confirmation(**again))


def test_a_text_has_one_row_a_language(make: Make) -> None:
    make.letter()
    french = Text(version_id=1, language="fr", body="Madame, Monsieur")
    add(make.database, french)
    with pytest.raises(IntegrityError, match="texts"):
        add(make.database, Text(version_id=1, language="fr"))


def test_consent_stands_beside_the_sign_on_for_each_use(make: Make) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    add(make.database, Consent(sign_on_id=1, use="logo", allowed=False))
    add(make.database, Consent(sign_on_id=1, use="in the letter", recipient_id=1, allowed=False))
    with make.database.reading() as session:
        assert len(session.get_one(SignOn, 1).consents) == 2
    assert letter


def test_who_gets_the_mails_need_not_be_who_is_printed(make: Make) -> None:
    make.letter(sign_ons=1)
    assistant = make.person("Assistant")
    with make.database.work("Set contact") as unit:
        unit.session.get_one(SignOn, 1).contact_id = assistant
    with make.database.reading() as session:
        sign_on = session.get_one(SignOn, 1)
        assert (sign_on.signer_id, sign_on.contact_id) == (1, assistant)


def test_an_unknown_value_is_refused_by_the_file_itself(make: Make) -> None:
    make.letter()
    with sqlite3.connect(make.database.path) as raw:
        with pytest.raises(sqlite3.IntegrityError, match="ck_letters_letterstage"):
            raw.execute("UPDATE letters SET stage = 'lost'")
        stored = raw.execute("SELECT stage FROM letters").fetchone()
    raw.close()
    assert stored == (LetterStage.DRAFT.value,)


def test_moments_are_kept_in_utc(make: Make) -> None:
    geneva = dt.timezone(dt.timedelta(hours=2))
    make.letter(sign_ons=1)
    with make.database.work("Invite") as unit:
        moment = dt.datetime(2010, 7, 26, 1, 30, tzinfo=geneva)
        unit.session.get_one(SignOn, 1).invited_at = moment
    with make.database.reading() as session:
        read = session.get_one(SignOn, 1).invited_at
        raw = session.connection().exec_driver_sql("SELECT invited_at FROM sign_ons").scalar()
    assert read == moment
    assert read.tzinfo is dt.UTC
    assert raw == "2010-07-25 23:30:00.000000"


def test_a_moment_without_a_zone_is_refused(make: Make) -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        UtcTime().process_bind_param(dt.datetime(2010, 7, 26), None)  # noqa: DTZ001 - that is the point
    naive = ChangeSet(at=dt.datetime(2010, 7, 26), actor="", message="")  # noqa: DTZ001 - as above
    with pytest.raises(StatementError, match="needs a time zone"):
        add(make.database, naive)


def test_kept_files_are_named_by_their_bytes() -> None:
    assert [column.name for column in TABLES["assets"].primary_key] == ["digest"]
    assert not issubclass(Asset, Recorded)


def test_instruments_carry_the_day_they_were_checked(make: Make) -> None:
    make.instrument()
    with make.database.reading() as session:
        assert session.get_one(Instrument, 1).checked_on == dt.date(2015, 3, 1)


def test_a_team_database_would_take_the_same_tables() -> None:
    statements: list[str] = []
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda sql, *_: statements.append(str(sql.compile(engine)))
    )
    Base.metadata.create_all(engine, checkfirst=False)
    made = " ".join(statements)
    assert made.count("CREATE TABLE") == len(TABLES)
    assert "GENERATED BY DEFAULT AS IDENTITY" in made


def add(database: Database, row: Base) -> None:
    with database.work("Add") as unit:
        unit.session.add(row)
