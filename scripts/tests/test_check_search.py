"""The script of the search is spoiled, and scripts/check-search must see it."""

import functools
import json
import re
import subprocess
import sys
import tempfile
import unittest

from running import TEMPLATES, filled, lay_out, run

SCRIPT = (TEMPLATES / "search.js").read_text("utf-8")
BODY = (TEMPLATES / "search.mustache").read_text("utf-8")
BODY = BODY[BODY.index("<article"):BODY.index("{{/main}}")]
BODY = re.sub(r"\{\{#links\}\}.*?\{\{/links\}\}", '<li><a href="/cases/">Cases</a></li>', BODY, flags=re.S)
STYLE = ".filter { display: none } .filter.ready { display: block } [hidden] { display: none }"
HEAD = ('<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="/icon.svg">'
        '<link rel="stylesheet" href="/style.css"><main>')
CASES = {"alpha": ("Acme", "AP", "2024-05-01", "Acme and Acme's cameras, and again Acme."), "beta": ("Bolt", "CNIL", "2023-05-01",
         "Bolt, which is not Acme, kept letters for many years and gave nobody a look at them."),
         "gamma": ("Acme", "CNIL", "2023-01-01", "A long story of letters in which Acme is named once only, near its end.")}


def record(slug, company, regulator, day):
    places = [0 if company == "Acme" else 1], [0 if regulator == "AP" else 1], [0 if regulator == "AP" else 1]
    return [f'<th><a href="/cases/{slug}/">{slug}</a></th>', slug, day, [], *places, [], [], [0],
            [0 if day > "2024" else 1], [], [], [], []]


@functools.cache
def files():
    """A site of three cases with its index."""
    made = {"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>', "index.html": HEAD + "</main>",
            "search/index.html": HEAD + filled(BODY, found="# found", without_script="It needs a script.") + "</main>"}
    for slug, (company, regulator, day, text) in CASES.items():
        filters = {"company": company, "regulator": regulator, "jurisdiction": "NL" if regulator == "AP" else "FR",
                   "status": "Decided", "year": day[:4]}
        hidden = "".join(f'<span data-pagefind-filter="{name}">{value}</span>' for name, value in filters.items())
        made[f"cases/{slug}/index.html"] = (
            f'{HEAD}<div hidden>{hidden}<span data-pagefind-sort="date">{day}</span></div>'
            f"<article data-pagefind-body><h1>{slug}</h1><p>{text}</p></article></main>")
    made["data/list.json"] = json.dumps({
        "company": [["acme", "Acme"], ["bolt", "Bolt"]], "regulator": [["ap", "AP"], ["cnil", "CNIL"]],
        "jurisdiction": [["nl", "NL"], ["fr", "FR"]], "status": [["decided", "Decided"]],
        "year": [["2024", "2024"], ["2023", "2023"]],
        "cases": [record(slug, *rest[:3]) for slug, rest in CASES.items()]})
    return made


def report(spoil=("", ""), style=STYLE):
    assert spoil[0] in SCRIPT, f"{spoil[0]!r} is not in search.js"
    with tempfile.TemporaryDirectory() as folder:
        lay_out(folder, {**files(), "search.js": SCRIPT.replace(*spoil), "style.css": style})
        subprocess.run([sys.executable, "-m", "pagefind", "--site", folder, "--silent"], check=True)
        return run("check-search", folder, "--word", "Acme", "--first", "alpha")


class CheckSearch(unittest.TestCase):
    def assert_found(self, words, *spoil, **changes):
        status, output = report(spoil or ("", ""), **changes)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def test_the_script_as_it_is_has_no_problem(self):
        status, output = report()
        self.assertEqual(status, 0, output)

    def test_choices_that_do_nothing(self):
        self.assert_found("company 'Acme': finds 3, and there are 2", "{filters,", "{")

    def test_an_address_that_is_not_kept(self):
        self.assert_found("is not in the address", "history.replaceState(", "void (")

    def test_results_in_another_order(self):
        self.assert_found("the first result is", "found.slice(first, first + step)", "found.slice(first, first + step).reverse()")

    def test_a_form_that_does_nothing(self):
        self.assert_found("a form that does nothing", style=STYLE.replace("none", "block", 1))

    def test_a_site_without_a_search_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("check-search", folder)[0], 2)


if __name__ == "__main__":
    unittest.main()
