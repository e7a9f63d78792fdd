"""The words of the findings: lists, menus and the word for what a user enters."""

from __future__ import annotations

import re

import pytest

from generator.findings.rule import rule_tables

TABLES = rule_tables()
TEXTS = ("judul", "pesan", "saran", "sebab")
MENUS = {
    "Save As": "Simpan Sebagai (Save As)",
    "Unhide": "Tampilkan (Unhide)",
    "Unmerge Cells": "Batalkan Penggabungan Sel (Unmerge Cells)",
    "Excel Workbook": "Buku Kerja Excel (Excel Workbook, .xlsx)",
    "Encrypt with Password": "Enkripsi dengan Kata Sandi (Encrypt with Password)",
    "Review": "Tinjau (Review)",
    "Compare": "Bandingkan (Compare)",
    "General": "Umum (General)",
    "Sort": "Urutkan/Sort",
}
"""What Excel and Word call a thing in English, and how it is written here: in both languages."""


@pytest.mark.parametrize("name", TABLES)
def test_a_menu_is_named_in_both_languages(name: str) -> None:
    for key in TEXTS:
        text = TABLES[name][key]
        for english, both in MENUS.items():
            assert len(re.findall(rf"\b{english}\b", text)) == text.count(both), text


@pytest.mark.parametrize("name", TABLES)
def test_the_last_of_a_list_stands_behind_a_comma(name: str) -> None:
    """A list here is three single words or more: "Sasaran, Indikator dan Target" is none."""
    for key in TEXTS:
        assert re.findall(r"\b[A-Z]\w+, [A-Z]\w+ (?:dan|atau) [A-Z]\w+", TABLES[name][key]) == []


@pytest.mark.parametrize("name", TABLES)
def test_isian_is_only_what_a_user_enters(name: str) -> None:
    """Neither a book nor a sheet, and no node of the tree, is an isian."""
    for key in TEXTS:
        assert not re.search(r"(?i)(buku|lembar|satu) isian|isian berkode", TABLES[name][key])


_PASSIVE = re.compile(r"(?i)^(tidak perlu|seharusnya|sebaiknya|mungkin|setiap|harus)\b")


@pytest.mark.parametrize("name", TABLES)
def test_a_cure_says_what_to_do(name: str) -> None:
    assert not _PASSIVE.match(TABLES[name]["saran"])
