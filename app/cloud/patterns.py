"""What a shape finds, with a check digit or a parser where there is one. Pure; any process.

Every expression is linear: no repetition inside a repetition can match the same text in two ways.
"""

import ipaddress
import re
from collections.abc import Iterator
from typing import Final

from stdnum import iban, luhn

from app.cloud.marks import Kind, Mark

_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+%'-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,24}(?![\w-])"
)
_URL: Final = re.compile(
    r"(?<![\w@])(?:[a-z][a-z0-9+]{1,9}://|www\.)[^\s<>\"'\u201c\u201d{}|\\^`]{3,2000}", re.I
)
_URL_TAIL: Final = ".,;:!?)]}'\u2019\u201d"
_IP4: Final = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?(?![\d]|\.\d)")
_IP6: Final = re.compile(
    r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])", re.I
)
_VERSION_LEAD: Final = re.compile(r"(?:\bv|version|release|section|chapter|§)\.?\s*$", re.I)
_CARD: Final = re.compile(r"(?<![\w.,-])\d(?:[ -]?\d){11,18}(?![\w]|[.,-]\d)")
_CARD_CUE: Final = re.compile(
    r"(?i)\b(?:credit|debit|card|cards|cc|visa|mastercard|amex|jcb|karte|carte|tarjeta)\b[^\n]{0,50}$"
)
# First digits and lengths of the cards in use (ISO/IEC 7812; the schemes' own lists).
_CARD_LEADS: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}"
    r"|(?:2131|1800)\d{11}|(?:5018|5020|5038|5893|6304|6759|676[1-3]|62\d\d)\d{8,15}"
)
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![A-Za-z0-9])", re.I)
# Keys whose makers gave them a shape of their own, so that scanners can find them.
_KEYS: Final = re.compile(
    r"(?<![\w-])(?:"
    r"sk-(?:ant-|proj-|or-v1-)?[\w-]{20,200}|gh[pousr]_\w{36,251}|github_pat_\w{22,255}|glpat-[\w-]{20,64}"
    r"|A(?:KIA|SIA)[0-9A-Z]{16}|AIza[\w-]{35}|xox[abposr]-[\w-]{10,250}|hf_[A-Za-z0-9]{30,64}|gsk_[A-Za-z0-9]{40,64}"
    r"|[rs]k_(?:live|test)_\w{16,128}|SG\.[\w-]{16,32}\.[\w-]{16,64}|npm_\w{36}|pypi-[\w-]{50,250}"
    r"|eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{8,4000}|AGE-SECRET-KEY-1[0-9A-Z]{58}"
    r")(?![\w-])"
)
_PRIVATE_KEY: Final = re.compile(
    r"-----BEGIN ([A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?)-----[\s\S]{0,20000}?(?:-----END \1-----|\Z)"
)
# `password: x`, `api_key = "x"`, `Authorization: Bearer x`: only the secret itself is marked.
_NAMED_SECRET: Final = re.compile(
    r"(?i)(?<![a-z])(?:pass(?:word|wd|phrase)|passwort|api[_ -]?key|access[_ -]?key|secret(?:[_ -]?key)?|auth[_ -]?token"
    r"|access[_ -]?token|client[_ -]?secret|bearer|pwd|pin(?:[_ -]?code)?)\s{0,3}"
    r"(?:(?:is|ist|=>|:=|[:=])\s{0,3}|(?<=bearer )|(?<=bearer\t))[\"']?(?P<secret>[^\s\"',;]{4,400})"
)
_KEY_URL: Final = re.compile(r"(?i)[a-z][a-z0-9+]{1,12}://[^\s:/@]{1,64}:(?P<secret>[^\s@/]{3,200})@")


def find_patterns(text: str) -> Iterator[Mark]:
    """E-mail and web addresses, IP addresses, card numbers, IBANs, and keys."""
    for match in _EMAIL.finditer(text):
        yield Mark(match.start(), match.end(), Kind.EMAIL)
    for match in _URL.finditer(text):
        yield Mark(match.start(), match.start() + len(match[0].rstrip(_URL_TAIL)), Kind.URL)
    yield from _ips(text)
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        named = _CARD_CUE.search(text[max(0, match.start() - 60) : match.start()]) is not None
        if (named or _CARD_LEADS.fullmatch(digits)) and luhn.is_valid(digits):
            yield Mark(match.start(), match.end(), Kind.CARD)
    for match in _IBAN.finditer(text):
        yield from _iban(match)
    for pattern in (_KEYS, _PRIVATE_KEY):
        for match in pattern.finditer(text):
            yield Mark(match.start(), match.end(), Kind.KEY)
    for pattern in (_NAMED_SECRET, _KEY_URL):
        for match in pattern.finditer(text):
            yield Mark(*match.span("secret"), Kind.KEY)


def _ips(text: str) -> Iterator[Mark]:
    for match in (*_IP4.finditer(text), *_IP6.finditer(text)):
        if _VERSION_LEAD.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        address, _, _ = match[0].partition("/")
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            continue
        # "::" alone and "0.0.0.0" name no computer of anybody's, and `a::b` is a name in C++.
        words = found.version == 6 and (len(address) < 6 or not any(c.isdigit() for c in address))
        if not found.is_unspecified and not words:
            yield Mark(match.start(), match.end(), Kind.IP)


def _iban(match: re.Match[str]) -> Iterator[Mark]:
    """The longest beginning that is an IBAN: words after one are easily taken for a part of it."""
    text = match[0]
    ends = [len(text)] + [at for at in range(len(text) - 1, 14, -1) if text[at] in " -"]
    for end in ends:
        if iban.is_valid(text[:end].replace("-", "")):
            yield Mark(match.start(), match.start() + end, Kind.IBAN)
            return
