"""Vietnamese headers of columns."""

HEADERS = {
    "name": "họ và tên; họ tên; tên đầy đủ",
    "role": "chức vụ; chức danh; vai trò",
    "organisation": "tổ chức; tên tổ chức; cơ quan; đơn vị",
    "country": "quốc gia; đất nước",
    "email": "thư điện tử; địa chỉ email",
    "telephone": "điện thoại; số điện thoại",
    "date": "ngày ký; dấu thời gian",
    "notes": "ghi chú; nhận xét",
    "number": "số thứ tự; stt",
}

UNIMPORTANT = ""

TELLING = ""
