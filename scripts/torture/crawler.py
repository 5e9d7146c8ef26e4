"""A reader who follows every link of a site while it is built anew, over and over."""

import hashlib
import os
import re
import threading
from pathlib import Path

LINK = re.compile(rb'(?:href|src)="(/[^"#?]*)')


class Crawler(threading.Thread):
    """Reads the pages below `folder`; each must be, to the byte, that of one of `versions`."""

    def __init__(self, folder: Path, versions: "list[dict[str, str]]"):
        super().__init__(daemon=True)
        self.folder = folder
        self.versions = versions
        #: Pages of both versions must never be missing, unless somebody has removed the site.
        self.always = versions[0].keys() & versions[1].keys()
        self.expects_site = True
        self.read, self.rounds = 0, 0
        self.problems: "list[str]" = []
        self.ends = threading.Event()

    def run(self) -> None:
        while not self.ends.is_set():
            ahead, seen = ["index.html"], {"index.html"}
            while ahead and not self.ends.is_set():
                body = self.page(ahead.pop())
                for match in LINK.finditer(body):
                    path = match[1].decode().lstrip("/")
                    path = path + "index.html" if path.endswith("/") or not path else path
                    if path not in seen:
                        seen.add(path)
                        ahead.append(path)
            self.rounds += 1

    def page(self, path: str) -> bytes:
        expects = self.expects_site
        try:
            body = (self.folder / path).read_bytes()
        except FileNotFoundError:
            if expects and self.expects_site:
                known = "is missing" if path in self.always else "is linked to and never was"
                self.problems.append(f"a reader: {path} {known}")
            return b""
        self.read += 1
        digest = hashlib.sha256(body).hexdigest()
        if all(version.get(path) != digest for version in self.versions):
            self.problems.append(f"a reader: half of {path}")
        return body if path.endswith(".html") else b""

    def end(self) -> "list[str]":
        self.ends.set()
        self.join()
        return self.problems
