"""The casework as Gazette's content."""

import re

from . import yaml
from .prose import END, MARK, SPLIT

_MARKED = re.compile(f"{MARK}[^{SPLIT}]*{SPLIT}([^{END}]*){END}")


def site():
    return """title: Benchmark Gazette
description: Made-up decisions of made-up authorities on made-up companies, for measuring.
base_url: https://bench.example
feed_id: "bench.example,2026"
language: en
authors:
  - { name: The benchmark }
licence: { name: CC0 1.0, url: "https://creativecommons.org/publicdomain/zero/1.0/" }
time_zone: Europe/Amsterdam
feeds: { site: 50, others: 20, archives: none, json: false }
data: false
citations: false
navigation:
  - { title: Cases, address: /cases/ }
  - { title: Companies, address: /companies/ }
  - { title: Regulators, address: /regulators/ }
  - { title: Laws, address: /laws/ }
  - { title: Topics, address: /topics/ }
  - { title: About, address: /about/ }
"""


def case(case):
    front = yaml.Front()
    front.text("title", case.title)
    front.text("short", case.short)
    front.text("summary", case.summary)
    front.raw("published", case.published)
    if case.unnamed:
        front.raw("companies", "unnamed")
    front.words("companies", [company.slug for company in case.companies])
    front.words("regulators", [regulator.slug for regulator in case.regulators])
    front.items("provisions", [provision(*item) for item in case.provisions])
    front.words("topics", [topic.slug for topic in case.topics])
    front.records("steps", [step(item) for item in case.procedure.steps])
    front.records("sources", [source(item) for item in case.sources])
    front.items("related", [
        yaml.pairs([("case", other.slug), ("how", how)]) if how else other.slug
        for other, how in case.related])
    front.items("references", [
        yaml.pairs([("kind", kind), ("value", yaml.scalar(value))]) for kind, value in case.references])
    front.raw("checked", case.checked)
    front.items("history", [
        yaml.pairs([("date", date), ("kind", kind), ("note", yaml.scalar(note))])
        for date, kind, note in case.history])
    front.words("formerly", case.formerly)
    return front.with_body(_MARKED.sub(r"\1", case.body))


def provision(law, at, role):
    if role == "infringed":
        return f"{law} {at}"
    return yaml.pairs([("at", f"{law} {at}"), ("role", role)])


def step(step):
    return [
        ("id", step.id), ("date", step.date), ("kind", step.kind), ("body", step.body),
        ("on", step.on), ("effect", step.effect),
        ("measures", [measure(item) for item in step.measures]),
        ("sources", yaml.sequence(step.sources) if step.sources else ""),
        ("note", yaml.scalar(step.note) if step.note else ""),
    ]


def measure(measure):
    amount = measure.amount if isinstance(measure.amount, str) or not measure.amount else measure.amount.text
    return yaml.pairs([
        ("kind", measure.kind), ("amount", amount), ("per", measure.per),
        ("maximum", "true" if measure.maximum else ""), ("replaces", measure.replaces),
        ("on", measure.on)])


def source(source):
    return [
        ("id", source.id), ("title", yaml.scalar(source.title)),
        ("publisher", yaml.scalar(source.publisher)), ("url", yaml.scalar(source.url)),
        ("date", source.date), ("language", source.language),
        ("archive", yaml.scalar(source.archive) if source.archive else ""),
        ("retrieved", source.retrieved)]


def company(company, companies):
    front = yaml.Front()
    front.text("name", company.name)
    front.text("short", company.short)
    front.text("legal_name", company.legal_name)
    front.words("aliases", [yaml.scalar(alias) for alias in company.aliases])
    front.raw("country", company.country)
    front.raw("kind", company.kind)
    front.items("parents", [
        yaml.pairs([("company", companies[tie.parent].slug), ("from", tie.since), ("to", tie.until)])
        for tie in company.parents])
    front.raw("lei", company.lei)
    front.raw("wikidata", company.wikidata)
    front.text("website", company.website)
    front.words("formerly", company.formerly)
    return front.with_body(company.about)


def regulator(regulator, court):
    front = yaml.Front()
    front.text("name", regulator.name)
    front.text("native_name", regulator.native_name)
    front.text("abbreviation", regulator.abbreviation)
    front.raw("jurisdiction", regulator.jurisdiction)
    front.raw("kind", regulator.kind)
    front.text("website", f"https://{regulator.slug}.example")
    front.raw("wikidata", regulator.wikidata)
    front.text("coverage", coverage(regulator))
    return front.with_body(about_regulator(regulator, court))


def coverage(regulator):
    return f"All decisions of the {regulator.name} that were published are covered."


def about_regulator(regulator, court):
    if not court:
        return "Its rulings are shown with the cases that they are about.\n"
    return (f"Decisions of the {regulator.name} can be challenged before the "
            f"[{court.name}](regulator:{court.slug}).\n")


def law(law):
    front = yaml.Front()
    front.text("name", law.name)
    front.text("short", law.short)
    front.raw("jurisdiction", law.jurisdiction)
    front.raw("celex", law.celex)
    front.lines.append("headings:")
    front.lines += [f'  "{number}": {yaml.scalar(text)}' for number, text in law.headings.items()]
    return front.with_body(about_law(law))


def about_law(law):
    points = "\n".join(f"- [Article {number}](law:{law.slug}/{number}): {text.lower()}"
                       for number, text in list(law.headings.items())[:5])
    return f"## Points cited most often\n\n{points}\n"


def topic(topic):
    front = yaml.Front()
    front.text("name", topic.name)
    front.text("summary", topic.summary)
    return front.with_body(about_topic(topic))


def about_topic(topic):
    return (f"What is said of {topic.name.lower()} here rests on the cases below. How they are chosen is "
            "explained under [methodology](page:methodology).\n")


# Slug, title, summary, place in the navigation, body.
PAGES = [
    ("about", "About the Benchmark Gazette", "What this publication covers, and what it leaves out.", "1",
     "Nothing here is real. The entries are made up so that building them can be measured.\n\n"
     "## How it is made\n\nSee [](page:methodology) and the [corrections policy](page:corrections).\n"),
    ("methodology", "Methodology", "How a status and an amount come about.", "2",
     "## Amounts\n\nOnly what is in force is added up, per currency, once for each measure.\n\n"
     "## Status\n\nA case is as open or closed as its last step says.\n"),
    ("corrections", "Corrections policy", "What happens when something is wrong.", "",
     "Mistakes are put right at once, and the page says so.\n"),
]


def page(title, summary, nav, body):
    front = yaml.Front()
    front.text("title", title)
    front.text("summary", summary)
    front.raw("nav", nav)
    return front.with_body(body)
