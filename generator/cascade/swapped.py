"""Kode and Kode Induk typed into each other's column, read as they are meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from generator.bahasa.wording import fold
from generator.cascade.fill import each
from generator.findings.cures import replacement
from generator.findings.finding import Diagnostic, finding
from generator.values import Row


def put_right(baris: pd.DataFrame) -> tuple[pd.DataFrame, list[Diagnostic]]:
    """Return the rows with Kode and Kode Induk where they belong, and what was found."""
    swapped = frozenset(_swapped(baris))
    both = list(each(baris, "kode", "kode_induk"))
    findings = [
        _finding(row, *both[nth]) for nth, (row,) in enumerate(each(baris, "row")) if nth in swapped
    ]
    if not swapped:
        return baris, findings
    put = [pair[::-1] if nth in swapped else pair for nth, pair in enumerate(both)]
    kode = pd.Series([one for one, _ in put], index=baris.index, dtype=object)
    induk = pd.Series([one for _, one in put], index=baris.index, dtype=object)
    return baris.assign(kode=kode, kode_induk=induk), findings


def _swapped(baris: pd.DataFrame) -> Iterator[int]:
    """Yield which rows are surely swapped.

    That is a whole sheet where no Kode Induk is a Kode of a level above, but some Kode are; and a
    row whose Kode is that of a row above or beside it, while no row has its Kode Induk.
    """
    rows: list[tuple[int, int, str, str]] = []
    levels: dict[str, set[int]] = defaultdict(set)
    parents: dict[str, set[str]] = defaultdict(set)
    for nth, (kode, induk, tingkat) in enumerate(each(baris, "kode", "kode_induk", "tingkat")):
        if isinstance(kode, str):
            levels[fold(kode)].add(tingkat)
            if isinstance(induk, str):
                parents[fold(kode)].add(fold(induk))
                rows.append((nth, tingkat, fold(kode), fold(induk)))

    def is_above(code: str, tingkat: int) -> bool:
        return min(levels.get(code, {tingkat})) < tingkat

    right = {tingkat for _, tingkat, _, induk in rows if is_above(induk, tingkat)}
    wrong = {tingkat for _, tingkat, kode, _ in rows if is_above(kode, tingkat)}
    for nth, tingkat, kode, induk in rows:
        known = is_above(kode, tingkat) or len(parents[kode]) > 1
        if tingkat in wrong - right or (known and induk not in levels):
            yield nth


def _finding(row: Row, kode: str, induk: str) -> Diagnostic:
    first, second = row.cells["kode_induk"], row.cells["kode"]
    edits = [
        replacement(first.place, first.raw, second.raw),
        replacement(second.place, second.raw, first.raw),
    ]
    related = [row.at("kode_induk")]
    return finding(
        "kode-tertukar", row.at("kode"), related=related, edits=edits, kode=kode, induk=induk
    )
