"""XML -> elements, tolerant of damage, blind to everything outside. The one door to lxml's XML.

No entity is replaced, no DTD or schema fetched, no file opened; elements are told by their local names, so that
the "strict" and "transitional" names of Office formats and vendors' own are the same.
"""

import io
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from app.domain.errors import DocumentError

Element: TypeAlias = Any  # an lxml element; lxml ships no types

_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "recover": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse(data: bytes) -> Element:
    """The root element. Raises DocumentError when there is none."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError("document_damaged") from error
    if root is None:
        raise DocumentError("document_damaged")
    return root


def each(data: bytes, *names: str) -> Iterator[Element]:
    """Elements with one of these local names as they end, and forgotten afterwards: for large parts."""
    wanted = [f"{{*}}{name}" for name in names]  # in any namespace, and in none
    try:
        for _, element in etree.iterparse(io.BytesIO(data), events=("end",), tag=wanted, **_OPTIONS):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError:
        return  # what came before it is kept


def local(element: Element) -> str:
    """The element's name without its namespace; empty for entities and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute's value by its local name, empty when there is none."""
    value = element.get(name)
    if value is not None:
        return str(value)
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def first(element: Element | None, *names: str) -> Element | None:
    """The first descendant along a path of local names, each a child of the one before."""
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if local(child) == name), None)
    return element


def all_named(element: Element, name: str) -> Iterator[Element]:
    """All descendants with this local name, in reading order."""
    for found in element.iter():
        if local(found) == name:
            yield found


def text_of(element: Element) -> str:
    """All text in it."""
    return "".join(str(part) for part in element.itertext())
