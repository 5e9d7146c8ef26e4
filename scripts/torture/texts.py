#!/usr/bin/env python3
"""Kills builds that exchange texts at random moments, and checks that the site is the old or the new one.

    texts.py [--runs 60] [--seed N] GAZETTE SOURCE

Each run adds a sentence to a case of a copy of SOURCE, without data and without a ledger, and kills the build that
follows (SIGKILL) somewhere in its run. The site must then be, byte for byte, the one from before or the one that a
build without any memory makes; and once more after a build that nobody disturbs, which must leave nothing beside it.
Exit status: 0 when nothing was lost, 1 otherwise.
"""

import argparse
import os
import random
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from sites import copy_source, difference, snapshot


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=60, help="builds to kill (default 60)")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("gazette", type=Path)
    parser.add_argument("source", type=Path)
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    with tempfile.TemporaryDirectory(prefix="gazette-texts-") as name:
        return tortured(arguments, Path(name), random.Random(arguments.seed))


def tortured(arguments, work: Path, chance: random.Random) -> int:
    source, site = work / "source", work / "www" / "public"
    copy_source(arguments.source, source)
    settings = source / "content" / "site.yml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("data:")]
    settings.write_text("\n".join([*lines, "data: false", ""]))
    (source / "content" / "ledger.txt").unlink(missing_ok=True)
    site.parent.mkdir()
    cases = sorted((source / "content" / "cases").rglob("*.md"))

    def command(destination: Path, memory: str) -> "tuple[list[str], dict[str, str]]":
        return (
            [str(arguments.gazette.resolve()), "build", "--quiet", "-s", str(source), "-d", str(destination),
             "--now", "2026-11-26T12:00:00Z"],
            {**os.environ, "XDG_CACHE_HOME": str(work / memory)})

    def built(destination: Path, memory: str) -> "dict[str, str] | None":
        words, environment = command(destination, memory)
        subprocess.run(words, env=environment, check=True)
        return snapshot(destination)

    old = built(site, "memory")
    # How long a build takes, which is found as it goes: half of the kills come in time, half too late.
    duration = 0.1
    outcome = {"old": 0, "new": 0, "lost": 0}
    while sum(outcome.values()) < arguments.runs:
        with chance.choice(cases).open("a") as case:
            case.write(f"\nIn the end, {chance.randrange(1 << 32)} people read it.\n")
        new = built(work / "clean", "none")
        words, environment = command(site, "memory")
        process = subprocess.Popen(words, env=environment)
        time.sleep(chance.uniform(0, duration * 1.1))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        else:
            duration *= 0.9
        process.wait()
        found = snapshot(site)
        if found == old:
            duration *= 1.05
        outcome["old" if found == old else "new" if found == new else "lost"] += 1
        if found not in (old, new):
            print(f"killed: {difference(found, new)}")
        found = built(site, "memory")
        beside = [entry.name for entry in site.parent.iterdir() if not entry.name.endswith("lock")]
        if found != new or beside != [site.name]:
            outcome["lost"] += 1
            print(f"not mended: {difference(found, new)}; beside it {beside}")
        old = new
    print(f"{sum(outcome.values())} kills: {outcome['old']} left the old site, {outcome['new']} the new one, "
          f"{outcome['lost']} not survived")
    return 0 if outcome["lost"] == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main())
