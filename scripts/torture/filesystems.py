"""Disks of several kinds in files, and mounts of one folder on another: for disk.py, as root."""

import contextlib
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Disk:
    name: str
    #: How the file becomes a disk; it is the last argument.
    make: "list[str]" = field(default_factory=list)
    #: How the disk, or a folder, is mounted, with {image} and {place} in it.
    mount: "list[str]" = field(default_factory=lambda: ["mount", "-o", "loop", "{image}", "{place}"])
    #: What is run once it is mounted, with {place} in it.
    prepare: "list[str]" = field(default_factory=list)
    megabytes: int = 64
    folds_case: bool = False
    #: The destination is the mounted folder itself, not one on it.
    is_destination: bool = False
    #: What a build says there.
    says: str = ""

    def destination(self, place: Path) -> Path:
        return place if self.is_destination else place / "public"


FILE_BY_FILE = "put in place file by file"

DISKS = [
    Disk("tmpfs", mount=["mount", "-t", "tmpfs", "tmpfs", "{place}"]),
    Disk("ext4", make=["mkfs.ext4", "-q", "-F"]),
    Disk("ext4 that is the destination itself", make=["mkfs.ext4", "-q", "-F"],
         is_destination=True, says=FILE_BY_FILE),
    Disk("ext4 that folds case", make=["mkfs.ext4", "-q", "-F", "-O", "casefold", "-E",
                                       "encoding=utf8"],
         prepare=["sh", "-c", "mkdir {place}/folder && chattr +F {place}/folder && "
                  "mkdir {place}/folder/top && mount --bind {place}/folder/top {place}"],
         folds_case=True),
    Disk("xfs", make=["mkfs.xfs", "-q", "-f"], megabytes=320),
    Disk("xfs that folds case", make=["mkfs.xfs", "-q", "-f", "-n", "version=ci", "-m", "crc=0"],
         megabytes=320, folds_case=True),
    Disk("btrfs", make=["mkfs.btrfs", "-q", "-f"], megabytes=256),
    Disk("exFAT through FUSE, without hard links, exchange and the case of letters",
         make=["mkfs.exfat"], mount=["sh", "-c",
                                      "mount.exfat-fuse $(losetup -f --show {image}) {place}"],
         folds_case=True,
         says=FILE_BY_FILE),
    Disk("vfat", make=["mkfs.vfat", "-F", "32"], folds_case=True),
    Disk("a folder of the same disk mounted as the destination",
         mount=["sh", "-c", "mkdir {place}-true && mount --bind {place}-true {place}"],
         is_destination=True, says=FILE_BY_FILE),
    Disk("an overlay over a folder",
         mount=["sh", "-c", "mkdir {place}-low && mount -t tmpfs tmpfs {place}-low && cd {place}-low"
                " && mkdir low up work && mount -t overlay overlay "
                "-o lowerdir=low,upperdir=up,workdir=work {place}"]),
]


@contextlib.contextmanager
def mounted(disk: Disk, place: Path):
    """Gives why the disk is not to be had; None while it is there."""
    image = place.with_suffix(".image")
    place.mkdir()
    values = {"{image}": str(image), "{place}": str(place)}
    problem = None
    if disk.make:
        with open(image, "wb") as file:
            file.truncate(disk.megabytes << 20)
        problem = attempt([*disk.make, str(image)])
    problem = problem or attempt(disk.mount, values)
    problem = problem or (attempt(disk.prepare, values) if disk.prepare else None)
    try:
        yield problem
    finally:
        # A place may be mounted more than once, and what lies under it too.
        for folder in (place, place, Path(f"{place}-low")):
            subprocess.run(["umount", str(folder)], capture_output=True)
        detach(image)
        image.unlink(missing_ok=True)
        for folder in (place, Path(f"{place}-true"), Path(f"{place}-low")):
            shutil.rmtree(folder, ignore_errors=True)


def detach(image: Path) -> None:
    """Lets go of the block device that was made of the file, where one was."""
    result = subprocess.run(
        ["losetup", "--noheadings", "--output", "NAME", "--associated", str(image)],
        capture_output=True, text=True)
    for device in result.stdout.split():
        subprocess.run(["losetup", "--detach", device], capture_output=True)


def attempt(command: "list[str]", values: "dict[str, str]" = {}) -> "str | None":
    """Runs a command; in words why it failed."""
    for name, value in values.items():
        command = [word.replace(name, value) for word in command]
    try:
        result = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        return f"'{command[0]}' is not installed"
    if result.returncode == 0:
        return None
    return (result.stderr.strip() or "it failed").splitlines()[0]
