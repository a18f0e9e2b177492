"""What a passphrase must be."""

PASSPHRASE_MIN_CHARS = 8
