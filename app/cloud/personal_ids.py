"""Numbers that states give to people, recognised by their check digits. Pure; any process.

Check digits come from python-stdnum. A number without letters or a separator of its own is taken only where a
word before it says what it is: one in ten or eleven random numbers passes a single check digit.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from stdnum.at import vnr
from stdnum.au import tfn
from stdnum.be import nn
from stdnum.br import cpf
from stdnum.ca import sin
from stdnum.ch import ssn as ahv
from stdnum.cl import rut
from stdnum.cn import ric
from stdnum.co import nit
from stdnum.cz import rc
from stdnum.de import idnr
from stdnum.dk import cpr
from stdnum.ee import ik
from stdnum.es import dni, nie
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.il import idnr as teudat
from stdnum.in_ import aadhaar, pan
from stdnum.it import codicefiscale
from stdnum.kr import rrn
from stdnum.mx import curp
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.pl import pesel
from stdnum.pt import nif
from stdnum.ro import cnp
from stdnum.se import personnummer
from stdnum.tr import tckimlik
from stdnum.us import itin, ssn
from stdnum.za import idnr as za_id

from app.cloud.marks import Kind, Mark

CUE_CHARACTERS: Final = 60


class _Shape(NamedTuple):
    """How a number is written, what checks it, and the word that must stand before it (None: none need)."""

    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool]
    cue: re.Pattern[str] | None = None


def _shape(pattern: str, is_valid: Callable[[str], bool], cue: str = "") -> _Shape:
    whole = re.compile(rf"(?<![A-Za-z0-9])(?<!\d[.,-])(?:{pattern})(?![A-Za-z0-9])(?!-\d)", re.I)
    return _Shape(whole, is_valid, re.compile(cue, re.I) if cue else None)


def _british(number: str) -> bool:
    """A National Insurance number: it has no check digit, but a shape that nothing else has (gov.uk, NIM39110)."""
    bare = number.replace(" ", "").upper()
    return bare[:2] not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")


_SHAPES: Final = (
    _shape(r"\d{3}-\d{2}-\d{4}", lambda number: ssn.is_valid(number) or itin.is_valid(number)),
    _shape(r"\d{9}|\d{3} \d{2} \d{4}", ssn.is_valid, r"\bssn\b|social.security|sozialversicherung"),
    _shape(r"(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\d\d ?\d\d ?\d\d ?[A-D]", _british),
    _shape(r"\d{3}[ -]?\d{3}[ -]?\d{4}", nhs.is_valid, r"\bnhs\b|health.(?:number|service)|patient"),
    _shape(r"\d{3}[ -]\d{3}[ -]\d{3}", sin.is_valid, r"\bsin\b|social.insurance|\bnas\b"),
    _shape(r"\d{2} ?\d{3} ?\d{3} ?\d{3}", idnr.is_valid, r"steuer|identifikationsnummer|\bidnr\b|tax"),
    _shape(r"\d{8}-?[A-Z]", dni.is_valid),
    _shape(r"[XYZ]-?\d{7}-?[A-Z]", nie.is_valid),
    _shape(
        r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
        codicefiscale.is_valid,
    ),
    _shape(r"[12] ?\d\d ?\d\d ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d", nir.is_valid),
    _shape(r"\d{11}", pesel.is_valid, r"pesel|dowod|identyfik|\bid\b"),
    _shape(r"\d{9}", bsn.is_valid, r"\bbsn\b|burgerservice|sofi"),
    _shape(r"(?:\d\d)?\d{6}[-+]\d{4}", personnummer.is_valid),
    _shape(r"\d{6}[-+ABCDEFYXWVU]\d{3}[0-9A-Y]", hetu.is_valid),
    _shape(r"\d{6} ?\d{5}", fodselsnummer.is_valid, r"f\u00f8dsel|fodsel|personnummer|national|\bid\b"),
    _shape(r"\d{6}-\d{4}", cpr.is_valid),
    _shape(r"\d{9}", nif.is_valid, r"\bnif\b|contribuinte"),
    _shape(r"\d{3}\.\d{3}\.\d{3}-\d\d", cpf.is_valid),
    _shape(r"\d{11}", cpf.is_valid, r"\bcpf\b"),
    _shape(r"\d{4} \d{4} \d{4}", aadhaar.is_valid, r"aadha+r|\buid\b"),
    _shape(r"[A-Z]{3}[PCHABGJLFT][A-Z]\d{4}[A-Z]", pan.is_valid),
    _shape(r"\d{17}[0-9X]", ric.is_valid),
    _shape(r"\d{6}-\d{7}", rrn.is_valid),
    _shape(
        r"\d\d\.?\d\d\.?\d\d-?\d{3}\.?\d\d", nn.is_valid, r"rijksregister|registre national|national|\bnn\b"
    ),
    _shape(r"756\.?\d{4}\.?\d{4}\.?\d\d", ahv.is_valid),
    _shape(r"\d{4} ?\d{6}", vnr.is_valid, r"versicherungsnummer|svnr|sv-nummer"),
    _shape(r"\d{11}", tckimlik.is_valid, r"kimlik|\btc\b|t\.c\."),
    _shape(r"\d{3} ?\d{3} ?\d{3}", tfn.is_valid, r"\btfn\b|tax file"),
    _shape(r"[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d", curp.is_valid),
    _shape(r"\d{1,2}\.\d{3}\.\d{3}-[0-9K]", rut.is_valid),
    _shape(r"\d{6}/\d{3,4}", rc.is_valid),
    _shape(r"[1-9]\d{12}", cnp.is_valid, r"\bcnp\b|cod numeric"),
    _shape(r"\d{11}", ik.is_valid, r"isikukood|asmens kodas|personal code"),
    _shape(r"\d{9}", teudat.is_valid, r"teudat|zehut|israel"),
    _shape(r"\d{13}", za_id.is_valid, r"\bid\b|identity"),
    _shape(r"\d{9}-\d", nit.is_valid, r"\bnit\b"),
)
# Passports and driving licences have no check digit in what is printed on them: only a word tells.
_NAMED: Final = re.compile(
    r"(?i)\b(?:passport|reisepass(?:nummer)?|driver'?s?.licen[cs]e|driving licen[cs]e|licen[cs]e number|f\u00fchrerschein(?:nummer)?"
    r"|personalausweis(?:nummer)?)(?: (?:number|no\.?|nr\.?|#))?(?:\s*(?:is|:|ist|=))?\s*(?P<number>[A-Z0-9][A-Z0-9-]{5,17})\b"
)


def find_personal_ids(text: str) -> Iterator[Mark]:
    """National identity, tax and insurance numbers of people, and passports and licences named as such."""
    for shape in _SHAPES:
        for match in shape.pattern.finditer(text):
            if shape.cue is not None and not shape.cue.search(_before(text, match.start())):
                continue
            if shape.is_valid(match[0]):
                yield Mark(match.start(), match.end(), Kind.NATIONAL_ID)
    for match in _NAMED.finditer(text):
        if any(char.isdigit() for char in match["number"]):
            yield Mark(*match.span("number"), Kind.NATIONAL_ID)


def _before(text: str, at: int) -> str:
    return text[max(0, at - CUE_CHARACTERS) : at]
