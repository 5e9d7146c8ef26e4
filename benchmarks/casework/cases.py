"""The cases: first what others may refer to, then each whole, by itself."""

import datetime
from dataclasses import dataclass, field

from . import procedures, prose
from .chance import Chance, Popularity
from .procedures import LAST_DAY

# Of a hundred decisions, those of each year from 2016 on.
_YEARS = [year for year, share in zip(range(2016, 2026), [2, 3, 5, 8, 11, 14, 16, 16, 14, 11])
          for _ in range(share)]
_PUBLISHERS = ["GDPRhub", "Privacy Monitor", "The Data Record", "Reuters", "Legal Gazette"]


@dataclass
class Outline:
    """As much of a case as others need to link to it."""

    index: int
    slug: str
    decided: datetime.date
    companies: list
    regulator: int
    short: str


@dataclass
class Case:
    slug: str
    path: str
    title: str
    short: str
    summary: str
    decided: datetime.date
    published: str
    companies: list
    unnamed: bool
    regulators: list
    jurisdictions: list
    # Pairs of law and provision with a role; one role for each article.
    provisions: list
    topics: list
    procedure: procedures.Procedure
    sources: list
    related: list
    references: list
    checked: str
    history: list
    formerly: list
    body: str = ""


@dataclass
class Source:
    id: str
    title: str
    publisher: str
    url: str
    date: str
    language: str = ""
    archive: str = ""
    retrieved: str = ""


class Casework:
    """All entries of a publication of `count` cases."""

    def __init__(self, count, seed, places, regulators, laws, topics, companies):
        self.count = count
        self.seed = seed
        self.places = {place.code: place for place in places}
        self.regulators = regulators
        self.laws = laws
        self.topics = topics
        self.companies = companies
        authorities = [number for number, regulator in enumerate(regulators) if regulator.is_authority]
        weights = {place.code: place.weight for place in places}
        self.authorities = authorities
        # Second authorities decide less often than the first.
        self.drawn_authorities = [
            number for number in authorities
            for _ in range(weights[regulators[number].jurisdiction] if "-dpa" in regulators[number].slug else 1)]
        self.courts = {regulator.jurisdiction: regulator for regulator in regulators
                       if not regulator.is_authority}
        self.popularity = Popularity(len(companies))
        self.law_popularity = {law.slug: Popularity(len(law.headings), 0.6) for law in laws}
        self.topic_popularity = Popularity(len(topics), 0.7)
        self.outlines = self._outlines()
        self.by_company = {}
        for outline in self.outlines:
            for company in outline.companies:
                self.by_company.setdefault(company, []).append(outline.index)

    def _outlines(self):
        slugs = {}
        outlines = []
        for index in range(self.count):
            chance = Chance(self.seed, "outline", index)
            decided = datetime.date(chance.one_of(_YEARS), 1, 1) + datetime.timedelta(days=chance.below(364))
            companies = self._respondents(index, chance)
            # Each authority decides at least once.
            regulator = (self.authorities[index] if index < len(self.authorities)
                         else chance.one_of(self.drawn_authorities))
            lead = self.regulators[regulator]
            first = self.companies[companies[0]] if companies else None
            name = f"{lead.slug}-{first.slug if first else 'unnamed'}-{decided.year}"
            slugs[name] = slugs.get(name, 0) + 1
            slug = name if slugs[name] == 1 else f"{name}-{slugs[name]}"
            who = (first.short or first.name) if first else "Unnamed company"
            outlines.append(Outline(index, slug, decided, companies, regulator,
                                    f"{who} ({lead.abbreviation} {decided.year})"))
        return outlines

    def _respondents(self, index, chance):
        """Each company is in at least one case; one case in fifty names nobody."""
        found = []
        if index % 8 == 0 and index // 8 < len(self.companies):
            found.append(index // 8)
        elif chance.happens(0.02):
            return []
        while len(found) < (2 if chance.happens(0.08) else 1):
            rank = self.popularity.rank(chance)
            if rank not in found:
                found.append(rank)
        return found

    def case(self, index):
        """The case as written; it depends on the outlines and on nothing else drawn."""
        outline = self.outlines[index]
        chance = Chance(self.seed, "case", index)
        lead = self.regulators[outline.regulator]
        place = self.places[lead.jurisdiction]
        court = self.courts.get(lead.jurisdiction) or self.courts["EU"]
        companies = [self.companies[company] for company in outline.companies]
        procedure = procedures.procedure(
            chance, outline.decided, place.currency, court.slug,
            [company.slug for company in companies] or [""])
        sources = self._sources(chance, lead, place, court, outline, procedure)
        provisions = self._provisions(index, chance, lead)
        published = outline.decided + datetime.timedelta(days=chance.between(5, 60))
        published = min(published, LAST_DAY)
        subjects = [companies[0].name] if companies else ["A company"]
        topics = self._topics(index, chance)
        case = Case(
            slug=outline.slug, path=f"{outline.decided.year}/{outline.slug}",
            title=self._title(chance, subjects[0], lead, place), short=outline.short, summary="",
            decided=outline.decided, published=self._moment(chance, published),
            companies=companies, unnamed=not companies, regulators=self._regulators(chance, lead),
            jurisdictions=[], provisions=provisions, topics=topics, procedure=procedure,
            sources=sources, related=self._related(chance, outline),
            references=self._references(chance, lead, outline),
            checked=min(LAST_DAY, published + datetime.timedelta(days=chance.between(60, 700))).isoformat(),
            history=self._history(chance, published),
            formerly=[f"{outline.slug}-first"] if chance.happens(0.02) else [])
        case.summary = (f"The {lead.name} decided on {subjects[0]} and "
                        f"{topics[0].name.lower()}: {self._outcome(procedure)}.")
        case.jurisdictions = list(dict.fromkeys(regulator.jurisdiction for regulator in case.regulators))
        case.body = prose.body(chance, self._subject(chance, case, outline, court))
        return case

    @staticmethod
    def _moment(chance, day):
        if chance.happens(0.5):
            return day.isoformat()
        return f"{day.isoformat()}T{chance.between(7, 17):02}:{chance.one_of(['00', '15', '30'])}:00+01:00"

    @staticmethod
    def _title(chance, name, lead, place):
        form = chance.one_of([
            "{} decision on {} over data that were kept too long",
            "{} fine for {} after a breach of security",
            "{} orders against {} for want of consent",
            "{} ruling on requests that {} left unanswered",
            "{} measures against {} over tracking of visitors",
            "{} inquiry into {} and its suppliers",
        ])
        return form.format(place.adjective, name)

    @staticmethod
    def _outcome(procedure):
        if procedure.standing:
            return f"{procedure.standing[0].text} stands in the end"
        return "a warning" if procedure.steps[-1].measures else "no sum is in force"

    def _regulators(self, chance, lead):
        if chance.happens(0.04):
            second = self.regulators[chance.one_of(self.authorities)]
            if second is not lead:
                return [lead, second]
        return [lead]

    def _provisions(self, index, chance, lead):
        """Two to six provisions, mostly of the law that the authority applies most."""
        home = {"GB": "uk-gdpr", "CA": "ca-pipeda", "CH": "ch-fadp"}.get(lead.jurisdiction, "gdpr")
        laws = {law.slug: law for law in self.laws}
        drawn = []
        # Every article of every law is in some case.
        everything = [(law.slug, number) for law in self.laws for number in law.headings]
        if index < len(everything):
            drawn.append(everything[index])
        for _ in range(chance.between(2, 6)):
            law = chance.one_of(["eprivacy", "dsa", "ai-act"]) if chance.happens(0.12) else home
            numbers = list(laws[law].headings)
            drawn.append((law, numbers[(self.law_popularity[law].rank(chance) + 2) % len(numbers)]))
        found = []
        for law, number in dict.fromkeys(drawn):
            role = "infringed"
            if number in ("3", "4", "58", "83"):
                role = "applied"
            elif chance.happens(0.2):
                role = chance.one_of(["alleged", "not-infringed", "left-open", "applied", "cited"])
            found.append((law, number + chance.one_of(laws[law].points), role))
        return found

    def _topics(self, index, chance):
        found = [self.topics[index]] if index < len(self.topics) else []
        for _ in range(chance.between(1, 4)):
            topic = self.topics[self.topic_popularity.rank(chance)]
            if topic not in found:
                found.append(topic)
        return found

    @staticmethod
    def _sources(chance, lead, place, court, outline, procedure):
        day = outline.decided.isoformat()
        site = f"https://{lead.slug}.example"
        found = [Source("decision", f"Decision of {day} ({outline.short})", lead.slug,
                        f"{site}/decisions/{outline.slug}.pdf", day, place.language)]
        if chance.happens(0.7):
            found.append(Source("press-release", f"Announcement: {outline.short}", lead.slug,
                                f"{site}/news/{outline.slug}", day, "en"))
        if procedure.has_ruling:
            found.append(Source("judgment", "Judgment on the appeal", court.slug,
                                f"https://{court.slug}.example/rulings/{outline.index}", "", place.language))
        for number in range(1, chance.between(0, 2) + 1):
            publisher = chance.one_of(_PUBLISHERS)
            source = Source(f"report-{number}", f"{outline.short}: what the decision means", publisher,
                            f"https://{publisher.lower().replace(' ', '-')}.example/{outline.index}/{number}",
                            day, "en")
            if chance.happens(0.3):
                source.archive = f"https://archive.example/{outline.index}/{number}"
                source.retrieved = LAST_DAY.isoformat()
            found.append(source)
        for step in procedure.steps:
            if step.kind in ("decision", "settlement", "commitments"):
                step.sources.append("decision")
            elif step.kind == "judgment":
                step.sources.append("judgment")
                step.note = "As the court announced it on the day."
            elif step.kind == "published" and len(found) > 1 and found[1].id == "press-release":
                step.sources.append("press-release")
        return found

    def _related(self, chance, outline):
        """Up to three others, of the same company where it has any."""
        found = []
        for _ in range(chance.between(0, 3)):
            pool = self.by_company[outline.companies[0]] if outline.companies and chance.happens(0.5) else None
            other = chance.one_of(pool) if pool else chance.below(self.count)
            if other != outline.index and all(other != known for known, _ in found):
                how = chance.one_of(["same-conduct", "similar", "parallel", "cites", "follow-on"])
                found.append((other, how if chance.happens(0.5) else ""))
        return [(self.outlines[other], how) for other, how in found]

    @staticmethod
    def _references(chance, lead, outline):
        found = []
        if chance.happens(0.6):
            found.append(("docket", f"{lead.abbreviation}-{outline.decided.year}-{outline.index + 1:06}"))
        if chance.happens(0.2):
            country = lead.jurisdiction[:2]
            found.append(("ecli", f"ECLI:{country}:DPA:{outline.decided.year}:{outline.index + 1}"))
        return found

    @staticmethod
    def _history(chance, published):
        found = []
        for _ in range(2 if chance.happens(0.02) else 1 if chance.happens(0.08) else 0):
            day = min(LAST_DAY, published + datetime.timedelta(days=chance.between(10, 300)))
            kind = chance.one_of(["correction", "clarification", "update", "update"])
            found.append((day.isoformat(), kind, "A figure was put right after a reader wrote to us."))
        return sorted(found)

    def _subject(self, chance, case, outline, court):
        companies = [prose.mark("company", company.slug, company.name) for company in case.companies]
        companies += [prose.mark("company", company.slug, company.short)
                      for company in case.companies if company.short]
        others = [self.outlines[chance.below(self.count)] for _ in range(3)]
        others = [other for other in others if other is not outline] or [self.outlines[(outline.index + 1) % self.count]]
        laws = {law.slug: law for law in self.laws}
        articles = [f"[Article {at} {laws[law].short}](law:{law}/{at})" for law, at, _ in case.provisions]
        return prose.Subject(
            companies=companies or ["the company"],
            regulators=[prose.mark("regulator", regulator.slug, regulator.name)
                        for regulator in case.regulators],
            articles=articles,
            cases=[f"[](case:{other.slug})" if chance.happens(0.5)
                   else f"[another case](case:{other.slug})" for other in others],
            topics=[f"[{topic.name.lower()}](topic:{topic.slug})" for topic in case.topics],
            sources=[source.id for source in case.sources])
