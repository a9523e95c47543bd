"""Turkish headers of columns."""

HEADERS = {
    "entry": "imzacı; imzacılar; imzalayan; imzalayanlar",
    "name": "ad soyad; adı soyadı; ad ve soyad; adınız soyadınız; isim; isim soyisim; tam ad; kişi",
    "given_name": "ad; adı; adınız",
    "family_name": "soyad; soyadı; soyisim; soyadınız",
    "role": "görev; görevi; unvan; ünvan; pozisyon; rol; meslek",
    "organisation": "kurum; kuruluş; örgüt; kurum adı; kuruluş adı; örgüt adı; dernek; vakıf; "
    "şirket; organizasyon",
    "acronym": "kısaltma; kısa ad",
    "country": "ülke; devlet; ülke kodu",
    "region": "bölge; il",
    "city": "şehir; kent; ilçe",
    "postal_code": "posta kodu",
    "email": "e posta; eposta; e posta adresi; mail adresi; elektronik posta",
    "telephone": "telefon; telefon numarası; cep telefonu; gsm",
    "website": "web sitesi; internet sitesi; web adresi",
    "kind": "tür; türü; kurum türü",
    "status": "durum; yanıt; cevap",
    "group": "grup; kategori",
    "notes": "not; notlar; yorum; yorumlar; açıklama; mesaj",
    "tag": "etiket; etiketler; anahtar kelimeler",
    "date": "tarih; zaman damgası; imza tarihi; tamamlanma zamanı",
    "form_of_address": "hitap şekli; hitap",
    "salutation": "hitap; selamlama",
    "address": "adres; posta adresi; açık adres",
    "language": "dil; yazışma dili",
    "number": "numara; sıra; sıra no; kod; doğum tarihi; başlangıç zamanı",
}

UNIMPORTANT = "zorunlu lütfen"

TELLING = "kurum ülke ulke görev gorev adres telefon soyad yorumlar tarih"
