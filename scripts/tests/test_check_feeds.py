"""Each fault that scripts/check-feeds looks for is seeded into a sound feed and must be found."""

import tempfile
import unittest
from pathlib import Path

from running import run

BASE = "https://watch.example"
SOUND = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Watch</title>
<id>tag:watch.example,2026:feed</id>
<updated>2024-09-03T09:00:00+02:00</updated>
<link rel="self" href="https://watch.example/feed.atom"/>
<link href="https://watch.example/"/>
<author><name>Desk</name></author>
<entry>
<title>One</title>
<id>tag:watch.example,2026:case/one</id>
<published>2024-09-02T09:00:00Z</published>
<updated>2024-09-03T07:00:00Z</updated>
<link href="https://watch.example/cases/one/"/>
<category term="acme" scheme="https://watch.example/companies/" label="Acme"/>
<summary>What happened.</summary>
<content type="html">&lt;p&gt;What &lt;a href="https://watch.example/"&gt;happened&lt;/a&gt;&lt;br&gt;&lt;/p&gt;</content>
</entry>
</feed>
"""


def report(feeds):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in feeds.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("check-feeds", folder, "--base-url", BASE)


class CheckFeeds(unittest.TestCase):
    def assert_found(self, words, feeds):
        status, output = report(feeds)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_a_sound_feed_has_no_problem(self):
        status, output = report({"feed.atom": SOUND})
        self.assertEqual((status, output.count("\n")), (0, 1), output)

    def test_a_folder_without_feeds_is_refused(self):
        self.assertEqual(report({"index.html": ""})[0], 2)

    def test_faults(self):
        faults = [
            ("<title>One</title>", "<title>One\x08</title>", "it is not XML"),
            ("</entry>", "", "it is not XML"),
            ("<title>One</title>", "<title>&nbsp;</title>", "it is not XML"),
            ("<feed ", "<!DOCTYPE feed><feed ", "document type"),
            ("<title>One</title>", "", "grammar"),
            ("<title>One</title>", "<title>One</title><title>Uno</title>", "grammar"),
            ("<id>tag:watch.example,2026:case/one</id>", "", "grammar"),
            ("<updated>2024-09-03T07:00:00Z</updated>", "", "grammar"),
            ("2024-09-03T07:00:00Z", "2024-09-31T07:00:00Z", "grammar"),
            ("<summary>", '<summary type="markdown">', "grammar"),
            (' term="acme"', "", "grammar"),
            ("<name>Desk</name>", "", "grammar"),
            ("</entry>", "<pubDate>now</pubDate></entry>", "grammar"),
            ('xml:lang="en"', 'xml:lang="en_GB"', "grammar"),
            ('<content type="html">', '<content type="xhtml">', "grammar"),
            ("<title>Watch</title>", "<title> </title>", "its title is empty"),
            ("<title>One</title>", "<title></title>", "is empty"),
            ("2024-09-03T07:00:00Z", "2024-09-03T07:00:00", "no date of RFC 3339"),
            ("2024-09-02T09:00:00Z", "2024-09-04T09:00:00Z", "before it was published"),
            ("2024-09-03T07:00:00Z", "2024-09-03T07:00:01Z", "newer than the feed"),
            ("<id>tag:watch.example,2026:feed</id>", "<id>https://watch.example/</id>", "tag URI"),
            ("tag:watch.example,2026:case/one", "tag:watch.example:case/one", "tag URI"),
            ("tag:watch.example,2026:case/one", "tag:watch.example,2026:one two", "tag URI"),
            ("tag:watch.example,2026:case/one", "tag:watch.example,2026:feed", "also an entry's"),
            ("<author><name>Desk</name></author>", "", "no author"),
            ('<link href="https://watch.example/cases/one/"/>', "", "no alternate link"),
            ('<link href="https://watch.example/"/>', "", "no alternate link"),
            ('href="https://watch.example/cases/one/"', 'href="/cases/one/"', "not absolute"),
            ('<link href="https://watch.example/cases/one/"/>',
             '<link href="https://watch.example/cases/one/"/>' * 2, "two alternate links"),
            ('<link rel="self" href="https://watch.example/feed.atom"/>', "", "0 links to itself"),
            ("example/feed.atom", "example/other.atom", "but it is"),
            ('a href="https://watch.example/"', 'a href="/cases/"', "not absolute"),
            ('a href="https://watch.example/"', 'a href="#fn-1"', "not absolute"),
            ("&lt;/a&gt;", "", "closes nothing"),
            ("&lt;/p&gt;", "", "is not closed"),
            ("&lt;", "&amp;lt;", "escaped twice"),
            ("<summary>What happened.</summary>", "<content/>", "grammar"),
            ("</feed>", SOUND[SOUND.index("<entry>"):], "stands twice"),
        ]
        for old, new, words in faults:
            with self.subTest(new):
                self.assertIn(old, SOUND)
                self.assert_found(words, {"feed.atom": SOUND.replace(old, new)})

    def test_another_encoding(self):
        self.assert_found("not UTF-8", {"feed.atom": SOUND.replace("utf-8", "iso-8859-1")})

    def test_faults_between_feeds(self):
        other = SOUND.replace("2026:feed", "2026:feed/topics").replace(
            "example/feed.atom", "example/topics/feed.atom")
        self.assertEqual(report({"feed.atom": SOUND, "topics/feed.atom": other})[0], 0)
        self.assert_found("is also feed.atom's", {
            "feed.atom": SOUND, "topics/feed.atom": other.replace("2026:feed/topics", "2026:feed")})
        self.assert_found("reads otherwise in feed.atom", {
            "feed.atom": SOUND, "topics/feed.atom": other.replace(">One<", ">Uno<")})


def document(number=None, newest=None, entries=(), **links):
    """A document of one feed: what readers subscribe to, or with a number an archive document."""
    name = "feed.atom" if number is None else f"feed/{number}.atom"
    head = SOUND[:SOUND.index("<entry>")].replace("example/feed.atom", f"example/{name}")
    if number is not None:
        head = head.replace("<feed ", '<feed xmlns:fh="http://purl.org/syndication/history/1.0" ')
        head += "<fh:archive/>\n"
        links = {"current": "feed.atom", **links}
    head += "".join(f'<link rel="{relation.replace("_", "-")}" href="{BASE}/{address}"/>\n'
                    for relation, address in links.items())
    entry = SOUND[SOUND.index("<entry>"):SOUND.index("</feed>")]
    return head + "".join(entry.replace("/one", f"/{name}") for name in entries) + "</feed>\n"


class CheckArchives(unittest.TestCase):
    SOUND = {
        "feed.atom": document(entries=["five"], prev_archive="feed/2.atom"),
        "feed/2.atom": document(2, entries=["four", "three"], prev_archive="feed/1.atom"),
        "feed/1.atom": document(1, entries=["two", "one"], next_archive="feed/2.atom"),
    }

    def assert_found(self, words, **changed):
        status, output = report({**self.SOUND, **changed})
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_sound_archives_have_no_problem(self):
        status, output = report(self.SOUND)
        self.assertEqual((status, output.count("\n")), (0, 1), output)

    def test_faults(self):
        changes = {
            "is also in": ("feed.atom", "case/five", "case/one"),
            "which is not there": ("feed/2.atom", "feed/1.atom", "feed/0.atom"),
            "among the later ones": ("feed/2.atom", 'prev-archive" href="https://watch.example/feed/1',
                                     'prev-archive" href="https://watch.example/feed/2'),
            "not marked as an archive": ("feed/2.atom", "<fh:archive/>", ""),
            "marked as an archive and leads to no feed": (
                "feed/1.atom", 'rel="current"', 'rel="related"'),
            "does not lead to its feed": ("feed/1.atom", 'current" href="https://watch.example/feed',
                                          'current" href="https://watch.example/other'),
            "not that of the feed": ("feed/1.atom", "2026:feed", "2026:other"),
            "no feed leads to this": ("feed/2.atom", "prev-archive", "related"),
            "does not lead back": ("feed/2.atom", "prev-archive", "related"),
        }
        for words, (path, old, new) in changes.items():
            with self.subTest(words):
                self.assertIn(old, self.SOUND[path])
                self.assert_found(words, **{path: self.SOUND[path].replace(old, new)})

    def test_tombstones(self):
        tombstone = ('<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0"'
                     ' ref="tag:watch.example,2026:case/two" when="2024-09-01T00:00:00Z">'
                     '<at:comment>Not so.</at:comment></at:deleted-entry>\n')
        sound = SOUND.replace("<entry>", tombstone + "<entry>")
        self.assertEqual(report({"feed.atom": sound})[0], 0)
        for old, new, words in [
            ("Not so.", " ", "does not say why"), (' when="2024-09-01T00:00:00Z"', "", "a ref and a when"),
            ("case/two", "case/one", "is an entry and has a tombstone"),
        ]:
            with self.subTest(words):
                status, output = report({"feed.atom": sound.replace(old, new)})
                self.assertEqual(status, 1, output)
                self.assertIn(words, output)


class CheckOthers(unittest.TestCase):
    JSON = ('{"version": "https://jsonfeed.org/version/1.1", "title": "Watch", '
            '"feed_url": "https://watch.example/feed.json", "items": ['
            '{"id": "tag:watch.example,2026:case/one", "url": "https://watch.example/cases/one/", '
            '"content_html": "<p>What</p>", "date_published": "2024-09-02T09:00:00Z"}]}')
    OPML = ('<opml version="2.0"><head><title>Feeds</title></head><body>'
            '<outline type="rss" text="Watch" xmlUrl="https://watch.example/feed.atom"/></body></opml>')
    PAGE = ('<h3 id="page-dates">Dates</h3><ul><li><time datetime="2024-10-01">1 October</time> to '
            '<time datetime="2024-10-03">3 October</time></li></ul>')
    CALENDAR = "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:one@watch.example",
        "DTSTAMP:20240903T070000Z", "DTSTART;VALUE=DATE:20241001", "DTEND;VALUE=DATE:20241004",
        "SUMMARY:A hearing\\, and more", "URL:https://watch.example/cases/one/", "END:VEVENT",
        "END:VCALENDAR", ""])
    SOUND = {"feed.atom": SOUND, "feed.json": JSON, "feeds.opml": OPML, "calendar.ics": CALENDAR,
             "cases/one/index.html": PAGE}

    def test_sound_ones_have_no_problem(self):
        status, output = report(self.SOUND)
        self.assertEqual((status, output.count("\n")), (0, 1), output)

    def test_faults(self):
        faults = [
            ("feed.json", "{", "", "it is not JSON"),
            ("feed.json", '"title": "Watch", ', "", "'title' is a required property"),
            ("feed.json", "version/1.1", "version/1", "JSON Feed 1.1, at 'version'"),
            ("feed.json", "content_html", "content", "JSON Feed 1.1, at 'items/0'"),
            ("feed.json", "09:00:00Z", "09:00", "JSON Feed 1.1, at 'items/0/date_published'"),
            ("feed.json", "example/feed.json", "example/x.json", "it says that it is"),
            ("feed.json", "case/one", "case/two", "not the entries of the Atom feed"),
            ("feeds.opml", "</head>", "", "it is not XML"),
            ("feeds.opml", "2.0", "1.0", "no OPML 2.0"),
            ("feeds.opml", "feed.atom", "x.atom", "x.atom is not there"),
            ("feeds.opml", "feed.atom", "x.atom", "feed.atom is missing"),
            ("feeds.opml", 'text="Watch"', "", "an outline has no text"),
            ("calendar.ics", "\r\n", "\n", "does not end in CRLF"),
            ("calendar.ics", "A hearing", "A hearing" * 9, "more than 75"),
            ("calendar.ics", "DTSTAMP", "X-STAMP", "no DTSTAMP"),
            ("calendar.ics", "20241004", "20241001", "does not last"),
            ("calendar.ics", "20241004", "20241005", "does not say 2024-10-01 to 2024-10-04"),
            ("calendar.ics", "cases/one/", "cases/two/", "no page of the site"),
            ("calendar.ics", "END:VEVENT\r\n", "END:VEVENT\r\n" + CheckOthers.CALENDAR.partition(
                "PRODID:x\r\n")[2].partition("END:VCALENDAR")[0], "not the only one"),
        ]
        for path, old, new, words in faults:
            with self.subTest(words):
                self.assertIn(old, self.SOUND[path])
                status, output = report({**self.SOUND, path: self.SOUND[path].replace(old, new)})
                self.assertEqual(status, 1, output)
                self.assertIn(words, output)


if __name__ == "__main__":
    unittest.main()
