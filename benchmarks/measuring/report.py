"""The results as Markdown, in the order in which a reader asks for them."""

from . import sites


def markdown(results):
    lines = ["# Benchmark", "", *_machine(results["machine"]), ""]
    for size in results["sizes"]:
        lines += _size(size)
    if results.get("small"):
        lines += ["## Small runs", "", *_table(
            ["run", "wall s", "CPU s", "peak MiB"],
            [[name, *_cost(cost)] for name, cost in results["small"].items()]), ""]
    lines += _growth(results["sizes"])
    lines += _warnings(results["sizes"])
    return "\n".join(lines).rstrip() + "\n"


def _machine(machine):
    return [f"- {key}: {value}" for key, value in machine.items()]


def _size(size):
    lines = [f"## {size['cases']:,} cases", ""]
    rows = []
    for program in ("gazette", "hugo"):
        if program in size:
            found = size[program]
            rows.append([program, *_cost(found["cold"]), f"{found['census']['files']:,}",
                         f"{found['census']['bytes'] / 1e6:.1f}"])
    if "gazette" in size and "hugo" in size:
        one, other = size["gazette"]["cold"], size["hugo"]["cold"]
        rows.append(["gazette / hugo", *(f"{one[key] / other[key]:.3f}" for key in ("wall", "cpu", "peak")),
                     "", ""])
    if rows:
        lines += _table(["cold build", "wall s (least to most)", "CPU s", "peak MiB", "files", "MB out"], rows)
        lines.append("")
    runs = size.get("gazette", {}).get("runs", {})
    if runs:
        cold = size["gazette"]["cold"]["wall"]
        lines += _table(
            ["gazette", "wall s (least to most)", "CPU s", "peak MiB", "of the cold build", "files written"],
            [[name, *_cost(run), f"{run['wall'] / cold:.2f}", run.get("written", "")]
             for name, run in runs.items()])
        lines.append("")
    lines += _floor(size)
    if size.get("stages"):
        lines += ["What `gazette build --verbose` says:", "", "```", size["stages"].strip(), "```", ""]
    return lines


def _floor(size):
    if "floor" not in size:
        return []
    threads = list(size["floor"])
    steps = [step for step in ("read", "yaml", "cmark", "write", "total") if step in size["floor"][threads[0]]]
    rows = [[_STEPS[step]] + [f"{size['floor'][count][step][key]:.3f}" for count in threads for key in ("wall", "cpu")]
            for step in steps]
    if "gazette" in size:
        cold = size["gazette"]["cold"]
        rows.append(["gazette / floor"] + [f"{cold[key] / size['floor'][count]['total'][key]:.2f}"
                                           for count in threads for key in ("wall", "cpu")])
    heads = [f"{word} on {count}" for count in threads for word in ("wall s", "CPU s")]
    return [*_table(["floor", *heads], rows), ""]


_STEPS = {"read": "read all files", "yaml": "libyaml's events of all front matter",
          "cmark": "libcmark over all bodies", "write": "write the same files and bytes", "total": "together"}


def _growth(sizes):
    if len(sizes) < 2:
        return []
    rows = []
    for program in ("gazette", "hugo"):
        if all(program in size for size in sizes):
            per_case = [size[program]["cold"]["wall"] / size["cases"] * 1e3 for size in sizes]
            rows.append([program, *(f"{value:.3f}" for value in per_case)])
    if not rows:
        return []
    return ["## Growth", "", *_table(["ms of wall time a case", *(f"{size['cases']:,}" for size in sizes)], rows), ""]


def _warnings(sizes):
    lines = [f"- at {size['cases']:,} cases: {warning}" for size in sizes for warning in size.get("warnings", [])]
    return ["## Not the same", "", *lines, ""] if lines else []


def _cost(cost):
    return [f"{cost['wall']:.3f} ({cost['least']:.3f} to {cost['most']:.3f})", f"{cost['cpu']:.3f}",
            f"{cost['peak']:.0f}"]


def _table(heads, rows):
    return ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1),
            *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)]


def kinds(results):
    """How many files of each kind each program made, for the log."""
    lines = []
    for size in results["sizes"]:
        for kind in [*sites.KINDS, "other"]:
            counts = [str(size[program]["census"]["kinds"][kind]) for program in ("gazette", "hugo") if program in size]
            lines.append(f"{size['cases']:>7,}  {kind:18} {'  '.join(counts)}")
    return "\n".join(lines)
