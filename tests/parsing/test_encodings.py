"""Short texts in encodings of single bytes that nothing names: their letters tell."""

import pytest

from app.parsing.charset import decode

TEXTS = {
    "cp1252": (
        "Dübel;12.500,00", "Straße", "Äpfel\nÖl\nÜbung", "Grüße aus Köln", "Où êtes-vous né ?", "señor;café;naïve",
        "El niño comió una piña en España.", "A informação não está disponível; atenção.", "Räksmörgås på ön",
        "Perché la città è così più cara", "Rødgrød med fløde på Åen", "Preis: 5 € – „sofort“", "to lift £825. not",
        "Größe 500", "Die größte Größe", "Où a-t-il créé ça ?",
    ),
    "cp1250": ("Zażółć gęślą jaźń, proszę o pomoc.", "Příliš žluťoučký kůň", "Nájem činí pět tisíc korun měsíčně."),
    "cp1251": ("Договор аренды квартиры", "Цена 500 рублей", "Рецепт борща", "Счёт № 15",
        "Ціна за місяць становить п'ять тисяч гривень"),
    "koi8-r": ("Договор аренды квартиры продлён", "Высота маяка сорок один метр."),
    "mac_cyrillic": ("Стоимость аренды такая же, и она меняется каждая неделя",),
    "cp1253": ("Ο φάρος έχει ύψος σαράντα ένα μέτρα.", "Το ενοίκιο είναι 650 ευρώ"),
    "cp1254": ("Otopark ücreti günlük yüz elli liradır, çünkü yer çoktur.",),
    "cp1255": ("דמי החניה הם חמישים שקלים ליום.", "גובה המגדלור הוא ארבעים ואחד מטרים"),
    "cp1256": ("ارتفاع المنارة واحد وأربعون مترا", "السعر 500 ريال"),
    "cp874": ("ค่าจอดรถวันละห้าสิบบาท ไม่ต้องจองล่วงหน้า", "ค่าเช่า 8500 บาท"),
    "cp932": ("家賃は八万円、駐車場は別です。",),
    "euc_jp": ("駐車場の料金は一日千二百円です。",),
    "gb18030": ("灯塔的高度是四十一米，建于一九零一年。",),
    "big5": ("停車費每天一百二十元，燈塔高四十一公尺。",),
    "cp949": ("주차 요금은 하루에 오천원입니다.", "가격은 500원입니다"),
    "cp850": ("Grüße aus Köln",),
    "mac_roman": ("Die Prüfgröße für Straßen",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "text"), [(name, text) for name, texts in TEXTS.items() for text in texts]
)
def test_a_short_text_is_read_as_it_was_written(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_text_is_never_taken_for_the_code_of_old_mainframes() -> None:
    assert "a" in decode("Çağ".encode("cp1254"))


def test_tags_around_it_do_not_change_how_a_text_is_read() -> None:
    page = "<html><body><table><tr><td>Высота маяка</td></tr></table></body></html>"
    assert decode(page.encode("cp1251")) == page
