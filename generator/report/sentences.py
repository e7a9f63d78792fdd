"""What is said of the events that a command ends with, one line each, in Indonesian."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from itertools import groupby
from pathlib import Path

from generator.app.outcome import (
    DONE,
    MEND,
    MISUSE,
    BooksProposed,
    CascadeRead,
    CodesFound,
    CodesOffered,
    Compared,
    CopiesWait,
    Curable,
    Described,
    EditsTraced,
    Entered,
    Event,
    FileWritten,
    Judged,
    KeepEdits,
    LeftAsMade,
    Next,
    Nothing,
    TableUsed,
    Tallied,
    UpdateOf,
    What,
    YearBegun,
)
from generator.cascade.model import Jenis
from generator.files.placed import Placed
from generator.findings.finding import tally
from generator.revision.compare.years import ComparisonLine, Perubahan
from generator.revision.read.edits import EditKind, EditMade
from generator.revision.read.excerpts import shortened
from generator.revision.read.stories import excerpt
from generator.revision.update.notes import Note

_WRITTEN: Mapping[What, str] = {
    What.NASKAH: "{title} ditulis",
    What.DIPERBARUI: "{title} diperbarui",
    What.PDF: "PDF ditulis",
    What.MATRIKS: "Matriks ditulis",
    What.GAMBAR: "Gambar ditulis",
    What.PERBANDINGAN: "Perbandingan ditulis",
    What.TEMUAN: "Daftar temuan untuk dibaca di peramban dan dicetak",
    What.DITANDAI: "Salinan bertanda",
    What.USULAN: "Salinan usulan",
    What.BERTANDA_DAN_USULAN: "Salinan usulan bertanda",
    What.DARI_WORD: "Salinan usulan",
}
_NOTHING: Mapping[Nothing, str] = {
    Nothing.SALAH: "Tidak ada yang ditulis; betulkan dulu yang bertingkat Salah.",
    Nothing.GAGAL: "Tidak ada yang ditulis.",
    Nothing.TANPA_TANDA: "Tidak ada yang perlu ditandai.",
    Nothing.TANPA_USULAN: "Tidak ada yang dapat dibetulkan dengan sendirinya.",
    Nothing.TANPA_SALINAN: "Tidak ada salinan usulan yang menunggu di hasil-periksa.",
    Nothing.TANPA_PERBANDINGAN: "Tidak ada yang dibandingkan.",
    Nothing.TANPA_ASAL: "Asal-usulnya tidak dapat ditunjukkan.",
    Nothing.TANPA_PENGEMBALIAN: "Tidak ada yang diusulkan.",
    Nothing.TANPA_BIDANG: (
        "Tidak ada yang ditulis; bidangnya belum diketahui. Sebutkan, misalnya --bidang 5.03."
    ),
}
_NEXT: Mapping[Next, str] = {
    Next.BETULKAN_SALINAN: (
        "Buka salinan itu: setiap temuan berwarna dan berkomentar di selnya. Betulkan di sana, "
        "simpan, lalu tutup."
    ),
    Next.BETULKAN_SISANYA: (
        "Buka salinan itu: yang pasti sudah dibetulkan (hijau), temuan lain berwarna dan "
        "berkomentar di selnya. Betulkan sisanya di sana, simpan, lalu tutup."
    ),
    Next.PINDAHKAN_USULAN: "Buka salinan itu, lihat yang diubah, lalu tutup.",
    Next.PERIKSA_LAGI: "Periksa lagi untuk melihat yang tersisa.",
    Next.TULIS_USULAN: (
        "Dengan --tulis, usulan ini ditulis ke salinan buku di folder hasil-periksa."
    ),
}
_FEW = 3
"""So many like edits are listed one by one."""
_WHICH_TABLE = "Tabelnya mengikuti Tahun di lembar Identitas; bila masih kosong, yang terbaru."
_MOST_CODES = 20
"""So many lines of an official table are shown at once."""
_JUDGED: Mapping[int, str] = {
    DONE: "{title}{count} dapat dibuat.",
    MEND: "{title} belum dapat dibuat; betulkan dulu yang bertingkat Salah.",
    MISUSE: "{title} belum dapat dibuat; betulkan dulu templat Word-nya.",
}


def sentences(events: Iterable[Event]) -> tuple[str, ...]:
    """Return what is said of events, in their order."""
    lines: list[str] = []
    for (what, folder), same in groupby(events, _in_folder):
        alike = list(same)
        if folder and len(alike) > _FEW:
            lines.append(f"{what}: {len(alike)} berkas di {folder}")
        else:
            lines += (line for event in alike for line in _said(event))
    return tuple(lines)


def _in_folder(event: Event) -> tuple[str, Path | None]:
    """Return what is said alike of all files of a kind that were written to one folder."""
    if isinstance(event, FileWritten):
        return _WRITTEN[event.what].format(title=event.title), event.path.parent
    return "", None


@singledispatch
def _said(event: Event) -> Iterator[str]:
    raise NotImplementedError(type(event))


@_said.register
def _(event: CascadeRead) -> Iterator[str]:
    yield (
        f"Terbaca: {event.sasaran} sasaran, {event.program} program, "
        f"{event.sasaran_program} sasaran program, {event.kegiatan} kegiatan, "
        f"{event.sub_kegiatan} sub kegiatan, {event.indikator} indikator."
    )


@_said.register
def _(event: Tallied) -> Iterator[str]:
    yield tally(event.findings, event.waived)


@_said.register
def _(event: Judged) -> Iterator[str]:
    count = f" ({event.count})" if event.count > 1 else ""
    yield _JUDGED[event.exit_code].format(title=event.title, count=count)


@_said.register
def _(event: FileWritten) -> Iterator[str]:
    yield f"{_WRITTEN[event.what].format(title=event.title)}: {event.path}"


@_said.register
def _(event: Placed) -> Iterator[str]:
    yield f"{event.path}: {event.placement.value}."


@_said.register
def _(event: Nothing) -> Iterator[str]:
    yield _NOTHING[event]


@_said.register
def _(event: Next) -> Iterator[str]:
    yield _NEXT[event]


@_said.register
def _(event: Curable) -> Iterator[str]:
    yield (
        f"{event.count} temuan sudah pasti cara membetulkannya; --usulkan menulis salinan yang "
        "sudah dibetulkan."
    )


@_said.register
def _(event: CopiesWait) -> Iterator[str]:
    yield (
        "Setuju? Taruh salinan itu di tempat bukunya; yang lama disimpan di cadangan: "
        f'sk-cascading terima "{event.folder}"'
    )


@_said.register
def _(event: KeepEdits) -> Iterator[str]:
    yield (
        "Agar suntingan orang tidak hilang, masukkan data baru ke dalamnya: "
        f'sk-cascading perbarui "{event.edited}" "{event.folder}"'
    )


@_said.register
def _(event: YearBegun) -> Iterator[str]:
    yield f"Buku tahun {event.tahun} siap diisi; target yang lama ada di kolom Target Tahun Lalu."
    yield (
        "Isi Target (sel kuning), Nomor, dan Tanggal, lalu baca ulang Menimbang, Mengingat, dan "
        "penandatangan."
    )


@_said.register
def _(event: EditsTraced) -> Iterator[str]:
    yield f"Suntingan di Word: {event.edits}; sel yang diusulkan berubah: {event.proposals}."
    if event.others:
        yield f"{event.others} suntingan lain bukan pada teks dari buku, jadi tidak diusulkan."


@_said.register
def _(event: Compared) -> Iterator[str]:
    """Say what changed in figures: nodes, then targets."""
    yield f"Dibandingkan: {event.lama} dengan {event.baru}."
    naskah = [line for line in event.lines if not isinstance(line.jenis, Jenis)]
    if naskah:
        yield f"Naskah: {len(naskah)} perubahan butir dan penandatangan."
    tree = [line for line in event.lines if isinstance(line.jenis, Jenis)]
    nodes = [line.perubahan for line in tree if line.ukuran is None]
    shown = (Perubahan.DITAMBAH, Perubahan.DIHAPUS, Perubahan.PINDAH)
    counts = [f"{nodes.count(one)} {one.value}" for one in shown]
    reworded = sum(one not in shown for one in nodes)
    yield f"Isi pohon: {', '.join(counts)}, {reworded} berganti bunyi."
    yield _targets([line for line in tree if line.ukuran])


def _targets(measured: list[ComparisonLine]) -> str:
    changes = [line.ukuran.selisih for line in measured if line.ukuran]
    up, down = (sum(bool(one and one * sign > 0) for one in changes) for sign in (1, -1))
    kinds = [line.perubahan for line in measured]
    others = kinds.count(Perubahan.TARGET) - up - down
    return (
        f"Target: {up} naik, {down} turun, {kinds.count(Perubahan.TETAP)} tetap, "
        f"{others} berubah tanpa selisih angka, {kinds.count(Perubahan.DITAMBAH)} ditambahkan, "
        f"{kinds.count(Perubahan.DIHAPUS)} dihapus."
    )


@_said.register
def _(event: Described) -> Iterator[str]:
    stamp = event.file.stamp
    origin = stamp.origin
    template = "bawaan program" if origin.template == event.stock_template else origin.template
    yield f"{event.title}: {event.file.path.name}"
    yield f"Perangkat daerah: {origin.perangkat_daerah}"
    yield f"Tahun: {origin.tahun}"
    reach = "; lebih baru daripada keputusan ini, jadi namanya saja" if event.names_only else ""
    if event.table:
        yield f"Tabel nomenklatur: {event.table}{reach}"
    yield f"Dibuat oleh: sk-cascading {origin.program}"
    yield f"Templat Word: {template} (SHA-256 {origin.template_digest})"
    yield "Dibuat dari:"
    for name, digest in origin.inputs.items():
        yield f"  {name} (SHA-256 {digest})"
    values = len({one.identity for one in stamp.anchors})
    yield f"Isi dari buku: {values} isian, tercetak di {len(stamp.anchors)} tempat."
    if not event.file.edits:
        saved = "" if event.untouched else ", hanya disimpan ulang"
        yield f"Belum disunting sejak dibuat{saved}."
        return
    yield f"Suntingan sejak dibuat: {len(event.file.edits)}."
    for edit in event.file.edits:
        source = f" [{edit.anchor.place}]" if edit.anchor else ""
        yield f"  {edit.place}: {edit.kind.value}{_change(edit)}{source}"


def _change(edit: EditMade) -> str:
    old, new = shortened(edit.old, edit.new) if edit.old and edit.new else (edit.old, edit.new)
    texts = [f'"{" ".join(text.split())}"' for text in (old, new) if text]
    return f": {' → '.join(texts)}" if texts else ""


@_said.register
def _(event: Entered) -> Iterator[str]:
    entered = (f"{one.place}: {_became(one)}" for one in event.entered)
    yield f"Terbawa: {len(event.carried)} suntingan orang."
    yield from (f"  {line}" for line in _gathered(event.carried))
    yield from _listed("Dimasukkan", "perubahan data, sebagai perubahan terlacak", entered)
    yield f"Bentrok: {len(event.conflicts)}."
    if any(one.is_about_a_table for one in event.entered):
        yield (
            "Terima atau tolak perubahannya di Word: LibreOffice meninggalkan halaman kosong di "
            "tempat lembar yang diganti."
        )


@_said.register
def _(event: UpdateOf) -> Iterator[str]:
    yield f"{event.path.name}:"


@_said.register
def _(event: LeftAsMade) -> Iterator[str]:
    if event.count:
        yield (f"{event.count} naskah lain belum disunting orang; perintah buat membuatnya baru.")


@_said.register
def _(event: CodesFound) -> Iterator[str]:
    """Say the likeliest lines, each with what the table sets for it."""
    for one in event.lines[:_MOST_CODES]:
        yield f"{one.kode}  {one.nama} ({one.jenis.nama})"
        if one.indikator:
            yield f"    Indikator: {one.indikator} ({one.satuan})"
        if one.sebelumnya:
            yield f"    Menggantikan: {one.sebelumnya}"
    count = len(event.lines)
    if not count:
        yield f"Tidak ada yang cocok dalam {event.table}. Coba kata lain, atau sebagian saja."
    elif count > _MOST_CODES:
        yield (
            f"{count} baris cocok, {_MOST_CODES} yang pertama ditampilkan; tambah katanya, atau "
            f"sebut --bidang. Sumber: {event.table}."
        )
    else:
        yield f"{count} baris cocok. Sumber: {event.table}."


@_said.register
def _(event: TableUsed) -> Iterator[str]:
    yield f"Kode dan nama resmi: {event.table}."


@_said.register
def _(event: CodesOffered) -> Iterator[str]:
    yield (
        f"Kolom Kode Rekening menawarkan kode dari {event.table}. Pilih kodenya dan isi Target; "
        "nama, sasaran, indikator, dan satuannya dibaca dari tabel itu."
    )
    yield _WHICH_TABLE


@_said.register
def _(event: BooksProposed) -> Iterator[str]:
    yield (
        f"Isinya dari {event.table}. Hapus baris yang tidak dilaksanakan, isi Target, lalu "
        "sesuaikan Kode Induk, sasaran, dan indikator program."
    )
    yield _WHICH_TABLE


def _gathered(edits: Iterable[EditMade]) -> Iterator[str]:
    """Yield a line for each edit, and one for what was done alike in many places."""
    alike: dict[tuple[EditKind, str, str], list[EditMade]] = {}
    for one in edits:
        what = one.place.rpartition(", ")[2] if one.kind is EditKind.BENTUK else one.place
        alike.setdefault((one.kind, what, _became(one)), []).append(one)
    for (kind, what, became), same in alike.items():
        if len(same) > _FEW:
            yield f"{len(same)} tempat, {what}, {kind.value}: {became}"
        else:
            yield from (f"{one.place}, {kind.value}: {became}" for one in same)


def _listed(head: str, what: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    yield f"{head}: {len(listed)} {what}."
    yield from (f"  {line}" for line in listed)


def _became(one: EditMade | Note) -> str:
    """Say what became of a text in one line."""
    before, after = (" ".join(excerpt(text).split()) for text in (one.old, one.new))
    if not before:
        return f'"{after}" masuk'
    return f'"{before}" menjadi "{after}"' if after else f'"{before}" dihapus'
