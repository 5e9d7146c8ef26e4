#!/usr/bin/env python3
"""Random edits under `gazette preview`: after each, every address is as a clean build makes it.

    scripts/torture/edits.py .build/release/gazette [--steps 500] [--seed 1]

Cases, companies, pages, templates, files and site.yml are created, changed, renamed, removed, broken and
mended, and after each step what the preview serves is compared with what `gazette build --drafts
--future` writes: every file there, and that what is gone is gone. While the sources are broken, the last
good pages and feeds must still be there; files that are copied as they are, are sent as they are now.
"""

import argparse
import http.client
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NOW = "2026-07-01T12:00:00Z"
PATIENCE = 10  # seconds until the preview must show what is there
BROKEN = 4  # steps in a row after which somebody goes back to what was right


def case(number):
    return f"""---
title: Case {number}
summary: The authority fined Acme Energy.
published: 2024-06-{10 + number % 19}
companies: [acme]
regulators: [nl-ap]
provisions: [gdpr 5, gdpr {number % 4 + 30}]
topics: [breach]
steps:
  - {{ id: decision, date: 2023-05-{10 + number % 19}, kind: decision, measures: [{{ kind: fine, amount: 10 EUR }}] }}
sources:
  - {{ id: paper, title: Decision, publisher: nl-ap }}
---

Acme Energy did it.[^paper]
"""


SETTINGS = "\nbase_url: https://watch.example\nfeed_id: watch.example,2026\n"
FILES = {
    "content/site.yml": "title: Watch" + SETTINGS,
    "content/companies/acme.md": "---\nname: Acme Energy\n---\n\nA company.\n",
    "content/companies/beta.md": "---\nname: Beta Bank\nparents: [{ company: acme }]\n---\n\nOf [](company:acme).\n",
    "content/regulators/nl-ap.md": "---\nname: Dutch Authority\njurisdiction: NL\n---\n",
    "content/laws/gdpr.md": "---\nname: Regulation\nshort: GDPR\njurisdiction: EU\n---\n",
    "content/topics/breach.md": "---\nname: Data breaches\n---\n",
    "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\n\n## Counting\n\nWe count.\n",
    **{f"content/cases/case-{number}.md": case(number) for number in range(60)},
}


class Editor:
    """Somebody who changes one thing after the other, the same ones for the same seed."""

    def __init__(self, folder, seed):
        self.folder, self.random, self.count, self.whole = folder, random.Random(seed), 0, {}
        for path, text in FILES.items():
            self.put(path, text)

    def put(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.random.random() < 0.5:
            target.write_text(text, "utf-8")
        else:
            beside = target.with_name(f".{target.name}.new")
            beside.write_text(text, "utf-8")
            os.replace(beside, target)

    def text(self, path):
        return (self.folder / path).read_text("utf-8")

    def paths(self, folder="content", suffix=".md"):
        return sorted(path.relative_to(self.folder).as_posix() for path in (self.folder / folder).rglob("*" + suffix))

    def everything(self):
        return {path: self.text(path) for path in self.paths(".", "") if (self.folder / path).is_file()}

    def go_back(self, right):
        """Back to how everything was, in one go, as version control does it."""
        for path in self.everything():
            if path not in right:
                (self.folder / path).unlink()
        for path, text in right.items():
            if not (self.folder / path).is_file() or self.text(path) != text:
                self.put(path, text)
        self.whole = {}
        return "back to what was right"

    def edit(self):
        self.count += 1
        if self.whole and self.random.random() < 0.5:
            path, text = self.whole.popitem()
            self.put(path, text)
            return f"mend {path}"
        kinds = {self.change_text: 30, self.change_fields: 20, self.create: 8, self.remove: 8, self.rename: 8,
                 self.move_folder: 4, self.spoil: 10, self.change_theme: 6, self.change_file: 6, self.change_settings: 4}
        return self.random.choices(list(kinds), list(kinds.values()))[0]()

    def change_text(self):
        path = self.random.choice(self.paths())
        other = Path(self.random.choice(self.paths("content/cases"))).stem
        self.put(path, self.text(path) + "\n" + self.random.choice([
            f"Sentence {self.count}.", f"## Heading {self.count % 7}", f"See [](case:{other}).",
            "Beta Bank said nothing.", f"A note.[^1]\n\n[^1]: Number {self.count}.", "[Us](page:about#counting)."]) + "\n")
        return f"text of {path}"

    def change_fields(self):
        path = self.random.choice(self.paths("content/cases"))
        old, new = self.random.choice([
            ("title: ", f"title: New {self.count} "), ("companies: [acme", "companies: [beta, acme"),
            ("provisions: [gdpr 5", f"provisions: [gdpr {self.count % 9}, gdpr 5"), ("date: 2023-", "date: 2022-"),
            ("amount: 1", f"amount: {self.count % 90}1"), ("published: 2024", "published: 2031"),
            ("topics: [breach]", "topics: [breach]\ndraft: true"), ("\ndraft: true", "")])
        text = self.text(path)
        if old not in text or self.random.random() < 0.2:
            path, old, new = f"content/companies/{self.random.choice(['acme', 'beta'])}.md", "name: ", f"name: N{self.count} "
            text = self.text(path)
        self.put(path, text.replace(old, new, 1))
        return f"front matter of {path}: {new!r}"

    def create(self):
        path = f"content/cases/{self.random.choice(['', '2024/', 'a/b/'])}made-{self.count}.md"
        self.put(path, case(self.count))
        return f"create {path}"

    def remove(self):
        path = self.random.choice(self.paths("content/cases"))
        (self.folder / path).unlink()
        self.whole.pop(path, None)
        return f"remove {path}"

    def rename(self):
        path = self.random.choice(self.paths("content/cases"))
        new = f"content/cases/named-{self.count}.md"
        (self.folder / path).rename(self.folder / new)
        if path in self.whole:
            self.whole[new] = self.whole.pop(path)
        return f"rename {path} to {new}"

    def move_folder(self):
        folders = [path for path in (self.folder / "content/cases").iterdir() if path.is_dir()]
        if not folders:
            return self.create()
        folder = self.random.choice(sorted(folders))
        new = folder.with_name(f"folder-{self.count}")
        folder.rename(new)
        old, moved = (path.relative_to(self.folder).as_posix() for path in (folder, new))
        self.whole = {re.sub(f"^{re.escape(old)}/", moved + "/", path): text for path, text in self.whole.items()}
        return f"move the folder {old} to {moved}"

    def spoil(self):
        path = self.random.choice(self.paths())
        text = self.text(path)
        self.whole.setdefault(path, text)
        self.put(path, self.random.choice([
            text.replace("---\n", "---\nnonsense: [\n", 1), text + "\n[Nobody](company:nobody)\n",
            text + "\n<b>raw</b>\n", text.replace("regulators: [nl-ap]", "regulators: [nobody]"), ""]))
        return f"break {path}"

    def change_theme(self):
        path = "templates/" + self.random.choice(["style.css", "extra.css", "not-found.mustache"])
        if (self.folder / path).exists() and self.random.random() < 0.4:
            (self.folder / path).unlink()
            return f"remove {path}"
        self.put(path, f"/* {self.count} */\n" if path.endswith("css") else f"<p>{{{{site_title}}}} {self.count}</p>\n")
        return f"theme {path}"

    def change_file(self):
        path = f"content/files/paper-{self.count % 3}.txt"
        if (self.folder / path).exists() and self.random.random() < 0.4:
            (self.folder / path).unlink()
            return f"remove {path}"
        self.put(path, f"number {self.count}\n")
        return f"file {path}"

    def change_settings(self):
        self.put("content/site.yml", self.random.choice(
            [f"title: Watch {self.count}", "title: Watch\nlanguage: de", "title: Watch"]) + SETTINGS)
        return "settings"


class Preview:
    """`gazette preview` and what it serves."""

    def __init__(self, gazette, folder, log):
        self.log = open(log, "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [gazette, "preview", "--source", folder, "--port", "0", "--now", NOW],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        until = time.monotonic() + 30
        while not (found := re.search(r"http://localhost:(\d+)", Path(log).read_text("utf-8"))):
            if time.monotonic() > until:
                sys.exit("edits: the preview did not start")
            time.sleep(0.02)
        self.port = int(found[1])

    def differences(self, expected, gone=()):
        """Paths whose bytes are not as expected, and those that are still there."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=30)
        wrong = []
        for path, bytes_ in expected.items():
            connection.request("GET", "/" + path)
            answer = connection.getresponse()
            if answer.read() != bytes_ or answer.status != 200:
                wrong.append(path)
        for path in gone:
            connection.request("GET", "/" + path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 404:
                wrong.append(f"{path} (is gone)")
        connection.close()
        return wrong


def built(gazette, folder, out):
    """What a clean build writes, by path; nothing when it has errors."""
    shutil.rmtree(out, ignore_errors=True)
    answer = subprocess.run(
        [gazette, "build", "--quiet", "--drafts", "--future", "--source", folder, "--destination", out, "--now", NOW],
        capture_output=True, text=True, check=False)
    if answer.returncode == 1:
        return None
    if answer.returncode != 0:
        sys.exit(f"edits: the build failed: {answer.stderr}")
    return {path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*")) if path.is_file() and not path.name.startswith(".")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gazette", type=Path)
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    gazette = options.gazette.resolve()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "source", Path(folder) / "out"
        editor = Editor(source, options.seed)
        preview = Preview(gazette, source, Path(folder) / "log.txt")
        good = built(gazette, source, out)
        sound = compared = broken = 0
        right = editor.everything()
        seen = set(good)
        try:
            for step in range(1, options.steps + 1):
                words = editor.edit() if broken < BROKEN else editor.go_back(right)
                site = built(gazette, source, out)
                sound += site is not None
                broken = 0 if site else broken + 1
                if site is not None:
                    right = editor.everything()
                    good = site
                    seen |= set(site)
                began = time.monotonic()
                gone = sorted(seen - set(good)) if site else []
                shown = site or {path: text for path, text in good.items() if path.endswith((".html", ".atom"))}
                while wrong := preview.differences(shown, gone):
                    if time.monotonic() - began > PATIENCE:
                        print(f"edits: seed {options.seed}, step {step} ({words}): {len(wrong)} addresses are not as a "
                              f"{'clean build makes them' if site else 'last good build made them'}: {wrong[:5]}")
                        return 1
                    time.sleep(0.03)
                compared += len(good) + len(gone)
                if step % 50 == 0:
                    print(f"edits: {step} steps, {sound} of them without errors, {compared} addresses compared", flush=True)
        finally:
            preview.process.terminate()
            preview.process.wait(timeout=10)
    print(f"edits: {options.steps} steps with seed {options.seed}: every address as a clean build makes it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
