"""The collections of HEARTH_CORPUS/retrieval: documents, questions, and what answers them."""

import ast
import csv
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(os.environ.get("HEARTH_CORPUS", "")) / "retrieval"


@dataclass(frozen=True)
class Collection:
    """One collection.

    Attributes:
        documents: id -> text (a title, where there is one, is its first line).
        queries: id -> question.
        relevant: query id -> ids of documents that answer it.
    """

    name: str
    documents: dict[str, str]
    queries: dict[str, str]
    relevant: dict[str, set[str]]


@dataclass(frozen=True)
class Spans:
    """Questions whose answers are character ranges of long texts."""

    texts: dict[str, str]
    questions: list[tuple[str, str, list[tuple[int, int]]]]  # question, text id, ranges


def available() -> bool:
    """Whether the collections are on this computer."""
    return bool(os.environ.get("HEARTH_CORPUS")) and CORPUS.is_dir()


def scifact() -> Collection:
    """5,183 abstracts, 809 claims."""
    csv.field_size_limit(1 << 24)
    documents = {}
    with (CORPUS / "scifact" / "corpus.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            abstract = " ".join(_strings(row["abstract"]))
            documents[row["doc_id"]] = f"{row['title']}\n{abstract}"
    queries: dict[str, str] = {}
    relevant: dict[str, set[str]] = {}
    with (CORPUS / "scifact" / "claims_train.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            queries[row["id"]] = row["claim"]
            cited = row["cited_doc_ids"].strip("[]").replace(",", " ").split()
            relevant.setdefault(row["id"], set()).update(cited)
    return Collection("SciFact train", documents, queries, relevant)


def xquad(language: str) -> Collection:
    """240 paragraphs, 1,190 questions, in one language."""
    data = json.loads((CORPUS / "xquad" / f"xquad.{language}.json").read_text("utf-8"))["data"]
    documents: dict[str, str] = {}
    queries: dict[str, str] = {}
    relevant: dict[str, set[str]] = {}
    for article in data:
        for paragraph in article["paragraphs"]:
            number = str(len(documents))
            documents[number] = paragraph["context"]
            for question in paragraph["qas"]:
                queries[question["id"]] = question["question"]
                relevant[question["id"]] = {number}
    return Collection(f"XQuAD {language}", documents, queries, relevant)


def cranfield() -> Collection:
    """1,400 abstracts, 225 queries."""
    documents = {
        number: f"{fields.get('T', '')}\n{fields.get('W', '')}"
        for number, fields in _smart(CORPUS / "cranfield" / "cran.all.1400")
    }
    asked = [fields.get("W", "") for _, fields in _smart(CORPUS / "cranfield" / "cran.qry")]
    queries = {str(order): text for order, text in enumerate(asked, 1)}
    relevant: dict[str, set[str]] = {}
    for line in (CORPUS / "cranfield" / "cranqrel").read_text().splitlines():
        query, document, grade, *_ = line.split()
        if int(grade) > 0:
            relevant.setdefault(query, set()).add(document)
    return Collection("Cranfield", documents, {key: queries[key] for key in relevant}, relevant)


def chunking() -> Spans:
    """Three long texts, 276 questions."""
    folder = CORPUS / "chroma_chunking_eval"
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    questions: list[tuple[str, str, list[tuple[int, int]]]] = []
    with (folder / "questions.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["corpus_id"] in texts:
                ranges = [(item["start_index"], item["end_index"]) for item in json.loads(row["references"])]
                questions.append((row["question"], row["corpus_id"], ranges))
    return Spans(texts, questions)


def _strings(text: str) -> list[str]:
    """The strings of a printed NumPy array: a list without commas."""
    try:
        joined = ast.literal_eval(re.sub(r"(['\"])\n\s*(['\"])", r"\1, \2", text))
    except (SyntaxError, ValueError):
        return [text]
    return joined if isinstance(joined, list) else [str(joined)]


def _smart(path: Path) -> list[tuple[str, dict[str, str]]]:
    """Records of the SMART format: .I number, then fields .T, .W ..."""
    records: list[tuple[str, dict[str, str]]] = []
    field = ""
    for line in path.read_text("latin-1").splitlines():
        if line.startswith(".I "):
            records.append((line[3:].strip(), {}))
        elif len(line) == 2 and line.startswith("."):
            field = line[1]
        elif records and field:
            fields = records[-1][1]
            fields[field] = f"{fields.get(field, '')} {line}".strip()
    return records
