"""Mails from files: what is written in them is read, and what is wrong with them harms nobody."""

import datetime as dt
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.sources import mail_signs
from signatories.sources.documents import Mail
from signatories.sources.mail import bodies, mails, reading
from tests.signatories.sources.mail.outlook_files import outlook_mail

SIMPLE = b"""From: =?utf-8?q?Ana_Prado?= <ana@agua.example>
To: Jonas Lind <jonas@letters.example>
Subject: =?iso-8859-1?Q?Re:_Carta_a_la_misi=F3n?=
Date: Mon, 2 Mar 2026 09:30:00 -0500
Message-ID: <m1@agua.example>
In-Reply-To: <invitation-7@letters.example>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Firmamos, se\xf1or Lind.
"""


@pytest.fixture
def written(tmp_path):
    """Write bytes to a file and read its mails: `written(content, "a.eml")`."""

    def read(content: bytes, name: str = "answer.eml") -> list[Mail]:
        path = tmp_path / name
        path.write_bytes(content)
        return list(reading.mails_in(path, path.suffix[1:]))

    return read


def headed(headers: str, body: str = "We sign.") -> bytes:
    return f"From: Bo <bo@wells.example>\nSubject: Re\n{headers}\n\n{body}\n".encode()


def test_headers_and_text_are_decoded(written) -> None:
    (mail,) = written(SIMPLE)
    assert (mail.sender, mail.address) == ("Ana Prado", "ana@agua.example")
    assert mail.subject == "Re: Carta a la misión"
    assert mail.sent_at == dt.datetime(2026, 3, 2, 14, 30, tzinfo=dt.UTC)
    assert mail.message_id == "m1@agua.example"
    assert mail.answers_to == ("invitation-7@letters.example",)
    assert mail.to == ("jonas@letters.example",)
    assert mail.text == "Firmamos, señor Lind."
    assert mails.bytes_of(mail) == SIMPLE


def test_a_text_in_two_forms_is_read_once_and_attachments_are_named(written) -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "bo@wells.example", "Re: letter"
    made.set_content("We sign.\n")
    made.add_alternative("<p>We <b>sign</b>.</p>", subtype="html")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="été.pdf")
    made.add_attachment("We do not sign.", filename="minutes.txt")
    (mail,) = written(made.as_bytes())
    assert mail.text == "We sign."
    assert mail.attachments == ("été.pdf", "minutes.txt")


def test_html_is_read_as_its_reader_sees_it_and_quotations_are_marked(written) -> None:
    page = """<html><head><style>p {color: red}</style><title>x</title></head><body>
      <p>We are happy
         to <a href="https://a.example">sign</a>.</p><div>Bo&nbsp;Lind<br>Chair</div><script>alert(1)</script>
      <blockquote><p>Will you sign?</p>Jonas</blockquote><div class="gmail_quote">older</div></body></html>"""
    (mail,) = written(headed("Content-Type: text/html; charset=utf-8", page))
    assert [line for line in mail.text.splitlines() if line] == [
        "We are happy to sign.",
        "Bo Lind",
        "Chair",
        "> Will you sign?",
        ">",
        "> Jonas",
        "> older",
    ]


def test_a_mailbox_gives_each_mail_with_its_own_bytes(written, tmp_path) -> None:
    box = mailbox.mbox(tmp_path / "answers.mbox")
    for number in range(3):
        made = EmailMessage()
        made["From"], made["Subject"] = f"p{number}@wells.example", f"Answer {number}"
        made.set_content(f"From what I see,\nwe sign {number}.\n\nFrom here as well.\n")
        box.add(mailbox.mboxMessage(made))
    box.close()
    found = written((tmp_path / "answers.mbox").read_bytes(), "answers.mbox")
    assert [(mail.line, mail.subject) for mail in found] == [
        (1, "Answer 0"),
        (2, "Answer 1"),
        (3, "Answer 2"),
    ]
    assert found[1].text.splitlines()[:2] == ["From what I see,", "we sign 1."]
    assert found[1].text.rstrip().endswith("From here as well.")
    own = mails.bytes_of(found[1])
    assert own.startswith(b"From: p1@wells.example")
    assert b"Answer 2" not in own


def test_a_mail_that_outlook_saved_is_read_by_its_headers(written) -> None:
    headers = "From: Ana Prado <ana@agua.example>\r\nDate: Mon, 2 Mar 2026 09:30:00 -0500\r\n"
    saved = outlook_mail(x007D=headers, x0037="Re: Carta", x1000="Firmamos.\r\n\r\nAna Prado\r\n")
    (mail,) = written(saved, "carta.msg")
    assert (mail.sender, mail.address, mail.subject) == (
        "Ana Prado",
        "ana@agua.example",
        "Re: Carta",
    )
    assert mail.sent_at == dt.datetime(2026, 3, 2, 14, 30, tzinfo=dt.UTC)
    assert mail.text == "Firmamos.\n\nAna Prado"
    assert mails.bytes_of(mail) == saved


def test_a_mail_inside_one_company_has_the_address_of_the_internet(written) -> None:
    saved = outlook_mail(
        x0037="Re", x0C1A="Bo Lind", x0C1F="/O=WELLS/OU=X/CN=BO", x5D01="bo@wells.example"
    )
    (mail,) = written(saved, "a.msg")
    assert (mail.sender, mail.address) == ("Bo Lind", "bo@wells.example")
    assert "No text could be read" in str(mail.problems[0])


@pytest.mark.parametrize("cut", [600, 1100, 2000])
def test_a_damaged_mail_of_outlook_is_refused_by_name(written, cut) -> None:
    saved = outlook_mail(x0037="Re: Letter", x1000="We sign.", x0C1A="Bo Lind")
    with pytest.raises(UnreadableFile, match=r"a\.msg"):
        written(saved[:cut], "a.msg")


def test_what_a_file_is_shows_in_how_it_begins() -> None:
    assert mail_signs.kind_of(SIMPLE, ".txt") == "eml"
    assert mail_signs.kind_of(b"From bo@wells.example Mon Mar  2 09:30:00 2026\n", "") == "mbox"
    assert mail_signs.kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1", ".msg") == "msg"
    assert mail_signs.kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1", ".xls") is None
    assert mail_signs.kind_of(b"Name: Bo Lind\nDate: 2 May\nOrganisation: Wells\n", ".txt") is None


@pytest.mark.parametrize("name", ["a.eml", "a.mbox", "a.msg"])
def test_what_is_no_mail_is_refused_by_name(written, name) -> None:
    with pytest.raises(UnreadableFile, match=name):
        written(b"Bo Lind, Well Foundation\n", name)


def test_a_file_that_changed_is_no_proof(written, tmp_path) -> None:
    (mail,) = written(SIMPLE)
    (tmp_path / "answer.eml").write_bytes(SIMPLE.replace(b"Firmamos", b"Rehusamos"))
    with pytest.raises(UnreadableFile, match="has changed"):
        mails.bytes_of(mail)
    (tmp_path / "answer.eml").unlink()
    with pytest.raises(UnreadableFile, match="could not be read again"):
        mails.bytes_of(mail)


def test_names_bring_no_line_ends_along(written) -> None:
    """Decoded words can hold what a header cannot: a line end, and with it a header of their own."""
    injected = b"From: =?utf-8?q?Bo=0D=0ABcc:_all@wells.example?= <bo@wells.example>\nSubject: a\r\n b\n\nYes.\n"
    (mail,) = written(injected)
    assert mail.sender == "Bo Bcc: all@wells.example"
    assert mail.subject == "a b"


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Type: text/plain; charset=klingon-8",
        "Content-Type: text/plain; charset=us-ascii",
        "Content-Type: multipart/mixed",
        "Content-Type: nonsense; ;;;=\nMIME-Version: ",
    ],
)
def test_a_broken_declaration_loses_no_text(written, headers) -> None:
    (mail,) = written(headed(headers, "Señor, we sign."))
    assert mail.text.strip() == "Señor, we sign."


def test_no_date_and_two_senders_are_said(written) -> None:
    (mail,) = written(headed("From: Eve <eve@other.example>\nDate: Mon, 99 Foo 2026"))
    assert mail.address == "bo@wells.example"
    assert mail.sent_at is None
    assert [str(problem) for problem in mail.problems] == [
        "It names 2 senders: the first is taken."
    ]


def test_a_mail_that_a_program_sent_says_so(written) -> None:
    assert written(headed("Auto-Submitted: auto-replied"))[0].is_automatic
    assert not written(headed("Auto-Submitted: no"))[0].is_automatic


def test_an_endless_header_is_cut(written) -> None:
    (mail,) = written(headed("X-Filler: " + "a" * 3_000_000 + "\nTo: " + "b@c.example, " * 9000))
    assert mail.text == "We sign."
    assert len(mail.to) <= 400


def test_parts_nested_without_end_leave_the_headers(written) -> None:
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(10_000)
    )
    (mail,) = written(b"From: bo@wells.example\nSubject: Re\n" + nested.encode())
    assert mail.address == "bo@wells.example"
    assert "nested too deeply" in str(mail.problems[0])


def test_a_mail_with_a_huge_attachment_is_read_and_is_no_proof(written) -> None:
    line = b"QUFB" * 19 + b"\n"
    head = headed(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b", "--b\n\nWe sign.\n--b"
    )
    (mail,) = written(head.rstrip() + b"\nContent-Type: image/png\n\n" + line * 400_000)
    assert mail.text.strip() == "We sign."
    assert "cannot be kept as a proof" in str(mail.problems[0])
    with pytest.raises(UnreadableFile, match="larger than 25 MB"):
        mails.bytes_of(mail)


@pytest.mark.parametrize(
    ("headers", "body", "said"),
    [
        ("", "a" * 499_990 + "\n" + "b" * 20, "longer than 500,000 letters"),
        ("Content-Type: text/html", "<p>a" + " " * 500_000 + "b", "longer than 500,000 letters"),
        ("X-Filler: " + "a" * 4_000_000 + "\nTo: a@b.example", "We sign.", "Only its first 4 MB"),
        (
            "Content-Type: multipart/mixed; boundary=b",
            "--b\n\nWe sign.\n" * 500 + "--b--",
            "more than 500 parts",
        ),
    ],
)
def test_what_is_not_read_of_a_mail_is_said(written, headers, body, said) -> None:
    (mail,) = written(headed(headers, body))
    (problem,) = mail.problems
    assert said in str(problem)


def test_what_is_read_to_its_end_is_not_complained_about(written) -> None:
    parts = "--b\n\nWe sign.\n" * 499 + "--b--"
    (mail,) = written(headed("Content-Type: multipart/mixed; boundary=b", parts))
    assert mail.text.count("We sign.") == 499
    assert mail.problems == ()


def test_a_long_mail_of_outlook_says_that_it_was_cut(written, monkeypatch) -> None:
    monkeypatch.setattr(bodies, "LONGEST", 6)
    saved = outlook_mail(x0037="Re", x1000="We sign.", x0C1A="Bo", x5D01="bo@wells.example")
    (mail,) = written(saved, "a.msg")
    assert mail.text == "We sig"
    assert "longer than 500,000 letters" in str(mail.problems[0])


def test_a_sender_within_brackets_without_end_costs_no_other_mail(written) -> None:
    first, second = written(
        b"From bo@wells.example Mon Nov 16 10:00:00 2026\nFrom: "
        + b"(" * 4000
        + b" <bo@wells.example>\nSubject: Re\n\nYes\n\n"
        b"From ann@wells.example Mon Nov 16 10:00:00 2026\nFrom: ann@wells.example\nSubject: Re\n\nYes\n",
        "answers.mbox",
    )
    assert (first.address, second.address) == ("", "ann@wells.example")
    assert "does not say who sent it" in str(first.problems[0])


def test_html_nested_without_end_is_read(written) -> None:
    (mail,) = written(headed("Content-Type: text/html", "<div>" * 20_000 + "We sign."))
    assert len(mail.text) < 100


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        list(reading.mails_in(tmp_path / "gone.eml", "eml"))
