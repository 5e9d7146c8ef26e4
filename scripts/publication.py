"""What the checks have in common: the publication's address, and the Python they run in."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def configured_base_url():
    """`base_url` in content/site.yml, without a slash at its end; None where there is none."""
    settings = ROOT / "content" / "site.yml"
    if not settings.is_file():
        return None
    match = re.search(r"^base_url:\s*[\"']?([^\"'\s#]+)", settings.read_text("utf-8"), re.M)
    return match.group(1).rstrip("/") if match else None


def in_check_environment():
    """Starts the running script again in the environment of scripts/check-venv, once."""
    python = subprocess.run([ROOT / "scripts" / "check-venv"], check=True, text=True,
                            stdout=subprocess.PIPE).stdout.strip()
    if Path(sys.prefix).resolve() != Path(python).parent.parent.resolve():
        os.execv(python, [python, *sys.argv])
