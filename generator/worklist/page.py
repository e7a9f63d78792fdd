"""The findings of a folder as one page for any browser: no script, nothing from outside.

All that people typed is escaped; what a screen would obey in it is shown as a sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import islice

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from generator.bahasa.commands import shown, shown_in_lines
from generator.findings.finding import Waived
from generator.findings.rule import LAW, Rule
from generator.opc.limits import LISTED
from generator.values import Place
from generator.worklist.grouping import (
    Kelompok,
    Replacement,
    WorkBlock,
    WorkItem,
    Worklist,
    sheet_of,
)

TextAt = Callable[[Place], str | None]
"""Gives what stands in a cell."""

_LONGEST = 240
"""Characters of a cell that are shown; the rest is read in the book."""
_PIECE = 120
"""Characters of what is replaced, and of what replaces it."""
_CELLS = 20
"""So many cells of one item show what stands in them."""
_LEADS = {
    Kelompok.DAHULU: "Selama ini belum beres, temuan lainnya mungkin tentang berkas yang keliru.",
    Kelompok.MENGHALANGI: "Selama masih ada, keputusan atau naskah lain bukunya tidak dibuat.",
    Kelompok.PASTI: (
        "Cara membetulkannya sudah pasti: sk-cascading periksa --usulkan mengerjakannya di salinan "
        "buku, dan sk-cascading terima menaruh salinan itu di tempat bukunya."
    ),
    Kelompok.DIPUTUSKAN: "Tidak menghalangi apa pun; yang ini hanya Anda yang tahu.",
    Kelompok.CATATAN: "Sekadar pemberitahuan.",
}


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one cell, or what becomes of a piece of it."""

    cell: str
    text: str = ""
    old: str = ""
    new: str = ""


def findings_page(work: Worklist, text_at: TextAt, folder: str, tally: str) -> str:
    """Return the page of a folder; `tally` says how many findings there are of each level."""
    room = LISTED.limit
    sections = []
    for section in work.sections:
        blocks = []
        for nth, block in enumerate(section.blocks):
            rows = [_row(item, block, text_at) for item in block.items[: max(room, 0)]]
            room -= len(block.items)
            if rows:
                name = f"{_id(section.kelompok)}-{nth + 1}"
                title, count = _title(block.about), block.findings
                blocks.append({"id": name, "title": title, "findings": count, "rows": rows})
        sections.append(
            {
                "id": _id(section.kelompok),
                "title": section.kelompok.value.capitalize(),
                "lead": _LEADS[section.kelompok],
                "findings": section.findings,
                "blocks": blocks,
            }
        )
    return _template().render(
        folder=shown(folder),
        tally=tally,
        sections=sections,
        waived=[*_waived(work.waived)],
        cites_butir=work.cites_butir,
        law=LAW,
        left=max(-room, 0),
        written=_written,
    )


def _row(item: WorkItem, block: WorkBlock, text_at: TextAt) -> dict[str, object]:
    first = item.places[0]
    by_rule = isinstance(block.about, Rule)
    cells = [place for place in item.places if place.cell]
    values = [_Cell(_cell(place, first), _clipped(text_at(place) or "")) for place in cells]
    if len({one.text for one in values}) == 1:
        values = values[:1]
    return {
        "place": shown(item.where(Place("") if by_rule else first)),
        "column": shown(item.heading),
        "typed": values[:_CELLS],
        "left": max(len(values) - _CELLS, 0),
        "statement": shown(item.statement),
        "code": item.rule.code,
        "title": item.rule.title,
        "level": item.rule.severity.value,
        "cure": shown(item.cure),
        "changes": [*_changes(item.replacements, first)],
        "by_rule": by_rule,
    }


def _changes(replacements: Iterable[Replacement], first: Place) -> Iterable[_Cell]:
    for one in islice(replacements, _CELLS):
        yield _Cell(
            _cell(one.place, first), old=_clipped(one.old, _PIECE), new=_clipped(one.new, _PIECE)
        )


def _waived(waived: Iterable[Waived]) -> Iterable[dict[str, str]]:
    for one in islice(waived, LISTED.limit):
        found = one.finding
        yield {
            "place": shown(str(found.place)),
            "statement": shown(found.statement),
            "code": found.rule.code,
            "title": found.rule.title,
            "level": found.severity.value,
            "alasan": shown(one.alasan),
        }


def _cell(place: Place, first: Place) -> str:
    same = (place.book, place.sheet) == (first.book, first.sheet)
    return shown(str(place.cell) if same else str(replace(place, heading=None)))


def _title(about: Rule | Place) -> str:
    if isinstance(about, Rule):
        return f"{about.title} [{about.code}]"
    return shown(sheet_of(about))


def _clipped(text: str, most: int = _LONGEST) -> str:
    text = shown_in_lines(text)
    return text if len(text) <= most else f"{text[:most]} …"


def _written(text: str) -> Markup:
    """Return a text as it stands in its cell, or that it is empty."""
    return Markup(escape(text)) if text else Markup('<span class="empty">kosong</span>')


def _id(kelompok: Kelompok) -> str:
    return kelompok.value.replace(" ", "-")


@cache
def _template() -> Template:
    source = (files(__package__) / "temuan.html.jinja").read_text("utf-8")
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(source)
