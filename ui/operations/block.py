"""A letter's block: its settings, and those that are kept under a name."""

from signatories import letters, saved_presets
from signatories.block.settings import BlockSettings
from signatories.texts import N_, message
from ui.application import Application
from ui.jobs import Job


def set_settings(app: Application, letter_id: int, settings: BlockSettings) -> Job:
    """Give other settings to a letter's block."""
    return app.change(
        N_("Change the block of “{letter}”"),
        lambda session, _: letters.set_block(session, letter_id, settings),
        letter=letter_id,
    )


def save_preset(app: Application, name: str, settings: BlockSettings) -> Job:
    """Keep a block under a name."""
    return app.change(
        N_("Save a preset"),
        lambda session, _: saved_presets.save(session, name, settings),
        said=message(N_("The preset “{name}” is saved."), name=name),
    )


def remove_preset(app: Application, name: str) -> Job:
    """Forget a saved block."""
    return app.change(
        N_("Forget a preset"),
        lambda session, _: saved_presets.remove(session, name),
        said=message(N_("The preset “{name}” is forgotten."), name=name),
    )
