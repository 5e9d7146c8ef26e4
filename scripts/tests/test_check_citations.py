"""Each fault that scripts/check-citations looks for is seeded into a case's files and must be found."""

import json
import tempfile
import unittest
from pathlib import Path

from running import run

BIB = r"""@misc{acme,
  title = {{Acme \& the \textbraceleft{}sea\textbraceright{}}},
  author = {{The desk}},
  year = {2024},
  month = jun,
  url = {https://watch.example/cases/acme/},
}
"""
RIS = "\r\n".join([
    "TY  - ELEC", "ID  - acme", "TI  - Acme & the {sea}", "AU  - The desk", "PY  - 2024",
    "UR  - https://watch.example/cases/acme/", "ER  - ", "", ""])
ITEM = {"id": "acme", "type": "webpage", "title": "Acme & the {sea}", "author": [{"literal": "The desk"}],
        "issued": {"date-parts": [[2024, 6, 2]]}, "URL": "https://watch.example/cases/acme/"}
PAGE = "".join(f'<link rel="alternate" type="{kind}" href="/cases/acme/{name}">' for name, kind in {
    "citation.bib": "application/x-bibtex", "citation.ris": "application/x-research-info-systems",
    "citation.json": "application/vnd.citationstyles.csl+json"}.items())


def report(bib=BIB, ris=RIS, items=ITEM, page=PAGE):
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "cases", "acme")
        case.mkdir(parents=True)
        (case / "index.html").write_text(page, "utf-8")
        (case / "citation.bib").write_text(bib, "utf-8")
        (case / "citation.ris").write_bytes(ris.encode())
        (case / "citation.json").write_text(json.dumps([items]), "utf-8")
        return run("check-citations", folder)


class CheckCitations(unittest.TestCase):
    def assert_found(self, words, **changes):
        status, output = report(**changes)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_sound_files_have_no_problem(self):
        status, output = report()
        self.assertEqual(status, 0, output)

    def test_bibtex_that_no_reader_takes(self):
        self.assert_found("pybtex:", bib=BIB.replace(r"\textbraceleft{}", "{"))
        self.assert_found("'acme' has no author", bib=BIB.replace("author", "authors"))

    def test_ris_that_no_reader_takes(self):
        self.assert_found("does not end in CR LF", ris=RIS.replace("\r\n", "\n"))
        self.assert_found("does not know", ris=RIS.replace("AU  -", "XX  -"))

    def test_csl_against_its_schema(self):
        self.assert_found("'web page' is not one of", items={**ITEM, "type": "web page"})
        self.assert_found("$[0]", items={**ITEM, "autor": "x"})
        self.assert_found("is greater than the maximum of 12",
                          items={**ITEM, "issued": {"date-parts": [[2024, 13]]}})
        self.assert_found("does not match", items={**ITEM, "URL": "/cases/acme/"})

    def test_formats_that_disagree(self):
        self.assert_found("the title of 'acme'", bib=BIB.replace(r"\&", "and"))
        self.assert_found("the year of 'acme'", ris=RIS.replace("2024", "2023"))
        self.assert_found("the address of 'acme'", items={**ITEM, "URL": "https://watch.example/"})
        self.assert_found("has ['acme-2']", ris=RIS.replace("ID  - acme", "ID  - acme-2"))

    def test_a_page_that_does_not_lead_to_its_files(self):
        self.assert_found("does not lead to citation.ris", page=PAGE.replace("citation.ris", "cite.ris"))

    def test_a_site_without_such_files_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("check-citations", folder)[0], 2)


if __name__ == "__main__":
    unittest.main()
