"""What a run of LibreOffice may take, shown with programs that take it at once."""

import sys
from pathlib import Path

import pytest

from generator.files.libreoffice import Allowance, convert

GENEROUS = Allowance(seconds=100, work=100, memory=1 << 30)
PYTHON = f'exec "{sys.executable}" -S -c'


def ended(folder: Path, script: str, allowance: Allowance) -> str | None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return convert(program, [folder / "buku.ods"], "xlsx", folder, allowance=allowance)


def test_what_ends_by_itself_is_not_remarked_on(tmp_path: Path) -> None:
    assert ended(tmp_path, "exit 0", GENEROUS) is None


def test_what_hangs_is_ended(tmp_path: Path) -> None:
    allowance = GENEROUS._replace(seconds=0.2)
    assert ended(tmp_path, "sleep 1000", allowance) == "tidak selesai dalam 0.2 detik"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
class TestLimits:
    def test_what_works_too_long_is_ended(self, tmp_path: Path) -> None:
        allowance = GENEROUS._replace(work=1)
        said = ended(tmp_path, "while :; do :; done", allowance)
        assert said == "berhenti sendiri; ia boleh bekerja 1 detik dengan 1024 MB"

    def test_what_asks_for_too_much_memory_is_refused_it(self, tmp_path: Path) -> None:
        script = f"{PYTHON} 'bytearray(600 << 20)'"
        assert ended(tmp_path, script, GENEROUS) is None
        said = ended(tmp_path, script, GENEROUS._replace(memory=512 << 20))
        assert said == "berhenti sendiri; ia boleh bekerja 100 detik dengan 512 MB"
