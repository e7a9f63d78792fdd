"""Two folders or decrees compared: read either way, reported three ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.app.berkas import Reading, read_folder
from generator.app.cetak import print_decree
from generator.app.outcome import DONE, MEND, Outcome
from generator.bahasa.wording import fold, read_tanggal
from generator.files.output import free_name, make_folder, write_beside
from generator.findings.finding import Diagnostic, finding
from generator.findings.rule import Severity
from generator.revision.compare.butir import Butir, butir_in, butir_of
from generator.revision.compare.years import ButirPair, Line, Perubahan, compare, lines
from generator.revision.opened import DecreeFile, open_decree
from generator.revision.read.edits import Suntingan
from generator.schema.keputusan import IDENTITAS, KEPUTUSAN
from generator.values import Place
from generator.workbook.copies.shelved import CHANGED_COPY

_TANGGAL = (KEPUTUSAN.kind, IDENTITAS.name, "Tanggal", "0")
_OF_ROWS = (Suntingan.DITAMBAH, Suntingan.DIHAPUS)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it says, and where it came from."""

    path: Path
    source: Reading | DecreeFile
    tahun: str
    perangkat_daerah: str
    tanggal: date | None
    butir: tuple[Butir, ...]

    def word(self) -> bytes | Diagnostic:
        """Return the decree as a Word file; of a folder it is made in memory."""
        if isinstance(self.source, DecreeFile):
            return self.source.data
        return print_decree(self.source)


def compare_decrees(
    old: Path, new: Path, xlsx: Path | None = None, word: Path | None = None
) -> tuple[Outcome, tuple[Line, ...]]:
    """Compare two folders or decrees, and write what is asked for, never over a file."""
    sides = [read_side(old), read_side(new)]
    unread = [one for side in sides if not isinstance(side, Side) for one in side]
    if unread:
        return Outcome(tuple(unread), ("Tidak ada yang dibandingkan.",), MEND), ()
    lama, baru = (side for side in sides if isinstance(side, Side))
    pairs = compare(lama.butir, baru.butir)
    findings = list(_doubts(lama, baru))
    summary = list(_summary(lama, baru, pairs))
    for path, content in _asked(lama, baru, pairs, xlsx, word):
        written = content if isinstance(content, Diagnostic) else _write(path, content)
        if isinstance(written, Diagnostic):
            findings.append(written)
        else:
            summary.append(f"Perbandingan ditulis: {written}")
    failed = any(one.severity is Severity.SALAH for one in findings)
    outcome = Outcome(tuple(findings), tuple(summary), MEND if failed else DONE)
    return outcome, tuple(lines(pairs))


def read_side(path: Path) -> Side | list[Diagnostic]:
    """Read a folder or a decree, or say what keeps it from being compared."""
    if path.is_dir():
        return _read_folder(path)
    opened = open_decree(path)
    if isinstance(opened, Diagnostic):
        return [opened]
    texts = opened.texts
    origin = opened.stamp.origin
    return Side(
        path,
        opened,
        origin.tahun,
        origin.perangkat_daerah,
        read_tanggal(texts.get(_TANGGAL, "")),
        butir_in(opened.stamp, texts),
    )


def _read_folder(folder: Path) -> Side | list[Diagnostic]:
    reading = read_folder(folder)
    decree = reading.decree
    if reading.exit_code or decree is None:
        wrong = (one for one in reading.findings if one.severity is Severity.SALAH)
        return list(_within(folder, wrong))
    identitas = decree.identitas
    return Side(
        folder,
        reading,
        identitas.tahun.text,
        identitas.perangkat_daerah.text,
        read_tanggal(identitas.tanggal.text),
        butir_of(reading.cascade),
    )


def _within(folder: Path, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings with their folder before the book, since two folders have the same books."""
    name = folder.resolve().name
    for one in findings:
        yield replace(one, place=replace(one.place, book=f"{name}/{one.place.book}"))


def _doubts(lama: Side, baru: Side) -> Iterator[Diagnostic]:
    """Yield what makes the comparison less than it seems."""
    if fold(lama.perangkat_daerah) != fold(baru.perangkat_daerah):
        yield finding(
            "perangkat-daerah-berbeda",
            Place(baru.path.name),
            lama=lama.perangkat_daerah,
            baru=baru.perangkat_daerah,
        )
    for side in (lama, baru):
        if isinstance(side.source, DecreeFile):
            rows = [one for one in side.source.edits if one.kind in _OF_ROWS]
            if rows:
                yield finding("baris-tidak-dibandingkan", Place(side.path.name), banyak=len(rows))
        else:
            copies = (one for one in side.source.findings if one.rule.name == CHANGED_COPY)
            yield from _within(side.path, copies)


def _asked(
    lama: Side, baru: Side, pairs: tuple[ButirPair, ...], xlsx: Path | None, word: Path | None
) -> Iterator[tuple[Path, bytes | Diagnostic]]:
    if xlsx:
        from generator.revision.compare.workbook import comparison_book

        yield xlsx, comparison_book(pairs, *_years(lama, baru))
    if word:
        yield word, _redline(lama, baru, Place(word.name))


def _redline(lama: Side, baru: Side, place: Place) -> bytes | Diagnostic:
    from generator.revision.compare.redline import redline

    old, new = lama.word(), baru.word()
    if isinstance(old, Diagnostic):
        return old
    if isinstance(new, Diagnostic):
        return new
    return redline(old, new, baru.tanggal, place)


def _write(path: Path, content: bytes) -> Path | Diagnostic:
    path = free_name(path)
    return make_folder(path.parent) or write_beside(path, content) or path


def _years(lama: Side, baru: Side) -> tuple[str, str]:
    """Return what to call the two: their years, or their names where these are the same."""
    if lama.tahun != baru.tahun:
        return lama.tahun, baru.tahun
    return f"{lama.tahun} (lama)", f"{baru.tahun} (baru)"


def _summary(lama: Side, baru: Side, pairs: tuple[ButirPair, ...]) -> Iterator[str]:
    """Yield what changed in figures: nodes, then targets."""
    yield "Dibandingkan: {} dengan {}.".format(*_years(lama, baru))
    nodes = [line.perubahan for line in lines(pairs) if line.ukuran is None]
    shown = (Perubahan.DITAMBAH, Perubahan.DIHAPUS, Perubahan.PINDAH)
    counts = [f"{nodes.count(one)} {one.value}" for one in shown]
    reworded = sum(one not in shown for one in nodes)
    yield f"Isi pohon: {', '.join(counts)}, {reworded} berganti bunyi."
    measured = [line for line in lines(pairs) if line.ukuran]
    changes = [line.ukuran.selisih for line in measured if line.ukuran]
    up, down = (sum(bool(one and one * sign > 0) for one in changes) for sign in (1, -1))
    kinds = [line.perubahan for line in measured]
    others = kinds.count(Perubahan.TARGET) - up - down
    yield (
        f"Target: {up} naik, {down} turun, {kinds.count(Perubahan.TETAP)} tetap, "
        f"{others} berubah tanpa selisih angka, {kinds.count(Perubahan.DITAMBAH)} ditambahkan, "
        f"{kinds.count(Perubahan.DIHAPUS)} dihapus."
    )
