"""Letters with recipients and signatories of any kind, for hypothesis, each name with a mark to find it by."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from signatories import consents, letters, recipients, sign_ons
from signatories.block.settings import BlockSettings, Layout, OrderRule, Reduced
from signatories.consents import ConsentDraft
from signatories.database import Database
from signatories.letters.text_file import LetterFile
from signatories.models import Capacity, Order, SignOn, Use
from signatories.models.block import Form, Grouping, Marker, Place, Reduction
from signatories.typesetting.direction import runs_left_to_right
from tests.factories import LETTER, Make

BODY = """\
We write to {{ recipient.name }}, with odd *words* & <b>signs</b>.

Figures: Zs{{ count.signatories }}z Zo{{ count.organisations }}z Zp{{ count.people }}z Zc{{ count.countries }}z
Zw{{ count.withheld }}z Zr{{ count.recipients }}z.
"""

_NAMES = st.sampled_from(
    [
        "Ada Example",
        "Zoë Ångström-Núñez",
        "Мария Примерова",
        "Ελένη Παράδειγμα",
        "אבגד הוז",
        "أحمد مثال",
        "例 太郎",
        "예시 이름",
        "उदाहरण नाम",
        "ตัวอย่าง",
        "Anne‐Sophie d’Exemple (she)",
        "<b>Ada</b> & Co",
        "=1+1",
        "_x0041_ **bold** {{ name }}",
        "A" * 70,
        "two\nlines, and a comma",
        "",
    ]
)
_WORDS = _NAMES | st.text(st.characters(codec="utf-8"), max_size=8)
_ROLES = st.sampled_from(["", "", "", "Director", "Director", "directrice, par intérim", "مدير"])
_COUNTRIES = st.sampled_from(["", "GH", "KE", "FR", "CH"])


@dataclass(frozen=True)
class Answer:
    """A sign-on to make."""

    words: str
    role: str
    country: str
    has_body: bool
    has_person: bool
    capacity: Capacity
    group: str
    uses: dict[Use, bool]
    never_to: frozenset[int]
    confirms: bool


@dataclass(frozen=True)
class Case:
    """A letter, who it goes to, who answered, and how its block looks."""

    language: str
    addresses: list[tuple[str, str, str]]
    answers: list[Answer]
    block: BlockSettings
    limit: int | None


ANSWERS = st.builds(
    Answer,
    _WORDS,
    _ROLES,
    _COUNTRIES,
    has_body=st.sampled_from([True, True, False]),
    has_person=st.sampled_from([True, True, False]),
    capacity=st.sampled_from(Capacity),
    group=st.sampled_from(["", "Local", "<i>Global</i>"]),
    uses=st.dictionaries(
        st.sampled_from([Use.LETTER, Use.PUBLIC_LIST, Use.COUNT_ONLY]), st.booleans(), max_size=1
    ),
    never_to=st.frozensets(st.integers(0, 3), max_size=1),
    confirms=st.sampled_from([True, True, True, False]),
)
BLOCKS = st.builds(
    BlockSettings,
    order=st.builds(
        OrderRule,
        st.sampled_from([each for each in Order if each is not Order.COLUMN]),
        seed=st.just(7),
    ),
    layout=st.builds(
        Layout,
        st.sampled_from([Form.LINES, Form.LINES, Form.RUN_IN, Form.TABLE]),
        columns=st.integers(1, 3),
        marker=st.sampled_from(Marker),
        table_columns=st.just(("number", "name", "organisation", "country")),
    ),
    grouping=st.sampled_from([Grouping.NONE, Grouping.NONE, Grouping.GROUP, Grouping.COUNTRY]),
    place=st.sampled_from([Place.CLOSING, Place.CLOSING, *Place]),
    heading=st.sampled_from(["", "Signed by"]),
    count_line=st.booleans(),
    reduced=st.sampled_from([None, None, Reduced("country"), Reduced("country", Reduction.FIRST)]),
)
_CASES = st.builds(
    Case,
    st.sampled_from(["en", "fr", "de", "ar", "ja"]),
    st.lists(st.tuples(_WORDS, st.sampled_from(["", "1 Example Street"]), _COUNTRIES), min_size=1, max_size=4),
    st.lists(ANSWERS, min_size=1, max_size=6),
    BLOCKS,
    st.sampled_from([None, None, 1, 2]),
)  # fmt: skip


def _readable(case: Case) -> Case:
    """The letter, with nothing side by side where any of it runs from right to left, as pdfium reads it."""
    words = "".join(f"{each.words}{each.role}{each.group}" for each in case.answers)
    if case.language != "ar" and runs_left_to_right(words):
        return case
    layout = replace(case.block.layout, columns=1)
    if layout.form is Form.RUN_IN:
        layout = replace(layout, form=Form.LINES)
    return replace(case, block=replace(case.block, layout=layout))


CASES = _CASES.map(_readable)


def recipient_mark(number: int) -> str:
    """What the name of a recipient holds, and no other."""
    return f"Rxqx{_letter_of(number)}xqx"


def sign_on_mark(sign_on_id: int) -> str:
    """What the line of a sign-on holds, and no other: long enough not to stand in packed bytes by chance."""
    return f"Sxqx{_letter_of(sign_on_id)}xqx"


def _letter_of(number: int) -> str:
    """Digits change places beside Arabic."""
    return "abcdefghij"[number]


@contextmanager
def workspace_of(empty: Path, case: Case) -> Iterator[tuple[Database, Path]]:
    """A workspace of its own with the letter of a case, and the folder that it stands in."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "work.signatories"
        shutil.copy(empty, path)
        with Database.open(path) as database:
            fill(database, case)
            yield database, Path(folder)


def fill(database: Database, case: Case) -> None:
    """Make the letter, as letter 1, in an empty workspace. The marks of its lines are their ids."""
    with database.work("Letter") as unit:
        letters.add(unit.session, _letter(case))
        letters.set_block(unit.session, 1, case.block)
        ids = [_add_recipient(unit.session, n, *each) for n, each in enumerate(case.addresses)]
    make = Make(database)
    for number, answer in enumerate(case.answers, start=1):
        _add_answer(make, number, answer, ids)
    confirmed = [n for n, answer in enumerate(case.answers, start=1) if answer.confirms]
    if confirmed:
        make.confirm(1, *confirmed)


def _letter(case: Case) -> LetterFile:
    return replace(LETTER, language=case.language, body=BODY, addressee=())


def _add_recipient(session: Session, number: int, words: str, address: str, country: str) -> int:
    mark = recipient_mark(number)
    draft = recipients.RecipientDraft(
        name=f"{words[:40]} {mark} {words[40:]}",
        country=country,
        address=f"{mark} {address}" if address else "",
    )
    return recipients.add(session, 1, draft).id


def _add_answer(make: Make, number: int, answer: Answer, recipient_ids: list[int]) -> None:
    mark = sign_on_mark(number)
    names = f"{mark} {answer.words}", answer.words.strip() or "Aid"
    has_person = answer.has_person or not answer.has_body
    body = make.organisation(names[has_person], country=answer.country) if answer.has_body else None
    signer = make.person(names[0], role=answer.role) if has_person else None
    with make.database.work("Answer") as unit:
        made: SignOn = sign_ons.add(
            unit.session, 1, organisation_id=body, signer_id=signer, capacity=answer.capacity
        )
        made.group = answer.group
        never = {recipient_ids[n]: True for n in answer.never_to if n < len(recipient_ids)}
        consents.note(unit.session, [made.id], ConsentDraft(answer.uses, never))
