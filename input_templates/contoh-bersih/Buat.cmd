@echo off
setlocal DisableDelayedExpansion
title Buat surat keputusan
set "PYTHONUTF8=1"
chcp 65001 >nul
where sk-cascading >nul 2>nul
if errorlevel 1 goto belum
sk-cascading buat "%~dp0." -o "%~dp0output"
set "HASIL=%ERRORLEVEL%"
echo.
if "%HASIL%"=="0" echo Selesai. Surat keputusan ada di folder output di sebelah buku.
if "%HASIL%"=="1" echo Masih ada yang Salah. Betulkan di buku Excel, simpan, lalu klik dua kali lagi.
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
