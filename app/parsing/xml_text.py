"""XML of any kind: the text of its elements in order, one block for each that has text of its own."""

import re

from app.domain.errors import DocumentError
from app.parsing import plain
from app.parsing.charset import decode
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.xml_tree import local, parse

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def read(data: bytes, output: Output) -> None:
    """Send the text as one page."""
    match = _DECLARED.search(data[:1024])
    text = decode(data, match[1].decode("ascii") if match else "")
    try:
        root = parse(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
    except DocumentError:
        plain.read(data, output)
        return
    output.facts("xml")
    page = PageText()
    for element in root.iter():
        if local(element) in ("script", "style"):
            continue
        page.paragraph(" ".join((element.text or "").split()) if local(element) else "")
        page.paragraph(" ".join((element.tail or "").split()))
    output.page(page.page(1))
