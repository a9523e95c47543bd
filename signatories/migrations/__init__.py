"""The schema's number, and the way from every older one to it (Alembic scripts in `versions/`)."""

from pathlib import Path

from sqlalchemy import Connection, text

SCHEMA = 8
HEAD = "0008"  # the newest script; a test holds it against the scripts


def stamp(connection: Connection) -> None:
    """Note in a new workspace that it needs no migration. Alembic's own table, without importing Alembic."""
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def upgrade(connection: Connection) -> None:
    """Run every missing script inside the caller's transaction."""
    from alembic import command, config  # noqa: PLC0415 - 0.25 s, and hardly anybody needs it

    settings = config.Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
