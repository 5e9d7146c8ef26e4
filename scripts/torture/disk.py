#!/usr/bin/env python3
"""Builds onto a full disk, a read-only one, and into places where no site may be.

    disk.py [--source .] [--second DIR] -- gazette build --quiet -s {source} -d {destination}

Every such build must exit with status 2, say why, and leave everything byte for byte as it was.
What needs a mount is skipped, and said to be, where this user may not mount.
Exit status: 0 when all checks that could be made hold, 1 otherwise.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filesystems import DISKS, mounted
from sites import Versions, built, difference, filled, run, snapshot


class Checks:
    def __init__(self, command: "list[str]"):
        self.command = command
        self.failed = 0

    def refused(self, what: str, source: Path, destination: Path, watched: Path, words: str,
                status: int = 2):
        """A build that must fail for a reason with these words, and change nothing in `watched`."""
        before = snapshot(watched)
        result = run(filled(self.command, source, destination))
        problems = []
        if result.returncode != status:
            problems.append(f"exit status {result.returncode}, not {status}")
        if words not in result.stderr:
            problems.append(f"'{words}' is not in what it says")
        after = snapshot(watched)
        if after != before:
            problems.append(difference(after, before))
        self.tell(what, problems, result.stderr)

    def tell(self, what: str, problems: "list[str]", said: str = ""):
        self.failed += bool(problems)
        print(f"{'FAILED' if problems else 'ok'}: {what}" + "".join(f"\n    {p}" for p in problems))
        for line in said.strip().splitlines():
            print(f"    | {line}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, default=Path("."), help="holds content/")
    parser.add_argument("--second", type=Path, help="another version of it")
    parser.add_argument("command", nargs="+", help="with {source} and {destination} in it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gazette-disk-") as name:
        work = Path(name)
        versions = Versions(arguments.source, work / "sources", arguments.second)
        checks = Checks(arguments.command)
        wrong_places(checks, versions, work / "www")
        long_paths(checks, versions, work / "long")
        mounted_disks(checks, versions, work)
        file_systems(checks, versions, work)
        return 1 if checks.failed else 0


def wrong_places(checks: Checks, versions: Versions, folder: Path) -> None:
    source = versions.sources[0]
    content = source / "content"
    for what, destination, words in (
        ("inside content", content / "public", "lies inside"),
        ("content itself", content, " is the source folder"),
        ("the source itself", source, "contains"),
        ("above the source", source.parent, "contains"),
    ):
        checks.refused(f"a destination that is {what}", source, destination, source.parent, words)

    link = folder / "link"
    folder.mkdir()
    link.symlink_to(content)
    checks.refused(
        "a destination inside content by a link", source, link / "public", source, "lies inside")
    link.unlink()

    file = folder / "file"
    file.write_text("not a folder")
    checks.refused("a destination that is a file", source, file, folder, "is not a folder")
    file.unlink()

    public = folder / "public"
    built(checks.command, source, public)
    (public / "notes.txt").write_text("somebody's own")
    checks.refused(
        "a destination with a foreign file", versions.sources[1], public, folder, "notes.txt")
    (public / "notes.txt").unlink()

    if os.geteuid() != 0:
        public.chmod(0o555)
        checks.refused("a read-only folder", versions.sources[1], public, folder, "denied")
        public.chmod(0o755)
        folder.chmod(0o555)
        checks.refused(
            "a new destination in a read-only folder", source, folder / "new", folder, "denied")
        folder.chmod(0o755)


def mounted_disks(checks: Checks, versions: Versions, work: Path) -> None:
    mount = work / "mount"
    mount.mkdir()
    built(checks.command, versions.sources[0], work / "measured")
    used = int(subprocess.run(
        ["du", "-sk", work / "measured"], capture_output=True, text=True).stdout.split()[0])
    # Room for one site, not for two.
    options = f"size={used * 9 // 8}k"
    result = run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(mount)])
    if result.returncode != 0:
        print(f"skipped: full and read-only disks: {result.stderr.strip() or 'cannot mount'}")
        return
    try:
        public = mount / "public"
        built(checks.command, versions.sources[0], public)
        full_disk(checks, versions, mount, public)
        run(["mount", "-o", "remount,ro", str(mount)])
        checks.refused("a read-only disk", versions.sources[1], public, mount, "read-only")
        checks.refused(
            "a new destination on a read-only disk", versions.sources[1], mount / "new", mount,
            "read-only")
        run(["mount", "-o", "remount,rw", str(mount)])
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def full_disk(checks: Checks, versions: Versions, mount: Path, public: Path) -> None:
    what = "a disk that is full before the new site is there"
    checks.refused(what, versions.sources[1], public, mount, "no space left on the device")
    fill(mount / "filler")
    checks.refused(
        "a disk that is full from the start", versions.sources[1], public, mount,
        "no space left on the device")
    (mount / "filler").unlink(missing_ok=True)
    shutil.rmtree(public)
    site = built(checks.command, versions.sources[1], public)
    beside = sorted(os.listdir(mount))
    problems = [] if beside == ["public"] and site else [f"beside the destination: {beside}"]
    checks.tell("with room again, the build succeeds and leaves nothing beside it", problems)


def long_paths(checks: Checks, versions: Versions, folder: Path) -> None:
    """Names and paths about as long as the system takes (tests see to the last byte), and longer."""
    folder.mkdir()
    builds_twice(checks, "a destination with a name of 255 bytes", versions, folder / ("n" * 255))
    checks.refused(
        "a destination with a name of 256 bytes", versions.sources[0], folder / ("n" * 256), folder,
        "the name is too long")
    deep = folder
    while len(str(deep)) < 3700:
        deep = deep / ("d" * 100)
    builds_twice(checks, f"a destination with a path of {len(str(deep))} bytes", versions, deep)
    deep = deep / ("d" * 250) / ("d" * 250) / "public"
    checks.refused(
        f"a destination with a path of {len(str(deep))} bytes", versions.sources[0], deep, folder,
        "the name is too long")


def file_systems(checks: Checks, versions: Versions, work: Path) -> None:
    """The same builds on disks of other kinds, and where the destination is a mount of its own."""
    for number, disk in enumerate(DISKS):
        place = work / f"disk-{number}"
        with mounted(disk, place) as problem:
            if problem:
                print(f"skipped: {disk.name}: {problem}")
                continue
            builds_twice(checks, disk.name, versions, disk.destination(place), disk.says)
            if disk.folds_case:
                two_cases(checks, disk.name, versions, disk.destination(place))


def builds_twice(
    checks: Checks, what: str, versions: Versions, destination: Path, says: str = ""
) -> None:
    """The first version, the second, the second again: each whole, and nothing is left beside it."""
    problems, said = [], ""
    beside = set(os.listdir(destination.parent)) if destination.parent.is_dir() else set()
    for source in (versions.sources[0], versions.sources[1], versions.sources[1]):
        expected = versions.expected(checks.command, source)
        result = run(filled(checks.command, source, destination))
        if result.returncode != 0:
            problems.append(f"exit status {result.returncode}: {result.stderr.strip()}")
            break
        said += result.stderr
        site = snapshot(destination)
        if site and destination.is_mount():
            site.pop("lost+found", None)
        if site != expected:
            problems.append(difference(site, expected))
    left = set(os.listdir(destination.parent)) - beside - {destination.name}
    if left:
        problems.append(f"beside the destination: {sorted(left)}")
    if says not in said:
        problems.append(f"'{says}' is not in what it says")
    checks.tell(what, problems)


def two_cases(checks: Checks, what: str, versions: Versions, destination: Path) -> None:
    """Two files whose names differ in case alone cannot both be there."""
    folder = versions.sources[1] / "content" / "files" / "torture"
    for name in ("Report.txt", "REPORT.txt"):
        (folder / name).write_text(name)
    checks.refused(
        f"two names that differ in case alone, on {what}", versions.sources[1], destination,
        destination, "differ in capitals alone", status=1)
    for name in ("Report.txt", "REPORT.txt"):
        (folder / name).unlink()


def fill(file: Path) -> None:
    """Writes until nothing more goes onto the disk."""
    try:
        with open(file, "wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))
    except OSError:
        pass


if __name__ == "__main__":
    sys.exit(main())
