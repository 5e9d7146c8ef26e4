#!/usr/bin/env python3
"""Writes a made-up publication of any size: `corpus.py --cases 1000 FOLDER`.

The same number and seed give the same bytes everywhere. FOLDER gets `content/`, as Gazette reads it,
or with `--hugo` as the site in `benchmarks/hugo` reads it, and must not exist or be empty. With
`--expect FILE` the totals that a built site must show are written there as JSON.
"""

import argparse
import collections
import json
import sys
from pathlib import Path

from casework import companies, gazette, hugo, places
from casework.cases import Casework


def casework(count, seed):
    found = places.jurisdictions()
    return Casework(count, seed, found, places.regulators(found), places.laws(), places.topics(),
                    companies.companies(max(1, count // 8), found, seed))


class Folder:
    """Writes files, and makes each folder once."""

    def __init__(self, root):
        self.root = root
        self.made = set()

    def write(self, path, text):
        folder, _, _ = path.rpartition("/")
        if folder not in self.made:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            self.made.add(folder)
        with open(f"{self.root}/{path}", "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def write_gazette(work, folder):
    folder.write("content/site.yml", gazette.site())
    for index in range(work.count):
        case = work.case(index)
        folder.write(f"content/cases/{case.path}.md", gazette.case(case))
    for company in work.companies:
        folder.write(f"content/companies/{company.slug}.md", gazette.company(company, work.companies))
    for regulator in work.regulators:
        court = work.courts.get(regulator.jurisdiction, work.courts["EU"])
        folder.write(f"content/regulators/{regulator.slug}.md",
                     gazette.regulator(regulator, court if regulator.is_authority else None))
    for law in work.laws:
        folder.write(f"content/laws/{law.slug}.md", gazette.law(law))
    for topic in work.topics:
        folder.write(f"content/topics/{topic.slug}.md", gazette.topic(topic))
    for slug, *page in gazette.PAGES:
        folder.write(f"content/pages/{slug}.md", gazette.page(*page))


def expectations(work):
    """What is in force by year and by currency, in cents: low and high ends."""
    totals = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    for index in range(work.count):
        case = work.case(index)
        for amount in case.procedure.standing:
            ends = totals[str(case.decided.year)][amount.currency]
            ends[0] += amount.low
            ends[1] += amount.high
    return {"cases": work.count, "companies": len(work.companies), "years": totals}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--hugo", action="store_true", help="as Hugo's content")
    parser.add_argument("--expect", type=Path, help="write the totals that must come out")
    options = parser.parse_args()
    if options.cases < 100:
        parser.error("fewer than 100 cases leave authorities and laws without any")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"'{options.folder}' is not empty")
    work = casework(options.cases, options.seed)
    folder = Folder(options.folder)
    if options.hugo:
        hugo.write(work, folder)
    else:
        write_gazette(work, folder)
    if options.expect:
        options.expect.write_text(json.dumps(expectations(work), indent=1, sort_keys=True), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
