"""What is put into sentences: words for the system's reasons, and how a language writes numbers. Pure values."""

# How a language writes numbers within a sentence: its ten digits and its point, after a word for translators.
DIGITS = "Digits: 0123456789."
BYTES = "{number} bytes"

# The `reason` of an error where it is the system's own name for it.
REASONS = {
    "busy": "something else is using it",
    "eacces": "access isn't allowed",
    "ebusy": "something else is using it",
    "edquot": "there is no room left for you",
    "eexist": "the name is taken",
    "efbig": "it is too large for the disk",
    "eio": "the disk reports a fault",
    "eisdir": "it is a folder",
    "eloop": "its links lead round in a circle",
    "emfile": "too many files are open",
    "enametoolong": "the name is too long",
    "enfile": "too many files are open",
    "enodev": "its disk isn't there",
    "enoent": "it isn't there",
    "enospc": "the disk is full",
    "enotdir": "a part of its path is no folder",
    "enxio": "its disk isn't there",
    "eperm": "access isn't allowed",
    "erofs": "the disk is read-only",
    "unknown": "the cause isn't known",
}
