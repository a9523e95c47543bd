"""The known organisations, and which of them a name may mean."""

from collections.abc import Sequence

from signatories import countries
from signatories.collation import fold
from signatories.matching import organisation_scores as scores
from signatories.matching.name_index import NameIndex
from signatories.matching.organisation_names import (
    BodyName,
    Form,
    has_parts,
    is_short,
    main_form,
    take_apart,
)
from signatories.matching.records import KnownOrganisation, Likeness, Ref
from signatories.matching.refs import RefsByKey
from signatories.matching.spelling import initials

Found = dict[Ref, Likeness]

_BEARERS_OF_A_NAME = (
    2  # bodies of one name in other countries: more, and the name belongs to nobody
)
_MOST_BEARERS = 300  # are looked at: a column of one name must not be compared all with all
_TELLING_LENGTH = 15  # letters of a name that two countries hardly share by chance


class Bodies:
    """Organisations by what they are called. The exact way is a look-up; the other ones stay within small blocks."""

    def __init__(self) -> None:
        self.known: dict[Ref, KnownOrganisation] = {}
        self._called = RefsByKey[str]()
        self._index = NameIndex()
        self._unread: list[tuple[Ref, str, str]] = []  # not yet in the index: many files never ask

    def add(self, known: KnownOrganisation) -> None:
        """Know one more."""
        self.known[known.ref] = known
        self._add_name(known.ref, known.name, known.acronym)

    def add_name(self, ref: Ref, name: str) -> None:
        """Know a further name of a body that is known."""
        self._add_name(ref, name, "")

    def named(self, name: str, country: str | None) -> list[Ref]:
        """Those of that very name in the country, or with no country on one side; accents and case do not count."""
        return self._in_country(self._called.of(fold(name)), country)

    def likely(self, name: str, acronym: str, country: str | None, without: Ref = 0) -> Found:
        """Those that a name may mean beside its very bearers, in no order; `without` is the record that asks.

        A name that is known word for word is not compared with others: who has it, or has it in another country,
        is nearer than any resemblance.
        """
        self._read_names()
        main = main_form(name)
        found: Found = {}
        namesakes = self._index.named.of(main.key)
        if namesakes:
            self._by_name(found, name, main, country, without)
        is_known = len(namesakes) > bool(without)
        if not is_known or has_parts(name) or acronym:
            self._by_parts(found, take_apart(name, acronym), country, is_known=is_known)
            found.pop(without, None)
        return found

    def _by_name(
        self, found: Found, name: str, main: Form, country: str | None, without: Ref
    ) -> None:
        bearers = [ref for ref in self._bearers(main.key, country) if ref != without]
        called = self._called.of(fold(name))[:_MOST_BEARERS]
        same = [ref for ref in bearers if ref in called]
        self._note(found, same, scores.SAME_NAME, country)
        self._note(found, bearers, scores.SAME_WORDS, country)
        if bearers and not found:
            found |= self._elsewhere(main, bearers)

    def _bearers(self, key: str, country: str | None) -> Sequence[Ref]:
        """Those of a name; of a common one only those in the country and those in none."""
        bearers = self._index.named.of(key)
        if len(bearers) <= _BEARERS_OF_A_NAME + 1:
            return bearers
        places = {None, "", country}
        return [ref for ref in bearers[:_MOST_BEARERS] if self.known[ref].country in places]

    def _by_parts(
        self, found: Found, body: BodyName, country: str | None, *, is_known: bool
    ) -> None:
        main = body.forms[0]
        for form in () if is_known else self._index.near(main):
            if likeness := scores.compare(main, form, body.acronyms):
                self._note(found, self._bearers(form.key, country), likeness, country)
            elif country and _is_country(scores.country_more(main, form), country):
                there = self._bearers(form.key, country)
                theirs = [ref for ref in there if self.known[ref].country == country]
                self._note(found, theirs, scores.WITH_COUNTRY, country)
        self._note(found, self._index.also_named.of(main.key), scores.ONE_OF_TWO, country)
        for form in body.forms[1:]:
            self._note(found, self._bearers(form.key, country), scores.ONE_OF_TWO, country)
        self._by_acronym(found, body, country)

    def _by_acronym(self, found: Found, body: BodyName, country: str | None) -> None:
        main = body.forms[0]
        for short in body.acronyms:
            same = self._index.short.of(short)
            for ref in same[:_MOST_BEARERS]:
                if likeness := self._of_acronym(main, ref, country):
                    self._note(found, (ref,), likeness, country)
            if len(main.words) == 1 and not same and len(short) > 2:
                self._note(found, self._index.by_initials(short), scores.INITIALS, country)
        if len(main.words) > 2 and (same := self._index.short.of(initials(main.words))):
            bare = [ref for ref in same[:_MOST_BEARERS] if is_short(self.known[ref].name)]
            self._note(found, bare, scores.INITIALS, country)

    def _of_acronym(self, main: Form, ref: Ref, country: str | None) -> Likeness | None:
        known = self.known[ref]
        if likeness := scores.by_acronym(main, main_form(known.name)):
            return likeness
        return scores.SHARED_ACRONYM if country and known.country == country else None

    def _elsewhere(self, main: Form, bearers: Sequence[Ref]) -> Found:
        """One body stands under two countries, or two share a name: a question, if the name is a rare one."""
        is_rare = len(bearers) <= _BEARERS_OF_A_NAME and len(main.words) > 2
        if not is_rare or len(main.key) < _TELLING_LENGTH:
            return {}
        return {ref: scores.elsewhere(self.known[ref].country or "") for ref in bearers}

    def _note(
        self, found: Found, refs: Sequence[Ref], likeness: Likeness, country: str | None
    ) -> None:
        for ref in self._in_country(refs, country):
            if ref not in found or found[ref].score < likeness.score:
                found[ref] = likeness

    def _in_country(self, refs: Sequence[Ref], country: str | None) -> list[Ref]:
        """Those in the same country, or with no country on one side."""
        if not refs or not country:
            return list(refs[:_MOST_BEARERS])
        places = {None, "", country}
        return [ref for ref in refs[:_MOST_BEARERS] if self.known[ref].country in places]

    def _add_name(self, ref: Ref, name: str, acronym: str) -> None:
        self._called.add(fold(name), ref)
        self._unread.append((ref, name, acronym))

    def _read_names(self) -> None:
        for ref, name, acronym in self._unread:
            self._index.add(ref, name, acronym)
        self._unread.clear()


def _is_country(words: str, country: str) -> bool:
    found = countries.find(words, ()) if words else None
    return found is not None and found.iso == country
