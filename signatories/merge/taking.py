"""A snapshot taken: one read of all that a run prints."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from signatories import extra_columns, letters, standing
from signatories.block import filtering
from signatories.block.ordering import ordered
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.letters import versions
from signatories.merge import answered, concerns, confirmed, cut_off, images, refusals, texts
from signatories.merge.snapshot import Choices, Snapshot, only
from signatories.models import Letter, Version
from signatories.recipients import choosing


def take(session: Session, letter_id: int, choices: Choices, *, answers: bool = False) -> Snapshot:
    """Read a letter and all that its products print; with `answers`, those of the unconfirmed too.

    Raises Refused when no version can be printed, and UnreadableFile for a picture that is damaged.
    """
    letter = letters.get(session, letter_id)
    version = texts.version_of(session, letter, choices.version, draft=choices.draft)
    snapshot = _with_list(session, _without_list(session, version, choices), version, choices)
    if answers:
        snapshot = replace(snapshot, sign_ons=answered.every(session, letter.id))
    return snapshot if choices.recipients is None else only(snapshot, choices.recipients)


def _without_list(session: Session, version: Version, choices: Choices) -> Snapshot:
    """The letter in its languages and who it goes to, with nobody on its list yet."""
    letter, now = version.letter, dt.datetime.now(dt.UTC)
    newest, run = versions.newest(letter), choices.run or letters.run_settings_of(letter)
    printed = texts.read(session, version, choices.language, draft=choices.draft)
    instrument = standing.instrument_of(session, letter)
    return Snapshot(
        letter_id=letter.id,
        version=version.number,
        newest_version=newest.number,
        newest_confirmed=0 if newest is version else versions.confirmations(session, newest),
        confirmed=0,
        unconfirmed=(),
        text=printed.first,
        selection=choosing.selection(session, letter, where=choices.where, as_of=choices.as_of),
        instrument=instrument.title if instrument else "",
        checked_on=instrument.checked_on if instrument else None,
        signatories=(),
        sign_ons=(),
        block=_block(letter, choices),
        images={},
        known_fields=letters.known_fields(session),
        run=run,
        listed_on=now.date(),
        taken_at=now,
        deadline=letter.deadline,
        limit=choices.limit,
        translations=printed.translations,
        undeclared=printed.left_out,
    )


def _with_list(
    session: Session, snapshot: Snapshot, version: Version, choices: Choices
) -> Snapshot:
    """The same with those who are on its list, and what there is to say of them."""
    block, run = snapshot.block, snapshot.run
    number = choices.list_number or (None if choices.signed_by else run.list_number)
    moment = choices.signed_by or run.signed_by
    cut = cut_off.at(session, version, number, moment, must=not choices.draft)
    agreed = confirmed.read(session, version, cut.listed or cut.moment)
    meeting = _meeting(session, snapshot.letter_id, agreed, block.where)
    lines, doubts = refusals.settle(session, meeting, snapshot.selection.recipients)
    return replace(
        snapshot,
        confirmed=len(agreed),
        unconfirmed=answered.unconfirmed(session, version),
        signatories=ordered(lines, block.order, snapshot.text.language, block.pins),
        images=images.of_list(session, block, lines),
        concerns=concerns.read(session, version, cut, doubts),
        listed_on=cut.day(snapshot.taken_at),
        signed_by=cut.moment,
        later=versions.confirmations(session, version) - len(agreed),
        list_number=cut.number,
    )


def _block(letter: Letter, choices: Choices) -> BlockSettings:
    """The settings of the letter's block, with what was chosen for this run."""
    settings = choices.block or letters.block_of(letter)
    return settings.overridden(
        order=choices.order, articles=choices.articles, columns=choices.columns
    )


def _meeting(
    session: Session, letter_id: int, lines: Sequence[Signatory], where: str
) -> Sequence[Signatory]:
    """Those whom the block is for."""
    condition = filtering.parse(where, extra_columns.names(session, letter_id)) if where else None
    return filtering.meeting(lines, condition) if condition else lines
