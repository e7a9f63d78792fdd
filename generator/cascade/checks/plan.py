"""Checks of what a Renstra plans: its target of the year, and the years of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject
from generator.findings.finding import Diagnostic, finding
from generator.values import Place, Target

_FAR = 10
"""No Renstra that a decree follows has years further away."""


def against_plan(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A target that is not what the plan says for the year of the decree."""
    for indikator in subject.measures:
        target, planned = indikator.target, indikator.rencana.get(subject.tahun or 0)
        if planned and _differ(target, planned):
            yield finding(
                "target-lain-dari-rencana",
                target.isian.place,
                related=[planned.isian.place],
                target=target.isian,
                rencana=planned.isian,
                tahun=subject.tahun,
            )


def far_year(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A column of a plan whose year is surely mistyped; one of which nobody knows what it says."""
    columns: dict[Place, int] = {
        replace(planned.isian.place, row=None): year
        for indikator in subject.measures
        for year, planned in indikator.rencana.items()
    }
    for place, year in columns.items():
        if subject.tahun and abs(year - subject.tahun) > _FAR:
            yield finding("tahun-rencana-jauh", place, tahun=subject.tahun, rencana=year)


def _differ(target: Target, planned: Target) -> bool:
    """Whether two targets of one row say different things; one may leave the unit to the other."""
    if target.nilai is None or planned.nilai is None:
        return _bare(target) != _bare(planned)
    units = {fold(target.satuan), fold(planned.satuan)} - {""}
    return target.nilai != planned.nilai or len(units) > 1


def _bare(target: Target) -> str:
    return fold(target.isian.text).removesuffix(fold(target.satuan)).strip()
