"""What Word, Excel and PowerPoint files (OOXML) share: parts, the relations between them, title and date."""

import posixpath

from app.domain.errors import DocumentError
from app.parsing.archive import Archive
from app.parsing.xml_tree import Element, all_named, attribute, local, parse, text_of


class OfficePackage:
    """The parts of one file."""

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Of a part ("" for the whole file): id -> (kind, name of the other part). Outside ones are left out."""
        folder, name = posixpath.split(part)
        data = self.archive.find(posixpath.join(folder, "_rels", name + ".rels"))
        if data is None:
            return {}
        found = {}
        for relation in all_named(parse(data), "Relationship"):
            if attribute(relation, "TargetMode").lower() == "external":
                continue
            target = attribute(relation, "Target").replace("\\", "/")
            absolute = target.startswith("/")
            whole = target if absolute else posixpath.join(folder, target)
            kind = attribute(relation, "Type").rpartition("/")[2]
            found[attribute(relation, "Id")] = (kind, posixpath.normpath(whole.lstrip("/")))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` is related to in this way, those that exist."""
        return [
            name for found, name in self.relations(part).values() if found == kind and self.archive.has(name)
        ]

    def main_part(self, usual: str) -> str:
        """The part that holds the document. Raises DocumentError when there is none."""
        for name in [*self.related("", "officeDocument"), usual]:
            if self.archive.has(name):
                return name
        wanted = posixpath.basename(usual)
        for name in self.archive.names():
            if posixpath.basename(name) == wanted:
                return name
        raise DocumentError("document_damaged")

    def tree(self, part: str) -> Element | None:
        """The root of a part one can do without."""
        data = self.archive.find(part)
        if not data:
            return None
        try:
            return parse(data)
        except DocumentError:
            return None

    def title_and_date(self) -> tuple[str, str]:
        """As the file itself says; the date of its last change."""
        names = [*self.related("", "core-properties"), "docProps/core.xml"]
        facts: dict[str, str] = {}
        for name in names[:1] if self.archive.has(names[0]) else names[-1:]:
            root = self.tree(name)
            if root is not None:
                facts = {local(child): text_of(child).strip() for child in root}
        return facts.get("title", ""), facts.get("modified", "") or facts.get("created", "")
