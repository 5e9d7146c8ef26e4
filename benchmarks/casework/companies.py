"""The respondents: an eighth as many as there are cases, a few of them in most cases."""

from dataclasses import dataclass, field

from .chance import Chance, Popularity

_FIRST = """
Al Am An Ar As Bal Bel Ber Bor Bran Cal Cam Car Cel Cor Dal Del Dor Dun Ed El Em Er Fal Far Fen Fin
Gal Gar Gel Gor Hal Har Hel Hol Il In Is Jor Kal Kar Kel Kor Lan Lar Len Lin Lor Mal Mar Mel Mer Mor
Nal Nar Nel Nor Ol Or Os Pal Par Pel Per Por Quel Ral Ren Rin Ros Sal San Sel Ser Sol Tal Tar Tel Tor
Ul Ur Val Var Vel Ver Vol Wal Wel Wor Xan Yor Zal Zen Zor Bré Gül Möl Née Øst Čer Šal Łaz
""".split()
_MIDDLE = "a ba be da de di do e fa ga go i ka la le li lo ma me mi mo na ne no o ra re ri ro sa se ta te ti to va ve vi".split()
_LAST = """
bank bis brook by cor dal den don fex field gate gen grid holm kom lane lex ling lis lum mar mark med
meda mere mont nar net nia nix nor nova pay phon port quist rail ram ris ron sen soft son stad sten
tec tel tera ton trix va var vent vera via vik vista volt wave wick wood xa xis
""".split()
_BUSINESS = """
Airways Analytics Assistance Assurance Automotive Bank Broadband Capital Care Clinics Cloud Credit
Delivery Dental Digital Education Energy Fitness Foods Games Health Homes Hotels Insurance Labs
Laboratories Leasing Logistics Media Mobile Mobility Motors Networks Parking Pharmacy Rail Recruitment
Retail Robotics Security Services Social Software Sports Stores Studios Systems Telecom Tours Travel
University Utilities Ventures Water
""".split()
_PUBLIC = ["City Council", "County Council", "Hospital Trust", "Police", "Health Service", "Tax Office"]

# How a company's legal name ends, by country.
_FORMS = {
    "DE": "GmbH", "AT": "GmbH", "CH": "AG", "LI": "AG", "FR": "SAS", "LU": "S.à r.l.", "IT": "S.p.A.",
    "ES": "S.A.", "PT": "S.A.", "NL": "B.V.", "BE": "NV", "SE": "AB", "NO": "AS", "DK": "A/S",
    "FI": "Oy", "PL": "Sp. z o.o.", "CZ": "s.r.o.", "SK": "s.r.o.", "HU": "Kft.", "RO": "S.R.L.",
    "GR": "A.E.", "GB": "Limited", "IE": "Limited", "US": "Inc.", "CA": "Inc.", "IS": "hf.",
}


@dataclass
class Tie:
    parent: int
    since: str
    until: str


@dataclass
class Company:
    slug: str
    name: str
    short: str
    legal_name: str
    aliases: list
    country: str
    kind: str
    lei: str
    wikidata: str
    website: str
    formerly: list
    about: str
    # In the order of popularity a parent always stands before those below it: no circles.
    parents: list = field(default_factory=list)


def companies(count, places, seed):
    """`count` companies, the most popular first; every name, short name and slug once."""
    used = set()
    countries = [place.code[:2] for place in places if place.code != "EU" for _ in range(place.weight)]
    countries += ["US"] * 20
    ranks = Popularity(min(count, 60))
    return [_company(rank, Chance(seed, "company", rank), countries, ranks, used)
            for rank in range(count)]


def _company(rank, chance, countries, ranks, used):
    country = chance.one_of(countries)
    while True:
        stem = chance.one_of(_FIRST) + chance.one_of(_MIDDLE) + chance.one_of(_LAST)
        if stem not in used:
            used.add(stem)
            break
    kind = "company"
    if chance.happens(0.1):
        kind, name = "public-body", f"{stem} {chance.one_of(_PUBLIC)}"
    elif chance.happens(0.03):
        kind, name = "association", f"{stem} {chance.one_of(['Union', 'Federation', 'Society'])}"
    elif chance.happens(0.02):
        kind, name = "partnership", f"{stem} & Partners"
    else:
        name = f"{stem} {chance.one_of(_BUSINESS)}"
    form = _FORMS.get(country, "Ltd")
    company = Company(
        slug=_slug(name), name=name, short=stem if chance.happens(0.6) else "",
        legal_name=f"{name} {form}" if kind == "company" and chance.happens(0.7) else "",
        aliases=[f"{stem} Group"] if chance.happens(0.15) else [], country=country, kind=kind,
        lei=_lei(chance) if chance.happens(0.4) else "",
        wikidata=f"Q{chance.between(1_000_000, 99_999_999)}" if chance.happens(0.5) else "",
        website=f"https://www.{_slug(name)}.example" if chance.happens(0.7) else "",
        formerly=[f"{_slug(name)}-old"] if chance.happens(0.02) else [], about=_about(name, chance))
    if rank > 0 and chance.happens(0.1):
        since = str(chance.between(2005, 2019))
        until = f"{chance.between(2020, 2023)}-06" if chance.happens(0.2) else ""
        company.parents.append(Tie(min(ranks.rank(chance), rank - 1), since, until))
    return company


def _about(name, chance):
    """A paragraph or two; most entries of most companies have none."""
    if not chance.happens(0.3):
        return ""
    employees = chance.between(12, 90_000)
    text = (f"{name} has about {employees:,} employees. What is said of it here rests on the decisions "
            "of the authorities and on what it has published itself.\n")
    if chance.happens(0.3):
        text += "\nIts name has been written in several ways; the cases are all listed on this page.\n"
    return text


def _lei(chance):
    """Eighteen characters and the check digits of ISO 17442."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    base = "5493" + "00" + "".join(chance.one_of(letters) for _ in range(12))
    number = int("".join(str(int(letter, 36)) for letter in base + "00"))
    return f"{base}{98 - number % 97:02}"


_PLAIN = str.maketrans({
    "é": "e", "ü": "u", "ö": "o", "Ø": "o", "Č": "c", "Š": "s", "Ł": "l", "&": "and", " ": "-",
    "à": "a", ".": None,
})


def _slug(name):
    return name.translate(_PLAIN).lower()
