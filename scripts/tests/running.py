"""Runs one of the checks inside this process, which saves starting Python for every fault."""

import contextlib
import functools
import importlib.machinery
import importlib.util
import io
import re
import sys
from pathlib import Path
from unittest import mock

SCRIPTS = Path(__file__).resolve().parent.parent
TEMPLATES = SCRIPTS.parent / "templates"
sys.path.insert(0, str(SCRIPTS))
sys.dont_write_bytecode = True


@functools.cache
def load(name):
    loader = importlib.machinery.SourceFileLoader(name, str(SCRIPTS / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


def run(name, *arguments):
    """The exit status of scripts/`name`, and all that it printed."""
    check = load(name)
    printed = io.StringIO()
    with mock.patch.object(sys, "argv", [name, *arguments]), \
            contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        status = check.main()
    return status, printed.getvalue()


def filled(markup, **values):
    """`markup` with each placeholder as `values` has it by the last part of its name, or empty."""
    return re.sub(r"\{\{[#^/]?([\w.]*?)\}\}", lambda match: values.get(match[1].rpartition(".")[2], ""), markup)


def lay_out(folder, files):
    """Writes `files`, texts by their paths, into `folder`."""
    for name, text in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
