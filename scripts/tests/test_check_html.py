"""scripts/check-html must find an error wherever it lies, and let a warning pass."""

import tempfile
import unittest
from pathlib import Path

from running import run

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Front</title></head>
<body><main><h1>Front</h1>{}</main></body></html>"""


def report(pages):
    with tempfile.TemporaryDirectory() as folder:
        for name, html in pages.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
        return run("check-html", folder)


class CheckHTML(unittest.TestCase):
    def test_a_sound_page_has_no_problem(self):
        status, output = report({"index.html": PAGE.format("<p>x</p>")})
        self.assertEqual(status, 0, output)

    def test_errors_in_any_folder_are_found(self):
        faults = ["<p>x</div>", '<img src="x.png">', '<p id="a"></p><p id="a"></p>',
                  "<ul><p>x</p></ul>", '<a href="/">x<a href="/">y</a></a>', "<time>soon</time>"]
        pages = {f"cases/{n}/index.html": PAGE.format(fault) for n, fault in enumerate(faults)}
        pages["index.html"] = PAGE.format("").replace("<title>Front</title>", "")
        status, output = report(pages)
        self.assertEqual(status, 1, output)
        for name in pages:
            self.assertRegex(output, rf"{name}:\d+:\d+: error")

    def test_a_warning_is_shown_and_passes(self):
        status, output = report({"index.html": PAGE.format('<ul role="list"><li>x</li></ul>')})
        self.assertEqual(status, 0, output)
        self.assertIn("1 warnings", output)

    def test_a_folder_without_pages_is_refused(self):
        self.assertEqual(report({"style.css": ""})[0], 2)


if __name__ == "__main__":
    unittest.main()
