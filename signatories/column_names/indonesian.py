"""Indonesian headers of columns."""

HEADERS = {
    "name": "nama; nama lengkap",
    "given_name": "nama depan",
    "family_name": "nama belakang; nama keluarga",
    "role": "jabatan; peran",
    "organisation": "organisasi; nama organisasi; lembaga; nama lembaga; instansi",
    "country": "negara",
    "email": "surel; alamat email; alamat surel",
    "telephone": "telepon; nomor telepon",
    "date": "tanggal; stempel waktu",
    "notes": "catatan; keterangan",
}

UNIMPORTANT = ""

TELLING = ""
