"""The commands: they parse, call the pipeline and print. Nothing is decided here.

The pipeline is imported inside the commands, so that help answers at once.
"""

from __future__ import annotations

import atexit
import gc
import gettext
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.app.outcome import Outcome
    from generator.naskah.kind import Kind

PROGRAM = "sk-cascading"


class _Nama(click.Path):
    """The name of a file or folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        if not os.fspath(value):
            self.fail("namanya kosong; tulis nama berkas atau foldernya.", param, ctx)
        return Path(value)


FOLDER = _Nama()
HERE = Path()
"""The folder that a command works in where none is named."""
_HERE = "biasanya folder ini"


class _Tahun(click.ParamType[str]):
    """A year in four digits."""

    name = "tahun"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"[12][0-9]{3}", value):
            self.fail(f"{value} bukan tahun; tulis empat angka, misalnya 2027.", param, ctx)
        return value


class _Bidang(click.ParamType[str]):
    """A field of government that the official tables have: 5.03."""

    name = "bidang"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from generator.nomenklatur.kode import PENUNJANG
        from generator.nomenklatur.packed import names

        if value not in names() or value == PENUNJANG:
            self.fail(f"{value} bukan kode bidang; tulis misalnya 5.03 atau 1.02.", param, ctx)
        return value


class _JenisNaskah(click.ParamType["Kind[Any]"]):
    """A kind of document, by its key or by the book that asks for it."""

    name = "jenis"

    def convert(
        self,
        value: str | Kind[Any],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Kind[Any]:
        from generator.naskah.registry import KINDS

        named = [kind for kind in KINDS if value in (kind, kind.key, kind.asked_by.kind)]
        if not named:
            known = ", ".join(kind.key for kind in KINDS)
            self.fail(f"{value} bukan jenis naskah; yang ada: {known}.", param, ctx)
        return named[0]


def _only_one(ctx: click.Context, param: click.Parameter, values: tuple[Path, ...]) -> Path:
    """Return the folder that stands before what has to be named, or the one it is by itself."""
    if len(values) > 1:
        raise click.UsageError(f"Kata ini tidak diperlukan: {values[1]}", ctx)
    return values[0] if values else HERE


class _InOrder(click.Group):
    """Commands listed in the order of the work instead of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH",
    epilog=f"Bantuan sebuah perintah: {PROGRAM} PERINTAH --help",
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s", help="Tampilkan versi program.")
def app() -> None:
    """Membuat Surat Keputusan Penetapan Cascading dan Pohon Kinerja dari buku Excel."""


@app.command(options_metavar="[PILIHAN]", short_help="Menulis contoh yang sudah terisi.")
@click.argument(
    "folder",
    type=FOLDER,
    required=False,
    help="Folder tujuan, dibuat bila belum ada; biasanya contoh-bersih atau contoh-bkpsdm-2022.",
)
@click.option(
    "--2022",
    "historical",
    is_flag=True,
    help="Tulis contoh dari tahun 2022: buku BKPSDM Tanjung Jabung Barat.",
)
def contoh(folder: Path | None, historical: bool) -> None:
    """Menulis contoh yang sudah terisi: sebuah dinas kesehatan, disusun menurut kaidah."""
    from generator.app.template import write_example
    from generator.contoh.fill import BERSIH, BKPSDM_2022

    which = BKPSDM_2022 if historical else BERSIH
    _finish(write_example(folder or Path(f"contoh-{which}"), which))


@app.command(options_metavar="[PILIHAN]", short_help="Menulis buku kosong atau templat Word.")
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder tujuan, dibuat bila belum ada; {_HERE}."
)
@click.option(
    "--dari",
    type=FOLDER,
    metavar="FOLDER",
    help="Folder yang sudah terisi; kodenya menjadi pilihan Kode Induk di buku baru.",
)
@click.option(
    "--bidang",
    type=_Bidang(),
    multiple=True,
    metavar="KODE",
    help="Bidang kantor, misalnya 5.03; kodenya menjadi pilihan Kode Rekening. Boleh diulang.",
)
@click.option(
    "--tambah",
    type=_JenisNaskah(),
    multiple=True,
    metavar="JENIS",
    help="Tambahkan buku untuk naskah lain, misalnya pejabat untuk perjanjian kinerja; isinya "
    "dimulai dari buku yang sudah ada. Boleh diulang.",
)
@click.option("--word", is_flag=True, help="Tulis templat Word saja, untuk disesuaikan.")
@click.option(
    "--jenis",
    metavar="JENIS",
    help="Jenis kantor: kecamatan, setda, dengan-tujuan (ada tujuan di atas sasaran), atau uptd. "
    "Dengan --word: jenis naskah yang templatnya ditulis, biasanya keputusan.",
)
def template(
    folder: Path,
    dari: Path | None,
    bidang: tuple[str, ...],
    tambah: tuple[Kind[Any], ...],
    word: bool,
    jenis: str | None,
) -> None:
    """Menulis buku yang siap diisi; berkas yang sudah ada tidak ditimpa."""
    from generator.app.template import add_books, write_templates, write_word_template

    if word and (dari or bidang or tambah):
        raise click.UsageError("--word hanya dapat dipakai bersama --jenis.")
    if tambah and (dari or bidang or jenis):
        raise click.UsageError(
            "--tambah tidak dapat dipakai bersama --dari, --bidang, dan --jenis."
        )
    if word:
        kind = _JenisNaskah().convert(jenis, None, None) if jenis else None
        _finish(write_word_template(folder, kind) if kind else write_word_template(folder))
    elif tambah:
        _finish(add_books(folder, tambah))
    else:
        _finish(write_templates(folder, dari, bidang, _kind_of_office(jenis)))


def _kind_of_office(named: str | None) -> str:
    from generator.naskah.keputusan_cascading.awal import kinds_of_office

    if named and named not in kinds_of_office():
        known = ", ".join(kinds_of_office())
        raise click.UsageError(f"{named} bukan jenis kantor; yang ada: {known}.")
    return named or ""


@app.command(
    "isi-nomenklatur",
    options_metavar="[PILIHAN]",
    short_help="Menulis buku berisi program dan kegiatan resmi.",
)
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder kerja, dibuat bila belum ada; {_HERE}."
)
@click.option(
    "--bidang",
    type=_Bidang(),
    multiple=True,
    metavar="KODE",
    help="Bidang kantor, misalnya 5.03; boleh diulang. Biasanya yang sudah ditawarkan bukunya.",
)
def isi_nomenklatur(folder: Path, bidang: tuple[str, ...]) -> None:
    """Menulis buku Eselon III dan IV berisi semua program, kegiatan, dan sub kegiatan resmi.

    Yang tidak dilaksanakan tinggal dihapus; targetnya tinggal diisi. Buku yang sudah berisi tidak
    diubah, usulannya ditaruh di folder hasil-periksa.
    """
    from generator.app.nomenklatur import fill_books

    _finish(fill_books(folder, bidang))


@app.command(
    options_metavar="[PILIHAN]", short_help="Mencari kode dan nama resmi.", no_args_is_help=True
)
@click.argument("kata", nargs=-1, required=True, help="Kode, awal kode, atau kata dalam namanya.")
@click.option(
    "--bidang",
    type=_Bidang(),
    multiple=True,
    metavar="KODE",
    help="Cari dalam bidang ini saja, misalnya 5.03; boleh diulang.",
)
@click.option("--tahun", type=_Tahun(), help="Pakai tabel tahun ini; biasanya yang terbaru.")
@click.option("--provinsi", is_flag=True, help="Pakai tabel provinsi.")
@click.option("--json", "as_json", is_flag=True, help="Tulis hasilnya sebagai JSON.")
def nomenklatur(
    kata: tuple[str, ...],
    bidang: tuple[str, ...],
    tahun: str | None,
    provinsi: bool,
    as_json: bool,
) -> None:
    """Mencari program, kegiatan, dan sub kegiatan resmi; salah ketik dimaafkan."""
    from generator.app.nomenklatur import find

    _finish(find(kata, bidang, tahun or "", provinsi=provinsi), as_json=as_json)


@app.command(options_metavar="[PILIHAN]", short_help="Memeriksa isi folder kerja.")
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder kerja yang berisi buku-buku Excel; {_HERE}."
)
@click.option("--json", "as_json", is_flag=True, help="Tulis temuan sebagai JSON.")
@click.option("--semua", is_flag=True, help="Tampilkan juga yang bertingkat Catatan.")
@click.option(
    "--tandai",
    is_flag=True,
    help="Tulis salinan setiap buku yang ada temuannya ke hasil-periksa di dalam folder itu, "
    "dengan warna dan komentar pada selnya.",
)
@click.option(
    "--usulkan",
    is_flag=True,
    help="Tulis salinan buku ke hasil-periksa dengan yang pasti cara membetulkannya sudah "
    "dibetulkan dan ditandai.",
)
def periksa(folder: Path, as_json: bool, semua: bool, tandai: bool, usulkan: bool) -> None:
    """Memeriksa isi folder kerja; buku-bukunya tidak pernah diubah."""
    from generator.app.periksa import check

    with _progress("Memeriksa …"):
        outcome = check(folder, tandai=tandai, usulkan=usulkan)
    _finish(outcome, as_json=as_json, everything=semua)


@app.command(options_metavar="[PILIHAN]", short_help="Menerima salinan yang diusulkan.")
@click.argument(
    "folder",
    type=FOLDER,
    default=HERE,
    help=f"Folder kerja yang berisi buku-buku Excel; {_HERE}.",
)
def terima(folder: Path) -> None:
    """Menaruh salinan usulan dari hasil-periksa di tempat bukunya.

    Buku yang lama disimpan di hasil-periksa/cadangan. Buku yang berubah sesudah disalin tidak
    diganti.
    """
    from generator.app.periksa import accept

    _finish(accept(folder))


@app.command(options_metavar="[PILIHAN]", short_help="Membuat keputusan sebagai berkas Word.")
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder kerja yang berisi buku-buku Excel; {_HERE}."
)
@click.option(
    "-o",
    "--output",
    type=FOLDER,
    metavar="FOLDER",
    default=Path("output"),
    help="Folder hasil; biasanya output.",
)
@click.option("--pdf", is_flag=True, help="Buat juga PDF-nya; memerlukan LibreOffice.")
@click.option(
    "--hanya",
    type=_JenisNaskah(),
    multiple=True,
    metavar="JENIS",
    help="Buat jenis naskah ini saja, misalnya keputusan atau perjanjian; boleh diulang. Biasanya "
    "semua yang bukunya ada.",
)
@click.option("--matriks", is_flag=True, help="Tulis juga pohon kinerja sebagai buku Excel.")
def buat(
    folder: Path, output: Path, pdf: bool, hanya: tuple[Kind[Any], ...], matriks: bool
) -> None:
    """Membuat keputusan dan naskah lain yang bukunya ada, sebagai berkas Word."""
    from generator.app.buat import make

    with _progress("Membuat naskah …"):
        only = [kind.key for kind in hanya]
        outcome = make(folder, output, pdf=pdf, matriks=matriks, only=only)
    _finish(outcome)


@app.command(
    "tahun-baru", options_metavar="[PILIHAN]", short_help="Menyiapkan buku tahun berikutnya."
)
@click.argument(
    "folder",
    type=FOLDER,
    nargs=-1,
    metavar="[FOLDER]",
    callback=_only_one,
    help=f"Folder kerja tahun lama, tidak diubah; {_HERE}.",
)
@click.argument("tahun", type=_Tahun(), help="Tahun yang baru, misalnya 2027.")
@click.option(
    "-o",
    "--output",
    type=FOLDER,
    metavar="FOLDER",
    help="Folder baru atau kosong; biasanya di sebelah folder lama, dengan tahun yang baru pada "
    "namanya.",
)
def tahun_baru(folder: Path, tahun: str, output: Path | None) -> None:
    """Menyiapkan buku tahun berikutnya: target lama pindah ke Target Tahun Lalu."""
    from generator.app.tahun_baru import begin_year

    with _progress("Menyiapkan buku …"):
        outcome = begin_year(folder, tahun, output)
    _finish(outcome, everything=True)


@app.command(options_metavar="[PILIHAN]", short_help="Membandingkan dua tahun atau dua keputusan.")
@click.argument("lama", type=FOLDER, help="Folder kerja atau keputusan Word yang lama.")
@click.argument(
    "baru",
    type=FOLDER,
    default=HERE,
    help=f"Folder kerja atau keputusan Word yang baru; {_HERE}.",
)
@click.option("--xlsx", type=FOLDER, metavar="BERKAS", help="Tulis juga buku Excel bergrafik.")
@click.option(
    "--word",
    type=FOLDER,
    metavar="BERKAS",
    help="Tulis juga keputusan Word dengan perubahan terlacak; memerlukan paket tambahan redline.",
)
def bandingkan(lama: Path, baru: Path, xlsx: Path | None, word: Path | None) -> None:
    """Membandingkan dua folder kerja atau dua keputusan: isi, induk, dan target."""
    from generator.app.bandingkan import compare_years
    from generator.report.comparison import lines_of, print_lines

    with _progress("Membandingkan …"):
        outcome = compare_years(lama, baru, xlsx, word)
    print_lines(lines_of(outcome.events), sys.stdout)
    _finish(outcome)


@app.command(options_metavar="[PILIHAN]", short_help="Menunjukkan asal-usul sebuah keputusan.")
@click.argument("berkas", type=FOLDER, help="Keputusan Word buatan program ini.")
def info(berkas: Path) -> None:
    """Menunjukkan asal-usul sebuah keputusan dan apa yang disunting sejak dibuat."""
    from generator.app.info import describe

    with _progress("Membaca keputusan …"):
        outcome = describe(berkas)
    _finish(outcome)


@app.command(
    "usulan-balik",
    options_metavar="[PILIHAN]",
    short_help="Mengembalikan suntingan Word ke buku.",
)
@click.argument("berkas", type=FOLDER, help="Keputusan Word yang sudah disunting.")
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder kerja yang menjadi asalnya; {_HERE}."
)
@click.option("--tulis", is_flag=True, help="Tulis usulan ke salinan buku di folder hasil-periksa.")
def usulan_balik(berkas: Path, folder: Path, tulis: bool) -> None:
    """Menyebut sel yang perlu diubah supaya suntingan di Word tidak perlu diulang tahun depan."""
    from generator.app.usulan_balik import bring_back

    with _progress("Mencocokkan suntingan …"):
        outcome = bring_back(berkas, folder, write=tulis)
    _finish(outcome, everything=True)


@app.command(options_metavar="[PILIHAN]", short_help="Menggambar pohon kinerja sebagai SVG.")
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder kerja yang berisi buku-buku Excel; {_HERE}."
)
@click.option(
    "--svg",
    type=FOLDER,
    metavar="BERKAS",
    help="Nama berkas gambar; biasanya output/Pohon Kinerja ….svg.",
)
def pohon(folder: Path, svg: Path | None) -> None:
    """Menggambar pohon kinerja, halaman demi halaman, untuk salindia dan laman web."""
    from generator.app.pohon import draw

    with _progress("Menggambar …"):
        outcome = draw(folder, Path("output"), svg)
    _finish(outcome)


class _Tanggal(click.ParamType[date]):
    """A date as a decree writes it."""

    name = "tanggal"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        from generator.bahasa.tanggal import read_tanggal

        day = value if isinstance(value, date) else read_tanggal(value)
        if day is None:
            self.fail(f"{value} bukan tanggal; tulis misalnya 3 Januari 2023.", param, ctx)
        return day


@app.command(options_metavar="[PILIHAN]", short_help="Memasukkan data baru ke naskah tersunting.")
@click.argument(
    "naskah",
    type=FOLDER,
    help="Naskah Word yang sudah disunting, atau folder berisi beberapa; tidak diubah.",
)
@click.argument(
    "folder", type=FOLDER, default=HERE, help=f"Folder kerja dengan data yang baru; {_HERE}."
)
@click.option(
    "-o",
    "--output",
    type=FOLDER,
    metavar="BERKAS",
    help='Berkas hasil; biasanya di sebelah naskah, dengan tambahan "(diperbarui)".',
)
@click.option(
    "--tanggal",
    type=_Tanggal(),
    help="Tanggal perubahan terlacak; biasanya tanggal keputusan yang baru.",
)
@click.option(
    "--asal",
    type=FOLDER,
    metavar="BERKAS",
    help="Keputusan seperti dulu dibuat, bila naskahnya kehilangan asal-usulnya.",
)
@click.option("--paksa", is_flag=True, help="Tulis juga bila ada suntingan yang tidak terbawa.")
@click.option("--json", "as_json", is_flag=True, help="Tulis temuan dan ringkasan sebagai JSON.")
def perbarui(
    naskah: Path,
    folder: Path,
    output: Path | None,
    tanggal: date | None,
    asal: Path | None,
    paksa: bool,
    as_json: bool,
) -> None:
    """Memasukkan data baru ke keputusan yang sudah disunting, sebagai perubahan terlacak."""
    from generator.app.perbarui import update_document, update_documents

    several = naskah.is_dir()
    if several and (output or asal):
        raise click.UsageError("--output dan --asal hanya untuk satu naskah, bukan folder.")
    with _progress("Memperbarui naskah …"):
        if several:
            outcome = update_documents(naskah, folder, force=paksa, day=tanggal)
        else:
            outcome = update_document(
                naskah, folder, output, force=paksa, day=tanggal, original=asal
            )
    _finish(outcome, as_json=as_json)


def main() -> NoReturn:
    """Run the command line in Indonesian; on a poor console odd characters become '?'.

    The garbage collector rests, at the end too: one short run makes many objects and hardly any
    circle, and then goes with all of them.
    """
    gc.disable()
    atexit.register(gc.freeze)
    sys.stdout, sys.stderr = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain(PROGRAM, str(Path(__file__).with_name("bahasa")))
    gettext.textdomain(PROGRAM)
    try:
        try:
            raise SystemExit(app(prog_name=PROGRAM))
        finally:
            sys.stdout.flush()
    except (OSError, MemoryError) as error:
        _refused(error)


def _nowhere() -> TextIO:
    """Return a stream for what nobody reads: standard output was closed before the start."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _refused(error: OSError | MemoryError) -> NoReturn:
    """Say what the system refused that no finding tells of, and leave.

    What cannot be printed any more is thrown away, or Python would try again at the end.
    """
    from generator.files.system import reason

    if isinstance(error, MemoryError):
        what, why = "Tidak dapat diteruskan", "memori komputer tidak cukup"
    else:
        what = f"{error.filename} tidak dapat dipakai" if error.filename else _UNPRINTED
        why = reason(error)
    sys.stdout = _nowhere()
    if not isinstance(error, BrokenPipeError):
        with suppress(OSError):
            click.echo(f"Salah: {what} ({why}).", err=True)
    raise SystemExit(1)


_UNPRINTED = "Hasil perintah ini tidak dapat ditampilkan"


@contextmanager
def _progress(text: str) -> Iterator[None]:
    """Show a line on the terminal while work goes on; stay silent anywhere else."""
    if not sys.stderr.isatty():
        yield
        return
    click.echo(f"{text}\r", err=True, nl=False)
    try:
        yield
    finally:
        click.echo(" " * len(text) + "\r", err=True, nl=False)


def _finish(outcome: Outcome, *, as_json: bool = False, everything: bool = False) -> NoReturn:
    """Print findings and what happened, and leave with the exit code."""
    if as_json:
        from generator.report.json import to_json

        click.echo(to_json(outcome))
    else:
        from generator.report import terminal
        from generator.report.sentences import sentences

        terminal.print_findings(outcome.findings, sys.stdout, outcome.waived, everything=everything)
        for text in sentences(outcome.events):
            click.echo(terminal.encodable(text, sys.stdout))
    raise SystemExit(outcome.exit_code)
