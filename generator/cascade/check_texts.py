"""Checks of wording: spelling, other years, activities as sasaran, several things in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.cascade.subject import Subject
from generator.diagnostics import Diagnostic, Edit, finding
from generator.ejaan import misspellings
from generator.schema import Isian
from generator.tahun import other_years
from generator.wording import fold

_WRITTEN = ("nama", "sasaran", "indikator", "formulasi", "sumber_data", "penanggung_jawab")
_QUOTING = ("kode_induk", "indikator_induk")
"""Columns that repeat the words of another cell, and must go on doing so when it is mended."""


def misspelt(subject: Subject) -> Iterator[Diagnostic]:
    """A slip of spelling, with the same slip wherever the cell's words are quoted."""
    quoted: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for cell in _cells(subject, _QUOTING):
        for slip in misspellings(cell.raw):
            quoted[slip.found, slip.right].append(Edit(cell.place, slip.found, slip.right))
    for cell in _cells(subject, _WRITTEN):
        for slip in misspellings(cell.raw):
            edits = [
                Edit(cell.place, slip.found, slip.right),
                *quoted.pop((slip.found, slip.right), ()),
            ]
            yield finding("salah-eja", cell.place, edits=edits, isi=slip.found, baku=slip.right)


def _cells(subject: Subject, roles: tuple[str, ...]) -> Iterator[Isian]:
    """Yield the filled cells of these columns; a merged cell once, in its own row."""
    for row in subject.rows:
        for role in roles:
            cell = row.cells.get(role)
            if cell and cell.place.row == row.place.row:
                yield cell


_ACTIVITY = re.compile(
    r"me(?:\w{3,}kan|latih|layani|mantau|mbangun|mbentuk|mbina|mbuat|melihara|menuhi|mperbaiki"
    r"|nangani|nata|ncegah|ndorong|ndukung|ngatur|ngawal|ngawasi|ngelola|ngkaji|ngukur|ngurangi"
    r"|njaga|njamin|nyusun)"
)


def activity_as_sasaran(subject: Subject) -> Iterator[Diagnostic]:
    """A sasaran that begins with what is done instead of what comes of it."""
    for node in subject.nodes:
        first_word = str(node.sasaran or "").partition(" ")[0]
        if node.sasaran and _ACTIVITY.fullmatch(first_word.casefold()):
            yield finding("sasaran-berupa-kegiatan", node.sasaran.place, kata=first_word)


_JOINED = re.compile(
    r"(?:\b(?:dan|serta)|[,;\n])\s*(?:persentase|prosentase|indeks)\b|[;\n]\s*jumlah\b"
)
_UP_TO = re.compile(r"\s(?:untuk|dalam|pada|sesuai|terhadap|dengan|terkait)\s|[(:]")
_ITEM = re.compile(r",\s*(?:(?:dan|serta)\s)?|\s(?:dan|serta)\s")


def several_things_in_one(subject: Subject) -> Iterator[Diagnostic]:
    """An indikator of two measures, or one that measures a list of things that cannot be summed."""
    for indikator in subject.measures:
        text = indikator.teks.text
        if _JOINED.search(text.casefold()) or _is_list(fold(text)):
            yield finding("indikator-gabungan", indikator.teks.place, isi=text)


def _is_list(text: str) -> bool:
    """Whether two or more things of several words follow the first: "A b, C d, dan E f".

    What can be counted together is one thing, and so are all who meet one condition ("yang …").
    """
    if text.startswith("jumlah ") or " yang " in text or "," not in text:
        return False
    head = _UP_TO.split(text, maxsplit=1)[0]
    return "," in head and sum(len(item.split()) > 1 for item in _ITEM.split(head)[1:]) > 1


def another_year(subject: Subject) -> Iterator[Diagnostic]:
    """A text that names a year near the decree's own; reports look back, plans look ahead."""
    if subject.tahun is None:
        return
    for cell in _cells(subject, ("nama", "sasaran", "indikator")):
        for year in other_years(cell.raw, subject.tahun):
            yield finding("tahun-lain", cell.place, lain=year, tahun=subject.tahun)
