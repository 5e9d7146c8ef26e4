"""What tells of the same entries in another form: JSON Feed, OPML, a calendar; and newsboat."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import jsonschema
from lxml import etree

from publication import ROOT


def json_feeds(root, base_url, atom_ids):
    """Problems of every feed.json: the schema, its own address, and the ids of the Atom feed beside it."""
    schema = json.loads((ROOT / "scripts" / "schemas" / "jsonfeed.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted(root.rglob("feed.json")):
        name = path.relative_to(root).as_posix()
        try:
            feed = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            yield name, 1, f"it is not JSON: {error}"
            continue
        flaws = sorted(validator.iter_errors(feed), key=lambda flaw: list(map(str, flaw.path)))
        for flaw in flaws[:3]:
            where = "/".join(map(str, flaw.absolute_path))
            yield name, 1, f"JSON Feed 1.1, at '{where}': {flaw.message[:200]}"
        if flaws:
            continue
        if base_url and feed.get("feed_url") != f"{base_url}/{name}":
            yield name, 1, f"it says that it is {feed.get('feed_url')}"
        atom = atom_ids.get(name.replace("feed.json", "feed.atom"))
        if atom is not None and [item["id"] for item in feed["items"]] != atom:
            yield name, 1, "its items are not the entries of the Atom feed beside it"


def opml(root, base_url, feeds):
    """Problems of the list of feeds, which has each of `feeds` once."""
    path = root / "feeds.opml"
    if not path.is_file() or not base_url:
        return
    try:
        document = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield "feeds.opml", error.lineno or 1, f"it is not XML: {error.msg}"
        return
    if document.getroot().tag != "opml" or document.getroot().get("version") != "2.0":
        yield "feeds.opml", 1, "it is no OPML 2.0"
    listed = [outline.get("xmlUrl") for outline in document.iter("outline") if outline.get("xmlUrl")]
    for outline in document.iter("outline"):
        if not (outline.get("text") or "").strip():
            yield "feeds.opml", outline.sourceline, "an outline has no text"
    wanted = {f"{base_url}/{feed}" for feed in feeds}
    for address in sorted(set(listed) - wanted):
        yield "feeds.opml", 1, f"{address} is not there"
    for address in sorted(wanted - set(listed)):
        yield "feeds.opml", 1, f"{address} is missing"
    for address in sorted({address for address in listed if listed.count(address) > 1}):
        yield "feeds.opml", 1, f"{address} stands twice"


def calendar(root, base_url):
    """Problems of the calendar: RFC 5545's form, and the days that the cases' pages say."""
    path = root / "calendar.ics"
    if not path.is_file():
        return
    data = path.read_bytes()
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data) or not data.endswith(b"\r\n"):
        yield path.name, 1, "a line does not end in CRLF"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield path.name, number, f"the line has {len(line)} octets, more than 75"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield path.name, number, "folding cuts a character in two"
    try:
        events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    except ValueError as error:
        yield path.name, 1, f"icalendar cannot read it: {error}"
        return
    if not events:
        yield path.name, 1, "it has no event, and RFC 5545 asks for one"
    seen = set()
    for event in events:
        uid = str(event.get("UID", ""))
        if not uid or uid in seen:
            yield path.name, 1, f"'{uid}' is no UID, or not the only one"
        seen.add(uid)
        yield from ((path.name, 1, f"'{uid}': {flaw}") for flaw in flaws(event, root, base_url))


def flaws(event, root, base_url):
    if not isinstance(getattr(event.get("DTSTAMP"), "dt", None), datetime):
        yield "it has no DTSTAMP"
    first = getattr(event.get("DTSTART"), "dt", None)
    after = getattr(event.get("DTEND"), "dt", None)
    if type(first) is not date or type(after) is not date or after <= first:
        yield f"it does not last from a day to a later one: {first} to {after}"
        return
    address = str(event.get("URL", ""))
    page = root / address.removeprefix(f"{base_url}/") / "index.html"
    if not address.startswith(f"{base_url}/") or not page.is_file():
        yield f"{address} is no page of the site"
        return
    dates = page.read_text("utf-8").partition('id="page-dates"')[2].partition("</ul>")[0]
    last = after - timedelta(days=1)
    span = f'datetime="{first}"' if first == last else f'datetime="{last}"'
    if f'datetime="{first}"' not in dates or span not in dates:
        yield f"the page of the case does not say {first} to {last}"


def newsboat(root, counts):
    """Lets newsboat read every feed, and compares what it has kept; `counts` by the feed's path."""
    program = shutil.which("newsboat")
    if program is None:
        print("check-feeds: newsboat is not installed, so it has read nothing; scripts/setup checks")
        return
    with ThreadPoolExecutor() as several:
        read = several.map(lambda path: titles_read(program, root / path), counts)
        for (path, count), found in zip(counts.items(), read):
            if found != count:
                yield path, 1, f"newsboat reads {found} of {count} entries"


def titles_read(program, path):
    """How many entries with a title newsboat finds in one feed, or what it says where it fails.

    Each feed has a run of its own, since newsboat keeps an entry once, in whatever feed it is.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder, name) for name in ("urls", "cache", "config")}
        files["urls"].write_text(f"file://{path.resolve()}\n", "utf-8")
        files["config"].write_text("max-items 0\n", "utf-8")
        run = subprocess.run(
            [program, "-q", "-u", files["urls"], "-c", files["cache"], "-C", files["config"],
             "-x", "reload"],
            capture_output=True, text=True, check=False, timeout=60,
            env={"HOME": folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"})
        if run.returncode != 0 or not files["cache"].is_file():
            return f"'{(run.stdout + run.stderr).strip()[:200]}'"
        with closing(sqlite3.connect(files["cache"])) as kept:
            return kept.execute("select count(*) from rss_item where title <> ''").fetchone()[0]
