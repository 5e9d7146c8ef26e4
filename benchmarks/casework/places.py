"""What does not grow with the number of cases: authorities, courts, laws and topics."""

from dataclasses import dataclass, field


@dataclass
class Regulator:
    slug: str
    name: str
    native_name: str
    abbreviation: str
    jurisdiction: str
    kind: str
    wikidata: str

    @property
    def is_authority(self):
        return self.kind == "authority"


@dataclass
class Law:
    slug: str
    name: str
    short: str
    jurisdiction: str
    headings: dict
    celex: str = ""
    # Sub-divisions under which the articles are cited, one after the other.
    points: list = field(default_factory=list)


@dataclass
class Topic:
    slug: str
    name: str
    summary: str


# Code, country in English, currency, language, name of the authority in its own language, share
# of the publication's cases.
_JURISDICTIONS = """
FR|French|EUR|fr|Commission de la protection des données|9
DE|German|EUR|de|Bundesstelle für Datenschutz|7
IT|Italian|EUR|it|Autorità per la tutela dei dati|9
ES|Spanish|EUR|es|Autoridad de protección de datos|12
NL|Dutch|EUR|nl|Autoriteit Gegevensbescherming|6
IE|Irish|EUR|en|Data Protection Authority of Ireland|5
GB|British|GBP|en|Information Office|8
SE|Swedish|SEK|sv|Dataskyddsverket|4
NO|Norwegian|NOK|nb|Personverntilsynet|4
DK|Danish|DKK|da|Databeskyttelsestilsynet|3
FI|Finnish|EUR|fi|Tietosuojavirasto|2
PL|Polish|PLN|pl|Urząd Ochrony Danych|4
AT|Austrian|EUR|de|Österreichische Datenschutzstelle|3
BE|Belgian|EUR|nl|Gegevensbeschermingsdienst|3
LU|Luxembourg|EUR|fr|Commission pour la protection des données|2
GR|Greek|EUR|el|Αρχή Προστασίας Δεδομένων|3
PT|Portuguese|EUR|pt|Comissão de Dados|2
CZ|Czech|CZK|cs|Úřad pro ochranu údajů|2
HU|Hungarian|HUF|hu|Adatvédelmi Hatóság|2
RO|Romanian|RON|ro|Autoritatea pentru Date|3
BG|Bulgarian|BGN|bg|Комисия за лични данни|1
HR|Croatian|EUR|hr|Agencija za podatke|2
SK|Slovak|EUR|sk|Úrad na ochranu údajov|1
SI|Slovenian|EUR|sl|Informacijski urad|1
EE|Estonian|EUR|et|Andmekaitse Amet|1
LV|Latvian|EUR|lv|Datu aizsardzības birojs|1
LT|Lithuanian|EUR|lt|Duomenų apsaugos tarnyba|1
CY|Cypriot|EUR|el|Γραφείο Επιτρόπου Δεδομένων|1
MT|Maltese|EUR|en|Data Commissioner of Malta|1
IS|Icelandic|ISK|is|Persónuverndarstofnun|1
LI|Liechtenstein|CHF|de|Datenschutzbehörde|1
CH|Swiss|CHF|de|Datenschutzamt des Bundes|1
CA|Canadian|CAD|en|Privacy Office of Canada|2
DE-HH|Hamburg|EUR|de|Hamburgische Datenschutzstelle|2
EU|European|EUR|en|European Data Supervisor|1
"""


@dataclass
class Jurisdiction:
    code: str
    adjective: str
    currency: str
    language: str
    native_authority: str
    weight: int

    @property
    def slug(self):
        return self.code.lower()


def jurisdictions():
    found = []
    for line in _JURISDICTIONS.strip().splitlines():
        code, adjective, currency, language, native, weight = line.split("|")
        found.append(Jurisdiction(code, adjective, currency, language, native, int(weight)))
    return found


# Jurisdictions that have a court of appeal of their own in the publication.
_WITH_COURT = "FR DE IT ES NL IE GB SE NO DK FI PL AT BE LU GR PT EU".split()
# Those with a second authority, for communications.
_WITH_SECOND = "FR DE IT ES NL GB SE".split()


def regulators(places):
    """An authority for each jurisdiction, seven second ones, eighteen courts: sixty."""
    found = []

    def add(place, suffix, name, native, abbreviation, kind):
        found.append(Regulator(
            slug=f"{place.slug}-{suffix}", name=name, native_name=native,
            abbreviation=abbreviation, jurisdiction=place.code, kind=kind,
            wikidata=f"Q{7_100_000 + 37 * len(found)}"))

    for place in places:
        code = place.code.replace("-", "")
        add(place, "dpa", f"{place.adjective} Data Protection Authority", place.native_authority,
            f"{code}-DPA", "authority")
    for code in _WITH_SECOND:
        place = next(place for place in places if place.code == code)
        add(place, "comms", f"{place.adjective} Communications Authority", "", f"{code}-COM",
            "authority")
    for code in _WITH_COURT:
        place = next(place for place in places if place.code == code)
        kind = "tribunal" if code in ("GB", "NO", "BE") else "court"
        add(place, "court", f"{place.adjective} Administrative {kind.capitalize()}", "",
            f"{code}-AC", kind)
    return found


_GDPR = """
3 Territorial scope
4 Definitions
5 Principles relating to processing of personal data
6 Lawfulness of processing
7 Conditions for consent
8 Conditions applicable to the consent of a child
9 Processing of special categories of personal data
10 Processing of data relating to criminal convictions
12 Transparent information and modalities for the exercise of rights
13 Information where data are collected from the data subject
14 Information where data have not been obtained from the data subject
15 Right of access by the data subject
16 Right to rectification
17 Right to erasure
18 Right to restriction of processing
20 Right to data portability
21 Right to object
22 Automated individual decision-making
24 Responsibility of the controller
25 Data protection by design and by default
26 Joint controllers
27 Representatives of controllers not established in the Union
28 Processor
30 Records of processing activities
31 Cooperation with the supervisory authority
32 Security of processing
33 Notification of a breach to the authority
34 Communication of a breach to the data subject
35 Data protection impact assessment
36 Prior consultation
37 Designation of the data protection officer
38 Position of the data protection officer
44 General principle for transfers
46 Transfers subject to appropriate safeguards
49 Derogations for specific situations
58 Powers
83 General conditions for imposing fines
"""
_UK = """
5 Principles
6 Lawfulness of processing
9 Special categories of personal data
12 Transparent information
13 Information to be provided
15 Right of access
17 Right to erasure
25 Data protection by design
28 Processor
32 Security of processing
33 Notification of a breach
35 Impact assessment
58 Powers
83 Conditions for imposing penalties
"""
_EPRIVACY = """
4 Security of services
5 Confidentiality of the communications
6 Traffic data
13 Unsolicited communications
"""
_DSA = """
14 Terms and conditions
16 Notice and action mechanisms
25 Online interface design
26 Advertising on online platforms
27 Recommender system transparency
28 Online protection of minors
34 Risk assessment
39 Additional online advertising transparency
"""
_AI = """
5 Prohibited practices
10 Data and data governance
13 Transparency to deployers
26 Obligations of deployers
50 Transparency obligations
"""
_CA = """
5 Appropriate purposes
6 Validity of consent
7 Collection without knowledge
10 Breaches of safeguards
11 Complaints
12 Investigations
"""
_CH = """
6 Principles
7 Data protection by design
8 Data security
16 Cross-border disclosure
19 Duty to inform
25 Right of access
"""


def laws():
    """Seven laws with eighty articles between them."""

    def law(slug, name, short, jurisdiction, lines, celex="", points=("(1)", "(2)")):
        headings = dict(line.split(" ", 1) for line in lines.strip().splitlines())
        return Law(slug, name, short, jurisdiction, headings, celex, list(points))

    return [
        law("gdpr", "General Data Protection Regulation", "GDPR", "EU", _GDPR, "32016R0679",
            ["(1)", "(1)(a)", "(1)(c)", "(1)(f)", "(2)", "(3)", ""]),
        law("uk-gdpr", "United Kingdom General Data Protection Regulation", "UK GDPR", "GB", _UK,
            points=["(1)", "(1)(a)", "(1)(f)", "(2)"]),
        law("eprivacy", "Directive on privacy and electronic communications", "ePrivacy Directive",
            "EU", _EPRIVACY, "32002L0058", ["(1)", "(3)"]),
        law("dsa", "Digital Services Act", "DSA", "EU", _DSA, "32022R2065"),
        law("ai-act", "Artificial Intelligence Act", "AI Act", "EU", _AI, "32024R1689"),
        law("ca-pipeda", "Personal Information Protection and Electronic Documents Act", "PIPEDA",
            "CA", _CA),
        law("ch-fadp", "Federal Act on Data Protection", "FADP", "CH", _CH),
    ]


_TOPICS = """
Advertising|Age assurance|Anonymisation|Artificial intelligence|Banking|Biometrics|Body cameras
Breach notification|Children|Cloud services|Consent|Cookies|Credit scoring|Dark patterns
Data brokers|Data minimisation|Data subject rights|Debt collection|Direct marketing|Education
Elections|Employee monitoring|Facial recognition|Genetic data|Health data|Housing|Insurance
International transfers|Law enforcement|Legal basis|Location data|Loyalty programmes
Mobile applications|Passwords|Processors|Retention|Smart homes|Social media|Telephone calls
Video surveillance
"""


def topics():
    found = []
    for name in _TOPICS.replace("\n", "|").strip("|").split("|"):
        slug = name.lower().replace(" ", "-")
        found.append(Topic(
            slug, name, f"Cases in which {name.lower()} decided the outcome, with what became of them."))
    return found
