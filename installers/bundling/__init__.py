"""Making what people install: a folder with everything inside, a Debian package and an archive of it.

Runs on the computer of whoever builds, in the Python that started `installers/build.py`; nothing of it is in Hearth.
"""
