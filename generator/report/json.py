"""Printer of findings, and of what a command lists, for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from generator.app.outcome import CodesFound, Entered, Outcome
from generator.bahasa.commands import COMMANDS
from generator.findings.finding import Diagnostic, worst_first
from generator.findings.pieces import proposals
from generator.findings.rule import LAW
from generator.values import Place
from generator.word.render import Anchor
from generator.worklist.grouping import kelompok_of


def to_json(outcome: Outcome) -> str:
    """Return the JSON text of `--json`, version 1."""
    lists = [
        _lists(event) if isinstance(event, Entered) else _codes(event)
        for event in outcome.events
        if isinstance(event, Entered | CodesFound)
    ]
    text = json.dumps(
        {
            "versi": 1,
            "dasar_butir": LAW,
            "temuan": _findings(worst_first(outcome.findings)),
            "dikecualikan": [
                found | {"alasan": one.alasan}
                for one in outcome.waived
                for found in _findings([one.finding])
            ],
            **{name: items for found in lists for name, items in found.items()},
        },
        ensure_ascii=False,
        indent=2,
    )
    return "\n".join(COMMANDS.sub(_escaped, line) for line in text.split("\n"))


def _escaped(match: re.Match[str]) -> str:
    """Return a command to a terminal as JSON writes it; it stands in a text, for JSON has none."""
    return f"\\u{ord(match[0]):04x}"


def _findings(findings: Sequence[Diagnostic]) -> list[dict[str, object]]:
    return list(map(_finding, findings, proposals(findings)))


def _finding(one: Diagnostic, pieces: Iterable[tuple[Place, str, str]]) -> dict[str, object]:
    return {
        "kode": one.rule.code,
        "tingkat": one.severity.value,
        "kelompok": kelompok_of(one).value,
        **_place(one.place),
        "judul": one.place.heading,
        "sel_lain": [_place(place) for place in one.alike],
        "pesan": one.message,
        "saran": one.cure,
        "butir": one.rule.butir or None,
        "usulan": [{**_place(place), "lama": old, "baru": new} for place, old, new in pieces],
    }


def _place(place: Place) -> dict[str, object]:
    return {"buku": place.book, "lembar": place.sheet, "sel": place.cell}


def _codes(event: CodesFound) -> dict[str, object]:
    return {
        "tabel": event.table,
        "nomenklatur": [
            {
                "kode": one.kode,
                "jenis": one.jenis.nama,
                "nama": one.nama,
                "kinerja": one.kinerja,
                "indikator": one.indikator,
                "satuan": one.satuan,
                "sebelumnya": one.sebelumnya,
            }
            for one in event.lines
        ],
    }


def _lists(event: Entered) -> dict[str, object]:
    return {
        "terbawa": [
            {"jenis": one.kind.value, **_item(one.place, one.old, one.new, one.anchor)}
            for one in event.carried
        ],
        "dimasukkan": [_item(one.place, one.old, one.new, one.anchor) for one in event.entered],
        "bentrok": [_item(one.place, one.old, one.new, one.anchor) for one in event.conflicts],
    }


def _item(place: str, old: str, new: str, anchor: Anchor | None) -> dict[str, object]:
    """Return one entry of a list; the cell is None for what comes from no book."""
    cell = str(anchor.place) if anchor else None
    return {"tempat": place, "lama": old, "baru": new, "sel": cell}
