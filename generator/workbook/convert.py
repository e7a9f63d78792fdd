"""Workbooks in other formats, made into .xlsx by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, finding
from generator.workbook.package import OtherFormat, Package, open_package

_SECONDS = 120


def convert(path: Path, other: OtherFormat) -> Package | Diagnostic:
    """Return the converted book; the file itself is left as it is."""
    office = shutil.which("soffice")
    name, filter_name = other.value
    failed = finding("format-lain", Place(path.name), format=name)
    if office is None:
        return failed
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"buku{path.suffix}")
        target = Path(folder, "hasil", "buku.xlsx")
        try:
            shutil.copyfile(path, source)
            subprocess.run(
                [
                    office,
                    f"-env:UserInstallation={Path(folder, 'profil').as_uri()}",
                    *("--headless", "--norestore", "--nolockcheck", f"--infilter={filter_name}"),
                    *("--convert-to", "xlsx", "--outdir", str(target.parent), str(source)),
                ],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return failed
        made = open_package(target) if target.exists() else failed
    return made if isinstance(made, Package) else failed
