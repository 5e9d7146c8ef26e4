"""scripts/check-data must find what programs could not read, and totals that pages do not show."""

import contextlib
import csv
import json
import sqlite3
import tempfile
import unittest
from pathlib import Path

from running import load, run

SCHEMA = "https://json-schema.org/draft/2020-12/schema"
TABLES = {
    "companies": [["slug", "cases"], ["acme", "1"]],
    "case_companies": [["case_slug", "number", "company_slug"], ["late", "1", "acme"]],
    "measures": [["case_slug", "is_counted", "amount", "amount_high", "currency", "company_slug"],
                 ["late", "true", "1250.5", "1250.5", "EUR", ""], ["late", "false", "7", "7", "EUR", ""],
                 ["late", "true", "400", "600", "GBP", "other"]],
}
PAGE = '<dl class="totals"><dd><data value="{} EUR">x</data></dd></dl><data value="9 EUR">'


def field(name):
    kinds = {"cases": "integer", "number": "integer", "is_counted": "boolean", "amount": "number", "amount_high": "number"}
    return {"name": name, "type": kinds.get(name, "string")}


def resource(name, rows):
    schema = {"fields": [field(column) for column in rows[0]]}
    if name == "case_companies":
        schema["foreignKeys"] = [{"fields": ["company_slug"], "reference": {"resource": "companies", "fields": ["slug"]}}]
    return {"profile": "tabular-data-resource", "name": name, "path": f"{name}.csv", "schema": schema}


def write_site(site, tables, case, total):
    data = site / "data"
    (site / "companies" / "acme").mkdir(parents=True)
    (site / "cases" / "late").mkdir(parents=True)
    data.mkdir()
    (site / "companies" / "acme" / "index.html").write_text(PAGE.format(total), "utf-8")
    with contextlib.closing(sqlite3.connect(data / "gazette.sqlite")) as database, database:
        for name, rows in tables.items():
            with (data / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
            reference = ", FOREIGN KEY (company_slug) REFERENCES companies (slug)" if name == "case_companies" else ""
            key = " PRIMARY KEY" if name == "companies" else ""
            columns = ", ".join(rows[0]).replace("slug", f"slug TEXT{key}", 1)
            database.execute(f"CREATE TABLE {name} ({columns}{reference})")
            for row in rows[1:]:
                database.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)
    package = {"profile": "tabular-data-package", "name": "x", "resources": [resource(*item) for item in tables.items()]}
    (data / "datapackage.json").write_text(json.dumps(package), "utf-8")
    one = {"$schema": SCHEMA, "$id": "https://x.example/data/case.schema.json", "type": "object",
           "required": ["slug"], "properties": {"slug": {"type": "string"}}}
    all_of_them = {"$schema": SCHEMA, "$id": "https://x.example/data/cases.schema.json",
                   "properties": {"cases": {"items": {"$ref": "case.schema.json"}}}}
    (data / "case.schema.json").write_text(json.dumps(one), "utf-8")
    (data / "cases.schema.json").write_text(json.dumps(all_of_them), "utf-8")
    (data / "cases.json").write_text(json.dumps({"cases": [case]}), "utf-8")
    (data / "cases.ndjson").write_text(json.dumps(case) + "\n", "utf-8")
    (site / "cases" / "late" / "data.json").write_text(json.dumps(case), "utf-8")


def report(change=None, case=None, total="1250.5"):
    tables = {name: [list(row) for row in rows] for name, rows in TABLES.items()}
    if change:
        change(tables)
    with tempfile.TemporaryDirectory() as folder:
        write_site(Path(folder, "site"), tables, case or {"slug": "late"}, total)
        return run("check-data", str(Path(folder, "site")))


class CheckData(unittest.TestCase):
    def test_sound_data_have_no_problem(self):
        status, output = report()
        self.assertEqual(status, 0, output)

    def test_a_cell_of_the_wrong_type_is_found(self):
        status, output = report(lambda tables: tables["measures"][1].__setitem__(2, "much"))
        self.assertEqual(status, 1)
        self.assertIn("measures.csv", output)

    def test_a_reference_to_nothing_is_found_in_both(self):
        status, output = report(lambda tables: tables["case_companies"].append(["late", "2", "nobody"]))
        self.assertEqual(status, 1)
        self.assertIn("case_companies.csv", output)
        self.assertIn("gazette.sqlite: a row of 'case_companies' refers to no row of 'companies'", output)

    def test_json_that_does_not_follow_its_schema_is_found_everywhere(self):
        status, output = report(case={"title": "x"})
        self.assertEqual(status, 1)
        for name in ["data/cases.json", "data/cases.ndjson:1", "cases/late/data.json"]:
            self.assertIn(name, output)

    def test_a_total_that_the_page_does_not_show_is_found(self):
        status, output = report(total="1250")
        self.assertEqual(status, 1)
        self.assertIn("companies/acme/: the page says", output)

    def test_the_script_of_the_documentation_has_ten_lines(self):
        script, problems = load("check-data").totals_script()
        self.assertIn("is_counted", script)
        self.assertEqual(problems, [])

    def test_a_folder_without_data_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("check-data", folder)[0], 2)


if __name__ == "__main__":
    unittest.main()
