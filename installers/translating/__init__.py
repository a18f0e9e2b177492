"""The window's texts in other languages: gathering them from the code, the .ts files, compiling them for Qt.

    python -m installers.translating                update and compile resources/translations; says what is missing
    python -m installers.translating missing de     the texts without a German translation, as JSON
    python -m installers.translating take de FILE   take translations from such a file

The .ts files are Qt's own, so Qt Linguist opens them too. Run after changing a text, and commit what changed.
"""
