"""Each fault that scripts/check-structured looks for is seeded into a page and must be found."""

import json
import tempfile
import unittest
from pathlib import Path

from running import run

PAGE = """<!doctype html><title>Case</title><link rel="canonical" href="https://watch.example/cases/one/">
<script type="application/ld+json">{}</script>"""
ARTICLE = {
    "@type": "NewsArticle", "@id": "https://watch.example/cases/one/#article",
    "url": "https://watch.example/cases/one/", "headline": "One",
    "datePublished": "2024-06-02T00:00:00Z", "inLanguage": "en", "isAccessibleForFree": True,
    "about": [{"@type": "Organization", "name": "Acme", "url": "https://watch.example/companies/acme/"}],
    "mentions": [{"@type": "MonetaryAmount", "currency": "EUR", "value": 300.5},
                 {"@type": "Legislation", "name": "GDPR 5"}],
    "isBasedOn": [{"@type": "CreativeWork", "name": "Decision", "datePublished": "2024-05"}],
    "correction": [{"@type": "CorrectionComment", "text": "The sum.", "datePublished": "2024-07-01"}],
}


def report(*graphs, page=PAGE):
    with tempfile.TemporaryDirectory() as folder:
        for number, graph in enumerate(graphs):
            text = graph if isinstance(graph, str) else json.dumps(
                {"@context": "https://schema.org", "@graph": graph})
            Path(folder, f"{number}.html").write_text(page.replace("{}", text), "utf-8")
        return run("check-structured", folder)


class CheckStructured(unittest.TestCase):
    def assert_found(self, words, **changes):
        status, output = report([{**ARTICLE, **changes}])
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_a_sound_page_has_no_problem(self):
        status, output = report([ARTICLE])
        self.assertEqual(status, 0, output)

    def test_types_and_properties_must_exist(self):
        self.assert_found("'NewsPiece' is no type", **{"@type": "NewsPiece"})
        self.assert_found("'Text' is no type", **{"@type": "Text"})
        self.assert_found(".isBasedUpon: there is no such property", isBasedUpon="x")

    def test_a_property_belongs_to_its_type(self):
        self.assert_found(".leiCode: a NewsArticle has no such property", leiCode="5493001KJTIIGC8Y1R12")
        self.assert_found("a MonetaryAmount has no such property",
                          mentions=[{"@type": "MonetaryAmount", "headline": "x"}])

    def test_a_thing_is_of_a_type_that_the_property_may_have(self):
        self.assert_found(".correction: is of type Organization",
                          correction={"@type": "Organization", "name": "x"})
        self.assert_found(".author: 'The desk' should be a thing", author="The desk")

    def test_dates_currencies_and_addresses(self):
        self.assert_found("'2 June 2024' is no ISO 8601 date", datePublished="2 June 2024")
        self.assert_found("'2024-13-01' is no ISO 8601 date", datePublished="2024-13-01")
        self.assert_found("'euro' is no ISO 4217 code",
                          mentions=[{"@type": "MonetaryAmount", "currency": "euro"}])
        self.assert_found("'/companies/acme/' is no absolute address",
                          about=[{"@type": "Organization", "url": "/companies/acme/"}])
        self.assert_found("'https://watch.example/a b' is no absolute address",
                          about=[{"@type": "Organization", "url": "https://watch.example/a b"}])
        self.assert_found("'English' is no BCP 47 tag", inLanguage="English")

    def test_nothing_is_empty(self):
        self.assert_found(".about: is an empty list", about=[])
        self.assert_found(".headline: is empty", headline=" ")
        self.assert_found(".headline: is nothing", headline=None)

    def test_what_is_referred_to_is_described_somewhere(self):
        whole = {"@id": "https://watch.example/#website"}
        self.assert_found("no page describes https://watch.example/#website", isPartOf=whole)
        site = {"@type": "WebSite", "url": "https://watch.example/cases/one/", **whole}
        status, output = report([{**ARTICLE, "isPartOf": whole}], [site])
        self.assertEqual(status, 0, output)

    def test_a_page_has_one_block_that_is_json_and_about_itself(self):
        self.assertIn("has 0 blocks", report("", page="<!doctype html><title>x</title>")[1])
        self.assertIn("is not JSON", report('{"@context":')[1])
        self.assertIn("should be https://schema.org", report('{"@graph": []}')[1])
        self.assertIn("no thing has the page's own address",
                      report([{**ARTICLE, "url": "https://watch.example/"}])[1])

    def test_a_redirect_says_nothing(self):
        status, output = report("", page='<!doctype html><meta http-equiv="refresh" content="0; url=/">')
        self.assertEqual(status, 0, output)

    def test_a_folder_without_pages_is_refused(self):
        self.assertEqual(report()[0], 2)


if __name__ == "__main__":
    unittest.main()
