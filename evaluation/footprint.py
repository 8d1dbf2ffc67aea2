"""What onrecord costs a machine: size once installed, time to the first answer. `python -m evaluation.footprint`."""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 5


def installed_megabytes() -> dict[str, float]:
    """Megabytes on disk of the package and of everything that `requirements.lock` names, largest first."""
    names = ["onrecord"]
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names.append(line.partition("==")[0].strip())
    sizes = {}
    for name in names:
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:  # a dependency of another platform
            continue
        paths = [Path(str(file.locate())) for file in files]
        if name == "onrecord":
            paths = [path for path in (ROOT / "onrecord").rglob("*") if "__pycache__" not in path.parts]
        sizes[name] = sum(path.stat().st_size for path in paths if path.is_file()) / 1e6
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


def seconds(*arguments: str) -> float:
    """Median wall time of a command line of onrecord, as a new process each time."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "onrecord", *arguments], check=True, capture_output=True, cwd=ROOT)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])  # the first run warms the disk's cache


def measure(report: Path) -> dict[str, float]:
    """All figures: megabytes installed, seconds to the help text and to the record of one report."""
    sizes = installed_megabytes()
    return {
        "megabytes_installed": sum(sizes.values()),
        "megabytes_onrecord": sizes["onrecord"],
        "seconds_help": seconds("--help"),
        "seconds_first_report": seconds("read", str(report)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path, nargs="?", default=ROOT / "examples" / "meeting.txt")
    args = parser.parse_args()
    machine = {"machine": platform.machine(), "python": platform.python_version()}
    print(json.dumps({**machine, **{key: round(value, 3) for key, value in measure(args.report).items()}}, indent=2))


if __name__ == "__main__":
    main()
