"""Checks of sums: a "Jumlah …" against its parts below, a Pagu against the money below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.bahasa.numbers import format_number
from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject
from generator.cascade.checks.units import is_percent
from generator.cascade.model import Indikator, Kotak, Simpul, boxes
from generator.findings.finding import Diagnostic, finding


def unequal_sum(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A "Jumlah …" that is not the sum of what contributes to it, all of one unit.

    What contributes is known by Indikator Induk; where no row below has one, by beginning with
    the same words. Percentages and indices are never summed, nor what serves others too.
    """
    for node in subject.nodes:
        if any(child.bersama for child in node.anak):
            continue
        below = [indikator for child in _measured(node.anak) for indikator in child.indikator]
        for whole in node.indikator if below else ():
            parts = _parts(whole, below) if _summable(whole, whole) else []
            if not parts or not all(_summable(part, whole) for part in parts):
                continue
            total = sum((part.target.nilai or Decimal() for part in parts), Decimal())
            if total != whole.target.nilai:
                yield finding(
                    "jumlah-tidak-cocok",
                    whole.target.isian.place,
                    related=[part.target.isian.place for part in parts],
                    target=whole.target.isian,
                    jumlah=format_number(total),
                    rincian=_addition(parts),
                )


def _measured(nodes: Sequence[Simpul]) -> Iterator[Simpul]:
    """Yield the nearest nodes with indikator: below a Kegiatan that has none, its children."""
    for node in nodes:
        if node.indikator:
            yield node
        else:
            yield from _measured(node.anak)


def _parts(whole: Indikator, below: Sequence[Indikator]) -> list[Indikator]:
    text = fold(whole.teks.text)
    if any(one.indikator_induk for one in below):
        return [one for one in below if fold(one.indikator_induk) == text]
    return [one for one in below if f"{fold(one.teks.text)} ".startswith(f"{text} ")]


def _summable(part: Indikator, whole: Indikator) -> bool:
    return (
        part.teks.text.casefold().startswith("jumlah ")
        and part.target.nilai is not None
        and not is_percent(part.target)
        and fold(part.target.satuan) == fold(whole.target.satuan)
    )


def _addition(parts: Sequence[Indikator], limit: int = 6) -> str:
    shown = [str(part.target.isian) for part in parts[:limit]]
    return " + ".join([*shown, "…"] if len(parts) > limit else shown)


def unequal_pagu(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A Pagu that is not the sum of those below it, or is less than those that are known.

    A box that stands under several parents with one Pagu may have its parts under any of them. What
    a program that serves several sasaran spends for each, nobody knows.
    """
    shared: dict[tuple[object, ...], list[Simpul]] = defaultdict(list)
    for box in subject.boxes:
        shared[_budget(box)] += box.simpul
    for box in subject.boxes:
        whole = _pagu(box)
        cell = next((node.pagu for node in box.simpul if node.pagu), None)
        shares = any(child.bersama for node in box.simpul for child in node.anak)
        if whole is None or cell is None or shares:
            continue
        below, complete = _spent(box)
        everywhere = replace(box, simpul=tuple(shared[_budget(box)]))
        if _is_at_odds(whole, below, complete) and _is_at_odds(whole, *_spent(everywhere)):
            yield finding(
                "pagu-tidak-cocok",
                cell.place,
                pagu=format_number(whole),
                jumlah=format_number(below),
                selisih=format_number(abs(below - whole)),
            )


def _budget(box: Kotak) -> tuple[object, ...]:
    """Return what tells the budget of a box from others: a box without a name has its own."""
    if box.nama is None:
        return (box.simpul[0].kode,)
    return box.jenis, fold(box.nama.text), _pagu(box)


def _is_at_odds(whole: Decimal, below: Decimal, complete: bool) -> bool:
    return below > whole or (complete and below != whole)


def _pagu(box: Kotak) -> Decimal | None:
    """Return the Pagu of a box; the same amount on several of its nodes is that one amount."""
    given = {node.nilai_pagu for node in box.simpul if node.nilai_pagu is not None}
    return sum(given, Decimal()) if given else None


def _spent(box: Kotak) -> tuple[Decimal, bool]:
    """Return (the sum of what is known below a box, whether that is all there is below).

    What stands below several of its nodes under one name and with one Pagu counts once.
    """
    below = boxes(tuple(child for node in box.simpul for child in node.anak))
    total, complete = Decimal(), bool(below)
    for child in below:
        pagu = _pagu(child)
        amount, known = _spent(child) if pagu is None else (pagu, True)
        total += amount
        complete = complete and known
    return total, complete
