"""Invented rows of a list of signatories, the same for all who print it."""

import random
from collections.abc import Iterator

SIZE = 7.0  # points: of the type it is printed in
SYLLABLES = "ba ko ri mel tan vor shi lu dra ne os win ka tor pel mi ana ser gul hen"
ROLES = ("", "Director", "Secretary General", "", "Programme Officer")
LATIN = ("FR", "Hélène Brückner Trochut", "Conseil des Maisons d’Enfants Réseau")
SCRIPTS = (
    LATIN,
    ("GR", "Ελένη Παπαδάκη Νίκου", "Δίκτυο Παιδικών Σπιτιών"),
    ("UA", "Олена Ткаченко Бондар", "Мережа Дитячих Домів"),
    ("EG", "ليلى منصور الحداد", "شبكة بيوت الأطفال"),
    ("IL", "נועה ברקוביץ לוי", "רשת בתי הילדים"),
    ("IN", "अनीता शर्मा वर्मा", "बाल गृह नेटवर्क"),
    ("TH", "สมหญิง ใจดี รักไทย", "เครือข่าย บ้านเด็ก ไทย"),
    ("CN", "王小明 李雨桐 陈思远", "儿童之家 网络 协会"),
    ("JP", "佐藤はるか 鈴木けんじ 高橋", "子どもの家 ネットワーク 協会"),
    ("KR", "김민수 이서연 박지훈", "어린이집 네트워크 협회"),
)


def rows(count: int, *, mixed: bool) -> Iterator[tuple[str, str, str, str]]:
    """Invented names, roles and organisations, nearly all different, each with its country."""
    chance = random.Random(20261121)
    syllables = SYLLABLES.split()

    def invented() -> str:
        return "".join(chance.choices(syllables, k=chance.randint(2, 3))).capitalize()

    for number in range(count):
        country, name, organisation = SCRIPTS[number % len(SCRIPTS)] if mixed else LATIN
        if country == "FR":
            name = f"{chance.choice(name.split())} {invented()} {invented()}"
        else:
            name = " ".join(chance.sample(name.split(), 2))
        body = " ".join(chance.sample(organisation.split(), 3))
        yield country, name, ROLES[number % len(ROLES)], f"{body} {number % 1000}"
