"""Legal citations as they are met: in full, abbreviated, misspelt, and beyond reading."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.peraturan.citation import (
    Amendment,
    Citation,
    CitationReading,
    Effect,
    Lembaran,
    Oddity,
    PieceRole,
    TambahanLembaran,
    UnreadReason,
)
from generator.peraturan.contradictions import contradictions
from generator.peraturan.institutions import ministry
from generator.peraturan.kinds import JENIS, Terbitan
from generator.peraturan.parser import parse
from generator.peraturan.register import Peraturan, register
from tests.support.paths import ROOT

LN = "Lembaran Negara Republik Indonesia"
DATA = ROOT / "tests/data"
EXAMPLE = json.loads((DATA / "bkpsdm-2022.json").read_text(encoding="utf-8"))["mengingat"]


def read(text: str) -> Citation:
    """Return the citation of a text that must be read to its last letter."""
    reading = parse(text)
    assert reading.unread == ()
    assert reading.citation is not None
    return reading.citation


def slips(text: str) -> list[tuple[str, str]]:
    return [(one.found, one.right) for one in parse(text).slips]


# Regulations of the register in the wordings of official texts, one a line: key | citation.
OFFICIAL = f"""
UU 12/1956 | Undang-Undang Nomor 12 Tahun 1956 tentang Pembentukan Daerah Otonom Kabupaten dalam Lingkungan Daerah Propinsi Sumatera Tengah ({LN} Tahun 1956 Nomor 25);
UU 58/1958 | Undang-Undang Nomor 58 Tahun 1958 tentang Penetapan Undang-Undang Darurat Nomor 21 Tahun 1957 tentang Pengubahan Undang-Undang Nomor 12 Tahun 1956 tentang Pembentukan Daerah Swatantra Tingkat II dalam Lingkungan Daerah Swatantra Tingkat I Sumatera Tengah sebagai Undang-Undang ({LN} Tahun 1958 Nomor 108, Tambahan {LN} Nomor 1643);
UU 7/1965 | Undang-Undang Nomor 7 Tahun 1965 tentang Pembentukan Daerah Tingkat II Sarolangun-Bangko dan Daerah Tingkat II Tanjung Jabung dengan Mengubah Undang-Undang Nomor 12 Tahun 1956 tentang Pembentukan Daerah Otonom Kabupaten di Propinsi Sumatera Tengah ({LN} Tahun 1965 Nomor 50, Tambahan {LN} Nomor 2755);
UUDrt 19/1957 | Undang-Undang Darurat Nomor 19 Tahun 1957 tentang Pembentukan Daerah-daerah Swatantra Tingkat I Sumatera Barat, Jambi dan Riau ({LN} Tahun 1957 Nomor 75);
UU 54/1999 | Undang-Undang Nomor 54 Tahun 1999 tentang Pembentukan Kabupaten Sarolangun, Kabupaten Tebo, Kabupaten Muaro Jambi, dan Kabupaten Tanjung Jabung Timur ({LN} Tahun 1999 Nomor 182, Tambahan {LN} Nomor 3903) sebagaimana telah diubah dengan Undang-Undang Nomor 14 Tahun 2000 tentang Perubahan atas Undang-Undang Nomor 54 Tahun 1999 tentang Pembentukan Kabupaten Sarolangun, Kabupaten Tebo, Kabupaten Muaro Jambi, dan Kabupaten Tanjung Jabung Timur ({LN} Tahun 2000 Nomor 81, Tambahan {LN} Nomor 3969);
UU 25/2008 | Undang-Undang Nomor 25 Tahun 2008 tentang Pembentukan Kota Sungai Penuh di Provinsi Jambi ({LN} Tahun 2008 Nomor 98, Tambahan {LN} Nomor 4871);
UU 18/2022 | Undang-Undang Nomor 18 Tahun 2022 tentang Provinsi Jambi ({LN} Tahun 2022 Nomor 161, Tambahan {LN} Nomor 6807);
UU 28/1999 | Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme ({LN} Tahun 1999 Nomor 75, Tambahan {LN} Nomor 3851);
UU 31/1999 | Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana Korupsi ({LN} Tahun 1999 Nomor 140, Tambahan {LN} Nomor 3874), sebagaimana telah diubah dengan Undang-Undang Nomor 20 Tahun 2001 tentang Perubahan atas Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana Korupsi ({LN} Tahun 2001 Nomor 134, Tambahan {LN} Nomor 4150);
UU 17/2003 | Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara ({LN} Tahun 2003 Nomor 47, Tambahan {LN} Nomor 4286);
UU 1/2004 | Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara ({LN} Tahun 2004 Nomor 5, Tambahan {LN} Nomor 4355)
UU 15/2004 | Undang-Undang Nomor 15 Tahun 2004 tentang Pemeriksaan Pengelolaan dan Tanggung Jawab Keuangan Negara ({LN} Tahun 2004 Nomor 66, Tambahan {LN} Nomor 4400);
UU 33/2004 | Undang-Undang Nomor 33 Tahun 2004 tentang Perimbangan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah ({LN} Tahun 2004 Nomor 126, Tambahan {LN} Nomor 4438);
UU 17/2007 | Undang-Undang Nomor 17 Tahun 2007 tentang Rencana Pembangunan Jangka Panjang Nasional Tahun 2005-2025 ({LN} Tahun 2007 Nomor 33, Tambahan {LN} Nomor 4700);
UU 26/2007 | Undang-Undang Nomor 26 Tahun 2007 tentang Penataan Ruang ({LN} Tahun 2007 Nomor 68, Tambahan {LN} Nomor 4725) sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja Menjadi Undang-Undang ({LN} Tahun 2023 Nomor 41, Tambahan {LN} Nomor 6856);
UU 11/2008 | Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik ({LN} Tahun 2008 Nomor 58, Tambahan {LN} Nomor 4843) sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 1 Tahun 2024 tentang Perubahan Kedua atas Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik ({LN} Tahun 2024 Nomor 1, Tambahan {LN} Nomor 6905);
UU 14/2008 | Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik ({LN} Tahun 2008 Nomor 61, Tambahan {LN} Nomor 4846);
UU 25/2009 | Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik ({LN} Tahun 2009 Nomor 112, Tambahan {LN} Nomor 5038);
UU 43/2009 | Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan ({LN} Tahun 2009 Nomor 152, Tambahan {LN} Nomor 5071);
UU 12/2011 | Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan ({LN} Tahun 2011 Nomor 82, Tambahan {LN} Nomor 5234) sebagaimana telah diubah beberapa kali terakhir dengan Undang-Undang Nomor 13 Tahun 2022 tentang Perubahan Kedua atas Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan ({LN} Tahun 2022 Nomor 143, Tambahan {LN} Nomor 6801);
UU 5/2014 | Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara ({LN} Tahun 2014 Nomor 6, Tambahan {LN} Nomor 5494);
UU 6/2014 | Undang-Undang Nomor 6 Tahun 2014 tentang Desa ({LN} Tahun 2014 Nomor 7, Tambahan {LN} Nomor 5495);
UU 30/2014 | Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan ({LN} Tahun 2014 Nomor 292, Tambahan {LN} Nomor 5601);
UU 1/2022 | Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah ({LN} Tahun 2022 Nomor 4, Tambahan {LN} Nomor 6757);
UU 20/2023 | Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara ({LN} Tahun 2023 Nomor 141, Tambahan {LN} Nomor 6897);
Perppu 2/2022 | Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja ({LN} Tahun 2022 Nomor 238, Tambahan {LN} Nomor 6841) sebagaimana telah ditetapkan menjadi Undang-Undang dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja Menjadi Undang-Undang ({LN} Tahun 2023 Nomor 41, Tambahan {LN} Nomor 6856);
PP 58/2005 | Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah ({LN} Tahun 2005 Nomor 140, Tambahan {LN} Nomor 4578);
PP 8/2006 | Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah ({LN} Tahun 2006 Nomor 25, Tambahan {LN} Nomor 4614);
PP 39/2006 | Peraturan Pemerintah Nomor 39 Tahun 2006 tentang Tata Cara Pengendalian dan Evaluasi Pelaksanaan Rencana Pembangunan ({LN} Tahun 2006 Nomor 96, Tambahan {LN} Nomor 4663);
PP 3/2007 | Peraturan Pemerintah Nomor 3 Tahun 2007 tentang Laporan Penyelenggaraan Pemerintahan Daerah kepada Pemerintah, Laporan Keterangan Pertanggungjawaban Kepala Daerah kepada Dewan Perwakilan Rakyat Daerah, dan Informasi Laporan Penyelenggaraan Pemerintahan Daerah kepada Masyarakat ({LN} Tahun 2007 Nomor 19, Tambahan {LN} Nomor 4693);
PP 8/2008 | Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah ({LN} Tahun 2008 Nomor 21, Tambahan {LN} Nomor 4817);
PP 60/2008 | Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah ({LN} Tahun 2008 Nomor 127, Tambahan {LN} Nomor 4890);
PP 61/2010 | Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik ({LN} Tahun 2010 Nomor 99, Tambahan {LN} Nomor 5149);
PP 71/2010 | Peraturan Pemerintah Nomor 71 Tahun 2010 tentang Standar Akuntansi Pemerintahan ({LN} Tahun 2010 Nomor 123, Tambahan {LN} Nomor 5165);
PP 27/2014 | Peraturan Pemerintah Nomor 27 Tahun 2014 tentang Pengelolaan Barang Milik Negara/Daerah ({LN} Tahun 2014 Nomor 92, Tambahan {LN} Nomor 5533) sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 28 Tahun 2020 tentang Perubahan atas Peraturan Pemerintah Nomor 27 Tahun 2014 tentang Pengelolaan Barang Milik Negara/Daerah ({LN} Tahun 2020 Nomor 142, Tambahan {LN} Nomor 6523);
PP 43/2014 | Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa ({LN} Tahun 2014 Nomor 123, Tambahan {LN} Nomor 5539) sebagaimana telah dua kali diubah terakhir dengan Peraturan Pemerintah Nomor 11 Tahun 2019 tentang Perubahan Kedua atas Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa ({LN} Tahun 2019 Nomor 41, Tambahan {LN} Nomor 6321);
PP 18/2016 | Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah ({LN} Tahun 2016 Nomor 114, Tambahan {LN} Nomor 5887) sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah ({LN} Tahun 2019 Nomor 187, Tambahan {LN} Nomor 6402);
PP 11/2017 | Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil ({LN} Tahun 2017 Nomor 63, Tambahan {LN} Nomor 6037) sebagaimana diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020 tentang Perubahan atas Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil ({LN} Tahun 2020 Nomor 68, Tambahan {LN} Nomor 6477);
PP 12/2017 | Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah ({LN} Tahun 2017 Nomor 73, Tambahan {LN} Nomor 6041);
PP 2/2018 | Peraturan Pemerintah Nomor 2 Tahun 2018 tentang Standar Pelayanan Minimal ({LN} Tahun 2018 Nomor 2, Tambahan {LN} Nomor 6178);
PP 12/2019 | Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah ({LN} Tahun 2019 Nomor 42, Tambahan {LN} Nomor 6322);
PP 13/2019 | Peraturan Pemerintah Nomor 13 Tahun 2019 tentang Laporan dan Evaluasi Penyelenggaraan Pemerintahan Daerah ({LN} Tahun 2019 Nomor 52, Tambahan {LN} Nomor 6323);
PP 30/2019 | Peraturan Pemerintah Nomor 30 Tahun 2019 tentang Penilaian Kinerja Pegawai Negeri Sipil ({LN} Tahun 2019 Nomor 77, Tambahan {LN} Nomor 6340);
PP 94/2021 | Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil ({LN} Tahun 2021 Nomor 202, Tambahan {LN} Nomor 6718);
Perpres 87/2014 | Peraturan Presiden Nomor 87 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan ({LN} Tahun 2014 Nomor 199) sebagaimana telah diubah dengan Peraturan Presiden Nomor 76 Tahun 2021 tentang Perubahan atas Peraturan Presiden Nomor 87 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan ({LN} Tahun 2021 Nomor 186);
Perpres 16/2018 | Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah ({LN} Tahun 2018 Nomor 33);
Perpres 95/2018 | Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik ({LN} Tahun 2018 Nomor 182);
Perpres 39/2019 | Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia ({LN} Tahun 2019 Nomor 112);
Perpres 18/2020 | Peraturan Presiden Nomor 18 Tahun 2020 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2020-2024 ({LN} Tahun 2020 Nomor 10);
Perpres 12/2025 | Peraturan Presiden Nomor 12 Tahun 2025 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029 ({LN} Tahun 2025 Nomor 19);
Inpres 7/1999 | Instruksi Presiden Nomor 7 Tahun 1999 tentang Akuntabilitas Kinerja Instansi Pemerintah;
Permendagri 13/2006 | Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Menteri Dalam Negeri Nomor 21 Tahun 2011 tentang Perubahan Kedua atas Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah (Berita Negara Republik Indonesia Tahun 2011 Nomor 310);
Permendagri 54/2010 | Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2010 tentang Pelaksanaan Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian, dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah (Berita Negara Republik Indonesia Tahun 2010 Nomor 517);
Permendagri 80/2015 | Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum Daerah (Berita Negara Republik Indonesia Tahun 2015 Nomor 2036) sebagaimana telah diubah dengan Peraturan Menteri Dalam Negeri Nomor 120 Tahun 2018 tentang Perubahan atas Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum Daerah (Berita Negara Republik Indonesia Tahun 2019 Nomor 157);
Permendagri 90/2019 | Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 tentang Klasifikasi, Kodefikasi, dan Nomenklatur Perencanaan Pembangunan dan Keuangan Daerah (Berita Negara Republik Indonesia Tahun 2019 Nomor 1447);
Permendagri 77/2020 | Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah (Berita Negara Republik Indonesia Tahun 2020 Nomor 1781);
Permendagri 1/2023 | Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah (Berita Negara Republik Indonesia Tahun 2023 Nomor 144);
PermenPAN PER/09/M.PAN/5/2007 | Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/09/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama di Lingkungan Instansi Pemerintah;
PermenPAN PER/20/M.PAN/11/2008 | Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/20/M.PAN/11/2008 tentang Pedoman Penyusunan Indikator Kinerja Utama;
PermenPANRB 29/2010 | Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 29 Tahun 2010 tentang Pedoman Penyusunan Penetapan Kinerja dan Pelaporan Akuntabilitas Kinerja Instansi Pemerintah;
PermenPANRB 25/2012 | Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2012 tentang Petunjuk Pelaksanaan Evaluasi Akuntabilitas Kinerja Instansi Pemerintah (Berita Negara Republik Indonesia Tahun 2012 Nomor 589) sebagaimana telah diubah dengan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 20 Tahun 2013 tentang Perubahan Lampiran Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2012 tentang Petunjuk Pelaksanaan Evaluasi Akuntabilitas Kinerja Instansi Pemerintah (Berita Negara Republik Indonesia Tahun 2013 Nomor 793);
PermenPANRB 88/2021 | Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah (Berita Negara Republik Indonesia Tahun 2021 Nomor 1569);
PermenPANRB 89/2021 | Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 89 Tahun 2021 tentang Penjenjangan Kinerja Instansi Pemerintah;
PermenPANRB 6/2022 | Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 6 Tahun 2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara (Berita Negara Republik Indonesia Tahun 2022 Nomor 155);
PermenPANRB 25/2020 | Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2020 tentang Road Map Reformasi Birokrasi 2020-2024 (Berita Negara Republik Indonesia Tahun 2020 Nomor 441) yang telah diubah dengan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 3 Tahun 2023;
PermenPPN 1/2017 | Peraturan Menteri Perencanaan Pembangunan Nasional/Kepala Badan Perencanaan Pembangunan Nasional Nomor 1 Tahun 2017 tentang Pedoman Evaluasi Pembangunan Nasional (Berita Negara Republik Indonesia Tahun 2017 Nomor 313);
Kepmendagri 050-5889/2021 | Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021 tentang Hasil Verifikasi, Validasi dan Inventarisasi Pemutakhiran Klasifikasi, Kodefikasi dan Nomenklatur Perencanaan Pembangunan dan Keuangan Daerah sebagaimana telah beberapa kali diubah terakhir dengan Keputusan Menteri Dalam Negeri Nomor 900.1.15.5-3406 Tahun 2024;
Inmendagri 2/2025 | Instruksi Menteri Dalam Negeri Nomor 2 Tahun 2025 tentang Pedoman Penyusunan Rencana Pembangunan Jangka Menengah Daerah dan Rencana Strategis Perangkat Daerah Tahun 2025-2029;
"""  # noqa: E501


@pytest.mark.parametrize("line", OFFICIAL.strip().splitlines(), ids=lambda line: line[:28])
class TestOfficialWording:
    def test_names_the_regulation(self, line: str) -> None:
        key, _, text = line.partition(" | ")
        assert str(read(text).kunci) == key

    def test_shows_no_fault(self, line: str) -> None:
        assert parse(line.partition(" | ")[2]).slips == ()

    def test_agrees_with_the_register(self, line: str) -> None:
        for citation in read(line.partition(" | ")[2]).all():
            known = register().get(citation.kunci)
            assert known is not None
            assert list(contradictions(known, citation)) == []

    def test_prints_to_an_equal_citation(self, line: str) -> None:
        citation = read(line.partition(" | ")[2])
        assert read(str(citation)) == citation


# Kinds the register does not hold, and old or rare wordings: citation | key.
OTHERS = """
Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945; | UUD 1945
Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 | UUD 1945
Ketetapan Majelis Permusyawaratan Rakyat Nomor XVI/MPR/1998 tentang Politik Ekonomi dalam Rangka Demokrasi Ekonomi; | TAP MPR XVI/MPR/1998
Keputusan Presiden Nomor 80 Tahun 2003 tentang Pedoman Pelaksanaan Pengadaan Barang/Jasa Pemerintah (Lembaran Negara Republik Indonesia Tahun 2003 Nomor 120, Tambahan Lembaran Negara Republik Indonesia Nomor 4330); | Keppres 80/2003
Peraturan Menteri Keuangan Nomor 190/PMK.05/2012 tentang Tata Cara Pembayaran dalam Rangka Pelaksanaan Anggaran Pendapatan dan Belanja Negara (Berita Negara Republik Indonesia Tahun 2012 Nomor 1191); | Permenkeu 190/PMK.05/2012
Peraturan Menteri Kesehatan Nomor 43 Tahun 2019 tentang Pusat Kesehatan Masyarakat (Berita Negara Republik Indonesia Tahun 2019 Nomor 1335); | Permenkes 43/2019
Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nomor 32 Tahun 2022 tentang Standar Teknis Pelayanan Minimal Pendidikan; | Permendikbudristek 32/2022
Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi Nomor 21 Tahun 2020 tentang Pedoman Umum Pembangunan Desa; | Permendesa 21/2020
Peraturan Menteri Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional Nomor 11 Tahun 2021 tentang Tata Cara Penyusunan; | PermenATR 11/2021
Peraturan Menteri Transmigrasi Nomor 3 Tahun 2025 tentang Organisasi; | Permen Transmigrasi 3/2025
Peraturan Badan Kepegawaian Negara Nomor 8 Tahun 2019 tentang Pedoman Tata Cara; | Perban Badan Kepegawaian Negara 8/2019
Peraturan Kepala Badan Kepegawaian Negara Nomor 1 Tahun 2013 tentang Ketentuan Pelaksanaan; | Perban Kepala Badan Kepegawaian Negara 1/2013
Peraturan Lembaga Administrasi Negara Nomor 5 Tahun 2018 tentang Pengembangan Kompetensi Pegawai (Berita Negara Republik Indonesia Tahun 2018 Nomor 1127); | Perban Lembaga Administrasi Negara 5/2018
Peraturan Arsip Nasional Republik Indonesia Nomor 5 Tahun 2021 tentang Pedoman Umum Tata Naskah Dinas; | Perban Arsip Nasional Republik Indonesia 5/2021
Peraturan Bersama Menteri Dalam Negeri dan Menteri Keuangan Nomor 3 Tahun 2020 tentang Percepatan; | PB Menteri Dalam Negeri dan Menteri Keuangan 3/2020
Keputusan Bersama Menteri Agama dan Menteri Dalam Negeri Nomor 9 Tahun 2006 tentang Pedoman; | SKB Menteri Agama dan Menteri Dalam Negeri 9/2006
Keputusan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 1503 Tahun 2021 tentang Indikator; | KepmenPANRB 1503/2021
Surat Edaran Menteri Dalam Negeri Nomor 050/795/SJ tentang Penyusunan; | SE Menteri Dalam Negeri 050/795/SJ
Peraturan Daerah Provinsi Jambi Nomor 7 Tahun 2016 tentang Rencana Pembangunan (Lembaran Daerah Provinsi Jambi Tahun 2016 Nomor 7, Tambahan Lembaran Daerah Provinsi Jambi Nomor 7); | Perda Provinsi Jambi 7/2016
Peraturan Daerah Kabupaten Garut Nomor 9 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah (Lembaran Daerah Kabupaten Garut Tahun 2016 Nomor 9, Tambahan Lembaran Daerah Kabupaten Garut Nomor 3); | Perda Kabupaten Garut 9/2016
Peraturan Daerah Kota Bandung Nomor 8 Tahun 2016 tentang Pembentukan (Lembaran Daerah Kota Bandung Tahun 2016 Nomor 8); | Perda Kota Bandung 8/2016
Peraturan Daerah Daerah Istimewa Yogyakarta Nomor 1 Tahun 2018 tentang Kelembagaan (Lembaran Daerah Daerah Istimewa Yogyakarta Tahun 2018 Nomor 1); | Perda Daerah Istimewa Yogyakarta 1/2018
Peraturan Daerah Nomor 6 Tahun 2016 tentang Perangkat Daerah; | Perda 6/2016
Qanun Aceh Nomor 13 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Aceh; | Qanun Aceh 13/2016
Peraturan Gubernur Jambi Nomor 41 Tahun 2020 tentang Kedudukan (Berita Daerah Provinsi Jambi Tahun 2020 Nomor 41); | Pergub Jambi 41/2020
Peraturan Bupati Garut Nomor 27 Tahun 2016 tentang Kedudukan (Berita Daerah Kabupaten Garut Tahun 2016 Nomor 27); | Perbup Garut 27/2016
Peraturan Wali Kota Bandung Nomor 5 Tahun 2020 tentang Kedudukan (Berita Daerah Kota Bandung Tahun 2020 Nomor 5); | Perwali Bandung 5/2020
Peraturan Walikota Jambi Nomor 33 Tahun 2016 tentang Kedudukan; | Perwali Jambi 33/2016
Peraturan Desa Sukamaju Nomor 2 Tahun 2021 tentang Anggaran; | Perdes Sukamaju 2/2021
Keputusan Bupati Garut Nomor 188.4/Kep.12/2021 tentang Pembentukan Tim; | Kepbup Garut 188.4/Kep.12/2021
Keputusan Gubernur Jambi Nomor 5 Tahun 2021 tentang Penetapan; | Kepgub Jambi 5/2021
Instruksi Bupati Garut Nomor 1 Tahun 2022 tentang Percepatan; | Inbup Garut 1/2022
Keputusan Kepala Badan Kepegawaian Daerah Nomor 28 / BKPSDM / 2022 tentang Penetapan; | Kepka Kepala Badan Kepegawaian Daerah 28/BKPSDM/2022
Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, Pasal 9; | UU 23/2014
Pasal 5 ayat (2) dan Pasal 20 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945; | UUD 1945
"""  # noqa: E501


@pytest.mark.parametrize("line", OTHERS.strip().splitlines(), ids=lambda line: line[:40])
class TestOtherKinds:
    def test_names_the_regulation(self, line: str) -> None:
        text, _, key = line.partition(" | ")
        assert str(read(text).kunci) == key

    def test_shows_no_fault(self, line: str) -> None:
        assert slips(line.partition(" | ")[0]) == []

    def test_prints_to_an_equal_citation(self, line: str) -> None:
        citation = read(line.partition(" | ")[0])
        assert read(str(citation)) == citation


NAMED_IN_FULL = {
    "UU": "Undang-Undang",
    "UUDrt": "Undang-Undang Darurat",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Inpres": "Instruksi Presiden",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "PermenPAN": "Peraturan Menteri Negara Pendayagunaan Aparatur Negara",
    "PermenPANRB": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "PermenPPN": "Peraturan Menteri Perencanaan Pembangunan Nasional/"
    "Kepala Badan Perencanaan Pembangunan Nasional",
    "Kepmendagri": "Keputusan Menteri Dalam Negeri",
    "Inmendagri": "Instruksi Menteri Dalam Negeri",
}


def in_full(one: Peraturan) -> str:
    """Return a regulation of the register as a careful drafter cites it."""
    kunci = one.kunci
    link = "/" if "/" in kunci.nomor else " Tahun "
    gazettes = []
    if one.terbitan and one.nomor_lembaran:
        gazettes.append(f"{one.terbitan.value} Republik Indonesia Tahun {one.tahun_lembaran}")
        gazettes[0] += f" Nomor {one.nomor_lembaran}"
    if one.tambahan:
        gazettes.append(f"Tambahan Lembaran Negara Republik Indonesia Nomor {one.tambahan}")
    text = f"{NAMED_IN_FULL[kunci.jenis]} Nomor {kunci.nomor}{link}{kunci.tahun}"
    text += f" tentang {one.nama}" if one.nama else ""
    return f"{text} ({', '.join(gazettes)})" if gazettes else text


@pytest.mark.parametrize("one", register().peraturan, ids=lambda one: str(one.kunci))
def test_every_regulation_of_the_register_is_read_and_printed(one: Peraturan) -> None:
    text = in_full(one)
    citation = read(f"{text};")
    assert citation.kunci == one.kunci
    assert list(contradictions(one, citation)) == []
    assert str(citation) == text


class TestExampleOf2022:
    """The items of the decree, with everything they say and every fault of their spelling."""

    @pytest.mark.parametrize("text", EXAMPLE, ids=lambda text: text[:30])
    def test_is_read_to_the_last_letter(self, text: str) -> None:
        assert read(text)
        assert parse(text).penutup == ";"

    @pytest.mark.parametrize(
        ("item", "keys"),
        [
            (1, ["UU 25/2004"]),
            (2, ["UU 23/2014", "UU 9/2015"]),
            (3, ["Permendagri 86/2017"]),
            (4, ["Perpres 29/2014"]),
            (5, ["PermenPANRB 53/2014"]),
            (
                6,
                [
                    "Perda Kabupaten Tanjung Jabung Barat 6/2016",
                    "Perda Kabupaten Tanjung Jabung Barat 6/2018",
                ],
            ),
            (7, ["Perbup Tanjung Jabung Barat 70/2016"]),
        ],
    )
    def test_names_its_chain(self, item: int, keys: list[str]) -> None:
        assert [str(one.kunci) for one in read(EXAMPLE[item - 1]).all()] == keys

    @pytest.mark.parametrize(
        ("item", "faults"),
        [
            (1, []),
            (
                2,
                [
                    (" Republik Indonesia", ""),
                    ("Undang-undang", "Undang-Undang"),
                    ("Undang-undang", "Undang-Undang"),
                ],
            ),
            (3, [("Tentang", "tentang")]),
            (4, [(" Republik Indonesia", "")]),
            (5, [(" Republik Indonesia", "")]),
            (6, [("di rubah", "diubah")]),
            (7, []),
        ],
    )
    def test_shows_its_faults(self, item: int, faults: list[tuple[str, str]]) -> None:
        assert slips(EXAMPLE[item - 1]) == faults

    def test_ministerial_regulation_stands_in_the_wrong_gazette(self) -> None:
        assert read(EXAMPLE[2]).lembaran == Lembaran(Terbitan.LN, "", 2017, "1312")

    def test_gazette_of_the_perda_stands_behind_its_amendment(self) -> None:
        base, amendment = read(EXAMPLE[5]).all()
        assert base.lembaran is None
        assert amendment.lembaran == Lembaran(
            Terbitan.LD, "Kabupaten Tanjung Jabung Barat", 2016, "6"
        )
        assert amendment.tambahan is None

    def test_mended_items_keep_every_other_letter(self) -> None:
        assert parse(EXAMPLE[3]).mended() == EXAMPLE[3].replace(" Republik Indonesia N", " N", 1)


# A misspelt citation | found → right; … | key
MISSPELT = """
Undang-undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | Undang-undang → Undang-Undang | UU 5/2014
undang-undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | undang-undang → Undang-Undang | UU 5/2014
UNDANG-UNDANG Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | UNDANG-UNDANG → Undang-Undang | UU 5/2014
Undang Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | Undang Undang → Undang-Undang | UU 5/2014
Undang – Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | Undang – Undang → Undang-Undang | UU 5/2014
UU Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | UU → Undang-Undang | UU 5/2014
UU No. 5 Tahun 2014 tentang Aparatur Sipil Negara; | UU → Undang-Undang; No. → Nomor | UU 5/2014
Undang-Undang No 5 Tahun 2014 tentang Aparatur Sipil Negara; | No → Nomor | UU 5/2014
Undang-Undang No.5 Tahun 2014 tentang Aparatur Sipil Negara; | No. → Nomor␣ | UU 5/2014
Undang-Undang nomor 5 tahun 2014 tentang Aparatur Sipil Negara; | nomor → Nomor; tahun → Tahun | UU 5/2014
Undang-Undang Nomor : 5 Tahun 2014 tentang Aparatur Sipil Negara; | Nomor : → Nomor | UU 5/2014
Undang-Undang Nomor 5 Th. 2014 tentang Aparatur Sipil Negara; | Th. → Tahun | UU 5/2014
Undang-Undang Nomor 5/2014 tentang Aparatur Sipil Negara; | / → ␣Tahun␣ | UU 5/2014
UU 5/2014 | UU → Undang-Undang; ∅ → Nomor␣; / → ␣Tahun␣ | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 Tentang Aparatur Sipil Negara; | Tentang → tentang | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 TENTANG Aparatur Sipil Negara; | TENTANG → tentang | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 tetang Aparatur Sipil Negara; | tetang → tentang | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 ttg Aparatur Sipil Negara; | ttg → tentang | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 Aparatur Sipil Negara; | ∅ → tentang␣ | UU 5/2014
Undang-Undang Republik Indonesia Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | ␣Republik Indonesia → ∅ | UU 5/2014
Undang-Undang RI Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | ␣RI → ∅ | UU 5/2014
Undang-Undang R.I. Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; | ␣R.I. → ∅ | UU 5/2014
Peraturan pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah; | Peraturan pemerintah → Peraturan Pemerintah | PP 18/2016
PP Nomor 18 Tahun 2016 tentang Perangkat Daerah; | PP → Peraturan Pemerintah | PP 18/2016
Perpres Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah; | Perpres → Peraturan Presiden | Perpres 16/2018
Perpu Nomor 2 Tahun 2022 tentang Cipta Kerja; | Perpu → Peraturan Pemerintah Pengganti Undang-Undang | Perppu 2/2022
Peraturan Pemerintah Pengganti Undang-undang Nomor 2 Tahun 2022 tentang Cipta Kerja; | Peraturan Pemerintah Pengganti Undang-undang → Peraturan Pemerintah Pengganti Undang-Undang | Perppu 2/2022
Permendagri Nomor 90 Tahun 2019 tentang Klasifikasi; | Permendagri → Peraturan Menteri Dalam Negeri | Permendagri 90/2019
PERMENDAGRI Nomor 90 Tahun 2019 tentang Klasifikasi; | PERMENDAGRI → Peraturan Menteri Dalam Negeri | Permendagri 90/2019
Peraturan Menteri Dalam negeri Nomor 90 Tahun 2019 tentang Klasifikasi; | Dalam negeri → Dalam Negeri | Permendagri 90/2019
PermenPANRB Nomor 88 Tahun 2021 tentang Evaluasi; | PermenPANRB → Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
PermenPAN-RB Nomor 88 Tahun 2021 tentang Evaluasi; | PermenPAN-RB → Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
Permenpan RB Nomor 88 Tahun 2021 tentang Evaluasi; | Permenpan RB → Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
Permen PAN dan RB Nomor 88 Tahun 2021 tentang Evaluasi; | Permen PAN dan RB → Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
PermenPAN & RB Nomor 88 Tahun 2021 tentang Evaluasi; | PermenPAN & RB → Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi; | PANRB → Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
Peraturan Menteri Pendayagunaan Aparatur Negara Dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi; | Pendayagunaan Aparatur Negara Dan Reformasi Birokrasi → Pendayagunaan Aparatur Negara dan Reformasi Birokrasi | PermenPANRB 88/2021
Permen PPN/Kepala Bappenas Nomor 1 Tahun 2017 tentang Pedoman; | Permen PPN/Kepala Bappenas → Peraturan Menteri Perencanaan Pembangunan Nasional/Kepala Badan Perencanaan Pembangunan Nasional | PermenPPN 1/2017
Permenkeu Nomor 190/PMK.05/2012 tentang Tata Cara; | Permenkeu → Peraturan Menteri Keuangan | Permenkeu 190/PMK.05/2012
Peraturan LKPP Nomor 12 Tahun 2021 tentang Pedoman; | LKPP → Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah | Perban Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah 12/2021
Perka BKN Nomor 1 Tahun 2013 tentang Ketentuan; | Perka BKN → Peraturan Kepala Badan Kepegawaian Negara | Perban Kepala Badan Kepegawaian Negara 1/2013
Kepmendagri Nomor 050 - 5889 Tahun 2021 tentang Hasil; | Kepmendagri → Keputusan Menteri Dalam Negeri | Kepmendagri 050-5889/2021
Inmendagri Nomor 2 Tahun 2025 tentang Pedoman; | Inmendagri → Instruksi Menteri Dalam Negeri | Inmendagri 2/2025
Perda Kab. Garut Nomor 9 Tahun 2016 tentang Pembentukan; | Perda → Peraturan Daerah; Kab. Garut → Kabupaten Garut | Perda Kabupaten Garut 9/2016
Perbup Garut Nomor 27 Tahun 2016 tentang Kedudukan; | Perbup → Peraturan Bupati | Perbup Garut 27/2016
Perwal Bandung Nomor 5 Tahun 2020 tentang Kedudukan; | Perwal → Peraturan Wali Kota | Perwali Bandung 5/2020
Peraturan bupati Garut Nomor 27 Tahun 2016 tentang Kedudukan; | Peraturan bupati → Peraturan Bupati | Perbup Garut 27/2016
UUD 1945 | UUD 1945 → Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 | UUD 1945
Undang-Undang Dasar 1945 | Undang-Undang Dasar 1945 → Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 | UUD 1945
Pasal 18 ayat (6) UUD NRI Tahun 1945; | UUD NRI Tahun 1945 → Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 | UUD 1945
TAP MPR Nomor XVI/MPR/1998 tentang Politik Ekonomi; | TAP MPR → Ketetapan Majelis Permusyawaratan Rakyat | TAP MPR XVI/MPR/1998
PP Nomor 18 Tahun 2016 tentang Perangkat Daerah sebagaimana telah dirubah dengan PP Nomor 72 Tahun 2019; | PP → Peraturan Pemerintah; dirubah → diubah; PP → Peraturan Pemerintah | PP 18/2016
Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah sebagaimana telah di ubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019; | di ubah → diubah | PP 18/2016
Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah sebagimana telah diubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019; | sebagimana → sebagaimana | PP 18/2016
Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara Tahun 2014 Nomor 6, Tambahan Lembaran Negara Nomor 5494); | ∅ → ␣Republik Indonesia; ∅ → ␣Republik Indonesia | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (LN RI Tahun 2014 No. 6, TLN RI No. 5494); | LN → Lembaran Negara; RI → Republik Indonesia; No. → Nomor; TLN → Tambahan Lembaran Negara; RI → Republik Indonesia; No. → Nomor | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 6; Tambahan Lembaran Negara Republik Indonesia Nomor 5494); | ;␣ → ,␣ | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 6 Tambahan Lembaran Negara Republik Indonesia Nomor 5494); | ␣ → ,␣ | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 6, Tambahan Lembaran Negara Republik Indonesia Nomor 5494; | ∅ → ) | UU 5/2014
Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran negara Republik Indonesia tahun 2014 nomor 6); | Lembaran negara → Lembaran Negara; tahun → Tahun; nomor → Nomor | UU 5/2014
Undang-Undang Nomor 13 Tahun 2022 tentang Perubahan Kedua atas Undang-undang No. 12 Tahun 2011 Tentang Pembentukan Peraturan Perundang-undangan; | Undang-undang → Undang-Undang; No. → Nomor; Tentang → tentang | UU 13/2022
Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja Menjadi Undang-undang; | Undang-undang → Undang-Undang | UU 6/2023
"""  # noqa: E501


def table(text: str) -> list[tuple[str, list[tuple[str, str]], str]]:
    rows = []
    for line in text.strip().splitlines():
        typed, faults, key = line.split(" | ")
        pairs = [one.partition(" → ") for one in faults.split("; ") if " → " in one]
        shown = [(visible(found), visible(right)) for found, _, right in pairs]
        rows.append((typed, shown, key))
    return rows


def visible(text: str) -> str:
    return text.replace("∅", "").replace("␣", " ")


@pytest.mark.parametrize(("text", "faults", "key"), table(MISSPELT))
class TestMisspelt:
    def test_is_read_as_what_it_means(
        self, text: str, faults: list[tuple[str, str]], key: str
    ) -> None:
        assert str(read(text).kunci) == key

    def test_shows_each_fault_with_its_cure(
        self, text: str, faults: list[tuple[str, str]], key: str
    ) -> None:
        assert slips(text) == faults

    def test_mended_says_the_same_without_fault(
        self, text: str, faults: list[tuple[str, str]], key: str
    ) -> None:
        mended = parse(text).mended()
        assert parse(mended).slips == ()
        assert read(mended) == read(text)


class TestParts:
    TEXT = (
        "Peraturan Menteri Dalam Negeri RI No. 86 Tahun 2017 tentang Tata Cara "
        "(Berita Negara RI Tahun 2017 Nomor 1312, Tambahan Berita Negara RI Nomor 7);"
    )

    @pytest.mark.parametrize(
        ("peran", "typed"),
        [
            (PieceRole.JENIS, "Peraturan Menteri"),
            (PieceRole.PEMBUAT, "Dalam Negeri"),
            (PieceRole.REPUBLIK_INDONESIA, "RI"),
            (PieceRole.NOMOR, "86"),
            (PieceRole.TAHUN, "2017"),
            (PieceRole.TENTANG, "tentang"),
            (PieceRole.NAMA, "Tata Cara"),
            (PieceRole.LEMBARAN, "Berita Negara"),
            (PieceRole.TAHUN_LEMBARAN, "2017"),
            (PieceRole.NOMOR_LEMBARAN, "1312"),
            (PieceRole.TAMBAHAN, "Tambahan Berita Negara"),
            (PieceRole.NOMOR_TAMBAHAN, "7"),
        ],
    )
    def test_each_part_stands_where_it_was_typed(self, peran: PieceRole, typed: str) -> None:
        assert read(self.TEXT).typed(peran) == typed

    def test_amending_citation_has_parts_of_its_own(self) -> None:
        text = "UU Nomor 1 Tahun 2015 sebagaimana telah diubah dengan UU Nomor 8 Tahun 2015"
        _, amendment = read(text).all()
        span = amendment.part(PieceRole.NOMOR)
        assert span is not None
        assert span.start == text.index("8 Tahun")

    def test_old_regional_gazette_has_a_series(self) -> None:
        text = (
            "Peraturan Daerah Kabupaten Garut Nomor 9 Tahun 2008 tentang Organisasi "
            "(Lembaran Daerah Kabupaten Garut Tahun 2008 Nomor 29 Seri D Nomor 5)"
        )
        gazette = Lembaran(Terbitan.LD, "Kabupaten Garut", 2008, "29", "D Nomor 5")
        assert read(text).lembaran == gazette

    def test_series_before_the_number(self) -> None:
        text = "Perda Nomor 9 Tahun 2008 tentang Pasar (Lembaran Daerah Tahun 2008 Seri D Nomor 5)"
        assert read(text).lembaran == Lembaran(Terbitan.LD, "", 2008, "", "D Nomor 5")

    def test_gazettes_in_short(self) -> None:
        citation = read("UU 23/2014 tentang Pemerintahan Daerah (LNRI 2014/244; TLNRI 5587)")
        assert citation.lembaran == Lembaran(Terbitan.LN, "", 2014, "244")
        assert citation.tambahan == TambahanLembaran(Terbitan.LN, "", "5587")

    def test_gazette_without_brackets_is_read_with_a_fault(self) -> None:
        text = "UU Nomor 23 Tahun 2014 tentang Pemda, Lembaran Negara RI Tahun 2014 Nomor 244"
        assert read(text).lembaran == Lembaran(Terbitan.LN, "", 2014, "244")
        assert [one.right for one in parse(text).slips if one.jenis is Oddity.TANDA_BACA] == [
            " (",
            ")",
        ]

    def test_article_is_kept(self) -> None:
        assert read("Pasal 18 ayat (6) UUD 1945").pasal == "Pasal 18 ayat (6)"
        assert read("UU Nomor 5 Tahun 2014 tentang ASN, Pasal 9 huruf b").pasal == "Pasal 9 huruf b"

    def test_name_that_mentions_regulations_keeps_them(self) -> None:
        text = (
            "Undang-Undang Nomor 8 Tahun 2005 tentang Penetapan Peraturan Pemerintah Pengganti "
            "Undang-Undang Nomor 3 Tahun 2005 tentang Perubahan atas Undang-Undang Nomor 32 "
            "Tahun 2004 tentang Pemerintahan Daerah Menjadi Undang-Undang"
        )
        (perppu,) = read(text).rujukan
        (uu,) = perppu.rujukan
        assert (str(perppu.kunci), str(uu.kunci)) == ("Perppu 3/2005", "UU 32/2004")
        assert uu.nama == "Pemerintahan Daerah"

    def test_name_with_gazette_words_is_no_gazette(self) -> None:
        text = "Perda Nomor 4 Tahun 2015 tentang Lembaran Daerah dan Berita Daerah"
        assert read(text).nama == "Lembaran Daerah dan Berita Daerah"

    def test_spaces_and_line_breaks_are_no_fault(self) -> None:
        text = "Undang-Undang  Nomor 5\nTahun 2014 tentang Aparatur  Sipil Negara ;"
        assert slips(text) == []
        assert read(text).nama == "Aparatur Sipil Negara"


class TestAmendments:
    BASE = "Undang-Undang Nomor 1 Tahun 2015 tentang A"

    @pytest.mark.parametrize(
        ("phrase", "kali", "terakhir"),
        [
            ("sebagaimana telah diubah dengan", "", False),
            (", sebagaimana telah diubah dengan", "", False),
            ("sebagaimana diubah dengan", "", False),
            ("sebagaimana telah di rubah dengan", "", False),
            ("sebagaimana telah diubah terakhir dengan", "", True),
            ("sebagaimana telah beberapa kali diubah terakhir dengan", "beberapa", True),
            ("sebagaimana telah beberapa kali diubah, terakhir dengan", "beberapa", True),
            ("sebagaimana telah diubah beberapa kali terakhir dengan", "beberapa", True),
            ("sebagaimana telah diubah beberapa kali, terakhir kali dengan", "beberapa", True),
            ("sebagaimana telah dua kali diubah terakhir dengan", "dua", True),
            ("sebagaimana telah beberapa kali diubah dan terakhir diubah dengan", "beberapa", True),
            ("yang telah diubah dengan", "", False),
        ],
    )
    def test_wordings_of_the_phrase(self, phrase: str, kali: str, terakhir: bool) -> None:
        citation = read(f"{self.BASE} {phrase} Undang-Undang Nomor 2 Tahun 2016 tentang B;")
        (perubahan,) = citation.perubahan
        assert perubahan.hubungan is Effect.DIUBAH
        assert (perubahan.kali, perubahan.terakhir) == (kali, terakhir)
        assert [str(one.kunci) for one in perubahan.oleh] == ["UU 2/2016"]

    @pytest.mark.parametrize(
        ("verb", "hubungan"),
        [
            ("ditetapkan menjadi Undang-Undang", Effect.DITETAPKAN),
            ("diganti", Effect.DIGANTI),
            ("dicabut", Effect.DICABUT),
        ],
    )
    def test_other_things_that_happen_to_a_regulation(self, verb: str, hubungan: Effect) -> None:
        citation = read(f"{self.BASE} sebagaimana telah {verb} dengan UU Nomor 2 Tahun 2016;")
        assert citation.perubahan[0].hubungan is hubungan

    def test_several_amendments_in_one_phrase(self) -> None:
        citation = read(
            f"{self.BASE} sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2016 tentang "
            "B (LN Tahun 2016 Nomor 2), dan terakhir dengan Undang-Undang Nomor 3 Tahun 2017"
        )
        (perubahan,) = citation.perubahan
        assert [str(one.kunci) for one in perubahan.oleh] == ["UU 2/2016", "UU 3/2017"]
        assert perubahan.terakhir

    def test_amendment_of_an_amendment_hangs_on_it(self) -> None:
        citation = read(
            f"{self.BASE} sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2016 "
            "sebagaimana telah diubah dengan Undang-Undang Nomor 3 Tahun 2017"
        )
        assert [str(one.kunci) for one in citation.all()] == ["UU 1/2015", "UU 2/2016", "UU 3/2017"]
        assert len(citation.perubahan) == 1

    def test_each_amendment_has_its_own_gazette(self) -> None:
        citation = read(
            f"{self.BASE} ({LN} Tahun 2015 Nomor 1) sebagaimana telah diubah dengan "
            f"Undang-Undang Nomor 2 Tahun 2016 tentang B ({LN} Tahun 2016 Nomor 20)"
        )
        assert [one.lembaran and one.lembaran.nomor for one in citation.all()] == ["1", "20"]


# What cannot be read | the unread stretches, with the reason
UNREADABLE: list[tuple[str, list[tuple[str, UnreadReason]]]] = [
    ("Rapat tanggal 5;", [("Rapat tanggal 5;", UnreadReason.BUKAN_PERATURAN)]),
    (
        "Perauran Pemerintah Nomor 5 Tahun 2001 tentang X",
        [("Perauran Pemerintah Nomor 5 Tahun 2001 tentang X", UnreadReason.BUKAN_PERATURAN)],
    ),
    (
        "Perauran Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
        [
            (
                "Perauran Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
                UnreadReason.BUKAN_PERATURAN,
            )
        ],
    ),
    (
        "PermenXYZ Nomor 5 Tahun 2001",
        [("PermenXYZ Nomor 5 Tahun 2001", UnreadReason.BUKAN_PERATURAN)],
    ),
    ("undang-undang yang berlaku", [("undang-undang yang berlaku", UnreadReason.TANPA_NOMOR)]),
    ("1. UU Nomor 5 Tahun 2014 tentang ASN", [("1.", UnreadReason.AWALAN)]),
    ("- UU Nomor 5 Tahun 2014 tentang ASN", [("-", UnreadReason.AWALAN)]),
    (
        "UU Nomor 5 Tahun 2014 tentang ASN; UU Nomor 6 Tahun 2014 tentang Desa;",
        [("; UU Nomor 6 Tahun 2014 tentang Desa", UnreadReason.PERATURAN_LAIN)],
    ),
    (
        "UU Nomor 5 Tahun 2014 dan UU Nomor 6 Tahun 2014 tentang Desa;",
        [("dan UU Nomor 6 Tahun 2014 tentang Desa", UnreadReason.PERATURAN_LAIN)],
    ),
    (
        "UU Nomor 5 Tahun 2014 tentang ASN sebagaimana telah diubah dengan aturan baru",
        [
            (
                "sebagaimana telah diubah dengan aturan baru",
                UnreadReason.TANPA_PERATURAN_PENGUBAH,
            )
        ],
    ),
    (
        "UU Nomor 5 Tahun 2014 tentang ASN (LN Tahun 2014 Nomor 6, lihat catatan)",
        [(", lihat catatan", UnreadReason.BUKAN_LEMBARAN)],
    ),
    (
        "UU Pokok Kepegawaian Nomor 8 Tahun 1974",
        [("Pokok Kepegawaian", UnreadReason.TIDAK_DIKENAL)],
    ),
    (
        "UU Nomor 5 Tahun 20l4 tentang ASN",
        [("Tahun 20l4", UnreadReason.TIDAK_DIKENAL)],
    ),
    (
        "UU Nomor lima Tahun 2014 tentang ASN",
        [("Nomor lima Tahun 2014", UnreadReason.TIDAK_DIKENAL)],
    ),
]


@pytest.mark.parametrize(("text", "unread"), UNREADABLE, ids=[text[:40] for text, _ in UNREADABLE])
def test_what_cannot_be_read_is_told_not_guessed(
    text: str, unread: list[tuple[str, UnreadReason]]
) -> None:
    assert [(one.text, one.alasan) for one in parse(text).unread] == unread


def test_what_is_too_long_for_a_citation_is_not_tried_and_said() -> None:
    text = "Undang-Undang Nomor 1 Tahun 2015 tentang " + "A " * 2_500
    reading = parse(text)
    assert reading.citation is None
    assert [one.alasan for one in reading.unread] == [UnreadReason.TERLALU_PANJANG]


def test_no_amendment_is_followed_without_end() -> None:
    text = "UU Nomor 1 Tahun 2015" + " sebagaimana telah diubah dengan UU Nomor 2 Tahun 2016" * 80
    (unread,) = parse(text).unread
    assert unread.alasan is UnreadReason.TERLALU_DALAM


# Properties

FRAGMENTS = sorted(
    {
        word
        for line in (*OFFICIAL.splitlines(), *OTHERS.splitlines(), *MISSPELT.splitlines())
        for word in line.split()
    }
)
SCRAPS = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join)
ANY_TEXT = st.text(max_size=80) | SCRAPS


def assert_covered(reading: CitationReading) -> None:
    """Read and unread pieces follow each other and leave nothing but white space."""
    spans = sorted([one.span for one in reading.parts] + [one.span for one in reading.unread])
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert reading.text[at:start].strip() == ""
        at = end
    assert at <= len(reading.text)
    assert reading.text[at:].strip() == ""


@given(ANY_TEXT)
def test_any_text_is_read_or_told(text: str) -> None:
    assert_covered(parse(text))


@given(st.integers(0, 10**6), st.sampled_from(OFFICIAL.strip().splitlines()), st.text(max_size=3))
def test_a_damaged_citation_is_read_or_told(at: int, line: str, scar: str) -> None:
    text = line.partition(" | ")[2]
    at %= len(text)
    assert_covered(parse(text[:at] + scar + text[at + 1 :]))


@given(ANY_TEXT)
def test_slips_stand_in_the_text_and_never_overlap(text: str) -> None:
    at = 0
    for slip in parse(text).slips:
        assert text[slip.span.start : slip.span.end] == slip.found
        assert slip.span.start >= at
        at = slip.span.end


WORDS = "Pengelolaan Keuangan Daerah Kinerja Instansi Pedoman Umum serta dan di atas Barang/Jasa"
NAMES = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=6).map(" ".join)
YEARS = st.integers(1945, 2099)
NUMBERS = st.integers(1, 9999).map(str)
PLACES = st.sampled_from(["Kabupaten Garut", "Kota Bandung", "Provinsi Jambi"])
LED = st.sampled_from(["Garut", "Bandung", "Jambi"])
KINDS = st.sampled_from(["UU", "Perppu", "PP", "Perpres", "Keppres", "Inpres"]).map(
    lambda kode: Citation(JENIS[kode])
)
MINISTRIES = st.sampled_from(["Dalam Negeri", "Keuangan", "Kesehatan", "PAN-RB", "Sosial"])


@st.composite
def makers(draw: st.DrawFn) -> Citation:
    kode = draw(st.sampled_from(["Permen", "Kepmen", "Inmen", "Perda", "Perbup", "Pergub"]))
    if kode.endswith("men"):
        found = ministry(draw(MINISTRIES))
        assert found is not None
        return Citation(JENIS[kode], pembuat=found.nama, kementerian=found.kode)
    return Citation(JENIS[kode], pembuat=draw(PLACES if kode == "Perda" else LED))


@st.composite
def citations(draw: st.DrawFn, depth: int = 0) -> Citation:
    head = draw(KINDS | makers())
    terbitan = draw(st.sampled_from(Terbitan))
    tempat = "" if terbitan.negara else draw(PLACES)
    lembaran = Lembaran(terbitan, tempat, draw(YEARS), draw(NUMBERS))
    tambahan = TambahanLembaran(terbitan, tempat, draw(NUMBERS))
    perubahan: tuple[Amendment, ...] = ()
    if depth < 2 and draw(st.booleans()):
        oleh = tuple(draw(st.lists(citations(depth + 2), min_size=1, max_size=2)))
        kali = draw(st.sampled_from(["", "beberapa", "dua"]))
        perubahan = (Amendment(draw(st.sampled_from(Effect)), kali, draw(st.booleans()), oleh),)
    return Citation(
        head.jenis,
        head.pembuat,
        head.kementerian,
        draw(NUMBERS),
        draw(YEARS),
        nama=draw(NAMES),
        lembaran=lembaran if draw(st.booleans()) or perubahan or depth else None,
        tambahan=tambahan if draw(st.booleans()) else None,
        perubahan=perubahan,
    )


@given(citations())
def test_every_printed_citation_is_read_back(citation: Citation) -> None:
    printed = str(citation)
    reading = parse(f"{printed};")
    assert reading.unread == ()
    assert reading.citation == citation
    assert str(reading.citation) == printed
    assert reading.slips == ()


@given(SCRAPS)
def test_what_was_read_in_full_is_printed_and_mended_to_the_same(text: str) -> None:
    reading = parse(text)
    if reading.citation and not reading.unread:
        assert read(str(reading.citation)) == reading.citation
        assert read(reading.mended()) == reading.citation
