import pytest

from tests.support.paths import ROOT

pytest_plugins = ["pytester"]


NEEDS_LIBREOFFICE = """
import pytest

@pytest.mark.requires("soffice")
def test_prints():
    pass
"""

COMPARES = """
from pathlib import Path

def test_text(golden):
    golden(Path("kept.txt"), "baru")
"""


@pytest.fixture
def session(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A test session of its own with this folder's conftest and no program on its path."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    return pytester


def run(session: pytest.Pytester, *args: str) -> str:
    return session.runpytest_subprocess("-p", "tests.conftest", "-rs", *args).stdout.str()


def test_a_test_without_its_program_is_skipped_by_name(session: pytest.Pytester) -> None:
    session.makepyfile(NEEDS_LIBREOFFICE)
    said = run(session)
    assert "1 skipped" in said
    assert "test_prints needs LibreOffice (apt: libreoffice-writer libreoffice-calc)" in said


def test_a_test_without_its_program_fails_on_ci(
    session: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    session.makepyfile(NEEDS_LIBREOFFICE)
    said = run(session)
    assert "1 error" in said
    assert "test_prints needs LibreOffice" in said


def test_a_golden_file_that_differs_fails_and_stays(session: pytest.Pytester) -> None:
    kept = session.path / "kept.txt"
    kept.write_text("lama", encoding="utf-8")
    session.makepyfile(COMPARES)
    assert "1 failed" in run(session)
    assert kept.read_text(encoding="utf-8") == "lama"


def test_accept_rewrites_a_golden_file(session: pytest.Pytester) -> None:
    session.makepyfile(COMPARES)
    assert "1 passed" in run(session, "--accept")
    assert (session.path / "kept.txt").read_text(encoding="utf-8") == "baru"
