"""Many faults at once: the proposed copies, put in place, leave only what has no certain cure."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.app.berkas import read_folder
from generator.app.periksa import check
from tests.support.faults_in_cascade import CASCADE
from tests.support.faults_in_decree import DECREE, MENGINGAT
from tests.support.seeding import Books
from tests.support.sheets import said

FAULTS = {**CASCADE, **MENGINGAT, **DECREE}
TOGETHER = (
    "a ministerial regulation before a presidential one",
    "a younger law before an older one",
    "a percentage without its sign",
    "a unit in another spelling",
    "a verb torn from its prefix",
    "a verb without its ending",
    "a space after a slash",
    "a doubled space",
    "a capital inside a word",
    "a ministerial regulation in the state gazette of laws",
    "an abbreviation",
    "a gazette without the state",
    "the state in the name of a regulation",
    "a law without its capital",
    "a ministerial regulation without its gazette",
    "a full stop at the last item",
    "a consideration that ends with a full stop",
    "letters in brackets",
    "a verb torn apart in Menimbang",
    "Menetapkan in small letters",
    "a doubled since",
    "a comma between subject and predicate",
    "a diktum without punctuation",
    "no comma after the office before Menimbang",
    "no comma after the office that signs",
    "a zero before the day",
    "academic titles with wrong points",
    "a title in small letters",
)
"""Faults with a certain cure, rows of Mengingat moved first."""


def test_the_proposed_copies_cure_them_all_and_bring_nothing_new(tmp_path: Path) -> None:
    books = Books()
    for name in TOGETHER:
        FAULTS[name][1](books)
    found = check(books.write(tmp_path), usulkan=True).findings
    curable = {one.rule.name for one in found if one.edits}

    for copy in (tmp_path / "hasil-periksa").glob("*(usulan).xlsx"):
        shutil.copy(copy, tmp_path / copy.name.replace(" (usulan)", ""))
    shutil.rmtree(tmp_path / "hasil-periksa")

    assert curable == {FAULTS[name][0] for name in TOGETHER}
    assert said(read_folder(tmp_path).findings) == said(one for one in found if not one.edits)
