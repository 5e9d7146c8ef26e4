#!/usr/bin/env python3
"""Makes every call to the file system fail in turn, and kills the build at every such call.

    faults.py [--every 1] [--kill] [--source .] [--second DIR] -- \\
        gazette build --quiet -s {source} -d {destination}

Two versions of a publication are built over each other under strace, which makes the first openat fail, then the
second, and so on, then every other kind of call; with --kill the process is killed there instead. Meanwhile a reader
follows all links. After each fault the destination must be, byte for byte, what it was or the new site. Where a
call failed and the site is the old one, the exit status must be 2 with a message; the next build must leave nothing
beside the destination.
Exit status: 0 when every fault was survived, 1 otherwise.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from crawler import Crawler
from sites import Versions, built, difference, filled, run, snapshot

ERRORS = ["EIO", "ENOSPC", "EACCES", "EMFILE"]
CALLS = [
    "openat", "read", "pread64", "write", "pwrite64", "close", "newfstatat", "getdents64", "readlink",
    "getcwd", "flock", "ftruncate", "mkdir", "mkdirat", "linkat", "renameat", "renameat2", "unlinkat",
    "unlink", "rmdir", "faccessat2", "fchmod", "fchmodat", "fchown", "utimensat", "syncfs", "fsync",
]
TRACED = re.compile(r"^(\d+) +(\w+)\(")
PATIENCE = 10
#: The exit status of a program whose libraries could not be loaded: it never was Gazette.
NOT_LOADED = 127


class Walk:
    def __init__(self, arguments, work: Path):
        self.arguments = arguments
        self.versions = Versions(arguments.source, work / "sources", arguments.second)
        self.expected = [
            built(arguments.command, source, work / "reference" / str(number) / "public")
            for number, source in enumerate(self.versions.sources)]
        self.destination = work / "www" / "public"
        self.destination.parent.mkdir()
        built(arguments.command, self.versions.sources[0], self.destination)
        self.log = work / "log"
        self.at = 0
        self.faults = {"old": 0, "new": 0, "lost": 0}

    def problem(self, what: str, text: str) -> None:
        self.faults["lost"] += 1
        print(f"FAILED: {what}: {text}", flush=True)

    def command(self) -> "list[str]":
        return filled(self.arguments.command, self.versions.sources[1 - self.at], self.destination)

    def calls(self) -> "dict[str, int]":
        """How many calls of each kind a thread of an undisturbed build makes at most: strace counts by threads."""
        traced = run(["strace", "-f", "-o", str(self.log), *self.command()])
        if traced.returncode != 0:
            raise SystemExit(f"strace: {traced.stderr}")
        self.at = 1 - self.at
        made: "dict[tuple[str, str], int]" = {}
        for line in self.log.read_text(errors="replace").splitlines():
            if match := TRACED.match(line):
                made[match[1], match[2]] = made.get((match[1], match[2]), 0) + 1
        most: "dict[str, int]" = {}
        for (_, call), count in made.items():
            most[call] = max(most.get(call, 0), count)
        return most

    def walk(self, call: str, most: int) -> None:
        # The numbers of two builds differ a little, by which thread does what.
        for number in range(1, most + PATIENCE, self.arguments.every):
            self.fault(call, number)

    def fault(self, call: str, number: int) -> None:
        """One build with one fault, unless so many calls are not made."""
        error = ERRORS[number % len(ERRORS)]
        inject = f"{call}:when={number}:" + ("signal=KILL" if self.arguments.kill else f"error={error}")
        result = subprocess.run(
            ["strace", "-f", "-o", str(self.log), "-e", f"trace={call}", "-e", f"inject={inject}",
             *self.command()], capture_output=True, text=True, errors="replace", timeout=120)
        traces = self.log.read_text(errors="replace")
        met = "(INJECTED)" in traces or "killed by SIGKILL" in traces
        what = f"{call} number {number} with {'SIGKILL' if self.arguments.kill else error}"
        site = snapshot(self.destination)
        old, new = self.expected[self.at], self.expected[1 - self.at]
        was_killed = result.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
        if site not in (old, new):
            self.problem(what, difference(site, new))
            return self.mend(what)
        if site == old and result.returncode == NOT_LOADED:
            return
        if met:
            self.faults["new" if site == new else "old"] += 1
        if self.arguments.kill:
            if met and not was_killed:
                self.problem(what, f"exit status {result.returncode}")
        elif site == old:
            if result.returncode != 2 or "gazette: " not in result.stderr:
                self.problem(what, f"exit status {result.returncode}: {result.stderr}")
        elif result.returncode != 0:
            self.problem(what, f"the new site, and exit status {result.returncode}: {result.stderr}")
        if site == new:
            self.at = 1 - self.at
        if sorted(os.listdir(self.destination.parent)) != [self.destination.name]:
            self.mend(what)

    def mend(self, what: str) -> None:
        """The next build, undisturbed."""
        result = run(self.command())
        site = snapshot(self.destination)
        beside = sorted(os.listdir(self.destination.parent))
        if result.returncode or site != self.expected[1 - self.at] or beside != ["public"]:
            self.problem(what, f"the next build: {difference(site, self.expected[1 - self.at])}, beside "
                               f"the site: {beside}\n{result.stderr}")
        self.at = 1 - self.at


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="only every so many calls (default 1)")
    parser.add_argument("--kill", action="store_true", help="kill the build there")
    parser.add_argument("--source", type=Path, default=Path("."), help="holds content/")
    parser.add_argument("--second", type=Path, help="another version of it")
    parser.add_argument("command", nargs="+", help="with {source} and {destination} in it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gazette-faults-") as name:
        work = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(work / "cache")
        walk = Walk(arguments, work)
        most = walk.calls()
        reader = Crawler(walk.destination, walk.expected)
        reader.start()
        for call in [call for call in CALLS if call in most]:
            before = sum(walk.faults.values())
            walk.walk(call, most[call])
            print(f"{call}: {sum(walk.faults.values()) - before} faults", flush=True)
        for problem in sorted(set(reader.end())):
            walk.problem("meanwhile", problem)
        done = walk.faults["old"] + walk.faults["new"]
        print(f"{done} faults ({'kills' if arguments.kill else 'failed calls'}), {walk.faults['lost']} not "
              f"survived; {walk.faults['old']} left the old site, {walk.faults['new']} the new one; a reader "
              f"read {reader.read} pages and files meanwhile")
        return 1 if walk.faults["lost"] or not done else 0


if __name__ == "__main__":
    sys.exit(main())
