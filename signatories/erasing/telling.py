"""What erasing a person does and does not reach, in sentences."""

from collections.abc import Iterable, Iterator

from signatories.erasing import Erased
from signatories.erasing.plan import Plan
from signatories.erasing.texts import Mention
from signatories.texts import N_, Message, listed, message

FOR_GOOD = N_("Nothing takes this back.")
NOT_OVERWRITTEN = N_(
    "The workspace is in use, and the name may still stand in the free parts of the file. "
    "Close it wherever it is open: then they are overwritten."
)

_MOST = 20  # words named


def does(plan: Plan) -> Iterator[Message]:
    """What becomes of what is the person's, a sentence for each kind of thing."""
    stays = [answer for answer in plan.own if answer.stays]
    counted = (
        (plan.roles, N_("Removed: %n role(s) in organisations.")),
        (len(stays), N_("Kept for the count, naming nobody: %n answer(s) in their own name.")),
        (len(plan.own) - len(stays), N_("Removed: %n letter(s) that they were yet to answer.")),
        (len(plan.signed), N_("Kept without a signer: %n answer(s) of organisations.")),
        (plan.contact, N_("Kept without a contact: %n answer(s).")),
        (len(plan.files), N_("Removed: %n kept file(s), such as mails or scanned signatures.")),
        (len(plan.recipients), N_("Removed, or kept without the person: %n recipient(s).")),
        (plan.actions, N_("Not to be undone any more: %n action(s) that wrote of them.")),
        (len(plan.runs), N_("Kept without them, figures as they were: what %n run(s) printed.")),
    )
    yield message(N_("Removed: the person, from the directory, the notes and the history."))
    yield message(N_("Looked for: {words}."), words=listed(plan.traces.words, most=_MOST))
    for number, text in counted:
        if number:
            yield message(text, n=number)


def does_not_reach(plan: Plan, elsewhere: Iterable[Mention]) -> Iterator[Message]:
    """What still names the person afterwards: files, copies, and words that stay."""
    for path in plan.made_files:
        yield message(N_("The file {file} was made of a list with them."), file=path)
    for path in plan.backups:
        yield message(
            N_("The copy {file} of this workspace knows them, or cannot be looked into."), file=path
        )
    for name in plan.shared:
        yield message(N_("The kept file {file} is evidence for others too."), file=name)
    for mention in elsewhere:
        text = N_("“{label}” names them, or somebody called the same ({table}, {column}).")
        yield message(text, label=mention.label, table=mention.table, column=mention.column)


def left(done: Erased) -> Iterator[Message]:
    """What still names the person after all is done."""
    yield from does_not_reach(done.plan, done.elsewhere)
    if not done.is_overwritten:
        yield message(NOT_OVERWRITTEN)
