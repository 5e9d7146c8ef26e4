#!/usr/bin/env python3
"""A thousand open pages, clients that are slow or never finish, and wrk: does the editor still get pages?

    scripts/torture/load.py .build/release/gazette [--seconds 60]

All on the loopback interface, all bounded. Meanwhile an editor asks for a page ten times a second and
saves a case every other second; how long that takes, memory, and what is left open afterwards are printed.
The exit status is 1 when more than one answer in a hundred takes over 100 ms, when somebody is not answered,
memory grows, or something stays open.
"""

import argparse
import http.client
import os
import re
import resource
import selectors
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from edits import FILES, NOW


class Preview:
    def __init__(self, gazette, folder):
        self.log = folder / "log.txt"
        self.process = subprocess.Popen(
            [gazette, "preview", "--source", folder, "--port", "0", "--now", NOW], stdin=subprocess.DEVNULL,
            stdout=open(self.log, "w", encoding="utf-8"), stderr=subprocess.STDOUT)
        until = time.monotonic() + 30
        while not (found := re.search(r"http://localhost:(\d+)", self.log.read_text("utf-8"))):
            if time.monotonic() > until:
                sys.exit("load: the preview did not start")
            time.sleep(0.02)
        self.port = int(found[1])

    def memory(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def connection(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)


class OpenPages(threading.Thread):
    """Streams of events that are kept open and read."""

    def __init__(self, preview, count):
        super().__init__(daemon=True)
        self.selector, self.events, self.lost, self.ends = selectors.DefaultSelector(), 0, 0, False
        for number in range(count):
            one = preview.connection()
            query = f"path=/cases/case-{number % 60}/&page=&build="
            one.sendall(f"GET /.gazette/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            one.setblocking(False)
            self.selector.register(one, selectors.EVENT_READ)

    def run(self):
        while not self.ends:
            for key, _ in self.selector.select(timeout=0.5):
                try:
                    part = key.fileobj.recv(65536)
                except OSError:
                    part = b""
                self.events += part.count(b"event: ")
                if not part:
                    self.lost += 1
                    self.selector.unregister(key.fileobj)

    def end(self):
        self.ends = True
        self.join(timeout=5)
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()


class Nuisance:
    """Clients that send half a request and wait, or ask for much and take in nothing."""

    def __init__(self, preview, count):
        self.sockets = []
        for number in range(count):
            one = preview.connection()
            if number % 2:
                one.sendall(b"GET /cases/ HTTP/1.1\r\nHost: local")
            else:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                one.sendall(b"GET /files/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n" * 4)
            self.sockets.append(one)

    def end(self):
        for one in self.sockets:
            one.close()


class Editor(threading.Thread):
    """Asks for a page ten times a second, and saves a case every other second."""

    def __init__(self, preview, folder):
        super().__init__(daemon=True)
        self.preview, self.folder, self.ends = preview, folder, False
        self.answers, self.saves = [], []

    def page(self, connection, address):
        connection.request("GET", address, headers={"Accept": "text/html"})
        answer = connection.getresponse()
        text = answer.read().decode()
        if answer.status != 200:
            sys.exit(f"load: {address} answered {answer.status}")
        return text

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.preview.port, timeout=30)
        path = self.folder / "content/cases/case-7.md"
        turn = 0
        while not self.ends:
            turn += 1
            if turn % 20 == 0:
                words = f"Saved for the {turn}. time."
                path.write_text(path.read_text("utf-8") + f"\n{words}\n", "utf-8")
                began = time.monotonic()
                while words not in self.page(connection, "/cases/case-7/"):
                    time.sleep(0.002)
                self.saves.append(time.monotonic() - began)
            began = time.monotonic()
            self.page(connection, f"/cases/case-{turn % 60}/")
            self.answers.append(time.monotonic() - began)
            time.sleep(0.1)
        connection.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gazette", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("load: wrk is missing; scripts/setup load installs it")
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, limit[1]), limit[1]))
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for path, text in FILES.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        (folder / "content/files").mkdir()
        (folder / "content/files/large.bin").write_bytes(os.urandom(20 << 20))
        preview = Preview(options.gazette.resolve(), folder)
        try:
            return judged(loaded(preview, folder, options))
        finally:
            preview.process.terminate()
            preview.process.wait(timeout=10)


def loaded(preview, folder, options):
    time.sleep(1)
    found = {"descriptors before": preview.descriptors(), "memory before": preview.memory()}
    pages = OpenPages(preview, options.pages)
    pages.start()
    nuisance = Nuisance(preview, 200)
    editor = Editor(preview, folder)
    editor.start()
    time.sleep(2)
    found["descriptors under load"] = preview.descriptors()
    address = f"http://127.0.0.1:{preview.port}/cases/"
    load = subprocess.Popen(["wrk", "-t2", "-c64", f"-d{options.seconds}s", "--timeout", "10s", address],
                            stdout=subprocess.PIPE, text=True)
    memories = []
    while load.poll() is None:
        time.sleep(2)
        memories.append(preview.memory())
    said = load.stdout.read()
    found["requests"] = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    found["failed"] = sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", said)))
    editor.ends = True
    editor.join(timeout=10)
    found["answers"], found["saves"] = editor.answers, editor.saves
    found["memory"] = memories
    found["nuisances"] = len(nuisance.sockets)
    found["nuisances kept"] = preview.descriptors() - found["descriptors before"] - options.pages
    nuisance.end()
    pages.end()
    found["events"], found["lost"] = pages.events, pages.lost
    until = time.monotonic() + 15
    while preview.descriptors() > found["descriptors before"] and time.monotonic() < until:
        time.sleep(0.2)
    found["descriptors after"] = preview.descriptors()
    found["memory after"] = preview.memory()
    return found


def judged(found):
    """Prints what was seen; 1 where it is not as it should be."""
    def milliseconds(values):
        ordered = sorted(values)
        return (f"median {statistics.median(values) * 1000:.0f} ms, of a hundred the slowest "
                f"{ordered[int(len(ordered) * 0.99)] * 1000:.0f} ms, at worst {ordered[-1] * 1000:.0f} ms of {len(values)}")

    half = len(found["memory"]) // 2
    early, late = max(found["memory"][:half]), max(found["memory"][half:])
    print(f"wrk: {found['requests']:.0f} requests a second, {found['failed']} failed")
    print(f"the editor's pages: {milliseconds(found['answers'])}")
    print(f"from save to page: {milliseconds(found['saves'])}")
    print(f"events to open pages: {found['events']}, streams lost: {found['lost']}")
    print(f"clients that never finish: {found['nuisances kept']} of {found['nuisances']} are still there")
    print(f"memory: {found['memory before']:.0f} MiB before, {early:.0f} and then {late:.0f} under load, "
          f"{found['memory after']:.0f} after")
    print(f"descriptors: {found['descriptors before']} before, {found['descriptors under load']} under load, "
          f"{found['descriptors after']} after")
    wrong = []
    if sorted(found["answers"])[int(len(found["answers"]) * 0.99)] > 0.1:
        wrong.append("the editor waited for more than 100 ms")
    if found["failed"] or found["lost"]:
        wrong.append("somebody was not answered")
    if late > early * 1.1 + 5:
        wrong.append("memory grows")
    if found["descriptors after"] > found["descriptors before"]:
        wrong.append("something is left open")
    if found["nuisances kept"] > 0:
        wrong.append("clients that never finish are kept")
    print("load: " + ("; ".join(wrong) if wrong else "all as it should be"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
