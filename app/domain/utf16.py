"""Lengths as Qt counts them: in units of UTF-16, of which characters beyond the first plane take two."""


def utf16_length(text: str) -> int:
    """Units in `text`; a lone half of a surrogate pair counts as one."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
