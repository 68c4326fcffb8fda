import pytest

from workers.text.language_guess import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The old bridge was closed because it is not safe for the cars that cross it.", "en"),
        ("Die alte Brücke wurde gesperrt, weil sie nicht mehr sicher ist und es keine andere gibt.", "de"),
        ("Le vieux pont est fermé parce qu'il n'est pas sûr pour les voitures qui le traversent.", "fr"),
        ("أغلق الجسر القديم لأن السيارات التي تعبر عليه كانت في خطر من سقوط هذه الحجارة", "ar"),
        ("Старый мост был закрыт, потому что он не был безопасен для машин, которые по нему ехали.", "ru"),
        ("สะพานเก่าถูกปิด เพราะไม่ปลอดภัย", "th"),
        ("Eski köprü kapatıldı çünkü bu yol araçlar için çok kötü ve bir daha ne zaman açılır bilinmiyor", "tr"),
    ],
)
def test_frequent_words_betray_the_language(text, language):
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "12345", "xyzzy plugh", "ok"])
def test_without_evidence_there_is_no_guess(text):
    assert guess_language(text) is None
