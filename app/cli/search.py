"""`hearth search`: passages from the libraries, by keyword and, where it can, by meaning."""

import json
import os
from collections.abc import Callable

from app.cli.library import ask_for, facts_now, wait_for
from app.cli.terminal import CommandContext, OpenProfile, open_profile, print_json, show, tell
from app.domain.errors import LibraryError, UsageError
from app.domain.narrowing import search_filter
from app.domain.passage import Found, Hit, SearchFilter, SearchMode
from app.services.sentences import one_line

LARGEST_K = 200
LINE_LIMIT_CHARS = 1 << 20


def run(context: CommandContext) -> int:
    """One query, or with --batch one {id, query} a line. Exit 1 when a query found nothing."""
    batch = context.text("batch")
    if bool(batch) == bool(context.text("query")):
        raise UsageError("search_query_or_batch")
    k = context.options.get("k")
    if not isinstance(k, int) or not 1 <= k <= LARGEST_K:
        raise UsageError("search_k_out_of_range", limit=LARGEST_K)
    only = _filter(context)
    with open_profile(context) as profile:
        library = profile.session.library
        if not library.exists:
            raise LibraryError("library_none")
        _tell_of_older_words(profile)
        if batch:
            return _run_batch(context, profile, batch, k, only)
        if context.flag("meaning"):
            wait_for(profile, library.load_embedder)
        found = _search(context, profile, context.text("query"), k, only)
        if context.json:
            print_json({"results": _results(found), "mode": found.mode, "ready": round(found.ready, 4)})
        else:
            _show(context, found)
        return 0 if found.hits else 1


def _filter(context: CommandContext) -> SearchFilter:
    """What may be found. Raises UsageError for a day that is none."""
    kinds = context.options.get("kinds")
    place = context.text("place")
    return search_filter(
        kinds=tuple(map(str, kinds)) if isinstance(kinds, list) else (),
        under=os.fsencode(os.path.realpath(os.path.expanduser(place))).decode("utf-8", "replace")
        if place
        else "",
        part=context.text("part"),
        first=context.text("date_from"),
        last=context.text("date_to"),
    )


def _tell_of_older_words(profile: OpenProfile) -> None:
    """A command that only asks makes nothing anew: that of a large library takes minutes."""
    if any(facts.older_words for facts in facts_now(profile)):
        tell(
            "Words in your libraries were made by an older version of Hearth, so some of them may not be found. "
            "'hearth library sync' makes them anew; so does Hearth's window while it is open."
        )


def _run_batch(context: CommandContext, profile: OpenProfile, batch: str, k: int, only: SearchFilter) -> int:
    """Every line is answered in its order. A line that is no query ends it with the reason."""
    wait_for(profile, profile.session.library.load_embedder)
    try:
        with open(batch, encoding="utf-8") as lines:
            for number, line in enumerate(iter(lambda: lines.readline(LINE_LIMIT_CHARS), ""), 1):
                if line.strip():
                    _answer_line(context, profile, line, number, k, only)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError("search_batch_unreadable", file=batch, reason=str(reason)) from error
    return 0


def _answer_line(
    context: CommandContext, profile: OpenProfile, line: str, number: int, k: int, only: SearchFilter
) -> None:
    try:
        asked = json.loads(line)
        query = str(asked["query"])
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError("search_batch_line", number=number) from error
    found = _search(context, profile, query, k, only) if query.strip() else Found()
    print_json(
        {
            "id": asked.get("id"),
            "results": _results(found),
            "mode": found.mode,
            "ready": round(found.ready, 4),
        }
    )


def _search(context: CommandContext, profile: OpenProfile, query: str, k: int, only: SearchFilter) -> Found:
    library = profile.session.library
    names = context.options.get("library")
    chosen = tuple(map(str, names)) if isinstance(names, list) else ()

    def ask(then: Callable[[Found], None], failed: Callable[[Exception], None]) -> None:
        library.search(query, then, failed, libraries=chosen, k=k, only=only)

    return ask_for(profile, ask)


def _results(found: Found) -> list[dict[str, object]]:
    return [
        {
            "path": hit.passage.path,
            "page": hit.passage.page,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "text": hit.passage.text,
            "score": round(hit.score, 6),
            "library": hit.passage.library,
            "kind": hit.passage.kind,
            "headings": list(hit.passage.headings),
            "keyword_score": round(hit.keyword_score, 4),
            "meaning_score": round(hit.meaning_score, 4),
            "also": list(hit.also),
        }
        for hit in found.hits
    ]


def _show(context: CommandContext, found: Found) -> None:
    for number, hit in enumerate(found.hits, 1):
        show(f"{number}. {_place(hit)}\n{hit.passage.text.strip()}\n\n")
    if not found.hits:
        tell("Nothing was found. Other words may find it; 'hearth library status' says what has been read.")
    elif found.mode is SearchMode.KEYWORD and not context.flag("meaning"):
        tell("Found by keyword. --meaning searches by meaning too, and takes some seconds longer.")


def _place(hit: Hit) -> str:
    passage = hit.passage
    page = passage.page_label or f"page {passage.page}"
    also = f" (and in {len(hit.also)} more)" if hit.also else ""
    return f"{one_line(passage.path)}, {one_line(page)}{also}"
