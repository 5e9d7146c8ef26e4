#!/usr/bin/env python3
"""Kills builds at random moments, and checks that the destination is the old site or the new one.

    kill.py [--runs 50] [--seed N] [--source .] [--second DIR] -- \\
        gazette build --quiet -s {source} -d {destination}

Two versions of the publication in --source are published in turn over each other, and now and then
into no folder at all; every build is killed (SIGKILL) somewhere in its run, one in three just after
the new site has come into place. After each kill the destination must equal, byte for byte, what was there before or what the build would have made; after
the last one an undisturbed build must succeed and leave nothing beside the destination. Meanwhile a reader
follows all links: none may be dead, and no page half of one.
Exit status: 0 when nothing was lost, 1 otherwise.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from crawler import Crawler
from sites import Versions, built, difference, filled, run, snapshot


def main() -> int:
    arguments = parsed_arguments()
    seed = arguments.seed if arguments.seed is not None else random.randrange(1 << 32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory(dir=arguments.work, prefix="gazette-kill-") as name:
        work = Path(name)
        versions = Versions(arguments.source, work / "sources", arguments.second)
        expected = [
            built(arguments.command, source, work / "reference" / str(number) / "public")
            for number, source in enumerate(versions.sources)
        ]
        if expected[0] == expected[1]:
            raise SystemExit("both versions give the same site; give --second")
        print(f"{len(expected[0])} and {len(expected[1])} files and folders")
        return tortured(arguments, versions, expected, work / "www" / "public", chance)


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=50, help="builds to kill (default 50)")
    parser.add_argument("--seed", type=int, help="to have the same moments again")
    parser.add_argument("--source", type=Path, default=Path("."), help="holds content/")
    parser.add_argument("--second", type=Path, help="another version of it")
    parser.add_argument("--work", type=Path, help="where to work (default: the temporary folder)")
    parser.add_argument("command", nargs="+", help="with {source} and {destination} in it")
    return parser.parse_args()


def tortured(arguments, versions, expected, destination: Path, chance: random.Random) -> int:
    destination.parent.mkdir()
    for source in versions.sources:
        duration = timed_build(arguments.command, source, destination)
    print(f"a build takes {duration:.2f} s")
    current = expected[1]
    reader = Crawler(destination, expected)
    reader.start()
    outcome = {"old": 0, "new": 0, "lost": 0}
    for _ in range(arguments.runs * 20):
        if outcome["old"] + outcome["new"] + outcome["lost"] >= arguments.runs:
            break
        if chance.random() < 0.1:
            reader.expects_site = False
            shutil.rmtree(destination)
            current = None
        target = 0 if current == expected[1] else 1
        command = filled(arguments.command, versions.sources[target], destination)
        start = time.monotonic()
        if chance.random() < 1 / 3:
            moment = chance.uniform(0, duration * 0.1)
            was_killed = killed(command, moment, after_change_of=destination)
        else:
            moment = chance.uniform(0, duration * 1.1)
            was_killed = killed(command, moment)
        if not was_killed:
            duration = (duration + time.monotonic() - start) / 2
            current = expected[target]
            continue
        site = snapshot(destination)
        if site == current:
            outcome["old"] += 1
        elif site == expected[target]:
            outcome["new"] += 1
            current = site
        else:
            outcome["lost"] += 1
            print(f"killed after {moment:.4f} s: {difference(site, expected[target])}")
        # A build that is to be killed sometimes starts where another was killed.
        if current is None or site not in expected or chance.random() < 0.3:
            current = mended(arguments.command, versions, expected, destination, target, outcome)
        if current is not None:
            reader.expects_site = True
    mended(arguments.command, versions, expected, destination, 0, outcome)
    for problem in sorted(set(reader.end())):
        outcome["lost"] += 1
        print(problem)
    done = sum(outcome[word] for word in ("old", "new", "lost"))
    print(f"{done} kills: {outcome['old']} left the old site, {outcome['new']} the new one, "
          f"{outcome['lost']} not survived; a reader read {reader.read} pages and files meanwhile")
    return 0 if outcome["lost"] == 0 and done >= arguments.runs else 1


def timed_build(command, source: Path, destination: Path) -> float:
    start = time.monotonic()
    built(command, source, destination)
    return time.monotonic() - start


def killed(command: "list[str]", moment: float, after_change_of: "Path | None" = None) -> bool:
    """Starts a build and kills it; false where it was done before, which must not be by failing."""
    before = identity(after_change_of)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    while after_change_of and identity(after_change_of) == before and process.poll() is None:
        pass
    try:
        _, errors = process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return process.returncode == -signal.SIGKILL
    if process.returncode != 0:
        raise SystemExit(f"a build after a kill failed:\n{errors.decode(errors='replace')}")
    return False


def identity(path: "Path | None"):
    try:
        return path and path.stat().st_ino
    except FileNotFoundError:
        return None


def mended(command, versions, expected, destination: Path, target: int, outcome):
    """An undisturbed build after a kill: it must make the site and leave nothing beside it."""
    result = run(filled(command, versions.sources[target], destination))
    site = snapshot(destination)
    beside = sorted(os.listdir(destination.parent))
    if result.returncode != 0 or site != expected[target] or beside != [destination.name]:
        outcome["lost"] += 1
        print(f"the build after a kill: exit status {result.returncode}, "
              f"{difference(site, expected[target])}, beside it: {beside}\n{result.stderr}")
    return expected[target]


if __name__ == "__main__":
    sys.exit(main())
