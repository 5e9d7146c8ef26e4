"""Each fault that scripts/check-pages looks for is seeded into a page and must be found."""

import random
import tempfile
import unittest
from pathlib import Path

from running import run

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Front</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<script type="application/ld+json">{"@context": "https://schema.org"}</script></head>"""
PAGE = HEAD + "<body><main><h1>Front</h1>%s</main></body></html>"
SITE = {"index.html": PAGE % "<p>A text.</p>", "style.css": "body { color: #111; background: #fff }",
        "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}


def report(body=None, **changes):
    """What the check says of a sound site with another front page, and with other files."""
    files = {**SITE, **{name.replace("__", "/").replace("_", "."): text for name, text in changes.items()}}
    if body is not None:
        files["index.html"] = PAGE % body
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return run("check-pages", folder)


class CheckPages(unittest.TestCase):
    def assert_found(self, words, *arguments, **changes):
        status, output = report(*arguments, **changes)
        self.assertEqual(status, 1, output)
        for word in words if isinstance(words, list) else [words]:
            self.assertIn(word, output)

    def test_a_sound_site_has_no_problem(self):
        status, output = report()
        self.assertEqual(status, 0, output)

    def test_what_axe_finds(self):
        self.assert_found(["axe image-alt", "axe heading-order", "axe label:"],
                          '<img src="/icon.svg"><h4>Deep</h4><input>')

    def test_a_colour_that_fails_in_the_dark_alone(self):
        css = "body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { p { color: #eee } }"
        status, output = report(style_css=css)
        self.assertEqual(status, 1, output)
        self.assertIn("dark: axe color-contrast", output)
        self.assertNotIn("light: axe", output)

    def test_inline_scripts_and_styles(self):
        self.assert_found(["a script stands in the page", "the policy forbids script-src-elem"],
                          "<p>A text.</p><script>document.title = 'x'</script>")
        self.assert_found(["a style sheet stands in the page", "the policy forbids style-src-elem"],
                          "<p>A text.</p><style>p { margin: 0 }</style>")
        self.assert_found(["<p> has the attribute 'style'", "<p> has the attribute 'onclick'"],
                          '<p style="margin: 0" onclick="alert()">A text.</p>')

    def test_another_host(self):
        self.assert_found("asks another host: https://cdn.example/x.png",
                          '<p>A text.</p><img alt="" src="https://cdn.example/x.png">')

    def test_something_that_is_not_there(self):
        self.assert_found("the console says: Failed to load resource", '<img alt="x" src="/gone.png">')

    def test_a_page_that_moves_once_it_is_shown(self):
        script = """requestAnimationFrame(() => setTimeout(() => {
          document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>One</p><p>Two</p><p>Three</p>') }, 60))"""
        self.assert_found("moves after it is shown", '<p>A text.</p><script src="/late.js"></script>',
                          late_js=script)

    def test_a_page_that_is_too_wide_on_a_telephone_alone(self):
        status, output = report("<p>A text.</p>", style_css="h1 { width: 800px }")
        self.assertEqual(status, 1, output)
        self.assertIn("/ at 390, light: is", output)
        self.assertNotIn("/ at 1280, light: is", output)

    def test_a_page_that_is_too_wide_at_400_per_cent_alone(self):
        status, output = report("<p>A text.</p>", style_css="h1 { width: 340px }")
        self.assertEqual(status, 1, output)
        self.assertIn("pixels wide in a window of 320", output)
        self.assertNotIn("in a window of 390", output)

    def test_decimal_points_that_do_not_stand_below_each_other(self):
        table = """<table><caption>Sums</caption><tr><th scope="col">Sum</th></tr>
          <tr><td class="sum"><data value="7552800 EUR">€7,552,800</data></td></tr>
          <tr><td class="sum"><data class="cents" value="12345.67 EUR">€12,345.67</data></td></tr></table>"""
        css = "td { text-align: right; font-variant-numeric: tabular-nums }"
        kept_free = "data:not(.cents)::after { content: '.00'; visibility: hidden }"
        self.assert_found("has decimal points", table, style_css=css)
        status, output = report(table, style_css=css + kept_free)
        self.assertEqual(status, 0, output)

    def test_style_sheets_that_cannot_be_read(self):
        self.assert_found("style.css:1:", style_css="p { color red }")
        self.assert_found("style.css:1:", style_css="@media print { p { margin: 0; } } } p {}")
        self.assert_found("has no value", style_css="p { margin: }")

    def test_a_case_that_is_too_heavy(self):
        letters = random.Random(1)
        words = " ".join("".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(9000))
        self.assert_found("bytes with style sheet and scripts as it is sent, more than 15000",
                          cases__long__index_html=PAGE % f"<p>{words[:30_000]}</p>")
        self.assert_found("bytes with style sheet and scripts as it is, more than 55500",
                          cases__long__index_html=PAGE % f"<p>{words[:90] * 800}</p>")

    def test_the_heaviest_case_is_told_with_its_parts(self):
        status, output = report(cases__one__index_html=PAGE % "<p>A text.</p>")
        self.assertEqual(status, 0, output)
        page, sheet = len(PAGE % "<p>A text.</p>"), len(SITE["style.css"])
        self.assertIn(f"heaviest case cases/one/index.html: ", output)
        self.assertIn(f"{page + sheet} before gzip (index.html ", output)
        self.assertIn(f" and {page}, style.css ", output)

    def test_a_folder_without_pages_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("check-pages", folder)[0], 2)


if __name__ == "__main__":
    unittest.main()
