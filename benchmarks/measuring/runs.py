"""One run of a program, and what several runs say together."""

import json
import os
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


@dataclass
class Cost:
    """Seconds of wall and processor time, and the peak of resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


class Failed(Exception):
    """A command that should have worked did not."""


class Workshop:
    """Where corpora, outputs and results are, and the small programs that measure."""

    def __init__(self, folder, outputs):
        self.folder = folder
        self.outputs = outputs
        folder.mkdir(parents=True, exist_ok=True)
        outputs.mkdir(parents=True, exist_ok=True)
        self.made = 0
        self.measure = self.compiled("measure", [])

    def compiled(self, name, flags):
        binary = self.folder / name
        source = HERE / "floor" / f"{name}.c"
        if not binary.exists() or binary.stat().st_mtime < source.stat().st_mtime:
            compiler = os.environ.get("CC", "cc")
            subprocess.run([compiler, "-O2", "-Wall", "-std=c11", "-o", binary, source, *flags], check=True)
        return binary

    def fresh(self, name):
        """A path in the outputs' folder that does not exist and never did."""
        self.made += 1
        return self.outputs / f"{name}-{os.getpid()}-{self.made}"

    def discard(self, path):
        """Removes an output where that is cheap and harmless.

        On a disk it is kept until the end: ext4 creates files slowly for minutes after many were
        deleted, which would be measured.
        """
        if is_memory(self.outputs):
            shutil.rmtree(path, ignore_errors=True)

    def run(self, command, name):
        """The cost of one run, which must succeed."""
        result = self.folder / "measured.json"
        log = self.folder / f"{name}.log"
        with open(log, "wb") as output:
            subprocess.run([self.measure, result, *map(str, command)], stdout=output,
                           stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False)
        found = json.loads(result.read_text("utf-8"))
        if found["status"] != 0:
            tail = log.read_text("utf-8", "replace")[-2000:]
            raise Failed(f"{' '.join(map(str, command))}\nexit status {found['status']}\n{tail}")
        return Cost(found["wall"], found["user"] + found["system"], found["peak_kib"] / 1024)


def is_memory(path):
    """Whether a folder is in memory (tmpfs), as far as the system tells."""
    return file_system(path) == "tmpfs"


def file_system(path):
    path = str(path.resolve())
    best = ("", "unknown")
    try:
        with open("/proc/self/mounts", encoding="utf-8") as mounts:
            for line in mounts:
                _, point, kind, *_ = line.split()
                inside = path == point or path.startswith(point.rstrip("/") + "/")
                if inside and len(point) >= len(best[0]):
                    best = (point, kind)
    except OSError:
        pass
    return best[1]


def summary(costs):
    """Medians, and the least and most wall time."""
    return {
        "wall": statistics.median(cost.wall for cost in costs),
        "cpu": statistics.median(cost.cpu for cost in costs),
        "peak": statistics.median(cost.peak for cost in costs),
        "least": min(cost.wall for cost in costs),
        "most": max(cost.wall for cost in costs),
        "rounds": len(costs),
    }
