"""One page of each kind of a built site, and the site on a port of its own."""

import contextlib
import functools
import http.server
import shutil
import sys
import threading

CHROMIUM = ["chromium", "chromium-browser", "google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]

# Of each kind of page the one with most to show: the largest file of those the pattern matches.
KINDS = {
    "home": "index.html", "cases": "cases/index.html", "cases-2": "cases/page/2/index.html",
    "case": "cases/*/index.html", "companies": "companies/index.html",
    "company": "companies/*/index.html", "regulators": "regulators/index.html",
    "regulator": "regulators/*/index.html", "jurisdictions": "jurisdictions/index.html",
    "jurisdiction": "jurisdictions/*/index.html", "laws": "laws/index.html",
    "law": "laws/*/index.html", "article": "laws/*/*/index.html", "topics": "topics/index.html",
    "topic": "topics/*/index.html", "years": "years/index.html", "year": "years/*/index.html",
    "news": "news/index.html", "news-item": "news/*/index.html", "figures": "figures/index.html",
    "data": "data/index.html", "search": "search/index.html", "page": "about/index.html",
    "not-found": "404.html",
}


def chromium(check):
    """Where Chromium is; without it, `check` ends."""
    name = next((name for name in CHROMIUM if shutil.which(name)), None)
    return shutil.which(name) if name else sys.exit(
        f"{check}: Chromium is missing; scripts/setup checks installs it")


def is_redirect(path):
    return b'http-equiv="refresh"' in path.read_bytes()


def pages(site):
    """The address of one page of each kind that the site has."""
    found = {}
    for kind, pattern in KINDS.items():
        files = [path for path in site.glob(pattern) if path.is_file() and not is_redirect(path)]
        if files:
            path = max(files, key=lambda path: (path.stat().st_size, path.as_posix()))
            found[kind] = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
    return found


@contextlib.contextmanager
def served(site, headers=lambda path: {}):
    """The site on a port of its own, without a word on the terminal; `headers` are sent along."""
    class Handler(http.server.SimpleHTTPRequestHandler):
        extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map,
                          ".wasm": "application/wasm", ".js": "text/javascript"}

        def log_message(self, *_):
            pass

        def end_headers(self):
            for name, value in headers(self.path).items():
                self.send_header(name, value)
            super().end_headers()

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
