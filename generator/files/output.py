"""Put files where users keep theirs: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path

from generator.files.system import is_folder, is_special, reason
from generator.findings.finding import Diagnostic, finding
from generator.values import Place

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL}
"""What file systems say that know no second name of a file, such as those of USB sticks."""


_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_NAME_LENGTH = 100
TEMPORARY = ".tmp"
"""How the names end of files that are being written."""
_TEMPORARY = ".sk-{}-{}" + TEMPORARY
_LEFT = 3600
"""Seconds after which no run writes any more to a temporary file."""
_NAME_BYTES = 200
"""Of the 255 that file systems allow; a number, an extension and an office's lock come to it."""


class Standing(Enum):
    """What a file is that already has the name of a new one."""

    UNTOUCHED = auto()
    """Written by this program, and by nobody since: it is replaced."""
    EDITED = auto()
    """Written by this program and changed by somebody: the new file gets a number."""
    FOREIGN = auto()
    """Anything else: the new file gets a number."""
    WANTED = auto()
    """What the new file is to give way to."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What happens where a name is taken: `judge` says what a file there is, else it is `other`."""

    other: Standing
    judge: Callable[[Path], Standing] | None = None

    def of(self, path: Path) -> Standing:
        return self.judge(path) if self.judge and path.is_file() else self.other


OVER = Policy(Standing.UNTOUCHED)
"""The new file takes the place of whatever is there."""
BESIDE = Policy(Standing.FOREIGN)
"""What is there stays, and the new file gets a number."""
KEEP = Policy(Standing.WANTED)
"""What is there stays, and nothing is written."""


def renewing(judge: Callable[[Path], Standing]) -> Policy:
    """Return the policy for what the program makes again and again: only its own is replaced."""
    return Policy(Standing.FOREIGN, judge)


@dataclass(frozen=True, slots=True)
class Written:
    """Where a file is; `because` says why it did not get the name that was asked for.

    One that was `kept` was there already, and nothing was written.
    """

    path: Path
    because: Diagnostic | None = None
    kept: bool = False


def write(path: Path, data: bytes, policy: Policy) -> Written | Diagnostic:
    """Write a file under this name or, where the policy says so, the next free number.

    A numbered file is called "name (2).docx". The bytes go to a temporary name in the same
    folder first, so that a name is at every moment the old file or the new one.
    """
    because = None
    if path.name in ("", ".."):
        return finding("nama-dipakai-folder", Place(str(path)))
    for candidate in numbered(path):
        if not os.path.lexists(candidate):
            failed = _attempt(_create, candidate, data)
            if failed is None:
                return Written(candidate, because)
            if not os.path.lexists(candidate):
                return failed
        if is_special(candidate):
            galat = "nama sebuah perangkat, bukan berkas"
            return finding("nama-berkas-tidak-sah", Place(str(candidate)), galat=galat)
        found = policy.of(candidate)
        if found is Standing.WANTED:
            return Written(candidate, because, kept=True)
        if found is Standing.UNTOUCHED:
            return _over(candidate, data) or Written(candidate, because)
        because = because or _kept(candidate, found)
    raise AssertionError("numbers never end")


def _over(path: Path, data: bytes) -> Diagnostic | None:
    """Write over an earlier file; return what prevented it, if anything."""
    if lock_file(path):
        return finding("berkas-sedang-dibuka", Place(path.name))
    return _attempt(_replace, path, data)


def make_folder(folder: Path) -> Diagnostic | None:
    """Make a folder with those above it, unless it is there; return what prevented it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return finding("folder-tidak-dapat-dibuat", Place(str(folder)), galat=reason(error))
    return None


def file_name(words: str) -> str:
    """Return words as the name of a file, without extension, as far as one may be called so."""
    name = _NOT_IN_NAMES.sub(" ", words)[:_NAME_LENGTH].encode("utf-8", "ignore")[:_NAME_BYTES]
    return " ".join(name.decode("utf-8", "ignore").split())


def numbered(path: Path) -> Iterator[Path]:
    """Yield "name.docx", "name (2).docx", "name (3).docx" and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def lock_file(path: Path) -> Path | None:
    """Return the file that an office program keeps beside `path` while it has it open.

    Excel calls it "~$" and the name, Word leaves out up to two first letters of a long name,
    LibreOffice writes ".~lock.name#".
    """
    names = (f".~lock.{path.name}#", *(f"~${path.name[cut:]}" for cut in range(3)))
    locks = (path.with_name(name) for name in names)
    return next((lock for lock in locks if os.path.lexists(lock)), None)


def _kept(path: Path, found: Standing) -> Diagnostic:
    rule = "berkas-disunting" if found is Standing.EDITED else "nama-sudah-dipakai"
    return finding(rule, Place(path.name))


def _replace(path: Path, data: bytes) -> None:
    temporary = _temporary(path.parent, data)
    try:
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _create(path: Path, data: bytes) -> None:
    """Write a file that is not there; raise FileExistsError when another process was faster."""
    temporary = _temporary(path.parent, data)
    try:
        _name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name in one step, but not one that is taken."""
    if os.name == "nt":
        temporary.rename(path)
        return
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        path.open("xb").close()
        temporary.replace(path)


def _temporary(folder: Path, data: bytes) -> Path:
    """Write a new file of a name nobody has, down to the disk; clear what killed runs left."""
    for left in folder.glob(_TEMPORARY.format("*", "*")):
        with suppress(OSError):  # another run's, and gone by now
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()
    for number in count():
        path = folder / _TEMPORARY.format(os.getpid(), number)
        try:
            file = path.open("xb")
        except FileExistsError:
            continue
        try:
            with file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path
    raise AssertionError("numbers never end")


def _attempt(write: Callable[[Path, bytes], None], path: Path, data: bytes) -> Diagnostic | None:
    try:
        write(path, data)
    except OSError as error:
        return _explained(path, error)
    except ValueError as error:  # a NUL in the name
        return finding("nama-berkas-tidak-sah", Place(path.name), galat=reason(error))
    return None


def _explained(path: Path, error: OSError) -> Diagnostic:
    if error.errno in _BAD_NAME:
        return finding("nama-berkas-tidak-sah", Place(path.name), galat=reason(error))
    if is_folder(path):
        return finding("nama-dipakai-folder", Place(path.name))
    if not is_folder(path.parent):
        return finding("folder-hasil-tidak-ada", Place(str(path.parent)))
    if error.errno in _FULL:
        return finding("diska-penuh", Place(path.name))
    if error.errno in _FORBIDDEN and error.filename2 is not None:  # only the renaming failed
        return finding("berkas-sedang-dibuka", Place(path.name))
    if error.errno in _FORBIDDEN:
        return finding("folder-tidak-dapat-ditulisi", Place(str(path.parent)))
    return finding("berkas-tidak-tertulis", Place(path.name), galat=reason(error))
