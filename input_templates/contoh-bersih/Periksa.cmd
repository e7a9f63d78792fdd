@echo off
setlocal DisableDelayedExpansion
title Periksa buku kerja
set "PYTHONUTF8=1"
chcp 65001 >nul
where sk-cascading >nul 2>nul
if errorlevel 1 goto belum
sk-cascading periksa "%~dp0."
set "HASIL=%ERRORLEVEL%"
echo.
if "%HASIL%"=="0" echo Tidak ada yang Salah. Surat keputusan dapat dibuat: klik dua kali Buat.cmd.
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
