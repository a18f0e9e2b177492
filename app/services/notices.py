"""What is told though nothing stopped: of a document that was read, and after a profile was opened. Pure values."""

# What a person should know of a document that was read: `app.domain.document.DocumentFacts.notes`.
DOCUMENT_NOTES = {
    "active_content": "It holds scripts, macros or actions. Hearth ran none of them.",
    "attachment_not_read": "Something attached to it gave no text. Save that as a file of its own to be told why.",
    "cut_length": (
        "It holds more text than one document can sensibly have; only the beginning was read. Split it to have all of "
        "it found."
    ),
    "cut_time": "Reading it took too long; only the beginning was read. Split it to have all of it found.",
    "hidden_text": (
        "It holds text that can't be seen on the page: white on white, tiny, or marked hidden. It was read as well."
    ),
    "pages_without_words": (
        "Some of its pages are pictures, maybe scanned, so their words can't be found. Have it read with OCR."
    ),
    "partly_damaged": "It is damaged; what could be read of it was read. Get or save it anew to have all of it found.",
    "read_by_ocr": "Words in it were read from pictures (OCR), so there may be mistakes in them.",
}

# Told once after opening.
NOTICES = {
    "demo": (
        "This is the demo: a test model of 5 MB that can find and copy, nothing more, and a profile that is "
        "thrown away at the end."
    ),
    "keys_from_copy": "The file keys.json was damaged or missing; Hearth used its copy and made it whole again.",
    "keys_older": (
        "An older keys.json was put back into the profile. The passphrase of that time opens it now: "
        "change it in Settings if others know it."
    ),
    "keys_tampered": (
        "The file keys.json was changed by something else than Hearth. Your conversations are untouched. "
        "If it wasn't you, set a new passphrase in Settings."
    ),
    "window_crashed": (
        "Hearth's window ended unexpectedly and was started again. What was shown as saved is here; an answer that "
        "was being written can be continued."
    ),
}

# Said in an answer's place. Kept in English, and given in the window's language.
NOTHING_FOUND = "Nothing in your files was found for this question. Other words may find it."
NEAREST_ONLY = (
    "No sentence in your files has the words of this question. The passages listed with this answer are the nearest "
    "ones that were found."
)
