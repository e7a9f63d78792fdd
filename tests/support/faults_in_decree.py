"""Faults that drafters make: what is done in the clean book, and which rule finds it.

Each is (rule, what is done, rules of what it brings along).
"""

from __future__ import annotations

from tests.support.seeding import Fault, both, enter, move, replace, seen_at

PP_58_2005 = (
    "Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah (Lembaran "
    "Negara Republik Indonesia Tahun 2005 Nomor 140, Tambahan Lembaran Negara Republik Indonesia "
    "Nomor 4578);"
)
UU_23_2014 = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) "
    "sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 9 Tahun 2015 "
    "tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
    "(Lembaran Negara Republik Indonesia Tahun 2015 Nomor 58, Tambahan Lembaran Negara Republik "
    "Indonesia Nomor 5679);"
)
PERMENPANRB_88_2021 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 "
    "tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah (Berita Negara Republik Indonesia "
    "Tahun 2021 Nomor 1569);"
)
PP_18_2016 = (
    "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2016 Nomor 114, Tambahan Lembaran Negara Republik Indonesia Nomor 5887);"
)

UU_25_2007 = (
    "Undang-Undang Nomor 25 Tahun 2007 tentang Penanaman Modal (Lembaran Negara Republik Indonesia "
    "Tahun 2007 Nomor 67, Tambahan Lembaran Negara Republik Indonesia Nomor 4724) sebagaimana "
    "telah diubah dengan Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja (Lembaran Negara "
    "Republik Indonesia Tahun 2020 Nomor 245, Tambahan Lembaran Negara Republik Indonesia Nomor "
    "6573);"
)
PERPRES_72_2021 = (
    "Peraturan Presiden Nomor 72 Tahun 2021 tentang Percepatan Penanganan Stunting (Lembaran "
    "Negara Republik Indonesia Tahun 2021 Nomor 172);"
)
PERMENPANRB_12_2015 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun 2015 "
    "tentang Pedoman Evaluasi atas Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah "
    "(Berita Negara Republik Indonesia Tahun 2015 Nomor 986);"
)

MENGINGAT: dict[str, tuple[str, Fault, set[str]]] = {
    "a ministerial regulation in the state gazette of laws": (
        "lembaran-bukan-jenisnya",
        replace(
            "Mengingat",
            "(Berita Negara Republik Indonesia Tahun 2017",
            "(Lembaran Negara Republik Indonesia Tahun 2017",
        ),
        set(),
    ),
    "a ministerial regulation before a presidential one": (
        "mengingat-salah-urutan",
        move("Mengingat", "Nomor 86 Tahun 2017", above="Peraturan Presiden Nomor 29 Tahun 2014"),
        set(),
    ),
    "a younger law before an older one": (
        "mengingat-salah-urutan",
        move("Mengingat", "Undang-Undang Nomor 17 Tahun 2023", above="Nomor 25 Tahun 2004"),
        set(),
    ),
    "a regulation of the regent before one of the region": (
        "mengingat-salah-urutan",
        move("Mengingat", "Bupati Lembah Sagara Nomor 27", above="Nomor 4 Tahun 2021"),
        set(),
    ),
    "a regulation that another has repealed": (
        "peraturan-sudah-dicabut",
        enter("Mengingat", "Peraturan Pemerintah Nomor 8 Tahun 2006", "Isi", PP_58_2005),
        set(),
    ),
    "a chain of amendments that stops too early": (
        "peraturan-sudah-diubah",
        enter("Mengingat", "Undang-Undang Nomor 23 Tahun 2014", "Isi", UU_23_2014),
        set(),
    ),
    "an amendment left out": (
        "peraturan-sudah-diubah",
        enter("Mengingat", "Peraturan Pemerintah Nomor 18 Tahun 2016", "Isi", PP_18_2016),
        set(),
    ),
    "an amendment left out that is known from memory": (
        "peraturan-mungkin-diubah",
        enter("Mengingat", "Undang-Undang Nomor 25 Tahun 2004", "Isi", UU_25_2007),
        set(),
    ),
    "a repeal that is known from memory": (
        "peraturan-mungkin-dicabut",
        enter("Mengingat", "Nomor 53 Tahun 2014", "Isi", PERMENPANRB_12_2015),
        set(),
    ),
    "a name other than that known from memory": (
        "kutipan-mungkin-keliru",
        enter("Mengingat", "Nomor 53 Tahun 2014", "Isi", PERPRES_72_2021),
        set(),
    ),
    "an abbreviation": (
        "kutipan-tak-baku",
        replace("Mengingat", "Undang-Undang Nomor 17", "Undang-Undang No. 17"),
        set(),
    ),
    "a gazette without the state": (
        "lembaran-tanpa-negara",
        replace(
            "Mengingat",
            "(Lembaran Negara Republik Indonesia Tahun 2004",
            "(Lembaran Negara Tahun 2004",
        ),
        set(),
    ),
    "the state in the name of a regulation": (
        "republik-indonesia-pada-kutipan",
        replace(
            "Mengingat",
            "Peraturan Pemerintah Nomor 2 Tahun 2018",
            "Peraturan Pemerintah Republik Indonesia Nomor 2 Tahun 2018",
        ),
        set(),
    ),
    "a law without its capital": (
        "jenis-peraturan-tanpa-kapital",
        replace(
            "Mengingat", "Undang-Undang Nomor 25 Tahun 2004", "Undang-undang Nomor 25 Tahun 2004"
        ),
        set(),
    ),
    "a ministerial regulation without its gazette": (
        "berita-negara-kurang",
        replace("Mengingat", " (Berita Negara Republik Indonesia Tahun 2019 Nomor 1447)", ""),
        set(),
    ),
    "a law without its supplement": (
        "lembaran-negara-kurang",
        replace("Mengingat", ", Tambahan Lembaran Negara Republik Indonesia Nomor 4421", ""),
        set(),
    ),
    "a regional regulation without its supplement": (
        "lembaran-daerah-kurang",
        replace("Mengingat", ", Tambahan Lembaran Daerah Kabupaten Lembah Sagara Nomor 64", ""),
        set(),
    ),
    "a presidential regulation with a supplement": (
        "tambahan-tak-lazim",
        replace(
            "Mengingat",
            "Tahun 2014 Nomor 80)",
            "Tahun 2014 Nomor 80, Tambahan Lembaran Negara Republik Indonesia Nomor 5580)",
        ),
        set(),
    ),
    "two digits of a supplement exchanged": (
        "kutipan-beda-register",
        replace("Mengingat", "Indonesia Nomor 4421", "Indonesia Nomor 4412"),
        set(),
    ),
    "the number of another gazette": (
        "kutipan-beda-register",
        replace("Mengingat", "Tahun 2017 Nomor 1312", "Tahun 2017 Nomor 1235"),
        set(),
    ),
    "a gazette older than its regulation": (
        "lembaran-mendahului-peraturan",
        replace(
            "Mengingat",
            "(Lembaran Negara Republik Indonesia Tahun 2018 Nomor 2,",
            "(Lembaran Negara Republik Indonesia Tahun 2016 Nomor 2,",
        ),
        {"kutipan-beda-register"},
    ),
    "a name that is not that of the law": (
        "kutipan-beda-register",
        replace(
            "Mengingat",
            "Sistem Perencanaan Pembangunan Nasional (",
            "Sistem Perencanaan Pembangunan Daerah (",
        ),
        set(),
    ),
    "the year of another regulation": (
        "peraturan-mirip",
        replace(
            "Mengingat", "Nomor 29 Tahun 2014 tentang Sistem", "Nomor 29 Tahun 2015 tentang Sistem"
        ),
        {"lembaran-mendahului-peraturan"},
    ),
    "the ministry of another regulation": (
        "peraturan-mirip",
        replace(
            "Mengingat",
            "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019",
            "Peraturan Menteri Keuangan Nomor 90 Tahun 2019",
        ),
        set(),
    ),
    "a regional regulation other than the office's own list": (
        "kutipan-beda-register",
        replace("Mengingat", "Tahun 2021 Nomor 48)", "Tahun 2021 Nomor 49)"),
        set(),
    ),
    "a law without its year": (
        "kutipan-tanpa-tahun",
        replace("Mengingat", "Nomor 25 Tahun 2004 tentang", "Nomor 25 tentang"),
        set(),
    ),
    "an article of a law": (
        "dasar-hukum-berpasal",
        replace(
            "Mengingat",
            "Undang-Undang Nomor 25 Tahun 2004",
            "Pasal 9 Undang-Undang Nomor 25 Tahun 2004",
        ),
        set(),
    ),
    "one regulation twice": (
        "dasar-hukum-ganda",
        enter("Mengingat", "Nomor 89 Tahun 2021", "Isi", PERMENPANRB_88_2021),
        set(),
    ),
    "a regulation of the year after": (
        "peraturan-belum-berlaku",
        replace(
            "Mengingat",
            "Peraturan Bupati Lembah Sagara Nomor 27 Tahun 2023",
            "Peraturan Bupati Lembah Sagara Nomor 27 Tahun 2025",
        ),
        {"lembaran-mendahului-peraturan", "peraturan-mirip"},
    ),
    "the amendment of another regulation": (
        "perubahan-atas-yang-lain",
        replace(
            "Mengingat",
            "Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah",
            "Perubahan atas Peraturan Pemerintah Nomor 8 Tahun 2016 tentang Perangkat Daerah",
        ),
        {"kutipan-beda-register"},
    ),
    "a regulation of another region": (
        "daerah-lain",
        replace(
            "Mengingat",
            "Peraturan Bupati Lembah Sagara Nomor 48",
            "Peraturan Bupati Muara Sagara Nomor 48",
        ),
        set(),
    ),
    "the gazette of another region": (
        "daerah-lain",
        replace(
            "Mengingat",
            "(Lembaran Daerah Kabupaten Lembah Sagara Tahun 2021 Nomor 4",
            "(Lembaran Daerah Kabupaten Muara Sagara Tahun 2021 Nomor 4",
        ),
        set(),
    ),
    "a decision among the regulations": (
        "dasar-hukum-bukan-peraturan",
        enter(
            "Mengingat",
            "Bupati Lembah Sagara Nomor 27",
            "Isi",
            "Keputusan Bupati Lembah Sagara Nomor 12 Tahun 2023 tentang Tim Penyusun;",
        ),
        set(),
    ),
    "a full stop at the last item": (
        "mengingat-tanpa-titik-koma",
        replace("Mengingat", "Tahun 2023 Nomor 27);", "Tahun 2023 Nomor 27)."),
        set(),
    ),
    "an item that is no regulation": (
        "dasar-hukum-tak-terbaca",
        enter("Mengingat", "Nomor 89 Tahun 2021", "Isi", "Surat edaran tentang cascading;"),
        set(),
    ),
}

DECREE: dict[str, tuple[str, Fault, set[str]]] = {
    "a consideration without bahwa": (
        "menimbang-tanpa-bahwa",
        replace("Menimbang", "bahwa penjabaran kinerja", "penjabaran kinerja"),
        set(),
    ),
    "a consideration that ends with a full stop": (
        "menimbang-tanpa-titik-koma",
        replace("Menimbang", "sampai dengan pelaksana;", "sampai dengan pelaksana."),
        set(),
    ),
    "considerations that conclude in other words": (
        "menimbang-penutup-tak-baku",
        replace(
            "Menimbang",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
            "perlu menetapkan",
            "bahwa untuk maksud tersebut di atas perlu dibuat",
        ),
        set(),
    ),
    "a closing consideration that leaves one out": (
        "menimbang-huruf-keliru",
        replace("Menimbang", "huruf a dan huruf b,", "huruf a,"),
        set(),
    ),
    "letters in brackets": (
        "rujukan-huruf-tak-baku",
        replace("Menimbang", "huruf a dan huruf b,", "huruf a dan huruf (b),"),
        set(),
    ),
    "a verb torn apart in Menimbang": (
        "salah-eja",
        replace("Menimbang", "menjadi dasar penyusunan", "di jadikan dasar penyusunan"),
        set(),
    ),
    "Menetapkan in small letters": (
        "menetapkan-tidak-kapital",
        replace(
            "Identitas",
            "KEPUTUSAN KEPALA {PERANGKAT_DAERAH} TENTANG",
            "Keputusan Kepala {PERANGKAT_DAERAH} tentang",
        ),
        set(),
    ),
    "Menetapkan without its full stop": (
        "menetapkan-tanpa-titik",
        replace("Identitas", "{PEMERINTAH} TAHUN {tahun}.", "{PEMERINTAH} TAHUN {tahun}"),
        set(),
    ),
    "Menetapkan under another name than the title": (
        "menetapkan-beda-judul",
        replace(
            "Identitas",
            "TENTANG PENETAPAN CASCADING DAN POHON KINERJA",
            "TENTANG PENETAPAN POHON KINERJA",
        ),
        set(),
    ),
    "last year in Menetapkan": (
        "tahun-lain",
        replace("Identitas", "{PEMERINTAH} TAHUN {tahun}.", "{PEMERINTAH} TAHUN 2023."),
        {"menetapkan-beda-judul"},
    ),
    "last year in the first diktum": (
        "tahun-lain",
        replace(
            "Diktum", "{pemerintah} Tahun {tahun} tercantum", "{pemerintah} Tahun 2023 tercantum"
        ),
        set(),
    ),
    "a number of last year": (
        "nomor-tahun-lain",
        replace("Identitas", "400.7/18/DINKES/2024", "400.7/18/DINKES/2023"),
        set(),
    ),
    "a first diktum about something else": (
        "kesatu-beda-judul",
        replace(
            "Diktum",
            "Cascading dan Pohon Kinerja {perangkat_daerah} {pemerintah} Tahun",
            "Indikator Kinerja Utama {perangkat_daerah} {pemerintah} Tahun",
        ),
        set(),
    ),
    "an annex that may be separated": (
        "lampiran-terpisahkan",
        replace("Diktum", " yang merupakan bagian yang tidak terpisahkan dari", ""),
        set(),
    ),
    "a decree that calls itself a letter": (
        "disebut-surat-keputusan",
        replace("Identitas", "KEPUTUSAN KEPALA", "SURAT KEPUTUSAN KEPALA"),
        {"menetapkan-beda-judul"},
    ),
    "the opening phrase of regulations": (
        "frasa-pembuka-peraturan",
        replace(
            "Identitas",
            "KEPALA DINAS KESEHATAN KABUPATEN LEMBAH SAGARA,",
            "DENGAN RAHMAT TUHAN YANG MAHA ESA KEPALA DINAS KESEHATAN KABUPATEN LEMBAH SAGARA,",
        ),
        set(),
    ),
    "a doubled since": (
        "mulai-sejak",
        replace("Diktum", "mulai berlaku pada tanggal", "berlaku mulai sejak tanggal"),
        set(),
    ),
    "a comma between subject and predicate": (
        "koma-sebelum-predikat",
        replace("Diktum", "dalam Diktum KESATU digunakan", "dalam Diktum KESATU, digunakan"),
        set(),
    ),
    "a diktum without punctuation": (
        "diktum-akhiran",
        replace("Diktum", "dalam 3 (tiga) bulan.", "dalam 3 (tiga) bulan"),
        set(),
    ),
    "a doubled space in a diktum": (
        "salah-eja",
        replace("Diktum", "mulai berlaku", "mulai  berlaku"),
        set(),
    ),
    "the signature of another office": (
        "nama-kantor-berbeda",
        enter(
            "Identitas",
            "Jabatan Penandatangan",
            "Isi",
            "KEPALA DINAS PENDIDIKAN\nKABUPATEN LEMBAH SAGARA,",
        ),
        set(),
    ),
    "the letterhead of another office": (
        "nama-kantor-berbeda",
        enter("Identitas", "Kop", "Isi", "DINAS PENDIDIKAN"),
        set(),
    ),
    "the opening of another region": (
        "daerah-lain",
        enter("Identitas", "Jabatan Pembuka", "Isi", "KEPALA DINAS KESEHATAN KOTA TIRTAWANA,"),
        set(),
    ),
    "a closing consideration about another decree": (
        "menimbang-penutup-beda-judul",
        replace(
            "Menimbang",
            "Penetapan Cascading dan Pohon Kinerja",
            "Penetapan Indikator Kinerja Utama",
        ),
        set(),
    ),
    "a reference to a diktum that was deleted": (
        "rujukan-diktum-keliru",
        replace("Diktum", "dalam Diktum KESATU", "dalam Diktum KELIMA"),
        set(),
    ),
    "the budget of last year": (
        "tahun-lain",
        enter(
            "Diktum",
            "Penanggung jawab setiap sasaran",
            "Isi",
            "Biaya pelaksanaan Keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja "
            "Daerah {pemerintah} Tahun Anggaran 2023.",
        ),
        set(),
    ),
    "last year in a consideration": (
        "tahun-lain",
        replace("Menimbang", "perjanjian kinerja dan", "perjanjian kinerja Tahun 2023 dan"),
        set(),
    ),
    "no comma after the office before Menimbang": (
        "jabatan-pembuka-tanpa-koma",
        replace(
            "Identitas",
            "KEPALA DINAS KESEHATAN KABUPATEN LEMBAH SAGARA,",
            "KEPALA DINAS KESEHATAN KABUPATEN LEMBAH SAGARA",
        ),
        set(),
    ),
    "no comma after the office that signs": (
        "jabatan-penandatangan-tanpa-koma",
        enter(
            "Identitas",
            "Jabatan Penandatangan",
            "Isi",
            "KEPALA DINAS KESEHATAN\nKABUPATEN LEMBAH SAGARA",
        ),
        set(),
    ),
    "the office that signs in small letters": (
        "jabatan-tidak-kapital",
        enter(
            "Identitas",
            "Jabatan Penandatangan",
            "Isi",
            "Kepala Dinas Kesehatan\nKABUPATEN LEMBAH SAGARA,",
        ),
        set(),
    ),
    "a zero before the day": (
        "tanggal-nol-di-depan",
        enter("Identitas", "Tanggal", "Isi", "02 Januari 2024"),
        set(),
    ),
    "a date in numbers": (
        "tanggal-tak-baku",
        enter("Identitas", "Tanggal", "Isi", "2-1-2024"),
        set(),
    ),
    "a day that no calendar has": (
        "tanggal-tak-baku",
        enter("Identitas", "Tanggal", "Isi", "30 Februari 2024"),
        set(),
    ),
    "a date of another year": (
        "tanggal-di-luar-tahun",
        enter("Identitas", "Tanggal", "Isi", "2 Januari 2025"),
        {"nomor-tahun-lain"},
    ),
    "academic titles with wrong points": (
        "gelar-tak-baku",
        both(
            enter("Identitas", "Gelar pada Nama", "Isi", "Ya"),
            enter("Identitas", "Nama Penandatangan", "Isi", "NAMA PEJABAT, SH., MM"),
        ),
        {"gelar-tercetak"},
    ),
    "rank and number printed": (
        "pangkat-nip-tercetak",
        both(
            enter("Identitas", "Pangkat dan NIP", "Isi", "Lampiran"),
            seen_at(
                "Identitas",
                "Pangkat",
                "Isi",
                enter("Identitas", "Pangkat dan NIP", "Isi", "Lampiran"),
            ),
        ),
        set(),
    ),
    "a title in small letters": (
        "judul-tidak-kapital",
        replace(
            "Identitas",
            "PENETAPAN CASCADING DAN POHON KINERJA\n",
            "Penetapan CASCADING DAN POHON KINERJA\n",
        ),
        set(),
    ),
    "a full stop behind the title": (
        "judul-bertanda-baca",
        replace("Identitas", "{PEMERINTAH}\nTAHUN {tahun}", "{PEMERINTAH}\nTAHUN {tahun}."),
        set(),
    ),
    "an abbreviation in the title": (
        "judul-bersingkatan",
        replace(
            "Identitas",
            "PENETAPAN CASCADING DAN POHON KINERJA\n",
            "PENETAPAN CASCADING DAN POHON KINERJA OPD\n",
        ),
        {"menetapkan-beda-judul", "kesatu-beda-judul", "menimbang-penutup-beda-judul"},
    ),
}
