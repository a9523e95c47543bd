"""Hindi headers of columns."""

HEADERS = {
    "name": "नाम; पूरा नाम",
    "family_name": "उपनाम; कुलनाम",
    "role": "पद; पदनाम; भूमिका",
    "organisation": "संगठन; संस्था; संगठन का नाम; संस्था का नाम",
    "country": "देश; राष्ट्र",
    "email": "ईमेल; ई-मेल; ईमेल पता",
    "telephone": "फ़ोन; फोन; मोबाइल",
    "date": "दिनांक; तारीख",
    "notes": "टिप्पणी; टिप्पणियाँ",
    "number": "क्रमांक",
}

UNIMPORTANT = ""

TELLING = ""
