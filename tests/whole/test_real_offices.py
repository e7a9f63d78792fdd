"""Offices of real size, their texts official: one cause is one finding, and few are left."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.app.berkas import read_folder
from generator.findings.rule import Severity
from tests.support.real_office import Office, write_office

MOST = 25
"""So many findings a clerk still works through."""


@pytest.mark.parametrize("office", Office, ids=lambda office: office.name.lower())
def test_an_office_is_asked_to_look_at_few_things(office: Office, tmp_path: Path) -> None:
    findings = read_folder(write_office(tmp_path / "kantor", office, "pohon")).findings
    asked = Counter(one.rule.name for one in findings if one.severity is not Severity.CATATAN)
    assert sum(asked.values()) < MOST, asked
