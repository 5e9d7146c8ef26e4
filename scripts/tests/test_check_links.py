"""Each fault that scripts/check-links looks for is seeded into a small site and must be found."""

import re
import tempfile
import unittest
from pathlib import Path

from running import run

SOUND = {
    "index.html": """<!doctype html><title>Front</title>
<link rel="canonical" href="https://watch.example/">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" href="/feed.atom">
<a href="cases/one/">one</a> <a href="https://watch.example/cases/one/#found">found</a>
<a href="https://elsewhere.example/nothing">elsewhere</a> <a href="mailto:desk@watch.example">m</a>
<img src="/files/a%20b.png" srcset="/files/a%20b.png 1x" alt=""> <a href="#top">top</a>""",
    "404.html": '<!doctype html><title>Not here</title><a href="/">home</a>',
    "cases/one/index.html": """<!doctype html><title>One</title>
<link rel="canonical" href="https://watch.example/cases/one/">
<h2 id="found">Found</h2> <a href="../../">home</a> <a href="#found">above</a>
<section aria-labelledby="found"></section>""",
    "cases/uno/index.html": """<!doctype html><title>Moved</title>
<meta http-equiv="refresh" content="0; url=/cases/one/">
<link rel="canonical" href="https://watch.example/cases/one/"><a href="/cases/one/">here</a>""",
    "_redirects": "# earlier addresses\n/cases/uno/ /cases/one/ 301\n",
    "style.css": 'body { background: url("/files/a%20b.png") }\n/* url(/gone.png) */\n',
    "files/a b.png": "",
    "robots.txt": "User-agent: *\nSitemap: https://watch.example/sitemap.xml\n",
    "sitemap.xml": """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://watch.example/cases/one/</loc></url></urlset>""",
    "feed.atom": """<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self"
href="https://watch.example/feed.atom"/><entry><link href="https://watch.example/cases/one/"/>
<content type="html">&lt;a href="https://watch.example/cases/one/#found"&gt;x&lt;/a&gt;</content>
</entry></feed>""",
}


def report(changes, base_url="https://watch.example", drop=()):
    """What the check says of the sound site with `changes`: (exit status, output)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**SOUND, **changes}.items():
            if name in drop:
                continue
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("check-links", folder, "--base-url", base_url)


class CheckLinks(unittest.TestCase):
    def assert_found(self, words, changes, **options):
        status, output = report(changes, **options)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def assert_in_front(self, html, words):
        self.assert_found(words, {"index.html": SOUND["index.html"] + html})

    def test_a_sound_site_has_no_problem(self):
        status, output = report({})
        self.assertEqual((status, output.count("\n")), (0, 1), output)

    def test_a_site_below_a_path_has_no_problem(self):
        moved = {name: re.sub(r'((?:href|src|srcset)="|url=|url\("|^| (?=/cases/one/ 301))/'
                              r'(?=cases|files|style|feed|")', r"\1/eu/", text, flags=re.M)
                 .replace("https://watch.example/", "https://watch.example/eu/")
                 for name, text in SOUND.items()}
        status, output = report(moved, base_url="https://watch.example/eu/")
        self.assertEqual(status, 0, output)

    def test_a_folder_without_a_site_is_refused(self):
        self.assertEqual(report({}, drop=["index.html"])[0], 2)

    def test_dead_links(self):
        for html in ['<a href="/cases/two/">x</a>', '<a href="cases/two/">x</a>',
                     '<a href="https://watch.example/cases/two/">x</a>',
                     '<a href="//watch.example/cases/two/">x</a>', '<a href="/Cases/one/">x</a>',
                     '<img src="/files/b.png" alt="">', '<script src="/x.js"></script>',
                     '<img srcset="/files/a%20b.png 1x, /files/c.png 2x" alt="">',
                     '<form action="/search/"></form>', '<style>p{background:url(/x.png)}</style>',
                     '<p style="background:url(/x.png)">x</p>', '<q cite="/x/">x</q>',
                     '<meta property="og:image" content="https://watch.example/x.png">']:
            with self.subTest(html):
                self.assert_in_front(html, "leads to nothing")

    def test_dead_fragments(self):
        self.assert_in_front('<a href="/cases/one/#fuond">x</a>', "has no id 'fuond'")
        self.assert_in_front('<a href="#fuond">x</a>', "has no id 'fuond'")
        self.assert_in_front('<p aria-labelledby="fuond">x</p>', "names the id 'fuond'")

    def test_ids_used_twice(self):
        self.assert_in_front('<p id="a">x</p><p id="a">y</p>', "the id 'a' is used twice")

    def test_addresses_that_only_nearly_fit(self):
        self.assert_in_front('<a href="/cases/one">x</a>', "lacks the slash at its end")
        self.assert_in_front('<a href="/cases/one/index.html">x</a>', "its folder's slash")
        self.assert_in_front('<a href="http://watch.example/">x</a>', "should begin with https:")
        self.assert_in_front('<a href="">x</a>', "the address is empty")
        self.assert_in_front('<a href="javascript:x()">x</a>', "is no address to publish")
        self.assert_in_front('<a href="http://[x/">x</a>', "is no address")
        self.assert_in_front('<base href="/cases/">', "<base> changes")

    def test_a_link_that_leaves_a_site_below_a_path(self):
        self.assert_found("lies outside the site", {}, base_url="https://watch.example/eu/")

    def test_a_relative_link_of_the_page_that_is_shown_anywhere(self):
        self.assert_found("is relative", {"404.html": '<title>x</title><a href="cases/one/">x</a>'})

    def test_a_canonical_address_of_another_page(self):
        self.assert_found("is another page's", {"cases/one/index.html": SOUND[
            "cases/one/index.html"].replace('example/cases/one/"', 'example/cases/"')})

    def test_redirects_that_lead_nowhere(self):
        page = SOUND["cases/uno/index.html"]
        for target, words in [("/cases/two/", "leads to nothing"),
                              ("/cases/uno/", "leads to itself"),
                              ("/cases/eins/", "leads to another one")]:
            with self.subTest(target):
                self.assert_found(words, {
                    "cases/uno/index.html": page.replace("url=/cases/one/", "url=" + target),
                    "cases/eins/index.html": page})
        self.assert_found("leads to nothing", {"_redirects": "/a/ /cases/two/ 301\n"})
        self.assert_found("another redirect", {"_redirects": "/a/ /b/ 301\n/b/ /cases/one/ 301\n"})
        self.assert_found("redirected twice", {"_redirects": "/a/ /\n/a/ /cases/one/\n"})
        self.assert_found("names no target", {"_redirects": "/a/\n"})
        self.assert_in_front('<a href="/cases/uno/">x</a>', "leads to a redirect")

    def test_orphans(self):
        self.assert_found("no path of links", {"cases/two/index.html": "<title>Two</title>"})
        self.assert_found("no page names this feed", {"cases/feed.atom": SOUND["feed.atom"]})

    def test_faults_in_feeds(self):
        feed = SOUND["feed.atom"]
        for broken, words in [
            (feed.replace("/cases/one/\"/>", "/cases/two/\"/>"), "leads to nothing"),
            (feed.replace("one/#found", "one/#fuond"), "has no id 'fuond'"),
            (feed.replace("https://watch.example/cases/one/#", "/cases/one/#"), "is not absolute"),
            (feed.replace("</entry>", ""), "it is not XML"),
        ]:
            with self.subTest(words):
                self.assert_found(words, {"feed.atom": broken})

    def test_faults_in_other_files(self):
        self.assert_found("leads to nothing", {"style.css": "p { background: url(/x.png) }"})
        self.assert_found("leads to nothing", {"sitemap.xml": SOUND["sitemap.xml"].replace(
            "/one/", "/two/")})
        self.assert_found("leads to nothing", {"robots.txt": "Sitemap: https://watch.example/s.xml"})
        self.assert_found("it is not UTF-8", {"cases/one/index.html": b"<title>\xd6</title>"})


if __name__ == "__main__":
    unittest.main()
