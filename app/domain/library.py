"""Libraries: folders that a person had read, how far that is, and files that need attention. Pure values."""

from dataclasses import dataclass, field

UNKNOWN_S = -1.0
# Settings of the profile: what a new library reads.
NEW_READS_HIDDEN = "library.hidden"
NEW_READS_PICTURES = "library.ocr"

Parameter = str | int | float


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """What is read of a library's folders.

    Attributes:
        kinds: file name endings without the dot ("pdf", "md"); empty for every kind that can be read.
        ignore: patterns as in a .gitignore line without "!": "*.log", "node_modules", "drafts/*".
        hidden: whether names that begin with a dot are read.
        ocr: whether pages without words are read from their picture.
    """

    kinds: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    hidden: bool = False
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """One library and how far it is.

    Attributes:
        name: its name; unique.
        paths: its folders and files.
        files: how many files were found in them.
        files_ready: how many of those have been read, with or without success.
        passages: how many passages can be found by keyword.
        embedded: how many of those have a vector.
        attention: how many files gave no text, or not all of it.
        looked_through: whether `files` are all there are: no folder is being looked through.
        paused: whether reading rests because the person wants it to.
        seconds_left: until everything is read and has its vectors; 0 when done, UNKNOWN_S before it is known.
        settings: what is read.
        older_words: whether words of passages, of this or another library, are still those that an older version of
            Hearth made, so that what is asked may miss them. They are made anew while nothing is read.
    """

    name: str
    paths: tuple[str, ...]
    files: int = 0
    files_ready: int = 0
    passages: int = 0
    embedded: int = 0
    attention: int = 0
    looked_through: bool = True
    paused: bool = False
    seconds_left: float = UNKNOWN_S
    settings: LibrarySettings = field(default_factory=LibrarySettings)
    older_words: bool = False


@dataclass(frozen=True, slots=True)
class FileTrouble:
    """A file that needs attention. `code` and `params` make the sentence, as for a HearthError; the code of a file
    that was read is one of `app.domain.document.NOTES`."""

    path: str
    library: str
    code: str
    params: dict[str, Parameter] = field(default_factory=dict)
