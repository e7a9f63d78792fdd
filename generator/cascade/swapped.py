"""Kode and Kode Induk typed into each other's column, read as they are meant."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from generator.bahasa.wording import fold
from generator.cascade.fill import each
from generator.findings.cures import replacement
from generator.findings.finding import Diagnostic, finding


def put_right(baris: pd.DataFrame) -> tuple[pd.DataFrame, list[Diagnostic]]:
    """Return the rows with Kode and Kode Induk where they belong, and what was found.

    They are surely swapped where the Kode is that of a level above, and the Kode Induk that of no
    row at all.
    """
    levels: dict[str, set[int]] = defaultdict(set)
    for kode, tingkat in each(baris, "kode", "tingkat"):
        if isinstance(kode, str):
            levels[fold(kode)].add(tingkat)
    findings: list[Diagnostic] = []
    codes: dict[int, tuple[str, str]] = {}
    for nth, (kode, induk, tingkat, row) in enumerate(
        each(baris, "kode", "kode_induk", "tingkat", "row")
    ):
        if not (isinstance(kode, str) and isinstance(induk, str)):
            continue
        if min(levels[fold(kode)]) < tingkat and fold(induk) not in levels:
            first, second = row.cells["kode_induk"], row.cells["kode"]
            edits = [
                replacement(first.place, first.raw, second.raw),
                replacement(second.place, second.raw, first.raw),
            ]
            at, related = row.at("kode"), [row.at("kode_induk")]
            findings.append(
                finding("kode-tertukar", at, related=related, edits=edits, kode=kode, induk=induk)
            )
            codes[nth] = induk, kode
    if not codes:
        return baris, findings
    both = list(each(baris, "kode", "kode_induk"))
    put = [codes.get(nth, given) for nth, given in enumerate(both)]
    kode_column = pd.Series([one for one, _ in put], index=baris.index, dtype=object)
    induk_column = pd.Series([one for _, one in put], index=baris.index, dtype=object)
    return baris.assign(kode=kode_column, kode_induk=induk_column), findings
