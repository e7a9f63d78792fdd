"""What an experienced planner would remark on a sound tree. Nothing here stops a decree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.cascade import (
    check_completeness,
    check_links,
    check_repeats,
    check_sums,
    check_targets,
    check_texts,
    check_units,
)
from generator.cascade.model import Cascade
from generator.cascade.subject import Subject
from generator.diagnostics import Diagnostic
from generator.schema import Row

Check = Callable[[Subject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_links.nothing_below,
    check_links.nobody_supports,
    check_links.nobody_contributes,
    check_links.unknown_indikator_induk,
    check_links.same_officer_at_two_levels,
    check_repeats.sasaran_repeats_the_one_above,
    check_repeats.sasaran_at_two_places,
    check_repeats.indikator_at_two_places,
    check_repeats.one_name_for_several_boxes,
    check_units.percentage_without_percent,
    check_units.percent_of_a_grade_or_count,
    check_units.things_counted_in_time,
    check_units.number_without_unit,
    check_units.sheet_without_units,
    check_units.unit_before_number,
    check_units.unit_spelt_two_ways,
    check_targets.more_than_all,
    check_targets.two_decimal_marks,
    check_targets.against_arah,
    check_targets.jump_over_tenfold,
    check_targets.same_as_last_year,
    check_sums.unequal_sum,
    check_sums.unequal_pagu,
    check_completeness.empty_columns,
    check_completeness.no_officer,
    check_completeness.empty_top_box,
    check_texts.misspelt,
    check_texts.activity_as_sasaran,
    check_texts.several_things_in_one,
    check_texts.another_year,
)


def check_cascade(cascade: Cascade, rows: Sequence[Row], tahun: str) -> list[Diagnostic]:
    """Return what every check finds in a tree in which nothing is Salah.

    `rows` are the rows it was built of, `tahun` is the decree's year as typed.
    """
    if not cascade.akar:
        return []
    year = int(tahun) if tahun.isascii() and tahun.isdigit() and len(tahun) == 4 else None
    subject = Subject(cascade, rows, year)
    order = {row.place: number for number, row in enumerate(rows)}

    def in_books(one: Diagnostic) -> int:
        return order.get(replace(one.place, column=None, heading=None), -1)

    return [one for check in CHECKS for one in sorted(check(subject), key=in_books)]
