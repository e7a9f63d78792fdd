"""The example with its certain cures made: what is left, and that nothing new came with them."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from generator.app.berkas import read_folder
from generator.app.periksa import check
from tests.support.paths import ROOT

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"


def put_in_place(folder: Path) -> None:
    """Move every proposed copy over the book it is a copy of, as the guide tells the clerk."""
    for copy in (folder / "hasil-periksa").glob("* (usulan).xlsx"):
        copy.replace(folder / copy.name.replace(" (usulan)", ""))


def test_only_findings_without_a_certain_cure_are_left_and_no_new_ones(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    before = check(tmp_path, usulkan=True).findings
    assert any(one.edits for one in before)
    put_in_place(tmp_path)
    after = read_folder(tmp_path).findings
    assert [str(one.place) for one in after if one.edits] == []
    assert Counter(one.rule.code for one in after) <= Counter(one.rule.code for one in before)
    uncured = Counter(one.rule.code for one in before if not one.edits)
    assert Counter(one.rule.code for one in after) <= uncured
