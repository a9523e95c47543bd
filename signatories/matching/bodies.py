"""The known organisations, and which of them a name may mean."""

from collections.abc import Iterable, Iterator, Sequence

from signatories import countries
from signatories.matching import organisation_scores as scores
from signatories.matching.name_index import NameIndex
from signatories.matching.organisation_names import (
    BodyName,
    Form,
    form_of,
    has_brackets,
    has_parts,
    is_short,
    main_form,
    take_apart,
)
from signatories.matching.records import KnownOrganisation, Likeness, Ref
from signatories.matching.refs import RefsByKey
from signatories.matching.spelling import alike, initials, words_of
from signatories.texts import message

Found = dict[Ref, Likeness]

_NOWHERE = "-"
_BEARERS_OF_A_NAME = (
    2  # bodies of one name in other countries: more, and the name belongs to nobody
)
_TELLING_LENGTH = 15  # letters of a name that two countries hardly share by chance


class Bodies:
    """Organisations by what they are called. The exact way is a look-up; the other ones stay within small blocks."""

    def __init__(self) -> None:
        self.known: dict[Ref, KnownOrganisation] = {}
        self._further: dict[Ref, list[str]] = {}
        self._named = RefsByKey()
        self._named_there = RefsByKey()  # a key and a country
        self._also_named = RefsByKey()
        self._short = RefsByKey()
        self._index = NameIndex()
        self._initials: RefsByKey | None = None

    def add(self, known: KnownOrganisation) -> None:
        """Know one more."""
        self.known[known.ref] = known
        self._add_name(known.ref, known.name, known.acronym)

    def add_name(self, ref: Ref, name: str) -> None:
        """Know a further name of a body that is known."""
        self._further.setdefault(ref, []).append(name)
        self._add_name(ref, name, "")

    def named(self, name: str, country: str | None) -> list[Ref]:
        """Those of that very name in the country, or with no country on one side; accents and case do not count."""
        key = main_form(name).key
        if country:
            refs = [*self._named_there.get(key + country), *self._named_there.get(key + _NOWHERE)]
        else:
            refs = [*self._named.get(key)]
        if has_brackets(name):
            refs += self.in_country(self._with_brackets(name), country)
        return [ref for ref in dict.fromkeys(refs) if self._is_called(ref, name)]

    def is_called(self, text: str) -> bool:
        """Whether anybody has this very name, or this acronym."""
        if self.named(text, None):
            return True
        return is_short(text.strip()) and "".join(words_of(text)) in self._short

    def _with_brackets(self, name: str) -> list[Ref]:
        """Those of the same words, brackets included: whether "(cwa)" is an acronym cannot be seen."""
        key = form_of(words_of(name)).key
        return [*self._named.get(key), *self._also_named.get(key)]

    def likely(self, name: str, acronym: str, country: str | None, without: Ref = 0) -> Found:
        """Those that a name may mean beside its very bearers, in no order; `without` is the record that asks.

        A name that is known word for word is not compared with others: who has it, or has it in another country,
        is nearer than any resemblance.
        """
        main = main_form(name)
        bearers = [ref for ref in self._bearers(main.key, country) if ref != without]
        found: Found = {}
        same = [ref for ref in bearers if self._is_called(ref, name)]
        self._note(found, same, scores.SAME_NAME, country)
        self._note(found, bearers, scores.SAME_WORDS, country)
        if bearers and not found:
            found |= self._elsewhere(main, bearers)
        is_known = len(self._named.get(main.key)) > bool(without)
        if not is_known or has_parts(name) or acronym:
            self._by_parts(found, take_apart(name, acronym), country, is_known=is_known)
            found.pop(without, None)
        return found

    def _bearers(self, key: str, country: str | None) -> Sequence[Ref]:
        """Those of a name; of a common one only those in the country and those in none."""
        bearers = self._named.get(key)
        if len(bearers) <= _BEARERS_OF_A_NAME + 1:
            return bearers
        there = self._named_there.get(key + country) if country else ()
        return [*there, *self._named_there.get(key + _NOWHERE)]

    def _by_parts(
        self, found: Found, body: BodyName, country: str | None, *, is_known: bool
    ) -> None:
        main = body.forms[0]
        for form in () if is_known else self._index.near(main):
            if likeness := scores.compare(main, form, body.acronyms):
                self._note(found, self._bearers(form.key, country), likeness, country)
            elif country and _is_country(scores.country_more(main, form), country):
                there = self._named_there.get(form.key + country)
                self._note(found, there, scores.WITH_COUNTRY, country)
        self._note(found, self._also_named.get(main.key), scores.ONE_OF_TWO, country)
        for form in body.forms[1:]:
            self._note(found, self._bearers(form.key, country), scores.ONE_OF_TWO, country)
        self._by_acronym(found, body, country)

    def _by_acronym(self, found: Found, body: BodyName, country: str | None) -> None:
        main = body.forms[0]
        for short in body.acronyms:
            same = self._short.get(short)
            for ref in same:
                if likeness := self._of_acronym(main, ref, country):
                    self._note(found, (ref,), likeness, country)
            if len(main.words) == 1 and not same and len(short) > 2:
                self._note(found, self._by_initials(short), scores.INITIALS, country)
        if len(main.words) > 2 and (same := self._short.get(initials(main.words))):
            bare = [ref for ref in same if is_short(self.known[ref].name)]
            self._note(found, bare, scores.INITIALS, country)

    def _of_acronym(self, main: Form, ref: Ref, country: str | None) -> Likeness | None:
        known = self.known[ref]
        if likeness := scores.by_acronym(main, main_form(known.name)):
            return likeness
        return scores.SHARED_ACRONYM if country and known.country == country else None

    def _by_initials(self, short: str) -> Sequence[Ref]:
        if self._initials is None:
            self._initials = RefsByKey()
            for form in self._index:
                for ref in self._named.get(form.key) if len(form.words) > 2 else ():
                    self._initials.add(initials(form.words), ref)
        return self._initials.get(short)

    def _elsewhere(self, main: Form, bearers: Sequence[Ref]) -> Found:
        """One body stands under two countries, or two share a name: a question, if the name is a rare one."""
        is_rare = len(bearers) <= _BEARERS_OF_A_NAME and len(main.words) > 2
        if not is_rare or len(main.key) < _TELLING_LENGTH:
            return {}
        return dict(self._in_other_countries(bearers))

    def _in_other_countries(self, refs: Iterable[Ref]) -> Iterator[tuple[Ref, Likeness]]:
        for ref in refs:
            place = self.known[ref].country or ""
            shown = countries.name(place, "en") if countries.is_code(place) else place
            reason = message(scores.ELSEWHERE, country=shown)
            yield ref, Likeness(scores.ELSEWHERE_SCORE, reason)

    def _note(
        self, found: Found, refs: Iterable[Ref], likeness: Likeness, country: str | None
    ) -> None:
        for ref in self.in_country(refs, country):
            if ref not in found or found[ref].score < likeness.score:
                found[ref] = likeness

    def in_country(self, refs: Iterable[Ref], country: str | None) -> list[Ref]:
        """Those in the same country, or with no country on one side."""
        if not country:
            return list(refs)
        return [ref for ref in refs if self.known[ref].country in (None, "", country)]

    def _is_called(self, ref: Ref, name: str) -> bool:
        if alike(self.known[ref].name, name):
            return True
        return any(alike(further, name) for further in self._further.get(ref, ()))

    def _add_name(self, ref: Ref, name: str, acronym: str) -> None:
        form = main_form(name)
        self._named.add(form.key, ref)
        self._named_there.add(form.key + (self.known[ref].country or _NOWHERE), ref)
        self._index.add(form)
        if acronym or has_parts(name):
            body = take_apart(name, acronym)
            for other in body.forms[1:]:
                self._also_named.add(other.key, ref)
            for short in body.acronyms:
                self._short.add(short, ref)
        if self._initials is not None and len(form.words) > 2:
            self._initials.add(initials(form.words), ref)


def _is_country(words: str, country: str) -> bool:
    found = countries.find(words, ()) if words else None
    return found is not None and found.iso == country
