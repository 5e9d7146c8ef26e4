"""What is in a built site: how many pages of which kind, and whether its totals are right."""

import os
import re

# The first that matches names the kind. Lists are counted with all their pages.
_KINDS = [(kind, re.compile(pattern + r"\Z")) for kind, pattern in [
    ("home", r"index\.html"),
    ("not found", r"404\.html"),
    ("sitemap", r"sitemap(-\d+)?\.xml"),
    ("robots", r"robots\.txt"),
    ("site feed", r"feed\.atom"),
    ("list of cases", r"cases/(page/\d+/)?index\.html"),
    ("case or redirect", r"cases/[^/]+/index\.html"),
    ("index", r"(companies|regulators|jurisdictions|laws|topics|years)/index\.html"),
    ("company", r"companies/[^/]+/(page/\d+/)?index\.html"),
    ("company feed", r"companies/[^/]+/feed\.atom"),
    ("regulator", r"regulators/[^/]+/(page/\d+/)?index\.html"),
    ("regulator feed", r"regulators/[^/]+/feed\.atom"),
    ("jurisdiction", r"jurisdictions/[^/]+/(page/\d+/)?index\.html"),
    ("jurisdiction feed", r"jurisdictions/[^/]+/feed\.atom"),
    ("law", r"laws/[^/]+/(page/\d+/)?index\.html"),
    ("law feed", r"laws/[^/]+/feed\.atom"),
    ("article", r"laws/[^/]+/[^/]+/(page/\d+/)?index\.html"),
    ("topic", r"topics/[^/]+/(page/\d+/)?index\.html"),
    ("topic feed", r"topics/[^/]+/feed\.atom"),
    ("year", r"years/[^/]+/(page/\d+/)?index\.html"),
    ("page", r"(about|methodology|corrections)/index\.html"),
]]

KINDS = [kind for kind, _ in _KINDS]


def files(root):
    """Every file below a folder, by its path from there: size, and what tells it was written anew."""
    found = {}
    start = len(str(root)) + 1
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            status = os.lstat(path)
            found[path[start:]] = (status.st_size, (status.st_ino, status.st_mtime_ns))
    return found


def leads_on(root, path):
    """Whether a feed lies at an earlier address of its page, which Hugo's aliases do not have."""
    page = os.path.join(root, os.path.dirname(path), "index.html")
    return path.endswith("feed.atom") and os.path.isfile(page) and 'http-equiv="refresh"' in _text(page)


def _text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def census(root):
    """Files by kind, those of no kind under `other`, and the bytes of all."""
    counts = dict.fromkeys([*KINDS, "other"], 0)
    found = files(root)
    others = []
    for path in found:
        for kind, pattern in _KINDS:
            if pattern.match(path) and not leads_on(root, path):
                counts[kind] += 1
                break
        else:
            counts["other"] += 1
            others.append(path)
    return {"kinds": counts, "files": len(found), "bytes": sum(size for size, _ in found.values()),
            "others": sorted(others)[:20]}


def differences(one, other):
    """Kinds of which two sites have different numbers, as sentences."""
    return [f"{kind}: {one['kinds'][kind]} against {other['kinds'][kind]}"
            for kind in KINDS if one["kinds"][kind] != other["kinds"][kind]]


def wrong_totals(root, expected):
    """Totals of years that the site does not show as the corpus knows them, as sentences."""
    wrong = []
    for year, amounts in expected["years"].items():
        page = root / "years" / year / "index.html"
        html = page.read_text("utf-8") if page.is_file() else ""
        for currency, (low, high) in amounts.items():
            value = _plain(low) if low == high else f"{_plain(low)}..{_plain(high)}"
            if f'value="{value} {currency}"' not in html:
                wrong.append(f"{year}: {value} {currency} is not shown")
    return wrong


def _plain(cents):
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)
