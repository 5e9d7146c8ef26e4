"""The script that filters lists is spoiled in many ways, and scripts/check-lists must see each."""

import json
import tempfile
import unittest

from running import TEMPLATES, filled, lay_out, run

SCRIPT = (TEMPLATES / "cases.js").read_text("utf-8")
HEADS = (TEMPLATES / "case-heads.mustache").read_text("utf-8")
FORM = (TEMPLATES / "case-filter.mustache").read_text("utf-8").replace("{{>case-heads}}", HEADS)
STYLE = ".filter { display: none } .filter.ready { display: block } [hidden] { display: none !important }"
NAMES = {
    "company": [["acme", "Acme"], ["bolt", "Bolt"]], "regulator": [["nl-ap", "Dutch", "AP"], ["fr", "French", "CNIL"]],
    "jurisdiction": [["nl", "Netherlands"], ["fr", "France"]], "law": [["gdpr", "GDPR"]],
    "topic": [["breach", "Breaches"]], "status": [["decided", "Decided"], ["final", "Final"]],
    "year": [["2024", "2024"], ["2023", "2023"]], "currency": [["EUR", "EUR"], ["GBP", "GBP"]], "article": [["gdpr/5"]],
}


def row(slug, day):
    return (f'<td class="when"><time datetime="{day}">{day}</time></td><th scope="row"><a href="/cases/{slug}/">{slug.title()}</a></th>'
            f"<td></td><td></td><td></td>")


def case(slug, day, sums, company, regulator, status, group=()):
    return [row(slug, day), slug.title(), day, sums, [company], [regulator], [regulator], [0], [0], [status],
            [0 if day > "2024" else 1], [place for place, _ in sums], list(group), [], [0]]


CASES = [case("delta", "2024-06-01", [[0, 300]], 0, 0, 0), case("alpha", "2024-05-01", [], 0, 1, 1),
         case("beta", "2023-09-01", [[1, 5000]], 1, 0, 0, group=[0]), case("gamma", "2023-02-01", [[0, 900.5]], 0, 0, 1),
         case("epsilon", "2023-01-01", [[0, 2000]], 0, 0, 1)]


def page(cases, scope=""):
    rows = "".join(f"<tr>{case[0]}</tr>" for case in cases)
    return (f'<!doctype html><html lang="en"><title>x</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="/icon.svg"><main>'
            f'{filled(FORM, filter_href="/data/list.json", scope=scope, count="# of #")}'
            f'<div class="list"><table><caption>Cases</caption><thead><tr>{filled(HEADS)}</tr></thead><tbody>{rows}</tbody></table></div></main>')


def report(spoil=("", ""), style=STYLE, data=None):
    assert spoil[0] in SCRIPT, f"{spoil[0]!r} is not in cases.js"
    files = {"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>', "cases/index.html": page(CASES), "style.css": style, "cases.js": SCRIPT.replace(*spoil),
             "companies/acme/index.html": page(CASES, "company=acme"),
             "regulators/nl-ap/index.html": page(CASES[:1], "regulator=nl-ap"),
             "laws/gdpr/index.html": page(CASES, "law=gdpr"),
             "data/list.json": json.dumps(data or {**NAMES, "cases": CASES})}
    with tempfile.TemporaryDirectory() as folder:
        lay_out(folder, files)
        return run("check-lists", folder)


class CheckLists(unittest.TestCase):
    def assert_found(self, words, *spoil, **changes):
        status, output = report(spoil or ("", ""), **changes)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_the_script_as_it_is_has_no_problem(self):
        status, output = report()
        self.assertEqual(status, 0, output)

    def test_a_facet_that_finds_too_much(self):
        self.assert_found("company=acme: says", "wanted.every(", "!wanted.some(")

    def test_an_address_that_is_not_kept(self):
        self.assert_found("is not in the address", "history.replaceState(", "void (")

    def test_sums_out_of_order(self):
        self.assert_found("sort=-sum: sums are not in order", "sign * (one[1]", "-sign * (one[1]")

    def test_cases_without_a_sum_before_the_others(self):
        self.assert_found("cases without a sum are not last", "!one - !other", "!other - !one")

    def test_an_order_that_is_not_told(self):
        self.assert_found("aria-sort", "head.ariaSort", "head.title")

    def test_a_focus_that_is_lost(self):
        # The key that is pressed next goes nowhere, or comes just in time and the focus is missed behind it.
        status, output = report(("button`).focus()", "button`)"))
        self.assertEqual(status, 1, output)
        self.assertRegex(output, "keyboard:|the focus went from")

    def test_a_group_that_is_left_out(self):
        self.assert_found("/companies/acme/: says", "company: 'group'", "company: 'topic_'")

    def test_a_script_that_stops(self):
        self.assert_found("a script stops", "const show = () => {", "const show = () => { gone();")

    def test_a_script_that_is_too_large(self):
        self.assert_found("cases.js has 6", "// Filters", "//" + " " * 100 + "Filters")

    def test_a_filter_that_does_nothing(self):
        self.assert_found("a filter that does nothing", style=STYLE.replace("none", "block", 1))

    def test_a_site_whose_lists_cannot_be_filtered_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("check-lists", folder)[0], 2)


if __name__ == "__main__":
    unittest.main()
