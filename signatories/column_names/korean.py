"""Korean headers of columns. They run words together: one found inside a longer header counts."""

HEADERS = {
    "entry": "서명자; 연명자; 서명인",
    "name": "이름; 성명; 성함; 담당자; 담당자명; 수신인; 대표자; 대표자명",
    "given_name": "이름(성 제외)",
    "family_name": "성; 성씨",
    "role": "직책; 직위; 직함; 역할; 직업",
    "organisation": "단체명; 단체; 기관; 기관명; 소속; 소속기관; 조직; 조직명; 회사; 회사명; 소속단체",
    "acronym": "약칭; 약어",
    "country": "국가; 나라; 국가명; 국적; 국가/지역",
    "region": "지역; 시도",
    "city": "도시",
    "postal_code": "우편번호",
    "email": "이메일; 이메일 주소; 전자우편; 메일; 메일 주소; 사용자 이름",
    "telephone": "전화; 전화번호; 휴대폰; 휴대전화; 연락처",
    "website": "웹사이트; 홈페이지; 누리집",
    "kind": "유형; 단체 유형; 종류",
    "status": "상태; 응답; 답변",
    "group": "그룹; 분류; 구분",
    "notes": "비고; 메모; 의견; 메시지",
    "tag": "태그; 키워드",
    "date": "날짜; 타임스탬프; 서명일; 제출일; 응답일; 완료 시간",
    "response": "응답 번호; 응답 id",
    "form_of_address": "호칭; 경칭",
    "salutation": "인사말",
    "address": "주소; 우편 주소",
    "language": "언어; 사용 언어",
    "number": "번호; 순번; 코드; 생년월일; 나이; 성별; 시작 시간",
}

UNIMPORTANT = "필수 선택"

TELLING = ""
