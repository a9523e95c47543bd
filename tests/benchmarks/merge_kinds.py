"""The letter of the peers, and others like it that must be no slower: bold words, a letterhead, other scripts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from block_rows import rows
from peers import workload

from signatories.block.settings import Layout
from signatories.letters.text_file import LetterFile

FIELDS = {
    "{country}": "{{ recipient.name }}",
    "{salutation}": "{{ recipient.salutation }}",
    "{date}": "{{ recipient.date }}",
}
BOLD = ("137 states parties", "this important instrument", "no later than 2012")
ARABIC = """\
في الخامس والعشرين من مايو مرت عشر سنوات على اعتماد البروتوكول الاختياري بشأن حقوق الطفل.

ومنذ اعتماده حظي البروتوكول بتأييد واسع بين الدول، وأدى إلى تحسن كبير في حياة الأطفال في جميع أنحاء العالم،
إذ اتخذت الحكومات تدابير قانونية وغيرها لمنع الاتجار بهم، ومعاقبة الجناة، وإعادة تأهيل الضحايا.

ونأسف لأن {{ recipient.name }} لم تصدق بعد على هذا الصك المهم، ونحث حكومتكم على أن تفعل ذلك في أقرب وقت
ممكن، حتى يتضح التزامها بإنهاء استغلال الأطفال، وندعوها إلى إيداع وثيقة تصديقها قبل نهاية العام المقبل.

شكرا لاهتمامكم."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a workspace is made of: a letter, its recipients by column, and names, roles and bodies of who signs."""

    file: LetterFile
    recipients: list[dict[str, str]]
    lines: list[tuple[str, str, str]]
    layout: Layout


def work(count: int, lines: int, layout: Layout, kind: str = "plain") -> Work:
    """The letter of a kind to so many recipients, with so many lines."""
    theirs = workload()
    file = _file(theirs.LETTER)
    return KINDS[kind](Work(file, theirs.recipients(count), theirs.signatories(lines), layout))


def _file(paragraphs: list[str]) -> LetterFile:
    """The letter, its first paragraphs and its last as the parts that they are."""
    for theirs, ours in FIELDS.items():
        paragraphs = [text.replace(theirs, ours) for text in paragraphs]
    reference, addressee, salutation, *body, closing = paragraphs
    return LetterFile(
        title="Benchmark",
        reference=reference,
        addressee=(addressee,),
        salutation=salutation,
        closing=closing,
        body="\n\n".join(body),
    )


def _bold(plain: Work) -> Work:
    body = plain.file.body
    for words in BOLD:
        body = body.replace(words, f"**{words}**")
    return replace(plain, file=replace(plain.file, body=body))


def _letterhead(plain: Work) -> Work:
    lines = ("Children’s Rights Circle", "12 Station Road, Geneva", "circle@example.org")
    return replace(plain, file=replace(plain.file, letterhead=lines))


def _fallback(plain: Work) -> Work:
    """Each recipient has a word that the letter's own font has not."""
    named = [row | {"country": f"{row['country']} 日本国"} for row in plain.recipients]
    return replace(plain, recipients=named)


def _arabic(plain: Work) -> Work:
    named = [
        row | {"country": f"دولة {number}", "salutation": "صاحب السعادة"}
        for number, row in enumerate(plain.recipients, start=1)
    ]
    file = replace(plain.file, language="ar", closing="مع الاحترام،", body=ARABIC)
    return replace(plain, file=file, recipients=named)


def _scripts(plain: Work) -> Work:
    """Those who sign write in ten scripts."""
    lines = [row[1:] for row in rows(len(plain.lines), mixed=True)]
    return replace(plain, lines=lines)


KINDS: Mapping[str, Callable[[Work], Work]] = {
    "plain": lambda plain: plain,
    "bold": _bold,
    "letterhead": _letterhead,
    "fallback": _fallback,
    "arabic": _arabic,
    "scripts": _scripts,
}
