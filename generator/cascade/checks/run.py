"""What an experienced planner would remark on a sound tree. Nothing here stops a decree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.cascade.checks import (
    completeness,
    links,
    nomenklatur,
    repeats,
    sums,
    targets,
    texts,
    units,
)
from generator.cascade.checks.official import without_official
from generator.cascade.checks.subject import CascadeSubject
from generator.cascade.model import Cascade
from generator.findings.finding import Diagnostic
from generator.nomenklatur.tables import Nomenklatur
from generator.values import Row

Check = Callable[[CascadeSubject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    links.nothing_below,
    links.nobody_supports,
    links.nobody_contributes,
    links.unknown_indikator_induk,
    links.same_officer_at_two_levels,
    repeats.sasaran_repeats_the_one_above,
    repeats.sasaran_at_two_places,
    repeats.indikator_at_two_places,
    repeats.one_name_for_several_boxes,
    units.percentage_without_percent,
    units.percent_of_a_grade_or_count,
    units.things_counted_in_time,
    units.number_without_unit,
    units.sheet_without_units,
    units.unit_before_number,
    units.unit_spelt_two_ways,
    targets.more_than_all,
    targets.two_decimal_marks,
    targets.against_arah,
    targets.jump_over_tenfold,
    targets.same_as_last_year,
    sums.unequal_sum,
    sums.unequal_pagu,
    completeness.empty_columns,
    completeness.no_officer,
    completeness.empty_top_box,
    texts.misspelt,
    texts.activity_as_sasaran,
    texts.several_things_in_one,
    texts.another_year,
    nomenklatur.unknown_code,
    nomenklatur.code_against_level,
    nomenklatur.code_against_parent,
    nomenklatur.code_against_name,
    nomenklatur.code_against_measure,
    nomenklatur.nearly_official,
)


OF_CODES: tuple[Check, ...] = (
    nomenklatur.unknown_code,
    nomenklatur.code_against_name,
    nomenklatur.code_against_measure,
)
"""What another year's table may say otherwise."""


def check_cascade(
    cascade: Cascade, rows: Sequence[Row], tahun: str, table: Nomenklatur
) -> list[Diagnostic]:
    """Return what every check finds in a tree in which nothing is Salah.

    `rows` are the rows it was built of, `tahun` is the decree's year as typed, `table` is the
    official one of that year.
    """
    if not cascade.akar:
        return []
    year = int(tahun) if tahun.isascii() and tahun.isdigit() and len(tahun) == 4 else None
    subject = CascadeSubject(cascade, rows, year, table)
    order = {row.place: number for number, row in enumerate(rows)}

    def in_books(one: Diagnostic) -> int:
        return order.get(replace(one.place, column=None, heading=None), -1)

    found = [one for check in CHECKS for one in sorted(check(subject), key=in_books)]
    return without_official(found, subject)


def check_codes(
    cascade: Cascade, rows: Sequence[Row], tahun: str, table: Nomenklatur
) -> list[Diagnostic]:
    """Return what the table of another year says of the codes of a tree, and of their names."""
    subject = CascadeSubject(cascade, rows, int(tahun), table)
    return [one for check in OF_CODES for one in check(subject)]
