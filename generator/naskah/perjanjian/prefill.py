"""The rows with which the book of officials begins: every office that the tree names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.bahasa.wording import fold
from generator.naskah.keys import resolve
from generator.naskah.kind import Source
from generator.naskah.perjanjian.owners import offices_in, signing_office
from generator.schema.keputusan import (
    IDENTITAS,
    KEPUTUSAN,
    NAMA_PENANDATANGAN,
    NIP,
    PANGKAT,
)
from generator.schema.pejabat import PEJABAT_SHEET

_HEADS = {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}
_SIGNER = {"nama": NAMA_PENANDATANGAN, "pangkat": PANGKAT, "nip": NIP}


def prefill(source: Source) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Return a row for the head of the region and one for each office, in the order of the tree.

    The one who signs the decree has name, rank and number from there.
    """
    jabatan = dict.fromkeys(one for node in source.cascade.walk() for one in offices_in(node))
    signer = _signer(source)
    head = _head_of_region(source.isian.get("pemerintah", ""))
    return {
        PEJABAT_SHEET.name: [
            {"jabatan": one, **signer.get(fold(one), {})} for one in (*head, *jabatan)
        ]
    }


def _signer(source: Source) -> Mapping[str, Mapping[str, str]]:
    """Return what the decree says of the official who signs it, by his office."""
    rows = source.lembar[KEPUTUSAN.kind, IDENTITAS.name]
    entries, _ = resolve(IDENTITAS, rows, KEPUTUSAN.kind, KEPUTUSAN.filename)
    said = {role: entries.maybe(key) for role, key in _SIGNER.items()}
    return {signing_office(entries): {role: str(isian) for role, isian in said.items() if isian}}


def _head_of_region(pemerintah: str) -> tuple[str, ...]:
    """Return the office of the head of a region, () where its name does not say which.

    "Kabupaten Lembah Sagara" has the Bupati Lembah Sagara.
    """
    match = re.fullmatch(r"(kabupaten|kota|provinsi) (.+)", pemerintah, re.IGNORECASE)
    return (f"{_HEADS[match[1].casefold()]} {match[2]}",) if match else ()
