"""The command `bandingkan`: two folders or documents, read either way, reported three ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.app.berkas import Berkas, document_of, open_known, read_folder
from generator.app.cetak import print_document
from generator.app.outcome import (
    Compared,
    Event,
    FileWritten,
    Nothing,
    Outcome,
    What,
    ended,
    stopped,
)
from generator.bahasa.tanggal import read_tanggal
from generator.bahasa.wording import fold
from generator.files.output import BESIDE, Written, make_folder, write
from generator.findings.finding import Diagnostic, finding
from generator.findings.rule import Severity
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.naskah.keputusan_cascading.model import Decree, PangkatDanNip
from generator.naskah.kind import Kind
from generator.naskah.registry import KINDS
from generator.revision.compare.butir import Butir, butir_in, butir_of
from generator.revision.compare.decree import (
    Bagian,
    Texts,
    decree_lines,
    numbered,
    signed,
    texts_in,
)
from generator.revision.compare.years import ButirPair, ComparisonLine, compare, lines
from generator.revision.opened import StampedFile
from generator.revision.read.edits import EditKind
from generator.schema.keputusan import JABATAN_PENANDATANGAN, NAMA_PENANDATANGAN, NIP, PANGKAT
from generator.values import Place
from generator.workbook.copies.hasil_periksa import CHANGED_COPY

_OF_ROWS = (EditKind.DITAMBAH, EditKind.DIHAPUS)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it says, and where it came from."""

    path: Path
    source: Berkas | StampedFile
    kind: Kind[Any]
    tahun: str
    perangkat_daerah: str
    tanggal: date | None
    butir: tuple[Butir, ...]
    naskah: Texts


def compare_years(
    old: Path,
    new: Path,
    xlsx: Path | None = None,
    word: Path | None = None,
    kinds: Sequence[Kind[Any]] = KINDS,
) -> Outcome:
    """Compare two folders or documents, and write what is asked for, never over a file."""
    sides = [_read_side(path, kinds) for path in (old, new)]
    unread = [one for side in sides if not isinstance(side, Side) for one in side]
    if unread:
        return stopped(unread, Nothing.TANPA_PERBANDINGAN, counted=False)
    lama, baru = (side for side in sides if isinstance(side, Side))
    pairs = compare(lama.butir, baru.butir)
    findings = list(_doubts(lama, baru))
    changed = tuple(decree_lines(lama.naskah, baru.naskah, (lama.tahun, baru.tahun)))
    events: list[Event] = [Compared(*_years(lama, baru), (*changed, *lines(pairs)))]
    for path, content in _asked(lama, baru, pairs, changed, xlsx, word):
        written = content if isinstance(content, Diagnostic) else _write(path, content)
        if isinstance(written, Diagnostic):
            findings.append(written)
        else:
            findings += [written.because] if written.because else []
            events.append(FileWritten(What.PERBANDINGAN, written.path))
    return ended(findings, events)


def _read_side(path: Path, kinds: Sequence[Kind[Any]]) -> Side | list[Diagnostic]:
    """Read a folder or a document, or say what keeps it from being compared."""
    if path.is_dir():
        return _read_folder(path, kinds)
    known = open_known(path, kinds)
    if isinstance(known, Diagnostic):
        return [known]
    opened, kind = known
    texts = opened.texts
    origin = opened.stamp.origin
    return Side(
        path,
        opened,
        kind,
        origin.tahun,
        origin.perangkat_daerah,
        read_tanggal(texts.get(kind.dated_by, "")),
        butir_in(opened.stamp, texts),
        texts_in(opened),
    )


def _read_folder(folder: Path, kinds: Sequence[Kind[Any]]) -> Side | list[Diagnostic]:
    berkas = read_folder(folder, kinds)
    naskah = berkas.of(KEPUTUSAN_CASCADING)
    if naskah is None:
        wrong = (one for one in berkas.findings if one.severity is Severity.SALAH)
        return list(_within(folder, wrong))
    document = naskah.documents[0]
    return Side(
        folder,
        berkas,
        KEPUTUSAN_CASCADING,
        document.tahun,
        document.perangkat_daerah,
        read_tanggal(document.tanggal),
        butir_of(berkas.cascade),
        _texts_of(naskah.model),
    )


def _texts_of(decree: Decree) -> Texts:
    """Return what the parts of a folder's decree print."""
    identitas = decree.identitas
    signing = identitas.penandatangan
    keys = {JABATAN_PENANDATANGAN.name: "\n".join(one.text for one in signing.jabatan)}
    keys[NAMA_PENANDATANGAN.name] = signing.nama.text
    if identitas.pangkat_dan_nip is not PangkatDanNip.TIDAK:
        for key, one in ((PANGKAT, signing.pangkat), (NIP, signing.nip)):
            keys |= {key.name: one.text} if one else {}
    lists = {
        Bagian.MENIMBANG: decree.menimbang,
        Bagian.MENGINGAT: decree.mengingat,
        Bagian.DIKTUM: decree.diktum,
        Bagian.TEMBUSAN: decree.tembusan,
    }
    printed = {one: numbered([item.text for item in items]) for one, items in lists.items()}
    return {**printed, Bagian.PENANDATANGAN: signed(keys)}


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
        if isinstance(side.source, StampedFile):
            rows = [one for one in side.source.edits if one.kind in _OF_ROWS]
            if rows:
                yield finding("baris-tidak-dibandingkan", Place(side.path.name), banyak=len(rows))
        else:
            copies = (one for one in side.source.findings if one.rule.name == CHANGED_COPY)
            yield from _within(side.path, copies)


def _asked(
    lama: Side,
    baru: Side,
    pairs: tuple[ButirPair, ...],
    changed: Sequence[ComparisonLine],
    xlsx: Path | None,
    word: Path | None,
) -> Iterator[tuple[Path, bytes | Diagnostic]]:
    if xlsx:
        from generator.revision.compare.workbook import comparison_book

        tahun = _number(lama.tahun), _number(baru.tahun)
        yield xlsx, comparison_book(pairs, *_years(lama, baru), changed, tahun)
    if word:
        yield word, _redline(lama, baru, Place(word.name))


def _redline(lama: Side, baru: Side, place: Place) -> bytes | Diagnostic:
    from generator.revision.compare.redline import redline

    old, new = (_word(side, other) for side, other in ((lama, baru), (baru, lama)))
    if isinstance(old, Diagnostic):
        return old
    if isinstance(new, Diagnostic):
        return new
    return redline(old, new, baru.tanggal, place)


def _word(side: Side, other: Side) -> bytes | Diagnostic:
    """Return one side as a Word file; of a folder the document that the other side is."""
    if isinstance(side.source, StampedFile):
        return _same_kind(side.source, other.source) or side.source.data
    berkas = side.source
    if isinstance(other.source, StampedFile):
        found = document_of(other.source, other.kind, berkas)
        if isinstance(found, Diagnostic):
            return found
        return print_document(berkas, *found)
    naskah = berkas.of(KEPUTUSAN_CASCADING)
    assert naskah is not None
    return print_document(berkas, naskah, naskah.documents[0])


def _same_kind(one: StampedFile, other: Berkas | StampedFile) -> Diagnostic | None:
    """Say so when two documents are not the same one of two years."""
    if isinstance(other, Berkas):
        return None
    mine, theirs = one.stamp.origin, other.stamp.origin
    if (mine.kind, mine.key) == (theirs.kind, theirs.key):
        return None
    return finding("naskah-berlainan", Place(one.path.name), lain=other.path.name)


def _write(path: Path, content: bytes) -> Written | Diagnostic:
    return make_folder(path.parent) or write(path, content, BESIDE)


def _number(tahun: str) -> int:
    return int(tahun) if tahun.isdigit() else 0


def _years(lama: Side, baru: Side) -> tuple[str, str]:
    """Return what to call the two: their years, or old and new where these are the same."""
    if lama.tahun != baru.tahun:
        return lama.tahun, baru.tahun
    return "lama", "baru"
