"""A line of a search hit: where it is cut, and what in it is marked. Pure functions."""

Span = tuple[int, int]
LONGEST = 240  # characters: more than any list is wide


def marked_line(text: str, matches: tuple[Span, ...], before: int = 14) -> tuple[str, list[Span]]:
    """`text` on one line, cut so that its first match is near the start, and the matches in what is left."""
    first = matches[0][0] if matches else 0
    start = max(0, first - before)
    while start > max(0, first - 2 * before) and not text[start - 1].isspace():
        start -= 1  # a word isn't cut, unless it is a long one
    lead = "…" if start else ""
    line = lead + "".join(" " if ch.isspace() else ch for ch in text[start : start + LONGEST])
    shift = len(lead) - start
    spans: list[Span] = []
    at = 0
    for begin, end in matches:
        begin, end = begin + shift, min(end + shift, len(line))
        if at <= begin < end:
            spans.append((begin, end))
            at = end
    return line, spans
