"""Checks of units: the wording of an indikator against the Satuan of its target."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject, sheet_of
from generator.cascade.model import Indikator
from generator.findings.cures import Edit, retyped_everywhere
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import SATUAN
from generator.values import Place, Target

_PERCENTAGES = ("persentase", "persen", "prosentase", "presentase")
_COUNTS = ("jumlah", "banyaknya")
_GRADES = ("indeks", "nilai", "skor")
_TIMES = ("jam", "hari", "minggu", "bulan", "triwulan", "semester", "tahun")
# matches "jangka waktu pelayanan", not "pelayanan"
_ABOUT_TIME = re.compile(rf"\b({'|'.join(_TIMES)}|waktu|lama|lamanya|masa|jangka|periode)\b")


def first_word(indikator: Indikator) -> str:
    """Return the word that says what kind of measure an indikator is, folded."""
    return indikator.teks.text.partition(" ")[0].casefold()


def is_percent(target: Target) -> bool:
    """Whether a target is a percentage, whichever way the unit is written."""
    return target.satuan.casefold() in ("%", "persen")


def percentage_without_percent(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator "Persentase …" whose number is not in percent."""
    bare = subject.sheets_without_units
    for indikator in subject.measures:
        target = indikator.target
        if target.nilai is None or is_percent(target) or sheet_of(indikator) in bare:
            continue
        if first_word(indikator) in _PERCENTAGES:
            yield finding(
                "persentase-tanpa-persen",
                target.isian.place,
                edits=_percent_sign(subject, indikator),
                target=target.isian,
            )


def percent_of_a_grade_or_count(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator "Indeks …", "Nilai …" or "Jumlah …" in percent."""
    for indikator in subject.measures:
        word, target = first_word(indikator), indikator.target
        if is_percent(target) and word in (*_GRADES, *_COUNTS):
            yield finding(
                "bukan-persen", target.isian.place, target=target.isian, kata=word.capitalize()
            )


def things_counted_in_time(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator "Jumlah …" of things, measured in months."""
    for indikator in subject.measures:
        target = indikator.target
        if target.satuan.casefold() not in _TIMES or first_word(indikator) not in _COUNTS:
            continue
        word, _, things = indikator.teks.text.partition(" ")
        if things and not _ABOUT_TIME.search(things.casefold()):
            yield finding(
                "dihitung-dengan-waktu",
                target.isian.place,
                kata=word.capitalize(),
                target=target.isian,
            )


# matches "≥ 80", not "Baik"
_NUMERIC = re.compile(r"[<>≤≥±−=-]*\s*[0-9]")


def number_without_unit(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A number or range without a unit, unless "Persentase …" says which is missing."""
    bare = subject.sheets_without_units
    for indikator in subject.measures:
        target = indikator.target
        if target.satuan or sheet_of(indikator) in bare or not _NUMERIC.match(target.isian.text):
            continue
        told = first_word(indikator) in _PERCENTAGES and target.nilai is not None
        if not told and not subject.cell(indikator, "satuan"):
            yield finding("satuan-kosong", target.isian.place, target=target.isian)


def sheet_without_units(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sheet whose every number lacks its unit."""
    for group in subject.sheets_without_units.values():
        yield finding(
            "satuan-kosong-semua",
            replace(subject.at(group[0], "satuan"), row=None),
            edits=[
                edit
                for indikator in group
                if first_word(indikator) in _PERCENTAGES
                for edit in _percent_sign(subject, indikator)
            ],
        )


def _percent_sign(subject: CascadeSubject, indikator: Indikator) -> list[Edit]:
    """Return the edit that enters "%" in an empty Satuan cell; a wrong unit may mean more."""
    place = subject.at(indikator, "satuan")
    return [Edit(place, 0, 0, "%")] if not indikator.target.satuan and place.cell else []


# matches "LEVEL 2", not "2 LEVEL"
_LED_BY_UNIT = re.compile(r"([^\W\d]+)\.?\s*([0-9]+(?:,[0-9]+)?)")
_DECLARED: Mapping[str, str] = {fold(unit): unit for unit in SATUAN} | {"persen": "%"}


def unit_before_number(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A target such as "LEVEL 2": a number with its unit, but typed as words."""
    for indikator in subject.measures:
        text = indikator.target.isian
        match = _LED_BY_UNIT.fullmatch(text.text)
        if match and fold(match[1]) in _DECLARED and not subject.cell(indikator, "satuan"):
            yield finding(
                "target-diawali-satuan",
                text.place,
                target=text,
                angka=match[2],
                satuan=_DECLARED[fold(match[1])],
            )


def unit_spelt_two_ways(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A unit written in more than one way: the Satuan list decides, else what most rows say."""
    used = Counter(indikator.target.satuan for indikator in subject.measures)
    spelt: dict[str, list[str]] = defaultdict(list)
    for unit, _ in used.most_common():
        spelt[_same(unit)].append(unit)
    rights = {
        unit: _DECLARED.get(same) or _abbreviation(units) or units[0]
        for same, units in spelt.items()
        for unit in units
        if len(units) > 1
    }
    told: set[Place] = set()
    for indikator in subject.measures:
        unit, cell = indikator.target.satuan, indikator.target.isian
        right = rights.get(unit, unit)
        if right == unit:
            continue
        if unit not in cell.raw:
            cell = subject.cell(indikator, "satuan") or cell
        if cell.place not in told:
            told.add(cell.place)
            edits = retyped_everywhere(cell, unit, right)
            yield finding("satuan-beda-tulis", cell.place, edits=edits, isi=unit, baku=right)


def _abbreviation(units: Sequence[str]) -> str | None:
    """Return the spelling in capitals of a short unit that others write in small letters: ASN."""
    return next((one for one in units if one.isupper() and len(one) <= _SHORT), None)


_SHORT = 5


def _same(unit: str) -> str:
    """Return the key under which all spellings of a unit meet."""
    return fold(_DECLARED.get(fold(unit), unit))
