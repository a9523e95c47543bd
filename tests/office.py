"""Files as LibreOffice opens and writes them, where it is installed: its parts come one by one."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

OFFICE = which("soffice")


def opened_by(program: str) -> pytest.MarkDecorator:
    """Skip what needs a part of LibreOffice, "Writer" or "Calc", where that is missing."""
    library = {"Writer": "libswlo.so", "Calc": "libsclo.so"}[program]
    there = OFFICE is not None and (Path(OFFICE).resolve().parent / library).exists()
    return pytest.mark.skipif(not there, reason=f"LibreOffice {program} is not installed")


def converted(path: Path, kind: str = "pdf") -> Path:
    """The file as LibreOffice prints it, or saves it in a format, by the end of its name."""
    home = path.parent / "office"
    options = [f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", kind]
    command = [str(OFFICE), *options, "--outdir", str(home), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return home / f"{path.stem}.{kind}"
