"""LibreOffice, where it is installed: finds it and lets it convert files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

SECONDS = 300
"""How long one run may take before it counts as hung."""


class Allowance(NamedTuple):
    """What a run may use: seconds by the clock, seconds of work, and bytes of memory.

    The last two hold where the system has such limits.
    """

    seconds: float
    work: int
    memory: int


_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""What a document says is fetched from nowhere, and its macros never run."""

_USUAL_PLACES = (
    Path(os.environ.get("PROGRAMFILES", r"C:\Program Files"), "LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)


def find_office() -> Path | None:
    """Return the program, or None; on Windows and macOS it is installed off the search path."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((place for place in _USUAL_PLACES if place.exists()), None)


def convert(
    office: Path,
    sources: Sequence[Path],
    to: str,
    folder: Path,
    reader: str | None = None,
    allowance: Allowance | None = None,
) -> str | None:
    """Convert files in one run, into `folder`, each by its own stem and the extension `to`.

    What they link to is not fetched if they come `unlinked`: LibreOffice asks for pictures of an
    .ods whatever its settings say. `reader` names the import filter; without it the file's name
    decides. Returns None when LibreOffice came to an end, else why not, in Indonesian; which
    files it made is seen in the folder. It works in a profile of its own, so that one open on the
    screen is not disturbed.
    """
    limit = allowance.seconds if allowance else SECONDS
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        settings = Path(profile, "user", "registrymodifications.xcu")
        settings.parent.mkdir()
        settings.write_text(_SETTINGS, encoding="utf-8")
        command = [
            str(office),
            f"-env:UserInstallation={Path(profile).resolve().as_uri()}",
            *("--headless", "--norestore", "--convert-to", to, "--outdir", str(folder)),
            *([f"--infilter={reader}"] if reader else []),
            *map(str, sources),
        ]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_limiting(allowance),
            )
        except (OSError, subprocess.SubprocessError):
            return "tidak dapat dijalankan"
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            return f"tidak selesai dalam {limit} detik"
        finally:
            _end(process)
    if allowance and process.returncode:
        megabytes = allowance.memory >> 20
        return f"berhenti sendiri; ia boleh bekerja {allowance.work} detik dengan {megabytes} MB"
    return None


def _limiting(allowance: Allowance | None) -> Callable[[], None] | None:
    """Return what sets the limits in the new process; None where there are none to set."""
    if allowance is None or resource is None:
        return None
    limits = ((resource.RLIMIT_CPU, allowance.work), (resource.RLIMIT_DATA, allowance.memory))

    def limit() -> None:
        for kind, least in limits:
            hard = resource.getrlimit(kind)[1]
            most = least if hard == resource.RLIM_INFINITY else min(least, hard)
            resource.setrlimit(kind, (most, most))

    return limit


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a run that hangs, with the programs it started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
