"""The first schema: every table, its constraints and its indexes."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables in an empty workspace."""
    _make_assets()
    _make_change_sets()
    _make_runs()
    _make_workspace_settings()
    _make_changes()
    _make_differences()
    _make_evidence()
    _make_imports()
    _make_instruments()
    _make_organisations()
    _make_people()
    _make_questions()
    _make_run_files()
    _make_acts()
    _make_imported_records()
    _make_letters()
    _make_organisation_names()
    _make_roles()
    _make_taggings()
    _make_recipients()
    _make_sign_ons()
    _make_versions()
    _make_confirmations()
    _make_consents()
    _make_lists()
    _make_texts()
    _make_renewals()


def _make_assets() -> None:
    op.create_table(
        "assets",
        _text("digest", 64),
        _text("media_type", 100),
        _column("content", sa.LargeBinary()),
        _text("name"),
        _key("assets", "digest"),
    )


def _make_change_sets() -> None:
    _record(
        "change_sets",
        _column("at", sa.DateTime()),
        _text("actor"),
        _text("message"),
        _column("values", sa.JSON()),
        _column("bulk", sa.Boolean()),
        _link("change_sets", "undoes_id", "change_sets", nullable=True),
        _link("change_sets", "undone_by_id", "change_sets", nullable=True),
    )
    _index("change_sets", "undoes_id")
    _index("change_sets", "undone_by_id")


def _make_runs() -> None:
    _record(
        "runs",
        _column("letter_id", sa.Integer()),
        _column("version_number", sa.Integer()),
        _column("list_id", sa.Integer(), nullable=True),
        _column("at", sa.DateTime()),
        _text("actor"),
        _text("product", 20),
        _column("settings", sa.JSON()),
        _column("counts", sa.JSON()),
        _column("warnings", sa.JSON()),
        _column("snapshot", sa.JSON()),
    )


def _make_workspace_settings() -> None:
    op.create_table(
        "workspace_settings", _text("key", 60), _text("value"), _key("workspace_settings", "key")
    )


def _make_changes() -> None:
    _record(
        "changes",
        _link("changes", "change_set_id", "change_sets"),
        _text("subject", 40),
        _column("row_id", sa.Integer()),
        _text("action", 10),
        _column("at", sa.DateTime()),
        _text("digest", 64),
        _text("previous_hash", 64),
        _text("hash", 64),
        _column("salt", sa.LargeBinary(), nullable=True),
        _column("before", sa.JSON(none_as_null=True), nullable=True),
        _column("after", sa.JSON(none_as_null=True), nullable=True),
    )
    _index("changes", "change_set_id")
    _index("changes", "subject", "row_id")


def _make_differences() -> None:
    _content(
        "differences",
        _one_each("differences", "subject", "a_id", "b_id"),
        _text("subject", 20),
        _column("a_id", sa.Integer()),
        _column("b_id", sa.Integer()),
    )


def _make_evidence() -> None:
    _content(
        "evidence",
        _choice(
            "evidence",
            "kind",
            "howweknow",
            (
                "own words",
                "standing mandate",
                "no objection by the deadline",
                "list from a named source",
            ),
        ),
        _text("text"),
        _column("received_at", sa.DateTime(), nullable=True),
        _asset("evidence", "asset_digest"),
    )


def _make_imports() -> None:
    _record(
        "imports",
        _link("imports", "change_set_id", "change_sets"),
        _column("at", sa.DateTime()),
        _text("subject", 20),
        _column("letter_id", sa.Integer(), nullable=True),
        _text("source_name"),
        _text("source_digest", 64),
        _text("source_format", 20),
        _text("encoding", 40, nullable=True),
        _text("sheet", nullable=True),
        _column("mapping", sa.JSON()),
        _column("counts", sa.JSON()),
    )
    _index("imports", "change_set_id")
    _index("imports", "source_digest")


def _make_instruments() -> None:
    _content(
        "instruments",
        _text("title"),
        _column("checked_on", sa.Date(), nullable=True),
        _text("source"),
    )


def _make_organisations() -> None:
    _content(
        "organisations",
        _text("name"),
        _text("language", 20),
        _text("acronym"),
        _text("country", 2, nullable=True),
        _text("region"),
        _text("kind"),
        _link("organisations", "parent_id", "organisations", nullable=True),
        _text("website"),
        _text("email"),
        _asset("organisations", "logo_digest"),
        _text("notes"),
        _column("extra", sa.JSON()),
        _column("archived_at", sa.DateTime(), nullable=True),
        _column("sort_key", sa.LargeBinary()),
        _text("search_key"),
    )
    _index("organisations", "country")
    _index("organisations", "parent_id")
    _index("organisations", "sort_key")


def _make_people() -> None:
    _content(
        "people",
        _text("name"),
        _text("sort_name"),
        _text("form_of_address"),
        _text("email"),
        _text("telephone"),
        _text("language", 20),
        _text("country", 2, nullable=True),
        _asset("people", "signature_digest"),
        _text("notes"),
        _column("extra", sa.JSON()),
        _column("archived_at", sa.DateTime(), nullable=True),
        _column("sort_key", sa.LargeBinary()),
        _text("search_key"),
    )
    _index("people", "email")
    _index("people", "sort_key")


def _make_questions() -> None:
    _content(
        "questions",
        _text("subject", 40),
        _column("row_id", sa.Integer()),
        _text("key"),
        _column("values", sa.JSON()),
        _column("answered_at", sa.DateTime(), nullable=True),
    )
    _index("questions", "subject", "row_id")


def _make_run_files() -> None:
    _record(
        "run_files",
        _one_each("run_files", "run_id", "name"),
        _link("run_files", "run_id", "runs"),
        _text("name"),
        _column("size", sa.Integer()),
        _text("digest", 64),
    )
    _index("run_files", "run_id")


def _make_acts() -> None:
    _content(
        "acts",
        _link("acts", "instrument_id", "instruments"),
        _text("participant"),
        _text("country", 2, nullable=True),
        _choice(
            "acts",
            "kind",
            "actkind",
            (
                "signature",
                "ratification",
                "acceptance",
                "approval",
                "accession",
                "succession",
                "withdrawal",
            ),
        ),
        _column("date", sa.Date()),
        _choice("acts", "precision", "precision", ("day", "month", "year")),
    )
    _index("acts", "country")
    _index("acts", "instrument_id")


def _make_imported_records() -> None:
    _record(
        "imported_records",
        _link("imported_records", "import_id", "imports"),
        _text("subject", 40),
        _column("row_id", sa.Integer()),
        _column("line", sa.Integer()),
        _text("digest", 64),
    )
    _index("imported_records", "import_id")
    _index("imported_records", "subject", "row_id")


def _make_letters() -> None:
    _content(
        "letters",
        _text("title"),
        _text("language", 20),
        _choice("letters", "stage", "letterstage", ("draft", "open", "closed", "sent")),
        _text("letterhead"),
        _text("reference"),
        _text("place"),
        _column("date", sa.Date(), nullable=True),
        _text("addressee"),
        _link("letters", "instrument_id", "instruments", nullable=True),
        _text("recipients_where"),
        _column("as_of", sa.Date(), nullable=True),
        _column("deadline", sa.Date(), nullable=True),
        _column("target", sa.Integer(), nullable=True),
        _column("block", sa.JSON()),
        _text("notes"),
    )
    _index("letters", "instrument_id")


def _make_organisation_names() -> None:
    _content(
        "organisation_names",
        _link("organisation_names", "organisation_id", "organisations"),
        _choice("organisation_names", "kind", "namekind", ("translation", "former", "other")),
        _text("language", 20),
        _text("name"),
        _text("until", 10),
    )
    _index("organisation_names", "organisation_id")


def _make_roles() -> None:
    _content(
        "roles",
        _link("roles", "person_id", "people"),
        _link("roles", "organisation_id", "organisations"),
        _text("title"),
        _column("ended_on", sa.Date(), nullable=True),
    )
    _index("roles", "organisation_id")
    _index("roles", "person_id")


def _make_taggings() -> None:
    _content(
        "taggings",
        _text("tag"),
        _link("taggings", "organisation_id", "organisations", nullable=True),
        _link("taggings", "person_id", "people", nullable=True),
    )
    _index("taggings", "organisation_id")
    _index("taggings", "person_id")
    _index("taggings", "tag")


def _make_recipients() -> None:
    _content(
        "recipients",
        _link("recipients", "letter_id", "letters", nullable=True),
        _text("name"),
        _text("person"),
        _text("form_of_address"),
        _text("salutation"),
        _text("address"),
        _text("language", 20),
        _text("country", 2, nullable=True),
        _column("state", sa.Boolean()),
        _text("email"),
        _column("extra", sa.JSON()),
        _column("place", sa.Integer()),
        _column("sort_key", sa.LargeBinary()),
        _text("search_key"),
    )
    _index("recipients", "country")
    _index("recipients", "letter_id")
    _index("recipients", "sort_key")


def _make_sign_ons() -> None:
    _content(
        "sign_ons",
        _link("sign_ons", "letter_id", "letters"),
        _link("sign_ons", "organisation_id", "organisations", nullable=True),
        _link("sign_ons", "signer_id", "people", nullable=True),
        _link("sign_ons", "contact_id", "people", nullable=True),
        _choice(
            "sign_ons",
            "status",
            "signonstatus",
            (
                "to invite",
                "invited",
                "considering",
                "conditional",
                "promised",
                "confirmed",
                "declined",
                "withdrawn",
            ),
        ),
        _choice(
            "sign_ons",
            "capacity",
            "capacity",
            ("for the organisation", "personal", "personal, affiliation for identification only"),
        ),
        _column("capacity_assumed", sa.Boolean()),
        _text("group"),
        _column("place", sa.Integer()),
        _text("printed_name"),
        _text("printed_role"),
        _text("printed_organisation"),
        _text("printed_acronym"),
        _text("printed_country"),
        _text("country", 2, nullable=True),
        _text("condition"),
        _text("notes"),
        _column("invited_at", sa.DateTime(), nullable=True),
        _column("answered_at", sa.DateTime(), nullable=True),
        _column("withdrawn_at", sa.DateTime(), nullable=True),
        _text("search_key"),
    )
    _index("sign_ons", "contact_id")
    _index("sign_ons", "letter_id")
    _index("sign_ons", "organisation_id")
    _index("sign_ons", "signer_id")


def _make_versions() -> None:
    _content(
        "versions",
        _one_each("versions", "letter_id", "number"),
        _link("versions", "letter_id", "letters"),
        _column("number", sa.Integer()),
        _column("frozen_at", sa.DateTime(), nullable=True),
        _column("replaced_at", sa.DateTime(), nullable=True),
        _text("correction", nullable=True),
        _text("audience"),
    )
    _index("versions", "letter_id")


def _make_confirmations() -> None:
    _content(
        "confirmations",
        _one_each("confirmations", "sign_on_id", "version_id"),
        _link("confirmations", "sign_on_id", "sign_ons"),
        _link("confirmations", "version_id", "versions"),
        _link("confirmations", "evidence_id", "evidence"),
        _text("name"),
        _text("role"),
        _text("organisation"),
        _text("acronym"),
        _text("country"),
        _text("country_code", 2, nullable=True),
        _choice(
            "confirmations",
            "capacity",
            "capacity",
            ("for the organisation", "personal", "personal, affiliation for identification only"),
        ),
        _text("group"),
        _column("confirmed_at", sa.DateTime()),
    )
    _index("confirmations", "evidence_id")
    _index("confirmations", "sign_on_id")
    _index("confirmations", "version_id")


def _make_consents() -> None:
    _content(
        "consents",
        _one_each("consents", "sign_on_id", "use", "recipient_id"),
        _link("consents", "sign_on_id", "sign_ons"),
        _choice(
            "consents",
            "use",
            "use",
            ("in the letter", "on the public list", "logo", "scanned signature", "count only"),
        ),
        _link("consents", "recipient_id", "recipients", nullable=True),
        _column("allowed", sa.Boolean()),
    )
    _index("consents", "recipient_id")
    _index("consents", "sign_on_id")
    op.create_index(
        "ux_consents_sign_on_id_use",
        "consents",
        ["sign_on_id", "use"],
        unique=True,
        sqlite_where=sa.text("recipient_id IS NULL"),
        postgresql_where=sa.text("recipient_id IS NULL"),
    )


def _make_lists() -> None:
    _content(
        "lists",
        _one_each("lists", "version_id", "number"),
        _link("lists", "version_id", "versions"),
        _column("number", sa.Integer()),
        _column("cut_off", sa.DateTime()),
        _text("zone", 60),
    )
    _index("lists", "version_id")


def _make_texts() -> None:
    _content(
        "texts",
        _one_each("texts", "version_id", "language"),
        _link("texts", "version_id", "versions"),
        _text("language", 20),
        _text("subject"),
        _text("salutation"),
        _text("body"),
        _text("closing"),
        _text("enclosures"),
        _text("cc"),
        _column("authoritative", sa.Boolean()),
        _column("declared_at", sa.DateTime(), nullable=True),
        _text("declared_by", nullable=True),
    )
    _index("texts", "version_id")


def _make_renewals() -> None:
    _content(
        "renewals",
        _link("renewals", "confirmation_id", "confirmations"),
        _link("renewals", "evidence_id", "evidence"),
        _column("renewed_at", sa.DateTime()),
    )
    _index("renewals", "confirmation_id")
    _index("renewals", "evidence_id")


def _content(table: str, *items: sa.schema.SchemaItem) -> None:
    """A table whose rows are recorded: they carry their last change set and a version number."""
    stamp = _link(table, "changed_in", "change_sets")
    _record(table, *items, stamp, _column("revision", sa.Integer()))
    _index(table, "changed_in")


def _record(table: str, *items: sa.schema.SchemaItem) -> None:
    """A table whose rows are numbered, no number ever twice."""
    number = sa.Column("id", sa.Integer(), sa.Identity(), nullable=False)
    op.create_table(table, *items, number, _key(table, "id"), sqlite_autoincrement=True)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)


def _key(table: str, column: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=op.f(f"pk_{table}"))


def _one_each(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _column(name: str, kind: Any, *items: Any, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, *items, nullable=nullable)


def _text(name: str, length: int | None = None, *, nullable: bool = False) -> sa.Column[Any]:
    return _column(name, sa.String(length), nullable=nullable)


def _choice(table: str, name: str, kind: str, values: Iterable[str]) -> sa.Column[Any]:
    """One of a few words, which the database checks."""
    check = op.f(f"ck_{table}_{kind}")
    words = sa.Enum(*values, name=check, native_enum=False, create_constraint=True, length=60)
    return _column(name, words)


def _link(table: str, name: str, parent: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A column that names a row of another table."""
    key = sa.ForeignKey(f"{parent}.id", name=op.f(f"fk_{table}_{name}_{parent}"))
    return _column(name, sa.Integer(), key, nullable=nullable)


def _asset(table: str, name: str) -> sa.Column[Any]:
    """A column that names a kept file by its digest."""
    key = sa.ForeignKey("assets.digest", name=op.f(f"fk_{table}_{name}_assets"))
    return _column(name, sa.String(64), key, nullable=True)
