"""What an experienced planner would remark on a sound tree. Nothing here stops a decree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from generator.cascade.checks import (
    completeness,
    links,
    nomenklatur,
    outcomes,
    plan,
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
from generator.values import Place, Row

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
    repeats.kegiatan_repeats_below,
    repeats.sasaran_says_no_more,
    repeats.one_name_for_several_boxes,
    units.percentage_without_percent,
    units.percent_of_a_grade_or_count,
    units.things_counted_in_time,
    units.number_without_unit,
    units.sheet_without_units,
    units.unit_before_number,
    units.unit_spelt_two_ways,
    targets.more_than_all,
    targets.part_of_a_thing,
    targets.nothing_as_target,
    targets.two_decimal_marks,
    targets.against_arah,
    targets.jump_over_tenfold,
    targets.same_as_last_year,
    plan.against_plan,
    plan.far_year,
    sums.unequal_sum,
    sums.unequal_pagu,
    completeness.empty_columns,
    completeness.no_officer,
    completeness.empty_top_box,
    texts.misspelt,
    texts.strange_words,
    texts.activity_as_sasaran,
    texts.several_things_in_one,
    texts.another_year,
    outcomes.process_at_the_top,
    outcomes.indikator_without_measure,
    outcomes.sasaran_as_indikator,
    outcomes.unit_of_other_things,
    outcomes.formula_that_is_none,
    nomenklatur.unknown_code,
    nomenklatur.code_against_level,
    nomenklatur.code_against_parent,
    nomenklatur.code_against_name,
    nomenklatur.code_against_measure,
    nomenklatur.nearly_official,
)


OF_ROWS: frozenset[Check] = frozenset(
    (
        repeats.sasaran_says_no_more,
        units.percentage_without_percent,
        units.percent_of_a_grade_or_count,
        units.things_counted_in_time,
        units.unit_before_number,
        targets.more_than_all,
        targets.part_of_a_thing,
        targets.nothing_as_target,
        targets.against_arah,
        targets.jump_over_tenfold,
        plan.against_plan,
        texts.misspelt,
        texts.strange_words,
        texts.activity_as_sasaran,
        texts.several_things_in_one,
        texts.another_year,
        outcomes.process_at_the_top,
        outcomes.indikator_without_measure,
        outcomes.sasaran_as_indikator,
        outcomes.unit_of_other_things,
        outcomes.formula_that_is_none,
    )
)
"""The checks that look at one row at a time, and mean something whatever is wrong elsewhere."""


OF_CODES: tuple[Check, ...] = (
    nomenklatur.unknown_code,
    nomenklatur.code_against_name,
    nomenklatur.code_against_measure,
)
"""What another year's table may say otherwise."""


def check_cascade(
    cascade: Cascade,
    rows: Sequence[Row],
    tahun: str,
    table: Nomenklatur,
    broken: Collection[Place] = (),
) -> list[Diagnostic]:
    """Return what every check finds whose inputs are sound.

    `rows` are the rows the tree was built of, `tahun` is the decree's year as typed, `table` is
    the official one of that year. `broken` are the places where something is Salah: then only rows
    are looked at, each by itself, and not those cells.
    """
    checks = [check for check in CHECKS if not broken or check in OF_ROWS]
    silent = {replace(place, heading=None) for place in broken}
    if not cascade.akar:
        return []
    year = int(tahun) if tahun.isascii() and tahun.isdigit() and len(tahun) == 4 else None
    subject = CascadeSubject(cascade, rows, year, table)
    order = {row.place: number for number, row in enumerate(rows)}

    def in_books(one: Diagnostic) -> int:
        return order.get(replace(one.place, column=None, heading=None), -1)

    found = [one for check in checks for one in sorted(check(subject), key=in_books)]
    told = without_official(found, subject)
    return [one for one in told if replace(one.place, heading=None) not in silent]


def check_codes(
    cascade: Cascade, rows: Sequence[Row], tahun: str, table: Nomenklatur
) -> list[Diagnostic]:
    """Return what the table of another year says of the codes of a tree, and of their names."""
    subject = CascadeSubject(cascade, rows, int(tahun), table)
    return [one for check in OF_CODES for one in check(subject)]
