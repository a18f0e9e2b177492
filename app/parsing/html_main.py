"""Which part of a web page is its main text: what is around it on every page of a site is taken away.

When in doubt a part is kept: what isn't read can't be found. The rules look at the names HTML 5 has for such
parts, at what sites call them, and at how much of a part's text is links.
"""

import re

from app.parsing.xml_tree import Element, attribute, local

_AROUND = {"nav", "footer", "aside", "menu", "dialog"}
_AROUND_ROLES = {
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "tablist",
}  # fmt: skip
_CALLED_AROUND = re.compile(
    r"(^|[-_ ])(nav|navbar|navigation|menu|sidebar|footer|breadcrumbs?|cookies?|consent|share|sharing|social|"
    r"related|recommend(ed|ations)?|advert(s|isement|ising)?|ads?|sponsor(ed)?|promo|newsletter|subscribe|popup|modal|"
    r"overlay|banner|masthead|skip|pagination|pager|toolbar|outbrain|taboola|comment-?(form|respond)|noprint|"
    r"site-?(header|nav|info)|global-?(header|nav)|top-?bar|widget)([-_ ]|$)",
    re.IGNORECASE,
)
_CALLED_MAIN = re.compile(
    r"(^|[-_ ])(article|article-?(body|content|text)|post-?(body|content|text)|entry-?content|story-?(body|content)|"
    r"main-?content|page-?content|content-?(body|main)|body-?content|mw-content-text|markdown-body)([-_ ]|$)",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(255,\s*255,\s*255\))\s*(?:;|!|$)", re.IGNORECASE
)
_NEVER = {
    "script", "style", "template", "noscript", "svg", "canvas", "iframe", "frame", "object", "embed", "applet",
    "map", "audio", "video", "input", "select", "button", "textarea", "link", "meta", "base", "head",
}  # fmt: skip
_MAIN_SHARE = 0.5  # of the page's text that isn't links, for a part to be taken as the main one
_ENOUGH_CHARACTERS = 140
_MOSTLY_LINKS = 0.5


class TextSizes:
    """Characters and characters inside links of each element, counted once for a whole tree."""

    def __init__(self, root: Element) -> None:
        self._all: dict[Element, int] = {}
        self._links: dict[Element, int] = {}
        for element in root.iter():
            self._all[element] = _length(element.text) if isinstance(element.tag, str) else 0
            self._links[element] = 0
        for element in reversed(list(self._all)):
            if local(element) == "a":
                self._links[element] = self._all[element]
            parent = element.getparent()
            if parent is not None and parent in self._all:
                self._all[parent] += self._all[element] + _length(element.tail)
                self._links[parent] += self._links[element]

    def characters(self, element: Element) -> int:
        """All of its text."""
        return self._all.get(element, 0)

    def own(self, element: Element) -> int:
        """Its text that isn't a link."""
        return self._all.get(element, 0) - self._links.get(element, 0)

    def link_share(self, element: Element) -> float:
        """The share of its text that is links."""
        return self._links.get(element, 0) / max(self._all.get(element, 0), 1)


def remove_unseen(root: Element) -> None:
    """Take away what a browser doesn't show as text."""
    for element in list(root.iter()):
        if element is root or not isinstance(element.tag, str):
            continue
        unseen = (
            local(element) in _NEVER
            or element.get("hidden") is not None
            or attribute(element, "aria-hidden") == "true"
            or bool(_UNSEEN_STYLE.search(element.get("style") or ""))
        )
        if unseen:
            remove(element)


def has_white_text(root: Element) -> bool:
    """Whether there is text in white, and nothing says that there is another colour behind it."""
    for element in root.iter():
        if not isinstance(element.tag, str) or not _WHITE.search(element.get("style") or ""):
            continue
        around = [element, *element.iterancestors()]
        grounded = any(
            "background" in (e.get("style") or "") or e.get("bgcolor") or e.get("background") for e in around
        )
        if not grounded and "".join(element.itertext()).strip():
            return True
    return False


def main_part(body: Element) -> Element:
    """The element that holds the main text; parts of it that are around it have been taken away."""
    whole = TextSizes(body)
    total = whole.own(body)
    for element in list(body.iter()):
        if isinstance(element.tag, str) and element is not body and _is_around(element, whole, total):
            remove(element)
    sizes = TextSizes(body)
    left = sizes.own(body)
    if left < _ENOUGH_CHARACTERS:
        return body
    best = None
    for element in body.iter():
        if not _is_called_main(element) or sizes.own(element) < _MAIN_SHARE * left:
            continue
        best = element  # the innermost that still holds enough
    return body if best is None else best


def remove(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    parent.remove(element)


def _is_around(element: Element, sizes: TextSizes, total: int) -> bool:
    if sizes.own(element) > _MAIN_SHARE * total:
        return False  # whatever it is called, the page is in it
    name = local(element)
    if name in ("body", "html", "main", "article", "p", "h1", "pre", "table", "tbody", "tr", "td"):
        return False
    if name in _AROUND or (element.get("role") or "").lower() in _AROUND_ROLES:
        if name == "footer" and sizes.link_share(element) == 0:
            return False
        return not (name in ("aside", "footer") and _is_in_article(element))
    if name == "header" and not _is_in_article(element):
        return sizes.link_share(element) > _MOSTLY_LINKS
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not called.strip() or not _CALLED_AROUND.search(called) or _CALLED_MAIN.search(called):
        return False
    return sizes.link_share(element) > _MOSTLY_LINKS / 2 or sizes.characters(element) < _ENOUGH_CHARACTERS


def _is_in_article(element: Element) -> bool:
    return any(local(ancestor) in ("article", "blockquote", "figure") for ancestor in element.iterancestors())


def _is_called_main(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    if local(element) in ("main", "article") or (element.get("role") or "").lower() in ("main", "article"):
        return True
    return local(element) in ("div", "section", "td") and bool(
        _CALLED_MAIN.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        or (element.get("itemprop") or "") == "articleBody"
    )


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
