"""LaTeX -> outline, with ziamath. The only door to it. Typesetter process."""

import re
import sys
import warnings
from types import ModuleType

from app.domain.typesetting import Outline, may_be_drawn

# WORKAROUND xml.sax.saxutils, of which latex2mathml wants one function, imports all that speaks HTTP: not here.
_NETWORK = "urllib.request"
_stand_in = sys.modules.setdefault(_NETWORK, ModuleType(_NETWORK))
# WORKAROUND ziamath 0.13 and ziafont 0.11 find their fonts in a way that Python 3.11 deprecates.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from latex2mathml import commands
    from latex2mathml.symbols_parser import convert_symbol
    from ziamath.config import config
    from ziamath.zmath import Latex
if _stand_in.__spec__ is None:
    del sys.modules[_NETWORK]

_UNITS = 100  # drawn at this size, told in units of it
_PATH = re.compile(r"([MLQCZ])|(-?\d+(?:\.\d+)?(?:e-?\d+)?)")
_COUNT = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
_ELEMENT = re.compile(r"<(\w+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_LAST_DRAWABLE = 0x2FFF  # beyond it the fonts that come along have no letters


def _known_commands() -> frozenset[str]:
    known: set[str] = set()
    for value in vars(commands).values():
        if isinstance(value, str):
            known.add(value)
        elif isinstance(value, dict | tuple | list | set | frozenset):
            known.update(one for one in value if isinstance(one, str))
    return frozenset(known)


_KNOWN = _known_commands()


class CantDraw(Exception):
    """The formula holds something that we don't draw."""


def prepare() -> None:
    """Load the fonts, before files are closed to the process."""
    config.svg2 = False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for source in (r"\frac{a}{\sqrt{b}}", r"\text{words} \mathbb{R}", r"\left(\sum_{i} x\right)", "ß"):
            outline(source, True)


def outline(source: str, display: bool) -> Outline | None:
    """Draw a formula; None for what can't be drawn, or not in a moment."""
    if not may_be_drawn(source) or any(ord(one) > _LAST_DRAWABLE for one in source):
        return None
    for name in _COMMAND.findall(source.replace(r"\\", " ")):
        if f"\\{name}" not in _KNOWN and convert_symbol(f"\\{name}") is None:
            return None  # ziamath would draw its name
    try:
        return _outline(Latex(source, size=_UNITS, inline=not display).svg())
    except Exception:  # noqa: BLE001 - whatever it is: what a model wrote can't be drawn, its source is shown
        return None


def _outline(picture: str) -> Outline:
    box: list[float] = []
    drawn: list[str] = []
    numbers: list[float] = []
    for tag, written in _ELEMENT.findall(picture):
        element = dict(_ATTRIBUTE.findall(written))
        if "transform" in element:
            raise CantDraw(tag)
        if tag == "svg":
            box = [float(part) / _UNITS for part in element["viewBox"].split()]
        elif tag == "path":
            if element.get("stroke", "none") != "none":
                raise CantDraw("a stroke")
            _add_path(element["d"], drawn, numbers)
        elif tag == "rect":
            for x, y, w, h in _bars(element):
                _add_path(f"M {x} {y} L {x + w} {y} L {x + w} {y + h} L {x} {y + h} Z", drawn, numbers)
        elif tag != "g":
            raise CantDraw(tag)
    left, top, width, height = box
    return Outline(left, top, width, height, "".join(drawn), tuple(numbers))


def _bars(rect: dict[str, str]) -> list[tuple[float, float, float, float]]:
    """A filled rectangle, or the four bars of one that is only drawn round."""
    x, y, w, h = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
    if rect.get("stroke", "none") == "none":
        return [(x, y, w, h)]
    line = float(rect.get("stroke-width", "1"))
    return [(x, y, w, line), (x, y + h - line, w, line), (x, y, line, h), (x + w - line, y, line, h)]


def _add_path(path: str, drawn: list[str], numbers: list[float]) -> None:
    wanted = 0
    for command, number in _PATH.findall(path):
        if command:
            if wanted:
                raise CantDraw("a path that breaks off")
            drawn.append(command)
            wanted = _COUNT[command]
        else:
            if not wanted:
                raise CantDraw("more numbers than a path has")
            numbers.append(round(float(number) / _UNITS, 5))
            wanted -= 1
    if wanted:
        raise CantDraw("a path that breaks off")
