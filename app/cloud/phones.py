"""Phone numbers of any country, by the numbering plans of the phonenumbers library. Pure; any process.

A number with its country code is judged by that country's plan. One without is taken where its shape is a phone's
(an area code in brackets, groups after a leading 0) or where a word before it says so, and where the plan of
some country that writes it so allows it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import phonenumbers

from app.cloud.marks import Kind, Mark

# "+46 (0)8 928 571 38", "(06) 463 91 65", "541-714-1388x123", "0490 75 40 81"
_CANDIDATE: Final = re.compile(
    r"(?<![\w.,/:$\u20ac\u00a3#+-])(?:\+|00)?\(?\d{1,12}\)?(?:[ ]?\(0\)[ ]?\d{1,8})?"
    r"(?:(?:[ .\u00a0/-]{1,2}|(?<=\)))\(?\d{1,8}\)?){0,6}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\w%]|[.,/:-]\d)",
    re.I,
)
_CUE: Final = re.compile(
    r"(?i)\b(?:phone|telephone|tele?f?\.?|telefono?n?|tel\u00e9fono|t\u00e9l\u00e9phone|fax|mobile?|cell(?:phone)?|handy|call|calling|contact|reach|dial"
    r"|text|messages?|sms|whatsapp|ring|answering|number|numbers|hotline|rufnummer|nummer|anruf\w*|puh|gsm|ph|desk|office|registered)\b"
    r"(?:[^\n]{0,40}|\s?:\s{0,3})$"
)
# "Number" says nothing of phones where it is a number of something else.
_OTHER_NUMBER: Final = re.compile(
    r"(?i)(?:\b(?:serial|part|model|order|invoice|item|article|case|file|batch|lot|tracking|reference|policy|customer|contract"
    r"|flight|registration|certificate|licen[cs]e|stock|version)[ \u00a0]+(?:numbers?|no\.?|nr\.?|#)"
    r"|(?:serien|bestell|rechnungs|artikel|kunden|vertrags|auftrags|akten|seriell?e )nummer|num\u00e9ro de s\u00e9rie|n\u00famero de serie)"
    r"\s{0,3}(?:is|ist|:|=|#)?\s{0,3}$"
)
_CUE_AFTER: Final = re.compile(r"(?i)[ (,-]{0,3}(?:office|fax|mobile|cell|home|work|desk|tel)\b")
_DATE: Final = re.compile(r"(?:\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2}(?:\d{2})?)")
# Shapes that little else has: (555) 123-4567, 555-123-4567, 0xx xxx xxxx with separators.
_STRONG: Final = re.compile(
    r"\(\d{2,5}\)[ -]?\d[\d .-]{4,12}(?:\s?(?:x|ext\.?)\s?\d{1,5})?|[2-9]\d\d[-.][2-9]\d\d[-.]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,5})?|0\d{1,4}[ /-]\d[\d -]{4,12}",
    re.I,
)
MIN_DIGITS: Final = 7
MAX_DIGITS: Final = 15
MAX_EXTENSION: Final = 5
CUE_CHARACTERS: Final = 60
# Countries whose people write numbers without the country's code in the texts that are likely here.
REGIONS: Final = (
    "US", "GB", "DE", "FR", "ES", "IT", "NL", "BE", "CH", "AT", "SE", "NO", "DK", "FI", "IS", "PL", "CZ", "SK", "HU", "RO",
    "BG", "GR", "PT", "IE", "TR", "RU", "UA", "AU", "NZ", "CA", "BR", "MX", "AR", "CL", "CO", "IN", "JP", "KR", "CN", "ZA",
    "SI", "HR", "RS", "EE", "LV", "LT", "CY", "TN", "UY", "GL", "IL", "EG", "SG", "HK", "TW", "TH", "ID", "MY", "PH", "VN",
)  # fmt: skip


def find_phones(text: str) -> Iterator[Mark]:
    """Phone and fax numbers."""
    for match in _CANDIDATE.finditer(text):
        written = match[0]
        digits = sum(char.isdigit() for char in written)
        if not MIN_DIGITS <= digits <= MAX_DIGITS + MAX_EXTENSION or _DATE.fullmatch(written):
            continue
        if written.count("(") == written.count(")") and _is_phone(written, text, match.start(), match.end()):
            yield Mark(match.start(), match.end(), Kind.PHONE)


def _is_phone(written: str, text: str, start: int, end: int) -> bool:
    if written.startswith(("+", "00")):
        return _is_valid(written, None) or _has_country(written)
    before = text[max(0, start - CUE_CHARACTERS) : start]
    if _OTHER_NUMBER.search(before):
        return False
    named = _CUE.search(before) is not None
    named = named or _CUE_AFTER.match(text, end) is not None
    strong = _STRONG.fullmatch(written) is not None
    return (named or strong) and (_is_anywhere(written) or (named and strong))


def _is_valid(written: str, region: str | None) -> bool:
    number = "+" + written[2:] if region is None and written.startswith("00") else written
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False


def _has_country(written: str) -> bool:
    """Whether it begins like a number abroad, with a country that there is: plans change, shapes don't."""
    try:
        number = phonenumbers.parse("+" + written.lstrip("+0"), None)
    except phonenumbers.NumberParseException:
        return False
    return written.startswith("+") or phonenumbers.is_possible_number(number)


@lru_cache(maxsize=4096)
def _is_anywhere(written: str) -> bool:
    """Whether some country's plan has this number, written as at home there."""
    return any(_is_valid(written, region) for region in REGIONS) or _is_local(written)


def _is_local(written: str) -> bool:
    """A number without its area code, as neighbours write it: 467 3395."""
    return bool(re.fullmatch(r"[2-9]\d\d[ -]\d{4}", written))
