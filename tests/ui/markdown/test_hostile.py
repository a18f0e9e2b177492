"""Everything under "Text shown" in the list of bad inputs, in the tree and in the document."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.ui.markdown import links
from app.ui.markdown.document import SealedDocument
from app.ui.markdown.nodes import Block, CodeSpan, Inline, Link, Paragraph, Picture, Plain, Text
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.stream import MarkdownStream, parse
from app.ui.markdown.style import TextStyle
from app.ui.markdown.visible_text import visible
from app.ui.markdown.writer import DocumentWriter
from app.ui.tokens import LIGHT
from tests.ui.markdown import corpus

PARSER = MarkdownParser()
ADDRESSES = (
    "http://evil.example/x", "smb://evil.example/share", "file:///etc/passwd", "file://evil.example/x",
    "//evil.example/x", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "ms-msdt:/id", "data:text/html,x",
    "vbscript:x", "mailto:a@evil.example", "ftp://evil.example", "\\\\evil.example\\share",
    "https:evil.example", "https:///evil.example", "https://", "https://user@evil.example/",
    "https://good.example\\@evil.example", "tel:1", "x-apple:1", "about:blank", "/etc/passwd", "#top",
    "qrc:/x", "HTTP://EVIL.EXAMPLE",
)  # fmt: skip


@pytest.fixture
def written(qtbot: QtBot) -> Iterator[tuple[SealedDocument, DocumentWriter]]:
    """A document as wide as the column, and its writer."""
    document = SealedDocument()
    document.setTextWidth(672)
    yield document, DocumentWriter(document, TextStyle(LIGHT, "Inter"))
    assert document.requests == 0


def anchors(document: QTextDocument) -> list[str]:
    """Every address in `document` that a click would be reported for; checks that no picture is in it."""
    found = []
    block = document.begin()
    while block.isValid():
        for piece in block.textFormats():
            assert not piece.format.isImageFormat()
            if piece.format.isAnchor():
                found.append(piece.format.anchorHref())
        block = block.next()
    return found


def layout(document: QTextDocument) -> float:
    """Lay out and draw nothing; the height in pixels."""
    return document.size().height()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("form", ["[good]({})", "<{}>", "[good][r]\n\n[r]: {}", "[**good**](<{}>)", "{}"])
def test_only_whole_https_addresses_open(
    address: str, form: str, written: tuple[SealedDocument, DocumentWriter]
) -> None:
    document, writer = written
    assert not links.opens(address)
    writer.show(0, parse(form.format(address), PARSER))
    layout(document)
    assert all(href.startswith("https://good.example") for href in anchors(document))
    last_part = address.rpartition(":")[2].strip("/\\").partition("\\")[0]
    assert last_part.lower() in document.toPlainText().lower()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[good](https://evil.example)", "good (https://evil.example)"),
        ("[https://bank.example](https://evil.example)", "https://bank.example (https://evil.example)"),
        ("[https://a.example](https://a.example)", "https://a.example"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("go to https://a.example/x.", "go to https://a.example/x."),
        ("[good](smb://h/s)", "good (smb://h/s)"),
        ("![cat](//h/s.png)", "Picture: cat (//h/s.png)"),
        ("![cat][1]\n\n[1]: file:///x.png 't'", "Picture: cat (file:///x.png)"),
        ("[![cat](http://h/c.png)](https://e.example)", "Picture: cat (http://h/c.png) (https://e.example)"),
        ("<img src=//h/s.png>", "<img src=//h/s.png>"),
        ("<script>x</script>", "<script>x</script>"),
        ("<b>bold</b> &lt;i&gt;", "<b>bold</b> <i>"),
        ("[а](https://xn--80ak6aa92e.example)", "а (https://xn--80ak6aa92e.example)"),
        ("<https://аpple.example>", "https://аpple.example (https://xn--pple-43d.example)"),
    ],
)
def test_addresses_are_shown_in_full(
    text: str, shown: str, written: tuple[SealedDocument, DocumentWriter]
) -> None:
    document, writer = written
    writer.show(0, parse(text, PARSER))
    assert document.toPlainText() == shown == block_text(parse(text, PARSER))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟨RLO⟩b"),
        ("a\u2066b\u2069", "a⟨LRI⟩b⟨PDI⟩"),
        ("a\u200bb\ufeffc\u00add\u2060", "abcd"),
        ("a\u200db \u200c", "ab "),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("\U000e0041\U000e0042", "\ufffd\ufffd"),
        ("a\0b\x1b[31m\x7f\x9b", "a␀b␛[31m␡\ufffd"),
        ("\ud83d x \udc00", "\ufffd x \ufffd"),
        ("\ufdd0\ufdd1\ufffc\uffff\U0010ffff", "\ufffd" * 5),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("مرحبا\u200f!", "مرحبا\u200f!"),
    ],
)
def test_no_character_hides(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_hidden_characters_are_seen_in_code_and_addresses_too() -> None:
    tree = parse("`a\u202eb` &#x202e;&#0; [x](https://e.example/\u202e) ```\n", PARSER)
    assert isinstance(tree[0], Paragraph)
    assert tree[0].children[0] == CodeSpan("a⟨RLO⟩b")
    assert "\u202e" not in repr(tree)


def hostile() -> dict[str, str]:
    """Texts that are meant to be slow, deep or large."""
    return {
        "nested quotes, 5 MB": "> " * 2_500_000,
        "nested quotes, many lines, 5 MB": ("> " * 60 + "deep\n") * 41_000,
        "table of 10,000 rows": "| a | b | c |\n|---|---|---|\n" + "| one | two | three |\n" * 10_000,
        "table of 5,000 columns": "|a" * 5000 + "|\n" + "|-" * 5000 + "|\n",
        "table filled up": "|a" * 39 + "|\n" + "|-" * 39 + "|\n" + "x\n" * 7000,
        "one word of 1 MB": "x" * 1_000_000,
        "one word of 1 MB in code": "```\n" + "x" * 1_000_000,
        "one line of 1 MB in a list": "- " + "y " * 500_000,
        "open brackets": "[" * 100_000,
        "open pictures": "![" * 50_000,
        "emphasis": "*a **a " * 15_000,
        "ticks": "".join("`" * n + " " for n in range(400)),
        "deep list": "".join("  " * n + "- a\n" for n in range(300)),
        "deep list in a line": "- " * 10_000,
        "headings": "#\n" * 8000,
        "comments": "<!--" * 20_000,
        "definitions": "".join(f"[{n}]: https://x.example\n" for n in range(5000)),
        "references": "[a]\n\n" * 4000 + "[a]: https://x.example\n",
        "fences": "```\na\n```\n" * 2000,
        "surrogates": "\ud800" * 10_000,
        "numbers": "999999999999999999. a\n123456789) b\n",
        "entities": "&#0;&#xD800;&#99999999999;" * 500,
    }


@pytest.mark.parametrize("name", list(hostile()))
def test_hostile_text_is_shown_and_never_raises(name: str, qtbot: QtBot) -> None:
    text = hostile()[name]
    document = SealedDocument()
    document.setTextWidth(672)
    writer = DocumentWriter(document, TextStyle(LIGHT, "Inter"))
    stream = MarkdownStream(PARSER)
    for start in range(0, len(text), 8_192):
        update = stream.append(text[start : start + 8_192])
        writer.show(update.keep, update.blocks)
        layout(document)
    update = stream.finish()
    writer.show(update.keep, update.blocks)
    assert layout(document) > 0
    assert stream.blocks == tuple(writer.blocks)
    assert document.requests == 0


def test_words_nested_too_deeply_are_not_lost() -> None:
    text = "> " * 40 + "the last word"
    blocks = parse(text, PARSER)
    assert isinstance(blocks[0], Plain)
    assert "the last word" in block_text(blocks)


def test_a_sealed_document_answers_with_one_pixel(qtbot: QtBot) -> None:
    document = SealedDocument()
    document.setHtml(
        '<img src="//host/share/x.png"><img src="file://host/y.png">'
    )  # what no code of ours does
    document.size()
    assert document.requests >= 1
    image = document.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("http://h/x.png"))
    assert (image.width(), image.height()) == (1, 1)


def test_the_corpus_loads_nothing_and_opens_only_https(
    written: tuple[SealedDocument, DocumentWriter],
) -> None:
    path = corpus.folder()
    if path is None:
        pytest.skip("HEARTH_CORPUS is not set: CommonMark's examples and the fixtures are not here")
    document, writer = written
    sources = [source for source, _ in corpus.commonmark(path)] + corpus.fixtures(path)
    assert len(sources) > 700
    for source in sources:
        tree = parse(source, PARSER)
        writer.show(0, tree)
        layout(document)
        assert all(links.opens(address) for address in anchors(document)), source
        assert all(not isinstance(piece, Picture) or piece.address is not None for piece in _inlines(tree))


def _inlines(blocks: tuple[Block, ...]) -> list[Inline]:
    found: list[Inline] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += block.children
    return found


def test_a_link_says_whether_it_opens() -> None:
    tree = parse("[a](https://e.example)", PARSER)
    assert tree == (Paragraph((Link((Text("a"),), "https://e.example", True),)),)
