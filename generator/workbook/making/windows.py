"""The two files that a clerk on Windows double-clicks instead of typing a command."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.files.placed import Placed, place

_SCRIPT = """\
@echo off
setlocal DisableDelayedExpansion
title {title}
set "PYTHONUTF8=1"
chcp 65001 >nul
where sk-cascading >nul 2>nul
if errorlevel 1 goto belum
sk-cascading {command}
set "HASIL=%ERRORLEVEL%"
echo.
if "%HASIL%"=="0" echo {done}
if "%HASIL%"=="1" echo {mend}
if not "%HASIL%"=="0" if not "%HASIL%"=="1" echo Program berhenti. Baca pesan di atas.
echo.
pause
exit /b %HASIL%

:belum
echo Program sk-cascading belum terpasang di komputer ini.
echo Mintalah petugas TI memasangnya, lalu klik dua kali berkas ini lagi.
echo.
pause
exit /b 2
"""

_MEND = "Masih ada yang Salah. Betulkan di buku Excel, simpan, lalu klik dua kali lagi."


def _script(title: str, command: str, done: str) -> bytes:
    text = _SCRIPT.format(title=title, command=command, done=done, mend=_MEND)
    return text.replace("\n", "\r\n").encode("ascii")


CMD_FILES: Mapping[str, bytes] = {
    # %~dp0 ends in a backslash, which would escape the quote behind it: hence the dot.
    "Periksa.cmd": _script(
        "Periksa buku kerja",
        'periksa "%~dp0."',
        "Tidak ada yang Salah. Surat keputusan dapat dibuat: klik dua kali Buat.cmd.",
    ),
    "Buat.cmd": _script(
        "Buat surat keputusan",
        'buat "%~dp0." -o "%~dp0output"',
        "Selesai. Surat keputusan ada di folder output di sebelah buku.",
    ),
}
"""File name → content, in ASCII with the line ends of Windows."""


def write_cmd_files(folder: Path) -> list[Placed]:
    """Write both files, where they are not there yet."""
    return [place(folder / name, content) for name, content in CMD_FILES.items()]
