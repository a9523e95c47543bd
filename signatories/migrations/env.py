"""What Alembic runs: on the connection that the program hands in, inside its transaction."""

from alembic import context

from signatories.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
