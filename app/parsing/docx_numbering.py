"""The numbers that Word writes before headings and list items: they are seen on the page but aren't in its text."""

from dataclasses import dataclass, field

from app.parsing.office_package import OfficePackage
from app.parsing.xml_tree import Element, all_named, attribute, first

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9


@dataclass(frozen=True)
class _Level:
    start: int
    kind: str
    pattern: str


@dataclass
class Numbering:
    """Counts through one document. `of` must be asked once for each numbered paragraph, in order."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    _styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of_document(cls, package: OfficePackage, main: str, styles: Element | None) -> "Numbering":
        """Read the document's own numbering; without one nothing is numbered."""
        numbering = cls()
        names = package.related(main, "numbering")
        tree = package.tree(names[0]) if names else None
        if tree is None:
            return numbering
        for abstract in all_named(tree, "abstractNum"):
            found: dict[int, _Level] = {}
            for level in all_named(abstract, "lvl"):
                index = _number(attribute(level, "ilvl"))
                found[index] = _Level(
                    _number(_value(level, "start"), 1), _value(level, "numFmt"), _value(level, "lvlText")
                )
            numbering._levels[attribute(abstract, "abstractNumId")] = found
        for instance in all_named(tree, "num"):
            identity = attribute(instance, "numId")
            numbering._abstract[identity] = _value(instance, "abstractNumId")
            for override in all_named(instance, "lvlOverride"):
                if first(override, "startOverride") is not None:
                    start = _number(_value(override, "startOverride"), 1)
                    numbering._restarts.setdefault(identity, {})[_number(attribute(override, "ilvl"))] = start
        for style in all_named(styles, "style") if styles is not None else ():
            properties = first(style, "pPr", "numPr")
            if properties is not None and _value(properties, "numId"):
                numbering._styles[attribute(style, "styleId")] = (
                    _value(properties, "numId"),
                    _number(_value(properties, "ilvl")),
                )
        return numbering

    def of(self, properties: Element | None, style: str) -> str:
        """The number before a paragraph with these properties and style, empty for none."""
        own = first(properties, "numPr")
        identity, index = self._styles.get(style, ("", 0))
        if own is not None:
            identity = _value(own, "numId") or identity
            index = _number(_value(own, "ilvl"), index)
        levels = self._levels.get(self._abstract.get(identity, ""), {})
        level = levels.get(index)
        if level is None or not 0 <= index < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._abstract[identity], [0] * _LEVELS)
        restart = self._restarts.get(identity, {}).pop(index, None)
        if restart is not None:
            counts[index] = 0
        begin = restart if restart is not None else level.start
        counts[index] = counts[index] + 1 if counts[index] else begin
        counts[index + 1 :] = [0] * (_LEVELS - index - 1)
        if level.kind in ("bullet", "none", ""):
            return ""
        text = level.pattern
        for place in range(index + 1):
            other = levels.get(place, level)
            count = counts[place] or other.start
            text = text.replace(f"%{place + 1}", _written(count, other.kind))
        return text.strip()


def _written(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 10)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        text = ""
        for worth, sign in _ROMAN:
            text += sign * (count // worth)
            count %= worth
        return text if kind == "lowerRoman" else text.upper()
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _value(element: Element, name: str) -> str:
    found = first(element, name)
    return "" if found is None else attribute(found, "val")


def _number(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise
