"""The command `tahun-baru`: from one year's working folder to the next one's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.app.berkas import LOGO_NAME, Berkas, read_folder
from generator.app.outcome import DONE, Event, Nothing, Outcome, Tallied, YearBegun, stopped
from generator.cascade.checks.run import check_codes
from generator.files.output import TEMPORARY, make_folder
from generator.files.placed import Placed, place
from generator.files.system import is_folder, reason
from generator.findings.finding import Diagnostic, finding, has_salah
from generator.findings.rule import Severity, Stage
from generator.naskah.registry import KINDS
from generator.nomenklatur.tables import nomenklatur_for
from generator.opc.parts import TooMuchError, read_file
from generator.values import Place
from generator.workbook.copies.hasil_periksa import stem_of
from generator.workbook.making.cmd_files import CMD_FILES
from generator.workbook.opening.raw import RawBook
from generator.workbook.reading.own_table import OWN_TABLE, read_own_table
from generator.workbook.renewing.rollover import roll_over, year_of

_TOLD_OTHERWISE = ("target-kosong", "belum-diisi")
"""Findings on last year's targets, which are listed as what they mean for next year."""
_GAP = "buku-tidak-ada"
"""The one fault of a file that leaves all others readable."""


def begin_year(folder: Path, new: str, target: Path | None = None) -> Outcome:
    """Write the books for the year `new` into `target`, a new or an empty folder.

    By itself the folder stands beside the old one. Faults of the old books are told and carried
    along; a book that cannot be read, or not be written again, stops the whole.
    """
    berkas = read_folder(folder)
    faults = [one for one in berkas.findings if _stays_wrong(one)]
    files = [one for one in berkas.findings if one.rule.stage is Stage.BERKAS]
    unread = [one for one in faults if one in files and one.rule.name != _GAP]
    if unread:
        return stopped(unread, Nothing.GAGAL)
    old = year_of(berkas.books)
    target = target or beside(folder, old, new)
    if old and new <= old:
        back = finding("tahun-tidak-maju", berkas.books[0].place, lama=old, baru=new)
        return stopped([back], Nothing.GAGAL)
    contents, findings = _contents(berkas, folder, old, new)
    if is_folder(target) and not _is_free(target, contents):
        return stopped([finding("folder-sudah-berisi", Place(str(target)))], Nothing.GAGAL)
    if has_salah(findings):
        return stopped(findings, Nothing.GAGAL)
    written = _write(target, contents)
    if isinstance(written, Diagnostic):
        return stopped([written], Nothing.GAGAL)
    told_of_files = [one for one in files if one not in faults]
    renamed = _renamed(berkas, folder, new)
    findings = [*told_of_files, *faults, *_skipped(berkas, old, new), *renamed, *findings]
    events: tuple[Event, ...] = (*written, Tallied(tuple(findings)), YearBegun(new))
    return Outcome(tuple(findings), events, DONE)


def _write(target: Path, contents: Mapping[str, bytes]) -> list[Placed] | Diagnostic:
    """Write all files into a new or an empty folder, or none of them; say what prevented it."""
    there = target.is_dir()
    if failed := make_folder(target):
        return failed
    done: list[Placed] = []
    for name, content in contents.items():
        placed = place(target / name, content)
        if placed.because:
            _take_back(target, done, with_folder=not there)
            return placed.because
        done.append(placed)
    return done


def _take_back(target: Path, done: Iterable[Placed], *, with_folder: bool) -> None:
    with suppress(OSError):
        for one in done:
            one.path.unlink(missing_ok=True)
        if with_folder:
            target.rmdir()


def beside(folder: Path, old: str | None, new: str) -> Path:
    """Return the folder next to this one for the new year.

    >>> beside(Path("sk/berkas 2022"), "2022", "2023").as_posix()
    'sk/berkas 2023'
    >>> beside(Path("sk/berkas"), "2022", "2023").as_posix()
    'sk/berkas-2023'
    """
    folder = folder if folder.name not in ("", "..") else folder.resolve()
    before, year, after = folder.name.rpartition(old or new)
    return folder.with_name(f"{before}{new}{after}" if year == old else f"{folder.name}-{new}")


def _stays_wrong(one: Diagnostic) -> bool:
    return one.severity is Severity.SALAH and one.rule.name not in _TOLD_OTHERWISE


def _is_free(target: Path, contents: Mapping[str, bytes]) -> bool:
    """Whether a folder is empty, or holds but a part of these very files: a run was killed."""
    there = [one for one in target.iterdir() if one.suffix != TEMPORARY]
    return len(there) < len(contents) and all(
        one.name in contents and one.is_file() and one.read_bytes() == contents[one.name]
        for one in there
    )


def _skipped(berkas: Berkas, old: str | None, new: str) -> list[Diagnostic]:
    """Say so when last year's target is not of the year just before."""
    if old is None or int(new) - int(old) == 1:
        return []
    place = berkas.books[0].place
    return [finding("tahun-terlompati", place, lama=old, baru=new, lalu=int(new) - 1)]


def _renamed(berkas: Berkas, folder: Path, new: str) -> list[Diagnostic]:
    """Return what the table of the new year renamed, moved or dropped of the codes in the books."""
    table = nomenklatur_for(new, berkas.source.isian["pemerintah"], read_own_table(folder)[0])
    if table.title == berkas.nomenklatur.title or has_salah(berkas.findings):
        return []
    known = {(one.rule, one.place) for one in berkas.findings}
    found = check_codes(berkas.cascade, berkas.rows, new, table)
    return [one for one in found if (one.rule, one.place) not in known]


def _contents(
    berkas: Berkas, folder: Path, old: str | None, new: str
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return all files of the new folder by name: books, what lies beside them, Windows files."""
    contents: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for book in berkas.books:
        rolled = roll_over(book, old, new)
        if isinstance(rolled, Diagnostic):
            findings.append(rolled)
        else:
            contents[_new_name(book)], found = rolled
            findings += found
    for name in (LOGO_NAME, OWN_TABLE, *(kind.template_name for kind in KINDS)):
        try:
            contents[name] = read_file(folder / name)
        except FileNotFoundError:
            continue
        except OSError as error:
            findings.append(finding("buku-tidak-terbuka", Place(name), galat=reason(error)))
        except TooMuchError as error:
            findings.append(error.finding(name))
    return {**contents, **CMD_FILES}, findings


def _new_name(book: RawBook) -> str:
    """Return what to call a book, which is an .xlsx in any case, beside all the others."""
    return f"{stem_of(book.path).removesuffix('.xlsx')}.xlsx"
