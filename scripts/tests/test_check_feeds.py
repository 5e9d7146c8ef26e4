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


if __name__ == "__main__":
    unittest.main()
