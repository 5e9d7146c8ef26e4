"""Two versions of a publication, and what a destination holds: shared by the torture scripts."""

import hashlib
import os
import shutil
import stat
import subprocess
from pathlib import Path


class Versions:
    """Two sources that differ in every page (the site's title) and in a file of their own."""

    def __init__(self, source: Path, work: Path, second: "Path | None" = None):
        self.work = work
        self.made = {}
        self.sources = [work / "first", work / "second"]
        for number, target in enumerate(self.sources):
            copy_source(second if second and number else source, target)
        if second is None:
            change_title(self.sources[1] / "content" / "site.yml")
            for number, target in enumerate(self.sources):
                file = target / "content" / "files" / "torture" / f"version-{number + 1}.txt"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(f"version {number + 1}\n" * 1000)


    def expected(self, command: "list[str]", source: Path) -> "dict[str, str]":
        """What a build that nobody disturbs makes of one of the two; made once."""
        number = self.sources.index(source)
        if number not in self.made:
            self.made[number] = built(command, source, self.work / f"expected-{number}")
        return self.made[number]


def copy_source(source: Path, target: Path) -> None:
    target.mkdir(parents=True)
    for name in ("content", "templates"):
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, symlinks=True)


def change_title(config: Path) -> None:
    lines = config.read_text().splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.startswith("title:"):
            lines[number] = "title: The second version\n"
            config.write_text("".join(lines))
            return
    raise SystemExit(f"{config}: has no 'title:' to change; give --second")


def filled(command: "list[str]", source: Path, destination: Path) -> "list[str]":
    """The command with its places for source and destination filled."""
    places = {"{source}": str(source), "{destination}": str(destination)}
    for place in places:
        if not any(place in word for word in command):
            raise SystemExit(f"the command has no {place}")
    for place, value in places.items():
        command = [word.replace(place, value) for word in command]
    return command


def run(command: "list[str]") -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, errors="replace")


def built(command: "list[str]", source: Path, destination: Path) -> "dict[str, str]":
    """What a build that nobody disturbs makes of a source."""
    result = run(filled(command, source, destination))
    if result.returncode != 0:
        raise SystemExit(f"an undisturbed build failed:\n{result.stdout}{result.stderr}")
    site = snapshot(destination)
    if not site:
        raise SystemExit(f"an undisturbed build has left nothing in {destination}")
    return site


def snapshot(folder: Path) -> "dict[str, str] | None":
    """Every file's hash and every folder under `folder`; None where it does not exist."""
    if not os.path.lexists(folder):
        return None
    if not folder.is_dir():
        return {"": "not a folder"}
    site = {}
    for root, folders, files in os.walk(folder):
        for name in folders + files:
            path = Path(root) / name
            kind = path.lstat().st_mode
            if stat.S_ISREG(kind):
                site[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
            else:
                site[str(path.relative_to(folder))] = "folder" if stat.S_ISDIR(kind) else "other"
    return site


def difference(site: "dict[str, str] | None", expected: "dict[str, str] | None") -> str:
    """A few words on how two snapshots differ."""
    if site is None or expected is None:
        return "there is no destination" if site is None else "there should be no destination"
    missing = sorted(expected.keys() - site.keys())
    surplus = sorted(site.keys() - expected.keys())
    changed = sorted(name for name in site.keys() & expected.keys() if site[name] != expected[name])
    parts = [
        f"{len(names)} {word} ({', '.join(names[:3])} …)"
        for word, names in (("missing", missing), ("surplus", surplus), ("different", changed))
        if names
    ]
    return ", ".join(parts) or "no difference"
