"""Typical faults, put one at a time into the clean example: each is found at its cell.

Nothing else is found, save what the fault brings along.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.rule import Stage, rules
from tests.support.faults_in_cascade import CASCADE
from tests.support.faults_in_decree import DECREE, MENGINGAT
from tests.support.seeding import Fault, found_with

FAULTS = {**CASCADE, **MENGINGAT, **DECREE}


@pytest.mark.parametrize(("rule", "fault", "along"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_at_its_cell(
    rule: str, fault: Fault, along: set[str], tmp_path: Path
) -> None:
    found, cell = found_with(fault, tmp_path)

    assert f"{rule}: {cell}" in found
    found.remove(f"{rule}: {cell}")
    assert {one.split(":")[0] for one in found} == along


OF_OTHER_YEARS = {"kode-diganti", "nama-hampir-resmi-kemudian"}
"""What the table of the example's year says of no code; `tests/cascade/checks` tries these."""


def test_every_rule_of_the_checks_has_its_fault() -> None:
    tried = {name for rule, _, along in FAULTS.values() for name in (rule, *along)}
    checks = {
        name for name, rule in rules().items() if rule.stage in (Stage.KEWAJARAN, Stage.PENYUSUNAN)
    }

    assert checks - tried == OF_OTHER_YEARS


def test_no_two_faults_share_a_name() -> None:
    assert len(FAULTS) == len(CASCADE) + len(MENGINGAT) + len(DECREE)
