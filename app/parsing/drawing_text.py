"""Words in shapes and charts (DrawingML), for spreadsheets and presentations."""

from app.parsing.office_package import OfficePackage
from app.parsing.xml_tree import Element, all_named, first, local, text_of


def paragraphs_of(body: Element) -> list[str]:
    """The paragraphs of a text body; line breaks inside them are kept."""
    lines = []
    for paragraph in body:
        if local(paragraph) == "p":
            lines.append(_paragraph(paragraph))
    return [line for line in lines if line.strip()]


def _paragraph(paragraph: Element) -> str:
    parts = []
    for element in paragraph.iter():
        name = local(element)
        if name == "t":
            parts.append(element.text or "")
        elif name == "br":
            parts.append("\n")
        elif name == "tab" and local(element.getparent()) != "tabLst":
            parts.append("\t")
    return "".join(parts)


def drawing_lines(tree: Element) -> list[str]:
    """The words in a sheet's shapes."""
    return [line for body in all_named(tree, "txBody") for line in paragraphs_of(body)]


def chart_lines(package: OfficePackage, part: str) -> list[str]:
    """A chart's title and form, then its figures as rows: category, one value for each series."""
    tree = package.tree(part)
    if tree is None:
        return []
    titles = ["".join(text_of(t) for t in all_named(title, "t")) for title in all_named(tree, "title")]
    series = [
        (
            _points(first(found, "tx")),
            _points(first(found, "cat")) or _points(first(found, "xVal")),
            _points(first(found, "val")) or _points(first(found, "yVal")),
        )
        for found in all_named(tree, "ser")
    ]
    plot = next(all_named(tree, "plotArea"), None)
    kinds = [local(part) for part in plot if local(part).endswith("Chart")] if plot is not None else []
    titles += [f"{kind.removesuffix('Chart').removesuffix('3D').capitalize()} chart" for kind in kinds[:1]]
    names = [" ".join(name) for name, _, _ in series]
    categories = next((found for _, found, _ in series if found), [])
    rows = []
    if any(names):
        rows.append("\t".join(["", *names]))
    for index, category in enumerate(categories):
        rows.append(
            "\t".join([category, *(values[index] if index < len(values) else "" for _, _, values in series)])
        )
    return [line for line in [*titles, *rows] if line.strip()]


def _points(element: Element | None) -> list[str]:
    return [] if element is None else [text_of(point).strip() for point in all_named(element, "v")]
