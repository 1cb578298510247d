"""Install a wheel by itself and check it: python bench/size.py dist/onrecord-X.whl.

The wheel must hold the model; installed with all it needs from the hashed lock it must stay under the bar;
and the installed command must read the sample report from a folder that is not the checkout.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from sample import REPORT, ROOT, say

BAR = 400  # MB, 1e6 bytes
NEEDED = ("model/reader.onnx", "model/meaning.npz", "model/tokenizer.json", "model/tables.json", "py.typed")
TOOLS = ("pip", "setuptools", "_distutils_hack", "pkg_resources")  # come with the environment, not with us


def check_contents(wheel: Path) -> None:
    """Fail where a file that the package cannot do without is not in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    missing = [name for name in NEEDED if f"onrecord/{name}" not in names]
    if missing:
        raise SystemExit(f"bench: {wheel.name} lacks {', '.join(missing)}")
    say(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, {len(names)} files, the model among them")


def install(wheel: Path, folder: Path) -> Path:
    """Make an environment with the locked requirements and the wheel; its ``bin``."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip: list[str | Path] = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]
    lock = ROOT / "requirements" / "runtime.txt"
    subprocess.run(
        [*pip, "install", "--quiet", "--require-hashes", "-r", lock, "-c", lock],
        check=True,
    )
    subprocess.run([*pip, "install", "--quiet", "--no-deps", wheel], check=True)
    return folder / "bin"


def weigh(folder: Path) -> dict[str, float]:
    """Each installed package's folder with its size in MB, pip and its like left out."""
    (site,) = folder.glob("lib/python*/site-packages")
    sizes = {}
    for entry in site.iterdir():
        if not entry.name.startswith(TOOLS):
            files = [entry] if entry.is_file() else [f for f in entry.rglob("*") if f.is_file()]
            sizes[entry.name] = sum(f.stat().st_size for f in files) / 1e6
    return sizes


def main() -> None:
    """Check contents, weight, and that it reads."""
    wheel = Path(sys.argv[1]).resolve()
    check_contents(wheel)
    with tempfile.TemporaryDirectory() as folder:
        programs = install(wheel, Path(folder) / "env")
        sizes = weigh(Path(folder) / "env")
        total = sum(sizes.values())
        largest = sorted(sizes, key=lambda name: -sizes[name])[:5]
        say(f"installed with all it needs: {total:.0f} MB (bar {BAR} MB); largest: "
            + ", ".join(f"{name} {sizes[name]:.0f}" for name in largest))  # fmt: skip
        reading: list[str | Path] = [programs / "onrecord", "read", REPORT]
        subprocess.run(reading, cwd=folder, stdout=subprocess.DEVNULL, check=True)
        say("the installed command reads the sample report")
    if total > BAR:
        raise SystemExit(f"bench: {total:.0f} MB is over the bar of {BAR} MB")


if __name__ == "__main__":
    main()
