"""Printer of findings: grouped for a terminal, one a line for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from generator.bahasa.commands import shown as shown_commands
from generator.findings.finding import Diagnostic, Waived, worst_first
from generator.findings.rule import LAW, Rule, Severity
from generator.values import Place
from generator.worklist.grouping import (
    Kelompok,
    WorkBlock,
    WorkItem,
    Worklist,
    sheet_of,
    worklist,
)

_COLOURS = {
    Kelompok.DAHULU: "bold red",
    Kelompok.MENGHALANGI: "bold red",
    Kelompok.PASTI: "bold green",
    Kelompok.DIPUTUSKAN: "bold yellow",
    Kelompok.CATATAN: "bold cyan",
}
_THEN = {
    Kelompok.MENGHALANGI: ": selama masih ada, naskahnya tidak dibuat",
    Kelompok.PASTI: ": dikerjakan periksa --usulkan",
}
_CERTAIN = " Dikerjakan --usulkan."
_ARROW = "→"
_PLAIN = str.maketrans({"›": ">", "–": "-", "…": "...", "→": "->", "≤": "<=", "≥": ">="})
"""What stands in for a character that the console's encoding does not have."""


def shown(findings: Iterable[Diagnostic], everything: bool) -> list[Diagnostic]:
    """Return what is to be shown, worst first: without Catatan unless everything is asked for."""
    return worst_first(
        one for one in findings if everything or one.severity is not Severity.CATATAN
    )


def shown_waived(waived: Iterable[Waived], everything: bool) -> list[Waived]:
    """Return what is to be shown of the waived: Catatan only when everything is asked for."""
    hidden = () if everything else (Severity.CATATAN,)
    return [one for one in waived if one.finding.severity not in hidden]


def line(one: Diagnostic) -> str:
    """Return a finding as one line: code, level, place, what, cure."""
    head = f"[{one.rule.code}] {one.severity.value}: {one.place}"
    return _one_line(f"{head}: {one.statement} {one.cure}")


def waived_line(one: Waived) -> str:
    """Return a waived finding as one line: code, level, place, why it stands, what it said."""
    found = one.finding
    head = f"[{found.rule.code}] {found.severity.value}: {found.place}"
    return _one_line(f"{head}: dikecualikan ({one.alasan}): {found.statement}")


def print_findings(
    findings: Sequence[Diagnostic],
    stream: TextIO,
    waived: Sequence[Waived] = (),
    *,
    everything: bool = False,
) -> None:
    """Write findings, already sorted, to a stream: grouped on a terminal, else one a line.

    Without `everything` Catatan are left out, and of what is certain a terminal gets one line a
    rule.
    """
    shown_to_pipe, left = shown(findings, everything), shown_waived(waived, everything)
    work = worklist(findings if stream.isatty() else shown_to_pipe, left)
    if stream.isatty():
        _print_grouped(work, stream, everything=everything)
    else:
        for text in (*map(line, shown_to_pipe), *map(waived_line, left)):
            stream.write(encodable(text, stream) + "\n")
    if work.cites_butir:
        stream.write(encodable(f"Butir yang disebut ada di {LAW}.", stream) + "\n")


def _print_grouped(work: Worklist, stream: TextIO, *, everything: bool) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False, emoji=False)

    def say(*pieces: tuple[str, str], indent: int = 0, clipped: bool = False) -> None:
        text = Text.assemble(
            *((encodable(_one_line(one), stream), style) for one, style in pieces),
            no_wrap=clipped,
            overflow="ellipsis" if clipped else "fold",
        )
        console.print(Padding(text, (0, 0, 0, indent), expand=False))

    def say_item(item: WorkItem, cells: str) -> None:
        hint = _CERTAIN if item.replacements and item.rule.severity is Severity.SALAH else ""
        say(
            (cells, "bold"),
            (f"  [{item.rule.code}] ", "dim"),
            (item.statement, ""),
            (f" {_ARROW} {item.cure}{hint}", "green"),
            indent=4,
        )

    for section in work.sections:
        if section.kelompok is Kelompok.CATATAN and not everything:
            continue
        kelompok = section.kelompok
        head = f"{kelompok.value.capitalize()} ({section.findings})"
        say((head + _THEN.get(kelompok, ""), _COLOURS[kelompok]))
        for block in section.blocks:
            if isinstance(block.about, Rule):
                say((f"{block.findings:>4}  {_summary(block)}", ""), clipped=not everything)
            else:
                say((sheet_of(block.about), "underline"), indent=2)
            if everything or not isinstance(block.about, Rule):
                for item in block.items:
                    say_item(item, _cells(item, block.about))
        console.print()
    if work.waived:
        say((f"Dikecualikan ({len(work.waived)})", "bold"))
        for one in work.waived:
            found = one.finding
            said = f"  [{found.rule.code}] {found.statement}"
            say((str(found.place), "bold"), (f"{said} Alasan: {one.alasan}", "dim"), indent=2)
        console.print()


def _summary(block: WorkBlock) -> str:
    """Return what is certain of one rule in a line: its name and how a few cells change."""
    rule = block.items[0].rule
    butir = f" (butir {rule.butir})" if rule.butir else ""
    changes = dict.fromkeys(
        f"{one.old or '(kosong)'} {_ARROW} {one.new or '(kosong)'}"
        for item in block.items
        for one in item.replacements
    )
    return f"[{rule.code}] {rule.title}{butir}: {'; '.join(changes)}".removesuffix(": ")


def _cells(item: WorkItem, about: Rule | Place) -> str:
    """Return where an item is, as its block leaves it to say."""
    if isinstance(about, Rule):
        return item.where(Place(""))
    return item.where(about) + (f" ({item.heading})" if item.heading else "")


def encodable(text: str, stream: TextIO) -> str:
    """Return the text as the stream shows it, obeying nothing in it.

    Commands become signs, and what the stream's encoding lacks plain characters.
    """
    text = shown_commands(text)
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
