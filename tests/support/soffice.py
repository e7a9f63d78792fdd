"""LibreOffice for tests: conversions in one batch, scripts over UNO, PDF pages as text and PNG.

Each test process has a profile of its own, so that parallel workers do not meet.
"""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import overload

SYSTEM_PYTHON = "/usr/bin/python3"
SECONDS = 600
"""What a conversion or a script may take on a machine however busy; it ends what hangs."""
CLOSING_SECONDS = 30
"""How long LibreOffice may take to close when its work is done, before it is ended."""


@overload
def convert(source: Path, to: str, outdir: Path) -> Path: ...
@overload
def convert(source: Sequence[Path], to: str, outdir: Path) -> list[Path]: ...
def convert(source: Path | Sequence[Path], to: str, outdir: Path) -> Path | list[Path]:
    """Convert in one run of LibreOffice; `to` is an extension, as in `--convert-to`.

    Returns the new files in the order given. Raises RuntimeError when one was not made, with
    what LibreOffice said (it exits 0 even then).
    """
    sources = [source] if isinstance(source, Path) else list(source)
    targets = [outdir / f"{path.stem}.{to.partition(':')[0]}" for path in sources]
    if len(set(targets)) < len(targets) or set(targets) & set(sources):
        raise ValueError(f"files would overwrite each other in {outdir}")
    for target in targets:
        target.unlink(missing_ok=True)
    command = ["--convert-to", to, "--outdir", str(outdir), *map(str, sources)]
    with started(command) as process:
        said, _ = process.communicate(timeout=SECONDS)
    absent = [target.name for target in targets if not target.exists()]
    if absent:
        raise RuntimeError(f"LibreOffice did not make {', '.join(absent)}:\n{said}")
    return targets[0] if isinstance(source, Path) else targets


def run_uno(script: Path | str, *args: str | Path) -> str:
    """Run a script inside the system Python against a LibreOffice of its own.

    `script` is a file or the source itself and defines `main(desktop, *args)`, where `desktop`
    is the com.sun.star.frame.Desktop and the arguments are strings. Returns what it printed;
    raises RuntimeError with its traceback when it fails.
    """
    pipe = f"sk-cascading-{os.getpid()}"
    with tempfile.TemporaryDirectory() as folder:
        if isinstance(script, str):
            file = Path(folder) / "script.py"
            file.write_text(script, encoding="utf-8")
        else:
            file = script
        with started([f"--accept=pipe,name={pipe};urp;"]):
            ran = subprocess.run(
                [SYSTEM_PYTHON, "-c", _BRIDGE, pipe, str(file), *map(str, args)],
                capture_output=True,
                text=True,
                timeout=SECONDS,
            )
    if ran.returncode != 0:
        raise RuntimeError(f"exit code {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def pdf_text(pdf: Path) -> str:
    """Return the text of a PDF laid out as on the page, a form feed after each page."""
    return subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout


def pdf_pages_png(pdf: Path, folder: Path, dpi: int = 70) -> list[Path]:
    """Draw each page of a PDF as `folder/<stem>-<n>.png`; returns them in page order."""
    prefix = folder / pdf.stem
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(prefix)], check=True)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


# Runs in the system Python, which alone can import uno: connects, runs main, closes LibreOffice.
# Closing cuts the connection, at times before the answer or while Python winds up: hence the
# exception that is no fault, and os._exit.
_BRIDGE = """
import os, runpy, sys, time, traceback
import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

pipe, script, *args = sys.argv[1:]
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
url = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
while True:
    try:
        remote = resolver.resolve(url)
        break
    except NoConnectException:  # not up yet; how long that may take is run_uno's to say
        time.sleep(0.1)
desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
status = 0
try:
    runpy.run_path(script)["main"](desktop, *args)
except BaseException:
    traceback.print_exc()
    status = 1
try:
    desktop.terminate()
except DisposedException:
    pass
sys.stdout.flush()
sys.stderr.flush()
os._exit(status)
"""


@cache
def _profile() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sk-cascading-lo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@contextmanager
def started(arguments: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """Start LibreOffice without a window; when the block ends it has ended too, or is killed."""
    process = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={_profile().as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=CLOSING_SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
