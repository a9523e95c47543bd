"""English headers of columns, and those that form services export in English."""

HEADERS = {
    "entry": "signatory; signatories; signature line; endorser; endorsement; entry; "
    "name and organisation; name and organization; name and affiliation; signed by",
    "name": "name; full name; your name; printed name; person; contact; contact name; "
    "contact person; signer; representative; name of representative; recipient; mission; "
    "addressee; name of signatory; first and last name; first last name; first name and surname; surname first name; "
    "participant name",
    "given_name": "given; given name; given names; first name; forename; forenames; christian name; first",
    "family_name": "family name; last name; surname; second name; last",
    "role": "role; title; job title; position; function; designation; capacity title; job; "
    "occupation; title or position; position title; professional title; role in organisation; "
    "role in organization; position in organisation; position in organization",
    "organisation": "organisation; organization; organisation name; organization name; "
    "affiliation; institution; body; group name; ngo; ngo name; network; association; company; "
    "supporting organisation; institutional affiliation; institution name; company name; "
    "name of group; employer; org; org name",
    "acronym": "acronym; abbreviation; short name; initials; acronym or abbreviation",
    "other_name": "other name; name in english; english name; translated name; alternative name; "
    "also known as; alias; local name; official name; name in local language; original name",
    "former_name": "former name; previous name; formerly; formerly known as; old name",
    "country": "country; country or region; country region; state; member state; nation; "
    "country name; country or territory; country code; iso; iso2; iso3; iso code; iso alpha 2; "
    "iso alpha 3; where are you based; where is your organisation based; "
    "where is your organization based",
    "region": "region; province; state or province; state province; county; continent; "
    "geographical region; world region",
    "city": "city; town; place; location; city or town; headquarters",
    "postal_code": "postal code; postcode; zip; zip code",
    "email": "email; e mail; mail; email address; e mail address; contact email; username; "
    "respondent email",
    "telephone": "telephone; phone; phone number; telephone number; mobile; mobile number; "
    "mobile phone; cell phone; tel; whatsapp; contact number; fax",
    "website": "website; web site; url; homepage; home page; web; web page; web address; link; "
    "website url; internet address",
    "kind": "kind; type; org type; orgtype; organisation type; type of organisation; organization type; "
    "classification; organisation classification; legal status; sector; legal form",
    "parent": "parent; parent organisation; parent organization; part of; umbrella organisation; "
    "umbrella organization; member of; belongs to; headquarters organisation",
    "status": "status; sign; answer; reply; response; decision; sign on status; will you sign; "
    "do you agree to sign; do you endorse letter; would you like to sign",
    "capacity": "capacity; signing as; signs as; i am signing as; sign as; on behalf; "
    "in what capacity do you sign; in what capacity are you signing",
    "condition": "condition; conditions; reservation; reservations; requested changes",
    "group": "group; tier; section; category; heading",
    "notes": "notes; note; comment; comments; remarks; remark; message; additional information; "
    "anything else; other comments; additional comments",
    "description": "description; description or country; about; short description; brief description; bio; biography; "
    "about organisation; about organization; description of organisation; description of organization",
    "comment": "public comment; comment for publication; comment to publish; public statement; quote; testimonial; "
    "statement for publication",
    "constituency": "constituency; constituency name; name of constituency; electoral district; "
    "electoral division; riding; ward",
    "footnote": "footnote; footnotes",
    "tag": "tag; tags; keyword; keywords; label; labels; topics; themes",
    "date": "date; timestamp; time stamp; submitted at; submission date; submitted on; "
    "submit date; submit date utc; date submitted; completion time; completed at; end date; "
    "date of signing; signing date; signed on; signature date; signed at; date signed; response date; answered on; "
    "created at; date created; submission time; recorded date; date of answer; date of response",
    "response": "response id; respondent id; response number; submission id; entry id; "
    "submission number; responseid; token; respondent",
    "person": "person; permanent representative; ambassador; head of mission; contact person; "
    "name of person; representative; contact; contact name; head; signatory; "
    "focal point; point of contact",
    "form_of_address": "form of address; form address; style; honorific; prefix; mr ms; "
    "courtesy title; mr mrs; mr mrs ms; title",
    "salutation": "salutation; greeting; opening; opening line",
    "address": "address; postal address; street address; mailing address; address lines; street",
    "language": "language; correspondence language; letter language; preferred language; "
    "language of correspondence; un correspondence language",
    "participant": "participant; state party; states parties; party; contracting party; state; "
    "country; member state",
    "signature": "signature; signed; date signature; signature date; signed on; signatures; "
    "signature succession to signature",
    "ratification": "ratification; ratified; accession; date ratification; ratification date; "
    "ratification accession; ratification accession succession; consent to be bound; "
    "ratification accession a; ratification accession a succession d",
    "withdrawal": "withdrawal; denunciation; withdrawn",
    "number": "#; №; no; nr; number; serial number; s n; sn; row; line; rank; code; id; index; "
    "organisation code; organization code; session number; reference; ip address; network id; "
    "collector id; start time; start date; date modified; user agent; date of birth; age; gender",
}

UNIMPORTANT = (
    "the of for in your to or a an at mc required optional please enter provide indicate s "
    "what is are which you our we if applicable any based do does"
)

TELLING = (
    "email mail address organisation organization institution affiliation ngo country salutation "
    "language participant ratification signature accession acronym role surname website url phone "
    "telephone mobile timestamp tags comments position city postcode code id date number type"
)
