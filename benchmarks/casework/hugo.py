"""The casework as content for the site in `benchmarks/hugo`.

What Gazette works out and Hugo has no means for is given to Hugo as data, so that where the work
differs Hugo has less of it: dates of the decision and of the last change, the articles and years a
case belongs to, citations as footnotes that are written out, and the links from names in the text.
"""

import re

from . import gazette, yaml
from .prose import END, MARK, SPLIT

_MARKED = re.compile(f"{MARK}([^{SPLIT}]*){SPLIT}([^{END}]*){END}")
_HEADING = re.compile(r"(?=^#)", re.M)
_LINK = re.compile(r"\]\((case|company|regulator|law|topic|page):([^()\s]*)(?:\([^()]*\))*\)")
_FOLDERS = {"case": "/cases/", "company": "/companies/", "regulator": "/regulators/", "law": "/laws/",
            "topic": "/topics/", "page": "/"}
_ROLES = ["infringed", "not-infringed", "left-open", "alleged", "applied", "cited"]


def write(work, folder):
    folder.write("_index.md", _front([("title", "Benchmark Gazette")]))
    folder.write("cases/_index.md", _front([("title", "Cases")]))
    courts = {regulator.slug: regulator for regulator in work.regulators}
    for index in range(work.count):
        case = work.case(index)
        # Flat: `site.GetPage` finds a page by its whole path at once.
        folder.write(f"cases/{case.slug}.md", _case(case, work, courts))
    _companies(work, folder)
    _regulators(work, folder)
    _jurisdictions(work, folder)
    _laws(work, folder)
    folder.write("topics/_index.md", _front([("title", "Topics")]))
    for topic in work.topics:
        folder.write(f"topics/{topic.slug}/_index.md", _front(
            [("title", topic.name), ("description", topic.summary)], gazette.about_topic(topic)))
    folder.write("years/_index.md", "---\ntitle: Years\ncascade:\n  outputs: [html]\n---\n")
    for slug, title, summary, nav, body in gazette.PAGES:
        # A page in the publication's root is a section of its own to Hugo, unless it is a leaf.
        folder.write(f"{slug}.md", _front([("title", title), ("description", summary)], body))


def _front(pairs, body=""):
    front = yaml.Front()
    for key, value in pairs:
        front.text(key, value)
    return front.with_body(_addressed(body))


def _aliases(front, folder, formerly):
    front.words("aliases", [f"/{folder}/{slug}/" for slug in formerly])


def _case(case, work, regulators):
    procedure = case.procedure
    front = yaml.Front()
    front.text("title", case.title)
    front.text("short", case.short)
    front.text("description", case.summary)
    front.raw("date", case.decided.isoformat())
    front.raw("publishDate", case.published)
    front.raw("lastmod", max([case.published[:10]] + [step.date for step in procedure.steps]
                             + [date for date, kind, _ in case.history if kind != "clarification"]))
    _aliases(front, "cases", case.formerly)
    front.words("companies", [company.slug for company in case.companies])
    front.words("regulators", [regulator.slug for regulator in case.regulators])
    own = {regulator.slug for regulator in case.regulators}
    front.words("rulings", list(dict.fromkeys(
        step.body for step in procedure.steps if step.body and step.body not in own)))
    front.words("jurisdictions", [code.lower() for code in case.jurisdictions])
    front.words("topics", [topic.slug for topic in case.topics])
    front.words("laws", list(dict.fromkeys(law for law, _, _ in case.provisions)))
    front.words("articles", [_article(law, at) for law, at, _ in case.provisions])
    front.words("years", [f'"{case.decided.year}"'])
    front.items("provisions", [
        yaml.pairs([("law", law), ("at", yaml.scalar(at)), ("role", role),
                    ("article", _article(law, at))])
        for law, at, role in sorted(case.provisions, key=lambda item: _ROLES.index(item[2]))])
    front.raw("roles", yaml.pairs([(_article(law, at), role) for law, at, role in case.provisions]))
    front.records("steps", [_step(step) for step in procedure.steps])
    front.items("related", [
        yaml.pairs([("case", other.slug), ("how", how)]) for other, how in case.related])
    front.items("references", [
        yaml.pairs([("kind", kind), ("value", yaml.scalar(value))]) for kind, value in case.references])
    front.raw("checked", f'"{case.checked}"' if case.checked else "")
    front.items("history", [
        yaml.pairs([("date", f'"{date}"'), ("kind", kind), ("note", yaml.scalar(note))])
        for date, kind, note in case.history])
    notes = "".join(f"\n[^{source.id}]: {_source(source, regulators)}\n" for source in case.sources)
    return front.with_body(_addressed(_linked(case.body) + notes))


def _addressed(text):
    """Links to entries by the paths that Hugo looks up: `law:gdpr/5(1)` is `/articles/gdpr-5`."""

    def address(match):
        kind, target = match.groups()
        if kind == "law" and "/" in target:
            return f"](/articles/{target.replace('/', '-')})"
        return f"]({_FOLDERS[kind]}{target})"

    return _LINK.sub(address, text)


def _article(law, at):
    return f"{law}-{at.split('(')[0]}"


def _linked(body):
    """The first mention of a name in each section as a link, the others as text."""
    sections = []
    for section in _HEADING.split(body):
        seen = set()

        def link(match):
            target, name = match.groups()
            if target in seen:
                return name
            seen.add(target)
            return f"[{name}]({target})"

        sections.append(_MARKED.sub(link, section))
    return "".join(sections)


def _step(step):
    return [
        ("id", step.id), ("date", f'"{step.date}"'), ("kind", step.kind), ("body", step.body),
        ("target", step.on), ("effect", step.effect),
        ("measures", [_measure(item) for item in step.measures]),
        ("sources", yaml.sequence(step.sources) if step.sources else ""),
        ("note", yaml.scalar(step.note) if step.note else "")]


def _measure(measure):
    fields = [("kind", f'"{measure.kind}"')]
    if measure.amount == "undisclosed":
        fields.append(("undisclosed", "true"))
    elif measure.amount:
        amount = measure.amount
        fields += [("amount", _number(amount.low)), ("currency", amount.currency)]
        if amount.high != amount.low:
            fields.append(("high", _number(amount.high)))
    return yaml.pairs(fields + [
        ("per", measure.per), ("maximum", "true" if measure.maximum else ""),
        ("replaces", measure.replaces), ("company", measure.on)])


def _number(cents):
    return f"{cents / 100:.2f}" if cents % 100 else str(cents // 100)


def _source(source, regulators):
    """A source as the footnote that Gazette makes of it."""
    publisher = source.publisher
    if publisher in regulators:
        publisher = f"[{regulators[publisher].name}](regulator:{publisher})"
    parts = [f"[{source.title}]({source.url})", publisher]
    if source.date:
        parts.append(source.date)
    if source.language and source.language != "en":
        parts.append(f"in {source.language}")
    if source.archive:
        parts.append(f"[archived copy]({source.archive})")
    if source.retrieved:
        parts.append(f"read on {source.retrieved}")
    return ", ".join(parts)


def _companies(work, folder):
    folder.write("companies/_index.md", _front([("title", "Companies")]))
    for company in work.companies:
        front = yaml.Front()
        front.text("title", company.name)
        front.text("short", company.short)
        front.text("legal_name", company.legal_name)
        front.words("names", [yaml.scalar(alias) for alias in company.aliases])
        front.text("country", company.country)
        front.text("kind_of_body", company.kind)
        front.items("parents", [
            yaml.pairs([("company", work.companies[tie.parent].slug), ("from", f'"{tie.since}"'),
                        ("to", f'"{tie.until}"' if tie.until else "")])
            for tie in company.parents])
        front.text("lei", company.lei)
        front.text("wikidata", company.wikidata)
        front.text("website", company.website)
        _aliases(front, "companies", company.formerly)
        folder.write(f"companies/{company.slug}/_index.md", front.with_body(company.about))


def _regulators(work, folder):
    folder.write("regulators/_index.md", _front([("title", "Regulators")]))
    folder.write("rulings/_index.md", "---\ntitle: Rulings\nbuild:\n  render: never\n"
                 "cascade:\n  build:\n    render: never\n  outputs: [html]\n---\n")
    for regulator in work.regulators:
        court = work.courts.get(regulator.jurisdiction, work.courts["EU"])
        folder.write(f"regulators/{regulator.slug}/_index.md", _front(
            [("title", regulator.name), ("native_name", regulator.native_name),
             ("short", regulator.abbreviation), ("jurisdiction", regulator.jurisdiction.lower()),
             ("kind_of_body", regulator.kind), ("website", f"https://{regulator.slug}.example"),
             ("wikidata", regulator.wikidata), ("coverage", gazette.coverage(regulator))],
            gazette.about_regulator(regulator, court if regulator.is_authority else None)))


def _jurisdictions(work, folder):
    folder.write("jurisdictions/_index.md", _front([("title", "Jurisdictions")]))
    for place in work.places.values():
        folder.write(f"jurisdictions/{place.slug}/_index.md", _front(
            [("title", f"{place.adjective} jurisdiction"), ("code", place.code)]))


def _laws(work, folder):
    folder.write("laws/_index.md", _front([("title", "Laws")]))
    folder.write("articles/_index.md", "---\ntitle: Articles\nbuild:\n  render: never\n"
                 "cascade:\n  outputs: [html]\n---\n")
    for law in work.laws:
        folder.write(f"laws/{law.slug}/_index.md", _front(
            [("title", law.name), ("short", law.short), ("jurisdiction", law.jurisdiction.lower()),
             ("celex", law.celex)], gazette.about_law(law)))
        for position, (number, heading) in enumerate(law.headings.items()):
            front = yaml.Front()
            front.text("title", f"{law.short} Article {number}")
            front.raw("url", f"/laws/{law.slug}/{number}/")
            front.text("heading", heading)
            front.raw("number", f'"{number}"')
            front.raw("position", str(position + 1))
            front.raw("law", law.slug)
            folder.write(f"articles/{law.slug}-{number}/_index.md", front.with_body(""))
