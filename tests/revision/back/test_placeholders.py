import pytest

from generator.revision.back.placeholders import put_back


@pytest.mark.parametrize(
    ("raw", "text", "new", "back"),
    [
        ("Keputusan.", "Keputusan.", "Ketetapan.", "Ketetapan."),
        ("TAHUN {tahun}", "TAHUN 2022", "TAHUN ANGGARAN 2022", "TAHUN ANGGARAN {tahun}"),
        ("{tahun} dan {tahun}", "2022 dan 2022", "2022 serta 2022", "{tahun} serta {tahun}"),
        (
            "pada {perangkat_daerah} {pemerintah};",
            "pada Badan Kepegawaian Kabupaten A;",
            "di lingkungan Badan Kepegawaian Kabupaten A;",
            "di lingkungan {perangkat_daerah} {pemerintah};",
        ),
        ("{lampiran} Keputusan ini", "Lampiran Keputusan ini", "Lampiran SK", "{lampiran} SK"),
        ("a. bahwa {tahun};", "bahwa 2022;", "bahwa tahun 2022;", "a. bahwa tahun {tahun};"),
        ("{{tahun}} {tahun}", "{{tahun}} 2022", "{{tahun}}: 2022", "{{tahun}}: {tahun}"),
        ("{thn} lalu", "{thn} lalu", "{thn} ini", "{thn} ini"),
        ("", "", "188/2023", "188/2023"),
    ],
)
def test_a_placeholder_returns_where_its_value_stands(
    raw: str, text: str, new: str, back: str
) -> None:
    assert put_back(raw, text, new) == back


@pytest.mark.parametrize(
    ("raw", "text", "new"),
    [
        ("TAHUN {tahun}", "TAHUN 2022", "TAHUN 2023"),
        ("TAHUN {tahun}", "TAHUN 2022", ""),
        ("sesuatu yang lain", "TAHUN 2022", "TAHUN 2023"),
    ],
)
def test_what_cannot_return_is_no_text(raw: str, text: str, new: str) -> None:
    assert put_back(raw, text, new) is None
