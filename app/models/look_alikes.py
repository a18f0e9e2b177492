"""Names what a file is that was taken for a model but isn't one. Pure; any process."""

from typing import Final

_BEGINNINGS: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"PK\x03\x04", "looks_like_zip", "zip"),
    (b"PK\x05\x06", "looks_like_zip", "zip"),
    (b"\x1f\x8b", "looks_like_archive", "gzip"),
    (b"\xfd7zXZ\x00", "looks_like_archive", "xz"),
    (b"BZh", "looks_like_archive", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "looks_like_archive", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "looks_like_archive", "7z"),
    (b"Rar!", "looks_like_archive", "rar"),
    (b"lmgg", "looks_like_old_ggml", "ggml"),
    (b"fmgg", "looks_like_old_ggml", "ggmf"),
    (b"tjgg", "looks_like_old_ggml", "ggjt"),
    (b"algg", "looks_like_old_ggml", "ggla"),
    (b"\x80\x02", "looks_like_pytorch", "pickle"),
    (b"\x80\x04", "looks_like_pytorch", "pickle"),
    (b"version https://git-lfs", "looks_like_lfs_pointer", "git-lfs"),
    (b"%PDF-", "looks_like_document", "pdf"),
)


def look_alike(beginning: bytes, size_bytes: int) -> tuple[str, str]:
    """The error code and the kind for a file that starts with `beginning` (the first 512 bytes or more).

    A file without any known sign is ("not_a_model", "unknown").
    """
    for sign, code, kind in _BEGINNINGS:
        if beginning.startswith(sign):
            return code, kind
    header_bytes = int.from_bytes(beginning[:8], "little")
    if beginning[8:9] == b"{" and 2 <= header_bytes <= size_bytes - 8:
        return "looks_like_safetensors", "safetensors"
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:256].lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<script", b"<!--")):
        return "looks_like_html", "html"
    if beginning and not any(byte < 9 or 13 < byte < 32 for byte in beginning):
        try:
            beginning[: max(1, len(beginning) - 3)].decode("ascii")
        except UnicodeDecodeError:
            return "not_a_model", "unknown"
        return "looks_like_text", "text"
    return "not_a_model", "unknown"
