"""Copies are the same bytes whatever order sets of texts happen to have in a process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.support.paths import ROOT

_EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"


def copies(folder: Path, seed: str) -> dict[str, str]:
    """Return the digest of every copy that `periksa` makes in a process with this seed."""
    shutil.copytree(_EXAMPLE, folder)
    subprocess.run(
        [sys.executable, "-m", "generator", "periksa", "--tandai", "--usulkan", str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    made = (folder / "hasil-periksa").rglob("*.xlsx")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in made}


def test_marked_and_proposed_copies_do_not_depend_on_the_order_of_sets(tmp_path: Path) -> None:
    first = copies(tmp_path / "satu", "0")
    assert first
    assert copies(tmp_path / "dua", "1") == first
