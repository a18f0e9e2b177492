"""Reading and embedding real reports (HEARTH_CORPUS) against the bare libraries under them, in one run."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2

from app.library.embedder import Embedder, embedder_folder
from app.library.passage_table import Floats
from tests.benchmarks.ratio import Ratio, compare
from tests.library.library_work import LibraryWork
from tests.quality import collections
from tests.quality.searching import ndcg

CORPUS = Path(os.environ.get("HEARTH_CORPUS", "")) / "retrieval"
PASSAGES = 100_000
QUERIES = 200
SYLLABLES = [consonant + vowel for consonant in "bdklmn" for vowel in "aeiou"]


def reports() -> list[Path]:
    """The PDF reports of the collections."""
    return sorted(
        [*(CORPUS / "ntsb_reports_no_qa").rglob("*.pdf"), *(CORPUS / "kg_rag_sec10q").rglob("*.pdf")]
    )


def measure_reading(rounds: int) -> list[Ratio]:
    """Until every file is found by keyword, against getting the same pages' text in this process."""

    def ours() -> float:
        place = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
        folder = place / "reports"
        folder.mkdir()
        for number, path in enumerate(reports()):
            shutil.copy(path, folder / f"{number}.pdf")
        work = LibraryWork(place / "profile")
        work.do(work.service.start)  # the process is there already when a person adds a folder
        begun = time.perf_counter()
        facts = work.add("reports", folder)
        took_s = time.perf_counter() - begun
        assert (facts.files_ready, facts.attention) == (len(reports()), 0)
        assert facts.passages > 1000
        work.close()
        shutil.rmtree(place)
        return took_s

    def theirs() -> float:
        begun = time.perf_counter()
        for path in reports():
            document = pypdfium2.PdfDocument(path)
            for page in document:
                page.get_textpage().get_text_bounded()
            document.close()
        return time.perf_counter() - begun

    return [compare("searchable against pypdfium2 alone", "s", ours, theirs, rounds, at_most=1.5)]


def measure_embedding(rounds: int, texts: int = 96) -> list[Ratio]:
    """Passages a second of processor time, against SentenceTransformer.encode as it comes; both with nDCG@10 by
    meaning alone over 240 paragraphs and 300 questions.
    """
    passages = _report_passages(texts)
    embedder = Embedder(embedder_folder(""))
    from sentence_transformers import SentenceTransformer  # after the embedder: it switches the hub off

    plain = SentenceTransformer(str(embedder.folder.path), device="cpu", local_files_only=True)

    def speed(encode: Callable[[list[str]], object]) -> float:
        begun = time.process_time()
        encode(passages)
        return len(passages) / (time.process_time() - begun)

    def ours() -> float:
        return speed(lambda given: embedder.encode_passages(sorted(given, key=len)))

    quality = (_ndcg(embedder.encode_passages), _ndcg(plain.encode))
    assert abs(quality[0] - quality[1]) <= 0.005, quality
    return [
        compare(
            "embedding against encode() by default", "passages/s", ours, lambda: speed(plain.encode), rounds,
            at_least=1.5, precision=embedder.precision,
            ndcg=[round(each, 4) for each in quality],
        )
    ]  # fmt: skip


def _ndcg(encode: Callable[[list[str]], Floats]) -> float:
    collection = collections.xquad("en")
    names, asked = list(collection.documents), list(collection.queries)[::4]
    documents = encode(list(collection.documents.values()))
    queries = encode([collection.queries[number] for number in asked])
    ranked = np.argsort(-(np.asarray(queries) @ np.asarray(documents).T), axis=1)[:, :10]
    scores = [
        ndcg([names[place] for place in places], collection.relevant[number])
        for number, places in zip(asked, ranked.tolist(), strict=True)
    ]
    return sum(scores) / len(scores)


def _report_passages(number: int) -> list[str]:
    from app.domain.chunking import pieces
    from app.domain.document import Page

    found: list[str] = []
    for path in reports():
        document = pypdfium2.PdfDocument(path)
        pages = [Page(at, page.get_textpage().get_text_bounded()) for at, page in enumerate(document, 1)]
        document.close()
        texts = {page.number: page.text for page in pages}
        found += [texts[piece.page][piece.start : piece.end] for piece in pieces(pages)]
        if len(found) >= number * 4:
            break
    return found[:: max(len(found) // number, 1)][:number]
