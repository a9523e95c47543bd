"""Roles of several words, or in scripts whose signs are no letters, so that no single word tells them."""

import re

PHRASES = re.compile(
    r"(?:(?:Phó|Tổng|Cựu|Nguyên|Trợ lý)\s+)*(?i:giám đốc|chủ tịch|điều phối viên|thư ký|trưởng (?:phòng|ban|nhóm)"
    r"|giáo sư|luật sư|nhà báo|nhà nghiên cứu|nghiên cứu viên|chuyên gia|thành viên|đại diện|giảng viên|cán bộ|tư vấn)"
    r"(?:\s+(?:điều hành|chương trình|dự án|quốc gia|khu vực|danh dự|phát triển))?"
    r"|(?:(?:कार्यकारी|प्रबंध|सह|उप|पूर्व|राष्ट्रीय|मुख्य|वरिष्ठ)[\s-]*)*"
    r"(?:निदेशक|निर्देशक|अध्यक्ष|उपाध्यक्ष|सचिव|महासचिव|समन्वयक|संयोजक|प्रोफेसर|प्राध्यापक|संस्थापक|कोषाध्यक्ष|सदस्य"
    r"|कार्यकर्ता|अधिवक्ता|पत्रकार|शिक्षक|शोधकर्ता|प्रतिनिधि)"
    r"|(?:סגן|סגנית)?\s*(?:מנכ[\"״'׳]לי?ת?|יו[\"״'׳]רי?ת?|עו[\"״'׳]ד|עורכ?ת?[\s-]דין|יושבת?[\s-]ראש)"
    r"|(?:รอง|อดีต)?(?:ผู้อำนวยการ|ประธาน|เลขาธิการ|ผู้ประสานงาน|กรรมการ|นักวิจัย|ทนายความ|ผู้จัดการ|ศาสตราจารย์)"
    r"(?:บริหาร|กรรมการ|ทั่วไป|โครงการ)?"
)
"""A whole role in Vietnamese, Hindi, Hebrew or Thai."""

CAPACITIES = re.compile(
    r"(?i:(?:(?:signing|signs|acting) )?(?:in|on) (?:a|an|my|her|his|their) (?:personal|private|individual) capacity"
    r"|in (?:personal|private|individual) capacity|(?:in a )?personal capacity(?: only)?|as an? (?:private )?individual"
    r"|(?:for )?identification(?: purposes)? only|à titre (?:personnel|individuel|privé)|en son nom propre"
    r"|a título (?:personal|individual|pessoal)|em nome (?:próprio|pessoal)|a titolo personale"
    r"|(?:als )?(?:privatperson|einzelperson)|(?:rein )?privat|persönlich|op persoonlijke titel"
    r"|(?:в|от) (?:личном качестве|своего имени)|بصفة شخصية|بصفته(?:ا)? الشخصية|個人|个人|以个人(?:名义|身份))"
)
"""In what capacity somebody signs: words that are no role, and no body."""
