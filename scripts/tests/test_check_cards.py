"""Each fault that scripts/check-cards looks for is seeded into a site and must be found."""

import struct
import tempfile
import unittest
import zlib
from pathlib import Path

from running import lay_out, run

HEAD = {"og:image": "https://watch.example/cases/one/card.png", "og:image:width": "12", "og:image:height": "6",
        "og:image:alt": "A case", "twitter:card": "summary_large_image"}


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width=12, height=6, rows=None):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes((1 + 3 * width) * (height if rows is None else rows)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def report(*arguments, picture=png(), page=None, **changes):
    says = {**HEAD, **{name.replace("_", ":"): value for name, value in changes.items()}}
    metas = "".join(f'<meta property="{name}" content="{value}">' for name, value in says.items() if value is not None)
    with tempfile.TemporaryDirectory() as folder:
        lay_out(folder, {"cases/one/index.html": page or f"<!doctype html><title>One</title>{metas}"})
        if picture:
            Path(folder, "cases/one/card.png").write_bytes(picture)
            Path(folder, "card.png").write_bytes(picture)
        return run("check-cards", folder, "--base-url", "https://watch.example", *arguments)


class CheckCards(unittest.TestCase):
    def assert_found(self, words, *arguments, **changes):
        status, output = report(*arguments, **changes)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_a_sound_picture_has_no_problem(self):
        for arguments in ((), ("--each-case",)):
            status, output = report(*arguments)
            self.assertEqual(status, 0, output)
            self.assertIn("1 pictures, 0 problems", output)

    def test_a_page_that_names_none(self):
        self.assert_found("names no picture", og_image=None)

    def test_a_picture_that_is_not_there(self):
        self.assert_found("card.png: No such file", picture=None)

    def test_a_picture_elsewhere(self):
        self.assert_found("is not on the site", og_image="https://other.example/card.png")

    def test_another_size_than_the_page_says(self):
        self.assert_found("is 13 by 6", picture=png(width=13))
        self.assert_found("is 12 by 6", **{"og_image_height": "7"})

    def test_what_is_no_whole_png(self):
        self.assert_found("is no PNG", picture=b"GIF89a" + png())
        self.assert_found("is broken at byte", picture=png()[:-6])
        self.assert_found("is broken at byte 33", picture=png().replace(b"IDAT", b"IDAX"))
        self.assert_found("does not begin and end", picture=png()[:-12])
        self.assert_found("not as many pixels", picture=png(rows=5))

    def test_a_picture_without_words(self):
        self.assert_found("does not say in words", **{"og_image_alt": " "})

    def test_a_card_that_is_small(self):
        self.assert_found("twitter:card", twitter_card="summary")

    def test_a_case_without_one_of_its_own(self):
        shared = {"og_image": "https://watch.example/card.png"}
        self.assertEqual(report(**shared)[0], 0)
        self.assert_found("not one of its own, cases/one/card.png", "--each-case", **shared)

    def test_a_redirect_needs_none(self):
        status, output = report(page='<!doctype html><meta http-equiv="refresh" content="0; url=/">')
        self.assertEqual(status, 0, output)

    def test_a_folder_without_pages_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("check-cards", folder)[0], 2)


if __name__ == "__main__":
    unittest.main()
