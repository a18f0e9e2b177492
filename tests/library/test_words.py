"""What the keyword index sees of a text, and what a query looks for."""

import itertools
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.library.language import language_of
from app.library.words import index_words, query_words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tower was built in the year that followed and it is not as high as the church."),
        ("de", "Der Turm wurde im Jahr danach gebaut und ist nicht so hoch wie die Kirche."),
        ("fr", "La tour est dans la ville et les maisons sont sur la colline avec des arbres."),
        ("es", "La torre se construyó en el año siguiente y no es más alta que la iglesia."),
        ("ru", "Башня была построена в следующем году, и она не выше, чем церковь."),
        ("ar", "بني البرج في العام التالي وهو ليس أعلى من الكنيسة التي في المدينة"),
        ("zh", "塔建于次年，不比教堂高。"),
        ("ja", "塔は翌年に建てられ、教会より高くない。"),
        ("ko", "탑은 다음 해에 지어졌으며 교회보다 높지 않다."),
        ("th", "หอคอยสร้างขึ้นในปีถัดมา"),
        ("el", "Ο πύργος χτίστηκε τον επόμενο χρόνο."),
        ("", "Kq zxv 12 34"),
    ],
)
def test_the_language_is_told(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("en", "The towers of the harbours", "tower harbour"),
        ("de", "Die Häuser am Hafen", "haus häfen"),
        ("fr", "Les maisons anciennes", "maison ancien"),
        ("zh", "灯塔的高度是四十一米", "高度"),
        ("ja", "灯台の高さは四十一メートル", "高さ"),
        ("ko", "등대의 높이는 사십일 미터", "높이"),
        ("th", "ความสูงของหอคอย", "หอคอย"),
        ("hi", "मीनार की ऊँचाई", "ऊँचाई"),
        ("", "Ｆｕｌｌ width ﬁne", "full fine"),
        ("hi", "किराया मीटर है।", "है मीटर"),  # no full stop at a word
        ("hi", "किराया १२,५०० रुपये", "12500"),
        ("ar", "الإيجار ٤٬٥٠٠ ريال", "4500"),
        ("tr", "IŞIK KULESİ ISPARTA", "ışık kulesi ısparta"),
        ("tr", "ışık kulesi", "Işık Kulesi"),
        ("he", "גובה המגדלור ושכר הדירות", "מגדלור שכר דירה"),
        ("he", "בְּרֵאשִׁית", "בראשית"),
        ("de", "Donau\u00addampfschiff", "Donaudampfschiff"),
        ("en", "It costs 12,500 francs", "12500"),
        ("de", "Es kostet 12.500 Franken und 1.234.567,89 Euro", "12500 1234567"),
        ("fr", "12\u202f500 francs", "12500"),
        ("ko", "월세는 750,000원", "750000"),
        ("en", "Error 'E-4711' and COVID-19", "e4711 covid19"),
        ("zh", "错误E-4711：水温过高", "e4711"),
    ],
)
def test_a_query_meets_the_text_in_its_language(language: str, text: str, query: str) -> None:
    held = set(index_words(text, language))
    for forms in query_words(query, [language]):
        assert held & set(forms), forms


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("12,500", "12500"),
        ("E-4711", "E4711"),
        ("1.234.567", "1 234 567"),
    ],
)
def test_numbers_and_codes_meet_however_they_are_parted(query: str, text: str) -> None:
    held = set(index_words(text, "en"))
    assert any(held & set(forms) for forms in query_words(query, ["en"]))


@pytest.mark.parametrize(
    "text", ["3.14159", "in 2019, 500 came", "1,23,456", "a-b-12", "2024-03-05", "12.5000"]
)
def test_what_is_no_grouped_number_is_not_joined(text: str) -> None:
    assert all(word in text for word in index_words(text, ""))


def test_a_long_row_of_numbers_is_no_number() -> None:
    # Such rows were looked through anew from each of their numbers: half a minute for 16,000 of them.
    joined = set(index_words("100 " * 16_000 + "12", "")) | set(index_words("100 " * 30 + "francs", ""))
    assert max(map(len, joined)) <= 24


def test_the_hebrew_of_a_text_and_its_yiddish_are_told_apart() -> None:
    assert language_of("שכר הדירה של המגדל הוא גבוה, כי אין על זה הנחה") == "he"
    assert language_of("דער טורעם איז זייער הויך און מען זעט עס פון דער שטאָט") == "yi"


def test_words_never_hold_what_the_index_would_split() -> None:
    text = "snake_case e-mail a.b@c.example 3,14 naïve ＿ x\u200by \ud800 " + "k" * 300
    for word in index_words(text, "en"):
        assert word
        assert not any(character.isspace() or character in "_-.@,\"'" for character in word)
        assert len(word) <= 40


def test_several_threads_find_the_same_stems() -> None:
    syllables = ("баш", "ня", "лась", "ющий", "ться", "ость", "ами", "ейш")
    words = ["".join(parts) for parts in itertools.product(syllables, repeat=4)]
    half = len(words) // 2
    texts = [
        " ".join(words[:half]),
        " ".join(words[half:]),
        " ".join(words[half // 2 :]),
        " ".join(words[::-1]),
    ]
    former = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda text: index_words(text, "ru"), texts))
    finally:
        sys.setswitchinterval(former)
    assert found == [index_words(text, "ru") for text in texts]
    assert len(set(found[3])) > 100
