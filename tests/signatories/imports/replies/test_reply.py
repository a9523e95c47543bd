"""Answers in mails: what they say, in which words, and who says it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from signatories.collation import fold
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.replies import answers, quoting, reply
from signatories.imports.replies.answers import Answer
from signatories.imports.replies.reply import Reply
from signatories.imports.replies.signatures import FIELDS

CORPUS = yaml.load(
    (Path(__file__).parents[3] / "data" / "replies.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)
LEARNT = [each for each in CORPUS if "held_out" not in each]
HELD_OUT = [each for each in CORPUS if "held_out" in each]


def read(text: str, *, subject: str = "Re: Joint letter", sender: str = "", **given: Any) -> Reply:
    cells = {"sender": sender, "address": "bo@wells.example", "subject": subject, "text": text}
    return reply.read({"automatic": "", "date": "", **cells}, **given)


def answer(text: str) -> str:
    return read(text).said.answer.value


def misread(expected: dict[str, str]) -> list[str]:
    """What of an answer was read otherwise than a person reads it; who is absent need not be named."""
    reply = read(expected["text"])
    wrong = []
    if reply.said.answer.value != expected["kind"].replace("-", " "):
        wrong.append("kind")
    if fold(expected.get("says", "")).strip(" .") not in fold(reply.said.sentence):
        wrong.append("says")
    if expected["kind"] == "out-of-office":
        return wrong
    named = [field for field in FIELDS if field != "name" or "name" in expected]
    return wrong + [n for n in named if reply.fields.get(n, "") != expected.get(n, "")]


@pytest.mark.parametrize("expected", LEARNT, ids=lambda each: each["text"].split("\n")[0][:40])
def test_answers_are_read_as_a_person_reads_them(expected) -> None:
    assert not misread(expected)


def test_answers_that_no_rule_was_made_for_are_mostly_read_too() -> None:
    wrong = Counter(name for each in HELD_OUT for name in misread(each))
    assert len(HELD_OUT) == 27
    assert wrong["kind"] + wrong["says"] == 0
    assert sum(wrong.values()) <= 2, wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We can't wait to sign!", "yes"),
        ("Happy to sign, if you need our logo tell me.", "yes"),
        ("No problem, add our name.", "yes"),
        ("Could you please add us to the list?", "yes"),
        ("Apologies for the delay, but please count us in.", "yes"),
        ("Yes, thank you!", "yes"),
        ("Oui, nous signons.", "yes"),
        ("Sí, queremos firmar.", "yes"),
        ("Sì, possiamo firmare con piacere.", "yes"),
        ("We agree.", "yes"),
        ("We support this letter.", "yes"),
        ("Can we still sign?", "question"),
        ("Would you sign our letter too?", "question"),
        ("If we sign, will our name be public?", "question"),
        ("Happy to sign when I see the final text.", "conditional"),
        ("We sign provided that paragraph 3 is changed.", "conditional"),
        ("Nous signons, à condition que le paragraphe 3 soit modifié.", "conditional"),
        ("Firmamos, siempre que se cambie el párrafo 3.", "conditional"),
        ("Wir unterzeichnen, sofern Absatz 3 geändert wird.", "conditional"),
        ("Oui, le Réseau Eau signe la lettre.", "unclear"),
        ("Да, мы подписываем письмо.", "yes"),
        ("نعم، نوافق على التوقيع على الرسالة.", "yes"),
        ("Wir sind dabei, aber nur wenn Absatz 3 entfällt.", "conditional"),
        ("Мы не можем подписать.", "no"),
        ("لا نستطيع التوقيع على الرسالة.", "no"),
        ("Yes, the board signs nothing this year.", "unclear"),
        ("We will sign. We do not sign.", "unclear"),
        ("We would love to sign but I need to check with our board.", "unclear"),
        ("We'd like to sign but our director is travelling.", "unclear"),
        ("Our colleagues at Air Trust would love to sign, please write to them.", "unclear"),
        ("I hope many will sign.", "unclear"),
        ("We signed a similar letter last year.", "unclear"),
        ("We would like to join the call on Tuesday.", "unclear"),
        ("Please add me to your mailing list.", "unclear"),
        ("Sure, I will forward it to my director.", "unclear"),
        ("Yes, I received it.", "unclear"),
        ("I agree with your analysis.", "unclear"),
        ("We support your work.", "unclear"),
        ("We agree with many of these points.", "unclear"),
        ("The letter is well written.", "unclear"),
        ("Nous avons bien reçu votre lettre.", "unclear"),
        ("No, thank you.", "no"),
        ("Please do not add us.", "no"),
        ("Ne nous ajoutez pas.", "no"),
        ("Bitte nehmt uns nicht auf.", "no"),
        ("No nos incluyan.", "no"),
        ("", "unclear"),
    ],
)
def test_what_no_sentence_says_is_never_assumed(text, expected) -> None:
    assert answer(text) == expected


def test_a_question_beside_a_yes_is_kept() -> None:
    said = read("We sign. Who else has signed?").said
    assert (said.answer, said.sentence, said.asks) == (
        Answer.YES,
        "We sign.",
        "Who else has signed?",
    )
    assert "Who else has signed?" in str(read("We sign. Who else has signed?").problems[0])


def test_programs_answer_nothing() -> None:
    assert read("We sign.", subject="Automatische Antwort: Brief").said.answer is Answer.ABSENT
    cells = {"sender": "", "address": "MAILER-DAEMON@wells.example", "subject": "Undelivered"}
    bounced = reply.read({**cells, "automatic": "", "text": "Please sign us up"})
    assert bounced.said.answer is Answer.ABSENT


def test_who_read_the_mail_may_choose_the_answer() -> None:
    reply = read("I asked our board and they like it.", chosen=Answer.YES)
    assert (reply.said.answer, reply.said.sentence) == (
        Answer.YES,
        "I asked our board and they like it.",
    )


@pytest.mark.parametrize(
    ("sender", "name"),
    [("Lind, Bo", "Bo Lind"), ("Bo Lind", "Bo Lind"), ("bo@wells.example", "")],
)
def test_a_mail_without_a_signature_is_its_senders(sender, name) -> None:
    assert read("Yes.", sender=sender).fields.get("name", "") == name


QUOTING = [
    "On Mon, 2 Mar 2026, Jonas Lind\n<jonas@letters.example> wrote:\n\nWe do not sign.",
    "> We do not sign.",
    "-----Ursprüngliche Nachricht-----\nVon: Jonas\nWir unterzeichnen nicht.",
    "________________________________\nFrom: Jonas\nSent: Monday\nWe do not sign.",
    "From: Jonas Lind <jonas@letters.example>\nDate: Monday, 2 March\nTo: Bo\nSubject: A\n\nWe do not sign.",
    "De : Jonas Lind\nEnvoyé : lundi 2 mars 2026\nÀ : Bo\nObjet : Lettre\n\nNous ne signons pas.",
    "*De:* Jonas Lind\n*Enviado el:* lunes\n*Para:* Bo\n*Asunto:* Carta\n\nNo firmamos.",
    "Il giorno lun 2 mar 2026 alle ore 09:14 Jonas Lind <j@letters.example> ha scritto:\n\nNon firmiamo.",
    "Em seg., 2 de mar. de 2026 às 09:14, Jonas Lind <j@letters.example> escreveu:\n\nNão assinamos.",
    "понедельник, 2 марта 2026 г., Jonas Lind <j@letters.example> написал(а):\n\nМы не подпишем.",
    "2026年3月2日(月) 9:14 Jonas Lind <j@letters.example>:\n\nWe do not sign.",
    "пн, 2 мар. 2026 г. в 09:14, Jonas Lind <j@letters.example>:\n\nМы не подпишем.",
    "ma 2. maalisk. 2026 klo 9.14 Jonas Lind (j@letters.example) kirjoitti:\n\nWe do not sign.",
    "po 2. 3. 2026 v 9:14 odesílatel Jonas Lind <j@letters.example> napsal:\n\nWe do not sign.",
    "Jonas Lind <j@letters.example>, 2 Mar 2026 Pzt, 09:14 tarihinde şunu yazdı:\n\nWe do not sign.",
    "Jonas Lind <j@letters.example> ezt írta (időpont: 2026. márc. 2., H, 9:14):\n\nWe do not sign.",
    "Jonas Lind <j@letters.example> 于2026年3月2日周一 09:14写道:\n\nWe do not sign.",
    "在 2026年3月2日,09:14,Jonas Lind <j@letters.example> 写道:\n\nWe do not sign.",
    "2026/03/02 9:14、Jonas Lind <j@letters.example>のメール:\n\nWe do not sign.",
    "في الاثنين، 2 مارس 2026 كتب Jonas Lind:\n\nلا نوقع",
    "发件人: Jonas\n发送时间: 2026\n收件人: Bo\n主题: A\n\nWe do not sign.",
]


@pytest.mark.parametrize("quoted", QUOTING, ids=lambda each: each[:20])
def test_what_is_quoted_is_nobodys_answer(quoted) -> None:
    assert quoting.own_lines(f"We sign.\nBo Lind\n\n{quoted}\n") == ["We sign.", "Bo Lind"]


@pytest.mark.parametrize(
    "quoted", [each for each in QUOTING if each[0].isdigit()], ids=lambda each: each[:20]
)
def test_a_quotation_takes_no_line_above_it_along(quoted) -> None:
    assert quoting.own_lines(f"We sign.\nBest,\nBo\n{quoted}") == ["We sign.", "Best,", "Bo"]


@pytest.mark.parametrize(
    "text",
    [
        "My details from 2024 are Anna Berg, Well Fund <anna@wells.example>:\nYes, we sign.",
        "Our board yazdi said:\nYes, we sign.",
        "My colleague 写道:\nlist us as Well Fund",
        "Please list these 2, with Anna Berg <anna@wells.example>:\nWell Fund\nWater Network",
        "Dear all,\nthese 2 sign too, ask Anna <anna@wells.example>:\nWe sign: Well Fund.",
        "On Friday our board met.\nYes, we sign.\nBo wrote this to all:\nlist us as Well Fund",
    ],
)
def test_a_line_that_ends_in_a_colon_is_no_quotation(text) -> None:
    assert quoting.own_lines(text) == text.splitlines()


def test_what_stands_under_a_line_taken_for_a_quotation_is_shown_where_nothing_else_is_left() -> (
    None
):
    it = read("On behalf of our board Anna wrote to me:\nYes, we sign.")
    assert it.said.answer is Answer.UNCLEAR
    assert "Anna wrote to me: Yes, we sign." in str(it.problems[0])
    assert not any("quotation" in str(problem) for problem in read("Thank you.").problems)


def test_a_closing_in_arabic_or_russian_is_nobodys_name() -> None:
    arabic = read("نعم، نوافق.\n\nمع أطيب التحيات\nأحمد حسن\nمدير، جمعية النهر")
    assert dict(arabic.fields) == {
        "name": "أحمد حسن",
        "role": "مدير",
        "organisation": "جمعية النهر",
    }
    russian = read("Да, подписываем.\n\nС уважением,\nАнна Берг\nФонд «Колодец»")
    assert dict(russian.fields) == {"name": "Анна Берг", "organisation": "Фонд «Колодец»"}


def test_who_is_greeted_in_japanese_is_not_who_writes() -> None:
    it = read("ご担当者様\n\n賛同いたします。\n\n佐藤 花子\n水の会 代表")
    assert it.fields == {"name": "佐藤 花子", "organisation": "水の会", "role": "代表"}
    assert it.said.answer is Answer.YES


def test_a_street_between_bars_is_no_part_of_a_body() -> None:
    it = read("We sign.\n\nAnna Berg\nDirector\nWell Fund | 12 Spring Street | Nairobi | Kenya")
    assert it.fields == {
        "name": "Anna Berg",
        "role": "Director",
        "organisation": "Well Fund",
        "country": "Kenya",
    }


def test_who_is_listed_beside_the_first_is_asked_about() -> None:
    it = read(
        "Please add the following:\n\nAnna Berg, Well Fund\nBo Lind, River Fund\nThanks\nOffice"
    )
    assert it.fields == {"name": "Anna Berg", "organisation": "Well Fund"}
    assert [str(problem) for problem in it.problems] == [
        "It names 1 more who sign, and only the first is read. Add the others: Bo Lind, River Fund."
    ]
    assert it.confidence < CERTAIN
    assert not read("Please add the following:\n\nAnna Berg, Well Fund\n\nThanks\nBo Lind").problems


def test_answers_between_quoted_lines_are_kept() -> None:
    text = "On Monday, Jonas wrote:\n> Will you sign?\n\nWe sign.\n\n> Until when?\n\nSent from my phone"
    assert quoting.own_lines(text) == ["We sign."]


def test_sentences_run_over_lines_and_end_where_they_end() -> None:
    lines = ["Dear Jonas,", "after a long talk in our", "board we sign. Dr. Berg agrees.", "", "Bo"]
    assert answers.sentences(lines) == [
        "after a long talk in our board we sign.",
        "Dr. Berg agrees.",
        "Bo",
    ]


@pytest.mark.parametrize(
    "text",
    ["we " * 200_000, "ne " * 100_000, "\n" * 300_000, "On " + "a " * 100_000, "> " * 200_000],
    ids=["words", "negations", "lines", "attribution", "quotes"],
)
def test_a_text_without_end_is_read(text) -> None:
    assert answer(text) == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Wij ondertekenen graag.",
            "Ja, vi skriver under.",
            "Tak, podpisujemy.",
            "Evet, imzalıyoruz.",
        ),
        *(
            "Soil Union signs.",
            "Hill Trust endorses the letter.",
            "Signed.",
            "Hi Pia, count us in!",
        ),
    ],
)
def test_a_plain_yes_of_further_kinds(text: str) -> None:
    assert answer(text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "We do not sign open letters as a rule, but this time we will.",
        "Wij tekenen niet.",
        "Vi skriver inte under.",
    ],
)
def test_what_is_denied_or_taken_back_is_no_plain_answer(text: str) -> None:
    assert answer(text) in ("unclear", "no")
    assert not (answer(text) == "no" and "this time" in text)


def test_a_no_with_a_kind_word_stays_one() -> None:
    assert answer("We cannot sign, but we will share it with our members.") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "I will sign in my personal capacity only.\n\nAnna Berg\nProfessor, University of Wells",
        "Je signe à titre personnel.\n\nAnna Berg\nRéseau des Puits",
    ],
)
def test_who_signs_for_themselves_alone_is_asked_about(text: str) -> None:
    assert any("see whether the organisation signs" in str(each) for each in read(text).problems)
    assert not read("We sign.\n\nAnna Berg\nWell Fund").problems


def test_a_forwarded_mail_with_a_word_above_is_asked_about() -> None:
    text = "Our director agrees to sign.\nDe Ray, Assistant, Care Union\n\n---------- Forwarded message ---------\nYes."
    assert any("forwards" in str(each) for each in read(text, subject="Fwd: Letter").problems)
    assert not read(text, subject="Re: Letter").problems


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Да, мы подписываем.\n\nС уважением,\nМария Колодцева,\nдиректор Фонда «Родник»",
            {"name": "Мария Колодцева", "role": "директор", "organisation": "Фонда «Родник»"},
        ),
        (
            "Wij tekenen.\n\nMet vriendelijke groet,\nMarijke van der Put\nDirecteur Stichting Waterput",
            {
                "name": "Marijke van der Put",
                "role": "Directeur",
                "organisation": "Stichting Waterput",
            },
        ),
        (
            "署名します。\n\n水の会 代表\n山田花子",
            {"name": "山田花子", "role": "代表", "organisation": "水の会"},
        ),
        (
            "> Will you sign?\nYes.\n> As which organisation?\nHill Trust, Uganda\n> Who signs?\nCy Moss, Chair",
            {
                "name": "Cy Moss",
                "role": "Chair",
                "organisation": "Hill Trust",
                "country": "Uganda",
            },
        ),
    ],
)
def test_a_role_and_its_body_in_one_line_or_above_the_name(
    text: str, fields: dict[str, str]
) -> None:
    assert dict(read(text).fields) == fields
