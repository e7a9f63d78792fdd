"""Checks of wording: spelling, other years, activities as sasaran, several things in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.bahasa.ejaan import misspellings
from generator.bahasa.tahun import other_years
from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject
from generator.findings.cures import Edit, retyped_everywhere
from generator.findings.finding import Diagnostic, finding
from generator.findings.strange import strange_words_of
from generator.values import Isian

_WRITTEN = ("nama", "sasaran", "indikator", "formulasi", "sumber_data", "penanggung_jawab")
_QUOTING = ("kode_induk", "indikator_induk")
"""Columns that repeat the words of another cell, and must go on doing so when it is mended."""


def misspelt(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A slip of spelling, with the same slip wherever the cell's words are quoted."""
    quoted: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for cell in _cells(subject, _QUOTING):
        for slip in misspellings(cell.raw):
            edits = retyped_everywhere(cell, slip.found, slip.right)
            quoted[slip.found, slip.right] += edits
    for cell in _cells(subject, _WRITTEN):
        for slip in misspellings(cell.raw):
            edits = retyped_everywhere(cell, slip.found, slip.right)
            edits += tuple(quoted.pop((slip.found, slip.right), ()))
            yield finding("salah-eja", cell.place, edits=edits, isi=slip.found, baku=slip.right)


def strange_words(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A word that official writing does not know, one slip from one that is frequent there."""
    yield from strange_words_of(_cells(subject, _WRITTEN))


def _cells(subject: CascadeSubject, roles: tuple[str, ...]) -> Iterator[Isian]:
    """Yield the filled cells of these columns; a merged cell once, in its own row."""
    for row in subject.rows:
        for role in roles:
            cell = row.cells.get(role)
            if cell and cell.place.row == row.place.row:
                yield cell


# matches the verb of "Melaksanakan, membina", not its comma
_FIRST_WORD = re.compile(r"\w+(?:-\w+)*")
# matches "menyusun", not "meningkatnya"
_ACTIVITY = re.compile(
    r"me(?:\w{3,}kan|latih|layani|mantau|mbangun|mbentuk|mbina|mbuat|melihara|menuhi|mperbaiki"
    r"|nangani|nata|ncegah|ndorong|ndukung|ngatur|ngawal|ngawasi|ngelola|ngkaji|ngukur|ngurangi"
    r"|njaga|njamin|nyusun)"
)


def activity_as_sasaran(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran that begins with what is done instead of what comes of it."""
    for node in subject.nodes:
        first_word = _FIRST_WORD.match(str(node.sasaran or ""))
        if node.sasaran and first_word and _ACTIVITY.fullmatch(first_word[0].casefold()):
            yield finding("sasaran-berupa-kegiatan", node.sasaran.place, kata=first_word[0])


# matches "persentase a dan indeks b", not "persentase indeks a"
_JOINED = re.compile(
    r"(?:\b(?:dan|serta)|[,;\n]) *(?:persentase|prosentase|indeks)\b|[;\n] *jumlah\b"
)
# matches "persentase a dan jumlah b", not "jumlah a, jenis dan jumlah b"
_AND_JUMLAH = re.compile(
    r"(?:persentase|prosentase|presentase|indeks|nilai|skor|rasio|tingkat|cakupan)\b(.*?)"
    r"(?:,\s*(?:(?:dan|serta)\s+)?|\s(?:dan|serta)\s+)jumlah\b",
    re.DOTALL,
)
# matches "a menurut jenis", which is one thing with its number, not "a yang terbit"
_HAS_NUMBER = re.compile(
    r"\b(?:yang\s(?:\w+\s)?me\w+|kesesuaian|kecukupan|kecocokan|ketepatan|akurasi|perbandingan|antara|keselarasan"
    r"|(?:jenis|macam|mutu|kualitas|kualifikasi|kompetensi|nama|bentuk|ukuran|besaran|satuan|harga"
    r"|nilai|volume|luas|lokasi|waktu|sebaran|formasi|komposisi|spesifikasi|rincian|data)\Z)"
)
# matches "dokumen untuk perencanaan", not "dokumen perencanaan"
_UP_TO = re.compile(r"\s(?:untuk|dalam|pada|sesuai|terhadap|dengan|terkait)\s|[(:]")
# matches "pengelolaan, dan pelaporan", not "pengelolaan danau"
_ITEM = re.compile(r",\s*(?:(?:dan|serta)\s)?|\s(?:dan|serta)\s")


def several_things_in_one(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator of two measures, or one that measures a list of things that cannot be summed."""
    for indikator in subject.measures:
        text = indikator.teks.text
        lines = "\n".join(filter(None, map(fold, text.split("\n"))))
        if _JOINED.search(lines) or _is_list(fold(text)) or _and_number(fold(text)):
            yield finding("indikator-gabungan", indikator.teks.place, isi=text)


def _and_number(text: str) -> bool:
    """Whether "… dan jumlah B" follows a measure of another kind, as one of its own."""
    match = _AND_JUMLAH.match(text)
    return match is not None and not _HAS_NUMBER.search(match[1])


def _is_list(text: str) -> bool:
    """Whether two or more things of several words follow the first: "A b, C d, dan E f".

    What can be counted together is one thing, and so are all who meet one condition ("yang …").
    """
    if text.startswith("jumlah ") or " yang " in text or "," not in text:
        return False
    head = _UP_TO.split(text, maxsplit=1)[0]
    return "," in head and sum(len(item.split()) > 1 for item in _ITEM.split(head)[1:]) > 1


def another_year(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A text that names a year near the decree's own; reports look back, plans look ahead."""
    if subject.tahun is None:
        return
    for cell in _cells(subject, ("nama", "sasaran", "indikator")):
        for year in other_years(cell.raw, subject.tahun):
            yield finding("tahun-lain", cell.place, lain=year, tahun=subject.tahun)
