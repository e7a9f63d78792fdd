"""A wheel, installed into an empty environment, works from any directory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it with the pinned versions, and return its command."""
    folder = tmp_path_factory.mktemp("roda")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run([*build, "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = ["-m", "pip", "install", "-q", "-c", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run([str(programs / "python"), *install], check=True, capture_output=True)
    return programs / "sk-cascading"


def test_the_installed_wheel_does_contoh_template_and_buat(command: Path, tmp_path: Path) -> None:
    def run(*words: str) -> str:
        done = subprocess.run([command, *words], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("contoh", "--2022")
    run("template", "kosong")
    run("template", "kosong", "--word")
    assert "49 indikator" in run("buat", "contoh-bkpsdm-2022")
    assert len(list((tmp_path / "kosong").glob("*.xlsx"))) == 4
    assert (tmp_path / "kosong" / "templat-keputusan.docx").exists()
    assert len(list((tmp_path / "output").glob("*.docx"))) == 1
