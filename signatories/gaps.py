"""What is missing among a letter's recipients: values that its text asks for, and doubles."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from signatories import languages
from signatories.collation import fold
from signatories.letters import printed_parts
from signatories.letters.text_file import LetterFile
from signatories.recipients.choosing import Addressed, Selection
from signatories.texts import N_, Message, listed, message


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to mend, in words, and those whom it is about: by name, and by id where they are recipients.

    `field` is the one without a value, in the gaps that nothing can be printed with; "" in the others.
    """

    text: Message
    names: tuple[str, ...]
    ids: tuple[int, ...] = ()
    field: str = ""

    @classmethod
    def among(cls, found: Iterable[Addressed], text: str, field: str = "") -> Self | None:
        """A gap about these recipients; None when there is nobody."""
        every = list(found)
        if not every:
            return None
        words = message(text, n=len(every), field=field) if field else message(text, n=len(every))
        return cls(words, tuple(one.name for one in every), tuple(one.id for one in every), field)

    @property
    def sentence(self) -> Message:
        """What is to mend, and the names of the first few whom it is about."""
        return message(N_("{gap}: {names}."), gap=self.text, names=listed(self.names))


def among(selection: Selection, texts: Sequence[LetterFile], known: Collection[str]) -> list[Gap]:
    """All gaps of a letter with these texts, each for who reads it. Raises BadText when one cannot be understood."""
    lacking: defaultdict[str, list[Addressed]] = defaultdict(list)
    for text in texts:
        for name, without in _lacking(_readers(selection, text, texts), text, known).items():
            lacking[name] += without
    return [*_of_fields(lacking), *doubles(selection)]


def doubles(selection: Selection) -> list[Gap]:
    """Who may be there twice, and which States are missing."""
    found = [
        Gap.among(_namesakes(selection), N_("%n recipient(s) with the same name and person")),
        Gap.among(
            _neighbours(selection, _address), N_("%n recipient(s) at one address, maybe the same")
        ),
        Gap.among(
            _neighbours(selection, _email), N_("%n recipient(s) with one e-mail, maybe the same")
        ),
        Gap.among(_compatriots(selection), N_("%n recipient(s) beside or for the same State")),
        _missing_members(selection),
    ]
    return [gap for gap in found if gap is not None]


def without_value(selection: Selection, file: LetterFile, known: Collection[str]) -> Iterator[Gap]:
    """For each recipient's field that the text names without a fallback: those who have no value for it."""
    return _of_fields(_lacking(selection.recipients, file, known))


def _of_fields(lacking: Mapping[str, list[Addressed]]) -> Iterator[Gap]:
    text = N_("%n recipient(s) without a value for “{field}”, which the text asks for")
    found = (Gap.among(without, text, name) for name, without in lacking.items())
    return (gap for gap in found if gap is not None)


def _lacking(
    recipients: Sequence[Addressed], file: LetterFile, known: Collection[str]
) -> dict[str, list[Addressed]]:
    """By field of a recipient without a fallback, who has no value for it."""
    every = printed_parts.fields_of(file, known)
    needed = {one.name: one.column for one in every if one.is_of_recipient and one.fallback is None}
    return {
        name: [one for one in recipients if not one.value(column)]
        for name, column in needed.items()
    }


def _readers(
    selection: Selection, text: LetterFile, texts: Sequence[LetterFile]
) -> list[Addressed]:
    """Who gets this one of the texts: the first one for who reads none of them."""
    if len(texts) == 1:
        return selection.recipients
    codes = tuple(each.language for each in texts)
    return [
        one
        for one in selection.recipients
        if (languages.preferred(one.language, codes) or codes[0]) == text.language
    ]


def _namesakes(selection: Selection) -> list[Addressed]:
    alike: dict[tuple[str, str], list[Addressed]] = defaultdict(list)
    for one in selection.recipients:
        alike[fold(one.name), fold(one.person)].append(one)
    return [one for same in alike.values() if len(same) > 1 for one in same]


def _neighbours(selection: Selection, key: Callable[[Addressed], str]) -> list[Addressed]:
    """Recipients that share a value, of whom some may be one: of one country, one person, or none named.

    Those of one name and person are namesakes already.
    """
    alike: dict[tuple[str, str | None], list[Addressed]] = defaultdict(list)
    for one in selection.recipients:
        if value := key(one):
            alike[value, one.country].append(one)
    several = (same for same in alike.values() if len(same) > 1)
    return [one for same in several for one in _maybe_one(same)]


def _maybe_one(same: Sequence[Addressed]) -> Iterator[Addressed]:
    persons = Counter(fold(one.person) for one in same)
    both = Counter((fold(one.person), fold(one.name)) for one in same)
    for one in same:
        person = fold(one.person)
        alike = persons[person] + persons[""] if person else len(same)
        if alike > both[person, fold(one.name)]:
            yield one


def _address(one: Addressed) -> str:
    return " ".join(one.address.lower().split())


def _email(one: Addressed) -> str:
    return one.email.strip().lower()


def _compatriots(selection: Selection) -> list[Addressed]:
    """States, and whoever else gets the same letter for such a State, as a mission does under its own name.

    Those of one name are namesakes already.
    """
    alike: dict[str, list[Addressed]] = defaultdict(list)
    for one in selection.recipients:
        if one.country:
            alike[one.country].append(one)
    return [
        one
        for same in alike.values()
        if any(each.state for each in same) and len({fold(each.name) for each in same}) > 1
        for one in same
    ]


def _missing_members(selection: Selection) -> Gap | None:
    missing = tuple(selection.missing_members)
    text = N_("%n member State(s) of the United Nations without a recipient")
    return Gap(message(text, n=len(missing)), missing) if missing else None
