"""Hebrew headers of columns."""

HEADERS = {
    "name": "שם; שם מלא",
    "given_name": "שם פרטי",
    "family_name": "שם משפחה",
    "role": "תפקיד",
    "organisation": "ארגון; שם הארגון; מוסד; עמותה",
    "country": "מדינה; ארץ",
    "email": 'דואר אלקטרוני; אימייל; דוא"ל; כתובת אימייל',
    "telephone": "טלפון; מספר טלפון; נייד",
    "date": "תאריך; חותמת זמן",
    "notes": "הערות; הערה",
}

UNIMPORTANT = ""

TELLING = ""
