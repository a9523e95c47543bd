"""The one parser for every filter: recipients, blocks, lists, the command line's --where.

status != party and (language = fr or country in (Ghana, "Trinidad and Tobago"))
"""

import re
from typing import Any, NamedTuple, NoReturn

from signatories.errors import BadText
from signatories.expressions.criteria import (
    BARE,
    KEYWORDS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Everything,
    Membership,
    Not,
)
from signatories.expressions.hints import place_in
from signatories.expressions.vocabulary import Vocabulary, known_field, known_value
from signatories.texts import N_, Message

_DEEPEST = 50  # brackets in brackets; the parser recurses
_SPELLINGS = {"==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">="}
_OPERATORS = frozenset({"=", "!=", "<", ">", "<=", ">="})
_UNEXPECTED = N_("{where}: “{found}” is not expected here. Join conditions with and, or.")
_TOKEN = re.compile(
    rf"""(?P<symbol> <= | >= | != | <> | == | [=<>≠≤≥(),] )
    | (?P<quoted> "(?:[^"]|"")*" | '(?:[^']|'')*' | [“„][^“”]*[“”] | [‘‚][^‘’]*[‘’] | «[^»]*» )
    | (?P<bare> {BARE.pattern} )""",
    re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str  # "symbol", "quoted", "bare", a keyword, or "end"
    text: str
    position: int


def parse(text: str, vocabulary: Vocabulary, *, source: str | Message = "") -> Condition:
    """Read a filter; an empty one is met by everything.

    Fields and values are checked against the vocabulary. Raises BadText that names the character,
    counted from 1, after `source`, and the nearest known field or value.
    """
    parser = _Parser(_tokens(text, source), vocabulary, source)
    return parser.filter()


def _tokens(text: str, source: str | Message) -> list[_Token]:
    tokens = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None:
            _refuse_character(text[position], place_in(position + 1, source))
        tokens.append(_token(match))
        position = match.end()
    return [*tokens, _Token("end", "", len(text))]


def _refuse_character(character: str, at: Message) -> NoReturn:
    if character == "!":
        raise BadText(_UNEXPECTED, where=at, found=character)
    raise BadText(N_("{where}: a quotation mark is opened but not closed."), where=at)


def _token(match: re.Match[str]) -> _Token:
    text, kind = match[0], match.lastgroup or ""
    if kind == "quoted":
        text = text[1:-1].replace(text[0] * 2, text[0])
    elif kind == "symbol":
        text = _SPELLINGS.get(text, text)
    elif text.casefold() in KEYWORDS:
        kind = text.casefold()
    return _Token(kind, text, match.start())


class _Parser:
    """Recursive descent over the tokens; `not` binds tighter than `and`, `and` than `or`."""

    def __init__(self, tokens: list[_Token], vocabulary: Vocabulary, source: str | Message) -> None:
        self._tokens = tokens
        self._next = 0
        self._vocabulary = vocabulary
        self._source = source
        self._depth = 0

    def filter(self) -> Condition:
        if self._peek().kind == "end":
            return Everything()
        condition = self._any_of()
        if self._peek().kind != "end":
            self._refuse_token(_UNEXPECTED)
        return condition

    def _any_of(self) -> Condition:
        parts = [self._all_of()]
        while self._accept("or"):
            parts.append(self._all_of())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all_of(self) -> Condition:
        parts = [self._single()]
        while self._accept("and"):
            parts.append(self._single())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _single(self) -> Condition:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse_token(N_("{where}: too many brackets or “not” inside one another."))
        try:
            if self._accept("not"):
                return Not(self._single())
            if self._accept("("):
                condition = self._any_of()
                self._expect(")")
                return condition
            return self._comparison()
        finally:
            self._depth -= 1

    def _comparison(self) -> Condition:
        field = self._field()
        if self._accept("in"):
            return self._membership(field)
        if self._accept("not"):
            self._expect("in")
            return Not(self._membership(field))
        rule = self._vocabulary[field]
        operator = self._peek()
        if operator.kind != "symbol" or operator.text not in _OPERATORS:
            self._refuse_token(
                N_("{where}: after “{field}” comes =, !=, <, > or in, not “{found}”."), field=field
            )
        if operator.text not in {"=", "!="} and not rule.has_order:
            self._refuse_token(N_("{where}: “{field}” has no order. Use = or !=."), field=field)
        self._next += 1
        return Comparison(field, operator.text, self._value(field), rule.kind)

    def _membership(self, field: str) -> Condition:
        self._expect("(")
        values = [self._value(field)]
        while self._accept(","):
            values.append(self._value(field))
        self._expect(")")
        return Membership(field, tuple(values), self._vocabulary[field].kind)

    def _field(self) -> str:
        token = self._peek()
        if token.kind not in {"bare", "quoted"}:
            self._refuse_token(N_("{where}: a field is missing before “{found}”."))
        self._next += 1
        return known_field(token.text, self._vocabulary, self._place(token))

    def _value(self, field: str) -> str:
        """One quoted value, or all bare words up to the next symbol or keyword.

        A keyword right here is a value too: IN is India, or is Odia.
        """
        first = self._peek()
        if first.kind in {"symbol", "end"}:
            self._refuse_token(N_("{where}: a value for “{field}” is missing."), field=field)
        self._next += 1
        words = [first.text]
        while first.kind == "bare" and self._peek().kind == "bare":
            words.append(self._peek().text)
            self._next += 1
        rule = self._vocabulary[field]
        return known_value(" ".join(words), field, rule, self._place(first))

    def _peek(self) -> _Token:
        return self._tokens[self._next]

    def _accept(self, text: str) -> bool:
        token = self._peek()
        found = token.kind == text or (token.kind == "symbol" and token.text == text)
        self._next += found
        return found

    def _expect(self, text: str) -> None:
        if not self._accept(text):
            self._refuse_token(N_("{where}: “{wanted}” is missing before “{found}”."), wanted=text)

    def _place(self, token: _Token) -> Message:
        return place_in(token.position + 1, self._source)

    def _refuse_token(self, text: str, **values: Any) -> NoReturn:
        token = self._peek()
        found = token.text or N_("the end")
        raise BadText(text, where=self._place(token), found=found, **values)
